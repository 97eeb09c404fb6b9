// SPDX-License-Identifier: GPL-3.0-or-later
// 暴雨/台风快录 on the desk: where it is on, the way out of it, and what it left to be completed.
#include <algorithm>

#include "core/base/deliver.h"
#include "core/domain/ticket_number.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/ringing_page.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/actions.h"
#include "ui/kit/key_table.h"
#include "ui/parts/error_text.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/open_ticket.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::ui {

void WorkbenchPage::addQuickKeys() {
  m_actions.add(QStringLiteral("quick.toggle"), this, [this] { toggleQuick(); });
  m_actions.add(QStringLiteral("quick.danger"), this, [this] {
    if (isDrafting()) m_draftView->form()->toggleDanger();
  });
}

void WorkbenchPage::loadQuick() {
  deliver(m_backend.quickEntries(), this, [this](const Result<std::vector<QuickEntry>>& found) {
    if (!found || *found == m_quickEntries) return;
    const auto me = m_backend.session();
    for (const QuickEntry& entry : *found) {
      const auto before = std::find_if(
          m_quickEntries.begin(), m_quickEntries.end(),
          [&entry](const QuickEntry& known) { return known.event.id == entry.event.id; });
      const bool isKnown = before != m_quickEntries.end() && before->isOn == entry.isOn;
      if (isKnown || !me) continue;
      const QString key = m_keys.hintOf(QStringLiteral("event.open"));
      if (entry.isOn) {
        Q_EMIT said(tr("%1 已开暴雨快录，来电直接进短表").arg(entry.communityName));
      } else if (entry.askedBy != me->id) {
        Q_EMIT said(tr("%1提议%2开暴雨快录，%3 打开群诉确认")
                        .arg(entry.askedName, entry.communityName, key));
      }
    }
    m_quickEntries = *found;
    m_draftView->setQuickEntries(*found);
  });
}

void WorkbenchPage::toggleQuick() {
  if (centre() == u"ticket") {
    complete(m_openTicket->id());
    return;
  }
  if (!isDrafting()) return;
  if (const QString why = m_draftView->toggleQuick(); !why.isEmpty()) Q_EMIT said(why);
}

void WorkbenchPage::complete(const TicketId& id) {
  if (id.isNull()) return;
  deliver(m_backend.completing(id), this, [this](const Result<TicketDraft>& made) {
    if (!made) {
      Q_EMIT said(errorText(made.error()));
      return;
    }
    const auto parked = std::find_if(
        m_parked.begin(), m_parked.end(),
        [&made](const TicketDraft& draft) { return draft.ticket.id == made->ticket.id; });
    // What somebody has begun to complete here is gone on with.
    const bool isBegun = parked != m_parked.end();
    const TicketDraft draft = isBegun ? *parked : *made;
    if (!isBegun) m_parked.push_back(draft);
    showDraft(draft);
    m_draftView->form()->focusFirst();
  });
}

void WorkbenchPage::afterQuickSave(const TicketView& view) {
  const auto parsed = TicketNumber::parse(view.ticket.number);
  const QString number = parsed ? parsed->text() : view.ticket.number;
  if (view.event) {
    //: The ticket's number, the event, and how many tickets it has now.
    Q_EMIT said(tr("已保存 %1，%2 第 %3 张")
                    .arg(number, view.event->title, QString::number(view.event->tickets)));
  } else {
    Q_EMIT said(tr("已保存 %1").arg(number));
  }
  refreshCallBar();
  m_queue->setOpened({});
  show(m_call && !m_call->takenAt ? static_cast<QWidget*>(m_ringing) : m_idle);
}

}  // namespace yingda::ui
