// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are found again by what they are for, so that the same line saved twice is one row.
#include "core/service/duty_service.h"

#include <algorithm>

namespace yingda {

namespace {

constexpr qsizetype nameLengthMax = 100;
constexpr int minutesOfDay = 24 * 60;

bool isKnownKind(const Starter& starter, const QString& kind) {
  return kind == dutyKind() || starter.outsideNumber(kind);
}

bool isInRange(const DutyContact& row) {
  const bool hasHours = row.fromMinute >= 0 && row.fromMinute < minutesOfDay && row.toMinute >= 0 &&
                        row.toMinute < minutesOfDay;
  return hasHours && row.slot >= 0 && row.slot < dutySlotsMax && row.name.size() <= nameLengthMax;
}

}  // namespace

Result<std::vector<DutyContact>> DutyService::save(const std::vector<DutyContact>& rows) {
  if (auto done = m_workplace.catchUpFully(); !done) return done.error();
  HouseholdQueries queries(m_workplace.cacheDatabase());
  const auto known = queries.dutyContacts();
  if (!known) return known.error();
  ChangeSet changes;
  for (size_t i = 0; i < rows.size(); ++i) {
    DutyContact row = rows[i];
    row.name = row.name.trimmed();
    const bool isEmpty = row.number.trimmed().isEmpty();
    row.number = dialled(row.number);
    if (!isEmpty && row.number.isEmpty()) {
      return Error{ErrorCode::Invalid, QStringLiteral("number ") % QString::number(i)};
    }
    if (!isKnownKind(m_workplace.starter, row.kind)) {
      return Error{ErrorCode::Invalid, QStringLiteral("kind")};
    }
    if (!isInRange(row)) return Error{ErrorCode::Invalid, QStringLiteral("hours")};
    row.id = dutyContactIdOf(row.community, row.kind, row.slot);
    row.removed = isEmpty;
    const auto before = std::find_if(known->begin(), known->end(),
                                     [&row](const DutyContact& one) { return one.id == row.id; });
    if (before != known->end()) {
      changes.update(dutyContactFields(), row.id, *before, row);
    } else if (!isEmpty) {
      changes.create(dutyContactFields(), row.id, row);
    }
  }
  if (!changes.isEmpty()) {
    auto done = m_workplace.commit(m_actor.id, QStringLiteral("duty"), std::move(changes));
    if (!done) return done.error();
  }
  return queries.dutyContacts();
}

}  // namespace yingda
