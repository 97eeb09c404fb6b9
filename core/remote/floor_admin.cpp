// SPDX-License-Identifier: GPL-3.0-or-later
// Making and migrating the floor, and its people.
#include "core/remote/floor_admin.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include "core/domain/agent.h"
#include "core/domain/field_table.h"
#include "core/remote/kind_rights.h"
#include "core/remote/ledger_walk.h"

namespace yingda {

namespace {

constexpr qsizetype passwordLeast = 8;

QString literal(QString value) {
  value.replace(u'\'', QStringLiteral("''"));
  return u'\'' % value % u'\'';
}

bool isLogin(const QString& login) {
  static const QRegularExpression allowed(QStringLiteral("^[a-z0-9][a-z0-9_.-]{0,39}$"));
  return allowed.match(login).hasMatch();
}

QString identifier(const QString& name) { return u'"' % name % u'"'; }

const char* classWord(FieldClass fieldClass) {
  switch (fieldClass) {
    case FieldClass::Open:
      return "open";
    case FieldClass::Personal:
      return "personal";
    case FieldClass::Private:
      break;
  }
  return "private";
}

const char* mergeWord(MergeRule rule) {
  switch (rule) {
    case MergeRule::LastWriter:
      return "last_writer";
    case MergeRule::Lattice:
      return "lattice";
    case MergeRule::Text:
      return "text";
    case MergeRule::Coupled:
      return "coupled";
    case MergeRule::Claim:
      return "claim";
    case MergeRule::WriteOnce:
      break;
  }
  return "write_once";
}

const char* typeWord(FieldType type) {
  switch (type) {
    case FieldType::Integer:
      return "integer";
    case FieldType::Text:
      return "text";
    case FieldType::Uuid:
      break;
  }
  return "uuid";
}

// Who owns, who merges, and who may call or read reports. People get their own roles, members of
// yingda_people. Roles belong to the whole server: another database's floor may have made them,
// even at this moment.
constexpr auto roles = R"(
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['yingda_owner', 'yingda_engine', 'yingda_people', 'yingda_reader',
                           'yingda_bell'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
  FOREACH r IN ARRAY ARRAY['yingda_owner', 'yingda_engine'] LOOP
    IF NOT pg_has_role(current_user, r, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO %I', r, current_user);
    END IF;
  END LOOP;
END $$;
)";

constexpr auto ground = R"(
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lc_messages = %L', current_database(), 'C'); END $$;
CREATE SCHEMA yingda AUTHORIZATION yingda_owner;
GRANT USAGE ON SCHEMA yingda TO yingda_people, yingda_reader, yingda_bell;
GRANT USAGE, CREATE ON SCHEMA yingda TO yingda_engine;
GRANT EXECUTE ON FUNCTION pg_control_system() TO yingda_engine;
SET LOCAL ROLE yingda_owner;
CREATE TABLE yingda.migration(
  number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
)";

// A client that stands still with a transaction open freezes everybody's view; one that waits or
// asks for ever holds a connection. A group's settings do not reach its members: each login has its
// own.
constexpr auto limits = R"(
DO $$
DECLARE p record;
BEGIN
  FOR p IN SELECT login FROM yingda.person JOIN pg_roles ON rolname = login LOOP
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', p.login, '10s');
    EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', p.login, '60s');
    EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', p.login, '10s');
  END LOOP;
END $$;
)";

// What a role may read: a person whose role is to read has the views for reports too.
constexpr auto readers = R"(
DO $$
DECLARE p record;
BEGIN
  FOR p IN SELECT login, role FROM yingda.person JOIN pg_roles ON rolname = login LOOP
    IF (p.role = 'reader') <> pg_has_role(p.login, 'yingda_reader', 'MEMBER') THEN
      EXECUTE format(CASE WHEN p.role = 'reader' THEN 'GRANT yingda_reader TO %I'
                          ELSE 'REVOKE yingda_reader FROM %I' END, p.login);
    END IF;
  END LOOP;
END $$;
)";

QString jsonText(const QJsonArray& rows) {
  return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

QString fieldRules() {
  QJsonArray rules;
  for (const KindRow& kind : allKindRows()) {
    for (const KindRow::Column& column : kind.columns) {
      rules.append(QJsonObject{{QStringLiteral("kind"), QString::fromLatin1(kind.kind)},
                               {QStringLiteral("field"), QString::fromLatin1(column.name)},
                               {QStringLiteral("class"), QLatin1String(classWord(kind.fieldClass))},
                               {QStringLiteral("merge"), QLatin1String(mergeWord(column.merge))},
                               {QStringLiteral("type"), QLatin1String(typeWord(column.type))}});
    }
  }
  return jsonText(rules);
}

QString kindRules() {
  QJsonArray rules;
  for (const KindRule& rule : allKindRules()) {
    rules.append(QJsonObject{
        {QStringLiteral("what"), QString::fromLatin1(rule.what)},
        {QStringLiteral("kind"), QString::fromLatin1(rule.kind)},
        {QStringLiteral("class"), QLatin1String(classWord(rule.fieldClass))},
        {QStringLiteral("writers"), QJsonArray::fromStringList(rule.writers)},
        {QStringLiteral("readers"),
         rule.readers ? QJsonArray::fromStringList(*rule.readers) : QJsonValue(QJsonValue::Null)}});
  }
  return jsonText(rules);
}

/// The rules of this program, and then what waited for them.
QString rulesScript() {
  return QStringLiteral(
             "INSERT INTO yingda.field_rule SELECT * FROM jsonb_to_recordset(%1::jsonb)"
             " AS r(kind text, field text, class text, merge text, type text)"
             " ON CONFLICT (kind, field) DO UPDATE"
             " SET class = excluded.class, merge = excluded.merge, type = excluded.type;\n")
             .arg(literal(fieldRules())) %
         QStringLiteral(
             "INSERT INTO yingda.kind_rule SELECT * FROM jsonb_to_recordset(%1::jsonb)"
             " AS r(what text, kind text, class text, writers text[], readers text[])"
             " ON CONFLICT (what, kind) DO UPDATE SET class = excluded.class,"
             " writers = excluded.writers, readers = excluded.readers;\n")
             .arg(literal(kindRules())) %
         QLatin1String(limits) % QLatin1String(readers) %
         QStringLiteral("SELECT yingda.replay(); SELECT yingda.sweep_uploads();\n");
}

/// One numbered script, and the record of it. Nobody may call what it made unless it says so.
QString stepScript(int number, const QString& script) {
  return QStringLiteral(
             "SET LOCAL ROLE yingda_owner;"
             "SET LOCAL search_path = yingda, pg_catalog, pg_temp;\n") %
         script %
         QStringLiteral(
             "\nSET LOCAL ROLE none; SET LOCAL search_path = DEFAULT;"
             "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA yingda FROM PUBLIC;"
             "INSERT INTO yingda.migration(number) VALUES (%1);\n")
             .arg(number);
}

}  // namespace

QStringList floorMigrations() {
  QStringList scripts;
  const QDir folder(QStringLiteral(":/remote/schema"));
  for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::ReadOnly)) scripts << QString::fromUtf8(file.readAll());
  }
  return scripts;
}

