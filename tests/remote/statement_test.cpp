// SPDX-License-Identifier: GPL-3.0-or-later
// What every household of an event is told is approved by somebody else than who wrote it, at the
// server too.
#include <catch2/catch.hpp>

#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const QString theEvent = idNumber(31);

/// Two who lead and an agent, and an event that one of the first has written words for.
struct House {
  House()
      : wang(floor.person(QStringLiteral("wang"), QStringLiteral("supervisor")), 1),
        chen(floor.person(QStringLiteral("chen"), QStringLiteral("supervisor")), 2),
        li(floor.person(QStringLiteral("li"), QStringLiteral("agent")), 3) {
    for (Seat* seat : {&wang, &chen, &li}) seat->enter();
    write(wang, wang);
    REQUIRE(wang.send().exceptions.empty());
  }
  void event(Seat& seat, const QJsonObject& fields) {
    seat.append(payload({change(QStringLiteral("event"), theEvent, fields)}));
  }
  void write(Seat& seat, const Seat& as) {
    event(seat, {{QStringLiteral("title"), QStringLiteral("停水")},
                 {QStringLiteral("statement"), QStringLiteral("18:00 前恢复供水。")},
                 {QStringLiteral("statement_by"), as.agent.text()}});
  }
  void approve(Seat& seat, const Seat& as) {
    event(seat, {{QStringLiteral("approved_by"), as.agent.text()},
                 {QStringLiteral("approved_at"), 1000}});
  }
  /// Why the last thing sent was refused; empty when it was not.
  QString refusal(Seat& seat) {
    const ApplyAnswer answer = seat.send();
    return answer.exceptions.empty() ? QString() : answer.exceptions.front().reason;
  }
  QString approver() {
    return floor.value(
        QStringLiteral("SELECT coalesce(body ->> 'approved_by', '')"
                       " FROM yingda.entity WHERE kind = 'event'"));
  }
  Floor floor;
  Seat wang;
  Seat chen;
  Seat li;
};

}  // namespace

TEST_CASE("nobody approves their own statement at the server, and somebody else may", "[remote]") {
  House house;
  house.approve(house.wang, house.wang);
  CHECK(house.refusal(house.wang) == u"own_words");
  CHECK(house.approver().isEmpty());
  house.approve(house.chen, house.chen);
  CHECK(house.refusal(house.chen).isEmpty());
  CHECK(house.approver() == house.chen.agent.text());
}

TEST_CASE("words and their approval in one batch are the same person's still", "[remote]") {
  House house;
  house.write(house.chen, house.chen);
  house.approve(house.chen, house.chen);
  CHECK(house.refusal(house.chen) == u"own_words");
  CHECK(house.approver().isEmpty());
}

TEST_CASE("an approval is given in one's own name, and by who leads", "[remote]") {
  House house;
  house.approve(house.li, house.li);
  CHECK(house.refusal(house.li) == u"role");
  house.approve(house.wang, house.chen);
  CHECK(house.refusal(house.wang) == u"author");
  // Nor are one's own words another's, to approve them oneself.
  house.write(house.chen, house.li);
  CHECK(house.refusal(house.chen) == u"author");
  CHECK(house.approver().isEmpty());
  // New words take the approval back, whoever writes them.
  house.approve(house.chen, house.chen);
  REQUIRE(house.refusal(house.chen).isEmpty());
  house.event(house.li, {{QStringLiteral("statement"), QStringLiteral("20:00 前恢复供水。")},
                         {QStringLiteral("statement_by"), house.li.agent.text()},
                         {QStringLiteral("approved_by"), QJsonValue::Null},
                         {QStringLiteral("approved_at"), QJsonValue::Null}});
  CHECK(house.refusal(house.li).isEmpty());
}

TEST_CASE("what somebody approved is not passed on to other words", "[remote]") {
  House house;
  const auto words = [](const QString& mark) {
    return QJsonObject{{QStringLiteral("approved_words"), mark}};
  };
  house.event(house.chen, {{QStringLiteral("approved_by"), house.chen.agent.text()},
                           {QStringLiteral("approved_at"), 1000},
                           {QStringLiteral("approved_words"), QStringLiteral("aa")}});
  REQUIRE(house.refusal(house.chen).isEmpty());
  // An agent, and who leads as well, can change the words; the approval of them is not theirs.
  house.event(house.li, words(QStringLiteral("bb")));
  CHECK(house.refusal(house.li) == u"author");
  house.event(house.wang, words(QStringLiteral("bb")));
  CHECK(house.refusal(house.wang) == u"author");
  // Who answered for the old ones answers for the new ones without a new name.
  house.event(house.chen, words(QStringLiteral("bb")));
  CHECK(house.refusal(house.chen).isEmpty());
  // To take it back is anybody's.
  house.event(house.li, {{QStringLiteral("approved_by"), QJsonValue::Null},
                         {QStringLiteral("approved_words"), QString()}});
  CHECK(house.refusal(house.li).isEmpty());
  CHECK(house.approver().isEmpty());
}
