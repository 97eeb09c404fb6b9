// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the folded text finds every word that a rule begins with; only sentences with such
// a word, or with digits, are looked at closer.
#include "core/assist/wording_lint.h"

#include <QFile>
#include <algorithm>
#include <tuple>

#include "core/assist/lint_rewrite.h"
#include "core/assist/said_facts.h"
#include "core/base/invariant.h"
#include "core/text/address.h"
#include "core/text/chinese_number.h"
#include "core/text/phone.h"

namespace yingda {

namespace {

constexpr int textMax = 100'000;

bool isAsciiWord(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); }

/// ups in groups is no term.
bool isCutFree(QStringView text, int from, int to) {
  if (!isAsciiWord(text[from])) return true;
  const bool isOpen = from == 0 || !isAsciiWord(text[from - 1]);
  return isOpen && (to >= text.size() || !isAsciiWord(text[to]));
}

/// The part between commas that holds the range.
QStringView clauseAround(QStringView sentence, TextRange range) {
  const auto isComma = [](QChar c) { return c == u',' || c == u'、' || c == u':'; };
  int from = range.start;
  while (from > 0 && !isComma(sentence[from - 1])) --from;
  int to = range.start + range.length;
  while (to < sentence.size() && !isComma(sentence[to])) ++to;
  return sentence.mid(from, to - from);
}

bool isQuestionToOwner(QStringView sentence, TextRange range) {
  static const QStringList askingWords{QStringLiteral("几"),     QStringLiteral("多大"),
                                       QStringLiteral("多久"),   QStringLiteral("多少"),
                                       QStringLiteral("多长"),   QStringLiteral("哪"),
                                       QStringLiteral("什么"),   QStringLiteral("吗"),
                                       QStringLiteral("是不是"), QStringLiteral("有没有")};
  const QStringView asked = clauseAround(sentence, range);
  // "可能是角阀坏了吧?" asks nothing.
  if (asked.contains(u'吧')) return false;
  const bool ends = sentence.contains(u'?') || sentence.endsWith(u'吗') || sentence.endsWith(u'呢');
  return ends && saysAny(asked, askingWords);
}

RemarkSeverity severityOf(const LintRule& rule, const LintContext& context) {
  const bool isLiability = rule.wordingClass == WordingClass::L;
  return isLiability && context.ownerRecords ? RemarkSeverity::Hard : rule.severity;
}

}  // namespace

/// A sentence under examination; offsets are those of the folded text.
struct WordingLint::Sentence {
  const FoldedText& folded;
  SaidSentence place;
  std::vector<TextRange> quoted;
  std::vector<Found> found;
  std::vector<Found> allowed;
  std::vector<int> allowedRules;
  int digits = 0;
  /// Looked for once a sentence, when the first rule asks.
  mutable std::optional<bool> namesPersonAndTime;

  QStringView text() const {
    return QStringView(folded.text).mid(place.from, place.to - place.from);
  }
  /// A range of text() as one of the folded text.
  TextRange placed(TextRange range) const { return {place.from + range.start, range.length}; }
};

WordingLint::WordingLint(LintRuleBook book) : m_book(std::move(book)) {
  for (size_t i = 0; i < m_book.rules.size(); ++i) {
    const LintRule& rule = m_book.rules[i];
    const int index = static_cast<int>(i);
    addBeginnings(rule.patterns, Beginning::Use::Pattern, index);
    addBeginnings(rule.allowed, Beginning::Use::Allowed, index);
    addBeginnings(rule.allowedSentence, Beginning::Use::AllowedSentence, index);
    for (size_t term = 0; term < rule.terms.size(); ++term) {
      m_words.add(rule.terms[term].first, static_cast<int>(m_beginnings.size()));
      m_beginnings.push_back({Beginning::Use::Term, index, static_cast<int>(term)});
    }
  }
}

void WordingLint::addBeginnings(const std::vector<WordingPattern>& patterns, Beginning::Use use,
                                int rule) {
  for (size_t i = 0; i < patterns.size(); ++i) {
    for (const QString& word : patterns[i].beginnings()) {
      m_words.add(word, static_cast<int>(m_beginnings.size()));
    }
    m_beginnings.push_back({use, rule, static_cast<int>(i)});
  }
}

