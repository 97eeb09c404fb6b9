// SPDX-License-Identifier: GPL-3.0-or-later
// The key table: complete, without doubles, clear of editors and input methods.
#include "ui/kit/key_table.h"

#include <QSet>

#include "tests/runner/printers.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QByteArray tableOf(const QByteArray& rows) { return "{\"keys\": [" + rows + "]}"; }

const QByteArray save =
    R"({"id":"ticket.save","keys":["Ctrl+Return"],"zh":"保存","en":"Save","scope":"program"})";

}  // namespace

TEST_CASE("the built-in key table has no double and both languages") {
  const KeyTable table = KeyTable::builtIn();
  QSet<QString> keys;
  QSet<QString> ids;
  size_t count = 0;
  for (const KeyRow& row : table.rows()) {
    INFO(row.id.toStdString());
    CHECK_FALSE(ids.contains(row.id));
    ids.insert(row.id);
    CHECK_FALSE(row.textZh.isEmpty());
    CHECK_FALSE(row.textEn.isEmpty());
    CHECK_FALSE(row.keys.isEmpty());
    for (const QKeySequence& key : row.keys) keys.insert(key.toString(QKeySequence::PortableText));
    count += static_cast<size_t>(row.keys.size());
  }
  CHECK(static_cast<size_t>(keys.size()) == count);
  CHECK(table.rows().size() >= 71);
}

TEST_CASE("the built-in keys keep clear of editors, input methods and the hang-up trap") {
  const KeyTable table = KeyTable::builtIn();
  const QStringList taken{u"Ctrl+E"_qs,      u"Ctrl+U"_qs, u"Ctrl+Shift+Z"_qs, u"Ctrl+Space"_qs,
                          u"Shift+Space"_qs, u"Ctrl+."_qs, u"Ctrl+;"_qs,       u"Ctrl+Shift+F"_qs,
                          u"Ctrl+C"_qs,      u"Ctrl+V"_qs, u"Ctrl+X"_qs,       u"Ctrl+Z"_qs,
                          u"Ctrl+A"_qs,      u"Ctrl+Y"_qs, u"Tab"_qs,          u"Return"_qs,
                          u"Esc"_qs,         u"Alt+F4"_qs, u"Alt+Tab"_qs};
  for (const KeyRow& row : table.rows()) {
    for (const QKeySequence& key : row.keys) {
      INFO(row.id.toStdString());
      CHECK_FALSE(taken.contains(key.toString(QKeySequence::PortableText)));
    }
  }
  CHECK(table.keyOf(u"wrapup.open"_qs) == QKeySequence(u"F10"_qs));
  CHECK(table.keyOf(u"call.hangup"_qs) == QKeySequence(u"Ctrl+F10"_qs));
}

TEST_CASE("hints read like the caps in the pictures") {
  const KeyTable table = KeyTable::builtIn();
  CHECK(table.hintOf(u"script.next"_qs) == u"F5"_qs);
  CHECK(table.hintOf(u"script.back"_qs) == u"Shift F5"_qs);
  CHECK(table.hintOf(u"palette"_qs) == u"Ctrl K"_qs);
  CHECK(table.hintOf(u"wording.accept"_qs) == u"Alt ↵"_qs);
  CHECK(table.hintOf(u"ticket.save"_qs) == u"Ctrl ↵"_qs);
  CHECK(table.hintOf(u"why.copy"_qs) == u"Ctrl Shift C"_qs);
  CHECK(table.hintOf(u"script.answer.1"_qs) == u"Ctrl 1"_qs);
  CHECK(table.hintOf(u"tab.next"_qs) == u"Ctrl PgDn"_qs);
  CHECK(table.keysOf(u"page.new"_qs).size() == 2);
}

TEST_CASE("the language of the table chooses the text") {
  KeyTable table = KeyTable::builtIn();
  CHECK(table.textOf(u"ticket.save"_qs) == u"保存"_qs);
  table.setLanguage(KeyLanguage::English);
  CHECK(table.textOf(u"ticket.save"_qs) == u"Save"_qs);
}

TEST_CASE("a key that stands twice is refused and both verbs are named") {
  const QByteArray other =
      R"({"id":"x.save","keys":["F1","Ctrl+Return"],"zh":"存","en":"Store","scope":"page"})";
  const Result<KeyTable> table = KeyTable::load(tableOf(save + "," + other));
  REQUIRE_FALSE(table);
  CHECK(table.error().detail.contains(u"ticket.save"_qs));
  CHECK(table.error().detail.contains(u"x.save"_qs));
}

TEST_CASE("damaged key tables are refused") {
  CHECK(KeyTable::load(tableOf(save)));
  CHECK_FALSE(KeyTable::load("not json"));
  CHECK_FALSE(KeyTable::load(tableOf("")));
  CHECK_FALSE(KeyTable::load(tableOf(save + "," + save)));
  CHECK_FALSE(
      KeyTable::load(tableOf(R"({"id":"a","keys":["F1"],"zh":"甲","en":"","scope":"program"})")));
  CHECK_FALSE(KeyTable::load(
      tableOf(R"({"id":"a","keys":["Nonsense"],"zh":"甲","en":"A","scope":"program"})")));
  CHECK_FALSE(
      KeyTable::load(tableOf(R"({"id":"a","keys":[],"zh":"甲","en":"A","scope":"program"})")));
  CHECK_FALSE(
      KeyTable::load(tableOf(R"({"id":"a","keys":["F1"],"zh":"甲","en":"A","scope":"all"})")));
}
