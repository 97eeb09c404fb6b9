// SPDX-License-Identifier: GPL-3.0-or-later
// Kept voices are files named by drill, turn and the moment they began.
#include "ui/training/drill_sound.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStringBuilder>
#include <algorithm>

namespace yingda::ui {

namespace {

constexpr qint64 fileMost = 8 * 1024 * 1024;

QString folderOf(const QString& folder, const QString& drill) {
  return folder % QStringLiteral("/voices/") % drill;
}

}  // namespace

std::unique_ptr<DrillSound> DrillSound::ofThisMachine() {
  auto sound = std::make_unique<DrillSound>();
  sound->player = makeSoundPlayer();
  sound->recorder = makeSoundRecorder();
  sound->devices = watchSoundDevices();
  const QString program = CustomerVoice::findProgram();
  if (sound->player && !program.isEmpty()) {
    sound->voice = std::make_unique<CustomerVoice>(program, *sound->player);
  }
  return sound;
}

void DrillSound::takeFrom(DrillSound&& fresh) {
  // The voice speaks through the player: they come and go together.
  const bool isSamePlayer = (player != nullptr) == (fresh.player != nullptr);
  const bool isSameVoice = (voice != nullptr) == (fresh.voice != nullptr);
  if (!isSamePlayer || !isSameVoice) {
    voice.reset();
    player = std::move(fresh.player);
    voice = std::move(fresh.voice);
  }
  const bool isBusy = recorder && recorder->isRecording();
  if ((recorder != nullptr) != (fresh.recorder != nullptr) && !isBusy) {
    recorder = std::move(fresh.recorder);
  }
}

QString DrillSound::text() const {
  if (voice && recorder) return QCoreApplication::translate("Training", "客户会出声，可以录音");
  if (voice) {
    return QCoreApplication::translate("Training", "客户会出声；没有麦克风，打字练习照常");
  }
  if (recorder) {
    return QCoreApplication::translate("Training", "可以录音；没有声音出来，客户的话看字");
  }
  return QCoreApplication::translate("Training", "没有声音，打字练习照常");
}

void CustomerSpans::begin(Milliseconds sinceCall, const SoundWave& wave) {
  m_all.try_emplace(m_turn, SpeechSpan{sinceCall, wave.length(), wave.peaks(peaksPerVoice)});
}

void CustomerSpans::cut(Milliseconds sinceCall) {
  const auto found = m_all.find(m_turn);
  if (found == m_all.end()) return;
  SpeechSpan& span = found->second;
  const Milliseconds heard = std::max(sinceCall - span.from, Milliseconds{});
  if (heard >= span.length) return;
  const auto peaks = static_cast<qint64>(span.peaks.size());
  span.peaks.resize(static_cast<size_t>(peaks * heard.count() / span.length.count()));
  span.length = heard;
}

Result<void> keepVoices(const QString& folder, const QString& drill, const TurnVoices& voices) {
  const QString place = folderOf(folder, drill);
  const auto failed = [&place]() -> Result<void> {
    QDir(place).removeRecursively();
    return Error{ErrorCode::Io, QStringLiteral("voices")};
  };
  if (drill.isEmpty() || !QDir().mkpath(place)) return failed();
  for (const auto& [turn, voice] : voices) {
    QSaveFile file(place % QStringLiteral("/%1-%2.wav").arg(turn).arg(voice.from.count()));
    const QByteArray bytes = toWav(voice.wave);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
      return failed();
    }
  }
  return {};
}

TurnVoices keptVoices(const QString& folder, const QString& drill) {
  TurnVoices voices;
  const QDir place(folderOf(folder, drill));
  for (const QString& name : place.entryList({QStringLiteral("*.wav")}, QDir::Files)) {
    const QStringList parts = name.chopped(4).split(u'-');
    QFile file(place.filePath(name));
    if (parts.size() != 2 || !file.open(QIODevice::ReadOnly)) continue;
    auto wave = fromWav(file.read(fileMost));
    if (!wave) continue;
    voices[parts[0].toInt()] = {Milliseconds{parts[1].toLongLong()}, std::move(*wave)};
  }
  return voices;
}

}  // namespace yingda::ui
