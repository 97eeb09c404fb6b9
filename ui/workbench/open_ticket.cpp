// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a ticket, offers its acts, and shows what they changed.
#include "ui/workbench/open_ticket.h"

#include <QVBoxLayout>
#include <utility>

#include "core/base/deliver.h"
#include "core/domain/quick_entry.h"
#include "ui/desk/act_panel.h"
#include "ui/desk/attachment_strip.h"
#include "ui/desk/event_bar.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/promise_list.h"
#include "ui/desk/reason_bar.h"
#include "ui/desk/ticket_panel.h"
#include "ui/desk/tie_list.h"
#include "ui/kit/key_table.h"
#include "ui/parts/error_text.h"
#include "ui/workbench/clock_section.h"

namespace yingda::ui {

OpenTicket::OpenTicket(Backend& backend, QWidget* parent) : QWidget(parent), m_backend(backend) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  m_panel = new TicketPanel(this);
  column->addWidget(m_panel);
  m_promise = new PromiseLine(backend.clock(), this);
  column->addWidget(m_promise);
  m_promises = new PromiseList(this);
  column->addWidget(m_promises);
  connectPromises();
  m_event = new EventBar(this);
  column->addWidget(m_event);
  connect(m_event, &EventBar::openAsked, this, &OpenTicket::eventWanted);
  m_ties = new TieList(this);
  column->addWidget(m_ties);
  m_like = new LikeBar(this);
  m_like->setObjectName(QStringLiteral("ticket.like"));
  column->addWidget(m_like);
  connect(m_like, &LikeBar::tieAsked, this, &OpenTicket::tieTo);
  m_attachments = new AttachmentStrip(this);
  column->addWidget(m_attachments);
  m_takeOver = new ReasonBar(QStringLiteral("takeOver"), takeOverReasons(), this);
  column->addWidget(m_takeOver);
  m_acts = new ActPanel(backend.starter(), backend.clock(), this);
  m_acts->hide();
  column->addWidget(m_acts);
  m_clocks = new ClockSection(backend.starter(), this);
  column->addWidget(m_clocks, 1);
  connect(m_panel, &TicketPanel::actAsked, this, [this](Deed kind) { ask(kind); });
  connect(m_panel, &TicketPanel::claimAsked, this, &OpenTicket::toggleClaim);
  connect(m_takeOver, &ReasonBar::chosen, this,
          [this](const QString& reason) { claim(ClaimWish::TakeOver, reason); });
  connect(m_acts, &ActPanel::asked, this, &OpenTicket::act);
  connect(m_clocks, &ClockSection::whyAsked, this, &OpenTicket::explain);
  connectAttachments();
  connect(m_ties, &TieList::openAsked, this, &OpenTicket::wanted);
  connect(m_ties, &TieList::untieAsked, this,
          [this](const TicketId& other) { tieTo(other, TieKind::None); });
  connect(m_ties, &TieList::kindAsked, this, &OpenTicket::tieTo);
}

void OpenTicket::tieTo(const TicketId& other, TieKind kind) {
  const TicketId id = m_view.ticket.id;
  deliver(m_backend.tie(id, other, kind), this,
          [this, id](const Result<TicketView>& view) { takeChanged(id, view); });
}

bool OpenTicket::mergeLike() {
  if (!m_like->isOffering()) return false;
  m_like->act();
  return true;
}

void OpenTicket::findLike() {
  // What is done, or what this person may not read, is compared with nothing.
  if (m_view.ticket.stage == Stage::Archived || m_view.reading != Reading::Whole ||
      !mayDo(role(), Deed::TakeCall)) {
    m_like->clear();
    return;
  }
  TicketDraft draft;
  draft.ticket = m_view.ticket;
  draft.text = m_view.text;
  deliver(m_backend.like(draft), this,
          [this, id = draft.ticket.id](const Result<LikeAnswer>& answer) {
            if (answer && m_view.ticket.id == id) m_like->setSaved(*answer, m_view);
          });
}

void OpenTicket::load(const TicketId& id) {
  const int question = ++m_question;
  deliver(m_backend.ticket(id), this, [this, question](const Result<TicketView>& view) {
    if (question != m_question) return;
    if (view) {
      show(*view);
    } else {
      Q_EMIT failed(errorText(view.error()));
    }
  });
}

void OpenTicket::show(const TicketView& view) {
  const Instant now = m_backend.clock().now();
  const bool isOther = view.ticket.id != m_view.ticket.id;
  if (isOther) {
    m_acts->fold();
    m_takeOver->fold();
    m_clocks->foldWhy();
    m_insists = false;
  }
  m_view = view;
  m_panel->setRole(role());
  m_panel->set(view, now);
  m_panel->setSop(view.reading == Reading::Closed ? QString()
                                                  : sopText(m_backend.starter(), view.ticket));
  if (isOther) m_promise->fold();
  m_promises->set(view.promises, now);
  m_event->set(view.event, now);
  if (isQuickMade(view.activities) && view.ticket.stage != Stage::Archived) {
    m_event->addLacks(lackingElements(view.ticket, view.text));
  }
  if (isOther) m_like->clear();
  findLike();
  m_ties->set(view.ties, now);
  showAttachments(isOther);
  m_clocks->setMilestones(view.milestones, view.ticket.level, now);
  m_clocks->setActivities(view.activities, now);
  Q_EMIT shown(view);
}

