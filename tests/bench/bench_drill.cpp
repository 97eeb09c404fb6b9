// SPDX-License-Identifier: GPL-3.0-or-later
// A turn of a drill on every shipped scenario, beside the wording lint alone on the same words; and
// the start of a drill as the practice room does it, store, trainee, customer and draft:
// bench_drill [--count N]
#include <QCommandLineParser>
#include <QCoreApplication>

#include "core/service/sandbox.h"
#include "core/service/starter_files.h"
#include "core/training/drill_bot.h"
#include "core/training/drill_clock.h"
#include "core/training/drill_record.h"
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

/// From the key that starts a drill to the customer's first word, without the widgets.
bool startOnce(const Scenario& scenario, const SystemClock& house, quint64 seed) {
  const auto clock = std::make_shared<DrillClock>(house, scenario.calledAt);
  auto sandbox = Sandbox::open(clock, std::make_shared<SeededRandom>(seed));
  if (!sandbox) return false;
  bool isSettled = false;
  bool isGood = false;
  (*sandbox)->settle(scenario,
                     {QStringLiteral("赵欣"), QStringLiteral("8052"), QStringLiteral("小赵")},
                     [&](const Result<void>& done) {
                       isSettled = true;
                       isGood = done.has_value();
                     });
  while (!isSettled) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
  if (!isGood) return false;
  Backend& backend = (*sandbox)->backend();
  auto draft = backend.newDraft(scenario.persona.phone, scenario.calledAt);
  draft.waitForFinished();
  const DrillRules rules{backend.starter(), backend.engine(), WordingLint::builtIn(),
                         builtInLintWords(), ScoreCard::builtIn()};
  const auto run = DrillRun::start(scenario, rules, {}, seed);
  clock->begin();
  return draft.result() && run && !(*run)->drill().opening().isEmpty();
}

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
  std::vector<bench::Sample> started;
  const SystemClock house;
  bool isStarted = true;
  for (int i = 0; i < std::max(20, count / 50); ++i) {
    const Scenario& scenario = scenarios[static_cast<size_t>(i) % scenarios.size()];
    started.push_back(bench::measure(
        [&] { isStarted = isStarted && startOnce(scenario, house, static_cast<quint64>(i) + 1); }));
  }
  if (!isStarted) return 1;
  bench::print("the start of a drill", started);
  bench::print("the score of a drill", scored);
  bench::print("the check of a scenario", checked);
  return 0;
}
