// SPDX-License-Identifier: GPL-3.0-or-later
// A cache drawn from somebody's journal, in slices, until nothing is left.
#pragma once

#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <memory>

#include "core/base/random.h"
#include "core/store/cache.h"

namespace yingda::test {

/// Draws until nothing is left, in slices of that length, and says how many it took.
inline int drawAll(Cache& cache, Journal& journal, Milliseconds slice, Touched& touched) {
  for (int slices = 1;; ++slices) {
    const auto done = cache.catchUp(journal, slice, touched);
    REQUIRE(done);
    if (*done) return slices;
  }
}
inline int drawAll(Cache& cache, Journal& journal, Milliseconds slice) {
  Touched touched;
  return drawAll(cache, journal, slice, touched);
}

/// The journal of a store, only read, and an empty cache in a folder of its own.
class DrawnCache {
  SystemRandom m_random;
  const Clock& m_clock;
  DueOf m_dueOf;
  QTemporaryDir m_folder;

 public:
  DrawnCache(const QString& store, const Clock& clock, const DueOf& dueOf)
      : m_clock(clock), m_dueOf(dueOf) {
    JournalOptions reading;
    reading.readOnly = true;
    auto opened = Journal::open(store, clock, m_random, reading);
    REQUIRE(opened);
    journal = std::move(*opened);
    cache = another();
  }
  /// As a further process would open the same file.
  std::unique_ptr<Cache> another() const {
    auto opened = Cache::open(m_folder.path(), m_clock, m_dueOf);
    REQUIRE(opened);
    return std::move(*opened);
  }
  int drawAll(Milliseconds slice) { return test::drawAll(*cache, *journal, slice); }
  QString folder() const { return m_folder.path(); }

  std::unique_ptr<Journal> journal;
  std::unique_ptr<Cache> cache;
};

}  // namespace yingda::test
