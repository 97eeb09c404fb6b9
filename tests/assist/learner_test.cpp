// SPDX-License-Identifier: GPL-3.0-or-later
// Features are the same everywhere; the learner learns, doubts honestly, and survives its file.
#include <QTemporaryDir>

#include "core/assist/triage_memory.h"
#include "tests/assist/sentences.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// Our own sentences with the top word of their category as label, in a shuffled order.
std::vector<LabelledText> labelledSentences(quint64 seed) {
  std::vector<LabelledText> texts;
  for (const QStringList& row : sentences(QStringLiteral("triage_sentences.tsv"))) {
    texts.push_back({textFeatures(row[0]), topWord(row[1])});
  }
  SeededRandom random(seed);
  for (size_t left = texts.size(); left > 1; --left) {
    std::swap(texts[left - 1], texts[static_cast<size_t>(random.below(left))]);
  }
  return texts;
}

double accuracyOn(const SoftmaxLearner& learner, const std::vector<LabelledText>& texts,
                  size_t from) {
  Tally tally;
  for (size_t i = from; i < texts.size(); ++i) {
    const auto told = learner.best(texts[i].features);
    tally.add(told.label, learner.labelIndex(texts[i].label), told.probability);
  }
  return tally.accuracy();
}

}  // namespace

TEST_CASE("features do not depend on the written form", "[assist]") {
  CHECK(textFeatures(u"電梯壞了") == textFeatures(u"电梯坏了"));
  CHECK(textFeatures(u"ＡＢ１２３栋") == textFeatures(u"ab456栋"));
  CHECK(textFeatures(u"打 13812345678") == textFeatures(u"打 13900001111"));
  CHECK_FALSE(textFeatures(u"3栋") == textFeatures(u"3元"));
  CHECK(textFeatures(u"").empty());
  CHECK(textFeatures(u"，。！").empty());
}

TEST_CASE("the hash of a text is the same on every machine", "[assist]") {
  const Features features = textFeatures(u"漏水");
  REQUIRE(features.size() == 6);
  QStringList buckets;
  for (const Feature& feature : features) buckets << QString::number(feature.bucket);
  CHECK(buckets.join(u' ') == u"69344 87767 103702 117035 164473 196662");
}

TEST_CASE("both ways of learning find most of what they had not seen", "[assist]") {
  const std::vector<LabelledText> texts = labelledSentences(5);
  constexpr size_t learned = 250;
  const std::vector<LabelledText> known(texts.begin(), texts.begin() + learned);
  SeededRandom random(7);
  SoftmaxLearner online(7);
  for (const LabelledText& text : known) REQUIRE(online.learn(text, random));
  SoftmaxLearner batch(7);
  REQUIRE(batch.refit(known, random));
  const double onlineShare = accuracyOn(online, texts, learned);
  const double batchShare = accuracyOn(batch, texts, learned);
  std::printf("250 labels: online %.3f, refitted %.3f\n", onlineShare, batchShare);
  CHECK(onlineShare > 0.5);
  CHECK(batchShare > 0.5);
  CHECK(batch.count() == 250);
}

TEST_CASE("the same labels and seed give the same weights", "[assist]") {
  const std::vector<LabelledText> texts = labelledSentences(5);
  const auto fitted = [&texts] {
    SoftmaxLearner learner(7);
    SeededRandom random(7);
    REQUIRE(learner.refit(texts, random));
    return learner.save();
  };
  CHECK(fitted() == fitted());
}

TEST_CASE("labels by chance are never decided", "[assist]") {
  SeededRandom random(11);
  std::vector<LabelledText> texts = labelledSentences(5);
  for (LabelledText& text : texts) text.label = QString::number(random.below(4));
  SoftmaxLearner learner(4);
  REQUIRE(learner.refit(texts, random));
  int decided = 0;
  for (const QStringList& row : sentences(QStringLiteral("safety_sentences.tsv"))) {
    decided += learner.best(textFeatures(row[0])).probability >= learner.threshold() ? 1 : 0;
  }
  CHECK(decided == 0);
}

