// SPDX-License-Identifier: GPL-3.0-or-later
// The facade: takes values on the calling thread, works on the right one, answers by a future.
#include <QDir>
#include <QFile>

#include "core/base/paths.h"
#include "core/service/attachment_service.h"
#include "core/service/backend_parts.h"
#include "core/service/duty_service.h"
#include "core/service/household_service.h"
#include "core/service/search_service.h"
#include "core/service/ticket_service.h"

namespace yingda {

namespace {

// How often the journal is looked at for what other processes saved.
constexpr std::chrono::milliseconds othersInterval{500};
// The first minute of a start belongs to the work.
constexpr std::chrono::minutes nightlyInterval{1};

}  // namespace

Backend::Backend(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

// The threads stop while the callbacks' receiver still exists.
Backend::~Backend() {
  m_parts->others.stop();
  m_parts->nightly.stop();
  m_parts->door.reset();
  m_parts->files.reset();
  m_parts->walls.reset();
  // The radar goes before the thread that asks it.
  m_parts->workplace.reportThread().runAndWait([] {});
  if (!m_parts->sync) return;
  Workplace& workplace = m_parts->workplace;
  workplace.cacheThread().runAndWait([&workplace] { workplace.onSaved = nullptr; });
  m_parts->sync.reset();
  // Nothing that is saved speaks to it any more.
  m_parts->triage.reset();
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
    const bool isKnowledge = touched.hasKnowledge || touched.isEmpty();
    const bool isPractice = touched.hasPractice || touched.isEmpty();
    // An event without a ticket is news as well: quick entry begins with one.
    const bool isWork = touched.isEmpty() || touched.hasEvent ||
                        tickets.size() + households.size() > 0 ||
                        touched.tickets.size() + touched.households.size() > listMax;
    QMetaObject::invokeMethod(
        self,
        [self, tickets, households, isKnowledge, isPractice, isWork] {
          if (isWork) self->m_parts->isRadarDue = true;
          if (isWork) Q_EMIT self->changed(tickets, households);
          if (isKnowledge) self->fetchShelf();
          if (isPractice) Q_EMIT self->practiceChanged();
        },
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
  self->m_parts->starter = workplace.starter;
  self->fetchShelf();
  QTimer& others = self->m_parts->others;
  others.setInterval(othersInterval);
  QObject::connect(&others, &QTimer::timeout, self, [self, &workplace] {
    workplace.cacheThread().post([&workplace] { workplace.lookForOthers(); });
    workplace.tryAgain();
    self->m_parts->lookForWalls();
    self->m_parts->askRadar();
  });
  if (!options.readOnly) others.start();
  self->m_parts->triage = std::make_unique<TriageService>(workplace);
  QTimer& nightly = self->m_parts->nightly;
  nightly.setInterval(nightlyInterval);
  QObject::connect(&nightly, &QTimer::timeout, self, [self, &workplace] {
    self->m_parts->triage->tick(workplace.now());
    // What takes effect today does so at midnight.
    if (self->m_parts->shelfDay != localDayOf(workplace.now())) self->fetchShelf();
  });
  if (!options.readOnly && !options.isHeadless) nightly.start();
  self->m_parts->sync = std::make_unique<SyncService>(workplace);
  SyncService* sync = self->m_parts->sync.get();
  QObject::connect(sync, &SyncService::changed, self, &Backend::takeSync);
  QObject::connect(sync, &SyncService::stepped, self, [self] { self->m_parts->tellWalls(); });
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

const Starter& Backend::starter() const { return m_parts->starter; }
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
      [this, draft, intent, to](Workplace& workplace, const Agent& actor) {
        auto answer = TicketService(workplace, actor).save(draft, intent, to);
        // A ticket is one label; what is saved again is read by the nightly fit.
        if (answer && answer->missing.isEmpty() && !draft.isSaved) {
          m_parts->triage->noteSaved(answer->draft.ticket, answer->draft.text);
        }
        return answer;
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
  return workplace.searchThread().run(
      [&workplace, query, limit]() -> Result<std::vector<SearchHit>> {
        Database* database = workplace.searchDatabase();
        if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
        return SearchService(*database, workplace.starter, *workplace.shelf(), workplace.heard)
            .households(query, limit);
      });
}

QFuture<Result<std::vector<Remark>>> Backend::remarks(const QString& text, WordingField field,
                                                      const LintContext& context) {
  auto& lane = m_parts->remarkCancel[static_cast<size_t>(field)];
  if (lane) lane->store(true);
  lane = std::make_shared<std::atomic<bool>>(false);
  return m_parts->copilot->run(
      [cancel = lane, text, field, context]() -> Result<std::vector<Remark>> {
        if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer text")};
        return WordingLint::builtIn().lint(text, field, context);
      });
}

QFuture<Result<EmotionReading>> Backend::feeling(const QString& request,
                                                 const CallBehaviour& call) {
  auto& lane = m_parts->feelingCancel;
  if (lane) lane->store(true);
  lane = std::make_shared<std::atomic<bool>>(false);
  return m_parts->copilot->run(
      [cancel = lane, request, call,
       meter = m_parts->triage->emotionMeter()]() -> Result<EmotionReading> {
        if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer words")};
        return meter->read(request, call);
      });
}

QFuture<Result<SearchAnswer>> Backend::suggestArticles(const QString& text,
                                                       const QString& category) {
  auto& lane = m_parts->suggestCancel;
  lane->store(true);
  lane = std::make_shared<std::atomic<bool>>(false);
  Workplace& workplace = m_parts->workplace;
  // It waits for no disk, and so for no search; but for its articles, while they are put in order.
  TaskThread& thread = workplace.isShelfDue() ? workplace.searchThread() : *m_parts->copilot;
  return thread.run([&workplace, text, category, cancel = lane]() -> Result<SearchAnswer> {
    const auto start = std::chrono::steady_clock::now();
    auto hits = workplace.shelf()->suggestions(text, workplace.starter.category(category), category,
                                               cancel.get());
    if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer text")};
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - start;
    return SearchAnswer{text, std::move(hits), spent.count()};
  });
}

}  // namespace yingda
