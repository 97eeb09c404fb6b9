// SPDX-License-Identifier: GPL-3.0-or-later
// Masks by itself after a minute, so that nobody has to remember to.
#include "ui/parts/masked_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "core/text/phone.h"

namespace yingda::ui {

MaskedText::MaskedText(const QString& number, QWidget* parent) : QWidget(parent), m_number(number) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_hideTimer.setSingleShot(true);
  m_hideTimer.setInterval(std::chrono::seconds(60));
  connect(&m_hideTimer, &QTimer::timeout, this, &MaskedText::mask);
  describe();
}

void MaskedText::setNumber(const QString& number) {
  if (number == m_number) return;
  m_number = number;
  mask();
  describe();
}

void MaskedText::reveal() {
  if (m_number.isEmpty()) return;
  m_hideTimer.start();
  if (m_isRevealed) return;
  m_isRevealed = true;
  describe();
  Q_EMIT revealedChanged(true);
}

void MaskedText::mask() {
  m_hideTimer.stop();
  if (!m_isRevealed) return;
  m_isRevealed = false;
  describe();
  Q_EMIT revealedChanged(false);
}

void MaskedText::setRole(FontRole role) {
  m_role = role;
  describe();
}

void MaskedText::setToken(Token token) {
  m_token = token;
  update();
}

QString MaskedText::shownText() const { return isRevealed() ? m_number : maskPhone(m_number); }

void MaskedText::describe() {
  setAccessibleName(shownText());
  setToolTip(m_number.isEmpty() || isRevealed() ? QString() : tr("看号码"));
  updateGeometry();
  update();
}

QSize MaskedText::sizeHint() const {
  const QFontMetrics metrics(ui::font(m_role));
  // The mask and the number want the same width, so that nothing beside it jumps.
  const int width =
      std::max(metrics.horizontalAdvance(m_number), metrics.horizontalAdvance(maskPhone(m_number)));
  return {width + 2, metrics.height()};
}

void MaskedText::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(ui::font(m_role));
  painter.setPen(color(isRevealed() ? Token::Text : m_token));
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shownText());
  if (hasFocus()) {
    painter.setPen(color(Token::Accent));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
  }
}

void MaskedText::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT revealAsked();
}

void MaskedText::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
    Q_EMIT revealAsked();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void MaskedText::hideEvent(QHideEvent* event) {
  mask();
  QWidget::hideEvent(event);
}

}  // namespace yingda::ui
