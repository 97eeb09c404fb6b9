// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped calendars and policies, and short spellings for tests of clocks.
#pragma once

#include <QFile>
#include <QStringList>

#include "core/domain/milestone_json.h"
#include "core/domain/milestones.h"
#include "tests/runner/printers.h"

namespace yingda::test {

inline QByteArray sourceFile(const QString& path) {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/") + path);
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

inline CalendarSet starterCalendars() {
  auto set = CalendarSet::fromJson(sourceFile(QStringLiteral("resources/starter/calendars.json")));
  REQUIRE(set.has_value());
  return std::move(*set);
}

inline SlaPolicy starterPolicy(const QString& id) {
  const auto set =
      PolicySet::fromJson(sourceFile(QStringLiteral("resources/starter/sla_policies.json")));
  INFO((set ? std::string() : set.error().detail.toStdString()));
  REQUIRE(set.has_value());
  REQUIRE(set->findOrNull(id) != nullptr);
  return *set->findOrNull(id);
}

inline const MilestoneEngine& referenceEngine() {
  static const MilestoneEngine engine(starterCalendars(),
                                      starterPolicy(QStringLiteral("reference")));
  return engine;
}

/// "2026-03-10T09:00" in civil time.
inline Instant at(const char* text) {
  const auto instant = instantFromIso(QString::fromUtf8(text));
  REQUIRE(instant.has_value());
  return *instant;
}

/// Level, receipt and events as the command line takes them.
inline MilestoneInput ticket(const char* level, const char* received, const char* events = "",
                             const char* category = "", const char* channel = "") {
  const auto input = inputFromCli(QString::fromUtf8(level), QString::fromUtf8(received),
                                  QString::fromUtf8(events).split(u' ', Qt::SkipEmptyParts),
                                  QString::fromUtf8(category), QString::fromUtf8(channel));
  INFO((input ? std::string() : input.error().detail.toStdString()));
  REQUIRE(input.has_value());
  return *input;
}

inline Milestone milestone(const MilestoneEngine& engine, const MilestoneInput& input,
                           const char* id, Instant now) {
  for (const Milestone& each : engine.milestones(input, now)) {
    if (each.id == QString::fromUtf8(id)) return each;
  }
  FAIL("no milestone " << id);
  return {};
}

/// The rows of a golden file, without its comments.
inline std::vector<QStringList> goldenRows(const QString& name) {
  std::vector<QStringList> rows;
  const QString text = QString::fromUtf8(sourceFile(QStringLiteral("tests/domain/golden/") + name));
  const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
  for (const QString& line : lines) {
    if (!line.startsWith(u'#')) rows.push_back(line.split(u'\t'));
  }
  return rows;
}

/// "2026-03-10T09:00", or "-" for nothing.
inline QString minuteText(const std::optional<Instant>& instant) {
  return instant ? toIso(*instant).left(16) : QStringLiteral("-");
}

}  // namespace yingda::test
