// SPDX-License-Identifier: GPL-3.0-or-later
// Words by their sound: what typed letters or a wrong character of the same sound may mean.
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace yingda {

/// True for characters that join words (的, 了, 么); a pair with one of them is no word of its own.
bool isParticle(QChar character);

/// Words of 2 to 4 characters with their toneless keys.
/// Thread: add and finish from one; look-ups from any after finish.
/// Limits: 200,000 words.
class Lexicon {
 public:
  void add(const QString& word, float weight);
  void finish();
  /// Words for letters typed: initials (ls), full pinyin or the beginning of it (loush). Best
  /// first.
  QStringList forLetters(QStringView letters, int limit) const;
  /// Words of the same length and sound, the word itself left out. Best first.
  QStringList soundingLike(QStringView word, int limit) const;
  int size() const { return static_cast<int>(m_words.size()); }

 private:
  struct Word {
    QString text;
    float weight = 0;
  };
  using Keys = std::vector<std::pair<QString, int>>;

  QStringList best(std::vector<std::pair<float, int>> found, int limit) const;

  std::vector<Word> m_words;
  Keys m_full;
  Keys m_initials;
};

}  // namespace yingda
