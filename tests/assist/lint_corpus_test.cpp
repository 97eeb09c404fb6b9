// SPDX-License-Identifier: GPL-3.0-or-later
// How often the lint is right, on sentences that it was tuned on and on others that were set aside;
// and that nothing the program itself offers may not be said.
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <map>

#include "core/assist/wording_lint.h"
#include "tests/assist/labelled.h"

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

QStringList stringsUnder(const QJsonValue& value, const QStringList& keys) {
  QStringList texts;
  if (value.isArray()) {
    const QJsonArray rows = value.toArray();
    for (const QJsonValue& row : rows) texts << stringsUnder(row, keys);
  }
  if (value.isObject()) {
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
      if (it->isString() && keys.contains(it.key())) texts << it->toString();
      if (!it->isString()) texts << stringsUnder(*it, keys);
    }
  }
  return texts;
}

/// What the program offers an agent to say: scripts, phrases, safety sentences, replies of
/// articles.
QStringList offeredTexts() {
  const QString starter = QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/");
  QStringList texts;
  for (const char* name : {"scripts.json", "phrases.json", "safety.json"}) {
    QFile file(starter + QLatin1String(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const QStringList keys{QStringLiteral("say"),  QStringLiteral("say_verified"),
                           QStringLiteral("text"), QStringLiteral("ask"),
                           QStringLiteral("then"), QStringLiteral("sayVerified")};
    texts << stringsUnder(document.object(), keys);
  }
  QDirIterator articles(starter + QStringLiteral("articles"), {QStringLiteral("*.md")},
                        QDir::Files);
  while (articles.hasNext()) {
    QFile file(articles.next());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString mark = QStringLiteral("**答复业主**");
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString& line : lines) {
      if (line.startsWith(mark)) texts << line.mid(mark.size()).trimmed();
    }
  }
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
