// SPDX-License-Identifier: GPL-3.0-or-later
// One table a word list, in the order of its enumerators; the sources are the words of the trade.
#include "ui/parts/words_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <span>

#include "core/domain/milestones.h"

namespace yingda::ui {

namespace {

QString translated(const char* source) { return QCoreApplication::translate("Words", source); }

template <class Word, size_t n>
QString wordAt(const std::array<const char*, n>& words, Word word) {
  return translated(words.at(static_cast<size_t>(word)));
}

constexpr std::array levels{QT_TRANSLATE_NOOP("Words", "紧急"), QT_TRANSLATE_NOOP("Words", "重大"),
                            QT_TRANSLATE_NOOP("Words", "普通"), QT_TRANSLATE_NOOP("Words", "咨询")};
//: One character on a chip of 20 px.
constexpr std::array levelCharacters{
    QT_TRANSLATE_NOOP("Words", "急"), QT_TRANSLATE_NOOP("Words", "重"),
    QT_TRANSLATE_NOOP("Words", "普"), QT_TRANSLATE_NOOP("Words", "询")};
constexpr std::array kinds{QT_TRANSLATE_NOOP("Words", "报修"), QT_TRANSLATE_NOOP("Words", "投诉"),
                           QT_TRANSLATE_NOOP("Words", "咨询"), QT_TRANSLATE_NOOP("Words", "建议"),
                           QT_TRANSLATE_NOOP("Words", "表扬"), QT_TRANSLATE_NOOP("Words", "求助"),
                           QT_TRANSLATE_NOOP("Words", "议事")};
constexpr std::array stages{
    QT_TRANSLATE_NOOP("Words", "受理"),   QT_TRANSLATE_NOOP("Words", "派单"),
    QT_TRANSLATE_NOOP("Words", "处理中"), QT_TRANSLATE_NOOP("Words", "待回访"),
    QT_TRANSLATE_NOOP("Words", "回访"),   QT_TRANSLATE_NOOP("Words", "归档")};
constexpr std::array channels{
    QT_TRANSLATE_NOOP("Words", "电话"),   QT_TRANSLATE_NOOP("Words", "APP"),
    QT_TRANSLATE_NOOP("Words", "微信"),   QT_TRANSLATE_NOOP("Words", "企业微信"),
    QT_TRANSLATE_NOOP("Words", "业主群"), QT_TRANSLATE_NOOP("Words", "前台"),
    QT_TRANSLATE_NOOP("Words", "来信"),   QT_TRANSLATE_NOOP("Words", "12345"),
    QT_TRANSLATE_NOOP("Words", "街道"),   QT_TRANSLATE_NOOP("Words", "巡查"),
    QT_TRANSLATE_NOOP("Words", "邮件"),   QT_TRANSLATE_NOOP("Words", "媒体")};
constexpr std::array relations{
    QT_TRANSLATE_NOOP("Words", "业主"), QT_TRANSLATE_NOOP("Words", "租客"),
    QT_TRANSLATE_NOOP("Words", "家人"), QT_TRANSLATE_NOOP("Words", "父母"),
    QT_TRANSLATE_NOOP("Words", "保姆"), QT_TRANSLATE_NOOP("Words", "车位业主"),
    QT_TRANSLATE_NOOP("Words", "其他")};
constexpr std::array careTags{
    QT_TRANSLATE_NOOP("Words", "高龄住户"), QT_TRANSLATE_NOOP("Words", "高龄父母同住"),
    QT_TRANSLATE_NOOP("Words", "语速放慢"), QT_TRANSLATE_NOOP("Words", "上门先电话"),
    QT_TRANSLATE_NOOP("Words", "轮椅通道"), QT_TRANSLATE_NOOP("Words", "有婴幼儿"),
    QT_TRANSLATE_NOOP("Words", "家有宠物"), QT_TRANSLATE_NOOP("Words", "午间勿扰"),
    QT_TRANSLATE_NOOP("Words", "重点关怀")};
constexpr std::array roles{
    QT_TRANSLATE_NOOP("Words", "坐席"), QT_TRANSLATE_NOOP("Words", "处理岗"),
    QT_TRANSLATE_NOOP("Words", "班长"), QT_TRANSLATE_NOOP("Words", "培训师"),
    QT_TRANSLATE_NOOP("Words", "质检"), QT_TRANSLATE_NOOP("Words", "管理员")};
constexpr std::array weekdays{
    QT_TRANSLATE_NOOP("Words", "周一"), QT_TRANSLATE_NOOP("Words", "周二"),
    QT_TRANSLATE_NOOP("Words", "周三"), QT_TRANSLATE_NOOP("Words", "周四"),
    QT_TRANSLATE_NOOP("Words", "周五"), QT_TRANSLATE_NOOP("Words", "周六"),
    QT_TRANSLATE_NOOP("Words", "周日")};
static_assert(levels.size() == allLevels.size() && levelCharacters.size() == allLevels.size());
static_assert(kinds.size() == allKinds.size() && stages.size() == allStages.size());
static_assert(channels.size() == allChannels.size() && relations.size() == allRelations.size());
static_assert(careTags.size() == allCareTags.size() && roles.size() == allRoles.size());

struct MilestoneWord {
  const char* id;
  const char* word;
};
constexpr std::array milestoneWords{
    MilestoneWord{"M1", QT_TRANSLATE_NOOP("Words", "黄金5分钟")},
    MilestoneWord{"M2", QT_TRANSLATE_NOOP("Words", "受理确认")},
    MilestoneWord{"M3", QT_TRANSLATE_NOOP("Words", "初步诊断")},
    MilestoneWord{"M4", QT_TRANSLATE_NOOP("Words", "方案通报")},
    MilestoneWord{"onsite", QT_TRANSLATE_NOOP("Words", "到场")},
    MilestoneWord{"plan", QT_TRANSLATE_NOOP("Words", "处理方案")},
    MilestoneWord{"resolve", QT_TRANSLATE_NOOP("Words", "办结")},
    MilestoneWord{"transfer", QT_TRANSLATE_NOOP("Words", "专家回复")},
    MilestoneWord{"callback", QT_TRANSLATE_NOOP("Words", "结果回访")},
    MilestoneWord{"progress", QT_TRANSLATE_NOOP("Words", "进度告知")}};

constexpr std::array pauseReasons{
    QT_TRANSLATE_NOOP("Words", "等业主回家"), QT_TRANSLATE_NOOP("Words", "等配件"),
    QT_TRANSLATE_NOOP("Words", "等业主资料"), QT_TRANSLATE_NOOP("Words", "等外部单位")};
static_assert(pauseReasons.size() == allPauseReasons.size());
constexpr std::array purposes{QT_TRANSLATE_NOOP("Words", "回拨"),
                              QT_TRANSLATE_NOOP("Words", "上门"),
                              QT_TRANSLATE_NOOP("Words", "核实")};
constexpr std::array contactKinds{QT_TRANSLATE_NOOP("Words", "来电"),
                                  QT_TRANSLATE_NOOP("Words", "上门"),
                                  QT_TRANSLATE_NOOP("Words", "去电")};
constexpr std::array storedWords{
    QT_TRANSLATE_NOOP("Words", "已解决"),     QT_TRANSLATE_NOOP("Words", "转派"),
    QT_TRANSLATE_NOOP("Words", "重复"),       QT_TRANSLATE_NOOP("Words", "查无"),
    QT_TRANSLATE_NOOP("Words", "业主撤回"),   QT_TRANSLATE_NOOP("Words", "非职责"),
    QT_TRANSLATE_NOOP("Words", "回访未解决"), QT_TRANSLATE_NOOP("Words", "值班工程师")};
constexpr std::array calendarNames{
    QT_TRANSLATE_NOOP("Words", "工作日"), QT_TRANSLATE_NOOP("Words", "每天"),
    QT_TRANSLATE_NOOP("Words", "每天延时"), QT_TRANSLATE_NOOP("Words", "24×7")};
// A number, and what is counted.
constexpr std::array measures{QT_TRANSLATE_NOOP("Words", "%1 分钟"),
                              QT_TRANSLATE_NOOP("Words", "%1 小时"),
                              QT_TRANSLATE_NOOP("Words", "%1 个服务分钟"),
                              QT_TRANSLATE_NOOP("Words", "%1 个服务小时"),
                              QT_TRANSLATE_NOOP("Words", "%1 个工作日"),
                              QT_TRANSLATE_NOOP("Words", "急修 %1 小时"),
                              QT_TRANSLATE_NOOP("Words", "小修 %1 小时"),
                              QT_TRANSLATE_NOOP("Words", "每次告知后 %1 小时"),
                              QT_TRANSLATE_NOOP("Words", "每次告知后 %1 分钟"),
                              QT_TRANSLATE_NOOP("Words", "%1 个工作日内与业主约定日期")};
constexpr std::array rules{QT_TRANSLATE_NOOP("Words", "办结后 1 至 3 天"),
                           QT_TRANSLATE_NOOP("Words", "大修按与业主约定的日期"),
                           QT_TRANSLATE_NOOP("Words", "当日 18:00（18:00 后受理为下一工作日）"),
                           QT_TRANSLATE_NOOP("Words", "当日 18:00（18:00 后受理为次日）"),
                           QT_TRANSLATE_NOOP("Words", "当日闭环（17:00 后受理为下一工作日）"),
                           QT_TRANSLATE_NOOP("Words", "当日闭环（17:00 后受理为次日）"),
                           QT_TRANSLATE_NOOP("Words", "按与业主约定的日期")};

constexpr auto dutyWord = QT_TRANSLATE_NOOP("Words", "值班工程师");
constexpr auto andWord = QT_TRANSLATE_NOOP("Words", " 和 ");
// As the account of a deadline writes them, around what it names.
constexpr auto levelChanged = QT_TRANSLATE_NOOP("Words", "级别改为%1");
constexpr auto categoryChanged = QT_TRANSLATE_NOOP("Words", "类别已更改");
constexpr auto changeApplied = QT_TRANSLATE_NOOP("Words", "%1，按新口径从受理起重算");
constexpr auto changeKept = QT_TRANSLATE_NOOP("Words", "%1，本项结论不变");
constexpr auto pausedFor = QT_TRANSLATE_NOOP("Words", "暂停 · %1");
constexpr auto runsOn = QT_TRANSLATE_NOOP("Words", "%1（照常计时）");

/// What a pattern has before its %1, and behind it.
QString before(const char* pattern) {
  const QString text = QString::fromUtf8(pattern);
  return text.left(text.indexOf(QLatin1Char('%')));
}
QString behind(const char* pattern) {
  const QString text = QString::fromUtf8(pattern);
  return text.mid(text.indexOf(QLatin1Char('%')) + 2);
}

/// The translation of a text that is one of the words; else the text.
template <size_t n>
QString amongWords(const std::array<const char*, n>& words, const QString& text) {
  for (const char* word : words) {
    if (text == QString::fromUtf8(word)) return translated(word);
  }
  return text;
}

struct ReasonWord {
  ReasonKind kind;
  const char* word;
};
constexpr std::array reasonWords{
    ReasonWord{ReasonKind::Service, QT_TRANSLATE_NOOP("Words", "服务时间")},
    ReasonWord{ReasonKind::MakeUp, QT_TRANSLATE_NOOP("Words", "补班")},
    ReasonWord{ReasonKind::AllDay, QT_TRANSLATE_NOOP("Words", "全天计时")},
    ReasonWord{ReasonKind::Other, QT_TRANSLATE_NOOP("Words", "按与业主约定的日期")},
    ReasonWord{ReasonKind::Other, QT_TRANSLATE_NOOP("Words", "特殊安排")},
    ReasonWord{ReasonKind::Other, QT_TRANSLATE_NOOP("Words", "办结时一并完成")},
    ReasonWord{ReasonKind::Lunch, QT_TRANSLATE_NOOP("Words", "午休")},
    ReasonWord{ReasonKind::Night, QT_TRANSLATE_NOOP("Words", "夜间")},
    ReasonWord{ReasonKind::Weekend, QT_TRANSLATE_NOOP("Words", "周末")},
    ReasonWord{ReasonKind::Holiday, QT_TRANSLATE_NOOP("Words", "法定假")},
    ReasonWord{ReasonKind::Pause, QT_TRANSLATE_NOOP("Words", "暂停")}};

}  // namespace

QString levelText(Level level) { return wordAt(levels, level); }
QString levelCharacter(Level level) { return wordAt(levelCharacters, level); }
QString kindText(Kind kind) { return wordAt(kinds, kind); }
QString stageText(Stage stage) { return wordAt(stages, stage); }
QString channelText(Channel channel) { return wordAt(channels, channel); }
QString relationText(Relation relation) { return wordAt(relations, relation); }
QString careTagText(CareTag tag) { return wordAt(careTags, tag); }
QString roleText(Role role) { return wordAt(roles, role); }

QString missingText(Missing missing) {
  switch (missing) {
    case Missing::Place:
      return QCoreApplication::translate("Words", "地点");
    case Missing::Matter:
      return QCoreApplication::translate("Words", "事项");
    case Missing::Phone:
      return QCoreApplication::translate("Words", "联系电话或拒留");
    case Missing::Cause:
      return QCoreApplication::translate("Words", "原因");
    case Missing::Outcome:
      return QCoreApplication::translate("Words", "处理结果");
    case Missing::OwnerConfirmation:
      return QCoreApplication::translate("Words", "业主确认");
    case Missing::Department:
      return QCoreApplication::translate("Words", "责任部门");
  }
  return {};
}

QString missingText(const QList<Missing>& missing) {
  if (missing.isEmpty()) return {};
  QStringList names;
  for (const Missing one : missing) names.append(missingText(one));
  //: Between the names of missing fields.
  const QString comma = QCoreApplication::translate("Words", "、");
  return QCoreApplication::translate("Words", "还差%1").arg(names.join(comma));
}

QString activityKindText(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::Contact:
      return QCoreApplication::translate("Words", "来电");
    case ActivityKind::Verified:
      return QCoreApplication::translate("Words", "核对");
    case ActivityKind::Confirmed:
      return QCoreApplication::translate("Words", "受理");
    case ActivityKind::Told:
      return QCoreApplication::translate("Words", "告知");
    case ActivityKind::Diagnosed:
      return QCoreApplication::translate("Words", "诊断");
    case ActivityKind::Informed:
      return QCoreApplication::translate("Words", "通报");
    case ActivityKind::Dispatched:
      return QCoreApplication::translate("Words", "派单");
    case ActivityKind::Arrived:
      return QCoreApplication::translate("Words", "到场");
    case ActivityKind::Progress:
      return QCoreApplication::translate("Words", "进度");
    case ActivityKind::Pause:
      return QCoreApplication::translate("Words", "暂停");
    case ActivityKind::Resume:
      return QCoreApplication::translate("Words", "恢复");
    case ActivityKind::Solved:
      return QCoreApplication::translate("Words", "办结");
    case ActivityKind::CallbackAttempt:
      return QCoreApplication::translate("Words", "回访");
    case ActivityKind::Archived:
      return QCoreApplication::translate("Words", "归档");
    case ActivityKind::Reopened:
      return QCoreApplication::translate("Words", "重开");
    case ActivityKind::Returned:
      return QCoreApplication::translate("Words", "退单");
    case ActivityKind::StageChanged:
      return QCoreApplication::translate("Words", "阶段");
    case ActivityKind::LevelChanged:
      return QCoreApplication::translate("Words", "级别");
    case ActivityKind::KindChanged:
      return QCoreApplication::translate("Words", "类型");
    case ActivityKind::CategoryChanged:
      return QCoreApplication::translate("Words", "类别");
    case ActivityKind::HolderChanged:
      return QCoreApplication::translate("Words", "责任人");
    case ActivityKind::HouseholdChanged:
      return QCoreApplication::translate("Words", "住户");
    case ActivityKind::Quoted:
      return QCoreApplication::translate("Words", "知识");
    case ActivityKind::OutsideCalled:
      return QCoreApplication::translate("Words", "外呼");
    case ActivityKind::Revealed:
      return QCoreApplication::translate("Words", "看号码");
    case ActivityKind::HandedOver:
      return QCoreApplication::translate("Words", "交接");
    case ActivityKind::Attached:
    case ActivityKind::Detached:
      return QCoreApplication::translate("Words", "附件");
    case ActivityKind::Tied:
      return QCoreApplication::translate("Words", "关联");
    case ActivityKind::Sensitive:
      return QCoreApplication::translate("Words", "敏感来电");
    case ActivityKind::Warned:
      return QCoreApplication::translate("Words", "辱骂提醒");
    case ActivityKind::Edited:
      return QCoreApplication::translate("Words", "修改");
  }
  return {};
}

