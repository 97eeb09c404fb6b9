// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of the single controls.
#include <QPainter>
#include <QPalette>
#include <QStyleOption>
#include <algorithm>

#include "ui/kit/glyph.h"
#include "ui/kit/paint.h"
#include "ui/kit/style.h"

namespace yingda::ui {

QPalette paletteOf(bool dark) {
  const auto ink = [dark](Token token) { return colorIn(token, dark); };
  QPalette palette;
  const auto set = [&palette, &ink](QPalette::ColorRole role, Token token) {
    palette.setColor(role, ink(token));
  };
  set(QPalette::Window, Token::Bg);
  set(QPalette::WindowText, Token::Text);
  set(QPalette::Base, Token::Surface);
  set(QPalette::AlternateBase, Token::Sunken);
  set(QPalette::Text, Token::Text);
  set(QPalette::Button, Token::Surface);
  set(QPalette::ButtonText, Token::Text);
  set(QPalette::BrightText, Token::OnAccent);
  set(QPalette::Highlight, Token::Accent);
  set(QPalette::HighlightedText, Token::OnAccent);
  set(QPalette::Link, Token::Accent);
  set(QPalette::LinkVisited, Token::Accent);
  set(QPalette::PlaceholderText, Token::Text3);
  set(QPalette::ToolTipBase, Token::Surface);
  set(QPalette::ToolTipText, Token::Text);
  set(QPalette::Light, Token::Surface);
  set(QPalette::Midlight, Token::Border);
  set(QPalette::Mid, Token::BorderStrong);
  set(QPalette::Dark, Token::FieldEdge);
  set(QPalette::Shadow, Token::BorderStrong);
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
    palette.setColor(QPalette::Disabled, role, ink(Token::Text3));
  }
  palette.setColor(QPalette::Disabled, QPalette::Highlight, ink(Token::Border));
  palette.setColor(QPalette::Disabled, QPalette::Base, ink(Token::Sunken));
  return palette;
}

namespace detail {

namespace {

bool has(const QStyleOption& option, QStyle::StateFlag flag) { return option.state.testFlag(flag); }

Box markBox(const QStyleOption& option, bool isOn) {
  Box box;
  box.fill = color(isOn ? Token::Accent : Token::Surface);
  box.edge = color(isOn || has(option, QStyle::State_HasFocus) ? Token::Accent : Token::FieldEdge);
  if (!has(option, QStyle::State_Enabled)) {
    box.fill = color(isOn ? Token::BorderStrong : Token::Sunken);
    box.edge = color(Token::BorderStrong);
  }
  box.edgeWidth = has(option, QStyle::State_HasFocus) ? 2.0 : 1.0;
  return box;
}

}  // namespace

void drawCheckMark(const QStyleOption& option, QPainter& painter) {
  const bool isPartly = has(option, QStyle::State_NoChange);
  const bool isOn = has(option, QStyle::State_On) || isPartly;
  Box box = markBox(option, isOn);
  box.radius = 4.0;
  paintBox(painter, option.rect, box);
  if (isPartly) {
    const QPointF centre = QRectF(option.rect).center();
    painter.fillRect(QRectF(centre - QPointF(4, 1), QSizeF(8, 2)), color(Token::OnAccent));
  } else if (isOn) {
    paintGlyph(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), Glyph::Check,
               color(Token::OnAccent));
  }
}

void drawRadioMark(const QStyleOption& option, QPainter& painter) {
  const bool isOn = has(option, QStyle::State_On);
  Box box = markBox(option, isOn);
  box.radius = option.rect.height() / 2.0;
  paintBox(painter, option.rect, box);
  if (!isOn) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color(Token::OnAccent));
  painter.drawEllipse(QRectF(option.rect).center(), 3.0, 3.0);
  painter.restore();
}

void drawItemGround(const QStyleOption& option, QPainter& painter) {
  const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
  if (item == nullptr) return;
  if (item->backgroundBrush.style() != Qt::NoBrush) {
    painter.fillRect(option.rect, item->backgroundBrush);
  }
  if (!has(option, QStyle::State_Selected)) return;
  painter.fillRect(option.rect, color(Token::AccentWeak));
  const auto position = item->viewItemPosition;
  if (position == QStyleOptionViewItem::Middle || position == QStyleOptionViewItem::End) return;
  // Tables tell no position: there the first column begins the row.
  if (position == QStyleOptionViewItem::Invalid && item->index.column() > 0) return;
  painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                   color(Token::Accent));
}

void drawHeaderSection(const QStyleOption& option, QPainter& painter) {
  painter.fillRect(option.rect, color(Token::Sunken));
  paintLine(painter, option.rect, Qt::BottomEdge, color(Token::Border));
}

