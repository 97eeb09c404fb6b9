// SPDX-License-Identifier: GPL-3.0-or-later
// The password is asked of the server by signing in there; here only its Argon2id hash is kept.
#include "core/service/floor_sign_in.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "core/remote/psql_gateway.h"
#include "core/service/joined_server.h"
#include "core/service/people_service.h"
#include "core/service/sync_words.h"

namespace yingda {

namespace {

// A clock that is set right by some minutes takes nobody's trust away.
constexpr std::chrono::hours clockSlack{1};

QString credentialFact(const AgentId& agent) {
  return QStringLiteral("credential:") % agent.text();
}

Error offline(const char* why) { return {ErrorCode::Offline, QLatin1String(why)}; }

}  // namespace

Result<FloorVisit> FloorSignIn::signIn(const Agent& agent, const QString& password,
                                       bool asksServer) {
  if (!asksServer) {
    if (auto visit = alone(agent, password)) return visit;
  }
  const auto server = joinedServer(m_workplace);
  if (!server) return server.error();
  if (!*server) return Error{ErrorCode::NotFound, QStringLiteral("no server")};
  ServerAddress address = (*server)->address;
  address.login = agent.login;
  address.password = password;
  // Who signs in is bound to the seat there; a standby can note nobody.
  address.standbyWillDo = false;
  PsqlGateway gateway(address);
  const WorkstationId seat = m_workplace.journalThread().runAndWait(
      [this] { return m_workplace.journal().workstation(); });
  const auto hello = gateway.hello(seat);
  if (!hello) {
    const LinkFault fault = gateway.link().fault();
    if (fault == LinkFault::Password) {
      // A slip of the hand changes nothing. The old password of somebody who has a new one must
      // open nothing any more.
      if (alone(agent, password)) {
        if (auto done = forget(agent); !done) return done.error();
      }
      return Error{ErrorCode::WrongPin, QStringLiteral("password")};
    }
    if (fault == LinkFault::Person) {
      if (auto done = forget(agent); !done) return done.error();
      return Error{ErrorCode::Forbidden, QLatin1String(linkFaultName(fault))};
    }
    return alone(agent, password);
  }
  if (hello->refusal != Refusal::None) return Error{ErrorCode::Forbidden, wordOf(hello->refusal)};
  if (hello->agent != agent.id) return Error{ErrorCode::Forbidden, QStringLiteral("person")};
  if (auto done = remember(agent, password); !done) return done.error();
  return FloorVisit{agent, true};
}

Result<FloorVisit> FloorSignIn::alone(const Agent& agent, const QString& password) {
  const auto fact = m_workplace.journalThread().runAndWait(
      [&] { return m_workplace.journal().meta(credentialFact(agent.id)); });
  if (!fact) return fact.error();
  if (fact->isEmpty()) return offline("first");
  const QJsonObject json = QJsonDocument::fromJson(*fact).object();
  if (!PeopleService::matches(password, json[u"hash"].toString())) {
    return Error{ErrorCode::WrongPin, QStringLiteral("password")};
  }
  const Instant vouchedAt{Milliseconds(json[u"at"].toInteger())};
  const auto age = m_workplace.now() - vouchedAt;
  if (age > offlineTrust || age < -clockSlack) return offline("expired");
  return FloorVisit{agent, false};
}

Result<void> FloorSignIn::remember(const Agent& agent, const QString& password) {
  const auto hash = PeopleService::hashOf(password);
  if (!hash) return hash.error();
  const QJsonObject json{
      {QStringLiteral("hash"), *hash},
      {QStringLiteral("at"), qint64(m_workplace.now().time_since_epoch().count())}};
  return m_workplace.journalThread().runAndWait([&] {
    return m_workplace.noted(m_workplace.journal().setMeta(
        credentialFact(agent.id), QJsonDocument(json).toJson(QJsonDocument::Compact)));
  });
}

Result<void> FloorSignIn::forget(const Agent& agent) {
  return m_workplace.journalThread().runAndWait([&] {
    return m_workplace.noted(
        m_workplace.journal().setMeta(credentialFact(agent.id), QByteArray("")));
  });
}

}  // namespace yingda
