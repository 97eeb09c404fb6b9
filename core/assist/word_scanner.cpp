// SPDX-License-Identifier: GPL-3.0-or-later
// The trie; a character of the text walks its own edge and those of its sounds.
#include "core/assist/word_scanner.h"

#include <algorithm>

#include "core/text/pinyin.h"

namespace yingda {
namespace {

constexpr char32_t soundBase = 0x110000;
constexpr char32_t ideographFirst = 0x4E00;
constexpr char32_t ideographLast = 0x9FFF;

/// One spelling for syllables that callers and speech recognition take for each other.
QString blurred(QString syllable) {
  for (const char* pair : {"zh", "ch", "sh"}) {
    if (syllable.startsWith(QLatin1String(pair))) syllable.remove(1, 1);
  }
  if (syllable.startsWith(u'n')) syllable[0] = u'l';
  if (syllable.endsWith(QStringLiteral("ng"))) syllable.chop(1);
  return syllable;
}

quint64 edgeKey(int node, char32_t symbol) {
  return (static_cast<quint64>(node) << 32) | static_cast<quint64>(symbol);
}

}  // namespace

int WordScanner::follow(int node, char32_t symbol) const {
  return m_edges.value(edgeKey(node, symbol), -1);
}

int WordScanner::grow(int node, char32_t symbol) {
  int& next = m_edges[edgeKey(node, symbol)];
  if (next == 0) {
    next = static_cast<int>(m_nodes.size());
    m_nodes.push_back({});
  }
  return next;
}

void WordScanner::insert(std::u32string_view symbols, int word) {
  int node = 0;
  for (const char32_t symbol : symbols) node = grow(node, symbol);
  m_nodes[static_cast<size_t>(node)].word = word;
}

int WordScanner::add(QStringView word, bool bySound) {
  const std::u32string characters = word.toString().toStdU32String();
  if (characters.empty()) return -1;
  const QString name = word.toString();
  const auto known = m_ids.constFind(name);
  const int id = known == m_ids.cend() ? m_words++ : *known;
  m_ids.insert(name, id);
  insert(characters, id);
  if (!bySound) return id;
  std::u32string heard;
  for (const char32_t character : characters) {
    const QStringList readings = syllables(QChar(static_cast<char16_t>(character)));
    if (readings.isEmpty()) return id;
    const QString syllable = blurred(readings.front());
    if (!m_syllables.contains(syllable)) {
      m_syllables.insert(syllable, soundBase + static_cast<char32_t>(m_syllables.size()));
    }
    heard += m_syllables.value(syllable);
  }
  insert(heard, id);
  return id;
}

void WordScanner::finish() {
  // Looking a reading up is slow: it is done once for every character, and once for every syllable.
  QHash<QString, char32_t> known;
  for (char32_t c = ideographFirst; c <= ideographLast; ++c) {
    std::vector<char32_t> own;
    const QStringList readings = syllables(QChar(static_cast<char16_t>(c)));
    for (const QString& reading : readings) {
      auto sound = known.constFind(reading);
      if (sound == known.cend())
        sound = known.insert(reading, m_syllables.value(blurred(reading), 0));
      if (*sound != 0 && std::find(own.begin(), own.end(), *sound) == own.end()) {
        own.push_back(*sound);
      }
    }
    if (!own.empty()) m_sounds.insert(c, std::move(own));
  }
}

std::vector<WordHit> WordScanner::scan(std::u32string_view folded) const {
  std::vector<WordHit> hits;
  const std::vector<char32_t> none;
  std::vector<std::vector<char32_t>> heard(folded.size());
  for (size_t at = 0; at < folded.size(); ++at) heard[at] = m_sounds.value(folded[at], none);
  std::vector<std::pair<int, size_t>> open;
  for (size_t begin = 0; begin < folded.size(); ++begin) {
    open.assign(1, {0, begin});
    while (!open.empty()) {
      const auto [node, at] = open.back();
      open.pop_back();
      const int word = m_nodes[static_cast<size_t>(node)].word;
      if (word >= 0) hits.push_back({word, static_cast<int>(begin), static_cast<int>(at)});
      if (at == folded.size()) continue;
      if (const int next = follow(node, folded[at]); next >= 0) open.emplace_back(next, at + 1);
      for (const char32_t sound : heard[at]) {
        if (const int next = follow(node, sound); next >= 0) open.emplace_back(next, at + 1);
      }
    }
  }
  return hits;
}

}  // namespace yingda
