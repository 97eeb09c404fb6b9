// SPDX-License-Identifier: GPL-3.0-or-later
// Calls and drafts: ringing, taking, parking, wrapping up.
#include <QStackedWidget>

#include "core/base/deliver.h"
#include "core/domain/ticket_number.h"
#include "ui/desk/call_bar.h"
#include "ui/desk/household_card_view.h"
#include "ui/desk/household_editor.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/ringing_page.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/wrapup_panel.h"
#include "ui/parts/agent_state.h"
#include "ui/parts/error_text.h"
#include "ui/workbench/call_line.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/household_finder.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::ui {

void WorkbenchPage::ring(const QString& number) {
  const Instant rangAt = m_backend.clock().now();
  m_call = Call{number.left(200), rangAt, std::nullopt, {}, {}};
  refreshCallBar();
  deliver(m_backend.callerCard(m_call->number), this,
          [this, rangAt](const Result<CallerCard>& caller) {
            if (!m_call || m_call->rangAt != rangAt || !caller) return;
            m_call->caller = *caller;
            refreshCallBar();
            if (m_call->takenAt) return;
            m_ringing->set(*caller, rangAt, m_backend.clock().now());
            // Whoever is typing goes on typing; the bar shows the call and F2 takes it.
            if (!isDrafting() && m_centre->currentWidget() != m_editor) show(m_ringing);
          });
}

void WorkbenchPage::refreshCallBar() {
  const Instant now = m_backend.clock().now();
  if (!m_call) {
    if (m_away) {
      m_callBar->setAway(agentStateText(m_away->code), m_away->since, agentLimit(m_away->code),
                         now);
    } else {
      m_callBar->setNone();
    }
    return;
  }
  const QString number = m_call->caller.canonical;
  if (!m_call->takenAt) {
    m_callBar->setRinging(number, m_call->rangAt, now);
    return;
  }
  const TicketDraft draft = m_draftView->hasDraft() ? m_draftView->draft() : TicketDraft();
  const QString name = draft.verified ? draft.text.contactName : QString();
  m_callBar->setTalking(number, name, *m_call->takenAt, now);
}

void WorkbenchPage::takeOrRegister() {
  if (m_call && !m_call->takenAt) {
    m_ringing->set(m_call->caller, m_call->rangAt, m_backend.clock().now());
    takeCall(m_ringing->preselected());
    return;
  }
  m_finder->fold();
  m_callLine->open();
}

void WorkbenchPage::registerCall(const QString& number) {
  m_callLine->fold();
  const Instant now = m_backend.clock().now();
  m_call = Call{number.left(200), now, now, {}, {}};
  deliver(m_backend.callerCard(m_call->number), this,
          [this, now](const Result<CallerCard>& caller) {
            if (!m_call || m_call->rangAt != now) return;
            if (caller) m_call->caller = *caller;
            const auto& households = m_call->caller.households;
            startDraft(m_call->number, now,
                       households.empty() ? HouseholdId() : households.front().household.id);
            // Several households: she chooses; the likeliest stands on the card meanwhile.
            if (households.size() > 1) {
              m_ringing->set(m_call->caller, now, now);
              m_call->takenAt.reset();
              m_draftView->flush();
              show(m_ringing);
            }
            refreshCallBar();
          });
}

void WorkbenchPage::takeCall(const HouseholdId& preselected) {
  if (!m_call) return;
  const bool wasTaken = m_draftView->hasDraft() && m_draftView->draft().id == m_call->draft;
  m_call->takenAt = m_backend.clock().now();
  if (wasTaken) {
    show(m_draftView);
    openHousehold(preselected);
  } else {
    startDraft(m_call->number, m_call->rangAt, preselected);
  }
  refreshCallBar();
}

void WorkbenchPage::startDraft(const QString& number, Instant rangAt,
                               const HouseholdId& candidate) {
  park();
  deliver(m_backend.newDraft(number, rangAt), this,
          [this, candidate](const Result<TicketDraft>& made) {
            if (!made) {
              Q_EMIT said(errorText(made.error()));
              return;
            }
            TicketDraft draft = *made;
            draft.candidate = candidate;
            draft = m_draftView->quickened(draft, communityOf(candidate));
            m_parked.push_back(draft);
            if (m_call && m_call->rangAt == draft.ticket.receivedAt) m_call->draft = draft.id;
            if (m_centre->currentWidget() == m_ringing && m_call && !m_call->takenAt) {
              m_draftView->show(draft);
              refreshDrafts();
              return;
            }
            showDraft(draft);
            m_draftView->form()->focusFirst();
          });
}

CommunityId WorkbenchPage::communityOf(const HouseholdId& candidate) const {
  if (candidate.isNull()) return {};
  const HouseholdCard& shown = m_draftView->household();
  if (shown.household.id == candidate) return shown.household.community;
  if (!m_call) return {};
  for (const HouseholdCard& card : m_call->caller.households) {
    if (card.household.id == candidate) return card.household.community;
  }
  return {};
}

void WorkbenchPage::park() {
  m_draftView->flush();
  if (!m_draftView->hasDraft()) return;
  const TicketDraft present = m_draftView->draft();
  for (TicketDraft& parked : m_parked) {
    if (parked.id == present.id) parked = present;
  }
}

