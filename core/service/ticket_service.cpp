// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets move by operations: one act, one commit, one fsync.
#include "core/service/ticket_service.h"

#include <QJsonDocument>

#include "core/base/log.h"
#include "core/service/draft_rules.h"
#include "core/service/event_service.h"
#include "core/service/ticket_rules.h"
#include "core/service/tie_service.h"
#include "core/service/view_builder.h"
#include "core/text/phone.h"

namespace yingda {

std::optional<Error> TicketService::refusal(Deed deed) const {
  if (mayDo(m_actor.role, deed)) return std::nullopt;
  return Error{ErrorCode::Forbidden, QStringLiteral("role")};
}

Result<TicketDraft> TicketService::newDraft(const QString& callerNumber, Instant firstRing,
                                            TicketId ticket, DraftId id) {
  if (const auto error = refusal(Deed::TakeCall)) return *error;
  const auto number = m_workplace.noted(m_workplace.journal().takeNumber());
  if (!number) return number.error();
  TicketDraft draft;
  draft.id = id;
  draft.ticket.id = ticket;
  draft.ticket.number = number->digits();
  draft.ticket.receivedAt = firstRing;
  draft.text.id = ticket;
  draft.touchedAt = m_workplace.now();
  const QString heard = callerNumber.left(200);
  const auto phone = parsePhone(heard);
  draft.callerNumber = phone ? phone->canonical : heard.simplified();
  if (phone) draft.text.contactPhone = phone->canonical;
  if (auto saved = saveDraft(draft); !saved) return saved.error();
  return draft;
}

Result<void> TicketService::saveDraft(const TicketDraft& draft) {
  if (const auto error = refusal(Deed::TakeCall)) return *error;
  Draft row;
  row.id = draft.id;
  row.owner = m_actor.id;
  row.numberDigits = draft.ticket.number;
  row.touchedAt = draft.touchedAt;
  row.body = encode(draft);
  return m_workplace.noted(m_workplace.journal().saveDraft(row));
}

Result<SaveAnswer> TicketService::save(const TicketDraft& draft, SaveIntent intent,
                                       const DispatchTo& to) {
  if (const auto error = refusal(Deed::TakeCall)) return *error;
  if (intent != SaveIntent::Save) {
    if (const auto error = refusal(Deed::Dispatch)) return *error;
  }
  SaveContext context{m_workplace.starter, m_actor, m_workplace.now()};
  StoredTicket stored;
  if (draft.isSaved) {
    if (auto done = m_workplace.reach(draft.ticket.id); !done) return done.error();
    auto found = TicketQueries(m_workplace.cacheDatabase()).byId(draft.ticket.id);
    if (!found) return found.error();
    stored = std::move(*found);
    context.before = &stored.ticket;
    context.textBefore = &stored.text;
  }
  auto plan = planSave(context, draft, intent, to);
  if (!plan) return plan.error();
  SaveAnswer answer;
  answer.draft = plan->draft;
  answer.missing = plan->missing;
  if (!answer.missing.isEmpty()) return answer;
  if (auto tied = addTies(plan->draft, plan->changes); !tied) return tied.error();
  answer.draft = plan->draft;
  std::vector<Activity> activities = plan->changes.activities;
  const bool keepsDraft = intent == SaveIntent::EarlyDispatch;
  const QString kind = draft.isSaved ? QStringLiteral("ticket") : QStringLiteral("ticket.new");
  const auto drop = keepsDraft ? std::nullopt : std::optional(draft.id);
  auto done = m_workplace.commit(m_actor.id, kind, std::move(plan->changes), drop);
  if (!done) return done.error();
  if (keepsDraft) {
    const TicketDraft kept = answer.draft;
    const auto saved =
        m_workplace.journalThread().runAndWait([this, kept] { return saveDraft(kept); });
    if (!saved) qCWarning(logService) << "draft not kept:" << errorCodeName(saved.error().code);
  }
  ViewBuilder builder(m_workplace.cacheDatabase(), m_workplace.starter, *m_workplace.engine,
                      m_workplace.now());
  builder.setViewer(m_actor, *m_workplace.hands());
  builder.setBlobs(m_workplace.blobs);
  // While the cache is being rebuilt the ticket is shown from what was saved.
  auto view = m_workplace.isRebuilding() ? Result<TicketView>(Error{})
                                         : builder.ticket(answer.draft.ticket.id);
  answer.view =
      view ? std::move(*view)
           : builder.ticketOf(answer.draft.ticket, answer.draft.text, std::move(activities));
  return answer;
}

Result<void> TicketService::addTies(TicketDraft& draft, ChangeSet& changes) {
  TicketQueries queries(m_workplace.cacheDatabase());
  const auto add = [&](const TicketId& to, TieKind kind) -> Result<void> {
    const auto other = queries.byId(to);
    // What is not here any more ties nothing; the ticket itself is saved in any case.
    if (!other) {
      return other.error().code == ErrorCode::NotFound ? Result<void>() : other.error();
    }
    yingda::addTie(changes, draft.ticket, other->ticket, kind, m_actor, m_workplace.now());
    if (kind != TieKind::Cause) return {};
    // One key: the pair is judged, and both stand in one event.
    const StoredTicket own{0, draft.ticket, draft.text, {}, {}};
    const auto event = joinEventOf(m_workplace, m_actor, own, *other, changes);
    if (!event) return event.error();
    if (!event->isNull()) draft.ticket.event = *event;
    return {};
  };
  for (const TicketId& apart : std::as_const(draft.apartFrom)) {
    if (auto done = add(apart, TieKind::Apart); !done) return done;
  }
  if (!draft.tieTo.isNull() && draft.tieKind != TieKind::None) {
    if (auto done = add(draft.tieTo, draft.tieKind); !done) return done;
  }
  // An early dispatch goes on with the draft, and has tied already.
  draft.apartFrom.clear();
  draft.tieTo = TicketId();
  draft.tieKind = TieKind::None;
  return {};
}

Result<TicketView> TicketService::act(const TicketId& id, const act::Any& what,
                                      std::optional<Instant> at) {
  if (auto done = m_workplace.reach(id); !done) return done.error();
  TicketQueries queries(m_workplace.cacheDatabase());
  const auto stored = queries.byId(id);
  if (!stored) return stored.error();
  // Whoever may not read it may still write down that its owner has reached us again.
  const bool isClosed = readingOf(stored->ticket, &m_actor) == Reading::Closed;
  if (isClosed && !std::holds_alternative<act::Urge>(what)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("sensitive")};
  }
  const auto activities = queries.activities(stored->row);
  if (!activities) return activities.error();
  const ActContext context{stored->ticket,      stored->text, *activities,
                           m_workplace.starter, m_actor,      at.value_or(m_workplace.now())};
  auto changes = changesOf(context, what);
  if (!changes) return changes.error();
  if (!changes->isEmpty()) {
    // The call is made, or nothing is left to do: others may have it.
    if (std::holds_alternative<act::CallBack>(what) || std::holds_alternative<act::Archive>(what)) {
      const auto claim = ClaimQueries(m_workplace.cacheDatabase()).of(id);
      if (claim && *claim && (*claim)->agent == m_actor.id) {
        changes->entities.push_back(releaseClaim(id));
      }
    }
    auto done = m_workplace.commit(m_actor.id, QStringLiteral("ticket"), std::move(*changes));
    if (!done) return done.error();
  }
  ViewBuilder builder(m_workplace.cacheDatabase(), m_workplace.starter, *m_workplace.engine,
                      m_workplace.now());
  builder.setViewer(m_actor, *m_workplace.hands());
  builder.setBlobs(m_workplace.blobs);
  return builder.ticket(id);
}

