// SPDX-License-Identifier: GPL-3.0-or-later
// Sound as values: in and out of files, measured, and never trusted.
#include "ui/training/sound_wave.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <cmath>

#include "app/chime.h"
#include "tests/runner/printers.h"
#include "ui/training/drill_sound.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

/// A tone of this many milliseconds between as much silence.
SoundWave tone(int milliseconds, double loud = 0.5) {
  SoundWave wave;
  const int part = wave.rate * milliseconds / 1000;
  for (int i = 0; i < 3 * part; ++i) {
    const bool isTone = i >= part && i < 2 * part;
    const double value = isTone ? loud * std::sin(i * 0.2) : 0.0;
    wave.samples.push_back(static_cast<qint16>(value * 32'767));
  }
  return wave;
}

}  // namespace

TEST_CASE("a wave goes into a file and comes out the same", "[sound]") {
  const SoundWave wave = tone(200);
  CHECK(wave.length() == Milliseconds{600});
  const auto read = fromWav(toWav(wave));
  REQUIRE(read);
  CHECK(*read == wave);
  // A program that does not know the length yet writes an endless one.
  QByteArray endless = toWav(wave);
  qToLittleEndian<quint32>(0x7FFFF000U, endless.data() + 40);
  const auto cut = fromWav(endless);
  REQUIRE(cut);
  CHECK(cut->samples == wave.samples);
}

TEST_CASE("what is no wave is refused", "[sound]") {
  QByteArray good = toWav(tone(20));
  for (qsizetype length = 0; length < 44; ++length) {
    INFO(length);
    const auto read = fromWav(good.left(length));
    CHECK((!read || read->isEmpty()));
  }
  QByteArray bits = good;
  bits[34] = 8;
  CHECK_FALSE(fromWav(bits));
  QByteArray packed = good;
  packed[20] = 3;
  CHECK_FALSE(fromWav(packed));
  QByteArray many = good;
  many[22] = 6;
  CHECK_FALSE(fromWav(many));
  CHECK_FALSE(fromWav(QByteArray(1000, 'x')));
}

TEST_CASE("speech is measured, silence is not", "[sound]") {
  const SoundWave wave = tone(1000);
  CHECK(wave.spoken() >= Milliseconds{900});
  CHECK(wave.spoken() <= Milliseconds{1100});
  CHECK(tone(1000, 0.001).spoken() == Milliseconds{0});
  const std::vector<float> peaks = wave.peaks(30);
  REQUIRE(peaks.size() == 30);
  CHECK(peaks[2] < 0.01F);
  CHECK(peaks[15] > 0.4F);
  CHECK(SoundWave().peaks(10).empty());
  CHECK(soundLevel(nullptr, 0) == 0.0);
}

TEST_CASE("voices are kept only when somebody says so, and are found again", "[sound]") {
  const QTemporaryDir folder;
  REQUIRE(folder.isValid());
  const QString drill = QStringLiteral("0189");
  CHECK(keptVoices(folder.path(), drill).empty());
  const TurnVoices voices{{2, {Milliseconds{4'200}, tone(50)}},
                          {3, {Milliseconds{9'000}, tone(80)}}};
  REQUIRE(keepVoices(folder.path(), drill, voices));
  const TurnVoices found = keptVoices(folder.path(), drill);
  REQUIRE(found.size() == 2);
  CHECK(found.at(2).from == Milliseconds{4'200});
  CHECK(found.at(3).wave == tone(80));
  CHECK_FALSE(keepVoices(QStringLiteral("/proc/nowhere"), drill, voices));
}

TEST_CASE("the chime swells and fades, is never loud, and an urgent one is longer", "[sound]") {
  for (const bool isUrgent : {false, true}) {
    const ui::SoundWave wave = chimeWave(isUrgent);
    INFO(isUrgent);
    REQUIRE(wave.samples.size() > 2);
    CHECK(std::abs(wave.samples.front()) < 50);
    CHECK(std::abs(wave.samples.back()) < 50);
    const auto peaks = wave.peaks(isUrgent ? 3 : 2);
    for (const float peak : peaks) {
      CHECK(peak > 0.2F);
      CHECK(peak <= 0.3F);
    }
  }
  CHECK(chimeWave(true).length() > chimeWave(false).length());
}
