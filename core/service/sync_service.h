// SPDX-License-Identifier: GPL-3.0-or-later
// The shared floor beside the work: one thread that greets, sends and fetches, and tells how it
// stands.
#pragma once

#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>

#include "core/base/task_thread.h"
#include "core/service/heard_gateway.h"
#include "core/service/sync_views.h"
#include "core/service/workplace_store.h"
#include "core/sync/blob_lane.h"
#include "core/sync/sync_engine.h"

namespace yingda {

class Workplace;

/// Thread: main. Owner: Backend. One process of a store syncs at a time; the others see what it
/// brings.
class SyncService final : public QObject {
  Q_OBJECT
 public:
  explicit SyncService(Workplace& workplace, QObject* parent = nullptr);
  ~SyncService() override;

  /// Begins, when the store is joined. Called when the store is open.
  void start();
  SyncView view() const { return m_view; }
  /// Something was saved, or a person wants to see now. Thread: any.
  void wake();
  /// Asks the server without changing anything.
  QFuture<Result<JoinTest>> test(const ServerAddress& request);
  /// Remembers the server, and begins; answers with whom the server knows by that login. Refused
  /// when the store is joined already, unless that join may be cancelled.
  QFuture<Result<AgentId>> join(const ServerAddress& request);
  /// The store stands alone again, as it was: possible until what people work with has come down
  /// (`SyncView::mayCancel`), refused as "joined already" afterwards. Answers with how many
  /// operations the server keeps; a later join goes on behind them. Busy while another process
  /// syncs.
  QFuture<Result<qint64>> cancelJoin();
  /// The way on for a store that stopped because two have its seat, or because its chain broke: a
  /// new seat, which sends what the server does not have. The old journal is kept. Refused as
  /// "sound" when the server knows nothing else than what is here.
  QFuture<Result<SeatChange>> takeNewSeat();
  /// The seat speaks as this person from now on; with an empty login again as who joined it.
  void speakAs(const QString& login, const QString& password);
  /// For programs without a window: goes on until nothing is left to do, or the server does not
  /// answer `triesMax` times in a row; 0 only greets, and the view says what is to be sent. Its
  /// `copied` counts every row that came since the program began.
  /// Cancelled as soon as `stop` is set, which may be done from anywhere, also by a signal.
  Result<SyncView> runToQuiet(int triesMax, const std::atomic<bool>* stop = nullptr);
  /// The bytes of this ticket's attachments are fetched before others. Thread: any.
  void want(const TicketId& ticket);
  /// Something was attached. Thread: any.
  void wakeBlobs();
  /// What the heartbeat says of the person here; nothing: there is none.
  void setPresence(const std::optional<SeatPresence>& presence);
  /// Somebody has looked at what the outage may have doubled.
  QFuture<Result<void>> closeOutage();
  std::vector<PresenceView> presence() const;
  const FloorTimes& floorTimes() const { return m_times; }
  /// Who was here when that was last told, however long ago; `FloorTimes::othersAt` says when.
  std::vector<PresenceView> lastTold() const;
  /// A wall is fed from this store, so that the server is asked every two seconds how all stands,
  /// whatever the bell says. Thread: any.
  void feedWall(bool isThere);

 Q_SIGNALS:
  void changed(const yingda::SyncView& view);
  /// Something was asked, and answered or not: `floorTimes` may be others.
  void stepped();
  void presenceChanged(const std::vector<yingda::PresenceView>& others);
  void claimLost(const yingda::ClaimLoss& loss);

 private:
  struct Session;
  struct Present {
    PresenceView view;
    Milliseconds until{};  ///< of the steady clock: nobody, from then on
  };
  struct StepResult {
    Milliseconds wait{};
    Milliseconds waitWithBell{};  ///< while a doorbell says when there is something
    SyncView view = {};
    FloorTimes times = {};
    std::vector<Present> others = {};
    std::vector<ClaimLoss> losses = {};
  };
  struct Speaker {
    QString login;
    QString password;
  };
  /// Anew, when there is one.
  Result<void> openSession();
  Result<SeatChange> changeSeat();
  /// What the server grants: the new seat, and from where it goes on.
  Result<NewSeat> askForSeat();
  Result<qint64> undoJoin();
  /// Nobody here is one with somebody there any more.
  Result<void> parted(const AgentId& joiner);
  Result<void> noteAliases(const std::vector<JoinPerson>& people, const AgentId& joiner);
  /// Who has worked at this store, and who they are at the server.
  Result<std::vector<JoinPerson>> peopleToJoin(PsqlGateway& gateway, const QUuid& epoch);
  void watchOutage();
  StepResult step(const std::optional<SeatPresence>& told);
  /// Sync thread, after a step.
  void noteTimes(bool isTold);
  SyncView viewOf() const;
  const std::vector<Present>& nameOthers();
  std::vector<ClaimLoss> watchClaims(const std::optional<SeatPresence>& told);
  void showOthers();
  void show(const StepResult& result);
  void post();
  /// Sync thread. Until the next step is due, the bell rings or somebody wants to go on.
  void rest(const StepResult& result);

  BlobNeeds blobNeeds();
  Milliseconds stepBlobs(Milliseconds wait);

  Workplace& m_workplace;
  QList<TicketId> m_wanted;  ///< sync thread; the latest first
  std::atomic<bool> m_blobsWaken = false;
  TaskThread m_thread{"sync"};
  std::unique_ptr<Session> m_session;  ///< sync thread
  /// Sync thread; nothing until it was read, then since when the server was away, if it was.
  std::optional<std::optional<Instant>> m_outage;
  Speaker m_speaker;  ///< sync thread; empty: who joined the seat
  WakeUp m_wakeUp;
  QTimer m_fade;  ///< until the next of them has said nothing for too long
  std::vector<Present> m_others;
  std::vector<PresenceView> m_shown;
  std::vector<PresenceView> m_lastTold;
  FloorTimes m_times;
  std::optional<SeatPresence> m_told;
  SyncView m_view;
  bool m_isRunning = false;
  std::atomic<bool> m_isClosing = false;
  std::atomic<bool> m_feedsWall = false;
};

}  // namespace yingda
