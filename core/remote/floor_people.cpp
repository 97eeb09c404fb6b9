// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the floor and the doorbell's logins: database roles, and what each may see.
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

#include "core/domain/agent.h"
#include "core/domain/field_table.h"
#include "core/remote/floor_admin.h"
#include "core/remote/floor_script.h"
#include "core/remote/kind_rights.h"

namespace yingda {

namespace {

constexpr qsizetype passwordLeast = 8;

bool isLogin(const QString& login) {
  static const QRegularExpression allowed(QStringLiteral("^[a-z0-9][a-z0-9_.-]{0,39}$"));
  return allowed.match(login).hasMatch();
}

bool isRole(const QString& role) {
  return std::any_of(allRoles.begin(), allRoles.end(),
                     [&role](Role one) { return serverRoleWord(one) == role; });
}

/// Of a login that was looked at by `isLogin`.
QString identifier(const QString& name) { return u'"' % name % u'"'; }

/// As the column holds it: NULL for all of them.
QString sitesLiteral(const QList<QUuid>& sites) {
  if (sites.isEmpty()) return QStringLiteral("NULL");
  QStringList names;
  for (const QUuid& site : sites) names << site.toString(QUuid::WithoutBraces);
  return sqlLiteral(u'{' % names.join(u',') % u'}');
}

/// The person's row as every workstation shows it.
QJsonObject agentBody(const FloorPerson& person) {
  Agent agent;
  agent.staffNumber = person.staffNumber;
  agent.name = person.name;
  agent.outsideName = person.outsideName;
  agent.department = QStringLiteral("service");
  agent.login = person.login;
  for (const Role role : allRoles) {
    if (serverRoleWord(role) == person.role) agent.role = role;
  }
  QJsonObject body;
  for (const auto& field : agentFields().fields) {
    body.insert(QLatin1String(field.name), toJson(field.read(agent)));
  }
  return body;
}

/// The screens of every workstation show it too, and no workstation offers what the server refuses.
QString shownAs(const QString& login, const QJsonObject& fields) {
  return QStringLiteral(
             "SET LOCAL ROLE yingda_engine;"
             "UPDATE yingda.entity SET body = body || %1::jsonb WHERE kind = 'agent'"
             " AND id = (SELECT agent FROM yingda.person WHERE login = %2);"
             "SET LOCAL ROLE none;")
      .arg(sqlLiteral(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact))),
           sqlLiteral(login));
}

}  // namespace

Result<AgentId> FloorAdmin::addPerson(FloorPerson person) {
  if (!isLogin(person.login)) return Error{ErrorCode::Invalid, QStringLiteral("login")};
  if (person.password.size() < passwordLeast)
    return Error{ErrorCode::Invalid, QStringLiteral("password")};
  if (person.agent.isNull()) return Error{ErrorCode::Invalid, QStringLiteral("agent")};
  const auto known = agentOf(person.staffNumber);
  if (!known) return known.error();
  if (!known->isNull()) person.agent = *known;
  const QJsonObject body = agentBody(person);
  const auto done = inTransaction(
      QStringLiteral("SET LOCAL password_encryption = 'scram-sha-256'; CREATE ROLE ") %
      identifier(person.login) % QStringLiteral(" LOGIN IN ROLE yingda_people PASSWORD ") %
      sqlLiteral(person.password) %
      QStringLiteral("; INSERT INTO yingda.person(login, agent, role, sites) VALUES (") %
      sqlLiteral(person.login) % QStringLiteral(", ") % sqlLiteral(person.agent.text()) %
      QStringLiteral(", ") % sqlLiteral(person.role) % QStringLiteral(", ") %
      sitesLiteral(person.sites) %
      QStringLiteral("); INSERT INTO yingda.entity(kind, id, body) VALUES ('agent', ") %
      sqlLiteral(person.agent.text()) % QStringLiteral(", ") %
      sqlLiteral(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))) %
      QStringLiteral(") ON CONFLICT (kind, id) DO UPDATE SET body = entity.body || excluded.body;"
                     // Who joined with them answered for them until now.
                     "UPDATE yingda.workstation_agent SET login = ") %
      sqlLiteral(person.login) % QStringLiteral(" WHERE agent = ") %
      sqlLiteral(person.agent.text()) % u';' % QLatin1String(loginLimits) %
      QLatin1String(reportReaders));
  if (!done) return done.error();
  return person.agent;
}

