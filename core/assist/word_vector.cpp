// SPDX-License-Identifier: GPL-3.0-or-later
// Terms are kept as hashes: two that meet by chance move a cosine by less than it is read for.
#include "core/assist/word_vector.h"

#include <algorithm>
#include <cmath>

#include "core/assist/word_rarity.h"

namespace yingda {

namespace {

constexpr float evenSingle = 0.5F;
constexpr float longSingle = 1.0F;
constexpr float shortSingle = 3.0F;
// A single character counts halfway between the two in a text of so many.
constexpr float middlingText = 30.0F;

float singleWeight(size_t characters) {
  const float length = static_cast<float>(characters) / middlingText;
  return longSingle + (shortSingle - longSingle) / (1.0F + length * length);
}

}  // namespace

WordVector::WordVector(QStringView text, const WordRarity* rarity) {
  if (rarity && !rarity->isKnown()) rarity = nullptr;
  std::vector<WordUnit> units = wordUnits(text);
  if (!rarity) std::erase_if(units, [](const WordUnit& unit) { return unit.isCommon; });
  const auto pairs = static_cast<size_t>(
      std::count_if(units.begin(), units.end(), [](const WordUnit& unit) { return unit.isPair; }));
  const float single = rarity ? singleWeight(units.size() - pairs) : evenSingle;
  std::sort(units.begin(), units.end(),
            [](const WordUnit& a, const WordUnit& b) { return a.code < b.code; });
  double squares = 0;
  m_terms.reserve(units.size());
  for (auto at = units.begin(); at != units.end();) {
    const auto end =
        std::find_if(at, units.end(), [at](const WordUnit& unit) { return unit.code != at->code; });
    const float often = 1.0F + std::log(static_cast<float>(end - at));
    const float weight =
        often * (at->isPair ? 1.0F : single) * (rarity ? rarity->weightOf(at->code) : 1.0F);
    m_terms.push_back({at->code, weight});
    squares += static_cast<double>(weight * weight);
    at = end;
  }
  const auto length = static_cast<float>(std::sqrt(squares));
  for (Term& term : m_terms) term.weight /= length;
}

double WordVector::likeness(const WordVector& other) const {
  double sum = 0;
  auto a = m_terms.begin();
  auto b = other.m_terms.begin();
  while (a != m_terms.end() && b != other.m_terms.end()) {
    if (a->code < b->code) {
      ++a;
    } else if (b->code < a->code) {
      ++b;
    } else {
      sum += static_cast<double>(a->weight * b->weight);
      ++a;
      ++b;
    }
  }
  return std::min(sum, 1.0);
}

}  // namespace yingda
