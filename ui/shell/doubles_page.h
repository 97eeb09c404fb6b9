// SPDX-License-Identifier: GPL-3.0-or-later
// 断线期间可能重复的, in place of the pages: pairs of tickets, one key each.
#pragma once

#include <QWidget>

#include "core/service/views.h"

class QListView;

namespace yingda::ui {

class DoublesModel;
class HintButton;
class Label;
class RichLabel;

/// 1 重复, 2 同因, 3 相关, 0 不是同一件, Enter what the program thinks; Esc goes to work, and the
/// rest stays to be looked at.
class DoublesPage final : public QWidget {
  Q_OBJECT
 public:
  explicit DoublesPage(QWidget* parent = nullptr);
  /// At least one.
  void show(const std::vector<DoubleView>& doubles);

 Q_SIGNALS:
  void decided(const yingda::TicketId& mine, const yingda::TicketId& other, yingda::TieKind kind);
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void decide(TieKind kind);
  void showDetails();
  bool takeKey(const QKeyEvent& event);
  const DoubleView* current() const;

  Label* m_title;
  DoublesModel* m_model;
  QListView* m_view;
  RichLabel* m_mine;
  RichLabel* m_other;
  HintButton* m_accept;
};

}  // namespace yingda::ui