TEST_CASE("weights come back from their bytes, and go on learning", "[assist]") {
  const std::vector<LabelledText> texts = labelledSentences(5);
  SoftmaxLearner learner(7);
  SeededRandom random(7);
  REQUIRE(learner.refit(texts, random));
  auto again = SoftmaxLearner::load(learner.save());
  REQUIRE(again);
  CHECK(again->labels() == learner.labels());
  CHECK(again->count() == learner.count());
  CHECK(again->threshold() == learner.threshold());
  for (size_t i = 0; i < 20; ++i) {
    const auto told = learner.best(texts[i].features);
    const auto toldAgain = again->best(texts[i].features);
    CHECK(told.label == toldAgain.label);
    CHECK(std::abs(told.probability - toldAgain.probability) < 0.01f);
  }
  REQUIRE(again->learn({textFeatures(u"新的一句"), QStringLiteral("新类别")}, random));
  CHECK(again->labels().size() == learner.labels().size() + 1);
}

TEST_CASE("damaged weights are refused", "[assist]") {
  SoftmaxLearner learner(2);
  SeededRandom random(7);
  REQUIRE(learner.learn({textFeatures(u"漏水"), QStringLiteral("a")}, random));
  const QByteArray whole = learner.save();
  REQUIRE(SoftmaxLearner::load(whole));
  for (const qsizetype length : {qsizetype{0}, qsizetype{3}, qsizetype{36}, whole.size() - 1}) {
    const auto cut = SoftmaxLearner::load(whole.left(length));
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == ErrorCode::Corrupt);
  }
  for (qsizetype at = 0; at < whole.size(); at += 7) {
    QByteArray turned = whole;
    turned[at] = static_cast<char>(turned[at] ^ 0x40);
    CHECK_FALSE(SoftmaxLearner::load(turned));
  }
  QByteArray newer = whole;
  newer[4] = 2;
  const auto tooNew = SoftmaxLearner::load(newer);
  REQUIRE_FALSE(tooNew);
  CHECK(tooNew.error().code == ErrorCode::TooNew);
}

TEST_CASE("the file of the weights may be missing, and is replaced whole", "[assist]") {
  const QTemporaryDir folder;
  TriageFile memory(folder.path());
  const auto nothing = memory.load();
  REQUIRE(nothing);
  CHECK_FALSE(nothing->has_value());
  SoftmaxLearner learner(2);
  SeededRandom random(7);
  for (int i = 0; i < 3; ++i) {
    REQUIRE(learner.learn({textFeatures(u"漏水"), QStringLiteral("a")}, random));
    REQUIRE(memory.keep(learner));
    const auto kept = memory.load();
    REQUIRE(kept);
    REQUIRE(kept->has_value());
    CHECK((*kept)->count() == i + 1);
  }
}

TEST_CASE("temperature, threshold and the measures are what they say", "[assist]") {
  // Scores ten times too sure of themselves: right in three of four.
  std::vector<ScoredLabel> labels;
  labels.reserve(400);
  for (int i = 0; i < 400; ++i) labels.push_back({{10.986f, 0.0f}, i % 4 == 0 ? 1 : 0});
  CHECK(std::abs(fittedTemperature(labels) - 10) < 0.1f);
  std::vector<Outcome> outcomes;
  outcomes.reserve(400);
  for (int i = 0; i < 200; ++i) outcomes.push_back({0.9f, true});
  for (int i = 0; i < 200; ++i) outcomes.push_back({0.6f, i % 2 == 0});
  CHECK(fittedThreshold(outcomes, 0.95f) == 0.9f);
  CHECK(std::abs(coverageAt(outcomes, 0.95) - 220.0 / 400) < 0.02);
  CHECK(std::abs(calibrationError(outcomes) - 0.1) < 0.01);
  CHECK(fittedThreshold({}, 0.95f) > 1);
  Tally tally;
  tally.add(0, 0, 1);
  tally.add(0, 1, 1);
  tally.add(-1, 1, 0);
  CHECK(std::abs(tally.accuracy() - 1.0 / 3) < 1e-9);
  CHECK(std::abs(tally.macroF1() - (2.0 / 3) / 2) < 1e-9);
}
