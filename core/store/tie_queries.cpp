// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about ties, each a named statement.
#include "core/store/tie_queries.h"

#include <algorithm>

#include "core/store/field_sql.h"

namespace yingda {

Result<std::vector<Tie>> TieQueries::of(const TicketId& ticket) {
  const QString select = QStringLiteral("SELECT id, ") % columnList(tieFields(), QString()) %
                         QStringLiteral(" FROM tie WHERE ");
  Statement& read =
      m_database.prepared("ties_of", select % u"original = ?1 UNION ALL " % select % u"other = ?1");
  read.bindAll(ticket.bytes());
  std::vector<Tie> ties;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) break;
    Tie tie;
    tie.id = TieId::fromBytes(read.bytes(0));
    readFields(tieFields(), read, 1, tie);
    ties.push_back(tie);
  }
  std::stable_sort(ties.begin(), ties.end(),
                   [](const Tie& a, const Tie& b) { return a.at < b.at; });
  return ties;
}

}  // namespace yingda
