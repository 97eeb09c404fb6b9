// SPDX-License-Identifier: GPL-3.0-or-later
// 口径卡: one fact a card (a deadline, a price, a rule of law) with its source, so that every
// text says the same and a change is made in one place.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/base/result.h"

namespace yingda {

struct Starter;
struct OutsideNumber;
class PolicySet;

/// What kind of value a card holds; all but Text are amounts with a unit.
enum class FactValueKind { Text, Number, Span, Money, Percent };
std::optional<FactValueKind> factValueKindFromCode(QStringView code);  ///< text number span money …

/// Where a fact comes from. `type`: law standard contract policy tariff sla number project.
struct FactSource {
  QString type;
  QString name;
  QString article;  ///< 第40条; a law needs one
  friend bool operator==(const FactSource&, const FactSource&) = default;
};

/// From `low` to `high` of `unit`; a single figure has both alike.
struct FactAmount {
  double low = 0;
  double high = 0;
  QString unit;  ///< 分钟, 小时, 年, 个工作日, 元, %
  friend bool operator==(const FactAmount&, const FactAmount&) = default;
};

struct FactCard {
  QString id;
  QString title;
  QString statement;  ///< one sentence; {value} stands for the value
  FactValueKind kind = FactValueKind::Text;
  QString text;                      ///< the value of a Text card
  std::optional<FactAmount> amount;  ///< the value of every other card
  QString filledBy;   ///< project or city while nobody has filled in the value, else empty
  QString reference;  ///< sla/…, quiet/…, number/…: where the value stands; empty: on the card
  QString scope;      ///< all or project
  FactSource source;
  std::optional<LocalDay> effectiveFrom;  ///< first day in effect; nothing: ever since
  std::optional<LocalDay> effectiveTo;    ///< last day in effect; nothing: until changed
  std::optional<LocalDay> reviewOn;
  QString owner;  ///< id of the department that answers for it
  QStringList categories;
  QStringList keywords;
  /// What has to stand near an amount to mean this fact, words joined by + all together and the
  /// last one nearest; empty: each keyword.
  QStringList near;

  bool awaitsValue() const { return !filledBy.isEmpty(); }
  /// In words: 30 分钟, 1 至 3 天, 60 日; 【由项目填写】 or 【由城市填写】 while nobody has.
  QString valueText() const;
  QString statementText() const;
  bool isInEffect(LocalDay day) const;
  bool isDueForReview(LocalDay day) const;
};

/// Reads fact_cards.json. A card that refers to a deadline or a telephone number takes its value
/// from there. Corrupt names the card and the key that cannot be read.
Result<std::vector<FactCard>> readFactCards(const QByteArray& json, const PolicySet& policies,
                                            const std::vector<OutsideNumber>& numbers);

const FactCard* findFactCard(const std::vector<FactCard>& cards, QStringView id);

/// True while the sentence has a blank that somebody has to fill in: nobody says it to an owner.
bool saysBlank(QStringView sentence);

/// A text with its {card:ID} replaced.
struct FilledFacts {
  QString text;
  QStringList cards;         ///< ids that were used, in their order, each once
  QStringList unknown;       ///< ids that no card has; their placeholders stay
  bool awaitsValue = false;  ///< a value is still to be filled in
};
/// Pure; any thread. Text without placeholders comes back as it is.
FilledFacts withFacts(const QString& text, const std::vector<FactCard>& cards);

/// What a card lacks.
enum class FactCardFault {
  DoubleId,
  BadId,
  NoTitle,
  NoStatement,
  ValueNotSaid,   ///< the statement does not say {value}
  NoSource,       ///< no name, or a type that is none of ours
  NoLawArticle,   ///< a law without article or first day
  NoValue,        ///< neither a value nor who fills it in
  BadAmount,      ///< below zero, or from more to less
  DatesReversed,  ///< ends before it begins
  NoReview,       ///< no review day, or one before it takes effect
  UnknownCategory,
  UnknownOwner,
  BadScope
};
QString factCardFaultCode(FactCardFault fault);  ///< double_id, bad_id …

struct FactCardProblem {
  QString card;
  FactCardFault fault = FactCardFault::DoubleId;
  QString detail;  ///< the word that is wrong; may be empty
  friend bool operator==(const FactCardProblem&, const FactCardProblem&) = default;
};
/// Every fault of every card, in their order. Categories and departments are those of `starter`.
std::vector<FactCardProblem> checkFactCards(const std::vector<FactCard>& cards,
                                            const Starter& starter);

}  // namespace yingda
