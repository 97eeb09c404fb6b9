// SPDX-License-Identifier: GPL-3.0-or-later
// A drill works as production does, and nothing of it stays or leaves.
#include "core/service/sandbox.h"

#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <type_traits>

#include "core/service/sync_service.h"
#include "core/service/ticket_service.h"
#include "core/training/scenario_reader.h"
#include "core/training/shipped_scenarios.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

// Goal: production cannot be built from a drill by mistake. Method: the compiler is asked.
template <class Setting>
concept NamesAPlace = requires(Setting setting) {
  setting.folder;
}
|| requires(Setting setting) { setting.server; }
|| requires(Setting setting) { setting.address; };
static_assert(!NamesAPlace<SandboxSetting>);
static_assert(NamesAPlace<BackendOptions>);
static_assert(!std::is_constructible_v<BackendOptions, SandboxSetting>);
static_assert(!std::is_convertible_v<Sandbox&, Backend&>);
static_assert(!std::is_constructible_v<SyncService, Sandbox&>);
static_assert(!std::is_constructible_v<SyncService, Backend&>);
static_assert(std::is_constructible_v<SyncService, Workplace&>);
static_assert(!std::is_constructible_v<TicketService, Sandbox&, Agent>);
static_assert(!std::is_constructible_v<TicketService, Backend&, Agent>);
static_assert(std::is_constructible_v<TicketService, Workplace&, Agent>);
static_assert(!std::is_copy_constructible_v<Sandbox> && !std::is_move_constructible_v<Sandbox>);

namespace {

Scenario burst() {
  return readScenario(shippedScenarios().value(QStringLiteral("burst-night"))).scenario;
}

Result<void> settled(Sandbox& sandbox, const Scenario& scenario, const SandboxSetting& setting) {
  std::optional<Result<void>> answer;
  sandbox.settle(scenario, setting, [&answer](const Result<void>& done) { answer = done; });
  REQUIRE(QTest::qWaitFor([&answer] { return answer.has_value(); }, 60'000));
  return *answer;
}

std::unique_ptr<Sandbox> empty(const Scenario& scenario) {
  auto sandbox = Sandbox::open(std::make_shared<ManualClock>(scenario.calledAt),
                               std::make_shared<SeededRandom>(1));
  INFO((sandbox ? std::string() : sandbox.error().detail.toStdString()));
  REQUIRE(sandbox);
  return std::move(*sandbox);
}

std::unique_ptr<Sandbox> opened(const Scenario& scenario) {
  auto sandbox = empty(scenario);
  const auto done = settled(
      *sandbox, scenario, {QStringLiteral("赵欣"), QStringLiteral("8052"), QStringLiteral("小赵")});
  INFO((done ? std::string() : done.error().detail.toStdString()));
  REQUIRE(done);
  return sandbox;
}

}  // namespace

TEST_CASE("a drill's store knows the caller, saves a ticket, and goes with everything in it",
          "[service][training]") {
  const Scenario scenario = burst();
  auto sandbox = opened(scenario);
  Backend& backend = sandbox->backend();
  const QString folder = backend.folder();
  REQUIRE(QDir(folder).exists());
  REQUIRE(backend.session());
  CHECK(backend.session()->staffNumber == u"8052");
  CHECK(backend.clock().now() == scenario.calledAt);
  const auto card = await(backend.callerCard(scenario.persona.phone));
  REQUIRE(card);
  REQUIRE(card->households.size() == 1);
  CHECK(card->households[0].address.contains(QStringLiteral("3栋2单元1502")));
  REQUIRE(card->households[0].people.size() == 1);

  auto draft = await(backend.newDraft(scenario.persona.phone, scenario.calledAt));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("三楼水管井爆了");
  draft->text.place = QStringLiteral("3栋2单元");
  draft->ticket.category = scenario.category;
  draft->ticket.level = scenario.level;
  const auto saved = await(backend.save(*draft, SaveIntent::EarlyDispatch,
                                        {scenario.department, QStringLiteral("张师傅")}));
  REQUIRE(saved);
  CHECK(saved->missing.isEmpty());
  CHECK(saved->view.ticket.stage == Stage::Dispatched);
  CHECK_FALSE(saved->view.milestones.empty());
  sandbox.reset();
  CHECK_FALSE(QDir(folder).exists());
}

TEST_CASE("a drill leaves the real store beside it as it was", "[service][training]") {
  TempStore store;
  store.signIn();
  const auto before = await(store.backend->verify());
  REQUIRE(before);
  {
    auto sandbox = opened(burst());
    CHECK(sandbox->backend().folder() != store.folder());
    auto second = opened(burst());
    CHECK(second->backend().folder() != sandbox->backend().folder());
    const auto draft = await(sandbox->backend().newDraft(QStringLiteral("13800000152"),
                                                         sandbox->backend().clock().now()));
    REQUIRE(draft);
    REQUIRE(await(sandbox->backend().saveDraft(*draft)));
    CHECK(await(second->backend().drafts())->empty());
  }
  CHECK(await(store.backend->drafts())->empty());
  const auto after = await(store.backend->verify());
  REQUIRE(after);
  CHECK(after->operations == before->operations);
  CHECK_FALSE(isSandboxFolder(store.folder()));
}

TEST_CASE("a drill's store never speaks with a server, whoever opens it", "[service][training]") {
  auto sandbox = opened(burst());
  ServerAddress address;
  address.hosts = QStringLiteral("127.0.0.1");
  const auto isRefused = [](const auto& answer) {
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error() == Error{ErrorCode::Refused, QStringLiteral("drill")});
  };
  isRefused(await(sandbox->backend().testServer(address)));
  isRefused(await(sandbox->backend().joinServer(address)));
  const auto quiet = sandbox->backend().syncToQuiet(1);
  REQUIRE_FALSE(quiet.has_value());
  CHECK(quiet.error().code == ErrorCode::NotFound);
  // As another process would open it.
  BackendOptions options;
  options.folder = sandbox->backend().folder();
  options.clock = std::make_shared<ManualClock>(sandbox->backend().clock().now());
  const auto other = Backend::open(options);
  REQUIRE(other);
  isRefused(await((*other)->testServer(address)));
  isRefused(await((*other)->joinServer(address)));
}

TEST_CASE("a setting that names nobody signs nobody in", "[service][training]") {
  const Scenario scenario = burst();
  auto sandbox = empty(scenario);
  const auto done = settled(*sandbox, scenario, {});
  REQUIRE_FALSE(done);
  CHECK(done.error().code == ErrorCode::Invalid);
  CHECK_FALSE(sandbox->backend().session());
}

TEST_CASE("a sandbox may go while it is being settled", "[service][training]") {
  const Scenario scenario = burst();
  bool isTold = false;
  {
    auto sandbox = empty(scenario);
    sandbox->settle(scenario,
                    {QStringLiteral("赵欣"), QStringLiteral("8052"), QStringLiteral("小赵")},
                    [&isTold](const Result<void>&) { isTold = true; });
  }
  QTest::qWait(50);
  CHECK_FALSE(isTold);
}

namespace {

/// A drill's folder in `place` whose owner is this process number; 0: it has no lock.
QString leftBehind(const QString& place, const char* name, qint64 owner, bool isMarked = true) {
  const QString folder = place + u'/' + QLatin1String(name);
  REQUIRE(QDir().mkpath(folder + QStringLiteral("/store")));
  const auto write = [](const QString& path, const QByteArray& bytes) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  };
  if (isMarked) write(folder + QStringLiteral("/store/drill"), {});
  write(folder + QStringLiteral("/store/journal.db"), "what was practised");
  if (owner == 0) return folder;
  // As the system writes it, with another process in it.
  QLockFile lock(folder + QStringLiteral("/sample"));
  REQUIRE(lock.tryLock());
  QFile sample(folder + QStringLiteral("/sample"));
  REQUIRE(sample.open(QIODevice::ReadOnly));
  QByteArrayList lines = sample.readAll().split('\n');
  lines[0] = QByteArray::number(owner);
  write(folder + QStringLiteral("/owner"), lines.join('\n'));
  return folder;
}

qint64 deadProcess() {
  QProcess process;
  process.start(QStringLiteral("true"), QStringList{});
  REQUIRE(process.waitForStarted());
  const qint64 number = process.processId();
  REQUIRE(process.waitForFinished());
  return number;
}

}  // namespace

