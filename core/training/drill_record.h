// SPDX-License-Identifier: GPL-3.0-or-later
// A drill with its own clock and chance, and everything that is needed to do it once more: the same
// steps give the same turns, the same sentences of the customer and the same score.
#pragma once

#include <memory>

#include "core/base/result.h"
#include "core/training/drill_score.h"

namespace yingda {

/// The longest record that is kept, in characters of its text.
inline constexpr qsizetype drillAnswersMost = 200'000;

/// One turn of the trainee, as it was.
struct DrillStep {
  Milliseconds at{};  ///< since the call came, when it was said
  Milliseconds silence{};
  QString said;
  TicketDraft form;
  friend bool operator==(const DrillStep&, const DrillStep&) = default;
};

/// What the trainee did, from the first word to the last.
struct DrillRecord {
  DrillSetting setting;
  quint64 seed = 1;
  std::vector<DrillStep> steps;
  Milliseconds length{};
  TicketDraft form;  ///< as it stood at the end
};

/// JSON, packed when it is long; what the form holds is written once and then what changed in it.
QString encode(const DrillRecord& record);
/// Corrupt for what is no record. Limits: 60 steps, drillAnswersMost characters.
Result<DrillRecord> decodeDrillRecord(const QString& text);

/// Drives one drill by times that it is told. Pure; one thread at a time. `rules` outlive it.
class DrillRun {
 public:
  /// Refused as by Drill::start. `seed` must be below 2^53, so that it survives JSON.
  static Result<std::unique_ptr<DrillRun>> start(const Scenario& scenario, const DrillRules& rules,
                                                 const DrillSetting& setting, quint64 seed);
  DrillRun(const DrillRun&) = delete;
  DrillRun& operator=(const DrillRun&) = delete;

  /// Time goes on; it never goes back.
  void passTo(Milliseconds sinceCall);
  /// A broken invariant after the end.
  const DrillTurn& say(Milliseconds at, const QString& said, Milliseconds silence,
                       const TicketDraft& form);
  void hangUp(Milliseconds at, const TicketDraft& form);

  const Drill& drill() const { return *m_drill; }
  const DrillRecord& record() const { return m_record; }
  DrillScore score() const { return scoreDrill(*m_drill); }
  Milliseconds sinceCall() const { return m_clock.now() - m_drill->startedAt(); }

 private:
  DrillRun(const Scenario& scenario, quint64 seed);

  ManualClock m_clock;
  SeededRandom m_random;
  std::optional<Drill> m_drill;
  DrillRecord m_record;
};

/// The drill of a record, done again to its end. Errors: those of DrillRun::start; Corrupt when the
/// record goes on after the end of its talk: then it is of another scenario or card.
Result<std::unique_ptr<DrillRun>> replayDrill(const Scenario& scenario, const DrillRules& rules,
                                              const DrillRecord& record);

/// What is compared with the last drill, as it is kept; times in milliseconds, -1 for never.
QString measuresToJson(const DrillMeasures& measures);
DrillMeasures measuresFromJson(const QString& json);
QString dimensionsToJson(const std::vector<DimensionScore>& dimensions);
std::vector<DimensionScore> dimensionsFromJson(const QString& json);
/// As drillEndCode wrote it.
std::optional<DrillEnd> drillEndFromCode(QStringView code);
/// SHA-256 of a scenario's text, in hexadecimal.
QString scenarioHash(const QByteArray& text);

}  // namespace yingda
