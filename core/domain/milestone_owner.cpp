// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence for the owner: what will be done and when, never how we count.
#include "core/domain/milestones.h"

namespace yingda {

namespace {

QString actOf(const QString& milestoneId) {
  const auto id = milestoneFromCode(milestoneId);
  if (!id) return {};
  switch (*id) {
    case MilestoneId::M1:
      return QStringLiteral("和您确认收到，并说明接下来怎么办");
    case MilestoneId::M2:
      return QStringLiteral("受理，并把工单号告诉您");
    case MilestoneId::M3:
      return QStringLiteral("查清原因，并告诉您");
    case MilestoneId::M4:
      return QStringLiteral("把处理办法告诉您");
    case MilestoneId::Onsite:
      return QStringLiteral("安排师傅到现场");
    case MilestoneId::Plan:
      return QStringLiteral("给您处理方案");
    case MilestoneId::Resolve:
      return QStringLiteral("给您办好");
    case MilestoneId::Transfer:
      return QStringLiteral("由专业同事答复您");
    case MilestoneId::Callback:
      return QStringLiteral("回访您，听您说办得怎么样");
    case MilestoneId::Progress:
      return QStringLiteral("再和您联系，说明进展");
  }
  return {};
}

/// 今天 18:00, 明天 09:30, 10-14 周三 18:00; seconds are dropped, so that we are never late.
QString ownerTime(Instant at, Instant now) {
  const auto distance = localDayOf(at) - localDayOf(now);
  if (distance == std::chrono::days{0}) return QString(u"今天 " % clockText(at));
  if (distance == std::chrono::days{1}) return QString(u"明天 " % clockText(at));
  return dayAndClockText(at);
}

}  // namespace

QString ownerSentence(const Milestone& milestone, const OwnerWords& words, Instant now) {
  const bool hasTime =
      milestone.due && *milestone.due > now &&
      (milestone.state == MilestoneState::Running || milestone.state == MilestoneState::Paused);
  if (!hasTime) return {};
  const QString greeting = words.address.isEmpty() ? QString() : QString(words.address % u"，");
  const QString time = ownerTime(*milestone.due, now);
  if (words.act.isEmpty()) {
    return QString(greeting % u"我们最晚 " % time % u" 前" % actOf(milestone.id) %
                   u"，提前了我第一时间告诉您。");
  }
  return QString(greeting % words.act % u"；最晚 " % time % u" 前" % actOf(milestone.id) %
                 u"，提前了我第一时间告诉您。");
}

}  // namespace yingda
