// SPDX-License-Identifier: GPL-3.0-or-later
// A kept drill is done again: the same turns, the same sentences, the same score.
#include "core/training/drill_record.h"
#include "tests/training/drill_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// Talks with the model sentences, now and then with a slip, at its own pace.
std::unique_ptr<DrillRun> talk(const Scenario& scenario, quint64 seed) {
  auto run = DrillRun::start(scenario, drillRules(), {}, seed);
  REQUIRE(run);
  SeededRandom chance(seed + 77);
  TicketDraft form;
  form.id = DraftId::named(QUuid(), QStringLiteral("drill"));
  Milliseconds at{};
  while (!(*run)->drill().isOver() && (*run)->drill().turns().size() < 25) {
    const Drill& drill = (*run)->drill();
    const Milliseconds silence{static_cast<qint64>(chance.below(9'000))};
    at += silence + Milliseconds{1'717};
    (*run)->passTo(at);
    QString said = drill.modelSentence();
    if (chance.below(4) == 0) said += QStringLiteral("师傅尽快过去。");
    form.text.request += QStringLiteral("漏");
    if (chance.below(2) == 0) form.text.place = scenario.persona.home;
    if (chance.below(3) == 0) form.mark(ActivityKind::Told, drill.now());
    if (chance.below(3) == 0) form.text.place.clear();
    (*run)->say(at, said, silence, form);
  }
  (*run)->hangUp(at + Milliseconds{400}, form);
  return std::move(*run);
}

void checkSame(const Drill& first, const Drill& second) {
  CHECK(first.opening() == second.opening());
  REQUIRE(first.turns().size() == second.turns().size());
  for (size_t i = 0; i < first.turns().size(); ++i) {
    const DrillTurn& a = first.turns()[i];
    const DrillTurn& b = second.turns()[i];
    CHECK(a.said == b.said);
    CHECK(a.answer == b.answer);
    CHECK(a.at == b.at);
    CHECK(a.node == b.node);
    CHECK(a.angerAfter == b.angerAfter);
    CHECK(a.elements == b.elements);
    CHECK(a.events == b.events);
  }
  CHECK(first.end() == second.end());
}

}  // namespace

TEST_CASE("a drill that is kept as text is done again as it was", "[training]") {
  for (const Scenario& scenario : shippedAndChecked()) {
    INFO(scenario.id.toStdString());
    for (const quint64 seed : {quint64{1}, quint64{4'711}}) {
      const auto first = talk(scenario, seed);
      const QString text = encode(first->record());
      CHECK(text.size() < drillAnswersMost / 4);
      const auto read = decodeDrillRecord(text);
      INFO((read ? std::string() : read.error().detail.toStdString()));
      REQUIRE(read);
      const auto again = replayDrill(scenario, drillRules(), *read);
      REQUIRE(again);
      checkSame(first->drill(), (*again)->drill());
      const DrillScore a = first->score();
      const DrillScore b = (*again)->score();
      CHECK(a.score == b.score);
      CHECK(a.fatal == b.fatal);
      CHECK(a.evidence.size() == b.evidence.size());
      CHECK(dimensionsToJson(a.dimensions) == dimensionsToJson(b.dimensions));
      CHECK(measuresToJson(a.measures) == measuresToJson(b.measures));
      CHECK(measuresToJson(measuresFromJson(measuresToJson(a.measures))) ==
            measuresToJson(a.measures));
      const auto names = dimensionsFromJson(dimensionsToJson(a.dimensions));
      REQUIRE(names.size() == a.dimensions.size());
      CHECK(names.front().name == a.dimensions.front().name);
      CHECK(names.front().max == a.dimensions.front().max);
    }
  }
}

TEST_CASE("what is no record of a drill is told as damaged, and nothing else happens",
          "[training]") {
  const auto run = talk(shippedAndChecked().front(), 3);
  const QString text = encode(run->record());
  for (const QString& damaged :
       {QString(), QStringLiteral("[]"), QStringLiteral("z1:"), QStringLiteral("z1:AAAA"),
        QStringLiteral("z1://///w=="), text.left(text.size() / 2),
        QStringLiteral(R"({"mode":7,"steps":[]})"), QString(drillAnswersMost + 1, u'x'),
        QStringLiteral(R"({"steps":[{"at":5,"said":"a"}],"length":9})")}) {
    INFO(damaged.left(60).toStdString());
    const auto read = decodeDrillRecord(damaged);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::Corrupt);
  }
  // Steps beyond the end of the talk are another scenario's.
  DrillRecord longer = run->record();
  for (int i = 0; i < 40; ++i) {
    DrillStep rude = longer.steps.back();
    rude.said = QStringLiteral("你他妈有病，滚，自己看着办");
    longer.steps.insert(longer.steps.begin(), rude);
  }
  for (DrillStep& step : longer.steps) step.at = longer.length;
  const auto again = replayDrill(shippedAndChecked().front(), drillRules(), longer);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::Corrupt);
}
