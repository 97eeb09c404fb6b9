// SPDX-License-Identifier: GPL-3.0-or-later
// Built without Qt Multimedia: nobody speaks, nothing is recorded, and typing goes on.
#include "ui/training/sound_ports.h"

namespace yingda::ui {

std::unique_ptr<SoundPlayer> makeSoundPlayer() { return nullptr; }

std::unique_ptr<SoundRecorder> makeSoundRecorder() { return nullptr; }

std::unique_ptr<SoundDevices> watchSoundDevices() { return nullptr; }

bool hasLoudspeaker() { return false; }

}  // namespace yingda::ui
