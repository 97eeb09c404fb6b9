// SPDX-License-Identifier: GPL-3.0-or-later
// Always-on assertions: a broken invariant is our own bug and stops the program with its reason.
#pragma once

namespace yingda {

/// Writes the reason to the log and aborts.
[[noreturn]] void failInvariant(const char* condition, const char* reason, const char* file,
                                int line);

}  // namespace yingda

#define YINGDA_INVARIANT(condition, reason) \
  ((condition) ? static_cast<void>(0)       \
               : ::yingda::failInvariant(#condition, reason, __FILE__, __LINE__))
