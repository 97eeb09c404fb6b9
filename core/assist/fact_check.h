// SPDX-License-Identifier: GPL-3.0-or-later
// Whether articles, scripts and phrases say what the 口径卡 say: placeholders without a card, and
// amounts that contradict one.
#pragma once

#include <QString>
#include <vector>

#include "core/domain/fact_card.h"
#include "core/domain/starter.h"

namespace yingda {

/// One thing in a text that does not agree with the cards.
struct FactRemark {
  enum class Kind {
    UnknownCard,   ///< {card:ID} whose ID no card has
    Contradiction  ///< an amount beside a card's words that differs from the card
  };
  Kind kind = Kind::UnknownCard;
  QString place;     ///< articles/leak-roof, scripts/burst/told, phrases/worried_2 …
  QString sentence;  ///< as an owner would read it
  QString card;
  QString said;      ///< 2 年; empty for an unknown card
  QString cardSays;  ///< 5 年
  friend bool operator==(const FactRemark&, const FactRemark&) = default;
};

/// The remarks on one text, in its order, placeholders filled in first. Left out, because they
/// state nothing: questions, what stands in quotation marks under 不要说, times past (3 年前),
/// conditions (超过 30 分钟), ordinals, and rhythms (每 2 小时) unless the card is one.
/// Pure; any thread.
std::vector<FactRemark> checkFacts(const QString& place, const QString& text,
                                   const std::vector<FactCard>& cards);

/// The remarks on everything that `starter`, as written, offers to say or to read.
std::vector<FactRemark> checkStarterFacts(const Starter& starter);

}  // namespace yingda
