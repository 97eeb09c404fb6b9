// SPDX-License-Identifier: GPL-3.0-or-later
// The page of duty engineers and outside numbers, by keys alone.
#include "ui/desk/duty_editor.h"

#include <QSignalSpy>

#include "core/domain/household_ids.h"
#include "tests/ui/form_samples.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

namespace {

struct Desk {
  DutyEditor editor{sample::starter()};
  std::vector<DutyContact> rows;
  const Community here{communityIdOf(QStringLiteral("云杉府")), QStringLiteral("云杉府")};
  Desk() {
    sample::theme();
    editor.setObjectName(QStringLiteral("workbench.duty"));
    editor.resize(860, 620);
    QObject::connect(&editor, &DutyEditor::saved, &editor,
                     [this](const std::vector<DutyContact>& saved) { rows = saved; });
    DutyContact known;
    known.community = here.id;
    known.kind = dutyKind();
    known.slot = 1;
    known.name = QStringLiteral("李师傅");
    known.number = QStringLiteral("13900002222");
    known.fromMinute = 8 * 60 + 30;
    known.toMinute = 18 * 60;
    editor.open({known}, {here}, here.id);
    showActive(editor);
    line("name1")->setFocus();
  }
  LineBox* line(const char* name) {
    return find<LineBox>(editor, (std::string("dutyEditor.") + name).c_str());
  }
  void type(const char* text) {
    sample::commit(editor.focusWidget(), QString::fromUtf8(text));
    QTest::keyClick(editor.focusWidget(), Qt::Key_Tab);
  }
};

}  // namespace

TEST_CASE("an engineer with hours is written down by Tab alone", "[duty]") {
  Desk desk;
  CHECK(desk.line("from2")->text() == QStringLiteral("08:30"));
  desk.type("张师傅");
  desk.type("139 0000 1111");
  desk.type("18");
  desk.type("0830");
  CHECK(desk.editor.focusWidget() == desk.line("name2"));
  REQUIRE(desk.editor.submit());
  const DutyContact& first = desk.rows.front();
  CHECK(first.community == desk.here.id);
  CHECK(first.name == QStringLiteral("张师傅"));
  CHECK(dialled(first.number) == QStringLiteral("13900001111"));
  CHECK(first.fromMinute == 18 * 60);
  CHECK(first.toMinute == 8 * 60 + 30);
  CHECK(desk.rows[1].name == QStringLiteral("李师傅"));
  // A line for each outside number, so that an emptied one is taken away.
  CHECK(desk.rows.size() == 3 + sample::starter().outsideNumbers.size());
}

TEST_CASE("what cannot be read gets a sentence and stays", "[duty]") {
  Desk desk;
  QSignalSpy saved(&desk.editor, &DutyEditor::saved);
  desk.type("张师傅");
  CHECK_FALSE(desk.editor.submit());
  desk.line("number1")->setText(QStringLiteral("问班长"));
  CHECK_FALSE(desk.editor.submit());
  CHECK(desk.editor.focusWidget() == desk.line("number1"));
  desk.line("number1")->setText(QStringLiteral("13900001111"));
  desk.line("from1")->setText(QStringLiteral("25:00"));
  CHECK_FALSE(desk.editor.submit());
  CHECK(saved.isEmpty());
  CHECK(desk.line("from1")->text() == QStringLiteral("25:00"));
  desk.line("from1")->clear();
  desk.line("to1")->clear();
  CHECK(desk.editor.submit());
  CHECK(desk.rows.front().fromMinute == desk.rows.front().toMinute);
}

TEST_CASE("the page folds by Esc and by its button, and says why nothing was saved", "[duty]") {
  Desk desk;
  QSignalSpy closed(&desk.editor, &DutyEditor::closed);
  desk.editor.setProblem(QStringLiteral("没存上：文件夹只读，已写的都在。"));
  CHECK(find<Label>(desk.editor, "dutyEditor.problem")->isVisible());
  QTest::keyClick(desk.editor.focusWidget(), Qt::Key_Escape);
  CHECK(closed.count() == 1);
  QTest::mouseClick(find<HintButton>(desk.editor, "dutyEditor.close"), Qt::LeftButton);
  CHECK(closed.count() == 2);
}

TEST_CASE("the page of whom to telephone, as it is seen", "[duty][pictures]") {
  Desk desk;
  desk.line("outside.fire")->setFocus();
  const QPixmap picture = desk.editor.grab();
  CHECK(picture.width() >= 860);
  if (const QString folder = qEnvironmentVariable("YINGDA_PICTURES"); !folder.isEmpty()) {
    CHECK(picture.save(folder + QStringLiteral("/duty.png")));
  }
}
