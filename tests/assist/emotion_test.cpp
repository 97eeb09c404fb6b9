// SPDX-License-Identifier: GPL-3.0-or-later
// The level of feeling: how often it is right, and what it shows for it.
#include "core/assist/emotion.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <numeric>

#include "core/assist/emotion_fit.h"
#include "tests/assist/labelled.h"
#include "tests/assist/random_text.h"

using namespace yingda;
using namespace yingda::test;

namespace {

EmotionReading read(const char* text, const std::optional<CallBehaviour>& call = {}) {
  return EmotionMeter::builtIn().read(QString::fromUtf8(text), call);
}

QByteArray shippedWords() {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/emotion.json"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

Score scoreOf(const QString& half, bool showsMistakes) {
  Score score;
  for (const QStringList& row : labelledRows("emotion_sentences.tsv")) {
    REQUIRE(row.size() == 3);
    REQUIRE(emotionLevelFromText(row[1]));
    if (row[2] != half) continue;
    const QString found = emotionLevelWord(EmotionMeter::builtIn().read(row[0]).level);
    for (const EmotionLevel level : allEmotionLevels) {
      const QString word = emotionLevelWord(level);
      score.add(word, row[1] == word, found == word);
    }
    if (showsMistakes && found != row[1]) {
      std::cout << "  " << row[1].toStdString() << " -> " << found.toStdString() << "  "
                << row[0].toStdString() << '\n';
    }
  }
  return score;
}

}  // namespace

TEST_CASE("the level is right on the sentences the lexicon was tuned on", "[assist][emotion]") {
  const Score score = scoreOf(QStringLiteral("tuned"), true);
  score.print("emotion, tuned");
  std::cout << "  macro-F1 " << score.macroF1() << '\n';
  CHECK(score.macroF1() >= 0.9);
  CHECK(score.recall(QStringLiteral("愤怒")) >= 0.85);
  CHECK(score.recall(QStringLiteral("威胁升级")) >= 0.9);
}

TEST_CASE("the level is right on sentences set aside", "[assist][emotion]") {
  const Score score = scoreOf(QStringLiteral("held"), false);
  score.print("emotion, held out");
  std::cout << "  macro-F1 " << score.macroF1() << '\n';
  CHECK(score.macroF1() >= 0.75);
  CHECK(score.recall(QStringLiteral("愤怒")) >= 0.7);
  CHECK(score.recall(QStringLiteral("威胁升级")) >= 0.75);
}

TEST_CASE("a level shows the words that speak for it", "[assist][emotion]") {
  const EmotionReading threat = read("你们再不来修，我就打 12345！");
  CHECK(threat.level == EmotionLevel::Threatening);
  CHECK(threat.evidence.join(u' ').contains(QStringLiteral("12345")));
  CHECK(threat.probability() > 0.6);
  const EmotionReading calm = read("请问明天几点停水？谢谢。");
  CHECK(calm.level == EmotionLevel::Calm);
  CHECK(calm.evidence.contains(QStringLiteral("请问")));
  const EmotionReading nothing = read("");
  CHECK(nothing.level == EmotionLevel::Calm);
  CHECK(nothing.evidence.isEmpty());
}

TEST_CASE("a word of threat inside a polite question is no threat", "[assist][emotion]") {
  CHECK(read("请问 12345 的电话是多少？").level == EmotionLevel::Calm);
  CHECK(read("我是律师，想咨询一下商铺的物业费。").level == EmotionLevel::Calm);
  CHECK(read("滚筒洗衣机的排水管麻烦看一下。").level == EmotionLevel::Calm);
}

TEST_CASE("the same words weigh more from a caller who talks over us", "[assist][emotion]") {
  const char* words = "报修三天了还没人来！";
  const double quiet = read(words).probabilities[static_cast<size_t>(EmotionLevel::Angry)];
  const double loud =
      read(words, CallBehaviour{5, 9, 180}).probabilities[static_cast<size_t>(EmotionLevel::Angry)];
  CHECK(loud > quiet + 0.1);
}

TEST_CASE("other weights give other levels, and a file without them is refused",
          "[assist][emotion]") {
  auto meter = EmotionMeter::fromJson(shippedWords());
  REQUIRE(meter);
  EmotionWeights weights = meter->weights();
  weights.rows[static_cast<size_t>(EmotionLevel::Angry)][0] += 50;
  meter->setWeights(weights);
  CHECK(meter->read(QStringLiteral("谢谢")).level == EmotionLevel::Angry);
  CHECK_FALSE(EmotionMeter::fromJson("{"));
  CHECK_FALSE(EmotionMeter::fromJson("{\"weights\":{}}"));
  QJsonObject file = QJsonDocument::fromJson(shippedWords()).object();
  QJsonObject tooFew = file[u"weights"].toObject();
  tooFew[QStringLiteral("hold")] = QJsonArray{1, 2, 3};
  file[QStringLiteral("weights")] = tooFew;
  CHECK_FALSE(EmotionMeter::fromJson(QJsonDocument(file).toJson()));
}

TEST_CASE("any text has a level whose probabilities sum to one", "[assist][emotion]") {
  REQUIRE(rc::check("probabilities", [] {
    const QString text = *anyText();
    const EmotionReading reading = EmotionMeter::builtIn().read(text);
    const double sum =
        std::accumulate(reading.probabilities.begin(), reading.probabilities.end(), 0.0);
    for (const QString& evidence : reading.evidence) RC_ASSERT(text.contains(evidence));
    RC_ASSERT(std::abs(sum - 1) < 1e-9);
    RC_ASSERT(reading.probability() >= 0.25);
  }));
}

TEST_CASE("levels that people put right move the weights, and no threat becomes calm",
          "[assist][emotion]") {
  const auto words = QStringLiteral("怎么又是这样，问了三次都没人管");
  const EmotionMeter& shipped = EmotionMeter::builtIn();
  REQUIRE(shipped.read(words).level == EmotionLevel::Displeased);
  const std::vector<FeltText> angry(feltLeast, FeltText{words, EmotionLevel::Angry});
  const auto weights = refitEmotion(shipped, angry, nullptr);
  REQUIRE(weights);
  EmotionMeter meter = shipped;
  meter.setWeights(*weights);
  CHECK(meter.read(words).level == EmotionLevel::Angry);
  CHECK(meter.read(QStringLiteral("请问物业费怎么交，谢谢")).level == EmotionLevel::Calm);
  // The same labels give the same weights.
  CHECK(refitEmotion(shipped, angry, nullptr)->rows == weights->rows);
  // However many say so, a weight moves a little only.
  const auto threat = QStringLiteral("再不来我就打 12345 投诉，找记者曝光你们");
  REQUIRE(shipped.read(threat).level == EmotionLevel::Threatening);
  const auto lulled =
      refitEmotion(shipped, std::vector<FeltText>(500, {threat, EmotionLevel::Calm}), nullptr);
  REQUIRE(lulled);
  for (size_t level = 0; level < lulled->rows.size(); ++level) {
    for (size_t i = 0; i < lulled->rows[level].size(); ++i) {
      CHECK(std::abs(lulled->rows[level][i] - shipped.weights().rows[level][i]) <= 1.5 + 1e-9);
    }
  }
  const std::atomic<bool> stop = true;
  CHECK(refitEmotion(shipped, angry, &stop).error().code == ErrorCode::Cancelled);
}

TEST_CASE("the third call in a week counts once, said or not", "[assist][emotion]") {
  const char* plain = "楼道灯还没有修";
  const char* said = "第三次打了，楼道灯还没有修";
  CallBehaviour third;
  third.callsBefore = 2;
  const auto calm = [&](const char* text, const std::optional<CallBehaviour>& call) {
    return read(text, call).probabilities[0];
  };
  CHECK(calm(plain, third) < calm(plain, {}));
  CHECK(calm(said, third) == calm(said, {}));
  CallBehaviour second;
  second.callsBefore = 1;
  CHECK(calm(plain, third) < calm(plain, second));
  CHECK(calm(plain, second) < calm(plain, {}));
}
