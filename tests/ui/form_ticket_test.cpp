// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket form: what goes in comes out, keys lead through it, nothing typed is lost.
#include <rapidcheck/catch.h>

#include <QSignalSpy>

#include "tests/ui/form_desk.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/form_elements.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;

TEST_CASE("a draft goes through the form unchanged", "[form]") {
  FormDesk desk;
  TicketDraft draft = sample::draft();
  draft.ticket.kind = Kind::Complaint;
  draft.ticket.level = Level::Orange;
  draft.ticket.category = QStringLiteral("repair.lift.trapped");
  draft.ticket.equipment = QStringLiteral("lift");
  draft.ticket.channel = Channel::Hotline12345;
  draft.ticket.department = QStringLiteral("finance");
  draft.ticket.occurredAt = sample::now() - std::chrono::hours(50);
  draft.text.request = QStringLiteral("电梯困人\n有老人");
  draft.text.reply = QStringLiteral("我马上派师傅");
  draft.text.note = QStringLiteral("维保已到");
  draft.text.place = QStringLiteral("3栋2单元 电梯");
  draft.text.contactName = QStringLiteral("王女士");
  draft.text.contactPhone = QStringLiteral("13812341234");
  draft.text.phoneRefused = true;
  draft.levelTouched = true;
  draft.kindTouched = true;
  draft.verified = true;
  draft.scriptId = QStringLiteral("lift");
  draft.scriptTrail = {QStringLiteral("a"), QStringLiteral("b")};
  draft.mark(ActivityKind::Confirmed, sample::now());
  desk.form.show(draft);
  TicketDraft back = desk.form.draft();
  back.focusField = draft.focusField;
  back.caret = draft.caret;
  CHECK(back == draft);
}

TEST_CASE("every field of the tables survives random values", "[form]") {
  FormDesk desk;
  rc::prop("form round trip", [&](unsigned seed) {
    TicketDraft draft = sample::draft();
    const auto& categories = sample::starter().categories;
    const Category& category = categories[seed % categories.size()];
    draft.ticket.category = category.isLeaf ? category.id : QString();
    draft.ticket.kind = allKinds[seed % allKinds.size()];
    draft.ticket.level = allLevels[seed / 7 % allLevels.size()];
    draft.ticket.channel = allChannels[seed / 31 % allChannels.size()];
    const auto& departments = sample::starter().departments;
    draft.ticket.department = departments[seed / 3 % departments.size()].id;
    draft.levelTouched = seed % 2 == 0;
    draft.text.request = QStringLiteral("诉求 %1").arg(seed);
    draft.text.place = QStringLiteral("%1栋").arg(seed % 99);
    draft.text.contactPhone =
        QStringLiteral("138%1").arg(seed % 100000000, 8, 10, QLatin1Char('0'));
    desk.form.show(draft);
    TicketDraft back = desk.form.draft();
    back.focusField.clear();
    back.caret = 0;
    RC_ASSERT(back == draft);
  });
}

TEST_CASE("the caret comes back to its field and place", "[form]") {
  FormDesk desk;
  TicketDraft draft = sample::draft();
  draft.text.reply = QStringLiteral("我马上派师傅过去看");
  draft.focusField = QStringLiteral("ticketForm.reply");
  draft.caret = 4;
  desk.form.show(draft);
  CHECK(desk.focused() == QStringLiteral("reply"));
  CHECK(desk.form.draft().caret == 4);
  CHECK(desk.form.draft().focusField == draft.focusField);
  draft.text.place = QStringLiteral("3栋2单元");
  draft.focusField = QStringLiteral("ticketForm.place");
  draft.caret = 2;
  desk.form.show(draft);
  CHECK(desk.form.draft() == draft);
}

TEST_CASE("each keystroke is told, putting a draft in is not", "[form]") {
  FormDesk desk;
  QSignalSpy edited(&desk.form, &TicketForm::edited);
  desk.type("abc");
  CHECK(edited.count() == 3);
  desk.form.show(sample::draft());
  CHECK(edited.count() == 3);
}

