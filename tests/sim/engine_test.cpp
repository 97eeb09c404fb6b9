// SPDX-License-Identifier: GPL-3.0-or-later
// Single answers of the engine that a storm meets too seldom: a busy store, a copied one, a changed
// one.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/domain/claim.h"
#include "core/domain/field_table.h"
#include "tests/sim/house.h"

using namespace yingda;
using namespace yingda::sim;

namespace {

/// A store that another process keeps from writing for a while.
class BusyStore final : public LocalStore {
 public:
  using LocalStore::LocalStore;
  int refusals = 0;
  Result<void> take(std::span<const RemoteRow> rows, const ServerLayer& next) override {
    if (refusals > 0) {
      --refusals;
      return Error{ErrorCode::Busy, QStringLiteral("another process writes")};
    }
    return LocalStore::take(rows, next);
  }
  Result<void> take(std::span<const RemoteRow> rows,
                    const std::optional<Hydration>& next) override {
    return LocalStore::take(rows, next);
  }
};

/// The model's way, through a door that knows a version and a size; the model knows neither.
class StrictDoor final : public Gateway {
 public:
  explicit StrictDoor(Gateway& way) : m_way(way) {}
  bool isTooNew = false;
  qsizetype bytesMost = 1 << 20;
  int pulls = 0;
  /// What was sent without its content, and why.
  QStringList refused;
  Result<HelloAnswer> hello(const WorkstationId& seat, const QUuid& epoch, quint64 seen,
                            const QByteArray& position) override {
    auto answer = m_way.hello(seat, epoch, seen, position);
    if (answer && isTooNew) answer->refusal = Refusal::ClientOld;
    return answer;
  }
  Result<EnrolAnswer> enrol(const WorkstationId& seat, const QByteArray& secret,
                            const QString& label, const QList<QUuid>& localAgents) override {
    return m_way.enrol(seat, secret, label, localAgents);
  }
  Result<EnrolAnswer> succeed(const WorkstationId& seat, const QByteArray& secret,
                              const QString& label, const FormerSeat& former) override {
    return m_way.succeed(seat, secret, label, former);
  }
  Result<ApplyAnswer> apply(const WorkstationId& seat, const QUuid& epoch,
                            std::span<const SentOperation> operations,
                            const QString& reject) override {
    qsizetype bytes = 0;
    for (const SentOperation& one : operations) bytes += one.payload.size();
    if (bytes > bytesMost) {
      ApplyAnswer answer;
      answer.refusal = Refusal::Batch;
      return answer;
    }
    if (!reject.isEmpty() && bytes == 0) refused << reject;
    return m_way.apply(seat, epoch, operations, reject);
  }
  Result<PullAnswer> pull(const QUuid& epoch, quint64 cursor, int limit) override {
    ++pulls;
    return m_way.pull(epoch, cursor, limit);
  }
  Result<PullAnswer> hydrate(const QUuid& epoch, const QByteArray& part, const QUuid& after,
                             int limit) override {
    ++pulls;
    return m_way.hydrate(epoch, part, after, limit);
  }
  Result<BeatAnswer> beat(const WorkstationId& seat, const Beat& beat) override {
    return m_way.beat(seat, beat);
  }
  Result<BlobAnswer> blobPut(const QByteArray& sha256, qint64 size, const QUuid& ticket, int number,
                             const QByteArray& content) override {
    return m_way.blobPut(sha256, size, ticket, number, content);
  }
  Result<QByteArray> blobGet(const QByteArray& sha256, int number) override {
    return m_way.blobGet(sha256, number);
  }
  Roused rest(WakeUp& wakeUp, Milliseconds most, Milliseconds mostWithBell) override {
    return m_way.rest(wakeUp, most, mostWithBell);
  }

 private:
  Gateway& m_way;
};

void copyFolder(const QString& from, const QString& to) {
  REQUIRE(QDir().mkpath(to));
  for (const QString& file : QDir(from).entryList(QDir::Files)) {
    REQUIRE(QFile::copy(from % u'/' % file, to % u'/' % file));
  }
}

}  // namespace

