// SPDX-License-Identifier: GPL-3.0-or-later
// What the facade holds, and how it gets a task onto the thread that it belongs to.
#pragma once

#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>

#include "core/domain/authority.h"
#include "core/domain/ticket_milestones.h"
#include "core/service/attachment_service.h"
#include "core/service/backend.h"
#include "core/service/floor_wall.h"
#include "core/service/radar_service.h"
#include "core/service/search_service.h"
#include "core/service/sync_service.h"
#include "core/service/triage_service.h"
#include "core/service/view_builder.h"
#include "core/service/workplace.h"

namespace yingda {

inline Error signedOut() { return {ErrorCode::Refused, QStringLiteral("nobody is signed in")}; }

/// Thread: main, but for what says otherwise. Owner: Backend, whose files alone know it.
struct Backend::Parts {
  explicit Parts(const BackendOptions& options) : workplace(options) {}

  Workplace workplace;
  std::unique_ptr<SyncService> sync;
  std::unique_ptr<TriageService> triage;
  RadarService radar{workplace.starter};  ///< report thread
  std::vector<FloorProposal> radarSeen;   ///< report thread; nothing that was dismissed
  bool hasReadRadar = false;              ///< report thread
  std::atomic<bool> isRadarDue = true;    ///< something was saved since it was last asked
  Milliseconds radarAskedAt = steadyNow();
  std::atomic<bool> hasWall = false;  ///< a wall looks at this store
  std::optional<Agent> session;
  /// Works in the first tier until the server has vouched for them; as who they are then.
  std::optional<Agent> unvouched;
  /// Where sign-ins wait for the server, and nobody for them.
  std::unique_ptr<TaskThread> door = std::make_unique<TaskThread>("sign-in");
  /// Copies files in and out; nothing else waits for it.
  std::unique_ptr<TaskThread> files = std::make_unique<TaskThread>("files");
  /// Reads what is being typed; waits for no disk.
  std::unique_ptr<TaskThread> copilot = std::make_unique<TaskThread>("copilot");
  std::array<std::shared_ptr<std::atomic<bool>>, allWordingFields.size()> remarkCancel;
  std::shared_ptr<std::atomic<bool>> feelingCancel;
  std::shared_ptr<std::atomic<bool>> factsCancel;
  std::unique_ptr<QTemporaryDir> opened;  ///< files thread
  int openedCount = 0;                    ///< files thread
  std::optional<SeatPresence> told;
  QTimer others;
  QTimer nightly;
  Starter starter;  ///< what is said today; Workplace::starter is what ships
  LocalDay shelfDay{};
  bool isShelfShipped = true;
  bool isShelfAsked = false;  ///< one answer is on its way
  bool isShelfStale = false;  ///< and something has changed since it was asked for
  QString company = QStringLiteral("云杉物业");
  std::vector<StoreNotice> standing;
  FloorWord wallWord;  ///< as it was last written
  bool hasToldWalls = false;
  /// Speaks with walls beside this process; waits for nothing but the folder.
  std::unique_ptr<TaskThread> walls = std::make_unique<TaskThread>("walls");
  std::shared_ptr<std::atomic<bool>> searchCancel = std::make_shared<std::atomic<bool>>(false);
  std::shared_ptr<std::atomic<bool>> likeCancel = std::make_shared<std::atomic<bool>>(false);
  std::shared_ptr<std::atomic<bool>> similarCancel = std::make_shared<std::atomic<bool>>(false);
  std::shared_ptr<std::atomic<bool>> suggestCancel = std::make_shared<std::atomic<bool>>(false);

