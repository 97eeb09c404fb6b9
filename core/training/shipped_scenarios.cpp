// SPDX-License-Identifier: GPL-3.0-or-later
// Resources only: nothing here depends on the working folder.
#include "core/training/shipped_scenarios.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace yingda {

QMap<QString, QByteArray> shippedScenarios() {
  QMap<QString, QByteArray> texts;
  QDirIterator each(QStringLiteral(":/training/scenarios"), {QStringLiteral("*.txt")}, QDir::Files);
  while (each.hasNext()) {
    QFile file(each.next());
    if (file.open(QIODevice::ReadOnly)) {
      texts.insert(QFileInfo(file.fileName()).completeBaseName(), file.readAll());
    }
  }
  return texts;
}

}  // namespace yingda
