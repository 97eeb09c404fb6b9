// SPDX-License-Identifier: GPL-3.0-or-later
// Laying own work over the server's rows, and remembering how far both have come.
#include "core/store/shadow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/base/log.h"
#include "core/base/planted.h"
#include "core/domain/claim.h"
#include "core/store/field_sql.h"

namespace yingda {

namespace {

// Of a row that the server told to forget.
constexpr qint64 goneVersion = -1;

const QByteArray versionColumn = QByteArrayLiteral("server_version");

QString textOf(const QUuid& id) { return id.toString(QUuid::WithoutBraces); }

/// Every column of the kind: the body's value, or absent.
EntityChange wholeRow(const KindRow& kind, const RemoteRow& row) {
  EntityChange change{kind.kind, row.id, {}};
  const QJsonObject body = QJsonDocument::fromJson(row.body).object();
  change.fields.reserve(kind.columns.size() + 1);
  for (const auto& column : kind.columns) {
    const QJsonValue value = body[QLatin1StringView(column.name)];
    change.fields.emplace_back(column.name, fieldFromJson(column.type, value));
  }
  change.fields.emplace_back(versionColumn, row.version);
  return change;
}

void layOver(EntityChange& row, const EntityChange& own) {
  for (const auto& [name, value] : own.fields) {
    for (auto& [column, current] : row.fields) {
      if (column == name) current = value;
    }
  }
}

/// The text of a value inside the body of a conflict.
QByteArray jsonText(const QJsonValue& value) {
  // Wrapped, because a document holds no bare value.
  QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
  return wrapped.mid(1, wrapped.size() - 2);
}

}  // namespace

Result<QByteArray> Shadow::state(const char* key) {
  Statement& read =
      m_database.prepared("shadow_state", QStringLiteral("SELECT value FROM state WHERE key = ?"));
  const auto found = read.bindAll(QString::fromLatin1(key)).step();
  if (!found) return found.error();
  if (!*found) return QByteArray();
  QByteArray value = read.bytes(0);
  read.reset();
  return value;
}

Result<void> Shadow::setState(const char* key, const QByteArray& value) {
  return m_database
      .prepared("shadow_state_write",
                QStringLiteral("INSERT INTO state(key, value) VALUES(?, ?)"
                               " ON CONFLICT(key) DO UPDATE SET value = excluded.value"))
      .bindAll(QString::fromLatin1(key), value)
      .run();
}

Result<ServerLayer> Shadow::layer() {
  const auto stored = state("layer");
  if (!stored) return stored.error();
  const QJsonObject json = QJsonDocument::fromJson(*stored).object();
  ServerLayer layer;
  layer.epoch = QUuid::fromString(json[u"epoch"].toString());
  layer.cursor = json[u"cursor"].toString().toULongLong();
  layer.covered = json[u"covered"].toInteger();
  layer.acknowledged = json[u"acknowledged"].toInteger();
  layer.scope = json[u"scope"].toString();
  layer.position = json[u"position"].toString().toLatin1();
  return layer;
}

Result<void> Shadow::setLayer(Journal& journal, const ServerLayer& layer, Touched& touched) {
  const QJsonObject json{{QStringLiteral("epoch"), textOf(layer.epoch)},
                         {QStringLiteral("cursor"), QString::number(layer.cursor)},
                         {QStringLiteral("covered"), layer.covered},
                         {QStringLiteral("acknowledged"), layer.acknowledged},
                         {QStringLiteral("scope"), layer.scope},
                         {QStringLiteral("position"), QString::fromLatin1(layer.position)}};
  const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
  if (auto done = setState("layer", text); !done) return done;
  return uncover(journal, layer.covered, touched);
}

Result<void> Shadow::uncover(Journal& journal, qint64 covered, Touched& touched) {
  Statement& things = m_database.prepared(
      "pending_things", QStringLiteral("SELECT DISTINCT thing FROM pending WHERE sequence <= ?"));
  things.bindAll(covered);
  std::vector<QUuid> freed;
  for (;;) {
    const auto found = things.step();
    if (!found) return found.error();
    if (!*found) break;
    freed.push_back(QUuid::fromRfc4122(things.bytes(0)));
  }
  if (freed.empty()) return {};
  Statement& drop = m_database.prepared("pending_covered",
                                        QStringLiteral("DELETE FROM pending WHERE sequence <= ?"));
  if (auto done = drop.bindAll(covered).run(); !done) return done;
  std::vector<RemoteRow> rows;
  for (const QUuid& id : freed) {
    auto kept = keptRows(id);
    if (!kept) return kept.error();
    if (kept->empty()) continue;
    rows.insert(rows.end(), kept->begin(), kept->end());
    Statement& forget =
        m_database.prepared("shadow_forget", QStringLiteral("DELETE FROM shadow WHERE thing = ?"));
    if (auto done = forget.bindAll(id.toRfc4122()).run(); !done) return done;
  }
  return take(journal, rows, touched);
}

Result<std::vector<RemoteRow>> Shadow::keptRows(const QUuid& id) {
  Statement& read = m_database.prepared(
      "shadow_rows", QStringLiteral("SELECT kind, version, body FROM shadow WHERE thing = ?"));
  read.bindAll(id.toRfc4122());
  std::vector<RemoteRow> rows;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return rows;
    const qint64 version = read.int64(1);
    rows.push_back({version == goneVersion ? RemoteRow::What::Exit : RemoteRow::What::Entity,
                    read.text(0).toLatin1(), id, version, read.text(2).toUtf8()});
  }
}

