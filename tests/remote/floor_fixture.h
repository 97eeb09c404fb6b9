// SPDX-License-Identifier: GPL-3.0-or-later
// A floor of its own for a test, on the private server that scripts/test starts.
#pragma once

#include <QJsonDocument>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <memory>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/change_set.h"
#include "core/domain/household.h"
#include "core/remote/floor_admin.h"
#include "core/remote/psql_gateway.h"
#include "core/store/journal.h"
#include "tests/runner/printers.h"

namespace yingda::test {

/// A database with the schema; it is dropped at the end, with the people made in it.
class Floor {
 public:
  Floor() {
    const QString port = qEnvironmentVariable("YINGDA_TEST_PORT");
    INFO("tests of the shared database run by scripts/test, which starts a private server");
    REQUIRE_FALSE(port.isEmpty());
    m_address.hosts = QStringLiteral("127.0.0.1");
    m_address.ports = port;
    m_address.sslMode = QStringLiteral("prefer");
    m_tag = QString::fromLatin1(m_random.bytes(6).toHex());
    m_address.database = QStringLiteral("floor_") % m_tag;
    ServerAddress maintenance = m_address;
    maintenance.login = QStringLiteral("postgres");
    maintenance.database = QStringLiteral("postgres");
    ServerLink link(maintenance);
    REQUIRE(link.run(QStringLiteral("CREATE DATABASE ") % m_address.database));
    admin = std::make_unique<ServerLink>(asAdministrator());
    REQUIRE(FloorAdmin(*admin).init(QStringLiteral("云杉物业")));
  }
  ~Floor() {
    admin.reset();
    ServerAddress maintenance = asAdministrator();
    maintenance.database = QStringLiteral("postgres");
    ServerLink link(maintenance);
    (void)link.run(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_address.database));
    for (const QString& login : m_logins) {
      (void)link.run(QStringLiteral("DROP ROLE \"%1\"").arg(login));
    }
  }
  ServerAddress asAdministrator() const {
    ServerAddress address = m_address;
    address.login = QStringLiteral("postgres");
    return address;
  }
  /// Lets a person in, and says how they connect.
  ServerAddress person(const QString& name, const QString& role = QStringLiteral("agent"),
                       const QList<QUuid>& sites = {}) {
    FloorPerson wanted;
    wanted.role = role;
    wanted.staffNumber = QString::number(8000 + m_logins.size());
    wanted.name = name;
    wanted.sites = sites;
    return enlist(wanted);
  }
  /// As above, with the rest as given; `agent` becomes whom the server knows them as.
  ServerAddress enlist(FloorPerson wanted, AgentId* agent = nullptr) {
    wanted.login = QStringLiteral("p%1_%2").arg(m_logins.size()).arg(m_tag);
    wanted.password = QStringLiteral("geheim-8021");
    wanted.agent = AgentId(newId());
    const auto added = FloorAdmin(*admin).addPerson(wanted);
    REQUIRE(added);
    if (agent) *agent = *added;
    m_logins << wanted.login;
    ServerAddress address = m_address;
    address.login = wanted.login;
    address.password = wanted.password;
    return address;
  }
  /// A login for the doorbell.
  ServerAddress bell() {
    ServerAddress address = m_address;
    address.login = QStringLiteral("bell_") % m_tag;
    address.password = QStringLiteral("geheim-8021");
    REQUIRE(FloorAdmin(*admin).addBell(address.login, address.password));
    m_logins << address.login;
    return address;
  }
  /// The one number or text that the administrator reads.
  QString value(const QString& sql) {
    auto query = admin->ask(sql);
    REQUIRE(query);
    REQUIRE(query->next());
    return query->value(0).toString();
  }

  /// Until every row is complete for who pulls: a writer that another test has open, in whichever
  /// database, holds all of them back.
  void settle() {
    const QString isComplete = QStringLiteral(
        "SELECT (pg_snapshot_xmin(pg_current_snapshot()) > max(sync_xid))::text"
        " FROM yingda.entity");
    for (int i = 0; i < 6000 && value(isComplete) == u"false"; ++i) QThread::msleep(10);
  }

  /// The database lets nobody in, and everybody who is in it is thrown out.
  void bar() { allow(false); }
  void unbar() { allow(true); }

