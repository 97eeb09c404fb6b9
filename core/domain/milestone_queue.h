// SPDX-License-Identifier: GPL-3.0-or-later
// What is due next across many tickets: an indexed heap.
#pragma once

#include <QtGlobal>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/local_time.h"

namespace yingda {

/// The next due of many tickets, keyed by any number of the caller.
/// Limits: update and remove O(log n), earliest O(1), top(n) O(n log n); equal dues go by key.
class DueQueue {
 public:
  struct Entry {
    qint64 key = 0;
    Instant due{};
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  /// Inserts the key or moves it to its new due.
  void update(qint64 key, Instant due);
  /// Nothing happens when the key is absent.
  void remove(qint64 key);
  void clear();
  bool contains(qint64 key) const { return m_position.contains(key); }
  std::size_t size() const { return m_heap.size(); }
  bool isEmpty() const { return m_heap.empty(); }
  std::optional<Entry> earliest() const;
  /// The first `count` entries in order of due.
  std::vector<Entry> top(std::size_t count) const;
  /// Every entry due at or before `at`, in order of due.
  std::vector<Entry> dueUntil(Instant at) const;

 private:
  static bool isBefore(const Entry& a, const Entry& b);
  void place(std::size_t index, const Entry& entry);
  void siftUp(std::size_t index);
  void siftDown(std::size_t index);

  std::vector<Entry> m_heap;
  std::unordered_map<qint64, std::size_t> m_position;
};

}  // namespace yingda
