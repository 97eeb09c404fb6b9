// SPDX-License-Identifier: GPL-3.0-or-later
// Bounded draws without modulo bias, and the system's source.
#include "core/base/random.h"

#include <QRandomGenerator>

#include "core/base/invariant.h"

namespace yingda {

quint64 Random::below(quint64 bound) {
  YINGDA_INVARIANT(bound > 0, "a draw needs a positive bound");
  // Values below the remainder would be drawn once too often; they are thrown away.
  const quint64 remainder = (0 - bound) % bound;
  for (;;) {
    const quint64 value = next();
    if (value >= remainder) return value % bound;
  }
}

double Random::unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

QByteArray Random::bytes(qsizetype count) {
  QByteArray result(count, Qt::Uninitialized);
  for (qsizetype i = 0; i < count; i += 8) {
    quint64 word = next();
    for (qsizetype j = i; j < count && j < i + 8; ++j, word >>= 8) {
      result[j] = static_cast<char>(word & 0xff);
    }
  }
  return result;
}

quint64 SystemRandom::next() { return QRandomGenerator::system()->generate64(); }

}  // namespace yingda