Result<void> FloorAdmin::inTransaction(const QString& script) {
  auto done = m_link.run(QStringLiteral("BEGIN;\n") % script % QStringLiteral("\n;COMMIT"));
  // What failed stays open, and would answer every later question with an error.
  if (!done && m_link.isOpen()) (void)m_link.run(QStringLiteral("ROLLBACK"));
  return done;
}

Result<void> FloorAdmin::init(const QString& company) {
  auto exists = m_link.ask(QStringLiteral("SELECT 1 FROM pg_namespace WHERE nspname = 'yingda'"));
  if (!exists) return exists.error();
  if (exists->next()) return Error{ErrorCode::Refused, QStringLiteral("there is a floor already")};
  QString script = QLatin1String(roles) % QLatin1String(ground);
  int number = 0;
  for (const QString& step : floorMigrations()) script += stepScript(++number, step);
  script += rulesScript();
  script += QStringLiteral(
                "INSERT INTO yingda.meta SELECT 1, gen_random_uuid(), system_identifier::text, ") %
            literal(company) % QStringLiteral(", 1, 1 FROM pg_control_system()");
  return inTransaction(script);
}

Result<int> FloorAdmin::migrate() {
  auto query = m_link.ask(QStringLiteral("SELECT coalesce(max(number), 0) FROM yingda.migration"));
  if (!query) return query.error();
  int applied = query->next() ? query->value(0).toInt() : 0;
  const QStringList scripts = floorMigrations();
  if (applied > scripts.size()) {
    return Error{ErrorCode::TooNew, QStringLiteral("the floor was made by a newer program")};
  }
  // One text is one transaction: a step that fails leaves the one before it.
  while (applied < scripts.size()) {
    if (auto done = inTransaction(stepScript(applied + 1, scripts[applied])); !done) {
      return done.error();
    }
    ++applied;
  }
  if (auto done = inTransaction(rulesScript()); !done) return done.error();
  return applied;
}

