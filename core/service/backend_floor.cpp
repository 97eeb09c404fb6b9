// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's shared floor: joining it, what happens on it, and the change of a shift.
#include "core/service/backend_parts.h"
#include "core/service/claim_service.h"
#include "core/service/conflict_service.h"
#include "core/service/handover_service.h"
#include "core/service/like_service.h"
#include "core/service/promise_service.h"
#include "core/service/tie_service.h"

namespace yingda {

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

QFuture<Result<void>> Backend::takeHandovers(const QList<TicketId>& tickets,
                                             const QList<DraftId>& drafts) {
  return m_parts->asActor<void>([tickets, drafts](Workplace& place, const Agent& actor) {
    return HandoverService(place, actor).take(tickets, drafts);
  });
}

QFuture<Result<TicketView>> Backend::tie(const TicketId& ticket, const TicketId& other,
                                         TieKind kind) {
  return m_parts->asActor<TicketView>(
      [this, ticket, other, kind](Workplace& place, const Agent& actor) -> Result<TicketView> {
        const auto done = TieService(place, actor).tie(ticket, other, kind);
        return done ? m_parts->viewOf(ticket, actor) : Result<TicketView>(done.error());
      });
}

QFuture<Result<LikeAnswer>> Backend::like(const TicketDraft& draft) {
  auto& lane = m_parts->likeCancel;
  lane->store(true);
  lane = std::make_shared<std::atomic<bool>>(false);
  Workplace& workplace = m_parts->workplace;
  return workplace.searchThread().run([&workplace, draft, cancel = lane]() -> Result<LikeAnswer> {
    // A search that is asked meanwhile stops what this thread reads; this question still stands.
    while (!cancel->load()) {
      Database* database = workplace.searchDatabase();
      if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
      workplace.heard.refresh(*database, workplace.now());
      auto answer = LikeService(*database, workplace.starter, workplace.heard.rarity())
                        .like(draft, workplace.reports);
      if (answer || answer.error().code != ErrorCode::Cancelled) return answer;
    }
    return Error{ErrorCode::Cancelled, QStringLiteral("newer draft")};
  });
}

QFuture<Result<int>> Backend::callsInWeek(const HouseholdId& household, const QString& number,
                                          const TicketId& without) {
  Workplace& workplace = m_parts->workplace;
  return workplace.searchThread().run([&workplace, household, number, without]() -> Result<int> {
    Database* database = workplace.searchDatabase();
    if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
    return LikeService(*database, workplace.starter, workplace.heard.rarity())
        .callsSince(workplace.now() - std::chrono::days{7}, household, number, without);
  });
}

QFuture<Result<TriageAnswer>> Backend::triage(const QString& text) {
  return m_parts->triage->answer(text);
}

QFuture<Result<LearningView>> Backend::learning() { return m_parts->triage->learning(); }

QFuture<Result<LearningView>> Backend::relearn() { return m_parts->triage->relearn(); }

QFuture<Result<std::vector<DoubleView>>> Backend::doubles() {
  return m_parts->asActor<std::vector<DoubleView>>(
      [](Workplace& place, const Agent& actor) { return TieService(place, actor).doubles(); });
}

QFuture<Result<void>> Backend::closeDoubles() { return m_parts->sync->closeOutage(); }

QFuture<Result<TicketView>> Backend::makePromise(const TicketId& ticket, const PromiseWish& wish) {
  return m_parts->asActor<TicketView>(
      [this, ticket, wish](Workplace& place, const Agent& actor) -> Result<TicketView> {
        const auto done = PromiseService(place, actor).make(ticket, wish);
        return done ? m_parts->viewOf(ticket, actor) : Result<TicketView>(done.error());
      });
}

QFuture<Result<TicketView>> Backend::keepPromise(const TicketId& ticket, const PromiseId& promise,
                                                 bool isKept) {
  return m_parts->asActor<TicketView>(
      [this, ticket, promise, isKept](Workplace& place, const Agent& actor) -> Result<TicketView> {
        const auto done = PromiseService(place, actor).settle(promise, isKept);
        return done ? m_parts->viewOf(ticket, actor) : Result<TicketView>(done.error());
      });
}

QFuture<Result<std::vector<Promise>>> Backend::promisesOf(const TicketId& ticket) {
  return m_parts->asActor<std::vector<Promise>>([ticket](Workplace& place, const Agent& actor) {
    return PromiseService(place, actor).of(ticket);
  });
}

Result<Promise> Backend::draftPromise(const TicketDraft& draft, const PromiseWish& wish) {
  if (!m_parts->session) return signedOut();
  Workplace& place = m_parts->workplace;
  auto promise = plannedPromise(wish, draft.ticket.id, m_parts->session->id, place.now());
  if (promise) promise->id = PromiseId::make(*place.clock, place.uiRandom());
  return promise;
}

SyncView Backend::sync() const { return m_parts->sync->view(); }

QFuture<Result<JoinTest>> Backend::testServer(const ServerAddress& request) {
  return m_parts->sync->test(request);
}

QFuture<Result<AgentId>> Backend::joinServer(const ServerAddress& request) {
  return m_parts->sync->join(request);
}

QFuture<Result<qint64>> Backend::cancelJoin() { return m_parts->sync->cancelJoin(); }

QFuture<Result<SeatChange>> Backend::takeNewSeat() { return m_parts->sync->takeNewSeat(); }

void Backend::syncNow() { m_parts->sync->wake(); }

Result<SyncView> Backend::syncToQuiet(int triesMax, const std::atomic<bool>* stop) {
  return m_parts->sync->runToQuiet(triesMax, stop);
}

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
        builder.setViewer(actor, *place.hands());
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

}  // namespace yingda