void drawHeaderLabel(const QStyleOption& option, QPainter& painter) {
  const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
  if (header == nullptr) return;
  painter.save();
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  const QRect area = option.rect.adjusted(10, 0, -10, 0);  // in line with the items' text
  const Qt::AlignmentFlag side =
      header->textAlignment.testFlag(Qt::AlignRight) ? Qt::AlignRight : Qt::AlignLeft;
  const QString shown =
      painter.fontMetrics().elidedText(header->text, Qt::ElideRight, area.width());
  painter.drawText(area, static_cast<int>((side | Qt::AlignVCenter).toInt()), shown);
  painter.restore();
}

void drawPushButton(const QStyleOption& option, QPainter& painter) {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
  const bool isFlat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
  Box box;
  if (!isFlat) {
    box.fill = color(Token::Surface);
    box.edge = color(Token::BorderStrong);
  }
  if (has(option, QStyle::State_Enabled)) {
    if (has(option, QStyle::State_MouseOver)) box.fill = color(Token::Sunken);
    if (has(option, QStyle::State_Sunken)) box.fill = color(Token::Border);
    if (has(option, QStyle::State_On)) box.fill = color(Token::AccentWeak);
  }
  if (has(option, QStyle::State_HasFocus)) {
    box.edge = color(Token::Accent);
    box.edgeWidth = 2.0;
  }
  paintBox(painter, option.rect, box);
}

void drawProgress(const QStyleOption& option, QPainter& painter) {
  const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(&option);
  if (bar == nullptr || bar->maximum <= bar->minimum) return;
  const double share =
      (bar->progress - bar->minimum) / static_cast<double>(bar->maximum - bar->minimum);
  QRectF filled(option.rect);
  filled.setWidth(filled.width() * std::clamp(share, 0.0, 1.0));
  if (filled.width() < 1.0) return;
  paintBox(painter, filled, {color(Token::Accent), std::nullopt, 1.0, 4.0, false});
}

void drawComboBox(const QStyleOptionComplex& option, QPainter& painter) {
  const bool isEnabled = has(option, QStyle::State_Enabled);
  paintField(painter, option.rect, {isEnabled, has(option, QStyle::State_HasFocus), false});
  const QRectF square(option.rect.right() - 23, option.rect.center().y() - 5.5, 12, 12);
  paintGlyph(painter, square, Glyph::ChevronDown, color(Token::Text2));
}

QRect scrollBarRect(const QStyle& style, const QStyleOptionComplex& option, QStyle::SubControl part,
                    const QWidget* widget) {
  const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
  if (bar == nullptr) return {};
  const bool isFlat = bar->orientation == Qt::Horizontal;
  const QRect groove = option.rect;
  const int length = isFlat ? groove.width() : groove.height();
  const qint64 range = qint64{bar->maximum} - bar->minimum;
  int sliderLength = length;
  if (range > 0) {
    sliderLength = static_cast<int>(bar->pageStep * qint64{length} / (range + bar->pageStep));
    const int least = style.pixelMetric(QStyle::PM_ScrollBarSliderMin, bar, widget);
    sliderLength = std::min(length, std::max(sliderLength, least));
  }
  const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                    length - sliderLength, bar->upsideDown);
  const auto span = [&groove, isFlat](int from, int to) {
    return isFlat ? QRect(groove.x() + from, groove.y(), to - from, groove.height())
                  : QRect(groove.x(), groove.y() + from, groove.width(), to - from);
  };
  QRect rect;
  switch (part) {
    case QStyle::SC_ScrollBarSlider:
      rect = span(start, start + sliderLength);
      break;
    case QStyle::SC_ScrollBarSubPage:
      rect = span(0, start);
      break;
    case QStyle::SC_ScrollBarAddPage:
      rect = span(start + sliderLength, length);
      break;
    case QStyle::SC_ScrollBarGroove:
      rect = groove;
      break;
    default:
      break;
  }
  return QStyle::visualRect(bar->direction, groove, rect);
}

void drawScrollBar(const QStyle& style, const QStyleOptionComplex& option, QPainter& painter,
                   const QWidget* widget) {
  const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
  if (bar == nullptr || bar->maximum <= bar->minimum) return;
  const QRect slider = scrollBarRect(style, option, QStyle::SC_ScrollBarSlider, widget);
  const bool isActive = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
  Box box;
  box.fill = color(isActive ? Token::FieldEdge : Token::BorderStrong);
  box.radius = 3.0;
  paintBox(painter, QRectF(slider).adjusted(2, 2, -2, -2), box);
}

}  // namespace detail

}  // namespace yingda::ui
