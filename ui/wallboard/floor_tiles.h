// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the floor's six tiles, each from the one source of what it counts.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/insight/floor_snapshot.h"
#include "core/insight/kpi_figure.h"
#include "core/service/sync_views.h"
#include "ui/wallboard/floor_tile.h"

namespace yingda::ui {

/// Who else is at work, as far as it is known.
struct FloorPeople {
  bool isAlone = true;  ///< joined to no floor: there are none
  bool isHeard = true;  ///< the server answers; else the two counts are those of `asOf`
  Instant asOf{};       ///< the epoch: it was never heard
  int idle = 0;
  int online = 0;
};

/// Counts what is known now, and keeps it while the server is away.
class FloorPeopleWatch {
 public:
  void setAlone(bool isAlone) { m_people.isAlone = isAlone; }
  void setServer(bool isHeard) { m_people.isHeard = isHeard; }
  void note(const std::vector<PresenceView>& others, Instant now);
  const FloorPeople& people() const { return m_people; }

 private:
  FloorPeople m_people;
};

using FloorTileWords = std::array<TileWords, 6>;
/// `promises`: the figure promise_kept of today, which the list of figures shows too; null before
/// it has been read.
FloorTileWords floorTileWords(const FloorSnapshot& floor, const KpiNumber* promises,
                              const KpiDictionary& dictionary, const FloorPeople& people,
                              Instant now);

}  // namespace yingda::ui
