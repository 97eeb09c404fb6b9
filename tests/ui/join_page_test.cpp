// SPDX-License-Identifier: GPL-3.0-or-later
// Joining a server by the keyboard alone: each fault at its field, joining only after a good test.
#include "ui/shell/join_page.h"

#include <QLineEdit>
#include <QSignalSpy>

#include "tests/ui/shell_fixture.h"
#include "tests/ui/sync_samples.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/parts/sync_text.h"
#include "ui/shell/join_result.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QString q(const char16_t* text) { return QString::fromUtf16(text); }

QStringList labelTexts(const QWidget& widget) {
  QStringList texts;
  for (const auto* label : widget.findChildren<RichLabel*>()) texts << label->text();
  return texts;
}

struct Joining {
  Joining()
      : page((shellTheme(), nullptr)),
        test(&page, &JoinPage::testAsked),
        join(&page, &JoinPage::joinAsked),
        back(&page, &JoinPage::backAsked) {
    page.resize(1366, 768);
    showActive(page);
  }
  void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
  void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
  template <class T>
  T* named(const char* name) const {
    auto* found = page.findChild<T*>(QLatin1String(name));
    REQUIRE(found != nullptr);
    return found;
  }
  /// Fills the page as a person does and asks for the test.
  void fill() {
    type(QStringLiteral("db.example.cn"));
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(QStringLiteral("li"));
    press(Qt::Key_Tab);
    type(QStringLiteral("secret "));
    press(Qt::Key_Return);
  }
  JoinPage page;
  QSignalSpy test;
  QSignalSpy join;
  QSignalSpy back;
};

}  // namespace

TEST_CASE("a server is tested and joined by keys alone") {
  Joining joining;
  REQUIRE(QTest::qWaitFor(
      [&] { return QApplication::focusWidget() == joining.named<QLineEdit>("join.hosts"); }));
  CHECK_FALSE(joining.named<HintButton>("join.join")->isEnabled());
  joining.fill();
  REQUIRE(joining.test.size() == 1);
  const auto asked = joining.test.front().front().value<ServerAddress>();
  CHECK(asked.hosts == QStringLiteral("db.example.cn"));
  CHECK(asked.ports == QStringLiteral("5432"));
  CHECK(asked.database == QStringLiteral("yingda"));
  CHECK(asked.login == QStringLiteral("li"));
  CHECK(asked.password == QStringLiteral("secret "));
  CHECK(asked.sslMode == QStringLiteral("verify-full"));
  CHECK_FALSE(asked.standbyWillDo);
  joining.press(Qt::Key_Return);
  CHECK(joining.test.size() == 1);
  CHECK(joining.join.isEmpty());
  joining.page.showTest(goodTest());
  CHECK(joining.page.mayJoin());
  CHECK(joining.named<JoinResult>("join.result")->title() == q(u"云杉物业"));
  joining.press(Qt::Key_Return);
  REQUIRE(joining.join.size() == 1);
  CHECK(joining.join.front().front().value<ServerAddress>().login == QStringLiteral("li"));
  joining.press(Qt::Key_Return);
  CHECK(joining.join.size() == 1);
  // The join itself may fail as a test does, and can be tried again.
  joining.page.showTest(faultTest("lost"));
  CHECK(joining.page.failure() == troubleAdvice(QStringLiteral("lost")));
  CHECK_FALSE(joining.page.mayJoin());
  joining.press(Qt::Key_Return);
  CHECK(joining.test.size() == 2);
}

