// SPDX-License-Identifier: GPL-3.0-or-later
// The surfaces that screens are made of: cards, panes and the lines between.
#pragma once

#include <QFrame>

#include "ui/kit/theme.h"

class QVBoxLayout;

namespace yingda::ui {

/// A surface with a 1 px border, radius 8 and padding 12.
class Card final : public QFrame {
  Q_OBJECT
 public:
  explicit Card(QWidget* parent = nullptr);
  /// The column inside the padding, spacing 8.
  QVBoxLayout* body() const { return m_body; }
  /// Other ground or edge than Surface and Border, e.g. AccentWeak and Accent while ringing.
  void setColors(Token fill, Token edge);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QVBoxLayout* m_body;
  Token m_fill = Token::Surface;
  Token m_edge = Token::Border;
};

/// A rectangle of one token without border: side panes, status strip, wells.
class Pane final : public QWidget {
  Q_OBJECT
 public:
  explicit Pane(Token fill = Token::Surface, QWidget* parent = nullptr);
  /// A 1 px border line at these sides.
  void setLines(Qt::Edges edges);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Token m_fill;
  Qt::Edges m_lines;
};

/// A line of 1 px.
class Separator final : public QWidget {
  Q_OBJECT
 public:
  explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace yingda::ui
