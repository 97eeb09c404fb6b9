// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the inbox: conflicts and refused operations under their headings.
#pragma once

#include <variant>

#include "core/service/sync_views.h"
#include "ui/kit/row_model.h"

namespace yingda::ui {

enum class InboxGroup { Mine, Others, Refused };

/// A heading, a conflict or a refusal. What nobody has looked at stands before what somebody has.
struct InboxItem {
  InboxGroup group = InboxGroup::Mine;
  int count = 0;  ///< of a heading: what needs a person
  std::variant<std::monostate, ConflictView, RefusalView> content;

  bool isHeading() const { return content.index() == 0; }
  const ConflictView* conflict() const { return std::get_if<ConflictView>(&content); }
  const RefusalView* refusal() const { return std::get_if<RefusalView>(&content); }
  /// Stable as long as the thing is in the inbox.
  QString key() const;
  friend bool operator==(const InboxItem&, const InboxItem&) = default;
};

/// Thread: UI.
class InboxModel final : public RowModel<InboxItem> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  void show(const std::vector<ConflictView>& conflicts, const std::vector<RefusalView>& refusals);
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// The next row that is no heading, from `row` on by `step`; -1 when there is none.
  int itemFrom(int row, int step) const;
  /// -1 when it is gone.
  int rowOf(const QString& key) const;

  static QString groupText(InboxGroup group);
  /// The first line of a row: what it is about.
  static QString titleText(const InboxItem& item);
  /// The second: the field, or the ticket.
  static QString detailText(const InboxItem& item);
  /// At the right of the second: whose value stands, or how it stands.
  static QString noteText(const InboxItem& item);
  static Instant atOf(const InboxItem& item);
  static bool needsLook(const InboxItem& item);
};

/// 207-4188-2 of digits; what is no ticket number stays as it is.
QString ticketNumberText(const QString& digits);

}  // namespace yingda::ui
