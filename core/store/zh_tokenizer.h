// SPDX-License-Identifier: GPL-3.0-or-later
// The FTS5 tokenizer `zh`: search tokens of core/text, as SQLite wants them.
#pragma once

#include "core/base/result.h"

struct sqlite3;

namespace yingda {

/// Makes `tokenize='zh'` known to this connection.
Result<void> registerZhTokenizer(sqlite3* handle);

}  // namespace yingda
