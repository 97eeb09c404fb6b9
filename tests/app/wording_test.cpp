// SPDX-License-Identifier: GPL-3.0-or-later
// The copilot in the form, on the real window and by keyboard alone.
#include "tests/app/desk_fixture.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/promise_list.h"
#include "ui/desk/remark_line.h"
#include "ui/desk/script_phrases.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::test;

namespace {

struct CallDesk {
  CallDesk() {
    desk.station->receive({QStringLiteral("call 138 1234 1234")});
    REQUIRE(desk.centreBecomes("ringing"));
    robot.press(Qt::Key_F2);
    REQUIRE(desk.centreBecomes("draft"));
  }
  ui::TicketForm& form() { return *desk.draftView().form(); }
  ui::TextBox& reply() {
    return *form().findChild<ui::TextBox*>(QStringLiteral("ticketForm.reply"));
  }
  ui::RemarkLine& line() { return *form().findChild<ui::RemarkLine*>(); }
  void writeReply(const char* text) {
    robot.press(Qt::Key_E, Qt::AltModifier);
    robot.type(QString::fromUtf8(text));
  }
  bool isRemarked() {
    return robot.waitFor([this] { return line().isVisible(); });
  }

  Desk desk;
  Robot& robot = *desk.robot;
};

}  // namespace

TEST_CASE("a vague answer is put right by keyboard alone, and Ctrl+Z brings it back",
          "[app][words]") {
  CallDesk at;
  at.writeReply("师傅可能尽快过去");
  REQUIRE(at.isRemarked());
  CHECK(at.reply().text() == QStringLiteral("师傅可能尽快过去"));
  at.robot.press(Qt::Key_Return, Qt::AltModifier);
  CHECK_FALSE(at.reply().text().contains(QStringLiteral("尽快")));
  CHECK(at.reply().text().contains(QStringLiteral("前")));
  CHECK(at.reply().textCursor().atEnd());
  CHECK(at.form().promiseLine()->isOpen());
  at.robot.press(Qt::Key_Z, Qt::ControlModifier);
  CHECK(at.reply().text() == QStringLiteral("师傅可能尽快过去"));
}

TEST_CASE("an ignored remark is in the record of the saved ticket", "[app][words]") {
  CallDesk at;
  at.writeReply("师傅可能尽快过去");
  REQUIRE(at.isRemarked());
  at.robot.press(Qt::Key_Return, Qt::AltModifier | Qt::ShiftModifier);
  CHECK_FALSE(at.line().isVisible());
  CHECK(at.reply().text() == QStringLiteral("师傅可能尽快过去"));
  at.robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(at.desk.centreBecomes("ticket"));
  const auto& ticket = *at.desk.page().ticketView();
  REQUIRE(at.robot.waitFor([&] { return !ticket.view().ticket.id.isNull(); }));
  int traces = 0;
  for (const Activity& activity : ticket.view().activities) {
    if (activity.kind != ActivityKind::Edited) continue;
    CHECK(activity.data[u"wording"].toString() == QStringLiteral("snoozed"));
    CHECK(activity.data[u"sentence"].toString() == QStringLiteral("师傅可能尽快过去"));
    ++traces;
  }
  CHECK(traces == 1);
}

TEST_CASE("a sentence of the script stays without a remark after a restart of the draft",
          "[app][words]") {
  CallDesk at;
  at.robot.press(Qt::Key_E, Qt::AltModifier);
  at.robot.press(Qt::Key_1, Qt::AltModifier);
  REQUIRE_FALSE(at.reply().text().isEmpty());
  CHECK_FALSE(at.desk.draftView().draft().offered.isEmpty());
  at.robot.settle(200);
  CHECK_FALSE(at.line().isVisible());
}

TEST_CASE("a promise is made with F7 in the call, and kept with Enter on the ticket's page",
          "[app][promise]") {
  CallDesk at;
  at.writeReply("师傅可能尽快过去");
  REQUIRE(at.isRemarked());
  at.robot.press(Qt::Key_Return, Qt::AltModifier);
  REQUIRE(at.form().promiseLine()->isOpen());
  CHECK(at.desk.draftView().draft().promises.empty());
  at.robot.press(Qt::Key_F7);
  CHECK_FALSE(at.form().promiseLine()->isOpen());
  REQUIRE(at.desk.draftView().draft().promises.size() == 1);
  at.robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(at.desk.centreBecomes("ticket"));
  auto& ticket = *at.desk.page().ticketView();
  REQUIRE(at.robot.waitFor([&] { return ticket.view().promises.size() == 1; }));
  auto* list = ticket.findChild<ui::PromiseList*>();
  REQUIRE(list->isVisible());
  CHECK(list->item(0)->text().startsWith(QStringLiteral("承诺 ")));
  list->setFocus();
  at.robot.press(Qt::Key_Return);
  CHECK(at.robot.waitFor(
      [&] { return !ticket.view().promises.empty() && ticket.view().promises[0].promise.keptAt; }));
}

TEST_CASE("F7 on an open ticket promises there, and empty words are refused", "[app][promise]") {
  CallDesk at;
  at.robot.type(QStringLiteral("灯不亮"));
  at.robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(at.desk.centreBecomes("ticket"));
  auto& ticket = *at.desk.page().ticketView();
  REQUIRE(at.robot.waitFor([&] { return !ticket.view().ticket.id.isNull(); }));
  at.robot.press(Qt::Key_F7);
  auto* line = ticket.findChild<ui::PromiseLine*>();
  REQUIRE(line->isOpen());
  line->what()->setText(QStringLiteral("尽快过去"));
  at.robot.press(Qt::Key_Return);
  auto* problem = line->findChild<ui::Label*>(QStringLiteral("promise.problem"));
  REQUIRE(at.robot.waitFor([&] { return problem->isVisible(); }));
  CHECK(ticket.view().promises.empty());
  line->what()->setText(QStringLiteral("上门换灯"));
  at.robot.press(Qt::Key_F7);
  REQUIRE(at.robot.waitFor([&] { return ticket.view().promises.size() == 1; }));
  CHECK_FALSE(line->isOpen());
}

TEST_CASE("what the owner feels chooses the kind words, and a key corrects it", "[app][emotion]") {
  CallDesk at;
  at.robot.type(QStringLiteral("再不来修我就打12345投诉你们"));
  REQUIRE(at.robot.waitFor([&] { return at.form().emotion() == EmotionLevel::Threatening; }));
  const auto firstPhrase = [&] {
    const auto* list = at.desk.page().findChild<ui::PhraseList*>();
    const auto words = list->findChildren<ui::RichLabel*>();
    QStringList texts;
    for (const auto* label : words) {
      if (label->isVisible()) texts << label->text();
    }
    return texts.join(u'|');
  };
  at.robot.settle(300);
  const QString angry = firstPhrase();
  CHECK_FALSE(angry.isEmpty());
  bool isFitting = false;
  for (const Phrase& phrase : at.desk.station->backend().starter().phrases) {
    if (angry.contains(phrase.text)) isFitting |= phrase.emotion == QStringLiteral("威胁升级");
  }
  CHECK(isFitting);
  at.robot.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
  CHECK(at.form().emotion() == EmotionLevel::Calm);
  CHECK(at.robot.waitFor([&] { return firstPhrase() != angry; }));
}
