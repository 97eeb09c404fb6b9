// SPDX-License-Identifier: GPL-3.0-or-later
// The house's knowledge: written, approved by somebody else, published over what ships, judged.
#include <catch2/catch.hpp>

#include "core/domain/twee.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const QString burst = QStringLiteral("burst-common");

ArticleText words(const char* title, const char* body) {
  return {QString::fromUtf8(title),
          QString::fromUtf8(body),
          {QStringLiteral("repair.water")},
          {QStringLiteral("爆管")},
          true};
}

/// 李敏, administrator, and 张建国, supervisor; whoever is named acts.
struct House {
  House() {
    author = store.signIn();
    Agent second;
    second.staffNumber = QStringLiteral("8022");
    second.outsideName = QStringLiteral("小张");
    second.name = QStringLiteral("张建国");
    second.role = Role::Supervisor;
    const auto added = await(store.backend->addAgent(second, QStringLiteral("135790")));
    REQUIRE(added);
    approver = *added;
    Agent third = second;
    third.staffNumber = QStringLiteral("8023");
    third.outsideName = QStringLiteral("小陈");
    third.role = Role::Agent;
    const auto more = await(store.backend->addAgent(third, QStringLiteral("135791")));
    REQUIRE(more);
    reader = *more;
  }
  Backend& as(const Agent& agent) {
    store.backend->enter(agent);
    return *store.backend;
  }
  /// Written by one, approved and published by the other.
  PieceView publish(const QString& id, PieceForm form, const ArticleText& text,
                    const PieceDays& days = {}) {
    const auto written = await(as(author).writePiece(id, form, text));
    REQUIRE(written);
    REQUIRE(await(as(approver).stepPiece(written->id, ArticleStep::Review)));
    const auto published = await(as(approver).stepPiece(written->id, ArticleStep::Publish, days));
    REQUIRE(published);
    return *published;
  }
  /// What is said comes a moment after it was published.
  template <class F>
  bool becomes(F isSo) {
    return QTest::qWaitFor(isSo, 60'000);
  }
  bool isSaid(const QString& id, const QString& title) {
    return becomes([&] {
      const Article* said = store.backend->starter().article(id);
      return said && said->title == title;
    });
  }
  PieceLine line(const QString& id) {
    const auto view = await(store.backend->knowledge());
    REQUIRE(view);
    for (const PieceLine& one : view->pieces) {
      if (one.id == id) return one;
    }
    FAIL("no such piece");
    return {};
  }
  TempStore store;
  Agent author;
  Agent approver;
  Agent reader;
};

}  // namespace

TEST_CASE("what ships is listed, and every article and script of it has one version",
          "[service][knowledge]") {
  House house;
  const auto view = await(house.store.backend->knowledge());
  REQUIRE(view);
  const Starter& starter = house.store.backend->starter();
  const auto isFact = [](const PieceLine& line) { return line.form == PieceForm::Fact; };
  const auto facts =
      static_cast<size_t>(std::count_if(view->pieces.begin(), view->pieces.end(), isFact));
  CHECK(facts > 0);
  CHECK(view->pieces.size() - facts == starter.articles.size() + starter.scripts.size());
  CHECK(view->unread.isEmpty());
  const auto piece = await(house.store.backend->piece(burst));
  REQUIRE(piece);
  REQUIRE(piece->history.versions.size() == 1);
  REQUIRE(piece->shown);
  CHECK_FALSE(piece->shown->reply.isEmpty());
  CHECK(piece->remarks.empty());
  CHECK(await(house.store.backend->piece(QStringLiteral("nobody"))).error().code ==
        ErrorCode::NotFound);
}

