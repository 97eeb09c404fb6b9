// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the trade: complete, and never more than people may read.
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <set>

#include "tests/ui/parts_fixture.h"
#include "ui/parts/activity_text.h"
#include "ui/parts/error_text.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/masked_text.h"
#include "ui/parts/words_text.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

Activity activity(ActivityKind kind, const QJsonObject& data) {
  Activity result;
  result.id = idOf<ActivityId>(1);
  result.kind = kind;
  result.at = at(u"2026-10-10T23:40:12"_qs);
  result.byName = u"8021 小李"_qs;
  result.data = data;
  return result;
}

struct ActivityCase {
  ActivityKind kind;
  QJsonObject data;
  QString text;
};

QImage silhouette(Level level) {
  QImage image(LevelChip::side, LevelChip::side, QImage::Format_ARGB32);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  LevelChip::paint(painter, {0, 0}, level);
  painter.end();
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      image.setPixelColor(x, y, qAlpha(image.pixel(x, y)) > 127 ? Qt::black : Qt::white);
    }
  }
  return image;
}

}  // namespace

TEST_CASE("Words agree with the words of the trade") {
  for (const Level level : allLevels) {
    CHECK(levelText(level) == levelWord(level));
    CHECK(levelCharacter(level) == levelChip(level));
  }
  for (const Kind kind : allKinds) CHECK(kindText(kind) == kindWord(kind));
  for (const Channel channel : allChannels) CHECK(channelText(channel) == channelWord(channel));
  for (const Relation relation : allRelations) {
    CHECK(relationText(relation) == relationWord(relation));
  }
  for (const CareTag tag : allCareTags) CHECK(careTagText(tag) == careTagWord(tag));
  for (const Role role : allRoles) CHECK(roleText(role) == roleWord(role));
  for (const Stage stage : allStages) CHECK_FALSE(stageText(stage).isEmpty());
  for (const MilestoneId id : allMilestones) {
    CHECK(milestoneText(milestoneCode(id)) != milestoneCode(id));
  }
  CHECK(milestoneText(u"progress"_qs, Level::Red) == u"下次通报"_qs);
  CHECK(milestoneText(u"progress"_qs, Level::Yellow) == u"进度告知"_qs);
  CHECK(missingText({Missing::Place, Missing::Matter}) == u"还差地点、事项"_qs);
  CHECK(missingText(QList<Missing>{}).isEmpty());
}

TEST_CASE("Every failure says what happened, what is safe and what to do") {
  std::set<QString> sentences;
  for (int code = 0; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
    const Error error{static_cast<ErrorCode>(code), u"secret 13812345678"_qs};
    const QString text = errorText(error);
    INFO(text.toStdString());
    CHECK(text.size() > 12);
    CHECK(text.endsWith(u'。'));
    CHECK_FALSE(text.contains(u"secret"_qs));
    sentences.insert(text);
  }
  CHECK(sentences.size() == static_cast<size_t>(ErrorCode::Cancelled) + 1);
  for (int notice = 0; notice <= static_cast<int>(Notice::CalendarYearMissing); ++notice) {
    CHECK(noticeText(static_cast<Notice>(notice), 3, 10, u"2027"_qs).endsWith(u'。'));
  }
  CHECK(noticeText(Notice::CacheRebuilding, 3, 10).contains(u"3 / 10"_qs));
  CHECK(noticeText(Notice::CalendarYearMissing, 0, 0, u"2027"_qs).contains(u"2027 年"_qs));
}