TEST_CASE("what a killed drill left behind is swept, and nothing else", "[service][training]") {
  QTemporaryDir place;
  const qint64 dead = deadProcess();
  const QString killed = leftBehind(place.path(), "yingda-drill-aaaaaa", dead);
  const QString unlocked = leftBehind(place.path(), "yingda-drill-bbbbbb", 0);
  const QString living =
      leftBehind(place.path(), "yingda-drill-cccccc", QCoreApplication::applicationPid());
  const QString unmarked = leftBehind(place.path(), "yingda-drill-dddddd", dead, false);
  const QString foreign = leftBehind(place.path(), "yingda-store-eeeeee", dead);
  // A link with a drill's name leads nowhere that may be swept, from inside neither.
  const QString precious = leftBehind(place.path(), "precious", dead);
  const QString link = place.filePath(QStringLiteral("yingda-drill-ffffff"));
  REQUIRE(QFile::link(precious, link));
  const QString hollow = place.filePath(QStringLiteral("yingda-drill-gggggg"));
  REQUIRE(QDir().mkpath(hollow));
  REQUIRE(QFile::link(precious + QStringLiteral("/store"), hollow + QStringLiteral("/store")));
  CHECK(sweepSandboxes(place.path()) == 2);
  CHECK_FALSE(QDir(killed).exists());
  CHECK_FALSE(QDir(unlocked).exists());
  for (const QString& kept : {living, unmarked, foreign, precious, hollow}) {
    INFO(kept.toStdString());
    CHECK(QDir(kept).exists());
    CHECK(QFile::exists(kept + QStringLiteral("/store/journal.db")));
  }
  CHECK(QFile::exists(link));
  CHECK(sweepSandboxes(place.path()) == 0);
}

TEST_CASE("a drill that runs is not swept from under its trainee", "[service][training]") {
  auto sandbox = opened(burst());
  const QString folder = sandbox->backend().folder();
  sweepSandboxes();
  CHECK(QDir(folder).exists());
  REQUIRE(await(sandbox->backend().verify()));
}
