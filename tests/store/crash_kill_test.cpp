// SPDX-License-Identifier: GPL-3.0-or-later
// Processes that type and save are killed at random moments; what they had told is there.
#include <QCoreApplication>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QThread>

#include "core/store/journal.h"
#include "tests/runner/printers.h"
#include "tests/store/children/crash_steps.h"

using namespace yingda;
using namespace yingda::test;

namespace {

QString childProgram() {
  return QCoreApplication::applicationDirPath() + QStringLiteral("/store_crash_child");
}

struct Life {
  QByteArray name;
  int lastStep = -1;  ///< the last one told
  QStringList numbers;
};

/// When to kill: after so many steps were told (0: while the store is being made), and a little
/// later.
struct Moment {
  int steps = 0;
  int quarterMs = 0;
};

Life liveAndDie(const QString& folder, const QByteArray& name, Moment moment) {
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(childProgram(), {QStringLiteral("type"), folder, QString::fromLatin1(name)});
  QByteArray told;
  // Steps are counted, not timed, so that a slow disk tests as much as a quick one.
  for (int i = 0; i < 1000 && moment.steps > 0 && told.count('\n') <= moment.steps; ++i) {
    child.waitForReadyRead(60'000);
    told += child.readAllStandardOutput();
  }
  QThread::usleep(static_cast<unsigned long>(moment.quarterMs) * 250UL);
  child.kill();
  child.waitForFinished(60'000);
  REQUIRE(child.exitStatus() == QProcess::CrashExit);
  Life life;
  life.name = name;
  told += child.readAllStandardOutput();
  const QList<QByteArray> lines = told.split('\n');
  for (const QByteArray& line : lines.first(lines.size() - 1)) {
    if (line == "open") continue;
    const QList<QByteArray> words = line.split(' ');
    life.lastStep = words[0].toInt();
    if (words.size() > 1) life.numbers << QString::fromLatin1(words[1]);
  }
  return life;
}

/// The draft's body once steps 0 to `last` are done; null when there is none.
QByteArray draftAfter(const QByteArray& life, int last, const QByteArray& before) {
  for (int index = last; index >= 0; --index) {
    if (childStep(index) == ChildStep::Save) return {};
    if (childStep(index) == ChildStep::Keystrokes) return childText(life, index);
  }
  return before;
}

/// One store that is killed again and again, and what it must hold.
struct KilledStore {
  QTemporaryDir folder;
  QList<QByteArray> payloads;
  QByteArray draft;
  QSet<QString> numbers;

  void judge(const Life& life) {
    const SystemClock clock;
    SystemRandom random;
    auto journal = Journal::open(folder.path(), clock, random);
    REQUIRE(journal);
    const auto report = (*journal)->verify();
    REQUIRE(report);
    REQUIRE(report->broken.isEmpty());
    for (int index = 0; index <= life.lastStep; ++index) {
      if (childStep(index) == ChildStep::Save) payloads << childText(life.name, index);
    }
    const auto operations = (*journal)->read(0, 1'000'000);
    REQUIRE(operations);
    QList<QByteArray> found;
    for (const Operation& operation : *operations) found << operation.payload;
    const int next = life.lastStep + 1;
    const bool hasMore = found.size() == payloads.size() + 1;
    // The step that was under way may stand, but nothing else.
    if (hasMore) {
      REQUIRE(childStep(next) == ChildStep::Save);
      payloads << childText(life.name, next);
    }
    REQUIRE(found == payloads);
    const auto drafts = (*journal)->drafts(childAgent);
    REQUIRE(drafts);
    const QByteArray body = drafts->empty() ? QByteArray() : drafts->front().body;
    const QByteArray told = draftAfter(life.name, life.lastStep, draft);
    const QByteArray underWay = draftAfter(life.name, next, draft);
    REQUIRE((body == told || body == underWay));
    draft = body;
    for (const QString& number : life.numbers) {
      REQUIRE_FALSE(numbers.contains(number));
      numbers.insert(number);
    }
    const auto fresh = (*journal)->takeNumber();
    REQUIRE(fresh);
    REQUIRE_FALSE(numbers.contains(fresh->digits()));
    numbers.insert(fresh->digits());
  }
};

}  // namespace

// Goal: kill -9 loses nothing told. Method: 20 stores, each killed 10 times at seeded moments; the
// first life of each store is killed while the store is being made.
TEST_CASE("two hundred kills lose nothing that was acknowledged", "[store][crash]") {
  SeededRandom random(20260213);
  int told = 0;
  for (int store = 0; store < 20; ++store) {
    KilledStore killed;
    for (int death = 0; death < 10; ++death) {
      const QByteArray name = QByteArray::number(store) + '.' + QByteArray::number(death);
      INFO("life " << name.toStdString());
      Moment moment;
      if (death > 0) moment.steps = static_cast<int>(random.below(12)) + 1;
      moment.quarterMs = static_cast<int>(random.below(death > 0 ? 40 : 240));
      const Life life = liveAndDie(killed.folder.path(), name, moment);
      told += life.lastStep + 1;
      killed.judge(life);
    }
  }
  INFO(told << " steps told");
  CHECK(told > 400);
}
