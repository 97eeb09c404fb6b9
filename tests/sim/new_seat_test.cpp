// SPDX-License-Identifier: GPL-3.0-or-later
// Two stores with one seat: the second takes another, and a power cut at any write of that leaves
// the former seat or the new one.
#include <QDir>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/domain/agent.h"
#include "tests/runner/quiet_log.h"
#include "tests/runner/sim/faulty_gateway.h"
#include "tests/runner/sim/sim_seat.h"
#include "tests/store/crash_vfs.h"

using namespace yingda;
using namespace yingda::sim;
using yingda::test::CrashVfs;
using yingda::test::QuietLog;

namespace {

/// A seat that works, and the folder of a copy of it that was made meanwhile.
class Twins {
 public:
  Twins()
      : m_clock(instantFromMs(1'773'000'000'000)),
        server(QUuid::createUuidV5(QUuid(), QStringLiteral("twins"))),
        m_way(server, m_random, m_weather, m_late),
        first(m_folder.filePath(QStringLiteral("first")), m_clock, 7, m_way) {
    server.nowMs = toMs(m_clock.now());
    for (int i = 0; i < 3; ++i) write(first);
    ChangeSet secret;
    secret.create(agentSecretFields(), first.agent, AgentSecret{first.agent, QStringLiteral("h")});
    const bool isSaved = first.save(QStringLiteral("agent"), std::move(secret));
    REQUIRE(isSaved);
    quiet(first);
    backup = server.state;
    first.close();
    copy(first.folder(), copied());
    REQUIRE(first.open());
    write(first);
    quiet(first);
  }
  /// One more ticket; its record is counted in the end.
  void write(SimSeat& seat) {
    const QString number = QString::number(++m_written);
    Ticket ticket;
    ticket.id = TicketId(QUuid::createUuidV5(QUuid(), u"ticket " % number));
    ticket.number = seat.journal().takeNumber()->digits();
    ticket.receivedAt = m_clock.now();
    ChangeSet changes;
    changes.create(ticketFields(), ticket.id, ticket);
    Activity contact;
    contact.id = ActivityId(QUuid::createUuidV5(ticket.id.uuid(), QStringLiteral("contact")));
    contact.ticket = ticket.id;
    contact.kind = ActivityKind::Contact;
    contact.at = ticket.receivedAt;
    changes.activities.push_back(contact);
    records << contact.id.uuid();
    const bool isSaved = seat.save(QStringLiteral("ticket"), std::move(changes));
    REQUIRE(isSaved);
  }
  /// Until nothing is left to do, by whichever seat it takes.
  void quiet(SimSeat& seat) {
    for (int i = 0; i < 600; ++i) {
      (void)seat.step();
      if (isLost(seat)) (void)seat.takeNewSeat();
      if (seat.engine().isQuiet()) return;
    }
    FAIL("no quiet");
  }
  static bool isLost(SimSeat& seat) {
    for (int i = 0; i < 20 && seat.engine().status().phase != SyncPhase::Stopped; ++i) {
      (void)seat.step();
    }
    return seat.engine().status().stop == SyncStop::Clone;
  }
  static void copy(const QString& from, const QString& to) {
    std::filesystem::copy(from.toStdU16String(), to.toStdU16String(),
                          std::filesystem::copy_options::recursive);
  }
  QString copied() const { return m_folder.filePath(QStringLiteral("copy")); }
  QString another() const { return m_folder.filePath(QStringLiteral("another")); }
  static QStringList evidence(const QString& folder) {
    QStringList files = QDir(folder).entryList({QStringLiteral("journal.db.aside-*")}, QDir::Files);
    files.removeIf(
        [](const QString& one) { return one.endsWith(u"-wal") || one.endsWith(u"-shm"); });
    return files;
  }
  /// In how many operations of all ledgers that record came and was taken.
  qsizetype timesSent(const QUuid& record) const {
    qsizetype times = 0;
    for (const auto& [id, seat] : server.state.seats) {
      for (const ModelOperation& one : seat.ledger) {
        if (one.result == Taken::Repeated) continue;
        times += one.sent.payload.count(record.toString(QUuid::WithoutBraces).toLatin1());
      }
    }
    return times;
  }
  qsizetype repeated() const {
    qsizetype times = 0;
    for (const auto& [id, seat] : server.state.seats) {
      times += std::count_if(seat.ledger.begin(), seat.ledger.end(), [](const ModelOperation& one) {
        return one.result == Taken::Repeated;
      });
    }
    return times;
  }
  /// Each record came once, all see all, chains hold.
  void check(std::initializer_list<SimSeat*> seats) {
    for (SimSeat* seat : seats) quiet(*seat);
    for (SimSeat* seat : seats) quiet(*seat);
    for (const QUuid& record : std::as_const(records)) {
      INFO(record.toString().toStdString());
      CHECK(timesSent(record) == 1);
    }
    for (SimSeat* seat : seats) {
      CHECK(seat->rows() == first.rows());
      CHECK(seat->journal().verify()->broken.isEmpty());
      CHECK(*seat->cache().pendingCount() == 0);
    }
  }
  FaultyGateway& way() { return m_way; }
  const ManualClock& clock() const { return m_clock; }

