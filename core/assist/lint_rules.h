// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the wording lint as data: what is remarked, why, and what to say instead.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <array>
#include <utility>
#include <vector>

#include "core/assist/wording_pattern.h"
#include "core/base/result.h"

namespace yingda {

/// Whose words a text holds. Request is the owner's and is never linted.
enum class WordingField { Request, Reply, Note, Spoken };
inline constexpr std::array allWordingFields{WordingField::Request, WordingField::Reply,
                                             WordingField::Note, WordingField::Spoken};

/// 模糊 空承诺 推责 质问 失敬 越权 法律 隐私 术语 劝阻投诉, by their letters.
enum class WordingClass { F, V, B, Q, E, M, L, P, J, R };
QChar wordingClassLetter(WordingClass wordingClass);

/// From a hint to a sentence that may not be said; Approval needs somebody's signature.
enum class RemarkSeverity { Warn, Soft, Approval, Hard };
QString remarkSeverityCode(RemarkSeverity severity);  ///< warn soft approval hard

/// One rule with its sentences. Patterns are compiled beside it, in WordingLint.
struct LintRule {
  /// What finds a match besides patterns.
  enum class Detector { None, Phone, Room, Name, Amount, Terms };
  /// What in the sentence makes the match right after all.
  struct Unless {
    bool personAndTime = false;
    bool asksOwner = false;
    bool gloss = false;
  };

  QString id;
  WordingClass wordingClass = WordingClass::F;
  RemarkSeverity severity = RemarkSeverity::Soft;
  bool appliesToNote = false;
  Detector detector = Detector::None;
  Unless unless;
  std::vector<WordingPattern> patterns;
  std::vector<WordingPattern> allowed;          ///< cancels a match that it overlaps
  std::vector<WordingPattern> allowedSentence;  ///< cancels the rule for the whole sentence
  QString rewrite;                              ///< {call} {before} {match} {gloss} {after}
  QString rewriteArrival;                       ///< {who} {arrive}; empty: none
  QString rewriteNote;                          ///< for a note; empty: as `rewrite`
  QString reason;
  std::vector<std::pair<QString, QString>> terms;  ///< folded term, gloss
  QStringList good;
  QStringList bad;
};

/// Words that rules share, folded.
struct LintWords {
  QStringList persons;
  QStringList titlesAtWork;
  QStringList days;
  QStringList thirdParty;
  QStringList homeNouns;
  QStringList personTitles;
  QString surnames;
  QStringList goodwill;
  QStringList liability;
  QStringList moneyUnits;
  QStringList saidByOwner;
  QStringList gloss;
};

struct LintRuleBook {
  std::vector<LintRule> rules;  ///< in order of weight among equal severities
  LintWords words;
};

/// Reads lint_rules.json. Corrupt with the place when the file, a word in it or a pattern cannot be
/// read.
Result<LintRuleBook> readLintRules(const QByteArray& json);

}  // namespace yingda
