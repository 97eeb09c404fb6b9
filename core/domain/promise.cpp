// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a promise; what was promised never changes, what became of it may.
#include "core/domain/promise.h"

namespace yingda {

const FieldTable<Promise>& promiseFields() {
  static const FieldTable<Promise> table{
      "promise",
      FieldClass::Personal,
      {field<&Promise::ticket>("ticket", MergeRule::WriteOnce),
       field<&Promise::what>("what", MergeRule::WriteOnce),
       field<&Promise::dueAt>("due_at", MergeRule::WriteOnce),
       field<&Promise::who>("who", MergeRule::WriteOnce),
       field<&Promise::madeBy>("made_by", MergeRule::WriteOnce),
       field<&Promise::madeAt>("made_at", MergeRule::WriteOnce), field<&Promise::keptAt>("kept_at"),
       field<&Promise::brokenAt>("broken_at")}};
  return table;
}

}  // namespace yingda