TEST_CASE("Each activity is one line from its keys") {
  const QString phone = u"13812341234"_qs;
  const std::vector<ActivityCase> cases{
      {ActivityKind::Contact,
       {{u"number"_qs, phone}, {u"text"_qs, u"又来催"_qs}},
       u"138****1234 呼入，又来催"_qs},
      {ActivityKind::Contact,
       {{u"channel"_qs, u"微信"_qs}, {u"text"_qs, u"问进度"_qs}},
       u"微信，问进度"_qs},
      {ActivityKind::Contact, {}, u"业主来电"_qs},
      {ActivityKind::Verified, {{u"name"_qs, u"王女士"_qs}}, u"王女士，姓氏与房号已核对"_qs},
      {ActivityKind::Confirmed, {}, u"受理已确认，工单号已告知"_qs},
      {ActivityKind::Told, {{u"text"_qs, u"先关总阀"_qs}}, u"流程已告知：先关总阀"_qs},
      {ActivityKind::Diagnosed, {{u"text"_qs, u"角阀老化"_qs}}, u"初步诊断：角阀老化"_qs},
      {ActivityKind::Informed, {{u"text"_qs, u"明天换阀"_qs}}, u"方案已通报业主：明天换阀"_qs},
      {ActivityKind::Dispatched,
       {{u"department"_qs, u"eng"_qs}, {u"person"_qs, u"张工"_qs}},
       u"派给 工程部 张工"_qs},
      {ActivityKind::Arrived, {{u"person"_qs, u"张工"_qs}}, u"张工已到场"_qs},
      {ActivityKind::Progress, {{u"text"_qs, u"等配件"_qs}}, u"等配件"_qs},
      {ActivityKind::Pause,
       {{u"reason"_qs, u"等业主发缴费截图"_qs}, {u"until"_qs, u"2026-10-09T16:00:00+08:00"_qs}},
       u"暂停计时：等业主发缴费截图，预计 10-09 周五 16:00 恢复"_qs},
      {ActivityKind::Resume, {}, u"恢复计时"_qs},
      {ActivityKind::Solved, {{u"text"_qs, u"已更换角阀"_qs}}, u"已办结：已更换角阀"_qs},
      {ActivityKind::CallbackAttempt,
       {{u"result"_qs, u"solved"_qs}, {u"score"_qs, 5}, {u"nps"_qs, 9}},
       u"业主确认已解决，满意 5 分，推荐意愿 9"_qs},
      {ActivityKind::CallbackAttempt, {{u"result"_qs, u"unreachable"_qs}}, u"无人接听"_qs},
      {ActivityKind::Archived, {}, u"已归档"_qs},
      {ActivityKind::Reopened, {{u"reason"_qs, u"又漏了"_qs}}, u"重开：又漏了"_qs},
      {ActivityKind::Returned,
       {{u"department"_qs, u"eng"_qs}, {u"reason"_qs, u"非职责"_qs}},
       u"工程部，退单：非职责"_qs},
      {ActivityKind::StageChanged,
       {{u"from"_qs, u"受理"_qs}, {u"to"_qs, u"派单"_qs}},
       u"受理 → 派单"_qs},
      {ActivityKind::LevelChanged,
       {{u"from"_qs, u"黄"_qs}, {u"to"_qs, u"红"_qs}, {u"reason"_qs, u"进电梯厅"_qs}},
       u"普通 → 紧急，进电梯厅"_qs},
      {ActivityKind::KindChanged,
       {{u"from"_qs, u"投诉"_qs}, {u"to"_qs, u"报修"_qs}},
       u"投诉 → 报修"_qs},
      {ActivityKind::CategoryChanged,
       {{u"from"_qs, u"a"_qs}, {u"to"_qs, u"b"_qs}},
       u"维修 → 环境"_qs},
      {ActivityKind::HolderChanged,
       {{u"from"_qs, u"张工"_qs}, {u"to"_qs, u"王工"_qs}},
       u"张工 → 王工"_qs},
      {ActivityKind::HouseholdChanged, {{u"to"_qs, u"3栋2单元1502"_qs}}, u"3栋2单元1502"_qs},
      {ActivityKind::Quoted,
       {{u"article"_qs, u"burst"_qs}, {u"version"_qs, 3}},
       u"引用《公区爆管应急》第 3 版"_qs},
      {ActivityKind::OutsideCalled,
       {{u"name"_qs, u"消防"_qs}, {u"number"_qs, u"119"_qs}},
       u"已拨 消防 119"_qs},
      {ActivityKind::Revealed, {{u"purpose"_qs, u"回拨"_qs}}, u"查看完整号码：回拨"_qs},
      {ActivityKind::Attached, {{u"name"_qs, u"厨房.jpg"_qs}}, u"加了附件：厨房.jpg"_qs},
      {ActivityKind::Detached, {{u"name"_qs, u"厨房.jpg"_qs}}, u"取下附件：厨房.jpg"_qs},
      {ActivityKind::Tied,
       {{u"tie"_qs, u"same"_qs}, {u"number"_qs, u"20742131"_qs}},
       u"与 207-4213-1 重复，时限跟那张走"_qs},
      {ActivityKind::Tied,
       {{u"tie"_qs, u"same"_qs}, {u"number"_qs, u"20742131"_qs}, {u"isOriginal"_qs, true}},
       u"207-4213-1 与本单重复"_qs},
      {ActivityKind::Tied,
       {{u"tie"_qs, u"none"_qs}, {u"number"_qs, u"20742131"_qs}},
       u"取消与 207-4213-1 的关联"_qs},
      {ActivityKind::Sensitive, {{u"sensitive"_qs, u"call"_qs}}, u"标记敏感来电"_qs},
      {ActivityKind::Sensitive, {{u"sensitive"_qs, u"press"_qs}}, u"标记敏感来电：记者"_qs},
      {ActivityKind::Sensitive,
       {{u"was"_qs, u"press"_qs}, {u"reason"_qs, u"听错了"_qs}},
       u"取消敏感来电，听错了"_qs},
      {ActivityKind::Warned,
       {{u"step"_qs, 1}, {u"text"_qs, u"请您不要骂人"_qs}},
       u"第 1 次提醒停止辱骂：请您不要骂人"_qs},
      {ActivityKind::Warned, {{u"step"_qs, 3}}, u"两次提醒后礼貌结束通话"_qs},
      {ActivityKind::HandedOver,
       {{u"step"_qs, u"offered"_qs}, {u"to"_qs, u"8022 小王"_qs}},
       u"交给8022 小王"_qs},
      {ActivityKind::HandedOver, {{u"step"_qs, u"offered"_qs}}, u"交给下一班"_qs},
      {ActivityKind::HandedOver, {{u"step"_qs, u"left"_qs}}, u"下班时没有交给人"_qs},
      {ActivityKind::HandedOver,
       {{u"step"_qs, u"taken"_qs}, {u"from"_qs, u"8021 小李"_qs}},
       u"接下了8021 小李交来的"_qs},
      {ActivityKind::Edited,
       {{u"name"_qs, u"地点"_qs}, {u"from"_qs, u"3栋"_qs}, {u"to"_qs, u"5栋"_qs}},
       u"地点：3栋 → 5栋"_qs},
  };
  ActivityNames names;
  names.department = [](const QString& id) { return id == u"eng" ? u"工程部"_qs : QString(); };
  names.category = [](const QString& id) { return id == u"a" ? u"维修"_qs : u"环境"_qs; };
  names.article = [](const QString&) { return u"公区爆管应急"_qs; };
  std::set<ActivityKind> kinds;
  for (const ActivityCase& one : cases) {
    CHECK(activityText(activity(one.kind, one.data), names) == one.text);
    CHECK_FALSE(activityKindText(one.kind).isEmpty());
    kinds.insert(one.kind);
  }
  CHECK(kinds.size() == static_cast<size_t>(ActivityKind::Edited) + 1);
  CHECK(activityOrigin(activity(ActivityKind::Told, {})) == u"8021 小李 · 10-10 周六 23:40:12"_qs);
}

