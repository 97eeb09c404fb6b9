// SPDX-License-Identifier: GPL-3.0-or-later
// The facade: takes values on the calling thread, works on the right one, answers by a future.
#include "core/service/backend.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/domain/authority.h"
#include "core/domain/ticket_milestones.h"
#include "core/service/attachment_service.h"
#include "core/service/claim_service.h"
#include "core/service/conflict_service.h"
#include "core/service/duty_service.h"
#include "core/service/floor_sign_in.h"
#include "core/service/handover_service.h"
#include "core/service/household_service.h"
#include "core/service/people_service.h"
#include "core/service/search_service.h"
#include "core/service/sync_service.h"
#include "core/service/ticket_service.h"
#include "core/service/view_builder.h"
#include "core/service/workplace.h"

namespace yingda {

namespace {

// How often the journal is looked at for what other processes saved.
constexpr std::chrono::milliseconds othersInterval{500};

/// The server answers, and does not know the person or not by this password.
bool isSentAway(const SyncView& view) {
  return view.state == SyncView::State::Offline &&
         (view.reason == u"password" || view.reason == u"person");
}

Error signedOut() { return {ErrorCode::Refused, QStringLiteral("nobody is signed in")}; }

}  // namespace

struct Backend::Parts {
  explicit Parts(const BackendOptions& options) : workplace(options) {}

