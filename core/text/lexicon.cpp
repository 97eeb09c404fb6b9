// SPDX-License-Identifier: GPL-3.0-or-later
// Sorted keys and binary search; a word with polyphones has several keys.
#include "core/text/lexicon.h"

#include <QSet>
#include <algorithm>

#include "core/text/pinyin.h"

namespace yingda {
namespace {

constexpr size_t wordCountMax = 200'000;
constexpr qsizetype keyCountMax = 6;

/// Every spelling of a word, its usual one first; at most six, because rare readings of many
/// characters multiply.
QStringList spellings(QStringView word) {
  QStringList keys = {fullPinyin(word)};
  QStringList open = {QString()};
  for (const QChar c : word) {
    QStringList next;
    for (const QString& head : open) {
      for (const QString& syllable : syllables(c)) {
        if (next.size() < keyCountMax) next.append(head + syllable);
      }
    }
    open = next;
  }
  for (const QString& key : open) {
    if (keys.size() < keyCountMax && !keys.contains(key)) keys.append(key);
  }
  return keys;
}

/// All keys that begin with `prefix`.
template <class Keys, class Use>
void forPrefix(const Keys& keys, QStringView prefix, Use use) {
  auto at = std::lower_bound(
      keys.begin(), keys.end(), prefix,
      [](const auto& entry, QStringView wanted) { return QStringView(entry.first) < wanted; });
  for (; at != keys.end() && at->first.startsWith(prefix); ++at) use(at->first, at->second);
}

}  // namespace

bool isParticle(QChar c) {
  static const QString particles = QStringLiteral(
      "的了是在我你您他她它们有不就都也和吗呢吧啊这那个么与及或把被给让从到向对为以于其之而且但"
      "如因所很再又还没请");
  return particles.contains(c);
}

void Lexicon::add(const QString& word, float weight) {
  if (m_words.size() < wordCountMax) m_words.push_back({word, weight});
}

void Lexicon::finish() {
  for (size_t i = 0; i < m_words.size(); ++i) {
    const int word = static_cast<int>(i);
    for (const QString& key : spellings(m_words[i].text)) m_full.emplace_back(key, word);
    m_initials.emplace_back(initials(m_words[i].text), word);
  }
  std::sort(m_full.begin(), m_full.end());
  std::sort(m_initials.begin(), m_initials.end());
}

QStringList Lexicon::best(std::vector<std::pair<float, int>> found, int limit) const {
  std::sort(found.begin(), found.end(), [this](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first > b.first;
    return m_words[static_cast<size_t>(a.second)].text <
           m_words[static_cast<size_t>(b.second)].text;
  });
  QStringList words;
  QSet<int> seen;
  for (const auto& [weight, word] : found) {
    if (words.size() >= limit) break;
    if (seen.contains(word)) continue;
    seen.insert(word);
    words.append(m_words[static_cast<size_t>(word)].text);
  }
  return words;
}

QStringList Lexicon::forLetters(QStringView letters, int limit) const {
  constexpr float longerInitials = 0.2F;
  constexpr float wholeSpelling = 1.5F;
  std::vector<std::pair<float, int>> found;
  if (letters.size() < 2) return {};
  forPrefix(m_initials, letters, [&](const QString& key, int word) {
    const float factor = key.size() == letters.size() ? 1.0F : longerInitials;
    found.emplace_back(m_words[static_cast<size_t>(word)].weight * factor, word);
  });
  forPrefix(m_full, letters, [&](const QString& key, int word) {
    const float factor = key.size() == letters.size() ? wholeSpelling : 1.0F;
    found.emplace_back(m_words[static_cast<size_t>(word)].weight * factor, word);
  });
  return best(std::move(found), limit);
}

QStringList Lexicon::soundingLike(QStringView word, int limit) const {
  std::vector<std::pair<float, int>> found;
  for (const QString& key : spellings(word)) {
    if (key.isEmpty()) continue;
    forPrefix(m_full, key, [&](const QString& entry, int other) {
      const Word& candidate = m_words[static_cast<size_t>(other)];
      const bool isSame = entry.size() == key.size() && candidate.text.size() == word.size();
      if (isSame && candidate.text != word) found.emplace_back(candidate.weight, other);
    });
  }
  return best(std::move(found), limit);
}

}  // namespace yingda
