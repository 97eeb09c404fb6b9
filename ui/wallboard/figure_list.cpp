// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the figures.
#include "ui/wallboard/figure_list.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/kit/paint.h"
#include "ui/wallboard/floor_text.h"

namespace yingda::ui {

namespace {

constexpr int lineHeight = 46;
constexpr int valueWidth = 72;
constexpr int verdictWidth = 56;
constexpr int casesWidth = 96;

bool isEnglish() { return QLocale().language() == QLocale::English; }

QString nameOf(const KpiDefinition& kpi) { return isEnglish() ? kpi.nameEn : kpi.name; }

QString besideOf(const KpiFigure& figure, const KpiDictionary& dictionary) {
  const KpiCounterWords& counter = figure.definition().counter;
  QString words = (isEnglish() ? counter.nameEn : counter.name) % u' ' %
                  figureText(figure.counter().value, counter.unit);
  const KpiDefinition* quality =
      figure.quality() ? dictionary.findOrNull(figure.quality()->id) : nullptr;
  if (!quality) return words;
  return nameOf(*quality) % u' ' % figureText(figure.quality()->value, quality->unit) %
         QStringLiteral("　") % words;
}

}  // namespace

FigureList::FigureList(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("floor.figures"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  setAccessibleName(tr("今日指标"));
  setFocusPolicy(Qt::StrongFocus);
}

void FigureList::set(const std::vector<KpiFigure>& figures, const KpiDictionary& dictionary) {
  m_lines.clear();
  QStringList spoken;
  for (const KpiFigure& figure : figures) {
    Line line;
    line.name = nameOf(figure.definition());
    line.value = figureText(figure.own().value, figure.definition().unit);
    line.verdict = verdictText(figure);
    line.isMissed = figure.isMet() == std::optional(false);
    const QString target = targetText(figure.definition());
    line.cases = target.isEmpty() ? tr("样本 %1").arg(figure.own().n)
                                  : tr("%1　样本 %2").arg(target).arg(figure.own().n);
    line.beside = besideOf(figure, dictionary);
    line.isThin = figure.own().n < kpiCasesLeast;
    m_lines.push_back(line);
    spoken << textOf(count() - 1);
  }
  m_current = std::clamp(m_current, 0, std::max(0, count() - 1));
  setAccessibleDescription(spoken.join(u'\n'));
  updateGeometry();
  update();
}

QString FigureList::textOf(int line) const {
  const Line& one = m_lines[static_cast<size_t>(line)];
  return QStringList{one.name, one.value, one.verdict, one.cases, one.beside}.join(u' ');
}

QSize FigureList::sizeHint() const { return {320, std::max(1, count()) * lineHeight}; }

QSize FigureList::minimumSizeHint() const { return {240, std::max(1, count()) * lineHeight}; }

void FigureList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (hasFocus() && count() > 0) {
    paintBox(painter, QRectF(0, m_current * lineHeight, width(), lineHeight).adjusted(1, 1, -1, -1),
             {std::nullopt, color(Token::Accent), 2.0, 4.0, false});
  }
  int top = 0;
  for (const Line& line : m_lines) {
    int right = width();
    paintText(painter, QRect(right - casesWidth, top + 4, casesWidth, 20), Qt::AlignRight,
              line.cases, FontRole::Small12, Token::Text2);
    right -= casesWidth + 6;
    paintText(painter, QRect(right - verdictWidth, top + 4, verdictWidth, 20), Qt::AlignLeft,
              line.verdict, line.isMissed ? FontRole::Strong13 : FontRole::Body13, Token::Text);
    right -= verdictWidth + 6;
    paintText(painter, QRect(right - valueWidth, top + 4, valueWidth, 20), Qt::AlignRight,
              line.value, FontRole::Strong13, line.isThin ? Token::Text3 : Token::Text);
    right -= valueWidth + 6;
    paintText(painter, QRect(0, top + 4, right, 20), Qt::AlignLeft, line.name, FontRole::Body13,
              Token::Text);
    paintText(painter, QRect(0, top + 23, width(), 18), Qt::AlignLeft, line.beside,
              FontRole::Small12, Token::Text2);
    paintLine(painter, QRect(0, top, width(), lineHeight), Qt::BottomEdge, color(Token::Border));
    top += lineHeight;
  }
}

void FigureList::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
    const int to = m_current + (event->key() == Qt::Key_Up ? -1 : 1);
    m_current = std::clamp(to, 0, std::max(0, count() - 1));
    update();
  } else if (isEnter && m_current < count()) {
    Q_EMIT chosen(m_current);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void FigureList::mouseReleaseEvent(QMouseEvent* event) {
  const int line = event->pos().y() / lineHeight;
  if (!rect().contains(event->pos()) || line >= count()) return;
  m_current = line;
  setFocus(Qt::MouseFocusReason);
  update();
  Q_EMIT chosen(line);
}

void FigureList::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void FigureList::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace yingda::ui
