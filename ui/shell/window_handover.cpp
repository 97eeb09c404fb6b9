// SPDX-License-Identifier: GPL-3.0-or-later
// The window at the change of a shift.
#include "core/base/deliver.h"
#include "ui/parts/error_text.h"
#include "ui/shell/doubles_page.h"
#include "ui/shell/handover_page.h"
#include "ui/shell/main_window.h"

namespace yingda::ui {

void MainWindow::openHandover() {
  Q_EMIT leaving();
  deliver(m_backend.handoverSheet(), this, [this](const Result<HandoverSheet>& sheet) {
    if (!sheet) {
      say(errorText(sheet.error()));
      return;
    }
    auto* page = new HandoverPage;
    page->showSheet(*sheet, sync().unsent, m_backend.clock().now());
    connect(page, &HandoverPage::closed, this, [this] { setCentral(nullptr); });
    connect(page, &HandoverPage::giveAsked, this, &MainWindow::handOver);
    setCentral(page);
    page->setFocus(Qt::OtherFocusReason);
  });
}

void MainWindow::leaveHandover() {
  if (qobject_cast<HandoverPage*>(m_central) || qobject_cast<DoublesPage*>(m_central)) {
    setCentral(nullptr);
  }
}

void MainWindow::handOver(const std::vector<HandoverGift>& gifts) {
  deliver(m_backend.giveHandover(gifts), this, [this](const Result<HandoverSheet>& left) {
    if (!left) {
      say(errorText(left.error()));
      return;
    }
    lock();
  });
}

void MainWindow::askWaiting() {
  deliver(m_backend.handoversToMe(), this, [this](const Result<std::vector<HandoverLine>>& lines) {
    if (!lines || !m_backend.session()) return;
    auto* page = qobject_cast<HandoverPage*>(m_central);
    if (lines->empty()) {
      if (page) setCentral(nullptr);
      return;
    }
    if (page) {
      page->showWaiting(*lines, m_backend.clock().now());
      return;
    }
    // Somebody who is already at work is not interrupted.
    if (m_central) return;
    page = new HandoverPage;
    page->showWaiting(*lines, m_backend.clock().now());
    connect(page, &HandoverPage::closed, this, [this] { setCentral(nullptr); });
    connect(page, &HandoverPage::takeAsked, this, &MainWindow::takeOver);
    setCentral(page);
    page->setFocus(Qt::OtherFocusReason);
  });
}

void MainWindow::takeOver(const QList<TicketId>& tickets, const QList<DraftId>& drafts) {
  deliver(m_backend.takeHandovers(tickets, drafts), this, [this](const Result<void>& taken) {
    if (!taken) say(errorText(taken.error()));
    askWaiting();
  });
}

}  // namespace yingda::ui
