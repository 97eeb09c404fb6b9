// SPDX-License-Identifier: GPL-3.0-or-later
// The seed's story, and the judgement at its end.
#include "tests/runner/sim/world.h"

#include <QBuffer>
#include <QJsonDocument>
#include <algorithm>
#include <filesystem>

#include "core/base/invariant.h"
#include "core/domain/agent.h"
#include "core/domain/attachment.h"
#include "core/domain/claim.h"
#include "core/domain/group_event.h"
#include "core/domain/household.h"
#include "core/domain/promise.h"
#include "core/domain/tie.h"

namespace yingda::sim {

namespace {

constexpr int quietRoundsMax = 3000;
constexpr qsizetype problemsMax = 20;
constexpr qint64 neverMs = 4'000'000'000'000;
constexpr qint64 startMs = 1'773'000'000'000;
constexpr size_t seatsMost = 7;

QString textOf(const QUuid& id) { return id.toString(QUuid::WithoutBraces); }

bool hasLostSeat(SimSeat& seat) {
  const SyncStatus& status = seat.engine().status();
  return status.phase == SyncPhase::Stopped &&
         (status.stop == SyncStop::Clone || status.stop == SyncStop::Chain);
}

void addRecords(const QByteArray& payload, std::multiset<QUuid>& records) {
  const auto changes = decodeChangeSet(payload);
  if (!changes) return;
  for (const Activity& activity : changes->activities) records.insert(activity.id.uuid());
}

QUuid epochOf(quint64 seed, int life) {
  return QUuid::createUuidV5(QUuid(), QStringLiteral("epoch %1 %2").arg(seed).arg(life));
}

}  // namespace

World::World(quint64 seed, const WorldOptions& options)
    : m_seed(seed),
      m_options(options),
      m_random(seed * 7919 + 1),
      m_clock(instantFromMs(startMs)),
      m_server(options.epoch.isNull() ? epochOf(seed, 0) : options.epoch) {
  // Each seed has its own climate: most faults are rare, some are frequent.
  const auto rate = [this](int most) {
    return chance(300) ? 0 : static_cast<int>(below(static_cast<quint64>(most)));
  };
  m_weather = {rate(200), rate(200), rate(150), rate(150)};
  // Small pages, so that their edges are met often; or large ones, so that a seat is not busy with
  // its first copy all the time.
  m_weather.page = chance(400) ? 6 : 100;
  m_rates = {150 + static_cast<int>(below(350)),
             rate(20),
             200,
             rate(30),
             100,
             70,
             rate(20),
             rate(15),
             rate(10),
             rate(20),
             rate(60),
             rate(24),
             rate(8)};
  if (options.isRecorded) {
    m_rates.copy = 0;
    m_rates.restore = 0;
    m_rates.rights = 0;
    m_server.carried.emplace();
  }
  const QString folder = options.folder.isEmpty() ? m_temporary.path() : options.folder;
  for (int i = 0; i < options.seats; ++i) {
    m_gateways.push_back(std::make_unique<FaultyGateway>(m_server, m_random, m_weather, m_late));
    m_gateways.back()->uploader = i;
    m_seats.push_back(std::make_unique<SimSeat>(folder % QStringLiteral("/seat%1").arg(i), m_clock,
                                                seed * 100 + static_cast<quint64>(i) + 1,
                                                *m_gateways.back()));
  }
  // The first sees everything; in some worlds the others do, too.
  m_hasSites = chance(500);
  for (size_t i = 1; m_hasSites && i < m_seats.size(); ++i) {
    if (chance(600)) giveSites(i);
  }
}

World::~World() = default;

bool World::chance(int ofThousand) { return below(1000) < static_cast<quint64>(ofThousand); }

void World::note(const QString& what) { m_trace.addData(what.toUtf8()); }

void World::fail(const QString& what) {
  if (m_verdict.problems.size() < problemsMax) m_verdict.problems << what;
}

CommunityId World::site() {
  return CommunityId(
      QUuid::createUuidV5(QUuid(), QStringLiteral("community %1 %2").arg(m_seed).arg(below(3))));
}

void World::giveSites(size_t index) {
  Sites sites;
  if (chance(700)) sites << site().uuid();
  if (!sites.isEmpty() && chance(400)) sites << site().uuid();
  m_server.sites[m_seats[index]->journal().workstation().uuid()] = sites;
  note(QStringLiteral("sites %1 %2").arg(index).arg(sites.size()));
}

void World::newTicket(SimSeat& seat) {
  Ticket ticket;
  ticket.id = TicketId::make(seat.clock, seat.random());
  const auto number = seat.journal().takeNumber();
  if (number) ticket.number = number->digits();
  ticket.receivedAt = seat.clock.now();
  ticket.firstReceiver = seat.agent;
  ticket.level = static_cast<Level>(below(4));
  if (chance(800)) ticket.community = site();
  TicketText text;
  text.id = ticket.id;
  text.title = QStringLiteral("漏水 %1").arg(below(100));
  text.request = QStringLiteral("厨房漏水\n三楼\n业主很急");
  ChangeSet changes;
  changes.create(ticketFields(), ticket.id, ticket);
  changes.create(ticketTextFields(), ticket.id, text);
  Activity contact;
  contact.ticket = ticket.id;
  contact.kind = ActivityKind::Contact;
  contact.at = seat.clock.now();
  contact.by = seat.agent;
  changes.activities.push_back(contact);
  if (chance(200)) {
    Community community;
    community.id = site();
    community.name = QStringLiteral("云杉府 %1").arg(below(5));
    changes.create(communityFields(), community.id, community);
  }
  YINGDA_INVARIANT(seat.save(QStringLiteral("ticket"), std::move(changes)), "saved");
}

void World::editTicket(SimSeat& seat) {
  const auto ids = seat.tickets();
  if (ids.empty()) return newTicket(seat);
  const SeenTicket seen = seat.ticket(ids[below(ids.size())]);
  Ticket ticket = seen.ticket;
  TicketText text = seen.text;
  ActivityKind kind = ActivityKind::Progress;
  switch (below(9)) {
    case 0:
      ticket.level = static_cast<Level>(below(4));
      kind = ActivityKind::LevelChanged;
      break;
    case 1:
      ticket.category = QStringLiteral("R%1").arg(below(9));
      kind = ActivityKind::CategoryChanged;
      break;
    case 2:
      ticket.holder = AgentId(QUuid::createUuidV5(QUuid(), QString::number(below(5))));
      ticket.holderName = QStringLiteral("张工%1").arg(below(5));
      ticket.department = QStringLiteral("repair%1").arg(below(2));
      kind = ActivityKind::HolderChanged;
      break;
    case 3: {
      QStringList lines = text.request.split(u'\n');
      lines[static_cast<qsizetype>(below(static_cast<quint64>(lines.size())))] +=
          QStringLiteral(" 补%1").arg(below(100));
      if (chance(300)) lines << QStringLiteral("又来电 %1").arg(below(100));
      if (chance(10)) lines << QString(12'000, u'长');
      text.request = lines.join(u'\n');
      kind = ActivityKind::Edited;
      break;
    }
    case 4:
      text.title = QStringLiteral("题 %1").arg(below(1000));
      kind = ActivityKind::Edited;
      break;
    case 5:
      if (ticket.stage == Stage::Archived) {
        ++ticket.cycle;
        ticket.stage = Stage::Accepted;
        kind = ActivityKind::Reopened;
      } else {
        ticket.stage = static_cast<Stage>(static_cast<int>(ticket.stage) + 1);
        kind = ActivityKind::StageChanged;
      }
      break;
    case 6:
      ticket.solution = QStringLiteral("solved%1").arg(below(3));
      break;
    case 7:
      ticket.community = site();
      kind = ActivityKind::HouseholdChanged;
      break;
    default:
      break;
  }
  ChangeSet changes;
  changes.update(ticketFields(), ticket.id, seen.ticket, ticket);
  changes.update(ticketTextFields(), ticket.id, seen.text, text);
  Activity activity;
  activity.ticket = ticket.id;
  activity.kind = kind;
  activity.at = seat.clock.now();
  activity.by = seat.agent;
  changes.activities.push_back(activity);
  YINGDA_INVARIANT(seat.save(QStringLiteral("edit"), std::move(changes)), "saved");
}

void World::poison(SimSeat& seat) {
  // Of a ticket that nobody knows, with a record that no server could read.
  const TicketId id = TicketId::make(seat.clock, seat.random());
  ChangeSet changes;
  Ticket ticket;
  ticket.id = id;
  ticket.receivedAt = seat.clock.now();
  changes.create(ticketFields(), id, ticket);
  changes.entities.push_back({"", id.uuid(), {}});
  Activity contact;
  contact.ticket = id;
  contact.kind = ActivityKind::Contact;
  contact.at = seat.clock.now();
  changes.activities.push_back(contact);
  YINGDA_INVARIANT(seat.save(QStringLiteral("poison"), std::move(changes)), "saved");
}

void World::tieTickets(SimSeat& seat) {
  const auto ids = seat.tickets();
  if (ids.size() < 2) return newTicket(seat);
  const TicketId one = ids[below(ids.size())];
  const TicketId two = ids[below(ids.size())];
  if (one == two) return;
  Tie tie;
  tie.id = tieIdOf(one, two);
  tie.original = std::min(one, two);
  tie.other = std::max(one, two);
  tie.kind = static_cast<TieKind>(below(5));
  tie.by = seat.agent;
  tie.at = seat.clock.now();
  ChangeSet changes;
  changes.create(tieFields(), tie.id, tie);
  YINGDA_INVARIANT(seat.save(QStringLiteral("tie"), std::move(changes)), "saved");
}

void World::promise(SimSeat& seat) {
  const auto ids = seat.tickets();
  if (ids.empty()) return newTicket(seat);
  Promise promise;
  promise.id = PromiseId::make(seat.clock, seat.random());
  promise.ticket = ids[below(ids.size())];
  promise.what = QStringLiteral("到场");
  promise.madeBy = seat.agent;
  promise.madeAt = seat.clock.now();
  promise.dueAt = promise.madeAt + Milliseconds(3'600'000);
  ChangeSet changes;
  changes.create(promiseFields(), promise.id, promise);
  YINGDA_INVARIANT(seat.save(QStringLiteral("promise"), std::move(changes)), "saved");
}

void World::groupEvent(SimSeat& seat) {
  const auto ids = seat.tickets();
  if (ids.empty()) return newTicket(seat);
  // Of a few events, so that two seats write one and put the same ticket into two.
  const auto number = below(3);
  GroupEvent event;
  event.id =
      EventId(QUuid::createUuidV5(QUuid(), QStringLiteral("event %1 %2").arg(m_seed).arg(number)));
  event.title = QString::number(below(1000));
  event.statement = QStringLiteral("第一行\n%1\n第三行").arg(below(1000));
  event.firstAgent = seat.agent;
  event.firstAt = seat.clock.now();
  event.openedBy = seat.agent;
  event.openedAt = seat.clock.now();
  if (chance(300)) event.closedAt = seat.clock.now();
  ChangeSet changes;
  changes.create(groupEventFields(), event.id, event);
  const SeenTicket seen = seat.ticket(ids[below(ids.size())]);
  Ticket named = seen.ticket;
  named.event = event.id;
  changes.update(ticketFields(), named.id, seen.ticket, named);
  YINGDA_INVARIANT(seat.save(QStringLiteral("event"), std::move(changes)), "saved");
}

void World::claim(SimSeat& seat) {
  const auto ids = seat.tickets();
  if (ids.empty()) return;
  // Always the same few, so that people meet.
  const TicketId ticket = ids[below(std::min<quint64>(ids.size(), 2))];
  const bool isForced = chance(150);
  ChangeSet changes;
  changes.entities.push_back(
      chance(300) ? releaseClaim(ticket, isForced)
                  : takeClaim(ticket, seat.agent, seat.journal().workstation(), seat.clock.now(),
                              isForced, isForced ? claimReasons().first() : QString()));
  YINGDA_INVARIANT(seat.save(claimOperationKind(), std::move(changes)), "saved");
}

void World::attach(SimSeat& seat) {
  const auto ids = seat.tickets();
  if (ids.empty()) return newTicket(seat);
  const TicketId ticket = ids[below(ids.size())];
  // Of a few contents, so that one is attached twice.
  QByteArray bytes = SeededRandom(below(12)).bytes(static_cast<int>(1 + 7 * below(12)));
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::ReadOnly);
  const auto blob = seat.blobs().add(buffer);
  YINGDA_INVARIANT(blob && seat.blobs().owe(*blob, ticket.uuid()), "kept");
  Attachment attachment;
  attachment.sha256 = blob->sha256;
  attachment.bytes = blob->bytes;
  attachment.name = QStringLiteral("现场.jpg");
  Activity activity;
  activity.ticket = ticket;
  activity.kind = ActivityKind::Attached;
  activity.at = seat.clock.now();
  activity.by = seat.agent;
  activity.data = attachmentRecord(attachment);
  ChangeSet changes;
  changes.activities.push_back(activity);
  YINGDA_INVARIANT(seat.save(QStringLiteral("ticket"), std::move(changes)), "saved");
  seat.lane().wake();
  ++m_verdict.attachments;
}

void World::act(SimSeat& seat) {
  if (chance(80)) {
    attach(seat);
  } else if (chance(15)) {
    poison(seat);
  } else if (chance(15)) {
    ChangeSet changes;
    changes.create(agentSecretFields(), seat.agent, AgentSecret{seat.agent, QStringLiteral("h")});
    YINGDA_INVARIANT(seat.save(QStringLiteral("agent"), std::move(changes)), "saved");
  } else if (chance(50)) {
    tieTickets(seat);
  } else if (chance(50)) {
    promise(seat);
  } else if (chance(50)) {
    groupEvent(seat);
  } else if (chance(15)) {
    handOver(seat);
  } else if (chance(250)) {
    claim(seat);
  } else if (chance(250)) {
    newTicket(seat);
  } else {
    editTicket(seat);
  }
  ++m_verdict.operations;
}

void World::handOver(SimSeat& seat) {
  const AgentId holder(QUuid::createUuidV5(QUuid(), QString::number(below(5))));
  const auto ids = seat.tickets();
  const size_t most = below(ids.size() + 1);
  for (size_t i = 0; i < most; ++i) {
    const Ticket before = seat.ticket(ids[i]).ticket;
    Ticket after = before;
    after.holder = holder;
    after.holderName = QStringLiteral("张工");
    ChangeSet changes;
    changes.update(ticketFields(), before.id, before, after);
    if (changes.entities.empty()) continue;
    YINGDA_INVARIANT(seat.save(QStringLiteral("handover"), std::move(changes)), "saved");
    ++m_verdict.operations;
  }
}

void World::finishLate(size_t index) {
  const LateRequest request = m_late[index];
  m_late.erase(m_late.begin() + static_cast<std::ptrdiff_t>(index));
  (void)m_server.apply(request.seat, request.epoch, request.operations, request.reject, request.xid,
                       request.rights);
}

void World::restore() {
  if (!m_backup) return;
  ++m_verdict.restores;
  quint64 seen = 0;
  for (const auto& seat : m_seats) {
    const auto layer = seat->store().layer();
    const auto reach = [](const QByteArray& position) { return position.toULongLong(nullptr, 16); };
    if (layer && layer->epoch == m_server.state.epoch) {
      seen = std::max({seen, layer->cursor, reach(layer->position)});
    }
    const auto copy = seat->store().hydration();
    if (copy && *copy && (*copy)->epoch == m_server.state.epoch) {
      seen = std::max({seen, (*copy)->ceiling, reach((*copy)->position)});
    }
  }
  const quint64 later = m_server.state.nextXid;
  m_server.state = *m_backup;
  m_server.endAll();
  m_late.clear();
  m_writers.clear();
  const QUuid before = m_server.state.epoch;
  if (chance(500)) {
    // An administrator says that it was restored.
    m_server.state.epoch = QUuid::createUuidV5(before, QString::number(later));
  } else {
    // Who has seen most greets first, before the numbers have caught up.
    (void)m_server.hello(QUuid(), before, seen);
  }
  if (m_server.state.epoch != before) m_backup.reset();
  m_stages.clear();
  // A server that was put back was down, and every connection to it is gone.
  for (const auto& seat : m_seats) seat->engine().reconnect();
  for (size_t i = 0; i < m_seats.size(); ++i) {
    m_beforeRestore[i] = m_seats[i]->engine().othersAt();
  }
  m_server.forced.clear();
  note(QStringLiteral("restore"));
}

void World::copyDisk(size_t index) {
  SimSeat& seat = *m_seats[index];
  const size_t copy = m_seats.size();
  const QString folder = seat.folder() % QStringLiteral(".copy%1").arg(copy);
  seat.close();
  std::filesystem::copy(seat.folder().toStdU16String(), folder.toStdU16String(),
                        std::filesystem::copy_options::recursive);
  YINGDA_INVARIANT(seat.open(), "seat opens");
  m_cursors.erase(index);
  m_gateways.push_back(std::make_unique<FaultyGateway>(m_server, m_random, m_weather, m_late));
  m_gateways.back()->uploader = static_cast<int>(copy);
  m_seats.push_back(std::make_unique<SimSeat>(
      folder, m_clock, m_seed * 100 + static_cast<quint64>(copy) + 1, *m_gateways.back()));
  note(QStringLiteral("copy %1").arg(index));
}

void World::changeSeat(size_t index) {
  SimSeat& seat = *m_seats[index];
  std::multiset<QUuid> records;
  const auto operations = seat.journal().read(0, 1'000'000);
  for (const Operation& one : *operations) addRecords(one.payload, records);
  const bool isTaken = seat.takeNewSeat();
  m_cursors.erase(index);
  if (!isTaken) return;
  ++m_verdict.newSeats;
  m_saved.insert(records.begin(), records.end());
  note(QStringLiteral("new seat %1").arg(index));
}

void World::disturb() {
  m_clock.advance(Milliseconds(static_cast<qint64>(below(2000))));
  // Leases run out, at times a breath before the other side knows.
  if (chance(m_rates.idle)) {
    const auto breath = static_cast<qint64>(below(20'000)) - 10'000;
    m_clock.advance(chance(500) ? claimLease + Milliseconds(breath)
                                : Milliseconds(static_cast<qint64>(below(400'000))));
  }
  m_server.nowMs = m_options.isRecorded ? neverMs : toMs(m_clock.now());
  const size_t index = below(m_seats.size());
  SimSeat& seat = *m_seats[index];
  FaultyGateway& way = *m_gateways[index];
  if (chance(m_rates.crash)) {
    ++m_verdict.crashes;
    YINGDA_INVARIANT(seat.crash(chance(m_rates.loseCache)), "seat opens");
    m_cursors.erase(index);
    note(QStringLiteral("crash %1").arg(index));
  }
  if (chance(m_rates.cut)) way.isCut = true;
  if (chance(m_rates.mend)) way.isCut = false;
  if (!m_late.empty() && chance(m_rates.late)) finishLate(below(m_late.size()));
  if (chance(m_rates.writer)) m_writers.push_back(m_server.open());
  if (!m_writers.empty() && chance(150)) {
    m_server.end(m_writers.back());
    m_writers.pop_back();
  }
  // Not while a transaction is half done: that it was finished later nobody could prove, should no
  // other have begun since. Such a restore needs an administrator's `db adopt`.
  if (chance(m_rates.backup) && !m_server.hasOpen()) m_backup = m_server.state;
  if (chance(m_rates.restore)) restore();
  if (m_seats.size() < seatsMost && chance(m_rates.copy)) copyDisk(index);
  if (chance(m_rates.skew)) {
    seat.clock.skew = Milliseconds(static_cast<qint64>(below(3 * 86'400'000)) - 86'400'000);
  }
  // Rights wait for what is being done with them.
  const auto isUnderWay = [&](const LateRequest& request) {
    return request.xid != 0 && request.seat == seat.journal().workstation().uuid();
  };
  const bool isFirst = seat.journal().workstation() == m_seats.front()->journal().workstation();
  if (m_hasSites && !isFirst && chance(m_rates.rights) &&
      std::none_of(m_late.begin(), m_late.end(), isUnderWay)) {
    giveSites(index);
  }
  if (chance(m_rates.act)) act(seat);
  (void)seat.step();
  // The bell only ends a rest: heard, lost or rung for nothing, the seat looks once more.
  WakeUp wakeUp;
  if (way.rest(wakeUp, {}, {}) == Roused::Bell) {
    (void)seat.step();
  }
  if (hasLostSeat(seat) && chance(300)) changeSeat(index);
  checkOwnWork(index);
  checkCursor(index);
  note(QStringLiteral("%1 %2 %3")
           .arg(index)
           .arg(static_cast<int>(seat.engine().status().phase))
           .arg(m_server.state.nextXid));
  checkStages();
  checkClaims();
}

void World::checkCursor(size_t index) {
  const auto layer = m_seats[index]->store().layer();
  if (!layer) return;
  const std::pair now{layer->epoch, layer->cursor};
  auto& before = m_cursors.try_emplace(index, now).first->second;
  if (before.first == now.first && now.second < before.second) {
    fail(QStringLiteral("I10 seat %1 read to %2 and stands at %3")
             .arg(index)
             .arg(before.second)
             .arg(now.second));
  }
  before = now;
}

void World::checkClaims() {
  std::map<QUuid, std::map<QUuid, qint64>> owners;
  for (const auto& [key, entity] : m_server.state.entities) {
    if (key.first != "claim") continue;
    const qint64 token = entity.body.value(QStringLiteral("token")).toInteger();
    const QUuid holder = m_server.holderOf(key.second);
    if (!holder.isNull()) owners[key.second][holder] = token;
  }
  for (size_t i = 0; i < m_seats.size(); ++i) {
    const auto old = m_beforeRestore.find(i);
    if (old != m_beforeRestore.end()) {
      if (m_seats[i]->engine().othersAt() == old->second) continue;
      m_beforeRestore.erase(old);
    }
    const auto believed = m_seats[i]->believed();
    if (!believed.isEmpty()) ++m_verdict.claims;
    for (auto it = believed.begin(); it != believed.end(); ++it) {
      // From whom it was taken learns of it a little later.
      const auto forced = m_server.forced.find(it.key());
      const bool wasTaken = forced != m_server.forced.end() && it.value() < forced->second;
      if (!wasTaken) owners[it.key()].try_emplace(m_seats[i]->agent.uuid(), it.value());
    }
  }
  for (const auto& [ticket, holders] : owners) {
    if (holders.size() < 2) continue;
    QStringList who;
    for (const auto& [agent, token] : holders) {
      who << QStringLiteral("%1 with %2").arg(textOf(agent)).arg(token);
    }
    fail(QStringLiteral("I6 %1 is in the hands of %2")
             .arg(textOf(ticket), who.join(QStringLiteral(", "))));
  }
}

void World::checkStages() {
  for (const auto& [key, entity] : m_server.state.entities) {
    if (key.first != "ticket") continue;
    const std::pair now{entity.body.value(QStringLiteral("cycle")).toInteger(0),
                        entity.body.value(QStringLiteral("stage")).toInteger(-1)};
    auto& highest = m_stages.try_emplace(key.second, now).first->second;
    if (now < highest) {
      fail(QStringLiteral("I5 a stage went back on %1 from %2/%3 to %4/%5")
               .arg(textOf(key.second))
               .arg(highest.first)
               .arg(highest.second)
               .arg(now.first)
               .arg(now.second));
    }
    highest = std::max(highest, now);
  }
}

void World::heal() {
  m_weather = {};
  while (!m_late.empty()) finishLate(m_late.size() - 1);
  m_server.endAll();
  m_writers.clear();
  for (auto& way : m_gateways) way->isCut = false;
  for (auto& seat : m_seats) seat->clock.skew = Milliseconds(0);
  m_clock.advance(Milliseconds(100'000'000));
  m_server.nowMs = m_options.isRecorded ? neverMs : toMs(m_clock.now());
  int quiet = 0;
  bool hasGreeted = false;
  for (m_verdict.rounds = 0; m_verdict.rounds < quietRoundsMax && quiet < 3; ++m_verdict.rounds) {
    bool isQuiet = true;
    const quint64 before = m_server.state.nextXid;
    for (size_t i = 0; i < m_seats.size(); ++i) {
      SimSeat& seat = *m_seats[i];
      seat.lane().wake();
      (void)seat.step();
      if (hasLostSeat(seat)) changeSeat(i);
      isQuiet = isQuiet && seat.engine().isQuiet() && seat.lane().isQuiet();
    }
    quiet = isQuiet && before == m_server.state.nextXid ? quiet + 1 : 0;
    if (quiet < 3 || hasGreeted) continue;
    // Who has nothing to send learns at its next greeting that another store has its seat.
    hasGreeted = true;
    quiet = 0;
    for (auto& seat : m_seats) seat->engine().reconnect();
  }
  if (quiet < 3) {
    fail(QStringLiteral("I12 no quiet"));
    for (size_t i = 0; i < m_seats.size(); ++i) {
      const SyncStatus& status = m_seats[i]->engine().status();
      fail(QStringLiteral("  seat %1 phase %2 stop %3 refusal %4 unsent %5")
               .arg(i)
               .arg(static_cast<int>(status.phase))
               .arg(static_cast<int>(status.stop))
               .arg(static_cast<int>(status.refusal))
               .arg(status.unsent));
    }
  }
}

void World::checkRecords(const Operation& operation, Taken result) {
  const auto changes = decodeChangeSet(operation.payload);
  if (!changes || result == Taken::Withheld) return;
  for (const Activity& activity : changes->activities) {
    const bool isThere = m_server.state.activities.contains(activity.id.uuid());
    if (isThere != (result == Taken::Applied || result == Taken::Repeated)) {
      fail(QStringLiteral("I4 a record of operation %1").arg(operation.header.sequence));
    }
  }
}

void World::checkOwnWork(size_t index) {
  SimSeat& seat = *m_seats[index];
  const auto layer = seat.store().layer();
  qint64 arrived = 0;
  const auto known = m_server.state.seats.find(seat.journal().workstation().uuid());
  if (layer && known != m_server.state.seats.end()) {
    for (const ModelOperation& one : known->second.ledger) {
      const bool isHere = one.xid < layer->cursor;
      if (isHere && layer->epoch == m_server.state.epoch) arrived = one.sent.sequence;
    }
  }
  // Of a life of the server that is over only the seat knows what it had brought down.
  if (layer && layer->epoch != m_server.state.epoch) arrived = layer->covered;
  const QString problem = seat.hiddenWork(arrived);
  if (!problem.isEmpty())
    fail(QStringLiteral("I3 seat %1 hides its own %2").arg(index).arg(problem));
}

void World::checkLedger(size_t index) {
  SimSeat& seat = *m_seats[index];
  const auto& known = m_server.state.seats[seat.journal().workstation().uuid()].ledger;
  const auto operations = seat.journal().read(0, 1'000'000);
  if (!operations) return fail(QStringLiteral("I9 a journal cannot be read"));
  if (operations->size() != known.size()) {
    fail(QStringLiteral("I1 seat %1 saved %2, the ledger has %3")
             .arg(index)
             .arg(operations->size())
             .arg(known.size()));
  }
  qint64 before = 0;
  for (const Operation& operation : *operations) {
    if (operation.header.hlc <= before) fail(QStringLiteral("I8 a clock went back"));
    before = operation.header.hlc;
  }
  for (size_t i = 0; i < std::min(operations->size(), known.size()); ++i) {
    const bool isSecret = (*operations)[i].header.kind == u"secret";
    if (isSecret == !known[i].sent.payload.isEmpty()) {
      fail(
          QStringLiteral("I11 seat %1 operation %2: a secret on the server").arg(index).arg(i + 1));
    }
    checkRecords((*operations)[i], known[i].result);
    if ((*operations)[i].hash != known[i].sent.hash) {
      return fail(QStringLiteral("I1 seat %1 operation %2 differs").arg(index).arg(i + 1));
    }
  }
  const auto report = seat.journal().verify();
  if (!report || !report->broken.isEmpty()) fail(QStringLiteral("I9 a chain is broken"));
  const auto attention = seat.store().attention();
  for (const ModelOperation& one : known) {
    if (one.result != Taken::Rejected && one.result != Taken::Parked) continue;
    const bool isShown =
        attention && std::any_of(attention->begin(), attention->end(), [&](const Attention& a) {
          return a.sequence == one.sent.sequence;
        });
    if (!isShown) fail(QStringLiteral("I13 seat %1 hides a refusal").arg(index));
  }
  const auto pending = seat.cache().pendingCount();
  if (!pending || *pending != 0) fail(QStringLiteral("I3 seat %1 still lays over").arg(index));
}

QMap<QString, QString> World::truthFor(size_t index) {
  const Sites sites = m_server.sites.value(m_seats[index]->journal().workstation().uuid());
  QMap<QString, QString> truth;
  for (const auto& [key, entity] : m_server.state.entities) {
    const KindRow* kind = findKindRow(key.first);
    if (!kind || !sees(sites, entity.site)) continue;
    for (auto it = entity.body.begin(); it != entity.body.end(); ++it) {
      const QString text = pictureValue(it.value());
      if (!text.isEmpty()) {
        truth.insert(QLatin1String(key.first) % u'/' % textOf(key.second) % u'/' % it.key(), text);
      }
    }
  }
  for (const auto& [id, activity] : m_server.state.activities) {
    if (!sees(sites, activity.site)) continue;
    truth.insert(QStringLiteral("activity/") % textOf(id),
                 activity.content[u"k"].toString() % u' ' %
                     QString::number(activity.isVoid ? 1 : 0) % u' ' % textOf(activity.ticket));
  }
  return truth;
}

void World::checkPictures() {
  for (size_t i = 0; i < m_seats.size(); ++i) {
    // Nothing less, and nothing of a site that is not theirs.
    const auto truth = truthFor(i);
    const auto picture = m_seats[i]->rows();
    for (auto it = truth.begin(); it != truth.end(); ++it) {
      const QString seen = picture.value(it.key());
      if (seen != it.value()) {
        const QStringList path = it.key().split(u'/');
        const auto entity = m_server.state.entities.find(
            EntityKey{path[0].toLatin1(), QUuid::fromString(path.value(1))});
        const auto layer = m_seats[i]->store().layer();
        fail(QStringLiteral("I3 seat %1 %2: sees %3, is %4 (row %5 of transaction %6, cursor %7)")
                 .arg(QString::number(i), it.key(), seen, it.value())
                 .arg(entity == m_server.state.entities.end() ? 0 : entity->second.row)
                 .arg(entity == m_server.state.entities.end() ? 0 : entity->second.xid)
                 .arg(layer ? layer->cursor : 0));
      }
    }
    for (auto it = picture.begin(); it != picture.end(); ++it) {
      if (!truth.contains(it.key())) {
        fail(QStringLiteral("I3 seat %1 sees %2, which is not").arg(i).arg(it.key()));
      }
    }
    const Sites sites = m_server.sites.value(m_seats[i]->journal().workstation().uuid());
    const auto wanted = static_cast<size_t>(
        std::count_if(m_server.state.conflicts.begin(), m_server.state.conflicts.end(),
                      [&](const auto& one) { return sees(sites, one.second.site); }));
    const auto conflicts = m_seats[i]->cache().conflicts(1'000'000);
    if (!conflicts || conflicts->size() != wanted) {
      fail(QStringLiteral("I7 seat %1 has %2 conflicts of %3")
               .arg(i)
               .arg(conflicts ? conflicts->size() : 0)
               .arg(wanted));
    }
  }
}

void World::checkBlobs() {
  for (size_t i = 0; i < m_seats.size(); ++i) {
    SimSeat& seat = *m_seats[i];
    for (const auto& [ticket, attachment] : seat.attachments()) {
      if (!seat.blobs().check(attachment.sha256)) {
        fail(QStringLiteral("I15 seat %1 has no bytes of %2")
                 .arg(i)
                 .arg(QString::fromLatin1(attachment.sha256.toHex())));
      }
      const auto there = m_server.state.blobs.find(attachment.sha256);
      const bool isThere = there != m_server.state.blobs.end() && there->second.stored == 1 &&
                           there->second.content.size() == attachment.bytes;
      if (!isThere) {
        fail(QStringLiteral("I15 the server has %1 not, or not once")
                 .arg(QString::fromLatin1(attachment.sha256.toHex())));
      }
    }
    if (!seat.blobs().owed(1).isEmpty()) fail(QStringLiteral("I15 seat %1 still owes").arg(i));
  }
  if (!m_server.state.uploads.empty()) {
    // Who asked and found it whole meanwhile left nothing behind, or a week sweeps it out.
    for (const auto& [key, chunks] : m_server.state.uploads) {
      if (!m_server.state.blobs.contains(std::get<1>(key))) {
        fail(QStringLiteral("I15 an upload was left unfinished"));
      }
    }
  }
}

void World::checkOnce() {
  std::multiset<QUuid> carriedOut;
  std::multiset<QUuid> refused;  // or sent without its content
  for (const auto& [id, seat] : m_server.state.seats) {
    for (const ModelOperation& one : seat.ledger) {
      if (one.result == Taken::Repeated) {
        // Only a server that forgot what it had cannot tell the copies apart.
        if (m_verdict.restores == 0) {
          fail(QStringLiteral("I1 operation %1 came again from another seat")
                   .arg(one.sent.sequence));
        }
        continue;
      }
      addRecords(one.sent.payload, one.result == Taken::Applied ? carriedOut : refused);
    }
  }
  for (const QUuid& record : m_saved) {
    const auto times = carriedOut.count(record);
    const bool isRefused = times == 0 && refused.count(record) > 0;
    if (times == 1 || isRefused) continue;
    fail(QStringLiteral("I1 a record of a former seat was carried out %1 times").arg(times));
  }
}

void World::check() {
  for (size_t i = 0; i < m_seats.size(); ++i) checkLedger(i);
  checkOnce();
  checkBlobs();
  checkPictures();
  m_verdict.conflicts = static_cast<int>(m_server.state.conflicts.size());
}

Verdict World::run() {
  for (int i = 0; i < m_options.steps; ++i) disturb();
  heal();
  check();
  for (const auto& [key, entity] : m_server.state.entities) {
    note(QLatin1String(key.first) % textOf(key.second) %
         QString::fromUtf8(ModelServer::bodyText(entity.body)));
  }
  m_verdict.trace = m_trace.result().toHex();
  return m_verdict;
}

}  // namespace yingda::sim
