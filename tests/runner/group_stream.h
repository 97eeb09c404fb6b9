// SPDX-License-Identifier: GPL-3.0-or-later
// A year of a hotline made from a seed, with group events planted in it: what the radar is held to.
#pragma once

#include <QSet>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/assist/report_likeness.h"
#include "core/assist/word_rarity.h"
#include "core/service/demo_words.h"

namespace yingda::test {

struct StreamReport {
  QString project;
  QString place;  ///< as an agent would write it
  QString phone;
  QString category;
  QString text;
  Instant at{};
  int planted = 0;  ///< number of the planted event, from 1; 0: it has nothing to do with one

  /// The next report of a stream whose words are learned as it comes.
  Report report(WordRarity& rarity) const {
    rarity.learn(text);
    Report one;
    one.project = project;
    one.place = parseAddress(place);
    one.phone = phone;
    one.category = category;
    one.at = at;
    one.words = WordVector(text, &rarity);
    return one;
  }
};

/// Ordinary days are those of the demo: its matters, words and hours, homes that call twice, rainy
/// days on which more leaks everywhere, and a project that joins in the middle and is busy at once.
/// Planted events lie in a riser, a lift, a stair, a building or a project, have 4 to 15 homes, and
/// their reports are filed under the right leaf in seven of ten cases only.
class GroupStream {
 public:
  struct Wish {
    int tickets = 20'000;
    int events = 300;
    int days = 365;
    quint64 seed = 1;
  };
  GroupStream(const DemoWords& words, const Starter& starter, const Wish& wish)
      : m_words(words), m_starter(starter), m_random(wish.seed), m_wish(wish) {
    makeProjects();
    m_begin = instantAt(localDay(2025, 1, 6), std::chrono::hours(0));
    for (int i = 0; i < 12; ++i) m_rain.push_back(static_cast<int>(below(wish.days)));
    for (int event = 1; event <= wish.events; ++event) plant(event);
    while (static_cast<int>(m_reports.size()) < wish.tickets) ordinary();
    std::stable_sort(m_reports.begin(), m_reports.end(),
                     [](const StreamReport& a, const StreamReport& b) { return a.at < b.at; });
  }
  const std::vector<StreamReport>& reports() const { return m_reports; }

 private:
  struct Project {
    QString name;
    int buildings;
    int units;
    int floors;
    int fromDay;
    double weight;
  };
  struct Sort {
    const char* scope;
    const char* leaf;
    const char* sibling;
    const char* other;
    QStringList texts;
  };

  int below(int bound) { return static_cast<int>(m_random.below(static_cast<quint64>(bound))); }

  void makeProjects() {
    const QStringList& names = m_words.communities;
    m_projects = {
        {names[0], 12, 2, 24, 0, 12 * 2 * 24},
        {names[1], 8, 3, 18, 0, 8 * 3 * 18},
        {names[2], 5, 1, 11, 0, 5 * 11},
        {names[0] % QStringLiteral("二期"), 16, 2, 30, 0, 16 * 2 * 30},
        {names[1] % QStringLiteral("东区"), 6, 2, 6, 0, 6 * 2 * 6},
        {names[2] % QStringLiteral("北苑"), 10, 2, 26, m_wish.days / 2, 10 * 2 * 26 * 1.6}};
  }

  const Project& projectOn(int day) {
    double sum = 0;
    for (const Project& each : m_projects) sum += each.fromDay <= day ? each.weight : 0;
    double place = m_random.unit() * sum;
    for (const Project& each : m_projects) {
      if (each.fromDay > day) continue;
      place -= each.weight;
      if (place < 0) return each;
    }
    return m_projects.front();
  }

  Instant momentOf(int day) {
    static constexpr int weights[24] = {4,  2,  1,  1,  1,  2,  5,  12, 22, 26, 24, 20,
                                        14, 13, 18, 20, 20, 22, 26, 30, 26, 20, 13, 8};
    int hour = 0;
    do {
      hour = below(24);
    } while (below(30) >= weights[hour]);
    return m_begin + std::chrono::hours(24 * day + hour) + std::chrono::seconds(below(3600));
  }

  static QString placeOf(const Project& project, int building, int unit, int floor, int door) {
    return QStringLiteral("%1 %2-%3-%4%5")
        .arg(project.name)
        .arg(building)
        .arg(unit)
        .arg(floor)
        .arg(door, 2, 10, QLatin1Char('0'));
  }

