// SPDX-License-Identifier: GPL-3.0-or-later
// Who and where first, then what, then the words.
#include "core/assist/report_likeness.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace yingda {

namespace {

constexpr std::chrono::hours sameReach{7 * 24};
constexpr std::chrono::hours causeReach{3 * 24};
constexpr std::chrono::hours relatedReach{30 * 24};
// Of a whole project only what comes within one shift has one cause.
constexpr std::chrono::hours projectReach{8};
// Cosines; the first two as measured on dated complaints (0.22–0.25 joins a topic, 0.35 repeats).
constexpr double wordsOfOneTopic = 0.22;
constexpr double wordsOfOneMatter = 0.35;
constexpr double causeScoreLeast = 0.35;

/// repair.water.burst_common → repair.water; a category of two parts is its own family.
QStringView familyOf(const QString& category) {
  const qsizetype first = category.indexOf(u'.');
  const qsizetype second = first < 0 ? -1 : category.indexOf(u'.', first + 1);
  return QStringView(category).left(second < 0 ? category.size() : second);
}

bool agree(const QString& one, const QString& two) { return !one.isEmpty() && one == two; }
/// Neither contradicts the other.
bool bear(const QString& one, const QString& two) {
  return one.isEmpty() || two.isEmpty() || one == two;
}

enum class Near { No, Project, Building, Unit, Room };

Near nearnessOf(const Report& one, const Report& two) {
  if (!bear(one.project, two.project)) return Near::No;
  const Address& a = one.place;
  const Address& b = two.place;
  if (agree(a.building, b.building)) {
    if (!bear(a.unit, b.unit)) return Near::Building;
    if (agree(a.room, b.room) && !a.room.isEmpty()) return Near::Room;
    return agree(a.unit, b.unit) ? Near::Unit : Near::Building;
  }
  if (!a.building.isEmpty() && !b.building.isEmpty()) {
    return agree(one.project, two.project) ? Near::Project : Near::No;
  }
  // 地下车库, 东门: a spot of the project is a place like a building.
  if (agree(a.spot, b.spot) && agree(one.project, two.project)) return Near::Building;
  return agree(one.project, two.project) ? Near::Project : Near::No;
}

double nearnessScore(Near near) {
  switch (near) {
    case Near::Room:
    case Near::Unit:
      return 0.5;
    case Near::Building:
      return 0.35;
    case Near::Project:
      return 0.15;
    case Near::No:
      break;
  }
  return 0;
}

}  // namespace

Likeness likenessOf(const Report& one, const Report& two) {
  Likeness likeness;
  likeness.between = one.at < two.at ? two.at - one.at : one.at - two.at;
  likeness.words = one.words.likeness(two.words);
  const Near near = nearnessOf(one, two);
  const bool isHome = agree(one.household, two.household) || near == Near::Room;
  const bool isCaller = agree(one.phone, two.phone);
  const bool isCategory = agree(one.category, two.category);
  const bool isFamily = !one.category.isEmpty() && familyOf(one.category) == familyOf(two.category);
  const bool isKnown = !one.category.isEmpty() && !two.category.isEmpty();
  auto& reasons = likeness.reasons;
  if (isHome) reasons.push_back(Alike::Household);
  if (isCaller) reasons.push_back(Alike::Phone);
  if (!isHome && near == Near::Unit) reasons.push_back(Alike::Unit);
  if (!isHome && near == Near::Building) reasons.push_back(Alike::Building);
  if (!isHome && near == Near::Project) reasons.push_back(Alike::Project);
  if (isCategory) {
    reasons.push_back(Alike::Category);
  } else if (isFamily) {
    reasons.push_back(Alike::Family);
  }
  if (likeness.words >= wordsOfOneTopic) reasons.push_back(Alike::Words);
  const double fresh =
      std::exp(-std::chrono::duration<double, std::ratio<86400>>(likeness.between).count() / 7.0);
  // One who manages several homes calls about each of them: the number alone does not say it.
  const bool isOtherHome =
      !one.household.isEmpty() && !two.household.isEmpty() && one.household != two.household;
  if (isHome || (isCaller && !isOtherHome)) {
    const bool isMatter = isCategory || likeness.words >= wordsOfOneMatter ||
                          (isFamily && likeness.words >= wordsOfOneTopic / 2) ||
                          (!isKnown && likeness.words >= wordsOfOneTopic);
    const double who = isHome && isCaller ? 0.5 : isHome ? 0.45 : 0.4;
    const double what = isCategory ? 0.2 : isFamily ? 0.1 : 0.0;
    likeness.score = (who + what + 0.3 * likeness.words) * (0.5 + 0.5 * fresh);
    if (isMatter && likeness.between <= sameReach) {
      likeness.kind = TieKind::Same;
    } else if (likeness.between <= relatedReach) {
      likeness.kind = TieKind::Related;
      likeness.score *= 0.5;
    }
  } else if (near != Near::No && likeness.between <= causeReach) {
    const bool isMatter = isCategory || (isFamily && likeness.words >= wordsOfOneTopic) ||
                          (!isKnown && likeness.words >= wordsOfOneTopic);
    const bool isInTime = near != Near::Project || likeness.between <= projectReach;
    const double what = isCategory ? 0.25 : isFamily ? 0.1 : 0.0;
    const double score = (nearnessScore(near) + what + 0.25 * likeness.words) * (0.5 + 0.5 * fresh);
    if (isMatter && isInTime && score >= causeScoreLeast) {
      likeness.kind = TieKind::Cause;
      likeness.score = score;
    }
  }
  if (likeness.kind == TieKind::None) {
    likeness.score = 0;
    reasons.clear();
  }
  return likeness;
}

}  // namespace yingda
