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
  return m_parts->report<FloorSnapshot>([this](Workplace& place, Database& database) {
    auto floor = takeFloorSnapshot(database, place.now());
    // What stands already at the first look is no news to whoever looks.
    if (!m_parts->hasReadRadar) m_parts->readRadar(database);
    if (floor) floor->proposals = m_parts->radarSeen;
    return floor;
  });
}

QFuture<Result<FloorList>> Backend::floorCell(Level level, Stage stage, int most) {
  return m_parts->report<FloorList>([level, stage, most](Workplace&, Database& database) {
    return takeFloorCell(database, level, stage, most);
  });
}

QFuture<Result<FloorList>> Backend::floorLate(int most) {
  return m_parts->report<FloorList>([most](Workplace& place, Database& database) {
    return takeFloorLate(database, place.now(), most);
  });
}

QFuture<Result<FloorList>> Backend::floorList(const QList<TicketId>& tickets, int most) {
  return m_parts->report<FloorList>([tickets, most](Workplace&, Database& database) {
    return takeFloorList(database, tickets, most);
  });
}

}  // namespace yingda
