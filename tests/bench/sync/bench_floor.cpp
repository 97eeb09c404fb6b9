// SPDX-License-Identifier: GPL-3.0-or-later
// Making floors, seats and operations for the measurements.
#include "tests/bench/sync/bench_floor.h"

#include <unistd.h>

#include <QDir>
#include <QFile>

#include "core/domain/ticket.h"
#include "core/store/journal_chain.h"

namespace yingda::bench {

namespace {

const QString requestWords = QStringLiteral(
    "厨房水槽下面的管子漏水，已经流到楼下1402的天花板，业主说昨天晚上开始，拿盆接着，"
    "希望今天上午有人来看，来之前先打电话");

}  // namespace

BenchFloor::BenchFloor() {
  const QString port = qEnvironmentVariable("YINGDA_TEST_PORT");
  if (port.isEmpty()) qFatal("YINGDA_TEST_PORT names no server; scripts/bench starts one");
  SystemRandom random;
  m_tag = QString::fromLatin1(random.bytes(6).toHex());
  m_address.hosts = QStringLiteral("127.0.0.1");
  m_address.ports = port;
  m_address.sslMode = QStringLiteral("prefer");
  m_address.database = QStringLiteral("bench_") % m_tag;
  ServerAddress maintenance = asAdministrator();
  maintenance.database = QStringLiteral("postgres");
  ServerLink link(maintenance);
  need(link.run(QStringLiteral("CREATE DATABASE ") % m_address.database));
  m_admin = std::make_unique<ServerLink>(asAdministrator());
  need(FloorAdmin(*m_admin).init(QStringLiteral("云杉物业")));
}

BenchFloor::~BenchFloor() {
  m_admin.reset();
  ServerAddress maintenance = asAdministrator();
  maintenance.database = QStringLiteral("postgres");
  ServerLink link(maintenance);
  (void)link.run(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_address.database));
  for (const QString& login : m_logins) {
    (void)link.run(QStringLiteral("DROP ROLE \"%1\"").arg(login));
  }
}

ServerAddress BenchFloor::asAdministrator() const {
  ServerAddress address = m_address;
  address.login = QStringLiteral("postgres");
  return address;
}

ServerAddress BenchFloor::person(const QString& name) {
  FloorPerson wanted;
  wanted.login = name % u'_' % m_tag;
  wanted.password = QStringLiteral("geheim-8021");
  wanted.role = QStringLiteral("supervisor");
  SystemRandom random;
  wanted.agent = AgentId::make(SystemClock(), random);
  wanted.staffNumber = QString::number(8000 + m_logins.size());
  wanted.name = name;
  need(FloorAdmin(*m_admin).addPerson(wanted));
  m_logins << wanted.login;
  ServerAddress address = m_address;
  address.login = wanted.login;
  address.password = wanted.password;
  return address;
}

ServerAddress BenchFloor::bell() {
  ServerAddress address = m_address;
  address.login = QStringLiteral("bell_") % m_tag;
  address.password = QStringLiteral("geheim-8021");
  need(FloorAdmin(*m_admin).addBell(address.login, address.password));
  m_logins << address.login;
  return address;
}

QString BenchFloor::value(const QString& sql) {
  auto query = need(m_admin->ask(sql));
  return query.next() ? query.value(0).toString() : QString();
}

double BenchFloor::serverMegabytes() {
  const QString postmaster =
      value(QStringLiteral("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"));
  double kilobytes = 0;
  for (const QString& process :
       QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly)) continue;
    const QByteArray words = stat.readAll();
    const auto fields = words.mid(words.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 2) continue;
    if (process != postmaster && fields[1] != postmaster.toLatin1()) continue;
    QFile memory(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!memory.open(QIODevice::ReadOnly)) continue;
    for (const QByteArray& line : memory.readAll().split('\n')) {
      if (line.startsWith("Pss:")) kilobytes += line.mid(4).simplified().split(' ')[0].toDouble();
    }
  }
  return kilobytes / 1024;
}

