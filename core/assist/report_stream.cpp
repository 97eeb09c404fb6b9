// SPDX-License-Identifier: GPL-3.0-or-later
// Few candidates by home, number and building; then the likeness of each, and the radar's word.
#include "core/assist/report_stream.h"

#include <QStringBuilder>
#include <algorithm>
#include <cmath>

namespace yingda {

namespace {

constexpr std::chrono::hours keptFor{30 * 24};
constexpr size_t keptMost = 200'000;
constexpr int lookedAtMost = 80;
// Two reports of one cause: once in so many that came by themselves.
constexpr double pairChance = 8e-4;

QStringList listsOf(const Report& report) {
  QStringList lists;
  const Address& place = report.place;
  if (!report.household.isEmpty()) lists << QString(u'h' % report.household);
  if (!place.room.isEmpty()) lists << QString(u'r' % canonicalAddress(place));
  if (!report.phone.isEmpty()) lists << QString(u'p' % report.phone);
  if (!place.building.isEmpty()) {
    lists << QString(u'b' % report.project % u'|' % place.building);
  } else if (!place.spot.isEmpty()) {
    lists << QString(u's' % report.project % u'|' % place.spot);
  }
  return lists;
}

Alike reasonOf(GroupScope scope) {
  if (scope == GroupScope::Project) return Alike::Project;
  return scope == GroupScope::Building ? Alike::Building : Alike::Unit;
}

Alike reasonOf(GroupMatter matter) {
  if (matter == GroupMatter::Words) return Alike::Words;
  return matter == GroupMatter::Category ? Alike::Category : Alike::Family;
}

}  // namespace

void ReportStream::lookIn(const QString& list, const Report& report, StreamAnswer& same,
                          StreamAnswer& cause, StreamAnswer& related) const {
  const auto found = m_lists.constFind(list);
  if (found == m_lists.constEnd()) return;
  int looked = 0;
  for (auto it = found->rbegin(); it != found->rend() && looked < lookedAtMost; ++it, ++looked) {
    if (*it < m_first) break;
    const Entry& other = m_recent[static_cast<size_t>(*it - m_first)];
    Likeness likeness = likenessOf(report, other.report);
    StreamAnswer& best = likeness.kind == TieKind::Same    ? same
                         : likeness.kind == TieKind::Cause ? cause
                                                           : related;
    if (likeness.kind == TieKind::None || likeness.score <= best.score) continue;
    best = {likeness.kind, other.key, likeness.score, std::move(likeness.reasons), {}};
  }
}

StreamAnswer ReportStream::add(qint64 key, const Report& report) {
  forget(report.at);
  StreamAnswer same;
  StreamAnswer cause;
  StreamAnswer related;
  const QStringList lists = listsOf(report);
  for (const QString& list : lists) lookIn(list, report, same, cause, related);
  const GroupVerdict verdict = m_radar.add(key, report);
  StreamAnswer answer;
  if (verdict.isAlert) m_firstOf.insert(verdict.event, verdict.finding->of.front());
  if (same.kind == TieKind::Same) {
    answer = std::move(same);
  } else if (verdict.event != 0 || (verdict.finding && verdict.finding->chance <= pairChance &&
                                    cause.kind == TieKind::Cause)) {
    answer = std::move(cause);
    answer.kind = TieKind::Cause;
    if (verdict.event != 0) answer.key = m_firstOf.value(verdict.event);
    if (verdict.event == 0) answer.key = verdict.finding->of.front();
    if (verdict.finding) {
      for (const Alike reason :
           {reasonOf(verdict.finding->scope), reasonOf(verdict.finding->matter)}) {
        auto& reasons = answer.reasons;
        if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
          reasons.push_back(reason);
        }
      }
      const double unlikely = -std::log10(std::max(1e-12, verdict.finding->chance)) / 12;
      answer.score = std::max(answer.score, unlikely);
    }
    if (answer.score == 0) answer.score = 0.25;
  } else if (cause.kind == TieKind::Cause) {
    answer = std::move(cause);
    answer.kind = TieKind::Related;
    answer.score /= 2;
  } else {
    answer = std::move(related);
  }
  answer.group = verdict;
  const qint64 sequence = m_first + static_cast<qint64>(m_recent.size());
  m_recent.push_back({key, report});
  for (const QString& list : lists) {
    Sequences& sequences = m_lists[list];
    while (!sequences.empty() && sequences.front() < m_first) sequences.pop_front();
    sequences.push_back(sequence);
  }
  return answer;
}

void ReportStream::forget(Instant now) {
  while (!m_recent.empty() &&
         (now - m_recent.front().report.at > keptFor || m_recent.size() >= keptMost)) {
    m_recent.pop_front();
    ++m_first;
  }
}

}  // namespace yingda
