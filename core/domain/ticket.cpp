// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket's field tables and the rules that stand on fields alone.
#include "core/domain/ticket.h"

#include "core/base/invariant.h"
#include "core/text/address.h"
#include "core/text/phone.h"

namespace yingda {

namespace {

struct ActivityRow {
  ActivityKind kind;
  const char16_t* code;
};

constexpr ActivityRow activityRows[] = {
    {ActivityKind::Contact, u"contact"},
    {ActivityKind::Verified, u"verified"},
    {ActivityKind::Confirmed, u"confirmed"},
    {ActivityKind::Told, u"told"},
    {ActivityKind::Diagnosed, u"diagnosed"},
    {ActivityKind::Informed, u"informed"},
    {ActivityKind::Dispatched, u"dispatched"},
    {ActivityKind::Arrived, u"arrived"},
    {ActivityKind::Progress, u"progress"},
    {ActivityKind::Pause, u"pause"},
    {ActivityKind::Resume, u"resume"},
    {ActivityKind::Solved, u"solved"},
    {ActivityKind::CallbackAttempt, u"callback"},
    {ActivityKind::Archived, u"archived"},
    {ActivityKind::Reopened, u"reopened"},
    {ActivityKind::Returned, u"returned"},
    {ActivityKind::StageChanged, u"stage"},
    {ActivityKind::LevelChanged, u"level"},
    {ActivityKind::KindChanged, u"kind"},
    {ActivityKind::CategoryChanged, u"category"},
    {ActivityKind::HolderChanged, u"holder"},
    {ActivityKind::HouseholdChanged, u"household"},
    {ActivityKind::Quoted, u"quoted"},
    {ActivityKind::OutsideCalled, u"outside"},
    {ActivityKind::Revealed, u"revealed"},
    {ActivityKind::HandedOver, u"handed_over"},
    {ActivityKind::Attached, u"attached"},
    {ActivityKind::Detached, u"detached"},
    {ActivityKind::Tied, u"tied"},
    {ActivityKind::Sensitive, u"sensitive"},
    {ActivityKind::Warned, u"warned"},
    {ActivityKind::Edited, u"edited"},
};

// The words by which a person says when it happened, as far as one look can tell.
constexpr const char16_t* timeWords[] = {u"刚才",   u"刚刚",   u"现在", u"今天", u"今早", u"今晚",
                                         u"昨天",   u"昨晚",   u"昨夜", u"前天", u"早上", u"上午",
                                         u"中午",   u"下午",   u"晚上", u"凌晨", u"半夜", u"点",
                                         u"分钟前", u"小时前", u"天前", u"上周", u"周末", u"月"};

bool saysTime(const QString& request) {
  for (const char16_t* word : timeWords) {
    if (request.contains(QStringView(word))) return true;
  }
  return false;
}

}  // namespace

QString activityCode(ActivityKind kind) {
  for (const ActivityRow& row : activityRows) {
    if (row.kind == kind) return QString::fromUtf16(row.code);
  }
  failInvariant("row exists", "an activity kind without a code", __FILE__, __LINE__);
}

std::optional<ActivityKind> activityFromCode(QStringView code) {
  for (const ActivityRow& row : activityRows) {
    if (code == QStringView(row.code)) return row.kind;
  }
  return std::nullopt;
}

const FieldTable<Ticket>& ticketFields() {
  static const FieldTable<Ticket> table{
      "ticket",
      FieldClass::Open,
      {field<&Ticket::number>("number", MergeRule::WriteOnce),
       field<&Ticket::kind>("kind"),
       field<&Ticket::level>("level"),
       field<&Ticket::stage>("stage", MergeRule::Lattice),
       field<&Ticket::cycle>("cycle", MergeRule::Lattice),
       field<&Ticket::category>("category"),
       field<&Ticket::equipment>("equipment"),
       field<&Ticket::channel>("channel"),
       field<&Ticket::community>("community"),
       field<&Ticket::household>("household"),
       field<&Ticket::department>("department", MergeRule::Coupled),
       field<&Ticket::holder>("holder", MergeRule::Coupled),
       field<&Ticket::holderName>("holder_name", MergeRule::Coupled),
       field<&Ticket::firstReceiver>("first_receiver", MergeRule::WriteOnce),
       field<&Ticket::keeper>("keeper"),
       field<&Ticket::receivedAt>("received_at", MergeRule::WriteOnce),
       field<&Ticket::occurredAt>("occurred_at"),
       field<&Ticket::solution>("solution"),
       field<&Ticket::sensitive>("sensitive"),
       field<&Ticket::placeKind>("place_kind"),
       field<&Ticket::reach>("reach"),
       field<&Ticket::event>("event")}};
  return table;
}

const FieldTable<TicketText>& ticketTextFields() {
  static const FieldTable<TicketText> table{
      "ticket_text",
      FieldClass::Personal,
      {field<&TicketText::title>("title"), field<&TicketText::request>("request", MergeRule::Text),
       field<&TicketText::reply>("reply", MergeRule::Text),
       field<&TicketText::note>("note", MergeRule::Text), field<&TicketText::place>("place"),
       field<&TicketText::contactName>("contact_name"),
       field<&TicketText::contactPhone>("contact_phone"),
       field<&TicketText::phoneRefused>("phone_refused"),
       field<&TicketText::cause>("cause", MergeRule::Text),
       field<&TicketText::outcome>("outcome", MergeRule::Text),
       field<&TicketText::emotion>("emotion")}};
  return table;
}

QList<Missing> missingToDispatch(const Ticket& ticket, const TicketText& text) {
  QList<Missing> missing;
  if (text.place.trimmed().isEmpty()) missing << Missing::Place;
  if (text.request.trimmed().isEmpty() && ticket.category.isEmpty()) missing << Missing::Matter;
  if (text.contactPhone.isEmpty() && !text.phoneRefused) missing << Missing::Phone;
  return missing;
}

QList<Missing> missingToSolve(const QString& cause, const QString& outcome, bool ownerConfirmed) {
  QList<Missing> missing;
  if (cause.trimmed().isEmpty()) missing << Missing::Cause;
  if (outcome.trimmed().isEmpty()) missing << Missing::Outcome;
  if (!ownerConfirmed) missing << Missing::OwnerConfirmation;
  return missing;
}

Elements elementsOf(const Ticket& ticket, const TicketText& text) {
  Elements elements;
  elements.time = ticket.occurredAt.has_value() || saysTime(text.request);
  const Address spoken = parseAddress(text.request);
  elements.place =
      !text.place.trimmed().isEmpty() || !spoken.building.isEmpty() || !spoken.spot.isEmpty();
  elements.matter = !ticket.category.isEmpty() || text.request.trimmed().size() >= 4;
  elements.person = !text.contactName.trimmed().isEmpty();
  elements.phone =
      !text.contactPhone.isEmpty() || text.phoneRefused || !phonesIn(text.request).isEmpty();
  return elements;
}

const QStringList& solutionWords() {
  static const QStringList words{QStringLiteral("已解决"),   QStringLiteral("转派"),
                                 QStringLiteral("重复"),     QStringLiteral("查无"),
                                 QStringLiteral("业主撤回"), QStringLiteral("非职责")};
  return words;
}

QString titleFrom(const QString& request) {
  constexpr qsizetype lengthMax = 24;
  const QString text = request.simplified();
  qsizetype end = 0;
  while (end < text.size() && !QStringView(u"，。！？；,!?;").contains(text[end])) ++end;
  // A clause of a few characters says too little; the next one belongs to it.
  if (end < 6 && end < text.size()) {
    ++end;
    while (end < text.size() && !QStringView(u"，。！？；,!?;").contains(text[end])) ++end;
  }
  end = std::min(end, lengthMax);
  if (end > 0 && end < text.size() && text[end - 1].isHighSurrogate()) --end;
  return text.left(end);
}

}  // namespace yingda
