// SPDX-License-Identifier: GPL-3.0-or-later
// What was like this before, as the screens read it.
#pragma once

#include <QStringList>
#include <vector>

#include "core/service/views.h"

namespace yingda {

struct SimilarQuestion {
  QString text;      ///< what the owner says
  QString category;  ///< id, or empty; the same leaf or family comes first
  TicketId except;   ///< the ticket itself
  int limit = 5;
};

/// A closed ticket, and how it ended.
struct SimilarCase {
  QueueRow row;
  double score = 0;      ///< orders; is no probability
  QStringList evidence;  ///< the pairs of characters that both have
  QString category;      ///< id
  QString solution;      ///< the closing code: 已解决 …
  QString cause;
  QString outcome;
  QString reply;    ///< what the owner was told
  double days = 0;  ///< from receipt to the archive
  int owner = 0;    ///< what the owner gave: 1 to 5; 0: nothing
  friend bool operator==(const SimilarCase&, const SimilarCase&) = default;
};

/// One way in which tickets of a leaf ended.
struct EndingFamily {
  QString solution;  ///< the closing code
  QString outcome;   ///< of the newest, that stands for the others
  int tickets = 0;
  std::vector<QueueRow> newest;  ///< newest first, endingsShown at most
  friend bool operator==(const EndingFamily&, const EndingFamily&) = default;
};
inline constexpr size_t endingsShown = 5;

/// How the newest archived tickets of one leaf ended, and how many ended the commonest way.
struct EndingsView {
  QString category;
  int tickets = 0;
  double share = 0;                    ///< of the commonest family, 0 to 1
  std::vector<EndingFamily> families;  ///< commonest first
  friend bool operator==(const EndingsView&, const EndingsView&) = default;
};
/// Fewer say nothing about whether alike ones end alike.
inline constexpr int endingsLeast = 5;

/// How alike the tickets of one leaf ended.
struct ConsistencyRow {
  QString category;
  int tickets = 0;
  int families = 0;
  double share = 0;   ///< of the commonest family, 0 to 1
  QString commonest;  ///< the outcome that stands for it
  friend bool operator==(const ConsistencyRow&, const ConsistencyRow&) = default;
};

struct ConsistencyView {
  std::vector<ConsistencyRow> rows;
  int tickets = 0;
  double index = 0;  ///< mean of the shares, each by its tickets
  friend bool operator==(const ConsistencyView&, const ConsistencyView&) = default;
};

}  // namespace yingda