TEST_CASE("a time that cannot be read stays as it was typed", "[form]") {
  FormDesk desk;
  TicketDraft draft = sample::draft();
  draft.occurredWords = QStringLiteral("就那天半夜 停电");
  desk.form.show(draft);
  CHECK(desk.named<LineBox>("occurred")->text() == draft.occurredWords);
  TicketDraft back = desk.form.draft();
  back.focusField.clear();
  back.caret = 0;
  CHECK(back == draft);
  const auto restored = decodeDraft(encode(back));
  REQUIRE(restored);
  CHECK(*restored == draft);
  CHECK_FALSE(draft.isBlank());
  REQUIRE(desk.form.focusField(QStringLiteral("occurred")));
  desk.named<LineBox>("occurred")->setText(QStringLiteral("昨晚 8 点"));
  CHECK(desk.form.draft().occurredWords.isEmpty());
  CHECK(desk.form.draft().ticket.occurredAt.has_value());
}

TEST_CASE("Tab leads round the form in the order of a call and accepts nothing", "[form]") {
  FormDesk desk;
  // The equipment is hidden until a category has some.
  const QStringList order =
      QStringLiteral(
          "request reply category level department place occurred contactName "
          "contactPhone refused confirmed told promise early dispatch save kind channel reach "
          "placeKind note")
          .split(u' ');
  const auto walk = [&](Qt::Key key) {
    QStringList walked;
    for (qsizetype i = 0; i < 2 * order.size(); ++i) {
      walked << desk.focused();
      desk.press(key);
    }
    return walked;
  };
  CHECK(walk(Qt::Key_Tab) == order + order);
  QStringList back(order.rbegin(), order.rend());
  // Backwards it begins where the caret stands.
  back.prepend(back.takeLast());
  CHECK(walk(Qt::Key_Backtab) == back + back);
  TicketDraft after = desk.form.draft();
  after.focusField.clear();
  after.caret = 0;
  CHECK(after == sample::draft());
}

TEST_CASE("Enter never submits while an input method composes", "[form]") {
  FormDesk desk;
  QSignalSpy saved(&desk.form, &TicketForm::saveAsked);
  QSignalSpy dispatched(&desk.form, &TicketForm::dispatchAsked);
  for (const char* name : {"request", "reply", "note", "category", "place", "occurred",
                           "contactName", "contactPhone"}) {
    INFO(name);
    REQUIRE(desk.form.focusField(QString::fromLatin1(name)));
    QWidget* editor = desk.form.focusWidget();
    sample::compose(editor, QStringLiteral("bao guan"));
    desk.press(Qt::Key_Return);
    sample::commit(editor, QStringLiteral("爆管"));
  }
  CHECK(saved.isEmpty());
  CHECK(dispatched.isEmpty());
  CHECK(desk.form.draft().ticket.category.isEmpty());
  CHECK(desk.form.draft().text.place == QStringLiteral("爆管"));
  CHECK(desk.form.draft().text.contactName == QStringLiteral("爆管"));
  CHECK(desk.named<TextBox>("request")->text().contains(QStringLiteral("爆管")));
}

TEST_CASE("a category fills what nobody has touched and says so", "[form]") {
  FormDesk desk;
  desk.form.focusField(QStringLiteral("category"));
  desk.type("1101");
  desk.press(Qt::Key_Return);
  TicketDraft draft = desk.form.draft();
  CHECK(draft.ticket.category == QStringLiteral("repair.water.burst_common"));
  CHECK(draft.ticket.level == Level::Red);
  CHECK(draft.ticket.department == QStringLiteral("engineering"));
  CHECK(desk.named<FormChooser>("level")->reason() == QStringLiteral("按类别建议"));
  CHECK(desk.named<FormChooser>("equipment")->isVisible());
  desk.form.focusField(QStringLiteral("level"));
  desk.press(Qt::Key_3);
  CHECK(desk.named<FormChooser>("level")->reason().isEmpty());
  desk.form.focusField(QStringLiteral("department"));
  desk.type("cw");
  CHECK(desk.form.draft().ticket.department == QStringLiteral("finance"));
  desk.form.chooseCategory(QStringLiteral("repair.gas.leak"));
  draft = desk.form.draft();
  CHECK(draft.ticket.level == Level::Yellow);
  CHECK(draft.levelTouched);
  CHECK(draft.ticket.department == QStringLiteral("finance"));
  desk.form.focusField(QStringLiteral("kind"));
  desk.press(Qt::Key_2);
  CHECK(desk.form.draft().ticket.kind == Kind::Complaint);
  CHECK(desk.form.draft().kindTouched);
  desk.form.focusField(QStringLiteral("channel"));
  desk.type("xc");
  CHECK(desk.form.draft().ticket.channel == Channel::Patrol);
}

