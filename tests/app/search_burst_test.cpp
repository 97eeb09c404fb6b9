// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty keys a second on the real window: whatever is on the screen fits what is typed.
#include <QHash>
#include <QLineEdit>
#include <QSet>

#include "core/text/pinyin.h"
#include "core/text/tokens.h"
#include "tests/app/desk_fixture.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/knowledge_list.h"
#include "ui/desk/knowledge_pane.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/text_remarks.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/triage_feed.h"
#include "ui/kit/text_box.h"
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

namespace {

/// Fits by what it shows, as typed or as it sounds.
bool shows(const ui::PaletteRow& row, const QString& wanted) {
  const QueryMatcher matcher(wanted);
  const bool holds = !matcher.isEmpty() && matcher.matches(QString(row.title % u'\n' % row.detail));
  return holds || pinyinMatch(row.title, wanted).has_value();
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
  // Found in a text that is not shown: only the answer to these very words may show it.
  QHash<QString, QSet<QString>> hidden;
  const QString script = QStringLiteral("漏水门禁电梯停了噪音扰民");
  const auto look = [&] {
    ++looks;
    const QString wanted = palette.query();
    for (const ui::PaletteRow& row : palette.rows()) {
      if (row.isHeading || row.group == ui::PaletteGroup::Commands) continue;
      ++rows;
      if (!shows(row, wanted)) hidden[wanted].insert(row.id);
      for (const auto& [start, length] : row.marks) {
        INFO(wanted.toStdString() << " marks in " << row.title.toStdString());
        const QString marked = row.title.mid(start, length);
        CHECK((QueryMatcher(wanted).ranges(marked).size() > 0 ||
               pinyinMatch(marked, wanted).has_value() || wanted.contains(marked)));
      }
    }
  };
  for (int i = 0; i < 60; ++i) {
    if (i % 6 == 5) {
      line->clear();
    } else {
      key(robot, script.mid(i % script.size(), 1));
    }
    // At once, and again and again until the next key.
    look();
    QTest::qWait(keyEveryMs / 2);
    for (int again = 0; again < 3; ++again) {
      look();
      QTest::qWait(2);
    }
  }
  CHECK(looks == 240);
  CHECK(rows > 100);
  for (auto one = hidden.cbegin(); one != hidden.cend(); ++one) {
    SearchQuery query;
    query.text = one.key();
    query.limit = 50;
    const auto own = Desk::await(desk.station->backend().search(query));
    REQUIRE(own);
    QSet<QString> found;
    for (const SearchHit& hit : own->hits) found.insert(hit.id);
    for (const QString& id : one.value()) {
      INFO(one.key().toStdString() << " shows " << id.toStdString());
      CHECK(std::any_of(found.begin(), found.end(),
                        [&id](const QString& known) { return id.endsWith(known); }));
    }
  }
}

TEST_CASE("a burst in the request leaves triage, likeness and suggestions of these words only",
          "[app][burst]") {
  Desk desk;
  Robot& robot = *desk.robot;
  Backend& backend = desk.station->backend();
  ui::TicketForm& form = *desk.draftView().form();
  const auto begin = [&] {
    desk.station->window().actions().trigger(QStringLiteral("draft.new"));
    REQUIRE(desk.centreBecomes("draft"));
    form.focusField(QStringLiteral("place"));
    robot.type(QStringLiteral("5-1-901"));
    form.focusField(QStringLiteral("request"));
  };
  const QString story =
      QStringLiteral("厨房水龙头关不紧一直滴水楼下说天花板湿了麻烦快点来人看看谢谢你们");
  begin();
  robot.type(story.left(14));
  form.askSave();
  REQUIRE(desk.centreBecomes("ticket"));
  desk.pass(60);
  begin();
  auto* picker = form.findChild<ui::CategoryPicker*>();
  const ui::KnowledgePane& knowledge = *desk.page().side()->knowledge();
  int suggested = 0;
  int alike = 0;
  QHash<QString, QStringList> articles;  // by the words that they were suggested for
  QSet<QString> matters{QString()};
  const auto look = [&] {
    const QString request = desk.draftView().draft().text.request;
    INFO(request.toStdString());
    matters.insert(picker->suggested());
    if (const TriageAnswer* shown = picker->shownTriage()) {
      const QString text = form.triageFeed()->text().simplified();
      for (const QString& word : shown->evidence) CHECK(text.contains(word));
    }
    if (form.like()->isOffering()) {
      ++alike;
      CHECK(request.startsWith(desk.draftView().likeWords()));
      CHECK_FALSE(desk.draftView().likeWords().isEmpty());
    }
    const SearchAnswer& shown = knowledge.suggestions();
    if (shown.hits.empty()) return;
    ++suggested;
    CHECK(request.startsWith(shown.query));
    QStringList ids;
    for (const SearchHit& hit : shown.hits) ids << hit.id;
    articles.insert(shown.query, ids);
  };
  for (const QChar c : story) {
    key(robot, QString(c));
    look();
    QTest::qWait(keyEveryMs);
    look();
  }
  CHECK(desk.draftView().draft().text.request == story);
  REQUIRE(robot.waitFor([&] { return !knowledge.suggestions().hits.empty(); }));
  REQUIRE(robot.waitFor([&] { return form.like()->isOffering(); }));
  look();
  for (qsizetype left = story.size(); left > 0; --left) {
    QTest::keyClick(robot.target(), Qt::Key_Backspace);
    look();
    if (left % 4 == 0) QTest::qWait(keyEveryMs);
    look();
  }
  CHECK(suggested > 0);
  CHECK(alike > 0);
  REQUIRE(robot.waitFor([&] { return !form.like()->isOffering(); }));
  CHECK(knowledge.suggestions().hits.empty());
  // Each was an answer to its words.
  for (auto one = articles.cbegin(); one != articles.cend(); ++one) {
    QStringList own;
    for (const QString& matter : matters) {
      const auto answer = Desk::await(backend.suggestArticles(one.key(), matter));
      REQUIRE(answer);
      for (const SearchHit& hit : answer->hits) own << hit.id;
    }
    INFO(one.key().toStdString());
    for (const QString& id : one.value()) CHECK(own.contains(id));
  }
}

TEST_CASE("a burst in the answer never remarks on a word that is not there", "[app][burst]") {
  Desk desk;
  Robot& robot = *desk.robot;
  desk.station->window().actions().trigger(QStringLiteral("draft.new"));
  REQUIRE(desk.centreBecomes("draft"));
  ui::TicketForm& form = *desk.draftView().form();
  form.focusField(QStringLiteral("reply"));
  auto* box = form.findChild<ui::TextBox*>(QStringLiteral("ticketForm.reply"));
  ui::TextRemarks* remarks = nullptr;
  for (auto* one : form.findChildren<ui::TextRemarks*>()) {
    if (one->box() == box) remarks = one;
  }
  REQUIRE(remarks != nullptr);
  int remarked = 0;
  const auto look = [&] {
    for (const ui::StandingRemark& one : remarks->standing()) {
      ++remarked;
      INFO(box->text().toStdString() << " is remarked on for " << one.remark.text.toStdString());
      CHECK(box->text().contains(one.remark.text));
    }
  };
  const QString said = QStringLiteral("师傅可能尽快过去，我稍后给您回电，这不归我管。");
  for (const QChar c : said) {
    key(robot, QString(c));
    look();
    QTest::qWait(keyEveryMs);
    look();
  }
  REQUIRE(robot.waitFor([&] { return !remarks->standing().empty(); }));
  for (qsizetype left = said.size(); left > 0; --left) {
    QTest::keyClick(robot.target(), Qt::Key_Backspace);
    look();
    if (left % 3 == 0) QTest::qWait(keyEveryMs);
    look();
  }
  CHECK(remarked > 20);
  REQUIRE(robot.waitFor([&] { return remarks->standing().empty(); }));
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
