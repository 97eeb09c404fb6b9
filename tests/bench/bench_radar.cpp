// SPDX-License-Identifier: GPL-3.0-or-later
// The radar on a year of a hotline with planted group events, beside the plain rule "four of one
// leaf in a project within a day": bench_radar [--tickets N] [--events N] [--seeds N].
#include <QCommandLineParser>
#include <QCoreApplication>
#include <array>
#include <chrono>
#include <cstdio>
#include <deque>

#include "core/assist/report_stream.h"
#include "core/service/starter_files.h"
#include "tests/runner/group_stream.h"

using namespace yingda;
using namespace yingda::test;

namespace {

class PlainRule {
 public:
  Said say(qint64 position, const StreamReport& report) {
    constexpr std::chrono::hours day{24};
    Group& group = m_groups[report.project % u'|' % report.category];
    while (!group.reports.empty() && group.reports.front().first + day < report.at) {
      group.reports.pop_front();
    }
    group.reports.emplace_back(report.at, position);
    Said said;
    if (group.event != 0 && report.at - group.last <= day) {
      group.last = report.at;
      said.event = group.event;
      return said;
    }
    group.event = 0;
    if (group.reports.size() < 4) return said;
    group.event = ++m_events;
    group.last = report.at;
    said.event = group.event;
    said.isAlert = true;
    for (const auto& [at, one] : group.reports) said.of.push_back(one);
    return said;
  }

 private:
  struct Group {
    std::deque<std::pair<Instant, qint64>> reports;
    int event = 0;
    Instant last{};
  };
  QHash<QString, Group> m_groups;
  int m_events = 0;
};

void print(const char* name, const RadarFigures& figures) {
  std::printf(
      "  %-14s recall at 3rd %.3f, 4th %.3f (>= 0.9), 5th %.3f, ever %.3f; false alerts %d, per "
      "1,000 tickets %.2f (<= 1); alerts %d\n",
      name, figures.recall(3), figures.recall(4), figures.recall(5), figures.recall(15),
      figures.falseAlerts, figures.falsePerThousand(), figures.alerts);
}

/// What `yingda-admin duplicates` says, by its relation alone.
void printRelations(const std::vector<StreamReport>& stream, const std::vector<Report>& reports) {
  ReportStream pairs;
  QHash<int, int> seen;
  std::array<int, 6> known{};
  std::array<int, 6> asked{};
  int strangers = 0;
  int absorbed = 0;
  int ordinary = 0;
  const auto start = std::chrono::steady_clock::now();
  for (size_t i = 0; i < reports.size(); ++i) {
    const StreamAnswer answer = pairs.add(static_cast<qint64>(i) + 1, reports[i]);
    const int planted = stream[i].planted;
    const bool isCause = answer.kind == TieKind::Cause;
    if (planted == 0) {
      ++ordinary;
      strangers += isCause ? 1 : 0;
      absorbed += isCause && answer.group.event != 0 ? 1 : 0;
      continue;
    }
    const auto count = static_cast<size_t>(std::min(5, ++seen[planted]));
    ++asked[count];
    if (isCause && stream[static_cast<size_t>(answer.key) - 1].planted == planted) ++known[count];
  }
  const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - start;
  const auto share = [&](size_t n) { return static_cast<double>(known[n]) / asked[n]; };
  std::printf(
      "  relations      cause at the 2nd %.3f, 3rd %.3f, 4th %.3f, later %.3f; of ordinary reports "
      "%.2f per 1,000 (%.2f in an event); %.1f us a report\n",
      share(2), share(3), share(4), share(5), 1000.0 * strangers / ordinary,
      1000.0 * absorbed / ordinary, spent.count() / static_cast<double>(reports.size()));
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  QCommandLineParser parser;
  const auto option = [&parser](const char* name, const char* value) {
    parser.addOption(
        {QString::fromLatin1(name), QString(), QStringLiteral("N"), QString::fromLatin1(value)});
  };
  option("tickets", "20000");
  option("events", "300");
  option("seeds", "3");
  parser.process(application);
  const auto number = [&parser](const char* name) {
    return std::max(1, parser.value(QString::fromLatin1(name)).toInt());
  };
  const auto words = readDemoWords();
  const auto starter = readStarter(builtInStarterFiles());
  if (!words || !starter) return 1;
  bool isGood = true;
  for (int seed = 1; seed <= number("seeds"); ++seed) {
    const GroupStream stream(
        *words, *starter, {number("tickets"), number("events"), 365, static_cast<quint64>(seed)});
    std::printf("radar: seed %d, %zu tickets, %d planted events\n", seed, stream.reports().size(),
                number("events"));
    std::vector<Report> reports;
    WordRarity rarity;
    for (const StreamReport& one : stream.reports()) reports.push_back(one.report(rarity));
    GroupRadar radar;
    const auto start = std::chrono::steady_clock::now();
    const RadarFigures own = judged(stream.reports(), [&](qint64 at, const StreamReport&) {
      const GroupVerdict verdict = radar.add(at, reports[static_cast<size_t>(at)]);
      Said said{verdict.event, verdict.isAlert, {}};
      if (verdict.isAlert) said.of = verdict.finding->of;
      return said;
    });
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - start;
    print("radar", own);
    std::printf("  %.1f us a ticket\n", spent.count() / static_cast<double>(reports.size()));
    printRelations(stream.reports(), reports);
    PlainRule plain;
    print("4 in a day", judged(stream.reports(), [&](qint64 at, const StreamReport& report) {
            return plain.say(at, report);
          }));
    isGood = isGood && own.recall(4) >= 0.9 && own.falsePerThousand() <= 1;
  }
  return isGood ? 0 : 1;
}
