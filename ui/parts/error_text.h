// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences for failures and notices: what happened, what is safe, what to do.
#pragma once

#include <QString>

#include "core/base/error.h"

namespace yingda::ui {

/// One sentence for people; the detail of the error is for the log and is not shown.
QString errorText(const Error& error);
/// Why an act on a group event was not done.
QString eventTrouble(const Error& error);

/// Why somebody did not get in; `asksPassword`: with the password of the server, else a PIN.
QString signInTrouble(const Error& error, bool asksPassword);

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

/// The journal was found damaged. `aside` is the path of the file that was set aside and `records`
/// what was carried over; without a path, the first record that does not hold, or 0 when nothing
/// can be saved.
QString journalDamagedText(qint64 records, const QString& aside);

/// `done` of `total` while rebuilding; `detail` is the year of a missing calendar.
QString noticeText(Notice notice, qint64 done = 0, qint64 total = 0, const QString& detail = {});

}  // namespace yingda::ui
