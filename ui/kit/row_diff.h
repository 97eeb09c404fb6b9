// SPDX-License-Identifier: GPL-3.0-or-later
// Turns "old rows, new rows" into few batched ranges, so that views keep selection and scroll
// position.
#pragma once

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace yingda::ui {

enum class ChangeKind { Remove, Insert, Change };

/// A range of rows, both ends included. Ranges are applied one after the other, each to the list as
/// the ones before it left it; for Insert and Change the new content is rows first..last of the new
/// list.
struct Change {
  ChangeKind kind = ChangeKind::Change;
  int first = 0;
  int last = 0;
  friend bool operator==(const Change&, const Change&) = default;
};

namespace detail {

/// Which positions of `sequence` (distinct numbers, -1 skipped) form a longest rising subsequence.
std::vector<bool> longestRising(const std::vector<int>& sequence);
/// Adds row to the last range of the list when it touches it from above or below, else a new range.
void extend(std::vector<Change>& changes, ChangeKind kind, int row);

}  // namespace detail

/// Removes from the back, then inserts from the front, then changes. A moved row is removed and
/// inserted; the fewest rows move. `key(row)` needs ==, std::hash and should be unique; Row needs
/// ==.
template <class Row, class Key>
std::vector<Change> rowDiff(const std::vector<Row>& before, const std::vector<Row>& after,
                            Key key) {
  using KeyValue = std::decay_t<decltype(key(before.front()))>;
  std::unordered_map<KeyValue, int> indexBefore;
  for (size_t i = 0; i < before.size(); ++i) {
    indexBefore.emplace(key(before[i]), static_cast<int>(i));
  }
  std::vector<int> origin(after.size(), -1);
  std::vector<bool> isTaken(before.size(), false);
  for (size_t i = 0; i < after.size(); ++i) {
    const auto found = indexBefore.find(key(after[i]));
    if (found == indexBefore.end() || isTaken[static_cast<size_t>(found->second)]) continue;
    origin[i] = found->second;
    isTaken[static_cast<size_t>(found->second)] = true;
  }
  const std::vector<bool> isKept = detail::longestRising(origin);
  std::vector<bool> staysBefore(before.size(), false);
  for (size_t i = 0; i < after.size(); ++i) {
    if (isKept[i]) staysBefore[static_cast<size_t>(origin[i])] = true;
  }
  std::vector<Change> changes;
  for (size_t i = before.size(); i-- > 0;) {
    if (!staysBefore[i]) detail::extend(changes, ChangeKind::Remove, static_cast<int>(i));
  }
  for (size_t i = 0; i < after.size(); ++i) {
    if (!isKept[i]) detail::extend(changes, ChangeKind::Insert, static_cast<int>(i));
  }
  for (size_t i = 0; i < after.size(); ++i) {
    if (isKept[i] && !(before[static_cast<size_t>(origin[i])] == after[i])) {
      detail::extend(changes, ChangeKind::Change, static_cast<int>(i));
    }
  }
  return changes;
}

/// Makes `rows` equal to `after`, telling `sink` around each range: beginRemove(first, last),
/// endRemove(), beginInsert(first, last), endInsert(), changed(first, last).
template <class Row, class Sink>
void applyRowDiff(std::vector<Row>& rows, const std::vector<Row>& after,
                  const std::vector<Change>& changes, Sink&& sink) {
  for (const Change& change : changes) {
    const auto first = static_cast<std::ptrdiff_t>(change.first);
    const auto end = static_cast<std::ptrdiff_t>(change.last) + 1;
    switch (change.kind) {
      case ChangeKind::Remove:
        sink.beginRemove(change.first, change.last);
        rows.erase(rows.begin() + first, rows.begin() + end);
        sink.endRemove();
        break;
      case ChangeKind::Insert:
        sink.beginInsert(change.first, change.last);
        rows.insert(rows.begin() + first, after.begin() + first, after.begin() + end);
        sink.endInsert();
        break;
      case ChangeKind::Change:
        std::copy(after.begin() + first, after.begin() + end, rows.begin() + first);
        sink.changed(change.first, change.last);
        break;
    }
  }
}

}  // namespace yingda::ui
