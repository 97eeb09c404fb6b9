// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the chip's words and draws its shape.
#include "ui/shell/sync_chip.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/sync_text.h"

namespace yingda::ui {

namespace {

constexpr int chipHeight = 20;
constexpr int padding = 7;
constexpr double shapeSide = 8.0;
constexpr int shapeGap = 5;

QPainterPath trianglePath(const QRectF& square) {
  QPainterPath path;
  path.moveTo(square.center().x(), square.top() - 0.5);
  path.lineTo(square.right() + 1, square.bottom());
  path.lineTo(square.left() - 1, square.bottom());
  path.closeSubpath();
  return path;
}

QString joined(const QStringList& parts) {
  QStringList said;
  for (const QString& part : parts) {
    if (!part.isEmpty()) said << part;
  }
  return said.join(QStringLiteral(" · "));
}

/// What needs a person, or still has to go; empty when there is nothing.
QString countsText(const SyncView& view) {
  return joined({view.unsent > 0 ? unsentText(view.unsent) : QString(),
                 view.conflicts > 0 ? conflictsText(view.conflicts) : QString(),
                 view.refusals > 0 ? refusalsText(view.refusals) : QString()});
}

}  // namespace

SyncShape syncShape(const SyncView& view) {
  using State = SyncView::State;
  switch (view.state) {
    case State::Alone:
      return SyncShape::Disc;
    case State::Connecting:
    case State::Offline:
      return SyncShape::Ring;
    case State::Refused:
    case State::Stopped:
      return SyncShape::Triangle;
    case State::Pushing:
      return SyncShape::Up;
    case State::Copying:
      return SyncShape::Down;
    case State::Live:
      return view.unsent > 0 ? SyncShape::Up : SyncShape::Disc;
  }
  return SyncShape::Disc;
}

void paintSyncShape(QPainter& painter, const QRectF& square, SyncShape shape) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = color(Token::Text);
  switch (shape) {
    case SyncShape::Disc:
      painter.setPen(Qt::NoPen);
      painter.setBrush(color(Token::Text2));
      painter.drawEllipse(square);
      break;
    case SyncShape::Ring:
      painter.setPen(QPen(ink, 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(square.adjusted(1, 1, -1, -1));
      break;
    case SyncShape::Up:
    case SyncShape::Down: {
      const double middle = square.center().x();
      const bool isUp = shape == SyncShape::Up;
      const double tip = isUp ? square.top() : square.bottom();
      const double wing = tip + (isUp ? 1 : -1) * square.height() * 0.45;
      painter.setPen(QPen(color(Token::Accent), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      painter.drawLine(QPointF(middle, square.top()), QPointF(middle, square.bottom()));
      painter.drawPolyline(QPolygonF{QPointF(square.left() + 0.5, wing), QPointF(middle, tip),
                                     QPointF(square.right() - 0.5, wing)});
      break;
    }
    case SyncShape::Triangle:
      painter.fillPath(trianglePath(square), color(Token::Red));
      break;
  }
  painter.restore();
}

SyncWords syncWords(const SyncView& view, Instant now) {
  using State = SyncView::State;
  SyncWords words;
  switch (view.state) {
    case State::Alone:
      return words;
    case State::Connecting:
      words.text = words.brief = connectingText();
      break;
    case State::Offline:
      words.text = offlineText(view.seenAt, now);
      words.brief = offlineWord();
      words.detail = offlineCalmText() % QChar(u'\n') % troubleAdvice(view.reason);
      break;
    case State::Refused:
    case State::Stopped:
      words.text = words.brief = troubleText(view.reason);
      words.detail = troubleAdvice(view.reason);
      break;
    case State::Pushing:
      words.text = pushingText(view.unsent);
      words.brief = unsentText(view.unsent);
      break;
    case State::Copying:
      words.text = copyingText(view.copied);
      words.brief = countText(view.copied);
      break;
    case State::Live:
      words.text = words.brief = countsText(view);
      if (view.standbyAge) {
        words.text = words.brief = standbyText(*view.standbyAge);
        words.detail = standbyAdvice();
      }
      if (words.text.isEmpty()) words.text = words.brief = syncedText();
      break;
  }
  for (const QString& more : {clockOffsetText(view.clockOffset), countsText(view), view.server}) {
    if (more.isEmpty()) continue;
    words.detail = words.detail.isEmpty() ? more : QString(words.detail % QChar(u'\n') % more);
  }
  return words;
}

SyncChip::SyncChip(QWidget* parent) : QAbstractButton(parent) {
  setObjectName(QStringLiteral("syncChip"));
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFont(ui::font(FontRole::Small12));
  hide();
}

void SyncChip::set(SyncShape shape, const SyncWords& words) {
  m_shape = shape;
  m_words = words;
  refresh();
}

void SyncChip::setBrief(bool isBrief) {
  if (m_isBrief == isBrief) return;
  m_isBrief = isBrief;
  refresh();
}

void SyncChip::setHint(const QString& hint) {
  m_hint = hint;
  refresh();
}

void SyncChip::refresh() {
  setText(shown());
  setAccessibleName(m_words.text);
  setAccessibleDescription(m_words.detail);
  //: The tool tip of the chip: sentences, then the key that opens the inbox.
  const QString key = m_hint.isEmpty() ? QString() : tr("%1 看冲突和未发送").arg(m_hint);
  setToolTip(m_words.detail.isEmpty() ? key : QString(m_words.detail % QChar(u'\n') % key));
  setVisible(!m_words.text.isEmpty());
  updateGeometry();
  update();
}

int SyncChip::wholeWidth() const {
  return fontMetrics().horizontalAdvance(m_words.text) + 2 * padding + shapeGap +
         static_cast<int>(shapeSide);
}

QSize SyncChip::sizeHint() const {
  return {fontMetrics().horizontalAdvance(shown()) + 2 * padding + shapeGap +
              static_cast<int>(shapeSide),
          chipHeight};
}

void SyncChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isCalm = m_shape == SyncShape::Disc && !hasFocus();
  Box box;
  box.radius = 5.0;
  if (!isCalm || underMouse()) box.fill = color(Token::Sunken);
  box.edge = color(hasFocus() ? Token::Accent : isCalm ? Token::Border : Token::BorderStrong);
  if (hasFocus()) box.edgeWidth = 2.0;
  paintBox(painter, rect(), box);
  paintSyncShape(painter, {1.0 * padding, (height() - shapeSide) / 2, shapeSide, shapeSide},
                 m_shape);
  painter.setFont(font());
  painter.setPen(color(isCalm ? Token::Text2 : Token::Text));
  const int left = padding + static_cast<int>(shapeSide) + shapeGap;
  painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                   shown());
}

}  // namespace yingda::ui
