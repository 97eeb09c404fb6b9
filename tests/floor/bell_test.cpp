// SPDX-License-Identifier: GPL-3.0-or-later
// The doorbell as a process of its own: heard, lost, replaced, and allowed nothing else.
#include <QProcess>
#include <QTest>
#include <catch2/catch.hpp>

#include "core/remote/door_bell.h"
#include "tests/remote/floor_words.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

// Long enough for a slow machine; a bell that does not ring is found by it.
constexpr Milliseconds aWhile{120'000};

/// yingda-admin bell on a floor.
class BellProcess {
 public:
  explicit BellProcess(const ServerAddress& address) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), address.password);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(YINGDA_ADMIN),
                    {QStringLiteral("bell"), QStringLiteral("--json"), QStringLiteral("--server"),
                     QString(address.hosts % u':' % address.ports), QStringLiteral("--database"),
                     address.database, QStringLiteral("--login"), address.login,
                     QStringLiteral("--ssl"), address.sslMode});
    REQUIRE(m_process.waitForStarted(-1));
  }
  ~BellProcess() {
    m_process.kill();
    m_process.waitForFinished(-1);
  }
  /// Passes over nothing that it says: a state that is over before we look was there all the same.
  void waitToBe(const char* state) {
    const QByteArray line = QByteArray("{\"state\":\"") + state + "\"}\n";
    REQUIRE(QTest::qWaitFor(
        [&] {
          m_said += m_process.readAllStandardOutput();
          const qsizetype found = m_said.indexOf(line);
          if (found < 0) return false;
          m_said.remove(0, found + line.size());
          return true;
        },
        static_cast<int>(aWhile.count())));
  }
  void kill() {
    m_process.kill();
    REQUIRE(m_process.waitForFinished(-1));
  }
  /// Tells it to end, as a service manager does.
  int end() {
    m_process.terminate();
    REQUIRE(m_process.waitForFinished(-1));
    REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
    return m_process.exitCode();
  }

 private:
  QProcess m_process;
  QByteArray m_said;
};

/// What a resting seat hears next; signs of life are passed over by the gateway itself.
Roused restOf(Seat& seat, Milliseconds most = aWhile) {
  WakeUp wakeUp;
  return seat.gateway->rest(wakeUp, most, most);
}

/// Hears the bell until it has nothing more to tell.
void settle(Seat& seat) {
  while (restOf(seat, Milliseconds(1500)) == Roused::Bell) {
  }
}

void joinAs(TempStore& store, const ServerAddress& person) {
  store.signIn();
  REQUIRE(await(store.backend->joinServer(person)));
  REQUIRE(QTest::qWaitFor(
      [&] {
        const SyncView view = store.backend->sync();
        return view.state == SyncView::State::Live && view.unsent == 0;
      },
      static_cast<int>(aWhile.count())));
}

TicketId saveOn(TempStore& store, const QString& request) {
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13812341234"), store.backend->clock().now()));
  draft.text.request = request;
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view.ticket.id;
}

/// Nobody asks: what comes, comes by itself.
void comesTo(TempStore& store, const TicketId& id) {
  CHECK(QTest::qWaitFor([&] { return await(store.backend->ticket(id)).has_value(); },
                        static_cast<int>(aWhile.count())));
}

}  // namespace

TEST_CASE("what one seat sends rings at another, and presence does not", "[floor]") {
  Floor floor;
  Seat writer(floor.person(QStringLiteral("li")), 1);
  Seat listener(floor.person(QStringLiteral("zhao")), 2);
  writer.enter();
  listener.enter();
  // Nobody rings yet, and nobody is trusted to.
  CHECK(restOf(listener, Milliseconds(1)) == Roused::Time);
  BellProcess bell(floor.bell());
  bell.waitToBe("ringing");
  settle(listener);
  writer.append(ticket({{QStringLiteral("category"), QStringLiteral("repair")}}));
  writer.send();
  CHECK(restOf(listener) == Roused::Bell);
  settle(listener);
  Beat idle;
  idle.state = QStringLiteral("idle");
  idle.since = writer.clock.now();
  REQUIRE(writer.gateway->beat(writer.id(), idle));
  CHECK(restOf(listener, Milliseconds(1500)) == Roused::Time);
  // A rest is ended from here as well.
  WakeUp wakeUp;
  wakeUp.ring();
  CHECK(listener.gateway->rest(wakeUp, aWhile, aWhile) == Roused::Asked);
  CHECK(bell.end() == 0);
}

