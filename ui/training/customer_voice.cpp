// SPDX-License-Identifier: GPL-3.0-or-later
// Text goes in by stdin, a wave comes out by stdout; nothing of it is ever part of a command line.
#include "ui/training/customer_voice.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QStringBuilder>

#include "core/training/voice_text.h"

namespace yingda::ui {

namespace {

constexpr std::chrono::seconds patience{10};
constexpr qsizetype soundMost = 16 * 1024 * 1024;
constexpr qsizetype textMost = 2000;

}  // namespace

QString CustomerVoice::findProgram() {
  return QStandardPaths::findExecutable(QStringLiteral("espeak-ng"));
}

QStringList CustomerVoice::arguments(const Persona& persona) {
  const int pace = persona.pace < 0 ? 130 : persona.pace > 0 ? 200 : 165;
  const int pitch = persona.isFemale ? 62 : 38;
  // The voice called cmn reads hanzi by their English names; this one says them.
  return {QStringLiteral("-v"),
          QStringLiteral("cmn-latn-pinyin") % (persona.isFemale ? u"+f3" : u"+m3"),
          QStringLiteral("-s"),
          QString::number(pace),
          QStringLiteral("-p"),
          QString::number(persona.age >= 65 ? pitch - 10 : pitch),
          QStringLiteral("--stdin")};
}

CustomerVoice::CustomerVoice(const QString& program, SoundPlayer& player, QObject* parent)
    : QObject(parent), m_program(program), m_player(player) {
  m_patience.setSingleShot(true);
  connect(&m_patience, &QTimer::timeout, this, [this] {
    stop();
    Q_EMIT finished();
  });
  connect(&m_player, &SoundPlayer::finished, this, [this] {
    if (!m_isPlaying) return;
    m_isPlaying = false;
    Q_EMIT finished();
  });
}

CustomerVoice::~CustomerVoice() { stop(); }

// A program that is no longer wanted dies by itself; nobody waits for it.
void CustomerVoice::letGo() {
  if (!m_process) return;
  QProcess* old = std::exchange(m_process, nullptr);
  old->disconnect(this);
  if (old->state() == QProcess::NotRunning) {
    old->deleteLater();
    return;
  }
  connect(old, &QProcess::finished, old, &QObject::deleteLater);
  old->kill();
}

void CustomerVoice::stop() {
  m_patience.stop();
  m_made.clear();
  letGo();
  if (m_isPlaying) {
    m_isPlaying = false;
    m_player.stop();
  }
}

void CustomerVoice::say(const QString& text, const Persona& persona) {
  stop();
  const QString words = voiceText(text.left(textMost).simplified());
  if (m_program.isEmpty() || words.isEmpty()) {
    QMetaObject::invokeMethod(this, &CustomerVoice::finished, Qt::QueuedConnection);
    return;
  }
  m_process = new QProcess(QCoreApplication::instance());
  m_process->setStandardErrorFile(QProcess::nullDevice());
  connect(m_process, &QProcess::readyReadStandardOutput, this, &CustomerVoice::take);
  connect(m_process, &QProcess::finished, this, &CustomerVoice::end);
  connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) end();
  });
  m_process->start(m_program, arguments(persona) << QStringLiteral("--stdout"));
  // It may have failed at once.
  if (!m_process) return;
  m_process->write(words.toUtf8());
  m_process->closeWriteChannel();
  m_patience.start(patience);
}

void CustomerVoice::take() {
  m_made += m_process->readAllStandardOutput();
  if (m_made.size() <= soundMost) return;
  stop();
  Q_EMIT finished();
}

void CustomerVoice::end() {
  m_patience.stop();
  m_made += m_process->readAllStandardOutput();
  letGo();
  const auto wave = fromWav(std::exchange(m_made, {}));
  if (!wave || wave->isEmpty()) {
    Q_EMIT finished();
    return;
  }
  m_isPlaying = true;
  Q_EMIT began(*wave);
  m_player.play(*wave);
}

}  // namespace yingda::ui
