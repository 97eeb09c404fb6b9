// SPDX-License-Identifier: GPL-3.0-or-later
// What this desk says of itself to the others, and what it shows of them.
#include <QStackedWidget>

#include "ui/desk/queue_panel.h"
#include "ui/desk/wrapup_panel.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/open_ticket.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::ui {

void WorkbenchPage::connectPresence() {
  connect(&m_backend, &Backend::presenceChanged, this, &WorkbenchPage::setPresence);
  connect(&m_backend, &Backend::syncChanged, this, &WorkbenchPage::setFloor);
  connect(m_openTicket, &OpenTicket::shown, this, [this] {
    tellPresence();
    showLookers();
  });
  setFloor(m_backend.sync());
}

void WorkbenchPage::setFloor(const SyncView& view) { m_openTicket->setFloor(view); }

void WorkbenchPage::setPresence(const std::vector<PresenceView>& others) {
  m_others = others;
  // Oneself at another computer is nobody to give way to.
  const auto me = m_backend.session();
  std::erase_if(m_others, [&me](const PresenceView& one) { return me && one.agent == me->id; });
  m_queue->setPresence(m_others);
  showLookers();
}

void WorkbenchPage::showLookers() {
  std::vector<PresenceView> here;
  for (const PresenceView& one : m_others) {
    if (one.ticket == m_openTicket->id()) here.push_back(one);
  }
  m_openTicket->setLookers(here);
}

bool WorkbenchPage::isIdle() const {
  return !m_call && !isDrafting() && !m_wrapUp->isVisible() &&
         !(m_centre->currentWidget() == m_openTicket && m_openTicket->isActing());
}

void WorkbenchPage::tellPresence() {
  if (m_backend.sync().state == SyncView::State::Alone) return;
  const bool isTalking = m_call && m_call->takenAt;
  const QString state = isTalking               ? QStringLiteral("call")
                        : m_wrapUp->isVisible() ? QStringLiteral("wrapup")
                                                : QStringLiteral("idle");
  const bool isReading = m_centre->currentWidget() == m_openTicket;
  // An early dispatch has made a ticket of what is still being written down.
  const bool isWriting = isDrafting() && m_draftView->draft().isSaved;
  const TicketId ticket = isReading   ? m_openTicket->id()
                          : isWriting ? m_draftView->draft().ticket.id
                                      : TicketId();
  m_backend.setPresence(state, ticket, isWriting || (isReading && m_openTicket->isActing()));
  if (isIdle()) Q_EMIT idle();
}

}  // namespace yingda::ui
