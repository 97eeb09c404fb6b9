// SPDX-License-Identifier: GPL-3.0-or-later
// Disc, line and three lines of text; state is a shape and a word, never colour alone.
#include "ui/desk/milestone_paint.h"

#include <QCoreApplication>
#include <QPainter>

#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

using Look = MilestoneNode::Look;

constexpr int disc = 12;
constexpr int lineWidth = 2;
constexpr int discCentre = 6;  // below the top of the box
constexpr int nameCentre = 24;
constexpr int valueCentre = 43;
constexpr int detailCentre = 61;
constexpr int columnGap = 8;
constexpr int linkGap = 6;

QString linkText() { return QCoreApplication::translate("MilestoneStrip", "为什么？"); }

QString dotText() { return QCoreApplication::translate("MilestoneStrip", " · "); }

Token inkOf(const MilestoneNode& node) {
  switch (node.look) {
    case Look::Waiting:
      return Token::BorderStrong;
    case Look::Met:
      return Token::Green;
    case Look::MetLate:
      return Token::Orange;
    case Look::Late:
      return Token::Red;
    case Look::Paused:
      return Token::Text3;
    case Look::Running:
      break;
  }
  return node.tone == ClockText::Tone::Calm ? Token::Accent : clockToken(node.tone);
}

Token valueInk(const MilestoneNode& node) {
  const bool isAlarm = node.tone == ClockText::Tone::Late || node.tone == ClockText::Tone::Soon;
  if (isAlarm) return clockToken(node.tone);
  return node.look == Look::Paused ? Token::Text2 : Token::Text;
}

QRect textRect(const MilestoneBox& box, int centre, int height) {
  return {box.rect.left(), box.rect.top() + centre - height / 2, box.rect.width() - columnGap,
          height};
}

int advance(FontRole role, const QString& text) {
  return QFontMetrics(font(role)).horizontalAdvance(text);
}

bool linkFitsBelow(const MilestoneNode& node, const MilestoneBox& box) {
  const QString line = node.detail + dotText() + linkText();
  return advance(FontRole::Small12, line) <= box.rect.width() - columnGap;
}

void paintLineAndDisc(QPainter& painter, const MilestoneNode& node, const MilestoneBox& box) {
  const QRectF rect = box.rect;
  const double y = rect.top() + discCentre;
  const double left = rect.left() + disc / 2.0;
  const double length = rect.width() - disc / 2.0;
  const QColor ink = color(inkOf(node));
  painter.fillRect(QRectF(left, y - lineWidth / 2.0, length, lineWidth), color(Token::Border));
  const bool isDone = node.look == Look::Met || node.look == Look::MetLate;
  const double share = node.look == Look::Waiting ? 0 : isDone ? 1 : node.share;
  if (share > 0) {
    painter.fillRect(QRectF(left, y - lineWidth / 2.0, length * share, lineWidth), ink);
  }
  QRectF circle(rect.left(), y - disc / 2.0, disc, disc);
  if (node.look == Look::Waiting || node.look == Look::Paused) {
    circle.adjust(1, 1, -1, -1);
    painter.setPen(QPen(ink, 2));
    painter.setBrush(color(Token::Surface));
    painter.drawEllipse(circle);
  } else {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(circle);
  }
  if (node.look == Look::Paused) {
    painter.fillRect(QRectF(circle.center().x() - 2.5, y - 2, 1.6, 4), ink);
    painter.fillRect(QRectF(circle.center().x() + 0.9, y - 2, 1.6, 4), ink);
  }
  if (node.look == Look::Late) {
    // A bar across the disc: overdue is a shape as well as a colour.
    painter.fillRect(QRectF(circle.center().x() - 3, y - 1, 6, 2), color(Token::Surface));
  }
}

}  // namespace

QRect linkRect(const MilestoneNode& node, const MilestoneBox& box) {
  const int wide = advance(FontRole::Small12, linkText());
  if (linkFitsBelow(node, box)) {
    const int lead =
        node.detail.isEmpty() ? 0 : advance(FontRole::Small12, node.detail + dotText());
    const QRect line = textRect(box, detailCentre, 18);
    return {line.left() + lead, line.top(), wide, line.height()};
  }
  const QRect line = textRect(box, nameCentre, 18);
  return {line.left() + advance(FontRole::Strong13, node.name) + linkGap, line.top(), wide,
          line.height()};
}

void paintMilestone(QPainter& painter, const MilestoneNode& node, const MilestoneBox& box) {
  paintLineAndDisc(painter, node, box);
  const auto draw = [&](FontRole role, Token ink, const QRect& rect, const QString& text) {
    painter.setFont(font(role));
    painter.setPen(color(ink));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
  };
  draw(FontRole::Strong13, Token::Text, textRect(box, nameCentre, 18), node.name);
  draw(FontRole::Title15, valueInk(node), textRect(box, valueCentre, 22), node.value);
  const bool isBelow = box.hasLink && linkFitsBelow(node, box);
  const QString detail = isBelow && !node.detail.isEmpty() ? node.detail + dotText() : node.detail;
  const Token detailInk = node.look == Look::MetLate ? Token::Orange : Token::Text2;
  draw(FontRole::Small12, detailInk, textRect(box, detailCentre, 18), detail);
  if (box.hasLink) {
    draw(FontRole::Small12, Token::Accent, linkRect(node, box).adjusted(0, 0, 2, 0), linkText());
  }
  if (box.hasFocus) {
    const QRect under(box.rect.left(), box.rect.bottom() - 1, box.rect.width() - columnGap, 2);
    painter.fillRect(under, color(Token::Accent));
  }
}

}  // namespace yingda::ui
