// SPDX-License-Identifier: GPL-3.0-or-later
// The floor as it stands at one moment: what runs out, what nobody has taken up, what was promised,
// what comes in.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/domain/promise.h"
#include "core/domain/ticket.h"
#include "core/store/database.h"

namespace yingda {

/// So long before its due a ticket is at risk.
inline constexpr std::chrono::minutes riskWithin{30};
/// Since when nobody has taken a ticket up that makes it an alert.
inline constexpr std::chrono::minutes notTakenAfter{15};
/// A list shows so many; the count beside it tells of all.
inline constexpr int floorListMost = 50;
/// More dispatched tickets than this may wait for somebody to take them up.
inline constexpr int unsignedMost = 1;

/// Why a ticket runs out, as far as its record tells; the last thing that was done on it decides.
enum class RiskReason {
  NotSent,   ///< nobody has been told to do it
  Returned,  ///< a department gave it back
  NotTaken,  ///< it was sent to a department, and nothing since
  Silent,    ///< somebody is at it, and has said nothing since
  NotCalled  ///< it is solved, and the owner waits for our call
};

/// A ticket in a list of the floor.
struct FloorRow {
  TicketId id;
  QString number;  ///< digits
  Level level = Level::Yellow;
  Stage stage = Stage::Accepted;
  Kind kind = Kind::Repair;
  QString category;  ///< id of a leaf, or empty
  QString title;
  QString place;
  QString department;  ///< id
  QString holderName;
  AgentId holder;
  Instant receivedAt{};
  std::optional<Instant> due;
  QString milestone;  ///< whose due it is; empty for a promise
  RiskReason reason = RiskReason::NotSent;
  Instant reasonSince{};
  PromiseId promise;      ///< of a promise: which; null: the row is a ticket's own
  QString note;           ///< of a promise: what was promised; of a group: how many tickets
  EventId event;          ///< of a group: its event; null: a pair that nobody has made one of
  QString sensitive;      ///< 敏感来电: its reason
  bool isWarned = false;  ///< the caller was warned for abuse today
  friend bool operator==(const FloorRow&, const FloorRow&) = default;
};

/// A list: its first rows, and how long it is.
struct FloorList {
  std::vector<FloorRow> rows;
  int count = 0;
  /// Those behind the rows, in their order, so that what is new is known wherever it stands; only
  /// of the urgent, those at risk, and those that nobody has taken up for `notTakenAfter`.
  std::vector<TicketId> rest;
  friend bool operator==(const FloorList&, const FloorList&) = default;
};

/// Open tickets by level and stage.
struct FloorCell {
  int open = 0;
  int late = 0;
  friend bool operator==(const FloorCell&, const FloorCell&) = default;
};
using FloorMatrix = std::array<std::array<FloorCell, allStages.size()>, allLevels.size()>;

struct FloorPromises {
  int due = 0;   ///< today, all of them
  int kept = 0;  ///< of those that are over, by the stated moment; as promise_kept counts
  int over = 0;  ///< whose moment has come today
  std::optional<Instant> next;
  friend bool operator==(const FloorPromises&, const FloorPromises&) = default;
};

/// One hour of today.
struct ArrivalHour {
  Instant from{};
  int came = 0;
  bool isOver = false;  ///< the count is final
  bool isBegun = false;
  double expected = 0;  ///< the mean of the same weekday
  double low = 0;       ///< one day in ten had fewer
  double high = 0;      ///< one day in ten had more
  friend bool operator==(const ArrivalHour&, const ArrivalHour&) = default;
};

/// What came in today, against the same weekday of the last eight weeks.
struct FloorArrivals {
  std::vector<ArrivalHour> hours;  ///< 24
  int came = 0;                    ///< in the hours that are over
  double expected = 0;             ///< in the hours that are over
  int days = 0;                    ///< how many days stand behind the expectation; 0: none
  friend bool operator==(const FloorArrivals&, const FloorArrivals&) = default;
};

/// A group event that the radar sees and nobody has made yet.
struct FloorProposal {
  QList<TicketId> tickets;  ///< in the order of receipt
  QString category;         ///< of a leaf, of a family, or empty
  QString title;            ///< of the matter; without a category the first ticket's
  QString place;            ///< the project and, where it is narrower, the building
  int homes = 0;            ///< different ones
  friend bool operator==(const FloorProposal&, const FloorProposal&) = default;
};

struct FloorSnapshot {
  Instant takenAt{};
  int open = 0;
  int late = 0;
  FloorMatrix matrix;
  FloorList atRisk;    ///< due within 30 minutes, the earliest first
  FloorList notTaken;  ///< 待签收, who waits longest first
  /// 红, sensitive calls and those whose caller was warned today; the earliest due first.
  FloorList urgent;
  int urgentLate = 0;
  int sensitive = 0;   ///< of the urgent: sensitive calls
  FloorList promised;  ///< due today and open, the earliest first
  FloorPromises promises;
  FloorList groups;  ///< first tickets of open group events, and of 同因 pairs of three days
  /// Proposed and not dismissed, the newest first; filled in by who keeps the radar.
  std::vector<FloorProposal> proposals;
  FloorArrivals arrivals;
  friend bool operator==(const FloorSnapshot&, const FloorSnapshot&) = default;
};

/// Thread: that of the database. Pure over what the store holds and `now`; one read transaction, so
/// that the counts agree with the lists.
Result<FloorSnapshot> takeFloorSnapshot(Database& database, Instant now);
/// The open tickets of one level and stage, the earliest due first, `most` rows of them. Thread:
/// as above.
Result<FloorList> takeFloorCell(Database& database, Level level, Stage stage,
                                int most = floorListMost);
/// What has run out by `now`, the longest late first, `most` rows of it. Thread: as above.
Result<FloorList> takeFloorLate(Database& database, Instant now, int most = floorListMost);
/// These tickets in their order, `most` rows of them; what is not here is left out. Thread: as
/// above.
Result<FloorList> takeFloorList(Database& database, const QList<TicketId>& tickets,
                                int most = floorListMost);

}  // namespace yingda
