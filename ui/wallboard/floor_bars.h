// SPDX-License-Identifier: GPL-3.0-or-later
// The acts on the chosen ticket of the floor, and the choice of a department by its digit.
#pragma once

#include <QWidget>
#include <array>

#include "core/domain/starter.h"
#include "ui/wallboard/floor_text.h"

class QHBoxLayout;

namespace yingda::ui {

class Actions;
class HintButton;
class Label;

/// Lies in the chosen row; the advised act first, with its reason. Owner: the list's viewport.
class FloorActs final : public QWidget {
  Q_OBJECT
 public:
  explicit FloorActs(const Actions& actions, QWidget* parent = nullptr);
  /// `isSent`: it lies with a department already.
  void set(FloorAct advised, bool isSent, const QString& reason);
  FloorAct advised() const { return m_advised; }
  QString reason() const;

 Q_SIGNALS:
  void asked(yingda::ui::FloorAct act);

 private:
  QHBoxLayout* m_row;
  std::array<HintButton*, 3> m_buttons{};
  Label* m_reason;
  FloorAct m_advised = FloorAct::Urge;
};

/// Digits choose, Esc folds. Owner: the page. Limits: the starter outlives it.
class DepartmentBar final : public QWidget {
  Q_OBJECT
 public:
  explicit DepartmentBar(const Starter& starter, QWidget* parent = nullptr);
  /// `title` names the ticket; takes the focus.
  void open(const QString& title);
  void fold();

 Q_SIGNALS:
  void chosen(const QString& department);
  void folded();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void choose(int index);

  const Starter& m_starter;
  Label* m_title;
};

}  // namespace yingda::ui
