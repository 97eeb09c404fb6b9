// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's editors have in common: head, problem sentence and a body that scrolls.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace yingda::ui {

class Label;

/// A framed page in the place of the ticket: its head names it and folds it, the sentence below
/// says why a saving was refused. Esc folds it too. Owner: the workbench. Limits: the title is one
/// line and gives way first.
class EditorPage : public QWidget {
  Q_OBJECT
 public:
  /// Its parts are named `prefix`.problem and `prefix`.close.
  explicit EditorPage(const QString& prefix, QWidget* parent = nullptr);
  void setTitle(const QString& title);
  /// Why the saving was refused, as a sentence; empty takes it away.
  void setProblem(const QString& sentence);
  QSize minimumSizeHint() const override { return {480, 240}; }

 Q_SIGNALS:
  void closed();

 protected:
  void addBesideTitle(QWidget* widget);
  /// At the right end of the head.
  void addToHead(QWidget* widget);
  /// The column that scrolls, spacing 12.
  QVBoxLayout* body() const { return m_body; }
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeHead(const QString& prefix);

  QHBoxLayout* m_head = nullptr;
  QVBoxLayout* m_body = nullptr;
  Label* m_title = nullptr;
  Label* m_problem = nullptr;
};

}  // namespace yingda::ui
