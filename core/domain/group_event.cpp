// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an event; where it is and who was asked first never change.
#include "core/domain/group_event.h"

#include <QCryptographicHash>

namespace yingda {

QString wordsMark(const QString& statement) {
  const QByteArray hash = QCryptographicHash::hash(statement.toUtf8(), QCryptographicHash::Sha256);
  return QString::fromLatin1(hash.toHex().left(32));
}

const FieldTable<GroupEvent>& groupEventFields() {
  static const FieldTable<GroupEvent> table{
      "event",
      FieldClass::Open,
      {field<&GroupEvent::community>("community", MergeRule::WriteOnce),
       field<&GroupEvent::scope>("scope"),
       field<&GroupEvent::category>("category"),
       field<&GroupEvent::title>("title"),
       field<&GroupEvent::firstAgent>("first_agent", MergeRule::WriteOnce),
       field<&GroupEvent::firstAt>("first_at", MergeRule::WriteOnce),
       field<&GroupEvent::statement>("statement", MergeRule::Text),
       field<&GroupEvent::statementBy>("statement_by"),
       field<&GroupEvent::approvedBy>("approved_by"),
       field<&GroupEvent::approvedAt>("approved_at"),
       field<&GroupEvent::approvedWords>("approved_words"),
       field<&GroupEvent::nextNotice>("next_notice"),
       field<&GroupEvent::openedBy>("opened_by", MergeRule::WriteOnce),
       field<&GroupEvent::openedAt>("opened_at", MergeRule::WriteOnce),
       field<&GroupEvent::closedBy>("closed_by"),
       field<&GroupEvent::closedAt>("closed_at"),
       field<&GroupEvent::mode>("mode"),
       field<&GroupEvent::quickBy>("quick_by"),
       field<&GroupEvent::quickAt>("quick_at"),
       field<&GroupEvent::quickSecond>("quick_second")}};
  return table;
}

}  // namespace yingda
