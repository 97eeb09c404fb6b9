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

/// What a seat says of itself while somebody practises: busy.training.<turn>.<anger>, at most 20
/// characters, as presence takes it.
QString drillPresence(int turn, int anger);
struct DrillGlance {
  int turn = 0;
  int anger = 0;
};
std::optional<DrillGlance> drillGlance(const QString& state);

}  // namespace yingda::ui
