// SPDX-License-Identifier: GPL-3.0-or-later
// The palette by keys: commands, prefixes, groups, late answers, and the focus it gives back.
#include <QLineEdit>
#include <QPromise>
#include <QSignalSpy>
#include <QVBoxLayout>

#include "tests/ui/shell_fixture.h"
#include "ui/kit/actions.h"
#include "ui/kit/text_box.h"
#include "ui/shell/command_palette.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QString q(const char16_t* text) { return QString::fromUtf16(text); }

SearchHit hit(SearchHit::Kind kind, const QString& id, const QString& title) {
  SearchHit one;
  one.kind = kind;
  one.id = id;
  one.title = title;
  return one;
}

/// A window with a text under a palette whose questions are answered by hand.
struct Desk {
  Desk()
      : window((shellTheme(), nullptr)),
        actions(KeyTable::builtIn(), &window),
        text(new LineBox(&window)),
        palette(
            actions, [this](const SearchQuery& query) { return ask(query); }, &window) {
    window.resize(1366, 768);
    auto* column = new QVBoxLayout(&window);
    column->addWidget(text);
    for (const char* id : {"ticket.dispatch", "ticket.save", "promise.record", "household.find"}) {
      actions.add(QLatin1String(id), &window, [this, id] { ran << QLatin1String(id); });
    }
    QObject::connect(&palette, &CommandPalette::commandChosen, &window,
                     [this](const QString& id) { actions.trigger(id); });
    showActive(window);
    text->setFocus();
    line = palette.findChild<QLineEdit*>(QStringLiteral("palette.line"));
    REQUIRE(line != nullptr);
  }
  QFuture<Result<SearchAnswer>> ask(const SearchQuery& query) {
    queries.push_back(query);
    promises.emplace_back();
    promises.back().start();
    return promises.back().future();
  }
  void answer(size_t index, std::vector<SearchHit> hits) {
    SearchAnswer answer;
    answer.query = queries[index].text;
    answer.hits = std::move(hits);
    promises[index].addResult(Result<SearchAnswer>(answer));
    promises[index].finish();
    QTest::qWait(1);
  }
  QStringList titles() const {
    QStringList all;
    for (const PaletteRow& row : palette.rows()) {
      if (!row.isHeading) all << row.title;
    }
    return all;
  }
  QStringList ran;
  std::vector<SearchQuery> queries;
  std::vector<QPromise<Result<SearchAnswer>>> promises;
  QWidget window;
  Actions actions;
  LineBox* text;
  CommandPalette palette;
  QLineEdit* line = nullptr;
};

}  // namespace

TEST_CASE("prefixes choose the group, full-width signs too") {
  struct Row {
    const char16_t* typed;
    std::optional<PaletteGroup> only;
    const char16_t* text;
  };
  const auto row = GENERATE(values<Row>({
      {u"pd", std::nullopt, u"pd"},
      {u"  ", std::nullopt, u""},
      {u"> 派单", PaletteGroup::Commands, u"派单"},
      {u"》派单", PaletteGroup::Commands, u"派单"},
      {u"@1502", PaletteGroup::Households, u"1502"},
      {u"＠1502", PaletteGroup::Households, u"1502"},
      {u"#2074", PaletteGroup::Tickets, u"2074"},
      {u"？爆管", PaletteGroup::Articles, u"爆管"},
  }));
  const PaletteQuery query = paletteQuery(q(row.typed));
  CHECK(query.only == row.only);
  CHECK(query.text == q(row.text));
}

TEST_CASE("commands are found by Chinese, initials and full pinyin") {
  Desk desk;
  for (const QString& typed :
       {QStringLiteral("pd"), QStringLiteral("paidan"), q(u"派单"), QStringLiteral("Disp")}) {
    INFO(typed.toStdString());
    desk.palette.open(typed);
    REQUIRE(desk.titles().size() >= 1);
    CHECK(desk.titles().front() == q(u"派单"));
    QTest::keyClick(desk.line, Qt::Key_Return);
    CHECK_FALSE(desk.palette.isOpen());
    CHECK(desk.ran.takeLast() == QStringLiteral("ticket.dispatch"));
    CHECK(QTest::qWaitFor([&desk] { return desk.text->hasFocus(); }));
  }
}

TEST_CASE("late answers are dropped and an empty one says what to try") {
  Desk desk;
  desk.palette.open();
  QTest::keyClicks(desk.line, QStringLiteral("zz"));
  REQUIRE(desk.queries.size() == 2);
  desk.answer(0, {hit(SearchHit::Kind::Article, QStringLiteral("a"), q(u"旧"))});
  CHECK(desk.titles().isEmpty());
  desk.answer(1, {hit(SearchHit::Kind::Article, QStringLiteral("b"), q(u"新"))});
  CHECK(desk.titles() == QStringList{q(u"新")});
  QTest::keyClicks(desk.line, QStringLiteral("q"));
  desk.answer(2, {});
  CHECK(desk.titles().isEmpty());
  desk.palette.close();
  desk.promises.clear();
}

