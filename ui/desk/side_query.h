// SPDX-License-Identifier: GPL-3.0-or-later
// What a search line means while an input method is still composing.
#pragma once

#include <QString>

#include "ui/kit/text_box.h"

namespace yingda::ui {

/// The text with the letters being composed at the caret, without the signs that an input method
/// puts between syllables: shui'guan searches as shuiguan.
inline QString composedText(const LineBox& line) {
  QString letters = line.preeditText();
  letters.remove(u'\'');
  letters.remove(u'’');
  letters.remove(u' ');
  QString text = line.text();
  return text.insert(line.cursorPosition(), letters);
}

}  // namespace yingda::ui