TEST_CASE("an unfinished category keeps its text and says what to do", "[form]") {
  FormDesk desk;
  desk.form.focusField(QStringLiteral("category"));
  desk.type("1101");
  desk.press(Qt::Key_Tab);
  CHECK(desk.form.draft().ticket.category.isEmpty());
  CHECK(desk.named<LineBox>("category")->text() == QStringLiteral("1101"));
  CHECK_FALSE(fieldError(desk.named<LineBox>("category")).isEmpty());
}

TEST_CASE("the request offers categories and chooses none", "[form]") {
  FormDesk desk;
  sample::commit(desk.form.focusWidget(), QStringLiteral("我家马桶堵了"));
  desk.form.focusField(QStringLiteral("category"));
  auto* picker = desk.form.findChild<CategoryPicker*>();
  REQUIRE(picker->list()->isOpen());
  CHECK(picker->list()->rows().first().detail.contains(QStringLiteral("按诉求")));
  desk.press(Qt::Key_Return);
  CHECK(desk.form.draft().ticket.category.isEmpty());
  desk.press(Qt::Key_Down);
  desk.press(Qt::Key_Return);
  CHECK(desk.form.draft().ticket.category == QStringLiteral("repair.water.toilet_blocked"));
}

TEST_CASE("times are read as spoken and kept as typed when they are none", "[form]") {
  FormDesk desk;
  desk.form.focusField(QStringLiteral("occurred"));
  sample::commit(desk.form.focusWidget(), QStringLiteral("10分钟前"));
  desk.press(Qt::Key_Tab);
  CHECK(desk.named<LineBox>("occurred")->text() == QStringLiteral("今天 23:34"));
  REQUIRE(desk.form.draft().ticket.occurredAt);
  desk.clock.advance(std::chrono::hours(1));
  desk.form.focusField(QStringLiteral("occurred"));
  desk.press(Qt::Key_Tab);
  CHECK(toIso(*desk.form.draft().ticket.occurredAt) == QStringLiteral("2026-10-10T23:34:00+08:00"));
  auto* line = desk.named<LineBox>("occurred");
  line->setText(QStringLiteral("停电那会儿以后"));
  desk.form.focusField(QStringLiteral("occurred"));
  desk.press(Qt::Key_Tab);
  CHECK(line->text() == QStringLiteral("停电那会儿以后"));
  CHECK_FALSE(fieldError(line).isEmpty());
  CHECK_FALSE(desk.form.draft().ticket.occurredAt);
}

TEST_CASE("numbers are read in any form, masked, and kept when they are none", "[form]") {
  FormDesk desk;
  auto* line = desk.named<LineBox>("contactPhone");
  desk.form.focusField(QStringLiteral("contactPhone"));
  sample::commit(line, QStringLiteral("+86 138-1234-1234"));
  desk.press(Qt::Key_Tab);
  CHECK(desk.form.draft().text.contactPhone == QStringLiteral("13812341234"));
  CHECK(line->text() == QStringLiteral("138****1234"));
  desk.form.revealPhone();
  CHECK(line->text() == QStringLiteral("13812341234"));
  desk.form.focusField(QStringLiteral("contactPhone"));
  desk.press(Qt::Key_Tab);
  // Half a mask is no number: the one behind it stays.
  desk.form.focusField(QStringLiteral("contactPhone"));
  desk.press(Qt::Key_End);
  desk.press(Qt::Key_Backspace);
  desk.press(Qt::Key_Tab);
  CHECK(desk.form.draft().text.contactPhone == QStringLiteral("13812341234"));
  desk.form.focusField(QStringLiteral("contactPhone"));
  sample::commit(line, QStringLiteral("问他儿子"));
  desk.press(Qt::Key_Tab);
  CHECK(desk.form.draft().text.contactPhone == QStringLiteral("问他儿子"));
  CHECK_FALSE(fieldError(line).isEmpty());
  desk.form.focusField(QStringLiteral("contactPhone"));
  sample::commit(line, QStringLiteral("拒留"));
  CHECK(desk.form.draft().text.phoneRefused);
  CHECK(desk.form.draft().text.contactPhone.isEmpty());
}

