// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of times of day and spans from data files.
#include "core/domain/clock_json.h"

#include <QJsonDocument>
#include <QStringList>

namespace yingda::clock_json {

Error invalid(const QString& what) { return {ErrorCode::Invalid, what}; }

Result<QJsonObject> rootOf(const QByteArray& json) {
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
  if (problem.error != QJsonParseError::NoError) return invalid(problem.errorString());
  if (!document.isObject()) return invalid(QStringLiteral("not a JSON object"));
  return document.object();
}

std::optional<int> minuteFromText(QStringView text) {
  if (text.size() != 5 || text[2] != u':') return std::nullopt;
  bool hourOk = false;
  bool minuteOk = false;
  const int hour = text.left(2).toInt(&hourOk);
  const int minute = text.right(2).toInt(&minuteOk);
  if (!hourOk || !minuteOk || hour < 0 || minute < 0 || minute > 59) return std::nullopt;
  if (hour > 24 || (hour == 24 && minute > 0)) return std::nullopt;
  return hour * 60 + minute;
}

Result<std::vector<Span>> spansFrom(const QJsonArray& texts) {
  std::vector<Span> spans;
  for (const auto& value : texts) {
    const QString text = value.toString();
    const auto from = minuteFromText(QStringView(text).left(5));
    const auto to = minuteFromText(QStringView(text).mid(6));
    if (text.size() != 11 || text[5] != u'-' || !from || !to || *from >= *to) {
      return invalid(QStringLiteral("no span of a day: ") + text);
    }
    if (!spans.empty() && *from < spans.back().toMinute) {
      return invalid(QStringLiteral("spans overlap or are out of order: ") + text);
    }
    spans.push_back({*from, *to});
  }
  return spans;
}

std::optional<QString> unknownKey(const QJsonObject& object, const QStringList& allowed) {
  const QStringList keys = object.keys();
  for (const QString& key : keys) {
    if (!allowed.contains(key)) return key;
  }
  return std::nullopt;
}

}  // namespace yingda::clock_json
