// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to telephone: loaded once and kept here, so that an emergency never waits for the store.
#include <QStackedWidget>

#include "core/base/deliver.h"
#include "core/domain/authority.h"
#include "ui/desk/duty_editor.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/safety_panel.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/parts/error_text.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::ui {

void WorkbenchPage::connectDuty() {
  SafetyPanel* safety = m_draftView->form()->safety();
  connect(safety, &SafetyPanel::dutyEditAsked, this, &WorkbenchPage::openDuty);
  connect(safety, &SafetyPanel::folded, this, &WorkbenchPage::showAnswerKeys);
  // The panel has moved to its next question when the queue of events comes round.
  connect(m_draftView->form()->like(), &LikeBar::choosingChanged, this,
          &WorkbenchPage::showAnswerKeys);
  connect(safety, &SafetyPanel::answered, this, &WorkbenchPage::showAnswerKeys,
          Qt::QueuedConnection);
  connect(m_draftView->form(), &TicketForm::earlyOpened, this, [this] {
    showDuty();
    showAnswerKeys();
    loadDuty();
  });
  connect(m_draftView, &DraftView::changed, this, [this, safety] {
    if (safety->isOpen()) showDuty();
    showAnswerKeys();
  });
  // A number of outside help may have been filled in.
  connect(&m_backend, &Backend::knowledgeChanged, this, [this] { showDuty(true); });
  connect(m_centre, &QStackedWidget::currentChanged, this, &WorkbenchPage::showAnswerKeys);
  connect(m_dutyEditor, &DutyEditor::saved, this, &WorkbenchPage::saveDuty);
  connect(m_dutyEditor, &DutyEditor::closed, this, [this] {
    show(m_beforeDuty ? m_beforeDuty : m_idle);
    // Back in the emergency she came from.
    if (isDrafting() && m_draftView->form()->safety()->isOpen()) {
      m_draftView->form()->focusSafety();
    }
  });
}

void WorkbenchPage::loadDuty() {
  deliver(m_backend.dutyContacts(), this, [this](const Result<std::vector<DutyContact>>& rows) {
    if (!rows || *rows == m_dutyContacts) return;
    m_dutyContacts = *rows;
    showDuty(true);
  });
}

void WorkbenchPage::showDuty(bool isNew) {
  SafetyPanel* safety = m_draftView->form()->safety();
  const auto me = m_backend.session();
  safety->setDutyEditable(me && mayDo(me->role, Deed::EditDuty));
  const CommunityId card = m_draftView->household().household.community;
  const CommunityId community =
      card.isNull() && m_draftView->hasDraft() ? m_draftView->draft().ticket.community : card;
  const Instant now = m_backend.clock().now();
  DutyEngineer engineer;
  if (const DutyContact* row = dutyEngineer(m_dutyContacts, community, now)) {
    engineer = {row->name, row->number};
  }
  safety->setDuty(engineer);
  if (!isNew && community == m_dutyCommunity) return;
  m_dutyCommunity = community;
  safety->setNumbers(outsideNumbersOf(m_backend.starter(), m_dutyContacts, community));
}

void WorkbenchPage::openDuty() {
  const auto me = m_backend.session();
  if (!me || !mayDo(me->role, Deed::EditDuty)) {
    Q_EMIT said(errorText({ErrorCode::Forbidden, {}}));
    return;
  }
  if (m_centre->currentWidget() == m_dutyEditor) return;
  deliver(m_backend.communities(), this, [this](const Result<std::vector<Community>>& known) {
    m_draftView->flush();
    showDuty();
    m_beforeDuty = m_centre->currentWidget() == m_side ? m_beforeSide : m_centre->currentWidget();
    show(m_dutyEditor);
    const auto communities = known ? *known : std::vector<Community>();
    CommunityId wanted = m_dutyCommunity;
    // One community needs no choice.
    if (wanted.isNull() && communities.size() == 1) wanted = communities.front().id;
    m_dutyEditor->open(m_dutyContacts, communities, wanted);
  });
}

void WorkbenchPage::saveDuty(const std::vector<DutyContact>& rows) {
  deliver(m_backend.saveDutyContacts(rows), this,
          [this](const Result<std::vector<DutyContact>>& stored) {
            if (!stored) {
              m_dutyEditor->setProblem(errorText(stored.error()));
              return;
            }
            m_dutyContacts = *stored;
            m_dutyEditor->setContacts(*stored);
            showDuty(true);
            Q_EMIT said(tr("已保存"));
          });
}

}  // namespace yingda::ui
