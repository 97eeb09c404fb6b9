// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge tab: asking at every keystroke, late answers, and an article opened in place.
#include "ui/desk/knowledge_pane.h"

#include <QSignalSpy>
#include <QTextBrowser>

#include "tests/ui/script_fixture.h"
#include "tests/ui/shell_fixture.h"
#include "ui/desk/knowledge_article.h"
#include "ui/desk/knowledge_list.h"
#include "ui/kit/key_table.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

SearchAnswer answerTo(const QString& query, const QStringList& ids) {
  SearchAnswer answer;
  answer.query = query;
  answer.milliseconds = 3;
  for (const QString& id : ids) {
    const Article* article = realStarter().article(id);
    REQUIRE(article != nullptr);
    SearchHit hit;
    hit.kind = SearchHit::Kind::Article;
    hit.id = id;
    hit.title = article->title;
    hit.detail = article->reply;
    answer.hits.push_back(hit);
  }
  return answer;
}

struct Desk {
  Desk() : pane(realStarter(), keys), queries(&pane, &KnowledgePane::queryChanged) {
    shellTheme();
    pane.resize(328, 700);
    showActive(pane);
    line = pane.findChild<LineBox*>(QStringLiteral("knowledge.search"));
    REQUIRE(line != nullptr);
    list = pane.findChild<KnowledgeList*>();
    pane.focusSearch();
  }
  KeyTable keys = KeyTable::builtIn();
  KnowledgePane pane;
  QSignalSpy queries;
  LineBox* line = nullptr;
  KnowledgeList* list = nullptr;
};

}  // namespace

TEST_CASE("what is being composed is searched for already") {
  Desk desk;
  compose(*desk.line, QStringLiteral("bao'guan"));
  CHECK(desk.pane.query() == QStringLiteral("baoguan"));
  REQUIRE(desk.queries.size() == 1);
  commit(*desk.line, QString::fromUtf16(u"爆管"));
  CHECK(desk.queries.last().first().toString() == QString::fromUtf16(u"爆管"));
}

TEST_CASE("an answer to an older text is left out") {
  Desk desk;
  QTest::keyClicks(desk.line, QStringLiteral("bg"));
  desk.pane.set(answerTo(QStringLiteral("b"), {QStringLiteral("burst-common")}));
  CHECK(desk.list->rows().empty());
  desk.pane.set(answerTo(QStringLiteral("bg"), {QStringLiteral("burst-common")}));
  CHECK(desk.list->rows().size() == 1);
}

TEST_CASE("suggestions stand there while nothing is searched for") {
  Desk desk;
  desk.pane.setSuggestions(
      answerTo({}, {QStringLiteral("burst-common"), QStringLiteral("lift-hall-water")}));
  CHECK(desk.list->rows().size() == 2);
  QTest::keyClicks(desk.line, QStringLiteral("x"));
  CHECK(desk.list->rows().empty());
  QTest::keyClick(desk.line, Qt::Key_Escape);
  CHECK(desk.list->rows().size() == 2);
}

TEST_CASE("an article opens in place, gives its sentence and closes with Esc") {
  Desk desk;
  QSignalSpy opened(&desk.pane, &KnowledgePane::opened);
  QSignalSpy inserted(&desk.pane, &KnowledgePane::insertAsked);
  QTest::keyClicks(desk.line, QStringLiteral("bg"));
  desk.pane.set(answerTo(QStringLiteral("bg"), {QStringLiteral("burst-common")}));
  CHECK_FALSE(desk.pane.insertSentence(1));
  QTest::keyClick(desk.line, Qt::Key_Return);
  REQUIRE(opened.size() == 1);
  CHECK(desk.pane.openedArticle() == QStringLiteral("burst-common"));
  CHECK(desk.pane.insertSentence(1));
  CHECK_FALSE(desk.pane.insertSentence(2));
  REQUIRE(inserted.size() == 1);
  CHECK(inserted.first().at(1).toInt() ==
        realStarter().article(desk.pane.openedArticle())->version);
  CHECK_FALSE(inserted.first().at(2).toString().isEmpty());
  QTest::keyClick(desk.line, Qt::Key_Escape);
  CHECK(desk.pane.openedArticle().isEmpty());
  CHECK(desk.line->text() == QStringLiteral("bg"));
  CHECK_FALSE(desk.pane.open(QStringLiteral("no such article")));
}

TEST_CASE("the sentence of an article is not told twice") {
  for (const Article& article : realStarter().articles) {
    INFO(article.id.toStdString());
    CHECK_FALSE(article.reply.isEmpty());
    CHECK_FALSE(articleBody(article).contains(article.reply));
    CHECK_FALSE(articleBody(article).isEmpty());
  }
}
