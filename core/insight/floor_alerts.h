// SPDX-License-Identifier: GPL-3.0-or-later
// What has newly come to need the shift leader, told once, and how often it may be heard.
#pragma once

#include <QHash>
#include <optional>
#include <vector>

#include "core/insight/floor_snapshot.h"

namespace yingda {

/// Why a ticket is told of, the most pressing first.
enum class AlertCause {
  Urgent,     ///< a new 紧急 ticket
  GroupSeen,  ///< the radar proposes a group event
  RunsOut,    ///< due within 30 minutes by now
  NotTaken    ///< sent to a department, and nobody took it up for fifteen minutes
};

struct FloorAlert {
  AlertCause cause = AlertCause::Urgent;
  TicketId ticket;
  QString number;  ///< empty, with all below: it stands behind the rows that are shown
  QString title;
  Level level = Level::Yellow;
  std::optional<Instant> due;
  friend bool operator==(const FloorAlert&, const FloorAlert&) = default;
};

/// Between two sounds lies at least so much; an urgent ticket is heard after the shorter time.
inline constexpr std::chrono::seconds quietBetween{60};
inline constexpr std::chrono::seconds quietBetweenUrgent{15};

/// Compares looks at the floor. Each cause of a ticket is told once, and again only when it had
/// gone for half an hour and came back; the first look tells nothing, since a list at hand is no
/// news.
/// Thread: one at a time. Owner: the window.
class AlertWatch {
 public:
  /// What is new in this look, the most pressing first; of one ticket its first cause only.
  std::vector<FloorAlert> look(const FloorSnapshot& floor);
  /// Whether these are heard now, and remembers it. Nothing is while muted, nor soon after the
  /// last.
  bool isHeard(const std::vector<FloorAlert>& alerts, Instant now);
  /// Silence until then; the epoch: no longer silent.
  void mute(Instant until) { m_mutedUntil = until; }
  Instant mutedUntil() const { return m_mutedUntil; }
  /// Another person sits here, or another store is looked at.
  void forget();

 private:
  QHash<QPair<int, TicketId>, Instant> m_told;  ///< when each was last there
  bool m_hasLooked = false;
  Instant m_heardAt{};
  Instant m_mutedUntil{};
};

}  // namespace yingda
