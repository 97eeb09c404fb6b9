// SPDX-License-Identifier: GPL-3.0-or-later
// The words of SyncView::reason.
#pragma once

#include <QString>

#include "core/sync/sync_engine.h"

namespace yingda {

/// Pure; any thread.
QString wordOf(Refusal refusal);
QString wordOf(SyncStop stop);

}  // namespace yingda
