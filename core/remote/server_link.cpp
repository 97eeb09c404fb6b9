// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a connection, asking, and reading errors.
#include "core/remote/server_link.h"

#include <libpq-fe.h>

#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <atomic>

#include "core/base/clock.h"
#include "core/remote/certificate_probe.h"

namespace yingda {

namespace {

// The questions of a seat are a dozen; another program may ask what it likes.
constexpr qsizetype preparedMost = 64;

struct FaultWords {
  LinkFault fault;
  const char* words;
};

// libpq speaks before any SQLSTATE exists; its English words are stable over the versions that we
// support, and the floor's database speaks English. Only a refused login comes in the words of the
// server's own language, of which Chinese is the likely one.
constexpr FaultWords libpqWords[] = {
    // First: of several servers one that is there says more than one that is not.
    {LinkFault::TlsNone, "server does not support SSL"},
    {LinkFault::TlsName, "does not match host name"},
    {LinkFault::TlsAuthority, "certificate verify failed"},
    {LinkFault::Name, "could not translate host name"},
    {LinkFault::Refused, "Connection refused"},
    {LinkFault::Refused, "No such file or directory"},
    {LinkFault::Timeout, "timeout expired"},
    {LinkFault::Timeout, "timed out"},
    {LinkFault::Tls, "certificate"},
    {LinkFault::Tls, "SSL"},
    {LinkFault::Person, "not permitted to log in"},
    {LinkFault::Person, "进行登录"},
    {LinkFault::Password, "password authentication failed"},
    {LinkFault::Password, "no password supplied"},
    {LinkFault::Password, "认证失败"},
    {LinkFault::Full, "too many clients"},
    {LinkFault::Full, "remaining connection slots"},
    {LinkFault::ReadOnly, "read-only"},
    {LinkFault::ReadOnly, "hot standby"},
    {LinkFault::Lost, "server closed the connection"},
    {LinkFault::Lost, "no connection to the server"},
    {LinkFault::Lost, "terminating connection"},
    {LinkFault::Lost, "Broken pipe"},
    {LinkFault::Lost, "Connection reset"},
};

/// Qt knows connections by name, over all threads.
QString nextName() {
  static std::atomic<int> count = 0;
  return QStringLiteral("floor-") % QString::number(++count);
}

/// Where distributions keep the authorities that the machine trusts.
QString systemBundle() {
  for (const char* place :
       {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"}) {
    if (QFileInfo::exists(QLatin1String(place))) return QLatin1String(place);
  }
  return QStringLiteral("system");
}

/// The file of authorities; empty: libpq looks for its own, which is there.
QString rootOf(const ServerAddress& address) {
  if (address.rootCertificate == u"system") return systemBundle();
  if (!address.rootCertificate.isEmpty()) return address.rootCertificate;
  const bool isChecked = address.sslMode.startsWith(u"verify-");
  const bool hasOwn =
      qEnvironmentVariableIsSet("PGSSLROOTCERT") ||
      QFileInfo::exists(QDir::home().filePath(QStringLiteral(".postgresql/root.crt")));
  return isChecked && !hasOwn ? systemBundle() : QString();
}

/// What was said is at fault, and would be another time: bad values, broken constraints, our own
/// refusals. Everything else may pass.
bool isFinal(QStringView state) {
  return state.startsWith(u"22") || state.startsWith(u"23") || state.startsWith(u"YD02");
}

/// The driver's own connection. Qt tells notifications by an event loop, which our thread has not.
PGconn* connectionOf(const QSqlDatabase& database) {
  if (!database.isOpen()) return nullptr;
  const QVariant handle = database.driver()->handle();
  // Qt 6 calls the type by its tag.
  const QByteArray type = handle.typeName();
  if (type != "pg_conn*" && type != "PGconn*") return nullptr;
  return *static_cast<PGconn* const*>(handle.constData());
}

QString quoted(QString value) {
  value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
  return u'\'' % value % u'\'';
}

}  // namespace

LinkFault linkFaultFromName(QStringView name) {
  for (int i = 0; i <= static_cast<int>(LinkFault::Other); ++i) {
    const auto fault = static_cast<LinkFault>(i);
    if (name == QLatin1String(linkFaultName(fault))) return fault;
  }
  return LinkFault::Other;
}

const char* linkFaultName(LinkFault fault) {
  switch (fault) {
    case LinkFault::None:
      return "none";
    case LinkFault::Name:
      return "name";
    case LinkFault::Refused:
      return "refused";
    case LinkFault::Timeout:
      return "timeout";
    case LinkFault::Tls:
      return "tls";
    case LinkFault::TlsNone:
      return "tls_none";
    case LinkFault::TlsName:
      return "tls_name";
    case LinkFault::TlsAuthority:
      return "tls_authority";
    case LinkFault::TlsExpired:
      return "tls_expired";
    case LinkFault::NotLetIn:
      return "not_let_in";
    case LinkFault::Password:
      return "password";
    case LinkFault::Database:
      return "database";
    case LinkFault::Floor:
      return "floor";
    case LinkFault::Person:
      return "person";
    case LinkFault::Full:
      return "full";
    case LinkFault::ReadOnly:
      return "readonly";
    case LinkFault::Lost:
      return "lost";
    case LinkFault::Other:
      break;
  }
  return "other";
}

LinkFault linkFaultFrom(const QString& message, const QString& state) {
  if (message.contains(QStringLiteral("pg_hba.conf"))) {
    // Who comes unencrypted is told "no encryption", or "SSL off" by older servers.
    const bool isOpen = message.contains(QStringLiteral("no encryption")) ||
                        message.contains(QStringLiteral("SSL off"));
    return isOpen ? LinkFault::Tls : LinkFault::NotLetIn;
  }
  // Classes and codes of PostgreSQL's appendix A, and our own YD.
  if (state == u"28P01" || state == u"28000") {
    return message.contains(QStringLiteral("SSL")) ? LinkFault::Tls : LinkFault::Password;
  }
  if (state == u"3D000") return LinkFault::Database;
  if (state == u"3F000" || state == u"42883" || state == u"42P01") return LinkFault::Floor;
  if (state == u"YD010") return LinkFault::Person;
  if (state == u"53300") return LinkFault::Full;
  if (state == u"25006") return LinkFault::ReadOnly;
  if (state.startsWith(QStringLiteral("08")) || state.startsWith(QStringLiteral("57P"))) {
    return LinkFault::Lost;
  }
  for (const FaultWords& row : libpqWords) {
    if (message.contains(QString::fromUtf8(row.words), Qt::CaseInsensitive)) return row.fault;
  }
  if (message.contains(QStringLiteral("database")) &&
      message.contains(QStringLiteral("does not exist"))) {
    return LinkFault::Database;
  }
  return LinkFault::Other;
}

ServerLink::ServerLink(const ServerAddress& address) : m_address(address), m_name(nextName()) {}

ServerLink::~ServerLink() { close(); }

void ServerLink::close() {
  if (!m_database.isValid()) return;
  m_prepared.clear();
  m_database.close();
  m_database = QSqlDatabase();
  QSqlDatabase::removeDatabase(m_name);
}

Result<void> ServerLink::open() {
  auto opened = openTo(QStringLiteral("read-write"));
  const bool isNobody =
      !opened && (m_fault == LinkFault::ReadOnly || m_fault == LinkFault::Other ||
                  m_fault == LinkFault::Refused || m_fault == LinkFault::Timeout ||
                  m_fault == LinkFault::Lost || m_fault == LinkFault::Name);
  // Whoever was sent away by a password is not let in by another server.
  if (isNobody && m_address.standbyWillDo) opened = openTo(QStringLiteral("any"));
  return opened;
}

Result<void> ServerLink::openTo(const QString& kind) {
  close();
  m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
  QStringList options{QStringLiteral("connect_timeout=3"),
                      QStringLiteral("tcp_user_timeout=5000"),
                      QStringLiteral("keepalives_idle=10"),
                      QStringLiteral("application_name=yingda"),
                      QStringLiteral("options='-c idle_in_transaction_session_timeout=10s'"),
                      QStringLiteral("sslmode=") % m_address.sslMode};
  const QString root = rootOf(m_address);
  if (!root.isEmpty()) options << QStringLiteral("sslrootcert=") % quoted(root);
  options << QStringLiteral("target_session_attrs=") % kind;
  // Several hosts and ports go through as libpq's own words; Qt's setters take but one.
  options << QStringLiteral("host=") % quoted(m_address.hosts)
          << QStringLiteral("port=") % quoted(m_address.ports);
  m_database.setDatabaseName(m_address.database);
  m_database.setUserName(m_address.login);
  m_database.setPassword(m_address.password);
  m_database.setConnectOptions(options.join(u';'));
  if (!m_database.open()) return failure(m_database.lastError());
  ++m_generation;
  m_fault = LinkFault::None;
  m_faultDetail.clear();
  return {};
}

LinkFault ServerLink::certificateFault() const {
  const QStringList hosts = m_address.hosts.split(u',');
  const QStringList ports = m_address.ports.split(u',');
  for (qsizetype i = 0; i < hosts.size(); ++i) {
    const QString port = ports.size() > i ? ports[i] : ports.front();
    const auto dates = certificateDates(hosts[i], port, SystemClock().now());
    if (dates == CertificateDates::Over) return LinkFault::TlsExpired;
  }
  return LinkFault::TlsAuthority;
}

Error ServerLink::failure(const QSqlError& error) {
  const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
  const QString state = error.nativeErrorCode();
  m_fault = linkFaultFrom(words, state);
  if (m_fault == LinkFault::TlsAuthority) m_fault = certificateFault();
  m_faultDetail = (state.isEmpty() ? QString() : QString(state % u' ')) % words.simplified();
  const bool isGone = !m_database.isOpen() || m_fault == LinkFault::Lost ||
                      m_fault == LinkFault::Timeout || m_fault == LinkFault::ReadOnly ||
                      (state.isEmpty() && m_fault != LinkFault::None);
  if (isGone) close();
  return {!isGone && isFinal(state) ? ErrorCode::Invalid : ErrorCode::Offline, m_faultDetail};
}

Result<Reply> ServerLink::ask(const QString& sql, const QVariantList& values) {
  if (!m_database.isOpen()) {
    if (auto opened = open(); !opened) return opened.error();
  }
  if (values.isEmpty()) {
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->exec(sql)) return failure(query->lastError());
    return Reply(std::move(query));
  }
  std::shared_ptr<QSqlQuery> query = m_prepared.take(sql);
  // Somebody still reads the answer to the same question.
  if (!query || query.use_count() > 1) {
    query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql)) return failure(query->lastError());
  }
  for (int i = 0; i < values.size(); ++i) query->bindValue(i, values[i]);
  if (!query->exec()) return failure(query->lastError());
  if (m_prepared.size() < preparedMost) m_prepared.insert(sql, query);
  return Reply(std::move(query));
}

Result<void> ServerLink::finished(Reply& reply) {
  while (reply.next()) {
  }
  if (reply.lastError().isValid()) return failure(reply.lastError());
  return {};
}

int ServerLink::socket() const {
  const PGconn* connection = connectionOf(m_database);
  return connection ? PQsocket(connection) : -1;
}

QList<QByteArray> ServerLink::heard() {
  QList<QByteArray> words;
  PGconn* connection = connectionOf(m_database);
  if (!connection) return words;
  const bool isThere = PQconsumeInput(connection) == 1 && PQstatus(connection) == CONNECTION_OK;
  while (PGnotify* told = PQnotifies(connection)) {
    words << QByteArray(told->extra);
    PQfreemem(told);
  }
  if (!isThere) {
    m_fault = LinkFault::Lost;
    close();
  }
  return words;
}

Result<void> ServerLink::run(const QString& sql) {
  auto query = ask(sql);
  if (!query) return query.error();
  // The driver gives one result a statement, and tells an error only when its turn comes.
  while (query->nextResult()) {
  }
  if (query->lastError().isValid()) return failure(query->lastError());
  return {};
}

}  // namespace yingda
