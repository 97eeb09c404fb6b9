// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does to the shared database: make it, bring it up to date, let people in.
#pragma once

#include <QList>
#include <QUuid>

#include "core/domain/domain_ids.h"
#include "core/remote/server_link.h"

namespace yingda {

/// How the database stands.
struct FloorStatus {
  int schema = 0;  ///< the newest migration in it; 0 when there is none
  int newest = 0;  ///< the newest that this program knows
  QUuid epoch;
  QString company;
  qint64 operations = 0;
  qint64 entities = 0;
  int people = 0;
  int workstations = 0;
};

/// Where the ledger of a seat does not hold; of each seat the first place only, because everything
/// after it hangs on it.
struct LedgerBreak {
  QUuid workstation;
  qint64 sequence = 0;
  /// gap, header, hash, content, blank (a content is missing and nothing says why) or head (the
  /// seat's own last place or hash is another).
  QString reason;
  friend bool operator==(const LedgerBreak&, const LedgerBreak&) = default;
};

struct LedgerReport {
  qint64 operations = 0;
  qint64 workstations = 0;
  qint64 erased = 0;  ///< blank, and an erasure names them
  QList<LedgerBreak> broken;
};

/// A person of the floor: a database role of their own.
struct FloorPerson {
  QString login;     ///< 1 to 40 of a-z 0-9 _ . -, beginning with a letter or digit
  QString password;  ///< at least 8 characters
  QString role = QStringLiteral("agent");
  AgentId agent;
  QString staffNumber;
  QString name;
  QString outsideName;
  QList<QUuid> sites;  ///< empty: all
};

/// Thread: any one. The link is that of a role which may create roles and databases' schemas.
class FloorAdmin {
 public:
  explicit FloorAdmin(ServerLink& link) : m_link(link) {}
  /// Makes roles, schema and first row in one transaction. Refused when there is a floor already.
  Result<void> init(const QString& company);
  /// Applies what is missing, each step in one transaction; then refreshes the rules of fields and
  /// kinds, and applies the operations that had waited for them.
  Result<int> migrate();
  Result<FloorStatus> status();
  /// After a logical restore: a new epoch, and every row is stamped anew (SYNC.md, head).
  Result<void> adopt();
  /// Recomputes every chain of the ledger from the bytes. It reads all of it, in one pass.
  Result<LedgerReport> verify();
  /// Somebody of that staff number who came along when a workstation joined is the same person, and
  /// keeps their id. Answers with the id.
  Result<AgentId> addPerson(FloorPerson person);
  Result<void> setPassword(const QString& login, const QString& password);
  /// A login for the doorbell, which is nobody of the floor and may do nothing else.
  Result<void> addBell(const QString& login, const QString& password);
  Result<void> setRole(const QString& login, const QString& role, const QList<QUuid>& sites);
  Result<void> disable(const QString& login);

 private:
  /// All of the script or nothing.
  Result<void> inTransaction(const QString& script);
  /// Null when nobody without a login has it.
  Result<AgentId> agentOf(const QString& staffNumber);

  ServerLink& m_link;
};

/// The numbered scripts that this program carries, in order; the first is number 1.
QStringList floorMigrations();

}  // namespace yingda
