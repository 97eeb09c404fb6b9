// SPDX-License-Identifier: GPL-3.0-or-later
// Stable words of the problems, for JSON and logs.
#include "core/training/scenario_problem.h"

namespace yingda {

QString scenarioProblemCode(ScenarioProblem::Kind kind) {
  using What = ScenarioProblem::Kind;
  switch (kind) {
    case What::TooLarge:
      return QStringLiteral("too_large");
    case What::NotText:
      return QStringLiteral("not_text");
    case What::Markup:
      return QStringLiteral("markup");
    case What::UnknownSection:
      return QStringLiteral("unknown_section");
    case What::UnknownField:
      return QStringLiteral("unknown_field");
    case What::NotUnderstood:
      return QStringLiteral("not_understood");
    case What::MissingField:
      return QStringLiteral("missing_field");
    case What::BadValue:
      return QStringLiteral("bad_value");
    case What::TwoOfAName:
      return QStringLiteral("two_of_a_name");
    case What::TooMany:
      return QStringLiteral("too_many");
    case What::UnknownCategory:
      return QStringLiteral("unknown_category");
    case What::WrongTop:
      return QStringLiteral("wrong_top");
    case What::UnknownDepartment:
      return QStringLiteral("unknown_department");
    case What::UnknownMilestone:
      return QStringLiteral("unknown_milestone");
    case What::UnknownNode:
      return QStringLiteral("unknown_node");
    case What::UnknownEnd:
      return QStringLiteral("unknown_end");
    case What::UnknownFact:
      return QStringLiteral("unknown_fact");
    case What::NeverTold:
      return QStringLiteral("never_told");
    case What::NoFactFor:
      return QStringLiteral("no_fact_for");
    case What::Unreachable:
      return QStringLiteral("unreachable");
    case What::DeadEnd:
      return QStringLiteral("dead_end");
    case What::NoExit:
      return QStringLiteral("no_exit");
    case What::NoGoodEnd:
      return QStringLiteral("no_good_end");
    case What::Wording:
      return QStringLiteral("wording");
  }
  return {};
}

}  // namespace yingda
