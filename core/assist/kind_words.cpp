// SPDX-License-Identifier: GPL-3.0-or-later
// Compares sentences by their pairs of characters: words alone are too few in a sentence of twenty.
#include "core/assist/kind_words.h"

#include <algorithm>

#include "core/assist/said_sentences.h"
#include "core/text/fold.h"

namespace yingda {

namespace {

constexpr size_t saidMost = 200;
constexpr qsizetype clauseLeast = 7;
constexpr qsizetype sentenceLeast = 4;
constexpr double alikeFrom = 0.5;

/// Said once they are kind, said twice they are a formula; owners answer: 你理解什么.
constexpr const char16_t* wornWords[] = {u"理解您", u"理解你", u"换谁都", u"感同身受"};

QString lettersOf(QStringView text) {
  QString letters;
  for (const QChar c : text) {
    if (c.isLetterOrNumber()) letters += c;
  }
  return letters;
}

/// The longest prefix that covers the id; 0 for "any", -1 for none.
int nearness(const QStringList& prefixes, const QString& id) {
  if (prefixes.isEmpty()) return 0;
  qsizetype best = -1;
  for (const QString& prefix : prefixes) {
    if (prefix == u"*") {
      best = std::max(best, qsizetype{0});
    } else if (id == prefix || id.startsWith(QString(prefix % u'.'))) {
      best = std::max(best, prefix.size());
    }
  }
  return static_cast<int>(best);
}

bool isWornIn(const QString& one, const QString& two) {
  return std::any_of(std::begin(wornWords), std::end(wornWords), [&](const char16_t* word) {
    return one.contains(QStringView(word)) && two.contains(QStringView(word));
  });
}

bool sharesClause(const QString& one, const QString& two) {
  for (qsizetype at = 0; at + clauseLeast <= one.size(); ++at) {
    if (two.contains(QStringView(one).mid(at, clauseLeast))) return true;
  }
  return false;
}

}  // namespace

SaidWords::Said SaidWords::made(QStringView sentence, bool isNow) {
  Said said{lettersOf(sentence), {}, isNow};
  for (qsizetype i = 0; i + 1 < said.text.size(); ++i) {
    said.pairs << (quint32{said.text[i].unicode()} << 16 | said.text[i + 1].unicode());
  }
  std::sort(said.pairs.begin(), said.pairs.end());
  said.pairs.erase(std::unique(said.pairs.begin(), said.pairs.end()), said.pairs.end());
  return said;
}

SaidWords::SaidWords(const QStringList& now, const QStringList& before) {
  for (const QString& text : now) add(text, true);
  for (const QString& text : before) add(text, false);
}

void SaidWords::add(const QString& text, bool isNow) {
  const QString folded = fold(text);
  for (const SaidSentence& sentence : sentencesIn(folded, {})) {
    if (m_said.size() == saidMost) return;
    Said said =
        made(QStringView(folded).mid(sentence.from, sentence.bodyEnd - sentence.from), isNow);
    if (said.text.size() >= sentenceLeast) m_said.push_back(std::move(said));
  }
}

bool SaidWords::alike(const Said& one, const Said& two) {
  if (two.isNow && isWornIn(one.text, two.text)) return true;
  if (one.pairs.isEmpty() || two.pairs.isEmpty()) return false;
  QList<quint32> both;
  std::set_intersection(one.pairs.begin(), one.pairs.end(), two.pairs.begin(), two.pairs.end(),
                        std::back_inserter(both));
  const auto fewer = static_cast<double>(std::min(one.pairs.size(), two.pairs.size()));
  if (static_cast<double>(both.size()) >= alikeFrom * fewer) return true;
  return both.size() >= clauseLeast - 1 && sharesClause(one.text, two.text);
}

Repeat SaidWords::repeatOf(const QString& sentence) const {
  const QString folded = fold(sentence);
  std::vector<Said> parts{made(folded, true)};
  for (const SaidSentence& one : sentencesIn(folded, {})) {
    parts.push_back(made(QStringView(folded).mid(one.from, one.bodyEnd - one.from), true));
  }
  Repeat found = Repeat::None;
  for (const Said& part : parts) {
    if (part.text.size() < sentenceLeast) continue;
    for (const Said& said : m_said) {
      const bool isSame = part.text == said.text;
      if (!isSame && !alike(part, said)) continue;
      const Repeat why = said.isNow ? (isSame ? Repeat::Now : Repeat::AlikeNow)
                                    : (isSame ? Repeat::Before : Repeat::AlikeBefore);
      // The gravest reason is told: this call before an earlier one, the same before its like.
      if (found == Repeat::None || why < found) found = why;
    }
  }
  return found;
}

KindWords chooseKindWords(const Starter& starter, const KindWish& wish, const SaidWords& said) {
  std::vector<std::pair<int, const Phrase*>> ranked;
  for (const Phrase& phrase : starter.phrases) {
    if (phrase.emotion != wish.emotion) continue;
    const int near = nearness(phrase.categories, wish.matter);
    if (near >= 0) ranked.emplace_back(near, &phrase);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  KindWords words;
  for (const auto& [near, phrase] : ranked) {
    if (static_cast<int>(words.fitting.size()) == wish.limit) break;
    const Repeat repeat =
        wish.used.contains(phrase->id) ? Repeat::Now : said.repeatOf(phrase->text);
    if (repeat == Repeat::None) {
      words.fitting.push_back(phrase);
    } else {
      words.passed.push_back({phrase, repeat});
    }
  }
  return words;
}

}  // namespace yingda
