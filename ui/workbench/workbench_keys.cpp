// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the key table that the workbench serves.
#include <QStackedWidget>

#include "ui/desk/household_card_view.h"
#include "ui/desk/knowledge_pane.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/ringing_page.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/actions.h"
#include "ui/workbench/clock_section.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/household_finder.h"
#include "ui/workbench/open_ticket.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::ui {

void WorkbenchPage::addKeys() {
  const auto add = [this](const char* id, std::function<void()> act) {
    m_actions.add(QLatin1String(id), this, std::move(act));
  };
  add("call.take", [this] { takeOrRegister(); });
  add("call.reject", [this] {
    if (m_call && !m_call->takenAt) rejectCall();
  });
  add("call.hangup", [this] { hangUp(); });
  add("agent.away", [this] { toggleAway(); });
  add("help.ask", [this] { toggleHelp(); });
  add("wrapup.open", [this] { openWrapUp(); });
  add("household.find", [this] { m_finder->open(); });
  add("knowledge.open", [this] {
    revealSide();
    m_side->setTab(SidePane::Knowledge);
    m_side->knowledge()->focusSearch();
  });
  add("script.next", [this] {
    // What cannot be seen cannot be said: the first press shows the sentence.
    if (!revealSide()) m_side->script()->next();
  });
  add("script.back", [this] { m_side->script()->back(); });
  for (int digit = 1; digit <= 9; ++digit) {
    const QString number = QString::number(digit);
    m_actions.add(QStringLiteral("script.answer.") % number, this,
                  [this, digit] { answer(digit); });
    m_actions.add(QStringLiteral("sentence.insert.") % number, this,
                  [this, digit] { insertSentence(digit); });
  }
  add("tab.next", [this] {
    if (!revealSide()) m_side->nextTab();
  });
  add("tab.previous", [this] {
    if (m_centre->currentWidget() == m_side) {
      show(m_beforeSide);
    } else {
      m_side->previousTab();
    }
  });
  add("duty.open", [this] { openDuty(); });
  add("category.accept", [this] {
    if (isDrafting()) m_draftView->form()->acceptCategory();
  });
  addTicketKeys();
}

void WorkbenchPage::addTicketKeys() {
  const auto add = [this](const char* id, std::function<void()> act) {
    m_actions.add(QLatin1String(id), this, std::move(act));
  };
  add("next.thing", [this] { m_queue->selectNextThing(); });
  add("draft.new", [this] {
    if (m_call && !m_call->takenAt) {
      takeCall(m_ringing->preselected());
    } else {
      newMatter();
    }
  });
  add("draft.next", [this] { nextDraft(); });
  add("ticket.save", [this] { saveOrSubmit(); });
  add("ticket.dispatch", [this] {
    if (isDrafting()) {
      if (mayDispatch()) m_draftView->form()->askDispatch();
    } else {
      ask(Deed::Dispatch);
    }
  });
  add("dispatch.early", [this] {
    if (isDrafting()) m_draftView->form()->openEarly();
  });
  add("mask.reveal", [this] {
    if (isDrafting()) m_draftView->card()->askPurpose();
  });
  add("ticket.urge", [this] { urge(); });
  add("ticket.claim", [this] {
    if (m_centre->currentWidget() == m_openTicket) m_openTicket->toggleClaim();
  });
  add("ticket.attach", [this] {
    if (m_centre->currentWidget() == m_openTicket) {
      m_openTicket->askFiles();
    } else {
      // What is typed is safe in its draft; a file needs the ticket itself.
      Q_EMIT said(tr("先保存工单，再加附件"));
    }
  });
  add("group.merge", [this] {
    if (isDrafting()) {
      m_draftView->form()->like()->act();
    } else if (m_centre->currentWidget() == m_openTicket && !m_openTicket->mergeLike()) {
      Q_EMIT said(tr("没有看起来像的工单"));
    }
  });
  add("wording.accept", [this] {
    if (isDrafting()) m_draftView->form()->acceptRemark();
  });
  add("wording.snooze", [this] {
    if (isDrafting()) m_draftView->form()->snoozeRemark();
  });
  add("promise.record", [this] {
    if (isDrafting()) {
      m_draftView->form()->askPromise();
    } else if (m_centre->currentWidget() == m_openTicket) {
      m_openTicket->askPromise();
    }
  });
  add("emotion.next", [this] {
    if (isDrafting()) m_draftView->form()->nextEmotion();
  });
  add("readback", [this] { readBack(); });
  add("pace.slow", [this] { toggleSlow(); });
  add("sensitive", [this] { toggleSensitive(); });
  add("reply.template", [this] { openTemplates(); });
  add("why.open",
      [this] { (isDrafting() ? m_draftView->clocks() : m_openTicket->clocks())->toggleWhy(); });
  add("why.copy", [this] { copyOwnerSentence(); });
  const std::pair<const char*, Deed> acts[] = {
      {"progress.note", Deed::Progress},   {"ticket.solve", Deed::Solve},
      {"ticket.arrive", Deed::Arrive},     {"ticket.diagnose", Deed::Diagnose},
      {"ticket.inform", Deed::Inform},     {"ticket.return", Deed::Return},
      {"ticket.callback", Deed::CallBack}, {"ticket.archive", Deed::Archive},
      {"ticket.reopen", Deed::Reopen},     {"ticket.pause", Deed::Pause}};
  for (const auto& [id, kind] : acts) {
    add(id, [this, kind = kind] { ask(kind); });
  }
  const std::pair<const char*, const char*> fields[] = {
      {"focus.request", "request"},   {"focus.reply", "reply"},        {"focus.note", "note"},
      {"focus.category", "category"}, {"focus.level", "level"},        {"focus.kind", "kind"},
      {"focus.place", "place"},       {"focus.contact", "contactName"}};
  for (const auto& [id, field] : fields) {
    add(id, [this, field = field] {
      if (isDrafting()) m_draftView->form()->focusField(QLatin1String(field));
    });
  }
  add("tick.confirmed", [this] {
    if (isDrafting()) {
      m_draftView->form()->toggleConfirmed();
    } else {
      ask(Deed::Confirm);
    }
  });
  add("tick.told", [this] {
    if (isDrafting()) {
      m_draftView->form()->toggleTold();
    } else {
      ask(Deed::Tell);
    }
  });
}

}  // namespace yingda::ui
