// SPDX-License-Identifier: GPL-3.0-or-later
// A join that was not meant is taken back as long as nothing of the floor is in use.
#include <QFile>

#include "core/store/cache.h"
#include "tests/floor/joined_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// No step is made beside those that the test asks for: nobody turns the event loop.
template <class T>
Result<T> blocked(QFuture<Result<T>> future) {
  future.waitForFinished();
  return future.result();
}

bool isCopyBeside(TempStore& store) { return QFile::exists(Cache::fileIn(store.folder(), true)); }

bool hasAlias(TempStore& store) {
  const auto agents = blocked(store.backend->agents());
  REQUIRE(agents);
  return std::any_of(agents->begin(), agents->end(),
                     [](const Agent& one) { return !one.aliasOf.isNull(); });
}

void stepUntil(TempStore& store, const std::function<bool(const SyncView&)>& isThere) {
  for (int i = 0; i < 200; ++i) {
    const auto view = store.backend->syncToQuiet(0);
    REQUIRE(view);
    if (isThere(*view)) return;
  }
  FAIL("it never came so far");
}

}  // namespace

TEST_CASE("a join is taken back while its copy grows, and all is as it was", "[floor]") {
  Floor floor;
  TempStore colleague(71);
  colleague.signIn();
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  REQUIRE(await(colleague.backend->joinServer(li)));
  const TicketId theirs = ticketOn(*colleague.backend, QStringLiteral("电梯有异响")).ticket.id;
  waitFor(*colleague.backend, [&] { return isLiveAndSent(*colleague.backend); });
  colleague.close();

  TempStore store(72);
  const Agent agent = store.signIn();
  const TicketView mine = ticketOn(*store.backend, QStringLiteral("厨房漏水"));
  // There is nothing to take back.
  CHECK(blocked(store.backend->cancelJoin()).value() == 0);
  // At the server the same person has a login.
  FloorPerson same;
  same.role = QStringLiteral("supervisor");
  same.staffNumber = agent.staffNumber;
  same.name = agent.name;
  const auto zhao = floor.enlist(same);
  REQUIRE(blocked(store.backend->joinServer(zhao)));
  CHECK(hasAlias(store));
  stepUntil(store, [](const SyncView& view) { return view.state == SyncView::State::Copying; });
  CHECK(isCopyBeside(store));

  const auto kept = blocked(store.backend->cancelJoin());
  REQUIRE(kept);
  CHECK(*kept > 0);
  CHECK_FALSE(isCopyBeside(store));
  CHECK(store.backend->syncToQuiet(0).error().code == ErrorCode::NotFound);
  // Also after the next start.
  store.reopen();
  store.backend->enter(agent);
  CHECK(store.backend->sync().state == SyncView::State::Alone);
  CHECK(store.backend->syncToQuiet(0).error().code == ErrorCode::NotFound);
  const auto found = blocked(store.backend->ticket(mine.ticket.id));
  REQUIRE(found);
  CHECK(found->activities.size() == mine.activities.size());
  CHECK(blocked(store.backend->ticket(theirs)).error().code == ErrorCode::NotFound);
  CHECK_FALSE(hasAlias(store));
  CHECK(blocked(store.backend->verify())->broken.isEmpty());
  const TicketView later = ticketOn(*store.backend, QStringLiteral("路灯不亮"));

  // What was begun goes on, once and whole.
  REQUIRE(await(store.backend->joinServer(zhao)));
  waitFor(*store.backend, [&] { return isLiveAndSent(*store.backend); });
  CHECK(seen(*store.backend, theirs).text.request == QStringLiteral("电梯有异响"));
  CHECK(seen(*store.backend, later.ticket.id).ticket.number == later.ticket.number);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE kind = 'ticket'")) ==
        u"3");
  CHECK(store.backend->sync().refusals == 0);
  // By now the floor's work is at hand, and nobody takes it away by one key.
  CHECK_FALSE(store.backend->sync().mayCancel);
  const auto late = await(store.backend->cancelJoin());
  REQUIRE_FALSE(late);
  CHECK(late.error().code == ErrorCode::Refused);
  CHECK(isLiveAndSent(*store.backend));
}

TEST_CASE("who joined a server that is gone joins another one", "[floor]") {
  Floor floor;
  TempStore store(73);
  store.signIn();
  const TicketId mine = ticketOn(*store.backend, QStringLiteral("厨房漏水")).ticket.id;
  const auto wrong = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  REQUIRE(blocked(store.backend->joinServer(wrong)));
  REQUIRE(floor.admin->run(QStringLiteral("ALTER ROLE \"%1\" NOLOGIN").arg(wrong.login)));
  const auto refused = store.backend->syncToQuiet(1);
  REQUIRE(refused);
  CHECK(refused->state == SyncView::State::Offline);

  Floor other;
  const auto li = other.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  REQUIRE(await(store.backend->joinServer(li)));
  waitFor(*store.backend, [&] { return isLiveAndSent(*store.backend); });
  CHECK(other.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE kind = 'ticket'")) ==
        u"1");
  CHECK(seen(*store.backend, mine).text.request == QStringLiteral("厨房漏水"));
}

TEST_CASE("a stopped run of sync says so and changes nothing", "[floor]") {
  Floor floor;
  TempStore store(74);
  store.signIn();
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  REQUIRE(blocked(store.backend->joinServer(li)));
  const std::atomic<bool> stop = true;
  const auto view = store.backend->syncToQuiet(3, &stop);
  REQUIRE_FALSE(view);
  CHECK(view.error().code == ErrorCode::Cancelled);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")) == u"0");
  CHECK(blocked(store.backend->cancelJoin()).value() == 0);
}
