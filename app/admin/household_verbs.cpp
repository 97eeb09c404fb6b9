// SPDX-License-Identifier: GPL-3.0-or-later
// lookup and address: what a number and an address mean.
#include <QJsonArray>

#include "app/admin/verb.h"
#include "core/domain/ticket_number.h"
#include "core/text/address.h"
#include "core/text/phone.h"

namespace yingda::admin {

namespace {

QString numberText(const QString& digits) {
  const auto number = TicketNumber::parse(digits);
  return number ? number->text() : digits;
}

QJsonObject toJson(const HouseholdCard& card) {
  QJsonArray people;
  for (const PersonCard& person : card.people) {
    people.append(QJsonObject{{QStringLiteral("name"), person.person.name},
                              {QStringLiteral("relation"), relationWord(person.person.relation)}});
  }
  QJsonArray open;
  for (const QueueRow& row : card.openTickets) open.append(numberText(row.number));
  return {{QStringLiteral("id"), card.household.id.text()},
          {QStringLiteral("address"), card.address},
          {QStringLiteral("people"), people},
          {QStringLiteral("open"), open},
          {QStringLiteral("openCount"), static_cast<qint64>(card.openTickets.size())}};
}

QString toText(const HouseholdCard& card) {
  QStringList people;
  for (const PersonCard& person : card.people) {
    people << person.politeName % QStringLiteral("（") % relationWord(person.person.relation) %
                  QStringLiteral("）");
  }
  return card.address % QStringLiteral("  ") % people.join(u'、') % QStringLiteral("  未结 ") %
         QString::number(card.openTickets.size());
}

}  // namespace

Exit runLookup(Session& session) {
  if (session.words().size() != 1) return session.misused(QStringLiteral("用法：lookup 号码"));
  const auto phone = parsePhone(session.word(0));
  if (!phone) return session.refuse(QStringLiteral("这不是能识别的电话号码。"));
  Backend* backend = session.store();
  if (!backend) return session.failure();
  const auto caller = waited(backend->callerCard(session.word(0)));
  if (!caller) return session.refuse(caller.error());
  QJsonArray households;
  QStringList lines{maskPhone(caller->canonical)};
  for (const HouseholdCard& card : caller->households) {
    households.append(toJson(card));
    lines << toText(card);
  }
  if (caller->households.empty()) lines << QStringLiteral("没有登记过这个号码。");
  return session.answer({{QStringLiteral("canonical"), caller->canonical},
                         {QStringLiteral("households"), households}},
                        lines.join(u'\n'));
}

Exit runAddress(Session& session) {
  if (session.words().isEmpty()) return session.misused(QStringLiteral("用法：address 文字"));
  const Address address = parseAddress(session.words().join(u' '));
  const QString canonical = canonicalAddress(address);
  return session.answer(
      {{QStringLiteral("building"), address.building},
       {QStringLiteral("unit"), address.unit},
       {QStringLiteral("room"), address.room},
       {QStringLiteral("floor"), address.floor == 0 ? QJsonValue() : QJsonValue(address.floor)},
       {QStringLiteral("rest"), address.rest},
       {QStringLiteral("community"), address.community},
       {QStringLiteral("spot"), address.spot},
       {QStringLiteral("canonical"), canonical}},
      canonical.isEmpty() ? QStringLiteral("看不出地址。") : canonical);
}

}  // namespace yingda::admin
