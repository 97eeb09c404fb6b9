// SPDX-License-Identifier: GPL-3.0-or-later
// Draws key caps and the buttons that carry them.
#include "ui/kit/key_hint.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int capHeight = 18;
constexpr int capPadding = 5;
constexpr int capGap = 4;
constexpr int hintGap = 6;
constexpr int buttonPadding = 13;

int heightOf(HintButton::Size size) {
  switch (size) {
    case HintButton::Size::Small:
      return 24;
    case HintButton::Size::Normal:
      return 30;
    case HintButton::Size::Large:
      return 40;
  }
  return 30;
}

int paddingOf(HintButton::Size size) {
  return size == HintButton::Size::Large ? buttonPadding + 8 : buttonPadding;
}

QFont fontOf(HintButton::Size size) {
  QFont result = font(FontRole::Body13);
  if (size == HintButton::Size::Large) result.setPixelSize(15);
  return result;
}

struct Ground {
  Box box;
  QColor ink;
};

Ground groundOf(HintButton::Look look, bool isHot, bool isDown) {
  const Token pressed = isDown ? Token::Border : Token::Sunken;
  Ground ground;
  ground.ink = color(Token::Text);
  switch (look) {
    case HintButton::Look::Outlined:
      ground.box.fill = color(isHot ? pressed : Token::Surface);
      ground.box.edge = color(Token::BorderStrong);
      break;
    case HintButton::Look::Filled:
      ground.box.fill = color(Token::Accent);
      if (isHot) ground.box.fill = ground.box.fill->darker(isDown ? 125 : 112);
      ground.ink = color(Token::OnAccent);
      break;
    case HintButton::Look::Danger:
      ground.box.fill = color(isHot ? Token::RedWeak : Token::Surface);
      ground.box.edge = color(Token::Red);
      ground.ink = color(Token::Red);
      break;
    case HintButton::Look::Quiet:
      if (isHot) ground.box.fill = color(pressed);
      ground.ink = color(Token::Text2);
      break;
    case HintButton::Look::Link:
      if (isHot) ground.box.fill = color(Token::AccentWeak);
      ground.ink = color(Token::Accent);
      break;
  }
  return ground;
}

}  // namespace

QSize keyCapSize(const QString& hint) {
  if (hint.isEmpty()) return {};
  const QFontMetrics metrics(font(FontRole::Small12));
  const QStringList caps = hint.split(u'\n');
  int width = capGap * static_cast<int>(caps.size() - 1);
  for (const QString& cap : caps) {
    width += std::max(metrics.horizontalAdvance(cap) + 2 * capPadding, capHeight - 1);
  }
  return {width, capHeight};
}

void paintKeyCap(QPainter& painter, const QRect& rect, const QString& hint, CapLook look) {
  painter.save();
  painter.setFont(font(FontRole::Small12));
  int left = rect.left();
  for (const QString& cap : hint.split(u'\n')) {
    const QRect area(left, rect.center().y() - capHeight / 2 + 1, keyCapSize(cap).width(),
                     capHeight);
    Box box;
    box.radius = 4.0;
    QColor ink = color(Token::Text3);
    if (look == CapLook::OnAccent) {
      ink = color(Token::OnAccent);
      QColor edge = ink;
      edge.setAlphaF(0.4F);
      box.edge = edge;
    } else {
      box.fill = color(Token::Sunken);
      box.edge = color(Token::BorderStrong);
    }
    paintBox(painter, area, box);
    painter.setPen(ink);
    painter.drawText(area, Qt::AlignCenter, cap);
    left += area.width() + capGap;
  }
  painter.restore();
}

KeyHint::KeyHint(const QString& hint, QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setHint(hint);
}

void KeyHint::setHint(const QString& hint) {
  m_hint = hint;
  setAccessibleName(hint);
  updateGeometry();
  update();
}

QSize KeyHint::sizeHint() const { return keyCapSize(m_hint); }

void KeyHint::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintKeyCap(painter, rect(), m_hint, CapLook::OnSurface);
}

HintButton::HintButton(const QString& text, const QString& hint, QWidget* parent)
    : QPushButton(text, parent) {
  setAutoDefault(false);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFont(fontOf(m_size));
  setHint(hint);
}

void HintButton::setLook(Look look) {
  m_look = look;
  update();
}

void HintButton::setSize(Size size) {
  m_size = size;
  setFont(fontOf(size));
  updateGeometry();
  update();
}

void HintButton::setHint(const QString& hint) {
  m_hint = hint;
  setAccessibleDescription(hint);
  updateGeometry();
  update();
}

QSize HintButton::sizeHint() const {
  int width = fontMetrics().horizontalAdvance(text()) + 2 * paddingOf(m_size);
  if (!m_hint.isEmpty()) width += hintGap + keyCapSize(m_hint).width();
  return {width, heightOf(m_size)};
}

void HintButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  Ground ground = groundOf(m_look, isEnabled() && (underMouse() || isDown()), isDown());
  if (!isEnabled()) {
    ground.ink = color(Token::Text3);
    if (m_look == Look::Filled) ground.box.fill = color(Token::Sunken);
    if (ground.box.edge || m_look == Look::Filled) ground.box.edge = color(Token::Border);
  }
  if (isChecked()) {
    ground.box.fill = color(Token::AccentWeak);
    ground.box.edge = color(Token::Accent);
    ground.ink = color(Token::Accent);
  }
  const bool isSolid = m_look == Look::Filled && isEnabled() && !isChecked();
  if (hasFocus() && !isSolid) {
    ground.box.edge = color(Token::Accent);
    ground.box.edgeWidth = 2.0;
  }
  paintBox(painter, rect(), ground.box);
  if (hasFocus() && isSolid) {
    paintBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2),
             {std::nullopt, color(Token::OnAccent), 1.5, 4.0, false});
  }
  const QSize cap = keyCapSize(m_hint);
  const int words = fontMetrics().horizontalAdvance(text());
  const int content = words + (m_hint.isEmpty() ? 0 : hintGap + cap.width());
  const int left = (width() - content) / 2;
  painter.setFont(font());
  painter.setPen(ground.ink);
  painter.drawText(QRect(left, 0, words + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
  if (m_hint.isEmpty()) return;
  const QRect area(left + words + hintGap, (height() - cap.height()) / 2, cap.width(),
                   cap.height());
  paintKeyCap(painter, area, m_hint, isSolid ? CapLook::OnAccent : CapLook::OnSurface);
}

void HintButton::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  if (isEnter && modifiers == Qt::NoModifier) {
    click();
    return;
  }
  QPushButton::keyPressEvent(event);
}

}  // namespace yingda::ui
