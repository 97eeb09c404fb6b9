// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two versions of an article: line by line, and within a changed line word by
// word.
#pragma once

#include <QString>
#include <vector>

namespace yingda {

/// A stretch of a changed line. Chinese characters are compared one by one, other words whole.
struct DiffPiece {
  enum class Kind { Same, Removed, Added };
  Kind kind = Kind::Same;
  QString text;
  friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

/// One line of the comparison.
struct DiffLine {
  enum class Kind { Same, Removed, Added, Changed };
  Kind kind = Kind::Same;
  QString before;                 ///< empty for Added
  QString after;                  ///< empty for Removed
  std::vector<DiffPiece> pieces;  ///< Changed only
  friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

/// Every line of both texts once, in order. Pure; any thread.
/// Limits: beyond 2,000 lines, or 2,000 words in a line, what differs is one block, without a
/// search for what stayed.
std::vector<DiffLine> diffOf(const QString& before, const QString& after);
/// The texts that a comparison was made of.
QString textBefore(const std::vector<DiffLine>& lines);
QString textAfter(const std::vector<DiffLine>& lines);
/// How many places changed: neighbouring lines that differ are one place.
int changesIn(const std::vector<DiffLine>& lines);

}  // namespace yingda
