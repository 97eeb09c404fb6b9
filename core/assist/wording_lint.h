// SPDX-License-Identifier: GPL-3.0-or-later
// The wording lint: what in an answer to an owner should be said otherwise, why, and how.
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/assist/lint_rules.h"
#include "core/assist/said_sentences.h"
#include "core/assist/word_trie.h"
#include "core/base/local_time.h"

namespace yingda {

/// What the lint has to know about the call. Everything but `now` may stay empty.
struct LintContext {
  Instant now{};
  /// The arrival that the department signed; wins over its standing commitment.
  std::optional<Instant> signedArrival;
  std::optional<Instant> standingArrival;
  /// Who comes, as said to owners (张师傅); empty: 师傅.
  QString engineer;
  /// The household of this call: its address and names are the caller's own.
  QString householdAddress;
  QStringList householdNames;
  QStringList householdPhones;
  /// Numbers that may be told to everybody: the desk's, the outside numbers.
  QStringList publicNumbers;
  /// What the agent may promise as 补偿, in cents.
  qint64 goodwillLimitCents = 20'000;
  /// The owner records too: a word on who is liable may not be said then.
  bool ownerRecords = false;
  /// From offeredSentences: what the script offered is not remarked.
  QSet<QString> offered;
};

/// One remark; offsets are UTF-16 units of the text that was linted.
struct Remark {
  /// What time the rewrite names, if any: taking it over opens the promise line.
  enum class Promise { None, Callback, Arrival };

  WordingClass wordingClass = WordingClass::F;
  RemarkSeverity severity = RemarkSeverity::Soft;
  QString rule;  ///< id, F.guess
  int from = 0;
  int to = 0;
  QString text;  ///< [from, to)
  int sentenceFrom = 0;
  int sentenceTo = 0;
  QString rewrite;  ///< may replace [sentenceFrom, sentenceTo)
  QString reason;
  Promise promise = Promise::None;
  std::optional<Instant> promisedAt;
  friend bool operator==(const Remark&, const Remark&) = default;
};

/// The sentences of texts that a script offers, in the form LintContext compares.
QSet<QString> offeredSentences(const QStringList& texts);

/// `text` with every remark's rewrite in place of its sentence.
QString rewritten(const QString& text, const std::vector<Remark>& remarks);

/// Compiled rules. Thread: any, after construction.
/// Limits: reads the first 100,000 units of a text.
class WordingLint {
 public:
  /// Reads the rules; Corrupt names the rule that cannot be read.
  static Result<WordingLint> fromJson(const QByteArray& json);
  /// The rules that are built in, compiled at the first call.
  static const WordingLint& builtIn();

  /// At most one remark a sentence, the gravest, in the order of the text.
  std::vector<Remark> lint(const QString& text, WordingField field,
                           const LintContext& context) const;
  const std::vector<LintRule>& rules() const { return m_book.rules; }

 private:
  /// A word at a place of the text and what begins with it.
  struct Beginning {
    enum class Use { Pattern, Allowed, AllowedSentence, Term };
    Use use = Use::Pattern;
    int rule = 0;
    int index = 0;
  };
  struct Found {
    int rule = 0;
    TextRange range;
    int term = -1;
  };
  struct Sentence;

  explicit WordingLint(LintRuleBook book);
  void addBeginnings(const std::vector<WordingPattern>& patterns, Beginning::Use use, int rule);
  void findWords(Sentence& sentence) const;
  void matchAt(Sentence& sentence, int beginning, int at, int behind) const;
  void findFacts(Sentence& sentence, const LintContext& context) const;
  void findHomes(Sentence& sentence, int rule, const LintContext& context) const;
  void findNames(Sentence& sentence, int rule, const LintContext& context) const;
  void findAmounts(Sentence& sentence, int rule, const LintContext& context) const;
  void findPhone(Sentence& sentence, int rule, const LintContext& context) const;
  bool isCancelled(const Sentence& sentence, const Found& found) const;
  const Found* gravest(const Sentence& sentence, WordingField field,
                       const LintContext& context) const;

  LintRuleBook m_book;
  WordTrie m_words;
  std::vector<Beginning> m_beginnings;
};

}  // namespace yingda