Result<FloorStatus> FloorAdmin::status() {
  FloorStatus status;
  status.newest = static_cast<int>(floorMigrations().size());
  auto query = m_link.ask(
      QStringLiteral("SELECT (SELECT max(number) FROM yingda.migration), epoch, company,"
                     " (SELECT count(*) FROM yingda.op), (SELECT count(*) FROM yingda.entity),"
                     " (SELECT count(*) FROM yingda.person WHERE is_active),"
                     " (SELECT count(*) FROM yingda.workstation) FROM yingda.meta"));
  if (!query) return query.error();
  if (!query->next()) return Error{ErrorCode::NotFound, QStringLiteral("floor")};
  status.schema = query->value(0).toInt();
  status.epoch = query->value(1).toUuid();
  status.company = query->value(2).toString();
  status.operations = query->value(3).toLongLong();
  status.entities = query->value(4).toLongLong();
  status.people = query->value(5).toInt();
  status.workstations = query->value(6).toInt();
  return status;
}

Result<void> FloorAdmin::adopt() {
  // Whoever merges sees every row, also when the administrator is no superuser. The triggers stamp.
  return inTransaction(QStringLiteral(
      "SET LOCAL ROLE yingda_engine;"
      "UPDATE yingda.entity SET row_version = row_version + 1;"
      "UPDATE yingda.activity SET is_void = is_void;"
      "UPDATE yingda.conflict SET sync_xid = sync_xid;"
      "UPDATE yingda.scope_exit SET sync_xid = pg_current_xact_id();"
      "UPDATE yingda.workstation SET last_xid = pg_current_xact_id();"
      "SET LOCAL ROLE none;"
      // Another cluster's timelines say nothing of this one's.
      "DELETE FROM yingda.succession;"
      "UPDATE yingda.meta SET epoch = gen_random_uuid(),"
      " system_identifier = (SELECT system_identifier::text FROM pg_control_system())"));
}

Result<LedgerReport> FloorAdmin::verify() {
  // As hex: the driver's own form of bytes depends on a setting of the server.
  auto query = m_link.ask(
      QStringLiteral("SELECT workstation, sequence, encode(header, 'hex'),"
                     " encode(commitment, 'hex'), encode(hash, 'hex'), encode(salt, 'hex'),"
                     " encode(payload, 'hex'), salt IS NULL OR payload IS NULL, is_withheld,"
                     " result = 'applied'"
                     " FROM yingda.op ORDER BY workstation, sequence"));
  if (!query) return query.error();
  const auto bytes = [&query](int column) {
    return QByteArray::fromHex(query->value(column).toString().toLatin1());
  };
  LedgerWalk walk;
  while (query->next()) {
    walk.add({query->value(0).toUuid(), query->value(1).toLongLong(), bytes(2), bytes(3), bytes(4),
              bytes(5), bytes(6), query->value(7).toBool(), query->value(8).toBool(),
              query->value(9).toBool()});
  }
  if (auto whole = m_link.finished(*query); !whole) return whole.error();
  query = m_link.ask(QStringLiteral(
      "SELECT workstation, last_sequence, encode(last_hash, 'hex') FROM yingda.workstation"));
  if (!query) return query.error();
  while (query->next()) {
    walk.checkHead(query->value(0).toUuid(), query->value(1).toLongLong(), bytes(2));
  }
  if (auto whole = m_link.finished(*query); !whole) return whole.error();
  return walk.finish();
}

namespace {

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
      .arg(literal(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact))),
           literal(login));
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
  QStringList sites;
  for (const QUuid& site : person.sites) sites << site.toString(QUuid::WithoutBraces);
  const QString siteList =
      sites.isEmpty() ? QStringLiteral("NULL") : literal(u'{' % sites.join(u',') % u'}');
  const QJsonObject body = agentBody(person);
  const auto done = inTransaction(
      QStringLiteral("SET LOCAL password_encryption = 'scram-sha-256'; CREATE ROLE ") %
      identifier(person.login) % QStringLiteral(" LOGIN IN ROLE yingda_people PASSWORD ") %
      literal(person.password) %
      QStringLiteral("; INSERT INTO yingda.person(login, agent, role, sites) VALUES (") %
      literal(person.login) % QStringLiteral(", ") % literal(person.agent.text()) %
      QStringLiteral(", ") % literal(person.role) % QStringLiteral(", ") % siteList %
      QStringLiteral("); INSERT INTO yingda.entity(kind, id, body) VALUES ('agent', ") %
      literal(person.agent.text()) % QStringLiteral(", ") %
      literal(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))) %
      QStringLiteral(") ON CONFLICT (kind, id) DO UPDATE SET body = entity.body || excluded.body;"
                     // Who joined with them answered for them until now.
                     "UPDATE yingda.workstation_agent SET login = ") %
      literal(person.login) % QStringLiteral(" WHERE agent = ") % literal(person.agent.text()) %
      u';' % QLatin1String(limits) % QLatin1String(readers));
  if (!done) return done.error();
  return person.agent;
}

