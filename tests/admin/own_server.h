// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL of one test's own, for what a server is started with: certificates, or nothing.
#pragma once

#include "tests/admin/program.h"

namespace yingda::test {

class OwnServer {
 public:
  /// `options` of scripts/test_server start; FOLDER in them becomes this server's.
  explicit OwnServer(QStringList options) {
    REQUIRE(m_folder.isValid());
    // The database has a user of its own, who must come through.
    REQUIRE(QFile::setPermissions(
        m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeGroup | QFile::ExeOther));
    options.replaceInStrings(QStringLiteral("FOLDER"), folder());
    const Outcome started = run(QStringList{QStringLiteral("start"), folder()} + options);
    INFO(started.err.toStdString());
    REQUIRE(started.code == 0);
    port = QString::fromLatin1(started.out).trimmed();
  }
  ~OwnServer() { (void)run({QStringLiteral("stop"), folder()}); }
  OwnServer(const OwnServer&) = delete;
  OwnServer& operator=(const OwnServer&) = delete;

  QString folder() const { return m_folder.filePath(QStringLiteral("server")); }
  QString tls(const char* file) const { return folder() % u"/tls/" % QLatin1String(file); }

  QString port;

 private:
  static Outcome run(const QStringList& arguments) {
    return runProgram(QStringLiteral(YINGDA_SOURCE_DIR "/scripts/test_server"), arguments);
  }
  QTemporaryDir m_folder;
};

}  // namespace yingda::test