TEST_CASE("while the bell is there a seat rests longer, and not after it is gone", "[floor]") {
  Floor floor;
  Seat listener(floor.person(QStringLiteral("zhao")), 1);
  listener.enter();
  WakeUp wakeUp;
  const auto restMs = [&](Milliseconds withBell) {
    const auto start = std::chrono::steady_clock::now();
    while (listener.gateway->rest(wakeUp, Milliseconds(1), withBell) == Roused::Bell) {
    }
    return std::chrono::steady_clock::now() - start;
  };
  // Before it was ever heard the short rest counts.
  CHECK(listener.gateway->rest(wakeUp, Milliseconds(1), aWhile) == Roused::Time);
  BellProcess bell(floor.bell());
  bell.waitToBe("ringing");
  settle(listener);
  CHECK(restMs(Milliseconds(3'000)) >= Milliseconds(3'000));
  bell.kill();
  // It ends by itself when no sign of life comes any more, long before its time.
  CHECK(restMs(aWhile) < aWhile);
  CHECK(listener.gateway->rest(wakeUp, Milliseconds(1), aWhile) == Roused::Time);
}

TEST_CASE("a second bell is a spare, and takes over when the first is gone", "[floor]") {
  Floor floor;
  const ServerAddress login = floor.bell();
  Seat writer(floor.person(QStringLiteral("li")), 1);
  Seat listener(floor.person(QStringLiteral("zhao")), 2);
  writer.enter();
  listener.enter();
  BellProcess first(login);
  first.waitToBe("ringing");
  BellProcess second(login);
  second.waitToBe("spare");
  first.kill();
  second.waitToBe("ringing");
  settle(listener);
  writer.append(ticket({{QStringLiteral("category"), QStringLiteral("repair")}}));
  writer.send();
  CHECK(restOf(listener) == Roused::Bell);
  // The server throws it out; it comes back by itself.
  REQUIRE(floor.admin->run(
      QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%1'")
          .arg(login.login)));
  second.waitToBe("away");
  second.waitToBe("ringing");
  CHECK(second.end() == 0);
}

TEST_CASE("a save on one workstation comes to the other with a bell, and when the bell is killed",
          "[floor]") {
  Floor floor;
  TempStore first(11);
  TempStore second(12);
  joinAs(first, floor.person(QStringLiteral("li"), QStringLiteral("supervisor")));
  joinAs(second, floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor")));
  BellProcess bell(floor.bell());
  bell.waitToBe("ringing");
  comesTo(second, saveOn(first, QStringLiteral("电梯停在三楼")));
  bell.kill();
  comesTo(second, saveOn(first, QStringLiteral("楼道灯不亮")));
}

TEST_CASE("the bell's login may ring and nothing else", "[floor]") {
  Floor floor;
  Seat writer(floor.person(QStringLiteral("li")), 1);
  writer.enter();
  ServerLink bell(floor.bell());
  const auto ring = [&bell](const QString& seen) {
    auto query = bell.ask(QStringLiteral("SELECT seen, is_news FROM yingda.ring(?::text::xid8,"
                                         " false)"),
                          {seen.isEmpty() ? QVariant() : QVariant(seen)});
    REQUIRE(query);
    REQUIRE(query->next());
    return std::pair(query->value(0).toString(), query->value(1).toBool());
  };
  const auto [seen, isNews] = ring({});
  CHECK(isNews);
  writer.append(ticket({{QStringLiteral("category"), QStringLiteral("repair")}}));
  writer.send();
  // Other tests' transactions hold the watermark of the whole server back for a moment.
  QString from = seen;
  CHECK(QTest::qWaitFor(
      [&] {
        const auto [next, isThere] = ring(from);
        from = next;
        return isThere;
      },
      static_cast<int>(aWhile.count())));
  for (const char* forbidden :
       {"SELECT * FROM yingda.entity", "SELECT * FROM yingda.person", "SELECT * FROM yingda.op",
        "SELECT * FROM yingda.pull(gen_random_uuid(), '3', 1)",
        "SELECT yingda.hello(1, gen_random_uuid(), NULL, NULL)",
        "SELECT yingda.apply_ops(gen_random_uuid(), gen_random_uuid(), '[]')",
        "CREATE TABLE yingda.mine(n integer)", "SET ROLE yingda_engine"}) {
    INFO(forbidden);
    CHECK_FALSE(bell.run(QString::fromLatin1(forbidden)));
  }
  // And nobody else may ring by this door.
  Seat other(floor.person(QStringLiteral("zhao")), 2);
  ServerLink person(floor.person(QStringLiteral("wang")));
  CHECK_FALSE(person.run(QStringLiteral("SELECT * FROM yingda.ring(NULL, false)")));
}

TEST_CASE("a bell rests longer for more listeners", "[floor]") {
  CHECK(bellRest(0) == Milliseconds(50));
  CHECK(bellRest(300) == Milliseconds(95));
  CHECK(bellRest(1000) == Milliseconds(200));
  CHECK(bellRest(5000) == Milliseconds(200));
}
