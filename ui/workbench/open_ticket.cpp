// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a ticket, offers its acts, and shows what they changed.
#include "ui/workbench/open_ticket.h"

#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "ui/desk/act_panel.h"
#include "ui/desk/ticket_panel.h"
#include "ui/parts/error_text.h"
#include "ui/workbench/clock_section.h"

namespace yingda::ui {

OpenTicket::OpenTicket(Backend& backend, QWidget* parent) : QWidget(parent), m_backend(backend) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  m_panel = new TicketPanel(this);
  column->addWidget(m_panel);
  m_acts = new ActPanel(backend.starter(), backend.clock(), this);
  m_acts->hide();
  column->addWidget(m_acts);
  m_clocks = new ClockSection(backend.starter(), this);
  column->addWidget(m_clocks, 1);
  connect(m_panel, &TicketPanel::actAsked, this, [this](Deed kind) { ask(kind); });
  connect(m_acts, &ActPanel::asked, this, &OpenTicket::act);
  connect(m_clocks, &ClockSection::whyAsked, this, &OpenTicket::explain);
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
  if (view.ticket.id != m_view.ticket.id) {
    m_acts->fold();
    m_clocks->foldWhy();
  }
  m_view = view;
  m_panel->setRole(role());
  m_panel->set(view, now);
  m_clocks->setMilestones(view.milestones, view.ticket.level, now);
  m_clocks->setActivities(view.activities, now);
  Q_EMIT shown(view);
}

void OpenTicket::tick(Instant now) { m_clocks->tick(now); }

bool OpenTicket::ask(Deed kind) {
  for (const ActOffer& offer : availableActs(m_view, role())) {
    if (offer.kind != kind) continue;
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
