// SPDX-License-Identifier: GPL-3.0-or-later
// The window when the server is back.
#include "core/base/deliver.h"
#include "ui/parts/error_text.h"
#include "ui/shell/doubles_page.h"
#include "ui/shell/main_window.h"

namespace yingda::ui {

void MainWindow::askDoubles(bool isAsked) {
  deliver(m_backend.doubles(), this,
          [this, isAsked](const Result<std::vector<DoubleView>>& doubles) {
            if (!m_backend.session()) return;
            if (!doubles) {
              if (isAsked) say(errorText(doubles.error()));
              return;
            }
            if (!doubles->empty()) {
              showDoubles(*doubles);
              return;
            }
            if (qobject_cast<DoublesPage*>(m_central)) {
              setCentral(nullptr);
              say(tr("都看过了，没有别的可能重复"));
            } else if (isAsked) {
              say(tr("没有断线期间可能重复的"));
            }
            // While the server is away there may be more to come.
            if (sync().isBack) deliver(m_backend.closeDoubles(), this, [](const Result<void>&) {});
          });
}

void MainWindow::showDoubles(const std::vector<DoubleView>& doubles) {
  if (auto* page = qobject_cast<DoublesPage*>(m_central)) {
    page->show(doubles);
    return;
  }
  // What the last shift left comes before.
  if (m_central) return;
  auto* page = new DoublesPage;
  page->show(doubles);
  connect(page, &DoublesPage::closed, this, [this] { setCentral(nullptr); });
  connect(page, &DoublesPage::decided, this, &MainWindow::tie);
  setCentral(page);
  page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::tie(const TicketId& mine, const TicketId& other, TieKind kind) {
  deliver(m_backend.tie(mine, other, kind), this, [this](const Result<TicketView>& done) {
    if (!done) say(errorText(done.error()));
    askDoubles(false);
  });
}

}  // namespace yingda::ui
