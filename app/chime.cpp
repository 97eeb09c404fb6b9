// SPDX-License-Identifier: GPL-3.0-or-later
// Notes as sines that swell and fade.
#include "app/chime.h"

#include <QApplication>
#include <cmath>
#include <numbers>

namespace yingda {

namespace {

constexpr double loudness = 0.28;
constexpr double lowNote = 587.33;  // D5
constexpr double highNote = 880.0;  // A5
constexpr double noteSeconds = 0.16;

void addNote(ui::SoundWave& wave, double hertz) {
  const auto count = static_cast<int>(noteSeconds * wave.rate);
  wave.samples.reserve(wave.samples.size() + static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    const double part = static_cast<double>(i) / count;
    const double swell = std::sin(std::numbers::pi * part);
    const double phase = 2 * std::numbers::pi * hertz * i / wave.rate;
    wave.samples.push_back(
        static_cast<qint16>(std::lround(32'767 * loudness * swell * swell * std::sin(phase))));
  }
}

}  // namespace

ui::SoundWave chimeWave(bool isUrgent) {
  ui::SoundWave wave;
  addNote(wave, isUrgent ? highNote : lowNote);
  addNote(wave, highNote);
  if (isUrgent) addNote(wave, highNote);
  return wave;
}

void Chime::ring(bool isUrgent) {
  // A headset may have come since the last one, or gone.
  if (!ui::hasLoudspeaker()) {
    m_player.reset();
  } else if (!m_player) {
    m_player = ui::makeSoundPlayer();
  }
  if (m_player) {
    m_player->play(chimeWave(isUrgent));
  } else {
    QApplication::beep();
  }
}

}  // namespace yingda
