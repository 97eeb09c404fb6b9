// SPDX-License-Identifier: GPL-3.0-or-later
// Building the trie; the walk itself is in the header.
#include "core/assist/word_trie.h"

namespace yingda {

namespace {
constexpr size_t unitCount = 0x10000;
}

WordTrie::WordTrie() : m_first(unitCount, -1) {}

void WordTrie::add(QStringView word, int value) {
  if (word.isEmpty()) return;
  int node = m_first[word.front().unicode()];
  if (node < 0) {
    node = static_cast<int>(m_nodes.size());
    m_first[word.front().unicode()] = node;
    m_nodes.emplace_back();
  }
  for (const QChar c : word.mid(1)) {
    int child = m_nodes[static_cast<size_t>(node)].childFor(c.unicode());
    if (child < 0) {
      child = static_cast<int>(m_nodes.size());
      m_nodes.emplace_back();
      m_nodes[static_cast<size_t>(node)].children.emplace_back(c.unicode(), child);
    }
    node = child;
  }
  m_nodes[static_cast<size_t>(node)].values.push_back(value);
}

}  // namespace yingda
