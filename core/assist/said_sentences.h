// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a folded text into sentences and finds what in it is somebody else's speech.
#pragma once

#include <QStringList>
#include <QStringView>
#include <vector>

#include "core/text/fold.h"

namespace yingda {

/// A sentence in units of the folded text: blanks in front left out, closing marks included.
struct SaidSentence {
  int from = 0;
  int bodyEnd = 0;  ///< before the closing marks
  int to = 0;
  bool isOpening = false;  ///< the first of the text
};

/// What is between 「」 『』 “” or a pair of straight marks, marks included, in rising order.
std::vector<TextRange> quotedSpeech(QStringView folded);

/// Closed by 。！？； or a line break; never inside quoted speech. Sentences without a letter or
/// digit are left out.
std::vector<SaidSentence> sentencesIn(QStringView folded, const std::vector<TextRange>& quoted);

/// Where the owner's own words begin in a sentence (behind 业主说, 您说 …), or -1. 跟您说 and
/// 您说的问题 are ours.
int ownersWordsFrom(QStringView folded, const SaidSentence& sentence, const QStringList& markers);

/// True when the ranges share a unit.
inline bool overlaps(const TextRange& a, const TextRange& b) {
  return a.start < b.start + b.length && b.start < a.start + a.length;
}

}  // namespace yingda
