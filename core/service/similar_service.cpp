// SPDX-License-Identifier: GPL-3.0-or-later
// The index finds, the ranker weighs, the record tells how it ended.
#include "core/service/similar_service.h"

#include <QMap>
#include <algorithm>

#include "core/assist/group_radar.h"
#include "core/assist/similar_cases.h"
#include "core/assist/word_vector.h"
#include "core/domain/sensitive.h"

namespace yingda {

namespace {

// More than this is common, whatever the exact number.
constexpr int countedMost = 2000;
constexpr int candidatesMost = 300;
constexpr double leafBonus = 1.35;
constexpr double familyBonus = 1.15;
/// The newest say what is done today.
constexpr int endingsMost = 300;
constexpr int consistencyMost = 100'000;
// Cosine of outcomes; two sentences about one remedy share about this much.
constexpr double oneRemedy = 0.3;

bool isCancelled(const std::atomic<bool>* cancel) { return cancel && cancel->load(); }
Error cancelled() { return {ErrorCode::Cancelled, QStringLiteral("newer question")}; }

QueueRow rowOf(const StoredTicket& stored) {
  QueueRow row;
  row.id = stored.ticket.id;
  row.number = stored.ticket.number;
  row.level = stored.ticket.level;
  row.stage = stored.ticket.stage;
  row.kind = stored.ticket.kind;
  row.title = stored.text.title;
  row.place = stored.text.place;
  row.receivedAt = stored.ticket.receivedAt;
  return row;
}

QString quoted(const QString& term) { return u'"' % term % u'"'; }

}  // namespace

Result<SimilarCase> SimilarService::caseOf(const StoredTicket& stored) {
  SimilarCase one;
  one.row = rowOf(stored);
  one.category = stored.ticket.category;
  one.solution = stored.ticket.solution;
  one.cause = stored.text.cause;
  one.outcome = stored.text.outcome;
  one.reply = stored.text.reply;
  const auto activities = m_tickets.activities(stored.row);
  if (!activities) return activities.error();
  for (const Activity& activity : *activities) {
    if (activity.isVoid) continue;
    if (activity.kind == ActivityKind::Archived) {
      one.days =
          std::chrono::duration<double, std::ratio<86400>>(activity.at - stored.ticket.receivedAt)
              .count();
    }
    if (activity.kind == ActivityKind::CallbackAttempt) one.owner = activity.data[u"score"].toInt();
  }
  return one;
}

Result<std::vector<SimilarCase>> SimilarService::like(const SimilarQuestion& question,
                                                      const std::atomic<bool>* cancel) {
  std::vector<SimilarCase> cases;
  const QStringList terms = caseTerms(question.text);
  std::vector<int> counts;
  for (const QString& term : terms) {
    if (isCancelled(cancel)) return cancelled();
    const auto count = m_tickets.countOf(quoted(term), countedMost);
    if (!count) return count.error();
    counts.push_back(*count);
  }
  const auto documents = m_tickets.countAll();
  if (!documents) return documents.error();
  const auto rare = rarestTerms(terms, counts, std::max(*documents, 1));
  if (rare.empty()) return cases;
  QStringList asked;
  for (const CaseTerm& term : rare) asked << quoted(term.text);
  const auto found = m_tickets.candidates(asked.join(QStringLiteral(" OR ")), candidatesMost);
  if (!found) return found.error();
  struct Ranked {
    const StoredTicket* stored;
    double score;
    QStringList evidence;
  };
  double length = 0;
  for (const StoredTicket& stored : *found) {
    length += static_cast<double>(stored.text.title.size() + stored.text.request.size());
  }
  length /= static_cast<double>(std::max<size_t>(1, found->size()));
  std::vector<Ranked> ranked;
  const QString family = categoryFamily(question.category);
  for (const StoredTicket& stored : *found) {
    const Ticket& ticket = stored.ticket;
    if (ticket.stage != Stage::Archived || ticket.id == question.except) continue;
    if (!isOpen(ticket)) continue;
    Ranked one{&stored, 0, {}};
    one.score = caseScore(rare, stored.text.title, stored.text.request, length, &one.evidence);
    if (one.score <= 0) continue;
    const bool isLeaf = !ticket.category.isEmpty() && ticket.category == question.category;
    const bool isFamily = !family.isEmpty() && categoryFamily(ticket.category) == family;
    one.score *= isLeaf ? leafBonus : isFamily ? familyBonus : 1;
    ranked.push_back(std::move(one));
  }
  if (isCancelled(cancel)) return cancelled();
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  for (const Ranked& one : ranked) {
    if (static_cast<int>(cases.size()) >= question.limit) break;
    auto shown = caseOf(*one.stored);
    if (!shown) return shown.error();
    shown->score = one.score;
    shown->evidence = one.evidence;
    cases.push_back(std::move(*shown));
  }
  return cases;
}

std::vector<int> outcomeFamilies(const QStringList& outcomes) {
  std::vector<int> families;
  std::vector<WordVector> leaders;
  for (const QString& outcome : outcomes) {
    const WordVector words(outcome);
    int best = -1;
    double most = oneRemedy;
    for (size_t i = 0; i < leaders.size(); ++i) {
      const double likeness = leaders[i].likeness(words);
      if (likeness < most) continue;
      most = likeness;
      best = static_cast<int>(i);
    }
    if (best < 0) {
      best = static_cast<int>(leaders.size());
      leaders.push_back(words);
    }
    families.push_back(best);
  }
  return families;
}

namespace {

/// The ways in which these ended, commonest first. One remedy under two closing codes is two ways.
std::vector<EndingFamily> familiesOf(const std::vector<const StoredTicket*>& newestFirst) {
  QStringList outcomes;
  for (const StoredTicket* stored : newestFirst) outcomes << stored->text.outcome;
  const std::vector<int> remedies = outcomeFamilies(outcomes);
  std::vector<EndingFamily> families;
  QMap<std::pair<QString, int>, size_t> places;
  for (size_t i = 0; i < remedies.size(); ++i) {
    const StoredTicket& stored = *newestFirst[i];
    const std::pair key{stored.ticket.solution, remedies[i]};
    if (!places.contains(key)) {
      places.insert(key, families.size());
      families.push_back({stored.ticket.solution, stored.text.outcome, 0, {}});
    }
    EndingFamily& family = families[places.value(key)];
    ++family.tickets;
    if (family.newest.size() < endingsShown) family.newest.push_back(rowOf(stored));
  }
  std::stable_sort(families.begin(), families.end(),
                   [](const auto& a, const auto& b) { return a.tickets > b.tickets; });
  return families;
}

}  // namespace

bool SimilarService::isOpen(const Ticket& ticket) const {
  return ticket.sensitive.isEmpty() ||
         readingOf(ticket, m_reader ? &*m_reader : nullptr) == Reading::Whole;
}

Result<ConsistencyView> SimilarService::consistency(Instant from, Instant to) {
  const auto received = m_tickets.receivedSince(from, consistencyMost);
  if (!received) return received.error();
  QMap<QString, std::vector<const StoredTicket*>> ofLeaf;
  for (auto stored = received->rbegin(); stored != received->rend(); ++stored) {
    const Ticket& ticket = stored->ticket;
    if (ticket.receivedAt >= to || ticket.stage != Stage::Archived) continue;
    if (ticket.category.isEmpty() || stored->text.outcome.isEmpty()) continue;
    ofLeaf[ticket.category].push_back(&*stored);
  }
  ConsistencyView view;
  for (auto it = ofLeaf.cbegin(); it != ofLeaf.cend(); ++it) {
    const int tickets = static_cast<int>(it.value().size());
    if (tickets < endingsLeast) continue;
    const auto families = familiesOf(it.value());
    const EndingFamily& most = families.front();
    view.tickets += tickets;
    view.index += most.tickets;
    view.rows.push_back({it.key(), tickets, static_cast<int>(families.size()),
                         static_cast<double>(most.tickets) / tickets, most.outcome});
  }
  if (view.tickets > 0) view.index /= view.tickets;
  std::stable_sort(
      view.rows.begin(), view.rows.end(),
      [](const ConsistencyRow& a, const ConsistencyRow& b) { return a.tickets > b.tickets; });
  return view;
}

Result<EndingsView> SimilarService::endings(const QString& category, Instant from) {
  EndingsView view;
  view.category = category;
  if (category.isEmpty()) return view;
  const auto archived = m_tickets.archivedOf(category, from, endingsMost);
  if (!archived) return archived.error();
  std::vector<const StoredTicket*> told;
  for (const StoredTicket& stored : *archived) {
    if (!stored.text.outcome.isEmpty() && isOpen(stored.ticket)) told.push_back(&stored);
  }
  view.tickets = static_cast<int>(told.size());
  view.families = familiesOf(told);
  if (view.tickets > 0) {
    view.share = static_cast<double>(view.families.front().tickets) / view.tickets;
  }
  return view;
}

}  // namespace yingda
