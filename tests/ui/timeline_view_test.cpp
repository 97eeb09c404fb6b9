// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: newest at the bottom, whole rows, filters, and its pictures.
#include "ui/desk/timeline_view.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QScrollBar>
#include <QSignalSpy>

#include "tests/ui/parts_fixture.h"
#include "ui/desk/timeline_list.h"
#include "ui/desk/timeline_model.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

Activity happened(uint number, ActivityKind kind, const QString& when, const QJsonObject& data) {
  Activity activity;
  activity.id = idOf<ActivityId>(number);
  activity.kind = kind;
  activity.at = at(when);
  activity.byName = u"8021 小李"_qs;
  activity.data = data;
  return activity;
}

std::vector<Activity> pictureActivities() {
  return {
      happened(1, ActivityKind::Contact, u"2026-11-06T09:12:00"_qs,
               {{u"text"_qs, u"问上次漏水修好没有"_qs}}),
      happened(2, ActivityKind::Contact, u"2026-11-07T23:40:12"_qs,
               {{u"number"_qs, u"13812341234"_qs}}),
      happened(3, ActivityKind::Verified, u"2026-11-07T23:40:31"_qs,
               {{u"name"_qs, u"云杉府 3栋2单元1502，业主王女士"_qs}}),
      happened(4, ActivityKind::Quoted, u"2026-11-07T23:41:05"_qs,
               {{u"name"_qs, u"公区爆管应急"_qs}, {u"version"_qs, 3}}),
      happened(5, ActivityKind::LevelChanged, u"2026-11-07T23:42:00"_qs,
               {{u"from"_qs, u"黄"_qs}, {u"to"_qs, u"红"_qs}, {u"reason"_qs, u"水进电梯厅"_qs}}),
      happened(6, ActivityKind::Dispatched, u"2026-11-07T23:43:10"_qs,
               {{u"department"_qs, u"工程部"_qs}, {u"person"_qs, u"张工"_qs}}),
      happened(
          7, ActivityKind::Told, u"2026-11-07T23:43:40"_qs,
          {{u"text"_qs,
            u"先别乘电梯，也别趟积水；张师傅 00:10 前到，到了先关楼里总阀，00:15 我给您回电，家里老人请先留在屋内，走廊灯如果不亮请用手机照明"_qs}}),
  };
}

const Instant night = *instantFromIso(u"2026-11-07T23:44:31");

}  // namespace

TEST_CASE("The timeline looks like the picture") {
  theTheme();
  auto* view = new TimelineView;
  view->set(pictureActivities(), {}, night);
  Ground ground(inCard(view), {800, 237});
  takePictures(ground, u"timeline"_qs);
  ground.resize(736, 142);
  takePictures(ground, u"timeline-small"_qs);
}

TEST_CASE("Rows are whole and the newest is at the bottom") {
  theTheme();
  TimelineView view;
  view.set(pictureActivities(), {}, night);
  auto* list = view.findChild<TimelineList*>(u"timeline.rows"_qs);
  REQUIRE(list != nullptr);
  for (int height = 90; height < 140; ++height) {
    view.resize(712, height);
    view.show();
    QCoreApplication::processEvents();
    INFO("height " << height);
    CHECK(list->viewport()->height() % TimelineDelegate::rowHeight == 0);
    const QRect last = list->visualRect(list->model()->index(6, 0));
    CHECK(last.bottom() + 1 == list->viewport()->height());
  }
  CHECK(list->isAtNewest());
  list->verticalScrollBar()->setValue(0);
  auto more = pictureActivities();
  more.push_back(happened(8, ActivityKind::Arrived, u"2026-11-08T00:08:00"_qs, {}));
  view.set(more, {}, night);
  QCoreApplication::processEvents();
  CHECK(list->verticalScrollBar()->value() == 0);
}

TEST_CASE("A filter shows its group and never resets") {
  theTheme();
  TimelineView view;
  const QAbstractItemModelTester tester(const_cast<TimelineModel*>(&view.model()),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  QSignalSpy reset(&view.model(), &QAbstractItemModel::modelReset);
  view.set(pictureActivities(), {}, night);
  CHECK(view.model().rowCount() == 7);
  view.setFilter(1);
  CHECK(view.model().rowCount() == 4);
  view.setFilter(2);
  CHECK(view.model().rowCount() == 1);
  view.setFilter(3);
  CHECK(view.model().rowCount() == 2);
  view.setFilter(0);
  CHECK(view.model().rowCount() == 7);
  CHECK(reset.count() == 0);
  CHECK(view.model().rowAt(0).time == u"11-06 09:12"_qs);
  CHECK(view.model().rowAt(1).time == u"23:40:12"_qs);
  CHECK(view.model().index(1, 0).data(Qt::AccessibleTextRole).toString() ==
        u"来电，138****1234 呼入，8021 小李 · 11-07 周六 23:40:12"_qs);
}