TEST_CASE("A contact says how the owner reached us") {
  const auto kind = [](const QJsonObject& data) {
    return activityKindText(activity(ActivityKind::Contact, data));
  };
  CHECK(kind({{u"channel"_qs, u"电话"_qs}}) == u"来电"_qs);
  CHECK(kind({{u"channel"_qs, u"微信"_qs}}) == u"联系"_qs);
  CHECK(kind({{u"channel"_qs, u"电话"_qs}, {u"urge"_qs, true}}) == u"催办"_qs);
  CHECK(activityText(activity(ActivityKind::OutsideCalled,
                              {{u"name"_qs, u"火警"_qs}, {u"number"_qs, u"fire"_qs}})) ==
        u"已拨 火警"_qs);
}

TEST_CASE("Unknown keys are ignored and a number is never shown in full") {
  const Activity told = activity(ActivityKind::Contact, {{u"wonder"_qs, u"13812345678"_qs},
                                                         {u"number"_qs, u"13812345678"_qs}});
  CHECK_FALSE(activityText(told).contains(u"13812345678"_qs));
}

TEST_CASE("The four levels differ in outline") {
  theTheme();
  std::vector<QImage> outlines;
  for (const Level level : allLevels) {
    const QImage outline = silhouette(level);
    for (const QImage& other : outlines) CHECK(outline != other);
    outlines.push_back(outline);
  }
  LevelChip chip(Level::Red);
  CHECK(chip.accessibleName() == u"紧急"_qs);
}

