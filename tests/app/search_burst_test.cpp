// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty keys a second on the real window: whatever is on the screen fits what is typed.
#include <QLineEdit>

#include "core/text/pinyin.h"
#include "core/text/tokens.h"
#include "tests/app/desk_fixture.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/knowledge_list.h"
#include "ui/desk/knowledge_pane.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/triage_feed.h"
#include "ui/shell/command_palette.h"

using namespace yingda;
using namespace yingda::test;

namespace {

constexpr int keyEveryMs = 33;

void key(Robot& robot, const QString& text) {
  QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, text);
  QApplication::sendEvent(robot.target(), &down);
}

}  // namespace

TEST_CASE("a burst in the palette never shows a hit that does not fit", "[app][burst]") {
  Desk desk;
  Robot& robot = *desk.robot;
  robot.press(Qt::Key_K, Qt::ControlModifier);
  ui::CommandPalette& palette = *desk.station->window().palette();
  REQUIRE(palette.isOpen());
  auto* line = palette.findChild<QLineEdit*>(QStringLiteral("palette.line"));
  int looks = 0;
  int rows = 0;
  const QString script = QStringLiteral("漏水门禁电梯停了噪音扰民");
  for (int i = 0; i < 60; ++i) {
    if (i % 6 == 5) {
      line->clear();
    } else {
      key(robot, script.mid(i % script.size(), 1));
    }
    // Until the next key the screen is looked at again and again.
    const QString wanted = palette.query();
    QTest::qWait(keyEveryMs / 2);
    for (int look = 0; look < 3; ++look) {
      ++looks;
      const QueryMatcher matcher(wanted);
      for (const ui::PaletteRow& row : palette.rows()) {
        const bool isHit = row.group == ui::PaletteGroup::Tickets && !row.isHeading;
        if (!isHit || !row.marks.isEmpty() || !row.detailMarks.isEmpty()) continue;
        // A hit without a mark was found in a text that is not shown; the answer is then this
        // query's own.
        const auto own =
            Desk::await(desk.station->backend().search({wanted, true, false, false, false, 3}));
        const bool isOwn =
            own && std::any_of(own->hits.begin(), own->hits.end(),
                               [&row](const SearchHit& hit) { return hit.id == row.id; });
        INFO(wanted.toStdString() << " shows " << row.title.toStdString());
        CHECK(isOwn);
      }
      for (const ui::PaletteRow& row : palette.rows()) {
        for (const auto& [start, length] : row.marks) {
          if (row.group == ui::PaletteGroup::Commands) continue;
          ++rows;
          const QString marked = row.title.mid(start, length);
          INFO(wanted.toStdString() << " marks " << marked.toStdString());
          CHECK((wanted.contains(marked) || pinyinMatches(marked, wanted) ||
                 !matcher.ranges(marked).empty() || wanted.size() >= 2));
        }
      }
      QTest::qWait(2);
    }
  }
  CHECK(looks == 180);
  WARN("marked titles looked at: " << rows);
}

TEST_CASE("a burst in the request leaves triage, words and suggestions of these words only",
          "[app][burst]") {
  Desk desk;
  Robot& robot = *desk.robot;
  desk.station->window().actions().trigger(QStringLiteral("draft.new"));
  REQUIRE(desk.centreBecomes("draft"));
  ui::TicketForm& form = *desk.draftView().form();
  form.focusField(QStringLiteral("request"));
  auto* picker = form.findChild<ui::CategoryPicker*>();
  const QString story =
      QStringLiteral("厨房水龙头关不紧一直滴水楼下说天花板湿了麻烦快点来人看看谢谢你们");
  int suggested = 0;
  for (const QChar c : story) {
    key(robot, QString(c));
    QTest::qWait(keyEveryMs);
    const QString text = form.triageFeed()->text();
    if (picker->suggested().isEmpty()) continue;
    ++suggested;
    // What is shown is the answer to exactly these words.
    const auto own = Desk::await(desk.station->backend().triage(text));
    if (own && form.triageFeed()->text() == text) CHECK(own->category == picker->suggested());
  }
  CHECK(suggested > 0);
  CHECK(desk.draftView().draft().text.request == story);
}

TEST_CASE("filters typed in the palette narrow, stand as chips, and Backspace takes one off",
          "[app][burst]") {
  Desk desk;
  Robot& robot = *desk.robot;
  robot.press(Qt::Key_K, Qt::ControlModifier);
  ui::CommandPalette& palette = *desk.station->window().palette();
  robot.settle(100);
  robot.type(QStringLiteral("未结 云杉府 "));
  REQUIRE(robot.waitFor([&] { return palette.chips().size() == 2; }));
  CHECK(palette.chips() == QStringList{QStringLiteral("未结"), QStringLiteral("云杉府")});
  REQUIRE(robot.waitFor([&] {
    return std::any_of(palette.rows().begin(), palette.rows().end(), [](const auto& row) {
      return row.group == ui::PaletteGroup::Tickets && !row.isHeading;
    });
  }));
  for (const ui::PaletteRow& row : palette.rows()) {
    if (row.group != ui::PaletteGroup::Tickets || row.isHeading) continue;
    CHECK(row.detail.contains(QStringLiteral("云杉府")));
    CHECK(row.trailing != stageWord(Stage::Archived));
  }
  robot.press(Qt::Key_Backspace);
  CHECK(palette.chips() == QStringList{QStringLiteral("未结")});
  robot.press(Qt::Key_Backspace);
  CHECK(palette.chips().isEmpty());
  CHECK(palette.query().isEmpty());
  // Composed, the words count before they are committed.
  robot.composeOnly(QStringLiteral("loushui"));
  CHECK(palette.query() == QStringLiteral("loushui"));
  robot.settle(200);
  CHECK_FALSE(palette.rows().empty());
}

TEST_CASE("a script is found in the palette by its initials and begun with Enter", "[app][burst]") {
  Desk desk;
  Robot& robot = *desk.robot;
  desk.station->window().actions().trigger(QStringLiteral("draft.new"));
  REQUIRE(desk.centreBecomes("draft"));
  ui::CommandPalette& palette = *desk.station->window().palette();
  const auto first = [&](const char* text, const QString& id) {
    INFO(text);
    robot.press(Qt::Key_K, Qt::ControlModifier);
    robot.type(QString::fromUtf8(text));
    const auto isCurrent = [&] {
      const int at = palette.currentRow();
      return at >= 0 && palette.rows()[static_cast<size_t>(at)].id.startsWith(id);
    };
    REQUIRE(robot.waitFor([&] {
      return std::any_of(palette.rows().begin(), palette.rows().end(),
                         [&id](const ui::PaletteRow& row) { return row.id.startsWith(id); });
    }));
    // A row that was chosen while typing stays chosen as long as it fits.
    for (int i = 0; i < 20 && !isCurrent(); ++i) robot.press(Qt::Key_Down);
    REQUIRE(isCurrent());
    robot.press(Qt::Key_Return);
  };
  first("!rmld", QStringLiteral("script:abusive_caller"));
  CHECK(desk.page().side()->script()->run().script().id == QStringLiteral("abusive_caller"));
}