TEST_CASE("a store that is busy is waited for, and is no trouble to tell of", "[sim]") {
  House house;
  SimSeat other(house.path("other"), house.clock, 1, house.way);
  REQUIRE(other.save(QStringLiteral("ticket"), ticket(1, house.clock.now())));
  goOn(other.engine());
  SimSeat seat(house.path("seat"), house.clock, 2, house.way);
  JournalFacts facts(seat.journal());
  BusyStore store(
      house.path("seat"), seat.clock, [](const auto&, const auto&) { return DerivedDue(); },
      seat.journal(), facts, seat.cache());
  SeatCard card;
  card.secret = QByteArray(32, 's');
  SyncEngine engine(house.way, store, house.clock, house.random, card);
  goOn(engine);
  REQUIRE(engine.status().phase == SyncPhase::Live);
  REQUIRE(other.save(QStringLiteral("ticket"), ticket(2, house.clock.now())));
  goOn(other.engine());
  store.refusals = 3;
  for (int i = 0; i < 4; ++i) {
    CHECK(engine.step() < Milliseconds(1000));
    CHECK(engine.status().phase == SyncPhase::Live);
    CHECK(engine.status().stop == SyncStop::None);
  }
  goOn(engine);
  CHECK(seat.rows() == other.rows());
}

TEST_CASE("a standby's age is known, nothing is sent to it, and its promotion is noticed",
          "[sim]") {
  class Standby final : public FaultyGateway {
   public:
    using FaultyGateway::FaultyGateway;
    std::optional<Milliseconds> age;
    Result<HelloAnswer> hello(const WorkstationId& seat, const QUuid& epoch, quint64 seen,
                              const QByteArray& position) override {
      auto answer = FaultyGateway::hello(seat, epoch, seen, position);
      if (answer) answer->isStandby = age.has_value();
      if (answer) answer->standbyAge = age;
      return answer;
    }
    Result<PullAnswer> pull(const QUuid& epoch, quint64 cursor, int limit) override {
      auto answer = FaultyGateway::pull(epoch, cursor, limit);
      if (answer) answer->standbyAge = age;
      return answer;
    }
  };
  House house;
  Standby way(house.server, house.random, house.weather, house.late);
  SimSeat seat(house.path("seat"), house.clock, 4, way);
  goOn(seat.engine());
  REQUIRE(seat.engine().status().phase == SyncPhase::Live);
  CHECK_FALSE(seat.engine().status().standbyAge);
  way.age = Milliseconds(1500);
  seat.engine().reconnect();
  REQUIRE(seat.save(QStringLiteral("ticket"), ticket(1, house.clock.now())));
  goOn(seat.engine());
  CHECK(seat.engine().status().phase == SyncPhase::Live);
  CHECK(seat.engine().status().standbyAge == Milliseconds(1500));
  CHECK(seat.engine().status().unsent == 1);
  CHECK(house.server.state.entities.empty());
  way.age = Milliseconds(2500);
  goOn(seat.engine(), 3);
  CHECK(seat.engine().status().standbyAge == Milliseconds(2500));
  way.age.reset();
  goOn(seat.engine());
  CHECK(seat.engine().isQuiet());
  CHECK(seat.engine().status().unsent == 0);
  CHECK_FALSE(seat.engine().status().standbyAge);
  CHECK_FALSE(house.server.state.entities.empty());
}

TEST_CASE("a store that was put back, or runs twice, stops and sends nothing more", "[sim]") {
  House house;
  const QString early = house.path("early");
  {
    SimSeat seat(house.path("seat"), house.clock, 3, house.way);
    REQUIRE(seat.save(QStringLiteral("ticket"), ticket(1, house.clock.now())));
    goOn(seat.engine());
    seat.close();
    copyFolder(house.path("seat"), early);
    REQUIRE(seat.open());
    REQUIRE(seat.save(QStringLiteral("ticket"), ticket(2, house.clock.now())));
    goOn(seat.engine());
    REQUIRE(seat.engine().isQuiet());
  }
  const auto entities = house.server.state.entities.size();
  SimSeat back(early, house.clock, 3, house.way);
  goOn(back.engine(), 20);
  CHECK(back.engine().status().phase == SyncPhase::Stopped);
  CHECK(back.engine().status().stop == SyncStop::Clone);
  // The same place in the chain with other words: the hashes tell.
  REQUIRE(back.save(QStringLiteral("ticket"), ticket(3, house.clock.now())));
  goOn(back.engine(), 20);
  CHECK(back.engine().status().stop == SyncStop::Clone);
  CHECK(house.server.state.entities.size() == entities);
  // What was written there is still there.
  CHECK(back.tickets().size() == 2);
}

