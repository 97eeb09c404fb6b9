// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as they come in, each held against those before it: the pairs and the radar together.
#pragma once

#include <QHash>
#include <deque>

#include "core/assist/group_radar.h"

namespace yingda {

/// What is said of one report.
struct StreamAnswer {
  TieKind kind = TieKind::None;
  qint64 key = 0;    ///< of the earlier report that it goes with
  double score = 0;  ///< 0 to 1; orders suggestions, is no probability
  std::vector<Alike> reasons;
  GroupVerdict group;
};

/// One cause is only told where the radar finds it unlikely that two such reports come by
/// themselves; what merely looks alike is related. Same within 7 days, related within 30.
/// Memory: the last 30 days, 200,000 reports at most. Thread: one at a time.
class ReportStream {
 public:
  /// Takes the report in, in order of time. `key` is the caller's own, and not 0.
  StreamAnswer add(qint64 key, const Report& report);

 private:
  struct Entry {
    qint64 key = 0;
    Report report;
  };
  using Sequences = std::deque<qint64>;

  void lookIn(const QString& list, const Report& report, StreamAnswer& same, StreamAnswer& cause,
              StreamAnswer& related) const;
  void forget(Instant now);

  GroupRadar m_radar;
  std::deque<Entry> m_recent;
  qint64 m_first = 0;
  /// By home, by number and by building.
  QHash<QString, Sequences> m_lists;
  /// The first report of each event of the radar.
  QHash<int, qint64> m_firstOf;
};

}  // namespace yingda
