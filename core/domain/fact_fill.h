// SPDX-License-Identifier: GPL-3.0-or-later
// What a project or a city says of a fact card: the value as it is typed, and where it stands
// written.
#pragma once

#include "core/domain/fact_card.h"

namespace yingda {

struct FactFill {
  QString value;   ///< 2.85 元/平方米·月, 1 至 3 天, 每天 8:30–18:00
  QString source;  ///< 2026 年物业服务合同附件二
  friend bool operator==(const FactFill&, const FactFill&) = default;
};

/// The longest value and the longest source, in UTF-16 units: a card says one thing.
inline constexpr qsizetype factValueMax = 120;
inline constexpr qsizetype factSourceMax = 60;

/// False for what the law, a standard or the clocks say: that is set there and nowhere else.
bool mayBeFilled(const FactCard& card);
/// What the card says as it stands; the value is empty while nobody has filled it in.
FactFill fillOf(const FactCard& card);

/// The two lines that a version of the card keeps, and back.
QString textOfFill(const FactFill& fill);
FactFill fillInText(const QString& text);

/// The card with that value. Invalid: "fact value", "fact amount" (no figure), "fact unit",
/// "fact range" (from more to less) or "fact source".
Result<FactCard> filledCard(const FactCard& card, const FactFill& fill);

}  // namespace yingda
