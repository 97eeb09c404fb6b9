// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence of a refusal on the command line.
#pragma once

#include <QString>

#include "core/base/error.h"

namespace yingda::admin {

/// One Chinese sentence: what happened and what to do; the word in the detail says which field it
/// was.
QString refusalText(const Error& error);

}  // namespace yingda::admin
