// SPDX-License-Identifier: GPL-3.0-or-later
// The account of a deadline as rows of a table: days folded, holidays joined, now marked.
#pragma once

#include <QString>
#include <vector>

#include "core/domain/milestone_account.h"

namespace yingda::ui {

/// One line of the table. Times are texts because a joined row spells them differently.
struct WhyRow {
  /// Day: a line of its own. Folded: whole days with lunch in one line, opens into `parts`.
  /// Part: a line of an opened fold.
  enum class Kind { Day, Folded, Part };
  Kind kind = Kind::Day;
  Instant start{};  ///< with the end it identifies the row while the clock moves
  Instant end{};    ///< equals start for a row that only reports a change
  QString date;     ///< 10-08 周四, 10-12 – 10-13; empty when the row above has it
  QString from;     ///< 08:30, 周一 08:30, 09-30 18:00
  QString to;
  qint64 minutes = 0;  ///< counted in this row
  qint64 total = 0;    ///< counted so far, this row included
  QString why;
  int strongFrom = -1;  ///< where the bold part of `why` begins, or -1
  bool isCounted = false;
  bool isMakeUp = false;       ///< counted on a make-up day, in accent
  bool isOnMakeUpDay = false;  ///< on such a day, lunch included
  bool isFuture = false;
  bool isNow = false;   ///< the first row after now; the accent line runs above it
  bool isLast = false;  ///< the row that ends at the due
  std::vector<WhyRow> parts;
  friend bool operator==(const WhyRow&, const WhyRow&) = default;
};

/// Folds the segments. `now` outside the account marks nothing.
std::vector<WhyRow> whyRows(const Account& account, Instant now);
/// The words in front of the date of the row that is now: 现在 10:12.
QString whyNowText(Instant now);
/// "夜间 18:00–08:30 不计，已收起"; empty when no night was left out.
QString whyNightText(const Account& account);

}  // namespace yingda::ui
