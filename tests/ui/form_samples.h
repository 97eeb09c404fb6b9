// SPDX-License-Identifier: GPL-3.0-or-later
// Sample data and small drivers for the tests of the desk's form, card and panels.
#pragma once

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QTest>
#include <catch2/catch.hpp>

#include "core/base/clock.h"
#include "core/domain/starter.h"
#include "core/domain/ticket_number.h"
#include "core/service/views.h"
#include "tests/kit/kit_fixture.h"
#include "tests/runner/printers.h"
#include "ui/kit/theme.h"

namespace yingda::ui::sample {

/// The starter organisation as it lies in the source tree.
inline const Starter& starter() {
  static const Starter read = [] {
    StarterFiles files;
    const QDir folder(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
      QFile file(folder.filePath(name));
      REQUIRE(file.open(QIODevice::ReadOnly));
      files.insert(name, file.readAll());
    }
    Result<Starter> result = readStarter(files);
    INFO((result ? QString() : result.error().detail).toStdString());
    REQUIRE(result);
    return *result;
  }();
  return read;
}

/// Saturday, 10 October 2026, 23:44:31.
inline Instant now() { return *instantFromIso(u"2026-10-10T23:44:31+08:00"); }

/// The theme of the whole test program.
inline Theme& theme() { return theTheme(); }

template <class Name>
Id<Name> idOf(int number) {
  return Id<Name>(QUuid(static_cast<uint>(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

inline QueueRow queueRow(int number, Level level, const QString& title) {
  QueueRow row;
  row.id = idOf<TicketTag>(number);
  row.number = TicketNumber{207, number}.digits();
  row.level = level;
  row.stage = Stage::InProgress;
  row.title = title;
  row.place = QStringLiteral("云杉府 3栋2单元1502");
  row.holder = QStringLiteral("张工");
  row.receivedAt = now() - std::chrono::hours(30);
  row.nextDue = now() + std::chrono::minutes(72);
  row.nextMilestone = QStringLiteral("M4");
  return row;
}

inline HouseholdCard household(int number = 1) {
  HouseholdCard card;
  card.household.id = idOf<HouseholdTag>(number);
  card.household.community = idOf<CommunityTag>(1);
  card.household.address = QStringLiteral("3栋2单元1502");
  card.household.building = QStringLiteral("3栋");
  card.communityName = QStringLiteral("云杉府");
  card.address = QStringLiteral("云杉府 3栋2单元1502");
  PersonCard owner;
  owner.person.id = idOf<PersonTag>(number);
  owner.person.name = QStringLiteral("王秀兰");
  owner.person.salutation = QStringLiteral("王老师");
  owner.politeName = QStringLiteral("王女士");
  owner.numbers = {QStringLiteral("13812341234")};
  card.people = {owner};
  Welfare welfare;
  welfare.tag = CareTag::ElderlyParents;
  card.welfare = {welfare};
  Warranty warranty;
  warranty.part = QStringLiteral("给排水");
  warranty.startsAt = instantFromIso(u"2021-06-30T00:00:00+08:00");
  warranty.years = 2;
  card.warranties = {warranty};
  card.openTickets = {queueRow(4198, Level::Yellow, QStringLiteral("卫生间漏水到楼下"))};
  card.contacts90Days = 3;
  card.lastClosedTitle = QStringLiteral("厨房下水慢");
  card.lastClosedAt = instantFromIso(u"2026-09-28T10:00:00+08:00");
  card.recent = {{now() - std::chrono::hours(24), QStringLiteral("去电"),
                  QStringLiteral("告知今天做闭水试验，承诺 17:00 前回结果")},
                 {now() - std::chrono::hours(48), QStringLiteral("上门"),
                  QStringLiteral("张建国查到地漏密封圈老化，已拍照")},
                 {now() - std::chrono::hours(72), QStringLiteral("来电"),
                  QStringLiteral("报卫生间漏水，8021 李敏受理")}};
  card.caller = 0;
  return card;
}

inline TicketDraft draft() {
  TicketDraft draft;
  draft.id = idOf<DraftTag>(1);
  draft.ticket.id = idOf<TicketTag>(1);
  draft.text.id = draft.ticket.id;
  draft.ticket.number = TicketNumber{207, 4213}.digits();
  draft.ticket.receivedAt = now() - std::chrono::seconds(259);
  draft.callerNumber = QStringLiteral("13812341234");
  return draft;
}

/// Types through an input method: composes, then commits.
inline void compose(QWidget* editor, const QString& preedit) {
  QInputMethodEvent event(preedit, {});
  QApplication::sendEvent(editor, &event);
}
inline void commit(QWidget* editor, const QString& text) {
  QInputMethodEvent event;
  event.setCommitString(text);
  QApplication::sendEvent(editor, &event);
}

/// The descendant of that name; fails with the names that there are.
template <class Widget>
Widget* find(const QWidget& root, const char* name) {
  auto* found = root.findChild<Widget*>(QLatin1String(name));
  if (!found) {
    QStringList names;
    for (const QWidget* child : root.findChildren<QWidget*>()) {
      if (!child->objectName().isEmpty()) names << child->objectName();
    }
    FAIL(name << " is not among " << names.join(QStringLiteral(", ")).toStdString());
  }
  return found;
}

}  // namespace yingda::ui::sample
