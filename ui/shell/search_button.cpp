// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the search field of the top bar.
#include "ui/shell/search_button.h"

#include <QPainter>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int fieldHeight = 30;
constexpr int padding = 10;

}  // namespace

SearchButton::SearchButton(const QString& hint, QWidget* parent)
    : QAbstractButton(parent), m_hint(hint) {
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setMaximumWidth(sizeHint().width());
}

QSize SearchButton::sizeHint() const { return {240, fieldHeight}; }

QSize SearchButton::minimumSizeHint() const {
  return {keyCapSize(m_hint).width() + 2 * padding - 4, fieldHeight};
}

void SearchButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Token edge = hasFocus()     ? Token::Accent
                     : underMouse() ? Token::FieldEdge
                                    : Token::BorderStrong;
  paintBox(painter, rect(), {color(Token::Surface), color(edge), hasFocus() ? 2.0 : 1.0});
  const QSize cap = keyCapSize(m_hint);
  const QRect capRect(width() - padding + 2 - cap.width(), 0, cap.width(), height());
  painter.setFont(ui::font(FontRole::Body13));
  painter.setPen(color(Token::Text3));
  const QRect words(padding, 0, capRect.left() - padding - 6, height());
  const bool hasRoom = painter.fontMetrics().horizontalAdvance(text()) <= words.width();
  if (hasRoom) painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text());
  QRect place = capRect;
  if (!hasRoom) place.moveLeft((width() - cap.width()) / 2);
  paintKeyCap(painter, place, m_hint, CapLook::OnSurface);
}

}  // namespace yingda::ui
