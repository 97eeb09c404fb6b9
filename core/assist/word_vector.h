// SPDX-License-Identifier: GPL-3.0-or-later
// A text as its characters and pairs of characters, to be compared with another.
#pragma once

#include <QStringView>
#include <cstdint>
#include <vector>

namespace yingda {

class WordRarity;

/// Length 1 (or empty). Thread: any.
class WordVector {
 public:
  WordVector() = default;
  /// The units of the text, each by the logarithm of how often it stands there and by its rarity.
  /// While rarity is not known, what every caller says (的, 了, 我们 …) is left out and a pair
  /// counts twice what a character does. Where it is known, a single character counts three times a
  /// pair in a sentence and as much as one in a long text, where two texts share characters by
  /// chance.
  explicit WordVector(QStringView text, const WordRarity* rarity = nullptr);
  bool isEmpty() const { return m_terms.empty(); }
  /// The cosine of the angle: 0 nothing in common, 1 the same words. Both of one rarity.
  double likeness(const WordVector& other) const;

 private:
  struct Term {
    uint32_t code;
    float weight;
  };
  std::vector<Term> m_terms;  ///< by code
};

}  // namespace yingda
