// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's own devices, by Qt Multimedia.
#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QBuffer>
#include <QMediaDevices>
#include <cstring>
#include <functional>

#include "ui/training/sound_ports.h"

namespace yingda::ui {

namespace {

constexpr int recordRate = 16'000;

QAudioFormat formatOf(int rate) {
  QAudioFormat format;
  format.setSampleRate(rate);
  format.setChannelCount(1);
  format.setSampleFormat(QAudioFormat::Int16);
  return format;
}

class QtPlayer final : public SoundPlayer {
 public:
  ~QtPlayer() override { stop(); }
  void play(const SoundWave& wave) override {
    stop();
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull() || wave.isEmpty()) {
      QMetaObject::invokeMethod(this, &SoundPlayer::finished, Qt::QueuedConnection);
      return;
    }
    m_sink = new QAudioSink(device, formatOf(wave.rate));
    auto* bytes = new QBuffer(m_sink);
    bytes->setData(reinterpret_cast<const char*>(wave.samples.data()),
                   static_cast<int>(wave.samples.size() * sizeof(qint16)));
    bytes->open(QIODevice::ReadOnly);
    connect(m_sink, &QAudioSink::stateChanged, this, [this, bytes](QAudio::State state) {
      const bool isOut = state == QAudio::IdleState && bytes->atEnd();
      const bool isLost = state == QAudio::StoppedState;
      // The sink may not be stopped by its own signal.
      if (!isOut && !isLost) return;
      QMetaObject::invokeMethod(
          this, [this, sink = m_sink] { end(sink); }, Qt::QueuedConnection);
    });
    m_sink->start(bytes);
  }
  void stop() override {
    if (!m_sink) return;
    m_sink->disconnect(this);
    m_sink->stop();
    // The sound thread may still be calling it.
    std::exchange(m_sink, nullptr)->deleteLater();
  }
  bool isPlaying() const override { return m_sink != nullptr; }

 private:
  void end(const QAudioSink* sink) {
    // Something else may be playing by now.
    if (!m_sink || sink != m_sink) return;
    stop();
    Q_EMIT finished();
  }

  QAudioSink* m_sink = nullptr;
};

/// Where a microphone writes to. Read by ourselves its own device loses bytes (Qt 6.4.2).
class Ear final : public QIODevice {
 public:
  explicit Ear(std::function<void(const char*, qint64)> take) : m_take(std::move(take)) {
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
  }
  bool isSequential() const override { return true; }

 protected:
  qint64 readData(char*, qint64) override { return -1; }
  qint64 writeData(const char* bytes, qint64 count) override {
    m_take(bytes, count);
    return count;
  }

 private:
  std::function<void(const char*, qint64)> m_take;
};

class QtRecorder final : public SoundRecorder {
 public:
  ~QtRecorder() override { letGo(); }
  bool start() override {
    if (m_source) return true;
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull()) return false;
    m_wave = SoundWave{recordRate, {}};
    m_source = new QAudioSource(device, formatOf(recordRate));
    m_ear = new Ear([this](const char* bytes, qint64 count) { take(bytes, count); });
    m_ear->setParent(m_source);
    m_source->start(m_ear);
    if (m_source->error() != QAudio::NoError || m_source->state() == QAudio::StoppedState) {
      letGo();
      return false;
    }
    connect(m_source, &QAudioSource::stateChanged, this, [this](QAudio::State state) {
      if (state == QAudio::StoppedState && m_source->error() != QAudio::NoError) tellEnd();
    });
    return true;
  }
  SoundWave stop() override {
    letGo();
    return std::exchange(m_wave, SoundWave{recordRate, {}});
  }
  bool isRecording() const override { return m_source != nullptr; }
  Milliseconds length() const override { return m_wave.length(); }

 private:
  void letGo() {
    if (!m_source) return;
    m_source->disconnect(this);
    m_source->stop();
    // It may be on the way out of one of its own signals.
    std::exchange(m_source, nullptr)->deleteLater();
  }
  void tellEnd() { QMetaObject::invokeMethod(this, &SoundRecorder::ended, Qt::QueuedConnection); }
  void take(const char* bytes, qint64 size) {
    if (!m_source) return;
    const size_t room = static_cast<size_t>(recordRate) * recordSecondsMost - m_wave.samples.size();
    const size_t count = std::min(room, static_cast<size_t>(size) / sizeof(qint16));
    if (count == 0) return;
    const size_t before = m_wave.samples.size();
    m_wave.samples.resize(before + count);
    std::memcpy(m_wave.samples.data() + before, bytes, count * sizeof(qint16));
    Q_EMIT levelChanged(soundLevel(m_wave.samples.data() + before, static_cast<qsizetype>(count)));
    if (count == room) tellEnd();
  }

  QAudioSource* m_source = nullptr;
  Ear* m_ear = nullptr;
  SoundWave m_wave;
};

class QtDevices final : public SoundDevices {
 public:
  QtDevices() {
    connect(&m_devices, &QMediaDevices::audioInputsChanged, this, &SoundDevices::changed);
    connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &SoundDevices::changed);
  }

 private:
  QMediaDevices m_devices;
};

}  // namespace

std::unique_ptr<SoundDevices> watchSoundDevices() { return std::make_unique<QtDevices>(); }

bool hasLoudspeaker() { return !QMediaDevices::defaultAudioOutput().isNull(); }

std::unique_ptr<SoundPlayer> makeSoundPlayer() {
  if (!hasLoudspeaker()) return nullptr;
  return std::make_unique<QtPlayer>();
}

std::unique_ptr<SoundRecorder> makeSoundRecorder() {
  if (QMediaDevices::defaultAudioInput().isNull()) return nullptr;
  return std::make_unique<QtRecorder>();
}

}  // namespace yingda::ui
