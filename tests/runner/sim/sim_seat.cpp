// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, dying, saving and looking, as the services do it.
#include "tests/runner/sim/sim_seat.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include "core/base/invariant.h"
#include "core/domain/claim.h"
#include "core/store/field_sql.h"
#include "core/store/new_operations.h"
#include "core/store/ticket_queries.h"
#include "core/sync/fork.h"
#include "tests/runner/sim/model_server.h"

namespace yingda::sim {

namespace {

DerivedDue noDue(const Ticket& ticket, const std::vector<Activity>& activities) {
  // Any pure function of what is known will do to see whether all seats know the same.
  qint64 sum = toMs(ticket.receivedAt);
  for (const Activity& activity : activities) {
    if (!activity.isVoid) sum += toMs(activity.at) % 100'000;
  }
  return {sum, QStringLiteral("M1")};
}

}  // namespace

QString pictureValue(const QJsonValue& value) {
  if (value.isString()) return value.toString();
  return value.isDouble() ? QString::number(value.toInteger()) : QString();
}

SimSeat::SimSeat(const QString& folder, const ManualClock& world, quint64 seed, Gateway& gateway,
                 SeatDisk disk)
    : clock(world),
      agent(AgentId(QUuid::createUuidV5(QUuid(), QString::number(seed)))),
      m_world(world),
      m_folder(folder),
      m_disk(std::move(disk)),
      m_random(seed),
      m_gateway(gateway),
      m_blobs(folder, ModelServer::blobChunk) {
  QDir().mkpath(folder);
  open();
}

SimSeat::~SimSeat() = default;

bool SimSeat::open() {
  auto journal = Journal::open(m_folder, clock, m_random, journalOptions());
  if (!journal) return false;
  m_journal = std::move(*journal);
  CacheOptions cacheOptions;
  cacheOptions.vfs = m_disk.vfs;
  auto cache = Cache::open(m_folder, clock, noDue, cacheOptions);
  if (!cache) return false;
  m_cache = std::move(*cache);
  if (!m_cache->belongTo(*m_journal)) return false;
  m_facts = std::make_unique<JournalFacts>(*m_journal);
  m_store = std::make_unique<LocalStore>(m_folder, clock, noDue, *m_journal, *m_facts, *m_cache,
                                         cacheOptions);
  SeatCard card;
  card.secret = secret();
  card.label = QStringLiteral("seat");
  card.localAgents = {agent.uuid()};
  m_engine = std::make_unique<SyncEngine>(m_gateway, *m_store, clock, m_random, card);
  // Nobody can set it, whatever the seat's own clock says.
  m_engine->setSteadyClock([this] { return Milliseconds(toMs(m_world.now())); });
  SeatPresence presence;
  presence.agent = agent;
  m_engine->setPresence(presence);
  BlobNeeds needs;
  needs.wanted = [this]() -> Result<std::vector<WantedBlob>> {
    std::vector<WantedBlob> wanted;
    for (const auto& [ticket, one] : attachments()) {
      wanted.push_back({{one.sha256, one.bytes}, ticket.uuid()});
    }
    return wanted;
  };
  m_lane = std::make_unique<BlobLane>(m_gateway, m_blobs, std::move(needs));
  m_lane->setSteadyClock([this] { return Milliseconds(toMs(m_world.now())); });
  return true;
}

JournalOptions SimSeat::journalOptions() const {
  JournalOptions options;
  options.vfs = m_disk.vfs;
  options.sync = m_disk.sync;
  return options;
}

QByteArray SimSeat::secret() {
  // Whoever has a copy of the disk has the same.
  const QByteArray seat = m_journal->workstation().bytes();
  return seat + seat;
}

bool SimSeat::takeNewSeat() {
  const auto fork = forkOf(m_gateway, *m_store);
  const bool isBroken = m_engine->status().stop == SyncStop::Chain;
  if (!fork || fork->refusal != Refusal::None || !(fork->isThere || isBroken)) return false;
  NewSeat seat;
  seat.workstation = successorOf(m_journal->workstation(), *fork, clock, m_random);
  seat.known = fork->known;
  const QByteArray own = seat.workstation.bytes();
  const auto taken = m_gateway.succeed(seat.workstation, own + own, QStringLiteral("seat"),
                                       {m_journal->workstation(), secret()});
  if (!taken || taken->refusal != Refusal::None) return false;
  seat.code = taken->code;
  seat.facts = {{attentionFact(), QByteArray("")}};
  close();
  Cache::removeNext(m_folder);
  const auto renewed = Journal::renew(m_folder, clock, m_random, seat, journalOptions());
  // What was hidden is looked for by the numbers of the new journal.
  m_lastSequence = 0;
  return open() && renewed;
}

void SimSeat::close() {
  m_lane.reset();
  m_engine.reset();
  m_store.reset();
  m_facts.reset();
  m_cache.reset();
  m_journal.reset();
}

bool SimSeat::crash(bool losesCache) {
  close();
  if (losesCache) {
    for (const auto* suffix : {"", "-wal", "-shm"}) {
      QFile::remove(Cache::fileIn(m_folder) % QLatin1String(suffix));
    }
  }
  return open();
}

Milliseconds SimSeat::step() {
  Touched touched;
  for (;;) {
    const auto done = m_cache->catchUp(*m_journal, Milliseconds(1000), touched);
    if (!done) return Milliseconds(1000);
    if (*done) break;
  }
  const Milliseconds wait = m_engine->step();
  if (wait > Milliseconds(0) && m_engine->status().phase == SyncPhase::Live) {
    (void)m_lane->step(m_engine->hello().epoch, false);
  }
  return wait;
}

std::vector<std::pair<TicketId, Attachment>> SimSeat::attachments() {
  std::vector<std::pair<TicketId, Attachment>> all;
  for (const TicketId& id : tickets()) {
    for (Attachment& one : attachmentsOf(ticket(id).activities)) {
      all.emplace_back(id, std::move(one));
    }
  }
  return all;
}

bool SimSeat::save(const QString& kind, ChangeSet changes) {
  for (Activity& activity : changes.activities) {
    if (activity.id.isNull()) activity.id = ActivityId::make(clock, m_random);
  }
  if (!m_cache->stamp(changes, agent)) return false;
  m_lastSaved = changes;
  const auto operations = operationsFor(agent, kind, std::move(changes));
  if (!m_journal->append(operations)) return false;
  m_lastSequence = m_journal->lastSequence();
  m_engine->wake();
  Touched touched;
  // A projection that fails is done again later; the save stands.
  (void)m_cache->catchUp(*m_journal, Milliseconds(1000), touched);
  return true;
}

QHash<QUuid, qint64> SimSeat::believed() {
  QHash<QUuid, qint64> tickets;
  Statement& read = m_cache->database().prepared(
      "sim_claims", QStringLiteral("SELECT id, epoch, token FROM claim WHERE agent = ?"));
  read.bindAll(agent.bytes());
  for (;;) {
    const auto found = read.step();
    YINGDA_INVARIANT(found, "claims");
    if (!*found) return tickets;
    const QUuid ticket = QUuid::fromRfc4122(read.bytes(0));
    const Lease lease = m_engine->leases().value(ticket);
    const bool isSame = lease.epoch == EpochId::fromBytes(read.bytes(1)).uuid() &&
                        lease.token == read.int64(2) && !read.isNull(2);
    if (isSame && Milliseconds(toMs(m_world.now())) < lease.until) {
      tickets.insert(ticket, lease.token);
    }
  }
}

std::vector<TicketId> SimSeat::tickets() {
  std::vector<TicketId> ids;
  Statement& read = m_cache->database().prepared(
      "sim_tickets", QStringLiteral("SELECT id FROM ticket ORDER BY id"));
  for (;;) {
    const auto found = read.step();
    YINGDA_INVARIANT(found, "tickets");
    if (!*found) return ids;
    ids.push_back(TicketId::fromBytes(read.bytes(0)));
  }
}

SeenTicket SimSeat::ticket(const TicketId& id) {
  TicketQueries queries(m_cache->database());
  const auto stored = queries.byId(id);
  YINGDA_INVARIANT(stored, "ticket");
  auto activities = queries.activities(stored->row);
  YINGDA_INVARIANT(activities, "activities");
  return {stored->ticket, stored->text, std::move(*activities)};
}

QString SimSeat::hiddenWork(qint64 arrived) {
  if (m_lastSequence <= arrived) return {};
  const auto refused = m_store->attention();
  for (const Attention& one : *refused) {
    if (one.sequence == m_lastSequence) return {};
  }
  for (const EntityChange& change : m_lastSaved.entities) {
    const KindRow* kind = findKindRow(change.kind);
    // What a server says of a claim is never the very wish; the other kinds show the overlay.
    if (!kind || change.kind == "agent_secret" || change.kind == "claim") continue;
    for (const auto& [name, value] : change.fields) {
      const QByteArray statement = "sim_own_" + change.kind + name;
      Statement& read = m_cache->database().prepared(
          statement.constData(), QStringLiteral("SELECT ") % QLatin1String(name) %
                                     QStringLiteral(" FROM ") % QLatin1String(change.kind) %
                                     QStringLiteral(" WHERE id = ?"));
      const auto found = read.bindAll(change.id.toRfc4122()).step();
      YINGDA_INVARIANT(found, "own work");
      const FieldType type = kind->columns[static_cast<size_t>(kind->columnIndex(name))].type;
      const bool isShown = *found && readField(read, 0, type) == value;
      if (*found) read.reset();
      if (!isShown) return QLatin1String(change.kind) % u' ' % QLatin1String(name);
    }
  }
  return {};
}

QMap<QString, QString> SimSeat::rows() {
  QMap<QString, QString> picture;
  for (const KindRow& kind : allKindRows()) {
    if (kind.kind == "agent_secret") continue;
    QString columns = QStringLiteral("id");
    for (const auto& column : kind.columns) {
      columns += QStringLiteral(", ") % QLatin1String(column.name);
    }
    const QByteArray name = "sim_rows_" + kind.kind;
    Statement& read = m_cache->database().prepared(
        name.constData(),
        QStringLiteral("SELECT ") % columns % QStringLiteral(" FROM ") % QLatin1String(kind.kind));
    for (;;) {
      const auto found = read.step();
      YINGDA_INVARIANT(found, "rows");
      if (!*found) break;
      const QUuid id = QUuid::fromRfc4122(read.bytes(0));
      const QString prefix =
          QLatin1String(kind.kind) % u'/' % id.toString(QUuid::WithoutBraces) % u'/';
      for (size_t i = 0; i < kind.columns.size(); ++i) {
        const FieldValue value = readField(read, static_cast<int>(i) + 1, kind.columns[i].type);
        const QString text = pictureValue(toJson(value));
        // A ticket's place in the file is made from it before the server's row is there.
        const bool isDerivedZero = kind.columns[i].name == "received_at" && text == u"0";
        if (!text.isEmpty() && !isDerivedZero) {
          picture.insert(prefix % QLatin1String(kind.columns[i].name), text);
        }
      }
    }
  }
  Statement& read = m_cache->database().prepared(
      "sim_activities", QStringLiteral("SELECT a.id, a.kind, a.is_void, t.id FROM activity a"
                                       " JOIN ticket t ON t.row = a.ticket_row"));
  for (;;) {
    const auto found = read.step();
    YINGDA_INVARIANT(found, "rows");
    if (!*found) break;
    picture.insert(QStringLiteral("activity/") %
                       QUuid::fromRfc4122(read.bytes(0)).toString(QUuid::WithoutBraces),
                   read.text(1) % u' ' % QString::number(read.int64(2)) % u' ' %
                       QUuid::fromRfc4122(read.bytes(3)).toString(QUuid::WithoutBraces));
  }
  return picture;
}

}  // namespace yingda::sim
