// SPDX-License-Identifier: GPL-3.0-or-later
// Spreads opened folds into rows and tells views about the ranges.
#include "ui/desk/why_model.h"

#include "ui/kit/row_diff.h"

namespace yingda::ui {

namespace {

qint64 keyOf(const WhyRow& row) {
  // A change has no length and begins where the next row begins.
  const qint64 isChange = row.start == row.end ? 1 : 0;
  return (toMs(row.start) * 4 + static_cast<qint64>(row.kind)) * 2 + isChange;
}

QString numberText(qint64 number) { return QString::number(number); }

}  // namespace

void WhyModel::set(const Account& account, Instant now) {
  if (account.milestoneId != m_milestoneId) m_open.clear();
  m_milestoneId = account.milestoneId;
  m_now = now;
  m_folded = whyRows(account, now);
  spread();
}

bool WhyModel::setOpen(int row, bool open) {
  if (row < 0 || row >= rowCount()) return false;
  const WhyRow& fold = rowAt(row);
  if (fold.kind != WhyRow::Kind::Folded || isOpen(row) == open) return false;
  const qint64 key = keyOf(fold);
  if (open) {
    m_open.insert(key);
  } else {
    m_open.remove(key);
  }
  spread();
  Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
  return true;
}

bool WhyModel::isOpen(int row) const { return m_open.contains(keyOf(rowAt(row))); }

int WhyModel::foldOf(int row) const {
  while (row > 0 && rowAt(row).kind == WhyRow::Kind::Part) --row;
  return row;
}

int WhyModel::nowRow() const {
  for (int row = 0; row < rowCount(); ++row) {
    if (rowAt(row).isNow) return row;
  }
  return -1;
}

void WhyModel::spread() {
  struct Sink {
    WhyModel& model;
    void beginRemove(int first, int last) { model.beginRemoveRows({}, first, last); }
    void endRemove() { model.endRemoveRows(); }
    void beginInsert(int first, int last) { model.beginInsertRows({}, first, last); }
    void endInsert() { model.endInsertRows(); }
    void changed(int first, int last) {
      Q_EMIT model.dataChanged(model.index(first, 0), model.index(last, ColumnCount - 1));
    }
  };
  std::vector<WhyRow> after;
  for (const WhyRow& row : m_folded) {
    after.push_back(row);
    if (m_open.contains(keyOf(row))) {
      after.insert(after.end(), row.parts.begin(), row.parts.end());
    }
  }
  applyRowDiff(m_rows, after, rowDiff(m_rows, after, keyOf), Sink{*this});
}

int WhyModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WhyModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString WhyModel::cellText(const WhyRow& row, int column) const {
  switch (column) {
    case Date:
      return row.date;
    case From:
      return row.from;
    case To:
      return row.to;
    case Minutes:
      return numberText(row.minutes);
    case Total:
      return numberText(row.total);
    case Why:
      return row.why;
    default:
      return {};
  }
}

QVariant WhyModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const WhyRow& row = rowAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return cellText(row, index.column());
    case Qt::TextAlignmentRole: {
      const bool isNumber = index.column() == Minutes || index.column() == Total;
      return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::AccessibleTextRole:
      return index.column() == Why ? spokenText(index.row()) : cellText(row, index.column());
    case Qt::ToolTipRole:
      return index.column() == Why ? QVariant(row.why) : QVariant();
    default:
      return {};
  }
}

QString WhyModel::spokenText(int row) const {
  const WhyRow& line = rowAt(row);
  const QString day = line.date.isEmpty() ? QString() : QString(line.date + QLatin1Char(' '));
  const QString text =
      tr("%1%2 到 %3，计入 %4 分，%5").arg(day, line.from, line.to).arg(line.minutes).arg(line.why);
  if (line.kind != WhyRow::Kind::Folded) return text;
  return isOpen(row) ? tr("%1，已展开").arg(text)
                     : tr("%1，可展开 %2 段").arg(text).arg(line.parts.size());
}

QVariant WhyModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool isNumber = section == Minutes || section == Total;
    return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Date:
      return tr("日期");
    case From:
      //: Column: the time a row begins.
      return tr("从");
    case To:
      //: Column: the time a row ends.
      return tr("到");
    case Minutes:
      return tr("计入");
    case Total:
      return tr("累计");
    case Why:
      return tr("为什么");
    default:
      return {};
  }
}

}  // namespace yingda::ui
