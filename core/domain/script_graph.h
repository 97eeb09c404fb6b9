// SPDX-License-Identifier: GPL-3.0-or-later
// The ways through a call script: whether every step is met and every way ends, and where each step
// stands in a drawing.
#pragma once

#include <QString>
#include <array>
#include <vector>

#include "core/domain/starter.h"

namespace yingda {

/// What is wrong with a script; any of it keeps it from being published.
struct ScriptProblem {
  enum class Kind {
    NoSteps,
    NoStart,           ///< the first step is none of the steps
    DoubleId,          ///< two steps of one name
    NoName,            ///< a step without a name
    NoSentence,        ///< a step that says nothing
    NoLabel,           ///< an answer without words
    TooManyAnswers,    ///< more than nine: there is no key for them
    DeadEnd,           ///< an answer or a step leads to a step that is not there, or nowhere
    Unreachable,       ///< no way leads to the step
    NeverEnds,         ///< every way from here goes in a circle
    UnknownKey,        ///< an answer fills in something that the form does not know
    UnknownValue,      ///< … or something that this key cannot be
    UnknownField,      ///< the step asks for a field that there is not
    UnknownMark,       ///< saying it makes something true that is no fact
    UnknownCondition,  ///< its condition asks for what there is not, or for what cannot be
    NeverHolds         ///< no call of this script meets its condition
  };
  Kind kind = Kind::NoSteps;
  QString step;     ///< its id; empty when the whole script is meant
  int answer = -1;  ///< 0 and up when one of its answers is meant
  QString detail;   ///< the word that is wrong
  friend bool operator==(const ScriptProblem&, const ScriptProblem&) = default;
};
/// no_steps no_start double_id no_name no_sentence no_label too_many_answers dead_end unreachable
/// never_ends unknown_key unknown_value unknown_field unknown_mark unknown_condition never_holds.
QString scriptProblemCode(ScriptProblem::Kind kind);

/// Nine answers have keys.
inline constexpr size_t scriptAnswersMax = 9;

/// Every problem, in the order of the steps. A step without answers and without a next one is the
/// end; an answer that leads nowhere is a dead end, and so is a step with answers and a condition
/// that has no next one to pass over to. Pure; any thread.
std::vector<ScriptProblem> checkScript(const Script& script);

/// A step in the drawing.
struct ScriptPlace {
  int step = 0;  ///< its index in the script
  int column = 0;
  int row = 0;
};

/// A way from one step to the next; `to` -1 is a dead end, -2 the end.
struct ScriptWay {
  static constexpr int deadEnd = -1;
  static constexpr int theEnd = -2;
  int from = 0;
  int to = theEnd;
  QString label;
};

/// Columns follow the way from the start; a step stands behind all that lead to it, but for those
/// that lead back.
struct ScriptDrawing {
  std::vector<ScriptPlace> places;  ///< one a step, in their order
  std::vector<ScriptWay> ways;
  int columns = 0;
  int rows = 0;
};
ScriptDrawing drawingOf(const Script& script);

/// How many ways lead from the start to an end without meeting a step twice; counted to 999.
int scriptPaths(const Script& script);

}  // namespace yingda
