// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and checks each text by itself: a broken file spoils no other.
#include "core/service/scenario_library.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include "core/training/drill_record.h"
#include "core/training/scenario_reader.h"
#include "core/training/shipped_scenarios.h"

namespace yingda {

namespace {

constexpr qsizetype ownMost = 500;

LibraryScenario checkedOf(const QByteArray& text, const Starter& starter) {
  CheckedScenario checked = checkScenario(text, starter);
  LibraryScenario one;
  one.id = checked.scenario.id;
  one.hash = scenarioHash(text);
  one.scenario = std::move(checked.scenario);
  one.problems = std::move(checked.problems);
  return one;
}

}  // namespace

std::vector<LibraryScenario> readScenarioLibrary(const Starter& starter, const QString& folder) {
  std::vector<LibraryScenario> library;
  QSet<QString> taken;
  const auto shipped = shippedScenarios();
  for (auto it = shipped.begin(); it != shipped.end(); ++it) {
    library.push_back(checkedOf(it.value(), starter));
    taken << it.key();
  }
  const QDir own(folder);
  const QStringList names =
      own.entryList({QStringLiteral("*.txt")}, QDir::Files | QDir::Readable, QDir::Name);
  for (const QString& name : names.mid(0, ownMost)) {
    QFile file(own.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) continue;
    // One byte more than allowed is enough to be told that it is too long.
    LibraryScenario one = checkedOf(file.read(scenarioBytesMax + 1), starter);
    one.file = name;
    if (one.id.isEmpty()) one.id = name;
    if (taken.contains(one.id)) {
      one.problems.push_back({ScenarioProblem::Kind::TwoOfAName, 0, 0, one.id.left(40)});
    }
    taken << one.id;
    library.push_back(std::move(one));
  }
  return library;
}

}  // namespace yingda
