// SPDX-License-Identifier: GPL-3.0-or-later
// The household card in its states, and the purpose that a number has to have.
#include <QSignalSpy>

#include "tests/ui/form_samples.h"
#include "ui/desk/household_card_view.h"
#include "ui/desk/household_text.h"
#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

namespace {

bool isShown(HouseholdCardView& card, const char* name) {
  return !find<HintButton>(card, name)->isHidden();
}

}  // namespace

TEST_CASE("the card says who, what is open, and what was last", "[household]") {
  sample::theme();
  HouseholdCardView card;
  card.set(sample::household(), true, sample::now());
  card.setMatter(QStringLiteral("repair.water.burst_common"), sample::now());
  CHECK(card.sentence() ==
        QStringLiteral(
            "云杉府 3栋2单元1502，业主 王女士，父母同住，给排水 已过 2 年质保，未结 1 · 90 天 3 "
            "次来电 · 上次 09-28「厨房下水慢」已办结 · 称呼王老师")
            .replace(QStringLiteral("父母同住"), careTagWord(CareTag::ElderlyParents)));
  CHECK(isShown(card, "householdCard.urge"));
  CHECK_FALSE(isShown(card, "householdCard.verify"));
  card.set(sample::household(), false, sample::now());
  CHECK(card.sentence().contains(QStringLiteral("未核对")));
  CHECK(isShown(card, "householdCard.verify"));
  CHECK_FALSE(card.sentence().contains(QStringLiteral("13812341234")));
}

TEST_CASE("an unknown caller, a common part and nothing have their own words", "[household]") {
  sample::theme();
  HouseholdCardView card;
  card.setUnknown(QStringLiteral("13812341234"));
  CHECK(card.sentence().startsWith(QStringLiteral("首次来电，没有登记")));
  CHECK(card.sentence().contains(QStringLiteral("138****1234")));
  CHECK(isShown(card, "householdCard.edit"));
  card.setUnknown({});
  CHECK(card.sentence().contains(QStringLiteral("号码未送达")));
  card.setCommonPart(QStringLiteral("云杉府 3栋 大堂"));
  CHECK(card.sentence().startsWith(QStringLiteral("云杉府 3栋 大堂")));
  CHECK_FALSE(isShown(card, "householdCard.reveal"));
  card.setNothing();
  CHECK_FALSE(isShown(card, "householdCard.urge"));
}

TEST_CASE("a number is shown for a purpose only, by one digit", "[household]") {
  sample::theme();
  QWidget window;
  auto* card = new HouseholdCardView(&window);
  auto* editor = new LineBox(&window);
  card->setGeometry(0, 0, 720, 64);
  editor->setGeometry(0, 80, 200, 30);
  card->set(sample::household(), true, sample::now());
  showActive(window);
  editor->setFocus();
  QSignalSpy asked(card, &HouseholdCardView::revealAsked);
  card->askPurpose();
  QTest::keyClick(window.focusWidget(), Qt::Key_7);
  CHECK(asked.isEmpty());
  QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
  CHECK_FALSE(card->isAskingPurpose());
  CHECK(editor->hasFocus());
  card->askPurpose();
  QTest::keyClick(window.focusWidget(), Qt::Key_2);
  REQUIRE(asked.count() == 1);
  CHECK(asked.first().first().toString() == QStringLiteral("visit"));
  CHECK(editor->hasFocus());
  card->reveal();
  CHECK(card->sentence().contains(QStringLiteral("13812341234")));
  card->set(sample::household(2), true, sample::now());
  CHECK_FALSE(card->isRevealed());
}

TEST_CASE("several people are counted, one caller is named", "[household]") {
  HouseholdCard card = sample::household();
  card.people.push_back(card.people.front());
  CHECK(peopleText(card) == QStringLiteral("业主 王女士"));
  card.caller = -1;
  CHECK(peopleText(card) == QStringLiteral("登记 2 人"));
  card.people.back().person.movedOutAt = sample::now();
  CHECK(peopleText(card) == QStringLiteral("业主 王女士"));
  card.people.clear();
  CHECK(peopleText(card).isEmpty());
  CHECK(salutationText(card).isEmpty());
}

TEST_CASE("the past is told in words", "[household]") {
  const auto [minutes, words] = GENERATE(table<int, const char*>({{0, "刚才"},
                                                                  {20, "20 分钟前"},
                                                                  {180, "今天 20:44"},
                                                                  {24 * 60, "昨天"},
                                                                  {3 * 24 * 60, "3 天前"},
                                                                  {245 * 24 * 60, "8 个月前"},
                                                                  {1000 * 24 * 60, "2 年前"}}));
  CHECK(agoWords(sample::now() - std::chrono::minutes(minutes), sample::now()) ==
        QString::fromUtf8(words));
}

TEST_CASE("hostile names and addresses keep the card in its two lines", "[household][hostile]") {
  sample::theme();
  HouseholdCard hostile = sample::household();
  hostile.address = QString(500, u'楼');
  hostile.people.front().politeName = QString(500, u'王');
  hostile.lastClosedTitle = QStringLiteral("\u202e反\n\n😀") + QString(1 << 16, u'漏');
  HouseholdCardView card;
  card.resize(702, 64);
  card.set(hostile, false, sample::now());
  card.show();
  CHECK(card.height() == 64);
  CHECK(card.minimumSizeHint().width() <= 702);
  CHECK_FALSE(card.grab().isNull());
}