void OpenTicket::tick(Instant now) {
  m_clocks->tick(now);
  m_promises->tick(now);
}

void OpenTicket::connectPromises() {
  const auto taken = [this](const TicketId& id, const Result<TicketView>& view) {
    if (m_view.ticket.id != id) return;
    if (view) {
      m_promise->fold();
      show(*view);
    } else {
      m_promise->setProblem(promiseTrouble(view.error()));
    }
  };
  connect(m_promise, &PromiseLine::asked, this, [this, taken](const PromiseWish& wish) {
    const TicketId id = m_view.ticket.id;
    deliver(m_backend.makePromise(id, wish), this,
            [id, taken](const Result<TicketView>& view) { taken(id, view); });
  });
  connect(m_promises, &PromiseList::settled, this, [this](const PromiseId& promise, bool isKept) {
    const TicketId id = m_view.ticket.id;
    deliver(m_backend.keepPromise(id, promise, isKept), this,
            [this, id](const Result<TicketView>& view) { takeChanged(id, view); });
  });
}

void OpenTicket::askPromise() {
  if (m_view.ticket.id.isNull()) return;
  if (m_promise->isOpen()) {
    m_promise->submit();
  } else {
    m_promise->openOwn();
  }
}

bool OpenTicket::ask(Deed kind) {
  for (const ActOffer& offer : availableActs(m_view, role())) {
    if (offer.kind != kind) continue;
    // Two people must not telephone one owner at once.
    if (kind == Deed::CallBack && !mayCall()) return true;
    m_acts->open(kind, m_view);
    return true;
  }
  return false;
}

Role OpenTicket::role() const {
  const auto me = m_backend.session();
  return me ? me->role : Role::Quality;  // nobody signed in reads at most
}

bool OpenTicket::isActing() const { return m_acts->isOpen(); }

bool OpenTicket::mayCall() {
  if (!m_isJoined) return true;
  if (m_view.hand.state == HandView::State::Free) claim(ClaimWish::Take);
  if (m_view.hand.state != HandView::State::Theirs || std::exchange(m_insists, true)) return true;
  Q_EMIT failed(
      tr("%1已认领这张工单，可能正在给业主打电话。仍要回访，再按一次 %2")
          .arg(m_view.hand.name, KeyTable::builtIn().hintOf(QStringLiteral("ticket.callback"))));
  return false;
}

void OpenTicket::toggleSensitive() {
  if (m_view.ticket.id.isNull()) return;
  if (m_view.ticket.sensitive.isEmpty()) {
    act(act::MarkSensitive{QStringLiteral("call")});
  } else if (mayDo(role(), Deed::LiftSensitive)) {
    m_acts->open(Deed::LiftSensitive, m_view);
  } else {
    Q_EMIT failed(tr("已是敏感来电，只有班长能取消"));
  }
}

void OpenTicket::toggleClaim() {
  if (m_view.ticket.id.isNull()) return;
  if (!m_isJoined) {
    Q_EMIT failed(tr("本机单独使用，工单都在您手里，不用认领"));
    return;
  }
  switch (m_view.hand.state) {
    case HandView::State::Free:
      claim(ClaimWish::Take);
      break;
    case HandView::State::Mine:
    case HandView::State::Wanted:
      claim(ClaimWish::Release);
      break;
    case HandView::State::Theirs:
      if (mayDo(role(), Deed::TakeOver)) {
        m_takeOver->open(takeOverTitle(m_view.hand.name));
      } else {
        Q_EMIT failed(tr("%1已认领这张工单，要接手请找主管").arg(m_view.hand.name));
      }
      break;
  }
}

void OpenTicket::claim(ClaimWish wish, const QString& reason) {
  const TicketId id = m_view.ticket.id;
  deliver(m_backend.claim(id, wish, reason), this, [this, id](const Result<TicketView>& view) {
    if (!view) {
      Q_EMIT failed(errorText(view.error()));
    } else if (m_view.ticket.id == id) {
      show(*view);
    }
  });
}

void OpenTicket::setLookers(const std::vector<PresenceView>& here) { m_panel->setLookers(here); }

void OpenTicket::setFloor(const SyncView& view) {
  m_isJoined = view.state != SyncView::State::Alone;
  m_panel->setFloor(m_isJoined, view.state == SyncView::State::Live);
  m_attachments->set(m_view.attachments, m_isJoined);
}

void OpenTicket::submitAct() { static_cast<void>(m_acts->submit()); }

void OpenTicket::act(const act::Any& what) {
  const int question = ++m_question;
  deliver(m_backend.act(m_view.ticket.id, what), this,
          [this, question](const Result<TicketView>& view) {
            if (!view) {
              m_acts->setProblem(errorText(view.error()));
              Q_EMIT failed(errorText(view.error()));
              return;
            }
            if (question != m_question) return;
            m_acts->fold();
            show(*view);
          });
}

void OpenTicket::explain(const QString& milestoneId) {
  deliver(m_backend.why(m_view.ticket.id, milestoneId), this,
          [this, id = m_view.ticket.id](const Result<Account>& account) {
            if (!account || m_view.ticket.id != id) return;
            m_clocks->setAccount(*account, m_view.text.contactName, m_backend.clock().now());
          });
}

}  // namespace yingda::ui
