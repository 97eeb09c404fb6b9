// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of practice are filtered here once more, because the cache of a seat is its people's
// together.
#include "core/service/drill_service.h"

#include <algorithm>

#include "core/domain/authority.h"
#include "core/service/ticket_rules.h"
#include "core/store/drill_queries.h"
#include "core/training/drill_record.h"

namespace yingda {

namespace {

constexpr int drillsMost = 2000;
constexpr int assignmentsMost = 2000;
constexpr qsizetype peopleMost = 500;

Error invalid(const char* what) { return {ErrorCode::Invalid, QLatin1String(what)}; }

Error forbidden() { return {ErrorCode::Forbidden, QStringLiteral("role")}; }

}  // namespace

Result<void> DrillService::readPeople() {
  auto people = HouseholdQueries(m_workplace.cacheDatabase()).agents();
  if (!people) return people.error();
  m_people = std::move(*people);
  m_mine = {m_actor.id.uuid()};
  for (const Agent& one : m_people) {
    if (one.aliasOf == m_actor.id) m_mine << one.id.uuid();
    if (one.id == m_actor.id && !one.aliasOf.isNull()) m_mine << one.aliasOf.uuid();
  }
  return {};
}

QString DrillService::labelOf(const AgentId& id) const {
  const auto found = std::find_if(m_people.begin(), m_people.end(),
                                  [&id](const Agent& agent) { return agent.id == id; });
  return found == m_people.end() ? QString() : staffLabel(*found);
}

bool DrillService::maySee(const AgentId& whose) const {
  return mayDo(m_actor.role, Deed::Train) || m_mine.contains(whose.uuid());
}

Result<DrillResult> DrillService::keep(DrillResult drill) {
  if (!mayDo(m_actor.role, Deed::Practise)) return forbidden();
  const bool isSaid = !drill.scenario.isEmpty() && !drill.hash.isEmpty() &&
                      toMs(drill.startedAt) > 0 && drill.answers.size() <= drillAnswersMost;
  if (!isSaid || drill.score < 0 || drill.score > 100 || !drillEndFromCode(drill.end)) {
    return invalid("drill");
  }
  drill.id = DrillId::make(*m_workplace.clock, m_workplace.random());
  drill.agent = m_actor.id;
  ChangeSet changes;
  changes.create(drillFields(), drill.id, drill);
  auto done = m_workplace.commit(m_actor.id, QStringLiteral("drill"), std::move(changes));
  if (!done) return done.error();
  return drill;
}

Result<std::vector<DrillView>> DrillService::drills() {
  if (auto done = m_workplace.catchUpFully(); !done) return done.error();
  if (auto done = readPeople(); !done) return done.error();
  DrillQueries queries(m_workplace.cacheDatabase());
  std::vector<DrillResult> found;
  if (mayDo(m_actor.role, Deed::Train)) {
    auto all = queries.newest(drillsMost);
    if (!all) return all.error();
    found = std::move(*all);
  } else {
    for (const QUuid& mine : std::as_const(m_mine)) {
      auto own = queries.newestOf(AgentId(mine), drillsMost);
      if (!own) return own.error();
      found.insert(found.end(), std::make_move_iterator(own->begin()),
                   std::make_move_iterator(own->end()));
    }
    std::stable_sort(found.begin(), found.end(), [](const DrillResult& a, const DrillResult& b) {
      return a.startedAt > b.startedAt;
    });
  }
  std::vector<DrillView> views;
  for (DrillResult& one : found) {
    DrillView view;
    view.name = labelOf(one.agent);
    view.isMine = m_mine.contains(one.agent.uuid());
    view.drill = std::move(one);
    views.push_back(std::move(view));
  }
  return views;
}

Result<DrillView> DrillService::drill(const DrillId& id) {
  if (auto done = readPeople(); !done) return done.error();
  auto found = DrillQueries(m_workplace.cacheDatabase()).byId(id);
  if (!found) return found.error();
  if (!maySee(found->agent)) return Error{ErrorCode::NotFound, QStringLiteral("drill")};
  DrillView view;
  view.name = labelOf(found->agent);
  view.isMine = m_mine.contains(found->agent.uuid());
  view.drill = std::move(*found);
  return view;
}

Result<std::vector<AssignmentView>> DrillService::assignments() {
  const auto known = drills();
  if (!known) return known.error();
  const auto rows = DrillQueries(m_workplace.cacheDatabase()).assignments(assignmentsMost);
  if (!rows) return rows.error();
  std::vector<AssignmentView> views;
  for (const DrillAssignment& row : *rows) {
    if (!maySee(row.agent)) continue;
    AssignmentView view;
    view.name = labelOf(row.agent);
    view.byName = labelOf(row.by);
    view.isMine = m_mine.contains(row.agent.uuid());
    for (const DrillView& one : *known) {
      const bool isSame = one.drill.agent == row.agent || (one.isMine && view.isMine);
      const bool isIt =
          isSame && one.drill.scenario == row.scenario && one.drill.startedAt >= row.madeAt;
      if (isIt) view.best = std::max(view.best.value_or(0), one.drill.score);
    }
    view.assignment = row;
    views.push_back(std::move(view));
  }
  return views;
}

Result<void> DrillService::assign(const QString& scenario, const QList<AgentId>& people,
                                  const QString& dueOn) {
  if (!mayDo(m_actor.role, Deed::Train)) return forbidden();
  if (scenario.isEmpty() || scenario.size() > 100) return invalid("scenario");
  if (people.isEmpty() || people.size() > peopleMost) return invalid("people");
  if (!dueOn.isEmpty() && !localDayFromIso(dueOn)) return invalid("due");
  if (auto done = readPeople(); !done) return done;
  ChangeSet changes;
  for (const AgentId& person : people) {
    const bool isKnown = std::any_of(m_people.begin(), m_people.end(), [&](const Agent& one) {
      return one.id == person && one.active && mayDo(one.role, Deed::Practise);
    });
    if (!isKnown) return invalid("people");
    DrillAssignment row;
    row.id = AssignmentId::make(*m_workplace.clock, m_workplace.random());
    row.agent = person;
    row.scenario = scenario;
    row.dueOn = dueOn;
    row.by = m_actor.id;
    row.madeAt = m_workplace.now();
    changes.create(assignmentFields(), row.id, row);
  }
  return m_workplace.commit(m_actor.id, QStringLiteral("assignment"), std::move(changes));
}

Result<void> DrillService::withdraw(const AssignmentId& id) {
  if (!mayDo(m_actor.role, Deed::Train)) return forbidden();
  const auto before = DrillQueries(m_workplace.cacheDatabase()).assignment(id);
  if (!before) return before.error();
  if (before->removed) return {};
  DrillAssignment after = *before;
  after.removed = true;
  ChangeSet changes;
  changes.update(assignmentFields(), id, *before, after);
  return m_workplace.commit(m_actor.id, QStringLiteral("assignment"), std::move(changes));
}

}  // namespace yingda
