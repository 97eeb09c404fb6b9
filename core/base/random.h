// SPDX-License-Identifier: GPL-3.0-or-later
// Where chance comes from. Seeded in tests, simulations and the demo; the system's in real work.
#pragma once

#include <QByteArray>
#include <random>

namespace yingda {

/// A source of random bits. Thread: one at a time.
class Random {
 public:
  virtual ~Random() = default;
  virtual quint64 next() = 0;
  /// 0 to bound-1; bound must be positive.
  quint64 below(quint64 bound);
  /// 0 (included) to 1 (excluded).
  double unit();
  QByteArray bytes(qsizetype count);
};

/// The same seed gives the same sequence on every machine.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(quint64 seed) : m_engine(seed) {}
  quint64 next() override { return m_engine(); }

 private:
  std::mt19937_64 m_engine;
};

/// The operating system's secure source.
class SystemRandom final : public Random {
 public:
  quint64 next() override;
};

}  // namespace yingda