Result<AgentId> FloorAdmin::agentOf(const QString& staffNumber) {
  // Whoever merges sees every row, also when the administrator is no superuser.
  if (auto begun = m_link.run(QStringLiteral("BEGIN; SET LOCAL ROLE yingda_engine")); !begun) {
    return begun.error();
  }
  AgentId found;
  auto query = m_link.ask(
      QStringLiteral("SELECT id FROM yingda.entity e WHERE kind = 'agent'"
                     " AND body ->> 'staff_number' = ? AND body ->> 'alias_of' IS NULL"
                     " AND NOT EXISTS (SELECT 1 FROM yingda.person p WHERE p.agent = e.id)"
                     " ORDER BY row_version DESC, id LIMIT 1"),
      {staffNumber});
  if (query && query->next()) found = AgentId(query->value(0).toUuid());
  const auto ended = m_link.run(QStringLiteral("ROLLBACK"));
  if (!query) return query.error();
  if (!ended) return ended.error();
  return found;
}

Result<void> FloorAdmin::setPassword(const QString& login, const QString& password) {
  if (!isLogin(login)) return Error{ErrorCode::NotFound, QStringLiteral("login")};
  if (password.size() < passwordLeast) {
    return Error{ErrorCode::Invalid, QStringLiteral("password")};
  }
  auto known = m_link.ask(QStringLiteral("SELECT 1 FROM yingda.person WHERE login = ?"), {login});
  if (!known) return known.error();
  if (!known->next()) return Error{ErrorCode::NotFound, QStringLiteral("login")};
  return inTransaction(
      QStringLiteral("SET LOCAL password_encryption = 'scram-sha-256'; ALTER ROLE ") %
      identifier(login) % QStringLiteral(" PASSWORD ") % literal(password));
}

Result<void> FloorAdmin::addBell(const QString& login, const QString& password) {
  if (!isLogin(login)) return Error{ErrorCode::Invalid, QStringLiteral("login")};
  if (password.size() < 8) return Error{ErrorCode::Invalid, QStringLiteral("password")};
  return inTransaction(
      QStringLiteral("SET LOCAL password_encryption = 'scram-sha-256'; CREATE ROLE ") %
      identifier(login) % QStringLiteral(" LOGIN IN ROLE yingda_bell PASSWORD ") %
      literal(password) % QStringLiteral("; ALTER ROLE ") % identifier(login) %
      QStringLiteral(" SET idle_in_transaction_session_timeout = '10s'; ALTER ROLE ") %
      identifier(login) % QStringLiteral(" SET statement_timeout = '10s'"));
}

Result<void> FloorAdmin::setRole(const QString& login, const QString& role,
                                 const QList<QUuid>& sites) {
  QStringList names;
  for (const QUuid& site : sites) names << site.toString(QUuid::WithoutBraces);
  auto done = m_link.ask(
      QStringLiteral("UPDATE yingda.person SET role = ?, sites = ?::text::uuid[] WHERE login = ?"),
      {role, sites.isEmpty() ? QVariant() : QVariant(QString(u'{' % names.join(u',') % u'}')),
       login});
  if (!done) return done.error();
  if (done->numRowsAffected() != 1) return Error{ErrorCode::NotFound, QStringLiteral("login")};
  QJsonObject shown;
  for (const Role one : allRoles) {
    if (serverRoleWord(one) == role) {
      shown.insert(QStringLiteral("role"), yingda::toJson(FieldCodec<Role>::write(one)));
    }
  }
  return inTransaction(QLatin1String(readers) % shownAs(login, shown));
}

Result<void> FloorAdmin::disable(const QString& login) {
  if (!isLogin(login)) return Error{ErrorCode::NotFound, QStringLiteral("login")};
  return inTransaction(QStringLiteral("UPDATE yingda.person SET is_active = false"
                                      " WHERE login = ") %
                       literal(login) % QStringLiteral("; ALTER ROLE ") % identifier(login) %
                       QStringLiteral(" NOLOGIN;") %
                       shownAs(login, {{QStringLiteral("active"), 0}}) %
                       QStringLiteral("SELECT pg_terminate_backend(pid) FROM"
                                      " pg_stat_activity WHERE usename = ") %
                       literal(login));
}

}  // namespace yingda
