// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens know of the shared floor: values, without a connection behind them.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/domain/domain_ids.h"
#include "core/domain/server_address.h"

namespace yingda {

/// How this workstation stands to the shared floor.
struct SyncView {
  enum class State {
    Alone,       ///< a store of its own, joined to no server
    Connecting,  ///< not asked yet since the start
    Offline,     ///< the server does not answer; `reason` is a word of LinkFault
    Refused,     ///< it answers and does not let us in; `reason` says why
    Stopped,     ///< a person must decide; `reason`: clone, chain or store
    Pushing,     ///< work of before the join is on its way up
    Copying,     ///< the first copy is on its way down
    Live,
  };
  State state = State::Alone;
  QString server;  ///< host, or host:port, as it was typed at the join
  QString company;
  QString login;  ///< as whom the seat speaks there
  /// Offline: name refused timeout tls password database floor person full readonly lost other.
  /// Refused: workstation role author adopt client_old server_old.
  QString reason;
  Instant seenAt{};            ///< the server's last answer; the epoch: never
  Milliseconds clockOffset{};  ///< server minus ours
  /// The server was away, everything is sent and fetched since, and nobody has looked yet at what
  /// may have been written twice.
  bool isBack = false;
  bool mayCancel = false;  ///< nothing of the floor is in use here yet: the join can be taken back
  qint64 unsent = 0;       ///< saved here and not there yet
  qint64 copied = 0;       ///< rows of the first copy so far
  int conflicts = 0;       ///< own values that lost and nobody has looked at
  int refusals = 0;        ///< own operations that the server did not carry out
  qint64 chunksSent = 0;   ///< of attachments, since the start; a chunk has 1 MiB at most
  qint64 chunksFetched = 0;  ///< likewise
  /// Only a standby answers: how old its newest is, in whole seconds. Nothing at a primary.
  std::optional<Milliseconds> standbyAge;
  friend bool operator==(const SyncView&, const SyncView&) = default;
};

/// A value that lost against another's; nothing of it is gone.
struct ConflictView {
  QUuid id;
  TicketId ticket;       ///< null: it is not of a ticket
  QString ticketNumber;  ///< digits
  QString ticketTitle;
  QByteArray kind;
  QByteArray field;    ///< of the field table; "holder" stands for holder and department
  QString kept;        ///< the value that stands, in words for people
  QString lost;        ///< the value that lost
  QString keptByName;  ///< 工号 and 对外称呼, or the seat's number
  QString lostByName;
  Instant at{};
  bool isMine = false;     ///< the lost value was written at this workstation
  bool mayRestore = true;  ///< false: it cannot be set again, e.g. a value that is written once
  bool isSeen = false;
  friend bool operator==(const ConflictView&, const ConflictView&) = default;
};

/// An own operation that the server did not carry out; it is kept in the journal.
struct RefusalView {
  qint64 sequence = 0;
  bool isParked = false;  ///< waits for a newer server
  QString reason;         ///< role author kind version, or the server's words
  Instant at{};
  QString ticketNumber;  ///< digits, when it was about a ticket
  QString summary;       ///< what it would have set, in words for people
  friend bool operator==(const RefusalView&, const RefusalView&) = default;
};

/// What became of a store that goes on as a new seat.
struct SeatChange {
  QString evidence;  ///< the journal of the former seat, whole
  qint64 known = 0;  ///< operations that the server had of it
  qint64 reissued = 0;
  /// Operations that are only in the old file: the server had refused them, or they no longer prove
  /// themselves.
  qint64 left = 0;
  int code = 0;  ///< with what the numbers begin from now on; 0: the server had none left
  friend bool operator==(const SeatChange&, const SeatChange&) = default;
};

/// A person of this store, and who they are at the server.
struct JoinPerson {
  AgentId here;
  QString staffNumber;
  QString name;
  AgentId there;  ///< null: the server knows nobody of that staff number with a login
  QString thereName;
  /// The join makes one person of them. Who has the number there and another name is somebody else.
  bool isSame() const { return !there.isNull() && here != there && name == thereName; }
  friend bool operator==(const JoinPerson&, const JoinPerson&) = default;
};

/// What a connection test found.
struct JoinTest {
  bool isGood = false;
  QString fault;   ///< words as in SyncView::reason, of Offline and of Refused
  QString detail;  ///< the server's own words
  QString company;
  QString role;
  Milliseconds clockOffset{};
  qint64 unsent = 0;      ///< operations of this store that a join would send
  qint64 households = 0;  ///< of this store
  qint64 tickets = 0;
  std::vector<JoinPerson> people;  ///< of this store; empty when it brings nothing
};

/// Somebody else who is at work now; gone 20 s after the last word.
struct PresenceView {
  AgentId agent;
  QString staffNumber;
  QString name;            ///< 对外称呼
  QString state;           ///< a code: idle call wrapup
  TicketId ticket;         ///< what is open on that screen; null: no ticket
  bool isWriting = false;  ///< a form of it is open there
  Instant since{};         ///< when it was opened
  friend bool operator==(const PresenceView&, const PresenceView&) = default;
};

/// What a person wants with a ticket.
enum class ClaimWish {
  Take,      ///< 认领
  Release,   ///< 放手
  TakeOver,  ///< 接手, from whoever has it
};

/// A ticket that was in one's hands, or wished for, and is in another's.
struct ClaimLoss {
  TicketId ticket;
  QString ticketNumber;  ///< digits
  QString byName;        ///< 对外称呼
  bool wasHeld = false;  ///< it had been granted; else only wished for
  QString reason;        ///< a code of claimReasons when it was taken over
  friend bool operator==(const ClaimLoss&, const ClaimLoss&) = default;
};

}  // namespace yingda