  QString phoneOf(const QString& place) {
    return QStringLiteral("138%1").arg(qHash(place, 7) % 100'000'000, 8, 10, QLatin1Char('0'));
  }

  void add(StreamReport report) {
    report.phone = phoneOf(report.place);
    m_reports.push_back(std::move(report));
  }

  void ordinary() {
    const int day = below(m_wish.days);
    const bool isRain = std::find(m_rain.begin(), m_rain.end(), day) != m_rain.end();
    const Project& project = projectOn(day);
    double sum = 0;
    for (const DemoTemplate& row : m_words.templates) sum += weightOf(row, isRain);
    double place = m_random.unit() * sum;
    const DemoTemplate* chosen = &m_words.templates.front();
    for (const DemoTemplate& row : m_words.templates) {
      chosen = &row;
      place -= weightOf(row, isRain);
      if (place < 0) break;
    }
    StreamReport report;
    report.project = project.name;
    report.place = placeOf(project, 1 + below(project.buildings), 1 + below(project.units),
                           1 + below(project.floors), 1 + below(4));
    report.text = pick(chosen->requests, m_random);
    report.category = leafFor(m_starter, chosen->category, report.text)->id;
    report.at = momentOf(day);
    const bool calls = below(100) < 12;
    add(report);
    if (!calls) return;
    // Who waits calls again about the same thing.
    report.at += std::chrono::minutes(20 + below(3 * 24 * 60));
    add(report);
  }

  static double weightOf(const DemoTemplate& row, bool isRain) {
    return row.weight * (isRain && row.category == u"repair.leak" ? 5 : 1);
  }

  void plant(int number) {
    static const std::vector<Sort> sorts{
        {"riser",
         "repair.water.drain_blocked",
         "repair.water.sewage_overflow",
         "environment.smell.drain",
         {QStringLiteral("厨房下水堵了，水往上返"), QStringLiteral("地漏返水，污水漫到厨房"),
          QStringLiteral("下水道堵了，厨房水下不去"), QStringLiteral("厨房地漏往外冒脏水"),
          QStringLiteral("水池下水返上来，一股味")}},
        {"unit",
         "repair.lift.stopped",
         "repair.lift.panel",
         "service.slow.no_reply",
         {QStringLiteral("电梯停了，按了没反应"), QStringLiteral("电梯不动了，我们爬楼上去的"),
          QStringLiteral("电梯坏了，停在一楼"), QStringLiteral("两部电梯都停了"),
          QStringLiteral("电梯又停了，老人下不去")}},
        {"unit",
         "repair.power.outage_building",
         "repair.power.outage_home",
         "enquiry.amenity.outage",
         {QStringLiteral("整个单元都停电了"), QStringLiteral("家里没电，邻居也没电"),
          QStringLiteral("单元停电，电梯也不走"), QStringLiteral("突然没电了，楼道也黑着"),
          QStringLiteral("停电了，什么时候来电")}},
        {"building",
         "repair.water.outage_area",
         "repair.water.low_pressure",
         "enquiry.amenity.outage",
         {QStringLiteral("整栋楼停水了"), QStringLiteral("家里没水，也没通知停水"),
          QStringLiteral("水龙头没水了"), QStringLiteral("停水了，什么时候来水"),
          QStringLiteral("没水了，一点都没有")}},
        {"building",
         "neighbours.noise.renovation",
         "neighbours.noise.renovation_off",
         "service.slow.progress",
         {QStringLiteral("楼上装修一直电钻，吵得不行"), QStringLiteral("装修声音太大了"),
          QStringLiteral("这栋楼装修从早敲到晚"), QStringLiteral("电钻声没停过，孩子睡不了"),
          QStringLiteral("装修噪音，已经三个小时了")}},
        {"project",
         "repair.water.water_quality",
         "repair.water.outage_area",
         "service.governance.notice",
         {QStringLiteral("自来水发黄，有铁锈"), QStringLiteral("水是黄的，不敢用"),
          QStringLiteral("放出来的水浑浊发黄"), QStringLiteral("水质有问题，发黄有味"),
          QStringLiteral("水龙头出黄水")}},
        {"project",
         "security.access.face_fail",
         "security.access.card_fail",
         "security.access.locked_out",
         {QStringLiteral("小区门禁刷不开，人脸也不行"), QStringLiteral("大门人脸识别不了"),
          QStringLiteral("门禁坏了，进不去"), QStringLiteral("刷脸刷不开大门"),
          QStringLiteral("门禁刷卡没反应")}}};
    const Sort& sort = pick(sorts, m_random);
    // Two events of one sort in one project within two days could not be told apart by anybody.
    int day = 0;
    QString taken;
    const Project* chosen = nullptr;
    do {
      day = 2 + below(m_wish.days - 3);
      chosen = &projectOn(day);
      taken = chosen->name % QLatin1String(sort.leaf) % u'|';
    } while (m_taken.contains(taken % QString::number(day)));
    for (int near = day - 2; near <= day + 2; ++near) m_taken.insert(taken % QString::number(near));
    const Project& project = *chosen;
    const int building = 1 + below(project.buildings);
    const int unit = 1 + below(project.units);
    const int door = 1 + below(4);
    const int homes = 4 + below(12);
    const double meanGap = below(4) == 0 ? 40 + below(60) : 3 + below(14);
    double minute = 0;
    const Instant begin = momentOf(day);
    const QByteArray scope = sort.scope;
    for (int i = 0; i < homes; ++i) {
      StreamReport report;
      report.project = project.name;
      const bool isUnit = scope == "unit" || scope == "riser";
      report.place = placeOf(project, scope == "project" ? 1 + below(project.buildings) : building,
                             isUnit ? unit : 1 + below(project.units), 1 + below(project.floors),
                             scope == "riser" ? door : 1 + below(4));
      report.text = pick(sort.texts, m_random);
      const int filed = below(10);
      report.category = QString::fromLatin1(filed < 7   ? sort.leaf
                                            : filed < 9 ? sort.sibling
                                                        : sort.other);
      report.at = begin + std::chrono::seconds(static_cast<int>(minute * 60));
      report.planted = number;
      add(report);
      minute += -meanGap * std::log(1 - m_random.unit());
    }
  }

