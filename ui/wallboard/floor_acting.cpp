// SPDX-License-Identifier: GPL-3.0-or-later
// What the floor does to the chosen ticket: urge, send, step in, take over.
#include <QClipboard>
#include <QGuiApplication>

#include "core/base/deliver.h"
#include "core/domain/ticket_number.h"
#include "ui/desk/reason_bar.h"
#include "ui/kit/clean_text.h"
#include "ui/parts/error_text.h"
#include "ui/wallboard/floor_bars.h"
#include "ui/wallboard/floor_list_card.h"
#include "ui/wallboard/floor_page.h"

namespace yingda::ui {

namespace {

QString numberOf(const FloorRow& row) {
  const auto number = TicketNumber::parse(row.number);
  return number ? number->text() : row.number;
}

}  // namespace

void FloorPage::act(FloorAct what) {
  // Under the table of all figures nobody sees which row is chosen.
  const FloorRow* row = isTableShown() ? nullptr : m_list->currentRow();
  if (!row) {
    Q_EMIT said(m_list->isLost() ? tr("刚才那条已不在列表，请重新选一条")
                                 : tr("清单里没有选中的工单"));
    return;
  }
  m_acting = row->id;
  m_actingTitle = numberOf(*row) % u' ' % cleanText(row->title, Lines::Join);
  switch (what) {
    case FloorAct::Urge:
      urge();
      break;
    case FloorAct::Send:
      m_takeOver->fold();
      m_departments->open(m_actingTitle);
      break;
    case FloorAct::StepIn:
      stepIn();
      break;
  }
}

void FloorPage::tell(const Result<TicketView>& done, const QString& sentence) {
  Q_EMIT said(done ? sentence : errorText(done.error()));
  refresh();
}

void FloorPage::urge() {
  const FloorRow& row = *m_list->currentRow();
  const Instant now = m_backend.clock().now();
  const QString words = urgeText(row, m_backend.starter(), now);
  act::Urge urge;
  urge.text = reasonText(row, now);
  urge.isOurs = true;
  deliver(m_backend.act(row.id, urge), this,
          [this, words, title = m_actingTitle](const Result<TicketView>& done) {
            // Field staff have no screen here: the words go into their group.
            if (done) QGuiApplication::clipboard()->setText(words);
            tell(done, tr("已催办 %1，催办的话已复制，请发到工作群").arg(title));
          });
}

void FloorPage::send(const QString& department) {
  act::Dispatch dispatch;
  dispatch.department = department;
  const Department* found = m_backend.starter().department(department);
  const QString name = found ? found->name : department;
  deliver(m_backend.act(m_acting, dispatch), this,
          [this, name, title = m_actingTitle](const Result<TicketView>& done) {
            tell(done, tr("%1 已改派给 %2").arg(title, name));
          });
}

void FloorPage::stepIn() {
  const TicketId ticket = m_acting;
  if (m_people.people().isAlone) {
    Q_EMIT ticketWanted(ticket);
    return;
  }
  deliver(m_backend.claim(ticket, ClaimWish::Take), this,
          [this, ticket](const Result<TicketView>& done) {
            if (done) {
              Q_EMIT ticketWanted(ticket);
            } else if (done.error().detail == u"held") {
              askWhy(ticket);
            } else {
              Q_EMIT said(errorText(done.error()));
            }
          });
}

void FloorPage::askWhy(const TicketId& ticket) {
  deliver(m_backend.ticket(ticket), this, [this](const Result<TicketView>& view) {
    m_departments->fold();
    m_takeOver->open(takeOverTitle(view ? view->hand.name : QString()));
  });
}

void FloorPage::takeOver(const QString& reason) {
  const TicketId ticket = m_acting;
  deliver(m_backend.claim(ticket, ClaimWish::TakeOver, reason), this,
          [this, ticket](const Result<TicketView>& done) {
            if (done) {
              Q_EMIT ticketWanted(ticket);
            } else {
              Q_EMIT said(errorText(done.error()));
            }
          });
}

}  // namespace yingda::ui
