// SPDX-License-Identifier: GPL-3.0-or-later
// Finds many words in a text in one pass, as written or by their sound.
#pragma once

#include <QHash>
#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace yingda {

/// A word that stands in the text: its id, and its place in code points.
struct WordHit {
  int word = 0;
  int begin = 0;
  int end = 0;
};

/// A trie over characters and toneless syllables. By sound, 电体 is 电梯 and 楼电 is 漏电: zh is z,
/// ch is c, sh is s, n is l at the beginning, and ng is n at the end.
/// Thread: add from one; scan from any afterwards.
class WordScanner {
 public:
  /// The id of a folded word; the same for the same word.
  int add(QStringView word, bool bySound);
  /// Closes the list of words; add must not be called afterwards.
  void finish();
  /// Every word at every place, in the order of their beginnings.
  std::vector<WordHit> scan(std::u32string_view folded) const;
  int size() const { return m_words; }

 private:
  struct Node {
    int word = -1;
  };
  int follow(int node, char32_t symbol) const;
  int grow(int node, char32_t symbol);
  void insert(std::u32string_view symbols, int word);

  int m_words = 0;
  QHash<QString, int> m_ids;
  QHash<quint64, int> m_edges;
  std::vector<Node> m_nodes{Node{}};
  QHash<QString, char32_t> m_syllables;
  QHash<char32_t, std::vector<char32_t>> m_sounds;
};

}  // namespace yingda
