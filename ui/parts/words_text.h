// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the trade as screens show them, in the language of the screen.
#pragma once

#include <QString>

#include "core/domain/milestone_account.h"
#include "core/domain/ticket.h"
#include "core/domain/words.h"

namespace yingda::ui {

QString levelText(Level level);       ///< 紧急 重大 普通 咨询
QString levelCharacter(Level level);  ///< 急 重 普 询; a letter in English
QString kindText(Kind kind);
QString stageText(Stage stage);
QString channelText(Channel channel);
QString relationText(Relation relation);
QString careTagText(CareTag tag);
QString roleText(Role role);
/// What is still missing, as the name of the field: 地点 事项 联系电话 …
QString missingText(Missing missing);
/// "还差地点、事项"; empty when nothing is missing.
QString missingText(const QList<Missing>& missing);
/// The kind column of the timeline: 来电 核对 告知 …
QString activityKindText(ActivityKind kind);
/// 录音 直播 记者 律师 涉伤 轻生; 来电 while no reason is known.
QString sensitiveText(QStringView reason);
/// The screen name of a milestone by its id (M1 … progress); an unknown id stays as it is.
QString milestoneText(const QString& id);
/// As above; the progress call of 紧急 is 下次通报.
QString milestoneText(const QString& id, Level level);

/// "周三".
QString weekdayText(Instant at);
/// "10-14 周三".
QString dayText(Instant at);
/// "18:00" of today, "明天 18:00", else "10-14 周三 18:00".
QString dueText(Instant due, Instant now);

/// A stored reason of a pause: a code, the word of older operations, or a person's own words,
/// which stay.
QString pauseReasonText(const QString& reason);
/// For what a number was shown; the codes are those of revealPurposes(), older words stay readable.
QString purposeText(const QString& purpose);
/// callback visit check, as stored.
const QStringList& revealPurposes();
/// 来电 上门 去电 of a last contact.
QString contactKindText(const QString& kind);
/// A word that the core itself stores, such as an outcome; other texts stay as they are.
QString storedText(const QString& stored);
/// 48 个服务小时 of a rule; an organisation's own wording stays as it is.
QString ruleText(const QString& rule);
/// What stands over the account of a deadline, in the language of the screen.
QString whySentence(const Account& account);
/// 日历「工作日」2026 第 1 版 and 每天 of a calendar, with the names that the program ships.
QString calendarText(const QString& title);

/// What a row of a deadline's account stands for.
enum class ReasonKind { Service, MakeUp, AllDay, Lunch, Night, Weekend, Holiday, Pause, Other };
/// Reads the reason that the account wrote.
ReasonKind reasonKind(const QString& reason);
/// The reason in the language of the screen; names in it stay as they are.
QString reasonText(const QString& reason);

/// 今天 23:35, 昨天 08:00, 03-05 周四 14:00, with the year when it is another.
QString occurredText(Instant at, Instant now);

/// 时间、联系人: codes of lackingElements in words.
QString elementsText(const QStringList& codes);

}  // namespace yingda::ui
