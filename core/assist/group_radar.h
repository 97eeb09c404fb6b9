// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the stream of reports for many homes that tell of one cause, and says why it thinks so:
// a scan over places, matters and times against what is usual there.
#pragma once

#include <QHash>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/assist/report_likeness.h"

namespace yingda {

class UsualRate;

/// Where the reports of one event lie, the narrowest first.
enum class GroupScope {
  Riser,     ///< homes one above the other share a pipe: the same door of one stair
  Lift,      ///< the lift of a stair
  Unit,      ///< 同梯
  Building,  ///< 同楼, or one spot of the project: 地下车库
  Project,
};
QString groupScopeCode(GroupScope scope);  ///< riser lift unit building project

/// What they have in common.
enum class GroupMatter { Category, Family, Words };
QString groupMatterCode(GroupMatter matter);  ///< category family words

/// Many homes, one place, one matter, and how unlikely that is where nothing is wrong.
struct GroupFinding {
  GroupScope scope = GroupScope::Unit;
  QString project;
  QString place;  ///< canonical, without the project: 3栋2单元; empty: the whole project
  GroupMatter matter = GroupMatter::Category;
  QString category;        ///< of a leaf, of a family, or empty: the words agree
  int homes = 0;           ///< different ones, this report's among them
  Milliseconds span{};     ///< from the first of them to this report
  Milliseconds window{};   ///< in which they were counted
  double expected = 0;     ///< reports that were to be expected there in that window
  double chance = 1;       ///< that so many more come by themselves; the greatest is 1
  std::vector<qint64> of;  ///< keys of the reports, the oldest first, this one last
  friend bool operator==(const GroupFinding&, const GroupFinding&) = default;
};

/// What the radar says of one report.
struct GroupVerdict {
  std::optional<GroupFinding> finding;  ///< the least likely, if it is unlikely at all
  /// Number of the event that the report belongs to, from 1; 0: none.
  int event = 0;
  /// This report made the event; later ones let it grow and say nothing new.
  bool isAlert = false;
  friend bool operator==(const GroupVerdict&, const GroupVerdict&) = default;
};

/// How much is needed before anything is said.
struct RadarLimits {
  int homesLeast = 3;            ///< of an alert
  double alertChance = 4e-4;     ///< of an alert at most
  double fewChance = 8e-5;       ///< of an alert of no more homes than the least
  double findingChance = 3e-3;   ///< of a finding at most
  std::chrono::hours quiet{24};  ///< the longest silence after which an event has not ended
};

/// Reports are given in order of time (one that is up to the longest window late is counted where
/// it stands in line). What is usual is learned from the same stream: a rate for each place and
/// matter, drawn towards what such places have everywhere until the place has a history of its own,
/// with its uncertainty added, and a profile of the 168 hours of the week. Reports of an event do
/// not teach what is usual, unless it is so long that it is. Time of `add`: bounded by
/// `scanMost` reports of one place; memory: by 72 hours of reports, 30,000 at most.
/// Thread: one at a time.
class GroupRadar {
 public:
  explicit GroupRadar(RadarLimits limits = {});
  ~GroupRadar();
  GroupRadar(GroupRadar&&) noexcept;
  GroupRadar& operator=(GroupRadar&&) noexcept;

  /// Takes the report in, and says what it makes of it. `key` is the caller's own.
  GroupVerdict add(qint64 key, const Report& report);
  /// Says the same, and stays as it was: the report is still being written.
  GroupVerdict look(const Report& report) const;
  static constexpr int scanMost = 400;

 private:
  struct Entry;
  struct Event;
  struct Sight;
  struct Hit;
  using Sequences = std::deque<qint64>;

  Sight sightOf(qint64 key, const Report& report) const;
  const Entry& entryOf(qint64 sequence) const;
  std::optional<Hit> scan(const Sight& sight) const;
  std::vector<qint64> membersOf(const Sight& sight, const Hit& hit) const;
  GroupFinding findingOf(const Sight& sight, const Hit& hit) const;
  /// What was heard of it is no sign of anything new.
  bool isOver(int event, Instant now) const;
  int eventOf(const Sight& sight) const;
  /// The event that half of these already belong to; 0: none.
  int eventAmong(const std::vector<qint64>& members) const;
  bool isAlarming(const Hit& hit) const;
  void decide(const Sight& sight, const Hit& hit, GroupVerdict& verdict);
  void keep(const Sight& sight, int event);
  void forget(Instant now);

  RadarLimits m_limits;
  std::unique_ptr<UsualRate> m_usual;
  /// What came within the longest window, and the number of the first of it.
  std::deque<Entry> m_recent;
  qint64 m_firstRecent = 0;
  qint64 m_taught = 0;
  /// The numbers of the recent reports of a place, by what names it.
  QHash<QString, Sequences> m_places;
  std::deque<Event> m_events;
  /// The newest events of a project.
  QHash<QString, std::vector<int>> m_eventsOf;
};

/// repair.water.burst_common → repair.water; a category of two parts is its own family.
QString categoryFamily(const QString& category);

}  // namespace yingda
