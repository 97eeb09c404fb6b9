// SPDX-License-Identifier: GPL-3.0-or-later
// For tests that cut the power or break disks on purpose: what the store logs of it is no news.
#pragma once

#include <QLoggingCategory>

namespace yingda::test {

struct QuietLog {
  QuietLog() { QLoggingCategory::setFilterRules(QStringLiteral("yingda.store=false")); }
  ~QuietLog() { QLoggingCategory::setFilterRules(QString()); }
  QuietLog(const QuietLog&) = delete;
  QuietLog& operator=(const QuietLog&) = delete;
};

}  // namespace yingda::test
