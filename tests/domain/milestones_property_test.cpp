// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the clocks over drawn tickets, a second walk over minutes, and the queue of dues.
#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "core/domain/milestone_queue.h"
#include "tests/domain/milestones_starter.h"

using namespace yingda;
using namespace yingda::test;
using std::chrono::minutes;

namespace {

const Instant base = *instantFromIso(u"2026-02-01T00:00");

Instant anyMinute(int days) { return base + minutes{*rc::gen::inRange(0, days * 1440)}; }

std::vector<Fact> anyFacts(Instant received) {
  std::vector<Fact> facts;
  const int count = *rc::gen::inRange(0, 9);
  for (int i = 0; i < count; ++i) {
    Fact fact;
    fact.kind = *rc::gen::element(FactKind::Pause, FactKind::Pause, FactKind::Resume,
                                  FactKind::Contact, FactKind::LevelChanged, FactKind::Told,
                                  FactKind::Confirmed, FactKind::Diagnosed, FactKind::Informed,
                                  FactKind::Arrived, FactKind::Solved, FactKind::Reopened,
                                  FactKind::CategoryChanged, FactKind::Transferred);
    fact.at = received + minutes{*rc::gen::inRange(0, 20'000)};
    fact.level = *rc::gen::elementOf(allLevels);
    fact.category = *rc::gen::element(QString(), QStringLiteral("attitude"));
    if (*rc::gen::arbitrary<bool>()) {
      fact.expectedEnd = fact.at + minutes{*rc::gen::inRange(0, 5'000)};
    }
    facts.push_back(std::move(fact));
  }
  return facts;
}

MilestoneInput anyTicket() {
  MilestoneInput input;
  input.level = *rc::gen::elementOf(allLevels);
  input.received = anyMinute(60);
  input.liveCall = *rc::gen::arbitrary<bool>();
  input.attitude = *rc::gen::arbitrary<bool>();
  input.facts = anyFacts(input.received);
  return input;
}

bool isSame(const Milestone& a, const Milestone& b) {
  return a.id == b.id && a.due == b.due && a.metAt == b.metAt && a.state == b.state &&
         a.remainingSeconds == b.remainingSeconds && a.usedSeconds == b.usedSeconds &&
         a.totalSeconds == b.totalSeconds && a.breachedAt == b.breachedAt && a.start == b.start;
}

}  // namespace

TEST_CASE("the order in which facts are listed never matters", "[domain]") {
  CHECK(rc::check([] {
    MilestoneInput input = anyTicket();
    const Instant now = input.received + minutes{*rc::gen::inRange(0, 30'000)};
    const auto before = referenceEngine().milestones(input, now);
    std::reverse(input.facts.begin(), input.facts.end());
    const int turn = *rc::gen::inRange(0, static_cast<int>(input.facts.size()) + 1);
    std::rotate(input.facts.begin(), input.facts.begin() + turn, input.facts.end());
    const auto after = referenceEngine().milestones(input, now);
    RC_ASSERT(std::equal(before.begin(), before.end(), after.begin(), after.end(), isSame));
  }));
}

TEST_CASE("a later receipt never gives an earlier due", "[domain]") {
  CHECK(rc::check([] {
    MilestoneInput early;
    early.level = *rc::gen::elementOf(allLevels);
    early.liveCall = *rc::gen::arbitrary<bool>();
    early.attitude = *rc::gen::arbitrary<bool>();
    early.received = anyMinute(300);
    MilestoneInput late = early;
    late.received += minutes{*rc::gen::inRange(0, 5'000)};
    const int pauses = *rc::gen::inRange(0, 4);
    for (int i = 0; i < pauses; ++i) {
      Fact pause{.kind = FactKind::Pause, .at = {}, .expectedEnd = {}, .category = {}, .text = {}};
      pause.at = late.received + minutes{*rc::gen::inRange(1, 9'000)};
      pause.expectedEnd = pause.at + minutes{*rc::gen::inRange(1, 4'000)};
      early.facts.push_back(pause);
      late.facts.push_back(pause);
    }
    const auto first = referenceEngine().milestones(early, base);
    const auto second = referenceEngine().milestones(late, base);
    for (std::size_t i = 0; i < first.size(); ++i) {
      RC_ASSERT(first[i].due.has_value() == second[i].due.has_value());
      if (first[i].due) RC_ASSERT(*first[i].due <= *second[i].due);
    }
  }));
}

TEST_CASE("the rows of an account join, split at now and add up", "[domain]") {
  CHECK(rc::check([] {
    const MilestoneInput input = anyTicket();
    const Instant now = input.received + minutes{*rc::gen::inRange(0, 30'000)};
    for (const Milestone& each : referenceEngine().milestones(input, now)) {
      const Account account = referenceEngine().account(input, each.id, now);
      if (!account.segments.empty()) RC_ASSERT(account.segments.front().from == *each.start);
      qint64 sum = 0;
      Instant cursor = account.segments.empty() ? Instant{} : account.segments.front().from;
      for (const Segment& row : account.segments) {
        sum += row.countedSeconds;
        if (row.from == row.to) continue;
        RC_ASSERT(row.from == cursor);
        RC_ASSERT((row.counted || row.countedSeconds == 0));
        RC_ASSERT((row.to <= now || row.from >= now));
        cursor = row.to;
      }
      RC_ASSERT(sum == account.countedSeconds);
      RC_ASSERT((account.pausedShare >= 0 && account.pausedShare <= 1));
      if (!each.due) continue;
      RC_ASSERT(sum == each.totalSeconds);
      RC_ASSERT(cursor == std::max(*each.due, *each.start));
      const QString fixed = QStringLiteral("M2 M3 M4");
      const bool isService = each.rule.contains(QStringLiteral("服务"));
      if (fixed.contains(each.id) && isService) {
        const std::map<QString, qint64> amounts{{QStringLiteral("M2"), 1800},
                                                {QStringLiteral("M3"), 7200},
                                                {QStringLiteral("M4"), 14400}};
        RC_ASSERT(sum == amounts.at(each.id));
      }
    }
  }));
}

TEST_CASE("red runs through every pause", "[domain]") {
  CHECK(rc::check([] {
    MilestoneInput input = anyTicket();
    input.level = Level::Red;
    std::erase_if(input.facts, [](const Fact& fact) {
      return fact.kind == FactKind::LevelChanged || fact.kind == FactKind::CategoryChanged;
    });
    MilestoneInput unpaused = input;
    std::erase_if(unpaused.facts, [](const Fact& fact) { return fact.kind == FactKind::Pause; });
    const Instant now = input.received + minutes{*rc::gen::inRange(0, 30'000)};
    const auto with = referenceEngine().milestones(input, now);
    const auto without = referenceEngine().milestones(unpaused, now);
    RC_ASSERT(std::equal(with.begin(), with.end(), without.begin(), without.end(), isSame));
  }));
}

TEST_CASE("a paused service clock agrees with a walk over minutes", "[domain]") {
  const CalendarSet calendars = starterCalendars();
  const ServiceCalendar& calendar = *calendars.findOrNull(QStringLiteral("workday"));
  CHECK(rc::check([&] {
    MilestoneInput input;
    input.received = anyMinute(60);
    const int count = *rc::gen::inRange(0, 5);
    std::vector<std::pair<Instant, Instant>> pauses;
    for (int i = 0; i < count; ++i) {
      Fact pause{.kind = FactKind::Pause, .at = {}, .expectedEnd = {}, .category = {}, .text = {}};
      pause.at = input.received + minutes{*rc::gen::inRange(0, 6'000)};
      pause.expectedEnd = pause.at + minutes{*rc::gen::inRange(0, 3'000)};
      pauses.emplace_back(pause.at, *pause.expectedEnd);
      input.facts.push_back(pause);
    }
    const auto isPaused = [&](Instant at) {
      return std::any_of(pauses.begin(), pauses.end(), [at](const auto& pause) {
        return pause.first <= at && at < pause.second;
      });
    };
    Instant walk = input.received;
    for (int left = 240; left > 0; walk += minutes{1}) {
      if (calendar.isOpen(walk) && !isPaused(walk)) --left;
    }
    RC_ASSERT(*milestone(referenceEngine(), input, "M4", input.received).due == walk);
  }));
}

TEST_CASE("remaining time falls and never jumps while nothing happens", "[domain]") {
  CHECK(rc::check([] {
    MilestoneInput input;
    input.level = *rc::gen::elementOf(allLevels);
    input.received = anyMinute(60);
    const Instant now = input.received + minutes{*rc::gen::inRange(0, 9'000)};
    const Instant later = now + minutes{*rc::gen::inRange(0, 600)};
    const auto first = referenceEngine().milestones(input, now);
    const auto second = referenceEngine().milestones(input, later);
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (!first[i].remainingSeconds) continue;
      const qint64 fall = *first[i].remainingSeconds - *second[i].remainingSeconds;
      RC_ASSERT(fall >= 0);
      RC_ASSERT(fall <= std::chrono::duration_cast<std::chrono::seconds>(later - now).count());
    }
  }));
}

TEST_CASE("the queue of dues is a sorted list", "[domain]") {
  CHECK(rc::check([] {
    DueQueue queue;
    std::map<qint64, Instant> model;
    const int steps = *rc::gen::inRange(0, 200);
    for (int i = 0; i < steps; ++i) {
      const qint64 key = *rc::gen::inRange(0, 40);
      if (*rc::gen::inRange(0, 4) == 0) {
        queue.remove(key);
        model.erase(key);
      } else {
        const Instant due = base + minutes{*rc::gen::inRange(0, 50)};
        queue.update(key, due);
        model[key] = due;
      }
    }
    std::vector<DueQueue::Entry> sorted;
    for (const auto& [key, due] : model) sorted.push_back({key, due});
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.due < b.due; });
    RC_ASSERT(queue.size() == sorted.size());
    RC_ASSERT(queue.top(queue.size()) == sorted);
    const std::size_t some = std::min<std::size_t>(5, sorted.size());
    RC_ASSERT(queue.top(5) ==
              std::vector(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(some)));
    RC_ASSERT(queue.earliest() == (sorted.empty() ? std::nullopt : std::optional(sorted.front())));
    const Instant limit = base + minutes{25};
    std::erase_if(sorted, [&](const auto& entry) { return entry.due > limit; });
    RC_ASSERT(queue.dueUntil(limit) == sorted);
  }));
}