double BenchFloor::serverCpuMs(const QString& login) {
  double ticks = 0;
  auto query = need(
      m_admin->ask(QStringLiteral("SELECT pid FROM pg_stat_activity WHERE usename = ?"), {login}));
  while (query.next()) {
    QFile stat(QStringLiteral("/proc/%1/stat").arg(query.value(0).toInt()));
    if (!stat.open(QIODevice::ReadOnly)) continue;
    const QByteArray words = stat.readAll();
    const auto fields = words.mid(words.lastIndexOf(')') + 2).split(' ');
    if (fields.size() > 12) ticks += fields[11].toDouble() + fields[12].toDouble();
  }
  return ticks * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

OperationMaker::OperationMaker(const WorkstationId& seat, const AgentId& by, const QUuid& epoch,
                               quint64 seed)
    : m_seat(seat), m_by(by), m_epoch(epoch), m_random(seed), m_hash(genesisHash()) {}

ChangeSet OperationMaker::newTicket() {
  Ticket ticket;
  ticket.id = TicketId::make(m_clock, m_random);
  ticket.number = QString::number(20'700'000 + m_sequence);
  ticket.category = QStringLiteral("repair.indoor.water");
  ticket.department = QStringLiteral("service");
  ticket.holder = m_by;
  ticket.firstReceiver = m_by;
  ticket.receivedAt = m_clock.now();
  TicketText text;
  text.id = ticket.id;
  text.title = requestWords.left(20);
  text.request = requestWords;
  text.reply = QStringLiteral("已登记，工程部今天上午联系您");
  text.place = QStringLiteral("3栋2单元1502");
  text.contactName = QStringLiteral("王女士");
  text.contactPhone = QStringLiteral("13812345678");
  ChangeSet changes;
  changes.create(ticketFields(), ticket.id, ticket);
  changes.create(ticketTextFields(), ticket.id, text);
  Activity contact;
  contact.id = ActivityId::make(m_clock, m_random);
  contact.ticket = ticket.id;
  contact.kind = ActivityKind::Contact;
  contact.at = m_clock.now();
  contact.by = m_by;
  contact.byName = QStringLiteral("8021 小李");
  changes.activities.push_back(contact);
  m_tickets.push_back(ticket.id);
  return changes;
}

ChangeSet OperationMaker::changeOf(const TicketId& ticket, int dice) {
  ChangeSet changes;
  Activity activity;
  activity.id = ActivityId::make(m_clock, m_random);
  activity.ticket = ticket;
  activity.at = m_clock.now();
  activity.by = m_by;
  activity.byName = QStringLiteral("8021 小李");
  if (dice < 70) {
    activity.kind = ActivityKind::Progress;
    activity.data = {{QStringLiteral("text"), QStringLiteral("师傅已到，正在关阀换管")}};
  } else if (dice < 90) {
    activity.kind = ActivityKind::LevelChanged;
    const qint64 level = ++m_levels[ticket.uuid()] % 4;
    activity.data = {{QStringLiteral("to"), level}};
    changes.entities.push_back({"ticket", ticket.uuid(), {{"level", level}}});
  } else {
    activity.kind = ActivityKind::Dispatched;
    activity.data = {{QStringLiteral("department"), QStringLiteral("engineering")}};
    changes.entities.push_back({"ticket",
                                ticket.uuid(),
                                {{"stage", qint64{++m_stages[ticket.uuid()]}},
                                 {"cycle", qint64{1}},
                                 {"department", QStringLiteral("engineering")},
                                 {"holder", m_by.uuid()},
                                 {"holder_name", QStringLiteral("张师傅%1").arg(m_sequence)}}});
  }
  for (EntityChange& change : changes.entities) change.base = 1;
  changes.activities.push_back(activity);
  return changes;
}

SentOperation OperationMaker::seal(const QString& kind, const ChangeSet& changes) {
  ChangeSet sealed = changes;
  sealed.epoch = m_epoch;
  m_hlc = std::max(m_hlc + 1, toMs(m_clock.now()) << 16);
  OperationHeader header;
  header.sequence = ++m_sequence;
  header.workstation = m_seat;
  header.madeAt = m_clock.now();
  header.hlc = m_hlc;
  header.by = m_by;
  header.kind = kind;
  SentOperation operation;
  operation.sequence = m_sequence;
  operation.header = headerBytesOf(header);
  operation.salt = m_random.bytes(16);
  operation.payload = encode(sealed);
  operation.commitment = commitmentOf(operation.salt, operation.payload);
  operation.hash = chainHash(m_hash, operation.header, operation.commitment);
  m_hash = operation.hash;
  return operation;
}

std::vector<SentOperation> OperationMaker::make(int count) {
  std::vector<SentOperation> operations;
  operations.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    // A fixed order of kinds: each hundred holds the shares exactly.
    const int dice = m_made++ * 37 % 100;
    if (dice < 30 || m_tickets.empty()) {
      operations.push_back(seal(QStringLiteral("ticket.new"), newTicket()));
      continue;
    }
    // Work goes on at what came lately.
    const size_t recent = std::min<size_t>(m_tickets.size(), 200);
    const TicketId ticket = m_tickets[m_tickets.size() - 1 - m_random.below(recent)];
    operations.push_back(seal(QStringLiteral("ticket.act"), changeOf(ticket, dice)));
  }
  return operations;
}

BenchSeat::BenchSeat(const ServerAddress& address, quint64 seed, int number)
    : gateway(std::make_unique<PsqlGateway>(address)) {
  SystemRandom random;
  id = WorkstationId::make(SystemClock(), random);
  const QByteArray secret = random.bytes(seatSecretBytes);
  const auto enrolled =
      need(gateway->enrol(id, secret, QStringLiteral("bench %1").arg(number), {}));
  if (enrolled.refusal != Refusal::None) qFatal("a seat was not let in");
  const auto hello = need(gateway->hello(id));
  epoch = hello.epoch;
  agent = hello.agent;
  maker = std::make_unique<OperationMaker>(id, agent, epoch, seed);
}

void BenchSeat::send(std::span<const SentOperation> operations) {
  const ApplyAnswer answer = need(gateway->apply(id, epoch, operations));
  const bool isAll = answer.refusal == Refusal::None && answer.stopped == Stopped::No &&
                     answer.exceptions.empty() && answer.acknowledged == operations.back().sequence;
  if (!isAll) {
    qFatal("operation %lld was not taken: refusal %d, stopped %d, %zu exceptions, first %s",
           static_cast<long long>(answer.acknowledged + 1), static_cast<int>(answer.refusal),
           static_cast<int>(answer.stopped), answer.exceptions.size(),
           answer.exceptions.empty() ? "" : qPrintable(answer.exceptions.front().reason));
  }
}

}  // namespace yingda::bench
