// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts with a unit as they stand in Chinese sentences: 2 小时, 三个工作日, 一个半月, 500 元.
#pragma once

#include <QString>
#include <vector>

#include "core/domain/fact_card.h"

namespace yingda {

/// What an amount counts; only amounts of one family can contradict each other.
enum class FactFamily { Time, Days, Years, Seasons, Money, Percent };

/// An amount in a text; offsets are UTF-16 units of it.
struct FactQuantity {
  FactFamily family = FactFamily::Time;
  double low = 0;  ///< Time in minutes, Days in days, Years in months, Money in yuan, else as said
  double high = 0;
  bool isWorkingDays = false;  ///< counts working days
  int from = 0;
  int to = 0;
};

/// The amounts of a text in their order. Unknown units and bare numbers are left out.
std::vector<FactQuantity> quantitiesIn(const QString& text);
/// The amount of a card, or nothing when its unit is none of ours.
std::optional<FactQuantity> quantityOf(const FactAmount& amount);
/// True when both say the same: 24 小时 is 1 天, 30 日 is 1 个月, 12 个月 is 1 年.
bool saysTheSame(const FactQuantity& left, const FactQuantity& right);
/// True when one may stand for the other in a sentence: hours for days, never minutes for years.
bool isComparable(const FactQuantity& left, const FactQuantity& right);

}  // namespace yingda
