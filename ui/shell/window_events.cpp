// SPDX-License-Identifier: GPL-3.0-or-later
// The window's group events: the page, and what it asks of the backend.
#include "core/base/deliver.h"
#include "ui/parts/error_text.h"
#include "ui/shell/event_page.h"
#include "ui/shell/main_window.h"

namespace yingda::ui {

namespace {

EventPage* pageIn(QWidget* central) { return qobject_cast<EventPage*>(central); }

}  // namespace

void MainWindow::openEvents(const EventId& event) {
  if (!m_backend.session()) return;
  auto* page = pageIn(m_central);
  if (!page) {
    // What the last shift left comes before.
    if (m_central) return;
    page = new EventPage;
    connect(page, &EventPage::closed, this, [this] { setCentral(nullptr); });
    connect(page, &EventPage::eventWanted, this, &MainWindow::showEventOf);
    connect(page, &EventPage::actAsked, this, &MainWindow::actOnEvent);
    connect(page, &EventPage::wordsWritten, this, &MainWindow::checkStatement);
    connect(page, &EventPage::ticketWanted, this, [this](const TicketId& ticket) {
      setCentral(nullptr);
      Q_EMIT ticketChosen(ticket);
    });
    connect(page, &EventPage::completeWanted, this, [this](const TicketId& ticket) {
      setCentral(nullptr);
      Q_EMIT completionChosen(ticket);
    });
    connect(page, &EventPage::dismissAsked, this,
            [this](const EventProposal& proposal, bool isDismissed) {
              deliver(m_backend.dismissProposal(proposal.tickets, isDismissed), this,
                      [this](const Result<void>& done) {
                        if (!done) say(errorText(done.error()));
                        loadEvents();
                      });
            });
    if (const auto me = m_backend.session()) page->setMe(me->id);
    setCentral(page);
    page->setFocus(Qt::OtherFocusReason);
  }
  loadEvents();
  if (!event.isNull()) showEventOf(event);
}

void MainWindow::loadEvents() {
  deliver(m_backend.proposals(), this, [this](const Result<std::vector<EventProposal>>& found) {
    const std::vector<EventProposal> proposals = found ? *found : std::vector<EventProposal>();
    deliver(m_backend.events(true), this,
            [this, proposals](const Result<std::vector<EventView>>& events) {
              auto* page = pageIn(m_central);
              if (!page) return;
              if (!events) {
                say(errorText(events.error()));
                return;
              }
              page->setLists(proposals, *events);
              if (page->shownEvent().isNull() && proposals.empty() && !events->empty()) {
                page->setEvent(events->front(), m_backend.clock().now());
              }
              askCommunities();
            });
  });
}

void MainWindow::askCommunities() {
  // Behind what is there already: the first row is never one that opens something.
  deliver(m_backend.communities(), this, [this](const Result<std::vector<Community>>& known) {
    auto* page = pageIn(m_central);
    if (page && known) page->setCommunities(*known);
  });
}

void MainWindow::showEventOf(const EventId& event) {
  deliver(m_backend.groupEvent(event), this, [this](const Result<EventView>& view) {
    auto* page = pageIn(m_central);
    if (!page) return;
    if (view) {
      page->setEvent(*view, m_backend.clock().now());
      checkStatement(view->event.statement);
    } else {
      say(errorText(view.error()));
    }
  });
}

void MainWindow::actOnEvent(const EventId& event, const event_act::Any& what) {
  deliver(m_backend.actOnEvent(event, what), this, [this](const Result<EventView>& view) {
    auto* page = pageIn(m_central);
    if (!page) return;
    if (!view) {
      say(eventTrouble(view.error()));
      return;
    }
    page->setEvent(*view, m_backend.clock().now());
    loadEvents();
  });
}

void MainWindow::checkStatement(const QString& words) {
  LintContext context;
  context.now = m_backend.clock().now();
  deliver(m_backend.remarks(words, WordingField::Reply, context), this,
          [this](const Result<std::vector<Remark>>& remarks) {
            auto* page = pageIn(m_central);
            if (!page || !remarks) return;
            QStringList lines;
            for (const Remark& one : *remarks) {
              lines << (one.rewrite.isEmpty() ? tr("「%1」：%2").arg(one.text, one.reason)
                                              : tr("「%1」改为「%2」").arg(one.text, one.rewrite));
            }
            page->setRemarks(lines);
          });
}

}  // namespace yingda::ui
