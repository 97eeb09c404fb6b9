// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone number on the screen: masked, and in full for a minute when somebody asked for it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/kit/theme.h"

namespace yingda::ui {

/// Shows 138****1234. It never reveals by itself: it asks, and whoever may answer calls reveal().
/// Limits: in full for 60 s, or until the number changes, or the widget is hidden.
class MaskedText final : public QWidget {
  Q_OBJECT
 public:
  explicit MaskedText(const QString& number = {}, QWidget* parent = nullptr);
  /// A canonical number; empty shows nothing.
  void setNumber(const QString& number);
  QString number() const { return m_number; }
  bool isRevealed() const { return m_isRevealed; }
  void reveal();
  void mask();
  void setRole(FontRole role);
  void setToken(Token token);
  /// What stands on the screen now.
  QString shownText() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  /// Clicked, or Enter or Space while focused.
  void revealAsked();
  void revealedChanged(bool revealed);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void describe();

  QString m_number;
  QTimer m_hideTimer;
  bool m_isRevealed = false;
  FontRole m_role = FontRole::Body13;
  Token m_token = Token::Text;
};

}  // namespace yingda::ui
