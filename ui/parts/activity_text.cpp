// SPDX-License-Identifier: GPL-3.0-or-later
// Composes each line from the keys that its kind knows.
#include "ui/parts/activity_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/domain/ticket_number.h"
#include "core/domain/tie.h"
#include "core/text/phone.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

/// Reads the data of one activity by key.
class Data {
 public:
  Data(const QJsonObject& data, const ActivityNames& names) : m_data(data), m_names(names) {}

  QString text(const char* key) const {
    const QJsonValue value = m_data.value(QLatin1String(key));
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15)
                            : value.toString().simplified();
  }
  bool flag(const char* key) const { return m_data.value(QLatin1String(key)).toBool(); }
  QString phone() const {
    const QString number = text("number");
    return number.isEmpty() ? number : maskPhone(number);
  }
  QString department() const { return named(m_names.department, text("department")); }
  QString article() const {
    const QString name = text("name");
    return name.isEmpty() ? named(m_names.article, text("article")) : name;
  }
  QString category(const char* key) const { return named(m_names.category, text(key)); }
  std::optional<Instant> until() const {
    const QJsonValue value = m_data.value(QLatin1String("until"));
    if (value.isDouble()) return instantFromMs(static_cast<qint64>(value.toDouble()));
    return instantFromIso(value.toString());
  }

 private:
  static QString named(const std::function<QString(const QString&)>& name, const QString& id) {
    const QString found = name && !id.isEmpty() ? name(id) : QString();
    return found.isEmpty() ? id : found;
  }
  const QJsonObject& m_data;
  const ActivityNames& m_names;
};

QString joined(const QStringList& parts) {
  QStringList said;
  for (const QString& part : parts) {
    if (!part.isEmpty()) said.append(part);
  }
  //: Between the parts of a line of the timeline.
  return said.join(QCoreApplication::translate("Timeline", "，"));
}

/// "办结：已更换角阀", or the head alone when there is nothing to add.
QString headed(const QString& head, const QString& body) {
  if (body.isEmpty()) return head;
  return QCoreApplication::translate("Timeline", "%1：%2").arg(head, body);
}

QString change(const QString& from, const QString& to) {
  if (from.isEmpty() || to.isEmpty()) return to + from;
  return QCoreApplication::translate("Timeline", "%1 → %2").arg(from, to);
}

template <class Word>
QString worded(const QString& text, std::optional<Word> (*read)(QStringView),
               QString (*show)(Word)) {
  const auto word = read(text);
  return word ? show(*word) : text;
}

QString changeOf(ActivityKind kind, const Data& data) {
  const QString from = data.text("from");
  const QString to = data.text("to");
  if (kind == ActivityKind::StageChanged) {
    return change(worded<Stage>(from, stageFromText, stageText),
                  worded<Stage>(to, stageFromText, stageText));
  }
  if (kind == ActivityKind::LevelChanged) {
    return change(worded<Level>(from, levelFromText, levelText),
                  worded<Level>(to, levelFromText, levelText));
  }
  if (kind == ActivityKind::KindChanged) {
    return change(worded<Kind>(from, kindFromText, kindText),
                  worded<Kind>(to, kindFromText, kindText));
  }
  if (kind == ActivityKind::CategoryChanged) {
    return change(data.category("from"), data.category("to"));
  }
  return change(from, to);
}

/// When it happened, in the owner's words, because no time could be read from them.
QString occurredWords(const Data& data) {
  const QString words = data.text("occurred");
  if (words.isEmpty()) return words;
  return QCoreApplication::translate("Timeline", "发生时间：%1").arg(words);
}

/// A category that nobody chose and nobody changed.
QString suggestedWords(const Data& data) {
  const QString category = data.category("suggested");
  if (category.isEmpty()) return category;
  return QCoreApplication::translate("Timeline", "类别 %1：系统建议（%2%），未改")
      .arg(category, data.text("sure"));
}

QString readBack(const Data& data) {
  if (!data.flag("readback")) return {};
  return QCoreApplication::translate("Timeline", "已向业主复述核对");
}