  /// Keeps the standing notices up to date; false when it has been told already.
  bool keep(const StoreNotice& notice) {
    using What = StoreNotice::Kind;
    const auto drop = [this](What kind) {
      std::erase_if(standing, [kind](const StoreNotice& one) { return one.kind == kind; });
    };
    if (notice.kind == What::CacheRebuilt) {
      drop(What::CacheRebuilding);
    } else if (notice.kind == What::WritableAgain) {
      drop(What::DiskFull);
      drop(What::ReadOnly);
    } else {
      const bool isKnown = std::any_of(standing.begin(), standing.end(), [&](const auto& one) {
        return notice.kind == What::CalendarYearMissing && one.kind == notice.kind &&
               one.detail == notice.detail;
      });
      if (isKnown) return false;
      if (notice.kind != What::CalendarYearMissing) drop(notice.kind);
      standing.push_back(notice);
    }
    return true;
  }
  /// Bytes by `bring`, on the files thread; then the record, on the cache thread.
  template <class F>
  QFuture<Result<TicketView>> attach(const TicketId& id, const QString& name, F bring) {
    return files->run([this, actor = session, id, name, bring]() -> Result<TicketView> {
      if (!actor) return signedOut();
      if (!mayDo(actor->role, Deed::Attach)) {
        return Error{ErrorCode::Forbidden, QStringLiteral("role")};
      }
      const auto blob = workplace.noted(Result<Blob>(bring()));
      if (!blob) return blob.error();
      return workplace.cacheThread().runAndWait([&]() -> Result<TicketView> {
        const auto done = AttachmentService(workplace, *actor).attach(id, *blob, name);
        return done ? viewOf(id, *actor) : Result<TicketView>(done.error());
      });
    });
  }
  /// Cache thread: the ticket after a change.
  Result<TicketView> viewOf(const TicketId& id, const Agent& actor) {
    if (sync) sync->wakeBlobs();
    ViewBuilder builder(workplace.cacheDatabase(), workplace.starter, *workplace.engine,
                        workplace.now());
    builder.setViewer(actor, *workplace.hands());
    builder.setBlobs(workplace.blobs);
    return looked(builder.ticket(id));
  }
  /// A task of the signed-in person on the cache thread.
  template <class T, class F>
  QFuture<Result<T>> asActor(F task) {
    const auto actor = session;
    return workplace.cacheThread().run([this, actor, task = std::move(task)]() -> Result<T> {
      if (!actor) return signedOut();
      return task(workplace, *actor);
    });
  }
  /// As above, for a deed that the person's role must allow.
  template <class T, class F>
  QFuture<Result<T>> asActor(Deed deed, F task) {
    return asActor<T>(
        [deed, task = std::move(task)](Workplace& place, const Agent& actor) -> Result<T> {
          if (!mayDo(actor.role, deed)) return Error{ErrorCode::Forbidden, QStringLiteral("role")};
          return task(place, actor);
        });
  }
  /// An edit of households, which a rebuild must have reached.
  template <class F>
  QFuture<Result<HouseholdCard>> asKeeper(F task) {
    return asActor<HouseholdCard>(
        Deed::EditHousehold,
        [task = std::move(task)](Workplace& place, const Agent& actor) -> Result<HouseholdCard> {
          if (place.isRebuilding()) {
            if (auto done = place.catchUpToWork(); !done) return done.error();
          }
          return task(place, actor);
        });
  }
  /// A question on the call path's reading connection.
  template <class T, class F>
  QFuture<Result<T>> read(F task) {
    const auto me = session;
    return workplace.readThread().run([this, me, task = std::move(task)]() -> Result<T> {
      Database* database = workplace.readDatabase();
      if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
      ViewBuilder builder(*database, workplace.starter, *workplace.engine, workplace.now());
      builder.setViewer(me, *workplace.hands());
      builder.setBlobs(workplace.blobs);
      Result<T> result = task(builder, me);
      if (!result && result.error().code == ErrorCode::Corrupt) workplace.noteDamage();
      return result;
    });
  }
  /// Says how the floor stands, for walls on this store, when more is known than was said; one
  /// that stands alone has nothing to say.
  void tellWalls() {
    const SyncView view = sync->view();
    const FloorTimes& times = sync->floorTimes();
    if (view.state == SyncView::State::Alone || workplace.options.isHeadless) return;
    FloorWord word = wallWord;
    word.isStandby = times.isStandby;
    // A connection that was lost, or begins anew, takes nothing back of what was known.
    if (times.floorAt != Instant{}) word.heardAt = times.floorAt;
    if (times.othersAt != Instant{}) {
      word.statesAt = times.othersAt;
      word.states.clear();
      word.since.clear();
      for (const PresenceView& one : sync->lastTold()) {
        word.states << one.state;
        word.since << one.since;
      }
    }
    if (hasToldWalls && word == wallWord) return;
    // Before anything was heard the word of yesterday stays, which is older than it need not be.
    const bool isFirst = word == FloorWord{};
    wallWord = word;
    hasToldWalls = true;
    walls->post([folder = workplace.options.folder, word, isFirst] {
      if (!isFirst || !readFloorWord(folder)) writeFloorWord(folder, word);
    });
  }
  /// Looks whether somebody listens, so that the server is asked often enough.
  void lookForWalls() {
    if (workplace.options.isHeadless) return;
    walls->post([this] {
      hasWall = isWallThere(workplace.options.folder);
      sync->feedWall(hasWall);
    });
  }
  /// Asks the radar after something was saved, for who leads and for walls: nobody need open a page
  /// to hear of a group event.
  void askRadar();
  /// Thread: the report thread.
  void readRadar(Database& database);
  /// A question on the reports' connection, for whoever is signed in, or for nobody.
  template <class T, class F>
  QFuture<Result<T>> onReports(F task) {
    return workplace.reportThread().run([this, task = std::move(task)]() -> Result<T> {
      Database* database = workplace.reportDatabase();
      if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
      Result<T> result = task(workplace, *database);
      if (!result && result.error().code == ErrorCode::Corrupt) workplace.noteDamage();
      return result;
    });
  }
  /// A question on the reports' connection, for who leads the desk.
  template <class T, class F>
  QFuture<Result<T>> report(F task) {
    const auto me = session;
    return workplace.reportThread().run([this, me, task = std::move(task)]() -> Result<T> {
      if (!me) return signedOut();
      // Who may take a ticket out of somebody's hands leads the floor.
      if (!mayDo(me->role, Deed::TakeOver)) {
        return Error{ErrorCode::Forbidden, QStringLiteral("role")};
      }
      Database* database = workplace.reportDatabase();
      if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
      Result<T> result = task(workplace, *database);
      if (!result && result.error().code == ErrorCode::Corrupt) workplace.noteDamage();
      return result;
    });
  }
  /// Passes a ticket on that somebody looks at, and tells what its clocks lack; a ticket that is
  /// not there may only not have come yet.
  Result<TicketView> looked(Result<TicketView> view) {
    if (view) {
      workplace.tellMissingYears(
          milestoneInputOf(view->ticket, view->activities, workplace.starter), view->milestones);
    } else if (view.error().code == ErrorCode::NotFound && workplace.isRebuilding()) {
      return Error{ErrorCode::NotYet, view.error().detail};
    }
    return view;
  }
  /// A newer question makes the older ones of its lane Cancelled.
  template <class F>
  QFuture<Result<SearchAnswer>> find(std::shared_ptr<std::atomic<bool>>& lane, const QString& text,
                                     F task) {
    lane->store(true);
    lane = std::make_shared<std::atomic<bool>>(false);
    workplace.interruptSearch();
    const auto cancel = lane;
    return workplace.searchThread().run(
        [this, cancel, text, asker = session, task = std::move(task)]() {
          return runSearch(cancel, text, asker, task);
        });
  }

 private:
  template <class F>
  Result<SearchAnswer> runSearch(const std::shared_ptr<std::atomic<bool>>& cancel,
                                 const QString& text, const std::optional<Agent>& asker,
                                 const F& task) {
    if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer query")};
    Database* database = workplace.searchDatabase();
    if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
    const auto start = std::chrono::steady_clock::now();
    const auto shelf = workplace.shelf();
    SearchService service(*database, workplace.starter, *shelf, workplace.heard);
    service.setAsker(asker, workplace.now());
    auto hits = task(service, cancel.get());
    if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer query")};
    if (!hits) {
      if (hits.error().code == ErrorCode::Corrupt) workplace.noteDamage();
      return hits.error();
    }
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - start;
    return SearchAnswer{text, std::move(*hits), spent.count()};
  }
};

}  // namespace yingda
