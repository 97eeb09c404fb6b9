// SPDX-License-Identifier: GPL-3.0-or-later
// Lock and switch: choosing by arrows while the PIN is typed, and a wrong PIN.
#include <QSignalSpy>

#include "tests/ui/shell_fixture.h"
#include "ui/kit/form_field.h"
#include "ui/kit/pin_edit.h"
#include "ui/shell/sign_in_page.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

Agent person(const char* staffNumber, const char16_t* outsideName, bool active = true) {
  Agent agent;
  agent.id = AgentId::fromText(
      QStringLiteral("0190f7a0-0000-7000-8000-00000000%1").arg(QLatin1String(staffNumber)));
  agent.staffNumber = QLatin1String(staffNumber);
  agent.outsideName = QString::fromUtf16(outsideName);
  agent.active = active;
  return agent;
}

struct Desk {
  Desk() : page((shellTheme(), nullptr)), asked(&page, &SignInPage::signInAsked) {
    people = {person("8107", u"小王"), person("8021", u"小李"), person("8033", u"小周", false)};
    page.setPeople(people, people[1].id);
    page.resize(1366, 768);
    showActive(page);
    pin = page.findChild<PinEdit*>(QStringLiteral("signIn.pin"));
    REQUIRE(pin != nullptr);
    page.focusSecret();
  }
  std::vector<Agent> people;
  SignInPage page;
  QSignalSpy asked;
  PinEdit* pin = nullptr;
};

}  // namespace

TEST_CASE("the sixth digit signs the chosen person in") {
  Desk desk;
  CHECK(desk.page.chosenStaffNumber() == QStringLiteral("8021"));
  QTest::keyClick(desk.pin, Qt::Key_Down);
  CHECK(desk.page.chosenStaffNumber() == QStringLiteral("8107"));
  QTest::keyClick(desk.pin, Qt::Key_Down);
  CHECK(desk.page.chosenStaffNumber() == QStringLiteral("8107"));
  QTest::keyClicks(desk.pin, QStringLiteral("13579"));
  CHECK(desk.asked.isEmpty());
  QTest::keyClicks(desk.pin, QStringLiteral("0"));
  REQUIRE(desk.asked.size() == 1);
  CHECK(desk.asked.first().at(0).toString() == QStringLiteral("8107"));
  CHECK(desk.asked.first().at(1).toString() == QStringLiteral("135790"));
}

TEST_CASE("a wrong PIN is said, emptied and may be typed again") {
  Desk desk;
  QTest::keyClicks(desk.pin, QStringLiteral("000000"));
  REQUIRE(desk.asked.size() == 1);
  desk.page.showFailure(QStringLiteral("wrong"));
  CHECK(desk.pin->pin().isEmpty());
  CHECK(desk.page.findChild<FormField*>()->error() == QStringLiteral("wrong"));
  QTest::keyClicks(desk.pin, QStringLiteral("135790"));
  CHECK(desk.asked.size() == 2);
  CHECK(desk.page.findChild<FormField*>()->error().isEmpty());
}

TEST_CASE("too few digits ask for the rest") {
  Desk desk;
  QTest::keyClicks(desk.pin, QStringLiteral("12"));
  QTest::keyClick(desk.pin, Qt::Key_Return);
  CHECK(desk.asked.isEmpty());
  CHECK_FALSE(desk.page.findChild<FormField*>()->error().isEmpty());
}

TEST_CASE("whom the server knows is asked for a password, and the next person for a PIN") {
  Desk desk;
  desk.people[0].login = QStringLiteral("8107");
  desk.page.setPeople(desk.people, desk.people[1].id);
  desk.page.focusSecret();
  CHECK_FALSE(desk.page.asksPassword());
  QTest::keyClick(desk.pin, Qt::Key_Down);
  REQUIRE(desk.page.asksPassword());
  CHECK_FALSE(desk.pin->isVisible());
  auto* password = desk.page.findChild<QLineEdit*>(QStringLiteral("signIn.password"));
  REQUIRE(password);
  CHECK(password->hasFocus());
  CHECK(password->echoMode() == QLineEdit::Password);
  QTest::keyClick(password, Qt::Key_Return);
  CHECK(desk.asked.isEmpty());
  QTest::keyClicks(password, QStringLiteral("geheim 1"));
  QTest::keyClick(password, Qt::Key_Return);
  REQUIRE(desk.asked.size() == 1);
  CHECK(desk.asked.first().at(0).toString() == QStringLiteral("8107"));
  CHECK(desk.asked.first().at(1).toString() == QStringLiteral("geheim 1"));
  desk.page.showFailure(QStringLiteral("falsch"));
  CHECK(password->text().isEmpty());
  CHECK(password->hasFocus());
  QTest::keyClick(password, Qt::Key_Up);
  CHECK_FALSE(desk.page.asksPassword());
  CHECK(desk.pin->hasFocus());
}
