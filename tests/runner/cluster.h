// SPDX-License-Identifier: GPL-3.0-or-later
// A primary and a standby of its own for a test, by the script that people use.
#pragma once

#include <QDir>
#include <QProcess>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QThread>
#include <cstdio>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/remote/floor_admin.h"
#include "core/remote/server_link.h"

namespace yingda::test {

/// Thread: main; every verb waits for its end. It is gone with the object.
class Cluster {
 public:
  Cluster() : m_parent(QDir::tempPath() % QStringLiteral("/yingda-cluster-XXXXXX")) {
    // Open to the server's own user, who is not us when we are root.
    QFile(m_parent.path())
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup |
                        QFile::ReadGroup | QFile::ExeOther | QFile::ReadOther);
    m_isUp = run(QStringLiteral("start"));
    QFile state(folder() % QStringLiteral("/cluster"));
    if (!state.open(QIODevice::ReadOnly)) return;
    for (const QByteArray& line : state.readAll().split('\n')) {
      if (line.startsWith("port_a=")) m_ports[0] = QString::fromLatin1(line.mid(7));
      if (line.startsWith("port_b=")) m_ports[1] = QString::fromLatin1(line.mid(7));
    }
  }
  ~Cluster() { run(QStringLiteral("stop")); }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;
  bool isUp() const { return m_isUp; }

  /// A verb of scripts/dev_cluster.
  bool run(const QString& verb, const QStringList& more = {}) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    // What it leaves running must not hold our pipe open.
    process.setStandardOutputFile(m_parent.filePath(QStringLiteral("told")));
    process.start(QStringLiteral(YINGDA_SOURCE_DIR "/scripts/dev_cluster"),
                  QStringList{verb, folder()} + more);
    const bool isDone = process.waitForFinished(-1) && process.exitCode() == 0;
    QFile told(m_parent.filePath(QStringLiteral("told")));
    if (!isDone && told.open(QIODevice::ReadOnly)) {
      std::fprintf(stderr, "%s: %s\n", qPrintable(verb), told.readAll().constData());
    }
    if (isDone && verb == u"promote") m_primary = 1 - m_primary;
    return isDone;
  }
  bool promote() { return run(QStringLiteral("promote")); }

  /// Both servers, for a workstation: who can be written to is found by itself.
  ServerAddress address(const QString& login, const QString& password = {}) const {
    ServerAddress address;
    address.hosts = QStringLiteral("127.0.0.1,127.0.0.1");
    address.ports = m_ports[0] % u',' % m_ports[1];
    address.sslMode = QStringLiteral("prefer");
    address.login = login;
    address.password = password;
    return address;
  }
  ServerAddress administrator(bool isAtStandby = false) const {
    ServerAddress there = address(QStringLiteral("postgres"));
    there.hosts = QStringLiteral("127.0.0.1");
    there.ports = m_ports[isAtStandby ? 1 - m_primary : m_primary];
    there.standbyWillDo = isAtStandby;
    return there;
  }
  /// Lets a person in, and says how they connect.
  ServerAddress person(const QString& login, const QString& role) {
    ServerLink link(administrator());
    FloorPerson wanted;
    wanted.login = login;
    wanted.password = QStringLiteral("geheim-8021");
    wanted.role = role;
    wanted.agent = AgentId::make(SystemClock(), m_random);
    wanted.staffNumber = login;
    wanted.name = login;
    if (!FloorAdmin(link).addPerson(wanted)) return {};
    return address(login, wanted.password);
  }
  /// The one value that the primary answers; empty when it does not.
  QString value(const QString& sql) const {
    ServerLink link(administrator());
    auto query = link.ask(sql);
    return query && query->next() ? query->value(0).toString() : QString();
  }
  /// Whether the standby has carried out all that the primary has written until now.
  bool isStandbyEven() const {
    return value(QStringLiteral("SELECT coalesce(bool_and(replay_lsn >= pg_current_wal_lsn()),"
                                " false)::text FROM pg_stat_replication")) == u"true";
  }
  /// From now on the standby hears nothing of the primary.
  bool deafenStandby() {
    ServerLink link(administrator(true));
    if (!link.run(QStringLiteral("ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=1'"))) {
      return false;
    }
    if (!link.run(QStringLiteral("SELECT pg_reload_conf()"))) return false;
    while (value(QStringLiteral("SELECT count(*) FROM pg_stat_replication")) != u"0") {
      QThread::msleep(20);
    }
    return true;
  }

 private:
  QString folder() const { return m_parent.filePath(QStringLiteral("cluster")); }
  QTemporaryDir m_parent;
  SystemRandom m_random;
  bool m_isUp = false;
  int m_primary = 0;
  QString m_ports[2];
};

}  // namespace yingda::test
