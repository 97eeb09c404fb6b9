// SPDX-License-Identifier: GPL-3.0-or-later
// When a step of a call script is said: only at night, only for these levels, only while the form
// has a place. A step whose condition does not hold is passed over to its next one.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace yingda {

struct Script;
struct ScriptStep;

/// What stands in a call: keys of core/domain/script_keys.h with their words, "true" for a flag,
/// and "night"; besides, the fields that have a value.
struct ScriptStand {
  QHash<QString, QString> words;
  QSet<QString> filled;
  friend bool operator==(const ScriptStand&, const ScriptStand&) = default;
};

/// Every part of it has to hold, and none is needed: {"night": true, "level": ["红", "橙"],
/// "has": "place", "lacks": "contact_phone"}. A list is any of its words; a category stands for all
/// below it; a flag that is not there is false.
bool conditionHolds(const QJsonObject& when, const ScriptStand& stand);

/// night, has, lacks and the keys of script_keys.
const QStringList& conditionNames();
/// Whether that part of a condition may ask for this.
bool mayBeAsked(const QString& name, const QJsonValue& value);
/// True when no call of this script can meet the step's condition: it contradicts itself, or when
/// the script is said at all.
bool neverHolds(const Script& script, const ScriptStep& step);

/// As it is typed, and back: night=true; level=红|橙; has=place.
QString conditionText(const QJsonObject& when);
QJsonObject conditionFromText(const QString& text);

}  // namespace yingda
