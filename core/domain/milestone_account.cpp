// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the rows: the calendar's day, cut by pauses, by changes and by now.
#include "core/domain/milestone_account.h"

#include <algorithm>

#include "core/domain/milestone_timeline.h"
#include "core/domain/milestone_verdict.h"

namespace yingda {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using Clock = MilestoneRule::Clock;

struct Piece {
  Instant from{};
  Instant to{};
  QString reason;
  bool isOpen = false;
};

struct ChangeRow {
  Instant at{};
  QString reason;
};

/// Builds the rows of one account.
class Ledger {
 public:
  Ledger(const Verdict& verdict, const Timeline& timeline, Instant now)
      : m_verdict(verdict), m_timeline(timeline), m_clock(verdict.clock()), m_now(now) {
    m_end = std::max(m_clock.start(), m_clock.due() ? *m_clock.due() : openEnd());
  }

  std::vector<Segment> segments() {
    findChanges();
    findSolution();
    findCuts();
    for (const Piece& piece : basePieces()) cutPiece(piece);
    while (m_nextChange < m_changes.size()) addChange();
    return std::move(m_rows);
  }

  Instant end() const { return m_end; }
  qint64 countedSeconds() const { return m_counted.count() / 1000; }

  double pausedShare() const {
    Milliseconds paused{0};
    for (const Stop& stop : m_clock.stops()) {
      if (stop.isPause) paused += m_clock.open(stop.from, std::min(stop.to, m_end));
    }
    const Milliseconds all = paused + m_counted;
    if (all.count() == 0) return 0;
    return static_cast<double>(paused.count()) / static_cast<double>(all.count());
  }

 private:
  /// Without a deadline the rows go on to now, to the pause that took it away or to the last fact.
  Instant openEnd() const {
    Instant end = m_now;
    for (const Stop& stop : m_clock.stops()) end = std::max(end, stop.from);
    for (const Fact* fact : m_timeline.facts()) end = std::max(end, fact->at);
    return end;
  }

  void addPiece(std::vector<Piece>& pieces, Piece piece) const {
    piece.from = std::max(piece.from, m_clock.start());
    piece.to = std::min(piece.to, m_end);
    if (piece.from < piece.to) pieces.push_back(std::move(piece));
  }

  std::vector<Piece> basePieces() const {
    std::vector<Piece> pieces;
    const ServiceCalendar* calendar = m_clock.calendarOrNull();
    if (!calendar) {
      const bool isAgreed = m_verdict.ruleOrNull()->clock == Clock::Agreed;
      addPiece(
          pieces,
          {m_clock.start(), m_end,
           isAgreed ? QStringLiteral("按与业主约定的日期") : QStringLiteral("全天计时"), true});
      return pieces;
    }
    for (LocalDay day = localDayOf(m_clock.start()); instantAt(day, minutes{0}) < m_end;
         day += days{1}) {
      addDay(*calendar, day, pieces);
    }
    return pieces;
  }

  void addDay(const ServiceCalendar& calendar, LocalDay day, std::vector<Piece>& pieces) const {
    const DayHours& hours = calendar.day(day);
    const Instant midnight = instantAt(day, minutes{0});
    const Instant next = instantAt(day + days{1}, minutes{0});
    if (hours.spans.empty()) {
      addPiece(pieces, {midnight, next, hours.reason, false});
      return;
    }
    Instant at = midnight;
    for (const Span& span : hours.spans) {
      const Instant from = instantAt(day, minutes{span.fromMinute});
      const Instant to = instantAt(day, minutes{span.toMinute});
      const bool isFirst = at == midnight;
      addPiece(pieces,
               {at, from, isFirst ? QStringLiteral("夜间") : QStringLiteral("午休"), false});
      addPiece(pieces, {from, to, hours.reason, true});
      at = to;
    }
    addPiece(pieces, {at, next, QStringLiteral("夜间"), false});
  }

  void findChanges() {
    const Instant decided = m_verdict.stretch().from;
    for (const Fact* fact : m_timeline.facts()) {
      if (fact->at <= m_clock.start()) continue;
      QString what;
      if (fact->kind == FactKind::LevelChanged) {
        what = QString(u"级别改为" % levelColour(fact->level) % u" " % levelWord(fact->level));
      } else if (fact->kind == FactKind::CategoryChanged) {
        what = QStringLiteral("类别已更改");
      } else {
        continue;
      }
      const bool isApplied = fact->at <= decided;
      if (!isApplied && fact->at > m_end) continue;
      m_changes.push_back({fact->at, isApplied ? QString(what % u"，按新口径从受理起重算")
                                               : QString(what % u"，本项结论不变")});
    }
  }

  void findSolution() {
    const auto met = m_verdict.metAt();
    if (!m_verdict.isMetBySolution() || !met || *met <= m_clock.start() || *met > m_end) return;
    const auto later =
        std::upper_bound(m_changes.begin(), m_changes.end(), *met,
                         [](Instant at, const ChangeRow& change) { return at < change.at; });
    m_changes.insert(later, {*met, QStringLiteral("办结时一并完成")});
  }

  void findCuts() {
    m_cuts = {m_now};
    for (const ChangeRow& change : m_changes) m_cuts.push_back(change.at);
    for (const Stop& stop : m_clock.stops()) {
      m_cuts.push_back(stop.from);
      m_cuts.push_back(stop.to);
    }
    for (const PauseSpan& pause : m_timeline.pauses()) {
      m_cuts.push_back(pause.from);
      m_cuts.push_back(pause.to);
    }
    std::sort(m_cuts.begin(), m_cuts.end());
  }

