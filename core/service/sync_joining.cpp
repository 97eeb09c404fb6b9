// SPDX-License-Identifier: GPL-3.0-or-later
// How a store comes to belong to a floor, takes that back, or goes on there as another seat.
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <utility>

#include "core/service/joined_server.h"
#include "core/service/people_service.h"
#include "core/service/sandbox.h"
#include "core/service/sync_session.h"
#include "core/service/sync_words.h"
#include "core/service/tie_service.h"
#include "core/store/household_queries.h"
#include "core/sync/fork.h"

namespace yingda {

namespace {

constexpr int peopleMax = 5000;

/// Who joins is enrolled, which no standby can do.
ServerAddress atPrimary(ServerAddress request) {
  request.standbyWillDo = false;
  return request;
}

}  // namespace

QFuture<Result<JoinTest>> SyncService::test(const ServerAddress& request) {
  m_wakeUp.ring();
  return m_thread.run([this, request]() -> Result<JoinTest> {
    if (isSandboxFolder(m_workplace.options.folder)) return practising();
    JoinTest found;
    PsqlGateway gateway(atPrimary(request));
    const WorkstationId seat = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().workstation(); });
    const Instant asked = m_workplace.now();
    const auto hello = gateway.hello(seat);
    if (!hello) {
      found.fault = QString::fromLatin1(linkFaultName(gateway.link().fault()));
      found.detail = gateway.link().faultDetail();
      return found;
    }
    if (hello->refusal != Refusal::None) {
      found.fault = wordOf(hello->refusal);
      return found;
    }
    found.company = hello->company;
    found.role = hello->role;
    found.clockOffset = hello->serverTime - (asked + (m_workplace.now() - asked) / 2);
    const auto last = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().lastSequence(); });
    found.unsent = last - hello->lastSequence;
    const auto counts = m_workplace.cacheThread().runAndWait(
        [this] { return HouseholdQueries(m_workplace.cacheDatabase()).sizes(); });
    if (counts) {
      found.households = counts->households;
      found.tickets = counts->tickets;
    }
    if (found.unsent > 0) {
      const auto people = peopleToJoin(gateway, hello->epoch);
      if (!people) return people.error();
      found.people = *people;
    }
    // Who brings people along must be allowed to let them in.
    found.isGood = found.unsent == 0 || hello->role == u"supervisor";
    if (!found.isGood) found.fault = QStringLiteral("role");
    return found;
  });
}

QFuture<Result<AgentId>> SyncService::join(const ServerAddress& request) {
  m_wakeUp.ring();
  return m_thread.run([this, request]() -> Result<AgentId> {
    if (isSandboxFolder(m_workplace.options.folder)) return practising();
    // A join that has brought nothing yet may be begun again, with another address.
    if (m_session) {
      if (const auto undone = undoJoin(); !undone) return undone.error();
    }
    PsqlGateway gateway(atPrimary(request));
    const WorkstationId seat = m_workplace.journalThread().runAndWait(
        [this] { return m_workplace.journal().workstation(); });
    const auto hello = gateway.hello(seat);
    if (!hello) return hello.error();
    if (hello->refusal != Refusal::None) {
      return Error{ErrorCode::Forbidden, wordOf(hello->refusal)};
    }
    const auto people = peopleToJoin(gateway, hello->epoch);
    if (!people) return people.error();
    if (const auto secret = seatSecret(m_workplace); !secret) return secret.error();
    // The last step: from now on this store is joined.
    const auto noted = m_workplace.journalThread().runAndWait([&]() -> Result<void> {
      return noteJoined(m_workplace, {request, hello->company});
    });
    if (!noted) return noted.error();
    if (const auto done = noteAliases(*people, hello->agent); !done) return done.error();
    wake();
    return hello->agent;
  });
}

QFuture<Result<qint64>> SyncService::cancelJoin() {
  m_wakeUp.ring();
  return m_thread.run([this]() -> Result<qint64> {
    const auto kept = undoJoin();
    wake();
    return kept;
  });
}

Result<qint64> SyncService::undoJoin() {
  if (!m_session) {
    const auto opened = openSession();
    if (!opened && opened.error().code == ErrorCode::NotFound) return 0;
    if (!opened) return opened.error();
  }
  Session& session = *m_session;
  if (!session.lock->isLocked() && !session.lock->tryLock(0)) {
    return Error{ErrorCode::Busy, QStringLiteral("sync")};
  }
  const auto layer = session.store.layer();
  if (!layer) return layer.error();
  if (!layer->epoch.isNull()) {
    return Error{ErrorCode::Refused, QStringLiteral("joined already")};
  }
  const auto last = session.store.lastSequence();
  if (!last) return last.error();
  const bool isGreeted = !session.engine.hello().epoch.isNull();
  const qint64 kept = isGreeted ? *last - session.engine.status().unsent : 0;
  if (const auto done = parted(session.engine.hello().agent); !done) return done.error();
  // Should the power fail here, the store is joined still, and its copy begins anew.
  if (const auto done = session.store.forgetFloor(); !done) return done.error();
  if (const auto done = noteOutage(m_workplace, std::nullopt); !done) return done.error();
  m_outage = std::optional<Instant>();
  const auto noted = m_workplace.journalThread().runAndWait([this]() -> Result<void> {
    const auto done = m_workplace.noted(m_workplace.journal().setMeta(attentionFact(), {}));
    return done ? noteAlone(m_workplace) : done;
  });
  if (!noted) return noted.error();
  m_session.reset();
  m_speaker = {};
  return kept;
}

