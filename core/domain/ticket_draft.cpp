// SPDX-License-Identifier: GPL-3.0-or-later
// A draft as JSON: the same field tables, so a new ticket field is in every draft at once.
#include "core/domain/ticket_draft.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yingda {

namespace {

template <class T>
QJsonObject fieldsToJson(const FieldTable<T>& table, const T& thing) {
  QJsonObject json;
  for (const auto& f : table.fields) {
    const FieldValue value = f.read(thing);
    if (!std::holds_alternative<std::monostate>(value)) {
      json.insert(QString::fromLatin1(f.name), toJson(value));
    }
  }
  return json;
}

template <class T>
void fieldsFromJson(const FieldTable<T>& table, const QJsonObject& json, T& thing) {
  for (const auto& f : table.fields) {
    const QJsonValue value = json[QLatin1String(f.name)];
    if (!value.isUndefined()) f.write(thing, fieldFromJson(f.type, value));
  }
}

QJsonArray factsToJson(const std::vector<DraftFact>& facts) {
  QJsonArray json;
  for (const DraftFact& fact : facts) {
    json.append(QJsonObject{{QStringLiteral("k"), activityCode(fact.kind)},
                            {QStringLiteral("at"), toMs(fact.at)},
                            {QStringLiteral("d"), fact.data},
                            {QStringLiteral("s"), fact.stored}});
  }
  return json;
}

QJsonArray idsToJson(const QList<TicketId>& ids) {
  QJsonArray json;
  for (const TicketId& id : ids) json.append(id.text());
  return json;
}

QJsonArray promisesToJson(const std::vector<DraftPromise>& promises) {
  QJsonArray json;
  for (const DraftPromise& made : promises) {
    json.append(QJsonObject{{QStringLiteral("i"), made.promise.id.text()},
                            {QStringLiteral("f"), fieldsToJson(promiseFields(), made.promise)},
                            {QStringLiteral("s"), made.stored}});
  }
  return json;
}

QStringList listFromJson(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue& item : value.toArray()) list << item.toString();
  return list;
}

}  // namespace

bool TicketDraft::has(ActivityKind kind) const {
  for (const DraftFact& fact : facts) {
    if (fact.kind == kind) return true;
  }
  return false;
}

void TicketDraft::mark(ActivityKind kind, Instant at, const QJsonObject& data) {
  const bool repeats = kind == ActivityKind::Quoted || kind == ActivityKind::OutsideCalled ||
                       kind == ActivityKind::Edited || kind == ActivityKind::Sensitive ||
                       kind == ActivityKind::Warned;
  for (const DraftFact& fact : facts) {
    if (fact.kind == kind && (!repeats || fact.data == data)) return;
  }
  facts.push_back({kind, at, data, false});
}

void TicketDraft::unmark(ActivityKind kind) {
  std::erase_if(facts, [kind](const DraftFact& fact) { return fact.kind == kind; });
}

bool TicketDraft::isBlank() const {
  const TicketText empty{.id = text.id,
                         .title = {},
                         .request = {},
                         .reply = {},
                         .note = {},
                         .place = text.place,
                         .contactName = text.contactName,
                         .contactPhone = text.contactPhone,
                         .phoneRefused = false,
                         .cause = {},
                         .outcome = {},
                         .emotion = {}};
  return text == empty && occurredWords.isEmpty() && ticket.category.isEmpty() && facts.empty() &&
         promises.empty() && !isSaved;
}

