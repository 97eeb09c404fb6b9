// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers for a sensitive ticket reads it; the department that was complained about must not
// learn by whom.
#include "core/domain/sensitive.h"

#include "core/domain/authority.h"

namespace yingda {

const QStringList& sensitiveReasons() {
  static const QStringList codes{QStringLiteral("call"),   QStringLiteral("recording"),
                                 QStringLiteral("live"),   QStringLiteral("press"),
                                 QStringLiteral("lawyer"), QStringLiteral("injury"),
                                 QStringLiteral("life")};
  return codes;
}

bool isRecordedOutside(QStringView reason) {
  return reason == u"recording" || reason == u"live" || reason == u"press";
}

Reading readingOf(const Ticket& ticket, const Agent* reader) {
  if (ticket.sensitive.isEmpty()) return Reading::Whole;
  if (!reader) return Reading::Closed;
  const AgentId& me = reader->id;
  const bool isTheirs = me == ticket.holder || me == ticket.firstReceiver || me == ticket.keeper;
  if (isTheirs || mayDo(reader->role, Deed::ReadSensitive)) return Reading::Whole;
  const bool works = !ticket.department.isEmpty() && reader->department == ticket.department;
  return works ? Reading::WithoutCaller : Reading::Closed;
}

TicketText readable(const TicketText& text, Reading reading) {
  if (reading == Reading::Whole) return text;
  TicketText left;
  left.id = text.id;
  if (reading == Reading::Closed) return left;
  left.title = text.title;
  left.request = text.request;
  left.place = text.place;
  left.cause = text.cause;
  left.outcome = text.outcome;
  return left;
}

}  // namespace yingda
