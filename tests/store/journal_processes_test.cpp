// SPDX-License-Identifier: GPL-3.0-or-later
// Several processes save into one journal at once.
#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <memory>

#include "core/store/journal.h"
#include "tests/runner/printers.h"

using namespace yingda;

// Goal: one chain, however many write. Method: eight processes begin on an empty folder together.
TEST_CASE("eight processes saving at once make one unbroken chain", "[store][crash]") {
  const QTemporaryDir folder;
  std::vector<std::unique_ptr<QProcess>> children;
  for (int i = 0; i < 8; ++i) {
    auto& child = children.emplace_back(std::make_unique<QProcess>());
    child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child->start(QCoreApplication::applicationDirPath() + QStringLiteral("/store_crash_child"),
                 {QStringLiteral("save"), folder.path(), QString::number(i)});
  }
  QSet<QString> numbers;
  int taken = 0;
  for (const auto& child : children) {
    REQUIRE(child->waitForFinished(600'000));
    REQUIRE(child->exitCode() == 0);
    for (const QByteArray& line : child->readAllStandardOutput().trimmed().split('\n')) {
      numbers.insert(QString::fromLatin1(line));
      ++taken;
    }
  }
  CHECK(taken == 400);
  CHECK(numbers.size() == 400);

  const SystemClock clock;
  SystemRandom random;
  auto journal = Journal::open(folder.path(), clock, random);
  REQUIRE(journal);
  const auto report = (*journal)->verify();
  REQUIRE(report);
  CHECK(report->operations == 400);
  CHECK(report->broken.isEmpty());
  QSet<QByteArray> payloads;
  const auto operations = (*journal)->read(0, 1000);
  REQUIRE(operations);
  qint64 hlc = 0;
  for (const Operation& operation : *operations) {
    payloads.insert(operation.payload);
    CHECK(operation.header.hlc > hlc);
    hlc = operation.header.hlc;
  }
  CHECK(payloads.size() == 400);
  CHECK(QDir(folder.path()).entryList({QStringLiteral("*.new-*")}).isEmpty());
}
