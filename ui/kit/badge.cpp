// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the pills.
#include "ui/kit/badge.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/kit/tone_inks.h"

namespace yingda::ui {

namespace {

constexpr int pillHeight = 20;
constexpr int padding = 6;

}  // namespace

QSize badgeSize(const QString& text) {
  const QFontMetrics metrics(font(FontRole::Small12));
  return {metrics.horizontalAdvance(text) + 2 * padding, pillHeight};
}

void paintBadge(QPainter& painter, const QRect& rect, const QString& text, Tone tone) {
  const ToneInks inks = inksOf(tone);
  Box box;
  box.radius = 4.0;
  if (tone == Tone::Dashed) {
    box.edge = color(Token::BorderStrong);
    box.isDashed = true;
  } else {
    box.fill = color(inks.fill);
  }
  painter.save();
  paintBox(painter, rect, box);
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(inks.text));
  const QRect inner = rect.adjusted(padding, 0, -padding + 1, 0);
  const QString shown =
      QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, inner.width());
  painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, shown);
  painter.restore();
}

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_tone(tone) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setText(text);
}

void Badge::setText(const QString& text) {
  m_text = text;
  setAccessibleName(text);
  updateGeometry();
  update();
}

void Badge::setTone(Tone tone) {
  m_tone = tone;
  update();
}

QSize Badge::sizeHint() const { return badgeSize(m_text); }

QSize Badge::minimumSizeHint() const { return {qMin(sizeHint().width(), 36), pillHeight}; }

void Badge::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const int wide = qMin(width(), sizeHint().width());
  const QRect area(0, (height() - pillHeight) / 2, wide, pillHeight);
  paintBadge(painter, area, m_text, m_tone);
}

}  // namespace yingda::ui
