// SPDX-License-Identifier: GPL-3.0-or-later
// Many workstations on one primary: each saves now and then and looks when the bell rings; and all
// of them coming back at once with what they did meanwhile.
#include <QThread>
#include <atomic>
#include <thread>

#include "core/remote/door_bell.h"
#include "tests/bench/blocks.h"
#include "tests/bench/sync/bench_floor.h"

namespace yingda::bench {

namespace {

using Steady = std::chrono::steady_clock;

constexpr int secondsPerOperation = 20;
constexpr Milliseconds sweepEvery{20};
constexpr int triesMost = 600;

double msSince(Steady::time_point start) {
  return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

void printSpread(const char* name, std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  const size_t n = values.size();
  if (n == 0) {
    std::printf("%-34s nothing was measured\n", name);
    return;
  }
  std::printf("%-34s n %7zu  ms p50 %8.1f p95 %8.1f p99 %8.1f max %8.1f\n", name, n, values[n / 2],
              values[n * 95 / 100], values[n * 99 / 100], values.back());
}

/// One that is simulated: a connection, what it has pulled, when it saves next.
struct Seated {
  std::unique_ptr<BenchSeat> seat;
  quint64 cursor = 0;
  Steady::time_point savesAt;
  Steady::time_point looksAt;
};

/// How long ago what the row tells of was done: it says so itself, in ms.
std::optional<double> ageOf(const RemoteRow& row) {
  const QByteArray key("\"at\": ");
  const qsizetype at = row.body.indexOf(key);
  if (row.what != RemoteRow::What::Activity || at < 0) return std::nullopt;
  const qsizetype from = at + key.size();
  qsizetype to = from;
  while (to < row.body.size() && row.body[to] >= '0' && row.body[to] <= '9') ++to;
  return static_cast<double>(toMs(SystemClock().now()) -
                             row.body.mid(from, to - from).toLongLong());
}

void pullAll(Seated& one) {
  bool isWhole = false;
  while (!isWhole) {
    const PullAnswer page = need(one.seat->gateway->pull(one.seat->epoch, one.cursor, 2000));
    one.cursor = page.next;
    isWhole = page.isWhole;
  }
}

struct Share {
  std::vector<double> answered;
  std::vector<double> seen;
  qint64 pulls = 0;
  qint64 rows = 0;
};

void work(std::vector<Seated>& seats, Steady::time_point end, Share& share) {
  WakeUp wakeUp;
  while (Steady::now() < end) {
    const auto sweep = Steady::now();
    for (Seated& one : seats) {
      PsqlGateway& gateway = *one.seat->gateway;
      if (Steady::now() >= one.savesAt) {
        one.savesAt += std::chrono::seconds(secondsPerOperation);
        const auto operations = one.seat->maker->make(1);
        const auto start = Steady::now();
        one.seat->send(operations);
        share.answered.push_back(msSince(start));
      }
      const bool isRung = gateway.rest(wakeUp, Milliseconds(0), Milliseconds(0)) == Roused::Bell;
      // As the workstation does: every second when nobody rings.
      if (!isRung && Steady::now() < one.looksAt) continue;
      one.looksAt = Steady::now() + std::chrono::seconds(isRung ? 15 : 1);
      const PullAnswer page = need(gateway.pull(one.seat->epoch, one.cursor, 2000));
      one.cursor = page.next;
      ++share.pulls;
      share.rows += static_cast<qint64>(page.rows.size());
      for (const RemoteRow& row : page.rows) {
        if (const auto age = ageOf(row)) share.seen.push_back(*age);
      }
    }
    const auto spent = std::chrono::ceil<Milliseconds>(Steady::now() - sweep);
    if (spent < sweepEvery) wakeUp.wait(sweepEvery - spent);
  }
}

template <class F>
void inThreads(int count, F body) {
  std::vector<std::thread> threads;
  threads.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) threads.emplace_back([&body, i] { body(i); });
  for (std::thread& thread : threads) thread.join();
}

/// The raw limit: everybody asks for nothing, once a round, as all do after a ring.
void measureRound(const ServerAddress& address, int seats, int threads) {
  constexpr int rounds = 20;
  std::vector<std::vector<std::unique_ptr<ServerLink>>> groups(static_cast<size_t>(threads));
  inThreads(threads, [&](int thread) {
    for (int i = thread; i < seats; i += threads) {
      auto& group = groups[static_cast<size_t>(thread)];
      group.push_back(std::make_unique<ServerLink>(address));
      (void)need(group.back()->ask(QStringLiteral("SELECT 1"), {}));
    }
  });
  std::vector<double> answered;
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::vector<double>> shares(static_cast<size_t>(threads));
    const auto start = Steady::now();
    inThreads(threads, [&](int thread) {
      for (auto& link : groups[static_cast<size_t>(thread)]) {
        (void)need(link->ask(QStringLiteral("SELECT 1"), {}));
        shares[static_cast<size_t>(thread)].push_back(msSince(start));
      }
    });
    for (const auto& share : shares) answered.insert(answered.end(), share.begin(), share.end());
  }
  printSpread("raw: all ask SELECT 1 once", answered);
  std::printf("\n");
}

}  // namespace