QString sensitiveText(QStringView reason) {
  if (reason == u"recording") return QCoreApplication::translate("Words", "录音");
  if (reason == u"live") return QCoreApplication::translate("Words", "直播");
  if (reason == u"press") return QCoreApplication::translate("Words", "记者");
  if (reason == u"lawyer") return QCoreApplication::translate("Words", "律师");
  if (reason == u"injury") return QCoreApplication::translate("Words", "涉伤");
  if (reason == u"life") return QCoreApplication::translate("Words", "轻生");
  return QCoreApplication::translate("Words", "来电");
}

QString milestoneText(const QString& id) {
  for (const MilestoneWord& row : milestoneWords) {
    if (id == QLatin1String(row.id)) return translated(row.word);
  }
  return id;
}

QString milestoneText(const QString& id, Level level) {
  if (level == Level::Red && id == QLatin1String("progress")) {
    return QCoreApplication::translate("Words", "下次通报");
  }
  return milestoneText(id);
}

QString weekdayText(Instant at) {
  return translated(weekdays.at(static_cast<size_t>(isoWeekday(localDayOf(at)) - 1)));
}

QString dayText(Instant at) {
  return toIso(localDayOf(at)).mid(5) + QLatin1Char(' ') + weekdayText(at);
}

QString dueText(Instant due, Instant now) {
  const auto days = (localDayOf(due) - localDayOf(now)).count();
  const QString clock = yingda::clockText(due);
  if (days == 0) return clock;
  if (days == 1) return QCoreApplication::translate("Words", "明天 %1").arg(clock);
  return dayText(due) + QLatin1Char(' ') + clock;
}

