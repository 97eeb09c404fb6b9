// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read from a quick ticket, and rooms of digits alone.
#include "core/domain/quick_entry.h"

#include <QStringBuilder>
#include <algorithm>

#include "core/text/address.h"

namespace yingda {

namespace {

// Floor and door: 502, 1502. A building of its own has more than one digit only before these.
constexpr qsizetype roomDigits = 4;

bool isDigits(const QString& text) {
  return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
  });
}

QString homeOf(const QString& building, const QString& unit, const QString& room) {
  const QString part = unit.isEmpty() ? QString() : QString(unit % QStringLiteral("单元"));
  return canonicalAddress(parseAddress(QString(building % u'栋' % part % room)));
}

}  // namespace

bool isQuickMade(const std::vector<Activity>& activities) {
  return std::any_of(activities.begin(), activities.end(), [](const Activity& one) {
    return one.kind == ActivityKind::Contact && one.data.contains(QLatin1String(quickMark));
  });
}

QStringList lackingElements(const Ticket& ticket, const TicketText& text) {
  const Elements has = elementsOf(ticket, text);
  QStringList lacks;
  if (!has.time) lacks << QStringLiteral("time");
  if (!has.place) lacks << QStringLiteral("place");
  if (!has.matter) lacks << QStringLiteral("matter");
  if (!has.person) lacks << QStringLiteral("person");
  if (!has.phone) lacks << QStringLiteral("phone");
  return lacks;
}

QString quickRoom(const QString& typed, const QString& scope) {
  const QString room = typed.trimmed();
  if (!isDigits(room) || room.size() < roomDigits - 1) return typed;
  const Address around = parseAddress(scope);
  if (room.size() <= roomDigits) {
    if (around.building.isEmpty()) return typed;
    return homeOf(around.building, around.unit, room);
  }
  const QString before = room.chopped(roomDigits);
  // More than building and unit is no room but, say, a telephone number in the wrong field.
  if (before.size() > 2) return typed;
  return homeOf(before.left(1), before.mid(1), room.right(roomDigits));
}

}  // namespace yingda