TEST_CASE("a heartbeat comes between the pages of a long copy, and before no push", "[sim]") {
  House house;
  SimSeat other(house.path("other"), house.clock, 1, house.way);
  for (int i = 0; i < 300; ++i) {
    REQUIRE(other.save(QStringLiteral("ticket"), ticket(i, house.clock.now())));
  }
  goOn(other.engine(), 400);
  REQUIRE(other.engine().isQuiet());
  SimSeat seat(house.path("seat"), house.clock, 2, house.way);
  int beats = 0;
  int pages = 0;
  while (!seat.engine().isQuiet()) {
    const auto before = seat.engine().othersAt();
    (void)seat.step();
    const bool isCopying = seat.engine().status().phase == SyncPhase::Hydrating;
    if (isCopying && seat.engine().othersAt() != before) ++beats;
    if (isCopying) ++pages;
    house.clock.advance(std::chrono::seconds(2));
    REQUIRE(pages < 5000);
  }
  // Two seconds a page, a beat every five: neither waits for the other.
  CHECK(pages > 20);
  CHECK(beats > pages / 5);
  CHECK(beats < pages / 2);
  // What is saved goes up in the very next steps, however often the heart beats.
  REQUIRE(seat.save(QStringLiteral("ticket"), ticket(1000, house.clock.now())));
  house.clock.advance(std::chrono::seconds(60));
  (void)seat.step();
  (void)seat.step();
  CHECK(house.server.state.seats[seat.journal().workstation().uuid()].ledger.size() == 1);
}

TEST_CASE("a claim is believed from before it was asked for, and not to the end of its lease",
          "[sim]") {
  House house;
  const auto pass = [&house](Milliseconds by) {
    house.clock.advance(by);
    house.server.nowMs = toMs(house.clock.now());
  };
  SimSeat seat(house.path("seat"), house.clock, 1, house.way);
  REQUIRE(seat.save(QStringLiteral("ticket"), ticket(1, house.clock.now())));
  goOn(seat.engine());
  const TicketId id = seat.tickets().front();
  ChangeSet changes;
  changes.entities.push_back(
      takeClaim(id, seat.agent, seat.journal().workstation(), seat.clock.now()));
  const bool isSaved = seat.save(claimOperationKind(), std::move(changes));
  REQUIRE(isSaved);
  CHECK(seat.believed().isEmpty());
  goOn(seat.engine());
  REQUIRE(seat.believed().contains(id.uuid()));
  // Cut off, and with a clock that somebody sets back: only the steady one counts.
  house.way.isCut = true;
  seat.clock.skew = Milliseconds(-86'400'000);
  pass(claimLease - claimMargin - Milliseconds(1));
  CHECK(seat.believed().contains(id.uuid()));
  CHECK(house.server.holderOf(id.uuid()) == seat.agent.uuid());
  pass(Milliseconds(1));
  CHECK(seat.believed().isEmpty());
  CHECK(house.server.holderOf(id.uuid()) == seat.agent.uuid());
  // Heard again, and nobody took it meanwhile: it is renewed.
  house.way.isCut = false;
  seat.clock.skew = {};
  pass(std::chrono::minutes(20));
  CHECK(house.server.holderOf(id.uuid()).isNull());
  goOn(seat.engine());
  CHECK(seat.believed().contains(id.uuid()));
}

TEST_CASE("what is refused before the first copy takes no other work along", "[sim]") {
  House house;
  SimSeat seat{house.path("seat"), house.clock, 1, house.way};
  // A ticket of a store that stood alone, and a record of it that no server could read.
  REQUIRE(seat.save(QStringLiteral("ticket"), ticket(1, house.clock.now())));
  const TicketId id = seat.tickets().front();
  ChangeSet unreadable;
  unreadable.entities.push_back({"", id.uuid(), {}});
  Activity contact;
  contact.ticket = id;
  contact.kind = ActivityKind::Contact;
  contact.at = house.clock.now();
  unreadable.activities.push_back(contact);
  const auto saved = seat.save(QStringLiteral("poison"), std::move(unreadable));
  REQUIRE(saved);
  for (int i = 0; i < 100; ++i) {
    (void)seat.engine().step();
    INFO("step " << i);
    REQUIRE(seat.tickets().size() == 1);
  }
  CHECK(seat.store().attention()->size() == 1);
  CHECK(seat.rows().contains(QStringLiteral("ticket/%1/number").arg(id.text())));
}

