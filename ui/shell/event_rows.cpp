// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence a line, the reasons in it.
#include "ui/shell/event_rows.h"

#include <QCoreApplication>

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

QString scopeText(GroupScope scope) {
  switch (scope) {
    case GroupScope::Riser:
      return QCoreApplication::translate("Event", "同一立管");
    case GroupScope::Lift:
      return QCoreApplication::translate("Event", "同一部电梯");
    case GroupScope::Unit:
      return QCoreApplication::translate("Event", "同梯");
    case GroupScope::Building:
      return QCoreApplication::translate("Event", "同楼");
    case GroupScope::Project:
      return QCoreApplication::translate("Event", "同小区");
  }
  return {};
}

QString shownNumber(const QString& digits) {
  const auto number = TicketNumber::parse(digits);
  return number ? number->text() : digits;
}

QString callbackText(const EventMember& member) {
  if (member.callbackResult.isEmpty()) return {};
  QString text = member.callbackResult;
  if (text == u"solved") text = QCoreApplication::translate("Event", "已解决");
  if (text == u"unsolved") text = QCoreApplication::translate("Event", "没解决");
  if (text == u"unreachable") text = QCoreApplication::translate("Event", "没接通");
  if (text == u"declined") text = QCoreApplication::translate("Event", "不评价");
  if (member.score > 0) {
    text += QCoreApplication::translate("Event", " %1 分").arg(member.score);
  }
  return QCoreApplication::translate("Event", "回访：%1").arg(text);
}

}  // namespace

QString proposalText(const EventProposal& proposal) {
  const GroupFinding& finding = proposal.finding;
  QStringList where;
  for (const QString& part : {proposal.project, finding.place, proposal.title}) {
    if (!part.isEmpty()) where << cleanText(part, Lines::Join);
  }
  const qint64 minutes = std::max<qint64>(1, finding.span.count() / 60'000);
  const QString time = minutes < 120
                           ? QCoreApplication::translate("Event", "%1 分钟内").arg(minutes)
                           : QCoreApplication::translate("Event", "%1 小时内").arg(minutes / 60);
  //: Where and what, the place they share, homes, time, how many are usual there in that time.
  return QCoreApplication::translate("Event", "%1 · %2 %3 户 · %4；平时 %5 件")
      .arg(where.join(u' '), scopeText(finding.scope), QString::number(finding.homes), time,
           QString::number(finding.expected, 'f', finding.expected < 0.1 ? 3 : 1));
}

QString eventLineText(const EventView& view) {
  QStringList parts{
      QString(view.communityName % u' ' % cleanText(view.event.title, Lines::Join)).trimmed()};
  parts << QCoreApplication::translate("Event", "%1 户").arg(view.homes);
  parts << (view.event.isOpen() ? QCoreApplication::translate("Event", "未结 %1").arg(view.open)
                                : QCoreApplication::translate("Event", "群诉已结"));
  if (view.event.isQuick()) parts << QCoreApplication::translate("Event", "快录中");
  if (view.event.isQuickProposed()) parts << QCoreApplication::translate("Event", "快录待确认");
  return parts.join(QStringLiteral(" · "));
}

QString memberText(const EventMember& member) {
  QStringList parts{shownNumber(member.row.number) % QStringLiteral("  ") %
                        cleanText(member.row.place, Lines::Join),
                    stageText(member.row.stage)};
  if (!member.contactName.isEmpty()) parts << cleanText(member.contactName, Lines::Join);
  if (member.isFirst) parts << QCoreApplication::translate("Event", "首问");
  if (const QString callback = callbackText(member); !callback.isEmpty()) parts << callback;
  if (!member.lacks.isEmpty()) {
    parts << QCoreApplication::translate("Event", "快录，还差%1").arg(elementsText(member.lacks));
  }
  return parts.join(QStringLiteral(" · "));
}

QString eventHeadText(const EventView& view, Instant now) {
  QStringList parts{QCoreApplication::translate("Event", "首问负责人 %1 %2")
                        .arg(view.firstName, dueText(view.event.firstAt, now))};
  if (view.event.statement.isEmpty()) {
    parts << QCoreApplication::translate("Event", "还没有统一口径");
  } else if (view.event.approvedAt) {
    parts << QCoreApplication::translate("Event", "口径由 %1 批准").arg(view.approvedName);
  } else {
    parts << QCoreApplication::translate("Event", "口径还没有人批准");
  }
  if (view.event.nextNotice) {
    parts << QCoreApplication::translate("Event", "下次通报 %1")
                 .arg(dueText(*view.event.nextNotice, now));
  }
  if (view.event.isQuick()) {
    const QString who = view.quickSecondName.isEmpty()
                            ? view.quickName
                            : QCoreApplication::translate("Event", "%1、%2")
                                  .arg(view.quickName, view.quickSecondName);
    parts << QCoreApplication::translate("Event", "快录由 %1 开").arg(who);
  } else if (view.event.isQuickProposed()) {
    parts
        << QCoreApplication::translate("Event", "%1 提议开快录，等另一位确认").arg(view.quickName);
  }
  return parts.join(QStringLiteral(" · "));
}

}  // namespace yingda::ui