ReasonKind reasonKind(const QString& reason) {
  for (const ReasonWord& row : reasonWords) {
    if (reason.startsWith(QString::fromUtf8(row.word))) return row.kind;
  }
  return ReasonKind::Other;
}

QString pauseReasonText(const QString& reason) {
  if (const auto known = pauseReasonFromText(reason)) return wordAt(pauseReasons, *known);
  // Older operations hold the word with what was added to it.
  const qsizetype colon = reason.indexOf(u'：');
  if (colon < 0) return reason;
  const auto known = pauseReasonFromText(reason.left(colon));
  if (!known) return reason;
  return QCoreApplication::translate("Words", "%1：%2")
      .arg(wordAt(pauseReasons, *known), reason.mid(colon + 1));
}

const QStringList& revealPurposes() {
  static const QStringList codes{QStringLiteral("callback"), QStringLiteral("visit"),
                                 QStringLiteral("check")};
  return codes;
}

QString purposeText(const QString& purpose) {
  const qsizetype index = revealPurposes().indexOf(purpose);
  if (index >= 0) return translated(purposes.at(static_cast<size_t>(index)));
  return amongWords(purposes, purpose);
}

QString contactKindText(const QString& kind) { return amongWords(contactKinds, kind); }

QString storedText(const QString& stored) {
  if (stored == u"duty") return translated(dutyWord);
  return amongWords(storedWords, stored);
}

