// SPDX-License-Identifier: GPL-3.0-or-later
// 群诉: many homes, one cause. The event knows nothing of its tickets; each of them names its
// event.
#pragma once

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"

namespace yingda {

/// How the reports of an event are taken.
enum class EventMode {
  Normal,
  Storm,  ///< 暴雨/台风快录: six codes instead of a form
};

/// Tells one statement from any other: 32 hex digits of its SHA-256.
QString wordsMark(const QString& statement);

/// Its tickets keep their own stages, callbacks and satisfaction; what is common stands here.
struct GroupEvent {
  EventId id;
  CommunityId community;
  QString scope;     ///< canonical place in the community: 3栋2单元; empty: all of it
  QString category;  ///< id of a leaf or of a branch, or empty
  QString title;
  AgentId firstAgent;   ///< 首问负责人: who took the first report; never changes
  Instant firstAt{};    ///< receipt of the first report
  QString statement;    ///< 统一口径: what every owner is told
  AgentId statementBy;  ///< who wrote these words; somebody else answers for them
  AgentId approvedBy;   ///< who answers for the words of `approvedWords`; null: nobody
  std::optional<Instant> approvedAt;
  QString approvedWords;  ///< wordsMark of what was approved: a merge may bring other words
  std::optional<Instant> nextNotice;  ///< 下次通报: by when all hear from us again
  AgentId openedBy;
  Instant openedAt{};
  AgentId closedBy;
  std::optional<Instant> closedAt;
  EventMode mode = EventMode::Normal;
  AgentId quickBy;  ///< 快录: who switched it on, or proposed it; null: nobody
  std::optional<Instant> quickAt;
  AgentId quickSecond;  ///< the agent who said so too; null when a supervisor needed no second
  bool isOpen() const { return !closedAt; }
  /// Somebody answers for exactly these words.
  bool isApproved() const { return !approvedBy.isNull() && approvedWords == wordsMark(statement); }
  /// Calls of its project are written down by quick entry.
  bool isQuick() const { return isOpen() && mode == EventMode::Storm; }
  /// One agent has proposed that, and another has to say so too.
  bool isQuickProposed() const {
    return isOpen() && mode == EventMode::Normal && !quickBy.isNull();
  }
  friend bool operator==(const GroupEvent&, const GroupEvent&) = default;
};

/// The longest title and statement, in UTF-16 units.
inline constexpr qsizetype eventTitleMax = 80;
inline constexpr qsizetype eventStatementMax = 1000;

const FieldTable<GroupEvent>& groupEventFields();

}  // namespace yingda