TEST_CASE("A number is masked until somebody may see it") {
  theTheme();
  MaskedText text(u"13812341234"_qs);
  CHECK(text.shownText() == u"138****1234"_qs);
  CHECK(text.accessibleName() == u"138****1234"_qs);
  QSignalSpy asked(&text, &MaskedText::revealAsked);
  QSignalSpy changed(&text, &MaskedText::revealedChanged);
  text.show();
  QTest::keyClick(&text, Qt::Key_Return);
  CHECK(asked.count() == 1);
  CHECK(text.shownText() == u"138****1234"_qs);
  const int width = text.sizeHint().width();
  text.reveal();
  CHECK(text.shownText() == u"13812341234"_qs);
  CHECK(text.sizeHint().width() == width);
  text.reveal();
  CHECK(changed.count() == 1);
  text.setNumber(u"13900000000"_qs);
  CHECK(text.shownText() == u"139****0000"_qs);
  text.reveal();
  text.hide();
  CHECK_FALSE(text.isRevealed());
}

TEST_CASE("Reasons of an account are recognised") {
  CHECK(reasonKind(u"服务时间"_qs) == ReasonKind::Service);
  CHECK(reasonKind(u"法定假 · 国庆"_qs) == ReasonKind::Holiday);
  CHECK(reasonKind(u"补班 · 国庆调休"_qs) == ReasonKind::MakeUp);
  CHECK(reasonKind(u"暂停 · 等配件"_qs) == ReasonKind::Pause);
  CHECK(reasonKind(u"级别改为红 紧急"_qs) == ReasonKind::Other);
  CHECK(reasonText(u"暂停 · 等配件"_qs) == u"暂停 · 等配件"_qs);
  CHECK(reasonText(u"暂停 · 等配件（照常计时）"_qs) == u"暂停 · 等配件（照常计时）"_qs);
  CHECK(reasonText(u"级别改为红 紧急，按新口径从受理起重算"_qs) ==
        u"级别改为紧急，按新口径从受理起重算"_qs);
  CHECK(pauseReasonText(u"parts"_qs) == u"等配件"_qs);
  CHECK(pauseReasonText(u"等配件：角阀"_qs) == u"等配件：角阀"_qs);
  CHECK(pauseReasonText(u"台风停工"_qs) == u"台风停工"_qs);
  CHECK(purposeText(u"visit"_qs) == u"上门"_qs);
  CHECK(purposeText(u"上门"_qs) == u"上门"_qs);
  CHECK(ruleText(u"48 个服务小时"_qs) == u"48 个服务小时"_qs);
  CHECK(ruleText(u"看天气"_qs) == u"看天气"_qs);
}