TEST_CASE("an article is changed by one, approved by another and said from then on",
          "[service][knowledge]") {
  House house;
  const int before = house.store.backend->starter().article(burst)->version;
  const ArticleText text = words("爆管新流程", "**答复业主** 先别乘电梯，师傅已经出发。\n\n关阀。");
  const auto written = await(house.as(house.author).writePiece(burst, PieceForm::Article, text));
  REQUIRE(written);
  REQUIRE(written->history.inWork());
  CHECK(written->history.inWork()->number == before + 1);
  // A draft changes nothing of what is said.
  CHECK(house.store.backend->starter().article(burst)->title != text.title);
  CHECK(await(house.as(house.author).stepPiece(burst, ArticleStep::Review)).error().code ==
        ErrorCode::Forbidden);
  CHECK(await(house.as(house.reader).stepPiece(burst, ArticleStep::Review)).error().code ==
        ErrorCode::Forbidden);
  CHECK(await(house.as(house.approver).stepPiece(burst, ArticleStep::Publish)).error().code ==
        ErrorCode::Refused);
  REQUIRE(await(house.as(house.approver).stepPiece(burst, ArticleStep::Review)));
  CHECK(house.line(burst).work == ArticleStage::Reviewed);
  REQUIRE(await(house.as(house.approver).stepPiece(burst, ArticleStep::Publish)));
  REQUIRE(house.isSaid(burst, text.title));
  const Article* said = house.store.backend->starter().article(burst);
  CHECK(said->version == before + 1);
  CHECK(said->reply == QStringLiteral("先别乘电梯，师傅已经出发。"));
  // Who types sees it from that moment.
  const auto typed = await(house.store.backend->suggestArticles(text.title, {}));
  REQUIRE(typed);
  REQUIRE_FALSE(typed->hits.empty());
  CHECK(typed->hits.front().title == text.title);
  // The search finds the new words, and what a ticket quoted can still be read.
  SearchQuery query;
  query.text = QStringLiteral("爆管新流程");
  query.tickets = query.households = false;
  const auto hits = await(house.store.backend->search(query));
  REQUIRE(hits);
  REQUIRE_FALSE(hits->hits.empty());
  CHECK(hits->hits.front().id == burst);
  const auto piece = await(house.store.backend->piece(burst));
  REQUIRE(piece->history.version(before));
  CHECK(piece->history.version(before)->stage == ArticleStage::Superseded);
  CHECK(piece->history.version(before)->text.title != text.title);
  // So it is after the start of another day, and after the cache is drawn anew.
  house.store.reopen();
  CHECK(house.isSaid(burst, text.title));
  const auto verified = await(house.store.backend->verify());
  REQUIRE(verified);
  CHECK(verified->broken.isEmpty());
}

TEST_CASE("words changed after the approval are a draft again", "[service][knowledge]") {
  House house;
  const auto written =
      await(house.as(house.author)
                .writePiece({}, PieceForm::Article,
                            words("停水怎么说", "**答复业主** 今天 18:00 前来水。")));
  REQUIRE(written);
  REQUIRE(await(house.as(house.approver).stepPiece(written->id, ArticleStep::Review)));
  // The life cycle asks to send it back first; a change that came from another seat is seen too.
  CHECK(await(house.as(house.author)
                  .writePiece(written->id, PieceForm::Article, words("停水怎么说", "改过的话。")))
            .error()
            .code == ErrorCode::Refused);
  REQUIRE(await(house.as(house.approver).stepPiece(written->id, ArticleStep::SendBack)));
  const auto again =
      await(house.as(house.author)
                .writePiece(written->id, PieceForm::Article, words("停水怎么说", "改过的话。")));
  REQUIRE(again);
  CHECK(again->history.inWork()->stage == ArticleStage::Draft);
  CHECK(house.line(written->id).number == 0);
}

TEST_CASE("what takes effect tomorrow is not said today", "[service][knowledge]") {
  House house;
  const LocalDay tomorrow = localDayOf(house.store.clock->now()) + std::chrono::days{1};
  const PieceDays days{tomorrow, std::nullopt, tomorrow + std::chrono::days{30}};
  house.publish(burst, PieceForm::Article, words("明天的话", "**答复业主** 明天。"), days);
  CHECK(house.store.backend->starter().article(burst)->title != QStringLiteral("明天的话"));
  house.store.clock->advance(std::chrono::hours(24));
  house.store.reopen();
  CHECK(house.isSaid(burst, QStringLiteral("明天的话")));
  // Thirty days later it stands in the editor's list, and another person says that it still holds.
  house.store.clock->advance(std::chrono::hours(24 * 31));
  CHECK(house.line(burst).stage == ArticleStage::DueForReview);
  REQUIRE(await(house.as(house.approver).stepPiece(burst, ArticleStep::Confirm)));
  CHECK(house.line(burst).stage == ArticleStage::Published);
}

TEST_CASE("words that contradict a fact card are not published", "[service][knowledge]") {
  House house;
  const auto written =
      await(house.as(house.author)
                .writePiece({}, PieceForm::Article,
                            words("急修多久到", "**答复业主** 急修到场 3 小时。{card:no.such}")));
  REQUIRE(written);
  CHECK_FALSE(written->remarks.empty());
  CHECK(house.line(written->id).contradicts);
  REQUIRE(await(house.as(house.approver).stepPiece(written->id, ArticleStep::Review)));
  const auto refused = await(house.as(house.approver).stepPiece(written->id, ArticleStep::Publish));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().detail == QStringLiteral("facts"));
}