TEST_CASE("a join is taken back by one key, and can be begun again") {
  Joining joining;
  const QSignalSpy cancel(&joining.page, &JoinPage::cancelAsked);
  auto* button = joining.named<HintButton>("join.cancel");
  auto* result = joining.named<JoinResult>("join.result");
  REQUIRE(QTest::qWaitFor(
      [&] { return QApplication::focusWidget() == joining.named<QLineEdit>("join.hosts"); }));
  CHECK_FALSE(button->isVisible());
  joining.fill();
  joining.page.showTest(goodTest());
  joining.press(Qt::Key_Delete);
  CHECK(cancel.isEmpty());
  joining.press(Qt::Key_Return);
  REQUIRE(joining.page.isJoining());
  CHECK(button->isVisible());
  // Enter once too often takes nothing back.
  joining.press(Qt::Key_Return);
  CHECK(cancel.isEmpty());
  SyncView view;
  view.state = SyncView::State::Copying;
  view.company = q(u"云杉物业");
  view.copied = 1204;
  view.mayCancel = true;
  joining.page.showJoining(view);
  CHECK(result->title() == q(u"正在加入"));
  CHECK(labelTexts(*result).contains(q(u"1,204 行")));
  joining.press(Qt::Key_Delete);
  REQUIRE(cancel.size() == 1);
  joining.page.showCancelled(17);
  CHECK(result->title() == q(u"已取消加入"));
  CHECK(labelTexts(*result).join(u' ').contains(q(u"17")));
  CHECK_FALSE(button->isVisible());
  CHECK(joining.page.request().login == QStringLiteral("li"));
  joining.press(Qt::Key_Return);
  CHECK(joining.test.size() == 2);
}

TEST_CASE("each fault stands under the field that mends it, and what was typed stays") {
  struct Row {
    const char* fault;
    const char* label;
    const char* editor;
  };
  const Row rows[] = {{"name", "join.hosts.fault", "join.hosts"},
                      {"refused", "join.hosts.fault", "join.hosts"},
                      {"timeout", "join.hosts.fault", "join.hosts"},
                      {"tls", "join.certificate.fault", "join.certificate"},
                      {"tls_name", "join.hosts.fault", "join.hosts"},
                      {"tls_authority", "join.certificate.fault", "join.certificate"},
                      {"password", "join.password.fault", "join.password"},
                      {"person", "join.login.fault", "join.login"},
                      {"database", "join.database.fault", "join.database"},
                      {"floor", "join.database.fault", "join.database"}};
  for (const Row& row : rows) {
    INFO(row.fault);
    Joining joining;
    joining.fill();
    JoinTest test = faultTest(row.fault);
    test.detail = QStringLiteral("FATAL: something\nwas wrong");
    joining.page.showTest(test);
    auto* label = joining.named<RichLabel>(row.label);
    CHECK(label->isVisible());
    CHECK(label->text() == troubleAdvice(QLatin1String(row.fault)));
    auto* editor = joining.named<QLineEdit>(row.editor);
    CHECK(QApplication::focusWidget() == editor);
    CHECK(editor->accessibleDescription() == label->text());
    CHECK(joining.page.failure().isEmpty());
    CHECK_FALSE(joining.page.mayJoin());
    CHECK(joining.page.request().password == QStringLiteral("secret "));
    CHECK(joining.page.request().hosts == QStringLiteral("db.example.cn"));
    CHECK(joining.named<RichLabel>("join.result.note")
              ->text()
              .contains(QStringLiteral("FATAL: something was wrong")));
    // The correction takes the sentence away.
    joining.type(QStringLiteral("x"));
    CHECK_FALSE(label->isVisible());
  }
}

TEST_CASE("a fault of no field stands above the card") {
  for (const char* fault : {"full", "readonly", "other", "workstation", "client_old", "server_old",
                            "role", "adopt", "clone"}) {
    INFO(fault);
    Joining joining;
    joining.fill();
    joining.page.showTest(faultTest(fault));
    CHECK(joining.page.failure() == troubleAdvice(QLatin1String(fault)));
  }
}

TEST_CASE("what is changed after a good test is tested again") {
  Joining joining;
  joining.fill();
  joining.page.showTest(goodTest());
  REQUIRE(joining.page.mayJoin());
  joining.named<QLineEdit>("join.hosts")->setText(QStringLiteral("other.example.cn"));
  CHECK_FALSE(joining.page.mayJoin());
  joining.named<QLineEdit>("join.hosts")->setFocus();
  joining.press(Qt::Key_Return);
  CHECK(joining.join.isEmpty());
  CHECK(joining.test.size() == 2);
  // Changed while the test is under way: its answer is about something else.
  joining.type(QStringLiteral("2"));
  joining.page.showTest(goodTest());
  CHECK_FALSE(joining.page.mayJoin());
}

