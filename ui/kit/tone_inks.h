// SPDX-License-Identifier: GPL-3.0-or-later
// The two colours of a tone: what it stands on, and its words.
#pragma once

#include "ui/kit/badge.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

struct ToneInks {
  Token fill;
  Token text;
};
ToneInks inksOf(Tone tone);

}  // namespace yingda::ui
