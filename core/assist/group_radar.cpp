// SPDX-License-Identifier: GPL-3.0-or-later
// One walk back through the reports of each place, counted against what is usual.
#include "core/assist/group_radar.h"

#include <QSet>
#include <QStringBuilder>
#include <algorithm>
#include <array>

#include "core/assist/usual_rate.h"
#include "core/base/invariant.h"

namespace yingda {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<Milliseconds, 7> windows{minutes{10}, minutes{30}, hours{1}, hours{3},
                                              hours{8},    hours{24},   hours{72}};
// Of a whole project only what comes within one shift has one cause.
constexpr size_t projectWindows = 5;
// What is told is believed to be ordinary when a day made no event of it.
constexpr hours teachAfter{12};
// What is longer or lasts longer is the way things are there.
constexpr int eventReportsMost = 25;
constexpr hours eventLastsMost{36};
// So soon after another one of its event a report needs no counting.
constexpr minutes atOnce{20};
// Cosine; below what joins a topic by its words alone (0.22–0.25 on dated complaints), because
// place and hours agree already. Chosen on seeds 1 to 6 of bench_radar.
constexpr double wordsOfOneTopic = 0.18;
// Shares of all reports: a leaf, a family, and two texts that resemble each other by chance.
constexpr double leafShare = 1.0 / 40;
constexpr double familyShare = 1.0 / 12;
constexpr double wordsShare = 0.03;
constexpr double looksPerExpected = 20;
constexpr size_t eventsKept = 32;
constexpr size_t recentMost = 30'000;

constexpr std::array matters{GroupMatter::Category, GroupMatter::Family, GroupMatter::Words};
constexpr std::array scopes{GroupScope::Riser, GroupScope::Lift, GroupScope::Unit,
                            GroupScope::Building, GroupScope::Project};

bool hasRiser(const QString& family) {
  return family == u"repair.water" || family == u"repair.leak";
}

}  // namespace

QString groupScopeCode(GroupScope scope) {
  switch (scope) {
    case GroupScope::Riser:
      return QStringLiteral("riser");
    case GroupScope::Lift:
      return QStringLiteral("lift");
    case GroupScope::Unit:
      return QStringLiteral("unit");
    case GroupScope::Building:
      return QStringLiteral("building");
    case GroupScope::Project:
      return QStringLiteral("project");
  }
  failInvariant("row exists", "a scope without a code", __FILE__, __LINE__);
}

QString groupMatterCode(GroupMatter matter) {
  switch (matter) {
    case GroupMatter::Category:
      return QStringLiteral("category");
    case GroupMatter::Family:
      return QStringLiteral("family");
    case GroupMatter::Words:
      return QStringLiteral("words");
  }
  failInvariant("row exists", "a matter without a code", __FILE__, __LINE__);
}

QString categoryFamily(const QString& category) {
  const qsizetype first = category.indexOf(u'.');
  const qsizetype second = first < 0 ? -1 : category.indexOf(u'.', first + 1);
  return category.left(second < 0 ? category.size() : second);
}

/// A report that may still be part of something.
struct GroupRadar::Entry {
  qint64 key = 0;
  Instant at{};
  size_t home = 0;
  QString leaf;
  QString family;
  WordVector words;
  std::array<QString, scopes.size()> places;  ///< empty: it has none of that sort
  int event = 0;

  bool resembles(const Entry& other, GroupMatter matter) const {
    switch (matter) {
      case GroupMatter::Category:
        return !leaf.isEmpty() && leaf == other.leaf;
      case GroupMatter::Family:
        return !family.isEmpty() && family == other.family;
      case GroupMatter::Words:
        break;
    }
    return words.likeness(other.words) >= wordsOfOneTopic;
  }
};

struct GroupRadar::Event {
  GroupScope scope = GroupScope::Unit;
  Entry first;
  Instant last{};
  int reports = 0;

  /// Its reports teach nothing of what is usual.
  bool isUnusual() const { return reports <= eventReportsMost && last - began <= eventLastsMost; }
  /// How long a silence may be before what comes next is another matter: what came every few
  /// minutes is over sooner than what came every hour.
  Milliseconds patience(Milliseconds most) const {
    constexpr Milliseconds least = minutes{90};
    const Milliseconds gap = (last - began) / std::max(1, reports - 1);
    return std::clamp(gap * 6, least, most);
  }
  Instant began{};
};

struct GroupRadar::Sight {
  Entry entry;
  QString project;
  std::array<QString, scopes.size()> names;  ///< the places without the project
};

/// The least likely of what was counted.
struct GroupRadar::Hit {
  GroupScope scope = GroupScope::Unit;
  GroupMatter matter = GroupMatter::Category;
  size_t window = 0;
  int others = 0;
  double expected = 0;
  double chance = 1;
};

