// SPDX-License-Identifier: GPL-3.0-or-later
// The customer speaks: espeak-ng as a process of its own makes the sound, a player lets it be
// heard.
#pragma once

#include <QProcess>
#include <QTimer>

#include "core/training/scenario.h"
#include "ui/training/sound_ports.h"

namespace yingda::ui {

/// One sentence at a time; a new one cuts the old one off. A program that takes longer than ten
/// seconds, or says more than 16 MB, is stopped and counts as silent.
/// Thread: UI. Owner: the practice page. Limits: the player outlives it.
class CustomerVoice final : public QObject {
  Q_OBJECT
 public:
  /// Where the program is; empty when it is not installed.
  static QString findProgram();
  /// How it is asked to speak as this persona, the text by stdin; where the sound goes is not among
  /// them.
  static QStringList arguments(const Persona& persona);
  CustomerVoice(const QString& program, SoundPlayer& player, QObject* parent = nullptr);
  ~CustomerVoice() override;
  void say(const QString& text, const Persona& persona);
  /// At once: neither process nor sound goes on.
  void stop();
  bool isSpeaking() const { return m_process != nullptr || m_isPlaying; }

 Q_SIGNALS:
  /// The sound is there and begins.
  void began(const yingda::ui::SoundWave& wave);
  /// It is over, or there was none.
  void finished();

 private:
  void take();
  void end();
  void letGo();

  QString m_program;
  SoundPlayer& m_player;
  QProcess* m_process = nullptr;  ///< the one whose sound is wanted
  QTimer m_patience;
  QByteArray m_made;
  bool m_isPlaying = false;
};

}  // namespace yingda::ui
