// SPDX-License-Identifier: GPL-3.0-or-later
// Triage on the real window: suggested while she types, taken with one key, never in her way.
#include <QFile>
#include <algorithm>

#include "core/service/starter_files.h"
#include "tests/app/desk_fixture.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/safety_panel.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/triage_feed.h"
#include "ui/insight/learning_page.h"
#include "ui/kit/badge.h"
#include "ui/kit/form_field.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::test;

namespace {

struct TriageDesk {
  TriageDesk() {
    desk.station->window().actions().trigger(QStringLiteral("draft.new"));
    REQUIRE(desk.centreBecomes("draft"));
    form().focusField(QStringLiteral("request"));
  }
  ui::TicketForm& form() { return *desk.draftView().form(); }
  ui::CategoryPicker& picker() { return *form().findChild<ui::CategoryPicker*>(); }
  TicketDraft draft() { return desk.draftView().draft(); }
  /// What the rules say of the text that stands there.
  TriageAnswer told() { return rules->answer(form().triageFeed()->text(), nullptr); }
  bool suggests() {
    return robot.waitFor([this] { return !picker().suggested().isEmpty(); });
  }
  /// The last question is answered, and shown if it is to be.
  void quiet() {
    robot.settle(50);
    const QString text = form().triageFeed()->text();
    REQUIRE(Desk::await(desk.station->backend().triage(text)));
    robot.settle(50);
  }

  Desk desk;
  Robot& robot = *desk.robot;
  const Result<Starter> starter = readStarter(builtInStarterFiles());
  const Result<Triage> rules = Triage::make(*starter);
};

const QString dripping = QStringLiteral("厨房水龙头关不紧，一直滴水");

}  // namespace

TEST_CASE("a suggested category is taken with one key, from where she types", "[app][triage]") {
  TriageDesk at;
  at.robot.type(dripping);
  REQUIRE(at.suggests());
  const QString suggested = at.picker().suggested();
  CHECK(suggested == at.told().category);
  // Suggested, not set: the line is empty, and shows path, probability and evidence.
  CHECK(at.draft().ticket.category.isEmpty());
  CHECK(at.draft().suggested == suggested);
  CHECK(at.picker().line()->text().isEmpty());
  CHECK(at.picker().line()->placeholderText() == at.starter->category(suggested)->path);
  auto* badge = at.picker().findChild<ui::Badge*>();
  CHECK(badge->isVisible());
  CHECK(badge->tone() == ui::Tone::Green);
  CHECK(badge->text().startsWith(QString::number(at.picker().suggestedSure()) % u'%'));
  CHECK(dripping.contains(badge->text().section(QStringLiteral(" · "), 1)));
  // Level, kind and department follow what is decided.
  const Category& category = *at.starter->category(suggested);
  CHECK(at.draft().ticket.level == category.level);
  CHECK(at.draft().ticket.kind == category.kind);
  CHECK(at.draft().ticket.department == category.department);

  at.robot.press(Qt::Key_Tab);
  CHECK(at.draft().ticket.category.isEmpty());
  at.form().focusField(QStringLiteral("request"));
  at.robot.press(Qt::Key_T, Qt::ControlModifier);
  CHECK(at.draft().ticket.category == suggested);
  CHECK(at.draft().suggested.isEmpty());
  CHECK(at.draft().text.request == dripping);
  CHECK(at.form().focusWidget()->objectName() == QStringLiteral("ticketForm.request"));
}

TEST_CASE("a decided category that is left standing is saved, and its record says so",
          "[app][triage]") {
  TriageDesk at;
  at.robot.type(dripping);
  REQUIRE(at.suggests());
  const QString suggested = at.picker().suggested();
  at.robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(at.desk.centreBecomes("ticket"));
  const auto& shown = *at.desk.page().ticketView();
  REQUIRE(at.robot.waitFor([&] { return shown.view().ticket.category == suggested; }));
  const TicketView view = shown.view();
  CHECK(std::count_if(view.activities.begin(), view.activities.end(), [&](const Activity& one) {
          return one.data[u"suggested"].toString() == suggested;
        }) == 1);
  // A label at once.
  CHECK(Desk::await(at.desk.station->backend().learning())->labels == 1);
}

TEST_CASE("what a person typed or chose is never overwritten by the triage", "[app][triage]") {
  TriageDesk at;
  at.form().focusField(QStringLiteral("level"));
  at.robot.press(Qt::Key_3);
  const Level chosen = at.draft().ticket.level;
  at.form().focusField(QStringLiteral("category"));
  at.robot.type(QStringLiteral("门禁"));
  at.quiet();
  CHECK(at.picker().line()->text() == QStringLiteral("门禁"));
  at.form().focusField(QStringLiteral("request"));
  at.robot.type(dripping);
  at.quiet();
  // Half a word in the field is somebody's, too.
  CHECK(at.picker().line()->text() == QStringLiteral("门禁"));
  CHECK(at.picker().suggested().isEmpty());
  CHECK(at.draft().suggested.isEmpty());
  at.form().focusField(QStringLiteral("category"));
  at.picker().line()->selectAll();
  at.robot.type(QStringLiteral("门禁"));
  at.robot.press(Qt::Key_Down);
  at.robot.press(Qt::Key_Return);
  const QString category = at.draft().ticket.category;
  REQUIRE_FALSE(category.isEmpty());
  at.form().focusField(QStringLiteral("request"));
  at.robot.type(QStringLiteral("，三楼水管井爆了，水流到电梯厅"));
  at.quiet();
  CHECK(at.draft().ticket.category == category);
  CHECK(at.draft().ticket.level == chosen);
  // Emptied by hand, it stays empty.
  at.form().focusField(QStringLiteral("category"));
  at.picker().line()->selectAll();
  at.robot.press(Qt::Key_Delete);
  at.quiet();
  CHECK(at.draft().ticket.category.isEmpty());
  CHECK(at.draft().suggested.isEmpty());
}

