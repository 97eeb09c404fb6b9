// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the card once, and refuses one that does not add up to a hundred.
#include "core/training/score_card.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/base/invariant.h"

namespace yingda {

namespace {

constexpr std::array sayingNames{"greeting", "company", "staff",  "offer",   "empathy",
                                 "closing",  "recap",   "number", "question"};
static_assert(sayingNames.size() == SayingBook::nameCount);

/// Every sentence of evidence that is not a quote.
constexpr std::array shownNames{
    "time",        "place",         "matter",     "person",        "phone",    "category",
    "level",       "department",    "or",         "refused",       "field",    "field_wrong",
    "field_empty", "field_missing", "field_free", "dispatch_free", "not_sent", "asked",
    "not_asked",   "asked_free",    "anger",      "calm",          "end",      "golden",
    "golden_free", "not_ticked",    "never",      "safety_free",   "no_talk",  "silence",
    "late"};

QStringList listOf(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue& item : value.toArray()) list << item.toString();
  return list;
}

Error corrupt(const QString& what) {
  return {ErrorCode::Corrupt, QStringLiteral("score card: ") + what};
}

bool overlap(const TextRange& a, const TextRange& b) {
  return a.start < b.start + b.length && b.start < a.start + a.length;
}

Result<void> checkSums(const ScoreCard& card) {
  int all = 0;
  for (const ScoreDimension& dimension : card.dimensions) {
    all += dimension.points;
    int sum = 0;
    for (const ScoreCriterion& criterion : card.criteria) {
      if (criterion.dimension == dimension.id) sum += criterion.points;
    }
    if (sum != dimension.points) return corrupt(dimension.id);
  }
  if (all != 100) return corrupt(QStringLiteral("points"));
  for (const ScoreCriterion& criterion : card.criteria) {
    if (!card.dimension(criterion.dimension)) return corrupt(criterion.id);
  }
  for (const ScoreOffence& offence : card.offences) {
    if (!card.dimension(offence.dimension)) return corrupt(offence.id);
  }
  return {};
}

void readRows(const QJsonObject& json, ScoreCard& card) {
  for (const QJsonValue& row : json[u"dimensions"].toArray()) {
    card.dimensions.push_back(
        {row[u"id"].toString(), row[u"name"].toString(), row[u"points"].toInt()});
  }
  for (const QJsonValue& row : json[u"criteria"].toArray()) {
    card.criteria.push_back({row[u"id"].toString(), row[u"dimension"].toString(),
                             row[u"points"].toInt(), row[u"good"].toString(),
                             row[u"missed"].toString(), row[u"instead"].toString()});
  }
  for (const QJsonValue& row : json[u"offences"].toArray()) {
    card.offences.push_back({row[u"id"].toString(), row[u"dimension"].toString(),
                             row[u"points"].toInt(), row[u"most"].toInt(),
                             row[u"text"].toString()});
  }
  card.fatal = listOf(json[u"fatal"]);
  const QJsonObject bots = json[u"bots"].toObject();
  card.bots = {listOf(bots[u"vague"]), listOf(bots[u"silent"]), listOf(bots[u"rude"]),
               listOf(bots[u"slips"]), listOf(bots[u"plain"])};
}

std::optional<TurnSign> signOfCode(const QString& code) {
  for (const TurnSign sign : allTurnSigns) {
    if (turnSignCode(sign) == code) return sign;
  }
  return std::nullopt;
}

Result<void> readReturns(const QJsonObject& json, ScoreCard& card) {
  for (const QJsonValue& row : json[u"returns"].toArray()) {
    const QString id = row[u"id"].toString();
    const auto after = signOfCode(row[u"after"].toString());
    const auto by = signOfCode(row[u"by"].toString());
    const QString offence = row[u"offence"].toString();
    if (!after || !by || !card.offence(offence)) return corrupt(id);
    card.returns.push_back({id, offence, *after, *by, row[u"text"].toString()});
  }
  return {};
}

Result<void> readShown(const QJsonObject& json, ScoreCard& card) {
  const QJsonObject shown = json[u"shown"].toObject();
  for (const char* name : shownNames) {
    const QString words = shown[QLatin1String(name)].toString();
    if (words.isEmpty()) return corrupt(QLatin1String(name));
    card.shown.insert(QLatin1String(name), words);
  }
  return {};
}

Result<void> readSigns(const QJsonObject& json, ScoreCard& card) {
  const QJsonObject moves = json[u"moves"].toObject();
  for (const TurnSign sign : allTurnSigns) {
    const QJsonValue row = moves[turnSignCode(sign)];
    if (!row.isObject()) return corrupt(turnSignCode(sign));
    card.moves[static_cast<size_t>(sign)] = {row[u"anger"].toInt(), row[u"trust"].toInt(),
                                             row[u"says"].toString()};
  }
  const QJsonObject signs = json[u"signs"].toObject();
  for (int name = 0; name < SayingBook::nameCount; ++name) {
    const QString word = QLatin1String(sayingNames[static_cast<size_t>(name)]);
    const QJsonValue row = signs[word];
    if (!row.isObject()) return corrupt(word);
    const auto added = card.sayings.add(static_cast<SayingBook::Name>(name),
                                        listOf(row[u"patterns"]), listOf(row[u"except"]));
    if (!added) return corrupt(added.error().detail);
  }
  return {};
}

}  // namespace

