// SPDX-License-Identifier: GPL-3.0-or-later
// The event's words, and one key into it.
#include "ui/desk/event_bar.h"

#include "ui/kit/clean_text.h"
#include "ui/kit/key_hint.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

QString eventText(const EventBrief& event, Instant now) {
  QStringList parts{cleanText(event.title, Lines::Join),
                    EventBar::tr("%1 张工单").arg(event.tickets)};
  const QString words = cleanText(event.statement, Lines::Join);
  if (words.isEmpty()) {
    parts << EventBar::tr("还没有统一口径");
  } else {
    parts << (event.isApproved ? EventBar::tr("口径：%1").arg(words)
                               : EventBar::tr("口径未批准：%1").arg(words));
  }
  if (event.nextNotice) parts << EventBar::tr("下次通报 %1").arg(dueText(*event.nextNotice, now));
  return parts.join(QStringLiteral(" · "));
}

EventBar::EventBar(QWidget* parent) : MessageBar(Tone::Accent, parent) {
  setObjectName(QStringLiteral("ticket.event"));
  hide();
  connect(this, &MessageBar::acted, this, [this] { Q_EMIT openAsked(m_event); });
}

void EventBar::set(const std::optional<EventBrief>& event, Instant now) {
  setVisible(event.has_value());
  if (!event) return;
  m_event = event->id;
  const bool isLate = event->isOpen && event->nextNotice && *event->nextNotice < now;
  setTone(!event->isOpen ? Tone::Green : isLate ? Tone::Orange : Tone::Accent);
  setTitle(event->isOpen ? tr("群诉") : tr("群诉已结"));
  setText(eventText(*event, now));
  setAct(tr("打开"), QStringLiteral("Ctrl ⇧ G"));
}

}  // namespace yingda::ui
