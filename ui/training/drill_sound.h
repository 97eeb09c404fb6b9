// SPDX-License-Identifier: GPL-3.0-or-later
// What of sound this machine has: the customer's voice, a player for one's own, a microphone.
#pragma once

#include <QString>
#include <map>
#include <memory>

#include "ui/training/customer_voice.h"

namespace yingda::ui {

/// Made once for the practice room; what is missing is null, and a sentence says so.
/// Owner: the practice page.
struct DrillSound {
  std::unique_ptr<SoundPlayer> player;
  std::unique_ptr<SoundRecorder> recorder;
  std::unique_ptr<CustomerVoice> voice;
  /// The machine's devices, and espeak-ng when it is installed.
  static std::unique_ptr<DrillSound> ofThisMachine();
  /// 客户会出声，可以录音; else what is missing, and that typing goes on.
  QString text() const;
};

/// One's own voice in one turn. It lies in memory, until somebody keeps it.
struct TurnVoice {
  Milliseconds from{};  ///< since the call came
  SoundWave wave;
};
using TurnVoices = std::map<int, TurnVoice>;  ///< by the number of the turn

/// As files beside the store: one a turn. Io when one cannot be written; then none is left.
Result<void> keepVoices(const QString& folder, const QString& drill, const TurnVoices& voices);
TurnVoices keptVoices(const QString& folder, const QString& drill);

}  // namespace yingda::ui
