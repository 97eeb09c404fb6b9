// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own with an injected clock and seeded chance, open on the real
// services.
#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "core/service/backend.h"
#include "tests/runner/printers.h"

namespace yingda::test {

/// Waits for a future while events run, as a screen would.
template <class T>
T await(const QFuture<T>& future) {
  const bool finished = QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000);
  REQUIRE(finished);
  QCoreApplication::processEvents();
  return future.result();
}

/// A backend in a temporary folder. The clock starts on Tuesday 2026-03-10, 23:40:12.
class TempStore {
 public:
  explicit TempStore(quint64 seed = 1)
      : clock(std::make_shared<ManualClock>(*instantFromIso(u"2026-03-10T23:40:12"))),
        m_seed(seed) {
    REQUIRE(m_folder.isValid());
    reopen();
  }
  // Before its folder goes.
  ~TempStore() { close(); }
  QString folder() const { return m_folder.path() % QStringLiteral("/store"); }
  void close() { backend.reset(); }
  void reopen() {
    backend.reset();
    BackendOptions options;
    options.folder = folder();
    options.clock = clock;
    options.random = std::make_shared<SeededRandom>(m_seed++);
    options.stepsOnlyWhenAsked = stepsOnlyWhenAsked;
    auto opened = Backend::open(options);
    REQUIRE(opened);
    backend = std::move(*opened);
  }
  /// 8021 李敏, the first person, signed in.
  Agent signIn() {
    FirstRun first;
    first.name = QStringLiteral("李敏");
    first.staffNumber = QStringLiteral("8021");
    first.outsideName = QStringLiteral("小李");
    first.pin = QStringLiteral("246810");
    const auto agent = await(backend->setUpStandAlone(first));
    REQUIRE(agent);
    backend->enter(*agent);
    return *agent;
  }
  /// 云杉府 3栋2单元1502 with 王秀兰, 13812341234.
  HouseholdCard addHousehold() {
    HouseholdEdit edit;
    edit.communityName = QStringLiteral("云杉府");
    edit.address = QStringLiteral("3-2-1502");
    const auto household = await(backend->saveHousehold(edit));
    REQUIRE(household);
    PersonEdit person;
    person.household = household->household.id;
    person.name = QStringLiteral("王秀兰");
    person.salutation = QStringLiteral("王老师");
    person.numbers = {QStringLiteral("138 1234 1234")};
    const auto card = await(backend->savePerson(person));
    REQUIRE(card);
    return *card;
  }

  /// Of the next `reopen`: a rebuild stands still unless somebody waits for it.
  bool stepsOnlyWhenAsked = false;
  std::shared_ptr<ManualClock> clock;
  std::unique_ptr<Backend> backend;

 private:
  QTemporaryDir m_folder;
  quint64 m_seed;
};

}  // namespace yingda::test
