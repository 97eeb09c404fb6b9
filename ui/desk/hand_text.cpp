// SPDX-License-Identifier: GPL-3.0-or-later
// Names first, then what they do: who writes matters more than who reads.
#include "ui/desk/hand_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/domain/ticket_number.h"

namespace yingda::ui {

namespace {

/// The context of the translations.
struct HandText {
  Q_DECLARE_TR_FUNCTIONS(HandText)
};

constexpr qsizetype namesMax = 3;

QString namesOf(const std::vector<PresenceView>& here, bool isWriting) {
  QStringList names;
  for (const PresenceView& one : here) {
    if (one.isWriting == isWriting && !names.contains(one.name)) names << one.name;
  }
  const qsizetype count = names.size();
  if (count <= namesMax) {
    //: Between the names of people.
    return names.join(HandText::tr("、"));
  }
  return HandText::tr("%1等 %2 人").arg(names.mid(0, namesMax).join(HandText::tr("、"))).arg(count);
}

}  // namespace

QString lookersText(const std::vector<PresenceView>& here) {
  const QString writers = namesOf(here, true);
  const QString readers = namesOf(here, false);
  QStringList parts;
  if (!writers.isEmpty()) parts << HandText::tr("%1正在处理").arg(writers);
  if (!readers.isEmpty()) parts << HandText::tr("%1正在看").arg(readers);
  //: Between who writes and who reads.
  return parts.join(HandText::tr("，"));
}

QString handText(const HandView& hand, bool isLive) {
  switch (hand.state) {
    case HandView::State::Free:
      break;
    case HandView::State::Mine:
      return HandText::tr("您已认领");
    case HandView::State::Wanted:
      return isLive ? HandText::tr("正在认领") : HandText::tr("想认领，联网后确认");
    case HandView::State::Theirs:
      return HandText::tr("%1已认领").arg(hand.name);
  }
  return {};
}

QString claimReasonText(const QString& reason) {
  if (reason == u"away") return HandText::tr("原坐席不在");
  if (reason == u"shift") return HandText::tr("交接班");
  if (reason == u"urged") return HandText::tr("业主又来催");
  if (reason == u"reassigned") return HandText::tr("另行安排");
  return reason;
}

QString lossText(const ClaimLoss& loss) {
  const auto parsed = TicketNumber::parse(loss.ticketNumber);
  const QString number = parsed ? parsed->text() : loss.ticketNumber;
  const QString name = loss.byName.isEmpty() ? HandText::tr("别的坐席") : loss.byName;
  if (!loss.reason.isEmpty()) {
    return HandText::tr("%1接手了 %2：%3").arg(name, number, claimReasonText(loss.reason));
  }
  return loss.wasHeld ? HandText::tr("您离线时，%1认领了 %2").arg(name, number)
                      : HandText::tr("%1已先认领 %2").arg(name, number);
}

}  // namespace yingda::ui
