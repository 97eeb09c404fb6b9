// SPDX-License-Identifier: GPL-3.0-or-later
// Which kind words, which rung, which warning: tables of calls and what fits them.
#include "core/assist/calming.h"

#include <QFile>

#include "core/assist/emotion.h"
#include "core/assist/kind_words.h"
#include "core/assist/wording_lint.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

Phrase phrase(const char* id, const char* emotion, const QStringList& categories,
              const char* text) {
  return {QString::fromUtf8(id), QString::fromUtf8(emotion), categories, QString::fromUtf8(text)};
}

Starter bank() {
  Starter starter;
  starter.phrases = {
      phrase("any.1", "愤怒", {QStringLiteral("*")}, "我理解您的心情，事情放在谁身上都坐不住。"),
      phrase("any.2", "愤怒", {QStringLiteral("*")}, "您先说，我一句都不打断。"),
      phrase("any.3", "愤怒", {QStringLiteral("*")}, "让您气成这样，先跟您说声对不起。"),
      phrase("water", "愤怒", {QStringLiteral("repair.water")}, "东西泡坏了还要您来追着问。"),
      phrase("other", "不满", {QStringLiteral("*")}, "您说的每一条我都写下来了。")};
  return starter;
}

QStringList idsOf(const KindWords& words) {
  QStringList ids;
  for (const Phrase* one : words.fitting) ids << one->id;
  return ids;
}

KindWish wish(const char* matter) {
  return {QString::fromUtf8(matter), QStringLiteral("愤怒"), {}, 3};
}

}  // namespace

TEST_CASE("kind words follow feeling and matter, the nearest matter first", "[assist][calm]") {
  const Starter starter = bank();
  CHECK(idsOf(chooseKindWords(starter, wish("repair.water.burst"), {})) ==
        QStringList{QStringLiteral("water"), QStringLiteral("any.1"), QStringLiteral("any.2")});
  CHECK(idsOf(chooseKindWords(starter, wish("fees"), {})) ==
        QStringList{QStringLiteral("any.1"), QStringLiteral("any.2"), QStringLiteral("any.3")});
}

TEST_CASE("what was said, or its like, is passed over and the reason told", "[assist][calm]") {
  const Starter starter = bank();
  struct Case {
    QStringList now;
    QStringList before;
    const char* passed;
    Repeat why;
  };
  const std::vector<Case> cases{
      {{QStringLiteral("您先说，我一句都不打断。")}, {}, "any.2", Repeat::Now},
      {{QStringLiteral("嗯。您先说，我一句都不打断，好吗")}, {}, "any.2", Repeat::AlikeNow},
      {{},
       {QStringLiteral("师傅 15:00 前到。让您气成这样，先跟您说声对不起。")},
       "any.3",
       Repeat::Before},
      {{}, {QStringLiteral("让您气成这样，真的跟您说声对不起了")}, "any.3", Repeat::AlikeBefore},
      // The worn word: once a call, in whatever sentence.
      {{QStringLiteral("这么晚还漏水，我特别理解您")}, {}, "any.1", Repeat::AlikeNow},
  };
  for (const Case& one : cases) {
    INFO(one.passed);
    const KindWords words = chooseKindWords(starter, wish("fees"), SaidWords(one.now, one.before));
    REQUIRE(words.passed.size() == 1);
    CHECK(words.passed.front().phrase->id == QString::fromUtf8(one.passed));
    CHECK(words.passed.front().why == one.why);
    CHECK_FALSE(idsOf(words).contains(QString::fromUtf8(one.passed)));
  }
}

TEST_CASE("an earlier call does not wear a word out, and a used id is gone", "[assist][calm]") {
  const Starter starter = bank();
  const SaidWords before({}, {QStringLiteral("昨天那么晚，我理解您")});
  CHECK(idsOf(chooseKindWords(starter, wish("fees"), before)).contains(QStringLiteral("any.1")));
  KindWish used = wish("fees");
  used.used << QStringLiteral("any.1");
  CHECK_FALSE(idsOf(chooseKindWords(starter, used, {})).contains(QStringLiteral("any.1")));
}

TEST_CASE("unlike sentences of the shipped bank are not taken for each other", "[assist][calm]") {
  const QStringList answers{QStringLiteral("工程部 15:30 前到您家，到了先给您打电话。"),
                            QStringLiteral("费用明细我请财务列好，明天 10 点前发给您。"),
                            QStringLiteral("物业费按建筑面积收，每月每平方米二元。")};
  const SaidWords said(answers, {});
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/phrases.json"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  const QString all = QString::fromUtf8(file.readAll());
  int phrases = 0;
  for (const QString& line : all.split(u'\n')) {
    const QString head = QStringLiteral("\"text\": \"");
    const qsizetype at = line.indexOf(head);
    if (at < 0) continue;
    ++phrases;
    const QString text = line.mid(at + head.size()).chopped(1);
    INFO(text.toStdString());
    CHECK(said.repeatOf(text) == Repeat::None);
  }
  CHECK(phrases >= 60);
}