TEST_CASE("what is answered with comes right after what is open", "[sim]") {
  const std::vector<QByteArray>& parts = hydrationParts();
  const auto at = [&](const char* part) {
    const auto found = std::find(parts.begin(), parts.end(), part);
    REQUIRE(found != parts.end());
    CHECK(std::count(parts.begin(), parts.end(), part) == 1);
    return found - parts.begin();
  };
  const auto open = at("open");
  CHECK(open == 3);
  auto next = open;
  for (const char* part : {"article_draft", "article_check", "article_version", "article_mark"}) {
    INFO(part);
    CHECK(at(part) == ++next);
  }
  CHECK(at("household") > next);
  CHECK(at("ticket") > next);
  // Nothing is left out: what a ticket brings along comes with it, secrets never come.
  for (const KindRow& row : allKindRows()) {
    if (row.kind == "ticket_text" || row.kind == "agent_secret") continue;
    at(row.kind.constData());
  }
}

TEST_CASE("a seat that is too old sends what it has, and fetches again when it is taken", "[sim]") {
  House house;
  StrictDoor door(house.way);
  SimSeat seat{house.path("seat"), house.clock, 1, door};
  SimSeat other{house.path("other"), house.clock, 2, house.way};
  goOn(seat.engine());
  goOn(other.engine());
  REQUIRE(seat.engine().status().phase == SyncPhase::Live);

  door.isTooNew = true;
  seat.engine().reconnect();
  REQUIRE(seat.save(QStringLiteral("ticket"), ticket(1, house.clock.now())));
  REQUIRE(other.save(QStringLiteral("ticket"), ticket(2, house.clock.now())));
  goOn(other.engine());
  const int pulls = door.pulls;
  goOn(seat.engine());
  CHECK(seat.engine().status().unsent == 0);
  CHECK(seat.engine().status().phase == SyncPhase::Refused);
  CHECK(seat.engine().status().refusal == Refusal::ClientOld);
  CHECK_FALSE(seat.engine().isQuiet());
  CHECK(door.pulls == pulls);
  CHECK(seat.tickets().size() == 1);
  // It is there for everybody else.
  goOn(other.engine());
  CHECK(other.tickets().size() == 2);
  // And what is saved later goes, too.
  REQUIRE(seat.save(QStringLiteral("ticket"), ticket(3, house.clock.now())));
  seat.engine().wake();
  goOn(seat.engine());
  CHECK(seat.engine().status().unsent == 0);

  door.isTooNew = false;
  goOn(seat.engine());
  CHECK(seat.engine().status().phase == SyncPhase::Live);
  CHECK(seat.tickets().size() == 3);
}

TEST_CASE("an operation that is too large is recorded without its content, and the next passes",
          "[sim]") {
  House house;
  StrictDoor door(house.way);
  SimSeat seat{house.path("seat"), house.clock, 1, door};
  goOn(seat.engine());
  door.bytesMost = 4096;
  const auto text = [&](int number, int length) {
    ChangeSet changes = ticket(number, house.clock.now());
    TicketText words;
    words.request = QString(length, u'漏');
    changes.create(ticketTextFields(), TicketId(changes.entities.front().id), words);
    return changes;
  };
  REQUIRE(seat.save(QStringLiteral("ticket"), text(1, 10)));
  REQUIRE(seat.save(QStringLiteral("ticket"), text(2, 5000)));
  REQUIRE(seat.save(QStringLiteral("ticket"), text(3, 10)));
  goOn(seat.engine());
  CHECK(seat.engine().status().unsent == 0);
  CHECK(seat.engine().status().phase == SyncPhase::Live);
  CHECK(door.refused == QStringList{QStringLiteral("large")});
  const auto told = seat.store().attention();
  REQUIRE(told);
  REQUIRE(told->size() == 1);
  CHECK(told->front().reason == QStringLiteral("large"));
  // Counted as taken, each once.
  CHECK(seat.engine().status().pushed == 3);
  CHECK(seat.engine().status().pulled > 0);
}
