// SPDX-License-Identifier: GPL-3.0-or-later
// The precious file: the hash-chained log of operations, drafts and the ticket counter.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/domain/domain_ids.h"
#include "core/domain/ticket_number.h"
#include "core/store/database.h"

namespace yingda {

/// What is known of an operation without its content; never personal data.
struct OperationHeader {
  qint64 sequence = 0;  ///< from 1, without gaps
  WorkstationId workstation;
  Instant madeAt;
  qint64 hlc = 0;  ///< milliseconds << 16 | counter; rises strictly within a journal
  AgentId by;
  QString kind;
  int version = 1;
  bool bulk = false;
  QList<qint64>
      erases;  ///< the sequences whose content this operation blanked; kind "erasure" only
  friend bool operator==(const OperationHeader&, const OperationHeader&) = default;
};

/// An operation as read back. An erased one has neither salt nor payload, yet its chain verifies.
struct Operation {
  OperationHeader header;
  QByteArray salt;
  QByteArray payload;
  QByteArray hash;
  QByteArray headerBytes;  ///< canonical JSON, the bytes that were hashed; what a ledger must ship
  QByteArray commitment;   ///< SHA-256 of salt and payload
  bool isErased = false;
};

/// What a caller hands in; the journal adds sequence, time and chain.
struct NewOperation {
  AgentId by;
  QString kind;  ///< 1 to 40 of a-z 0-9 _ . -
  int version = 1;
  bool bulk = false;
  QByteArray payload;  ///< at most 16 MiB
};

/// What is being typed and not yet saved. The body is the caller's own.
struct Draft {
  DraftId id;
  AgentId owner;
  QString numberDigits;
  Instant touchedAt;
  QByteArray body;
  friend bool operator==(const Draft&, const Draft&) = default;
};

struct AppendAndDrop {
  std::vector<OperationHeader> appended;
  bool hadDraft = false;
};

/// Where the chain does not hold.
struct Broken {
  qint64 sequence = 0;
  QString reason;
  friend bool operator==(const Broken&, const Broken&) = default;
};

struct VerifyReport {
  qint64 operations = 0;
  QList<Broken> broken;  ///< at most 1,000
  qint64 erased = 0;
};

/// What became of a damaged journal.
struct Salvage {
  QString aside;           ///< where the damaged file lies now
  qint64 carriedOver = 0;  ///< operations that were whole
};

/// What a store goes on as when its seat can no longer be used.
struct NewSeat {
  WorkstationId workstation;
  int code = 0;      ///< leased; 0: there was none left, and the journal has one of its own
  qint64 known = 0;  ///< what was done up to here is at the server, by the former seat
  std::vector<std::pair<QString, QByteArray>> facts;  ///< in the place of what they were
};

/// What became of the journal of the former seat.
struct Renewal {
  QString aside;           ///< where it lies now, whole
  qint64 carriedOver = 0;  ///< operations that the new seat sends
  qint64 left = 0;  ///< operations that no longer prove themselves; they are only in the old file
};

struct JournalOptions {
  QString vfs;
  bool readOnly = false;
  DatabaseOptions::Sync sync =
      DatabaseOptions::Sync::Full;  ///< a test proves that Normal loses saves
};

/// The append-only log of this workstation. Several processes may have it open.
/// Thread: the journal thread, or any one thread.
/// Limits: 16 MiB a payload or draft, 10,000 operations an append, 100,000 numbers a take.
class Journal {
 public:
  /// Opens `folder`/journal.db, or makes it whole before it gets that name. A damaged file is told
  /// as Corrupt and left as it is; a newer one opens read-only if it permits that, else TooNew.
  static Result<std::unique_ptr<Journal>> open(const QString& folder, const Clock& clock,
                                               Random& random, const JournalOptions& options = {});
  /// Renames a damaged journal out of the way, with the time in its name, and returns the new path.
  /// Never done by itself.
  static Result<QString> setAside(const QString& folder, const Clock& clock);
  /// Makes a new journal, under a new workstation, of everything in the damaged one that still
  /// proves itself, each with the times it had, with drafts and facts; then sets the damaged one
  /// aside. A new id, because the
  /// numbers of lost operations are given again. Nothing changes when it fails.
  static Result<Salvage> salvage(const QString& folder, const Clock& clock, Random& random);
  /// Makes a journal of the new seat: with what the server does not have of the former one, in its
  /// order, with its times and salts, the secrets, which no server has, drafts and facts; then sets
  /// the former one aside. Whoever saves meanwhile waits, is told Busy, and opens anew. Nothing
  /// changes when it fails.
  static Result<Renewal> renew(const QString& folder, const Clock& clock, Random& random,
                               const NewSeat& seat, const JournalOptions& options = {});
  /// The journal's file in a store's folder.
  static QString fileIn(const QString& folder);
  ~Journal();

