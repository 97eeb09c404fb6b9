// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cards of the first question.
#include "ui/shell/first_run_parts.h"

#include <QPainter>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int cardHeight = 72;
constexpr double markSide = 16.0;

void paintRadio(QPainter& painter, const QPointF& centre, bool isChecked) {
  painter.setRenderHint(QPainter::Antialiasing);
  const double half = markSide / 2;
  if (isChecked) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Accent));
    painter.drawEllipse(centre, half, half);
    painter.setBrush(color(Token::OnAccent));
    painter.drawEllipse(centre, 3.0, 3.0);
  } else {
    painter.setPen(QPen(color(Token::FieldEdge), 1.5));
    painter.setBrush(color(Token::Surface));
    painter.drawEllipse(centre, half - 0.75, half - 0.75);
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace

ChoiceCard::ChoiceCard(int digit, QWidget* parent)
    : QAbstractButton(parent), m_digit(QString::number(digit)) {
  setCheckable(true);
  setAutoExclusive(true);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceCard::set(const QString& title, const QString& detail) {
  setText(title);
  m_detail = detail;
  setAccessibleName(title);
  setAccessibleDescription(detail);
  update();
}

QSize ChoiceCard::sizeHint() const { return {480, cardHeight}; }

QSize ChoiceCard::minimumSizeHint() const { return {240, cardHeight}; }

void ChoiceCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isStrong = isChecked() || hasFocus();
  const Token edge = isStrong ? Token::Accent : underMouse() ? Token::BorderStrong : Token::Border;
  paintBox(painter, rect(),
           {color(isChecked() ? Token::AccentWeak : Token::Surface), color(edge),
            isStrong ? 2.0 : 1.0, 8.0});
  if (hasFocus()) {
    paintBox(painter, QRectF(rect()).adjusted(4, 4, -4, -4),
             {std::nullopt, color(Token::Accent), 1.0, 5.0, true});
  }
  paintRadio(painter, {25.0, 26.0}, isChecked());
  const QSize cap = keyCapSize(m_digit);
  const QRect capRect(width() - 16 - cap.width(), 16, cap.width(), 20);
  paintKeyCap(painter, capRect, m_digit, CapLook::OnSurface);
  painter.setFont(ui::font(FontRole::Title15));
  painter.setPen(color(Token::Text));
  paintMarked(painter, {48, 14, capRect.left() - 60, 24}, text(), {});
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  paintMarked(painter, {48, 38, width() - 64, 20}, m_detail, {});
}

}  // namespace yingda::ui
