// SPDX-License-Identifier: GPL-3.0-or-later
// One writes other words while another approves the old ones, both without a network.
#include <catch2/catch.hpp>

#include "tests/floor/joined_fixture.h"
#include "tests/runner/event_acts.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("an approval does not pass to words that come together with it", "[floor]") {
  Floor floor;
  TempStore writer(71);
  TempStore leader(72);
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  const auto zhang = floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor"));
  for (auto* one : {&writer, &leader}) {
    one->signIn();
    REQUIRE(await(one->backend->joinServer(one == &writer ? li : zhang)));
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  REQUIRE(await(leader.backend->signIn(QStringLiteral("8001"), zhang.password)));
  QList<TicketId> tickets;
  for (const char16_t* place : {u"3-2-1502", u"3-2-801"}) {
    tickets << ticketOn(*writer.backend, QStringLiteral("电梯停了 ") % QString::fromUtf16(place))
                   .ticket.id;
  }
  const QString title = QStringLiteral("电梯停运");
  const QString oldWords = QStringLiteral("维保已到现场");
  const QString newWords = QStringLiteral("配件今晚到，二十二点前恢复");
  const EventId id = acted(writer, {}, event_act::Make{tickets, title}).event.id;
  acted(writer, id, event_act::Write{title, oldWords, {}});
  waitFor(*writer.backend, [&] { return isLiveAndSent(*writer.backend); });
  const auto shows = [&](TempStore& store, const QString& words) {
    const auto view = await(store.backend->groupEvent(id));
    return view && view->event.statement == words;
  };
  waitFor(*leader.backend, [&] { return shows(leader, oldWords); });

  floor.bar();
  for (auto* one : {&writer, &leader}) {
    waitFor(*one->backend, [&] { return one->backend->sync().state != SyncView::State::Live; });
  }
  acted(writer, id, event_act::Write{title, newWords, {}});
  CHECK_FALSE(acted(leader, id, event_act::Approve{}).approvedName.isEmpty());
  floor.unbar();
  for (auto* one : {&writer, &leader}) {
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  for (auto* one : {&writer, &leader}) {
    waitFor(*one->backend, [&] {
      const auto view = await(one->backend->groupEvent(id));
      return view && view->event.statement == newWords && view->event.approvedAt;
    });
    CHECK(await(one->backend->groupEvent(id))->approvedName.isEmpty());
    CHECK_FALSE(await(one->backend->ticket(tickets.front()))->event->isApproved);
  }
  // Who answers for these words, too, says so.
  CHECK_FALSE(acted(leader, id, event_act::Approve{}).approvedName.isEmpty());
  waitFor(*writer.backend, [&] {
    const auto view = await(writer.backend->groupEvent(id));
    return view && !view->approvedName.isEmpty();
  });
}
