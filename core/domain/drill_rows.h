// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of practice: how a drill went, and who is to practise what by when.
#pragma once

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"

namespace yingda {

using DrillId = Id<struct DrillTag>;
using AssignmentId = Id<struct AssignmentTag>;

/// A drill that is over. Written once; nothing of it changes later. It is for its trainee and for
/// who trains: private.
struct DrillResult {
  DrillId id;
  AgentId agent;
  QString scenario;  ///< id
  QString title;     ///< as it was called then
  int version = 1;   ///< of the scenario
  QString hash;      ///< of its text; replayed only over the same text
  qint64 seed = 0;
  bool isAssessment = false;
  int hint = 0;  ///< 0 off, 1 points, 2 whole sentences
  int card = 1;  ///< version of the score card
  int score = 0;
  QString end;         ///< satisfied accepted escalated hung_up unfinished
  QString answers;     ///< what the trainee did, as core/training reads it
  QString dimensions;  ///< JSON: [[name, score, most], …]
  QString measures;    ///< JSON object; see core/training/drill_record.h
  Instant startedAt{};
  Milliseconds length{};
  friend bool operator==(const DrillResult&, const DrillResult&) = default;
};

/// 指派: somebody is to practise a scenario by a day. It is done by a drill of that scenario that
/// began after it was made.
struct DrillAssignment {
  AssignmentId id;
  AgentId agent;
  QString scenario;
  QString dueOn;  ///< 2026-11-24; empty: no day
  AgentId by;
  Instant madeAt{};
  bool removed = false;
  friend bool operator==(const DrillAssignment&, const DrillAssignment&) = default;
};

const FieldTable<DrillResult>& drillFields();
/// Without the answers, for lists.
const FieldTable<DrillResult>& drillListFields();
const FieldTable<DrillAssignment>& assignmentFields();
/// Whether a change of this kind is one of practice.
bool isPracticeKind(const QByteArray& kind);

}  // namespace yingda
