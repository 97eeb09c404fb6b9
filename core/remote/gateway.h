// SPDX-License-Identifier: GPL-3.0-or-later
// The shared floor as a workstation sees it: the few questions that one may ask the server.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>
#include <optional>
#include <span>
#include <vector>

#include "core/base/local_time.h"
#include "core/base/result.h"
#include "core/base/wake_up.h"
#include "core/domain/domain_ids.h"
#include "core/domain/remote_row.h"

namespace yingda {

/// The version of what is said over the wire. The server names the range that it speaks.
inline constexpr int wireProtocol = 1;
/// More than this in one transaction, and the server slows down (SYNC.md §1.1).
inline constexpr int operationsPerBatch = 100;
inline constexpr qsizetype bytesPerBatch = 64 * 1024;
/// A blob travels in chunks of this size; the last one may be shorter.
inline constexpr qsizetype bytesPerChunk = 1024 * 1024;
inline constexpr qint64 bytesPerBlob = 256 * 1024 * 1024;
/// A seat makes it once and keeps it; without it nobody else can bind people to that seat.
inline constexpr qsizetype seatSecretBytes = 32;

/// An operation as it travels: the very bytes that were hashed.
struct SentOperation {
  qint64 sequence = 0;
  QByteArray header;
  QByteArray commitment;
  QByteArray hash;
  /// Empty, with `payload`, for one whose content was erased or never leaves the workstation.
  QByteArray salt;
  QByteArray payload;
};

/// Why the server does not speak with this seat or person; each asks for another remedy.
enum class Refusal {
  None,
  Epoch,        ///< the server was restored, or the cursor is another server's: say hello again
  Rights,       ///< the person's rights are others than at the greeting: say hello again
  Batch,        ///< too many operations at once
  Workstation,  ///< this seat is not enrolled, not by this person, or the secret is another
  Role,         ///< the person's role may not write
  Author,       ///< a local person belongs to somebody else's login
  Adopt,        ///< the database was restored from a dump and nobody has adopted it yet
  ClientOld,
  ServerOld,
  Size,     ///< of a blob: beyond the limit, or not what was said before
  Content,  ///< of a blob: the bytes have another hash; all of them were dropped
};

/// Where a batch stopped; what came before it is acknowledged.
enum class Stopped { No, Gap, Clone, Chain };

/// An operation that was taken into the ledger and changed nothing.
struct OperationException {
  qint64 sequence = 0;
  bool isParked = false;  ///< waits for a newer server; else rejected for good
  QString reason;
  friend bool operator==(const OperationException&, const OperationException&) = default;
};

struct HelloAnswer {
  Refusal refusal = Refusal::None;
  QUuid epoch;
  QString company;
  AgentId agent;
  QString role;
  QList<QUuid> sites;  ///< empty: all
  /// The seat is known, and this person is bound to it. Otherwise what follows stays 0 or empty.
  bool isEnrolled = false;
  int code = 0;  ///< the seat's leased code; 0 when all are given away
  qint64 lastSequence = 0;
  QByteArray lastHash;
  quint64 lastTransaction = 0;
  /// What of this seat was not carried out, the newest thousand: an answer that told it may have
  /// been lost.
  std::vector<OperationException> exceptions;
  quint64 ceiling = 0;
  bool isStandby = false;
  /// How old the newest of a standby is; nothing from a primary.
  std::optional<Milliseconds> standbyAge;
  /// How far this seat's rows reach in the server's log, as it may say from now on. Empty: unknown.
  QByteArray position;
  Instant serverTime{};
};

struct EnrolAnswer {
  Refusal refusal = Refusal::None;
  int code = 0;  ///< 0 when all three-digit codes are given away
};

struct ApplyAnswer {
  Refusal refusal = Refusal::None;
  Stopped stopped = Stopped::No;
  qint64 acknowledged = 0;
  quint64 transaction = 0;
  std::vector<OperationException> exceptions;
};

struct PullAnswer {
  Refusal refusal = Refusal::None;  ///< Epoch: no row of this counts, say hello again
  std::vector<RemoteRow> rows;
  quint64 next = 0;      ///< where to go on; only `pull`
  QUuid nextId;          ///< where to go on; only `hydrate`
  bool isWhole = false;  ///< nothing more is complete now
  /// How far these rows could reach in the server's log; the greater text is the later. Empty:
  /// unknown.
  QByteArray position;
  std::optional<Milliseconds> standbyAge;  ///< nothing from a primary
};

/// Somebody else who is at work.
struct Presence {
  WorkstationId workstation;
  AgentId agent;
  QString state;           ///< a code: idle call wrapup away
  TicketId ticket;         ///< what is open on that screen; null: nothing, or not for one's eyes
  bool isWriting = false;  ///< a form of it is open
  Instant since{};         ///< when it was opened, by that seat's clock
  Milliseconds age{};      ///< how old the word is; the server passes on none of 20 s and more
};

/// What a seat says of itself every five seconds.
struct Beat {
  AgentId agent;  ///< who sits there; one whom the server does not know there counts as the login
  QString state;
  TicketId ticket;
  bool isWriting = false;
  Instant since{};
  QList<TicketId> claims;  ///< what that person has in hand; the server renews it
};

/// A claim that the server says is the caller's.
struct HeldClaim {
  TicketId ticket;
  qint64 token = 0;
  Milliseconds left{};  ///< of the lease, when the server looked
};

struct BeatAnswer {
  QUuid epoch;
  std::vector<Presence> others;
  std::vector<HeldClaim> held;
};

/// What the server has of a blob that one is bringing.
struct BlobAnswer {
  Refusal refusal = Refusal::None;
  bool isComplete = false;
  std::vector<int> have;  ///< the numbers of the caller's own chunks that are there
  friend bool operator==(const BlobAnswer&, const BlobAnswer&) = default;
};

/// Why a rest ended.
enum class Roused {
  Time,   ///< nothing was heard, or the connection is gone
  Asked,  ///< somebody here wants to go on
  Bell,   ///< something new is complete at the server, perhaps
};

/// A seat whose identity two stores had, and what proves that the caller's was one of them.
struct FormerSeat {
  WorkstationId workstation;
  QByteArray secret;
};

/// Thread: the sync thread; every call blocks. Offline: the outcome is unknown, ask again later.
/// Invalid: the server could not do it, and would not another time.
class Gateway {
 public:
  virtual ~Gateway() = default;
  /// Another number than before: another connection, perhaps to another server.
  virtual quint64 generation() const { return 0; }
  /// `seen`: the highest transaction number that this seat has pulled up to under `epoch`. A server
  /// that has not come so far was put back, and begins a new life by this. `position`: the greatest
  /// that came with rows; it proves the same of a standby that was promoted.
  virtual Result<HelloAnswer> hello(const WorkstationId& seat, const QUuid& epoch = {},
                                    quint64 seen = 0, const QByteArray& position = {}) = 0;
  /// Takes the seat in, and binds its local people to the person who is signed in at the server.
  /// `secret`: `seatSecretBytes` of chance, the same at every call for one seat.
  virtual Result<EnrolAnswer> enrol(const WorkstationId& seat, const QByteArray& secret,
                                    const QString& label, const QList<QUuid>& localAgents) = 0;
  /// Takes a seat in that goes on for another: whoever is bound there is bound here, too.
  virtual Result<EnrolAnswer> succeed(const WorkstationId& seat, const QByteArray& secret,
                                      const QString& label, const FormerSeat& former) = 0;
  /// `reject` records the one operation as rejected for that reason instead of applying it.
  virtual Result<ApplyAnswer> apply(const WorkstationId& seat, const QUuid& epoch,
                                    std::span<const SentOperation> operations,
                                    const QString& reject = {}) = 0;
  /// About `limit` rows (1 to 5,000), always whole transactions: one larger than that comes whole.
  virtual Result<PullAnswer> pull(const QUuid& epoch, quint64 cursor, int limit) = 0;
  /// `part`: the name of a kind, or "open" for open tickets with all that hangs on them.
  virtual Result<PullAnswer> hydrate(const QUuid& epoch, const QByteArray& part, const QUuid& after,
                                     int limit) = 0;
  /// Says that one is here, renews what one has in hand, and asks who else is here.
  virtual Result<BeatAnswer> beat(const WorkstationId& seat, const Beat& beat) = 0;
  /// Brings one chunk of what is attached to a ticket, which need not be there yet; without content
  /// it asks what is there. The last chunk that was missing is answered with `isComplete`.
  virtual Result<BlobAnswer> blobPut(const QByteArray& sha256, qint64 size, const QUuid& ticket,
                                     int number, const QByteArray& content) = 0;
  /// One chunk; empty when it is complete for no ticket that one sees, or has no such chunk.
  virtual Result<QByteArray> blobGet(const QByteArray& sha256, int number) = 0;
  /// Rests at most `most`, or at most `mostWithBell` for as long as a doorbell is known to be
  /// there.
  virtual Roused rest(WakeUp& wakeUp, Milliseconds most, Milliseconds mostWithBell) = 0;
};

/// The operations as the JSON text that apply_ops takes.
QByteArray batchJson(std::span<const SentOperation> operations);
Refusal refusalFrom(QStringView word);

}  // namespace yingda
