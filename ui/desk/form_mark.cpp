// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the ticked and the open pill.
#include "ui/desk/form_mark.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include "ui/kit/glyph.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int pillHeight = 24;
constexpr int padding = 6;
constexpr int square = 12;
constexpr int gap = 5;

}  // namespace

FormMark::FormMark(const QString& ticked, const QString& open, const QString& hint, QWidget* parent)
    : QAbstractButton(parent), m_ticked(ticked), m_open(open), m_hint(hint) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFont(ui::font(FontRole::Small12));
  setText(ticked);
  setAccessibleName(ticked);
  setAccessibleDescription(hint);
}

QSize FormMark::sizeHint() const {
  const QFontMetrics metrics(font());
  int width = metrics.horizontalAdvance(shownText()) + square + gap + 2 * padding;
  if (!isChecked() && !m_hint.isEmpty()) width += gap + keyCapSize(m_hint).width();
  return {width, pillHeight};
}

void FormMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isTicked = isChecked();
  Box box;
  box.radius = 4.0;
  box.fill = color(isTicked ? Token::GreenWeak : Token::Sunken);
  if (hasFocus()) {
    box.edge = color(Token::Accent);
    box.edgeWidth = 2.0;
  }
  paintBox(painter, rect(), box);
  const QColor ink = color(isTicked ? Token::Green : Token::Text2);
  const QRectF sign(padding, (height() - square) / 2.0, square, square);
  if (isTicked) {
    paintGlyph(painter, sign, Glyph::Check, ink);
  } else {
    paintBox(painter, sign.adjusted(0.5, 0.5, -0.5, -0.5), {std::nullopt, ink, 1.0, 2.0, false});
  }
  painter.setFont(font());
  painter.setPen(ink);
  const QRect words = rect().adjusted(padding + square + gap, 0, 0, 0);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shownText());
  // In a narrow form the words stay whole; the key stands in the strip below as well.
  if (isTicked || m_hint.isEmpty() || width() < sizeHint().width()) return;
  const QSize cap = keyCapSize(m_hint);
  paintKeyCap(painter,
              {width() - padding - cap.width() + 1, (height() - cap.height()) / 2, cap.width(),
               cap.height()},
              m_hint, CapLook::OnSurface);
}

void FormMark::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
    click();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

}  // namespace yingda::ui