  /// Of the whole server, also while the database lets nobody in.
  void runBeside(const QString& sql) {
    ServerAddress maintenance = asAdministrator();
    maintenance.database = QStringLiteral("postgres");
    ServerLink link(maintenance);
    REQUIRE(link.run(sql));
  }

  QUuid newId() { return AgentId::make(SystemClock(), m_random).uuid(); }

  std::unique_ptr<ServerLink> admin;

 private:
  void allow(bool isAllowed) {
    runBeside(
        QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS %2")
            .arg(m_address.database, isAllowed ? QStringLiteral("true") : QStringLiteral("false")));
    if (isAllowed) {
      admin = std::make_unique<ServerLink>(asAdministrator());
      return;
    }
    runBeside(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                             " WHERE datname = '%1'")
                  .arg(m_address.database));
  }
  // Names are shared with every test that runs beside this one.
  SystemRandom m_random;
  ServerAddress m_address;
  QString m_tag;
  QStringList m_logins;
};

/// A workstation's journal and its gateway; whatever is appended here can be sent.
class Seat {
 public:
  explicit Seat(const ServerAddress& address, quint64 seed = 1)
      : gateway(std::make_unique<PsqlGateway>(address)), random(seed) {
    auto opened = Journal::open(m_folder.path(), clock, random);
    REQUIRE(opened);
    journal = std::move(*opened);
  }
  WorkstationId id() const { return journal->workstation(); }
  void enter() {
    const auto enrolled = gateway->enrol(id(), secret, QStringLiteral("seat"), {});
    REQUIRE(enrolled);
    REQUIRE(enrolled->refusal == Refusal::None);
    const auto hello = gateway->hello(id());
    REQUIRE(hello);
    REQUIRE(hello->refusal == Refusal::None);
    epoch = hello->epoch;
    agent = hello->agent;
  }
  /// Appends one operation, with the epoch under which this seat saw what it saw.
  void append(QJsonObject payload) {
    const QString under = QStringLiteral("e");
    if (!payload.contains(under)) payload.insert(under, epoch.toString(QUuid::WithoutBraces));
    append(QJsonDocument(payload).toJson(QJsonDocument::Compact));
  }
  void append(const QByteArray& payload) {
    clock.advance(std::chrono::milliseconds{10});
    NewOperation operation;
    operation.by = agent;
    operation.kind = QStringLiteral("edit");
    operation.payload = payload;
    REQUIRE(journal->append({&operation, 1}));
  }
  std::vector<SentOperation> waiting() const {
    std::vector<SentOperation> list;
    const auto read = journal->read(sent, 1000);
    REQUIRE(read);
    for (const Operation& one : *read) {
      list.push_back(
          {one.header.sequence, one.headerBytes, one.commitment, one.hash, one.salt, one.payload});
    }
    return list;
  }
  ApplyAnswer send() {
    const auto list = waiting();
    const auto answer = gateway->apply(id(), epoch, list);
    REQUIRE(answer);
    sent = answer->acknowledged;
    newest = std::max(newest, answer->transaction);
    return *answer;
  }
  /// Everything from the cursor on; the cursor moves. A writer in another test's database holds the
  /// watermark back for the whole server, so this waits until it has passed what was sent.
  std::vector<RemoteRow> pull() {
    REQUIRE(QTest::qWaitFor(
        [this] {
          const auto hello = gateway->hello(id());
          return hello && (hello->refusal != Refusal::None ||
                           hello->ceiling > std::max(newest, hello->lastTransaction));
        },
        60'000));
    std::vector<RemoteRow> rows;
    for (;;) {
      const auto answer = gateway->pull(epoch, cursor, 500);
      REQUIRE(answer);
      rows.insert(rows.end(), answer->rows.begin(), answer->rows.end());
      cursor = answer->next;
      if (answer->isWhole) return rows;
    }
  }

  std::unique_ptr<PsqlGateway> gateway;
  ManualClock clock{instantFromMs(1'770'000'000'000)};
  SeededRandom random;
  std::unique_ptr<Journal> journal;
  QByteArray secret = random.bytes(seatSecretBytes);
  QUuid epoch;
  AgentId agent;
  qint64 sent = 0;
  quint64 cursor = 0;
  /// The newest transaction of any seat of this test.
  inline static quint64 newest = 0;

 private:
  QTemporaryDir m_folder;
};

}  // namespace yingda::test
