// SPDX-License-Identifier: GPL-3.0-or-later
// A binary heap that knows where every key lies.
#include "core/domain/milestone_queue.h"

#include <algorithm>
#include <queue>

namespace yingda {

bool DueQueue::isBefore(const Entry& a, const Entry& b) {
  return a.due != b.due ? a.due < b.due : a.key < b.key;
}

void DueQueue::place(std::size_t index, const Entry& entry) {
  m_heap[index] = entry;
  m_position[entry.key] = index;
}

void DueQueue::siftUp(std::size_t index) {
  const Entry entry = m_heap[index];
  while (index > 0) {
    const std::size_t parent = (index - 1) / 2;
    if (!isBefore(entry, m_heap[parent])) break;
    place(index, m_heap[parent]);
    index = parent;
  }
  place(index, entry);
}

void DueQueue::siftDown(std::size_t index) {
  const Entry entry = m_heap[index];
  for (;;) {
    std::size_t child = 2 * index + 1;
    if (child >= m_heap.size()) break;
    if (child + 1 < m_heap.size() && isBefore(m_heap[child + 1], m_heap[child])) ++child;
    if (!isBefore(m_heap[child], entry)) break;
    place(index, m_heap[child]);
    index = child;
  }
  place(index, entry);
}

void DueQueue::update(qint64 key, Instant due) {
  const auto found = m_position.find(key);
  if (found == m_position.end()) {
    m_heap.push_back({key, due});
    siftUp(m_heap.size() - 1);
    return;
  }
  const std::size_t index = found->second;
  const bool isEarlier = due < m_heap[index].due;
  m_heap[index].due = due;
  if (isEarlier) {
    siftUp(index);
  } else {
    siftDown(index);
  }
}

void DueQueue::remove(qint64 key) {
  const auto found = m_position.find(key);
  if (found == m_position.end()) return;
  const std::size_t index = found->second;
  const Entry last = m_heap.back();
  m_position.erase(found);
  m_heap.pop_back();
  if (index == m_heap.size()) return;
  place(index, last);
  siftUp(index);
  siftDown(m_position[last.key]);
}

void DueQueue::clear() {
  m_heap.clear();
  m_position.clear();
}

std::optional<DueQueue::Entry> DueQueue::earliest() const {
  if (m_heap.empty()) return std::nullopt;
  return m_heap.front();
}

std::vector<DueQueue::Entry> DueQueue::top(std::size_t count) const {
  std::vector<Entry> entries;
  if (m_heap.empty() || count == 0) return entries;
  entries.reserve(std::min(count, m_heap.size()));
  const auto isAfter = [this](std::size_t a, std::size_t b) {
    return isBefore(m_heap[b], m_heap[a]);
  };
  // The next entry is always the root or a child of one already taken.
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(isAfter)> front(isAfter);
  front.push(0);
  while (!front.empty() && entries.size() < count) {
    const std::size_t index = front.top();
    front.pop();
    entries.push_back(m_heap[index]);
    for (const std::size_t child : {2 * index + 1, 2 * index + 2}) {
      if (child < m_heap.size()) front.push(child);
    }
  }
  return entries;
}

std::vector<DueQueue::Entry> DueQueue::dueUntil(Instant at) const {
  std::vector<Entry> entries;
  std::vector<std::size_t> open;
  if (!m_heap.empty()) open.push_back(0);
  while (!open.empty()) {
    const std::size_t index = open.back();
    open.pop_back();
    if (m_heap[index].due > at) continue;
    entries.push_back(m_heap[index]);
    for (const std::size_t child : {2 * index + 1, 2 * index + 2}) {
      if (child < m_heap.size()) open.push_back(child);
    }
  }
  std::sort(entries.begin(), entries.end(), isBefore);
  return entries;
}

}  // namespace yingda
