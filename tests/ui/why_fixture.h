// SPDX-License-Identifier: GPL-3.0-or-later
// The case of the design: received 09-30 16:00, 48 service hours, paused on 10-09, due 10-14 18:00.
#pragma once

#include "tests/ui/parts_fixture.h"

namespace yingda::ui {

/// Adds segments one after the other, as the account lays them.
class AccountMaker {
 public:
  AccountMaker(const QString& start, const QString& now) : m_at(at(start)), m_now(at(now)) {}
  AccountMaker& counted(const QString& to, const QString& reason) { return add(to, reason, true); }
  AccountMaker& off(const QString& to, const QString& reason) { return add(to, reason, false); }
  AccountMaker& day(const QString& date, const QString& reason) {
    off(date + u"T08:30", u"夜间"_qs);
    counted(date + u"T12:00", reason);
    off(date + u"T13:30", u"午休"_qs);
    return counted(date + u"T18:00", reason);
  }
  Account account() {
    for (const Segment& segment : m_account.segments) {
      m_account.countedSeconds += segment.countedSeconds;
    }
    return m_account;
  }

 private:
  AccountMaker& add(const QString& iso, const QString& reason, bool counted) {
    const Instant to = at(iso);
    if (m_at < m_now && m_now < to) addOne(m_now, reason, counted);
    addOne(to, reason, counted);
    return *this;
  }
  void addOne(Instant to, const QString& reason, bool counted) {
    const qint64 seconds = (to - m_at).count() / 1000;
    m_account.segments.push_back({.from = m_at,
                                  .to = to,
                                  .countedSeconds = counted ? seconds : 0,
                                  .reason = reason,
                                  .counted = counted,
                                  .isFuture = m_at >= m_now});
    m_at = to;
  }

  Account m_account;
  Instant m_at{};
  Instant m_now{};
};

inline Account pictureAccount(const QString& now = u"2026-10-10T10:12"_qs) {
  AccountMaker maker(u"2026-09-30T16:00"_qs, now);
  const QString service = u"服务时间"_qs;
  maker.counted(u"2026-09-30T18:00"_qs, service);
  maker.off(u"2026-10-01T00:00"_qs, u"夜间"_qs);
  maker.off(u"2026-10-08T00:00"_qs, u"法定假 · 国庆"_qs);
  maker.day(u"2026-10-08"_qs, service);
  maker.off(u"2026-10-09T08:30"_qs, u"夜间"_qs);
  maker.counted(u"2026-10-09T12:00"_qs, service);
  maker.off(u"2026-10-09T13:30"_qs, u"午休"_qs);
  maker.counted(u"2026-10-09T14:00"_qs, service);
  maker.off(u"2026-10-09T16:00"_qs, u"暂停 · 等业主发缴费截图"_qs);
  maker.counted(u"2026-10-09T18:00"_qs, service);
  maker.day(u"2026-10-10"_qs, u"补班 · 国庆调休"_qs);
  maker.off(u"2026-10-11T00:00"_qs, u"夜间"_qs);
  maker.off(u"2026-10-12T00:00"_qs, u"周末"_qs);
  maker.day(u"2026-10-12"_qs, service);
  maker.day(u"2026-10-13"_qs, service);
  maker.day(u"2026-10-14"_qs, service);
  Account account = maker.account();
  account.milestoneId = u"resolve"_qs;
  account.sentence =
      u"普通，48 个服务小时，日历「工作日」，从 09-30 周三 16:00 起算。一天计 8 小时：08:30–12:00 和 13:30–18:00。"_qs;
  account.calendarText = u"日历「工作日」2026 第 2 版"_qs;
  account.pausedShare = 0.04;
  return account;
}

inline Milestone pictureMilestone() {
  Milestone milestone;
  milestone.id = u"resolve"_qs;
  milestone.name = u"办结"_qs;
  milestone.due = at(u"2026-10-14T18:00"_qs);
  milestone.state = MilestoneState::Running;
  milestone.remainingSeconds = 1818 * 60;
  milestone.totalSeconds = 2880 * 60;
  milestone.usedSeconds = 1062 * 60;
  return milestone;
}

}  // namespace yingda::ui
