// SPDX-License-Identifier: GPL-3.0-or-later
// Small strict readers shared by the files of calendars and policies.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/domain/calendar.h"

namespace yingda::clock_json {

Error invalid(const QString& what);
/// The object of a file, or why it is none.
Result<QJsonObject> rootOf(const QByteArray& json);
/// "08:30" as minutes since midnight, 0 to 1440.
std::optional<int> minuteFromText(QStringView text);
/// ["08:30-12:00", "13:30-18:00"]: in order and disjoint.
Result<std::vector<Span>> spansFrom(const QJsonArray& texts);
/// Names the first key of `object` that is not in `allowed`; a misspelt key must not be ignored.
std::optional<QString> unknownKey(const QJsonObject& object, const QStringList& allowed);

}  // namespace yingda::clock_json
