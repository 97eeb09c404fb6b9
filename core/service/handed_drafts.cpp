// SPDX-License-Identifier: GPL-3.0-or-later
// Who is to go on with what is a fact of the journal beside the drafts; the drafts stay as they
// are.
#include "core/service/handed_drafts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/domain/ticket_draft.h"

namespace yingda {

namespace {

constexpr qsizetype titleMost = 60;

QString fact() { return QStringLiteral("handed_drafts"); }

HandoverLine lineOf(const TicketDraft& draft) {
  HandoverLine line;
  line.draft = draft.id;
  line.ticket.number = draft.ticket.number;
  line.ticket.level = draft.ticket.level;
  const QString& title = draft.text.title.isEmpty() ? draft.text.request : draft.text.title;
  line.ticket.title = title.simplified().left(titleMost);
  line.ticket.place = draft.text.place;
  line.ticket.receivedAt = draft.ticket.receivedAt;
  return line;
}

}  // namespace

Result<std::vector<Draft>> HandedDrafts::drafts(std::optional<AgentId> owner) {
  return m_workplace.journalThread().runAndWait(
      [this, owner] { return m_workplace.journal().drafts(owner); });
}

Result<std::vector<HandedDraft>> HandedDrafts::handed() {
  const auto known =
      m_workplace.journalThread().runAndWait([this] { return m_workplace.journal().meta(fact()); });
  if (!known) return known.error();
  std::vector<HandedDraft> handed;
  for (const QJsonValue& one : QJsonDocument::fromJson(*known).array()) {
    const auto id = [&one](const char* key) {
      return QUuid::fromString(one[QLatin1String(key)].toString());
    };
    handed.push_back({DraftId(id("draft")), AgentId(id("from")), AgentId(id("to")),
                      Instant(Milliseconds(one[u"at"].toInteger()))});
  }
  return handed;
}

Result<void> HandedDrafts::note(const std::vector<HandedDraft>& handed) {
  QJsonArray rows;
  for (const HandedDraft& one : handed) {
    rows.append(QJsonObject{{QStringLiteral("draft"), one.draft.text()},
                            {QStringLiteral("from"), one.from.text()},
                            {QStringLiteral("to"), one.to.text()},
                            {QStringLiteral("at"), toMs(one.at)}});
  }
  const QByteArray text =
      rows.isEmpty() ? QByteArray() : QJsonDocument(rows).toJson(QJsonDocument::Compact);
  return m_workplace.journalThread().runAndWait(
      [this, &text] { return m_workplace.noted(m_workplace.journal().setMeta(fact(), text)); });
}

Result<std::vector<HandoverLine>> HandedDrafts::mine() {
  const auto stored = drafts(m_actor);
  if (!stored) return stored.error();
  const auto given = handed();
  if (!given) return given.error();
  std::vector<HandoverLine> lines;
  for (const Draft& one : *stored) {
    const auto draft = decodeDraft(one.body);
    if (!draft || draft->isBlank()) continue;
    HandoverLine line = lineOf(*draft);
    for (const HandedDraft& gift : *given) {
      if (gift.draft != one.id || gift.from != m_actor) continue;
      line.isGiven = true;
      line.to = gift.to;
      line.madeAt = gift.at;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<std::vector<HandoverLine>> HandedDrafts::waiting() {
  const auto given = handed();
  if (!given || given->empty()) {
    return given ? std::vector<HandoverLine>() : Result<std::vector<HandoverLine>>(given.error());
  }
  const auto stored = drafts(std::nullopt);
  if (!stored) return stored.error();
  std::vector<HandoverLine> lines;
  for (const HandedDraft& gift : *given) {
    const bool isForMe = gift.to == m_actor || gift.to.isNull();
    if (!isForMe || gift.from == m_actor) continue;
    const auto found = std::find_if(stored->begin(), stored->end(), [&gift](const Draft& one) {
      return one.id == gift.draft && one.owner == gift.from;
    });
    if (found == stored->end()) continue;
    const auto draft = decodeDraft(found->body);
    if (!draft || draft->isBlank()) continue;
    HandoverLine line = lineOf(*draft);
    line.isGiven = true;
    line.from = gift.from;
    line.to = gift.to;
    line.madeAt = gift.at;
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<void> HandedDrafts::give(const std::vector<HandoverGift>& gifts) {
  const bool hasDrafts = std::any_of(gifts.begin(), gifts.end(),
                                     [](const auto& gift) { return !gift.draft.isNull(); });
  if (!hasDrafts) return {};
  const auto stored = drafts(m_actor);
  if (!stored) return stored.error();
  auto given = handed();
  if (!given) return given.error();
  for (const HandoverGift& gift : gifts) {
    const bool isMine = std::any_of(stored->begin(), stored->end(),
                                    [&gift](const Draft& one) { return one.id == gift.draft; });
    if (!isMine || gift.isLeft) continue;
    if (gift.to == m_actor) return Error{ErrorCode::Invalid, QStringLiteral("to")};
    std::erase_if(*given, [&gift](const HandedDraft& one) { return one.draft == gift.draft; });
    given->push_back({gift.draft, m_actor, gift.to, m_workplace.now()});
  }
  return note(*given);
}

Result<void> HandedDrafts::take(const QList<DraftId>& wanted) {
  if (wanted.isEmpty()) return {};
  auto given = handed();
  if (!given) return given.error();
  const auto stored = drafts(std::nullopt);
  if (!stored) return stored.error();
  for (const Draft& one : *stored) {
    const bool isHanded = std::any_of(
        given->begin(), given->end(),
        [&one](const HandedDraft& gift) { return gift.draft == one.id && gift.from == one.owner; });
    if (!isHanded || !wanted.contains(one.id)) continue;
    Draft mine = one;
    mine.owner = m_actor;
    const auto saved = m_workplace.journalThread().runAndWait(
        [&] { return m_workplace.noted(m_workplace.journal().saveDraft(mine)); });
    if (!saved) return saved;
  }
  // What is not there any more needs nobody either.
  std::erase_if(*given, [&](const HandedDraft& gift) {
    return wanted.contains(gift.draft) ||
           std::none_of(stored->begin(), stored->end(),
                        [&gift](const Draft& one) { return one.id == gift.draft; });
  });
  return note(*given);
}

}  // namespace yingda
