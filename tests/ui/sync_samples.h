// SPDX-License-Identifier: GPL-3.0-or-later
// Hand-made values of a shared floor, as the engine would give them.
#pragma once

#include "core/service/sync_views.h"

namespace yingda::ui {

inline Instant sampleNow() { return *instantFromIso(u"2026-03-10T14:20:00"); }

inline SyncView offlineFloor() {
  SyncView view;
  view.state = SyncView::State::Offline;
  view.server = QStringLiteral("db.example.cn");
  view.reason = QStringLiteral("timeout");
  view.seenAt = *instantFromIso(u"2026-03-10T14:02:00");
  view.unsent = 7;
  view.conflicts = 2;
  return view;
}

inline SyncView liveFloor() {
  SyncView view;
  view.state = SyncView::State::Live;
  view.server = QStringLiteral("db.example.cn");
  view.seenAt = sampleNow();
  return view;
}

inline ConflictView sampleConflict(int number, const QString& title, const QByteArray& field) {
  ConflictView one;
  one.id = QUuid(static_cast<uint>(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  one.ticket = TicketId(QUuid(static_cast<uint>(number), 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
  one.ticketNumber = QStringLiteral("20742131");
  one.ticketTitle = title;
  one.kind = "ticket_text";
  one.field = field;
  one.lost = QStringLiteral("1-1 三层楼道");
  one.kept = QStringLiteral("1-1 三层电梯口");
  one.lostByName = QStringLiteral("8021 小李");
  one.keptByName = QStringLiteral("8107 小王");
  one.at = *instantFromIso(u"2026-03-10T13:41:00");
  one.isMine = true;
  return one;
}

/// Two of mine, one of somebody else, one already seen.
inline std::vector<ConflictView> sampleConflicts() {
  ConflictView holder = sampleConflict(1, QStringLiteral("楼道灯不亮（第 2 次）"), "holder");
  holder.kind = "ticket";
  holder.lost = QStringLiteral("工程部 张建国");
  holder.kept = QStringLiteral("外包维保 王志强");
  ConflictView place = sampleConflict(2, QStringLiteral("停车费多扣一个月"), "place");
  place.at = *instantFromIso(u"2026-03-10T13:38:00");
  ConflictView other = sampleConflict(3, QStringLiteral("午休时间装修噪音"), "contact_name");
  other.isMine = false;
  other.lost = QStringLiteral("赵先生");
  other.kept = QStringLiteral("赵女士");
  std::swap(other.lostByName, other.keptByName);
  ConflictView seen = sampleConflict(4, QStringLiteral("2 号门门禁卡刷不开"), "note");
  seen.isSeen = true;
  seen.at = *instantFromIso(u"2026-03-09T11:05:00");
  return {seen, place, holder, other};
}

inline std::vector<RefusalView> sampleRefusals() {
  RefusalView role;
  role.sequence = 31;
  role.reason = QStringLiteral("role");
  role.at = *instantFromIso(u"2026-03-10T13:20:00");
  role.ticketNumber = QStringLiteral("20742131");
  role.summary = QStringLiteral("归档 装修押金退还流程");
  RefusalView parked = role;
  parked.sequence = 32;
  parked.isParked = true;
  parked.reason = QStringLiteral("version");
  parked.summary = QStringLiteral("登记探视 和苑 2-1-803");
  return {role, parked};
}

inline JoinTest goodTest() {
  JoinTest test;
  test.isGood = true;
  test.company = QStringLiteral("云杉物业");
  test.role = QStringLiteral("坐席");
  test.unsent = 2431;
  test.households = 240;
  test.tickets = 2000;
  const auto id = [](ushort n) { return AgentId(QUuid(n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)); };
  test.people = {
      {id(1), QStringLiteral("8021"), QStringLiteral("李敏"), id(2), QStringLiteral("李敏")},
      {id(3), QStringLiteral("8022"), QStringLiteral("王蕾"), {}, {}}};
  return test;
}

inline JoinTest faultTest(const char* fault) {
  JoinTest test;
  test.fault = QLatin1String(fault);
  return test;
}

}  // namespace yingda::ui
