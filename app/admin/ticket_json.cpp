// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with hyphens, times with offset, words as the screens say them.
#include "app/admin/ticket_json.h"

#include <QJsonArray>

#include "core/domain/milestone_json.h"
#include "core/domain/ticket_milestones.h"
#include "core/domain/ticket_number.h"

namespace yingda::admin {

namespace {

QString numberText(const QString& digits) {
  const auto number = TicketNumber::parse(digits);
  return number ? number->text() : digits;
}

QString handWord(HandView::State state) {
  switch (state) {
    case HandView::State::Free:
      break;
    case HandView::State::Mine:
      return QStringLiteral("mine");
    case HandView::State::Wanted:
      return QStringLiteral("wanted");
    case HandView::State::Theirs:
      return QStringLiteral("theirs");
  }
  return QStringLiteral("free");
}

}  // namespace

QJsonArray attachmentsJson(const TicketView& view, bool isJoined) {
  using Way = AttachmentView::Way;
  QJsonArray list;
  int number = 0;
  for (const AttachmentView& shown : view.attachments) {
    const Attachment& one = shown.attachment;
    QString way = QStringLiteral("away");
    if (shown.way == Way::Here || (shown.way == Way::Waiting && !isJoined)) {
      way = QStringLiteral("here");
    } else if (shown.way == Way::Waiting) {
      way = QStringLiteral("waiting");
    } else if (shown.way == Way::Coming) {
      way = QStringLiteral("coming");
    } else if (shown.way == Way::Damaged) {
      way = QStringLiteral("damaged");
    }
    list.append(QJsonObject{{QStringLiteral("n"), ++number},
                            {QStringLiteral("name"), one.name},
                            {QStringLiteral("bytes"), one.bytes},
                            {QStringLiteral("kind"), attachmentKindCode(one.kind)},
                            {QStringLiteral("mime"), one.mime},
                            {QStringLiteral("sha256"), QString::fromLatin1(one.sha256.toHex())},
                            {QStringLiteral("seat"), one.seat},
                            {QStringLiteral("by"), one.byName},
                            {QStringLiteral("at"), toIso(one.at)},
                            {QStringLiteral("way"), way},
                            {QStringLiteral("percent"), shown.percent}});
  }
  return list;
}

QJsonObject ticketJson(const TicketView& view, const MilestoneEngine& engine,
                       const Starter& starter, Instant now) {
  QJsonArray timeline;
  for (const Activity& activity : view.activities) {
    timeline.append(QJsonObject{{QStringLiteral("at"), toIso(activity.at)},
                                {QStringLiteral("kind"), activityCode(activity.kind)},
                                {QStringLiteral("by"), activity.byName},
                                {QStringLiteral("data"), activity.data}});
  }
  QJsonArray ties;
  for (const TieView& tie : view.ties) {
    ties.append(QJsonObject{{QStringLiteral("tie"), tieKindCode(tie.kind)},
                            {QStringLiteral("number"), numberText(tie.number)},
                            {QStringLiteral("isOriginal"), tie.isOriginal},
                            {QStringLiteral("at"), toIso(tie.at)}});
  }
  const MilestoneInput input = milestoneInputOf(view.ticket, view.activities, starter);
  return {{QStringLiteral("number"), numberText(view.ticket.number)},
          {QStringLiteral("id"), view.ticket.id.text()},
          {QStringLiteral("stage"), stageWord(view.ticket.stage)},
          {QStringLiteral("level"), levelColour(view.ticket.level)},
          {QStringLiteral("kind"), kindWord(view.ticket.kind)},
          {QStringLiteral("category"), view.ticket.category},
          {QStringLiteral("cycle"), view.ticket.cycle},
          {QStringLiteral("sensitive"), view.ticket.sensitive},
          {QStringLiteral("title"), view.text.title},
          {QStringLiteral("place"), view.text.place},
          {QStringLiteral("department"), view.ticket.department},
          {QStringLiteral("received"), toIso(view.ticket.receivedAt)},
          {QStringLiteral("hand"), handWord(view.hand.state)},
          {QStringLiteral("handBy"), view.hand.name},
          {QStringLiteral("ties"), ties},
          {QStringLiteral("milestones"), milestonesJson(engine, input, now)},
          {QStringLiteral("timeline"), timeline}};
}

QString ticketText(const TicketView& view) {
  QStringList lines{numberText(view.ticket.number) % QStringLiteral("  ") %
                    levelWord(view.ticket.level) % QStringLiteral("  ") %
                    stageWord(view.ticket.stage) % QStringLiteral("  ") % view.text.title};
  if (!view.text.place.isEmpty()) lines << QStringLiteral("地点：") % view.text.place;
  for (const Milestone& milestone : view.milestones) {
    if (milestone.state == MilestoneState::NotApplicable) continue;
    lines << milestoneText(milestone);
  }
  return lines.join(u'\n');
}

QString milestoneText(const Milestone& milestone) {
  const auto word = [&milestone] {
    switch (milestone.state) {
      case MilestoneState::Running:
        return QStringLiteral("计时中");
      case MilestoneState::Paused:
        return QStringLiteral("已暂停");
      case MilestoneState::Met:
        return QStringLiteral("已完成");
      case MilestoneState::MetLate:
        return QStringLiteral("超时完成");
      case MilestoneState::Breached:
        return QStringLiteral("已超时");
      case MilestoneState::NotApplicable:
        break;
    }
    return QStringLiteral("不适用");
  };
  // To the minute, as an owner is told.
  const QString due =
      milestone.due ? toIso(*milestone.due).left(16).replace(u'T', u' ') : QStringLiteral("—");
  return milestone.name % QStringLiteral("  ") % due % QStringLiteral("  ") % word();
}

}  // namespace yingda::admin
