// SPDX-License-Identifier: GPL-3.0-or-later
// A sound server of the test's own, with a loudspeaker that nobody hears and a microphone that
// hears that loudspeaker. No other server is asked.
#pragma once

#include <sys/prctl.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <optional>

namespace yingda::test {

/// One a process, before the first use of a device: the sound library keeps its first connection.
class NullSound {
 public:
  /// Null when it runs; else why not, as a sentence for the log of the test.
  static std::optional<QString> trouble() { return instance().m_trouble; }

 private:
  static NullSound& instance() {
    static NullSound sound;
    return sound;
  }
  NullSound() {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pulseaudio"));
    if (program.isEmpty()) {
      m_trouble = QStringLiteral("pulseaudio is not installed");
      return;
    }
    const QString socket = m_folder.filePath(QStringLiteral("native"));
    QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "XDG_CONFIG_HOME"}) {
      surroundings.insert(QLatin1String(name), m_folder.path());
    }
    surroundings.remove(QStringLiteral("PULSE_SERVER"));
    m_server.setProcessEnvironment(surroundings);
    // It goes with this process, however that ends.
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(
        program,
        {QStringLiteral("-n"), QStringLiteral("--daemonize=no"),
         QStringLiteral("--use-pid-file=no"), QStringLiteral("--exit-idle-time=-1"),
         QStringLiteral("--disable-shm"), QStringLiteral("-L"),
         QStringLiteral("module-null-sink sink_name=drill rate=16000"),
         // The monitor itself is no microphone to Qt.
         QStringLiteral("-L"),
         QStringLiteral("module-remap-source master=drill.monitor source_name=ear"),
         QStringLiteral("-L"),
         QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=%1").arg(socket)});
    const bool isUp =
        m_server.waitForStarted(5000) &&
        QTest::qWaitFor(
            [&] { return QFile::exists(socket) || m_server.state() == QProcess::NotRunning; },
            20'000);
    if (!isUp || !QFile::exists(socket)) {
      m_trouble = QStringLiteral("pulseaudio does not start: ") %
                  QString::fromUtf8(m_server.readAll()).right(400);
      return;
    }
    qputenv("PULSE_SERVER", "unix:" + socket.toUtf8());
    qputenv("PULSE_SINK", "drill");
    qputenv("PULSE_SOURCE", "ear");
  }
  ~NullSound() {
    m_server.kill();
    m_server.waitForFinished(5000);
  }

  QTemporaryDir m_folder;
  QProcess m_server;
  std::optional<QString> m_trouble;
};

}  // namespace yingda::test