  /// All or none, acknowledged by one fsync.
  Result<std::vector<OperationHeader>> append(std::span<const NewOperation> operations);
  /// The save of a ticket: its operations and the end of its draft in one commit.
  Result<AppendAndDrop> appendAndRemoveDraft(std::span<const NewOperation> operations,
                                             DraftId draft);
  /// Blanks the content of the named operations and appends `erasure` (of kind "erasure"), whose
  /// header names them, in one commit. NotFound when one is missing; one already blank stays so.
  Result<OperationHeader> erase(const NewOperation& erasure, std::span<const qint64> sequences);

  /// Never given twice, even when the caller does not use it.
  Result<TicketNumber> takeNumber();
  Result<std::vector<TicketNumber>> takeNumbers(int count);

  Result<void> saveDraft(const Draft& draft);
  /// Also succeeds when there is none.
  Result<void> removeDraft(DraftId draft);
  /// Oldest touch first; of all owners without one.
  Result<std::vector<Draft>> drafts(std::optional<AgentId> owner);

  /// At most `limit` operations after that sequence, in order.
  Result<std::vector<Operation>> read(qint64 afterSequence, int limit);
  /// Those of one kind after `afterSequence` up to `lastSequence`, in order. The others' content is
  /// not touched, so that a walk over a long journal is short.
  Result<std::vector<Operation>> readKind(const QString& kind, qint64 afterSequence,
                                          qint64 lastSequence);
  /// 0 for an empty journal; the last one known when it cannot be read now.
  qint64 lastSequence();
  /// Re-computes every hash. Fails only when the file cannot be read.
  Result<VerifyReport> verify();

  WorkstationId workstation() const { return m_workstation; }
  int code() const { return m_code; }
  bool isReadOnly() const { return m_isReadOnly; }
  /// Changes when another process has committed.
  qint64 dataVersion() { return m_database->dataVersion(); }

  /// Another journal has this one's name by now: nothing more is written here.
  bool isReplaced() const { return m_database->hasMoved(); }

  /// A joined seat's numbers begin with the code that the server leased to it; what was given
  /// before stays. Invalid outside 100–899.
  Result<void> leaseCode(int code);

  /// A small fact of this seat; null when never set.
  Result<QByteArray> meta(const QString& key);
  Result<void> setMeta(const QString& key, const QByteArray& value);

 private:
  struct Head;
  Journal(std::unique_ptr<Database> database, const Clock& clock, Random& random);
  Result<qint64> carryOver(Journal& damaged);
  Result<void> sitAt(const NewSeat& seat);
  Result<void> goOnFrom(Journal& former, qint64 known, Renewal& renewal);
  Result<void> reissue(std::span<const Operation> operations, Renewal& renewal);
  /// Gives a whole salvaged journal its name, when somebody died before doing so.
  static Result<void> finishSalvage(const QString& folder);
  static Result<void> create(const QString& folder, const Clock& clock, Random& random,
                             const JournalOptions& options);
  static Result<void> build(const DatabaseOptions& options, const Clock& clock, Random& random);
  Result<void> readSeat();
  Result<Head> readHead();
  Result<std::vector<OperationHeader>> appendInside(std::span<const NewOperation> operations,
                                                    const QList<qint64>& erases);
  Result<OperationHeader> appendOne(const NewOperation& operation, const QList<qint64>& erases,
                                    Head& head);
  Result<void> appendCarried(std::span<const Operation> operations);
  Result<void> write(const OperationHeader& header, const QByteArray& salt,
                     const QByteArray& payload, Head& head);
  Result<void> blank(qint64 sequence);
  Result<std::vector<Operation>> readAll(Statement& statement);
  Result<Transaction> beginWriting();

  std::unique_ptr<Database> m_database;
  const Clock& m_clock;
  Random& m_random;
  WorkstationId m_workstation;
  int m_code = 0;
  bool m_isReadOnly = false;
  qint64 m_lastSequence = 0;
};

}  // namespace yingda
