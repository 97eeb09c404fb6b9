// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's group events, the radar that proposes them, and cases that were like this.
#include "core/service/backend_parts.h"
#include "core/service/event_service.h"
#include "core/service/similar_service.h"

namespace yingda {

namespace {

constexpr int eventsMost = 200;

}  // namespace

QFuture<Result<EventView>> Backend::actOnEvent(const EventId& id, const event_act::Any& what) {
  return m_parts->asActor<EventView>([id, what](Workplace& place, const Agent& actor) {
    return EventService(place, actor).act(id, what);
  });
}

QFuture<Result<EventView>> Backend::groupEvent(const EventId& id) {
  return m_parts->asActor<EventView>(
      [id](Workplace& place, const Agent& actor) { return EventService(place, actor).view(id); });
}

QFuture<Result<std::vector<EventView>>> Backend::events(bool isOpenOnly) {
  return m_parts->onReports<std::vector<EventView>>(
      [isOpenOnly](Workplace& place, Database& database) {
        return EventReader(database, place.starter).newest(isOpenOnly, eventsMost);
      });
}

QFuture<Result<std::vector<EventProposal>>> Backend::proposals() {
  return m_parts->onReports<std::vector<EventProposal>>(
      [this](Workplace& place, Database& database) {
        return m_parts->radar.proposals(database, place.now());
      });
}

QFuture<Result<std::vector<NumberedReport>>> Backend::reportsSince(Instant from, int most) {
  return m_parts->onReports<std::vector<NumberedReport>>(
      [from, most](Workplace&, Database& database) {
        return numberedReports(database, from, most);
      });
}

QFuture<Result<std::vector<SimilarCase>>> Backend::similar(const SimilarQuestion& question) {
  auto& lane = m_parts->similarCancel;
  lane->store(true);
  lane = std::make_shared<std::atomic<bool>>(false);
  Workplace& workplace = m_parts->workplace;
  using Cases = std::vector<SimilarCase>;
  return workplace.searchThread().run([&workplace, question, cancel = lane]() -> Result<Cases> {
    if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer question")};
    Database* database = workplace.searchDatabase();
    if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
    return SimilarService(*database).like(question, cancel.get());
  });
}

QFuture<Result<ConsistencyView>> Backend::consistency(Instant from, Instant to) {
  return m_parts->report<ConsistencyView>([from, to](Workplace&, Database& database) {
    return SimilarService(database).consistency(from, to);
  });
}

}  // namespace yingda
