// SPDX-License-Identifier: GPL-3.0-or-later
// The times and names that a model sentence leaves open, filled in for this moment of a drill.
#pragma once

#include "core/domain/milestones.h"
#include "core/training/scenario.h"

namespace yingda {

/// Who sits there, as owners hear it.
struct DrillSeat {
  QString company = QStringLiteral("云杉物业");
  QString staff = QStringLiteral("8021");
  QString number = QStringLiteral("207-4213-1");  ///< the ticket's, of the drill
};

/// Times that may honestly be promised now: inside the milestones, and outside the owners' rest.
struct DrillTimes {
  Instant arrival{};   ///< {到场}
  Instant callback{};  ///< {回电}
  Instant plan{};      ///< {方案}
};
/// `received` is the beginning of the call.
DrillTimes drillTimes(const Scenario& scenario, const MilestoneEngine& engine,
                      const CategoryTraits& traits, Instant received, Instant now);

/// 23:50, 明天 9:30, 3 月 5 日 9:30.
QString spokenMoment(Instant at, Instant now);

/// `sentence` with {公司} {工号} {单号} {称呼} {房号} {到场} {回电} {方案} filled in; other braces
/// stay.
QString fillDrillSentence(const QString& sentence, const Scenario& scenario, const DrillSeat& seat,
                          const DrillTimes& times, Instant now);

}  // namespace yingda
