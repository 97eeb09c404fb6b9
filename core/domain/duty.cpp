// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses who is on duty, and lays a community's numbers over those of the starter organisation.
#include "core/domain/duty.h"

#include "core/base/local_time.h"
#include "core/domain/household_ids.h"

namespace yingda {

namespace {

const DutyContact* numberRow(const std::vector<DutyContact>& contacts, const CommunityId& community,
                             const QString& kind) {
  const DutyContact* general = nullptr;
  for (const DutyContact& row : contacts) {
    if (row.removed || row.kind != kind || row.number.isEmpty()) continue;
    if (!community.isNull() && row.community == community) return &row;
    if (row.community.isNull() && !general) general = &row;
  }
  return general;
}

}  // namespace

QString dutyKind() { return QStringLiteral("duty"); }

const FieldTable<DutyContact>& dutyContactFields() {
  static const FieldTable<DutyContact> table{
      "duty_contact",
      FieldClass::Open,
      {field<&DutyContact::community>("community", MergeRule::WriteOnce),
       field<&DutyContact::kind>("kind", MergeRule::WriteOnce),
       field<&DutyContact::slot>("slot", MergeRule::WriteOnce), field<&DutyContact::name>("name"),
       field<&DutyContact::number>("number"), field<&DutyContact::fromMinute>("from_minute"),
       field<&DutyContact::toMinute>("to_minute"), field<&DutyContact::removed>("removed")}};
  return table;
}

DutyContactId dutyContactIdOf(const CommunityId& community, const QString& kind, int slot) {
  // A community of no name has a fixed id, so that the rows for all have one too.
  const QUuid space = community.isNull() ? communityIdOf(QString()).uuid() : community.uuid();
  return DutyContactId::named(space, QStringLiteral("duty:") % kind % u':' % QString::number(slot));
}

bool isOnDuty(const DutyContact& contact, Instant now) {
  if (contact.fromMinute == contact.toMinute) return true;
  const auto minute = std::chrono::floor<std::chrono::minutes>(timeOfDay(now)).count();
  const bool isAfter = minute >= contact.fromMinute;
  const bool isBefore = minute < contact.toMinute;
  return contact.fromMinute < contact.toMinute ? isAfter && isBefore : isAfter || isBefore;
}

const DutyContact* dutyEngineer(const std::vector<DutyContact>& contacts,
                                const CommunityId& community, Instant now) {
  const DutyContact* best = nullptr;
  for (const DutyContact& row : contacts) {
    if (row.removed || row.kind != dutyKind() || row.number.isEmpty()) continue;
    const bool isOwn = !community.isNull() && row.community == community;
    if ((!isOwn && !row.community.isNull()) || !isOnDuty(row, now)) continue;
    const bool bestIsOwn = best && !best->community.isNull();
    const bool isBetter =
        !best || (isOwn && !bestIsOwn) || (isOwn == bestIsOwn && row.slot < best->slot);
    if (isBetter) best = &row;
  }
  return best;
}

QString outsideNumberOf(const std::vector<DutyContact>& contacts, const CommunityId& community,
                        const QString& kind) {
  const DutyContact* row = numberRow(contacts, community, kind);
  return row ? row->number : QString();
}

std::vector<OutsideNumber> outsideNumbersOf(const Starter& starter,
                                            const std::vector<DutyContact>& contacts,
                                            const CommunityId& community) {
  std::vector<OutsideNumber> numbers = starter.outsideNumbers;
  for (OutsideNumber& number : numbers) {
    const QString own = outsideNumberOf(contacts, community, number.id);
    if (!own.isEmpty()) number.number = own;
  }
  return numbers;
}

QString dialled(const QString& written) {
  QString digits;
  for (const QChar c : written) {
    const bool isBetween = c.isSpace() || c == u'-' || c == u'－' || c == u'(' || c == u')' ||
                           c == u'（' || c == u'）';
    if (c.isDigit()) {
      digits += QString::number(c.digitValue());
    } else if (!isBetween) {
      return {};
    }
  }
  return digits.size() >= 3 && digits.size() <= 20 ? digits : QString();
}

}  // namespace yingda
