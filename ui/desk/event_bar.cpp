// SPDX-License-Identifier: GPL-3.0-or-later
// The event's words, and one key into it.
#include "ui/desk/event_bar.h"

#include "ui/kit/clean_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
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

void EventBar::setQuick(const EventBrief& event, Instant now) {
  set(event, now);
  setTitle(event.isOpen ? tr("快录") : tr("群诉已结"));
}

void EventBar::addLacks(const QStringList& lacks) {
  if (lacks.isEmpty() || isHidden()) return;
  setTone(Tone::Orange);
  //: What the ticket lacks, the key that opens it to be completed, and the event's own line.
  setText(tr("快录，还差%1，按 %2 补全 · %3")
              .arg(elementsText(lacks), KeyTable::builtIn().hintOf(QStringLiteral("quick.toggle")),
                   text()));
}

}  // namespace yingda::ui
