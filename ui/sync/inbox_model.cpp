// SPDX-License-Identifier: GPL-3.0-or-later
// Groups what needs a look and gives the words of each row.
#include "ui/sync/inbox_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/domain/ticket_number.h"
#include "ui/parts/sync_text.h"

namespace yingda::ui {

namespace {

void addGroup(std::vector<InboxItem>& rows, InboxGroup group, std::vector<InboxItem> items) {
  if (items.empty()) return;
  std::stable_sort(items.begin(), items.end(), [](const InboxItem& left, const InboxItem& right) {
    const bool leftFirst = InboxModel::needsLook(left);
    const bool rightFirst = InboxModel::needsLook(right);
    if (leftFirst != rightFirst) return leftFirst;
    return InboxModel::atOf(left) > InboxModel::atOf(right);
  });
  InboxItem heading;
  heading.group = group;
  heading.count =
      static_cast<int>(std::count_if(items.begin(), items.end(), InboxModel::needsLook));
  rows.push_back(std::move(heading));
  std::move(items.begin(), items.end(), std::back_inserter(rows));
}

}  // namespace

QString ticketNumberText(const QString& digits) {
  const auto number = TicketNumber::parse(digits);
  return number ? number->text() : digits;
}

QString InboxItem::key() const {
  if (const ConflictView* one = conflict()) return QStringLiteral("c") % one->id.toString();
  if (const RefusalView* one = refusal()) return QStringLiteral("r%1").arg(one->sequence);
  return QStringLiteral("h%1").arg(static_cast<int>(group));
}

void InboxModel::show(const std::vector<ConflictView>& conflicts,
                      const std::vector<RefusalView>& refusals) {
  std::vector<InboxItem> mine;
  std::vector<InboxItem> others;
  std::vector<InboxItem> refused;
  for (const ConflictView& one : conflicts) {
    const InboxGroup group = one.isMine ? InboxGroup::Mine : InboxGroup::Others;
    (one.isMine ? mine : others).push_back({group, 0, one});
  }
  refused.reserve(refusals.size());
  for (const RefusalView& one : refusals) refused.push_back({InboxGroup::Refused, 0, one});
  std::vector<InboxItem> rows;
  addGroup(rows, InboxGroup::Mine, std::move(mine));
  addGroup(rows, InboxGroup::Others, std::move(others));
  addGroup(rows, InboxGroup::Refused, std::move(refused));
  setRows(rows, [](const InboxItem& item) { return item.key(); });
}

QVariant InboxModel::data(const QModelIndex& index, int role) const {
  const InboxItem& item = rowAt(index.row());
  if (item.isHeading()) {
    if (role == Qt::DisplayRole) return groupText(item.group);
    return {};
  }
  if (role == Qt::DisplayRole) return titleText(item);
  if (role == Qt::AccessibleTextRole) {
    return QCoreApplication::translate("InboxModel", "%1，%2，%3，%4")
        .arg(groupText(item.group), titleText(item), detailText(item), noteText(item));
  }
  return {};
}

Qt::ItemFlags InboxModel::flags(const QModelIndex& index) const {
  return rowAt(index.row()).isHeading() ? Qt::NoItemFlags
                                        : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

int InboxModel::itemFrom(int row, int step) const {
  for (int i = row; i >= 0 && i < rowCount(); i += step) {
    if (!rowAt(i).isHeading()) return i;
  }
  return -1;
}

int InboxModel::rowOf(const QString& key) const {
  for (int i = 0; i < rowCount(); ++i) {
    if (!rowAt(i).isHeading() && rowAt(i).key() == key) return i;
  }
  return -1;
}

QString InboxModel::groupText(InboxGroup group) {
  switch (group) {
    case InboxGroup::Mine:
      return QCoreApplication::translate("InboxModel", "我的值没有被采用");
    case InboxGroup::Others:
      return QCoreApplication::translate("InboxModel", "别人的值没有被采用");
    case InboxGroup::Refused:
      return QCoreApplication::translate("InboxModel", "没有执行的操作");
  }
  return {};
}

QString InboxModel::titleText(const InboxItem& item) {
  if (const ConflictView* one = item.conflict()) {
    return one->ticketTitle.isEmpty() ? fieldText(one->kind, one->field) : one->ticketTitle;
  }
  return item.refusal() ? item.refusal()->summary : QString();
}

QString InboxModel::detailText(const InboxItem& item) {
  if (const ConflictView* one = item.conflict()) return fieldText(one->kind, one->field);
  if (item.refusal() && !item.refusal()->ticketNumber.isEmpty()) {
    return ticketNumberText(item.refusal()->ticketNumber);
  }
  return {};
}

QString InboxModel::noteText(const InboxItem& item) {
  if (const ConflictView* one = item.conflict()) {
    if (one->isSeen) return QCoreApplication::translate("InboxModel", "已看过");
    const QString& other = one->isMine ? one->keptByName : one->lostByName;
    return other.isEmpty() ? QString()
                           : QCoreApplication::translate("InboxModel", "%1也改了").arg(other);
  }
  if (item.refusal()) {
    return item.refusal()->isParked ? QCoreApplication::translate("InboxModel", "等服务器升级")
                                    : QCoreApplication::translate("InboxModel", "已留底");
  }
  return {};
}

Instant InboxModel::atOf(const InboxItem& item) {
  if (item.conflict()) return item.conflict()->at;
  return item.refusal() ? item.refusal()->at : Instant{};
}

bool InboxModel::needsLook(const InboxItem& item) {
  if (item.conflict()) return !item.conflict()->isSeen;
  return item.refusal() && !item.refusal()->isParked;
}

}  // namespace yingda::ui
