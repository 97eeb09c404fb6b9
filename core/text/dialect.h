// SPDX-License-Identifier: GPL-3.0-or-later
// Dialect and everyday words of callers beside the words that articles use.
#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace yingda {

/// 冇水 means 停水, heard in 粤语.
struct DialectWord {
  QString word;
  QString standard;
  QString region;
};

/// The shipped list, longest words first.
const std::vector<DialectWord>& dialectWords();

/// The text, folded, with every dialect word replaced by its standard one.
QString standardWording(QStringView text);

}  // namespace yingda