  Workplace workplace;
  std::unique_ptr<SyncService> sync;
  std::optional<Agent> session;
  /// Works in the first tier until the server has vouched for them; as who they are then.
  std::optional<Agent> unvouched;
  /// Where sign-ins wait for the server, and nobody for them.
  std::unique_ptr<TaskThread> door = std::make_unique<TaskThread>("sign-in");
  /// Copies files in and out; nothing else waits for it.
  std::unique_ptr<TaskThread> files = std::make_unique<TaskThread>("files");
  std::unique_ptr<QTemporaryDir> opened;  ///< files thread
  int openedCount = 0;                    ///< files thread
  std::optional<SeatPresence> told;
  QTimer others;
  QString company = QStringLiteral("云杉物业");
  std::vector<StoreNotice> standing;
  std::shared_ptr<std::atomic<bool>> searchCancel = std::make_shared<std::atomic<bool>>(false);
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
    builder.setViewer(actor.id, *workplace.hands());
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
      builder.setViewer(me ? me->id : AgentId(), *workplace.hands());
      builder.setBlobs(workplace.blobs);
      Result<T> result = task(builder, me);
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
        [this, cancel, text, task = std::move(task)]() { return runSearch(cancel, text, task); });
  }

 private:
  template <class F>
  Result<SearchAnswer> runSearch(const std::shared_ptr<std::atomic<bool>>& cancel,
                                 const QString& text, const F& task) {
    if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer query")};
    Database* database = workplace.searchDatabase();
    if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
    const auto start = std::chrono::steady_clock::now();
    SearchService service(*database, workplace.starter, workplace.articles);
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

Backend::Backend(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

// The threads stop while the callbacks' receiver still exists.
Backend::~Backend() {
  m_parts->others.stop();
  m_parts->door.reset();
  m_parts->files.reset();
  if (!m_parts->sync) return;
  Workplace& workplace = m_parts->workplace;
  workplace.cacheThread().runAndWait([&workplace] { workplace.onSaved = nullptr; });
  m_parts->sync.reset();
}

Result<std::unique_ptr<Backend>> Backend::open(const BackendOptions& options) {
  qRegisterMetaType<StoreNotice>();
  std::unique_ptr<Backend> backend(new Backend(std::make_unique<Parts>(options)));
  Backend* self = backend.get();
  Workplace& workplace = self->m_parts->workplace;
  workplace.onChanged = [self](const Touched& touched) {
    QList<TicketId> tickets;
    QList<HouseholdId> households;
    // A rebuild touches everything; beyond this the screens ask anew instead.
    constexpr qsizetype listMax = 500;
    if (touched.tickets.size() <= listMax && touched.households.size() <= listMax) {
      for (const QUuid& id : touched.tickets) tickets << TicketId(id);
      for (const QUuid& id : touched.households) households << HouseholdId(id);
    }
    QMetaObject::invokeMethod(
        self, [self, tickets, households] { Q_EMIT self->changed(tickets, households); },
        Qt::QueuedConnection);
  };
  workplace.onNotice = [self](const StoreNotice& notice) {
    QMetaObject::invokeMethod(
        self,
        [self, notice] {
          if (self->m_parts->keep(notice)) Q_EMIT self->noticed(notice);
        },
        Qt::QueuedConnection);
  };
  if (auto opened = workplace.open(); !opened) return opened.error();
  QTimer& others = self->m_parts->others;
  others.setInterval(othersInterval);
  QObject::connect(&others, &QTimer::timeout, self, [&workplace] {
    workplace.cacheThread().post([&workplace] { workplace.lookForOthers(); });
    workplace.tryAgain();
  });
  if (!options.readOnly) others.start();
  self->m_parts->sync = std::make_unique<SyncService>(workplace);
  SyncService* sync = self->m_parts->sync.get();
  QObject::connect(sync, &SyncService::changed, self, &Backend::takeSync);
  QObject::connect(sync, &SyncService::presenceChanged, self, &Backend::presenceChanged);
  QObject::connect(sync, &SyncService::claimLost, self, &Backend::claimLost);
  // Whoever leaves or changes says nothing until the next word of the screens.
  QObject::connect(self, &Backend::sessionChanged, sync, [self, sync] {
    self->m_parts->told.reset();
    sync->setPresence(std::nullopt);
  });
  workplace.cacheThread().runAndWait(
      [&workplace, sync] { workplace.onSaved = [sync] { sync->wake(); }; });
  if (!options.readOnly && !options.isHeadless) sync->start();
  return backend;
}

const Starter& Backend::starter() const { return m_parts->workplace.starter; }
const MilestoneEngine& Backend::engine() const { return *m_parts->workplace.engine; }
const Clock& Backend::clock() const { return *m_parts->workplace.clock; }
QString Backend::folder() const { return m_parts->workplace.options.folder; }
bool Backend::isDemo() const {
  return QDir(folder()) == QDir(demoStoreFolder()) ||
         QFile::exists(folder() % QStringLiteral("/demo"));
}
std::vector<StoreNotice> Backend::standingNotices() const { return m_parts->standing; }
std::optional<Agent> Backend::session() const { return m_parts->session; }
QString Backend::companyName() const { return m_parts->company; }

// People.

QFuture<Result<std::vector<Agent>>> Backend::agents() {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run([&workplace] { return PeopleService(workplace).agents(); });
}

QFuture<Result<std::vector<Agent>>> Backend::peopleHere() {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run(
      [&workplace] { return PeopleService(workplace).peopleHere(); });
}

QFuture<Result<Agent>> Backend::setUpStandAlone(const FirstRun& first) {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run(
      [&workplace, first] { return PeopleService(workplace).setUp(first); });
}

QFuture<Result<Agent>> Backend::addAgent(const Agent& agent, const QString& pin) {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  return workplace.cacheThread().run(
      [&workplace, actor, agent, pin] { return PeopleService(workplace).add(actor, agent, pin); });
}

QFuture<Result<Agent>> Backend::signIn(const QString& staffNumber, const QString& secret) {
  Workplace& workplace = m_parts->workplace;
  const SyncView view = sync();
  // Nobody waits for a server that is known not to answer. One that sent somebody away answers.
  const bool asksServer = view.state != SyncView::State::Offline || isSentAway(view);
  return m_parts->door->run([=, this, &workplace]() -> Result<Agent> {
    const auto agent = workplace.cacheThread().runAndWait(
        [&] { return PeopleService(workplace).find(staffNumber); });
    if (!agent) {
      return agent.error().code == ErrorCode::NotFound
                 ? Error{ErrorCode::WrongPin, QStringLiteral("unknown person")}
                 : agent.error();
    }
    if (agent->login.isEmpty()) {
      const auto checked = workplace.cacheThread().runAndWait(
          [&] { return PeopleService(workplace).checkPin(*agent, secret); });
      if (!checked) return checked.error();
      m_parts->sync->speakAs({}, {});
      return admit(*agent, true);
    }
    const auto visit = FloorSignIn(workplace).signIn(*agent, secret, asksServer);
    if (!visit) return visit.error();
    m_parts->sync->speakAs(agent->login, secret);
    return admit(visit->agent, visit->isVouched);
  });
}

QFuture<Result<Agent>> Backend::signInTrusted(const QString& staffNumber) {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run([this, &workplace, staffNumber]() -> Result<Agent> {
    auto agent = PeopleService(workplace).find(staffNumber);
    if (!agent) return agent;
    return admit(*agent, true);
  });
}

Agent Backend::admit(const Agent& agent, bool isVouched) {
  Agent person = agent;
  if (!isVouched) person.role = firstTierOf(agent.role);
  QMetaObject::invokeMethod(
      this,
      [this, person, agent, isVouched] {
        enter(person);
        if (!isVouched) m_parts->unvouched = agent;
      },
      Qt::QueuedConnection);
  return person;
}

void Backend::enter(const Agent& agent) {
  m_parts->unvouched.reset();
  m_parts->session = agent;
  Q_EMIT sessionChanged();
}

void Backend::lock() {
  m_parts->unvouched.reset();
  m_parts->session.reset();
  Q_EMIT sessionChanged();
}

bool Backend::isFirstTier() const { return m_parts->unvouched.has_value(); }

void Backend::takeSync(const SyncView& view) {
  if (!view.company.isEmpty()) m_parts->company = view.company;
  const auto& waiting = m_parts->unvouched;
  if (waiting && view.state == SyncView::State::Live && view.login == waiting->login) {
    enter(Agent(*waiting));
  } else if (waiting && isSentAway(view) && view.login == waiting->login) {
    const QString reason = view.reason;
    m_parts->door->post([this, agent = *waiting] {
      if (const auto done = FloorSignIn(m_parts->workplace).forget(agent); !done) {
        qCWarning(logStore) << "a sign-in is not forgotten:" << done.error().detail;
      }
    });
    lock();
    Q_EMIT sentAway(reason);
  }
  Q_EMIT syncChanged(view);
}

// Households.

QFuture<Result<CallerCard>> Backend::callerCard(const QString& number) {
  return m_parts->read<CallerCard>(
      [number](ViewBuilder& builder, const auto&) { return builder.caller(number); });
}

QFuture<Result<HouseholdCard>> Backend::householdCard(const HouseholdId& id) {
  return m_parts->read<HouseholdCard>(
      [id](ViewBuilder& builder, const auto&) { return builder.household(id); });
}

QFuture<Result<std::vector<Community>>> Backend::communities() {
  Workplace& workplace = m_parts->workplace;
  return workplace.readThread().run([&workplace]() -> Result<std::vector<Community>> {
    Database* database = workplace.readDatabase();
    if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
    return HouseholdQueries(*database).communities();
  });
}

QFuture<Result<HouseholdCard>> Backend::saveHousehold(const HouseholdEdit& edit) {
  return m_parts->asKeeper([edit](Workplace& workplace, const Agent& actor) {
    return HouseholdService(workplace, actor).save(edit);
  });
}

QFuture<Result<HouseholdCard>> Backend::savePerson(const PersonEdit& edit) {
  return m_parts->asKeeper([edit](Workplace& workplace, const Agent& actor) {
    return HouseholdService(workplace, actor).savePerson(edit);
  });
}

QFuture<Result<HouseholdCard>> Backend::movePersonOut(const PersonId& person) {
  return m_parts->asKeeper([person](Workplace& workplace, const Agent& actor) {
    return HouseholdService(workplace, actor).moveOut(person);
  });
}

QFuture<Result<HouseholdCard>> Backend::mergePeople(const PersonId& keep,
                                                    const PersonId& duplicate) {
  return m_parts->asKeeper([keep, duplicate](Workplace& workplace, const Agent& actor) {
    return HouseholdService(workplace, actor).merge(keep, duplicate);
  });
}

QFuture<Result<HouseholdCard>> Backend::setCareTags(const HouseholdId& id,
                                                    const QList<CareTag>& tags) {
  return m_parts->asKeeper([id, tags](Workplace& workplace, const Agent& actor) {
    return HouseholdService(workplace, actor).setCareTags(id, tags);
  });
}

QFuture<Result<HouseholdCard>> Backend::saveWarranty(const HouseholdId& id,
                                                     const Warranty& warranty) {
  return m_parts->asKeeper([id, warranty](Workplace& workplace, const Agent& actor) {
    return HouseholdService(workplace, actor).saveWarranty(id, warranty);
  });
}

// Whom to telephone.

QFuture<Result<std::vector<DutyContact>>> Backend::dutyContacts() {
  Workplace& workplace = m_parts->workplace;
  return workplace.readThread().run([&workplace]() -> Result<std::vector<DutyContact>> {
    Database* database = workplace.readDatabase();
    if (!database) return Error{ErrorCode::Busy, QStringLiteral("cache is being rebuilt")};
    return HouseholdQueries(*database).dutyContacts();
  });
}

QFuture<Result<std::vector<DutyContact>>> Backend::saveDutyContacts(
    const std::vector<DutyContact>& rows) {
  return m_parts->asActor<std::vector<DutyContact>>(
      Deed::EditDuty, [rows](Workplace& workplace, const Agent& actor) {
        return DutyService(workplace, actor).save(rows);
      });
}

// Drafts.

QFuture<Result<TicketDraft>> Backend::newDraft(const QString& callerNumber, Instant firstRing) {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  const TicketId ticket = TicketId::make(*workplace.clock, workplace.uiRandom());
  const DraftId draft = DraftId::make(*workplace.clock, workplace.uiRandom());
  return workplace.journalThread().run(
      [&workplace, actor, callerNumber, firstRing, ticket, draft]() -> Result<TicketDraft> {
        if (!actor) return signedOut();
        return TicketService(workplace, *actor).newDraft(callerNumber, firstRing, ticket, draft);
      });
}

QFuture<Result<void>> Backend::saveDraft(const TicketDraft& draft) {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  return workplace.journalThread().run([&workplace, actor, draft]() -> Result<void> {
    if (!actor) return signedOut();
    return TicketService(workplace, *actor).saveDraft(draft);
  });
}

QFuture<Result<void>> Backend::dropDraft(const DraftId& id) {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  return workplace.journalThread().run([&workplace, actor, id]() -> Result<void> {
    if (!actor) return signedOut();
    return workplace.noted(workplace.journal().removeDraft(id));
  });
}

QFuture<Result<std::vector<TicketDraft>>> Backend::drafts() {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  return workplace.journalThread().run([&workplace, actor]() -> Result<std::vector<TicketDraft>> {
    if (!actor) return signedOut();
    auto rows = workplace.journal().drafts(actor->id);
    if (!rows) return rows.error();
    std::vector<TicketDraft> drafts;
    for (const Draft& row : *rows) {
      auto draft = decodeDraft(row.body);
      if (draft) drafts.push_back(std::move(*draft));
    }
    return drafts;
  });
}

QFuture<Result<void>> Backend::wrapUpWithoutTicket(const TicketDraft& draft, const QString& code,
                                                   const QString& text) {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  return workplace.cacheThread().run([&workplace, actor, draft, code, text]() -> Result<void> {
    if (!actor) return signedOut();
    return TicketService(workplace, *actor).wrapUp(draft, code, text);
  });
}

// Tickets.

QFuture<Result<SaveAnswer>> Backend::save(const TicketDraft& draft, SaveIntent intent,
                                          const DispatchTo& to) {
  return m_parts->asActor<SaveAnswer>(
      [draft, intent, to](Workplace& workplace, const Agent& actor) {
        return TicketService(workplace, actor).save(draft, intent, to);
      });
}

QFuture<Result<TicketView>> Backend::act(const TicketId& id, const act::Any& what,
                                         std::optional<Instant> at) {
  const bool mayBackdate = isDemo();
  return m_parts->asActor<TicketView>(
      [this, id, what, at, mayBackdate](Workplace& workplace,
                                        const Agent& actor) -> Result<TicketView> {
        if (at && !mayBackdate) return Error{ErrorCode::Refused, QStringLiteral("at")};
        return m_parts->looked(TicketService(workplace, actor).act(id, what, at));
      });
}

QFuture<Result<HandoverSheet>> Backend::handoverSheet() {
  return m_parts->asActor<HandoverSheet>(
      [](Workplace& place, const Agent& actor) { return HandoverService(place, actor).sheet(); });
}

QFuture<Result<HandoverSheet>> Backend::giveHandover(const std::vector<HandoverGift>& gifts) {
  return m_parts->asActor<HandoverSheet>([gifts](Workplace& place, const Agent& actor) {
    return HandoverService(place, actor).give(gifts);
  });
}

QFuture<Result<std::vector<HandoverLine>>> Backend::handoversToMe() {
  return m_parts->asActor<std::vector<HandoverLine>>(
      [](Workplace& place, const Agent& actor) { return HandoverService(place, actor).waiting(); });
}

QFuture<Result<void>> Backend::takeHandovers(const QList<TicketId>& tickets) {
  return m_parts->asActor<void>([tickets](Workplace& place, const Agent& actor) {
    return HandoverService(place, actor).take(tickets);
  });
}

SyncView Backend::sync() const { return m_parts->sync->view(); }

QFuture<Result<JoinTest>> Backend::testServer(const ServerAddress& request) {
  return m_parts->sync->test(request);
}

QFuture<Result<AgentId>> Backend::joinServer(const ServerAddress& request) {
  return m_parts->sync->join(request);
}

void Backend::syncNow() { m_parts->sync->wake(); }

Result<SyncView> Backend::syncToQuiet(int triesMax) { return m_parts->sync->runToQuiet(triesMax); }

void Backend::setPresence(const QString& state, const TicketId& ticket, bool isWriting) {
  if (!m_parts->session) return;
  auto& told = m_parts->told;
  const bool isSame = told && told->ticket == ticket && told->agent == m_parts->session->id;
  const Instant since = isSame ? told->since : m_parts->workplace.now();
  const SeatPresence now{m_parts->session->id, state, ticket, isWriting, since};
  if (told == now) return;
  told = now;
  m_parts->sync->setPresence(told);
}

std::vector<PresenceView> Backend::presence() const { return m_parts->sync->presence(); }

QFuture<Result<TicketView>> Backend::claim(const TicketId& ticket, ClaimWish wish,
                                           const QString& reason) {
  return m_parts->asActor<TicketView>(
      [this, ticket, wish, reason](Workplace& place, const Agent& actor) -> Result<TicketView> {
        const auto done = ClaimService(place, actor).wish(ticket, wish, reason);
        if (!done) return done.error();
        ViewBuilder builder(place.cacheDatabase(), place.starter, *place.engine, place.now());
        builder.setViewer(actor.id, *place.hands());
        builder.setBlobs(place.blobs);
        return m_parts->looked(builder.ticket(ticket));
      });
}

QFuture<Result<std::vector<ConflictView>>> Backend::conflicts() {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run([&workplace] { return ConflictService(workplace).list(); });
}

QFuture<Result<std::vector<RefusalView>>> Backend::refusals() {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run(
      [&workplace] { return ConflictService(workplace).refusals(); });
}

QFuture<Result<void>> Backend::restoreConflict(const QUuid& id) {
  return m_parts->asActor<void>([id](Workplace& place, const Agent& actor) {
    return ConflictService(place).restore(actor, id);
  });
}

QFuture<Result<void>> Backend::markConflictSeen(const QUuid& id) {
  return m_parts->asActor<void>(
      [id](Workplace& place, const Agent&) { return ConflictService(place).markSeen(id); });
}

QFuture<Result<VerifyAnswer>> Backend::verify() {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run(
      [&workplace]() -> Result<VerifyAnswer> { return workplace.verify(); });
}

QFuture<Result<TicketView>> Backend::ticket(const TicketId& id) {
  return m_parts->read<TicketView>([this, id](ViewBuilder& builder, const auto&) {
    return m_parts->looked(builder.ticket(id));
  });
}

QFuture<Result<TicketView>> Backend::ticketByNumber(const QString& number) {
  return m_parts->read<TicketView>([this, number](ViewBuilder& builder, const auto&) {
    return m_parts->looked(builder.ticketByNumber(number));
  });
}

QFuture<Result<QueuePage>> Backend::queue(QueueKind kind, int limit) {
  return m_parts->read<QueuePage>([kind, limit](ViewBuilder& builder, const auto& me) {
    return builder.queue(kind, me, limit);
  });
}

// Attachments.

QFuture<Result<TicketView>> Backend::attach(const TicketId& id, const QString& path,
                                            const QString& name) {
  return m_parts->attach(id, name.isEmpty() ? path : name, [this, path] {
    return AttachmentService::bring(m_parts->workplace.blobs, path);
  });
}

QFuture<Result<TicketView>> Backend::attachBytes(const TicketId& id, const QByteArray& bytes,
                                                 const QString& name) {
  return m_parts->attach(id, name, [this, bytes] {
    return AttachmentService::bring(m_parts->workplace.blobs, bytes);
  });
}

QFuture<Result<TicketView>> Backend::detach(const TicketId& id, const ActivityId& attachment) {
  return m_parts->asActor<TicketView>(
      [this, id, attachment](Workplace& place, const Agent& actor) -> Result<TicketView> {
        const auto done = AttachmentService(place, actor).detach(id, attachment);
        return done ? m_parts->viewOf(id, actor) : Result<TicketView>(done.error());
      });
}

QFuture<Result<QString>> Backend::openAttachment(const TicketId& id, const Attachment& attachment) {
  Parts* parts = m_parts.get();
  return parts->files->run([parts, id, attachment]() -> Result<QString> {
    if (!parts->opened) parts->opened = std::make_unique<QTemporaryDir>();
    // Each in a folder of its own: names are other people's, and two may be the same.
    const QString folder = parts->opened->filePath(QString::number(++parts->openedCount));
    if (auto made = makePrivateFolder(folder); !made) return made.error();
    const QString path = folder % u'/' % cleanFileName(attachment.name);
    const auto copied = parts->workplace.blobs.copyTo(attachment.sha256, path);
    if (!copied) {
      if (parts->sync) parts->sync->want(id);
      return copied.error();
    }
    QFile::setPermissions(path, QFile::ReadOwner);
    return path;
  });
}

void Backend::wantAttachments(const TicketId& id) {
  if (m_parts->sync) m_parts->sync->want(id);
}

QFuture<Result<Account>> Backend::why(const TicketId& id, const QString& milestoneId) {
  return m_parts->read<Account>([id, milestoneId](ViewBuilder& builder, const auto&) {
    return builder.account(id, milestoneId);
  });
}

std::vector<Milestone> Backend::draftMilestones(const TicketDraft& draft) const {
  const MilestoneInput input = milestoneInputOf(draft, starter());
  auto milestones = engine().milestones(input, clock().now());
  m_parts->workplace.tellMissingYears(input, milestones);
  return milestones;
}

Account Backend::draftAccount(const TicketDraft& draft, const QString& milestoneId) const {
  return engine().account(milestoneInputOf(draft, starter()), milestoneId, clock().now());
}

QFuture<Result<DemoReport>> Backend::makeDemo(const DemoOptions& options) {
  Workplace& workplace = m_parts->workplace;
  return workplace.cacheThread().run(
      [&workplace, options] { return yingda::makeDemo(workplace, options); });
}

// Search.

QFuture<Result<SearchAnswer>> Backend::search(const SearchQuery& query) {
  return m_parts->find(m_parts->searchCancel, query.text,
                       [query](SearchService& service, const std::atomic<bool>* cancel) {
                         return service.search(query, cancel);
                       });
}

QFuture<Result<std::vector<SearchHit>>> Backend::findHouseholds(const QString& query, int limit) {
  Workplace& workplace = m_parts->workplace;
  return workplace.searchThread().run([&workplace, query,
                                       limit]() -> Result<std::vector<SearchHit>> {
    Database* database = workplace.searchDatabase();
    if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
    return SearchService(*database, workplace.starter, workplace.articles).households(query, limit);
  });
}

QFuture<Result<SearchAnswer>> Backend::suggestArticles(const QString& text,
                                                       const QString& category) {
  return m_parts->find(
      m_parts->suggestCancel, text,
      [text, category](SearchService& service,
                       const std::atomic<bool>* cancel) -> Result<std::vector<SearchHit>> {
        return service.suggestions(text, category, cancel);
      });
}

}  // namespace yingda
