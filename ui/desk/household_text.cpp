// SPDX-License-Identifier: GPL-3.0-or-later
// Composes the words of the household card.
#include "ui/desk/household_text.h"

#include <QCoreApplication>
#include <QStringBuilder>

#include "core/domain/household.h"
#include "core/text/spoken_time.h"
#include "ui/desk/category_ranking.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// The context of the translations.
struct HouseholdText {
  Q_DECLARE_TR_FUNCTIONS(HouseholdText)
};

bool livesHere(const PersonCard& card) {
  return !card.person.movedOutAt && card.person.mergedInto.isNull();
}

QString nameOf(const PersonCard& card) {
  return card.politeName.isEmpty() ? politeName(card.person) : card.politeName;
}

}  // namespace

const PersonCard* spokenPerson(const HouseholdCard& card) {
  if (card.caller >= 0 && card.caller < static_cast<int>(card.people.size())) {
    return &card.people[static_cast<size_t>(card.caller)];
  }
  const PersonCard* only = nullptr;
  int count = 0;
  for (const PersonCard& person : card.people) {
    if (!livesHere(person)) continue;
    ++count;
    only = &person;
  }
  return count == 1 ? only : nullptr;
}

QString peopleText(const HouseholdCard& card) {
  if (const PersonCard* person = spokenPerson(card)) {
    return relationText(person->person.relation) % u' ' % nameOf(*person);
  }
  int count = 0;
  for (const PersonCard& person : card.people) count += livesHere(person) ? 1 : 0;
  //: How many people of a household are on record.
  return count == 0 ? QString() : HouseholdText::tr("登记 %1 人").arg(count);
}

QString warrantyBadge(const HouseholdCard& card, const QString& categoryId, Instant now) {
  const QString part = warrantyPartOf(categoryId);
  if (part.isEmpty()) return {};
  const QString text = warrantyText(card.warranties, part, now);
  return part % u' ' % text;
}

QStringList historyParts(const HouseholdCard& card, Instant now) {
  QStringList parts;
  parts << HouseholdText::tr("未结 %1").arg(card.openTickets.size());
  parts << (card.contacts90Days > 0 ? HouseholdText::tr("90 天 %1 次来电").arg(card.contacts90Days)
                                    : HouseholdText::tr("90 天内没有来电"));
  if (card.lastClosedAt && !card.lastClosedTitle.isEmpty()) {
    const QString day = dayText(*card.lastClosedAt).section(u' ', 0, 0);
    const bool isThisYear =
        toIso(localDayOf(*card.lastClosedAt)).left(4) == toIso(localDayOf(now)).left(4);
    const QString when = isThisYear ? day : toIso(localDayOf(*card.lastClosedAt));
    parts << HouseholdText::tr("上次 %1「%2」已办结").arg(when, card.lastClosedTitle);
  }
  return parts;
}

QString salutationText(const HouseholdCard& card) {
  const PersonCard* person = spokenPerson(card);
  if (!person || person->person.salutation.isEmpty()) return {};
  return HouseholdText::tr("称呼%1").arg(person->person.salutation);
}

QString lastContactText(const HouseholdCard& card, Instant now) {
  if (card.recent.empty()) return HouseholdText::tr("首次来电");
  return HouseholdText::tr("%1%2").arg(agoWords(card.recent.front().at, now),
                                       card.recent.front().kind.isEmpty()
                                           ? HouseholdText::tr("来电")
                                           : contactKindText(card.recent.front().kind));
}

QString agoWords(Instant at, Instant now) {
  const auto passed = now - at;
  const auto dayCount = (localDayOf(now) - localDayOf(at)).count();
  if (passed < minutes{2}) return HouseholdText::tr("刚才");
  if (passed < hours{1}) {
    return HouseholdText::tr("%1 分钟前").arg(std::chrono::duration_cast<minutes>(passed).count());
  }
  if (dayCount <= 0) return occurredText(at, now);
  if (dayCount == 1) return HouseholdText::tr("昨天");
  if (dayCount < 60) return HouseholdText::tr("%1 天前").arg(dayCount);
  if (dayCount < 730) return HouseholdText::tr("%1 个月前").arg(dayCount / 30);
  return HouseholdText::tr("%1 年前").arg(dayCount / 365);
}

}  // namespace yingda::ui
