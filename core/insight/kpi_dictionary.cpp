// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the dictionary and refuses lines that could mislead.
#include "core/insight/kpi_dictionary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace yingda {

namespace {

Error invalid(const QString& what) { return {ErrorCode::Invalid, what}; }

Result<KpiDefinition> readDefinition(const QJsonObject& json) {
  KpiDefinition row;
  row.id = json[u"id"].toString();
  row.name = json[u"name"].toString();
  row.nameEn = json[u"en"].toString();
  row.formula = json[u"formula"].toString();
  row.clock = json[u"clock"].toString();
  row.exclusions = json[u"exclusions"].toString();
  row.unit = json[u"unit"].toString();
  row.isSpeed = json[u"speed"].toBool();
  row.quality = json[u"quality"].toString();
  const QJsonObject counter = json[u"counter"].toObject();
  row.counter = {counter[u"id"].toString(), counter[u"name"].toString(), counter[u"en"].toString(),
                 counter[u"unit"].toString()};
  for (const QString& word : {row.id, row.name, row.nameEn, row.formula, row.clock, row.exclusions,
                              row.unit, row.counter.id, row.counter.name, row.counter.nameEn}) {
    if (word.isEmpty()) return invalid(row.id % QStringLiteral(": a word is missing"));
  }
  for (const QJsonValue& word : json[u"kinds"].toArray()) {
    const auto kind = kindFromText(word.toString());
    if (!kind) return invalid(row.id % QStringLiteral(": no kind ") % word.toString());
    row.kinds.push_back(*kind);
  }
  if (row.kinds.empty()) return invalid(row.id % QStringLiteral(": counts no kind"));
  const QJsonObject target = json[u"target"].toObject();
  row.isTargetMost = target.contains(u"most");
  const QJsonValue limit = row.isTargetMost ? target[u"most"] : target[u"least"];
  if (limit.isDouble()) row.target = limit.toDouble();
  return row;
}

}  // namespace

bool KpiDefinition::counts(Kind kind) const {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::optional<bool> KpiDefinition::meets(double value) const {
  if (!target) return std::nullopt;
  return isTargetMost ? value <= *target : value >= *target;
}

Result<KpiDictionary> KpiDictionary::fromJson(const QByteArray& json) {
  const QJsonDocument document = QJsonDocument::fromJson(json);
  if (!document.isObject()) return invalid(QStringLiteral("kpis: no document"));
  KpiDictionary dictionary;
  for (const QJsonValue& value : document.object()[u"kpis"].toArray()) {
    auto row = readDefinition(value.toObject());
    if (!row) return row.error();
    if (dictionary.findOrNull(row->id)) return invalid(row->id % QStringLiteral(": stands twice"));
    dictionary.m_definitions.push_back(std::move(*row));
  }
  if (dictionary.m_definitions.empty()) return invalid(QStringLiteral("kpis: none"));
  for (const KpiDefinition& row : dictionary.m_definitions) {
    if (!row.isSpeed && row.quality.isEmpty()) continue;
    // Speed alone is bought with quality: nobody may read the one without the other.
    const KpiDefinition* quality = dictionary.findOrNull(row.quality);
    if (!quality || quality->isSpeed) return invalid(row.id % QStringLiteral(": no quality"));
  }
  return dictionary;
}

const KpiDefinition* KpiDictionary::findOrNull(const QString& id) const {
  const auto found = std::find_if(m_definitions.begin(), m_definitions.end(),
                                  [&id](const KpiDefinition& row) { return row.id == id; });
  return found == m_definitions.end() ? nullptr : &*found;
}

}  // namespace yingda
