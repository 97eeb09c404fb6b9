// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of the row diff, and the model on top of it.
#include "ui/kit/row_diff.h"

#include <rapidcheck/catch.h>

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <algorithm>
#include <numeric>
#include <set>

#include "tests/runner/printers.h"
#include "ui/kit/row_model.h"

using namespace yingda::ui;

namespace {

struct Row {
  int key = 0;
  int value = 0;
  friend bool operator==(const Row&, const Row&) = default;
};

int keyOf(const Row& row) { return row.key; }

/// Counts the calls and checks that each range fits the list at that moment.
struct Recorder {
  std::vector<Row>& rows;
  int removed = 0;
  int inserted = 0;
  bool fits = true;
  void check(int first, int last, size_t size) {
    fits = fits && first >= 0 && first <= last && static_cast<size_t>(last) < size;
  }
  void beginRemove(int first, int last) {
    check(first, last, rows.size());
    removed += last - first + 1;
  }
  void endRemove() {}
  void beginInsert(int first, int last) {
    fits = fits && static_cast<size_t>(first) <= rows.size();
    inserted += last - first + 1;
  }
  void endInsert() {}
  void changed(int first, int last) { check(first, last, rows.size()); }
};

std::vector<Row> uniqueRows(const std::vector<std::pair<int, int>>& source) {
  std::vector<Row> rows;
  std::set<int> seen;
  for (const auto& [key, value] : source) {
    const int small = ((key % 24) + 24) % 24;
    if (seen.insert(small).second) rows.push_back({small, value % 3});
  }
  return rows;
}

class Model final : public RowModel<Row> {
 public:
  QVariant data(const QModelIndex& index, int role) const override {
    return role == Qt::DisplayRole ? QVariant(rowAt(index.row()).value) : QVariant();
  }
};

std::vector<Row> numbered(int count) {
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i) rows.push_back({i, 0});
  return rows;
}

}  // namespace

TEST_CASE("applying the diff gives the new rows, through ranges that fit") {
  rc::prop("any two lists", [](const std::vector<std::pair<int, int>>& a,
                               const std::vector<std::pair<int, int>>& b) {
    std::vector<Row> rows = uniqueRows(a);
    const std::vector<Row> before = rows;
    const std::vector<Row> after = uniqueRows(b);
    Recorder recorder{rows};
    applyRowDiff(rows, after, rowDiff(before, after, keyOf), recorder);
    RC_ASSERT(rows == after);
    RC_ASSERT(recorder.fits);
  });
}

TEST_CASE("lists with repeated keys still come out right") {
  rc::prop("any two lists", [](const std::vector<std::pair<int, int>>& a,
                               const std::vector<std::pair<int, int>>& b) {
    const auto plain = [](const std::vector<std::pair<int, int>>& source) {
      std::vector<Row> rows;
      for (const auto& [key, value] : source) rows.push_back({key % 4, value % 3});
      return rows;
    };
    std::vector<Row> rows = plain(a);
    const std::vector<Row> after = plain(b);
    Recorder recorder{rows};
    applyRowDiff(rows, after, rowDiff(rows, after, keyOf), recorder);
    RC_ASSERT(rows == after);
    RC_ASSERT(recorder.fits);
  });
}

TEST_CASE("equal lists need nothing and one moved row moves alone") {
  rc::prop("a rotation by one", [](const std::vector<std::pair<int, int>>& a) {
    const std::vector<Row> before = uniqueRows(a);
    RC_ASSERT(rowDiff(before, before, keyOf).empty());
    RC_PRE(before.size() >= 2U);
    std::vector<Row> after = before;
    std::rotate(after.begin(), after.begin() + 1, after.end());
    std::vector<Row> rows = before;
    Recorder recorder{rows};
    applyRowDiff(rows, after, rowDiff(before, after, keyOf), recorder);
    RC_ASSERT(recorder.removed == 1);
    RC_ASSERT(recorder.inserted == 1);
  });
}

TEST_CASE("neighbours are batched into one range") {
  const std::vector<Row> before = numbered(10);
  std::vector<Row> after = before;
  after.erase(after.begin() + 3, after.begin() + 7);
  CHECK(rowDiff(before, after, keyOf) == std::vector<Change>{{ChangeKind::Remove, 3, 6}});
  CHECK(rowDiff(after, before, keyOf) == std::vector<Change>{{ChangeKind::Insert, 3, 6}});
  after = before;
  for (size_t i = 2; i < 5; ++i) after[i].value = 1;
  CHECK(rowDiff(before, after, keyOf) == std::vector<Change>{{ChangeKind::Change, 2, 4}});
}

TEST_CASE("the model keeps a persistent index on its row and never resets") {
  Model model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.setRows(numbered(5), keyOf);
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  const QPersistentModelIndex third(model.index(3, 0));
  std::vector<Row> fewer = numbered(5);
  fewer.erase(fewer.begin());
  fewer.front().value = 2;
  model.setRows(fewer, keyOf);
  CHECK(third.row() == 2);
  CHECK(model.rowAt(2).key == 3);
  CHECK(resets.isEmpty());
}
