// SPDX-License-Identifier: GPL-3.0-or-later
// Walks through a call script: which step, what it says, what saying or answering it sets.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/domain/script_condition.h"
#include "core/domain/starter.h"

namespace yingda::ui {

/// What is known already and decides how a step sounds and whether it need be asked.
struct ScriptFacts {
  bool verified = false;              ///< surname and room were confirmed by the caller
  QHash<QString, QString> variables;  ///< company, staff, owner, room, arrive_by …
  QSet<QString> filled;               ///< form fields that have a value: place, contact_name …
  QHash<QString, QString> chosen;     ///< what the form says in the words of an answer: place_kind
  QString open;                       ///< the field that is being typed in: not answered yet
  QHash<QString, QString> stands;     ///< what conditions of steps ask for: night, level …
  friend bool operator==(const ScriptFacts&, const ScriptFacts&) = default;
};

/// A sentence ready to be said, and where in it the values stand.
struct ScriptSentence {
  QString text;
  QList<QPair<int, int>> values;  ///< start, length of each value filled in
  bool hasBlanks = false;         ///< a variable had no value and reads ____
};

/// Fills the variables: an empty {engineer} vanishes, an empty {place} becomes 您说的地方.
ScriptSentence filledSentence(const QString& sentence, const QHash<QString, QString>& variables);

/// A sentence in short ones: cut at 。！？；, and at a comma where a piece is longer than 14.
QStringList shortSentences(const QString& text);

/// What happened when a step was left.
struct ScriptMove {
  QString stepId;  ///< the step that was said; empty when there was none
  QString sentence;
  QStringList marks;  ///< confirmed, told: facts that saying it has made true
  QString label;      ///< the answer chosen, or empty
  QJsonObject set;    ///< what the answer fills in
};

/// A script, the step it stands at and the steps behind it.
/// Limits: a step is met once on a way; a script that circles ends where it would begin again.
class ScriptRun {
 public:
  ScriptRun() = default;
  explicit ScriptRun(Script script);
  /// Goes on where a draft was left; unknown steps are left out.
  static ScriptRun restored(Script script, const QString& stepId, const QStringList& trail);

  bool isEmpty() const { return m_script.steps.empty(); }
  /// Every step on the way was said.
  bool isAtEnd() const { return !isEmpty() && m_step.isEmpty(); }
  const Script& script() const { return m_script; }
  /// Null at the end.
  const ScriptStep* step() const;
  QString stepId() const { return m_step; }
  QStringList trail() const { return m_trail; }

  void setFacts(const ScriptFacts& facts) { m_facts = facts; }
  /// Goes on where the form has answered the present step meanwhile, as to one that it had answered
  /// before; false when it stays. A step that was gone back to stays.
  bool takeFacts(const ScriptFacts& facts);
  const ScriptFacts& facts() const { return m_facts; }

  /// What the present step says now.
  ScriptSentence sentence() const;
  /// Says the step and goes on as if it had no answers.
  ScriptMove next();
  /// Says the step and goes on as the n-th answer, from 0, leads; without such an answer nothing
  /// happens.
  ScriptMove answer(int index);
  /// Back to the step said before; false at the first.
  bool back();
  /// Begins again; the facts stay.
  void restart();

  int position() const { return static_cast<int>(m_trail.size()) + 1; }
  /// The longest way that is still possible, with what was said.
  int length() const;
  /// 第 2 步，共 6 步; 已念完 at the end.
  QString progressText() const;

 private:
  ScriptMove leave(const ScriptStep& step, const ScriptAnswer* answer);
  /// Where the form's answer to the step leads, or the step after one whose condition does not
  /// hold; nothing when the step is still to be said.
  std::optional<QString> wayPast(const ScriptStep& step) const;
  bool isAnswered(const ScriptStep* step) const;
  QString landing(const QString& stepId, const QSet<QString>& behind) const;
  int longestFrom(const QString& stepId, QSet<QString>& behind) const;

  Script m_script;
  ScriptFacts m_facts;
  QString m_step;
  QStringList m_trail;
};

}  // namespace yingda::ui
