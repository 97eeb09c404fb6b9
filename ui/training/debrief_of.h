// SPDX-License-Identifier: GPL-3.0-or-later
// From a drill that is over to what a debrief shows of it.
#pragma once

#include "core/service/backend.h"
#include "ui/training/debrief_view.h"

namespace yingda::ui {

/// What is shown of a drill by its talk, and beside it the last one before it of the same scenario
/// and trainee, out of `drills`.
Debrief debriefOf(const DrillRun& run, const DrillResult& drill,
                  const std::vector<DrillView>& drills);
/// The same of one whose talk cannot be done again: its figures only.
Debrief debriefOf(const DrillResult& drill, const std::vector<DrillView>& drills);
/// A kept one, done again when `scenario` is still the text that it was practised with; else its
/// figures, and a note that says why. `scenario` may be null.
Debrief replayedDebrief(const DrillView& view, const LibraryScenario* scenario,
                        const Backend& backend, const std::vector<DrillView>& drills);

}  // namespace yingda::ui
