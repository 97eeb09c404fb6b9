// SPDX-License-Identifier: GPL-3.0-or-later
// The table of readings, filled once from ICU and our lists, and the matching of typed letters.
#include "core/text/pinyin.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <QHash>
#include <algorithm>
#include <memory>

#include "core/base/invariant.h"
#include "core/text/folded_scalars.h"
#include "core/text/word_list.h"

namespace yingda {
namespace {

constexpr char32_t firstHan = 0x4E00;
constexpr char32_t lastHan = 0x9FFF;
constexpr qsizetype queryMax = 60;
constexpr qsizetype wordMax = 4;

/// Without tones, ü as v: lǜ is lv. Empty when something else than Latin letters stands there.
QString toneless(const icu::UnicodeString& syllable, const icu::Normalizer2& nfd) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decomposed = nfd.normalize(syllable, status);
  QString letters;
  for (int i = 0; i < decomposed.length(); ++i) {
    const char16_t c = decomposed.charAt(i);
    if (c >= u'a' && c <= u'z') {
      letters += QChar(c);
    } else if (c == u'\u0308' && letters.endsWith(u'u')) {
      letters.back() = u'v';
    } else if (c < u'\u0300' || c > u'\u036F') {
      return {};
    }
  }
  return letters;
}

/// Both ways to type ü.
QStringList withTypedForms(const QStringList& readings) {
  QStringList all;
  for (const QString& reading : readings) {
    for (const QString& form : {reading, QString(reading).replace(u'v', u'u')}) {
      if (!all.contains(form)) all.append(form);
    }
  }
  return all;
}

class Readings {
 public:
  Readings() : m_of(lastHan - firstHan + 1) {
    readSystemTable();
    for (const QStringList& row : readWordList(QStringLiteral("polyphones.tsv"))) {
      if (row.size() != 2) continue;
      if (row[0].size() == 1) {
        m_of[indexOf(row[0].front().unicode())] = withTypedForms(row[1].split(u','));
      } else {
        m_words.insert(row[0], row[1].split(u' '));
      }
    }
    for (const QStringList& row : readWordList(QStringLiteral("surnames.tsv"))) {
      if (row.size() == 2) m_surnames.insert(row[0], row[1].split(u' '));
    }
  }

  const QStringList& of(char32_t c) const {
    static const QStringList none;
    static const QStringList zero = {QStringLiteral("ling")};
    if (c == U'〇') return zero;
    return c >= firstHan && c <= lastHan ? m_of[indexOf(c)] : none;
  }

  /// The reading of a longer word that begins at `at`, one syllable a character; empty when none is
  /// listed.
  QStringList wordAt(const FoldedScalars& text, int at) const {
    for (qsizetype length = wordMax; length >= 2; --length) {
      const int end = at + static_cast<int>(length);
      if (end > text.size()) continue;
      const auto found = m_words.constFind(text.slice(at, end));
      if (found != m_words.constEnd()) return *found;
    }
    return {};
  }

  /// The surname a name begins with, longest first; empty when its usual reading is right.
  QStringList surnameOf(const FoldedScalars& name) const {
    for (int length = std::min(2, name.size()); length > 0; --length) {
      const auto found = m_surnames.constFind(name.slice(0, length));
      if (found != m_surnames.constEnd()) return *found;
    }
    return {};
  }

 private:
  static size_t indexOf(char32_t c) {
    YINGDA_INVARIANT(c >= firstHan && c <= lastHan, "a reading for something else than Han");
    return c - firstHan;
  }

  void readSystemTable() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> hanLatin(icu::Transliterator::createInstance(
        icu::UnicodeString(u"Han-Latin"), UTRANS_FORWARD, status));
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    YINGDA_INVARIANT(U_SUCCESS(status), "ICU has no Han-Latin");
    // Short chunks: every replacement moves the tail of the text. Line feeds keep characters from
    // forming phrases.
    constexpr char32_t chunk = 128;
    for (char32_t first = firstHan; first <= lastHan; first += chunk) {
      icu::UnicodeString text;
      for (char32_t c = first; c < first + chunk; ++c) {
        text.append(static_cast<UChar32>(c)).append(u'\n');
      }
      hanLatin->transliterate(text);
      char32_t c = first;
      for (int at = 0; at < text.length() && c < first + chunk; ++c) {
        const int end = text.indexOf(u'\n', at);
        icu::UnicodeString line = text.tempSubStringBetween(at, end);
        const QString reading = toneless(line.trim(), *nfd);
        if (!reading.isEmpty()) m_of[indexOf(c)] = withTypedForms({reading});
        at = end + 1;
      }
    }
  }

  std::vector<QStringList> m_of;
  QHash<QString, QStringList> m_words;
  QHash<QString, QStringList> m_surnames;
};

const Readings& readings() {
  static const Readings table;
  return table;
}

bool isPlain(char32_t c) { return isLowerLetter(c) || isDigit(c); }

/// The usual spelling, syllable by syllable; the first `surname` characters as given.
QStringList spelling(const FoldedScalars& text, const QStringList& surname) {
  QStringList parts = surname;
  int at = static_cast<int>(surname.size());
  while (at < text.size()) {
    const char32_t c = text.at(at);
    const QStringList word = readings().wordAt(text, at);
    if (!word.isEmpty()) {
      parts += word;
      at += static_cast<int>(word.size());
      continue;
    }
    if (!readings().of(c).isEmpty()) parts.append(readings().of(c).first());
    if (isPlain(c)) parts.append(text.slice(at, at + 1));
    ++at;
  }
  return parts;
}

