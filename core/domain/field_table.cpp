// SPDX-License-Identifier: GPL-3.0-or-later
// All kinds in one list, made from the typed tables.
#include "core/domain/field_table.h"

#include "core/domain/agent.h"
#include "core/domain/article_rows.h"
#include "core/domain/claim.h"
#include "core/domain/drill_rows.h"
#include "core/domain/duty.h"
#include "core/domain/group_event.h"
#include "core/domain/handover.h"
#include "core/domain/household.h"
#include "core/domain/promise.h"
#include "core/domain/ticket.h"
#include "core/domain/tie.h"

namespace yingda {

namespace {

template <class T>
KindRow rowOf(const FieldTable<T>& table) {
  KindRow row{table.kind, table.fieldClass, {}};
  for (const auto& f : table.fields) row.columns.push_back({f.name, f.type, f.merge});
  return row;
}

}  // namespace

int KindRow::columnIndex(const QByteArray& name) const {
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

const std::vector<KindRow>& allKindRows() {
  static const std::vector<KindRow> rows{
      rowOf(communityFields()),    rowOf(householdFields()),    rowOf(personFields()),
      rowOf(contactPointFields()), rowOf(welfareFields()),      rowOf(warrantyFields()),
      rowOf(agentFields()),        rowOf(agentSecretFields()),  rowOf(ticketFields()),
      rowOf(ticketTextFields()),   rowOf(dutyContactFields()),  rowOf(handoverFields()),
      rowOf(claimFields()),        rowOf(tieFields()),          rowOf(promiseFields()),
      rowOf(articleDraftFields()), rowOf(articleCheckFields()), rowOf(publishedArticleFields()),
      rowOf(articleMarkFields()),  rowOf(searchMissFields()),   rowOf(groupEventFields()),
      rowOf(drillFields()),        rowOf(assignmentFields())};
  return rows;
}

const KindRow* findKindRow(const QByteArray& kind) {
  for (const KindRow& row : allKindRows()) {
    if (row.kind == kind) return &row;
  }
  return nullptr;
}

}  // namespace yingda
