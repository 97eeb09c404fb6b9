// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the household card; pure.
#pragma once

#include <QString>
#include <QStringList>

#include "core/service/views.h"

namespace yingda::ui {

/// Who the card speaks of: the person who calls, else the only or first owner; null when nobody is
/// on record or several could be meant.
const PersonCard* spokenPerson(const HouseholdCard& card);
/// "业主 王女士", "4 人登记"; empty when nobody is on record.
QString peopleText(const HouseholdCard& card);
/// "给排水 已过 2 年质保"; empty when the matter has no warranty.
QString warrantyBadge(const HouseholdCard& card, const QString& categoryId, Instant now);
/// The parts of the second line: 未结 1, 90 天 3 次来电, 上次 10-28「厨房下水慢」已办结.
QStringList historyParts(const HouseholdCard& card, Instant now);
/// "称呼王老师" when the person wants another name than the polite one; else empty.
QString salutationText(const HouseholdCard& card);
/// "3 天前来电", "首次来电", for the list of a number's households.
QString lastContactText(const HouseholdCard& card, Instant now);
/// 刚才, 20 分钟前, 今天 10:12, 昨天, 3 天前, 8 个月前.
QString agoWords(Instant at, Instant now);

}  // namespace yingda::ui
