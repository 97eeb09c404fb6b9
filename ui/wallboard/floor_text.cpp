// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the words.
#include "ui/wallboard/floor_text.h"

#include <QCoreApplication>

#include "core/domain/starter.h"
#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/key_table.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

using std::chrono::minutes;

// Who has been asked a quarter of an hour ago and says nothing needs somebody beside them.
constexpr minutes silentMost{15};

qint64 secondsSince(Instant from, Instant now) {
  return std::max<qint64>(0, (toMs(now) - toMs(from)) / 1000);
}

QString percent(double value) { return QString::number(value, 'f', 1) % u'%'; }

}  // namespace

FloorAct advisedAct(const FloorRow& row, Instant now) {
  switch (row.reason) {
    case RiskReason::NotSent:
    case RiskReason::Returned:
      return FloorAct::Send;
    case RiskReason::NotTaken:
      return FloorAct::Urge;
    case RiskReason::Silent:
      return now - row.reasonSince > silentMost ? FloorAct::StepIn : FloorAct::Urge;
    case RiskReason::NotCalled:
      break;
  }
  return FloorAct::StepIn;
}

QString floorActText(FloorAct act, bool isSent) {
  switch (act) {
    case FloorAct::Urge:
      return QCoreApplication::translate("Floor", "催办");
    case FloorAct::Send:
      return isSent ? QCoreApplication::translate("Floor", "改派")
                    : QCoreApplication::translate("Floor", "派单");
    case FloorAct::StepIn:
      break;
  }
  return QCoreApplication::translate("Floor", "介入");
}

QString reasonText(const FloorRow& row, Instant now) {
  const QString since = spentText(secondsSince(row.reasonSince, now));
  switch (row.reason) {
    case RiskReason::NotSent:
      return QCoreApplication::translate("Floor", "受理 %1，还没有派单").arg(since);
    case RiskReason::Returned:
      return QCoreApplication::translate("Floor", "退单 %1，还没有再派").arg(since);
    case RiskReason::NotTaken:
      return QCoreApplication::translate("Floor", "派出 %1，还没有签收").arg(since);
    case RiskReason::Silent:
      return QCoreApplication::translate("Floor", "%1 没有新进展").arg(since);
    case RiskReason::NotCalled:
      break;
  }
  return QCoreApplication::translate("Floor", "办结 %1，业主等我们回访").arg(since);
}

QString holderText(const FloorRow& row, const Starter& starter) {
  const Department* department = starter.department(row.department);
  const QString name = department ? department->name : QString();
  const QString person = cleanText(row.holderName, Lines::Join);
  if (name.isEmpty() && person.isEmpty()) {
    return QCoreApplication::translate("Floor", "还没有派");
  }
  return QString(name % u' ' % person).trimmed();
}

QString attentionText(const FloorRow& row) {
  QString text;
  if (!row.sensitive.isEmpty()) {
    text = QCoreApplication::translate("Floor", "敏感·%1 ｜ ").arg(sensitiveText(row.sensitive));
  }
  if (row.isWarned) text += QCoreApplication::translate("Floor", "辱骂已提醒 ｜ ");
  return text;
}

QString urgeText(const FloorRow& row, const Starter& starter, Instant now) {
  const auto number = TicketNumber::parse(row.number);
  const QString what = row.milestone.isEmpty() ? row.note : milestoneText(row.milestone, row.level);
  const QString head =
      QCoreApplication::translate("Floor", "【催办】%1 %2 %3，%4")
          .arg(number ? number->text() : row.number, levelText(row.level),
               cleanText(row.title, Lines::Join), cleanText(row.place, Lines::Join));
  if (!row.due) return head;
  return head % QCoreApplication::translate("Floor", "。%1：请在 %2 前完成，现在回报进展。经办：%3")
                    .arg(what, dueText(*row.due, now), holderText(row, starter));
}

QString alertText(const std::vector<FloorAlert>& alerts) {
  const FloorAlert& first = alerts.front();
  const auto number = TicketNumber::parse(first.number);
  const QString matter =
      (number ? number->text() : first.number) % u' ' % cleanText(first.title, Lines::Join);
  QString words;
  switch (first.cause) {
    case AlertCause::Urgent:
      words = QCoreApplication::translate("Floor", "新的紧急工单：%1").arg(matter);
      break;
    case AlertCause::GroupSeen:
      //: The radar saw several homes report one thing. %1 is the place and the matter.
      words = QCoreApplication::translate("Floor", "可能是群诉：%1，%2 确认")
                  .arg(cleanText(first.title, Lines::Join),
                       KeyTable::builtIn().hintOf(QStringLiteral("event.open")));
      break;
    case AlertCause::RunsOut:
      words = first.due ? QCoreApplication::translate("Floor", "%1 前要超时：%2")
                              .arg(clockText(*first.due), matter)
                        : QCoreApplication::translate("Floor", "快要超时：%1").arg(matter);
      break;
    case AlertCause::NotTaken:
      words = QCoreApplication::translate("Floor", "派出 15 分钟没有人签收：%1").arg(matter);
      break;
  }
  const int more = static_cast<int>(alerts.size()) - 1;
  if (more > 0) words = QCoreApplication::translate("Floor", "%1，另有 %2 张").arg(words).arg(more);
  //: %1 tells what is new; F11 is the key of the wallboard.
  return QCoreApplication::translate("Floor", "%1　F11 看板").arg(words);
}

QString figureText(const std::optional<double>& value, const QString& unit) {
  if (!value) return QStringLiteral("—");
  if (unit == u"%") return percent(*value);
  const bool isWhole = std::abs(*value - std::round(*value)) < 0.05;
  const QString number = QString::number(*value, 'f', isWhole ? 0 : 1);
  //: A figure and its unit.
  return QCoreApplication::translate("Floor", "%1 %2").arg(number, unit);
}

QString targetText(const KpiDefinition& kpi) {
  if (!kpi.target) return {};
  const QString limit = QString::number(*kpi.target);
  return (kpi.isTargetMost ? QStringLiteral("≤") : QStringLiteral("≥")) % limit %
         (kpi.unit == u"%" ? QStringLiteral("%") : QString());
}

QString verdictText(const KpiFigure& figure) {
  const auto met = figure.isMet();
  if (!met) return {};
  return *met ? QStringLiteral("✓") : QCoreApplication::translate("Floor", "▼未达");
}

}  // namespace yingda::ui
