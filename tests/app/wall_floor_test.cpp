// SPDX-License-Identifier: GPL-3.0-or-later
// The wall beside a workstation on a real server: another seat's save is painted, a server that is
// gone or says nothing any more turns all of it grey within five seconds, and it comes back by
// itself.
#include "app/tv_station.h"
#include "tests/app/desk_fixture.h"
#include "tests/floor/joined_fixture.h"
#include "tests/runner/swallowing_proxy.h"
#include "ui/wallboard/tv_board.h"

using namespace yingda;
using namespace yingda::test;

namespace {

constexpr size_t agentsTile = 4;
constexpr size_t urgentTile = 5;

/// A workstation of a floor with somebody at it, and a wall on its store.
class WallSeat {
 public:
  WallSeat(const ServerAddress& address, quint64 seed) : store(seed) {
    store.signIn();
    REQUIRE(test::await(store.backend->joinServer(address)));
    store.backend->setPresence(QStringLiteral("idle"), {}, false);
    // One look and one heartbeat after that, so that every tile has been told of.
    test::waitFor(*store.backend, [&] { return isLiveAndSent(*store.backend); });
    auto starter = wallStarter();
    REQUIRE(starter);
    wall = std::make_unique<TvStation>(store.folder(), store.clock, std::move(*starter));
    wall->board().resize(960, 540);
  }
  /// Looks until it is so; nobody wakes the workstation.
  template <class F>
  bool comes(F isSo) {
    return QTest::qWaitFor(
        [&] {
          wall->step();
          return isSo();
        },
        120'000);
  }
  bool becomesFresh() {
    return comes([this] { return stale() == 0; });
  }
  int stale() const { return wall->board().staleCount(); }
  QString value(size_t tile) const { return wall->board().tiles()[tile].value; }
  QImage picture() { return wall->board().grab().toImage(); }

  TempStore store;
  std::unique_ptr<TvStation> wall;
};

TicketId urgentOn(Backend& backend) {
  auto draft = test::await(backend.newDraft(QString(), backend.clock().now()));
  REQUIRE(draft);
  draft->ticket.level = Level::Red;
  draft->ticket.category = QStringLiteral("repair.water.burst_common");
  draft->text.request = QStringLiteral("水管爆了");
  const auto saved = test::await(backend.save(*draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view.ticket.id;
}

}  // namespace

TEST_CASE("another seat's save is painted, and a server that is gone turns the wall grey",
          "[app][floor]") {
  theme();
  Floor floor;
  WallSeat seat(floor.person(QStringLiteral("li"), QStringLiteral("supervisor")), 61);
  TempStore other(62);
  other.signIn();
  REQUIRE(test::await(other.backend->joinServer(
      floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor")))));
  other.backend->setPresence(QStringLiteral("idle"), {}, false);
  REQUIRE(seat.becomesFresh());
  REQUIRE(seat.comes([&] { return seat.value(agentsTile) == u"1"; }));
  const int before = seat.value(urgentTile).toInt();
  const QImage calm = seat.picture();

  urgentOn(*other.backend);
  REQUIRE(seat.comes([&] { return seat.value(urgentTile).toInt() == before + 1; }));
  REQUIRE(seat.becomesFresh());
  const QImage urgent = seat.picture();
  CHECK(urgent != calm);

  // What was known is four seconds old at most while the wall looks alive.
  floor.bar();
  REQUIRE(seat.comes([&] { return seat.store.backend->sync().state == SyncView::State::Offline; }));
  seat.store.clock->advance(std::chrono::seconds{5});
  REQUIRE(seat.comes([&] { return seat.stale() == 6; }));
  CHECK(seat.wall->board().stateText() == QStringLiteral("○ 全部未更新，正在重连"));
  // Grey, with what it knew last: nobody is called in because the colleagues cannot be seen.
  CHECK(seat.value(agentsTile) == QStringLiteral("1"));
  CHECK(seat.value(urgentTile).toInt() == before + 1);
  CHECK(seat.picture() != urgent);

  floor.unbar();
  REQUIRE(seat.becomesFresh());
  CHECK(seat.wall->board().stateText() == QStringLiteral("● 实时"));
  urgentOn(*other.backend);
  REQUIRE(seat.comes([&] { return seat.value(urgentTile).toInt() == before + 2; }));
}

TEST_CASE("a server that says nothing any more is no live floor", "[app][floor]") {
  theme();
  Floor floor;
  ServerAddress address = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  SwallowingProxy proxy(address.ports.toUShort());
  address.ports = QString::number(proxy.port());
  WallSeat seat(address, 63);
  REQUIRE(seat.becomesFresh());
  proxy.swallow();
  // Nothing has failed yet, and nothing is heard.
  seat.store.clock->advance(std::chrono::seconds{5});
  REQUIRE(seat.comes([&] { return seat.stale() == 6; }));
  CHECK(seat.store.backend->sync().state == SyncView::State::Live);
  proxy.heal();
  REQUIRE(seat.becomesFresh());
}