QString firstLetters(const QStringList& parts) {
  QString letters;
  for (const QString& part : parts) letters += part.front();
  return letters;
}

/// Tries to fit a query at one character of a text.
class Fit {
 public:
  Fit(const FoldedScalars& text, const FoldedScalars& query)
      : m_text(text), m_query(query), m_letters(query.slice(0, query.size())) {
    m_surname = readings().surnameOf(text);
  }

  bool isStart(int at) const {
    const char32_t c = m_text.at(at);
    if (isPlain(c)) return !isPlain(m_text.at(at - 1));
    return isCjk(c);
  }

  /// The first letter fits; most starts end here.
  bool begins(int at) const {
    const char32_t wanted = m_query.at(0);
    if (isSilent(at) || m_text.at(at) == wanted) return true;
    const auto fits = [wanted](const QString& r) { return r.front().unicode() == wanted; };
    const QStringList& all = readings().of(m_text.at(at));
    return std::any_of(all.begin(), all.end(), fits) ||
           (at < m_surname.size() && fits(m_surname[at]));
  }

  /// The index behind the fitting characters, or -1.
  int endOf(int start) const {
    const int full = fullEnd(start);
    return full >= 0 ? full : initialsEnd(start);
  }

 private:
  QStringList readingsAt(int at) const {
    QStringList all = readings().of(m_text.at(at));
    if (at < m_surname.size() && !all.contains(m_surname[at])) all.prepend(m_surname[at]);
    return all;
  }

  bool isSilent(int at) const { return !isPlain(m_text.at(at)) && !isCjk(m_text.at(at)); }

  int initialsEnd(int start) const {
    int at = start;
    for (int used = 0; used < m_query.size(); ++at) {
      if (at >= m_text.size()) return -1;
      if (isSilent(at)) continue;
      const char32_t wanted = m_query.at(used);
      const QStringList all = readingsAt(at);
      const bool fits = m_text.at(at) == wanted ||
                        std::any_of(all.begin(), all.end(), [wanted](const QString& r) {
                          return r.front().unicode() == wanted;
                        });
      if (!fits) return -1;
      ++used;
    }
    return at;
  }

  /// Bit p of `open` is set when the first p letters are used up: every split into syllables is
  /// followed at once.
  int fullEnd(int start) const {
    quint64 open = 1;
    for (int at = start; open != 0 && at < m_text.size(); ++at) {
      if (isSilent(at)) continue;
      quint64 next = 0;
      for (int used = 0; used < m_query.size(); ++used) {
        if ((open >> used & 1) == 0) continue;
        if (m_text.at(at) == m_query.at(used)) next |= quint64(1) << (used + 1);
        for (const QString& reading : readingsAt(at)) {
          const QStringView left = QStringView(m_letters).sliced(used);
          if (left.startsWith(reading)) next |= quint64(1) << (used + reading.size());
          if (reading.startsWith(left)) return at + 1;
        }
      }
      if ((next >> m_query.size() & 1) != 0) return at + 1;
      open = next;
    }
    return -1;
  }

  const FoldedScalars& m_text;
  const FoldedScalars& m_query;
  const QString m_letters;
  QStringList m_surname;
};

}  // namespace

QStringList syllables(QChar character) {
  for (const char32_t c : foldedScalar(character.unicode())) return readings().of(c);
  return {};
}

QString initials(QStringView text) { return firstLetters(spelling(foldScalars(text), {})); }

QString fullPinyin(QStringView text) { return spelling(foldScalars(text), {}).join(QString()); }

QString personInitials(QStringView name) {
  const FoldedScalars folded = foldScalars(name.trimmed());
  return firstLetters(spelling(folded, readings().surnameOf(folded)));
}

std::optional<TextRange> pinyinMatch(QStringView text, QStringView query) {
  if (query.size() > queryMax) return std::nullopt;
  QString typed = query.toString();
  typed.removeIf([](QChar c) { return c.isSpace() || c == u'\'' || c == u'’'; });
  const FoldedScalars letters = foldScalars(typed);
  if (letters.size() == 0 || letters.size() > queryMax) return std::nullopt;
  // Letters outside the basic plane would not keep one unit each.
  const bool isBasic = std::all_of(letters.text.begin(), letters.text.end(),
                                   [](char32_t c) { return !QChar::requiresSurrogates(c); });
  if (!isBasic) return std::nullopt;
  const FoldedScalars folded = foldScalars(text);
  const Fit fit(folded, letters);
  for (int at = 0; at < folded.size(); ++at) {
    if (!fit.isStart(at) || !fit.begins(at)) continue;
    const int end = fit.endOf(at);
    if (end < 0) continue;
    return TextRange{folded.beginOf(at), folded.endOf(end - 1) - folded.beginOf(at)};
  }
  return std::nullopt;
}

bool pinyinMatches(QStringView text, QStringView query) {
  return pinyinMatch(text, query).has_value();
}

}  // namespace yingda
