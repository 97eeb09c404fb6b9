// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of articles and how they are painted.
#include "ui/desk/knowledge_list.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>
#include <algorithm>

#include "ui/kit/badge.h"
#include "ui/kit/paint.h"

namespace yingda::ui {

namespace {

constexpr int sidePadding = 12;
constexpr int edgePadding = 10;
constexpr int titleHeight = 20;
constexpr int lineHeight = 18;
constexpr int linesMost = 2;
/// Characters of a detail before its first mark, so that what was found stands in sight.
constexpr int lead = 16;

/// Lays out at most two lines; gives their number. Draws only with a painter.
int layOutDetail(const KnowledgeRow& row, const QRect& area, QPainter* painter) {
  QString shown = row.detail;
  shown.replace(u'\n', u' ');
  QTextLayout layout(shown, font(FontRole::Small12));
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  QList<QTextLayout::FormatRange> formats;
  for (const Mark& mark : row.detailMarks) {
    QTextLayout::FormatRange range;
    range.start = mark.start;
    range.length = mark.length;
    range.format.setBackground(color(Token::SearchMark));
    range.format.setForeground(color(Token::Text));
    formats.append(range);
  }
  layout.setFormats(formats);
  layout.beginLayout();
  int lines = 0;
  while (lines < linesMost) {
    QTextLine line = layout.createLine();
    if (!line.isValid()) break;
    line.setLineWidth(area.width());
    const bool isCut =
        lines == linesMost - 1 && line.textStart() + line.textLength() < shown.size();
    const QPoint at(area.left(), area.top() + lines * lineHeight);
    if (painter != nullptr && isCut) {
      const QRect rest(at, QSize(area.width(), lineHeight));
      QList<Mark> marks;
      for (Mark mark : row.detailMarks) {
        mark.start -= line.textStart();
        if (mark.start >= 0) marks.append(mark);
      }
      paintMarked(*painter, rest, shown.mid(line.textStart()), marks);
    } else if (painter != nullptr) {
      line.draw(painter, at);
    }
    ++lines;
  }
  layout.endLayout();
  return lines;
}

QRect contentOf(const QRect& rect) {
  return rect.adjusted(sidePadding, edgePadding, -sidePadding, -edgePadding);
}

}  // namespace

std::vector<KnowledgeRow> knowledgeRows(const SearchAnswer& answer, int limit) {
  std::vector<KnowledgeRow> rows;
  for (const SearchHit& hit : answer.hits) {
    if (hit.kind != SearchHit::Kind::Article) continue;
    if (static_cast<int>(rows.size()) == limit) break;
    KnowledgeRow row{hit.id, hit.title, hit.detail, hit.trailing, {}, {}};
    for (const auto& [start, length] : hit.marks) row.marks.append({start, length});
    const int first = hit.detailMarks.empty() ? 0 : hit.detailMarks.front().first;
    const int cut = first > 2 * lead ? first - lead : 0;
    if (cut > 0) row.detail = QStringLiteral("…") + row.detail.mid(cut);
    for (const auto& [start, length] : hit.detailMarks) {
      row.detailMarks.append({start - cut + (cut > 0 ? 1 : 0), length});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

QVariant KnowledgeModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const KnowledgeRow& row = rowAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return row.title;
    case Qt::AccessibleTextRole:
      return QStringList({row.title, row.badge, row.detail}).join(u' ');
    case Qt::UserRole:
      return row.id;
    default:
      return {};
  }
}

KnowledgeDelegate::KnowledgeDelegate(KnowledgeList* view)
    : QStyledItemDelegate(view), m_view(view) {}

void KnowledgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  const auto* model = qobject_cast<const KnowledgeModel*>(index.model());
  if (model == nullptr || m_view->isCut(option.rect)) return;
  const KnowledgeRow& row = model->rowAt(index.row());
  painter->save();
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  if (isSelected) {
    painter->fillRect(option.rect, color(Token::AccentWeak));
    painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                      color(Token::Accent));
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter->fillRect(option.rect, color(Token::Sunken));
  }
  const QRect area = contentOf(option.rect);
  QRect title(area.topLeft(), QSize(area.width(), titleHeight));
  if (!row.badge.isEmpty()) {
    const QSize wants = badgeSize(row.badge);
    paintBadge(*painter, {QPoint(area.right() - wants.width() + 1, area.top()), wants}, row.badge,
               Tone::Neutral);
    title.setRight(area.right() - wants.width() - 8);
  }
  painter->setFont(font(FontRole::Strong13));
  painter->setPen(color(Token::Text));
  paintMarked(*painter, title, row.title, row.marks);
  painter->setFont(font(FontRole::Small12));
  painter->setPen(color(Token::Text2));
  layOutDetail(row, area.adjusted(0, titleHeight, 0, 0), painter);
  if (index.row() + 1 < model->rowCount() && !isSelected) {
    paintLine(*painter, option.rect.adjusted(sidePadding, 0, -sidePadding, 0), Qt::BottomEdge,
              color(Token::Border));
  }
  painter->restore();
}

