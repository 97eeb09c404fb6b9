// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the projection that keeps households findable.
#include "core/store/field_sql.h"
#include "core/store/projector.h"
#include "core/text/address.h"
#include "core/text/pinyin.h"

namespace yingda {

QString householdDocument(const QString& community, const Household& household,
                          const QStringList& people, const QStringList& numbers) {
  QString document = community % u' ' % household.address % u'\n';
  // 3-2-1502 is how most people write it; the tokens of the canonical form do not contain it.
  if (!household.room.isEmpty()) document += household.room % u'\n';
  for (const QString& name : people) {
    document += name % u' ' % personInitials(name) % u'\n';
  }
  document += numbers.join(u'\n');
  return document;
}

Result<void> Projector::noteHousehold(const EntityChange& change, Touched& touched) {
  if (change.kind == "household") {
    touched.households.insert(change.id);
    return {};
  }
  if (change.kind != "person" && change.kind != "contact_point") return {};
  const QByteArray name = "household_of_" + change.kind;
  Statement& read = m_database.prepared(name.constData(), QStringLiteral("SELECT household FROM ") %
                                                              QLatin1String(change.kind) %
                                                              QStringLiteral(" WHERE id = ?"));
  auto found = read.bindAll(change.id.toRfc4122()).step();
  if (!found) return found.error();
  if (*found) {
    const QUuid household = QUuid::fromRfc4122(read.bytes(0));
    if (!household.isNull()) touched.households.insert(household);
    read.reset();
  }
  return {};
}

Result<void> Projector::noteCommunity(const EntityChange& change, Touched& touched) {
  if (change.kind != "community") return {};
  for (const auto& [name, value] : change.fields) {
    if (name != "name") continue;
    Statement& same = m_database.prepared(
        "community_has_name", QStringLiteral("SELECT 1 FROM community WHERE id = ? AND name IS ?"));
    same.bind(1, change.id.toRfc4122());
    bindField(same, 2, value);
    auto found = same.step();
    if (!found) return found.error();
    const bool isSame = *found;
    same.reset();
    // Every edit of a household writes its community's name again; only a new name reaches all.
    if (isSame) return {};
    Statement& homes = m_database.prepared(
        "households_of_community", QStringLiteral("SELECT id FROM household WHERE community = ?"));
    homes.bindAll(change.id.toRfc4122());
    for (;;) {
      auto home = homes.step();
      if (!home) return home.error();
      if (!*home) return {};
      touched.households.insert(QUuid::fromRfc4122(homes.bytes(0)));
    }
  }
  return {};
}

namespace {

Result<QStringList> textsOf(Database& database, const char* name, const QString& sql,
                            const QUuid& id) {
  QStringList texts;
  Statement& read = database.prepared(name, sql);
  read.bindAll(id.toRfc4122());
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return texts;
    texts << read.text(0);
  }
}

}  // namespace

Result<void> Projector::unindexHousehold(qint64 row) {
  Statement& old = m_database.prepared(
      "household_doc_read", QStringLiteral("SELECT doc FROM household_doc WHERE row = ?"));
  auto before = old.bindAll(row).step();
  if (!before) return before.error();
  if (!*before) return {};
  const QString text = old.text(0);
  old.reset();
  Statement& index = m_database.prepared(
      "household_fts_delete", QStringLiteral("INSERT INTO household_fts(household_fts, rowid, doc)"
                                             " VALUES('delete', ?, ?)"));
  if (auto done = index.bindAll(row, text).run(); !done) return done;
  return m_database
      .prepared("household_doc_remove", QStringLiteral("DELETE FROM household_doc WHERE row = ?"))
      .bindAll(row)
      .run();
}

Result<void> Projector::indexHousehold(const QUuid& id) {
  Statement& read = m_database.prepared(
      "household_for_index",
      QStringLiteral("SELECT h.row, c.name, ") %
          columnList(householdFields(), QStringLiteral("h.")) %
          QStringLiteral(" FROM household h LEFT JOIN community c ON c.id = h.community"
                         " WHERE h.id = ?"));
  auto found = read.bindAll(id.toRfc4122()).step();
  if (!found) return found.error();
  if (!*found) return {};
  const qint64 row = read.int64(0);
  const QString community = read.text(1);
  Household household;
  readFields(householdFields(), read, 2, household);
  read.reset();
  const auto people = textsOf(m_database, "names_of_household",
                              QStringLiteral("SELECT name FROM person WHERE household = ?"
                                             " AND moved_out_at IS NULL AND merged_into IS NULL"
                                             " AND name IS NOT NULL ORDER BY row"),
                              id);
  if (!people) return people.error();
  const auto numbers =
      textsOf(m_database, "numbers_of_household",
              QStringLiteral("SELECT number FROM contact_point WHERE household = ?"
                             " AND coalesce(removed, 0) = 0 AND number IS NOT NULL ORDER BY row"),
              id);
  if (!numbers) return numbers.error();
  const QString document = householdDocument(community, household, *people, *numbers);
  Statement& old = m_database.prepared(
      "household_doc_read", QStringLiteral("SELECT doc FROM household_doc WHERE row = ?"));
  auto before = old.bindAll(row).step();
  if (!before) return before.error();
  if (*before) {
    const QString text = old.text(0);
    old.reset();
    if (text == document) return {};
    Statement& remove =
        m_database.prepared("household_fts_delete",
                            QStringLiteral("INSERT INTO household_fts(household_fts, rowid, doc)"
                                           " VALUES('delete', ?, ?)"));
    if (auto done = remove.bindAll(row, text).run(); !done) return done;
  }
  Statement& write = m_database.prepared(
      "household_doc_write", QStringLiteral("INSERT INTO household_doc(row, doc) VALUES(?, ?)"
                                            " ON CONFLICT(row) DO UPDATE SET doc = excluded.doc"));
  if (auto done = write.bindAll(row, document).run(); !done) return done;
  Statement& add = m_database.prepared(
      "household_fts_insert", QStringLiteral("INSERT INTO household_fts(rowid, doc) VALUES(?, ?)"));
  return add.bindAll(row, document).run();
}

}  // namespace yingda