Result<void> FloorAdmin::asEngine(const QString& sql, const QVariantList& values,
                                  const std::function<void(Reply&)>& read) {
  if (auto begun = m_link.run(QStringLiteral("BEGIN; SET LOCAL ROLE yingda_engine")); !begun) {
    return begun.error();
  }
  auto reply = m_link.ask(sql, values);
  Result<void> whole;
  if (reply) {
    while (reply->next()) read(*reply);
    whole = m_link.finished(*reply);
  }
  const auto ended = m_link.run(QStringLiteral("ROLLBACK"));
  if (!reply) return reply.error();
  return whole ? ended : whole;
}

Result<AgentId> FloorAdmin::agentOf(const QString& staffNumber) {
  AgentId found;
  const auto asked =
      asEngine(QStringLiteral("SELECT id FROM yingda.entity e WHERE kind = 'agent'"
                              " AND body ->> 'staff_number' = ? AND body ->> 'alias_of' IS NULL"
                              " AND NOT EXISTS (SELECT 1 FROM yingda.person p WHERE p.agent = e.id)"
                              " ORDER BY row_version DESC, id LIMIT 1"),
               {staffNumber}, [&found](Reply& row) { found = AgentId(row.value(0).toUuid()); });
  if (!asked) return asked.error();
  return found;
}

Result<QList<FloorSite>> FloorAdmin::sites() {
  QList<FloorSite> sites;
  const auto asked = asEngine(
      QStringLiteral("SELECT id, body ->> 'name' FROM yingda.entity WHERE kind = 'community'"
                     " ORDER BY body ->> 'name', id"),
      {}, [&sites](Reply& row) {
        sites.append({row.value(0).toUuid(), row.value(1).toString()});
      });
  if (!asked) return asked.error();
  return sites;
}

Result<QList<FloorLogin>> FloorAdmin::people() {
  QList<FloorLogin> people;
  const auto asked = asEngine(
      QStringLiteral("SELECT p.login, p.role, p.is_active, array_to_string(p.sites, ','),"
                     " e.body ->> 'staff_number', e.body ->> 'name'"
                     " FROM yingda.person p LEFT JOIN yingda.entity e"
                     " ON e.kind = 'agent' AND e.id = p.agent ORDER BY p.login"),
      {}, [&people](Reply& row) {
        FloorLogin one;
        one.login = row.value(0).toString();
        one.role = row.value(1).toString();
        one.isActive = row.value(2).toBool();
        for (const QString& site : row.value(3).toString().split(u',', Qt::SkipEmptyParts)) {
          one.sites.append(QUuid::fromString(site));
        }
        one.staffNumber = row.value(4).toString();
        one.name = row.value(5).toString();
        people.append(one);
      });
  if (!asked) return asked.error();
  return people;
}

Result<FloorAdmin::LoginKind> FloorAdmin::loginKind(const QString& login) {
  if (!isLogin(login)) return Error{ErrorCode::NotFound, QStringLiteral("login")};
  // A bell is whoever was made one and may do nothing else: an administrator who makes roles is, on
  // newer servers, a member of those that were made.
  auto known =
      m_link.ask(QStringLiteral("SELECT EXISTS (SELECT 1 FROM yingda.person WHERE login = ?),"
                                " EXISTS (SELECT 1 FROM pg_auth_members m"
                                " JOIN pg_roles g ON g.oid = m.roleid AND g.rolname = 'yingda_bell'"
                                " JOIN pg_roles b ON b.oid = m.member"
                                " WHERE b.rolname = ? AND NOT b.rolsuper AND NOT b.rolcreaterole)"),
                 {login, login});
  if (!known) return known.error();
  if (known->next()) {
    if (known->value(0).toBool()) return LoginKind::Person;
    if (known->value(1).toBool()) return LoginKind::Bell;
  }
  return Error{ErrorCode::NotFound, QStringLiteral("login")};
}