Result<void> TicketService::wrapUp(const TicketDraft& draft, const QString& code,
                                   const QString& text) {
  if (const auto error = refusal(Deed::TakeCall)) return *error;
  const auto& codes = m_workplace.starter.wrapUpCodes;
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&code](const WrapUpCode& row) { return row.id == code; });
  if (found == codes.end() || found->needsTicket) {
    return Error{ErrorCode::Invalid, QStringLiteral("code")};
  }
  // A call without a ticket is an archived record of its own: it keeps number, household and
  // quotes, and counts in the mix of calls, but stands in no queue.
  TicketDraft record = draft;
  record.suggested.clear();
  record.text.title = record.text.title.isEmpty() ? found->name : record.text.title;
  SaveContext context{m_workplace.starter, m_actor, m_workplace.now()};
  auto plan = planSave(context, record, SaveIntent::Save, {});
  if (!plan) return plan.error();
  ChangeSet changes = std::move(plan->changes);
  for (EntityChange& change : changes.entities) {
    if (change.kind != "ticket") continue;
    std::erase_if(change.fields, [](const auto& f) {
      return f.first == "stage" || f.first == "solution" || f.first == "level" || f.first == "kind";
    });
    change.fields.emplace_back("stage", FieldCodec<Stage>::write(Stage::Archived));
    change.fields.emplace_back("level", FieldCodec<Level>::write(Level::Green));
    change.fields.emplace_back("kind", FieldCodec<Kind>::write(Kind::Enquiry));
    change.fields.emplace_back("solution", FieldCodec<QString>::write(found->name));
  }
  Activity activity;
  activity.ticket = draft.ticket.id;
  activity.kind = ActivityKind::Archived;
  activity.at = m_workplace.now();
  activity.by = m_actor.id;
  activity.byName = staffLabel(m_actor);
  activity.data = {{QStringLiteral("code"), code}, {QStringLiteral("result"), found->name}};
  if (!text.trimmed().isEmpty()) activity.data.insert(QStringLiteral("text"), text.trimmed());
  changes.activities.push_back(std::move(activity));
  return m_workplace.commit(m_actor.id, QStringLiteral("call"), std::move(changes), draft.id);
}

}  // namespace yingda