QString ruleText(const QString& rule) {
  const auto isDigit = [](QChar c) { return c.isDigit(); };
  const auto first = std::find_if(rule.begin(), rule.end(), isDigit);
  if (first != rule.end()) {
    const auto last = std::find_if_not(first, rule.end(), isDigit);
    const QString number(&*first, last - first);
    const qsizetype at = first - rule.begin();
    const QString pattern = rule.left(at) + QStringLiteral("%1") + rule.mid(at + number.size());
    for (const char* measure : measures) {
      if (pattern == QString::fromUtf8(measure)) return translated(measure).arg(number);
    }
  }
  return amongWords(rules, rule);
}

QString calendarText(const QString& title) {
  const qsizetype from = title.indexOf(u'「');
  const qsizetype to = title.indexOf(u'」');
  if (from < 0 || to < from) return amongWords(calendarNames, title);
  const QString name = amongWords(calendarNames, title.mid(from + 1, to - from - 1));
  const QStringList rest = title.mid(to + 1).split(u' ', Qt::SkipEmptyParts);
  // 2026 第 1 版, or 第 1 版 of a calendar that needs no year.
  if (rest.size() < 3) return title;
  const QString& version = rest.at(rest.size() - 2);
  const QString year = rest.size() > 3 ? rest.front() : QString();
  const QString text = QCoreApplication::translate("Words", "日历「%1」%2 第 %3 版");
  return text.arg(name, year, version).simplified();
}

