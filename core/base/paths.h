// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program's files lie on this machine, and the platform calls on files.
#pragma once

#include <QString>

#include "core/base/result.h"

namespace yingda {

/// The user's store, e.g. ~/.local/share/yingda. The demo lies beside it, never inside it.
QString defaultStoreFolder();
QString demoStoreFolder();

/// Makes the folder, readable by its owner only; takes other people's rights off one that is
/// there. Tells ReadOnly, DiskFull or Io.
Result<void> makePrivateFolder(const QString& folder);
/// True when a file can be created and synced in the folder now.
Result<void> probeWritable(const QString& folder);

/// Whether this user owns what stands there itself; a link is no way to somebody else's.
bool isOwn(const QString& path);

}  // namespace yingda