void WorkbenchPage::showDraft(const TicketDraft& wanted) {
  const TicketDraft draft = wanted;
  if (m_draftView->hasDraft() && m_draftView->draft().id != draft.id) {
    park();
    // Each call has its own script and read-back; what was said to another owner is not gone on
    // with.
    m_side->script()->clear();
    foldReadBack();
  }
  m_draftView->show(draft);
  show(m_draftView);
  m_queue->setOpened({});
  refreshScript();
  suggest();
  refreshDrafts();
}

void WorkbenchPage::newMatter() {
  const QString number = m_call ? m_call->number : QString();
  const HouseholdId household =
      m_draftView->hasDraft() ? m_draftView->household().household.id : HouseholdId();
  // A second matter of the same call keeps the caller's household.
  startDraft(number, m_backend.clock().now(), m_call ? household : HouseholdId());
}

void WorkbenchPage::nextDraft() {
  park();
  if (m_parked.empty()) return;
  size_t next = 0;
  for (size_t i = 0; i < m_parked.size(); ++i) {
    if (m_draftView->hasDraft() && m_parked[i].id == m_draftView->draft().id) {
      next = (i + 1) % m_parked.size();
    }
  }
  showDraft(m_parked[next]);
}

void WorkbenchPage::draftEnded(const TicketView& view) {
  std::erase_if(m_parked,
                [&view](const TicketDraft& draft) { return draft.ticket.id == view.ticket.id; });
  refreshDrafts();
  if (m_draftView->endedShort()) {
    afterQuickSave(view);
    return;
  }
  openTicket(view.ticket.id);
  const auto number = TicketNumber::parse(view.ticket.number);
  Q_EMIT said(tr("已保存 %1").arg(number ? number->text() : view.ticket.number));
  refreshCallBar();
}

void WorkbenchPage::rejectCall() {
  m_call.reset();
  refreshCallBar();
  show(m_draftView->hasDraft() ? static_cast<QWidget*>(m_draftView) : m_idle);
}

void WorkbenchPage::hangUp() {
  if (!m_call) return;
  m_call.reset();
  refreshCallBar();
  if (m_centre->currentWidget() == m_ringing) show(m_idle);
  // After a sensitive call what was said is written down while it is fresh.
  const bool isSensitive =
      m_draftView->hasDraft() && !m_draftView->draft().ticket.sensitive.isEmpty();
  if (isSensitive && !m_wrapUp->isOpen()) m_wrapUp->open(true);
}

void WorkbenchPage::openWrapUp() {
  if (m_wrapUp->isOpen()) {
    m_wrapUp->fold();
    return;
  }
  m_wrapUp->open(m_draftView->hasDraft());
}

void WorkbenchPage::wrapUp(const QString& code, const QString& text) {
  m_wrapUp->fold();
  bool needsTicket = false;
  int digit = 0;
  for (const WrapUpCode& row : m_backend.starter().wrapUpCodes) {
    if (row.id != code) continue;
    needsTicket = row.needsTicket;
    digit = row.digit;
  }
  if (needsTicket) {
    if (digit == 1 && m_draftView->hasDraft()) {
      show(m_draftView);
      m_draftView->save(SaveIntent::Save);
    } else if (digit == 2) {
      urge();
    }
    return;
  }
  if (!m_draftView->hasDraft()) {
    hangUp();
    return;
  }
  const TicketDraft draft = m_draftView->draft();
  deliver(m_backend.wrapUpWithoutTicket(draft, code, text), this,
          [this, id = draft.id](const Result<void>& done) {
            if (!done) {
              Q_EMIT said(errorText(done.error()));
              return;
            }
            std::erase_if(m_parked, [&id](const TicketDraft& parked) { return parked.id == id; });
            if (m_draftView->hasDraft() && m_draftView->draft().id == id) m_draftView->release();
            refreshDrafts();
            hangUp();
            show(m_idle);
            Q_EMIT said(tr("已记下这通电话"));
          });
}

void WorkbenchPage::openHousehold(const HouseholdId& id) {
  if (id.isNull()) return;
  deliver(m_backend.householdCard(id), this, [this](const Result<HouseholdCard>& card) {
    if (!card) {
      Q_EMIT said(errorText(card.error()));
      return;
    }
    if (m_draftView->hasDraft()) {
      show(m_draftView);
      m_draftView->setHousehold(*card);
    } else {
      m_editor->open(*card, m_backend.clock().now());
      show(m_editor);
    }
    refreshScript();
  });
}

void WorkbenchPage::editHousehold() {
  const Instant now = m_backend.clock().now();
  deliver(m_backend.communities(), this, [this, now](const Result<std::vector<Community>>& known) {
    if (known) m_editor->setCommunities(*known);
    const HouseholdCard& card = m_draftView->household();
    if (m_draftView->hasDraft() && !card.household.id.isNull()) {
      m_editor->open(card, now);
    } else {
      const QString number =
          m_draftView->hasDraft() ? m_draftView->draft().callerNumber : QString();
      m_editor->openNew(number, now);
    }
    m_draftView->flush();
    show(m_editor);
  });
}

void WorkbenchPage::afterHouseholdSaved(const Result<HouseholdCard>& card) {
  if (!card) {
    m_editor->setProblem(errorText(card.error()));
    return;
  }
  m_editor->refresh(*card, m_backend.clock().now());
  if (m_draftView->hasDraft()) m_draftView->setHousehold(*card);
  Q_EMIT said(tr("已保存"));
}

}  // namespace yingda::ui