QFuture<Result<SeatChange>> SyncService::takeNewSeat() {
  m_wakeUp.ring();
  return m_thread.run([this] { return changeSeat(); });
}

Result<NewSeat> SyncService::askForSeat() {
  Session& session = *m_session;
  PsqlGateway gateway(atPrimary(session.request));
  const auto fork = forkOf(gateway, session.store);
  if (!fork) return fork.error();
  if (fork->refusal != Refusal::None) return Error{ErrorCode::Forbidden, wordOf(fork->refusal)};
  if (!fork->isThere && session.engine.status().stop != SyncStop::Chain) {
    return Error{ErrorCode::Refused, QStringLiteral("sound")};
  }
  const auto former = seatSecret(m_workplace);
  if (!former) return former.error();
  NewSeat seat;
  seat.workstation = successorOf(session.store.seat(), *fork, *m_workplace.clock, session.random);
  const QByteArray secret = successorSecret(*former, seat.workstation);
  const auto taken = gateway.succeed(seat.workstation, secret, QSysInfo::machineHostName(),
                                     {session.store.seat(), *former});
  if (!taken) return taken.error();
  if (taken->refusal != Refusal::None) return Error{ErrorCode::Forbidden, wordOf(taken->refusal)};
  seat.known = fork->known;
  seat.code = taken->code;
  seat.facts = {{seatSecretFact(), secret}, {attentionFact(), QByteArray("")}};
  return seat;
}

Result<SeatChange> SyncService::changeSeat() {
  if (isSandboxFolder(m_workplace.options.folder)) return practising();
  if (!m_session) {
    if (auto opened = openSession(); !opened) return opened.error();
  }
  if (!m_session->lock->isLocked() && !m_session->lock->tryLock(0)) {
    return Error{ErrorCode::Busy, QStringLiteral("sync")};
  }
  const auto seat = askForSeat();
  if (!seat) return seat.error();
  SeatChange change;
  change.known = seat->known;
  change.code = seat->code;
  const auto refused = m_session->store.attention();
  if (!refused) return refused.error();
  change.left = std::count_if(refused->begin(), refused->end(), [&seat](const Attention& one) {
    return one.sequence <= seat->known;
  });
  // What the session knows is of the former seat; no other process takes the floor meanwhile.
  auto lock = std::move(m_session->lock);
  m_session.reset();
  const auto renewed = m_workplace.renewSeat(*seat);
  const auto opened = openSession();
  if (opened) m_session->lock = std::move(lock);
  if (!renewed) return renewed.error();
  change.evidence = renewed->aside;
  change.reissued = renewed->carriedOver;
  change.left += renewed->left;
  wake();
  return change;
}

Result<void> SyncService::noteAliases(const std::vector<JoinPerson>& people,
                                      const AgentId& joiner) {
  return m_workplace.cacheThread().runAndWait([&]() -> Result<void> {
    const auto agents = HouseholdQueries(m_workplace.cacheDatabase()).agents();
    if (!agents) return agents.error();
    ChangeSet changes;
    for (const JoinPerson& person : people) {
      if (!person.isSame()) continue;
      for (const Agent& before : *agents) {
        if (before.id != person.here) continue;
        Agent after = before;
        after.aliasOf = person.there;
        changes.update(agentFields(), before.id, before, after);
      }
    }
    if (changes.entities.empty()) return {};
    return m_workplace.commit(joiner, agentOperationKind(), std::move(changes));
  });
}

Result<void> SyncService::parted(const AgentId& joiner) {
  return m_workplace.cacheThread().runAndWait([&]() -> Result<void> {
    const auto agents = HouseholdQueries(m_workplace.cacheDatabase()).agents();
    if (!agents) return agents.error();
    ChangeSet changes;
    AgentId actor = joiner;
    for (const Agent& before : *agents) {
      if (before.aliasOf.isNull()) continue;
      if (actor.isNull()) actor = before.aliasOf;
      Agent after = before;
      after.aliasOf = {};
      changes.update(agentFields(), before.id, before, after);
    }
    if (changes.entities.empty()) return {};
    return m_workplace.commit(actor, agentOperationKind(), std::move(changes));
  });
}

Result<std::vector<JoinPerson>> SyncService::peopleToJoin(PsqlGateway& gateway,
                                                          const QUuid& epoch) {
  const auto here = m_workplace.cacheThread().runAndWait(
      [this] { return HouseholdQueries(m_workplace.cacheDatabase()).agents(); });
  if (!here) return here.error();
  const auto page = gateway.hydrate(epoch, "agent", {}, peopleMax);
  if (!page) return page.error();
  QHash<QString, Agent> there;
  for (const RemoteRow& row : page->rows) {
    if (row.kind != "agent") continue;
    const QJsonObject body = QJsonDocument::fromJson(row.body).object();
    Agent agent;
    agent.id = AgentId(row.id);
    agent.staffNumber = body[u"staff_number"].toString();
    agent.name = body[u"name"].toString();
    agent.login = body[u"login"].toString();
    if (!agent.login.isEmpty()) there.insert(agent.staffNumber, agent);
  }
  std::vector<JoinPerson> people;
  for (const Agent& agent : *here) {
    if (!agent.active) continue;
    const Agent known = there.value(agent.staffNumber);
    people.push_back({agent.id, agent.staffNumber, agent.name, known.id, known.name});
  }
  return people;
}

}  // namespace yingda