QSize KnowledgeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto* model = qobject_cast<const KnowledgeModel*>(index.model());
  if (model == nullptr) return {};
  const int width = std::max(m_view->viewport()->width(), 120);
  const QRect area = contentOf({0, 0, width, 100});
  const int lines = layOutDetail(model->rowAt(index.row()), area, nullptr);
  return {width, 2 * edgePadding + titleHeight + lines * lineHeight};
}

KnowledgeList::KnowledgeList(Extent extent, QWidget* parent)
    : QListView(parent), m_extent(extent), m_model(new KnowledgeModel(this)) {
  setModel(m_model);
  setItemDelegate(new KnowledgeDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
  setResizeMode(QListView::Adjust);
  setMouseTracking(true);
  setCursor(Qt::PointingHandCursor);
  setAccessibleName(tr("知识"));
  viewport()->setAutoFillBackground(false);
  if (extent == Extent::Whole) {
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
  }
  connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
    Q_EMIT openAsked(index.data(Qt::UserRole).toString());
  });
}

void KnowledgeList::setRows(const std::vector<KnowledgeRow>& rows) {
  m_model->setRows(rows, [](const KnowledgeRow& row) { return row.id; });
  if (m_extent == Extent::Scrolling) return;
  updateGeometry();
}

bool KnowledgeList::isCut(const QRect& rowRect) const {
  // A row that is taller than the whole list is better cut than not there.
  return m_extent == Extent::Scrolling && rowRect.top() > 0 &&
         rowRect.bottom() >= viewport()->height();
}

QModelIndex KnowledgeList::indexAt(const QPoint& point) const {
  const QModelIndex index = QListView::indexAt(point);
  return index.isValid() && isCut(visualRect(index)) ? QModelIndex() : index;
}

int KnowledgeList::contentHeight() const {
  int height = 0;
  for (int row = 0; row < m_model->rowCount(); ++row) height += sizeHintForRow(row);
  return height;
}

QSize KnowledgeList::sizeHint() const {
  if (m_extent == Extent::Scrolling) return {280, 200};
  return {280, contentHeight()};
}

QSize KnowledgeList::minimumSizeHint() const {
  return m_extent == Extent::Scrolling ? QSize(120, 80) : QSize(120, contentHeight());
}

void KnowledgeList::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
    Q_EMIT openAsked(currentIndex().data(Qt::UserRole).toString());
    return;
  }
  QListView::keyPressEvent(event);
}

void KnowledgeList::resizeEvent(QResizeEvent* event) {
  QListView::resizeEvent(event);
  scheduleDelayedItemsLayout();
  if (m_extent == Extent::Whole) updateGeometry();
}

void KnowledgeList::focusInEvent(QFocusEvent* event) {
  QListView::focusInEvent(event);
  if (!currentIndex().isValid() && m_model->rowCount() > 0) {
    setCurrentIndex(m_model->index(0, 0));
  }
}

}  // namespace yingda::ui
