// SPDX-License-Identifier: GPL-3.0-or-later
// Sound as values: one channel of 16 bits, in and out of WAV, and what can be measured of it.
#pragma once

#include <QByteArray>
#include <vector>

#include "core/base/local_time.h"
#include "core/base/result.h"

namespace yingda::ui {

struct SoundWave {
  int rate = 16'000;  ///< samples a second
  std::vector<qint16> samples;

  bool isEmpty() const { return samples.empty(); }
  Milliseconds length() const;
  /// The highest of each part of equal length, 0 to 1. At most one part a sample.
  std::vector<float> peaks(int parts) const;
  /// How long somebody was louder than the quiet of a room, in steps of 20 ms.
  Milliseconds spoken() const;
  friend bool operator==(const SoundWave&, const SoundWave&) = default;
};

/// 0 to 1, of these samples: what a meter shows.
double soundLevel(const qint16* samples, qsizetype count);
QByteArray toWav(const SoundWave& wave);
/// Takes PCM of 16 bits, one or two channels, 8 to 96 kHz, also with the endless length that a
/// program writes which does not know it yet. Corrupt for anything else.
Result<SoundWave> fromWav(const QByteArray& bytes);

}  // namespace yingda::ui