namespace {

/// 一天计 8 小时：08:30–12:00 和 13:30–18:00, from the calendar's own words.
QString hoursText(const QString& hours) {
  const qsizetype colon = hours.indexOf(u'：');
  if (colon < 0) return QCoreApplication::translate("Words", "全天 24 小时");
  QString count;
  for (const QChar c : hours.left(colon)) {
    if (c.isDigit() || c == u'.') count += c;
  }
  const QString spans =
      hours.mid(colon + 1).split(QString::fromUtf8(andWord)).join(translated(andWord));
  return QCoreApplication::translate("Words", "一天计 %1 小时：%2").arg(count, spans);
}

}  // namespace

QString whySentence(const Account& account) {
  if (account.rule.isEmpty() || !account.start) return account.sentence;
  const auto when = [](Instant at) { return QString(dayText(at) % u' ' % clockText(at)); };
  const QString clock =
      account.calendar.isEmpty()
          ? QCoreApplication::translate("Words", "全天计时，不暂停")
          : QCoreApplication::translate("Words", "日历「%1」").arg(calendarText(account.calendar));
  QString text =
      QCoreApplication::translate("Words", "%1，%2，%3，从 %4 起算。")
          .arg(levelText(account.level), ruleText(account.rule), clock, when(*account.start));
  if (!account.calendar.isEmpty()) {
    text += QCoreApplication::translate("Words", "%1。").arg(hoursText(account.hours));
  }
  if (account.isMetBySolution) {
    text += QCoreApplication::translate("Words", "没有单独记录，办结时一并算完成。");
  }
  if (account.isPaused) {
    text += QCoreApplication::translate("Words", "正在暂停，恢复后才有到期时间。");
  }
  for (const int year : account.missingYears) {
    text +=
        QCoreApplication::translate("Words", "%1 年的放假通知还没有导入，先按全天计时。").arg(year);
  }
  return text;
}

