// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the layout how high the content is, and paints the edges where it is cut.
#include "ui/desk/form_scroll.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <algorithm>
#include <vector>

#include "ui/kit/form_field.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int leastHeight = 72;
constexpr int fadeHeight = 24;
// Less than this of a field is a torn line of text.
constexpr int readableHeight = 28;

/// The fields, and what else is shown as one piece.
void collectCells(const QWidget* parent, std::vector<const QWidget*>& cells) {
  for (const QObject* child : parent->children()) {
    const auto* widget = qobject_cast<const QWidget*>(child);
    if (widget == nullptr || widget->isHidden() || widget->isWindow()) continue;
    const bool isPiece = qobject_cast<const FormField*>(widget) || widget->layout() == nullptr;
    isPiece ? cells.push_back(widget) : collectCells(widget, cells);
  }
}

/// What one edge covers: all of a torn line, a soft end of more.
struct Cover {
  int height = 0;
  bool isSoft = false;
};

}  // namespace

/// Lies over the viewport and lets every click through.
class ScrollEdge final : public QWidget {
 public:
  ScrollEdge(const QWidget* content, QWidget* parent) : QWidget(parent), m_content(content) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
  }
  Cover above() const {
    const int edge = -m_content->y();
    return edge > 0
               ? cover([edge](int top, int bottom) { return std::pair(edge - top, bottom - edge); })
               : Cover{};
  }
  Cover below() const {
    const int edge = height() - m_content->y();
    return edge < m_content->height()
               ? cover([edge](int top, int bottom) { return std::pair(bottom - edge, edge - top); })
               : Cover{};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Cover upper = above();
    const Cover lower = below();
    paint(painter, QRect(0, 0, width(), upper.height), upper.isSoft, true);
    paint(painter, QRect(0, height() - lower.height, width(), lower.height), lower.isSoft, false);
  }

 private:
  /// `split` gives of a cell what lies beyond the edge and what lies on this side of it.
  template <class Split>
  Cover cover(Split split) const {
    std::vector<const QWidget*> cells;
    collectCells(m_content, cells);
    int shown = 0;
    int whole = height();
    for (const QWidget* cell : cells) {
      const int top = cell->mapTo(m_content, QPoint()).y();
      const auto [hidden, inside] = split(top, top + cell->height());
      if (inside <= 0) continue;
      // How far a whole cell keeps from the edge bounds what may be covered.
      hidden > 0 ? shown = std::max(shown, inside)
                 : whole = std::min(whole, inside - cell->height());
    }
    if (shown < readableHeight) return {std::min(shown, whole), false};
    return {std::min(fadeHeight, whole), true};
  }
  static void paint(QPainter& painter, const QRect& area, bool isSoft, bool isUpper) {
    if (area.isEmpty()) return;
    const QColor full = color(Token::Surface);
    if (!isSoft || area.height() < 4) {
      painter.fillRect(area, full);
      return;
    }
    QColor none = full;
    none.setAlpha(0);
    // The outermost line of pixels is all surface.
    QLinearGradient gradient(0, area.top() + 1, 0, area.bottom());
    gradient.setColorAt(0, isUpper ? full : none);
    gradient.setColorAt(1, isUpper ? none : full);
    painter.fillRect(area, gradient);
  }

  const QWidget* m_content;
};

FormScroll::FormScroll(QWidget* content, QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  setWidgetResizable(true);
  setWidget(content);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  // The card shows through.
  content->setAutoFillBackground(false);
  viewport()->setAutoFillBackground(false);
  content->installEventFilter(this);
  m_edge = new ScrollEdge(content, this);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, m_edge, qOverload<>(&QWidget::update));
}

int FormScroll::coveredAbove() const { return m_edge->above().height; }

int FormScroll::coveredBelow() const { return m_edge->below().height; }

void FormScroll::placeEdge() {
  m_edge->setGeometry(viewport()->geometry());
  m_edge->raise();
  m_edge->update();
}

int FormScroll::contentHeight() const {
  const QLayout* layout = widget()->layout();
  if (layout && layout->hasHeightForWidth() && width() > 0) {
    return layout->heightForWidth(width());
  }
  return widget()->sizeHint().height();
}

QSize FormScroll::sizeHint() const { return {widget()->sizeHint().width(), contentHeight()}; }

QSize FormScroll::minimumSizeHint() const { return {320, qMin(leastHeight, contentHeight())}; }

void FormScroll::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) updateGeometry();
  placeEdge();
}

bool FormScroll::eventFilter(QObject* watched, QEvent* event) {
  const bool passed = QScrollArea::eventFilter(watched, event);
  if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
  if (watched == widget() && event->type() == QEvent::Resize) placeEdge();
  return passed;
}

}  // namespace yingda::ui
