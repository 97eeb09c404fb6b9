// SPDX-License-Identifier: GPL-3.0-or-later
// Units are kept as hashes: two that meet by chance move a weight by less than it is read for.
#include "core/assist/word_rarity.h"

#include <algorithm>
#include <cmath>

#include "core/text/fold.h"
#include "core/text/lexicon.h"

namespace yingda {

namespace {

constexpr qsizetype unitsMost = 2000;
constexpr size_t places = size_t{1} << 20U;
constexpr int textsMost = 50'000;
// Beside the particles: said in every call, of whatever matter.
constexpr QStringView common = u"呀哦嗯个一下上跟去来说要想能会什怎样时候现好多";

bool isCommon(char16_t unit) { return isParticle(QChar(unit)) || common.contains(QChar(unit)); }

uint32_t codeOf(char16_t first, char16_t second) {
  uint32_t code = (static_cast<uint32_t>(first) << 16U) | second;
  // Spread, so that neighbours in the alphabet do not stay neighbours.
  code *= 2654435769U;
  return code ^ (code >> 15U);
}

}  // namespace

std::vector<WordUnit> wordUnits(QStringView text) {
  const QString folded = fold(text.left(unitsMost));
  std::vector<WordUnit> units;
  units.reserve(static_cast<size_t>(folded.size()) * 2);
  for (qsizetype i = 0; i < folded.size(); ++i) {
    const char16_t here = folded[i].unicode();
    if (!isCjk(here)) continue;
    const bool isFirstCommon = isCommon(here);
    units.push_back({codeOf(here, 0), false, isFirstCommon});
    if (i + 1 == folded.size()) continue;
    const char16_t next = folded[i + 1].unicode();
    if (isCjk(next)) units.push_back({codeOf(here, next), true, isFirstCommon || isCommon(next)});
  }
  return units;
}

WordRarity::WordRarity() : m_having(places, 0) {}

void WordRarity::learn(QStringView text) {
  std::vector<size_t> seen;
  for (const WordUnit& unit : wordUnits(text)) seen.push_back(unit.code % places);
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (const size_t place : seen) ++m_having[place];
  if (++m_texts < textsMost) return;
  for (int& having : m_having) having /= 2;
  m_texts /= 2;
}

float WordRarity::weightOf(uint32_t code) const {
  return std::log(1.0F + static_cast<float>(m_texts + 50) /
                             static_cast<float>(m_having[code % places] + 1));
}

}  // namespace yingda
