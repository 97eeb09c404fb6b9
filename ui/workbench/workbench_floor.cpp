// SPDX-License-Identifier: GPL-3.0-or-later
// What this desk says of itself to the others, and what it shows of them.
#include <QStackedWidget>

#include "ui/desk/call_bar.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/reason_bar.h"
#include "ui/desk/wrapup_panel.h"
#include "ui/parts/agent_state.h"
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
  connect(m_awayBar, &ReasonBar::chosen, this, &WorkbenchPage::setAway);
  // The next person at this desk is not at the last one's break.
  connect(&m_backend, &Backend::sessionChanged, this, [this] {
    m_away.reset();
    m_isHelpAsked = false;
    m_awayBar->fold();
    m_callBar->setHelp(false);
    refreshCallBar();
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

QString WorkbenchPage::presenceCode() const {
  const bool isTalking = m_call && m_call->takenAt;
  if (isTalking) return QStringLiteral("call");
  if (m_wrapUp->isVisible()) return QStringLiteral("wrapup");
  if (m_away) return m_away->code;
  return m_elsewhere.isEmpty() ? QStringLiteral("idle") : m_elsewhere;
}

void WorkbenchPage::tellPresence() {
  const bool wasIdle = std::exchange(m_wasIdle, isIdle());
  // Help was asked for with a matter, and the matter is over.
  if (m_isHelpAsked && m_wasIdle && !wasIdle) toggleHelp();
  if (m_backend.sync().state == SyncView::State::Alone) return;
  const bool isReading = m_centre->currentWidget() == m_openTicket;
  // An early dispatch has made a ticket of what is still being written down.
  const bool isWriting = isDrafting() && m_draftView->draft().isSaved;
  const TicketId ticket = isReading   ? m_openTicket->id()
                          : isWriting ? m_draftView->draft().ticket.id
                                      : TicketId();
  m_backend.setPresence(withHelp(presenceCode(), m_isHelpAsked), ticket,
                        isWriting || (isReading && m_openTicket->isActing()));
  if (isIdle()) Q_EMIT idle();
}

void WorkbenchPage::setElsewhere(const QString& presence) {
  m_elsewhere = presence;
  tellPresence();
}

void WorkbenchPage::toggleAway() {
  if (!m_away) {
    m_awayBar->open(tr("接下来不接电话，去做什么？"));
    return;
  }
  m_away.reset();
  refreshCallBar();
  tellPresence();
  Q_EMIT said(tr("已回到空闲"));
}

void WorkbenchPage::setAway(const QString& code) {
  m_away = Away{code, m_backend.clock().now(), false};
  refreshCallBar();
  tellPresence();
}

void WorkbenchPage::remindOfAway() {
  if (!m_away || m_away->isReminded) return;
  const auto limit = agentLimit(m_away->code);
  if (!limit || m_backend.clock().now() - m_away->since <= *limit) return;
  m_away->isReminded = true;
  //: A reminder; nothing is switched. %1 is what she does, %2 minutes.
  Q_EMIT said(tr("%1已超过 %2 分钟，只是提醒").arg(awayText(m_away->code)).arg(limit->count()));
}

void WorkbenchPage::toggleHelp() {
  if (m_backend.sync().state == SyncView::State::Alone) {
    Q_EMIT said(tr("单机时主管看不到求助，加入服务器后可用"));
    return;
  }
  m_isHelpAsked = !m_isHelpAsked;
  m_callBar->setHelp(m_isHelpAsked);
  tellPresence();
  Q_EMIT said(m_isHelpAsked ? tr("已向主管求助，看板上会亮起") : tr("求助已撤回"));
}

}  // namespace yingda::ui
