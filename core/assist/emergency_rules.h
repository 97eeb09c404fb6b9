// SPDX-License-Identifier: GPL-3.0-or-later
// When a call is an emergency: words that stand near each other, and what takes them back.
#pragma once

#include <QByteArray>
#include <QString>
#include <array>
#include <vector>

#include "core/assist/word_scanner.h"
#include "core/base/result.h"
#include "core/text/fold.h"

namespace yingda {

/// A situation of safety.json that the text speaks of, now.
struct EmergencyHit {
  QString situation;
  /// Code points of the words that say so; longer is surer.
  int strength = 0;
  /// The words in the source text, UTF-16 units, in order.
  std::vector<TextRange> words;
};

/// Rules are rows of resources/starter/triage/emergency.tsv. Not to miss one comes first: a
/// doubtful sentence counts, a negated, past or feared one does not. Thread: any, after
/// construction. Limits: reads the first 20,000 characters.
class EmergencyRules {
 public:
  /// Errors: Invalid, with the line.
  static Result<EmergencyRules> read(const QByteArray& tsv);

  /// A word that says so alone, beside the rows of the file. Before `finish` only.
  void addWord(const QString& situation, const QString& word);
  /// Closes the list of words; `find` needs it.
  void finish();
  /// The situations of the text, the strongest first, each once.
  std::vector<EmergencyHit> find(QStringView text) const;

 private:
  /// One of the words of a column.
  using Slot = std::vector<int>;
  struct Rule {
    QString situation;
    std::vector<Slot> columns;
    Slot forbidden;
  };
  struct Sentence;

  Slot slotOf(const QString& column);
  void matchSlots(const Sentence& sentence, const Rule& rule, std::vector<WordHit>& chosen,
                  std::vector<WordHit>& best) const;

  WordScanner m_scanner;
  QHash<QString, Slot> m_named;
  std::vector<Rule> m_rules;
  /// mask, before, after, now
  std::array<Slot, 4> m_lists;
  std::vector<char> m_isMask;
  std::vector<char> m_isBefore;
  std::vector<char> m_isAfter;
  std::vector<char> m_isNow;
};

}  // namespace yingda
