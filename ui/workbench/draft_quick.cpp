// SPDX-License-Identifier: GPL-3.0-or-later
// 快录: which event a draft is written down for, its words on top, and the way out and back.
#include <algorithm>

#include "ui/desk/event_bar.h"
#include "ui/desk/ticket_form.h"
#include "ui/workbench/draft_view.h"

namespace yingda::ui {

void DraftView::setQuickEntries(const std::vector<QuickEntry>& entries) {
  m_quickEntries = entries;
  showQuick();
}

const QuickEntry* DraftView::quickEntry() const {
  if (!m_draft.isQuick) return nullptr;
  for (const QuickEntry& entry : m_quickEntries) {
    if (entry.event.id == m_draft.ticket.event) return &entry;
  }
  return nullptr;
}

void DraftView::showQuick() {
  const QuickEntry* entry = quickEntry();
  if (entry) {
    EventBrief brief = entry->event;
    brief.title = entry->communityName % u' ' % brief.title;
    m_event->setQuick(brief, m_backend.clock().now());
  } else {
    m_event->hide();
  }
  m_form->setQuickScope(entry ? entry->scope : QString());
}

TicketDraft DraftView::quickened(const TicketDraft& draft, const CommunityId& community) const {
  for (const QuickEntry& entry : m_quickEntries) {
    if (!entry.isOn || (!community.isNull() && community != entry.community)) continue;
    TicketDraft quick = draft;
    quick.isQuick = true;
    quick.isShort = true;
    quick.ticket.event = entry.event.id;
    quick.ticket.community = entry.community;
    return quick;
  }
  return draft;
}

void DraftView::leaveQuick() {
  m_draft = draft();
  const QuickCode* code = m_backend.starter().quickCodeOf(m_draft.ticket.category);
  // A title that the code gave says less than what will be written.
  if (code && m_draft.text.title == code->title) m_draft.text.title.clear();
  m_draft.isQuick = false;
  m_draft.isShort = false;
  m_draft.ticket.event = EventId();
  m_form->adopt(m_draft);
  showQuick();
  noteEdited();
  findLike();
}

QString DraftView::toggleQuick() {
  if (!hasDraft()) return {};
  if (m_draft.isSaved) return tr("已经派单，要移出请到群诉页");
  m_draft = draft();
  if (m_draft.isQuick) {
    leaveQuick();
  } else {
    const TicketDraft quick = quickened(m_draft, m_draft.ticket.community);
    if (!quick.isQuick) return tr("现在没有开快录的小区");
    m_draft = quick;
    const QuickCode* code = m_backend.starter().quickCodeOf(m_draft.ticket.category);
    if (code && m_draft.text.title.isEmpty()) m_draft.text.title = code->title;
    m_form->adopt(m_draft);
    showQuick();
    noteEdited();
    findLike();
  }
  m_form->focusFirst();
  return {};
}

}  // namespace yingda::ui
