// SPDX-License-Identifier: GPL-3.0-or-later
// Trainees that are no people: they walk scenarios, so that a scenario is known to play before
// anybody meets it, and so that the card is known to tell good from bad.
#pragma once

#include "core/training/drill_score.h"

namespace yingda {

/// Perfect says the model sentences and fills in what it heard; ordinary slips now and then; vague
/// promises nothing; silent hardly speaks; rude insults.
enum class DrillBot { Perfect, Ordinary, Vague, Silent, Rude };
inline constexpr std::array allDrillBots{DrillBot::Perfect, DrillBot::Ordinary, DrillBot::Vague,
                                         DrillBot::Silent, DrillBot::Rude};
QString drillBotName(DrillBot bot);  ///< perfect ordinary vague silent rude
std::optional<DrillBot> drillBotFromName(QStringView name);

struct BotDrill {
  DrillScore score;
  QStringList nodes;   ///< parts it came through
  QStringList events;  ///< what happened
  QStringList facts;   ///< that it was told
  QString opening;
  std::vector<DrillTurn> turns;
};

/// One drill from the first word to its end, or to turn 30. The same seed gives the same drill.
BotDrill playDrill(const Scenario& scenario, const DrillRules& rules, DrillBot bot, quint64 seed);

/// How long saying a text takes, at the pace of a telephone.
Milliseconds spokenLength(const QString& text);

}  // namespace yingda
