// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the words of a fixed list at a place of a text, all of them in one walk.
#pragma once

#include <QStringView>
#include <utility>
#include <vector>

namespace yingda {

/// Words with a number each; several words may share a number and one word may have several.
/// Thread: any, after the last `add`.
class WordTrie {
 public:
  WordTrie();
  /// An empty word is ignored.
  void add(QStringView word, int value);

  /// Calls `found(value, length)` for every word that begins at `at`, shorter ones first.
  template <class Found>
  void visit(QStringView text, qsizetype at, Found&& found) const {
    int node = m_first[text[at].unicode()];
    for (qsizetype next = at + 1; node >= 0; ++next) {
      const Node& here = m_nodes[static_cast<size_t>(node)];
      for (const int value : here.values) found(value, static_cast<int>(next - at));
      if (next >= text.size()) return;
      node = here.childFor(text[next].unicode());
    }
  }

 private:
  struct Node {
    std::vector<std::pair<char16_t, int>> children;
    std::vector<int> values;
    int childFor(char16_t unit) const {
      for (const auto& [edge, child] : children) {
        if (edge == unit) return child;
      }
      return -1;
    }
  };

  // Nearly every character begins no word: one look-up answers that.
  std::vector<int> m_first;
  std::vector<Node> m_nodes;
};

}  // namespace yingda
