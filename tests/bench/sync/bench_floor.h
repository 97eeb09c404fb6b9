// SPDX-License-Identifier: GPL-3.0-or-later
// A floor of its own for a measurement, and seats that make operations without a disk.
#pragma once

#include <QHash>
#include <memory>
#include <vector>

#include "core/base/random.h"
#include "core/domain/change_set.h"
#include "core/remote/floor_admin.h"
#include "core/remote/psql_gateway.h"

namespace yingda::bench {

/// What cannot be done ends the program with the server's words.
template <class T>
T need(Result<T> result) {
  if (!result) qFatal("%s", qPrintable(result.error().detail));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A database on the private server of YINGDA_TEST_PORT; dropped at the end with its people.
class BenchFloor {
 public:
  BenchFloor();
  ~BenchFloor();
  BenchFloor(const BenchFloor&) = delete;
  BenchFloor& operator=(const BenchFloor&) = delete;

  ServerAddress asAdministrator() const;
  /// Lets a supervisor of that name in, and says how they connect.
  ServerAddress person(const QString& name);
  /// A login for the doorbell.
  ServerAddress bell();
  /// The text that the administrator reads.
  QString value(const QString& sql);
  ServerLink& admin() { return *m_admin; }
  /// Memory of all processes of the server in MB: each page is counted once, shared among its
  /// users. 0 where the system does not tell.
  double serverMegabytes();
  /// Processor time so far of the server's processes that speak with that login, in ms, to 10 ms.
  double serverCpuMs(const QString& login);

 private:
  ServerAddress m_address;
  QString m_tag;
  QStringList m_logins;
  std::unique_ptr<ServerLink> m_admin;
};

/// Makes the operations of one workstation: 30 % new tickets with text and first activity, 40 %
/// activities, 20 % changes of a field, 10 % of stage and holder. Thread: any one.
class OperationMaker {
 public:
  OperationMaker(const WorkstationId& seat, const AgentId& by, const QUuid& epoch, quint64 seed);
  /// The next ones in the order of the seat's chain.
  std::vector<SentOperation> make(int count);
  /// One for that ticket, as `make` gives them.
  SentOperation seal(const QString& kind, const ChangeSet& changes);

 private:
  ChangeSet newTicket();
  ChangeSet changeOf(const TicketId& ticket, int dice);

  WorkstationId m_seat;
  AgentId m_by;
  QUuid m_epoch;
  SeededRandom m_random;
  SystemClock m_clock;
  qint64 m_sequence = 0;
  qint64 m_hlc = 0;
  int m_made = 0;
  QByteArray m_hash;
  std::vector<TicketId> m_tickets;
  // What each ticket was given last: a change is one to another value, a stage goes forwards.
  QHash<QUuid, qint64> m_levels;
  QHash<QUuid, qint64> m_stages;
};

/// A seat that is let in: connection, identity and maker.
struct BenchSeat {
  BenchSeat(const ServerAddress& address, quint64 seed, int number = 0);
  WorkstationId id;
  std::unique_ptr<PsqlGateway> gateway;
  QUuid epoch;
  AgentId agent;
  std::unique_ptr<OperationMaker> maker;
  /// Sends them and wants all of them acknowledged.
  void send(std::span<const SentOperation> operations);
};

/// What the words after the program's name ask for.
struct SyncOptions {
  int seats = 1000;      ///< simulated workstations
  int connections = 32;  ///< how many of them speak at once
  int operations = 200;  ///< of each seat, in the storm
  int rows = 1'000'000;  ///< of the server, for the first copy
  int samples = 300;     ///< of the time until another screen shows a save
  int seconds = 60;      ///< of work of the many seats
  int batches = 200;     ///< of a hundred operations of one workstation
};

// Each measures one thing and prints it beside its raw limit.
void measureApply(const SyncOptions& options);
void measureSight(const SyncOptions& options);
void measureCopy(const SyncOptions& options);
void measureSeats(const SyncOptions& options);
void measureStorm(const SyncOptions& options);

}  // namespace yingda::bench
