// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sentences that we wrote ourselves, and makes the triage from the built-in words.
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>

#include "core/assist/triage.h"
#include "tests/runner/printers.h"

namespace yingda::test {

inline QByteArray contentOfFile(const QString& path) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

/// Rows of tests/assist/NAME by columns; comments left out.
inline std::vector<QStringList> sentences(const QString& name) {
  std::vector<QStringList> rows;
  const QString path = QStringLiteral(YINGDA_SOURCE_DIR "/tests/assist/") + name;
  const QStringList lines = QString::fromUtf8(contentOfFile(path)).split(u'\n');
  for (const QString& line : lines) {
    if (!line.isEmpty() && !line.startsWith(u'#')) rows.push_back(line.split(u'\t'));
  }
  return rows;
}

/// The starter organisation from its source files: the tests of this layer link no service.
inline const Starter& starterForTests() {
  static const Starter starter = [] {
    StarterFiles files;
    const QString root = QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/");
    QDirIterator each(root, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
      const QString path = each.next();
      files.insert(path.mid(root.size()), contentOfFile(path));
    }
    auto read = readStarter(files);
    REQUIRE(read);
    return std::move(*read);
  }();
  return starter;
}

inline const Triage& triageForTests() {
  static const Triage triage = [] {
    auto made = Triage::make(starterForTests());
    REQUIRE(made);
    return std::move(*made);
  }();
  return triage;
}

}  // namespace yingda::test
