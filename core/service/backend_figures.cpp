// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's figures: for who leads the desk, on the report thread, so that no call waits for
// them.
#include "core/insight/kpi_computer.h"
#include "core/service/backend_parts.h"

namespace yingda {

const KpiDictionary& Backend::kpis() const { return m_parts->workplace.kpis; }

QFuture<Result<std::vector<KpiFigure>>> Backend::figures(const QStringList& ids,
                                                         const KpiSpan& span) {
  return m_parts->report<std::vector<KpiFigure>>([ids, span](Workplace& place, Database& database) {
    return KpiComputer(database, *place.engine, place.starter, place.kpis).figures(ids, span);
  });
}

QFuture<Result<FloorSnapshot>> Backend::floorNow() {
  return m_parts->report<FloorSnapshot>([](Workplace& place, Database& database) {
    return takeFloorSnapshot(database, place.now());
  });
}

QFuture<Result<FloorList>> Backend::floorCell(Level level, Stage stage) {
  return m_parts->report<FloorList>([level, stage](Workplace&, Database& database) {
    return takeFloorCell(database, level, stage);
  });
}

QFuture<Result<FloorList>> Backend::floorList(const QList<TicketId>& tickets) {
  return m_parts->report<FloorList>(
      [tickets](Workplace&, Database& database) { return takeFloorList(database, tickets); });
}

}  // namespace yingda
