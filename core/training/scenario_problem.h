// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a scenario file, by line and column. Sentences for people are made elsewhere.
#pragma once

#include <QString>
#include <vector>

namespace yingda {

struct ScenarioProblem {
  enum class Kind {
    // While reading.
    TooLarge,        ///< the file has more bytes, lines, or a line more characters than allowed
    NotText,         ///< no UTF-8, or a control character
    Markup,          ///< a tag, a web address or a path, where words are expected
    UnknownSection,  ///< `word` is no heading
    UnknownField,    ///< `word` is no field of this section
    NotUnderstood,   ///< a line that is neither heading, field nor branch; a condition nobody knows
    MissingField,    ///< `word` must be there
    BadValue,        ///< `word` is out of range, or not of the list
    TwoOfAName,      ///< `word` stands there twice
    TooMany,         ///< more of `word` than allowed
    // While looking at the whole.
    UnknownCategory,  ///< `word` is no leaf of the tree
    WrongTop,         ///< `word` is not the class of the category
    UnknownDepartment,
    UnknownMilestone,
    UnknownNode,  ///< a way leads to a part that is not there
    UnknownEnd,   ///< a way leads to an end without a section of its own
    UnknownFact,  ///< a condition or 说出 names a fact that is not there
    NeverTold,    ///< nobody can ask for this fact, and nothing tells it
    NoFactFor,    ///< the ticket must hold this element, and the owner cannot tell it
    Unreachable,  ///< no way leads to this part or end
    DeadEnd,      ///< no way leads out of this part
    NoExit,       ///< ways lead on from this part, to no end
    NoGoodEnd,    ///< neither 满意 nor 接受 can be reached
    Wording       ///< a model sentence that the wording lint or a fact card would not let pass
  };
  Kind kind = Kind::NotUnderstood;
  int line = 0;    ///< from 1; 0 is the whole file
  int column = 0;  ///< in characters, from 1; 0 is the whole line
  QString word;
  friend bool operator==(const ScenarioProblem&, const ScenarioProblem&) = default;
};

QString scenarioProblemCode(ScenarioProblem::Kind kind);  ///< too_large not_text …

}  // namespace yingda
