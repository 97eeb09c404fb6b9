// SPDX-License-Identifier: GPL-3.0-or-later
// Reading lint_rules.json; a rule that nobody could apply or explain is refused.
#include "core/assist/lint_rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>
#include <optional>

#include "core/text/fold.h"

namespace yingda {

namespace {

constexpr QStringView classLetters = u"FVBQEMLPJR";
constexpr std::array severityCodes{u"warn", u"soft", u"approval", u"hard"};
constexpr std::array detectorCodes{u"", u"phone", u"room", u"name", u"amount", u"terms"};

template <class Codes>
std::optional<int> indexOf(const Codes& codes, const QString& code) {
  for (size_t i = 0; i < codes.size(); ++i) {
    if (code == QStringView(codes[i])) return static_cast<int>(i);
  }
  return std::nullopt;
}

QStringList listOf(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue& item : value.toArray()) list << item.toString();
  return list;
}

QStringList foldedListOf(const QJsonValue& value) {
  QStringList list = listOf(value);
  for (QString& word : list) word = fold(word);
  return list;
}

Result<void> readPatterns(const QJsonValue& value, std::vector<WordingPattern>& patterns) {
  const QStringList sources = listOf(value);
  for (const QString& source : sources) {
    auto pattern = WordingPattern::compile(source);
    if (!pattern) return pattern.error();
    patterns.push_back(std::move(*pattern));
  }
  return {};
}

bool readCodes(const QJsonObject& row, LintRule& rule) {
  const QString letter = row[u"class"].toString();
  const auto wordingClass = letter.size() == 1 ? classLetters.indexOf(letter.front()) : -1;
  const auto severity = indexOf(severityCodes, row[u"severity"].toString());
  const auto detector = indexOf(detectorCodes, row[u"detector"].toString());
  if (wordingClass < 0 || !severity || !detector) return false;
  rule.wordingClass = static_cast<WordingClass>(wordingClass);
  rule.severity = static_cast<RemarkSeverity>(*severity);
  rule.detector = static_cast<LintRule::Detector>(*detector);
  rule.appliesToNote = listOf(row[u"fields"]).contains(QStringLiteral("note"));
  const QStringList conditions = listOf(row[u"unless"]);
  for (const QString& condition : conditions) {
    if (condition == u"person_time") {
      rule.unless.personAndTime = true;
    } else if (condition == u"asks_owner") {
      rule.unless.asksOwner = true;
    } else if (condition == u"gloss") {
      rule.unless.gloss = true;
    } else {
      return false;
    }
  }
  return true;
}

Result<LintRule> readRule(const QJsonObject& row) {
  LintRule rule;
  rule.id = row[u"id"].toString();
  const Error corrupt{ErrorCode::Corrupt, QStringLiteral("lint rule ") % rule.id};
  if (rule.id.isEmpty() || !readCodes(row, rule)) return corrupt;
  for (const auto& [key, patterns] : {std::pair{u"patterns", &rule.patterns},
                                      {u"allow", &rule.allowed},
                                      {u"allow_sentence", &rule.allowedSentence}}) {
    if (const auto read = readPatterns(row[QStringView(key)], *patterns); !read) {
      return Error{ErrorCode::Corrupt, corrupt.detail % QStringLiteral(": ") % read.error().detail};
    }
  }
  rule.rewrite = row[u"rewrite"].toString();
  rule.rewriteArrival = row[u"rewrite_arrival"].toString();
  rule.rewriteNote = row[u"rewrite_note"].toString();
  rule.reason = row[u"reason"].toString();
  rule.good = listOf(row[u"good"]);
  rule.bad = listOf(row[u"bad"]);
  const QJsonArray terms = row[u"terms"].toArray();
  for (const QJsonValue& term : terms) {
    rule.terms.emplace_back(fold(term[0].toString()), term[1].toString());
  }
  if (rule.rewrite.isEmpty() || rule.reason.isEmpty() || rule.good.isEmpty() || rule.bad.isEmpty())
    return corrupt;
  return rule;
}

LintWords readWords(const QJsonObject& words) {
  LintWords read;
  for (const auto& [key, list] : {std::pair{u"persons", &read.persons},
                                  {u"titles_at_work", &read.titlesAtWork},
                                  {u"days", &read.days},
                                  {u"third_party", &read.thirdParty},
                                  {u"home_nouns", &read.homeNouns},
                                  {u"person_titles", &read.personTitles},
                                  {u"goodwill", &read.goodwill},
                                  {u"liability", &read.liability},
                                  {u"money_units", &read.moneyUnits},
                                  {u"said_by_owner", &read.saidByOwner},
                                  {u"gloss", &read.gloss}}) {
    *list = foldedListOf(words[QStringView(key)]);
  }
  read.surnames = fold(words[u"surnames"].toString());
  return read;
}

}  // namespace

QChar wordingClassLetter(WordingClass wordingClass) {
  return classLetters[static_cast<int>(wordingClass)];
}

QString remarkSeverityCode(RemarkSeverity severity) {
  return QStringView(severityCodes[static_cast<size_t>(severity)]).toString();
}

Result<LintRuleBook> readLintRules(const QByteArray& json) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (error.error != QJsonParseError::NoError || !document[u"rules"].isArray()) {
    return Error{ErrorCode::Corrupt, QStringLiteral("lint rules: ") % error.errorString()};
  }
  LintRuleBook book;
  book.words = readWords(document[u"words"].toObject());
  const QJsonArray rows = document[u"rules"].toArray();
  for (const QJsonValue& row : rows) {
    auto rule = readRule(row.toObject());
    if (!rule) return rule.error();
    book.rules.push_back(std::move(*rule));
  }
  return book;
}

}  // namespace yingda
