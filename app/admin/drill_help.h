// SPDX-License-Identifier: GPL-3.0-or-later
// What `drill --help` shows: examples, and how a scenario is written.
#pragma once

namespace yingda::admin {

inline constexpr const char* drillExample =
    "yingda-admin drill check 我的场景.txt\n"
    "  yingda-admin drill check                                  # the shipped ones\n"
    "  yingda-admin drill run lift-trapped --answers 应答.txt --seed 7 --json\n"
    "  yingda-admin drill run 我的场景.txt --bot perfect --seeds 100\n"
    "  yingda-admin drill run --bot ordinary --seeds 100         # all shipped ones\n"
    "  FILE is a file, or the id of a shipped scenario. Bots: perfect ordinary vague silent rude.\n"
    "\n"
    "A scenario is UTF-8 text, a line each, at most 256 KiB; a line that begins with # is left out.\n"
    "\n"
    "  标题：深夜爆管                     标题 编号 版本 大类 类别 级别 类型 难度 来电 背景 时长\n"
    "  类别：repair.water.burst_common    火气目标 要素 时限 派单 到场 回电 (minutes)\n"
    "  来电：2026-03-14 23:40\n"
    "\n"
    "  【客户】                           称呼 房号 电话 年龄 声音 火气 信任 耐心\n"
    "  火气：70\n"
    "  【情绪】                           what a sign adds to the anger, where it differs\n"
    "  共情：-10\n"
    "  【事实 位置】                      问到 信任到 客户 要素 填\n"
    "  问到：哪里、几栋\n"
    "  客户：3 栋 2 单元，三楼。\n"
    "  要素：地\n"
    "  填：3栋2单元\n"
    "  【安全 别乘电梯】                  说到 整句\n"
    "  【反应 含糊】                      客户\n"
    "  【段 开头】                        客户 再说 说出 要点 整句; the first part is the beginning\n"
    "  客户：水管爆了！                   several: one is drawn; 客户 愤怒：in that mood only\n"
    "  要点：先问好\n"
    "  整句：您好，{公司}，{工号} 号为您服务，请问有什么可以帮您？\n"
    "  如果 知道 位置 且 没有 含糊，转到 收尾\n"
    "  如果 本段第 5 句，结束 升级\n"
    "  否则，转到 开头\n"
    "  【事件 孩子哭】                    何时 客户 火气 说出 转到 结束; once, wherever the talk is\n"
    "  何时：全程第 3 句\n"
    "  【结束 满意】                      满意 接受 升级 挂断\n"
    "\n"
    "Conditions: 开场 共情 承诺 复述 结束语 提问 先问 含糊 推责 顶撞 违规 念出 话长 沉默; 说到 词、词;\n"
    "知道 事实; 问全; 安全话说全; 填好 类别、级别、时、地、事、人、话、承诺、派单; 火气到 80; 火气低于 40;\n"
    "信任到 50; 信任低于 30; 本段第 3 句; 全程第 8 句; 第 90 秒; 没有 … turns one round; 且 joins them.\n"
    "Open places of 整句: {公司} {工号} {单号} {称呼} {房号} {到场} {回电} {方案}.\n"
    "\n"
    "Answers, a line each: 说：… is a turn; before it 静：8 (seconds), 填 地点：… (诉求 地点 时间 联系人\n"
    "电话 类别 级别), 勾：受理、告知, 派单：engineering, 承诺：回电 18:40 我.";

}  // namespace yingda::admin
