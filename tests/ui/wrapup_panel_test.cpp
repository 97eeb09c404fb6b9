// SPDX-License-Identifier: GPL-3.0-or-later
// 小结 by digit, with and without a ticket.
#include "ui/desk/wrapup_panel.h"

#include <QSignalSpy>

#include "tests/ui/form_samples.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

TEST_CASE("one digit ends a call that needs no ticket", "[wrapup]") {
  sample::theme();
  const auto [digit, code] = GENERATE(table<int, const char*>({{3, "answered"},
                                                               {4, "transferred"},
                                                               {5, "wrong_number"},
                                                               {6, "silent"},
                                                               {7, "sales_call"},
                                                               {8, "malicious"}}));
  WrapUpPanel panel(sample::starter());
  showActive(panel);
  QSignalSpy chosen(&panel, &WrapUpPanel::chosen);
  panel.open(false);
  QTest::keyClick(panel.focusWidget(), static_cast<Qt::Key>(Qt::Key_0 + digit));
  REQUIRE(chosen.count() == 1);
  CHECK(chosen.first().first().toString() == QString::fromLatin1(code));
  CHECK_FALSE(panel.isOpen());
}

TEST_CASE("codes 1 and 2 need a ticket and say so", "[wrapup]") {
  sample::theme();
  WrapUpPanel panel(sample::starter());
  showActive(panel);
  QSignalSpy chosen(&panel, &WrapUpPanel::chosen);
  panel.open(false);
  CHECK_FALSE(panel.choose(1));
  CHECK(find<Label>(panel, "wrapUpPanel.problem")->text().contains(QStringLiteral("工单")));
  CHECK_FALSE(panel.choose(9));
  CHECK(chosen.isEmpty());
  panel.open(true);
  CHECK(panel.choose(2));
  CHECK(chosen.first().first().toString() == QStringLiteral("follow_up"));
}

TEST_CASE("digits in the note are text, Esc folds without choosing", "[wrapup]") {
  sample::theme();
  WrapUpPanel panel(sample::starter());
  showActive(panel);
  QSignalSpy chosen(&panel, &WrapUpPanel::chosen);
  QSignalSpy folded(&panel, &WrapUpPanel::folded);
  panel.open(true);
  auto* text = find<LineBox>(panel, "wrapUpPanel.text");
  text->setFocus();
  QTest::keyClicks(text, QStringLiteral("308"));
  CHECK(chosen.isEmpty());
  CHECK(text->text() == QStringLiteral("308"));
  QTest::keyClick(text, Qt::Key_Escape);
  CHECK(folded.count() == 1);
  CHECK_FALSE(panel.isVisible());
}