GroupRadar::GroupRadar(RadarLimits limits)
    : m_limits(limits), m_usual(std::make_unique<UsualRate>()) {}
GroupRadar::~GroupRadar() = default;
GroupRadar::GroupRadar(GroupRadar&&) noexcept = default;
GroupRadar& GroupRadar::operator=(GroupRadar&&) noexcept = default;

const GroupRadar::Entry& GroupRadar::entryOf(qint64 sequence) const {
  return m_recent[static_cast<size_t>(sequence - m_firstRecent)];
}

GroupRadar::Sight GroupRadar::sightOf(qint64 key, const Report& report) const {
  Sight sight;
  Entry& entry = sight.entry;
  sight.project = report.project;
  entry.key = key;
  entry.at = report.at;
  entry.leaf = report.category.count(u'.') >= 2 ? report.category : QString();
  entry.family = categoryFamily(report.category);
  entry.words = report.words;
  const Address& place = report.place;
  QString home = report.household;
  if (home.isEmpty() && !place.room.isEmpty()) home = canonicalAddress(place);
  if (home.isEmpty()) home = report.phone;
  // Who cannot be told apart is taken for one home: silence is the smaller mistake.
  entry.home = qHash(QString(report.project % u'|' % home));
  const QString building = place.building.isEmpty() ? QString() : QString(place.building % u'栋');
  const QString unit = building.isEmpty() || place.unit.isEmpty()
                           ? QString()
                           : QString(building % place.unit % QStringLiteral("单元"));
  const auto name = [&](GroupScope scope, const QString& local) {
    sight.names[static_cast<size_t>(scope)] = local;
    entry.places[static_cast<size_t>(scope)] =
        groupScopeCode(scope) % u'|' % report.project % u'|' % local;
  };
  if (!unit.isEmpty()) name(GroupScope::Unit, unit);
  if (!building.isEmpty()) {
    name(GroupScope::Building, building);
  } else if (!place.spot.isEmpty()) {
    name(GroupScope::Building, place.spot);
  }
  if (!unit.isEmpty() && entry.family == u"repair.lift") name(GroupScope::Lift, unit);
  if (!unit.isEmpty() && place.room.size() >= 3 && hasRiser(entry.family)) {
    name(GroupScope::Riser, unit % u'-' % place.room.right(2));
  }
  name(GroupScope::Project, QString());
  return sight;
}

namespace {

/// How many other homes tell of it in each window.
using HomeCounts = std::array<int, windows.size()>;

UsualRate::Question questionOf(GroupScope scope, const QString& place, GroupMatter matter,
                               const QString& category, const QString& project) {
  UsualRate::Question question{static_cast<int>(scope), place, category, 1, project};
  if (matter == GroupMatter::Category) question.ordinary = leafShare;
  if (matter == GroupMatter::Family) question.ordinary = familyShare;
  if (matter == GroupMatter::Words) question.matter.clear();
  return question;
}

/// The project is walked by matter: what else comes there in a day would fill the walk.
QString walkOf(GroupScope scope, const QString& place, const QString& family) {
  return scope == GroupScope::Project ? QString(place % family) : place;
}

size_t windowsOf(GroupScope scope) {
  return scope == GroupScope::Project ? projectWindows : windows.size();
}

}  // namespace

std::optional<GroupRadar::Hit> GroupRadar::scan(const Sight& sight) const {
  const Entry& own = sight.entry;
  std::array<double, windows.size()> weights{};
  for (size_t i = 0; i < windows.size(); ++i) weights[i] = m_usual->weight(own.at, windows[i]);
  std::optional<Hit> best;
  for (const GroupScope scope : scopes) {
    const QString& place = own.places[static_cast<size_t>(scope)];
    const auto found = m_places.constFind(walkOf(scope, place, own.family));
    if (place.isEmpty() || found == m_places.constEnd()) continue;
    for (const GroupMatter matter : matters) {
      // Two texts of one project resemble each other too often to mean a thing.
      if (matter == GroupMatter::Words && scope == GroupScope::Project) continue;
      HomeCounts homes{};
      QSet<size_t> seen{own.home};
      size_t window = 0;
      int walked = 0;
      for (auto it = found->rbegin(); it != found->rend() && walked < scanMost; ++it, ++walked) {
        if (*it < m_firstRecent) break;
        const Entry& other = entryOf(*it);
        const Milliseconds ago = std::max(Milliseconds(0), own.at - other.at);
        while (window < windowsOf(scope) && ago > windows[window]) ++window;
        if (window == windowsOf(scope)) break;
        if (seen.contains(other.home) || isOver(other.event, own.at)) continue;
        if (!own.resembles(other, matter)) continue;
        seen.insert(other.home);
        ++homes[window];
      }
      if (seen.size() < 2) continue;
      const QString& category = matter == GroupMatter::Category ? own.leaf : own.family;
      double rate =
          m_usual->rate(questionOf(scope, place, matter, category, sight.project), own.at);
      if (matter == GroupMatter::Words) rate *= wordsShare;
      Hit hit{scope, matter, 0, 0, 0, 1};
      for (size_t i = 0; i < windows.size(); ++i) {
        if (homes[i] == 0) continue;
        hit.window = i;
        hit.others += homes[i];
        hit.expected = rate * weights[i];
        hit.chance = poissonTail(hit.others, hit.expected);
        if (hit.chance <= m_limits.findingChance && (!best || hit.chance < best->chance)) {
          best = hit;
        }
      }
    }
  }
  return best;
}

