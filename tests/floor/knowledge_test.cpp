// SPDX-License-Identifier: GPL-3.0-or-later
// The house's knowledge on the shared floor: written at one seat, approved at another, said at all;
// and what a role may not write is refused by the server.
#include "tests/floor/joined_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const QString drip = QStringLiteral("ac-drip");

ArticleText words(const char* body) {
  return {QStringLiteral("空调滴水"),
          QString::fromUtf8(body),
          {QStringLiteral("repair.hvac")},
          {QStringLiteral("滴水")},
          true};
}

/// A second with a workstation of the floor each.
void join(TempStore& store, const ServerAddress& who) {
  REQUIRE(await(store.backend->joinServer(who)));
  waitFor(*store.backend, [&] { return isLiveAndSent(*store.backend); });
}

}  // namespace

TEST_CASE("an article written at one seat is approved at another and said at both", "[floor]") {
  Floor floor;
  TempStore first(21);
  TempStore second(22);
  first.signIn();
  second.signIn();
  join(first, floor.person(QStringLiteral("li"), QStringLiteral("supervisor")));
  join(second, floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor")));
  REQUIRE(await(first.backend->writePiece(drip, PieceForm::Article,
                                          words("**答复业主** 明天 18:00 前回电。"))));
  waitFor(*second.backend, [&] {
    const auto piece = await(second.backend->piece(drip));
    return piece && piece->history.inWork() != nullptr;
  });
  REQUIRE(await(second.backend->stepPiece(drip, ArticleStep::Review)));
  REQUIRE(await(second.backend->stepPiece(drip, ArticleStep::Publish)));
  waitFor(*first.backend, [&] {
    const Article* said = first.backend->starter().article(drip);
    return said && said->reply == QStringLiteral("明天 18:00 前回电。");
  });
  CHECK(await(first.backend->piece(drip))->history.versions.size() == 2);
}

TEST_CASE("two change one draft while they cannot see each other: nothing unapproved is said",
          "[floor]") {
  Floor floor;
  TempStore first(23);
  TempStore second(24);
  first.signIn();
  second.signIn();
  join(first, floor.person(QStringLiteral("li"), QStringLiteral("supervisor")));
  join(second, floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor")));
  REQUIRE(await(first.backend->writePiece(drip, PieceForm::Article, words("第一稿"))));
  waitFor(*second.backend, [&] {
    const auto piece = await(second.backend->piece(drip));
    return piece && piece->history.inWork() != nullptr;
  });
  floor.bar();
  // One approves the words that the other is changing.
  REQUIRE(await(second.backend->stepPiece(drip, ArticleStep::Review)));
  REQUIRE(await(first.backend->writePiece(drip, PieceForm::Article, words("第二稿"))));
  floor.unbar();
  for (TempStore* one : {&first, &second}) {
    waitFor(*one->backend, [&] {
      const auto piece = await(one->backend->piece(drip));
      return isLiveAndSent(*one->backend) && piece->history.inWork() &&
             piece->history.inWork()->text.body == QStringLiteral("第二稿");
    });
    const auto piece = await(one->backend->piece(drip));
    CHECK(piece->history.inWork()->stage == ArticleStage::Draft);
  }
}