Result<WordingLint> WordingLint::fromJson(const QByteArray& json) {
  auto book = readLintRules(json);
  if (!book) return book.error();
  return WordingLint(std::move(*book));
}

const WordingLint& WordingLint::builtIn() {
  static const WordingLint lint = [] {
    QFile file(QStringLiteral(":/assist/lint_rules.json"));
    YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "the built-in lint rules are missing");
    auto read = fromJson(file.readAll());
    YINGDA_INVARIANT(read.has_value(), "the built-in lint rules cannot be read");
    return std::move(*read);
  }();
  return lint;
}

void WordingLint::matchAt(Sentence& sentence, int beginning, int at, int behind) const {
  const Beginning& begun = m_beginnings[static_cast<size_t>(beginning)];
  const LintRule& rule = m_book.rules[static_cast<size_t>(begun.rule)];
  const QStringView text = sentence.text();
  if (begun.use == Beginning::Use::Term) {
    if (isCutFree(text, at, behind)) {
      sentence.found.push_back({begun.rule, sentence.placed({at, behind - at}), begun.index});
    }
    return;
  }
  const auto& patterns = begun.use == Beginning::Use::Pattern   ? rule.patterns
                         : begun.use == Beginning::Use::Allowed ? rule.allowed
                                                                : rule.allowedSentence;
  const WordingPattern& pattern = patterns[static_cast<size_t>(begun.index)];
  if (pattern.isOpening() && (at != 0 || !sentence.place.isOpening)) return;
  const auto end = pattern.endOfMatch(text, behind, sentence.place.bodyEnd - sentence.place.from);
  if (!end) return;
  const Found match{begun.rule, sentence.placed({at, *end - at}), -1};
  if (begun.use == Beginning::Use::Pattern) {
    sentence.found.push_back(match);
  } else if (begun.use == Beginning::Use::Allowed) {
    sentence.allowed.push_back(match);
  } else {
    sentence.allowedRules.push_back(begun.rule);
  }
}

void WordingLint::findWords(Sentence& sentence) const {
  const QStringView text = sentence.text();
  for (qsizetype at = 0; at < text.size(); ++at) {
    if (text[at].isDigit() || isChineseNumeral(text[at].unicode())) ++sentence.digits;
    m_words.visit(text, at, [&](int beginning, int length) {
      matchAt(sentence, beginning, static_cast<int>(at), static_cast<int>(at) + length);
    });
  }
}

void WordingLint::findFacts(Sentence& sentence, const LintContext& context) const {
  if (sentence.text().size() < 2) return;
  for (size_t i = 0; i < m_book.rules.size(); ++i) {
    const int rule = static_cast<int>(i);
    switch (m_book.rules[i].detector) {
      case LintRule::Detector::Phone:
        findPhone(sentence, rule, context);
        break;
      case LintRule::Detector::Room:
        findHomes(sentence, rule, context);
        break;
      case LintRule::Detector::Name:
        findNames(sentence, rule, context);
        break;
      case LintRule::Detector::Amount:
        findAmounts(sentence, rule, context);
        break;
      case LintRule::Detector::None:
      case LintRule::Detector::Terms:
        break;
    }
  }
}

void WordingLint::findPhone(Sentence& sentence, int rule, const LintContext& context) const {
  constexpr int phoneDigitsMin = 7;
  if (sentence.digits < phoneDigitsMin) return;
  const TextRange run = longestNumberIn(sentence.text());
  if (run.length == 0) return;
  static const QStringList ownNumbers{QStringLiteral("单号"), QStringLiteral("工单"),
                                      QStringLiteral("编号"), QStringLiteral("车牌")};
  QStringList phones = phonesIn(sentence.text());
  // Dictated in groups: 一三六,八八八八,九九九九.
  const QStringView said = sentence.text().mid(run.start, run.length);
  constexpr int mobileDigits = 11;
  const QString digits = digitsOf(said);
  if (phones.isEmpty() && digits.size() == mobileDigits && digits.startsWith(u'1')) {
    phones << digits;
  }
  for (const QString& canonical : phones) {
    const auto phone = parsePhone(canonical);
    if (phone && phone->sort == PhoneNumber::Sort::Service) continue;
    const bool isLocal = phone && phone->sort != PhoneNumber::Sort::Mobile &&
                         !canonical.contains(u'-') && !canonical.startsWith(u'+');
    // A ticket number has eight digits, as a telephone in a big city has.
    if (isLocal && saysAny(sentence.text(), ownNumbers)) continue;
    const auto isSame = [&canonical](const QString& known) {
      const auto read = parsePhone(known);
      return read && read->canonical == canonical;
    };
    if (std::any_of(context.householdPhones.begin(), context.householdPhones.end(), isSame) ||
        std::any_of(context.publicNumbers.begin(), context.publicNumbers.end(), isSame))
      continue;
    sentence.found.push_back({rule, sentence.placed(run), -1});
    return;
  }
}