Result<void> FloorAdmin::setPassword(const QString& login, const QString& password) {
  if (password.size() < passwordLeast) {
    return Error{ErrorCode::Invalid, QStringLiteral("password")};
  }
  if (const auto kind = loginKind(login); !kind) return kind.error();
  return inTransaction(
      QStringLiteral("SET LOCAL password_encryption = 'scram-sha-256'; ALTER ROLE ") %
      identifier(login) % QStringLiteral(" PASSWORD ") % sqlLiteral(password));
}

Result<void> FloorAdmin::addBell(const QString& login, const QString& password) {
  if (!isLogin(login)) return Error{ErrorCode::Invalid, QStringLiteral("login")};
  if (password.size() < passwordLeast) {
    return Error{ErrorCode::Invalid, QStringLiteral("password")};
  }
  return inTransaction(
      QStringLiteral("SET LOCAL password_encryption = 'scram-sha-256'; CREATE ROLE ") %
      identifier(login) % QStringLiteral(" LOGIN IN ROLE yingda_bell PASSWORD ") %
      sqlLiteral(password) % QStringLiteral("; ALTER ROLE ") % identifier(login) %
      QStringLiteral(" SET idle_in_transaction_session_timeout = '10s'; ALTER ROLE ") %
      identifier(login) % QStringLiteral(" SET statement_timeout = '10s'"));
}

Result<void> FloorAdmin::setRole(const QString& login, const QString& role,
                                 const std::optional<QList<QUuid>>& sites) {
  if (!role.isEmpty() && !isRole(role)) return Error{ErrorCode::Invalid, QStringLiteral("role")};
  const auto kind = loginKind(login);
  if (!kind) return kind.error();
  if (*kind == LoginKind::Bell) return Error{ErrorCode::NotFound, QStringLiteral("login")};
  QStringList changes;
  QString shown;
  if (!role.isEmpty()) {
    changes << QStringLiteral("role = ") % sqlLiteral(role);
    for (const Role one : allRoles) {
      if (serverRoleWord(one) != role) continue;
      shown =
          shownAs(login, {{QStringLiteral("role"), yingda::toJson(FieldCodec<Role>::write(one))}});
    }
  }
  if (sites) changes << QStringLiteral("sites = ") % sitesLiteral(*sites);
  if (changes.isEmpty()) return {};
  return inTransaction(QStringLiteral("UPDATE yingda.person SET ") %
                       changes.join(QStringLiteral(", ")) % QStringLiteral(" WHERE login = ") %
                       sqlLiteral(login) % u';' % QLatin1String(reportReaders) % shown);
}

Result<void> FloorAdmin::disable(const QString& login) {
  const auto kind = loginKind(login);
  if (!kind) return kind.error();
  QString script = QStringLiteral("ALTER ROLE ") % identifier(login) % QStringLiteral(" NOLOGIN;");
  if (*kind == LoginKind::Person) {
    script += QStringLiteral("UPDATE yingda.person SET is_active = false WHERE login = ") %
              sqlLiteral(login) % u';' % shownAs(login, {{QStringLiteral("active"), 0}});
  }
  if (auto done = inTransaction(script); !done) return done;
  // Only now: a seat that is thrown out comes back at once, and must find the door shut.
  return m_link.run(
      QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ") %
      sqlLiteral(login));
}

}  // namespace yingda
