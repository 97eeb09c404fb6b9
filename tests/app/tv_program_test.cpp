// SPDX-License-Identifier: GPL-3.0-or-later
// The wall as a computer starts it by itself: the program in a process of its own, and the entry
// that a desktop starts with its session.
#include <QDir>
#include <QProcess>
#include <QSettings>

#include "core/service/floor_wall.h"
#include "tests/app/desk_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// `yingda` with these arguments, without a display.
class Program {
 public:
  explicit Program(const QStringList& arguments) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral(YINGDA_PROGRAM), arguments);
    REQUIRE(m_process.waitForStarted(-1));
  }
  ~Program() {
    m_process.kill();
    m_process.waitForFinished(-1);
  }
  bool says(const char* words) {
    return QTest::qWaitFor(
        [&] {
          m_said += m_process.readAll();
          return m_said.contains(words);
        },
        120'000);
  }
  /// Tells it to end, as a session does that is closed; answers with its exit code.
  int end() {
    m_process.terminate();
    return ended();
  }
  int ended() {
    REQUIRE(m_process.waitForFinished(-1));
    m_said += m_process.readAll();
    INFO(m_said.toStdString());
    REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
    return m_process.exitCode();
  }
  const QByteArray& said() const { return m_said; }

 private:
  QProcess m_process;
  QByteArray m_said;
};

QString text(const QString& file) {
  QFile read(file);
  REQUIRE(read.open(QIODevice::ReadOnly));
  return QString::fromUtf8(read.readAll());
}

/// The value of one key of the entry.
QString valueIn(const QString& entry, const QString& key) {
  for (const QString& line : entry.split(u'\n')) {
    if (line.startsWith(key % u'=')) return line.mid(key.size() + 1);
  }
  return {};
}

}  // namespace

TEST_CASE("the wall's program starts beside a window, paints, and ends when it is told to",
          "[app][tv]") {
  Desk desk;
  const QString folder = desk.station->backend().folder();
  Program wall({QStringLiteral("--tv"), QStringLiteral("--store"), folder});
  REQUIRE(wall.says("the wall is painted"));
  CHECK(isWallThere(folder));
  CHECK(wall.end() == 0);
  CHECK_FALSE(QFile::exists(folder % QStringLiteral("/wall.lock")));
}

TEST_CASE("a screen that is not there is told, and the wall is on the first", "[app][tv]") {
  Desk desk;
  const QString folder = desk.station->backend().folder();
  const QStringList wanted{QStringLiteral("--tv"), QStringLiteral("--store"), folder,
                           QStringLiteral("--screen")};
  Program ninth(wanted + QStringList{QStringLiteral("9")});
  REQUIRE(ninth.says("the wall is painted"));
  CHECK(ninth.said().contains("there is no screen 9, only 1; the wall is on the first"));
  CHECK(ninth.end() == 0);
  Program word(wanted + QStringList{QStringLiteral("links")});
  CHECK(word.ended() == 2);
  CHECK(word.said().contains("--screen takes the number of a screen, from 1"));
}

TEST_CASE("what is installed starts the programs with options that they know", "[app][tv]") {
  const QTemporaryDir prefix;
  QProcess install;
  install.setProcessChannelMode(QProcess::MergedChannels);
  install.start(QStringLiteral("cmake"),
                {QStringLiteral("--install"), QStringLiteral(YINGDA_BINARY_DIR "/app"),
                 QStringLiteral("--prefix"), prefix.path()});
  REQUIRE(install.waitForFinished(-1));
  INFO(install.readAll().toStdString());
  REQUIRE(install.exitCode() == 0);
  const QString entries = prefix.filePath(QStringLiteral("share/applications/"));
  Program help({QStringLiteral("--help")});
  CHECK(help.ended() == 0);
  for (const char* name : {"yingda.desktop", "yingda-tv.desktop"}) {
    const QString entry = text(entries % QLatin1String(name));
    INFO(entry.toStdString());
    CHECK(entry.contains(QStringLiteral("\n[Desktop Entry]\n")));
    CHECK(valueIn(entry, QStringLiteral("Type")) == QStringLiteral("Application"));
    CHECK_FALSE(valueIn(entry, QStringLiteral("Name[zh_CN]")).isEmpty());
    CHECK_FALSE(entry.contains(u'@'));
    const QStringList command = valueIn(entry, QStringLiteral("Exec")).split(u' ');
    CHECK(command[0] == valueIn(entry, QStringLiteral("TryExec")));
    CHECK(command[0].endsWith(QStringLiteral("/bin/yingda")));
    CHECK(QFile::exists(prefix.filePath(QStringLiteral("bin/yingda"))));
    for (const QString& word : command.mid(1)) {
      if (word.startsWith(QStringLiteral("--"))) CHECK(help.said().contains(word.toUtf8()));
    }
  }
  CHECK(text(entries % QStringLiteral("yingda-tv.desktop")).contains(QStringLiteral(" --tv ")));
}
