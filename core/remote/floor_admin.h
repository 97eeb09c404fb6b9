// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does to the shared database: make it, bring it up to date, let people in.
#pragma once

#include <QList>
#include <QUuid>
#include <functional>
#include <optional>

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

/// A project of the company, as the floor knows it once a seat brought it.
struct FloorSite {
  QUuid id;
  QString name;
  friend bool operator==(const FloorSite&, const FloorSite&) = default;
};

/// A person's login as the administrator lists it.
struct FloorLogin {
  QString login;
  QString role;
  bool isActive = true;
  QList<QUuid> sites;  ///< empty: all
  QString staffNumber;
  QString name;
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
  /// Every project that was brought to the floor, by name.
  Result<QList<FloorSite>> sites();
  /// Everybody with a login, also who was disabled, by login.
  Result<QList<FloorLogin>> people();
  /// NotFound unless the login is a person or a doorbell of ours, as for all that follow.
  Result<void> setPassword(const QString& login, const QString& password);
  /// A login for the doorbell, which is nobody of the floor and may do nothing else.
  Result<void> addBell(const QString& login, const QString& password);
  /// An empty role keeps the one there is; absent sites keep those there are, an empty list is all
  /// of them. Invalid with "role" when there is no such role.
  Result<void> setRole(const QString& login, const QString& role,
                       const std::optional<QList<QUuid>>& sites = std::nullopt);
  /// Nobody comes in by it any more, and who is in is thrown out.
  Result<void> disable(const QString& login);

 private:
  enum class LoginKind { Person, Bell };

  /// All of the script or nothing.
  Result<void> inTransaction(const QString& script);
  /// Reads as whoever merges, who sees every row also when the administrator is no superuser.
  Result<void> asEngine(const QString& sql, const QVariantList& values,
                        const std::function<void(Reply&)>& read);
  /// NotFound when the login is nobody's of this floor: roles belong to the whole server.
  Result<LoginKind> loginKind(const QString& login);
  /// Null when nobody without a login has it.
  Result<AgentId> agentOf(const QString& staffNumber);

  ServerLink& m_link;
};

/// The numbered scripts that this program carries, in order; the first is number 1.
QStringList floorMigrations();

}  // namespace yingda
