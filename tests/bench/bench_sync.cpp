// SPDX-License-Identifier: GPL-3.0-or-later
// The shared floor on a private server: bench_sync [PART…] [--seats N] [--rows N] …
#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

#include "tests/bench/sync/bench_floor.h"

using namespace yingda::bench;

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  struct Part {
    const char* name;
    void (*run)(const SyncOptions&);
  };
  static constexpr Part parts[] = {{"apply", measureApply},
                                   {"sight", measureSight},
                                   {"seats", measureSeats},
                                   {"copy", measureCopy},
                                   {"storm", measureStorm}};
  SyncOptions options;
  struct Number {
    const char* name;
    int* value;
  };
  const Number numbers[] = {
      {"seats", &options.seats},           {"connections", &options.connections},
      {"operations", &options.operations}, {"rows", &options.rows},
      {"samples", &options.samples},       {"seconds", &options.seconds},
      {"batches", &options.batches}};
  QCommandLineParser parser;
  for (const Number& number : numbers) {
    parser.addOption({QLatin1String(number.name), QString(), QStringLiteral("N"),
                      QString::number(*number.value)});
  }
  parser.process(application);
  for (const Number& number : numbers) {
    *number.value = parser.value(QLatin1String(number.name)).toInt();
  }
  const QStringList wanted = parser.positionalArguments();
  for (const Part& part : parts) {
    if (!wanted.isEmpty() && !wanted.contains(QLatin1String(part.name))) continue;
    part.run(options);
    std::fflush(stdout);
  }
  return 0;
}
