// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences for failures and notices: what happened, what is safe, what to do.
#pragma once

#include <QString>

#include "core/base/error.h"

namespace yingda::ui {

/// One sentence for people; the detail of the error is for the log and is not shown.
QString errorText(const Error& error);

/// What the store may have to tell; the same kinds as the notices of the store.
enum class Notice {
  CacheRebuilding,
  CacheRebuilt,
  DiskFull,
  ReadOnly,
  WritableAgain,
  JournalDamaged,
  CalendarYearMissing
};

/// `done` of `total` while rebuilding; `detail` is the year of a missing calendar.
QString noticeText(Notice notice, qint64 done = 0, qint64 total = 0, const QString& detail = {});

}  // namespace yingda::ui
