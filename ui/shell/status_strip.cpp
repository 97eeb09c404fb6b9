// SPDX-License-Identifier: GPL-3.0-or-later
// Paints how the store is and the keys that help now.
#include "ui/shell/status_strip.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int stripHeight = 28;
constexpr int sideMargin = 12;
constexpr int hintGap = 16;
constexpr double dot = 8.0;

/// A disc is well, a ring is at work, a triangle needs a person.
void paintHealth(QPainter& painter, const QRectF& square, StoreHealth health) {
  painter.setRenderHint(QPainter::Antialiasing);
  switch (health) {
    case StoreHealth::Saved:
      painter.setPen(Qt::NoPen);
      painter.setBrush(color(Token::Text2));
      painter.drawEllipse(square);
      break;
    case StoreHealth::Working:
      painter.setPen(QPen(color(Token::Accent), 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(square.adjusted(1, 1, -1, -1));
      break;
    case StoreHealth::Trouble: {
      QPainterPath triangle;
      triangle.moveTo(square.center().x(), square.top() - 1);
      triangle.lineTo(square.right() + 1, square.bottom());
      triangle.lineTo(square.left() - 1, square.bottom());
      triangle.closeSubpath();
      painter.fillPath(triangle, color(Token::Red));
      break;
    }
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
}

FontRole roleOf(StoreHealth health) {
  return health == StoreHealth::Trouble ? FontRole::Strong13 : FontRole::Small12;
}

}  // namespace

StatusStrip::StatusStrip(const KeyTable& keys, QWidget* parent) : QWidget(parent), m_keys(keys) {
  setObjectName(QStringLiteral("statusStrip"));
  setFixedHeight(stripHeight);
  setFont(ui::font(FontRole::Small12));
}

void StatusStrip::setStore(StoreHealth health, const QString& sentence) {
  m_health = health;
  m_sentence = sentence;
  setAccessibleName(sentence);
  update();
}

void StatusStrip::setHints(const QStringList& verbs) {
  m_verbs = verbs;
  update();
}

QString StatusStrip::hintText(const QString& verb) const {
  return QString(m_keys.hintOf(verb) % u' ' % m_keys.textOf(verb));
}

QStringList StatusStrip::shownHints() const {
  const QFontMetrics metrics(ui::font(FontRole::Small12));
  const QFontMetrics words(ui::font(roleOf(m_health)));
  int room = width() - 2 * sideMargin - static_cast<int>(dot) - 6 -
             words.horizontalAdvance(m_sentence) - 2 * hintGap;
  QStringList shown;
  for (auto verb = m_verbs.rbegin(); verb != m_verbs.rend(); ++verb) {
    const QString text = hintText(*verb);
    room -= metrics.horizontalAdvance(text) + hintGap;
    if (room < 0) break;
    shown.prepend(text);
  }
  return shown;
}

QSize StatusStrip::sizeHint() const { return {800, stripHeight}; }

QSize StatusStrip::minimumSizeHint() const { return {200, stripHeight}; }

void StatusStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Surface));
  paintLine(painter, rect(), Qt::TopEdge, color(Token::Border));
  paintHealth(painter, {sideMargin + 0.5, (height() - dot) / 2 + 0.5, dot, dot}, m_health);
  painter.setFont(ui::font(roleOf(m_health)));
  painter.setPen(color(m_health == StoreHealth::Trouble ? Token::Red : Token::Text2));
  const int left = sideMargin + static_cast<int>(dot) + 7;
  const QString said =
      painter.fontMetrics().elidedText(m_sentence, Qt::ElideRight, width() - left - sideMargin);
  painter.drawText(QRect(left, 1, width() - left, height() - 1), Qt::AlignLeft | Qt::AlignVCenter,
                   said);
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  const QStringList hints = shownHints();
  int x = width() - sideMargin;
  for (auto hint = hints.rbegin(); hint != hints.rend(); ++hint) {
    const int wide = painter.fontMetrics().horizontalAdvance(*hint);
    painter.drawText(QRect(x - wide, 1, wide + 1, height() - 1), Qt::AlignLeft | Qt::AlignVCenter,
                     *hint);
    x -= wide + hintGap;
  }
}

bool StatusStrip::event(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) update();
  return QWidget::event(event);
}

}  // namespace yingda::ui
