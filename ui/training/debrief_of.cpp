// SPDX-License-Identifier: GPL-3.0-or-later
// Compares with oneself, and does the talk again where that is possible.
#include "ui/training/debrief_of.h"

#include <QCoreApplication>

namespace yingda::ui {

namespace {

void compare(Debrief& debrief, const DrillResult& drill, const std::vector<DrillView>& drills) {
  const DrillResult* last = nullptr;
  for (const DrillView& one : drills) {
    const DrillResult& other = one.drill;
    const bool isBefore = other.scenario == drill.scenario && other.agent == drill.agent &&
                          other.id != drill.id && other.startedAt < drill.startedAt;
    if (!isBefore) continue;
    ++debrief.attempt;
    if (!last || other.startedAt > last->startedAt) last = &other;
  }
  if (!last) return;
  debrief.last = LastDrill{last->score, dimensionsFromJson(last->dimensions),
                           measuresFromJson(last->measures), last->startedAt};
}

}  // namespace

Debrief debriefOf(const DrillResult& drill, const std::vector<DrillView>& drills) {
  Debrief debrief;
  debrief.title = drill.title;
  debrief.mode = drill.isAssessment ? DrillMode::Assessment : DrillMode::Practice;
  debrief.hint = static_cast<DrillHint>(std::clamp(drill.hint, 0, 2));
  debrief.startedAt = drill.startedAt;
  debrief.score.score = drill.score;
  debrief.score.dimensions = dimensionsFromJson(drill.dimensions);
  debrief.score.measures = measuresFromJson(drill.measures);
  debrief.score.end = drillEndFromCode(drill.end).value_or(DrillEnd::Unfinished);
  compare(debrief, drill, drills);
  return debrief;
}

Debrief debriefOf(const DrillRun& run, const DrillResult& drill,
                  const std::vector<DrillView>& drills) {
  Debrief debrief = debriefOf(drill, drills);
  const Scenario& scenario = run.drill().scenario();
  debrief.grade = scenario.grade;
  debrief.score = run.score();
  debrief.turns = run.drill().turns();
  debrief.opening = run.drill().opening();
  debrief.angerGoal = scenario.angerGoal;
  debrief.angerAtStart = scenario.persona.anger;
  return debrief;
}

Debrief replayedDebrief(const DrillView& view, const LibraryScenario* scenario,
                        const Backend& backend, const std::vector<DrillView>& drills) {
  const DrillResult& drill = view.drill;
  Debrief debrief = debriefOf(drill, drills);
  const bool isSameText = scenario && scenario->hash == drill.hash;
  const auto record = decodeDrillRecord(drill.answers);
  if (!isSameText) {
    debrief.note = QCoreApplication::translate(
        "Training", "场景后来改过，这里只有当时的分数，没有逐句的依据。");
  } else if (record) {
    const DrillRules rules{backend.starter(), backend.engine(), WordingLint::builtIn(),
                           builtInLintWords(), ScoreCard::builtIn()};
    const auto run = replayDrill(scenario->scenario, rules, *record);
    if (run) {
      debrief = debriefOf(**run, drill, drills);
      // Today's card may weigh otherwise; what was told then stays the score.
      if (debrief.score.score != drill.score) {
        debrief.note =
            QCoreApplication::translate("Training", "按现在的评分表重放；当时记的是 %1 分。")
                .arg(drill.score);
      }
    } else {
      debrief.note = QCoreApplication::translate("Training", "当时说的话重放不了，这里只有分数。");
    }
  } else {
    debrief.note = QCoreApplication::translate("Training", "当时说的话读不出来，这里只有分数。");
  }
  if (!view.isMine) debrief.who = view.name;
  return debrief;
}

}  // namespace yingda::ui
