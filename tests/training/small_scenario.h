// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest scenario that may be played, to be made wrong one line at a time.
#pragma once

#include <QString>

namespace yingda::test {

/// Lines are numbered from 1; the first part stands in line 33.
inline const QString& smallScenario() {
  static const QString text = QStringLiteral(
      R"(标题：厨房下水堵了
编号：drain
大类：维修
类别：repair.water.drain_blocked
级别：黄
来电：2026-03-11 10:00
背景：周三上午，厨房下水堵了。
时限：M1
派单：engineering

【客户】
称呼：王女士
房号：3栋2单元1502
电话：13800000152
火气：70
信任：40
耐心：3

【安全 别倒药水】
说到：别倒、不要倒
整句：通渠的药水请先别倒。

【事实 称呼】
问到：怎么称呼、贵姓
客户：我姓王。
要素：人
填：王女士

【反应 含糊】
客户：又是尽快！
客户 愤怒：别跟我说尽快！

【段 开头】
客户：厨房下水堵了，水漫出来了！
说出：位置、时间
要点：问好，共情
整句：您好，{公司}，{工号} 号为您服务，请问有什么可以帮您？让您受累了。
如果 知道 称呼 且 安全话说全，转到 收尾
如果 本段第 6 句，结束 升级
否则，转到 开头

【段 收尾】
客户：行，我等着。
再说：嗯。
要点：复述
整句：我再跟您说一遍：单号 {单号}，师傅 {到场} 前到，我 {回电} 前给您回电。感谢您的来电，再见。
如果 复述，结束 满意

【事实 位置】
要素：地
填：3栋2单元1502

【事实 时间】
要素：时
填：2026-03-11 09:50

【事件 水漫到客厅】
何时：全程第 3 句 且 没有 安全话说全
客户：水漫到客厅了！
火气：5

【结束 满意】
客户：谢谢。

【结束 升级】
客户：我打 12345。
)");
  return text;
}

/// The same with one thing replaced everywhere.
inline QByteArray smallWith(const QString& before, const QString& after) {
  QString text = smallScenario();
  text.replace(before, after);
  return text.toUtf8();
}

}  // namespace yingda::test
