// SPDX-License-Identifier: GPL-3.0-or-later
// Six cells over a password editor.
#include "ui/kit/pin_edit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpressionValidator>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int cellWidth = 43;
constexpr int cellHeight = 44;
constexpr int cellGap = 8;
constexpr double dotRadius = 4.0;

}  // namespace

PinEdit::PinEdit(QWidget* parent) : QLineEdit(parent) {
  setEchoMode(QLineEdit::Password);
  setMaxLength(length);
  setFrame(false);
  setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
  setValidator(
      new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,6}")), this));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setCursor(Qt::ArrowCursor);
  setAccessibleName(tr("6 位 PIN"));
  connect(this, &QLineEdit::textChanged, this, &PinEdit::noteText);
}

void PinEdit::setWrong(bool wrong) {
  m_isWrong = wrong;
  update();
}

QSize PinEdit::sizeHint() const {
  return {length * cellWidth + (length - 1) * cellGap, cellHeight};
}

QSize PinEdit::minimumSizeHint() const { return {length * 30 + (length - 1) * 4, cellHeight}; }

void PinEdit::noteText() {
  m_isWrong = false;
  update();
  if (isComplete()) Q_EMIT completed(text());
}

void PinEdit::paste() {
  QString digits;
  const QString text = QGuiApplication::clipboard()->text();
  for (const QChar unit : text) {
    // digitValue also reads the full-width digits that Chinese input methods make.
    const int value = unit.digitValue();
    if (value >= 0 && digits.size() < length) digits += QString::number(value);
  }
  if (!digits.isEmpty()) setText(digits);
}

void PinEdit::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Paste)) {
    paste();
    return;
  }
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_A:
      // The place of entry is always the first free cell; a moved cursor could not be seen.
      event->accept();
      return;
    default:
      QLineEdit::keyPressEvent(event);
  }
}

void PinEdit::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  end(false);
  event->accept();
}

void PinEdit::contextMenuEvent(QContextMenuEvent* event) { event->accept(); }

void PinEdit::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int filled = static_cast<int>(text().size());
  const int whole = width() + cellGap;
  for (int i = 0; i < length; ++i) {
    const int left = whole * i / length;
    const QRect cell(left, 0, whole * (i + 1) / length - left - cellGap, height());
    const bool isNext = hasFocus() && (i == filled || (i == length - 1 && filled == length));
    paintField(painter, cell, {isEnabled(), isNext, m_isWrong});
    if (i >= filled) continue;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Text));
    painter.drawEllipse(QRectF(cell).center(), dotRadius, dotRadius);
  }
}

}  // namespace yingda::ui
