// SPDX-License-Identifier: GPL-3.0-or-later
// Registering and correcting households: clear refusals, nothing typed is lost.
#include "ui/desk/household_editor.h"

#include <QSignalSpy>

#include "tests/ui/form_samples.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/household_people.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

namespace {

struct Desk {
  HouseholdEditor editor;
  std::vector<HouseholdEdit> houses;
  std::vector<PersonEdit> people;
  Desk() {
    sample::theme();
    editor.resize(726, 560);
    showActive(editor);
    QObject::connect(&editor, &HouseholdEditor::householdSaved, &editor,
                     [this](const HouseholdEdit& edit) { houses.push_back(edit); });
    QObject::connect(&editor, &HouseholdEditor::personSaved, &editor,
                     [this](const PersonEdit& edit) { people.push_back(edit); });
  }
  LineBox* line(const char* name) { return find<LineBox>(editor, name); }
  void click(const char* name) { find<HintButton>(editor, name)->click(); }
};

QString errorOf(QWidget* editor) {
  return qobject_cast<FormField*>(editor->parentWidget())->error();
}

}  // namespace

TEST_CASE("a new household needs a readable address and keeps what was typed", "[household]") {
  Desk desk;
  Community known;
  known.id = sample::idOf<CommunityTag>(1);
  known.name = QStringLiteral("云杉府");
  desk.editor.setCommunities({known});
  desk.editor.openNew(QStringLiteral("13812341234"), sample::now());
  CHECK(desk.editor.focusWidget()->objectName() == QStringLiteral("householdEditor.address"));
  auto* address = desk.line("householdEditor.address");
  QTest::keyClick(address, Qt::Key_Return);
  CHECK(desk.houses.empty());
  CHECK_FALSE(errorOf(address).isEmpty());
  sample::commit(address, QStringLiteral("那个很高的楼"));
  QTest::keyClick(address, Qt::Key_Return);
  CHECK(desk.houses.empty());
  CHECK(address->text() == QStringLiteral("那个很高的楼"));
  address->setText(QStringLiteral("三栋二单元1502"));
  QTest::keyClick(address, Qt::Key_Return);
  REQUIRE(desk.houses.size() == 1);
  CHECK(desk.houses.front().community == known.id);
  CHECK(desk.houses.front().id.isNull());
  HouseholdCard saved = sample::household();
  saved.people.clear();
  desk.editor.refresh(saved, sample::now());
  CHECK(desk.line("householdPeople.numbers")->text() == QStringLiteral("13812341234"));
}

TEST_CASE("people are added with numbers in any form", "[household]") {
  Desk desk;
  desk.editor.open(sample::household(), sample::now());
  desk.click("householdPeople.save");
  CHECK(desk.people.empty());
  desk.line("householdPeople.name")->setText(QStringLiteral("张三"));
  desk.line("householdPeople.numbers")->setText(QStringLiteral("138-1234-5678、不知道"));
  desk.click("householdPeople.save");
  CHECK(desk.people.empty());
  CHECK(errorOf(desk.line("householdPeople.numbers")).contains(QStringLiteral("不知道")));
  desk.line("householdPeople.numbers")
      ->setText(QStringLiteral("138-1234-5678，０７５５－８８８８８８８８"));
  find<FormChooser>(desk.editor, "householdPeople.relation")->setFocus();
  QTest::keyClick(desk.editor.focusWidget(), Qt::Key_2);
  desk.click("householdPeople.save");
  REQUIRE(desk.people.size() == 1);
  CHECK(desk.people.front().numbers.size() == 2);
  CHECK(desk.people.front().relation == Relation::Tenant);
  CHECK(desk.people.front().household == sample::household().household.id);
}

TEST_CASE("people are corrected, moved out and merged", "[household]") {
  Desk desk;
  HouseholdCard card = sample::household();
  PersonCard other = card.people.front();
  other.person.id = sample::idOf<PersonTag>(9);
  other.person.name = QStringLiteral("王秀蘭");
  card.people.push_back(other);
  desk.editor.open(card, sample::now());
  QSignalSpy out(&desk.editor, &HouseholdEditor::personMovedOut);
  QSignalSpy merged(&desk.editor, &HouseholdEditor::peopleMerged);
  desk.click("householdPeople.edit");
  CHECK(desk.line("householdPeople.name")->text() == QStringLiteral("王秀兰"));
  desk.line("householdPeople.salutation")->setText(QStringLiteral("王阿姨"));
  desk.click("householdPeople.save");
  REQUIRE(desk.people.size() == 1);
  CHECK(desk.people.front().id == card.people.front().person.id);
  desk.click("householdPeople.out");
  CHECK(out.count() == 1);
  desk.click("householdPeople.merge");
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  desk.click("householdPeople.keep");
  REQUIRE(merged.count() == 1);
  CHECK(merged.first().at(0).value<PersonId>() == other.person.id);
  CHECK(merged.first().at(1).value<PersonId>() == card.people.front().person.id);
}

TEST_CASE("care tags and warranties are saved as values", "[household]") {
  Desk desk;
  desk.editor.open(sample::household(), sample::now());
  QList<CareTag> tags;
  std::vector<Warranty> warranties;
  QObject::connect(&desk.editor, &HouseholdEditor::careTagsSaved, &desk.editor,
                   [&](const QList<CareTag>& saved) { tags = saved; });
  QObject::connect(&desk.editor, &HouseholdEditor::warrantySaved, &desk.editor,
                   [&](const Warranty& saved) { warranties.push_back(saved); });
  desk.click("householdEditor.tag3");
  CHECK(tags == QList<CareTag>{CareTag::ElderlyParents, CareTag::PhoneFirst});
  desk.click("householdWarranties.save");
  CHECK(warranties.empty());
  auto* part = find<FormChooser>(desk.editor, "householdWarranties.part");
  part->setFocus();
  QTest::keyClick(part, Qt::Key_3);
  CHECK(desk.line("householdWarranties.years")->text() == QStringLiteral("5"));
  desk.line("householdWarranties.start")->setText(QStringLiteral("去年吧"));
  desk.click("householdWarranties.save");
  CHECK(warranties.empty());
  CHECK(desk.line("householdWarranties.start")->text() == QStringLiteral("去年吧"));
  desk.line("householdWarranties.start")->setText(QStringLiteral("2021-06-30"));
  desk.click("householdWarranties.save");
  REQUIRE(warranties.size() == 1);
  CHECK(warranties.front().part == QStringLiteral("卫生间防水"));
  CHECK(warranties.front().building == QStringLiteral("3栋"));
  CHECK(warranties.front().years == 5);
}

TEST_CASE("Esc closes and a refusal is a sentence", "[household]") {
  Desk desk;
  desk.editor.open(sample::household(), sample::now());
  QSignalSpy closed(&desk.editor, &HouseholdEditor::closed);
  desk.editor.setProblem(QStringLiteral("没存上：文件夹只读，已写的都在。"));
  auto* problem = find<Label>(desk.editor, "householdEditor.problem");
  CHECK(problem->isVisible());
  QTest::keyClick(desk.editor.focusWidget(), Qt::Key_Escape);
  CHECK(closed.count() == 1);
  desk.click("householdEditor.close");
  CHECK(closed.count() == 2);
  desk.editor.setProblem({});
  CHECK_FALSE(problem->isVisible());
}
