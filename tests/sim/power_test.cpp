// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes at every write of a workstation that joins, copies, pulls and works: what it
// reported saved reaches the server once, and it sees what is there.
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "tests/runner/quiet_log.h"
#include "tests/runner/sim/faulty_gateway.h"
#include "tests/runner/sim/sim_seat.h"
#include "tests/store/crash_vfs.h"

using namespace yingda;
using namespace yingda::sim;
using yingda::test::CrashVfs;
using yingda::test::QuietLog;

namespace {

/// A server, a colleague who has worked there already, and the seat under test on a disk that
/// forgets.
class Play {
 public:
  Play()
      : m_clock(instantFromMs(1'773'000'000'000)),
        server(QUuid::createUuidV5(QUuid(), QStringLiteral("power"))),
        m_way(server, m_random, m_weather, m_late),
        m_colleague(m_folder.filePath(QStringLiteral("other")), m_clock, 7, m_way) {
    server.nowMs = toMs(m_clock.now());
    for (int i = 0; i < 6; ++i) REQUIRE(m_colleague.save(QStringLiteral("ticket"), ticket(i)));
    quiet(m_colleague);
  }
  /// Joins, saves, is told of the colleague's edits; stops when the power is gone. Returns the
  /// tickets that were reported saved.
  std::vector<TicketId> play(SimSeat& seat) {
    std::vector<TicketId> saved;
    int round = 0;
    for (int i = 100; i < 106 && seat.isOpen(); ++i) {
      ChangeSet changes = ticket(i);
      const TicketId id(changes.entities.front().id);
      if (!seat.save(QStringLiteral("ticket"), std::move(changes))) return saved;
      saved.push_back(id);
      for (int step = 0; step < 14; ++step) (void)seat.step();
      REQUIRE(m_colleague.save(QStringLiteral("ticket"), ticket(200 + round++)));
      quiet(m_colleague);
    }
    for (int step = 0; step < 30; ++step) (void)seat.step();
    return saved;
  }
  void quiet(SimSeat& seat) {
    for (int i = 0; i < 400; ++i) {
      (void)seat.step();
      if (seat.engine().isQuiet()) return;
    }
    FAIL("no quiet");
  }
  FaultyGateway& way() { return m_way; }
  const ManualClock& clock() const { return m_clock; }
  QString folder() const { return m_folder.filePath(QStringLiteral("seat")); }
  SimSeat& colleague() { return m_colleague; }

 private:
  ChangeSet ticket(int number) {
    Ticket one;
    one.id = TicketId(QUuid::createUuidV5(QUuid(), QStringLiteral("ticket %1").arg(number)));
    one.number = QString::number(1'000'000 + number);
    one.receivedAt = m_clock.now();
    TicketText text;
    text.id = one.id;
    text.request = QStringLiteral("漏水 %1").arg(number);
    ChangeSet changes;
    changes.create(ticketFields(), one.id, one);
    changes.create(ticketTextFields(), one.id, text);
    Activity contact;
    contact.id = ActivityId(QUuid::createUuidV5(one.id.uuid(), QStringLiteral("contact")));
    contact.ticket = one.id;
    contact.kind = ActivityKind::Contact;
    contact.at = one.receivedAt;
    changes.activities.push_back(contact);
    return changes;
  }

  QTemporaryDir m_folder;
  ManualClock m_clock;
  SeededRandom m_random{1};
  Weather m_weather;
  std::vector<LateRequest> m_late;

 public:
  ModelServer server;

 private:
  FaultyGateway m_way;
  SimSeat m_colleague;
};

qint64 eventsOfAll() {
  Play stage;
  CrashVfs disk;
  SimSeat seat(stage.folder(), stage.clock(), 9, stage.way(),
               {disk.name(), DatabaseOptions::Sync::Full});
  REQUIRE(seat.isOpen());
  CHECK(stage.play(seat).size() == 6);
  return disk.events();
}

}  // namespace

TEST_CASE("a power cut at any write of a joined seat loses nothing, and it converges",
          "[sim][crash]") {
  const QuietLog quiet;
  const qint64 events = eventsOfAll();
  INFO("events " << events);
  REQUIRE(events > 200);
  for (qint64 at = 1; at <= events; ++at) {
    INFO("power off at event " << at);
    Play stage;
    CrashVfs disk;
    std::vector<TicketId> saved;
    {
      SimSeat seat(stage.folder(), stage.clock(), 9, stage.way(),
                   {disk.name(), DatabaseOptions::Sync::Full});
      REQUIRE(seat.isOpen());
      disk.plan.powerOffAt = at;
      saved = stage.play(seat);
      seat.close();
    }
    SeededRandom chance(static_cast<quint64>(at));
    disk.losePower(chance, at % 3 == 0   ? CrashVfs::Survival::None
                           : at % 3 == 1 ? CrashVfs::Survival::All
                                         : CrashVfs::Survival::Random);
    SimSeat seat(stage.folder(), stage.clock(), 10, stage.way());
    REQUIRE(seat.isOpen());
    stage.quiet(seat);
    stage.quiet(stage.colleague());
    for (const TicketId& id : saved) {
      CHECK(stage.server.state.entities.contains(EntityKey{"ticket", id.uuid()}));
    }
    // Everybody sees the same, and the chain holds.
    stage.quiet(seat);
    CHECK(seat.rows() == stage.colleague().rows());
    const auto verified = seat.journal().verify();
    REQUIRE(verified);
    CHECK(verified->broken.isEmpty());
    CHECK(*seat.cache().pendingCount() == 0);
  }
}
