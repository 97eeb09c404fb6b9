// SPDX-License-Identifier: GPL-3.0-or-later
// A text as its characters and pairs of characters, to be compared with another.
#pragma once

#include <QStringView>
#include <cstdint>
#include <vector>

namespace yingda {

/// Length 1 (or empty). Thread: any.
class WordVector {
 public:
  WordVector() = default;
  /// Characters (half weight) and pairs of the folded text, each by the logarithm of how often it
  /// stands there; what every caller says (的, 了, 我们 …) is left out, and so are digits: a room
  /// says where, not what. Reads the first 2,000 characters.
  explicit WordVector(QStringView text);
  bool isEmpty() const { return m_terms.empty(); }
  /// The cosine of the angle: 0 nothing in common, 1 the same words.
  double likeness(const WordVector& other) const;

 private:
  struct Term {
    uint32_t code;
    float weight;
  };
  std::vector<Term> m_terms;  ///< by code
};

}  // namespace yingda
