// SPDX-License-Identifier: GPL-3.0-or-later
// The triage learns anew once a night, and a night that goes wrong leaves it what it had.
#include <QFile>
#include <catch2/catch.hpp>

#include "core/service/triage_service.h"
#include "core/store/cache.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// A demo's tickets, with a triage of their own that nothing but the test ticks.
struct Night {
  Night() {
    DemoOptions demo;
    demo.households = 200;
    demo.tickets = 300;
    demo.open = 20;
    REQUIRE(await(store.backend->makeDemo(demo)));
    store.close();
    BackendOptions options;
    options.folder = store.folder();
    options.clock = store.clock;
    options.random = std::make_shared<SeededRandom>(5);
    workplace = std::make_unique<Workplace>(options);
    REQUIRE(workplace->open());
    triage = std::make_unique<TriageService>(*workplace);
    REQUIRE(await(triage->learning()));
  }
  LearningView settled() {
    for (;;) {
      const auto view = await(triage->learning());
      REQUIRE(view);
      if (!view->isLearning) return *view;
    }
  }
  LearningView tickAt(const char16_t* time) {
    store.clock->set(*instantFromIso(time));
    triage->tick(store.clock->now());
    return settled();
  }
  float sure() {
    const auto answer = await(triage->answer(QStringLiteral("厨房水龙头一直滴水关不紧")));
    REQUIRE(answer);
    return answer->probability;
  }
  TempStore store{7};
  std::unique_ptr<Workplace> workplace;
  std::unique_ptr<TriageService> triage;
};

Instant at(const char16_t* time) { return *instantFromIso(time); }

}  // namespace

TEST_CASE("the triage learns anew once a night", "[service][triage]") {
  Night night;
  // Nothing was learned yet: at once, whatever the hour.
  CHECK(night.tickAt(u"2026-06-01T14:00:00").fittedAt == at(u"2026-06-01T14:00:00"));
  CHECK(night.tickAt(u"2026-06-01T20:00:00").fittedAt == at(u"2026-06-01T14:00:00"));
  CHECK(night.tickAt(u"2026-06-02T01:59:00").fittedAt == at(u"2026-06-01T14:00:00"));
  const LearningView learned = night.tickAt(u"2026-06-02T02:01:00");
  CHECK(learned.fittedAt == at(u"2026-06-02T02:01:00"));
  CHECK(learned.labels >= TriageService::labelsLeast);
  // Every minute of the same night, and the day after it.
  for (const char16_t* time :
       {u"2026-06-02T02:02:00", u"2026-06-02T03:30:00", u"2026-06-02T04:59:00",
        u"2026-06-02T12:00:00", u"2026-06-02T23:59:00", u"2026-06-03T01:59:00"}) {
    CHECK(night.tickAt(time).fittedAt == at(u"2026-06-02T02:01:00"));
  }
  CHECK(night.tickAt(u"2026-06-03T02:00:00").fittedAt == at(u"2026-06-03T02:00:00"));
  // A machine that sleeps at night learns when a day has gone by.
  CHECK(night.tickAt(u"2026-06-04T01:00:00").fittedAt == at(u"2026-06-03T02:00:00"));
  CHECK(night.tickAt(u"2026-06-04T09:00:00").fittedAt == at(u"2026-06-04T09:00:00"));
}

TEST_CASE("a night that goes wrong leaves what was learned, and the next one learns",
          "[service][triage]") {
  Night night;
  const LearningView before = night.tickAt(u"2026-06-01T02:30:00");
  REQUIRE(before.fittedAt == at(u"2026-06-01T02:30:00"));
  const float sure = night.sure();
  // The labels cannot be read.
  const QString cache = Cache::fileIn(night.store.folder());
  REQUIRE(QFile::rename(cache, cache + QStringLiteral(".away")));
  const LearningView failed = night.tickAt(u"2026-06-02T02:30:00");
  CHECK(failed.fittedAt == before.fittedAt);
  CHECK(failed.labels == before.labels);
  CHECK(failed.curve == before.curve);
  CHECK(night.sure() == sure);
  REQUIRE(QFile::rename(cache + QStringLiteral(".away"), cache));
  // Not every minute of the night, and again in the next.
  CHECK(night.tickAt(u"2026-06-02T02:31:00").fittedAt == before.fittedAt);
  CHECK(night.tickAt(u"2026-06-03T02:30:00").fittedAt == at(u"2026-06-03T02:30:00"));
  CHECK(night.sure() == sure);
}
