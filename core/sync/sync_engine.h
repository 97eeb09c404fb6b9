// SPDX-License-Identifier: GPL-3.0-or-later
// Brings own operations up to the server and its rows down, whatever happens between.
#pragma once

#include <QHash>
#include <deque>
#include <functional>
#include <optional>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sync/sync_store.h"

namespace yingda {

/// What a seat says of itself when it enrols.
struct SeatCard {
  QByteArray secret;  ///< 32 bytes that only this store knows
  QString label;
  QList<QUuid> localAgents;  ///< people of this store whose work the signed-in person answers for
};

enum class SyncPhase {
  Offline,    ///< the server does not answer
  Refused,    ///< it answers and does not let us in: `refusal`
  Stopped,    ///< nothing goes on without a person: `stop`
  Pushing,    ///< own work of before the join is on its way up
  Hydrating,  ///< the first copy is on its way down
  Live,
};

/// Why only a person can go on.
enum class SyncStop {
  None,
  Clone,  ///< two stores use one seat's identity, or this one was restored from an old copy
  Chain,  ///< the server does not accept our chain of hashes: the journal was changed
  Store,  ///< the store could not be read or written
};

struct SyncStatus {
  SyncPhase phase = SyncPhase::Offline;
  Refusal refusal = Refusal::None;
  SyncStop stop = SyncStop::None;
  Instant seenAt{};            ///< the server's last answer, by our clock; epoch: never
  Milliseconds clockOffset{};  ///< server minus ours
  qint64 unsent = 0;
  qint64 hydrated = 0;  ///< rows of the first copy so far
  qint64 pushed = 0;    ///< operations that the server took since this engine began
  qint64 pulled = 0;    ///< rows that came since then, also those of a first copy
  bool isStandby = false;
  /// How old the newest of a standby is, by its own clock; nothing at a primary.
  std::optional<Milliseconds> standbyAge;
  friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

/// What a seat tells of the person who sits there.
struct SeatPresence {
  AgentId agent;
  QString state;  ///< a code: idle call wrapup
  TicketId ticket;
  bool isWriting = false;
  Instant since{};
  friend bool operator==(const SeatPresence&, const SeatPresence&) = default;
};

/// What the server last said of a claim of one's own.
struct Lease {
  QUuid epoch;
  qint64 token = 0;
  Milliseconds until{};  ///< of the steady clock; believed no longer
  friend bool operator==(const Lease&, const Lease&) = default;
};

/// The time since some moment, which nobody can set. Thread: any.
Milliseconds steadyNow();

inline constexpr Milliseconds beatInterval{5'000};
/// Who has said nothing for so long is not here.
inline constexpr Milliseconds presenceLife{20'000};

/// A state machine that does one thing at a time; one question to the server a step at most.
/// Thread: the sync thread. Owner: SyncService, or a simulation.
class SyncEngine {
 public:
  SyncEngine(Gateway& gateway, SyncStore& store, const Clock& clock, Random& random, SeatCard card);

  /// Does the next thing. Returns how long nothing needs to be done; zero: go on at once.
  Milliseconds step();
  /// Something was saved here, or the bell rang: what is waited for is due now.
  void wake();
  /// How long to wait between pulls that bring nothing.
  void setPollInterval(Milliseconds interval) { m_poll = interval; }
  /// The connection is another one than that which was greeted.
  void reconnect();
  /// When the next heartbeat is due; the longest of times without one.
  Milliseconds untilBeat() const;
  /// What the heartbeat says from now on; nothing: there is none, as for a program without a
  /// person.
  void setPresence(const std::optional<SeatPresence>& presence);
  /// Where the steady time comes from; a simulation has its own.
  void setSteadyClock(std::function<Milliseconds()> steady) { m_steady = std::move(steady); }
  /// Who else is here, as of `othersAt`; nobody while the server is not heard.
  const std::vector<Presence>& others() const { return m_others; }
  Milliseconds othersAt() const { return m_othersAt; }
  /// By ticket. A claim is believed while its row shows the same epoch and token, and `until` has
  /// not come.
  const QHash<QUuid, Lease>& leases() const { return m_leases; }
  const SyncStatus& status() const { return m_status; }
  const HelloAnswer& hello() const { return m_hello; }
  /// Nothing is to be sent, and the last pull said that nothing more is complete.
  bool isQuiet() const { return m_isQuiet; }

 private:
  Milliseconds goOn();
  Milliseconds greet();
  Milliseconds enrol();
  /// False when the ledger and the journal do not tell the same story.
  Result<bool> judge(const HelloAnswer& hello);
  Milliseconds push(qint64 last);
  /// What a seat does that is too old for what the server tells (SYNC.md §3.12).
  Milliseconds pushOnly();
  void tellTooOld();
  Milliseconds isolate(const std::vector<SentOperation>& operations, const Error& error);
  Milliseconds takeApplied(const ApplyAnswer& answer, size_t sent);
  Milliseconds hydrate();
  Milliseconds beginHydration();
  Milliseconds pull();
  /// A claim of one's own has come, and nobody has said yet how long it holds.
  bool hasUntoldClaim();
  Milliseconds beat();
  Milliseconds failed(const Error& error);
  Milliseconds refused(Refusal refusal);
  Milliseconds stopped(SyncStop stop);
  Milliseconds answered();
  void noteUnsent();

  Gateway& m_gateway;
  SyncStore& m_store;
  const Clock& m_clock;
  Random& m_random;
  SeatCard m_card;

  bool m_isGreeted = false;
  bool m_hasGreeted = false;  ///< ever
  bool m_onlyPushes = false;
  bool m_mustHydrate = false;
  bool m_pullIsNext = false;
  bool m_isQuiet = false;
  quint64 m_generation = 0;  ///< of the connection that was greeted
  HelloAnswer m_hello;
  ServerLayer m_layer;
  qint64 m_acknowledged = 0;
  /// Which transaction took which operations; needed until a pull has passed it.
  struct Receipt {
    qint64 sequence = 0;
    quint64 transaction = 0;
  };
  std::deque<Receipt> m_receipts;
  int m_batch = operationsPerBatch;
  /// An operation that cannot be taken is recorded as refused, for this reason; 0: none.
  qint64 m_rejected = 0;
  QString m_reject;
  int m_failures = 0;
  int m_turn = 0;
  Milliseconds m_poll{1000};
  std::function<Milliseconds()> m_steady = steadyNow;
  std::optional<SeatPresence> m_presence;
  Milliseconds m_beatDue{};
  bool m_looksAtClaims = false;  ///< something came that may have been a claim
  std::vector<Presence> m_others;
  Milliseconds m_othersAt{};
  QHash<QUuid, Lease> m_leases;
  SyncStatus m_status;
};

/// The parts of a first copy in their order; when `openTickets` is here, people can work.
const std::vector<QByteArray>& hydrationParts();

}  // namespace yingda