TEST_CASE("a bulletin is on the screen until it is read, and the editor sees by whom",
          "[service][knowledge]") {
  House house;
  const LocalDay today = localDayOf(house.store.clock->now());
  const PieceDays days{today, today + std::chrono::days{2}, today + std::chrono::days{3}};
  const auto bulletin = house.publish(
      {}, PieceForm::Bulletin, words("今夜停水", "3 栋 22:00 起停水，次日 6:00 恢复。"), days);
  const auto before = await(house.as(house.reader).knowledge());
  REQUIRE(before);
  CHECK(before->unread == QStringList{bulletin.id});
  REQUIRE(await(house.as(house.reader).readBulletin(bulletin.id)));
  REQUIRE(await(house.as(house.reader).readBulletin(bulletin.id)));
  CHECK(await(house.as(house.reader).knowledge())->unread.isEmpty());
  CHECK(await(house.as(house.author).knowledge())->unread == QStringList{bulletin.id});
  const auto piece = await(house.as(house.approver).piece(bulletin.id));
  REQUIRE(piece);
  REQUIRE(piece->readers.size() == 3);
  const auto read = std::count_if(piece->readers.begin(), piece->readers.end(),
                                  [](const PieceReader& one) { return one.at.has_value(); });
  CHECK(read == 1);
  house.store.clock->advance(std::chrono::hours(24 * 3));
  CHECK(await(house.as(house.author).knowledge())->unread.isEmpty());
}

TEST_CASE("readers judge the version in effect, and what is looked for in vain is kept",
          "[service][knowledge]") {
  House house;
  for (const Agent* agent : {&house.author, &house.approver, &house.reader}) {
    REQUIRE(await(house.as(*agent).judgePiece(burst, NotUsefulReason::Outdated)));
    REQUIRE(await(house.as(*agent).noteMiss(QStringLiteral("充电桩 报装"))));
    REQUIRE(await(house.as(*agent).noteMiss(QStringLiteral("13812341234"))));
  }
  CHECK(house.line(burst).notUseful == 3);
  const auto view = await(house.store.backend->knowledge());
  const auto has = [&](EditorRow::Kind kind) {
    return std::count_if(view->editor.begin(), view->editor.end(),
                         [kind](const EditorRow& row) { return row.kind == kind; });
  };
  CHECK(has(EditorRow::Kind::NotUseful) == 1);
  CHECK(has(EditorRow::Kind::ZeroHit) == 1);
  // A second word of the same person replaces the first.
  REQUIRE(await(house.as(house.reader).judgePiece(burst, std::nullopt)));
  CHECK(house.line(burst).notUseful == 2);
  CHECK(house.line(burst).useful == 1);
  CHECK(await(house.as(house.reader).piece(burst))->mine == true);
}

TEST_CASE("a script is published by the same way, and only whole", "[service][knowledge]") {
  House house;
  const QString name = QStringLiteral("opening");
  const QString id = scriptPieceId(name);
  Script script = *house.store.backend->starter().script(name);
  script.steps.front().say = QStringLiteral("您好，我是 {staff} 号。");
  ArticleText text{script.title, toTwee(script), script.categories, {}, true};
  const auto published = house.publish(id, PieceForm::Script, text);
  CHECK(published.problems.empty());
  REQUIRE(house.becomes([&] {
    const Script* one = house.store.backend->starter().script(name);
    return one && one->steps.front().say == script.steps.front().say;
  }));
  const Script* said = house.store.backend->starter().script(name);
  CHECK(said->version == published.history.inEffect(published.today)->number);
  // The order in which scripts are offered stays.
  CHECK(said == house.store.backend->starter().scripts.data());
  script.steps.front().next = QStringLiteral("nowhere");
  text.body = toTwee(script);
  const auto broken = await(house.as(house.author).writePiece(id, PieceForm::Script, text));
  REQUIRE(broken);
  CHECK_FALSE(broken->problems.empty());
  REQUIRE(await(house.as(house.approver).stepPiece(id, ArticleStep::Review)));
  const auto refused = await(house.as(house.approver).stepPiece(id, ArticleStep::Publish));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().detail == QStringLiteral("script"));
}

TEST_CASE("a withdrawn article is said by nobody, and what cannot be an article is refused",
          "[service][knowledge]") {
  House house;
  REQUIRE(await(house.as(house.approver).stepPiece(burst, ArticleStep::Withdraw)));
  CHECK(house.becomes([&] { return !house.store.backend->starter().article(burst); }));
  Backend& backend = house.as(house.author);
  const auto fault = [&](const ArticleText& text) {
    return await(backend.writePiece({}, PieceForm::Article, text)).error().detail;
  };
  CHECK(fault(words("", "x")) == QStringLiteral("title"));
  CHECK(fault(words("x", " \n")) == QStringLiteral("text"));
  ArticleText huge = words("x", "x");
  huge.body = QString(pieceTextMax + 1, u'x');
  CHECK(fault(huge) == QStringLiteral("size"));
  CHECK(await(backend.writePiece(burst, PieceForm::Script, words("x", "x"))).error().detail ==
        QStringLiteral("form"));
}