namespace {

/// 级别改为红 紧急，按新口径从受理起重算, which the account writes as one reason.
QString changeText(const QString& reason) {
  const QString head = reason.left(reason.indexOf(u'，'));
  QString what;
  if (head.startsWith(before(levelChanged))) {
    const auto level = levelFromText(head.section(u' ', -1));
    what = translated(levelChanged).arg(level ? levelText(*level) : head.section(u' ', -1));
  } else if (head == QString::fromUtf8(categoryChanged)) {
    what = translated(categoryChanged);
  } else {
    return {};
  }
  const bool isApplied = reason.endsWith(behind(changeApplied));
  return translated(isApplied ? changeApplied : changeKept).arg(what);
}

}  // namespace

QString reasonText(const QString& reason) {
  if (const QString change = changeText(reason); !change.isEmpty()) return change;
  if (reason.startsWith(before(pausedFor))) {
    QString why = reason.mid(before(pausedFor).size());
    const bool isRunning = why.endsWith(behind(runsOn));
    if (isRunning) why.chop(behind(runsOn).size());
    const QString text = translated(pausedFor).arg(pauseReasonText(why));
    return isRunning ? translated(runsOn).arg(text) : text;
  }
  for (const ReasonWord& row : reasonWords) {
    const QString word = QString::fromUtf8(row.word);
    if (reason.startsWith(word)) return translated(row.word) + reason.mid(word.size());
  }
  return reason;
}

QString occurredText(Instant at, Instant now) {
  const LocalDay day = localDayOf(at);
  const LocalDay today = localDayOf(now);
  const bool hasClock = timeOfDay(at) >= std::chrono::minutes{1};
  QString words;
  if (day == today) {
    words = QCoreApplication::translate("Words", "今天");
  } else if (day == today - std::chrono::days{1}) {
    words = QCoreApplication::translate("Words", "昨天");
  } else if (std::chrono::year_month_day{day}.year() == std::chrono::year_month_day{today}.year()) {
    words = dayText(at);
  } else {
    words = toIso(day);
  }
  return hasClock ? QString(words % u' ' % clockText(at)) : words;
}

QString elementsText(const QStringList& codes) {
  static constexpr std::pair<const char*, const char*> names[] = {
      {"time", QT_TRANSLATE_NOOP("Words", "时间")},
      {"place", QT_TRANSLATE_NOOP("Words", "地点")},
      {"matter", QT_TRANSLATE_NOOP("Words", "事项")},
      {"person", QT_TRANSLATE_NOOP("Words", "联系人")},
      {"phone", QT_TRANSLATE_NOOP("Words", "电话")}};
  QStringList words;
  for (const auto& [code, text] : names) {
    if (codes.contains(QLatin1String(code))) {
      words << QCoreApplication::translate("Words", text);
    }
  }
  return words.join(QCoreApplication::translate("Words", "、"));
}

}  // namespace yingda::ui
