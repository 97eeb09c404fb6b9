// SPDX-License-Identifier: GPL-3.0-or-later
// Draws both kinds of tabs on top of QTabBar, which brings keys and accessibility.
#include "ui/kit/tab_strip.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int tabPadding = 10;
constexpr int tabGap = 4;
constexpr int countGap = 6;
constexpr int countHeight = 16;
constexpr int pillHeight = 28;
constexpr int pillGap = 4;

void makePlain(QTabBar& bar) {
  bar.setDrawBase(false);
  bar.setUsesScrollButtons(false);
  bar.setElideMode(Qt::ElideNone);
  bar.setFont(font(FontRole::Body13));
}

QString countText(int count) { return count > 99 ? QStringLiteral("99+") : QString::number(count); }

int countWidth(int count) {
  if (count < 0) return 0;
  const int words = QFontMetrics(font(FontRole::Small12)).horizontalAdvance(countText(count));
  return qMax(words + 12, countHeight + 2);
}

int boldWidth(const QString& text) {
  return QFontMetrics(font(FontRole::Strong13)).horizontalAdvance(text);
}

void paintFocus(QPainter& painter, const QRect& rect) {
  paintBox(painter, rect, {std::nullopt, color(Token::Accent), 2.0, 6.0, false});
}

}  // namespace

TabStrip::TabStrip(QWidget* parent) : QTabBar(parent) {
  makePlain(*this);
  setExpanding(false);
  setMouseTracking(true);
}

void TabStrip::setCount(int index, int count) {
  if (this->count(index) == count) return;
  m_counts.insert(index, count);
  // The only public way to make QTabBar measure its tabs again.
  setTabText(index, tabText(index));
  setIconSize(iconSize());
  updateGeometry();
  update();
}

void TabStrip::setBarHeight(int height) {
  m_height = height;
  setIconSize(iconSize());
  updateGeometry();
}

QSize TabStrip::sizeHint() const {
  int width = 0;
  for (int i = 0; i < QTabBar::count(); ++i) {
    if (isTabVisible(i)) width += tabSizeHint(i).width();
  }
  return {width, m_height};
}

QSize TabStrip::minimumSizeHint() const { return sizeHint(); }

QSize TabStrip::tabSizeHint(int index) const {
  const int badge = count(index) < 0 ? 0 : countGap + countWidth(count(index));
  return {boldWidth(tabText(index)) + badge + 2 * tabPadding + tabGap, m_height};
}

void TabStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (int i = 0; i < QTabBar::count(); ++i) {
    if (!isTabVisible(i)) continue;
    const QRect tab = tabRect(i).adjusted(tabGap / 2, 0, -(tabGap - tabGap / 2), 0);
    const bool isCurrent = i == currentIndex();
    const int badge = count(i) < 0 ? 0 : countGap + countWidth(count(i));
    const QRect words = tab.adjusted(tabPadding, 0, -tabPadding - badge, 0);
    painter.setFont(ui::font(isCurrent ? FontRole::Strong13 : FontRole::Body13));
    const bool isStrong = isCurrent || i == m_hovered;
    painter.setPen(color(isStrong && isTabEnabled(i) ? Token::Text : Token::Text2));
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignVCenter, tabText(i));
    if (badge > 0) {
      const QRect pill(words.right() + 1 + countGap, (height() - countHeight) / 2,
                       countWidth(count(i)), countHeight);
      paintBox(painter, pill, {color(Token::Sunken), std::nullopt, 1.0, countHeight / 2.0, false});
      painter.setFont(ui::font(FontRole::Small12));
      painter.setPen(color(Token::Text2));
      painter.drawText(pill, Qt::AlignCenter, countText(count(i)));
    }
    if (isCurrent) {
      const QRect line(tab.left(), height() - 2, tab.width(), 2);
      painter.fillRect(line, color(Token::Accent));
      if (hasFocus()) paintFocus(painter, tab.adjusted(0, 4, 0, -5));
    }
  }
}

void TabStrip::mouseMoveEvent(QMouseEvent* event) {
  const int hovered = tabAt(event->pos());
  if (hovered != m_hovered) {
    m_hovered = hovered;
    update();
  }
  QTabBar::mouseMoveEvent(event);
}

void TabStrip::leaveEvent(QEvent* event) {
  m_hovered = -1;
  update();
  QTabBar::leaveEvent(event);
}

void TabStrip::wheelEvent(QWheelEvent* event) {
  // A wheel that slips off the list must not change the page.
  event->ignore();
}

PillTabs::PillTabs(QWidget* parent) : QTabBar(parent) {
  makePlain(*this);
  setExpanding(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PillTabs::setCount(int index, int count) {
  m_counts.insert(index, count);
  update();
}

QSize PillTabs::sizeHint() const {
  int widest = 0;
  for (int i = 0; i < QTabBar::count(); ++i) {
    const QString shown = count(i) < 0 ? tabText(i) : tabText(i) + u' ' + countText(count(i));
    widest = qMax(widest, boldWidth(shown) + 12);
  }
  return {QTabBar::count() * (widest + pillGap) - pillGap, pillHeight};
}

QSize PillTabs::minimumSizeHint() const { return {QTabBar::count() * 40, pillHeight}; }

QSize PillTabs::tabSizeHint(int index) const {
  const int count = qMax(1, QTabBar::count());
  const int whole = width() + pillGap;
  const int gap = index == count - 1 ? pillGap : 0;
  return {whole * (index + 1) / count - whole * index / count - gap, pillHeight};
}

QSize PillTabs::minimumTabSizeHint(int) const { return {40, pillHeight}; }

void PillTabs::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const int whole = width() + pillGap;
  const int tabs = QTabBar::count();
  for (int i = 0; i < tabs; ++i) {
    const int left = whole * i / tabs;
    const QRect pill(left, 0, whole * (i + 1) / tabs - left - pillGap, height());
    const bool isCurrent = i == currentIndex();
    if (isCurrent) {
      paintBox(painter, pill, {color(Token::Sunken), std::nullopt, 1.0, 6.0, false});
      if (hasFocus()) paintFocus(painter, pill);
    }
    const QString shown = count(i) < 0 ? tabText(i) : tabText(i) + u' ' + countText(count(i));
    painter.setFont(ui::font(isCurrent ? FontRole::Strong13 : FontRole::Body13));
    painter.setPen(color(isCurrent ? Token::Text : Token::Text2));
    paintMarked(painter, pill.adjusted(2, 0, -2, 0), shown, {},
                Qt::AlignHCenter | Qt::AlignVCenter);
  }
}

void PillTabs::resizeEvent(QResizeEvent* event) {
  // Equal parts of the new width: measured again.
  setIconSize(iconSize());
  QTabBar::resizeEvent(event);
}

void PillTabs::wheelEvent(QWheelEvent* event) { event->ignore(); }

}  // namespace yingda::ui