QString sensitive(const Data& data) {
  const QString reason = data.text("sensitive");
  if (reason == u"call") return QCoreApplication::translate("Timeline", "标记敏感来电");
  if (!reason.isEmpty()) {
    return QCoreApplication::translate("Timeline", "标记敏感来电：%1").arg(sensitiveText(reason));
  }
  return joined({QCoreApplication::translate("Timeline", "取消敏感来电"), data.text("reason")});
}

QString warned(const Data& data) {
  const int step = data.text("step").toInt();
  const QString what =
      step > 2 ? QCoreApplication::translate("Timeline", "两次提醒后礼貌结束通话")
               : QCoreApplication::translate("Timeline", "第 %1 次提醒停止辱骂").arg(step);
  return headed(what, data.text("text"));
}

QString contact(const Data& data) {
  const QString channel = data.text("channel");
  const auto known = channelFromText(channel);
  const QString way = known == Channel::Phone ? QString() : known ? channelText(*known) : channel;
  const QString number = data.phone();
  const QString caller =
      number.isEmpty() ? QString() : QCoreApplication::translate("Timeline", "%1 呼入").arg(number);
  const QString line =
      joined({way, caller, data.text("name"), data.text("text"), occurredWords(data)});
  return line.isEmpty() ? QCoreApplication::translate("Timeline", "业主来电") : line;
}

QString holder(const Data& data) {
  return QStringList{data.department(), data.text("person")}.join(QLatin1Char(' ')).trimmed();
}

QString pause(const Data& data) {
  const QString head = headed(QCoreApplication::translate("Timeline", "暂停计时"),
                              joined({pauseReasonText(data.text("reason")), data.text("text")}));
  const auto until = data.until();
  if (!until) return head;
  return joined({head, QCoreApplication::translate("Timeline", "预计 %1 恢复")
                           .arg(dayText(*until) + QLatin1Char(' ') + clockText(*until))});
}

QString callbackResult(const QString& result) {
  if (result == QLatin1String("solved")) {
    return QCoreApplication::translate("Timeline", "业主确认已解决");
  }
  if (result == QLatin1String("unsolved")) {
    return QCoreApplication::translate("Timeline", "业主说没解决");
  }
  if (result == QLatin1String("unreachable")) {
    return QCoreApplication::translate("Timeline", "无人接听");
  }
  if (result == QLatin1String("declined")) {
    return QCoreApplication::translate("Timeline", "拒绝评价");
  }
  return result;
}

QString callback(const Data& data) {
  const QString score = data.text("score");
  const QString nps = data.text("nps");
  return joined(
      {callbackResult(data.text("result")),
       score.isEmpty() ? score : QCoreApplication::translate("Timeline", "满意 %1 分").arg(score),
       nps.isEmpty() ? nps : QCoreApplication::translate("Timeline", "推荐意愿 %1").arg(nps),
       data.text("text")});
}

QString quote(const Data& data) {
  const QString version = data.text("version");
  if (version.isEmpty()) {
    return QCoreApplication::translate("Timeline", "引用《%1》").arg(data.article());
  }
  return QCoreApplication::translate("Timeline", "引用《%1》第 %2 版").arg(data.article(), version);
}

QString handedOver(const Data& data) {
  if (data.text("step") == u"taken") {
    return QCoreApplication::translate("Timeline", "接下了%1交来的").arg(data.text("from"));
  }
  if (data.text("step") == u"left") {
    return QCoreApplication::translate("Timeline", "下班时没有交给人");
  }
  const QString to = data.text("to");
  return to.isEmpty() ? QCoreApplication::translate("Timeline", "交给下一班")
                      : QCoreApplication::translate("Timeline", "交给%1").arg(to);
}

QString outsideCall(const Data& data) {
  // The number may be the id of an outside number, which says nothing to people.
  const QString number = data.text("number");
  const bool isDialled = !number.isEmpty() && number.at(0).isDigit();
  const QString whom = QStringList{storedText(data.text("name")), data.text("person"),
                                   isDialled ? data.phone() : QString()}
                           .join(QLatin1Char(' '));
  return joined({QCoreApplication::translate("Timeline", "已拨 %1").arg(whom.simplified()),
                 data.text("text")});
}

