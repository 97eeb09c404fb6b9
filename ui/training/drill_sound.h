// SPDX-License-Identifier: GPL-3.0-or-later
// What of sound this machine has: the customer's voice, a player for one's own, a microphone.
#pragma once

#include <QString>
#include <map>
#include <memory>

#include "ui/training/customer_voice.h"
#include "ui/training/drill_timeline.h"

namespace yingda::ui {

/// What is missing is null, and a sentence says so. Devices come and go: see takeFrom.
/// Owner: the practice page.
struct DrillSound {
  std::unique_ptr<SoundPlayer> player;
  std::unique_ptr<SoundRecorder> recorder;
  std::unique_ptr<CustomerVoice> voice;
  std::unique_ptr<SoundDevices> devices;  ///< tells when to look again
  /// Takes what has come since, and lets go of what is no longer there; what is in both stays as it
  /// is. A microphone that is recording stays until it is asked for the end.
  void takeFrom(DrillSound&& fresh);
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
inline constexpr int peaksPerVoice = 400;
using TurnVoices = std::map<int, TurnVoice>;  ///< by the number of the turn

/// The customer's voice over the drill, by the turn that it answered; 0 is the opening. Peaks only:
/// what she says can be made again. Thread: UI. Owner: the room.
class CustomerSpans {
 public:
  /// Her next sentence answers this turn.
  void expect(int turn) { m_turn = turn; }
  /// It is heard from now on. A sentence that is asked for again is the same one.
  void begin(Milliseconds sinceCall, const SoundWave& wave);
  /// Somebody speaks over her: what comes after it was never heard.
  void cut(Milliseconds sinceCall);
  const std::map<int, SpeechSpan>& all() const { return m_all; }

 private:
  std::map<int, SpeechSpan> m_all;
  int m_turn = 0;
};

/// As files beside the store: one a turn. Io when one cannot be written; then none is left.
Result<void> keepVoices(const QString& folder, const QString& drill, const TurnVoices& voices);
TurnVoices keptVoices(const QString& folder, const QString& drill);

}  // namespace yingda::ui
