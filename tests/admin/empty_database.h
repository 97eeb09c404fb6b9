// SPDX-License-Identifier: GPL-3.0-or-later
// A database for the verbs that make and care for a floor.
#pragma once

#include "core/base/random.h"
#include "core/remote/server_link.h"
#include "tests/admin/program.h"

namespace yingda::test {

/// An empty database on the tests' private server.
struct EmptyDatabase {
  QString name = QStringLiteral("verbs_") % QString::fromLatin1(SystemRandom().bytes(6).toHex());
  QString server = QStringLiteral("127.0.0.1:") % qEnvironmentVariable("YINGDA_TEST_PORT");
  QStringList roles;

  EmptyDatabase() { REQUIRE(maintenance(QStringLiteral("CREATE DATABASE ") % name)); }
  ~EmptyDatabase() {
    (void)maintenance(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(name));
    for (const QString& role : roles)
      (void)maintenance(QStringLiteral("DROP ROLE \"%1\"").arg(role));
  }
  ServerAddress address(const QString& login) const {
    ServerAddress address;
    address.hosts = QStringLiteral("127.0.0.1");
    address.ports = qEnvironmentVariable("YINGDA_TEST_PORT");
    address.database = name;
    address.login = login;
    address.sslMode = QStringLiteral("prefer");
    return address;
  }
  bool maintenance(const QString& sql) const {
    ServerAddress there = address(QStringLiteral("postgres"));
    there.database = QStringLiteral("postgres");
    return ServerLink(there).run(sql).has_value();
  }
  Outcome run(const QStringList& line) const {
    return admin(line + words({"--json", "--server", server, "--database", name, "--login",
                               "postgres", "--ssl", "prefer"}));
  }
  Outcome run(std::initializer_list<Word> line) const { return run(words(line)); }
};

}  // namespace yingda::test
