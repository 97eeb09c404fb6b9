// SPDX-License-Identifier: GPL-3.0-or-later
// Little-endian by hand, so that no header is trusted.
#include "ui/training/sound_wave.h"

#include <QtEndian>
#include <algorithm>
#include <cmath>

namespace yingda::ui {

namespace {

constexpr double fullScale = 32'768.0;
// Breath and a quiet room stay below it.
constexpr double spokenLeast = 0.02;
constexpr int stepsPerSecond = 50;

Error corrupt(const char* what) { return {ErrorCode::Corrupt, QLatin1String(what)}; }

template <class T>
T at(const QByteArray& bytes, qsizetype offset) {
  return qFromLittleEndian<T>(bytes.constData() + offset);
}

template <class T>
void put(QByteArray& bytes, T value) {
  const T little = qToLittleEndian(value);
  bytes.append(reinterpret_cast<const char*>(&little), sizeof(T));
}

struct Header {
  int channels = 0;
  int rate = 0;
  qsizetype from = 0;
  qsizetype size = 0;
};

Result<Header> readHeader(const QByteArray& bytes) {
  if (bytes.size() < 12 || bytes.left(4) != "RIFF" || bytes.mid(8, 4) != "WAVE") {
    return corrupt("no wave");
  }
  Header header;
  qsizetype offset = 12;
  while (offset + 8 <= bytes.size()) {
    const QByteArray name = bytes.mid(offset, 4);
    const auto said = static_cast<qsizetype>(at<quint32>(bytes, offset + 4));
    const qsizetype room = bytes.size() - offset - 8;
    const qsizetype size = std::min(said, room);
    if (name == "fmt ") {
      if (size < 16 || at<quint16>(bytes, offset + 8) != 1) return corrupt("no plain samples");
      header.channels = at<quint16>(bytes, offset + 10);
      header.rate = static_cast<int>(at<quint32>(bytes, offset + 12));
      if (at<quint16>(bytes, offset + 22) != 16) return corrupt("no 16 bits");
    } else if (name == "data") {
      header.from = offset + 8;
      header.size = size;
      break;
    }
    offset += 8 + size + (size & 1);
  }
  const bool isKnown = (header.channels == 1 || header.channels == 2) && header.rate >= 8'000 &&
                       header.rate <= 96'000 && header.from > 0;
  if (!isKnown) return corrupt("a wave of another kind");
  return header;
}

}  // namespace

Milliseconds SoundWave::length() const {
  return Milliseconds{static_cast<qint64>(samples.size()) * 1000 / std::max(1, rate)};
}

std::vector<float> SoundWave::peaks(int parts) const {
  const auto count = std::min(samples.size(), static_cast<size_t>(std::max(0, parts)));
  std::vector<float> found(count, 0.0F);
  for (size_t i = 0; i < samples.size() && count > 0; ++i) {
    const auto loud = static_cast<float>(std::abs(static_cast<double>(samples[i])) / fullScale);
    float& part = found[i * count / samples.size()];
    part = std::max(part, loud);
  }
  return found;
}

Milliseconds SoundWave::spoken() const {
  const auto step = static_cast<size_t>(std::max(1, rate / stepsPerSecond));
  qint64 loud = 0;
  for (size_t from = 0; from + step <= samples.size(); from += step) {
    loud += soundLevel(samples.data() + from, static_cast<qsizetype>(step)) >= spokenLeast;
  }
  return Milliseconds{loud * 1000 / stepsPerSecond};
}

double soundLevel(const qint16* samples, qsizetype count) {
  if (count <= 0) return 0;
  double sum = 0;
  for (qsizetype i = 0; i < count; ++i) {
    const double one = samples[i] / fullScale;
    sum += one * one;
  }
  return std::sqrt(sum / static_cast<double>(count));
}

QByteArray toWav(const SoundWave& wave) {
  const auto size = static_cast<quint32>(wave.samples.size() * sizeof(qint16));
  const auto rate = static_cast<quint32>(wave.rate);
  QByteArray bytes("RIFF");
  put<quint32>(bytes, 36 + size);
  bytes += "WAVEfmt ";
  put<quint32>(bytes, 16);
  put<quint16>(bytes, 1);
  put<quint16>(bytes, 1);
  put<quint32>(bytes, rate);
  put<quint32>(bytes, rate * 2);
  put<quint16>(bytes, 2);
  put<quint16>(bytes, 16);
  bytes += "data";
  put<quint32>(bytes, size);
  for (const qint16 sample : wave.samples) put<qint16>(bytes, sample);
  return bytes;
}

Result<SoundWave> fromWav(const QByteArray& bytes) {
  const auto header = readHeader(bytes);
  if (!header) return header.error();
  SoundWave wave;
  wave.rate = header->rate;
  const qsizetype frame = 2 * header->channels;
  wave.samples.reserve(static_cast<size_t>(header->size / frame));
  for (qsizetype i = 0; i + frame <= header->size; i += frame) {
    int sum = 0;
    for (int channel = 0; channel < header->channels; ++channel) {
      sum += at<qint16>(bytes, header->from + i + 2 * channel);
    }
    wave.samples.push_back(static_cast<qint16>(sum / header->channels));
  }
  return wave;
}

}  // namespace yingda::ui
