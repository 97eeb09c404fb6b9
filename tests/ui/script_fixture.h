// SPDX-License-Identifier: GPL-3.0-or-later
// The starter organisation read from the project's own files.
#pragma once

#include <QDir>
#include <QFile>

#include "core/domain/starter.h"
#include "tests/runner/printers.h"

namespace yingda::ui {

/// Read once a process; a file that cannot be read fails the test.
inline const Starter& realStarter() {
  static const Starter starter = [] {
    StarterFiles files;
    const QDir root(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter"));
    for (const QString& folder : {QString(), QStringLiteral("articles")}) {
      const QDir here(root.filePath(folder));
      for (const QString& name :
           here.entryList({QStringLiteral("*.json"), QStringLiteral("*.md")}, QDir::Files)) {
        QFile file(here.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString key = folder.isEmpty() ? name : folder + u'/' + name;
        files.insert(key, file.readAll());
      }
    }
    Result<Starter> read = readStarter(files);
    REQUIRE(read);
    return std::move(*read);
  }();
  return starter;
}

}  // namespace yingda::ui