void WordingLint::findHomes(Sentence& sentence, int rule, const LintContext& context) const {
  constexpr int roomDigitsMin = 3;
  if (sentence.digits < roomDigitsMin) return;
  const QStringView text = sentence.text();
  const bool speaksOfOthers = saysAny(text, m_book.words.thirdParty);
  const bool speaksToCaller = text.contains(u"您是") || text.contains(u"您家");
  const Address own = parseAddress(context.householdAddress);
  const QString ownCanonical = canonicalAddress(own);
  for (const SaidHome& home : homesIn(text, m_book.words)) {
    const bool isOwn = home.isWhole ? home.canonical == ownCanonical : home.room == own.room;
    if (!context.householdAddress.isEmpty() && isOwn) continue;
    if (!speaksOfOthers && !home.isWhole) continue;
    // Without a household to compare with: 5 栋 1 单元 302 的业主, unless the caller is asked.
    const QStringView behind = text.mid(home.range.start + home.range.length);
    const auto follows = [behind](const QString& noun) { return behind.startsWith(noun); };
    const bool isSomebodys = !speaksToCaller && std::any_of(m_book.words.homeNouns.begin(),
                                                            m_book.words.homeNouns.end(), follows);
    if (!speaksOfOthers && context.householdAddress.isEmpty() && !isSomebodys) continue;
    sentence.found.push_back({rule, sentence.placed(home.range), -1});
    return;
  }
}

void WordingLint::findNames(Sentence& sentence, int rule, const LintContext& context) const {
  const QStringView text = sentence.text();
  const bool speaksOfOthers = saysAny(text, m_book.words.thirdParty);
  if (!speaksOfOthers && context.householdNames.isEmpty()) return;
  for (const SaidName& name : titledNamesIn(text, m_book.words)) {
    const auto isSame = [&name](const QString& own) { return own.startsWith(name.surname); };
    if (std::any_of(context.householdNames.begin(), context.householdNames.end(), isSame)) continue;
    const int behind = name.range.start + name.range.length;
    // 王女士, …: the caller is addressed.
    const bool isAddressed = name.range.start == 0 && behind < text.size() &&
                             QStringView(u",您你 ").contains(text[behind]);
    if (isAddressed) continue;
    sentence.found.push_back({rule, sentence.placed(name.range), -1});
    return;
  }
}

void WordingLint::findAmounts(Sentence& sentence, int rule, const LintContext& context) const {
  if (sentence.digits == 0) return;
  const bool isLiability = saysAny(sentence.text(), m_book.words.liability);
  if (!isLiability && !saysAny(sentence.text(), m_book.words.goodwill)) return;
  const qint64 limit = isLiability ? 0 : context.goodwillLimitCents;
  for (const SaidAmount& amount : amountsIn(sentence.text(), m_book.words)) {
    if (amount.cents <= limit) continue;
    sentence.found.push_back({rule, sentence.placed(amount.range), -1});
    return;
  }
}

bool WordingLint::isCancelled(const Sentence& sentence, const Found& found) const {
  const auto hits = [&found](const TextRange& range) { return overlaps(range, found.range); };
  if (std::any_of(sentence.quoted.begin(), sentence.quoted.end(), hits)) return true;
  const auto isAllowed = [&](const Found& allowed) {
    return allowed.rule == found.rule && overlaps(allowed.range, found.range);
  };
  if (std::any_of(sentence.allowed.begin(), sentence.allowed.end(), isAllowed)) return true;
  if (std::find(sentence.allowedRules.begin(), sentence.allowedRules.end(), found.rule) !=
      sentence.allowedRules.end())
    return true;
  const LintRule& rule = m_book.rules[static_cast<size_t>(found.rule)];
  const QStringView text = sentence.text();
  const TextRange local{found.range.start - sentence.place.from, found.range.length};
  if (rule.unless.personAndTime && !sentence.namesPersonAndTime) {
    sentence.namesPersonAndTime = saysTime(text, m_book.words) && saysPerson(text, m_book.words);
  }
  if (rule.unless.personAndTime && *sentence.namesPersonAndTime) return true;
  if (rule.unless.asksOwner && isQuestionToOwner(text, local)) return true;
  return rule.unless.gloss && saysAny(text.mid(local.start + local.length), m_book.words.gloss);
}

