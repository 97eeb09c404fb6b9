// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the cards. A deadline stands in the SLA policies and a telephone number in its list; a
// card names the place, so that no figure is written down twice.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/domain/fact_card.h"
#include "core/domain/sla_policy.h"
#include "core/domain/starter.h"

namespace yingda {

namespace {

struct ValuePlaces {
  const PolicySet& policies;
  const std::vector<OutsideNumber>& numbers;
};

Error badCard(const QString& id, const QString& key) {
  return {ErrorCode::Corrupt,
          QStringLiteral("fact_cards.json: ") % id % QStringLiteral(": ") % key};
}

QStringList wordsOf(const QJsonValue& value) {
  QStringList words;
  for (const QJsonValue& word : value.toArray()) words << word.toString();
  return words;
}

/// The longest unit that leaves a whole number; 24 小时 stays, because owners hear the same day.
FactAmount inMinutes(qint64 low, qint64 high) {
  constexpr qint64 day = 24 * 60;
  const auto amount = [&](qint64 unit, const QString& name) {
    return FactAmount{static_cast<double>(low) / static_cast<double>(unit),
                      static_cast<double>(high) / static_cast<double>(unit), name};
  };
  if (low != high && low % day == 0 && high % day == 0) return amount(day, QStringLiteral("天"));
  if (low % 60 == 0 && high % 60 == 0) return amount(60, QStringLiteral("小时"));
  return amount(1, QStringLiteral("分钟"));
}

void takeRule(const MilestoneRule& rule, FactCard& card) {
  using Clock = MilestoneRule::Clock;
  switch (rule.clock) {
    case Clock::Wall:
    case Clock::Service:
      // Owners are never told of service time: the sentence says minutes or hours.
      card.amount = rule.opensAfter > 0 ? inMinutes(rule.opensAfter, rule.amount)
                                        : inMinutes(rule.amount, rule.amount);
      return;
    case Clock::WorkingDays:
      card.amount = FactAmount{static_cast<double>(rule.amount), static_cast<double>(rule.amount),
                               QStringLiteral("个工作日")};
      return;
    case Clock::SameDay:
    case Clock::Agreed:
    case Clock::None:
      card.kind = FactValueKind::Text;
      card.text = rule.text;
      return;
  }
}

Result<void> takeDeadline(const QJsonObject& place, const ValuePlaces& places, FactCard& card) {
  const SlaPolicy* policy = places.policies.findOrNull(place[u"policy"].toString());
  const auto milestone = milestoneFromCode(place[u"milestone"].toString());
  const auto level = levelFromText(place[u"level"].toString());
  if (!policy || !milestone || !level) return badCard(card.id, QStringLiteral("sla"));
  RuleQuery query;
  query.milestone = *milestone;
  query.level = *level;
  query.attitude = place[u"attitude"].toBool();
  query.repair = place[u"repair"].toString();
  query.category = place[u"category"].toString();
  const MilestoneRule* rule = policy->ruleOrNull(query);
  if (!rule) return badCard(card.id, QStringLiteral("no such rule"));
  card.reference = QStringLiteral("sla/") % policy->id % QLatin1Char('/') %
                   milestoneCode(*milestone) % QLatin1Char('/') % levelColour(*level);
  if (!query.repair.isEmpty()) card.reference += QLatin1Char('/') % query.repair;
  takeRule(*rule, card);
  return {};
}

QString clockOf(int minutes) {
  return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

Result<void> takeQuietHours(const QString& id, const ValuePlaces& places, FactCard& card) {
  const SlaPolicy* policy = places.policies.findOrNull(id);
  if (!policy || policy->quiet.spans.empty()) return badCard(card.id, QStringLiteral("quiet"));
  QStringList parts;
  for (const Span& span : policy->quiet.spans) {
    const bool isNextDay = span.toMinute < span.fromMinute;
    const QString to = isNextDay ? QStringLiteral(" 至次日 ") : QStringLiteral(" 至 ");
    parts << QString(clockOf(span.fromMinute) % to % clockOf(span.toMinute));
  }
  card.reference = QStringLiteral("quiet/") % id;
  card.text = parts.join(QStringLiteral("、"));
  return {};
}

Result<void> takeNumber(const QString& id, const ValuePlaces& places, FactCard& card) {
  for (const OutsideNumber& number : places.numbers) {
    if (number.id != id) continue;
    card.reference = QStringLiteral("number/") % id;
    card.text = number.number;
    if (number.number.isEmpty()) card.filledBy = QStringLiteral("project");
    return {};
  }
  return badCard(card.id, QStringLiteral("outside_number"));
}

Result<void> takeValue(const QJsonObject& row, const ValuePlaces& places, FactCard& card) {
  const QJsonObject place = row[u"from"].toObject();
  if (place.contains(u"sla")) return takeDeadline(place[u"sla"].toObject(), places, card);
  if (place.contains(u"quiet")) return takeQuietHours(place[u"quiet"].toString(), places, card);
  if (place.contains(u"outside_number")) {
    return takeNumber(place[u"outside_number"].toString(), places, card);
  }
  const QJsonValue value = row[u"value"];
  if (value.isDouble()) {
    card.amount = FactAmount{value.toDouble(), row[u"value_to"].toDouble(value.toDouble()),
                             row[u"unit"].toString()};
  }
  card.text = value.toString();
  // A value that was filled in wins over the word of who had to.
  if (value.isUndefined() || value.isNull()) card.filledBy = row[u"filled_by"].toString();
  return {};
}

Result<std::optional<LocalDay>> dayIn(const QJsonObject& row, const QString& key,
                                      const QString& id) {
  const QString text = row[key].toString();
  if (text.isEmpty()) return std::optional<LocalDay>();
  const auto day = localDayFromIso(text);
  if (!day) return badCard(id, key);
  return day;
}

Result<FactCard> readCard(const QJsonObject& row, const ValuePlaces& places) {
  FactCard card;
  card.id = row[u"id"].toString();
  card.title = row[u"title"].toString();
  card.statement = row[u"statement"].toString();
  const auto kind = factValueKindFromCode(row[u"kind"].toString());
  if (!kind) return badCard(card.id, QStringLiteral("kind"));
  card.kind = *kind;
  card.scope = row[u"scope"].toString();
  const QJsonObject source = row[u"source"].toObject();
  card.source = {source[u"type"].toString(), source[u"name"].toString(),
                 source[u"article"].toString()};
  card.owner = row[u"owner"].toString();
  card.categories = wordsOf(row[u"categories"]);
  card.keywords = wordsOf(row[u"keywords"]);
  card.near = wordsOf(row[u"near"]);
  const auto from = dayIn(row, QStringLiteral("effective_from"), card.id);
  const auto to = dayIn(row, QStringLiteral("effective_to"), card.id);
  const auto review = dayIn(row, QStringLiteral("review"), card.id);
  for (const auto* day : {&from, &to, &review}) {
    if (!*day) return day->error();
  }
  card.effectiveFrom = *from;
  card.effectiveTo = *to;
  card.reviewOn = *review;
  const auto taken = takeValue(row, places, card);
  if (!taken) return taken.error();
  return card;
}

}  // namespace

Result<std::vector<FactCard>> readFactCards(const QByteArray& json, const PolicySet& policies,
                                            const std::vector<OutsideNumber>& numbers) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (error.error != QJsonParseError::NoError || !document[u"cards"].isArray()) {
    return badCard(QStringLiteral("cards"), error.errorString());
  }
  std::vector<FactCard> cards;
  const QJsonArray rows = document[u"cards"].toArray();
  for (const QJsonValue& row : rows) {
    auto card = readCard(row.toObject(), {policies, numbers});
    if (!card) return card.error();
    cards.push_back(std::move(*card));
  }
  return cards;
}

}  // namespace yingda
