// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox of the shared floor: values that lost, and operations that were not carried out.
#pragma once

#include <QSet>
#include <vector>

#include "core/service/sync_views.h"
#include "ui/kit/page.h"

class QScrollArea;
class QStackedWidget;

namespace yingda::ui {

class Actions;
class ConflictDetail;
class InboxDelegate;
class InboxList;
class InboxModel;
class Label;
class RefusalDetail;

/// Left the groups, right the chosen one. Everything by keys: arrows choose, value.restore and
/// conflict.seen act, Enter opens the ticket, Space leafs. Takes values and says what the person
/// wants; it knows no connection. Owner: the window.
class ConflictPage final : public Page {
  Q_OBJECT
 public:
  explicit ConflictPage(Actions& actions, QWidget* parent = nullptr);
  QString id() const override;
  QString title() const override;
  QString keyId() const override;

  /// Replaces the conflicts, and with them what was asked for and has been answered.
  void setConflicts(const std::vector<ConflictView>& conflicts);
  void setRefusals(const std::vector<RefusalView>& refusals);
  /// What is saved here and not sent yet, for the words above the list.
  void setSync(const SyncView& view);
  void setNow(Instant now);
  /// The chosen conflict, or null.
  const ConflictView* current() const;

 Q_SIGNALS:
  void restoreWanted(const QUuid& conflict);
  void seenWanted(const QUuid& conflict);
  void ticketWanted(const yingda::TicketId& ticket);
  /// The ticket of a refused operation, known by its digits alone.
  void ticketNumberWanted(const QString& digits);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeLeft();
  QWidget* makeRight();
  QWidget* makeEmpty();
  void connectParts();
  void refresh();
  void showCurrent();
  void showUnsent();
  void restore();
  void markSeen();
  void open();
  void leaf(bool isDown);
  /// The row to stand on when the acted-on one is gone or seen.
  void rememberNext();
  void keepCurrent(const QString& key, int row);

  Actions& m_actions;
  std::vector<ConflictView> m_conflicts;
  std::vector<RefusalView> m_refusals;
  QSet<QUuid> m_asked;
  SyncView m_sync;
  Instant m_now{};
  QString m_next;
  InboxModel* m_model;
  InboxDelegate* m_delegate = nullptr;
  InboxList* m_list = nullptr;
  Label* m_unsent = nullptr;
  Label* m_unsentNote = nullptr;
  QWidget* m_unsentStrip = nullptr;
  QStackedWidget* m_whole = nullptr;
  QStackedWidget* m_details = nullptr;
  QScrollArea* m_scroll = nullptr;
  ConflictDetail* m_conflict = nullptr;
  RefusalDetail* m_refusal = nullptr;
  Label* m_emptyTitle = nullptr;
  Label* m_emptyText = nullptr;
};

}  // namespace yingda::ui
