// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows and keeps the choice.
#include "ui/training/row_list.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include "ui/kit/glyph.h"
#include "ui/kit/paint.h"
#include "ui/parts/level_chip.h"

namespace yingda::ui {

namespace {

constexpr int rowHeight = 48;
constexpr int margin = 12;
constexpr int boxSide = 16;

class RowDelegate final : public QStyledItemDelegate {
 public:
  explicit RowDelegate(RowList& list) : QStyledItemDelegate(&list), m_list(list) {}
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {200, rowHeight};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const ListRow& row = m_list.rowAt(index.row());
    paintRowGround(*painter, option);
    QRect area = option.rect.adjusted(margin, 5, -margin, -5);
    if (m_list.isCheckable()) area = paintTick(*painter, area, index);
    if (row.level) {
      LevelChip::paint(*painter, {area.left(), area.center().y() - LevelChip::side / 2},
                       *row.level);
      area.setLeft(area.left() + LevelChip::side + 10);
    }
    if (m_list.leadWidth() > 0) {
      paintText(*painter, QRect(area.left(), area.top(), m_list.leadWidth(), area.height() / 2),
                Qt::AlignLeft, row.lead, FontRole::Strong13, row.leadInk);
      area.setLeft(area.left() + m_list.leadWidth() + 6);
    }
    const QRect top(area.left(), area.top(), area.width(), area.height() / 2);
    const QRect below = top.translated(0, area.height() / 2);
    paintLine(*painter, row, top, below);
  }

 private:
  static QRect paintTick(QPainter& painter, QRect area, const QModelIndex& index) {
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRect box(area.left(), area.center().y() - boxSide / 2, boxSide, boxSide);
    paintBox(painter, box,
             {color(isOn ? Token::Accent : Token::Surface),
              color(isOn ? Token::Accent : Token::FieldEdge), 1.0, 3.0, false});
    if (isOn) paintGlyph(painter, box, Glyph::Check, color(Token::OnAccent));
    area.setLeft(area.left() + boxSide + 10);
    return area;
  }
  static void paintLine(QPainter& painter, const ListRow& row, QRect top, QRect below) {
    if (!row.badge.isEmpty()) {
      const QSize size = badgeSize(row.badge);
      const QRect place(below.right() - size.width(), below.center().y() - size.height() / 2,
                        size.width(), size.height());
      paintBadge(painter, place, row.badge, row.tone);
      below.setRight(place.left() - 8);
    }
    if (!row.trailing.isEmpty()) {
      const int width = QFontMetrics(font(FontRole::Strong13)).horizontalAdvance(row.trailing) + 4;
      paintText(painter, QRect(top.right() - width, top.top(), width, top.height()), Qt::AlignRight,
                row.trailing, FontRole::Strong13, Token::Text);
      top.setRight(top.right() - width - 8);
    }
    const Token ink = row.isDim ? Token::Text3 : Token::Text;
    paintText(painter, top, Qt::AlignLeft, row.title, FontRole::Body13, ink);
    paintText(painter, below, Qt::AlignLeft, row.detail, FontRole::Small12, Token::Text2);
  }

  RowList& m_list;
};

}  // namespace

RowList::RowList(QWidget* parent) : QListWidget(parent) {
  setFrameShape(QFrame::NoFrame);
  setUniformItemSizes(true);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
  setItemDelegate(new RowDelegate(*this));
  connect(this, &QListWidget::currentRowChanged, this, [this] {
    if (!m_isFilling) Q_EMIT currentKeyChanged(currentKey());
  });
  connect(this, &QListWidget::itemDoubleClicked, this, [this] { Q_EMIT chosen(currentKey()); });
}

void RowList::setRows(const std::vector<ListRow>& rows) {
  const QString before = currentKey();
  const QStringList ticked = checkedKeys();
  {
    m_isFilling = true;
    m_rows = rows;
    while (count() > static_cast<int>(rows.size())) delete takeItem(count() - 1);
    while (count() < static_cast<int>(rows.size())) addItem(new QListWidgetItem);
    int current = rows.empty() ? -1 : 0;
    for (int i = 0; i < count(); ++i) {
      const ListRow& row = rowAt(i);
      QStringList words{row.lead, row.title, row.trailing, row.detail, row.badge};
      words.removeAll(QString());
      item(i)->setText(words.join(u' '));
      if (m_isCheckable) {
        item(i)->setCheckState(ticked.contains(row.key) ? Qt::Checked : Qt::Unchecked);
      }
      if (row.key == before) current = i;
    }
    setCurrentRow(current);
    m_isFilling = false;
  }
  viewport()->update();
  Q_EMIT currentKeyChanged(currentKey());
}

QString RowList::currentKey() const {
  const int row = currentRow();
  return row < 0 || row >= static_cast<int>(m_rows.size()) ? QString() : rowAt(row).key;
}

void RowList::choose(const QString& key) {
  for (int i = 0; i < count(); ++i) {
    if (rowAt(i).key == key) setCurrentRow(i);
  }
}

QStringList RowList::checkedKeys() const {
  QStringList keys;
  for (int i = 0; i < count() && i < static_cast<int>(m_rows.size()); ++i) {
    if (m_isCheckable && item(i)->checkState() == Qt::Checked) keys << rowAt(i).key;
  }
  return keys;
}

void RowList::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && event->modifiers() == Qt::NoModifier) {
    if (!currentKey().isEmpty()) Q_EMIT chosen(currentKey());
  } else {
    QListWidget::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
