// SPDX-License-Identifier: GPL-3.0-or-later
// How seldom a character or a pair stands in the texts of this hotline.
#pragma once

#include <QStringView>
#include <cstdint>
#include <vector>

namespace yingda {

/// A character, or two that stand beside each other.
struct WordUnit {
  uint32_t code = 0;
  bool isPair = false;
  bool isCommon = false;  ///< has a particle, or what is said in every call of whatever matter
};

/// Of the folded text, as often as each stands there. Only what is Chinese: a room number says
/// where, not what. Reads the first 2,000 characters. Thread: any.
std::vector<WordUnit> wordUnits(QStringView text);

/// Counts the texts that have a unit. Holds 4 MiB and never grows: units that fall on one place are
/// counted together, and after 50,000 texts all counts are halved, so that what is said today
/// weighs more than what was said years ago.
/// Thread: learn from one; the rest from any while nobody learns.
class WordRarity {
 public:
  /// Below this many texts nothing is known of rarity.
  static constexpr int textsLeast = 50;

  WordRarity();
  void learn(QStringView text);
  bool isKnown() const { return m_texts >= textsLeast; }
  /// ln(1 + (n + 50) / (df + 1)) for n texts of which df have it: the inverse document frequency
  /// (Spärck Jones 1972), smoothed for few texts. Above 0.
  float weightOf(uint32_t code) const;

 private:
  std::vector<int> m_having;
  int m_texts = 0;
};

}  // namespace yingda