TEST_CASE("the ladder climbs with the feeling, one rung after each answer of the owner",
          "[assist][calm]") {
  const Calming& calming = Calming::builtIn();
  CallHeat heat{EmotionLevel::Calm, 10, {}};
  CHECK(calming.nextRung(heat) == nullptr);
  QStringList said;
  for (const EmotionLevel felt :
       {EmotionLevel::Displeased, EmotionLevel::Displeased, EmotionLevel::Angry,
        EmotionLevel::Angry, EmotionLevel::Threatening}) {
    heat.felt = felt;
    heat.heard += 5;
    const CalmRung* rung = calming.nextRung(heat);
    REQUIRE(rung);
    said << rung->id;
    heat.marks << rungMark(rung->id, heat.heard);
    // She has said it; until the owner speaks again there is nothing more to say.
    CHECK(calming.nextRung(heat) == nullptr);
  }
  CHECK(said == QStringList{QStringLiteral("listen"), QStringLiteral("name"), QStringLiteral("own"),
                            QStringLiteral("promise"), QStringLiteral("senior")});
  heat.heard += 5;
  CHECK(calming.nextRung(heat) == nullptr);
}

TEST_CASE("a rung waits for the owner's next words, and falls away with the feeling",
          "[assist][calm]") {
  const Calming& calming = Calming::builtIn();
  CallHeat heat{EmotionLevel::Angry, 20, {rungMark(QStringLiteral("listen"), 20)}};
  CHECK(calming.nextRung(heat) == nullptr);
  heat.heard = 26;
  REQUIRE(calming.nextRung(heat));
  CHECK(calming.nextRung(heat)->id == QStringLiteral("name"));
  heat.felt = EmotionLevel::Calm;
  CHECK(calming.nextRung(heat) == nullptr);
  heat.felt = EmotionLevel::Displeased;
  heat.marks << rungMark(QStringLiteral("name"), 26);
  heat.heard = 40;
  // 不满 calls for no promise and no senior.
  CHECK(calming.nextRung(heat) == nullptr);
}

TEST_CASE("anger alone is no abuse, insults of the person and threats are", "[assist][calm]") {
  struct Case {
    const char* text;
    int places;
  };
  const std::vector<Case> cases{
      {"你们什么态度，我都等了三天了！！", 0},
      {"再不来修我就打12345投诉你们", 0},
      {"他妈的这水管又爆了", 0},
      {"气死我了，垃圾物业，收钱不办事", 0},
      {"急死你们才好", 0},
      {"你没骂你吧，我可没骂人", 0},
      {"楼上骂我王八蛋，你们管不管", 0},
      {"孩子说邻居骂你是废物", 0},
      {"我要见你们领导，现在，马上", 0},
      {"你个废物", 1},
      {"你就是个王八蛋，操你妈", 2},
      {"信不信我找人砍你", 1},
      {"你们这群畜生", 1},
      {"我知道你家住哪，小心你孩子", 2},
      {"你真是个傻Ｂ", 1},
      {"下班在门口堵你", 1},
  };
  for (const Case& one : cases) {
    const QString text = QString::fromUtf8(one.text);
    const QStringList places = Calming::builtIn().abuseIn(text);
    INFO(one.text << " -> " << places.join(u'|').toStdString());
    CHECK(places.size() == one.places);
    for (const QString& place : places) CHECK(text.contains(place));
    CHECK(EmotionMeter::builtIn().read(text).abuse == places);
  }
}

TEST_CASE("two warnings, each for new abuse, then the polite end", "[assist][calm]") {
  const Calming& calming = Calming::builtIn();
  CHECK(calming.nextStep(0, {}) == nullptr);
  REQUIRE(calming.nextStep(1, {}));
  CHECK(calming.nextStep(1, {})->step == 1);
  CHECK(calming.nextStep(1, {1}) == nullptr);
  CHECK(calming.nextStep(2, {1})->step == 2);
  CHECK(calming.nextStep(2, {1, 2}) == nullptr);
  CHECK(calming.nextStep(3, {1, 2})->step == 3);
  CHECK(calming.nextStep(9, {1, 2, 3}) == nullptr);
}

TEST_CASE("rungs and warnings are words that the lint lets out", "[assist][calm]") {
  LintContext context;
  context.now = *instantFromIso(u"2026-03-11T15:07:00+08:00");
  const QHash<QString, QString> values{{QStringLiteral("now_plus_15"), QStringLiteral("15:25")},
                                       {QStringLiteral("number"), QStringLiteral("207-4213-1")}};
  QStringList sentences;
  for (const CalmRung& rung : Calming::builtIn().rungs()) sentences << rung.say;
  for (const AbuseStep& step : Calming::builtIn().steps()) sentences << step.say;
  for (const QString& sentence : sentences) {
    const QString text = fillSentence(sentence, values);
    INFO(text.toStdString());
    CHECK_FALSE(text.contains(u'_'));
    for (const Remark& remark : WordingLint::builtIn().lint(text, WordingField::Spoken, context)) {
      INFO(remark.rule.toStdString());
      CHECK(remark.rule.isEmpty());
    }
  }
}

TEST_CASE("a broken ladder is refused with its place", "[assist][calm]") {
  CHECK(Calming::fromJson("{").error().code == ErrorCode::Corrupt);
  CHECK(Calming::fromJson(R"({"rungs": [{"id": "x", "from": "?", "say": "y"}]})").error().code ==
        ErrorCode::Corrupt);
  CHECK(Calming::fromJson(R"({"rungs": [{"id": "x", "from": "不满", "say": "y"}]})").error().code ==
        ErrorCode::Corrupt);
}
