// SPDX-License-Identifier: GPL-3.0-or-later
// ticket new, show, list, and the acts of its life.
#include <QFile>
#include <QJsonArray>
#include <QLocale>

#include "app/admin/refusal.h"
#include "app/admin/ticket_json.h"
#include "app/admin/verb.h"
#include "core/domain/claim.h"
#include "core/domain/sensitive.h"
#include "core/text/phone.h"

namespace yingda::admin {

namespace {

QString option(const Session& session, const char* name) {
  return session.options().value(QLatin1String(name));
}

Exit answerTicket(Session& session, const TicketView& view) {
  Backend& backend = *session.store();
  return session.answer(ticketJson(view, backend.engine(), backend.starter(), session.now()),
                        ticketText(view));
}

/// What `ticket new` was given, checked; a sentence when something is no such word.
std::optional<QString> fillDraft(Session& session, TicketDraft& draft) {
  draft.text.request = option(session, "text");
  if (draft.text.request.trimmed().isEmpty()) return QStringLiteral("请用 --text 写业主诉求。");
  draft.text.place = option(session, "place");
  const Starter& starter = session.store()->starter();
  if (const QString id = option(session, "category"); !id.isEmpty()) {
    const Category* category = starter.category(id);
    if (!category || !category->isLeaf) return QStringLiteral("没有这个类别：%1").arg(id.left(80));
    draft.ticket.category = id;
    draft.ticket.kind = category->kind;
    draft.ticket.level = category->level;
  }
  if (const QString word = option(session, "kind"); !word.isEmpty()) {
    const auto kind = kindFromText(word);
    if (!kind) return QStringLiteral("类型是报修、投诉、咨询、建议、表扬、求助、议事之一。");
    draft.ticket.kind = *kind;
  }
  if (const QString word = option(session, "level"); !word.isEmpty()) {
    const auto level = levelFromText(word);
    if (!level) return QStringLiteral("级别是红、橙、黄、绿之一。");
    draft.ticket.level = *level;
  }
  if (const QString word = option(session, "channel"); !word.isEmpty()) {
    const auto channel = channelFromText(word);
    if (!channel) return QStringLiteral("没有这个渠道：%1").arg(word.left(40));
    draft.ticket.channel = *channel;
  }
  return std::nullopt;
}

Exit newTicket(Session& session) {
  if (!session.signIn()) return session.failure();
  Backend& backend = *session.store();
  const QString phone = option(session, "phone");
  const auto parsed = parsePhone(phone);
  if (!phone.isEmpty() && !parsed)
    return session.refuse(QStringLiteral("这不是能识别的电话号码。"));
  TicketDraft draft;
  if (const auto problem = fillDraft(session, draft)) return session.refuse(*problem);
  auto made = waited(backend.newDraft(phone, backend.clock().now()));
  if (!made) return session.refuse(made.error());
  const TicketDraft numbered = *made;
  draft.id = numbered.id;
  draft.callerNumber = numbered.callerNumber;
  draft.ticket.id = numbered.ticket.id;
  draft.ticket.number = numbered.ticket.number;
  draft.ticket.receivedAt = numbered.ticket.receivedAt;
  draft.text.contactPhone = parsed ? parsed->canonical : QString();
  if (parsed) {
    const auto caller = waited(backend.callerCard(phone));
    if (caller && caller->households.size() == 1) {
      draft.candidate = caller->households.front().household.id;
      draft.ticket.household = draft.candidate;
      if (draft.text.place.isEmpty()) draft.text.place = caller->households.front().address;
    }
  }
  auto saved = waited(backend.save(draft, SaveIntent::Save));
  if (!saved) {
    static_cast<void>(waited(backend.dropDraft(draft.id)));
    return session.refuse(saved.error());
  }
  return answerTicket(session, saved->view);
}

Exit listTickets(Session& session) {
  if (!session.signIn()) return session.failure();
  const QString queue = option(session, "queue");
  QueueKind kind = QueueKind::AllOpen;
  if (queue == u"mine") {
    kind = QueueKind::Mine;
  } else if (queue == u"team") {
    kind = QueueKind::Team;
  } else if (!queue.isEmpty() && queue != u"open") {
    return session.misused(QStringLiteral("--queue 是 mine、team 或 open。"));
  }
  const int limit =
      session.options().isSet(QStringLiteral("limit")) ? option(session, "limit").toInt() : 50;
  if (limit < 1 || limit > 100'000)
    return session.misused(QStringLiteral("--limit 是 1 到 100000。"));
  Backend& backend = *session.store();
  const auto page = waited(backend.queue(kind, limit));
  if (!page) return session.refuse(page.error());
  QJsonArray tickets;
  QStringList lines;
  for (const QueueRow& row : page->rows) {
    const auto view = waited(backend.ticket(row.id));
    if (!view) continue;
    tickets.append(ticketJson(*view, backend.engine(), backend.starter(), session.now()));
    lines << ticketText(*view).section(u'\n', 0, 0);
  }
  lines << QStringLiteral("共 %1 件").arg(page->total);
  return session.answer(
      {{QStringLiteral("tickets"), tickets}, {QStringLiteral("total"), page->total}},
      lines.join(u'\n'));
}

/// The act that the words name, or the sentence of what is wrong.
struct ActWish {
  std::optional<act::Any> act;
  QString problem;
};

ActWish readCallBack(Session& session) {
  const QString result = option(session, "result");
  act::CallBack call;
  const std::pair<const char*, act::CallBack::Result> words[] = {
      {"solved", act::CallBack::Result::Solved},
      {"unsolved", act::CallBack::Result::Unsolved},
      {"unreachable", act::CallBack::Result::Unreachable},
      {"declined", act::CallBack::Result::Declined}};
  bool isKnown = false;
  for (const auto& [word, value] : words) {
    if (result != QLatin1String(word)) continue;
    call.result = value;
    isKnown = true;
  }
  if (!isKnown)
    return {{}, QStringLiteral("--result 是 solved、unsolved、unreachable 或 declined。")};
  bool isNumber = true;
  if (session.options().isSet(QStringLiteral("score"))) {
    call.score = option(session, "score").toInt(&isNumber);
    if (!isNumber) return {{}, QStringLiteral("满意度是 1 到 5。")};
  }
  if (session.options().isSet(QStringLiteral("nps"))) {
    call.nps = option(session, "nps").toInt(&isNumber);
    if (!isNumber) return {{}, QStringLiteral("推荐意愿是 0 到 10。")};
  }
  return {call, {}};
}

ActWish readAct(Session& session, const QString& word) {
  if (word == u"dispatch") {
    return {act::Dispatch{option(session, "department"), option(session, "person")}, {}};
  }
  if (word == u"return") return {act::Return{option(session, "reason")}, {}};
  if (word == u"pause") {
    act::Pause pause{option(session, "reason"), std::nullopt};
    if (session.options().isSet(QStringLiteral("until"))) {
      pause.until = instantFromIso(option(session, "until"));
      if (!pause.until)
        return {{}, QStringLiteral("--until 的时间看不懂，例如 2026-03-11T09:00。")};
    }
    return {pause, {}};
  }
  if (word == u"resume") return {act::Resume{}, {}};
  if (word == u"solve") {
    return {act::Solve{option(session, "cause"),
                       option(session, "outcome"),
                       {},
                       session.options().isSet(QStringLiteral("confirmed"))},
            {}};
  }
  if (word == u"callback") return readCallBack(session);
  if (word == u"reopen") return {act::Reopen{option(session, "reason")}, {}};
  if (word == u"archive") return {act::Archive{}, {}};
  if (word == u"sensitive") {
    if (!sensitiveReasons().contains(option(session, "reason"))) {
      return {{}, QStringLiteral("--reason 是 %1 之一。").arg(sensitiveReasons().join(u' '))};
    }
    return {act::MarkSensitive{option(session, "reason")}, {}};
  }
  if (word == u"lift") return {act::LiftSensitive{option(session, "reason")}, {}};
  return {};
}

constexpr auto ticketActWords =
    "dispatch return pause resume solve callback archive reopen"
    " sensitive lift";

/// A wish; whether the server grants it, the next `sync --once` tells.
Exit claimTicket(Session& session, const QString& word) {
  if (session.words().size() != 2) {
    return session.misused(
        QStringLiteral("请给出一个工单号，例：ticket %1 91538-2001-9").arg(word));
  }
  if (!session.signIn()) return session.failure();
  Backend& backend = *session.store();
  const auto view = waited(backend.ticketByNumber(session.word(1)));
  if (!view) return session.refuse(view.error());
  const bool isForced = session.options().isSet(QStringLiteral("force"));
  const bool isTheirs = view->hand.state == HandView::State::Theirs;
  // What leads takes out of another's hands is asked for by a word, never by accident.
  if (word == u"release" && isTheirs && !isForced) {
    return session.refuse(Error{ErrorCode::Refused, QStringLiteral("held")});
  }
  const ClaimWish wish = word == u"release" ? ClaimWish::Release
                         : isForced         ? ClaimWish::TakeOver
                                            : ClaimWish::Take;
  const auto after =
      waited(backend.claim(view->ticket.id, wish, isForced ? claimReasons().back() : QString()));
  if (!after) return session.refuse(after.error());
  return answerTicket(session, *after);
}

Exit tieTickets(Session& session) {
  const auto kind = tieKindFromCode(option(session, "as"));
  if (session.words().size() != 3 || !kind) {
    return session.misused(
        QStringLiteral("用法：ticket tie 工单号 工单号 --as same|cause|related|apart|none"));
  }
  if (!session.signIn()) return session.failure();
  Backend& backend = *session.store();
  const auto one = waited(backend.ticketByNumber(session.word(1)));
  if (!one) return session.refuse(one.error());
  const auto two = waited(backend.ticketByNumber(session.word(2)));
  if (!two) return session.refuse(two.error());
  const auto after = waited(backend.tie(one->ticket.id, two->ticket.id, *kind));
  if (!after) return session.refuse(after.error());
  return answerTicket(session, *after);
}

bool isJoined(const Backend& backend) { return backend.sync().state != SyncView::State::Alone; }

QString sizeText(qint64 bytes) { return QLocale::c().formattedDataSize(bytes, 1); }

Exit answerAttachments(Session& session, const TicketView& view) {
  QStringList lines;
  for (const AttachmentView& shown : view.attachments) {
    lines << QStringLiteral("%1 %2 %3")
                 .arg(QString::number(lines.size() + 1), shown.attachment.name,
                      sizeText(shown.attachment.bytes));
  }
  const QString text = lines.isEmpty() ? QStringLiteral("没有附件。") : lines.join(u'\n');
  return session.answer(
      {{QStringLiteral("attachments"), attachmentsJson(view, isJoined(*session.store()))}}, text);
}

Exit attachToTicket(Session& session) {
  if (session.words().size() != 3) {
    return session.misused(QStringLiteral("用法：ticket attach 工单号 文件 [--name 名称]"));
  }
  if (!session.signIn()) return session.failure();
  Backend& backend = *session.store();
  const auto view = waited(backend.ticketByNumber(session.word(1)));
  if (!view) return session.refuse(view.error());
  const auto after =
      waited(backend.attach(view->ticket.id, session.word(2), option(session, "name")));
  if (!after) return session.refuse(after.error());
  return answerAttachments(session, *after);
}

Exit listAttachments(Session& session) {
  if (session.words().size() != 2) {
    return session.misused(QStringLiteral("用法：ticket attachments 工单号"));
  }
  Backend* backend = session.store();
  if (!backend) return session.failure();
  const auto view = waited(backend->ticketByNumber(session.word(1)));
  return view ? answerAttachments(session, *view) : session.refuse(view.error());
}

/// Never over a file that is there: who names the wrong one loses nothing.
Exit fetchAttachment(Session& session) {
  const QString out = option(session, "out");
  if (session.words().size() != 3 || out.isEmpty()) {
    return session.misused(QStringLiteral("用法：ticket fetch 工单号 第几个 --out 文件"));
  }
  if (QFile::exists(out)) return session.refuse(QStringLiteral("这个文件已经有了，没有覆盖。"));
  Backend* backend = session.store();
  if (!backend) return session.failure();
  const auto view = waited(backend->ticketByNumber(session.word(1)));
  if (!view) return session.refuse(view.error());
  bool isNumber = false;
  const int number = session.word(2).toInt(&isNumber);
  if (!isNumber || number < 1 || number > static_cast<int>(view->attachments.size())) {
    return session.refuse(
        QStringLiteral("这张工单没有第 %1 个附件。").arg(session.word(2).left(9)));
  }
  const Attachment wanted = view->attachments[static_cast<size_t>(number - 1)].attachment;
  auto copy = waited(backend->openAttachment(view->ticket.id, wanted));
  if (!copy && copy.error().code == ErrorCode::NotYet) {
    // It was asked for by this: one walk to the server may bring it.
    constexpr int tries = 3;
    if (backend->syncToQuiet(tries)) {
      copy = waited(backend->openAttachment(view->ticket.id, wanted));
    }
  }
  if (!copy) return session.refuse(copy.error());
  if (!QFile::copy(*copy, out)) return session.refuse(QStringLiteral("写不出这个文件。"));
  QFile::setPermissions(out, QFile::ReadOwner | QFile::WriteOwner);
  return session.answer({{QStringLiteral("out"), out},
                         {QStringLiteral("name"), wanted.name},
                         {QStringLiteral("bytes"), wanted.bytes},
                         {QStringLiteral("sha256"), QString::fromLatin1(wanted.sha256.toHex())}},
                        QStringLiteral("%1 → %2").arg(wanted.name, out));
}

Exit actOnTicket(Session& session, const QString& word) {
  if (!QString::fromLatin1(ticketActWords).split(u' ').contains(word)) {
    return session.misused(
        QStringLiteral(
            "ticket 没有这个动作：%1。有 new show list attach attachments fetch tie claim release %2。")
            .arg(word.left(40), QLatin1String(ticketActWords)));
  }
  if (session.words().size() != 2) {
    return session.misused(
        QStringLiteral("请给出一个工单号，例：ticket %1 91538-2001-9").arg(word));
  }
  const ActWish wish = readAct(session, word);
  if (!wish.act) return session.refuse(wish.problem);
  if (!session.signIn()) return session.failure();
  Backend& backend = *session.store();
  std::optional<Instant> at;
  if (session.options().isSet(QStringLiteral("at"))) {
    if (!backend.isDemo()) return session.refuse(QStringLiteral("--at 只能用在演示存储里。"));
    at = instantFromIso(option(session, "at"));
    if (!at) return session.misused(QStringLiteral("--at 的时间看不懂。"));
  }
  const auto view = waited(backend.ticketByNumber(session.word(1)));
  if (!view) return session.refuse(view.error());
  const auto after = waited(backend.act(view->ticket.id, *wish.act, at));
  if (!after) return session.refuse(after.error());
  return answerTicket(session, *after);
}

}  // namespace

Exit runTicket(Session& session) {
  const QString word = session.word(0);
  if (word == u"new") return newTicket(session);
  if (word == u"list") return listTickets(session);
  if (word == u"tie") return tieTickets(session);
  if (word == u"attach") return attachToTicket(session);
  if (word == u"attachments") return listAttachments(session);
  if (word == u"fetch") return fetchAttachment(session);
  if (word == u"claim" || word == u"release") return claimTicket(session, word);
  if (word == u"show") {
    if (session.words().size() != 2)
      return session.misused(QStringLiteral("用法：ticket show 工单号"));
    Backend* backend = session.store();
    if (!backend) return session.failure();
    const auto view = waited(backend->ticketByNumber(session.word(1)));
    return view ? answerTicket(session, *view) : session.refuse(view.error());
  }
  if (word.isEmpty())
    return session.misused(
        QStringLiteral(
            "用法：ticket 动作，动作有 new show list attach attachments fetch tie claim release ") %
        QLatin1String(ticketActWords) % u'。');
  return actOnTicket(session, word);
}

}  // namespace yingda::admin
