// SPDX-License-Identifier: GPL-3.0-or-later
// Key caps, and the buttons that show theirs.
#pragma once

#include <QPushButton>
#include <QWidget>

class QPainter;

namespace yingda::ui {

/// How a key cap is drawn on its ground.
enum class CapLook { OnSurface, OnAccent, OnDanger };

/// The size that a cap with this text wants (18 high).
QSize keyCapSize(const QString& hint);
void paintKeyCap(QPainter& painter, const QRect& rect, const QString& hint, CapLook look);

/// A small outlined key cap: "Ctrl K". Several keys stand apart by a gap of 4 when separated by
/// '\n'.
class KeyHint final : public QWidget {
  Q_OBJECT
 public:
  explicit KeyHint(const QString& hint, QWidget* parent = nullptr);
  QString hint() const { return m_hint; }
  void setHint(const QString& hint);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_hint;
};

/// A button with its text and, at the right of it, the key cap of its verb.
class HintButton final : public QPushButton {
  Q_OBJECT
 public:
  /// Filled: the one result of a working area. Danger: red outline. Quiet: no edge. Link: accent
  /// text.
  enum class Look { Outlined, Filled, Danger, Quiet, Link };
  /// Small is 24 high (in bars), Normal 30, Large 40 with 15 px text.
  enum class Size { Small, Normal, Large };

  explicit HintButton(const QString& text, const QString& hint = {}, QWidget* parent = nullptr);
  Look look() const { return m_look; }
  void setLook(Look look);
  void setSize(Size size);
  QString hint() const { return m_hint; }
  void setHint(const QString& hint);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Look m_look = Look::Outlined;
  Size m_size = Size::Normal;
  QString m_hint;
};

}  // namespace yingda::ui