 private:
  QTemporaryDir m_folder;
  ManualClock m_clock;
  SeededRandom m_random{1};
  Weather m_weather;
  std::vector<LateRequest> m_late;
  int m_written = 0;

 public:
  ModelServer server;
  ModelState backup;  ///< of the server, when the disk was copied
  QList<QUuid> records;

 private:
  FaultyGateway m_way;

 public:
  SimSeat first;
};

qint64 secretsIn(Journal& journal) {
  const auto secrets = journal.readKind(QStringLiteral("secret"), 0, journal.lastSequence());
  REQUIRE(secrets);
  return static_cast<qint64>(secrets->size());
}

}  // namespace

TEST_CASE("a copy takes a seat of its own: nothing lost, nothing sent twice, all kept", "[sim]") {
  const QuietLog quiet;
  Twins twins;
  SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
  const WorkstationId former = second.journal().workstation();
  Draft draft;
  draft.id = DraftId::make(second.clock, second.random());
  draft.body = "typed";
  REQUIRE(second.journal().saveDraft(draft));
  REQUIRE(second.journal().setMeta(QStringLiteral("calendar"), "24x7"));
  const qint64 before = second.journal().lastSequence();
  twins.write(second);
  twins.write(second);
  const qint64 own = second.journal().lastSequence() - before;
  const auto times = *second.journal().read(before, 10);
  const int code = second.journal().code();
  REQUIRE(Twins::isLost(second));
  // The other one is sound, and keeps its seat.
  CHECK_FALSE(twins.first.takeNewSeat());
  REQUIRE(second.takeNewSeat());

  Journal& journal = second.journal();
  CHECK(journal.workstation() != former);
  CHECK(journal.code() != code);
  CHECK(journal.drafts(std::nullopt)->size() == 1);
  CHECK(*journal.meta(QStringLiteral("calendar")) == "24x7");
  CHECK(secretsIn(journal) == 1);
  CHECK(journal.lastSequence() == own + 1);
  const auto carried = *journal.read(1, 10);
  REQUIRE(carried.size() == times.size());
  for (size_t i = 0; i < carried.size(); ++i) {
    CHECK(carried[i].header.hlc == times[i].header.hlc);
    CHECK(carried[i].payload == times[i].payload);
  }
  CHECK(Twins::evidence(twins.copied()).size() == 1);
  twins.check({&second, &twins.first});
  CHECK(twins.first.tickets().size() == 6);
}

TEST_CASE("a store put back from an old copy takes a new seat and has nothing to send", "[sim]") {
  const QuietLog quiet;
  Twins twins;
  SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
  REQUIRE(Twins::isLost(second));
  REQUIRE(second.takeNewSeat());
  CHECK(second.journal().lastSequence() == secretsIn(second.journal()));
  twins.check({&second, &twins.first});
}

TEST_CASE("two copies with the same unsent work send it once", "[sim]") {
  const QuietLog quiet;
  Twins twins;
  {
    SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
    twins.write(second);
    twins.write(second);
  }
  Twins::copy(twins.copied(), twins.another());
  SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
  SimSeat third(twins.another(), twins.clock(), 9, twins.way());
  twins.write(third);
  twins.check({&second, &third, &twins.first});
  twins.write(second);
  twins.check({&second, &third, &twins.first});
}

