// SPDX-License-Identifier: GPL-3.0-or-later
// Paints how the store is and the keys that help now.
#include "ui/shell/status_strip.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int stripHeight = 28;
constexpr int sideMargin = 12;
constexpr int hintGap = 16;
constexpr double dot = 8.0;
constexpr int dotRoom = 15;  // the sign and the gap to its words

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

/// The state is said plainly, what is counted in bold.
QFont partFont(qsizetype part) {
  QFont face = font(FontRole::Small12);
  face.setBold(part > 0);
  return face;
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
  describe();
}

void StatusStrip::setSync(SyncShape shape, const QStringList& parts) {
  if (m_shape == shape && m_syncParts == parts) return;
  m_shape = shape;
  m_syncParts = parts;
  describe();
}

void StatusStrip::describe() {
  QStringList said;
  if (saysStore()) said << m_sentence;
  if (!m_syncParts.isEmpty()) said << syncSentence();
  setAccessibleName(said.join(QStringLiteral(" · ")));
  update();
}

/// That all is saved goes without saying where the floor has something to say.
bool StatusStrip::saysStore() const {
  return m_health != StoreHealth::Saved || m_syncParts.isEmpty();
}

int StatusStrip::wordsWidth() const {
  int width = 0;
  if (saysStore()) {
    width += dotRoom + QFontMetrics(ui::font(roleOf(m_health))).horizontalAdvance(m_sentence);
  }
  for (qsizetype i = 0; i < m_syncParts.size(); ++i) {
    width += QFontMetrics(partFont(i)).horizontalAdvance(m_syncParts[i]) + hintGap;
  }
  return m_syncParts.isEmpty() ? width : width + dotRoom;
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
  int room = width() - 2 * sideMargin - wordsWidth() - 2 * hintGap;
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

int StatusStrip::paintStore(QPainter& painter, int left) const {
  paintHealth(painter, {left + 0.5, (height() - dot) / 2 + 0.5, dot, dot}, m_health);
  painter.setFont(ui::font(roleOf(m_health)));
  painter.setPen(color(m_health == StoreHealth::Trouble ? Token::Red : Token::Text2));
  const int start = left + dotRoom;
  const QString said =
      painter.fontMetrics().elidedText(m_sentence, Qt::ElideRight, width() - start - sideMargin);
  painter.drawText(QRect(start, 1, width() - start, height() - 1), Qt::AlignLeft | Qt::AlignVCenter,
                   said);
  return start + painter.fontMetrics().horizontalAdvance(said);
}

void StatusStrip::paintSync(QPainter& painter, int left) const {
  paintSyncShape(painter, {left + 0.5, (height() - dot) / 2 + 0.5, dot, dot}, m_shape);
  int x = left + dotRoom;
  for (qsizetype i = 0; i < m_syncParts.size(); ++i) {
    painter.setFont(partFont(i));
    painter.setPen(color(i == 0 ? Token::Text2 : Token::Text));
    const QString part = painter.fontMetrics().elidedText(m_syncParts[i], Qt::ElideRight,
                                                          std::max(0, width() - x - sideMargin));
    painter.drawText(QRect(x, 1, width() - x, height() - 1), Qt::AlignLeft | Qt::AlignVCenter,
                     part);
    x += painter.fontMetrics().horizontalAdvance(part) + hintGap;
  }
}

void StatusStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Surface));
  paintLine(painter, rect(), Qt::TopEdge, color(Token::Border));
  int left = sideMargin;
  if (saysStore()) left = paintStore(painter, left) + hintGap;
  if (!m_syncParts.isEmpty()) paintSync(painter, left);
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