TEST_CASE("a fact that the project has to fill in waits, is filled by two people, and is said",
          "[service][knowledge]") {
  House house;
  const QString card = factPieceId(QStringLiteral("fee.property_price"));
  const QString quoting = QStringLiteral("fee-standard");
  const auto waiting = [&] {
    const auto view = await(house.store.backend->knowledge());
    REQUIRE(view);
    return std::count_if(view->pieces.begin(), view->pieces.end(), [](const PieceLine& line) {
      return line.form == PieceForm::Fact && line.awaitsFact;
    });
  };
  const auto before = waiting();
  CHECK(before == 50);
  CHECK(house.line(quoting).awaitsFact);
  CHECK(house.store.backend->starter().article(quoting)->awaitsFact);
  const auto open = await(house.as(house.approver).piece(card));
  REQUIRE(open);
  REQUIRE(open->card);
  CHECK(open->card->awaitsValue());
  CHECK_FALSE(open->quotedIn.isEmpty());
  // What ships without a value is neither confirmed nor withdrawn.
  CHECK(open->steps == std::vector{ArticleStep::Write});
  CHECK(await(house.as(house.approver).stepPiece(card, ArticleStep::Withdraw)).error().code ==
        ErrorCode::Refused);

  ArticleText text = words("随便", "值：2.85元/平方米·月\n依据：2026 年物业服务合同附件二");
  REQUIRE(await(house.as(house.author).writePiece(card, PieceForm::Fact, text)));
  // A draft fills in nothing.
  CHECK(waiting() == before);
  CHECK(await(house.as(house.author).stepPiece(card, ArticleStep::Review)).error().code ==
        ErrorCode::Forbidden);
  REQUIRE(await(house.as(house.approver).stepPiece(card, ArticleStep::Review)));
  PieceDays days;
  days.from = localDayOf(house.store.backend->clock().now());
  const auto published =
      await(house.as(house.approver).stepPiece(card, ArticleStep::Publish, days));
  REQUIRE(published);
  CHECK(published->card->valueText() == u"2.85 元/平方米·月");
  CHECK(published->card->source.name == u"2026 年物业服务合同附件二");
  CHECK(published->card->effectiveFrom == days.from);
  CHECK(waiting() == before - 1);
  REQUIRE(house.becomes([&] {
    const Article* said = house.store.backend->starter().article(quoting);
    return said->body.contains(QStringLiteral("2.85 元/平方米·月"));
  }));
  CHECK(house.store.backend->starter().factCard(QStringLiteral("fee.property_price"))->title !=
        text.title);
  // What contradicts a law is still found, and so it is after the start of another day.
  house.store.reopen();
  house.as(house.author);
  REQUIRE(house.becomes([&] {
    const Article* said = house.store.backend->starter().article(quoting);
    return said->body.contains(QStringLiteral("2.85 元/平方米·月"));
  }));
  CHECK(waiting() == before - 1);
  // Withdrawn, it waits again.
  REQUIRE(await(house.as(house.approver).stepPiece(card, ArticleStep::Withdraw)));
  CHECK(waiting() == before);
}

TEST_CASE("a telephone number that is filled in stands in the list of numbers",
          "[service][knowledge]") {
  House house;
  const QString card = factPieceId(QStringLiteral("number.gas_emergency"));
  house.publish(card, PieceForm::Fact, words("x", "值：0571-96777\n依据：燃气公司公告"));
  CHECK(house.becomes([&] {
    return house.store.backend->starter().outsideNumber(QStringLiteral("gas_emergency"))->number ==
           u"0571-96777";
  }));
}

TEST_CASE("what is no value of a fact card is refused by name", "[service][knowledge]") {
  House house;
  Backend& backend = house.as(house.author);
  const auto fault = [&](const char* card, const char* body) {
    const QString id = factPieceId(QString::fromLatin1(card));
    const auto written = await(backend.writePiece(id, PieceForm::Fact, words("x", body)));
    return written ? QString() : written.error().detail;
  };
  CHECK(fault("fee.property_price", "值：很便宜\n依据：合同") == u"fact amount");
  CHECK(fault("fee.property_price", "值：2.85\n依据：合同") == u"fact unit");
  CHECK(fault("fee.property_price", "值：\n依据：合同") == u"fact value");
  CHECK(fault("fee.property_price", "值：2 元\n依据：") == u"fact source");
  CHECK(fault("sla.golden", "值：9 分钟\n依据：我") == u"form");
  CHECK(fault("warranty.pipes", "值：9 年\n依据：我") == u"form");
  CHECK(fault("nobody", "值：9 年\n依据：我") == u"form");
  const auto made = await(backend.writePiece({}, PieceForm::Fact, words("x", "值：1\n依据：我")));
  CHECK(made.error().detail == u"form");
}