std::vector<qint64> GroupRadar::membersOf(const Sight& sight, const Hit& hit) const {
  std::vector<qint64> members;
  const Entry& own = sight.entry;
  const QString& place = own.places[static_cast<size_t>(hit.scope)];
  const auto found = m_places.constFind(walkOf(hit.scope, place, own.family));
  int walked = 0;
  for (auto it = found->rbegin(); it != found->rend() && walked < scanMost; ++it, ++walked) {
    if (*it < m_firstRecent || own.at - entryOf(*it).at > windows[hit.window]) break;
    const Entry& other = entryOf(*it);
    if (!isOver(other.event, own.at) && own.resembles(other, hit.matter)) members.push_back(*it);
  }
  std::reverse(members.begin(), members.end());
  return members;
}

GroupFinding GroupRadar::findingOf(const Sight& sight, const Hit& hit) const {
  GroupFinding finding;
  finding.scope = hit.scope;
  finding.project = sight.project;
  finding.place = sight.names[static_cast<size_t>(hit.scope)];
  finding.matter = hit.matter;
  if (hit.matter == GroupMatter::Category) finding.category = sight.entry.leaf;
  if (hit.matter == GroupMatter::Family) finding.category = sight.entry.family;
  finding.homes = hit.others + 1;
  finding.window = windows[hit.window];
  finding.expected = hit.expected;
  finding.chance = hit.chance;
  for (const qint64 member : membersOf(sight, hit)) {
    const Entry& entry = entryOf(member);
    finding.span = std::max(finding.span, sight.entry.at - entry.at);
    finding.of.push_back(entry.key);
  }
  finding.of.push_back(sight.entry.key);
  return finding;
}

bool GroupRadar::isOver(int event, Instant now) const {
  if (event == 0) return false;
  const Event& known = m_events[static_cast<size_t>(event) - 1];
  return now - known.last > known.patience(m_limits.quiet);
}

int GroupRadar::eventOf(const Sight& sight) const {
  const Entry& own = sight.entry;
  const auto found = m_eventsOf.constFind(sight.project);
  if (found == m_eventsOf.constEnd()) return 0;
  for (auto it = found->rbegin(); it != found->rend(); ++it) {
    const Event& event = m_events[static_cast<size_t>(*it) - 1];
    if (isOver(*it, own.at)) continue;
    const bool isLeaf = own.resembles(event.first, GroupMatter::Category);
    const bool isFamily = own.resembles(event.first, GroupMatter::Family);
    if (event.scope == GroupScope::Project) {
      if (isLeaf || (isFamily && own.resembles(event.first, GroupMatter::Words))) return *it;
      continue;
    }
    const auto scope = static_cast<size_t>(event.scope);
    if (own.places[scope].isEmpty() || own.places[scope] != event.first.places[scope]) continue;
    if (isLeaf || isFamily || own.resembles(event.first, GroupMatter::Words)) return *it;
  }
  return 0;
}

int GroupRadar::eventAmong(const std::vector<qint64>& members) const {
  QHash<int, size_t> counts;
  for (const qint64 member : members) {
    const int event = entryOf(member).event;
    if (event != 0 && ++counts[event] * 2 >= members.size()) return event;
  }
  return 0;
}

bool GroupRadar::isAlarming(const Hit& hit) const {
  const int homes = hit.others + 1;
  if (homes < m_limits.homesLeast) return false;
  // Where something comes often, more of the windows and matters that are looked at could come out
  // by themselves; where it never comes, only one can.
  const double looks = 1 + looksPerExpected * hit.expected;
  const double most = homes == m_limits.homesLeast ? m_limits.fewChance : m_limits.alertChance;
  return hit.chance * looks <= most;
}

