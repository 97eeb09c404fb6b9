// SPDX-License-Identifier: GPL-3.0-or-later
// The categories' names, as they are switched on the command line.
#include "core/base/log.h"

namespace yingda {

Q_LOGGING_CATEGORY(logStore, "yingda.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logService, "yingda.service", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "yingda.ui", QtWarningMsg)

}  // namespace yingda
