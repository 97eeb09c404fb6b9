// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped rules keep their own examples, and a rule that cannot be read is named.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/assist/wording_lint.h"
#include "core/text/fold.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QByteArray shippedRules() {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/lint_rules.json"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

LintContext afternoon() {
  LintContext context;
  context.now = *instantFromIso(u"2026-03-11T15:07:00+08:00");
  return context;
}

QStringList rulesIn(const QString& text) {
  QStringList ids;
  for (const Remark& remark : WordingLint::builtIn().lint(text, WordingField::Reply, afternoon()))
    ids << remark.rule;
  return ids;
}

/// The shipped file with one rule changed.
Result<WordingLint> readWith(const char* key, const QJsonValue& value) {
  QJsonObject file = QJsonDocument::fromJson(shippedRules()).object();
  QJsonArray rules = file[u"rules"].toArray();
  QJsonObject rule = rules[0].toObject();
  rule[QLatin1String(key)] = value;
  rules[0] = rule;
  file[u"rules"] = rules;
  return WordingLint::fromJson(QJsonDocument(file).toJson());
}

}  // namespace

TEST_CASE("the shipped rules can be read, each under its own name", "[assist][lint]") {
  const auto lint = WordingLint::fromJson(shippedRules());
  REQUIRE(lint);
  QSet<QString> ids;
  QSet<QChar> classes;
  for (const LintRule& rule : lint->rules()) {
    ids.insert(rule.id);
    classes.insert(wordingClassLetter(rule.wordingClass));
    INFO(rule.id.toStdString());
    CHECK(rule.id.startsWith(wordingClassLetter(rule.wordingClass)));
    CHECK(rule.reason.size() >= 15);
  }
  CHECK(ids.size() == static_cast<qsizetype>(lint->rules().size()));
  CHECK(classes.size() == 10);
}

TEST_CASE("each rule remarks its bad examples and leaves its good ones alone", "[assist][lint]") {
  for (const LintRule& rule : WordingLint::builtIn().rules()) {
    for (const QString& bad : rule.bad) {
      INFO(rule.id.toStdString() << ": " << bad.toStdString());
      CHECK(rulesIn(bad).contains(rule.id));
    }
    for (const QString& good : rule.good) {
      INFO(rule.id.toStdString() << ": " << good.toStdString() << " "
                                 << rulesIn(good).join(u' ').toStdString());
      CHECK(rulesIn(good).isEmpty());
    }
  }
}

TEST_CASE("every term has one sentence that explains it", "[assist][lint]") {
  int terms = 0;
  for (const LintRule& rule : WordingLint::builtIn().rules()) {
    for (const auto& [term, gloss] : rule.terms) {
      ++terms;
      INFO(term.toStdString());
      CHECK(gloss.size() >= 4);
      CHECK_FALSE(gloss.contains(u'。'));
      CHECK(rulesIn(term + QStringLiteral("坏了。")).contains(rule.id));
    }
  }
  CHECK(terms >= 50);
}

TEST_CASE("a rule that cannot be read is refused by name", "[assist][lint]") {
  const QString id = QJsonDocument::fromJson(shippedRules())[u"rules"][0][u"id"].toString();
  const auto refused =
      GENERATE(table<const char*, QJsonValue>({{"class", QStringLiteral("X")},
                                               {"severity", QStringLiteral("loud")},
                                               {"detector", QStringLiteral("smell")},
                                               {"unless", QJsonArray{QStringLiteral("sunday")}},
                                               {"patterns", QJsonArray{QStringLiteral("(a|b")}},
                                               {"patterns", QJsonArray{QStringLiteral("(|b)c")}},
                                               {"allow", QJsonArray{QStringLiteral("~3不会")}},
                                               {"reason", QString()},
                                               {"rewrite", QString()},
                                               {"bad", QJsonArray()}}));
  const auto& [key, value] = refused;
  INFO(key);
  const auto read = readWith(key, value);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::Corrupt);
  CHECK(read.error().detail.contains(id));
  CHECK_FALSE(WordingLint::fromJson("{"));
  CHECK_FALSE(WordingLint::fromJson("{}"));
}

TEST_CASE("patterns know choices, gaps, numbers and both ends", "[assist][lint]") {
  const auto match = [](const char* pattern, const char* sentence, int bodyEnd = -1) {
    const auto compiled = WordingPattern::compile(QString::fromUtf8(pattern));
    REQUIRE(compiled);
    const QString text = fold(QString::fromUtf8(sentence));
    for (qsizetype at = 0; at < text.size(); ++at) {
      for (const QString& word : compiled->beginnings()) {
        if (QStringView(text).mid(at, word.size()) != word) continue;
        if (compiled->isOpening() && at != 0) continue;
        const int behind = static_cast<int>(at + word.size());
        const auto end = compiled->endOfMatch(
            text, behind, bodyEnd < 0 ? static_cast<int>(text.size()) : bodyEnd);
        if (end) return text.mid(at, *end - at);
      }
    }
    return QString();
  };
  CHECK(match("去告", "你去告吧") == QStringLiteral("去告"));
  CHECK(match("(你|您)去告(吧|)", "您去告呗") == QStringLiteral("您去告"));
  CHECK(match("撤~3才", "撤了以后才") == QStringLiteral("撤了以后才"));
  CHECK(match("撤~2才", "撤了以后才").isEmpty());
  CHECK(match("请~6去", "请放心,我们去") == QStringLiteral("请放心,我们去"));
  CHECK(match("请_6去", "请放心,我们去").isEmpty());
  CHECK(match("请_6去", "请您先去") == QStringLiteral("请您先去"));
  CHECK(match("赔#元", "赔三百元") == QStringLiteral("赔三百元"));
  CHECK(match("赔#元", "赔元").isEmpty());
  CHECK(match("^喂", "喂你好") == QStringLiteral("喂"));
  CHECK(match("^喂", "你喂").isEmpty());
  CHECK(match("听懂$", "您听懂?", 3) == QStringLiteral("听懂"));
  CHECK(match("听懂$", "您听懂了?", 4).isEmpty());
  CHECK(match("听懂(吗|$)", "您听懂?", 3) == QStringLiteral("听懂"));
  CHECK(match("听懂(了|)?", "您听懂?", 3) == QStringLiteral("听懂?"));
  CHECK(match("電梯", "電梯") == QStringLiteral("电梯"));
  for (const char* broken : {"", "^", "$", "a|b", "a)b", "a(b", "a~b", "a~99", "a$b", "#元", "~2a"})
    CHECK_FALSE(WordingPattern::compile(QString::fromLatin1(broken)));
}
