// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket: its open fields, its texts, what happened to it, and the rules of its stages.
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <vector>

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"
#include "core/domain/words.h"

namespace yingda {

/// The open fields of a ticket. Deadlines are not among them: they are derived from the activities.
struct Ticket {
  TicketId id;
  QString number;  ///< digits only; TicketNumber::parse reads it
  Kind kind = Kind::Repair;
  Level level = Level::Yellow;
  Stage stage = Stage::Accepted;
  int cycle = 1;
  QString category;   ///< id of a leaf of the category tree, or empty
  QString equipment;  ///< id of an equipment type, or empty
  Channel channel = Channel::Phone;
  CommunityId community;
  HouseholdId household;  ///< null until the caller is verified or for a common part
  QString department;     ///< coupled with holder
  AgentId holder;
  QString holderName;     ///< the field staff's name when the holder has no workstation
  AgentId firstReceiver;  ///< 首问; never changes
  AgentId keeper;         ///< 跟进人: from whom the owner hears next; null: the first receiver
  Instant receivedAt{};   ///< first ring of a live call, else the time of receipt
  std::optional<Instant> occurredAt;
  EventId event;     ///< 群诉: the group event that it belongs to; null: none
  QString solution;  ///< 已解决 转派 重复 查无 业主撤回 非职责 …; empty while open
  QString sensitive;  ///< 敏感来电: a code of sensitiveReasons; empty: it is none
  QString placeKind;  ///< 户内 or 公共部位; empty: not asked
  QString reach;      ///< how the owner wants to hear of it: phone, message; empty: not asked
  friend bool operator==(const Ticket&, const Ticket&) = default;
};

/// The personal texts of a ticket.
struct TicketText {
  TicketId id;
  QString title;    ///< one line; made from the request when empty
  QString request;  ///< 业主诉求, verbatim, never linted
  QString reply;    ///< 答复业主
  QString note;     ///< 内部备注
  QString place;
  QString contactName;        ///< as spoken: 王女士
  QString contactPhone;       ///< canonical, or empty when refused
  bool phoneRefused = false;  ///< 拒留
  QString cause;
  QString outcome;
  QString emotion;  ///< how the owner feels as a person put it right: 平静 …; empty: nobody did
  friend bool operator==(const TicketText&, const TicketText&) = default;
};

/// What happened. Append-only; the words are stored.
enum class ActivityKind {
  Contact,          ///< 来电 / 催办: the owner reached us
  Verified,         ///< 核对: surname and room confirmed
  Confirmed,        ///< 受理已确认
  Told,             ///< 流程已告知
  Diagnosed,        ///< 初步诊断
  Informed,         ///< 方案通报
  Dispatched,       ///< 派单
  Arrived,          ///< 到场
  Progress,         ///< 进度
  Pause,            ///< 暂停
  Resume,           ///< 恢复
  Solved,           ///< 办结
  CallbackAttempt,  ///< 回访
  Archived,         ///< 归档
  Reopened,         ///< 重开
  Returned,         ///< 退单
  StageChanged,
  LevelChanged,
  KindChanged,
  CategoryChanged,
  HolderChanged,
  HouseholdChanged,
  Quoted,         ///< 引用知识, with the article's version
  OutsideCalled,  ///< 已拨 119 …
  Revealed,       ///< 看号码, with its purpose
  HandedOver,     ///< 交接: offered to a colleague, or taken over
  Attached,       ///< 附件: a photo, a recording or a paper; attachment.h has its words
  Detached,       ///< an attachment is no longer shown; its bytes and this record stay
  Tied,           ///< 关联: what this ticket is to another; tie.h has the words
  Sensitive,      ///< 敏感来电: marked with its reason, or taken back
  Warned,         ///< 辱骂提醒: a spoken warning, or the polite end of the call
  Edited,         ///< fields corrected later
};
QString activityCode(ActivityKind kind);  ///< the stored word, e.g. "contact"
std::optional<ActivityKind> activityFromCode(QStringView code);

/// One thing that happened to one ticket.
struct Activity {
  ActivityId id;
  TicketId ticket;
  ActivityKind kind = ActivityKind::Progress;
  Instant at{};  ///< effective time
  AgentId by;
  QString byName;  ///< 工号 and 对外称呼 as they were
  QJsonObject data;
  /// 未生效: the change that it tells of lost against another's. It stays, and moves no clock.
  bool isVoid = false;
};

const FieldTable<Ticket>& ticketFields();
const FieldTable<TicketText>& ticketTextFields();

/// What a ticket still needs before it may enter a stage; empty when it may.
enum class Missing { Place, Matter, Phone, Cause, Outcome, OwnerConfirmation, Department };
QList<Missing> missingToDispatch(const Ticket& ticket, const TicketText& text);
QList<Missing> missingToSolve(const QString& cause, const QString& outcome, bool ownerConfirmed);

/// The five elements 时 地 事 人 话, each satisfied by a field or by the text itself.
struct Elements {
  bool time = false;
  bool place = false;
  bool matter = false;
  bool person = false;
  bool phone = false;
  int count() const { return time + place + matter + person + phone; }
};
Elements elementsOf(const Ticket& ticket, const TicketText& text);

/// How a ticket may end, as stored: 已解决 转派 重复 查无 业主撤回 非职责.
const QStringList& solutionWords();

/// A one-line title from the request: its first clause, at most 24 characters.
QString titleFrom(const QString& request);

}  // namespace yingda