TEST_CASE("what dispatching lacks stands under the fields, not in a dialog", "[form]") {
  FormDesk desk;
  QSignalSpy dispatched(&desk.form, &TicketForm::dispatchAsked);
  desk.form.askDispatch();
  CHECK(dispatched.isEmpty());
  CHECK_FALSE(fieldError(desk.named<LineBox>("place")).isEmpty());
  CHECK_FALSE(fieldError(desk.named<LineBox>("contactPhone")).isEmpty());
  auto* line = desk.named<Label>("missing");
  CHECK(line->isVisible());
  CHECK(line->text().contains(QStringLiteral("地点")));
  sample::commit(desk.form.focusWidget(), QStringLiteral("水管井爆了"));
  desk.form.setHouseholdPlace(QStringLiteral("云杉府 3栋2单元1502"));
  CHECK(fieldError(desk.named<LineBox>("place")).isEmpty());
  CHECK_FALSE(line->text().contains(QStringLiteral("地点")));
  desk.form.focusField(QStringLiteral("refused"));
  desk.press(Qt::Key_Space);
  CHECK_FALSE(line->isVisible());
  desk.form.askDispatch();
  CHECK(dispatched.count() == 1);
  CHECK(QApplication::activeModalWidget() == nullptr);
}

TEST_CASE("marks are ticked once, and a stored one stays", "[form]") {
  FormDesk desk;
  desk.form.toggleConfirmed();
  CHECK(desk.form.draft().has(ActivityKind::Confirmed));
  desk.form.toggleConfirmed();
  CHECK_FALSE(desk.form.draft().has(ActivityKind::Confirmed));
  TicketDraft stored = sample::draft();
  stored.mark(ActivityKind::Told, sample::now());
  stored.facts.front().stored = true;
  desk.form.show(stored);
  desk.form.toggleTold();
  CHECK(desk.form.draft().has(ActivityKind::Told));
}

TEST_CASE("the elements turn green by fields and by the text itself", "[form]") {
  FormDesk desk;
  auto* elements = desk.named<FormElements>("elements");
  CHECK(elements->elements().count() == 0);
  sample::commit(desk.form.focusWidget(), QStringLiteral("昨晚3栋2单元大堂的灯坏了"));
  CHECK(elements->elements().time);
  CHECK(elements->elements().place);
  CHECK(elements->elements().matter);
  CHECK(elements->sentence() == QStringLiteral("还差联系人、电话"));
}

TEST_CASE("a full repair ticket takes at most 45 presses beside the words", "[form]") {
  FormDesk desk;
  int presses = 0;
  const auto press = [&](Qt::Key key) {
    desk.press(key);
    ++presses;
  };
  desk.form.setHouseholdPlace(QStringLiteral("云杉府 3栋2单元1502"));
  sample::commit(desk.form.focusWidget(), QStringLiteral("三楼水管井爆了"));
  press(Qt::Key_Tab);
  sample::commit(desk.form.focusWidget(), QStringLiteral("我马上派师傅"));
  press(Qt::Key_Tab);
  press(Qt::Key_Down);
  press(Qt::Key_Return);
  for (int i = 0; i < 4; ++i) press(Qt::Key_Tab);
  sample::commit(desk.form.focusWidget(), QStringLiteral("刚才"));
  press(Qt::Key_Tab);
  sample::commit(desk.form.focusWidget(), QStringLiteral("王女士"));
  press(Qt::Key_Tab);
  sample::commit(desk.form.focusWidget(), QStringLiteral("13812341234"));
  press(Qt::Key_Tab);
  press(Qt::Key_Tab);
  press(Qt::Key_Space);
  press(Qt::Key_Tab);
  press(Qt::Key_Space);
  QSignalSpy dispatched(&desk.form, &TicketForm::dispatchAsked);
  desk.form.askDispatch();
  ++presses;
  CHECK(dispatched.count() == 1);
  CHECK(presses <= 45);
  const TicketDraft draft = desk.form.draft();
  CHECK(draft.ticket.category == QStringLiteral("repair.water.burst_common"));
  CHECK(draft.has(ActivityKind::Confirmed));
  CHECK(draft.has(ActivityKind::Told));
  CHECK(desk.named<FormElements>("elements")->elements().count() == 5);
}