void GroupRadar::decide(const Sight& sight, const Hit& hit, GroupVerdict& verdict) {
  if (!isAlarming(hit)) return;
  const std::vector<qint64> members = membersOf(sight, hit);
  // What is known as an event of a stair may be found to be one of the whole building.
  verdict.event = eventAmong(members);
  if (verdict.event == 0) {
    verdict.isAlert = true;
    m_events.push_back(Event{hit.scope, sight.entry, sight.entry.at, 1, sight.entry.at});
    verdict.event = static_cast<int>(m_events.size());
    std::vector<int>& list = m_eventsOf[sight.project];
    list.push_back(verdict.event);
    if (list.size() > eventsKept) list.erase(list.begin());
  }
  Event& event = m_events[static_cast<size_t>(verdict.event) - 1];
  event.scope = std::max(event.scope, hit.scope);
  for (const qint64 member : members) {
    Entry& entry = m_recent[static_cast<size_t>(member - m_firstRecent)];
    if (entry.event != 0) continue;
    entry.event = verdict.event;
    event.began = std::min(event.began, entry.at);
    ++event.reports;
  }
}

GroupVerdict GroupRadar::add(qint64 key, const Report& report) {
  forget(report.at);
  const Sight sight = sightOf(key, report);
  GroupVerdict verdict;
  const auto hit = scan(sight);
  if (hit) verdict.finding = findingOf(sight, *hit);
  verdict.event = eventOf(sight);
  if (verdict.event != 0 && !hit) {
    // What comes no oftener than it always does has nothing to do with it.
    const Event& event = m_events[static_cast<size_t>(verdict.event) - 1];
    const bool isAtOnce = report.at - event.last <= atOnce && event.scope != GroupScope::Project;
    if (!isAtOnce) verdict.event = 0;
  }
  if (verdict.event == 0 && hit) decide(sight, *hit, verdict);
  if (verdict.event != 0) {
    Event& event = m_events[static_cast<size_t>(verdict.event) - 1];
    event.last = std::max(event.last, report.at);
    if (!verdict.isAlert) ++event.reports;
  }
  keep(sight, verdict.event);
  return verdict;
}

GroupVerdict GroupRadar::look(const Report& report) const {
  const Sight sight = sightOf(0, report);
  GroupVerdict verdict;
  const auto hit = scan(sight);
  if (hit) verdict.finding = findingOf(sight, *hit);
  verdict.event = hit ? eventOf(sight) : 0;
  verdict.isAlert = verdict.event == 0 && hit && isAlarming(*hit);
  return verdict;
}

void GroupRadar::keep(const Sight& sight, int event) {
  const qint64 sequence = m_firstRecent + static_cast<qint64>(m_recent.size());
  m_recent.push_back(sight.entry);
  m_recent.back().event = event;
  for (const GroupScope scope : scopes) {
    const QString& place = sight.entry.places[static_cast<size_t>(scope)];
    if (place.isEmpty()) continue;
    Sequences& list = m_places[walkOf(scope, place, sight.entry.family)];
    while (!list.empty() && list.front() < m_firstRecent) list.pop_front();
    list.push_back(sequence);
  }
  m_usual->noteArrival(sight.project, sight.entry.at);
}

void GroupRadar::forget(Instant now) {
  const qint64 end = m_firstRecent + static_cast<qint64>(m_recent.size());
  const bool isFull = m_recent.size() >= recentMost;
  while (m_taught < end) {
    const Entry& entry = entryOf(m_taught);
    const bool isDue = now - entry.at >= teachAfter || (isFull && m_taught == m_firstRecent);
    if (!isDue) break;
    ++m_taught;
    const bool isKnown = entry.event != 0;
    if (isKnown && m_events[static_cast<size_t>(entry.event) - 1].isUnusual()) continue;
    m_usual->noteMatter({}, entry.at);
    if (!entry.leaf.isEmpty()) m_usual->noteMatter(entry.leaf, entry.at);
    if (!entry.family.isEmpty()) m_usual->noteMatter(entry.family, entry.at);
    for (size_t i = 0; i < scopes.size(); ++i) {
      if (entry.places[i].isEmpty()) continue;
      const auto sort = static_cast<int>(i);
      m_usual->notePlace(sort, entry.places[i], {}, entry.at);
      if (!entry.leaf.isEmpty()) m_usual->notePlace(sort, entry.places[i], entry.leaf, entry.at);
      // A category of two parts is its own family.
      if (!entry.family.isEmpty()) {
        m_usual->notePlace(sort, entry.places[i], entry.family, entry.at);
      }
    }
  }
  while (!m_recent.empty() && m_firstRecent < m_taught &&
         (now - m_recent.front().at > windows.back() || m_recent.size() >= recentMost)) {
    m_recent.pop_front();
    ++m_firstRecent;
  }
}

}  // namespace yingda
