// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's group events, the radar that proposes them, and cases that were like this.
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

#include "core/service/backend_parts.h"
#include "core/service/event_service.h"
#include "core/service/similar_service.h"
#include "core/text/address.h"

namespace yingda {

namespace {

constexpr int eventsMost = 200;
// A proposal is shown for a day; nobody dismisses more in one.
constexpr qsizetype dismissedMost = 200;
const QString dismissedFact = QStringLiteral("radar.dismissed");

/// The tickets of each dismissed proposal, the oldest first. Thread: the journal thread.
Result<QList<QSet<QString>>> dismissedIn(Workplace& workplace) {
  QList<QSet<QString>> all;
  const auto text = workplace.journal().meta(dismissedFact);
  if (!text) {
    return text.error().code == ErrorCode::NotFound ? Result<QList<QSet<QString>>>(all)
                                                    : text.error();
  }
  for (const QJsonValue& proposal : QJsonDocument::fromJson(*text).array()) {
    QSet<QString> tickets;
    for (const QJsonValue& id : proposal.toArray()) tickets.insert(id.toString());
    all << tickets;
  }
  return all;
}

/// One report more, and it is another proposal.
bool covers(const QSet<QString>& dismissed, const QList<TicketId>& tickets) {
  return std::all_of(tickets.begin(), tickets.end(),
                     [&dismissed](const TicketId& id) { return dismissed.contains(id.text()); });
}

/// What the radar proposes now, with what this seat has dismissed. Thread: the report thread.
Result<std::vector<EventProposal>> proposalsIn(RadarService& radar, Workplace& place,
                                               Database& database) {
  auto found = radar.proposals(database, place.now());
  if (!found) return found;
  const auto dismissed = place.journalThread().runAndWait([&place] { return dismissedIn(place); });
  if (!dismissed) return dismissed.error();
  for (EventProposal& one : *found) {
    one.isDismissed =
        std::any_of(dismissed->begin(), dismissed->end(),
                    [&one](const QSet<QString>& tickets) { return covers(tickets, one.tickets); });
  }
  return found;
}

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
        return proposalsIn(m_parts->radar, place, database);
      });
}