TEST_CASE("nothing is asked while something is missing") {
  Joining joining;
  joining.press(Qt::Key_Return);
  CHECK(joining.test.isEmpty());
  CHECK(joining.named<RichLabel>("join.hosts.fault")->isVisible());
  CHECK(joining.named<RichLabel>("join.login.fault")->isVisible());
  CHECK(joining.named<RichLabel>("join.password.fault")->isVisible());
  CHECK(QApplication::focusWidget() == joining.named<QLineEdit>("join.hosts"));
  joining.fill();
  CHECK(joining.test.size() == 1);
  joining.page.showTest(faultTest("name"));
  joining.named<QLineEdit>("join.port")->setText(QStringLiteral("99999"));
  joining.press(Qt::Key_Return);
  CHECK(joining.test.size() == 1);
  // A primary and a standby have a port each.
  joining.named<QLineEdit>("join.port")->setText(QStringLiteral("5432,"));
  joining.press(Qt::Key_Return);
  CHECK(joining.test.size() == 1);
  joining.named<QLineEdit>("join.port")->setText(QStringLiteral("5432,5433"));
  joining.press(Qt::Key_Return);
  CHECK(joining.test.size() == 2);
}

TEST_CASE("encryption is folded away, opened by keys, and weaker choices are told") {
  Joining joining;
  CHECK_FALSE(joining.page.isAdvancedShown());
  joining.named<HintButton>("join.more")->setFocus();
  joining.press(Qt::Key_Space);
  CHECK(joining.page.isAdvancedShown());
  auto* mode = joining.named<Segmented>("join.mode");
  mode->setFocus();
  joining.press(Qt::Key_Right);
  joining.press(Qt::Key_Right);
  joining.press(Qt::Key_Right);
  CHECK(joining.page.request().sslMode == QStringLiteral("disable"));
  ServerAddress known;
  known.hosts = QStringLiteral("a,b");
  known.sslMode = QStringLiteral("verify-ca");
  known.rootCertificate = QStringLiteral("root.crt");
  joining.page.setRequest(known);
  CHECK(joining.page.request().sslMode == QStringLiteral("verify-ca"));
  CHECK(joining.page.request().rootCertificate == QStringLiteral("root.crt"));
  joining.press(Qt::Key_Escape);
  CHECK(joining.back.size() == 1);
}

TEST_CASE("Enter while composing tests nothing") {
  Joining joining;
  compose(*joining.named<QLineEdit>("join.hosts"), QStringLiteral("fu'wu"));
  joining.press(Qt::Key_Return);
  CHECK(joining.test.isEmpty());
}

TEST_CASE("every field of the join page has a name, and Tab comes round") {
  Joining joining;
  joining.page.setAdvancedShown(true);
  QSet<QWidget*> seen;
  QWidget* first = QApplication::focusWidget();
  for (int i = 0; i < 30; ++i) {
    QWidget* here = QApplication::focusWidget();
    if (seen.contains(here)) break;
    seen.insert(here);
    INFO(here->objectName().toStdString());
    const auto* button = qobject_cast<QAbstractButton*>(here);
    CHECK_FALSE(
        (here->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())));
    joining.press(Qt::Key_Tab);
  }
  CHECK(QApplication::focusWidget() == first);
  CHECK(seen.size() >= 10);
}

TEST_CASE("the whole join page fits a small screen, with all that it can show") {
  Joining joining;
  joining.page.resize(1092, 614);
  joining.fill();
  joining.page.showTest(faultTest("tls"));
  QTest::qWait(20);
  savePicture(joining.page, QStringLiteral("join-tls-1092"));
  CHECK(joining.page.isAdvancedShown());
  CHECK(joining.page.minimumSizeHint().height() <= 614);
  CHECK(joining.page.height() <= 614);
}

TEST_CASE("a standby is read only by who chose it, and the choice stays as it was") {
  Joining joining;
  ServerAddress wanted;
  wanted.standbyWillDo = true;
  joining.page.setRequest(wanted);
  CHECK(joining.page.request().standbyWillDo);
  joining.named<Segmented>("join.standby")->setCurrent(0);
  CHECK_FALSE(joining.page.request().standbyWillDo);
}
