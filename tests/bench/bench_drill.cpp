// SPDX-License-Identifier: GPL-3.0-or-later
// A turn of a drill on every shipped scenario, beside the wording lint alone on the same words:
// bench_drill [--count N]
#include <QCommandLineParser>
#include <QCoreApplication>

#include "core/service/starter_files.h"
#include "core/training/drill_bot.h"
#include "core/training/scenario_check.h"
#include "core/training/shipped_scenarios.h"
#include "tests/bench/blocks.h"

using namespace yingda;

namespace {

/// One drill after the other, spoken to with its own model sentences.
class Talker {
 public:
  Talker(const std::vector<Scenario>& scenarios, const DrillRules& rules)
      : m_scenarios(scenarios), m_rules(rules) {
    begin();
  }
  /// What will be said next; a drill that is over makes place for the next one.
  const QString& prepare() {
    if (m_drill->isOver() || m_drill->turns().size() > 20) begin();
    m_words = m_drill->modelSentence();
    return m_words;
  }
  void answer() {
    m_clock.advance(std::chrono::seconds{15});
    m_drill->answer({m_words, std::chrono::seconds{1}, {}});
  }
  DrillScore score() const { return scoreDrill(*m_drill); }

 private:
  void begin() {
    const Scenario& scenario = m_scenarios[m_next++ % m_scenarios.size()];
    m_clock.set(scenario.calledAt);
    m_drill.reset();
    auto started = Drill::start(scenario, m_rules, {}, m_clock, m_random);
    if (started) m_drill.emplace(std::move(*started));
  }

  const std::vector<Scenario>& m_scenarios;
  const DrillRules& m_rules;
  ManualClock m_clock{Instant{}};
  SeededRandom m_random{1};
  size_t m_next = 0;
  std::optional<Drill> m_drill;
  QString m_words;
};

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  QCommandLineParser parser;
  parser.addOption({QStringLiteral("count"), QStringLiteral("Turns."), QStringLiteral("N"),
                    QStringLiteral("2000")});
  parser.process(application);
  const int count = std::max(100, parser.value(QStringLiteral("count")).toInt());
  const auto starter = readStarter(builtInStarterFiles());
  if (!starter) return 1;
  const auto engine = builtInEngine(*starter, QStringLiteral("shipped"));
  if (!engine) return 1;
  const DrillRules rules{*starter, *engine, WordingLint::builtIn(), builtInLintWords(),
                         ScoreCard::builtIn()};
  std::vector<Scenario> scenarios;
  const auto texts = shippedScenarios();
  for (const QByteArray& text : texts) {
    scenarios.push_back(checkScenario(text, *starter).scenario);
  }
  std::printf("%zu scenarios\n", scenarios.size());
  Talker talker(scenarios, rules);
  LintContext context;
  QString words;
  bench::compare(
      "the wording lint alone", [&] { rules.lint.lint(words, WordingField::Spoken, context); },
      "a turn, with its next sentence",
      [&] {
        words = talker.prepare();
        talker.answer();
      },
      count);
  std::vector<bench::Sample> scored;
  std::vector<bench::Sample> checked;
  for (int i = 0; i < count; ++i) {
    talker.prepare();
    talker.answer();
    scored.push_back(bench::measure([&] { (void)talker.score(); }));
  }
  for (int i = 0; i < count / 10; ++i) {
    const QByteArray& text = texts.values()[i % texts.size()];
    checked.push_back(bench::measure([&] { (void)checkScenario(text, *starter); }));
  }
  bench::print("the score of a drill", scored);
  bench::print("the check of a scenario", checked);
  return 0;
}
