// SPDX-License-Identifier: GPL-3.0-or-later
// The shared floor in memory: what apply_ops, pull and hydrate do, with transactions that a test
// can leave open, repeat, or forget.
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "core/domain/field_table.h"
#include "core/remote/gateway.h"

namespace yingda::sim {

struct ModelVersion {
  qint64 hlc = 0;
  QUuid workstation;    ///< null: two wrote it together
  qint64 row = 0;       ///< of the entity at its last change
  QStringList origins;  ///< "workstation:sequence" of the operations that it came from
  friend bool operator==(const ModelVersion&, const ModelVersion&) = default;
};

struct ModelEntity {
  QMap<QString, QJsonValue> body;
  QMap<QString, ModelVersion> versions;
  qint64 row = 0;
  quint64 xid = 0;
  QUuid site;  ///< null: none, and everybody's
};

struct ModelActivity {
  QUuid ticket;
  QUuid workstation;
  qint64 sequence = 0;
  QJsonObject content;
  bool isVoid = false;
  quint64 xid = 0;
  QUuid site;
};

struct ModelConflict {
  QByteArray kind;
  QUuid entity;
  QString field;
  QJsonValue kept;
  QJsonValue lost;
  QUuid keptBy;
  QUuid lostBy;
  qint64 sequence = 0;
  quint64 xid = 0;
  QUuid site;
};

struct ModelExit {
  QByteArray kind;
  QUuid id;
  quint64 xid = 0;
  QUuid site;  ///< those who saw it there and do not see it now forget it
};

/// Repeated: another seat had brought the same content, as a copied disk does after a restore.
enum class Taken { Applied, Withheld, Rejected, Parked, Repeated };

struct ModelOperation {
  SentOperation sent;
  Taken result = Taken::Applied;
  QString reason;
  quint64 xid = 0;
};

struct ModelSeat {
  std::vector<ModelOperation> ledger;
  QByteArray hash = QByteArray(32, '\0');
  quint64 lastTransaction = 3;
  int code = 0;
  QByteArray secret;
};

/// A content that is whole, and the tickets for which somebody brought all of it.
struct ModelBlob {
  QByteArray content;
  std::set<QUuid> tickets;
  int stored = 0;  ///< how often a whole content was put; once is right
};

/// Whose upload, of what, for which ticket.
using UploadKey = std::tuple<int, QByteArray, QUuid>;

using EntityKey = std::pair<QByteArray, QUuid>;

/// The sites that somebody sees; empty: all.
using Sites = QSet<QUuid>;
inline bool sees(const Sites& sites, const QUuid& site) {
  return site.isNull() || sites.isEmpty() || sites.contains(site);
}

/// Everything that a backup would hold, but for the people's rights.
struct ModelState {
  QUuid epoch;
  quint64 nextXid = 1000;
  std::map<EntityKey, ModelEntity> entities;
  std::map<QUuid, ModelActivity> activities;
  std::map<QUuid, ModelConflict> conflicts;
  std::vector<ModelExit> exits;
  std::map<QUuid, ModelSeat> seats;
  std::map<QByteArray, ModelBlob> blobs;
  std::map<UploadKey, std::map<int, QByteArray>> uploads;
  /// The commitments of all that was carried out.
  std::set<QByteArray> brought;
};

/// Thread: any one. One request at a time; what is open is only open to the watermark.
class ModelServer {
 public:
  explicit ModelServer(const QUuid& epoch) { state.epoch = epoch; }
  ModelState state;
  qint64 nowMs = 0;
  /// Every batch that was carried out, in its order, when a test wants to repeat them elsewhere.
  struct Carried {
    QUuid seat;
    std::vector<SentOperation> operations;
    QString reject;
    std::vector<OperationException> exceptions;
  };
  std::optional<std::vector<Carried>> carried;
  /// By seat: what its person may see. Who is not named sees all.
  QHash<QUuid, Sites> sites;
  /// By ticket: the token with which it was last taken out of somebody's hands.
  std::map<QUuid, qint64> forced;

  /// A transaction of somebody else's that holds the watermark back until it is ended.
  quint64 open();
  void end(quint64 xid) { m_open.erase(xid); }
  void endAll() { m_open.clear(); }
  bool hasOpen() const { return !m_open.empty(); }
  quint64 ceiling() const;

