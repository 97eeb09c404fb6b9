// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a scenario from the text that a trainer writes.
//
// A scenario is UTF-8 text, a line each, nothing nested; a blank line or one that begins with # is
// skipped. Full-width and plain marks are the same. There are three sorts of lines:
//
//   【段 开头】                    a heading: sort and name; also [段 开头]
//   客户：水都流到电梯厅了！        a field: its word, a colon, its words; lists are parted by 、
//   如果 共情 且 说到 总阀，转到 收尾    a way on: conditions joined by 且, then 转到 a part or
//   结束
//
// Before the first heading: 标题 编号 版本 大类 类别 级别 类型 难度 来电 背景 时长 火气目标 要素
// 时限 派单, and 到场 回电: minutes in which these can honestly be promised. Headings, their
// fields:
//
//   【客户】      称呼 房号 电话 年龄 声音 火气 信任 耐心
//   【情绪】      a sign each: 共情：-12
//   【事实 …】    问到 信任到 客户 要素 填
//   【安全 …】    说到 整句
//   【反应 …】    客户; its name is a sign
//   【段 …】      客户 再说 说出 要点 整句 and ways on: 如果 …，转到 …; 否则，转到 …
//   【事件 …】    何时 客户 火气 说出 转到 结束
//   【结束 …】    客户; its name is 满意 接受 升级 挂断
//
// 客户 and 再说 may stand several times: one of them is drawn. With a mood in front (客户 愤怒：) a
// line is said in that mood only. Conditions: a sign (开场 共情 承诺 复述 结束语 提问 先问 含糊
// 推责 顶撞 违规 念出 话长 沉默), 说到 …, 知道 …, 问全, 安全话说全, 填好 …, 火气到 N, 火气低于 N,
// 信任到 N, 信任低于 N, 本段第 N 句, 全程第 N 句, 第 N 秒; 没有 in front turns one round.
#pragma once

#include <QByteArray>

#include "core/training/scenario.h"
#include "core/training/scenario_problem.h"

namespace yingda {

/// What a file holds, as far as it could be read, and everything that could not.
struct ScenarioReading {
  Scenario scenario;
  std::vector<ScenarioProblem> problems;
};

/// Bounds of a file; what is beyond them is one problem, and nothing of it is read.
inline constexpr qsizetype scenarioBytesMax = 256 * 1024;
inline constexpr int scenarioLinesMax = 4000;
inline constexpr int scenarioLineLengthMax = 400;
inline constexpr int scenarioNodesMax = 120;
inline constexpr int scenarioProblemsMax = 200;

/// Pure: reads nothing but `bytes`, whatever they name. Thread: any.
ScenarioReading readScenario(const QByteArray& bytes);

}  // namespace yingda
