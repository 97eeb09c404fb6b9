// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and letters as hanzi, for a voice that knows nothing else.
#include "core/training/voice_text.h"

#include "tests/training/drill_fixture.h"

using namespace yingda;

TEST_CASE("numbers are said as an owner says them", "[training]") {
  struct Row {
    const char* written;
    const char* said;
  };
  const Row rows[] = {{"", ""},
                      {"三楼水管爆了！", "三楼水管爆了！"},
                      // Rooms, hotlines and numbers without a measure: digit by digit.
                      {"1502", "一五零二"},
                      {"3 栋 2 单元 1502", "三栋二单元一五零二"},
                      {"3栋2单元1602室", "三栋二单元一六零二室"},
                      {"一楼，102。", "一楼，一零二。"},
                      {"我打 12345，再找记者。", "我打一二三四五，再找记者。"},
                      {"已经打 110 了", "已经打幺幺零了"},
                      {"119 反映", "幺幺九反映"},
                      {"电话 13800000152。", "电话幺三八零零零零零幺五二。"},
                      {"0571-8800 1234", "零五七幺，八八零零一二三四"},
                      {"007", "零零七"},
                      // Counts and amounts: as a number.
                      {"50元", "五十元"},
                      {"赔我 3000 块！", "赔我三千块！"},
                      {"１２０ 块", "一百二十块"},
                      {"2 个人等了 2 小时", "两个人等了两小时"},
                      {"12 栋，加上 11 栋", "十二栋，加上十一栋"},
                      {"10 栋楼", "十栋楼"},
                      {"100 户", "一百户"},
                      {"30 分钟", "三十分钟"},
                      {"3.5 元", "三点五元"},
                      {"98.6%", "百分之九十八点六"},
                      {"30%", "百分之三十"},
                      // Times and days.
                      {"昨晚 23:40", "昨晚二十三点四十分"},
                      {"02：05", "两点零五分"},
                      {"8:00 前", "八点前"},
                      {"2026 年 3 月 11 日", "二零二六年三月十一日"},
                      {"2026-03-11 09:50", "二零二六年三月十一日九点五十分"},
                      {"3-2-1502", "三杠二杠一五零二"},
                      // Letters by their names.
                      {"地库 B1-127", "地库 必一杠一二七"},
                      {"ＡＰＰ报了", "诶批批报了"},
                      {"99999999999999999999", "九九九九九九九九九九九九九九九九九九九九"}};
  for (const Row& row : rows) {
    INFO(row.written);
    CHECK(voiceText(QString::fromUtf8(row.written)).toStdString() == row.said);
  }
}
