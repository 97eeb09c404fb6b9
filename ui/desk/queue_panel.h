// SPDX-License-Identifier: GPL-3.0-or-later
// The left pane: what to do next, in one list that counts down.
#pragma once

#include <QWidget>
#include <vector>

#include "core/service/sync_views.h"
#include "core/service/views.h"

class QStackedLayout;

namespace yingda::ui {

class Label;
class PillTabs;
class QueueDelegate;
class QueueDrafts;
class QueueEmpty;
class QueueModel;
class QueueView;

/// Tabs of the four queues, the list under its headings, and the parked drafts.
/// Arrows move in the list, Enter or a click opens. Owner: the workbench.
class QueuePanel final : public QWidget {
  Q_OBJECT
 public:
  explicit QueuePanel(QWidget* parent = nullptr);
  QueueKind kind() const;
  /// Whose rows stand in the list; none before the first page.
  std::optional<QueueKind> shownKind() const { return m_shownKind; }
  /// Chooses the tab without telling anybody.
  void setKind(QueueKind kind);
  void setPage(const QueuePage& page, Instant now);
  void setDrafts(const std::vector<TicketDraft>& drafts, Instant now);
  /// Who else has which ticket open.
  void setPresence(const std::vector<PresenceView>& others);
  /// Marks the ticket that is open, without telling anybody; null marks none.
  void setOpened(const TicketId& id);
  /// Opens the first ticket of the list, or the one after it when that is open already.
  void selectNextThing();
  /// Once a second: repaints the visible rows whose clock reads differently, and nothing else.
  void tick(Instant now);

  const QueueModel& model() const { return *m_model; }
  const QueueDelegate& delegate() const { return *m_delegate; }
  QSize sizeHint() const override { return {288, 600}; }

 Q_SIGNALS:
  void kindChosen(yingda::QueueKind kind);
  void opened(const yingda::TicketId& id);
  void draftChosen(const yingda::DraftId& id);

 private:
  void open(const QModelIndex& index);
  void layOut();
  TicketId currentTicket() const;
  void keepCurrent(const TicketId& id);
  void showList(bool isReading);

  PillTabs* m_tabs;
  QueueModel* m_model;
  QueueDelegate* m_delegate;
  QueueView* m_view;
  QueueEmpty* m_empty;
  Label* m_rest;
  QueueDrafts* m_drafts;
  QStackedLayout* m_stack;
  std::optional<QueueKind> m_shownKind;
  TicketId m_opened;
};

}  // namespace yingda::ui
