// SPDX-License-Identifier: GPL-3.0-or-later
// A suggested category in the form: shown, taken, refused, and what follows it.
#include "tests/ui/form_desk.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/form_chooser.h"
#include "ui/kit/badge.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

struct SuggestDesk : FormDesk {
  SuggestDesk() {
    // Nothing is chosen yet, and nothing was touched.
    TicketDraft draft = form.draft();
    draft.ticket.category.clear();
    draft.ticket.level = Ticket().level;
    draft.ticket.kind = Ticket().kind;
    draft.ticket.department.clear();
    draft.levelTouched = false;
    draft.kindTouched = false;
    draft.text.request = QStringLiteral("电梯停在半中间");
    form.show(draft);
    form.focusField(QStringLiteral("request"));
    for (const Category& category : starter().categories) {
      if (category.isLeaf && category.level != Ticket().level && leaves.size() < 3) {
        leaves << category.id;
      }
    }
  }
  static const Starter& starter() { return sample::starter(); }
  CategoryPicker& picker() { return *form.findChild<CategoryPicker*>(); }
  Badge& badge() { return *picker().findChild<Badge*>(); }
  TriageAnswer answer(bool isDecided) {
    const Category& first = *starter().category(leaves[0]);
    TriageAnswer answer;
    answer.category = first.id;
    answer.kind = first.kind;
    answer.level = first.level;
    answer.department = first.department;
    answer.probability = isDecided ? 0.924f : 0.41f;
    answer.isDecided = isDecided;
    answer.candidates = leaves;
    answer.evidence = QStringList{QStringLiteral("电梯")};
    return answer;
  }
  QStringList leaves;
};

}  // namespace

TEST_CASE("a decided suggestion stands in the field without being chosen") {
  SuggestDesk desk;
  desk.form.setTriage(desk.answer(true));
  CHECK(desk.badge().text() == QStringLiteral("92% · 电梯"));
  CHECK(desk.form.draft().ticket.category.isEmpty());
  CHECK(desk.form.draft().suggested == desk.leaves[0]);
  CHECK(desk.form.draft().ticket.level == desk.starter().category(desk.leaves[0])->level);

  SECTION("it goes with the words, and level and department with it") {
    desk.form.setTriage({});
    CHECK(desk.badge().isHidden());
    CHECK(desk.form.draft().suggested.isEmpty());
    CHECK(desk.form.draft().ticket.level == Ticket().level);
    CHECK(desk.form.draft().ticket.department.isEmpty());
  }
  SECTION("words that are gone take it with them before any answer") {
    desk.named<TextBox>("request")->setText(QStringLiteral("没事了"));
    CHECK(desk.form.draft().suggested.isEmpty());
  }
  SECTION("Enter in the field takes it, Tab does not") {
    desk.form.focusField(QStringLiteral("category"));
    desk.press(Qt::Key_Tab);
    CHECK(desk.form.draft().ticket.category.isEmpty());
    desk.form.focusField(QStringLiteral("category"));
    desk.press(Qt::Key_Return);
    CHECK(desk.form.draft().ticket.category == desk.leaves[0]);
  }
  SECTION("Backspace in the field refuses it, for good") {
    desk.form.focusField(QStringLiteral("category"));
    desk.press(Qt::Key_Backspace);
    CHECK(desk.form.draft().suggested.isEmpty());
    CHECK(desk.form.draft().ticket.level == Ticket().level);
    desk.form.setTriage(desk.answer(true));
    CHECK(desk.form.draft().suggested.isEmpty());
  }
  SECTION("a level that was touched stays") {
    desk.form.setTriage({});
    desk.form.focusField(QStringLiteral("level"));
    desk.press(Qt::Key_4);
    const Level chosen = desk.form.draft().ticket.level;
    desk.form.setTriage(desk.answer(true));
    CHECK(desk.form.draft().ticket.level == chosen);
    desk.form.setTriage({});
    CHECK(desk.form.draft().ticket.level == chosen);
  }
  SECTION("the draft comes back with it, untouched") {
    const TicketDraft kept = desk.form.draft();
    desk.form.show(kept);
    desk.form.setTriage({});
    CHECK(desk.form.draft().ticket.level == Ticket().level);
    CHECK(desk.form.draft().ticket.department.isEmpty());
  }
}

TEST_CASE("an unsure triage says so, and digits choose one of three in the field") {
  SuggestDesk desk;
  desk.form.setTriage(desk.answer(false));
  CHECK(desk.badge().text() == QStringLiteral("不确定"));
  CHECK(desk.badge().tone() == Tone::Dashed);
  CHECK(desk.form.draft().suggested.isEmpty());
  CHECK(desk.form.draft().ticket.level == Ticket().level);
  // Elsewhere a digit is a digit.
  desk.type("2");
  CHECK(desk.form.draft().ticket.category.isEmpty());
  desk.form.setTriage(desk.answer(false));
  desk.form.acceptCategory();
  CHECK(desk.focused() == QStringLiteral("category"));
  REQUIRE(desk.picker().list()->isOpen());
  CHECK(desk.picker().list()->rows()[1].data.toString() == desk.leaves[1]);
  SECTION("the second") {
    desk.press(Qt::Key_2);
    CHECK(desk.form.draft().ticket.category == desk.leaves[1]);
  }
  SECTION("Enter takes nothing that was not marked, and after Esc a digit is a code") {
    desk.press(Qt::Key_Return);
    CHECK(desk.form.draft().ticket.category.isEmpty());
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_2);
    CHECK(desk.form.draft().ticket.category.isEmpty());
    CHECK(desk.picker().line()->text() == QStringLiteral("2"));
  }
}

}  // namespace yingda::ui
