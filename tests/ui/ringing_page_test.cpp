// SPDX-License-Identifier: GPL-3.0-or-later
// The ringing page with no, one and several households; it never takes the focus.
#include "ui/desk/ringing_page.h"

#include <QSignalSpy>

#include "tests/ui/form_samples.h"
#include "ui/desk/ringing_list.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

namespace {

CallerCard caller(int households) {
  CallerCard card;
  card.asWritten = QStringLiteral("138 1234 1234");
  card.canonical = QStringLiteral("13812341234");
  card.understood = true;
  for (int i = 1; i <= households; ++i) card.households.push_back(sample::household(i));
  return card;
}

QString textOf(RingingPage& page, const char* name) { return find<Label>(page, name)->text(); }

}  // namespace

TEST_CASE("the page says who may call and counts the seconds", "[ringing]") {
  sample::theme();
  RingingPage page;
  page.set(caller(3), sample::now() - std::chrono::seconds(6), sample::now());
  CHECK(textOf(page, "ringingPage.number") == QStringLiteral("138****1234"));
  CHECK(textOf(page, "ringingPage.ringing") == QStringLiteral("来电 · 已响 6 秒"));
  CHECK(textOf(page, "ringingPage.households.title") == QStringLiteral("这个号码有 3 户"));
  CHECK(textOf(page, "ringingPage.tickets.title") == QStringLiteral("可能为这件事来电"));
  page.tick(sample::now() + std::chrono::seconds(3));
  CHECK(textOf(page, "ringingPage.ringing") == QStringLiteral("来电 · 已响 9 秒"));
  const auto& rows = find<RingingList>(page, "ringingPage.households")->rows();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cap == QStringLiteral("Ctrl 1"));
  CHECK(rows[0].badge == QStringLiteral("未核对"));
  CHECK(rows[1].badge.isEmpty());
}

TEST_CASE("preselecting changes what answering takes", "[ringing]") {
  sample::theme();
  RingingPage page;
  page.set(caller(3), sample::now(), sample::now());
  QSignalSpy taken(&page, &RingingPage::taken);
  QSignalSpy urged(&page, &RingingPage::urgeChosen);
  CHECK_FALSE(page.preselect(4));
  CHECK_FALSE(page.preselect(0));
  CHECK(page.preselect(2));
  CHECK(page.preselected() == sample::idOf<HouseholdTag>(2));
  page.take();
  CHECK(taken.first().first().value<HouseholdId>() == sample::idOf<HouseholdTag>(2));
  page.urge();
  CHECK(urged.first().first().value<TicketId>() == page.likelyTicket());
}

TEST_CASE("an unknown number can be answered all the same", "[ringing]") {
  sample::theme();
  RingingPage page;
  page.set(caller(0), sample::now(), sample::now());
  CHECK(textOf(page, "ringingPage.households.title") == QStringLiteral("这个号码没有登记过"));
  CHECK(page.preselected().isNull());
  QSignalSpy taken(&page, &RingingPage::taken);
  QSignalSpy urged(&page, &RingingPage::urgeChosen);
  page.urge();
  page.take();
  CHECK(taken.count() == 1);
  CHECK(urged.isEmpty());
  CallerCard silent;
  page.set(silent, sample::now(), sample::now());
  CHECK(textOf(page, "ringingPage.number") == QStringLiteral("号码未送达"));
}

TEST_CASE("a ringing telephone never takes the focus", "[ringing]") {
  sample::theme();
  QWidget window;
  auto* editor = new LineBox(&window);
  auto* page = new RingingPage(&window);
  page->setGeometry(0, 40, 766, 640);
  showActive(window);
  editor->setFocus();
  page->set(caller(2), sample::now(), sample::now());
  page->show();
  page->preselect(2);
  page->tick(sample::now());
  QTest::mouseClick(find<HintButton>(*page, "ringingPage.take"), Qt::LeftButton);
  CHECK(editor->hasFocus());
}

TEST_CASE("ten households and hostile titles fit", "[ringing][hostile]") {
  sample::theme();
  CallerCard many = caller(10);
  many.households[0].address = QString(500, u'楼');
  many.households[0].openTickets.front().title = QStringLiteral("\u202e\n😀") + QString(9999, u'漏');
  RingingPage page;
  page.resize(702, 640);
  page.set(many, sample::now(), sample::now());
  CHECK(find<RingingList>(page, "ringingPage.households")->rows().size() == 9);
  CHECK_FALSE(page.grab().isNull());
}
