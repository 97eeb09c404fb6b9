// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the facts of a joined store.
#include "core/service/joined_server.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "core/base/random.h"
#include "core/remote/gateway.h"

namespace yingda {

namespace {

const QString serverFact = QStringLiteral("server");

}  // namespace

Result<std::optional<JoinedServer>> joinedServer(Workplace& workplace) {
  const auto fact = workplace.journalThread().runAndWait(
      [&workplace] { return workplace.journal().meta(serverFact); });
  if (!fact) return fact.error();
  if (fact->isEmpty()) return std::optional<JoinedServer>();
  const QJsonObject json = QJsonDocument::fromJson(*fact).object();
  JoinedServer server;
  server.company = json[u"company"].toString();
  server.address.hosts = json[u"hosts"].toString();
  server.address.ports = json[u"port"].toString();
  server.address.database = json[u"database"].toString();
  server.address.login = json[u"login"].toString();
  server.address.password = json[u"password"].toString();
  server.address.sslMode = json[u"ssl"].toString();
  server.address.rootCertificate = json[u"root"].toString();
  server.address.standbyWillDo = json[u"standby"].toBool();
  return std::optional(server);
}

Result<void> noteJoined(Workplace& workplace, const JoinedServer& server) {
  const ServerAddress& address = server.address;
  const QJsonObject json{{QStringLiteral("hosts"), address.hosts},
                         {QStringLiteral("port"), address.ports},
                         {QStringLiteral("database"), address.database},
                         {QStringLiteral("login"), address.login},
                         {QStringLiteral("password"), address.password},
                         {QStringLiteral("ssl"), address.sslMode},
                         {QStringLiteral("root"), address.rootCertificate},
                         {QStringLiteral("standby"), address.standbyWillDo},
                         {QStringLiteral("company"), server.company}};
  return workplace.noted(
      workplace.journal().setMeta(serverFact, QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

Result<void> noteAlone(Workplace& workplace) {
  return workplace.noted(workplace.journal().setMeta(serverFact, {}));
}

QString seatSecretFact() { return QStringLiteral("seat_secret"); }

Result<QByteArray> seatSecret(Workplace& workplace) {
  return workplace.journalThread().runAndWait([&workplace]() -> Result<QByteArray> {
    Journal& journal = workplace.journal();
    auto known = journal.meta(seatSecretFact());
    if (!known || !known->isEmpty()) return known;
    SystemRandom random;
    const QByteArray secret = random.bytes(seatSecretBytes);
    if (auto written = workplace.noted(journal.setMeta(seatSecretFact(), secret)); !written) {
      return written.error();
    }
    return secret;
  });
}

}  // namespace yingda
