// SPDX-License-Identifier: GPL-3.0-or-later
// An amount means a card when the card's words stand in its clause, or in the one before when that
// has no amount of its own, and the last word is nearer to it than to any other amount.
#include "core/assist/fact_check.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/assist/fact_quantity.h"

namespace yingda {

namespace {

constexpr QStringView sentenceEnds = u"。！？；\n";
constexpr QStringView clauseEnds = u"，：,/（）";
constexpr QStringView dontSay = u"**不要说**";

struct Clause {
  QString text;
  std::vector<FactQuantity> quantities;
};

/// What a card looks for.
struct CardWords {
  const FactCard* card = nullptr;
  FactQuantity value;
  std::vector<QStringList> entries;
};

std::vector<CardWords> wordsOfCards(const std::vector<FactCard>& cards) {
  std::vector<CardWords> words;
  for (const FactCard& card : cards) {
    const auto value = card.amount ? quantityOf(*card.amount) : std::nullopt;
    if (!value) continue;
    CardWords each{&card, *value, {}};
    const QStringList& entries = card.near.isEmpty() ? card.keywords : card.near;
    for (const QString& entry : entries) each.entries.push_back(entry.split(u'+'));
    words.push_back(std::move(each));
  }
  return words;
}

/// What not to say is quoted under its heading: it is wrong on purpose.
QString withoutForbiddenQuotes(const QString& line) {
  if (!line.startsWith(dontSay)) return line;
  QString kept;
  int depth = 0;
  for (const QChar character : line) {
    if (character == u'“' || character == u'「') ++depth;
    if (depth == 0) kept += character;
    if ((character == u'”' || character == u'」') && depth > 0) --depth;
  }
  return kept;
}

std::vector<Clause> clausesOf(const QString& sentence) {
  std::vector<Clause> clauses;
  QString open;
  const auto close = [&] {
    if (!open.isEmpty()) clauses.push_back({open, quantitiesIn(open)});
    open.clear();
  };
  for (const QChar character : sentence) {
    if (clauseEnds.contains(character)) {
      close();
    } else {
      open += character;
    }
  }
  close();
  return clauses;
}

template <size_t N>
bool endsWithAny(QStringView text, const std::array<QStringView, N>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](QStringView end) { return text.endsWith(end); });
}

template <size_t N>
bool startsWithAny(QStringView text, const std::array<QStringView, N>& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](QStringView start) { return text.startsWith(start); });
}

/// False for an amount that tells of a time past, a condition or an ordinal.
bool isStatement(const Clause& clause, const FactQuantity& quantity) {
  static constexpr std::array before{
      QStringView(u"第"),   QStringView(u"近"),   QStringView(u"已"),   QStringView(u"已经"),
      QStringView(u"过了"), QStringView(u"等了"), QStringView(u"不是"), QStringView(u"并非")};
  static constexpr std::array less{QStringView(u"不到"), QStringView(u"不足")};
  static constexpr std::array behind{
      QStringView(u"前"), QStringView(u"以前"), QStringView(u"之前"), QStringView(u"以来"),
      QStringView(u"没"), QStringView(u"多了"), QStringView(u"内第"), QStringView(u"的时候")};
  const QStringView text(clause.text);
  const QStringView left = text.left(quantity.from).trimmed();
  const QStringView right = text.mid(quantity.to).trimmed();
  if (left.endsWith(u"超过") && !left.endsWith(u"不超过")) return false;
  // Less than a share is a rule itself; less than a time tells how long something took.
  if (quantity.family != FactFamily::Percent && endsWithAny(left, less)) return false;
  if (left.endsWith(u"满") && right.startsWith(u"没")) return false;
  return !endsWithAny(left, before) && !startsWithAny(right, behind);
}

bool isRhythm(const Clause& clause, const FactQuantity& quantity) {
  static constexpr std::array every{QStringView(u"每"), QStringView(u"每隔"),
                                    QStringView(u"至少每")};
  return endsWithAny(QStringView(clause.text).left(quantity.from).trimmed(), every);
}

/// 到场前 15 分钟 counts back from an event; 提前 60 日 is a notice.
bool isCountdown(const Clause& clause, const FactQuantity& quantity) {
  const QStringView left = QStringView(clause.text).left(quantity.from).trimmed();
  return left.endsWith(u'前') && !left.endsWith(u"提前");
}

bool namesCountdown(const QStringList& entry) {
  return std::any_of(entry.begin(), entry.end(),
                     [](const QString& word) { return word.endsWith(u'前'); });
}

/// How many units lie between a word and an amount.
int distance(int wordFrom, int wordTo, const FactQuantity& quantity) {
  if (wordTo <= quantity.from) return quantity.from - wordTo;
  return wordFrom >= quantity.to ? wordFrom - quantity.to : 0;
}

int nearestDistance(const QString& text, const QString& word, const FactQuantity& quantity) {
  int nearest = std::numeric_limits<int>::max();
  for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const auto from = static_cast<int>(at);
    nearest = std::min(nearest, distance(from, from + static_cast<int>(word.size()), quantity));
  }
  return nearest;
}

bool isNearestOf(const Clause& clause, const FactQuantity& quantity, const QString& word) {
  const int own = nearestDistance(clause.text, word, quantity);
  return std::none_of(clause.quantities.begin(), clause.quantities.end(),
                      [&](const FactQuantity& other) {
                        return isComparable(other, quantity) && other.from != quantity.from &&
                               nearestDistance(clause.text, word, other) < own;
                      });
}