  const DemoWords& m_words;
  const Starter& m_starter;
  SeededRandom m_random;
  Wish m_wish;
  Instant m_begin{};
  std::vector<Project> m_projects;
  std::vector<int> m_rain;
  QSet<QString> m_taken;
  std::vector<StreamReport> m_reports;
};

/// How a way of finding events did on a stream.
struct RadarFigures {
  int events = 0;  ///< planted ones with that many reports
  int tickets = 0;
  std::vector<int> found = std::vector<int>(16);  ///< by the n-th report or before, by n
  int alerts = 0;
  int falseAlerts = 0;
  double recall(int report) const {
    int known = 0;
    for (int n = 1; n <= report; ++n) known += found[static_cast<size_t>(n)];
    return events == 0 ? 0 : static_cast<double>(known) / events;
  }
  double falsePerThousand() const { return tickets == 0 ? 0 : 1000.0 * falseAlerts / tickets; }
};

/// What was said of a report: the event that it belongs to, and those that an alert names.
struct Said {
  int event = 0;
  bool isAlert = false;
  std::vector<qint64> of;  ///< positions in the stream
};

/// `say(position, report)` is asked of each report in order.
template <class Say>
RadarFigures judged(const std::vector<StreamReport>& reports, Say say) {
  RadarFigures figures;
  figures.tickets = static_cast<int>(reports.size());
  QHash<int, int> seen;
  QHash<int, int> ofEvent;  // event said → planted event it was made of
  QSet<int> known;
  for (size_t i = 0; i < reports.size(); ++i) {
    const Said said = say(static_cast<qint64>(i), reports[i]);
    if (said.isAlert) {
      ++figures.alerts;
      QHash<int, size_t> votes;
      int made = 0;
      for (const qint64 one : said.of) {
        const int planted = reports[static_cast<size_t>(one)].planted;
        if (planted != 0 && ++votes[planted] * 2 > said.of.size()) made = planted;
      }
      ofEvent.insert(said.event, made);
      if (made == 0) ++figures.falseAlerts;
    }
    const int planted = reports[i].planted;
    if (planted == 0) continue;
    const int count = ++seen[planted];
    if (count == 1) ++figures.events;
    if (known.contains(planted) || said.event == 0 || ofEvent.value(said.event) != planted)
      continue;
    known.insert(planted);
    ++figures.found[static_cast<size_t>(std::min(count, 15))];
  }
  return figures;
}

}  // namespace yingda::test