Result<void> SayingBook::add(Name name, const QStringList& patterns, const QStringList& except) {
  for (const bool isException : {false, true}) {
    for (const QString& source : isException ? except : patterns) {
      auto pattern = WordingPattern::compile(source);
      if (!pattern) return pattern.error();
      for (const QString& word : pattern->beginnings()) {
        m_words.add(word, static_cast<int>(m_entries.size()));
      }
      m_entries.push_back({name, isException, std::move(*pattern)});
    }
  }
  return {};
}

std::array<TextRange, SayingBook::nameCount> SayingBook::find(QStringView folded) const {
  std::array<TextRange, nameCount> found{};
  std::array<TextRange, nameCount> excepted{};
  const int size = static_cast<int>(folded.size());
  for (int at = 0; at < size; ++at) {
    m_words.visit(folded, at, [&](int index, int length) {
      const Entry& entry = m_entries[static_cast<size_t>(index)];
      if (entry.pattern.isOpening() && at != 0) return;
      const auto end = entry.pattern.endOfMatch(folded, at + length, size);
      if (!end) return;
      const TextRange range{at, *end - at};
      const auto name = static_cast<size_t>(entry.name);
      if (entry.isException) {
        excepted[name] = range;
        if (overlap(found[name], range)) found[name] = {};
      } else if (found[name].length == 0 && !overlap(excepted[name], range)) {
        found[name] = range;
      }
    });
  }
  return found;
}

Result<ScoreCard> ScoreCard::fromJson(const QByteArray& json) {
  QJsonParseError error;
  const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
  if (error.error != QJsonParseError::NoError) return corrupt(error.errorString());
  ScoreCard card;
  card.version = object[u"version"].toInt();
  card.silenceSeconds = object[u"silence_seconds"].toInt();
  card.tooMuchCharacters = object[u"too_much_characters"].toInt();
  card.angryFrom = object[u"angry_from"].toInt();
  readRows(object, card);
  if (const auto read = readSigns(object, card); !read) return read.error();
  if (const auto read = readReturns(object, card); !read) return read.error();
  if (const auto read = readShown(object, card); !read) return read.error();
  if (const auto checked = checkSums(card); !checked) return checked.error();
  for (const QStringList* list :
       {&card.bots.vague, &card.bots.silent, &card.bots.rude, &card.bots.slips, &card.bots.plain}) {
    if (list->isEmpty()) return corrupt(QStringLiteral("bots"));
  }
  return card;
}

const ScoreCard& ScoreCard::builtIn() {
  static const ScoreCard card = [] {
    QFile file(QStringLiteral(":/training/score_card.json"));
    YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "the built-in score card is missing");
    auto read = fromJson(file.readAll());
    YINGDA_INVARIANT(read.has_value(), "the built-in score card cannot be read");
    return std::move(*read);
  }();
  return card;
}

const ScoreDimension* ScoreCard::dimension(const QString& id) const {
  const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                  [&](const ScoreDimension& each) { return each.id == id; });
  return found == dimensions.end() ? nullptr : &*found;
}

const ScoreOffence* ScoreCard::offence(const QString& id) const {
  const auto found = std::find_if(offences.begin(), offences.end(),
                                  [&](const ScoreOffence& each) { return each.id == id; });
  return found == offences.end() ? nullptr : &*found;
}

}  // namespace yingda
