// SPDX-License-Identifier: GPL-3.0-or-later
// Log categories. Nothing personal is ever logged: names of statements and ids only.
#pragma once

#include <QLoggingCategory>

namespace yingda {

Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logService)
Q_DECLARE_LOGGING_CATEGORY(logUi)

}  // namespace yingda
