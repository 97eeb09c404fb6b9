// SPDX-License-Identifier: GPL-3.0-or-later
// More seeds of the simulation than the tests run: bench_sim --seeds N [--first N].
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <chrono>

#include "tests/runner/sim/world.h"

using namespace yingda::sim;

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  // A storm of crashes has much to tell, and the seeds that fail would drown in it.
  QLoggingCategory::setFilterRules(QStringLiteral("yingda.*=false"));
  QCommandLineParser parser;
  parser.addOption(
      {QStringLiteral("seeds"), QString(), QStringLiteral("N"), QStringLiteral("1000")});
  parser.addOption({QStringLiteral("first"), QString(), QStringLiteral("N"), QStringLiteral("0")});
  parser.process(application);
  const int first = parser.value(QStringLiteral("first")).toInt();
  const int count = parser.value(QStringLiteral("seeds")).toInt();
  qint64 operations = 0;
  int restores = 0;
  int crashes = 0;
  int conflicts = 0;
  int failures = 0;
  const auto start = std::chrono::steady_clock::now();
  for (int seed = first; seed < first + count; ++seed) {
    const Verdict verdict = World(static_cast<quint64>(seed), {}).run();
    operations += verdict.operations;
    restores += verdict.restores;
    crashes += verdict.crashes;
    conflicts += verdict.conflicts;
    if (!verdict.problems.isEmpty()) {
      ++failures;
      std::printf("seed %d\n%s\n", seed, qPrintable(verdict.problems.join(u'\n')));
      std::fflush(stdout);
    }
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  std::printf(
      "%d seeds from %d in %.0f s: %lld saves, %d server restores, %d crashes, %d conflicts,"
      " %d seeds failed\n",
      count, first, spent.count(), static_cast<long long>(operations), restores, crashes, conflicts,
      failures);
  return failures == 0 ? 0 : 1;
}
