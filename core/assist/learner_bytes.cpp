// SPDX-License-Identifier: GPL-3.0-or-later
// The learner as bytes: magic, version, checksum, and a compressed stream of 16-bit weights.
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <algorithm>
#include <cmath>

#include "core/assist/softmax_learner.h"

namespace yingda {
namespace {

constexpr char magic[] = {'Y', 'D', 'W', 'T'};
constexpr quint8 version = 1;
constexpr qsizetype hashBytes = 32;
constexpr qsizetype headBytes = 4 + 1 + hashBytes;
constexpr qsizetype bytesMax = 256 * 1024 * 1024;
constexpr float weightSteps = 32767;

}  // namespace

QByteArray SoftmaxLearner::save() const {
  QByteArray body;
  QDataStream out(&body, QIODevice::WriteOnly);
  out.setVersion(QDataStream::Qt_6_4);
  out.setFloatingPointPrecision(QDataStream::SinglePrecision);
  out << m_labels << qint32(m_bits) << qint32(m_count) << m_texts << m_temperature << m_threshold;
  for (qsizetype k = 0; k < m_labels.size(); ++k) out << m_bias[static_cast<size_t>(k)];
  out << quint32(m_squares.size());
  for (quint32 bucket = 0; bucket < m_rowOf.size(); ++bucket) {
    if (m_rowOf[bucket] < 0) continue;
    const auto row = static_cast<size_t>(m_rowOf[bucket]);
    const float* weights = m_weights.data() + row * static_cast<size_t>(m_stride);
    float top = 0;
    for (qsizetype k = 0; k < m_labels.size(); ++k) top = std::max(top, std::abs(weights[k]));
    out << bucket << m_textsWith[bucket] << m_squares[row] << top;
    for (qsizetype k = 0; k < m_labels.size(); ++k) {
      out << qint16(top > 0 ? std::lround(weights[k] / top * weightSteps) : 0);
    }
  }
  out << quint32(m_recent.size());
  for (const ScoredLabel& recent : m_recent) {
    out << qint32(recent.label) << quint32(recent.scores.size());
    for (const float score : recent.scores) out << score;
  }
  const QByteArray packed = qCompress(body, 6);
  QByteArray bytes(magic, sizeof magic);
  bytes += static_cast<char>(version);
  bytes += QCryptographicHash::hash(packed, QCryptographicHash::Sha256);
  return bytes + packed;
}

Result<SoftmaxLearner> SoftmaxLearner::load(const QByteArray& bytes) {
  const Error damaged{ErrorCode::Corrupt, QStringLiteral("learned weights")};
  if (bytes.size() < headBytes || bytes.size() > bytesMax) return damaged;
  if (!bytes.startsWith(QByteArrayView(magic, sizeof magic))) return damaged;
  if (static_cast<quint8>(bytes[4]) > version)
    return Error{ErrorCode::TooNew, QStringLiteral("learned weights")};
  const QByteArray packed = bytes.mid(headBytes);
  if (QCryptographicHash::hash(packed, QCryptographicHash::Sha256) != bytes.mid(5, hashBytes)) {
    return damaged;
  }
  const QByteArray body = qUncompress(packed);
  QDataStream in(body);
  in.setVersion(QDataStream::Qt_6_4);
  in.setFloatingPointPrecision(QDataStream::SinglePrecision);
  QStringList labels;
  qint32 bits = 0;
  qint32 count = 0;
  in >> labels >> bits >> count;
  if (in.status() != QDataStream::Ok || labels.size() > classesMax || count < 0) return damaged;
  SoftmaxLearner learner(static_cast<int>(labels.size()));
  if (bits != learner.m_bits && (bits < 8 || bits > featureBitsMax)) return damaged;
  learner.m_bits = bits;
  learner.m_rowOf.assign(size_t{1} << bits, -1);
  learner.m_textsWith.assign(size_t{1} << bits, 0);
  learner.m_labels = labels;
  learner.m_count = count;
  in >> learner.m_texts >> learner.m_temperature >> learner.m_threshold;
  for (qsizetype k = 0; k < labels.size(); ++k) in >> learner.m_bias[static_cast<size_t>(k)];
  quint32 rows = 0;
  in >> rows;
  if (in.status() != QDataStream::Ok || rows > learner.m_rowOf.size()) return damaged;
  learner.m_squares.assign(rows, 0.0f);
  learner.m_weights.assign(size_t{rows} * static_cast<size_t>(learner.m_stride), 0.0f);
  for (quint32 row = 0; row < rows; ++row) {
    quint32 bucket = 0;
    quint32 textsWith = 0;
    float top = 0;
    in >> bucket >> textsWith >> learner.m_squares[row] >> top;
    if (bucket >= learner.m_rowOf.size() || learner.m_rowOf[bucket] >= 0) return damaged;
    learner.m_rowOf[bucket] = static_cast<qint32>(row);
    learner.m_textsWith[bucket] = textsWith;
    float* weights = learner.m_weights.data() + size_t{row} * static_cast<size_t>(learner.m_stride);
    for (qsizetype k = 0; k < labels.size(); ++k) {
      qint16 steps = 0;
      in >> steps;
      weights[k] = static_cast<float>(steps) / weightSteps * top;
    }
  }
  quint32 recentCount = 0;
  in >> recentCount;
  if (in.status() != QDataStream::Ok || recentCount > 100'000) return damaged;
  for (quint32 i = 0; i < recentCount; ++i) {
    qint32 label = 0;
    quint32 size = 0;
    in >> label >> size;
    if (label < 0 || label >= labels.size() || size > classesMax) return damaged;
    ScoredLabel recent{std::vector<float>(size), label};
    for (float& score : recent.scores) in >> score;
    learner.m_recent.push_back(std::move(recent));
  }
  if (in.status() != QDataStream::Ok || !in.atEnd()) return damaged;
  return learner;
}

}  // namespace yingda
