// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the parts of the script pane and lays its answers out.
#include "ui/desk/script_parts.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/glyph.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

CapButton::CapButton(const QString& name, const QString& hint, QWidget* parent)
    : QAbstractButton(parent), m_hint(hint) {
  setText(name);
  setAccessibleName(name);
  setToolTip(name);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize CapButton::sizeHint() const { return keyCapSize(m_hint) + QSize(0, 4); }

void CapButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!isEnabled()) painter.setOpacity(0.45);
  paintKeyCap(painter, rect().adjusted(0, 1, 0, -1), m_hint, CapLook::OnSurface);
  if (hasFocus() || (isEnabled() && underMouse())) {
    const QRectF cap(0, (height() - 18) / 2.0, width(), 18);
    paintBox(painter, cap, {std::nullopt, color(Token::Accent), hasFocus() ? 2.0 : 1.0, 4.0});
  }
}

ScriptTitle::ScriptTitle(QWidget* parent) : QAbstractButton(parent) {
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setFont(ui::font(FontRole::Small12));
}

void ScriptTitle::set(const QString& title, const QString& progress, const QString& brief) {
  setText(title);
  m_progress = progress;
  m_brief = brief;
  setToolTip(title);
  setAccessibleName(tr("换话术，现在是《%1》%2").arg(title, progress));
  update();
}

QSize ScriptTitle::sizeHint() const {
  const QString all = text() + QStringLiteral(" · ") + m_progress;
  return {fontMetrics().horizontalAdvance(all) + 20, 22};
}

QSize ScriptTitle::minimumSizeHint() const { return {60, 22}; }

void ScriptTitle::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isHot = underMouse() || hasFocus();
  painter.setPen(color(isHot ? Token::Accent : Token::Text2));
  constexpr int chevron = 16;
  const auto tailOf = [](const QString& words) {
    return words.isEmpty() ? QString() : QString(QStringLiteral(" · ") % words);
  };
  QString tail = tailOf(m_progress);
  if (fontMetrics().horizontalAdvance(text() + tail) > width() - chevron) tail = tailOf(m_brief);
  const int room = width() - chevron - fontMetrics().horizontalAdvance(tail);
  const QString head = fontMetrics().elidedText(text(), Qt::ElideRight, std::max(room, 24));
  const QString line = head + tail;
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, line);
  const int left = fontMetrics().horizontalAdvance(line) + 4;
  paintGlyph(painter, QRectF(left, (height() - 12) / 2.0, 12, 12), Glyph::ChevronDown,
             color(isHot ? Token::Accent : Token::Text3));
}

ScriptSentenceBox::ScriptSentenceBox(QWidget* parent)
    : QWidget(parent), m_text(new RichLabel(FontRole::Title15, Token::Text, this)) {
  m_text->setLineSpacing(1.6);
  QFont plain = m_text->font();
  plain.setWeight(QFont::Normal);
  m_text->setFont(plain);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 10);
  column->addWidget(m_text);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void ScriptSentenceBox::setSentence(const ScriptSentence& sentence) {
  m_text->setToken(Token::Text);
  m_text->setText(sentence.text, marksOf(sentence.values, MarkKind::Strong));
  setAccessibleName(sentence.text);
}

void ScriptSentenceBox::setLarge(bool large) {
  m_text->setRole(large ? FontRole::Big20 : FontRole::Title15);
}

void ScriptSentenceBox::setNote(const QString& note) {
  m_text->setToken(Token::Text2);
  m_text->setText(note);
  setAccessibleName(note);
}

void ScriptSentenceBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::AccentWeak), std::nullopt, 1.0, 6.0, false});
}

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem* item) { m_items.append(item); }

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return layOut({0, 0, width, 0}, false); }

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  layOut(rect, true);
}

QSize FlowLayout::sizeHint() const {
  int width = 0;
  for (const QLayoutItem* item : m_items) {
    if (!item->isEmpty()) width += item->sizeHint().width() + m_gap;
  }
  return {std::max(0, width - m_gap), minimumSize().height()};
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : m_items) {
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  }
  return size;
}

int FlowLayout::layOut(const QRect& rect, bool isReal) const {
  int x = rect.left();
  int y = rect.top();
  int lineHeight = 0;
  for (QLayoutItem* item : m_items) {
    if (item->isEmpty()) continue;
    QSize size = item->sizeHint();
    size.setWidth(std::min(size.width(), std::max(rect.width(), 1)));
    if (x > rect.left() && x + size.width() > rect.right() + 1) {
      x = rect.left();
      y += lineHeight + m_gap;
      lineHeight = 0;
    }
    if (isReal) item->setGeometry({QPoint(x, y), size});
    x += size.width() + m_gap;
    lineHeight = std::max(lineHeight, size.height());
  }
  return y + lineHeight - rect.top();
}

}  // namespace yingda::ui
