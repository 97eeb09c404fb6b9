// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's own devices, by Qt Multimedia.
#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QBuffer>
#include <QMediaDevices>

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
  void play(const SoundWave& wave) override {
    stop();
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull() || wave.isEmpty()) {
      QMetaObject::invokeMethod(this, &SoundPlayer::finished, Qt::QueuedConnection);
      return;
    }
    m_buffer.setData(reinterpret_cast<const char*>(wave.samples.data()),
                     static_cast<int>(wave.samples.size() * sizeof(qint16)));
    m_buffer.open(QIODevice::ReadOnly);
    m_sink = std::make_unique<QAudioSink>(device, formatOf(wave.rate));
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
      const bool isOut = state == QAudio::IdleState && m_buffer.atEnd();
      const bool isLost = state == QAudio::StoppedState && m_sink->error() != QAudio::NoError;
      // The sink may not be destroyed by its own signal.
      if (isOut || isLost)
        QMetaObject::invokeMethod(
            this, [this] { end(); }, Qt::QueuedConnection);
    });
    m_sink->start(&m_buffer);
  }
  void stop() override {
    if (m_sink) {
      m_sink->disconnect(this);
      m_sink->stop();
      m_sink.reset();
    }
    m_buffer.close();
  }
  bool isPlaying() const override { return m_sink != nullptr; }

 private:
  void end() {
    if (!m_sink) return;
    stop();
    Q_EMIT finished();
  }

  QBuffer m_buffer;
  std::unique_ptr<QAudioSink> m_sink;
};

class QtRecorder final : public SoundRecorder {
 public:
  bool start() override {
    if (m_source) return true;
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull()) return false;
    m_wave = SoundWave{recordRate, {}};
    m_source = std::make_unique<QAudioSource>(device, formatOf(recordRate));
    m_stream = m_source->start();
    if (!m_stream || m_source->error() != QAudio::NoError) {
      m_source.reset();
      return false;
    }
    connect(m_stream, &QIODevice::readyRead, this, [this] { take(); });
    connect(m_source.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
      if (state == QAudio::StoppedState && m_source && m_source->error() != QAudio::NoError) {
        Q_EMIT ended();
      }
    });
    return true;
  }
  SoundWave stop() override {
    if (m_source) {
      take();
      m_source->disconnect(this);
      m_source->stop();
      // It may be on the way out of one of its own signals.
      m_source.release()->deleteLater();
      m_stream = nullptr;
    }
    return std::exchange(m_wave, SoundWave{recordRate, {}});
  }
  bool isRecording() const override { return m_source != nullptr; }
  Milliseconds length() const override { return m_wave.length(); }

 private:
  void take() {
    if (!m_stream) return;
    const QByteArray bytes = m_stream->readAll();
    const auto count = bytes.size() / qsizetype{sizeof(qint16)};
    const auto* samples = reinterpret_cast<const qint16*>(bytes.constData());
    const size_t room = static_cast<size_t>(recordRate) * recordSecondsMost - m_wave.samples.size();
    const auto taken = std::min(room, static_cast<size_t>(count));
    m_wave.samples.insert(m_wave.samples.end(), samples, samples + taken);
    if (count > 0) Q_EMIT levelChanged(soundLevel(samples, count));
    if (taken == room) Q_EMIT ended();
  }

  std::unique_ptr<QAudioSource> m_source;
  QIODevice* m_stream = nullptr;
  SoundWave m_wave;
};

}  // namespace

std::unique_ptr<SoundPlayer> makeSoundPlayer() {
  if (QMediaDevices::defaultAudioOutput().isNull()) return nullptr;
  return std::make_unique<QtPlayer>();
}

std::unique_ptr<SoundRecorder> makeSoundRecorder() {
  if (QMediaDevices::defaultAudioInput().isNull()) return nullptr;
  return std::make_unique<QtRecorder>();
}

}  // namespace yingda::ui
