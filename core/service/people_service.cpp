// SPDX-License-Identifier: GPL-3.0-or-later
// PINs and passwords are hashed by libsodium (Argon2id); only the hash is ever stored.
#include "core/service/people_service.h"

#include <sodium.h>

#include <algorithm>

#include "core/service/joined_server.h"

namespace yingda {

namespace {

const QString unheardOf = QStringLiteral("agent");

bool isPin(const QString& pin) {
  return pin.size() == 6 &&
         std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isStaffNumber(const QString& number) {
  return !number.isEmpty() && number.size() <= 20 &&
         std::all_of(number.begin(), number.end(),
                     [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
}

Result<QString> hashSecret(const QString& secret) {
  if (sodium_init() < 0) return Error{ErrorCode::Io, QStringLiteral("sodium")};
  const QByteArray bytes = secret.toUtf8();
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str(hash, bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return Error{ErrorCode::Io, QStringLiteral("hash")};
  }
  return QString::fromLatin1(hash);
}

}  // namespace

Result<QString> PeopleService::hashOf(const QString& secret) { return hashSecret(secret); }

bool PeopleService::matches(const QString& secret, const QString& hash) {
  if (hash.isEmpty() || sodium_init() < 0) return false;
  const QByteArray bytes = secret.toUtf8();
  const QByteArray stored = hash.toLatin1();
  return crypto_pwhash_str_verify(stored.constData(), bytes.constData(),
                                  static_cast<unsigned long long>(bytes.size())) == 0;
}

Result<std::vector<Agent>> PeopleService::agents() {
  // Nobody may be missing because the cache is still behind; in step, this reads one row. A full
  // disk or a busy file must not keep people out whom the cache knows already.
  const auto done =
      m_workplace.isRebuilding() ? m_workplace.catchUpToPeople() : m_workplace.catchUpFully();
  if (!done && m_workplace.isRebuilding()) {
    return done.error();
  }
  HouseholdQueries queries(m_workplace.cacheDatabase());
  auto known = queries.agents();
  if (!known || !m_workplace.isRebuilding()) return known;
  // Somebody may stand in an operation whose header does not say so.
  const bool isWhole = !known->empty() &&
                       std::none_of(known->begin(), known->end(),
                                    [](const Agent& agent) { return agent.staffNumber.isEmpty(); });
  if (isWhole) return known;
  if (auto waited = m_workplace.catchUpToWork(); !waited) return waited.error();
  return queries.agents();
}

bool PeopleService::isAlias(const Agent& agent, const std::vector<Agent>& all) {
  return !agent.aliasOf.isNull() &&
         std::any_of(all.begin(), all.end(),
                     [&agent](const Agent& other) { return other.id == agent.aliasOf; });
}

Result<std::vector<Agent>> PeopleService::peopleHere() {
  auto all = agents();
  if (!all) return all;
  HouseholdQueries queries(m_workplace.cacheDatabase());
  std::vector<Agent> here;
  for (const Agent& agent : *all) {
    if (!agent.active || isAlias(agent, *all)) continue;
    // A floor knows people of other workstations, who have no PIN here.
    if (!agent.login.isEmpty() || queries.secret(agent.id)) here.push_back(agent);
  }
  return here;
}

Result<Agent> PeopleService::find(const QString& staffNumber) {
  auto found = bestOf(staffNumber);
  const bool isUnheardOf = !found && found.error().detail == unheardOf;
  if (isUnheardOf && m_workplace.isRebuilding()) {
    if (auto waited = m_workplace.catchUpToWork(); !waited) return waited.error();
    found = bestOf(staffNumber);
  }
  return found;
}

Result<Agent> PeopleService::bestOf(const QString& staffNumber) {
  auto all = agents();
  if (!all) return all.error();
  HouseholdQueries queries(m_workplace.cacheDatabase());
  // Another workstation may have brought somebody of the same number: whom the server knows goes
  // first, then who has a PIN here.
  const auto rank = [&](const Agent& agent) {
    if (!agent.login.isEmpty()) return 2;
    return queries.secret(agent.id) ? 1 : 0;
  };
  std::optional<Agent> best;
  int bestRank = -1;
  bool isHeardOf = false;
  for (const Agent& agent : *all) {
    if (agent.staffNumber != staffNumber.trimmed()) continue;
    isHeardOf = true;
    if (!agent.active || isAlias(agent, *all)) continue;
    if (const int its = rank(agent); its > bestRank) {
      bestRank = its;
      best = agent;
    }
  }
  if (!best) {
    return Error{ErrorCode::NotFound, isHeardOf ? QStringLiteral("agent left") : unheardOf};
  }
  return *best;
}

Result<Agent> PeopleService::store(const AgentId& actor, Agent agent, const QString& pin) {
  agent.staffNumber = agent.staffNumber.trimmed();
  agent.name = agent.name.trimmed();
  agent.outsideName = agent.outsideName.trimmed();
  if (!isStaffNumber(agent.staffNumber))
    return Error{ErrorCode::Invalid, QStringLiteral("staffNumber")};
  if (agent.name.isEmpty() || agent.name.size() > 100) {
    return Error{ErrorCode::Invalid, QStringLiteral("name")};
  }
  if (agent.outsideName.size() > 100)
    return Error{ErrorCode::Invalid, QStringLiteral("outsideName")};
  if (!isPin(pin)) return Error{ErrorCode::Invalid, QStringLiteral("pin")};
  if (find(agent.staffNumber))
    return Error{ErrorCode::Refused, QStringLiteral("staffNumber taken")};
  auto hash = hashSecret(pin);
  if (!hash) return hash.error();
  agent.id = AgentId::make(*m_workplace.clock, m_workplace.random());
  // What owners hear is never the full name.
  if (agent.outsideName.isEmpty()) agent.outsideName = u'小' % agent.name.left(1);
  ChangeSet changes;
  changes.create(agentFields(), agent.id, agent);
  changes.create(agentSecretFields(), agent.id, AgentSecret{agent.id, *hash});
  const AgentId author = actor.isNull() ? agent.id : actor;
  if (auto done = m_workplace.commit(author, agentOperationKind(), std::move(changes)); !done) {
    return done.error();
  }
  return agent;
}

Result<Agent> PeopleService::setUp(const FirstRun& first) {
  const auto all = agents();
  if (!all) return all.error();
  if (!all->empty()) return Error{ErrorCode::Refused, QStringLiteral("store has people")};
  Agent agent;
  agent.name = first.name;
  agent.staffNumber = first.staffNumber;
  agent.outsideName = first.outsideName;
  agent.role = Role::Administrator;
  agent.department = QStringLiteral("service");
  const QString calendar = first.calendar;
  auto stored = store({}, agent, first.pin);
  if (!stored) return stored;
  const auto noted = m_workplace.journalThread().runAndWait([this, calendar] {
    return m_workplace.noted(
        m_workplace.journal().setMeta(QStringLiteral("calendar"), calendar.toUtf8()));
  });
  if (!noted) return noted.error();
  return stored;
}

Result<Agent> PeopleService::add(const std::optional<Agent>& actor, Agent agent,
                                 const QString& pin) {
  if (!actor) return Error{ErrorCode::Refused, QStringLiteral("nobody is signed in")};
  if (!mayDo(actor->role, Deed::AddAgent))
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  // The server would not take the work of somebody whom only this store knows.
  const auto server = joinedServer(m_workplace);
  if (!server) return server.error();
  if (*server) return Error{ErrorCode::Refused, QStringLiteral("joined")};
  return store(actor->id, std::move(agent), pin);
}

Result<void> PeopleService::checkPin(const Agent& agent, const QString& pin) {
  HouseholdQueries queries(m_workplace.cacheDatabase());
  auto secret = queries.secret(agent.id);
  if (!secret && m_workplace.isRebuilding()) {
    if (auto waited = m_workplace.catchUpToWork(); !waited) return waited.error();
    secret = queries.secret(agent.id);
  }
  if (!secret || !matches(pin, secret->pinHash)) {
    return Error{ErrorCode::WrongPin, QStringLiteral("pin")};
  }
  return {};
}

}  // namespace yingda
