// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the program gives up on purpose.
#include "core/base/invariant.h"

#include <cstdio>
#include <cstdlib>

namespace yingda {

void failInvariant(const char* condition, const char* reason, const char* file, int line) {
  std::fprintf(stderr, "invariant broken: %s (%s) at %s:%d\n", reason, condition, file, line);
  std::fflush(stderr);
  std::abort();
}

}  // namespace yingda
