// SPDX-License-Identifier: GPL-3.0-or-later
// A trainee's side of a drill as text, so that a drill can be run again without her.
//
// A line each; blank lines and lines that begin with # are skipped:
//
//   说：您好，云杉物业，8021 号为您服务，请问有什么可以帮您？    one turn
//   静：8                    seconds of silence before the next 说
//   填 地点：5栋1单元电梯      the form: 诉求 地点 时间 联系人 电话 类别 级别
//   勾：受理、告知             受理已确认, 流程已告知
//   派单：engineering         the department
//   承诺：回电 18:40 我        what, by when, who; the time as it is said
//
// What stands before a 说 was done before it. {到场} {回电} {方案} {公司} {工号} {单号} are filled
// in.
#pragma once

#include "core/training/drill_score.h"
#include "core/training/scenario_problem.h"

namespace yingda {

struct DrillAnswerLine {
  enum class Kind { Say, Wait, Fill, Tick, Dispatch, Promise };
  Kind kind = Kind::Say;
  QString field;  ///< of Fill
  QString value;
  int line = 0;
  friend bool operator==(const DrillAnswerLine&, const DrillAnswerLine&) = default;
};

struct DrillAnswers {
  std::vector<DrillAnswerLine> lines;
  std::vector<ScenarioProblem> problems;
};
/// Limits: as of a scenario. Thread: any; pure.
DrillAnswers readDrillAnswers(const QByteArray& bytes);

/// Plays them. What cannot be read at its moment (a time that is over, a category nobody knows)
/// goes to `problems` and is left out. A drill that is over takes no further turns; one that is not
/// is hung up.
struct AnsweredDrill {
  DrillScore score;
  std::vector<DrillTurn> turns;
  QString opening;
  std::vector<ScenarioProblem> problems;
};
AnsweredDrill playAnswers(const Scenario& scenario, const DrillRules& rules,
                          const DrillAnswers& answers, quint64 seed);

}  // namespace yingda
