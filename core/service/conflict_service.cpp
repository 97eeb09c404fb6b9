// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the server's conflicts, and writes the edit that restores.
#include "core/service/conflict_service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/domain/authority.h"
#include "core/service/people_service.h"
#include "core/sync/local_store.h"

namespace yingda {

namespace {

constexpr int listMax = 200;
constexpr qsizetype seenMax = 2000;
const QString seenFact = QStringLiteral("conflicts_seen");

QString textOf(const QUuid& id) { return id.toString(QUuid::WithoutBraces); }

QJsonValue valueIn(const QByteArray& json) {
  return QJsonDocument::fromJson("[" + json + "]").array().at(0);
}

bool isTicketKind(const QByteArray& kind) { return kind == "ticket" || kind == "ticket_text"; }

bool mayRestore(const ConflictRow& row) {
  if (row.field == "holder") return true;
  const KindRow* kind = findKindRow(row.kind);
  const int column = kind ? kind->columnIndex(row.field) : -1;
  return column >= 0 && kind->columns[static_cast<size_t>(column)].merge != MergeRule::WriteOnce;
}

}  // namespace

Result<QStringList> ConflictService::seen() {
  const auto fact = m_workplace.journalThread().runAndWait(
      [this] { return m_workplace.journal().meta(seenFact); });
  if (!fact) return fact.error();
  QStringList ids;
  for (const QJsonValue& id : QJsonDocument::fromJson(*fact).array()) ids << id.toString();
  return ids;
}

QString ConflictService::nameOf(const AgentId& agent) {
  if (!m_agents) {
    auto all = PeopleService(m_workplace).agents();
    m_agents = all ? std::move(*all) : std::vector<Agent>();
  }
  for (const Agent& one : *m_agents) {
    if (one.id == agent) return one.staffNumber % u' ' % one.name;
  }
  return {};
}

QString ConflictService::inWords(const QByteArray& kind, const QByteArray& field,
                                 const QByteArray& json) {
  const QJsonValue value = valueIn(json);
  if (kind == "ticket" && field == "claim") return nameOf(AgentId::fromText(value.toString()));
  if (value.isObject()) {
    const QJsonObject group = value.toObject();
    const QString department = group[u"department"].toString();
    const Department* known = m_workplace.starter.department(department);
    const QString person = group[u"holder_name"].toString();
    const QString name = known ? known->name : department;
    return person.isEmpty() ? name : QString(name % QStringLiteral(" · ") % person);
  }
  if (kind == "ticket" && value.isDouble()) {
    const auto number = value.toInteger();
    if (field == "level") return levelWord(FieldCodec<Level>::read(FieldValue(number)));
    if (field == "kind") return kindWord(FieldCodec<Kind>::read(FieldValue(number)));
    if (field == "channel") return channelWord(FieldCodec<Channel>::read(FieldValue(number)));
    if (field.endsWith("_at")) return toIso(instantFromMs(number)).left(16).replace(u'T', u' ');
    return QString::number(number);
  }
  if (field == "category") {
    const Category* known = m_workplace.starter.category(value.toString());
    if (known) return known->name;
  }
  return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Result<ConflictView> ConflictService::viewOf(const ConflictRow& row) {
  ConflictView view;
  view.id = row.id;
  view.kind = row.kind;
  view.field = row.field;
  view.kept = inWords(row.kind, row.field, row.kept);
  view.lost = inWords(row.kind, row.field, row.lost);
  view.keptByName = nameOf(row.keptAgent);
  view.lostByName = nameOf(row.lostAgent);
  view.at = row.at;
  view.isMine = row.lostBy == m_workplace.journalReader().workstation();
  view.mayRestore = mayRestore(row);
  if (!isTicketKind(row.kind)) return view;
  view.ticket = TicketId(row.thing);
  const auto stored = TicketQueries(m_workplace.cacheDatabase()).byId(view.ticket);
  if (stored) {
    view.ticketNumber = stored->ticket.number;
    view.ticketTitle = stored->text.title;
  }
  return view;
}

Result<std::vector<ConflictView>> ConflictService::list() {
  const auto rows = m_workplace.cache().conflicts(listMax);
  if (!rows) return rows.error();
  const auto known = seen();
  if (!known) return known.error();
  std::vector<ConflictView> views;
  for (const ConflictRow& row : *rows) {
    auto view = viewOf(row);
    if (!view) return view.error();
    view->isSeen = known->contains(textOf(row.id));
    views.push_back(std::move(*view));
  }
  std::stable_partition(views.begin(), views.end(),
                        [](const ConflictView& view) { return !view.isSeen; });
  return views;
}

Result<int> ConflictService::unseen() {
  const auto rows = m_workplace.cache().conflicts(listMax);
  if (!rows) return rows.error();
  const auto known = seen();
  if (!known) return known.error();
  const WorkstationId me = m_workplace.journalReader().workstation();
  return static_cast<int>(std::count_if(rows->begin(), rows->end(), [&](const ConflictRow& row) {
    return row.lostBy == me && !known->contains(textOf(row.id));
  }));
}

Result<void> ConflictService::markSeen(const QUuid& id) {
  auto known = seen();
  if (!known) return known.error();
  if (known->contains(textOf(id))) return {};
  *known << textOf(id);
  while (known->size() > seenMax) known->removeFirst();
  const QByteArray text =
      QJsonDocument(QJsonArray::fromStringList(*known)).toJson(QJsonDocument::Compact);
  return m_workplace.journalThread().runAndWait(
      [this, &text] { return m_workplace.noted(m_workplace.journal().setMeta(seenFact, text)); });
}

Result<void> ConflictService::restore(const Agent& actor, const QUuid& id) {
  if (!mayDo(actor.role, Deed::TakeCall)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  const auto rows = m_workplace.cache().conflicts(listMax);
  if (!rows) return rows.error();
  const auto found = std::find_if(rows->begin(), rows->end(),
                                  [&id](const ConflictRow& row) { return row.id == id; });
  if (found == rows->end()) return Error{ErrorCode::NotFound, QStringLiteral("conflict")};
  if (!mayRestore(*found)) return Error{ErrorCode::Refused, QStringLiteral("written once")};
  const KindRow* kind = findKindRow(found->kind);
  EntityChange change(found->kind, found->thing);
  const QJsonValue lost = valueIn(found->lost);
  const QJsonObject values =
      lost.isObject() ? lost.toObject() : QJsonObject{{QString::fromLatin1(found->field), lost}};
  for (auto it = values.begin(); it != values.end(); ++it) {
    const int column = kind->columnIndex(it.key().toLatin1());
    if (column < 0) continue;
    const FieldType type = kind->columns[static_cast<size_t>(column)].type;
    change.fields.emplace_back(it.key().toLatin1(), fieldFromJson(type, it.value()));
  }
  ChangeSet changes;
  changes.entities.push_back(std::move(change));
  if (isTicketKind(found->kind)) {
    Activity activity;
    activity.ticket = TicketId(found->thing);
    activity.kind = ActivityKind::Edited;
    activity.at = m_workplace.now();
    activity.by = actor.id;
    activity.byName = actor.staffNumber % u' ' % actor.outsideName;
    activity.data = {{QStringLiteral("restored"), QString::fromLatin1(found->field)},
                     {QStringLiteral("conflict"), textOf(id)}};
    changes.activities.push_back(std::move(activity));
  }
  const auto done = m_workplace.commit(actor.id, QStringLiteral("restore"), std::move(changes));
  return done ? markSeen(id) : done;
}

Result<std::vector<RefusalView>> ConflictService::refusals() {
  const auto fact = m_workplace.journalThread().runAndWait(
      [this] { return m_workplace.journal().meta(attentionFact()); });
  if (!fact) return fact.error();
  std::vector<RefusalView> views;
  for (const Attention& one : attentionIn(*fact)) {
    const auto operations = m_workplace.journalReader().read(one.sequence - 1, 1);
    if (!operations) return operations.error();
    if (operations->empty()) continue;
    const Operation& operation = operations->front();
    RefusalView view{one.sequence, one.isParked, one.reason, operation.header.madeAt, {}, {}};
    const auto changes = decodeChangeSet(operation.payload);
    QStringList parts;
    for (const EntityChange& change : changes ? changes->entities : std::vector<EntityChange>()) {
      for (const auto& [name, value] : change.fields) {
        if (change.kind == "claim") break;  // says nothing but whose ticket it is about
        const QByteArray json =
            QJsonDocument(QJsonArray{toJson(value)}).toJson(QJsonDocument::Compact);
        const QString words = inWords(change.kind, name, json.mid(1, json.size() - 2));
        if (name == "number") view.ticketNumber = words;
        const bool isText = std::holds_alternative<QString>(value);
        if (isText && name != "number" && !words.isEmpty()) parts << words;
      }
      const bool isOfTicket = isTicketKind(change.kind) || change.kind == "claim";
      if (!isOfTicket || !view.ticketNumber.isEmpty()) continue;
      const auto stored = TicketQueries(m_workplace.cacheDatabase()).byId(TicketId(change.id));
      if (stored) view.ticketNumber = stored->ticket.number;
    }
    view.summary = parts.mid(0, 3).join(QStringLiteral("；"));
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace yingda
