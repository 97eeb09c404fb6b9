// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to PostgreSQL through Qt Sql, and the name of what is wrong when there is none.
#pragma once

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>
#include <memory>

#include "core/base/result.h"
#include "core/domain/server_address.h"

namespace yingda {

/// What to mend when no connection comes about.
enum class LinkFault {
  None,
  Name,          ///< the host's name is not known (DNS)
  Refused,       ///< nothing listens there
  Timeout,       ///< no answer
  Tls,           ///< no encrypted connection, for another reason than those that follow
  TlsNone,       ///< the server speaks no TLS
  TlsName,       ///< the certificate is for another host name
  TlsAuthority,  ///< nobody whom this machine trusts has signed the certificate
  TlsExpired,    ///< the certificate has expired, or is not valid yet
  NotLetIn,      ///< pg_hba.conf has no line for this machine, login and database
  Password,      ///< unknown login or wrong password
  Database,      ///< the server has no such database
  Floor,         ///< the database is not ours: no schema yet
  Person,        ///< the login is nobody's here
  Full,          ///< the server takes no more connections
  ReadOnly,      ///< only a standby answers
  Lost,          ///< it was there and went away
  Other,
};

/// Reads libpq's and PostgreSQL's words; `state` is the SQLSTATE, empty when no server spoke.
LinkFault linkFaultFrom(const QString& message, const QString& state);
const char* linkFaultName(LinkFault fault);
/// The fault of that name; Other when there is none.
LinkFault linkFaultFromName(QStringView name);

/// The rows of one answer, read once and forwards.
/// Owner: who asked; the link may ask something else once the last row was read.
class Reply {
 public:
  explicit Reply(std::shared_ptr<QSqlQuery> query) : m_query(std::move(query)) {}
  bool next() { return m_query->next(); }
  QVariant value(int column) const { return m_query->value(column); }
  bool isNull(int column) const { return m_query->isNull(column); }
  int numRowsAffected() const { return m_query->numRowsAffected(); }
  bool nextResult() { return m_query->nextResult(); }
  QSqlError lastError() const { return m_query->lastError(); }

 private:
  std::shared_ptr<QSqlQuery> m_query;
};

/// Thread: that which opened it. Owner: a gateway, or a verb of the headless companion.
class ServerLink {
 public:
  explicit ServerLink(const ServerAddress& address);
  ~ServerLink();
  ServerLink(const ServerLink&) = delete;
  ServerLink& operator=(const ServerLink&) = delete;

  /// Offline, with `fault` set.
  Result<void> open();
  void close();
  bool isOpen() const { return m_database.isOpen(); }
  /// Counts the connections that came about; 0 before the first. Another number than at the last
  /// hello means another connection, perhaps to another server: say hello before anything else.
  quint64 generation() const { return m_generation; }
  LinkFault fault() const { return m_fault; }
  QString faultDetail() const { return m_faultDetail; }

  /// A query with its values bound in order. Invalid, with the SQLSTATE and the server's words,
  /// when what was said can never be done (classes 22 and 23, YD02x); else Offline.
  Result<Reply> ask(const QString& sql, const QVariantList& values = {});
  /// After the last row: whether it was the last, or an error cut the answer off.
  Result<void> finished(Reply& reply);
  /// The connection's socket, for waiting on it; -1 when there is none.
  int socket() const;
  /// What was said on the channels that are listened to since the last call, without waiting.
  /// Notices also that the connection is gone, and closes it.
  QList<QByteArray> heard();
  /// Statements without values, several in one text.
  Result<void> run(const QString& sql);

 private:
  /// To a server of that kind, by libpq's word for it.
  Result<void> openTo(const QString& kind);
  Error failure(const QSqlError& error);
  /// Whether what libpq calls a bad certificate is one that is only too old.
  LinkFault certificateFault() const;

  ServerAddress m_address;
  QString m_name;
  QSqlDatabase m_database;
  /// What was asked before, as the server has it prepared: a question more is one way there and
  /// back instead of three.
  QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
  quint64 m_generation = 0;
  LinkFault m_fault = LinkFault::None;
  QString m_faultDetail;
};

}  // namespace yingda