Result<void> Shadow::keepRow(const RemoteRow& row) {
  return m_database
      .prepared("shadow_keep",
                QStringLiteral("INSERT OR REPLACE INTO shadow(thing, kind, version, body)"
                               " VALUES(?, ?, ?, ?)"))
      .bindAll(row.id.toRfc4122(), QString::fromLatin1(row.kind),
               row.what == RemoteRow::What::Exit ? goneVersion : row.version,
               QString::fromUtf8(row.body))
      .run();
}

Result<void> Shadow::dropExits(std::span<const RemoteRow> rows) {
  Statement& any = m_database.prepared(
      "shadow_exits", QStringLiteral("SELECT 1 FROM shadow WHERE version = ? LIMIT 1"));
  const auto found = any.bindAll(goneVersion).step();
  if (!found) return found.error();
  if (!*found) return {};
  any.reset();
  for (const RemoteRow& row : rows) {
    const bool isRecord = row.what == RemoteRow::What::Activity;
    if (!isRecord && row.what != RemoteRow::What::Entity) continue;
    QUuid thing = row.id;
    if (isRecord) {
      const QJsonObject body = QJsonDocument::fromJson(row.body).object();
      thing = QUuid::fromString(body[u"t"].toString());
    }
    Statement& drop = m_database.prepared(
        "shadow_back",
        QStringLiteral("DELETE FROM shadow WHERE thing = ? AND kind = ? AND version = ?"));
    const QString kind = isRecord ? QStringLiteral("ticket") : QString::fromLatin1(row.kind);
    if (auto done = drop.bindAll(thing.toRfc4122(), kind, goneVersion).run(); !done) return done;
  }
  return {};
}

Result<std::optional<Hydration>> Shadow::hydration() {
  const auto stored = state("hydration");
  if (!stored) return stored.error();
  if (stored->isEmpty()) return std::optional<Hydration>();
  const QJsonObject json = QJsonDocument::fromJson(*stored).object();
  Hydration hydration;
  hydration.epoch = QUuid::fromString(json[u"epoch"].toString());
  hydration.ceiling = json[u"ceiling"].toString().toULongLong();
  hydration.covered = json[u"covered"].toInteger();
  hydration.part = json[u"part"].toInt();
  hydration.after = QUuid::fromString(json[u"after"].toString());
  hydration.scope = json[u"scope"].toString();
  hydration.position = json[u"position"].toString().toLatin1();
  return std::optional(hydration);
}

