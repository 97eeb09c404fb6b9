// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the word lists that are built in under :/text.
#pragma once

#include <QStringList>
#include <vector>

namespace yingda {

/// Rows of a built-in tab-separated file, comments (#) and empty lines left out. A missing file is
/// our own bug.
std::vector<QStringList> readWordList(const QString& name);

}  // namespace yingda
