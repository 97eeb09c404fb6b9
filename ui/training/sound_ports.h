// SPDX-License-Identifier: GPL-3.0-or-later
// Loudspeaker and microphone as the practice room needs them. With Qt Multimedia they are the
// machine's; built without it there are none.
#pragma once

#include <QObject>
#include <memory>

#include "ui/training/sound_wave.h"

namespace yingda::ui {

/// Plays one wave at a time. Thread: UI.
class SoundPlayer : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  /// In place of what is being played.
  virtual void play(const SoundWave& wave) = 0;
  virtual void stop() = 0;
  virtual bool isPlaying() const = 0;

 Q_SIGNALS:
  /// It was played to its end, or the device went away.
  void finished();
};

/// Records one wave at a time, at most two minutes. Thread: UI.
class SoundRecorder : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  /// False when the microphone cannot be had.
  virtual bool start() = 0;
  /// Empty when nothing was recorded.
  virtual SoundWave stop() = 0;
  virtual bool isRecording() const = 0;
  virtual Milliseconds length() const = 0;

 Q_SIGNALS:
  /// 0 to 1, a few times a second.
  void levelChanged(double level);
  /// Two minutes are over, or the microphone went away; `stop` still has what was recorded.
  void ended();
};

inline constexpr int recordSecondsMost = 120;

/// Tells that a headset was plugged in or pulled out. Thread: UI.
class SoundDevices : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

 Q_SIGNALS:
  /// The list of devices is another one.
  void changed();
};

/// Null without a device.
std::unique_ptr<SoundPlayer> makeSoundPlayer();
std::unique_ptr<SoundRecorder> makeSoundRecorder();
/// Null where no device can ever come.
std::unique_ptr<SoundDevices> watchSoundDevices();
/// Whether there is a loudspeaker at this moment.
bool hasLoudspeaker();

}  // namespace yingda::ui
