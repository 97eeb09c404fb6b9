// SPDX-License-Identifier: GPL-3.0-or-later
// An operation's payload as compact JSON: "f" sets fields, "a" lists activities.
#include "core/domain/change_set.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yingda {

namespace {

QString uuidText(const QUuid& uuid) { return uuid.toString(QUuid::WithoutBraces); }

QJsonObject toJson(const EntityChange& change) {
  QJsonObject fields;
  for (const auto& [name, value] : change.fields) {
    fields.insert(QString::fromLatin1(name), yingda::toJson(value));
  }
  QJsonObject json{{QStringLiteral("k"), QString::fromLatin1(change.kind)},
                   {QStringLiteral("i"), uuidText(change.id)},
                   {QStringLiteral("f"), fields}};
  if (change.base != 0) json.insert(QStringLiteral("b"), change.base);
  if (!change.seen.empty()) {
    QJsonObject seen;
    for (const auto& [name, text] : change.seen) seen.insert(QString::fromLatin1(name), text);
    json.insert(QStringLiteral("o"), seen);
  }
  return json;
}

QJsonObject toJson(const Activity& activity) {
  QJsonObject json{{QStringLiteral("i"), activity.id.text()},
                   {QStringLiteral("t"), activity.ticket.text()},
                   {QStringLiteral("k"), activityCode(activity.kind)},
                   {QStringLiteral("at"), toMs(activity.at)}};
  if (!activity.by.isNull()) json.insert(QStringLiteral("by"), activity.by.text());
  if (!activity.byName.isEmpty()) json.insert(QStringLiteral("n"), activity.byName);
  if (!activity.data.isEmpty()) json.insert(QStringLiteral("d"), activity.data);
  return json;
}

std::optional<EntityChange> entityFromJson(const QJsonObject& json, int* unknown) {
  EntityChange change;
  change.kind = json[u"k"].toString().toLatin1();
  change.id = QUuid::fromString(json[u"i"].toString());
  const KindRow* row = findKindRow(change.kind);
  if (!row || change.id.isNull()) {
    if (unknown) ++*unknown;
    return std::nullopt;
  }
  const QJsonObject fields = json[u"f"].toObject();
  for (auto it = fields.begin(); it != fields.end(); ++it) {
    const QByteArray name = it.key().toLatin1();
    const int column = row->columnIndex(name);
    if (column < 0) {
      if (unknown) ++*unknown;
      continue;
    }
    const FieldType type = row->columns[static_cast<size_t>(column)].type;
    change.fields.emplace_back(name, fieldFromJson(type, it.value()));
  }
  change.base = json[u"b"].toInteger();
  const QJsonObject seen = json[u"o"].toObject();
  for (auto it = seen.begin(); it != seen.end(); ++it) {
    change.seen.emplace_back(it.key().toLatin1(), it.value().toString());
  }
  return change;
}

std::optional<Activity> activityFromJson(const QJsonObject& json, int* unknown) {
  const auto kind = activityFromCode(json[u"k"].toString());
  Activity activity;
  activity.id = ActivityId::fromText(json[u"i"].toString());
  activity.ticket = TicketId::fromText(json[u"t"].toString());
  if (!kind || activity.id.isNull() || activity.ticket.isNull()) {
    if (unknown) ++*unknown;
    return std::nullopt;
  }
  activity.kind = *kind;
  activity.at = instantFromMs(json[u"at"].toInteger());
  activity.by = AgentId::fromText(json[u"by"].toString());
  activity.byName = json[u"n"].toString();
  activity.data = json[u"d"].toObject();
  return activity;
}

}  // namespace

QByteArray encode(const ChangeSet& changes) {
  QJsonArray entities;
  for (const EntityChange& change : changes.entities) entities.append(toJson(change));
  QJsonArray activities;
  for (const Activity& activity : changes.activities) activities.append(toJson(activity));
  QJsonArray claims;
  for (const ClaimToken& claim : changes.claims) {
    claims.append(QJsonObject{{QStringLiteral("t"), claim.ticket.text()},
                              {QStringLiteral("e"), uuidText(claim.epoch)},
                              {QStringLiteral("n"), claim.token}});
  }
  QJsonObject json;
  if (!entities.isEmpty()) json.insert(QStringLiteral("f"), entities);
  if (!activities.isEmpty()) json.insert(QStringLiteral("a"), activities);
  if (!claims.isEmpty()) json.insert(QStringLiteral("c"), claims);
  if (!changes.epoch.isNull()) json.insert(QStringLiteral("e"), uuidText(changes.epoch));
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ChangeSet> decodeChangeSet(const QByteArray& bytes, int* unknown) {
  if (unknown) *unknown = 0;
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
  if (error.error != QJsonParseError::NoError || !document.isObject()) {
    return Error{ErrorCode::Invalid, QStringLiteral("operation payload is no JSON object")};
  }
  ChangeSet changes;
  for (const QJsonValue& value : document[u"f"].toArray()) {
    if (auto change = entityFromJson(value.toObject(), unknown)) {
      changes.entities.push_back(std::move(*change));
    }
  }
  changes.epoch = QUuid::fromString(document[u"e"].toString());
  for (const QJsonValue& value : document[u"c"].toArray()) {
    changes.claims.push_back({TicketId::fromText(value[u"t"].toString()),
                              QUuid::fromString(value[u"e"].toString()), value[u"n"].toInteger()});
  }
  for (const QJsonValue& value : document[u"a"].toArray()) {
    if (auto activity = activityFromJson(value.toObject(), unknown)) {
      changes.activities.push_back(std::move(*activity));
    }
  }
  return changes;
}

}  // namespace yingda