const WordingLint::Found* WordingLint::gravest(const Sentence& sentence, WordingField field,
                                               const LintContext& context) const {
  const Found* best = nullptr;
  const auto weight = [&](const Found& found) {
    const LintRule& rule = m_book.rules[static_cast<size_t>(found.rule)];
    return std::tuple(-static_cast<int>(severityOf(rule, context)), found.rule, found.range.start,
                      -found.range.length);
  };
  for (const Found& found : sentence.found) {
    const LintRule& rule = m_book.rules[static_cast<size_t>(found.rule)];
    if (field == WordingField::Note && !rule.appliesToNote) continue;
    if (best && weight(*best) <= weight(found)) continue;
    if (!isCancelled(sentence, found)) best = &found;
  }
  return best;
}

std::vector<Remark> WordingLint::lint(const QString& text, WordingField field,
                                      const LintContext& context) const {
  std::vector<Remark> remarks;
  if (field == WordingField::Request) return remarks;
  const FoldedText folded = foldWithOrigins(QStringView(text).left(textMax));
  const std::vector<TextRange> quoted = quotedSpeech(folded.text);
  for (const SaidSentence& place : sentencesIn(folded.text, quoted)) {
    Sentence sentence{folded, place, {}, {}, {}, {}, 0, {}};
    findWords(sentence);
    findFacts(sentence, context);
    if (sentence.found.empty()) continue;
    for (const TextRange& range : quoted) {
      if (overlaps(range, {place.from, place.to - place.from})) sentence.quoted.push_back(range);
    }
    if (const int at = ownersWordsFrom(folded.text, place, m_book.words.saidByOwner); at >= 0) {
      sentence.quoted.push_back({at, place.to - at});
    }
    const Found* found = gravest(sentence, field, context);
    if (!found) continue;
    const QStringView body = QStringView(folded.text).mid(place.from, place.bodyEnd - place.from);
    if (!context.offered.isEmpty() && context.offered.contains(body.toString())) continue;

    const LintRule& rule = m_book.rules[static_cast<size_t>(found->rule)];
    const TextRange match = folded.sourceRange(found->range.start, found->range.length);
    const TextRange whole = folded.sourceRange(place.from, place.to - place.from);
    Remark remark{rule.wordingClass,
                  severityOf(rule, context),
                  rule.id,
                  match.start,
                  match.start + match.length,
                  text.mid(match.start, match.length),
                  whole.start,
                  whole.start + whole.length,
                  {},
                  rule.reason,
                  {},
                  {}};
    RewritePieces pieces;
    pieces.before = text.mid(whole.start, match.start - whole.start);
    pieces.match = remark.text;
    pieces.after = text.mid(remark.to, remark.sentenceTo - remark.to);
    if (found->term >= 0) pieces.gloss = rule.terms[static_cast<size_t>(found->term)].second;
    fillRewrite(remark, rule, field, context, pieces);
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

QSet<QString> offeredSentences(const QStringList& texts) {
  QSet<QString> offered;
  for (const QString& text : texts) {
    const QString folded = fold(text);
    for (const SaidSentence& place : sentencesIn(folded, quotedSpeech(folded))) {
      offered.insert(folded.mid(place.from, place.bodyEnd - place.from));
    }
  }
  return offered;
}

QString rewritten(const QString& text, const std::vector<Remark>& remarks) {
  QString result;
  int behind = 0;
  for (const Remark& remark : remarks) {
    result += QStringView(text).mid(behind, remark.sentenceFrom - behind);
    result += remark.rewrite;
    behind = remark.sentenceTo;
  }
  return result + QStringView(text).mid(behind);
}

}  // namespace yingda
