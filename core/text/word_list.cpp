// SPDX-License-Identifier: GPL-3.0-or-later
// Tab-separated resources, read whole: the longest has a few hundred lines.
#include "core/text/word_list.h"

#include <QFile>

#include "core/base/invariant.h"

namespace yingda {

std::vector<QStringList> readWordList(const QString& name) {
  QFile file(QStringLiteral(":/text/") + name);
  YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "a built-in word list is missing");
  std::vector<QStringList> rows;
  const QString content = QString::fromUtf8(file.readAll());
  for (const QString& line : content.split(u'\n', Qt::SkipEmptyParts)) {
    if (!line.startsWith(u'#')) rows.push_back(line.split(u'\t'));
  }
  return rows;
}

}  // namespace yingda
