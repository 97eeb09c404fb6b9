// SPDX-License-Identifier: GPL-3.0-or-later
// Top bar, status strip and key sheet: what gives way when it gets narrow, and every key once.
#include <QSignalSpy>

#include "tests/ui/shell_fixture.h"
#include "ui/kit/actions.h"
#include "ui/kit/badge.h"
#include "ui/kit/tab_strip.h"
#include "ui/shell/key_help.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QString q(const char16_t* text) { return QString::fromUtf16(text); }

}  // namespace

TEST_CASE("the words of the state give way before the person does") {
  shellTheme();
  const KeyTable keys = KeyTable::builtIn();
  TopBar bar(keys);
  bar.addPage(QStringLiteral("workbench"), q(u"工作台"));
  bar.setStore(q(u"单机 · 内容都已保存"), q(u"单机"));
  bar.setPerson(q(u"8021 小李 · 坐席"));
  bar.resize(1440, 44);
  bar.show();
  auto* store = bar.findChild<Badge*>(QStringLiteral("topBar.store"));
  auto* person = bar.findChild<QWidget*>(QStringLiteral("topBar.person"));
  REQUIRE(store != nullptr);
  REQUIRE(person != nullptr);
  CHECK(store->text() == q(u"单机 · 内容都已保存"));
  auto* call = new QWidget;
  call->setFixedWidth(560);
  bar.setCallBar(call);
  bar.resize(1092, 44);
  CHECK(QTest::qWaitFor([&] { return store->text() == q(u"单机"); }));
  CHECK(person->geometry().right() <= bar.width());
  CHECK(call->geometry().right() < store->geometry().left());
  bar.setCallBar(nullptr);
  CHECK(store->text() == q(u"单机 · 内容都已保存"));
}

TEST_CASE("pages are told when a person chooses them, not when the program does") {
  shellTheme();
  const KeyTable keys = KeyTable::builtIn();
  TopBar bar(keys);
  QSignalSpy chosen(&bar, &TopBar::pageChosen);
  bar.addPage(QStringLiteral("workbench"), q(u"工作台"));
  bar.addPage(QStringLiteral("other"), q(u"别的"));
  bar.setCurrentPage(QStringLiteral("other"));
  CHECK(chosen.isEmpty());
  bar.findChild<TabStrip*>()->setCurrentIndex(0);
  REQUIRE(chosen.size() == 1);
  CHECK(chosen.first().first().toString() == QStringLiteral("workbench"));
}

TEST_CASE("hints that do not fit are left out from the left, the sentence stays") {
  shellTheme();
  const KeyTable keys = KeyTable::builtIn();
  StatusStrip strip(keys);
  strip.setStore(StoreHealth::Saved, q(u"内容都已保存"));
  const QStringList verbs{QStringLiteral("call.take"), QStringLiteral("household.find"),
                          QStringLiteral("knowledge.open"), QStringLiteral("ticket.dispatch"),
                          QStringLiteral("next.thing")};
  strip.setHints(verbs);
  strip.resize(1366, 28);
  CHECK(strip.shownHints().size() == verbs.size());
  CHECK(strip.shownHints().front() == q(u"F2 来电"));
  strip.resize(300, 28);
  CHECK(strip.shownHints().size() < verbs.size());
  CHECK(strip.shownHints().back() == q(u"Ctrl J 下一件事"));
}

TEST_CASE("every verb that is there stands on the key sheet once") {
  const KeyTable keys = KeyTable::builtIn();
  size_t rows = 0;
  for (const KeyGroup& group : keyGroups(keys, [](const QString&) { return true; })) {
    CHECK_FALSE(group.title.isEmpty());
    for (const KeyGroup::Row& row : group.rows) {
      CHECK_FALSE(row.hint.isEmpty());
      CHECK_FALSE(row.text.isEmpty());
      ++rows;
    }
  }
  size_t numbered = 0;
  for (const KeyRow& row : keys.rows()) numbered += row.id.back().isDigit() ? 1U : 0U;
  CHECK(rows == keys.rows().size() - numbered + 2);
  CHECK(keyGroups(keys, [](const QString&) { return false; }).empty());
}

TEST_CASE("the key sheet gives the focus back") {
  shellTheme();
  QWidget window;
  window.resize(1366, 768);
  Actions actions(KeyTable::builtIn(), &window);
  actions.add(QStringLiteral("ticket.save"), &window, [] {});
  KeyHelp help(actions, &window);
  window.setFocusPolicy(Qt::StrongFocus);
  showActive(window);
  window.setFocus();
  help.open();
  CHECK(help.isOpen());
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
  CHECK_FALSE(help.isOpen());
  CHECK(window.hasFocus());
}
