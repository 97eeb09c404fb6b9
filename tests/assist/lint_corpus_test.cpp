// SPDX-License-Identifier: GPL-3.0-or-later
// How often the lint is right, on sentences that it was tuned on and on others that were set aside;
// and that nothing the program itself offers may not be said.
#include <map>

#include "core/assist/wording_lint.h"
#include "tests/assist/labelled.h"
#include "tests/assist/sentences.h"

using namespace yingda;
using namespace yingda::test;

namespace {

LintContext afternoon() {
  LintContext context;
  context.now = *instantFromIso(u"2026-03-11T15:07:00+08:00");
  return context;
}

WordingField fieldOf(const QString& word) {
  if (word == u"note") return WordingField::Note;
  if (word == u"spoken") return WordingField::Spoken;
  return word == u"request" ? WordingField::Request : WordingField::Reply;
}

Score scoreOf(const QString& half, bool showsMistakes) {
  Score score;
  for (const QStringList& row : labelledRows("lint_sentences.tsv")) {
    REQUIRE(row.size() == 4);
    if (row[3] != half) continue;
    QStringList found;
    for (const Remark& remark : WordingLint::builtIn().lint(row[0], fieldOf(row[1]), afternoon())) {
      found << QString(wordingClassLetter(remark.wordingClass));
    }
    const QStringList expected = row[2] == u"clean" ? QStringList() : row[2].split(u',');
    QStringList labels = found + expected;
    labels.removeDuplicates();
    for (const QString& label : labels) {
      score.add(label, expected.contains(label), found.contains(label));
    }
    if (showsMistakes && found != expected) {
      std::cout << "  " << row[2].toStdString() << " -> " << found.join(u',').toStdString() << "  "
                << row[0].toStdString() << '\n';
    }
  }
  return score;
}

void take(QStringList& texts, const QString& text) {
  if (!text.isEmpty()) texts << text;
}

/// What the program offers an agent to say, as it stands on the screen: scripts, phrases, safety
/// sentences, replies of articles.
QStringList offeredTexts() {
  const Starter& starter = starterForTests();
  QStringList texts;
  for (const Script& script : starter.scripts) {
    for (const ScriptStep& step : script.steps) {
      take(texts, step.say);
      take(texts, step.sayVerified);
    }
  }
  for (const Phrase& phrase : starter.phrases) take(texts, phrase.text);
  for (const SafetySituation& situation : starter.safety) {
    take(texts, situation.doText);
    take(texts, situation.neverText);
    take(texts, situation.thenText);
    for (const SafetyQuestion& question : situation.questions) take(texts, question.ask);
  }
  for (const Article& article : starter.articles) take(texts, article.reply);
  for (const FactCard& card : starter.factCards) take(texts, card.statementText());
  return texts;
}

}  // namespace

TEST_CASE("the lint is right on the sentences it was tuned on", "[assist][lint]") {
  const Score score = scoreOf(QStringLiteral("tuned"), true);
  score.print("lint, tuned");
  CHECK(score.precision() >= 0.95);
  CHECK(score.recall() >= 0.9);
}

TEST_CASE("the lint is right on sentences set aside", "[assist][lint]") {
  const Score score = scoreOf(QStringLiteral("held"), false);
  score.print("lint, held out");
  CHECK(score.precision() >= 0.9);
  CHECK(score.recall() >= 0.8);
}

TEST_CASE("the labelled sentences are enough, and traps are among them", "[assist][lint]") {
  int clean = 0;
  int held = 0;
  QSet<QString> sentences;
  for (const QStringList& row : labelledRows("lint_sentences.tsv")) {
    if (row[2] == u"clean") ++clean;
    if (row[3] == u"held") ++held;
    sentences.insert(row[0]);
  }
  CHECK(sentences.size() >= 420);
  CHECK(clean >= 150);
  CHECK(held >= 140);
}

TEST_CASE("what the program itself offers to say needs no other wording", "[assist][lint]") {
  const QStringList texts = offeredTexts();
  CHECK(texts.size() >= 700);
  std::map<std::string, int> counts;
  for (const QString& text : texts) {
    for (const Remark& remark :
         WordingLint::builtIn().lint(text, WordingField::Reply, afternoon())) {
      ++counts[remark.rule.toStdString()];
      INFO(text.toStdString() << " / " << remark.rule.toStdString() << " / "
                              << remark.text.toStdString());
      CHECK(remark.severity == RemarkSeverity::Warn);
    }
  }
  for (const auto& [rule, count] : counts) std::cout << "offered: " << rule << " " << count << '\n';
}