QByteArray encode(const TicketDraft& draft) {
  const QJsonObject json{{QStringLiteral("id"), draft.id.text()},
                         {QStringLiteral("ticket_id"), draft.ticket.id.text()},
                         {QStringLiteral("ticket"), fieldsToJson(ticketFields(), draft.ticket)},
                         {QStringLiteral("text"), fieldsToJson(ticketTextFields(), draft.text)},
                         {QStringLiteral("saved"), draft.isSaved},
                         {QStringLiteral("level_touched"), draft.levelTouched},
                         {QStringLiteral("kind_touched"), draft.kindTouched},
                         {QStringLiteral("caller"), draft.callerNumber},
                         {QStringLiteral("verified"), draft.verified},
                         {QStringLiteral("candidate"), draft.candidate.text()},
                         {QStringLiteral("occurred_words"), draft.occurredWords},
                         {QStringLiteral("occurred_kept"), draft.occurredKept},
                         {QStringLiteral("facts"), factsToJson(draft.facts)},
                         {QStringLiteral("tie_to"), draft.tieTo.text()},
                         {QStringLiteral("tie"), tieKindCode(draft.tieKind)},
                         {QStringLiteral("apart"), idsToJson(draft.apartFrom)},
                         {QStringLiteral("suggested"), draft.suggested},
                         {QStringLiteral("suggested_sure"), draft.suggestedSure},
                         {QStringLiteral("script"), draft.scriptId},
                         {QStringLiteral("step"), draft.scriptStep},
                         {QStringLiteral("trail"), QJsonArray::fromStringList(draft.scriptTrail)},
                         {QStringLiteral("phrases"), QJsonArray::fromStringList(draft.usedPhrases)},
                         {QStringLiteral("offered"), QJsonArray::fromStringList(draft.offered)},
                         {QStringLiteral("emotion"), draft.emotion},
                         {QStringLiteral("pace"), draft.pace},
                         {QStringLiteral("quick"), draft.isQuick},
                         {QStringLiteral("short"), draft.isShort},
                         {QStringLiteral("promises"), promisesToJson(draft.promises)},
                         {QStringLiteral("focus"), draft.focusField},
                         {QStringLiteral("caret"), draft.caret},
                         {QStringLiteral("touched"), toMs(draft.touchedAt)}};
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<TicketDraft> decodeDraft(const QByteArray& bytes) {
  const QJsonDocument document = QJsonDocument::fromJson(bytes);
  if (!document.isObject()) return Error{ErrorCode::Corrupt, QStringLiteral("draft is no JSON")};
  const QJsonObject json = document.object();
  TicketDraft draft;
  draft.id = DraftId::fromText(json[u"id"].toString());
  if (draft.id.isNull()) return Error{ErrorCode::Corrupt, QStringLiteral("draft without id")};
  draft.ticket.id = TicketId::fromText(json[u"ticket_id"].toString());
  draft.text.id = draft.ticket.id;
  fieldsFromJson(ticketFields(), json[u"ticket"].toObject(), draft.ticket);
  fieldsFromJson(ticketTextFields(), json[u"text"].toObject(), draft.text);
  draft.isSaved = json[u"saved"].toBool();
  draft.levelTouched = json[u"level_touched"].toBool();
  draft.kindTouched = json[u"kind_touched"].toBool();
  draft.callerNumber = json[u"caller"].toString();
  draft.verified = json[u"verified"].toBool();
  draft.candidate = HouseholdId::fromText(json[u"candidate"].toString());
  draft.occurredWords = json[u"occurred_words"].toString();
  draft.occurredKept = json[u"occurred_kept"].toString();
  for (const QJsonValue& value : json[u"facts"].toArray()) {
    const auto kind = activityFromCode(value[u"k"].toString());
    if (!kind) continue;
    draft.facts.push_back({*kind, instantFromMs(value[u"at"].toInteger()), value[u"d"].toObject(),
                           value[u"s"].toBool()});
  }
  draft.tieTo = TicketId::fromText(json[u"tie_to"].toString());
  draft.tieKind = tieKindFromCode(json[u"tie"].toString()).value_or(TieKind::None);
  for (const QJsonValue& id : json[u"apart"].toArray()) {
    draft.apartFrom << TicketId::fromText(id.toString());
  }
  draft.suggested = json[u"suggested"].toString();
  draft.suggestedSure = json[u"suggested_sure"].toInt();
  draft.scriptId = json[u"script"].toString();
  draft.scriptStep = json[u"step"].toString();
  draft.scriptTrail = listFromJson(json[u"trail"]);
  draft.usedPhrases = listFromJson(json[u"phrases"]);
  draft.offered = listFromJson(json[u"offered"]);
  draft.emotion = json[u"emotion"].toString();
  draft.pace = json[u"pace"].toString();
  draft.isQuick = json[u"quick"].toBool();
  draft.isShort = json[u"short"].toBool();
  for (const QJsonValue& value : json[u"promises"].toArray()) {
    DraftPromise made;
    made.promise.id = PromiseId::fromText(value[u"i"].toString());
    fieldsFromJson(promiseFields(), value[u"f"].toObject(), made.promise);
    made.stored = value[u"s"].toBool();
    draft.promises.push_back(std::move(made));
  }
  draft.focusField = json[u"focus"].toString();
  draft.caret = json[u"caret"].toInt();
  draft.touchedAt = instantFromMs(json[u"touched"].toInteger());
  return draft;
}

}  // namespace yingda
