// SPDX-License-Identifier: GPL-3.0-or-later
// TLS as verify-full checks it: what is wrong with a certificate has its name, and nothing is sent.
#include <QThread>

#include "core/remote/server_link.h"
#include "tests/admin/own_server.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// As the join page and the verbs ask by default.
ServerAddress addressOf(const OwnServer& server, const char* root) {
  ServerAddress address;
  address.hosts = QStringLiteral("localhost");
  address.ports = server.port;
  address.database = QStringLiteral("postgres");
  address.login = QStringLiteral("li");
  address.password = QStringLiteral("geheim-8021");
  address.rootCertificate = server.tls(root);
  return address;
}

void letIn(const OwnServer& server) {
  ServerAddress address = addressOf(server, "root.crt");
  address.hosts = QStringLiteral("127.0.0.1");
  address.login = QStringLiteral("postgres");
  address.sslMode = QStringLiteral("prefer");
  REQUIRE(
      ServerLink(address).run(QStringLiteral("SET password_encryption = 'scram-sha-256';"
                                             "CREATE ROLE li LOGIN PASSWORD 'geheim-8021'")));
}

const char* faultOf(const ServerAddress& address) {
  ServerLink link(address);
  const auto opened = link.open();
  return linkFaultName(link.fault());
}

QByteArray sentence(const OwnServer& server, const QString& host, const QStringList& options) {
  const Outcome told = admin(words({"db", "status", "--database", "postgres", "--login", "li",
                                    "--server", QString(host % u':' % server.port)}) +
                             options);
  checkSaysWhy(told, 1);
  return told.err;
}

}  // namespace

TEST_CASE("a certificate that holds lets in, and each fault of one is named", "[admin][remote]") {
  const OwnServer server({QStringLiteral("--tls")});
  letIn(server);
  const ServerAddress good = addressOf(server, "root.crt");
  ServerLink link(good);
  REQUIRE(link.open());
  auto asked =
      link.ask(QStringLiteral("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"));
  REQUIRE(asked);
  REQUIRE(asked->next());
  CHECK(asked->value(0).toBool());
  CHECK(asked->value(1).toString() == u"TLSv1.3");

  // The same server by a name that its certificate does not have.
  ServerAddress wrong = good;
  wrong.hosts = QStringLiteral("127.0.0.1");
  CHECK(faultOf(wrong) == std::string("tls_name"));
  // Nobody whom this machine trusts has signed it.
  wrong = addressOf(server, "other.crt");
  CHECK(faultOf(wrong) == std::string("tls_authority"));
  wrong = good;
  wrong.rootCertificate = QStringLiteral("system");
  CHECK(faultOf(wrong) == std::string("tls_authority"));
  // Who refuses encryption, and whom no line lets in.
  wrong = good;
  wrong.sslMode = QStringLiteral("disable");
  CHECK(faultOf(wrong) == std::string("tls"));
  // The password is another matter.
  wrong = good;
  wrong.password = QStringLiteral("not it");
  CHECK(faultOf(wrong) == std::string("password"));

  const QString root = QStringLiteral("--root");
  CHECK(sentence(server, QStringLiteral("127.0.0.1"), {root, server.tls("root.crt")})
            .contains("另一个主机名"));
  CHECK(sentence(server, QStringLiteral("localhost"), {root, server.tls("other.crt")})
            .contains("签发"));
  // What the server itself does not know is told only behind the certificate.
  CHECK(sentence(server, QStringLiteral("localhost"), {root, server.tls("root.crt")})
            .contains("PGPASSWORD"));
}

TEST_CASE("an expired certificate is told as one", "[admin][remote]") {
  const OwnServer server(
      {QStringLiteral("--tls"), QStringLiteral("ssl_cert_file=FOLDER/tls/expired.crt")});
  CHECK(faultOf(addressOf(server, "root.crt")) == std::string("tls_expired"));
  CHECK(sentence(server, QStringLiteral("localhost"),
                 {QStringLiteral("--root"), server.tls("root.crt")})
            .contains("过期"));
  // Of several servers one is enough to say why.
  ServerAddress both = addressOf(server, "root.crt");
  both.hosts = QStringLiteral("localhost,localhost");
  both.ports = QStringLiteral("1,") % server.port;
  CHECK(faultOf(both) == std::string("tls_expired"));
}

TEST_CASE("a server that lets nobody of this machine in is told as one", "[admin][remote]") {
  const OwnServer server({QStringLiteral("--tls")});
  ServerAddress address = addressOf(server, "root.crt");
  address.login = QStringLiteral("postgres");
  // Its lines are for IPv4; the administrator's for the one address 127.0.0.1.
  QFile lines(server.folder() % u"/data/pg_hba.conf");
  REQUIRE(lines.open(QIODevice::WriteOnly | QIODevice::Truncate));
  lines.write("local all postgres trust\nhostssl other all 127.0.0.1/32 scram-sha-256\n");
  lines.close();
  ServerAddress administrator = address;
  administrator.hosts = server.folder();
  administrator.sslMode = QStringLiteral("disable");
  REQUIRE(ServerLink(administrator).run(QStringLiteral("SELECT pg_reload_conf()")));
  // The server reads them in its own time.
  for (int i = 0; i < 1000 && faultOf(address) != std::string("not_let_in"); ++i) {
    QThread::msleep(10);
  }
  CHECK(faultOf(address) == std::string("not_let_in"));
}
