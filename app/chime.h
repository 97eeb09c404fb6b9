// SPDX-License-Identifier: GPL-3.0-or-later
// The sound of an alert: two soft notes, or three when it is urgent.
#pragma once

#include <QObject>
#include <memory>

#include "ui/training/sound_ports.h"

namespace yingda {

/// At most 0.3 of full scale, begins and ends without a click, half a second long.
ui::SoundWave chimeWave(bool isUrgent);

/// Plays it on this machine's loudspeaker, or asks the desktop for its beep where there is none.
/// Thread: UI. Owner: the workstation.
class Chime final : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  void ring(bool isUrgent);

 private:
  std::unique_ptr<ui::SoundPlayer> m_player;  ///< a device is looked for when a sound is due
};

}  // namespace yingda