TEST_CASE("Up, Down and Tab move over headings and groups, Enter opens") {
  Desk desk;
  QSignalSpy articles(&desk.palette, &CommandPalette::articleChosen);
  desk.palette.open();
  QTest::keyClicks(desk.line, QStringLiteral("p"));
  const QString id = QStringLiteral("0190f7a0-0000-7000-8000-000000000001");
  desk.answer(0, {hit(SearchHit::Kind::Household, id, q(u"潘女士")),
                  hit(SearchHit::Kind::Ticket, id, q(u"配电房异响")),
                  hit(SearchHit::Kind::Article, QStringLiteral("k"), q(u"派单时限"))});
  REQUIRE(desk.palette.rows().size() >= 7);
  CHECK(desk.palette.currentRow() == 1);
  QTest::keyClick(desk.line, Qt::Key_Up);
  CHECK(desk.palette.currentRow() == static_cast<int>(desk.palette.rows().size()) - 1);
  QTest::keyClick(desk.line, Qt::Key_Down);
  CHECK(desk.palette.currentRow() == 1);
  for (int i = 0; i < 3; ++i) QTest::keyClick(desk.line, Qt::Key_Tab);
  QTest::keyClick(desk.line, Qt::Key_Backtab, Qt::ShiftModifier);
  QTest::keyClick(desk.line, Qt::Key_Tab);
  QTest::keyClick(desk.line, Qt::Key_Return);
  REQUIRE(articles.size() == 1);
  CHECK(articles.first().first().toString() == QStringLiteral("k"));
}

TEST_CASE("composing searches, and its keys stay with the input method") {
  Desk desk;
  desk.palette.open();
  compose(*desk.line, QStringLiteral("pai'dan"));
  CHECK(desk.palette.query() == QStringLiteral("paidan"));
  CHECK(desk.titles().front() == q(u"派单"));
  QTest::keyClick(desk.line, Qt::Key_Return);
  CHECK(desk.palette.isOpen());
  QTest::keyClick(desk.line, Qt::Key_Escape);
  CHECK(desk.palette.isOpen());
  compose(*desk.line, {});
  QTest::keyClick(desk.line, Qt::Key_Escape);
  CHECK_FALSE(desk.palette.isOpen());
}

TEST_CASE("a verb's own key runs it and closes the palette") {
  Desk desk;
  desk.palette.open(QStringLiteral("x"));
  QTest::keyClick(desk.line, Qt::Key_F6);
  CHECK(desk.ran == QStringList{QStringLiteral("ticket.dispatch")});
  CHECK_FALSE(desk.palette.isOpen());
}

TEST_CASE("the palette is no popup and covers its window") {
  Desk desk;
  desk.palette.open();
  CHECK_FALSE(desk.palette.isWindow());
  CHECK(desk.palette.geometry() == desk.window.rect());
  desk.window.resize(1100, 640);
  CHECK(desk.palette.geometry() == desk.window.rect());
  QTest::mouseClick(&desk.palette, Qt::LeftButton, {}, {4, 4});
  CHECK_FALSE(desk.palette.isOpen());
}

TEST_CASE("a slow answer never shows what no longer fits, and the right one comes") {
  Desk desk;
  desk.palette.open();
  desk.line->insert(q(u"漏"));
  desk.answer(0, {hit(SearchHit::Kind::Article, QStringLiteral("a"), q(u"漏水怎么办")),
                  hit(SearchHit::Kind::Article, QStringLiteral("b"), q(u"漏电跳闸"))});
  REQUIRE(desk.titles().size() == 2);
  // The next key: the older answer narrows by itself, and nothing else of it is left.
  desk.line->insert(q(u"电"));
  CHECK(desk.titles() == QStringList{q(u"漏电跳闸")});
  QSignalSpy articles(&desk.palette, &CommandPalette::articleChosen);
  QTest::keyClick(desk.line, Qt::Key_Backspace);
  QTest::keyClick(desk.line, Qt::Key_Backspace);
  desk.line->insert(q(u"门"));
  CHECK(desk.titles().isEmpty());
  QTest::keyClick(desk.line, Qt::Key_Return);
  CHECK(articles.isEmpty());
  const size_t last = desk.queries.size() - 1;
  // Answers of the burst come late and out of order.
  for (size_t i = 1; i < last; ++i) {
    desk.answer(i, {hit(SearchHit::Kind::Article, QStringLiteral("x"), q(u"门口漏电"))});
    CHECK(desk.titles().isEmpty());
  }
  desk.answer(last, {hit(SearchHit::Kind::Article, QStringLiteral("c"), q(u"门禁怎么办"))});
  CHECK(desk.titles() == QStringList{q(u"门禁怎么办")});
}

TEST_CASE("filters stand as chips, and Backspace takes the one before the caret") {
  Desk desk;
  desk.palette.setFilterReader([](const QString& typed) {
    return readSearchFilters(typed, {q(u"云杉府")}, *instantFromIso(u"2026-03-11T09:00:00"));
  });
  desk.palette.open();
  desk.line->insert(q(u"#未结 昨天 漏水 云杉府"));
  CHECK(desk.palette.chips() == QStringList{q(u"未结"), q(u"3月10日"), q(u"云杉府")});
  CHECK(desk.queries.back().text == q(u"未结 昨天 漏水 云杉府"));
  CHECK_FALSE(desk.palette.findChild<QWidget*>(QStringLiteral("palette.chips"))->isHidden());
  QTest::keyClick(desk.line, Qt::Key_Backspace);
  CHECK(desk.line->text() == q(u"#未结 昨天 漏水 "));
  QTest::keyClick(desk.line, Qt::Key_Backspace);
  CHECK(desk.line->text() == q(u"#未结 昨天 漏水"));
  QTest::keyClick(desk.line, Qt::Key_Backspace);
  CHECK(desk.line->text() == q(u"#未结 昨天 漏"));
  compose(*desk.line, QStringLiteral("shui"));
  QTest::keyClick(desk.line, Qt::Key_Backspace);
  CHECK(desk.palette.chips().size() == 2);
  compose(*desk.line, {});
  desk.palette.close();
  desk.promises.clear();
}
