// SPDX-License-Identifier: GPL-3.0-or-later
// The script tab by its keys: saying, answering, going back, offers and the chooser.
#include "ui/desk/script_pane.h"

#include <QSignalSpy>

#include "core/domain/starter_reader.h"
#include "tests/ui/script_fixture.h"
#include "tests/ui/shell_fixture.h"
#include "ui/desk/script_choice.h"
#include "ui/desk/script_chooser.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

struct Desk {
  Desk() : pane(realStarter(), keys) {
    shellTheme();
    pane.resize(328, 700);
  }
  const Script& script(const char* id) const {
    const Script* found = realStarter().script(QLatin1String(id));
    REQUIRE(found != nullptr);
    return *found;
  }
  HintButton* answerButton(int digit) const {
    auto* found = pane.findChild<HintButton*>(QStringLiteral("script.answer.%1").arg(digit));
    REQUIRE(found != nullptr);
    return found;
  }
  KeyTable keys = KeyTable::builtIn();
  ScriptPane pane;
};

}  // namespace

TEST_CASE("saying the sentence tells its marks and goes on") {
  Desk desk;
  QSignalSpy said(&desk.pane, &ScriptPane::said);
  QSignalSpy answered(&desk.pane, &ScriptPane::answered);
  QSignalSpy moved(&desk.pane, &ScriptPane::moved);
  CHECK_FALSE(desk.pane.next());
  desk.pane.start(desk.script("burst_public"));
  CHECK(said.isEmpty());
  showActive(desk.pane);
  CHECK(desk.answerButton(3)->isVisible());
  CHECK_FALSE(desk.answerButton(4)->isVisible());
  CHECK(desk.pane.answer(1));
  REQUIRE(answered.size() == 1);
  CHECK(answered.first().first().toJsonObject().contains(QStringLiteral("place_kind")));
  CHECK(said.size() == 1);
  CHECK_FALSE(desk.pane.answer(9));
  CHECK(desk.pane.back());
  CHECK(desk.pane.run().stepId() == QStringLiteral("where"));
  CHECK(moved.size() == 2);
  QTest::mouseClick(desk.answerButton(2), Qt::LeftButton);
  CHECK(desk.pane.run().stepId() == QStringLiteral("life_in"));
  CHECK_FALSE(desk.answerButton(2)->hasFocus());
}

TEST_CASE("a sentence with a number that nobody filled in says what to say instead") {
  Desk desk;
  Script script = desk.script("burst_public");
  script.steps.front().say = QStringLiteral("物业费是 {card:fee.property_price}。");
  fillScript(script, realStarter().factCards);
  REQUIRE(saysBlank(script.steps.front().say));
  ScriptFacts facts;
  facts.variables.insert(QStringLiteral("now_plus_15"), QStringLiteral("23:55"));
  desk.pane.setFacts(facts);
  desk.pane.start(script);
  showActive(desk.pane);
  const auto says = [&](const QString& words) {
    const auto labels = desk.pane.findChildren<RichLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const RichLabel* label) {
      return label->isVisible() && label->text().contains(words);
    });
  };
  CHECK(says(QStringLiteral("改说：我去核实，23:55 前给您回电。")));
  desk.pane.answer(1);
  CHECK_FALSE(says(QStringLiteral("我去核实")));
}

TEST_CASE("a script that fits better waits until the present one ends, an emergency does not") {
  Desk desk;
  QSignalSpy chosen(&desk.pane, &ScriptPane::scriptChosen);
  desk.pane.offer(desk.script("opening"));
  CHECK(chosen.size() == 1);
  desk.pane.next();
  desk.pane.offer(desk.script("noise"));
  CHECK(desk.pane.run().script().id == QStringLiteral("opening"));
  CHECK(desk.pane.offeredScript() == QStringLiteral("noise"));
  SECTION("ends") {
    for (int i = 0; i < 12 && desk.pane.run().script().id == QStringLiteral("opening"); ++i) {
      desk.pane.next();
    }
    CHECK(desk.pane.run().script().id == QStringLiteral("noise"));
    CHECK(desk.pane.run().trail().isEmpty());
    CHECK(chosen.size() == 2);
  }
  SECTION("emergency") {
    desk.pane.offer(desk.script("fire"));
    CHECK(desk.pane.run().script().id == QStringLiteral("fire"));
    CHECK(desk.pane.offeredScript().isEmpty());
  }
}

