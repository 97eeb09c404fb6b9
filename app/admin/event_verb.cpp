// SPDX-License-Identifier: GPL-3.0-or-later
// event: group events from the command line; similar: closed tickets like a text.
#include <QJsonArray>

#include "app/admin/refusal.h"
#include "app/admin/verb.h"
#include "core/domain/ticket_number.h"

namespace yingda::admin {

namespace {

QString shownNumber(const QString& digits) {
  const auto number = TicketNumber::parse(digits);
  return number ? number->text() : digits;
}

QJsonObject eventJson(const EventView& view) {
  const GroupEvent& event = view.event;
  QJsonArray members;
  for (const EventMember& member : view.members) {
    members.append(QJsonObject{{QStringLiteral("number"), shownNumber(member.row.number)},
                               {QStringLiteral("place"), member.row.place},
                               {QStringLiteral("stage"), stageWord(member.row.stage)},
                               {QStringLiteral("callback"), member.callbackResult},
                               {QStringLiteral("score"), member.score}});
  }
  const auto time = [](const std::optional<Instant>& at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
  };
  return {{QStringLiteral("id"), event.id.text()},
          {QStringLiteral("title"), event.title},
          {QStringLiteral("community"), view.communityName},
          {QStringLiteral("scope"), event.scope},
          {QStringLiteral("category"), event.category},
          {QStringLiteral("first"), view.firstName},
          {QStringLiteral("firstAt"), toIso(event.firstAt)},
          {QStringLiteral("statement"), event.statement},
          {QStringLiteral("approvedBy"), view.approvedName},
          {QStringLiteral("nextNotice"), time(event.nextNotice)},
          {QStringLiteral("closed"), time(event.closedAt)},
          {QStringLiteral("homes"), view.homes},
          {QStringLiteral("members"), members}};
}

QString eventLine(const EventView& view) {
  return QStringLiteral("%1  %2 %3  %4 户，首问 %5%6")
      .arg(view.event.id.text(), view.communityName, view.event.title)
      .arg(view.homes)
      .arg(view.firstName, view.event.isOpen() ? QString() : QStringLiteral("  已结"));
}

Exit answerEvent(Session& session, const Result<EventView>& view) {
  if (!view) return session.refuse(view.error());
  QStringList lines{eventLine(*view)};
  for (const EventMember& member : view->members) {
    lines << QStringLiteral("  %1  %2  %3")
                 .arg(shownNumber(member.row.number), stageWord(member.row.stage),
                      member.row.place);
  }
  if (!view->event.statement.isEmpty()) lines << view->event.statement;
  return session.answer(eventJson(*view), lines.join(u'\n'));
}

Result<QList<TicketId>> ticketsNamed(Backend& backend, const QStringList& numbers) {
  QList<TicketId> ids;
  for (const QString& one : numbers) {
    const auto number = TicketNumber::parse(one);
    if (!number) return Error{ErrorCode::Invalid, QStringLiteral("number")};
    const auto found = waited(backend.ticketByNumber(number->digits()));
    if (!found) return found.error();
    ids << found->ticket.id;
  }
  return ids;
}

Exit listEvents(Session& session, Backend& backend) {
  const auto events = waited(backend.events(false));
  if (!events) return session.refuse(events.error());
  QJsonArray rows;
  QStringList lines;
  for (const EventView& view : *events) {
    rows.append(eventJson(view));
    lines << eventLine(view);
  }
  if (lines.isEmpty()) lines << QStringLiteral("没有群诉。");
  return session.answer({{QStringLiteral("events"), rows}}, lines.join(u'\n'));
}

Exit propose(Session& session, Backend& backend) {
  const auto proposals = waited(backend.proposals());
  if (!proposals) return session.refuse(proposals.error());
  QJsonArray rows;
  QStringList lines;
  for (const EventProposal& one : *proposals) {
    const GroupFinding& finding = one.finding;
    rows.append(QJsonObject{{QStringLiteral("project"), one.project},
                            {QStringLiteral("scope"), groupScopeCode(finding.scope)},
                            {QStringLiteral("place"), finding.place},
                            {QStringLiteral("title"), one.title},
                            {QStringLiteral("homes"), finding.homes},
                            {QStringLiteral("chance"), finding.chance},
                            {QStringLiteral("tickets"), static_cast<int>(one.tickets.size())}});
    lines << QStringLiteral("%1 %2 %3  %4 户，平时这里 %5 件")
                 .arg(one.project, finding.place, one.title)
                 .arg(finding.homes)
                 .arg(finding.expected, 0, 'f', 3);
  }
  if (lines.isEmpty()) lines << QStringLiteral("雷达没有发现新的群诉。");
  return session.answer({{QStringLiteral("proposals"), rows}}, lines.join(u'\n'));
}

}  // namespace

Exit runEvent(Session& session) {
  static const QString usage = QStringLiteral(
      "用法：event list|propose，event show|close ID，event make 工单号…，event put|out|split ID 工单号…，"
      "event say ID --text 口径，event approve ID");
  const QString word = session.word(0);
  Backend* backend = session.store();
  if (!backend) return session.failure();
  if (word == u"list") return listEvents(session, *backend);
  if (word == u"propose") return propose(session, *backend);
  if (!session.signIn()) return session.failure();
  const bool isMake = word == u"make";
  EventId id;
  if (!isMake) {
    id = EventId::fromText(session.word(1));
    if (id.isNull()) return session.misused(usage);
  }
  if (word == u"show") return answerEvent(session, waited(backend->groupEvent(id)));
  const auto tickets = ticketsNamed(*backend, session.words().mid(isMake ? 1 : 2));
  if (!tickets) return session.refuse(tickets.error());
  std::optional<event_act::Any> what;
  if (isMake) what = event_act::Make{*tickets, session.options().value(QStringLiteral("text"))};
  if (word == u"put") what = event_act::Put{*tickets};
  if (word == u"out") what = event_act::TakeOut{*tickets};
  if (word == u"split") what = event_act::Split{*tickets};
  if (word == u"approve") what = event_act::Approve{};
  if (word == u"close") what = event_act::Close{};
  if (word == u"say") {
    const auto known = waited(backend->groupEvent(id));
    if (!known) return session.refuse(known.error());
    event_act::Write write{known->event.title, session.options().value(QStringLiteral("text")),
                           known->event.nextNotice};
    if (session.options().isSet(QStringLiteral("until"))) {
      write.nextNotice = instantFromIso(session.options().value(QStringLiteral("until")));
      if (!write.nextNotice) return session.misused(QStringLiteral("看不懂 --until 的时间。"));
    }
    what = write;
  }
  if (!what) return session.misused(usage);
  return answerEvent(session, waited(backend->actOnEvent(id, *what)));
}

Exit runSimilar(Session& session) {
  SimilarQuestion question;
  question.text = session.words().join(u' ');
  if (question.text.isEmpty()) return session.misused(QStringLiteral("用法：similar 文字"));
  question.category = session.options().value(QStringLiteral("category"));
  if (session.options().isSet(QStringLiteral("limit"))) {
    question.limit = session.options().value(QStringLiteral("limit")).toInt();
    if (question.limit < 1 || question.limit > 100) {
      return session.misused(QStringLiteral("--limit 是 1 到 100。"));
    }
  }
  Backend* backend = session.store();
  if (!backend) return session.failure();
  const auto cases = waited(backend->similar(question));
  if (!cases) return session.refuse(cases.error());
  QJsonArray rows;
  QStringList lines;
  for (const SimilarCase& one : *cases) {
    rows.append(QJsonObject{{QStringLiteral("number"), shownNumber(one.row.number)},
                            {QStringLiteral("title"), one.row.title},
                            {QStringLiteral("category"), one.category},
                            {QStringLiteral("score"), one.score},
                            {QStringLiteral("evidence"), QJsonArray::fromStringList(one.evidence)},
                            {QStringLiteral("solution"), one.solution},
                            {QStringLiteral("cause"), one.cause},
                            {QStringLiteral("outcome"), one.outcome},
                            {QStringLiteral("days"), one.days},
                            {QStringLiteral("owner"), one.owner}});
    lines << QStringLiteral("%1  %2  %3：%4（%5 天）")
                 .arg(shownNumber(one.row.number), one.row.title, one.solution, one.outcome)
                 .arg(one.days, 0, 'f', 1);
  }
  if (lines.isEmpty()) lines << QStringLiteral("没有相似的已办结工单。");
  return session.answer({{QStringLiteral("cases"), rows}}, lines.join(u'\n'));
}

Exit runConsistency(Session& session) {
  const auto day = [&](const char* name, Instant otherwise) {
    const QString given = session.options().value(QLatin1String(name));
    if (given.isEmpty()) return std::optional(otherwise);
    if (const auto at = instantFromIso(given)) return at;
    const auto date = localDayFromIso(given);
    return date ? std::optional(instantAt(*date, {})) : std::optional<Instant>();
  };
  const auto from = day("from", session.now() - std::chrono::hours(365 * 24));
  const auto to = day("to", session.now());
  if (!from || !to || *from >= *to) {
    return session.misused(QStringLiteral("--from 和 --to 是日期，先后要对。"));
  }
  if (!session.signIn()) return session.failure();
  const auto view = waited(session.store()->consistency(*from, *to));
  if (!view) return session.refuse(view.error());
  QJsonArray rows;
  QStringList lines{
      QStringLiteral("一致性 %1%（%2 件）").arg(view->index * 100, 0, 'f', 1).arg(view->tickets)};
  for (const ConsistencyRow& row : view->rows) {
    rows.append(QJsonObject{{QStringLiteral("category"), row.category},
                            {QStringLiteral("n"), row.tickets},
                            {QStringLiteral("families"), row.families},
                            {QStringLiteral("share"), row.share},
                            {QStringLiteral("commonest"), row.commonest}});
    lines << QStringLiteral("%1  %2 件 %3 种办法，最常用的占 %4%：%5")
                 .arg(row.category)
                 .arg(row.tickets)
                 .arg(row.families)
                 .arg(row.share * 100, 0, 'f', 0)
                 .arg(row.commonest);
  }
  return session.answer({{QStringLiteral("value"), view->index},
                         {QStringLiteral("n"), view->tickets},
                         {QStringLiteral("rows"), rows}},
                        lines.join(u'\n'));
}

}  // namespace yingda::admin