  void cutPiece(const Piece& piece) {
    Instant from = piece.from;
    auto cut = std::upper_bound(m_cuts.begin(), m_cuts.end(), from);
    while (from < piece.to) {
      const Instant to = cut == m_cuts.end() ? piece.to : std::min(*cut++, piece.to);
      if (to <= from) continue;
      addRow({from, to, piece.reason, piece.isOpen});
      from = to;
    }
  }

  static QString pauseText(const QString& reason) {
    if (reason.isEmpty()) return QStringLiteral("暂停");
    const auto known = pauseReasonFromText(reason);
    return QString(u"暂停 · " % (known ? pauseReasonWord(*known) : reason));
  }

  void addRow(const Piece& piece) {
    while (m_nextChange < m_changes.size() && m_changes[m_nextChange].at <= piece.from) addChange();
    Segment row{.from = piece.from,
                .to = piece.to,
                .countedSeconds = 0,
                .reason = piece.reason,
                .counted = piece.isOpen,
                .isFuture = piece.from >= m_now};
    const auto covers = [&](const auto& span) {
      return span.from <= piece.from && piece.from < span.to;
    };
    const auto& stops = m_clock.stops();
    const auto& pauses = m_timeline.pauses();
    const auto stop = std::find_if(stops.begin(), stops.end(), covers);
    const auto pause = std::find_if(pauses.begin(), pauses.end(), covers);
    if (stop != stops.end()) {
      row.reason = stop->isPause ? pauseText(stop->reason) : stop->reason;
      row.counted = false;
    } else if (piece.isOpen && pause != pauses.end()) {
      row.reason = pauseText(pause->reason) + QStringLiteral("（照常计时）");
    }
    const qint64 before = countedSeconds();
    m_counted += m_clock.counted(piece.from, piece.to);
    // Rounding the running sum, not each row, keeps the rows adding up.
    row.countedSeconds = countedSeconds() - before;
    joinOrPush(std::move(row));
  }

  void joinOrPush(Segment row) {
    const bool joins = !m_rows.empty() && m_rows.back().to == row.from &&
                       m_rows.back().from < m_rows.back().to &&
                       m_rows.back().reason == row.reason && m_rows.back().counted == row.counted &&
                       m_rows.back().isFuture == row.isFuture;
    if (!joins) {
      m_rows.push_back(std::move(row));
      return;
    }
    m_rows.back().to = row.to;
    m_rows.back().countedSeconds += row.countedSeconds;
  }

  void addChange() {
    const ChangeRow& change = m_changes[m_nextChange++];
    m_rows.push_back({.from = change.at,
                      .to = change.at,
                      .countedSeconds = 0,
                      .reason = change.reason,
                      .counted = false,
                      .isFuture = change.at >= m_now});
  }

  const Verdict& m_verdict;
  const Timeline& m_timeline;
  const ClockRun& m_clock;
  Instant m_now{};
  Instant m_end{};
  Milliseconds m_counted{0};
  std::vector<ChangeRow> m_changes;
  std::size_t m_nextChange = 0;
  std::vector<Instant> m_cuts;
  std::vector<Segment> m_rows;
};

QString sentenceOf(const Verdict& verdict, const Account& account) {
  const ClockRun& clock = verdict.clock();
  const ServiceCalendar* calendar = clock.calendarOrNull();
  QString text = levelWord(verdict.stretch().level) % u"，" % verdict.ruleOrNull()->text % u"，" %
                 (calendar ? QString(u"日历「" % calendar->name() % u"」")
                           : QStringLiteral("全天计时，不暂停")) %
                 u"，从 " % dayAndClockText(clock.start()) % u" 起算。";
  if (calendar) text += calendar->hoursText() % u"。";
  if (verdict.isMetBySolution()) {
    text += u"没有单独记录，按 " % dayAndClockText(*verdict.metAt()) % u" 办结时完成。";
  }
  if (!clock.due()) text += QStringLiteral("正在暂停，恢复后才有到期时间。");
  for (const int year : account.missingYears) {
    text += QStringLiteral("%1 年的放假通知还没有导入，先按全天计时。").arg(year);
  }
  return text;
}

}  // namespace

Account accountOf(const Verdict& verdict, const Timeline& timeline, MilestoneId id, Instant now) {
  Account account;
  account.milestoneId = milestoneCode(id);
  if (!verdict.applies()) return account;
  Ledger ledger(verdict, timeline, std::min(now, timeline.end()));
  account.segments = ledger.segments();
  account.countedSeconds = ledger.countedSeconds();
  account.pausedShare = ledger.pausedShare();
  if (const ServiceCalendar* calendar = verdict.clock().calendarOrNull()) {
    account.calendarText = calendar->title();
    account.missingYears = calendar->missingYears(verdict.clock().start(), ledger.end());
  }
  account.level = verdict.stretch().level;
  account.rule = verdict.ruleOrNull()->text;
  account.start = verdict.clock().start();
  account.isPaused = !verdict.clock().due();
  account.isMetBySolution = verdict.isMetBySolution();
  if (const ServiceCalendar* calendar = verdict.clock().calendarOrNull()) {
    account.calendar = calendar->name();
    account.hours = calendar->hoursText();
  }
  account.sentence = sentenceOf(verdict, account);
  return account;
}

QString dayAndClockText(Instant at) {
  static constexpr const char16_t* weekdays[] = {u"周一", u"周二", u"周三", u"周四",
                                                 u"周五", u"周六", u"周日"};
  const LocalDay day = localDayOf(at);
  return QString(toIso(day).mid(5) % u' ' % QString::fromUtf16(weekdays[isoWeekday(day) - 1]) %
                 u' ' % clockText(at));
}

}  // namespace yingda