Result<void> Shadow::setHydration(const std::optional<Hydration>& hydration) {
  if (!hydration) return setState("hydration", {});
  const QJsonObject json{{QStringLiteral("epoch"), textOf(hydration->epoch)},
                         {QStringLiteral("ceiling"), QString::number(hydration->ceiling)},
                         {QStringLiteral("covered"), hydration->covered},
                         {QStringLiteral("part"), hydration->part},
                         {QStringLiteral("after"), textOf(hydration->after)},
                         {QStringLiteral("scope"), hydration->scope},
                         {QStringLiteral("position"), QString::fromLatin1(hydration->position)}};
  return setState("hydration", QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<void> Shadow::keepStanding(const EntityChange& change) {
  const auto version = versionOf(change.kind, change.id);
  if (!version) return version.error();
  if (*version == 0) return {};
  // A ticket, its texts and its claim share one id: own work on one of them keeps nothing of the
  // others.
  const auto kept = keptRows(change.id);
  if (!kept) return kept.error();
  for (const RemoteRow& row : *kept) {
    if (row.kind == change.kind) return {};
  }
  const KindRow* kind = findKindRow(change.kind);
  QString columns;
  for (const auto& column : kind->columns) {
    columns +=
        (columns.isEmpty() ? QString() : QStringLiteral(", ")) % QString::fromLatin1(column.name);
  }
  const QByteArray name = "standing_" + change.kind;
  Statement& read = m_database.prepared(
      name.constData(), QStringLiteral("SELECT ") % columns % QStringLiteral(" FROM ") %
                            QLatin1String(change.kind) % QStringLiteral(" WHERE id = ?"));
  const auto found = read.bindAll(change.id.toRfc4122()).step();
  if (!found) return found.error();
  if (!*found) return {};
  QJsonObject body;
  for (size_t i = 0; i < kind->columns.size(); ++i) {
    const auto& column = kind->columns[i];
    body.insert(QLatin1String(column.name),
                toJson(readField(read, static_cast<int>(i), column.type)));
  }
  read.reset();
  return keepRow({RemoteRow::What::Entity, change.kind, change.id, *version,
                  QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

Result<void> Shadow::note(const ChangeSet& changes, qint64 sequence) {
  for (const EntityChange& change : changes.entities) {
    // The server's row may contain the operation already, and then it does not come again.
    if (auto done = keepStanding(change); !done) return done;
  }
  Statement& insert = m_database.prepared(
      "pending_note",
      QStringLiteral("INSERT OR IGNORE INTO pending(thing, sequence) VALUES(?, ?)"));
  for (const EntityChange& change : changes.entities) {
    if (isPlanted(Plant::ForgetPending)) break;
    if (auto done = insert.bindAll(change.id.toRfc4122(), sequence).run(); !done) return done;
  }
  return {};
}

Result<qint64> Shadow::versionOf(const QByteArray& kind, const QUuid& id) {
  const QByteArray name = "server_version_" + kind;
  Statement& read = m_database.prepared(
      name.constData(), QStringLiteral("SELECT server_version FROM ") % QLatin1String(kind) %
                            QStringLiteral(" WHERE id = ?"));
  const auto found = read.bindAll(id.toRfc4122()).step();
  if (!found) return found.error();
  if (!*found) return qint64{0};
  const qint64 version = read.int64(0);
  read.reset();
  return version;
}

Result<std::vector<qint64>> Shadow::pendingOf(const QUuid& id) {
  Statement& read = m_database.prepared(
      "pending_of",
      QStringLiteral("SELECT sequence FROM pending WHERE thing = ? ORDER BY sequence"));
  read.bindAll(id.toRfc4122());
  std::vector<qint64> sequences;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return sequences;
    sequences.push_back(read.int64(0));
  }
}

Result<bool> Shadow::overlay(Journal& journal, EntityChange& change) {
  const auto sequences = pendingOf(change.id);
  if (!sequences) return sequences.error();
  for (const qint64 sequence : *sequences) {
    auto known = m_decoded.constFind(sequence);
    if (known == m_decoded.constEnd()) {
      const auto operations = journal.read(sequence - 1, 1);
      if (!operations) return operations.error();
      if (operations->empty() || operations->front().header.sequence != sequence) continue;
      auto decoded = decodeChangeSet(operations->front().payload);
      known = m_decoded.insert(sequence, decoded ? std::move(*decoded) : ChangeSet());
    }
    for (const EntityChange& own : known->entities) {
      if (own.kind == change.kind && own.id == change.id) layOver(change, own);
    }
  }
  return !sequences->empty();
}

Result<void> Shadow::takeConflict(const RemoteRow& row) {
  const QJsonObject body = QJsonDocument::fromJson(row.body).object();
  const auto idIn = [&body](QStringView key) {
    return QUuid::fromString(body[key].toString()).toRfc4122();
  };
  return m_database
      .prepared("conflict_write",
                QStringLiteral("INSERT INTO conflict(id, kind, thing, field, kept, lost, kept_by,"
                               " lost_by, kept_agent, lost_agent, at)"
                               " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                               " ON CONFLICT(id) DO UPDATE SET kept = excluded.kept,"
                               " lost = excluded.lost"))
      .bindAll(row.id.toRfc4122(), QString::fromLatin1(row.kind), idIn(u"entity"),
               body[u"field"].toString(), QString::fromUtf8(jsonText(body[u"kept"])),
               QString::fromUtf8(jsonText(body[u"lost"])), idIn(u"keptBy"), idIn(u"lostBy"),
               idIn(u"keptAgent"), idIn(u"lostAgent"), body[u"at"].toInteger())
      .run();
}

Result<void> Shadow::take(Journal& journal, std::span<const RemoteRow> rows, Touched& touched) {
  m_decoded.clear();
  ChangeSet changes;
  std::vector<const RemoteRow*> exits;
  for (const RemoteRow& row : rows) {
    if (row.what == RemoteRow::What::Conflict) {
      if (auto done = takeConflict(row); !done) return done;
    } else if (row.what == RemoteRow::What::Exit) {
      if (!isPlanted(Plant::KeepForeign)) exits.push_back(&row);
    } else if (row.what == RemoteRow::What::Activity) {
      int unknown = 0;
      auto read = decodeChangeSet("{\"a\":[" + row.body + "]}", &unknown);
      if (!read || read->activities.empty()) continue;  // of a kind that a newer program knows
      read->activities.front().isVoid = row.version != 0;
      changes.activities.push_back(std::move(read->activities.front()));
    } else {
      const KindRow* kind = findKindRow(row.kind);
      if (!kind) continue;
      const auto version = versionOf(row.kind, row.id);
      if (!version) return version.error();
      // A heartbeat renews a claim outside the ledger: after a restore nobody brings its versions
      // back, and what comes down is always the newest.
      if (row.version < *version && row.kind != "claim") continue;
      EntityChange change = wholeRow(*kind, row);
      const auto isCovered = overlay(journal, change);
      if (!isCovered) return isCovered.error();
      if (*isCovered && !isPlanted(Plant::ForgetShadow)) {
        if (auto kept = keepRow(row); !kept) return kept;
      }
      changes.entities.push_back(std::move(change));
    }
  }
  // A household finds its community's name, a ticket its household, whatever the order they came
  // in.
  if (auto done = m_projector.apply(changes, touched); !done) return done;
  // A ticket takes its text along; a text that goes alone leaves its ticket, which is another's
  // work.
  std::stable_partition(exits.begin(), exits.end(),
                        [](const RemoteRow* row) { return row->kind == "ticket"; });
  for (const RemoteRow* row : exits) {
    const auto own = pendingOf(row->id);
    if (!own) return own.error();
    // What is still on its way there is judged there.
    if (!findKindRow(row->kind)) continue;
    if (!own->empty()) {
      if (auto kept = keepRow(*row); !kept) return kept;
      continue;
    }
    // Values that lost are as foreign as those that stand.
    Statement& forget = m_database.prepared(
        "conflict_forget", QStringLiteral("DELETE FROM conflict WHERE thing = ? AND (kind = ? OR"
                                          " (? = 'ticket' AND kind = 'ticket_text'))"));
    const QString kind = QString::fromLatin1(row->kind);
    forget.bindAll(row->id.toRfc4122(), kind, kind);
    if (auto forgotten = forget.run(); !forgotten) return forgotten;
    auto done = row->kind == "ticket_text" ? blank(*row, touched)
                                           : m_projector.remove(row->kind, row->id, touched);
    if (!done) return done;
    // It may have been the last that was known of the ticket of this id.
    if (auto dropped = dropStub(row->id, touched); !dropped) return dropped;
  }
  m_decoded.clear();
  return {};
}

Result<void> Shadow::blank(const RemoteRow& row, Touched& touched) {
  const KindRow* kind = findKindRow(row.kind);
  Statement& read =
      m_database.prepared("shadow_text", QStringLiteral("SELECT 1 FROM ticket_text WHERE id = ?"));
  const auto found = read.bindAll(row.id.toRfc4122()).step();
  if (!found) return found.error();
  if (!*found) return {};
  read.reset();
  ChangeSet changes;
  changes.entities.push_back(wholeRow(*kind, {row.what, row.kind, row.id, 0, "{}"}));
  return m_projector.apply(changes, touched);
}

Result<bool> Shadow::isRefused(qint64 sequence) {
  Statement& read =
      m_database.prepared("refused", QStringLiteral("SELECT 1 FROM refused WHERE sequence = ?"));
  const auto found = read.bindAll(sequence).step();
  if (!found) return found.error();
  const bool isIn = *found;
  read.reset();
  return isIn;
}

Result<void> Shadow::withdraw(qint64 sequence, const ChangeSet& changes, Touched& touched) {
  Statement& remember = m_database.prepared(
      "refused_write", QStringLiteral("INSERT OR IGNORE INTO refused(sequence) VALUES(?)"));
  if (auto done = remember.bindAll(sequence).run(); !done) return done;
  for (const Activity& activity : changes.activities) {
    if (isPlanted(Plant::KeepRefused)) break;
    if (auto done = m_projector.removeActivity(activity, touched); !done) return done;
    if (auto done = dropStub(activity.ticket.uuid(), touched); !done) return done;
  }
  return {};
}

Result<void> Shadow::dropStub(const QUuid& ticket, Touched& touched) {
  const auto known = layer();
  if (!known) return known.error();
  // Before the first copy nothing is the server's: what is here is own work, and noted nowhere.
  if (known->epoch.isNull()) return {};
  const auto version = versionOf("ticket", ticket);
  if (!version) return version.error();
  const auto own = pendingOf(ticket);
  if (!own) return own.error();
  if (*version != 0 || !own->empty()) return {};
  Statement& read = m_database.prepared(
      "stub_records", QStringLiteral("SELECT 1 FROM activity a JOIN ticket t ON t.row ="
                                     " a.ticket_row WHERE t.id = ? LIMIT 1"));
  const auto found = read.bindAll(ticket.toRfc4122()).step();
  if (!found) return found.error();
  if (*found) {
    read.reset();
    return {};
  }
  return m_projector.remove("ticket", ticket, touched);
}

Result<void> Shadow::stampClaims(ChangeSet& changes, const AgentId& by) {
  QSet<QUuid> tickets;
  for (const EntityChange& change : changes.entities) {
    if (change.kind == "ticket" || change.kind == "ticket_text") tickets.insert(change.id);
  }
  for (const Activity& activity : changes.activities) tickets.insert(activity.ticket.uuid());
  Statement& read = m_database.prepared(
      "claim_of", QStringLiteral("SELECT epoch, token FROM claim WHERE id = ? AND agent = ?"));
  for (const QUuid& ticket : std::as_const(tickets)) {
    const auto found = read.bindAll(ticket.toRfc4122(), by.bytes()).step();
    if (!found) return found.error();
    if (!*found) continue;
    changes.claims.push_back(
        {TicketId(ticket), EpochId::fromBytes(read.bytes(0)).uuid(), read.int64(1)});
    read.reset();
  }
  return {};
}

Result<QList<TicketId>> Shadow::inHand(const AgentId& by, Instant now) {
  Statement& read = m_database.prepared(
      "claims_in_hand",
      QStringLiteral("SELECT id FROM claim WHERE agent = ? AND (until IS NULL OR until > ?)"));
  read.bindAll(by.bytes(), toMs(now - claimForgottenAfter));
  QList<TicketId> tickets;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    tickets << TicketId::fromBytes(read.bytes(0));
  }
}

Result<void> Shadow::stamp(ChangeSet& changes, const AgentId& by) {
  const auto known = layer();
  if (!known) return known.error();
  if (known->epoch.isNull()) return {};
  if (!by.isNull()) {
    if (auto done = stampClaims(changes, by); !done) return done;
  }
  for (EntityChange& change : changes.entities) {
    const KindRow* kind = findKindRow(change.kind);
    if (!kind) continue;
    const auto version = versionOf(change.kind, change.id);
    if (!version) return version.error();
    change.base = *version;
    if (*version == 0) continue;
    changes.epoch = known->epoch;
    for (const auto& [name, value] : change.fields) {
      const int column = kind->columnIndex(name);
      if (column < 0 || kind->columns[static_cast<size_t>(column)].merge != MergeRule::Text) {
        continue;
      }
      const QByteArray statement = "seen_" + change.kind + '_' + name;
      Statement& read = m_database.prepared(
          statement.constData(), QStringLiteral("SELECT ") % QLatin1String(name) %
                                     QStringLiteral(" FROM ") % QLatin1String(change.kind) %
                                     QStringLiteral(" WHERE id = ?"));
      const auto found = read.bindAll(change.id.toRfc4122()).step();
      if (!found) return found.error();
      if (!*found) continue;
      change.seen.emplace_back(name, read.text(0));
      read.reset();
    }
  }
  return {};
}

Result<std::vector<ConflictRow>> Shadow::conflicts(int limit) {
  Statement& read = m_database.prepared(
      "conflicts", QStringLiteral("SELECT id, kind, thing, field, kept, lost, kept_by, lost_by,"
                                  " kept_agent, lost_agent, at"
                                  " FROM conflict ORDER BY at DESC, id LIMIT ?"));
  read.bindAll(limit);
  std::vector<ConflictRow> rows;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return rows;
    rows.push_back({QUuid::fromRfc4122(read.bytes(0)), read.text(1).toLatin1(),
                    QUuid::fromRfc4122(read.bytes(2)), read.text(3).toLatin1(),
                    read.text(4).toUtf8(), read.text(5).toUtf8(),
                    WorkstationId::fromBytes(read.bytes(6)),
                    WorkstationId::fromBytes(read.bytes(7)), AgentId::fromBytes(read.bytes(8)),
                    AgentId::fromBytes(read.bytes(9)), instantFromMs(read.int64(10))});
  }
}

Result<qint64> Shadow::pendingCount() {
  Statement& read = m_database.prepared(
      "pending_count", QStringLiteral("SELECT count(DISTINCT sequence) FROM pending"));
  const auto found = read.step();
  if (!found) return found.error();
  const qint64 count = read.int64(0);
  read.reset();
  return count;
}

}  // namespace yingda