TEST_CASE("a script chosen by hand stays, and the interrupted one goes on after it") {
  Desk desk;
  desk.pane.start(desk.script("burst_public"));
  desk.pane.answer(1);
  showActive(desk.pane);
  desk.pane.openChooser();
  auto* line = desk.pane.findChild<LineBox*>(QStringLiteral("script.chooser"));
  CHECK(QTest::qWaitFor([line] { return line->hasFocus(); }));
  QTest::keyClicks(line, QStringLiteral("lygz"));
  QTest::keyClick(line, Qt::Key_Return);
  REQUIRE(desk.pane.run().script().id == QStringLiteral("recording_consent"));
  // The matter has not changed: the next keystroke in the form offers the same script again.
  desk.pane.offer(desk.script("burst_public"));
  CHECK(desk.pane.run().script().id == QStringLiteral("recording_consent"));
  SECTION("another emergency") {
    desk.pane.offer(desk.script("fire"));
    CHECK(desk.pane.run().script().id == QStringLiteral("fire"));
    return;
  }
  for (int i = 0; i < 6 && desk.pane.run().script().id != QStringLiteral("burst_public"); ++i) {
    desk.pane.next();
  }
  CHECK(desk.pane.run().script().id == QStringLiteral("burst_public"));
  CHECK(desk.pane.run().stepId() == QStringLiteral("life"));
}

TEST_CASE("a draft's place in the script comes back") {
  Desk desk;
  desk.pane.restore(QStringLiteral("burst_public"), QStringLiteral("lift"),
                    {QStringLiteral("where"), QStringLiteral("gone"), QStringLiteral("life")});
  CHECK(desk.pane.run().position() == 3);
  CHECK(desk.pane.back());
  CHECK(desk.pane.run().stepId() == QStringLiteral("life"));
  desk.pane.restore(QStringLiteral("no such script"), {}, {});
  CHECK(desk.pane.run().isEmpty());
}

TEST_CASE("phrases are inserted by their digit") {
  Desk desk;
  QSignalSpy inserted(&desk.pane, &ScriptPane::phraseInserted);
  CHECK_FALSE(desk.pane.insertPhrase(1));
  const auto phrases = choosePhrases(realStarter(), QStringLiteral("repair.water"),
                                     usualEmotion(Level::Red, Kind::Repair), {}, 3);
  desk.pane.setPhrases(phrases);
  CHECK(desk.pane.insertPhrase(2));
  CHECK_FALSE(desk.pane.insertPhrase(4));
  REQUIRE(inserted.size() == 1);
  CHECK(inserted.first().first().toString() == phrases[1]->id);
}

TEST_CASE("the chooser finds scripts by Chinese, initials and while composing") {
  CHECK(scriptRows(realStarter().scripts, {}).size() ==
        static_cast<qsizetype>(realStarter().scripts.size()));
  CHECK_FALSE(scriptRows(realStarter().scripts, QStringLiteral("dtkr")).isEmpty());
  Desk desk;
  QSignalSpy chosen(&desk.pane, &ScriptPane::scriptChosen);
  showActive(desk.pane);
  desk.pane.openChooser();
  auto* line = desk.pane.findChild<LineBox*>(QStringLiteral("script.chooser"));
  REQUIRE(line != nullptr);
  CHECK(QTest::qWaitFor([line] { return line->hasFocus(); }));
  compose(*line, QStringLiteral("dian'ti'kun"));
  // Enter belongs to the input method while it composes.
  compose(*line, {});
  QTest::keyClicks(line, QStringLiteral("dtkr"));
  QTest::keyClick(line, Qt::Key_Return);
  REQUIRE(chosen.size() == 1);
  CHECK(chosen.first().first().toString() == QStringLiteral("lift_trapped"));
  CHECK_FALSE(line->isVisible());
}