bool hasComparable(const Clause& clause, const FactQuantity& quantity) {
  return std::any_of(clause.quantities.begin(), clause.quantities.end(),
                     [&](const FactQuantity& other) { return isComparable(other, quantity); });
}

/// The clauses of one sentence and which of them is looked at.
class ClauseWords {
 public:
  ClauseWords(const std::vector<Clause>& clauses, size_t at) : m_clauses(clauses), m_at(at) {}

  bool mean(const CardWords& words, const FactQuantity& quantity) const {
    if (!isComparable(words.value, quantity)) return false;
    const bool isEvery = isRhythm(clause(), quantity);
    const bool countsBack = isCountdown(clause(), quantity);
    return std::any_of(words.entries.begin(), words.entries.end(), [&](const QStringList& entry) {
      if (isEvery && !entry.contains(QStringLiteral("每"))) return false;
      if (countsBack && !namesCountdown(entry)) return false;
      return hasEntry(entry, quantity);
    });
  }

  QString textOf(const FactQuantity& quantity) const {
    return clause().text.mid(quantity.from, quantity.to - quantity.from);
  }

 private:
  const Clause& clause() const { return m_clauses[m_at]; }

  bool hasEntry(const QStringList& entry, const FactQuantity& quantity) const {
    const bool looksBack = m_at > 0 && !hasComparable(m_clauses[m_at - 1], quantity);
    const QString before = looksBack ? m_clauses[m_at - 1].text : QString();
    const bool hasAll = std::all_of(entry.begin(), entry.end(), [&](const QString& word) {
      return clause().text.contains(word) || before.contains(word);
    });
    if (!hasAll) return false;
    return !clause().text.contains(entry.last()) || isNearestOf(clause(), quantity, entry.last());
  }

  const std::vector<Clause>& m_clauses;
  size_t m_at;
};

/// Goes through one text after another.
class FactCheck {
 public:
  explicit FactCheck(const std::vector<FactCard>& cards)
      : m_cards(cards), m_words(wordsOfCards(cards)) {}

  void check(const QString& place, const QString& text) {
    m_place = place;
    const QStringList lines = text.split(u'\n');
    for (const QString& line : lines) {
      const FilledFacts filled = withFacts(line, m_cards);
      for (const QString& id : filled.unknown) {
        m_remarks.push_back({FactRemark::Kind::UnknownCard, m_place, line.trimmed(), id, {}, {}});
      }
      checkLine(withoutForbiddenQuotes(filled.text));
    }
  }
  std::vector<FactRemark> take() { return std::move(m_remarks); }

 private:
  void checkLine(const QString& line) {
    QString sentence;
    for (const QChar character : line) {
      sentence += character;
      if (!sentenceEnds.contains(character)) continue;
      checkSentence(sentence);
      sentence.clear();
    }
    checkSentence(sentence);
  }

  void checkSentence(const QString& sentence) {
    if (sentence.trimmed().isEmpty() || sentence.endsWith(u'？')) return;
    const std::vector<Clause> clauses = clausesOf(sentence);
    for (size_t at = 0; at < clauses.size(); ++at) {
      for (const FactQuantity& quantity : clauses[at].quantities) {
        if (isStatement(clauses[at], quantity)) checkQuantity(sentence, {clauses, at}, quantity);
      }
    }
  }

  void checkQuantity(const QString& sentence, const ClauseWords& near,
                     const FactQuantity& quantity) {
    std::vector<FactRemark> found;
    for (const CardWords& words : m_words) {
      if (!near.mean(words, quantity)) continue;
      // A sentence that agrees with one card is about that card.
      if (saysTheSame(words.value, quantity)) return;
      found.push_back({FactRemark::Kind::Contradiction, m_place, sentence.trimmed(), words.card->id,
                       near.textOf(quantity), words.card->valueText()});
    }
    m_remarks.insert(m_remarks.end(), found.begin(), found.end());
  }

  const std::vector<FactCard>& m_cards;
  std::vector<CardWords> m_words;
  QString m_place;
  std::vector<FactRemark> m_remarks;
};

void checkScripts(const Starter& starter, FactCheck& check) {
  for (const Script& script : starter.scripts) {
    for (const ScriptStep& step : script.steps) {
      const QString place = QStringLiteral("scripts/") % script.id % u'/' % step.id;
      for (const QString& text : {step.say, step.sayVerified, step.hint}) check.check(place, text);
    }
  }
}

void checkSafety(const Starter& starter, FactCheck& check) {
  for (const SafetySituation& situation : starter.safety) {
    const QString place = QStringLiteral("safety/") % situation.id;
    for (const QString& text : {situation.doText, situation.neverText, situation.thenText}) {
      check.check(place, text);
    }
  }
}

}  // namespace

std::vector<FactRemark> checkFacts(const QString& place, const QString& text,
                                   const std::vector<FactCard>& cards) {
  FactCheck check(cards);
  check.check(place, text);
  return check.take();
}

std::vector<FactRemark> checkStarterFacts(const Starter& starter) {
  FactCheck check(starter.factCards);
  for (const Article& article : starter.articles) {
    check.check(QStringLiteral("articles/") % article.id, article.body);
  }
  checkScripts(starter, check);
  checkSafety(starter, check);
  for (const Phrase& phrase : starter.phrases) {
    check.check(QStringLiteral("phrases/") % phrase.id, phrase.text);
  }
  return check.take();
}

}  // namespace yingda