  HelloAnswer hello(const QUuid& seat, const QUuid& epoch, quint64 seen,
                    const QByteArray& position = {});
  /// How far everything reaches that an answer could show.
  QByteArray position() const;
  EnrolAnswer enrol(const QUuid& seat, const QByteArray& secret);
  /// Whoever sat there sees here what they saw there.
  EnrolAnswer succeed(const QUuid& seat, const QByteArray& secret, const QUuid& former,
                      const QByteArray& formerSecret);
  /// In the transaction `xid` when that is not 0, which must be open; it ends then. `rights`, here
  /// and below: those of the greeting; nothing: they are not compared.
  Result<ApplyAnswer> apply(const QUuid& seat, const QUuid& epoch,
                            std::span<const SentOperation> operations, const QString& reject,
                            quint64 xid = 0, const std::optional<Sites>& rights = {});
  /// Renews what that agent has in hand. Nobody is told of presence here.
  BeatAnswer beat(const QUuid& seat, const Beat& beat);
  /// Whose the ticket is by the server's clock; null: nobody's.
  QUuid holderOf(const QUuid& ticket) const;
  /// Tiny chunks, so that a small content has several.
  static constexpr qsizetype blobChunk = 16;
  BlobAnswer blobPut(int uploader, const QByteArray& sha256, qint64 size, const QUuid& ticket,
                     int number, const QByteArray& content);
  /// Empty when no ticket whose story that seat's person sees has it.
  QByteArray blobGet(const QByteArray& sha256, int number, const QUuid& seat) const;
  PullAnswer pull(const QUuid& epoch, quint64 cursor, int limit, const QUuid& seat = {},
                  const std::optional<Sites>& rights = {}) const;
  PullAnswer hydrate(const QUuid& epoch, const QByteArray& part, const QUuid& after, int limit,
                     const QUuid& seat = {}, const std::optional<Sites>& rights = {}) const;

  /// The body of a row as the wire carries it.
  static QByteArray bodyText(const QMap<QString, QJsonValue>& body);

 private:
  struct Author {
    QUuid seat;
    qint64 sequence = 0;
    qint64 hlc = 0;
    bool epochHolds = false;
    QString by;  ///< the agent, as text
    QString origin() const;
  };
  /// A row under the hands of one change.
  struct Hand {
    EntityKey key;
    ModelEntity& row;
    const Author& author;
    const QJsonObject& change;
    qint64 base = 0;
    QSet<QString>& lost;
    QJsonValue current(const QString& field) const;
    bool hasSeen(const QString& field) const;
    bool isLater(const QString& field) const;
    void set(const QString& field, const QJsonValue& value);
  };
  Result<void> applyPayload(Author author, const QJsonObject& json);
  Result<void> merge(const Author& author, const QJsonObject& change, QSet<QString>& lost);
  void mergeField(Hand& hand, const QString& field, const QJsonValue& value, MergeRule rule);
  void mergeGroup(Hand& hand, const QJsonObject& group);
  void mergeStage(Hand& hand);
  void mergeClaim(Hand& hand);
  /// Where a row belongs by its own fields, or by what it hangs on.
  QUuid siteOf(const EntityKey& key, const QMap<QString, QJsonValue>& body) const;
  /// Moves a row there, and tells those behind to forget it.
  void move(const EntityKey& key, ModelEntity& row, const QUuid& site);
  /// What hangs on a ticket goes along.
  void follow(const EntityKey& key, const QUuid& site);
  void tellStaleClaims(const Author& author, const QJsonObject& json);
  void lose(Hand& hand, const QString& field, const QJsonValue& kept, const QJsonValue& lost);
  void voidRecords(const QUuid& ticket, const QString& field, const QStringList& origins);
  void keepConflict(const Author& author, const EntityKey& key, const QString& field,
                    const QJsonValue& kept, const QJsonValue& lost, const QUuid& keptBy,
                    const QUuid& lostBy, const QUuid& site);
  void sendBack(const QUuid& seat, const QJsonObject& json);
  RemoteRow rowOf(const EntityKey& key, const ModelEntity& entity) const;
  RemoteRow rowOf(const QUuid& id, const ModelActivity& activity) const;
  RemoteRow rowOf(const QUuid& id, const ModelConflict& conflict) const;

  std::set<quint64> m_open;
  quint64 m_xid = 0;  ///< of the request at hand
};

/// Joins two edits of one text, each taken as one replaced run of lines; nothing: they overlap.
std::optional<QString> mergedLines(const QString& base, const QString& ours, const QString& theirs);

}  // namespace yingda::sim
