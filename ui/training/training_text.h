// SPDX-License-Identifier: GPL-3.0-or-later
// The words of practice, in the language of the screen. What a scenario or the score card says
// itself stays as it is written there.
#pragma once

#include <QString>
#include <optional>

#include "core/training/drill_score.h"
#include "core/training/scenario_problem.h"

namespace yingda::ui {

QString drillModeText(DrillMode mode);  ///< 练习 考核
QString drillHintText(DrillHint hint);  ///< 关 要点 整句
QString drillEndText(DrillEnd end);     ///< 满意 接受 升级 挂断 未完
QString drillMoodText(EmotionLevel mood);
QString drillGradeText(int grade);  ///< 一级 新人 …
QString drillGoalText(const DrillGoal& goal);
/// 04:12; beyond an hour 64:12.
QString drillClockText(Milliseconds since);
/// 第 3 轮 02:14; the whole drill without a turn.
QString drillTurnText(int turn, Milliseconds at);
/// 03-14 23:40
QString drillDayText(Instant at);
/// What is wrong with a scenario, with its line.
QString scenarioProblemText(const ScenarioProblem& problem);

/// What of a running drill is seen from afar.
struct DrillGlance {
  int scenario = 0;          ///< scenarioNumber of its id
  int turn = 0;              ///< 0 to 60
  int anger = 0;             ///< 0 to 100
  Milliseconds sinceCall{};  ///< when this was said; in steps of two seconds, at most 68 minutes
};
/// 0 to 4095, the same at every seat. Two scenarios may have one number: then the trainer is shown
/// none of their titles.
int scenarioNumber(const QString& id);
/// What a seat says of itself while somebody practises: busy.training. and the glance in six
/// characters, because presence takes no more than twenty.
QString drillPresence(const DrillGlance& glance);
std::optional<DrillGlance> drillGlance(const QString& state);

}  // namespace yingda::ui