/// The kinds that say one thing and add a reason or a text.
QString statement(ActivityKind kind, const Data& data) {
  const QString text = joined({storedText(data.text("reason")), data.text("text")});
  switch (kind) {
    case ActivityKind::Verified:
      return joined(
          {data.text("name"), text, QCoreApplication::translate("Timeline", "姓氏与房号已核对")});
    case ActivityKind::Confirmed:
      return joined({QCoreApplication::translate("Timeline", "受理已确认，工单号已告知"), text});
    case ActivityKind::Told:
      return headed(QCoreApplication::translate("Timeline", "流程已告知"), text);
    case ActivityKind::Diagnosed:
      return headed(QCoreApplication::translate("Timeline", "初步诊断"), text);
    case ActivityKind::Informed:
      return headed(QCoreApplication::translate("Timeline", "方案已通报业主"), text);
    case ActivityKind::Arrived:
      return joined(
          {QCoreApplication::translate("Timeline", "%1已到场").arg(data.text("person")), text});
    case ActivityKind::Resume:
      return headed(QCoreApplication::translate("Timeline", "恢复计时"), text);
    case ActivityKind::Solved:
      return headed(QCoreApplication::translate("Timeline", "已办结"),
                    joined({storedText(data.text("result")), text}));
    case ActivityKind::Archived:
      return headed(QCoreApplication::translate("Timeline", "已归档"),
                    joined({data.text("result"), text}));
    case ActivityKind::Reopened:
      return headed(QCoreApplication::translate("Timeline", "重开"), text);
    default:
      return text;
  }
}

/// What a person did with a remark on her words; empty when the edit was another.
QString wording(const Data& data) {
  const QString what = data.text("wording");
  if (what.isEmpty()) return what;
  const QString sentence = data.text("sentence");
  return what == QLatin1String("kept")
             ? QCoreApplication::translate("Timeline", "提醒后照样说「%1」").arg(sentence)
             : QCoreApplication::translate("Timeline", "忽略用语提醒「%1」").arg(sentence);
}

/// The other ticket is told by its number.
QString tied(const Data& data) {
  const auto kind = tieKindFromCode(data.text("tie"));
  const auto parsed = TicketNumber::parse(data.text("number"));
  const QString number = parsed ? parsed->text() : data.text("number");
  switch (kind.value_or(TieKind::None)) {
    case TieKind::Same:
      return data.flag("isOriginal")
                 ? QCoreApplication::translate("Timeline", "%1 与本单重复").arg(number)
                 : QCoreApplication::translate("Timeline", "与 %1 重复，时限跟那张走").arg(number);
    case TieKind::Cause:
      return QCoreApplication::translate("Timeline", "与 %1 同因").arg(number);
    case TieKind::Related:
      return QCoreApplication::translate("Timeline", "与 %1 相关").arg(number);
    case TieKind::Apart:
      return QCoreApplication::translate("Timeline", "看过，与 %1 不是一件事").arg(number);
    case TieKind::None:
      break;
  }
  return QCoreApplication::translate("Timeline", "取消与 %1 的关联").arg(number);
}

}  // namespace

ActivityGroup activityGroup(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::Contact:
    case ActivityKind::Verified:
    case ActivityKind::Told:
    case ActivityKind::Informed:
    case ActivityKind::CallbackAttempt:
    case ActivityKind::OutsideCalled:
      return ActivityGroup::Talk;
    case ActivityKind::Confirmed:
    case ActivityKind::Diagnosed:
    case ActivityKind::Dispatched:
    case ActivityKind::Arrived:
    case ActivityKind::Progress:
    case ActivityKind::Pause:
    case ActivityKind::Resume:
    case ActivityKind::Solved:
    case ActivityKind::Archived:
    case ActivityKind::Reopened:
    case ActivityKind::Returned:
    case ActivityKind::HolderChanged:
    case ActivityKind::HandedOver:
    case ActivityKind::Attached:
    case ActivityKind::Detached:
    case ActivityKind::Tied:
    case ActivityKind::Sensitive:
    case ActivityKind::Warned:
      return ActivityGroup::Flow;
    case ActivityKind::StageChanged:
    case ActivityKind::LevelChanged:
    case ActivityKind::KindChanged:
    case ActivityKind::CategoryChanged:
    case ActivityKind::HouseholdChanged:
    case ActivityKind::Quoted:
    case ActivityKind::Revealed:
    case ActivityKind::Edited:
      return ActivityGroup::System;
  }
  return ActivityGroup::System;
}

