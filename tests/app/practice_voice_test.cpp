// SPDX-License-Identifier: GPL-3.0-or-later
// What the customers of the shipped scenarios say is Mandarin to the program that says it.
#include <QProcess>

#include "core/service/starter_files.h"
#include "core/training/scenario_check.h"
#include "core/training/shipped_scenarios.h"
#include "core/training/voice_text.h"
#include "tests/runner/printers.h"
#include "ui/training/customer_voice.h"

using namespace yingda;

namespace {

QStringList sentencesOf(const Scenario& scenario) {
  QStringList all;
  const auto take = [&all](const std::vector<ScenarioLine>& lines) {
    for (const ScenarioLine& line : lines) all << line.text;
  };
  for (const ScenarioFact& fact : scenario.facts) take(fact.lines);
  for (const auto& lines : scenario.reactions) take(lines);
  for (const ScenarioNode& node : scenario.nodes) {
    take(node.lines);
    take(node.again);
  }
  for (const ScenarioEvent& event : scenario.events) take(event.lines);
  for (const ScenarioEnd& end : scenario.ends) take(end.lines);
  return all;
}

/// The phonemes of these lines; empty when the program fails.
QString phonemesOf(const QString& program, const Persona& persona, const QString& text) {
  QProcess speaker;
  speaker.start(program, ui::CustomerVoice::arguments(persona)
                             << QStringLiteral("-q") << QStringLiteral("-x"));
  speaker.write(text.toUtf8());
  speaker.closeWriteChannel();
  if (!speaker.waitForFinished(-1) || speaker.exitCode() != 0) return {};
  return QString::fromUtf8(speaker.readAllStandardOutput());
}

}  // namespace

TEST_CASE("no sentence of a customer is read as English", "[app][sound]") {
  const QString program = ui::CustomerVoice::findProgram();
  if (program.isEmpty()) {
    WARN("NOT RUN: espeak-ng is not installed; scripts/setup does it");
    return;
  }
  const auto starter = readStarter(builtInStarterFiles());
  REQUIRE(starter);
  int count = 0;
  const auto texts = shippedScenarios();
  for (auto it = texts.begin(); it != texts.end(); ++it) {
    const Scenario scenario = checkScenario(it.value(), *starter).scenario;
    QStringList said;
    for (const QString& sentence : sentencesOf(scenario)) said << voiceText(sentence);
    INFO(it.key().toStdString());
    REQUIRE_FALSE(said.isEmpty());
    count += static_cast<int>(said.size());
    const QString phonemes = phonemesOf(program, scenario.persona, said.join(u'\n'));
    INFO(phonemes.toStdString());
    // Chinese syllables end in the number of their tone.
    CHECK(phonemes.count(QStringLiteral("_|")) > said.size());
    CHECK_FALSE(phonemes.contains(QStringLiteral("(en)")));
  }
  CHECK(count > 300);
  // The measure is a measure: without the voice's own words a letter is English.
  CHECK(phonemesOf(program, {}, QStringLiteral("APP")).contains(QStringLiteral("(en)")));
}
