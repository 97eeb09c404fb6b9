// SPDX-License-Identifier: GPL-3.0-or-later
// Milestones of 100,000 open tickets, and what is due next among them.
#include <QCoreApplication>

#include "core/base/random.h"
#include "core/domain/ticket_milestones.h"
#include "core/service/starter_files.h"
#include "tests/bench/blocks.h"

using namespace yingda;

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  constexpr int count = 100'000;
  auto starter = readStarter(builtInStarterFiles());
  if (!starter) return 1;
  auto engine = builtInEngine(*starter, QStringLiteral("shipped"));
  if (!engine) return 1;
  SeededRandom random(3);
  const Instant now = *instantFromIso(u"2026-03-10T23:40:12");
  std::vector<MilestoneInput> inputs;
  for (int i = 0; i < count; ++i) {
    MilestoneInput input;
    input.level = allLevels[random.below(4)];
    input.repair = random.below(2) == 0 ? QStringLiteral("urgent") : QStringLiteral("small");
    input.received = now - std::chrono::minutes{random.below(14 * 24 * 60)};
    Fact confirmed;
    confirmed.kind = FactKind::Confirmed;
    confirmed.at = input.received + std::chrono::minutes{2};
    input.facts.push_back(confirmed);
    inputs.push_back(input);
  }
  qint64 running = 0;
  const auto all = bench::measure([&] {
    for (const MilestoneInput& input : inputs) {
      for (const Milestone& milestone : engine->milestones(input, now)) {
        running += milestone.state == MilestoneState::Running;
      }
    }
  });
  std::printf("milestones of %d tickets: wall %.0f ms, cpu %.0f ms (%lld running)\n", count,
              all.wallMs, all.cpuMs, static_cast<long long>(running));
  DueQueue queue;
  const auto due = bench::measure([&] {
    for (int i = 0; i < count; ++i) {
      if (const auto next = engine->nextDue(inputs[static_cast<size_t>(i)], now)) {
        queue.update(i, next->due);
      }
    }
  });
  std::printf("next due of %d tickets into the queue: wall %.0f ms, cpu %.0f ms\n", count,
              due.wallMs, due.cpuMs);
  std::vector<bench::Sample> updates;
  for (int i = 0; i < 20'000; ++i) {
    const qint64 key = static_cast<qint64>(random.below(count));
    updates.push_back(
        bench::measure([&] { queue.update(key, now + std::chrono::minutes{random.below(9000)}); }));
  }
  bench::print("one update of the due queue", updates);
  return 0;
}
