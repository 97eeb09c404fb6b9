// SPDX-License-Identifier: GPL-3.0-or-later
// PINs are hashed by libsodium (Argon2id); only the hash is ever stored.
#include "core/service/people_service.h"

#include <sodium.h>

#include <algorithm>

namespace yingda {

namespace {

bool isPin(const QString& pin) {
  return pin.size() == 6 &&
         std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isStaffNumber(const QString& number) {
  return !number.isEmpty() && number.size() <= 20 &&
         std::all_of(number.begin(), number.end(),
                     [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
}

Result<QString> hashPin(const QString& pin) {
  if (sodium_init() < 0) return Error{ErrorCode::Io, QStringLiteral("sodium")};
  const QByteArray bytes = pin.toUtf8();
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str(hash, bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return Error{ErrorCode::Io, QStringLiteral("pin hash")};
  }
  return QString::fromLatin1(hash);
}

bool pinMatches(const QString& pin, const QString& hash) {
  if (sodium_init() < 0) return false;
  const QByteArray bytes = pin.toUtf8();
  const QByteArray stored = hash.toLatin1();
  return crypto_pwhash_str_verify(stored.constData(), bytes.constData(),
                                  static_cast<unsigned long long>(bytes.size())) == 0;
}

}  // namespace

Result<QString> PeopleService::hashOf(const QString& pin) { return hashPin(pin); }

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

Result<Agent> PeopleService::find(const QString& staffNumber) {
  auto all = agents();
  if (!all) return all.error();
  const auto place = [&] {
    return std::find_if(all->begin(), all->end(), [&staffNumber](const Agent& agent) {
      return agent.staffNumber == staffNumber.trimmed();
    });
  };
  if (place() == all->end() && m_workplace.isRebuilding()) {
    if (auto waited = m_workplace.catchUpToWork(); !waited) return waited.error();
    all = HouseholdQueries(m_workplace.cacheDatabase()).agents();
    if (!all) return all.error();
  }
  const auto found = place();
  if (found == all->end() || !found->active) {
    return Error{ErrorCode::NotFound, QStringLiteral("agent")};
  }
  return *found;
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
  auto hash = hashPin(pin);
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
  return store(actor->id, std::move(agent), pin);
}

QString PeopleService::firstPinFact() { return QStringLiteral("first_pin"); }

bool PeopleService::isFirstHere(const AgentId& agent) {
  const auto fact = m_workplace.journalThread().runAndWait(
      [this] { return m_workplace.journal().meta(firstPinFact()); });
  return fact && *fact == agent.text().toLatin1();
}

Result<Agent> PeopleService::takeFirstPin(const Agent& agent, const QString& pin) {
  auto hash = hashPin(pin);
  if (!hash) return hash.error();
  ChangeSet changes;
  changes.create(agentSecretFields(), agent.id, AgentSecret{agent.id, *hash});
  if (auto done = m_workplace.commit(agent.id, agentOperationKind(), std::move(changes)); !done) {
    return done.error();
  }
  const auto cleared = m_workplace.journalThread().runAndWait([this] {
    return m_workplace.noted(m_workplace.journal().setMeta(firstPinFact(), QByteArray("")));
  });
  if (!cleared) return cleared.error();
  return agent;
}

Result<Agent> PeopleService::signIn(const QString& staffNumber, const QString& pin) {
  const auto agent = find(staffNumber);
  if (!agent) {
    return agent.error().code == ErrorCode::NotFound
               ? Error{ErrorCode::WrongPin, QStringLiteral("unknown person")}
               : agent.error();
  }
  HouseholdQueries queries(m_workplace.cacheDatabase());
  auto secret = queries.secret(agent->id);
  if (!secret && m_workplace.isRebuilding()) {
    if (auto waited = m_workplace.catchUpToWork(); !waited) return waited.error();
    secret = queries.secret(agent->id);
  }
  if (!secret && isPin(pin) && isFirstHere(agent->id)) return takeFirstPin(*agent, pin);
  if (!secret || !pinMatches(pin, secret->pinHash)) {
    return Error{ErrorCode::WrongPin, QStringLiteral("pin")};
  }
  return agent;
}

}  // namespace yingda