TEST_CASE("thirty keys a second never show what the words do not say any more", "[app][triage]") {
  TriageDesk at;
  const QString story =
      QStringLiteral("厨房水龙头关不紧一直滴水，还有楼下停车位被占了，电梯里面灯也不亮，麻烦看看");
  const auto stands = [&] {
    const TriageAnswer* shown = at.picker().shownTriage();
    const QString text = at.form().triageFeed()->text().simplified();
    return !shown || std::all_of(shown->evidence.begin(), shown->evidence.end(),
                                 [&](const QString& word) { return text.contains(word); });
  };
  for (const QChar letter : story) {
    at.robot.type(QString(letter));
    CHECK(stands());
    at.robot.settle(33);
    CHECK(stands());
  }
  for (qsizetype left = story.size(); left > 0; --left) {
    at.robot.press(Qt::Key_Backspace);
    CHECK(stands());
  }
  REQUIRE(at.robot.waitFor([&] { return at.picker().shownTriage() == nullptr; }));
  // Without the words their level and department are gone, too.
  CHECK(at.draft().ticket.level == Ticket().level);
  CHECK(at.draft().ticket.department.isEmpty());
  at.robot.type(story);
  at.quiet();
  const TriageAnswer told = at.told();
  REQUIRE(at.picker().shownTriage());
  CHECK(at.picker().shownTriage()->category == told.category);
  CHECK(at.picker().shownTriage()->evidence == told.evidence);
}

TEST_CASE("the triage reads what an input method still composes, and takes no key of it",
          "[app][triage]") {
  TriageDesk at;
  at.robot.type(QStringLiteral("厨房"));
  at.robot.composeOnly(QStringLiteral("水龙头关不紧一直滴水"));
  REQUIRE(at.suggests());
  const QString suggested = at.picker().suggested();
  CHECK(at.draft().text.request == QStringLiteral("厨房"));
  at.robot.press(Qt::Key_T, Qt::ControlModifier);
  CHECK(at.draft().ticket.category.isEmpty());
  // The composition is given up: what was only composed says nothing any more.
  at.robot.composeOnly({});
  REQUIRE(at.robot.waitFor([&] { return at.picker().suggested() != suggested; }));
  at.robot.compose(QStringLiteral("shuilongtou"), QStringLiteral("水龙头关不紧一直滴水"));
  REQUIRE(at.robot.waitFor([&] { return at.picker().suggested() == suggested; }));
  at.robot.press(Qt::Key_T, Qt::ControlModifier);
  CHECK(at.draft().ticket.category == suggested);
}

TEST_CASE("emergency words that only the triage knows call for the early dispatch while she types",
          "[app][triage]") {
  TriageDesk at;
  // Of our own sentences the first whose words no safety card lists.
  QFile sentences(QStringLiteral(YINGDA_SOURCE_DIR "/tests/assist/safety_sentences.tsv"));
  REQUIRE(sentences.open(QIODevice::ReadOnly));
  QString words;
  QString situation;
  for (const QString& line : QString::fromUtf8(sentences.readAll()).split(u'\n')) {
    const QString said = line.section(u'\t', 0, 0);
    if (line.startsWith(u'#') || said.isEmpty() || at.starter->safetyFor({}, said)) continue;
    const TriageAnswer answer = at.rules->answer(triageText(said, {}), nullptr);
    const Category* category = at.starter->category(answer.category);
    if (!answer.isEmergency || !category || at.starter->safetyFor(answer.category, said) == nullptr)
      continue;
    words = said;
    situation = answer.situation;
    break;
  }
  REQUIRE_FALSE(words.isEmpty());
  INFO(words.toStdString());
  CHECK_FALSE(at.form().isEmergency());
  at.robot.type(words);
  REQUIRE(at.robot.waitFor([&] { return at.form().isEmergency(); }));
  // Called for, not opened: the next Ctrl+D must not dispatch what she has not looked at.
  CHECK_FALSE(at.form().safety()->isOpen());
  at.robot.press(Qt::Key_D, Qt::ControlModifier);
  REQUIRE(at.form().safety()->isOpen());
  REQUIRE(at.form().safety()->situation());
  CHECK(at.form().safety()->situation()->id == situation);
  CHECK(at.draft().text.request == words);
}

TEST_CASE("the page of learning opens by its key, learns by Enter and leaves by Esc",
          "[app][triage]") {
  Desk desk;
  Robot& robot = *desk.robot;
  ui::MainWindow& window = desk.station->window();
  robot.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
  ui::LearningPage& page = desk.station->learningPage();
  REQUIRE(robot.waitFor([&] { return window.currentPage() == &page; }));
  auto* empty = page.findChild<ui::RichLabel*>(QStringLiteral("learning.empty"));
  CHECK(empty->isVisible());
  robot.settle(100);
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return !empty->isVisible(); }));
  auto* state = page.findChild<ui::Label*>(QStringLiteral("learning.state"));
  CHECK(state->text().contains(QStringLiteral("2026-03-10 23:40")));
  robot.press(Qt::Key_Escape);
  CHECK(window.currentPage() == &desk.page());
}
