// SPDX-License-Identifier: GPL-3.0-or-later
// What to say when a call heats up: the rungs that calm, and the two warnings before a call that
// has turned to abuse ends politely.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/assist/emotion_level.h"
#include "core/assist/wording_pattern.h"

namespace yingda {

/// One rung of the ladder: listen, name, own, promise, senior.
struct CalmRung {
  QString id;
  EmotionLevel from = EmotionLevel::Displeased;  ///< the least feeling that it answers
  QString say;                                   ///< with variables of fillSentence
  bool promises = false;  ///< {now_plus_15} in it is a time that must become a promise
  QString promiseWho;     ///< who calls back then, as said to owners; empty: who says it
};

/// A spoken warning, 1 or 2, or the polite end, 3.
struct AbuseStep {
  int step = 1;
  QString say;
};

/// What of the call decides the next step.
struct CallHeat {
  EmotionLevel felt = EmotionLevel::Calm;
  int heard = 0;      ///< units of the owner's words so far
  QStringList marks;  ///< of rungs that were used, as rungMark made them
};

/// How a used rung is kept: with how much had been heard by then.
QString rungMark(const QString& id, int heard);

/// Insults, threats and harassment of the person who speaks, and the steps of calming.
/// Thread: any, after reading.
class Calming {
 public:
  /// Reads calming.json; Corrupt names what cannot be read.
  static Result<Calming> fromJson(const QByteArray& json);
  static const Calming& builtIn();

  const std::vector<CalmRung>& rungs() const { return m_rungs; }
  const std::vector<AbuseStep>& steps() const { return m_steps; }
  /// The next rung: the lowest unused one that the feeling calls for, and only after the owner has
  /// spoken again since the last. Null when none helps now: the feeling has fallen, or nobody has
  /// answered yet.
  const CalmRung* nextRung(const CallHeat& heat) const;
  /// What was said against the person, each place once, as typed. Anger, swearing at a thing and
  /// threats to complain are not among it.
  QStringList abuseIn(const QString& text) const;
  /// The next step after so many warnings, when there was abuse since the last: `seen` is how many
  /// places abuseIn had found at each warning.
  const AbuseStep* nextStep(int found, const QList<int>& seen) const;

 private:
  std::vector<CalmRung> m_rungs;
  std::vector<AbuseStep> m_steps;
  std::vector<WordingPattern> m_patterns;
  std::vector<WordingPattern> m_except;
};

}  // namespace yingda
