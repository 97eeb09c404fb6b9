// SPDX-License-Identifier: GPL-3.0-or-later
// How the tickets of a category ended, as the list beside the similar cases says it.
#include "ui/desk/endings_list.h"

#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

#include "tests/ui/script_fixture.h"
#include "tests/ui/shell_fixture.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/similar_list.h"
#include "ui/kit/key_table.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QueueRow row(const TicketId& id, const char* title) {
  QueueRow one;
  one.id = id;
  one.number = QStringLiteral("20742131");
  one.title = QString::fromUtf8(title);
  return one;
}

EndingsView view() {
  EndingsView view;
  view.category = QStringLiteral("repair.water.drain_blocked");
  view.tickets = 8;
  view.share = 0.75;
  view.families = {{QStringLiteral("已解决"),
                    QStringLiteral("疏通后试水正常"),
                    6,
                    {row(TicketId::fromText(QStringLiteral("01890000-0000-7000-8000-000000000001")),
                         "下水堵了")}},
                   {QStringLiteral("已解决"),
                    QStringLiteral("换管"),
                    2,
                    {row(TicketId::fromText(QStringLiteral("01890000-0000-7000-8000-000000000002")),
                         "又堵了")}}};
  return view;
}

}  // namespace

TEST_CASE("the ways in which tickets ended stand with how many, and Enter opens one of them") {
  EndingsList list;
  list.resize(320, 300);
  list.show();
  list.set(view());
  CHECK(endingsText(view()) == u"这一类近一年办结 8 件，75% 是同一种办法");
  REQUIRE(list.count() == 4);
  CHECK(list.item(0)->text() == u"6 件 · 已解决：疏通后试水正常");
  CHECK(list.item(1)->text().contains(QStringLiteral("下水堵了")));
  QSignalSpy opened(&list, &EndingsList::openAsked);
  list.setCurrentRow(0);
  QTest::keyClick(&list, Qt::Key_Return);
  CHECK(opened.isEmpty());
  list.setCurrentRow(3);
  QTest::keyClick(&list, Qt::Key_Return);
  REQUIRE(opened.size() == 1);
  CHECK(opened.front().front().value<TicketId>() == view().families[1].newest[0].id);
}

TEST_CASE("too few tickets say nothing of whether alike ones end alike") {
  EndingsView few = view();
  few.tickets = 4;
  EndingsList list;
  list.set(few);
  CHECK(list.count() == 0);
  CHECK(endingsText(few).isEmpty());
}

TEST_CASE("both lists are seen in the tab of what is similar") {
  KeyTable keys = KeyTable::builtIn();
  SidePane pane(realStarter(), keys);
  shellTheme();
  pane.resize(328, 700);
  pane.show();
  SimilarCase one;
  one.row = row(TicketId::fromText(QStringLiteral("01890000-0000-7000-8000-000000000003")), "堵了");
  pane.setSimilar({one});
  pane.setEndings(view());
  pane.setTab(SidePane::Similar);
  CHECK(pane.similar()->isVisible());
  CHECK(pane.endings()->isVisible());
  pane.setEndings({});
  CHECK(pane.similar()->isVisible());
  CHECK_FALSE(pane.endings()->isVisible());
}
