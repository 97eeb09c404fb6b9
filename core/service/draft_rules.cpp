// SPDX-License-Identifier: GPL-3.0-or-later
// The save of a draft: new tickets whole, saved ones by what differs.
#include "core/service/draft_rules.h"

#include <utility>

#include "core/domain/quick_entry.h"
#include "core/service/ticket_rules.h"

namespace yingda {

namespace {

std::optional<Error> tooLong(const TicketText& text) {
  const std::pair<const QString*, const char*> texts[] = {
      {&text.request, "request"}, {&text.reply, "reply"}, {&text.note, "note"}};
  for (const auto& [value, name] : texts) {
    if (value->size() > textLengthMax) return Error{ErrorCode::Invalid, QLatin1String(name)};
  }
  const std::pair<const QString*, const char*> lines[] = {{&text.place, "place"},
                                                          {&text.contactName, "contactName"},
                                                          {&text.contactPhone, "contactPhone"},
                                                          {&text.title, "title"}};
  for (const auto& [value, name] : lines) {
    if (value->size() > lineLengthMax) return Error{ErrorCode::Invalid, QLatin1String(name)};
  }
  return std::nullopt;
}

Activity activityOf(const SaveContext& context, const TicketId& ticket, ActivityKind kind,
                    Instant at, const QJsonObject& data = {}) {
  Activity activity;
  activity.ticket = ticket;
  activity.kind = kind;
  activity.at = at;
  activity.by = context.actor.id;
  activity.byName = staffLabel(context.actor);
  activity.data = data;
  return activity;
}

void recordDifferences(const SaveContext& context, const Ticket& after, ChangeSet& changes) {
  const Ticket& before = *context.before;
  const auto record = [&](ActivityKind kind, const QString& from, const QString& to) {
    if (from == to) return;
    changes.activities.push_back(
        activityOf(context, after.id, kind, context.now,
                   {{QStringLiteral("from"), from}, {QStringLiteral("to"), to}}));
  };
  record(ActivityKind::LevelChanged, levelColour(before.level), levelColour(after.level));
  record(ActivityKind::KindChanged, kindWord(before.kind), kindWord(after.kind));
  record(ActivityKind::CategoryChanged, before.category, after.category);
}

/// What the triage had decided and nobody changed is the category, and the record says whose it is.
void letSuggestionStand(const SaveContext& context, TicketDraft& draft, Ticket& ticket,
                        ChangeSet& changes) {
  const QString suggested = std::exchange(draft.suggested, {});
  const int sure = std::exchange(draft.suggestedSure, 0);
  if (!ticket.category.isEmpty() || !context.starter.category(suggested)) return;
  ticket.category = suggested;
  changes.activities.push_back(
      activityOf(context, ticket.id, ActivityKind::Edited, context.now,
                 {{QStringLiteral("suggested"), suggested}, {QStringLiteral("sure"), sure}}));
}

/// The stored ticket wins for what the form does not show: stage, cycle and holder may have moved
/// on.
Ticket mergedWithStored(const TicketDraft& draft, const SaveContext& context) {
  Ticket ticket = draft.ticket;
  if (!context.before) return ticket;
  ticket.stage = context.before->stage;
  ticket.cycle = context.before->cycle;
  ticket.holder = context.before->holder;
  ticket.holderName = context.before->holderName;
  ticket.department = context.before->department;
  ticket.firstReceiver = context.before->firstReceiver;
  ticket.keeper = context.before->keeper;
  ticket.solution = context.before->solution;
  ticket.event = context.before->event;
  // A draft marks, and never takes a mark back that somebody else has made meanwhile.
  if (ticket.sensitive.isEmpty()) ticket.sensitive = context.before->sensitive;
  return ticket;
}

void dispatch(const SaveContext& context, const DispatchTo& to, Ticket& ticket,
              ChangeSet& changes) {
  const Department* department = context.starter.department(to.department);
  const QString name = department ? department->name : to.department;
  ticket.department = to.department;
  ticket.holderName = to.person.trimmed();
  ticket.holder = AgentId();
  if (ticket.stage < Stage::Dispatched) ticket.stage = Stage::Dispatched;
  QJsonObject data{{QStringLiteral("department"), name}};
  if (!ticket.holderName.isEmpty()) data.insert(QStringLiteral("person"), ticket.holderName);
  changes.activities.push_back(
      activityOf(context, ticket.id, ActivityKind::Dispatched, context.now, data));
}

QList<Missing> missingFor(SaveIntent intent, const Ticket& ticket, const TicketText& text,
                          const QString& department) {
  QList<Missing> missing;
  if (intent == SaveIntent::Save) return missing;
  missing = missingToDispatch(ticket, text);
  // While a pipe bursts, the number can be asked for after the engineer is on the way.
  if (intent == SaveIntent::EarlyDispatch) missing.removeAll(Missing::Phone);
  if (department.isEmpty()) missing << Missing::Department;
  return missing;
}

}  // namespace

Result<SavePlan> planSave(const SaveContext& context, const TicketDraft& draft, SaveIntent intent,
                          const DispatchTo& wanted) {
  if (const auto error = tooLong(draft.text)) return *error;
  SavePlan plan;
  plan.draft = draft;
  Ticket ticket = mergedWithStored(draft, context);
  letSuggestionStand(context, plan.draft, ticket, plan.changes);
  TicketText text = draft.text;
  text.id = ticket.id;
  // What a person put right is a label of the ticket; what was only read is nobody's word.
  if (!draft.emotion.isEmpty()) text.emotion = draft.emotion;
  if (draft.verified) ticket.household = draft.candidate;
  if (text.title.trimmed().isEmpty()) text.title = titleFrom(text.request);
  const Category* category = context.starter.category(ticket.category);
  if (text.title.isEmpty() && category) text.title = category->name;
  DispatchTo to = wanted;
  if (to.department.isEmpty()) to.department = draft.ticket.department;
  if (to.department.isEmpty() && category) to.department = category->department;
  if (to.person.isEmpty()) to.person = draft.ticket.holderName;
  plan.missing = missingFor(intent, ticket, text, to.department);
  if (!plan.missing.isEmpty()) return plan;

  // What nobody could read as a time still is what the owner said: it stays as words.
  const QString occurred = draft.occurredWords.trimmed().left(lineLengthMax);
  if (!context.before) {
    ticket.firstReceiver = context.actor.id;
    ticket.holder = context.actor.id;
    ticket.department.clear();
    ticket.holderName.clear();
    QJsonObject data{{QStringLiteral("channel"), channelWord(ticket.channel)}};
    if (!draft.callerNumber.isEmpty()) data.insert(QStringLiteral("number"), draft.callerNumber);
    if (!occurred.isEmpty()) data.insert(QStringLiteral("occurred"), occurred);
    if (draft.isQuick) {
      const QuickCode* code = context.starter.quickCodeOf(ticket.category);
      data.insert(QLatin1String(quickMark), code ? code->id : QStringLiteral("other"));
    }
    plan.changes.activities.push_back(
        activityOf(context, ticket.id, ActivityKind::Contact, ticket.receivedAt, data));
  } else {
    recordDifferences(context, ticket, plan.changes);
    if (!occurred.isEmpty() && occurred != draft.occurredKept) {
      plan.changes.activities.push_back(activityOf(context, ticket.id, ActivityKind::Edited,
                                                   context.now,
                                                   {{QStringLiteral("occurred"), occurred}}));
    }
  }
  plan.draft.occurredKept = occurred;
  for (DraftFact& fact : plan.draft.facts) {
    if (fact.stored) continue;
    plan.changes.activities.push_back(
        activityOf(context, ticket.id, fact.kind, fact.at, fact.data));
    fact.stored = true;
  }
  for (DraftPromise& made : plan.draft.promises) {
    if (made.stored) continue;
    made.promise.ticket = ticket.id;
    plan.changes.create(promiseFields(), made.promise.id, made.promise);
    made.stored = true;
  }
  if (intent != SaveIntent::Save) dispatch(context, to, ticket, plan.changes);
  if (context.before) {
    plan.changes.update(ticketFields(), ticket.id, *context.before, ticket);
    plan.changes.update(ticketTextFields(), ticket.id, *context.textBefore, text);
  } else {
    plan.changes.create(ticketFields(), ticket.id, ticket);
    plan.changes.create(ticketTextFields(), ticket.id, text);
  }
  plan.draft.ticket = ticket;
  plan.draft.text = text;
  plan.draft.isSaved = true;
  return plan;
}

}  // namespace yingda