void Backend::Parts::askRadar() {
  // What comes in together is told together; and a storm of saves costs one question.
  constexpr Milliseconds radarEvery{3'000};
  const bool isWanted = hasWall || (session && mayDo(session->role, Deed::TakeOver));
  if (!isWanted || !isRadarDue || steadyNow() - radarAskedAt < radarEvery) return;
  radarAskedAt = steadyNow();
  workplace.reportThread().post([this] {
    Database* database = workplace.reportDatabase();
    if (database) readRadar(*database);
  });
}

void Backend::Parts::readRadar(Database& database) {
  // What is saved from now on asks again.
  isRadarDue = false;
  const auto found = proposalsIn(radar, workplace, database);
  if (!found) {
    isRadarDue = true;
    return;
  }
  hasReadRadar = true;
  radarSeen.clear();
  radarSeen.reserve(found->size());
  for (const EventProposal& one : *found) {
    if (one.isDismissed) continue;
    const GroupFinding& finding = one.finding;
    const QString building = parseAddress(finding.place).building;
    const QString place =
        building.isEmpty() ? finding.project : QString(finding.project % u' ' % building % u'栋');
    radarSeen.push_back({one.tickets, finding.category, one.title, place, finding.homes});
  }
  writeRadarWord(workplace.options.folder, radarSeen);
}

QFuture<Result<void>> Backend::dismissProposal(const QList<TicketId>& tickets, bool isDismissed) {
  Workplace& workplace = m_parts->workplace;
  const auto actor = m_parts->session;
  return workplace.journalThread().run(
      [this, &workplace, actor, tickets, isDismissed]() -> Result<void> {
        if (!actor) return signedOut();
        if (!mayDo(actor->role, Deed::TakeCall)) {
          return Error{ErrorCode::Forbidden, QStringLiteral("role")};
        }
        auto all = dismissedIn(workplace);
        if (!all) return all.error();
        all->removeIf([&tickets](const QSet<QString>& one) { return covers(one, tickets); });
        if (isDismissed) {
          QSet<QString> one;
          for (const TicketId& id : tickets) one.insert(id.text());
          *all << one;
        }
        if (all->size() > dismissedMost) all->remove(0, all->size() - dismissedMost);
        QJsonArray json;
        for (const QSet<QString>& one : std::as_const(*all)) {
          json.append(QJsonArray::fromStringList(one.values()));
        }
        auto noted = workplace.noted(workplace.journal().setMeta(
            dismissedFact, QJsonDocument(json).toJson(QJsonDocument::Compact)));
        m_parts->isRadarDue = true;
        return noted;
      });
}

QFuture<Result<std::vector<QuickEntry>>> Backend::quickEntries() {
  return m_parts->onReports<std::vector<QuickEntry>>([](Workplace& place, Database& database) {
    return EventReader(database, place.starter).quickEntries(eventsMost);
  });
}

QFuture<Result<TicketDraft>> Backend::completing(const TicketId& id) {
  Workplace& workplace = m_parts->workplace;
  const DraftId draftId = DraftId::make(*workplace.clock, workplace.uiRandom());
  return m_parts->read<TicketDraft>(
      [id, draftId](ViewBuilder& builder, const auto& me) -> Result<TicketDraft> {
        if (!me || !mayDo(me->role, Deed::TakeCall)) {
          return Error{ErrorCode::Forbidden, QStringLiteral("role")};
        }
        const auto view = builder.ticket(id);
        if (!view) return view.error();
        if (view->reading != Reading::Whole) {
          return Error{ErrorCode::Forbidden, QStringLiteral("sensitive")};
        }
        TicketDraft draft;
        draft.id = draftId;
        draft.ticket = view->ticket;
        draft.text = view->text;
        draft.isSaved = true;
        // What stands there was chosen by somebody.
        draft.levelTouched = true;
        draft.kindTouched = true;
        draft.candidate = view->ticket.household;
        draft.verified = !view->ticket.household.isNull();
        for (const Activity& one : view->activities) {
          if (one.kind != ActivityKind::Contact || !draft.callerNumber.isEmpty()) continue;
          draft.callerNumber = one.data[u"number"].toString();
        }
        for (const Activity& one : view->activities) {
          const bool isMark = one.kind == ActivityKind::Confirmed ||
                              one.kind == ActivityKind::Told || one.kind == ActivityKind::Verified;
          if (isMark && !one.isVoid) draft.facts.push_back({one.kind, one.at, one.data, true});
        }
        draft.touchedAt = view->computedAt;
        return draft;
      });
}

QFuture<Result<NumberedReports>> Backend::reportsSince(Instant from, int most) {
  return m_parts->onReports<NumberedReports>([from, most](Workplace&, Database& database) {
    return numberedReports(database, from, most);
  });
}

QFuture<Result<std::vector<SimilarCase>>> Backend::similar(const SimilarQuestion& question) {
  auto& lane = m_parts->similarCancel;
  lane->store(true);
  lane = std::make_shared<std::atomic<bool>>(false);
  Workplace& workplace = m_parts->workplace;
  using Cases = std::vector<SimilarCase>;
  return workplace.searchThread().run(
      [&workplace, question, cancel = lane, me = m_parts->session]() -> Result<Cases> {
        if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer question")};
        Database* database = workplace.searchDatabase();
        if (!database) return Error{ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")};
        return SimilarService(*database, me).like(question, cancel.get());
      });
}

QFuture<Result<ConsistencyView>> Backend::consistency(Instant from, Instant to) {
  return m_parts->report<ConsistencyView>([from, to](Workplace&, Database& database) {
    return SimilarService(database, std::nullopt).consistency(from, to);
  });
}

QFuture<Result<EndingsView>> Backend::endings(const QString& category) {
  // For everybody who takes calls: it stands beside the cases that are theirs to read.
  return m_parts->onReports<EndingsView>(
      [category, me = m_parts->session](Workplace& place, Database& database) {
        constexpr std::chrono::days aYear{365};
        return SimilarService(database, me).endings(category, place.now() - aYear);
      });
}

}  // namespace yingda