QString activityKindText(const Activity& activity) {
  if (activity.kind == ActivityKind::Progress &&
      activity.data.value(QLatin1String("urge")).toBool()) {
    //: Who leads the floor urged whoever has the ticket.
    return QCoreApplication::translate("Timeline", "班长催办");
  }
  if (activity.kind != ActivityKind::Contact) return activityKindText(activity.kind);
  if (activity.data.value(QLatin1String("urge")).toBool()) {
    return QCoreApplication::translate("Timeline", "催办");
  }
  const auto channel = channelFromText(activity.data.value(QLatin1String("channel")).toString());
  return !channel || *channel == Channel::Phone ? activityKindText(activity.kind)
                                                : QCoreApplication::translate("Timeline", "联系");
}

QString activityText(const Activity& activity, const ActivityNames& names) {
  const Data data(activity.data, names);
  switch (activity.kind) {
    case ActivityKind::Contact:
      return contact(data);
    case ActivityKind::Dispatched:
      return joined({QCoreApplication::translate("Timeline", "派给 %1").arg(holder(data)),
                     data.text("text")});
    case ActivityKind::Pause:
      return pause(data);
    case ActivityKind::CallbackAttempt:
      return callback(data);
    case ActivityKind::Returned:
      return headed(joined({holder(data), QCoreApplication::translate("Timeline", "退单")}),
                    joined({data.text("reason"), data.text("text")}));
    case ActivityKind::HolderChanged: {
      const QString moved = change(data.text("from"), data.text("to"));
      return joined({moved.isEmpty() ? holder(data) : moved, data.text("reason")});
    }
    case ActivityKind::HandedOver:
      return handedOver(data);
    case ActivityKind::Attached:
      return headed(QCoreApplication::translate("Timeline", "加了附件"), data.text("name"));
    case ActivityKind::Detached:
      return headed(QCoreApplication::translate("Timeline", "取下附件"), data.text("name"));
    case ActivityKind::Tied:
      return tied(data);
    case ActivityKind::Sensitive:
      return sensitive(data);
    case ActivityKind::Warned:
      return warned(data);
    case ActivityKind::StageChanged:
    case ActivityKind::LevelChanged:
    case ActivityKind::KindChanged:
    case ActivityKind::CategoryChanged:
    case ActivityKind::HouseholdChanged:
      return joined({changeOf(activity.kind, data), data.text("reason"), data.text("text")});
    case ActivityKind::Quoted:
      return quote(data);
    case ActivityKind::OutsideCalled:
      return outsideCall(data);
    case ActivityKind::Revealed:
      return headed(QCoreApplication::translate("Timeline", "查看完整号码"),
                    purposeText(data.text("purpose")));
    case ActivityKind::Edited:
      return joined({headed(data.text("name"), changeOf(activity.kind, data)), data.text("text"),
                     occurredWords(data), wording(data), suggestedWords(data), readBack(data)});
    case ActivityKind::Verified:
    case ActivityKind::Confirmed:
    case ActivityKind::Told:
    case ActivityKind::Diagnosed:
    case ActivityKind::Informed:
    case ActivityKind::Arrived:
    case ActivityKind::Progress:
    case ActivityKind::Resume:
    case ActivityKind::Solved:
    case ActivityKind::Archived:
    case ActivityKind::Reopened:
      return statement(activity.kind, data);
  }
  return {};
}

QString activityOrigin(const Activity& activity) {
  const QString when = dayText(activity.at) + QLatin1Char(' ') + clockTextWithSeconds(activity.at);
  if (activity.byName.isEmpty()) return when;
  return QCoreApplication::translate("Timeline", "%1 · %2").arg(activity.byName, when);
}

}  // namespace yingda::ui
