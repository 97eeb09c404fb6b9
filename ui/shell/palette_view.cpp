// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the palette and moves between them.
#include "ui/shell/palette_view.h"

#include <QPainter>
#include <algorithm>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/level_chip.h"

namespace yingda::ui {

namespace {

constexpr int sidePadding = 20;
constexpr int detailGap = 10;

QString returnSign() { return QStringLiteral("↵"); }

/// Paints what stands at the right and gives the room that is left.
QRect paintTrailing(QPainter& painter, const PaletteRow& row, QRect area, bool isCurrent) {
  if (row.group == PaletteGroup::Commands) {
    QString caps = row.trailing;
    if (isCurrent) caps += (caps.isEmpty() ? QString() : QStringLiteral("\n")) + returnSign();
    if (caps.isEmpty()) return area;
    const QSize size = keyCapSize(caps);
    paintKeyCap(painter, {area.right() - size.width() + 1, area.top(), size.width(), area.height()},
                caps, CapLook::OnSurface);
    area.setRight(area.right() - size.width() - 12);
    return area;
  }
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  const int wants = painter.fontMetrics().horizontalAdvance(row.trailing) + 2;
  const int wide = std::min(wants, area.width() / 2);
  const QRect right(area.right() - wide + 1, area.top(), wide, area.height());
  paintMarked(painter, right, row.trailing, {}, Qt::AlignRight | Qt::AlignVCenter);
  if (!row.trailing.isEmpty()) area.setRight(right.left() - 12);
  return area;
}

void paintWords(QPainter& painter, const PaletteRow& row, QRect area) {
  if (row.level) {
    LevelChip::paint(painter, {area.left(), area.center().y() - LevelChip::side / 2 + 1},
                     *row.level);
    area.setLeft(area.left() + LevelChip::side + 10);
  }
  painter.setFont(font(FontRole::Body13));
  painter.setPen(color(Token::Text));
  const int bold = QFontMetrics(font(FontRole::Strong13)).horizontalAdvance(row.title) + 2;
  const QRect title(area.topLeft(), QSize(std::min(bold, area.width()), area.height()));
  paintMarked(painter, title, row.title, marksOf(row.marks, MarkKind::Accent));
  const QRect rest = area.adjusted(title.width() + detailGap, 0, 0, 0);
  if (row.detail.isEmpty() || rest.width() < 40) return;
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  paintMarked(painter, rest, row.detail, marksOf(row.detailMarks, MarkKind::Accent));
}

}  // namespace

void PaletteModel::show(const std::vector<PaletteRow>& rows) {
  setRows(rows, [](const PaletteRow& row) {
    return QString(QString::number(static_cast<int>(row.group)) % u'/' % row.id);
  });
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const PaletteRow& row = rowAt(index.row());
  if (role == Qt::DisplayRole) return row.title;
  if (role == Qt::AccessibleTextRole) {
    return QStringList({row.title, row.detail, row.trailing}).join(u' ').trimmed();
  }
  return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  if (rowAt(index.row()).isHeading) return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
  return RowModel::flags(index);
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const auto* model = qobject_cast<const PaletteModel*>(index.model());
  if (model == nullptr) return;
  const PaletteRow& row = model->rowAt(index.row());
  painter->save();
  const QRect area = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
  if (row.isHeading) {
    painter->setFont(font(FontRole::Small12));
    painter->setPen(color(Token::Text2));
    painter->drawText(area.adjusted(0, 4, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.title);
    painter->restore();
    return;
  }
  const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
  if (isCurrent) {
    painter->fillRect(option.rect, color(Token::AccentWeak));
    painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                      color(Token::Accent));
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter->fillRect(option.rect, color(Token::Sunken));
  }
  paintWords(*painter, row, paintTrailing(*painter, row, area, isCurrent));
  painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto* model = qobject_cast<const PaletteModel*>(index.model());
  const bool isHeading = model != nullptr && model->rowAt(index.row()).isHeading;
  return {200, isHeading ? headingHeight : rowHeight};
}

PaletteView::PaletteView(QWidget* parent) : QListView(parent), m_model(new PaletteModel(this)) {
  setModel(m_model);
  setItemDelegate(new PaletteDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setFocusPolicy(Qt::NoFocus);
  viewport()->setAutoFillBackground(false);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setAccessibleName(tr("结果"));
}

void PaletteView::setRows(const std::vector<PaletteRow>& rows) {
  m_model->show(rows);
  if (rows.empty()) return;
  const bool isGone =
      !currentIndex().isValid() || rows[static_cast<size_t>(currentRow())].isHeading;
  if (isGone) choose(firstRow());
}

int PaletteView::firstRow() const {
  for (int row = 0; row < m_model->rowCount(); ++row) {
    if (!m_model->rowAt(row).isHeading) return row;
  }
  return -1;
}

void PaletteView::choose(int row) {
  const QModelIndex index = m_model->index(row, 0);
  setCurrentIndex(index);
  // The heading of the first group comes into sight with its first row.
  scrollTo(row > 0 && m_model->rowAt(row - 1).isHeading ? m_model->index(row - 1, 0) : index);
  scrollTo(index);
}

void PaletteView::step(int by) {
  const int count = m_model->rowCount();
  if (firstRow() < 0) return;
  int row = currentRow();
  do {
    row = (row + by + count) % count;
  } while (m_model->rowAt(row).isHeading);
  choose(row);
}

void PaletteView::stepGroup(int by) {
  std::vector<int> firsts;
  int here = 0;
  for (int row = 1; row < m_model->rowCount(); ++row) {
    if (!m_model->rowAt(row - 1).isHeading) continue;
    if (row <= currentRow()) here = static_cast<int>(firsts.size());
    firsts.push_back(row);
  }
  if (firsts.empty()) return;
  const int count = static_cast<int>(firsts.size());
  choose(firsts[static_cast<size_t>((here + by + count) % count)]);
}

int PaletteView::contentHeight() const {
  int height = 0;
  for (int row = 0; row < m_model->rowCount(); ++row) height += sizeHintForRow(row);
  return height;
}

int PaletteView::wholeHeight(int room) const {
  int height = 0;
  for (int row = 0; row < m_model->rowCount(); ++row) {
    const int more = sizeHintForRow(row);
    if (height + more > room) break;
    height += more;
  }
  return height;
}

void PaletteFoot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  const QStringList left{tr("↑↓ 选"), tr("↵ 打开"), tr("Tab 下一组")};
  const QStringList right{tr("> 命令"), tr("@ 业主"), tr("# 工单"),
                          tr("? 知识"), tr("! 话术"), tr("Esc 关闭")};
  int x = sidePadding;
  for (const QString& words : left) {
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, words);
    x += painter.fontMetrics().horizontalAdvance(words) + 20;
  }
  x = width() - sidePadding;
  for (auto words = right.rbegin(); words != right.rend(); ++words) {
    x -= painter.fontMetrics().horizontalAdvance(*words);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, *words);
    x -= 20;
  }
}

}  // namespace yingda::ui