TEST_CASE(
    "where the server was put back between two copies, the same work comes twice and counts once",
    "[sim]") {
  const QuietLog quiet;
  Twins twins;
  {
    SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
    twins.write(second);
    twins.write(second);
  }
  Twins::copy(twins.copied(), twins.another());
  SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
  twins.check({&second, &twins.first});
  REQUIRE(twins.repeated() == 0);
  twins.server.state = twins.backup;
  // To this server nothing speaks against the third one's going on where the disk was copied.
  SimSeat third(twins.another(), twins.clock(), 9, twins.way());
  twins.check({&third, &second, &twins.first});
  CHECK(twins.repeated() == 2);
}

TEST_CASE("whoever has the old journal open saves nothing into it any more", "[sim]") {
  const QuietLog quiet;
  Twins twins;
  SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
  SeededRandom random(3);
  auto other = Journal::open(twins.copied(), twins.clock(), random);
  REQUIRE(other);
  twins.write(second);
  REQUIRE(Twins::isLost(second));
  REQUIRE(second.takeNewSeat());
  CHECK((*other)->isReplaced());
  const NewOperation late{AgentId(), QStringLiteral("ticket"), 1, false, "{}"};
  const auto saved = (*other)->append({&late, 1});
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::Busy);
  CHECK((*other)->saveDraft({DraftId::make(second.clock, random), {}, {}, {}, "x"}).error().code ==
        ErrorCode::Busy);
  twins.check({&second, &twins.first});
}

TEST_CASE("whoever dies between the two names of a new seat goes on as the new one", "[sim]") {
  const QuietLog quiet;
  Twins twins;
  {
    SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
    twins.write(second);
    REQUIRE(Twins::isLost(second));
    REQUIRE(second.takeNewSeat());
  }
  // As if it had been killed after the former one made room.
  const QDir folder(twins.copied());
  REQUIRE(folder.mkpath(QStringLiteral("salvage")));
  REQUIRE(QFile::rename(Journal::fileIn(twins.copied()),
                        folder.filePath(QStringLiteral("salvage/journal.ready"))));
  SimSeat second(twins.copied(), twins.clock(), 8, twins.way());
  CHECK(second.journal().workstation() != twins.first.journal().workstation());
  twins.check({&second, &twins.first});
}

TEST_CASE("a power cut at any write of a new seat leaves the former one or the new one",
          "[sim][crash]") {
  const QuietLog quiet;
  qint64 writes = 0;
  for (qint64 at = 0; at == 0 || at <= writes; ++at) {
    INFO("power off at event " << at << " of " << writes);
    Twins twins;
    CrashVfs disk;
    bool isTaken = false;
    {
      SimSeat second(twins.copied(), twins.clock(), 8, twins.way(),
                     {disk.name(), DatabaseOptions::Sync::Full});
      REQUIRE(second.isOpen());
      twins.write(second);
      twins.write(second);
      REQUIRE(Twins::isLost(second));
      const qint64 from = disk.events();
      if (at > 0) disk.plan.powerOffAt = from + at;
      isTaken = second.takeNewSeat();
      if (at == 0) writes = disk.events() - from;
      second.close();
    }
    SeededRandom chance(static_cast<quint64>(at));
    disk.losePower(chance, at % 3 == 0   ? CrashVfs::Survival::None
                           : at % 3 == 1 ? CrashVfs::Survival::All
                                         : CrashVfs::Survival::Random);
    SimSeat second(twins.copied(), twins.clock(), 10, twins.way());
    REQUIRE(second.isOpen());
    const bool isFormer = second.journal().workstation() == twins.first.journal().workstation();
    CHECK(isFormer == Twins::evidence(twins.copied()).isEmpty());
    CHECK_FALSE((isTaken && isFormer));
    twins.check({&second, &twins.first});
    CHECK(Twins::evidence(twins.copied()).size() == 1);
  }
  CHECK(writes > 20);
}