void measureSeats(const SyncOptions& options) {
  BenchFloor floor;
  const ServerAddress address = floor.person(QStringLiteral("li"));
  const int threads = std::clamp(options.seats / 50, 1, 8);
  measureRound(address, options.seats, threads);
  // The server needs a moment to see that they have gone.
  const QString here = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE usename = '%1'");
  while (floor.value(here.arg(address.login)) != u"0") QThread::msleep(20);
  std::vector<std::vector<Seated>> groups(static_cast<size_t>(threads));
  const auto entering = Steady::now();
  inThreads(threads, [&](int thread) {
    SeededRandom random(static_cast<quint64>(thread) + 77);
    for (int i = thread; i < options.seats; i += threads) {
      Seated one;
      one.seat = std::make_unique<BenchSeat>(address, static_cast<quint64>(i) + 1, i);
      one.savesAt = Steady::now() + Milliseconds(random.below(secondsPerOperation * 1000));
      groups[static_cast<size_t>(thread)].push_back(std::move(one));
    }
  });
  std::printf("%d workstations, one connection each, %d threads; they came in within %.1f s\n",
              options.seats, threads, msSince(entering) / 1000);
  // A connection lives for a shift: what a server process does for the first time, such as
  // planning, is not what a seat waits for all day.
  inThreads(threads, [&](int thread) {
    for (Seated& one : groups[static_cast<size_t>(thread)])
      one.seat->send(one.seat->maker->make(1));
  });
  inThreads(threads, [&](int thread) {
    for (Seated& one : groups[static_cast<size_t>(thread)]) pullAll(one);
  });
  WakeUp endOfBell;
  SystemRandom random;
  DoorBell bell(floor.bell(), random);
  std::thread ringing([&] { bell.run(endOfBell, [](DoorBell::State, const QString&) {}); });
  std::vector<Share> shares(static_cast<size_t>(threads));
  const auto start = Steady::now();
  const double cpu = floor.serverCpuMs(address.login);
  const auto end = start + std::chrono::seconds(options.seconds);
  inThreads(threads, [&](int thread) {
    const auto index = static_cast<size_t>(thread);
    for (Seated& one : groups[index]) {
      one.savesAt += start - entering;
      one.looksAt = start;
    }
    work(groups[index], end, shares[index]);
  });
  const double seconds = msSince(start) / 1000;
  Share all;
  for (const Share& share : shares) {
    all.answered.insert(all.answered.end(), share.answered.begin(), share.answered.end());
    all.seen.insert(all.seen.end(), share.seen.begin(), share.seen.end());
    all.pulls += share.pulls;
    all.rows += share.rows;
  }
  std::printf("%.0f s: %zu operations, %lld pulls (%.0f/s), %lld rows brought, %lld rings\n",
              seconds, all.answered.size(), static_cast<long long>(all.pulls),
              static_cast<double>(all.pulls) / seconds, static_cast<long long>(all.rows),
              static_cast<long long>(bell.rings()));
  printSpread("ours: operation to its answer", all.answered);
  printSpread("ours: operation to every other", all.seen);
  std::printf("%-34s memory %.0f MB, %.2f processors busy\n", "server", floor.serverMegabytes(),
              (floor.serverCpuMs(address.login) - cpu) / 1000 / seconds);
  endOfBell.ring();
  ringing.join();
}

