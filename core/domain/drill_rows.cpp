// SPDX-License-Identifier: GPL-3.0-or-later
// The two tables of practice.
#include "core/domain/drill_rows.h"

namespace yingda {

const FieldTable<DrillResult>& drillFields() {
  constexpr auto once = MergeRule::WriteOnce;
  using Row = DrillResult;
  static const FieldTable<Row> table{
      "drill",
      FieldClass::Private,
      {field<&Row::agent>("agent", once),
       field<&Row::scenario>("scenario", once),
       field<&Row::title>("title", once),
       field<&Row::version>("scenario_version", once),
       field<&Row::hash>("scenario_hash", once),
       field<&Row::seed>("seed", once),
       field<&Row::isAssessment>("is_assessment", once),
       field<&Row::hint>("hint", once),
       field<&Row::card>("card", once),
       field<&Row::score>("score", once),
       field<&Row::end>("end_code", once),
       field<&Row::dimensions>("dimensions", once),
       field<&Row::measures>("measures", once),
       field<&Row::startedAt>("started_at", once),
       {"length_ms", FieldType::Integer, once,
        [](const Row& row) { return FieldValue{qint64{row.length.count()}}; },
        [](Row& row, const FieldValue& value) {
          row.length = Milliseconds{FieldCodec<qint64>::read(value)};
        }},
       field<&Row::answers>("answers", once)}};
  return table;
}

const FieldTable<DrillResult>& drillListFields() {
  static const FieldTable<DrillResult> table = [] {
    FieldTable<DrillResult> list = drillFields();
    // The one long field stands last.
    list.fields.pop_back();
    return list;
  }();
  return table;
}

const FieldTable<DrillAssignment>& assignmentFields() {
  constexpr auto once = MergeRule::WriteOnce;
  using Row = DrillAssignment;
  static const FieldTable<Row> table{
      "assignment",
      FieldClass::Private,
      {field<&Row::agent>("agent", once), field<&Row::scenario>("scenario", once),
       field<&Row::dueOn>("due_on"), field<&Row::by>("by_agent", once),
       field<&Row::madeAt>("made_at", once), field<&Row::removed>("removed")}};
  return table;
}

bool isPracticeKind(const QByteArray& kind) { return kind == "drill" || kind == "assignment"; }

}  // namespace yingda
