// SPDX-License-Identifier: GPL-3.0-or-later
// Headings on sunken ground, groups with their counts at the right.
#include "ui/knowledge/piece_groups.h"

#include <QPainter>

#include "ui/kit/paint.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int rowHeight = 30;
constexpr int headingHeight = 32;
constexpr int barWidth = 3;

}  // namespace

QVariant GroupModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const GroupRow& row = rowAt(index.row());
  if (role == Qt::DisplayRole) return row.title;
  if (role == Qt::UserRole) return row.id;
  if (role == Qt::AccessibleTextRole) {
    return row.isHeading() ? row.title : QString(row.title % u' ' % QString::number(row.count));
  }
  return {};
}

Qt::ItemFlags GroupModel::flags(const QModelIndex& index) const {
  const bool isGroup = index.isValid() && !rowAt(index.row()).isHeading();
  return isGroup ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

GroupDelegate::GroupDelegate(const GroupModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model) {}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {1, m_model.rowAt(index.row()).isHeading() ? headingHeight : rowHeight};
}

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const GroupRow& row = m_model.rowAt(index.row());
  const QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
  if (row.isHeading()) {
    painter->fillRect(option.rect, color(Token::Sunken));
    paintText(*painter, inner, Qt::AlignLeft, row.title, FontRole::Small12, Token::Text2);
    return;
  }
  const bool isChosen = option.state.testFlag(QStyle::State_Selected);
  if (isChosen) {
    painter->fillRect(option.rect, color(Token::AccentWeak));
    painter->fillRect(QRect(option.rect.topLeft(), QSize(barWidth, option.rect.height())),
                      color(Token::Accent));
  }
  paintText(*painter, inner.adjusted(0, 0, -56, 0), Qt::AlignLeft, row.title,
            isChosen ? FontRole::Strong13 : FontRole::Body13, Token::Text);
  const bool isUrgent = row.needsPerson && row.count > 0;
  paintText(*painter, inner, Qt::AlignRight, QString::number(row.count),
            isUrgent || isChosen ? FontRole::Strong13 : FontRole::Body13,
            isUrgent || isChosen ? Token::Text : Token::Text2);
}

PieceGroups::PieceGroups(QWidget* parent) : QListView(parent), m_model(new GroupModel(this)) {
  setObjectName(QStringLiteral("knowledge.groups"));
  setAccessibleName(tr("知识的分组"));
  setModel(m_model);
  setItemDelegate(new GroupDelegate(*m_model, this));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
}

void PieceGroups::setRows(const std::vector<GroupRow>& rows) {
  const QString before = current();
  m_model->setRows(rows, [](const GroupRow& row) { return QString(row.id % u'/' % row.title); });
  if (current().isEmpty()) choose(before);
}

QString PieceGroups::current() const {
  const QModelIndex index = currentIndex();
  return index.isValid() ? m_model->rowAt(index.row()).id : QString();
}

void PieceGroups::choose(const QString& id) {
  for (int row = 0; row < m_model->rowCount(); ++row) {
    if (!id.isEmpty() && m_model->rowAt(row).id == id) setCurrentIndex(m_model->index(row, 0));
  }
}

void PieceGroups::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  if (current.isValid()) Q_EMIT chosen(m_model->rowAt(current.row()).id);
}

}  // namespace yingda::ui