void measureStorm(const SyncOptions& options) {
  BenchFloor floor;
  const ServerAddress address = floor.person(QStringLiteral("li"));
  const int connections = std::max(1, std::min(options.connections, options.seats));
  struct Waiting {
    WorkstationId id;
    std::unique_ptr<OperationMaker> maker;
  };
  std::vector<Waiting> seats(static_cast<size_t>(options.seats));
  std::vector<std::unique_ptr<PsqlGateway>> gateways;
  gateways.reserve(static_cast<size_t>(connections));
  for (int i = 0; i < connections; ++i) gateways.push_back(std::make_unique<PsqlGateway>(address));
  std::atomic<int> next = 0;
  QUuid epoch;
  {
    BenchSeat first(address, 1);
    epoch = first.epoch;
  }
  inThreads(connections, [&](int thread) {
    SystemRandom random;
    PsqlGateway& gateway = *gateways[static_cast<size_t>(thread)];
    for (int i = next++; i < options.seats; i = next++) {
      Waiting& seat = seats[static_cast<size_t>(i)];
      seat.id = WorkstationId::make(SystemClock(), random);
      need(gateway.enrol(seat.id, random.bytes(seatSecretBytes), QStringLiteral("storm"), {}));
      const auto hello = need(gateway.hello(seat.id));
      seat.maker = std::make_unique<OperationMaker>(seat.id, hello.agent, epoch,
                                                    static_cast<quint64>(i) + 1);
    }
  });
  // The raw limit first, on the same connections: the same bytes inserted bare.
  need(floor.admin().run(QStringLiteral(
      "CREATE TABLE raw(id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, header text, body text);"
      "CREATE FUNCTION raw_put(p jsonb) RETURNS void LANGUAGE sql AS $$ INSERT INTO raw(header, body)"
      " SELECT * FROM jsonb_to_recordset(p) AS x(h text, p text) $$")));
  const int rawBatches = std::max(1, options.seats * options.operations / 1000);
  next = 0;
  const auto rawStart = Steady::now();
  inThreads(connections, [&](int thread) {
    OperationMaker maker(WorkstationId(), AgentId(), epoch, static_cast<quint64>(thread));
    ServerLink link(floor.asAdministrator());
    for (int i = next++; i < rawBatches; i = next++) {
      const QString text = QString::fromUtf8(batchJson(maker.make(100)));
      (void)need(link.ask(QStringLiteral("SELECT raw_put(?::text::jsonb)"), {text}));
    }
  });
  const double rawSeconds = msSince(rawStart) / 1000;
  next = 0;
  std::vector<std::vector<double>> answered(static_cast<size_t>(connections));
  std::atomic<int> sentAgain = 0;
  // Meanwhile a colleague who never was away saves five times a second.
  std::atomic<bool> isOver = false;
  std::vector<double> saved;
  BenchSeat beside(address, 2, options.seats);
  std::thread colleague([&] {
    while (!isOver) {
      const auto operations = beside.maker->make(1);
      const auto asked = Steady::now();
      while (!beside.gateway->apply(beside.id, epoch, operations)) ++sentAgain;
      saved.push_back(msSince(asked));
      QThread::msleep(200);
    }
  });
  const auto start = Steady::now();
  inThreads(connections, [&](int thread) {
    PsqlGateway& gateway = *gateways[static_cast<size_t>(thread)];
    for (int i = next++; i < options.seats; i = next++) {
      Waiting& seat = seats[static_cast<size_t>(i)];
      for (int done = 0; done < options.operations; done += operationsPerBatch) {
        const auto batch =
            seat.maker->make(std::min(operationsPerBatch, options.operations - done));
        const auto asked = Steady::now();
        // As the engine does: what came to nothing for now is sent again after a while.
        auto applied = gateway.apply(seat.id, epoch, batch);
        for (int tries = 0; !applied && tries < triesMost; ++tries) {
          ++sentAgain;
          QThread::msleep(50);
          applied = gateway.apply(seat.id, epoch, batch);
        }
        const ApplyAnswer answer = need(std::move(applied));
        if (answer.acknowledged != batch.back().sequence || !answer.exceptions.empty()) {
          qFatal("an operation of the storm was not taken");
        }
        answered[static_cast<size_t>(thread)].push_back(msSince(asked));
      }
    }
  });
  const double seconds = msSince(start) / 1000;
  isOver = true;
  colleague.join();
  std::vector<double> all;
  for (const auto& part : answered) all.insert(all.end(), part.begin(), part.end());
  const qint64 count = floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")).toLongLong();
  std::printf("%d workstations come back with %d operations each, %d connections\n", options.seats,
              options.operations, connections);
  std::printf("%-34s %.0f operations/s\n", "raw: bare insert of batches",
              rawBatches * 100 / std::max(rawSeconds, 1e-9));
  printSpread("ours: a batch to its answer", all);
  printSpread("ours: a colleague's save meanwhile", saved);
  std::printf("%-34s %d batches waited too long for a lock and were sent again\n", "ours",
              sentAgain.load());
  std::printf("%-34s %lld in the ledger after %.1f s: %.0f operations/s, server memory %.0f MB\n\n",
              "ours", static_cast<long long>(count), seconds, static_cast<double>(count) / seconds,
              floor.serverMegabytes());
}

}  // namespace yingda::bench
