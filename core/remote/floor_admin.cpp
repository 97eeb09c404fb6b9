// SPDX-License-Identifier: GPL-3.0-or-later
// Making and migrating the floor.
#include "core/remote/floor_admin.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/domain/field_table.h"
#include "core/remote/floor_script.h"
#include "core/remote/kind_rights.h"
#include "core/remote/ledger_walk.h"

namespace yingda {

namespace {

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
             .arg(sqlLiteral(fieldRules())) %
         QStringLiteral(
             "INSERT INTO yingda.kind_rule SELECT * FROM jsonb_to_recordset(%1::jsonb)"
             " AS r(what text, kind text, class text, writers text[], readers text[])"
             " ON CONFLICT (what, kind) DO UPDATE SET class = excluded.class,"
             " writers = excluded.writers, readers = excluded.readers;\n")
             .arg(sqlLiteral(kindRules())) %
         QLatin1String(loginLimits) % QLatin1String(reportReaders) %
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
            sqlLiteral(company) % QStringLiteral(", 1, 1 FROM pg_control_system()");
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
                     " result IN ('applied', 'repeated')"
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

}  // namespace yingda
