// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's practice: what is kept of drills, and who is to do which.
#include "core/service/backend_parts.h"
#include "core/service/drill_service.h"

namespace yingda {

QFuture<std::vector<LibraryScenario>> Backend::scenarios() {
  Workplace& workplace = m_parts->workplace;
  return m_parts->files->run([&workplace] {
    return readScenarioLibrary(workplace.starter,
                               workplace.options.folder % QStringLiteral("/scenarios"));
  });
}

QFuture<Result<DrillResult>> Backend::keepDrill(const DrillResult& drill) {
  return m_parts->asActor<DrillResult>([drill](Workplace& place, const Agent& actor) {
    return DrillService(place, actor).keep(drill);
  });
}

QFuture<Result<std::vector<DrillView>>> Backend::drills() {
  return m_parts->asActor<std::vector<DrillView>>(
      [](Workplace& place, const Agent& actor) { return DrillService(place, actor).drills(); });
}

QFuture<Result<DrillView>> Backend::drill(const DrillId& id) {
  return m_parts->asActor<DrillView>(
      [id](Workplace& place, const Agent& actor) { return DrillService(place, actor).drill(id); });
}

QFuture<Result<std::vector<AssignmentView>>> Backend::assignments() {
  return m_parts->asActor<std::vector<AssignmentView>>([](Workplace& place, const Agent& actor) {
    return DrillService(place, actor).assignments();
  });
}

QFuture<Result<void>> Backend::assign(const QString& scenario, const QList<AgentId>& people,
                                      const QString& dueOn) {
  return m_parts->asActor<void>([=](Workplace& place, const Agent& actor) {
    return DrillService(place, actor).assign(scenario, people, dueOn);
  });
}

QFuture<Result<void>> Backend::withdrawAssignment(const AssignmentId& id) {
  return m_parts->asActor<void>([id](Workplace& place, const Agent& actor) {
    return DrillService(place, actor).withdraw(id);
  });
}

}  // namespace yingda
