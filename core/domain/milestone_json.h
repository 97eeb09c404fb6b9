// SPDX-License-Identifier: GPL-3.0-or-later
// Milestones for other programs: the JSON of the companion, and reading its events.
#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringList>

#include "core/base/result.h"
#include "core/domain/milestones.h"

namespace yingda {

/// `milestones[]` of CLI.md: id, name, due, met, state, remainingSeconds, segments[].
/// A segment's `counted` is in minutes, `countedSeconds` in seconds.
QJsonArray milestonesJson(const MilestoneEngine& engine, const MilestoneInput& input, Instant now);

/// What the command line says; every text as typed.
struct CliMilestoneRequest {
  QString level;
  QString received;
  QStringList events;  ///< KIND@TIME, pause@FROM..EXPECTED, level:红@TIME, category:LEAF@TIME,
                       ///< agreed@TIME..DATE
  QString category;
  QString channel;  ///< empty or 电话: a live call
};

/// Refuses unknown words, impossible times and events before receipt, naming them in `detail`.
Result<MilestoneInput> inputFromCli(const CliMilestoneRequest& request,
                                    const CategoryTraitsOf& traits = {});
Result<MilestoneInput> inputFromCli(const QString& level, const QString& received,
                                    const QStringList& events, const QString& category,
                                    const QString& channel, const CategoryTraitsOf& traits = {});
/// One event: "confirmed@2026-02-13T10:05".
Result<Fact> factFromCli(QStringView event);

}  // namespace yingda
