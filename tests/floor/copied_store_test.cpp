// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation's folder is copied, and both go on: the one that is found out takes a new seat.
#include <QDir>
#include <QFile>
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/store/journal.h"
#include "tests/floor/joined_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// Both closed before, both open and entered afterwards.
void copyStore(TempStore& from, TempStore& to) {
  to.close();
  QDir(to.folder()).removeRecursively();
  std::filesystem::copy(from.folder().toStdU16String(), to.folder().toStdU16String(),
                        std::filesystem::copy_options::recursive);
}

void waitForStop(TempStore& store) {
  waitFor(*store.backend, [&] {
    const SyncView view = store.backend->sync();
    return view.state == SyncView::State::Stopped && view.reason == u"clone";
  });
}

QString sentTwice(Floor& floor) {
  return floor.value(
      QStringLiteral("SELECT count(*) FROM (SELECT commitment FROM yingda.op WHERE NOT is_withheld"
                     " GROUP BY commitment HAVING count(*) > 1) twice"));
}

TicketView requested(TempStore& store, const TicketId& id) { return seen(*store.backend, id); }

}  // namespace

TEST_CASE("of two copies of one store the second goes on as a new seat, and nothing is lost",
          "[floor]") {
  Floor floor;
  TempStore first(61);
  TempStore second(62);
  const Agent agent = first.signIn();
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  REQUIRE(await(first.backend->joinServer(li)));
  const TicketId before = ticketOn(*first.backend, QStringLiteral("厨房漏水")).ticket.id;
  TicketDraft draft =
      *await(first.backend->newDraft(QStringLiteral("13812341234"), first.clock->now()));
  draft.text.request = QStringLiteral("还没写完");
  REQUIRE(await(first.backend->saveDraft(draft)));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  first.close();
  copyStore(first, second);
  first.reopen();
  first.backend->enter(agent);
  const TicketId there = ticketOn(*first.backend, QStringLiteral("电梯有异响")).ticket.id;
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });

  second.reopen();
  second.backend->enter(agent);
  const TicketView here = ticketOn(*second.backend, QStringLiteral("地库积水"));
  waitForStop(second);
  // Where all is well there is nothing to mend.
  const auto sound = await(first.backend->takeNewSeat());
  REQUIRE_FALSE(sound);
  CHECK(sound.error().detail == u"sound");

  const auto change = await(second.backend->takeNewSeat());
  REQUIRE(change);
  CHECK(change->known > 0);
  CHECK(change->reissued > 0);
  CHECK(change->left == 0);
  CHECK(change->code >= 100);
  waitFor(*second.backend, [&] { return isLiveAndSent(*second.backend); });
  CHECK(requested(first, here.ticket.id).text.request == here.text.request);
  CHECK(requested(second, there).text.request == QStringLiteral("电梯有异响"));
  CHECK(requested(second, before).text.request == QStringLiteral("厨房漏水"));
  CHECK(requested(second, here.ticket.id).activities.size() == here.activities.size());
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE kind = 'ticket'")) ==
        u"3");
  CHECK(sentTwice(floor) == u"0");
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE result <> 'applied'"
                                   " AND result <> 'withheld'")) == u"0");
  CHECK(second.backend->sync().conflicts == 0);

  // The numbers part; what was typed is still there, and so is everybody's PIN.
  const auto codeOf = [](const TicketView& view) { return view.ticket.number.left(3); };
  const TicketView mine = ticketOn(*second.backend, QStringLiteral("路灯不亮"));
  CHECK(codeOf(mine).toInt() == change->code);
  CHECK(codeOf(mine) != codeOf(ticketOn(*first.backend, QStringLiteral("门禁失灵"))));
  const auto drafts = await(second.backend->drafts());
  REQUIRE(drafts);
  CHECK(std::any_of(drafts->begin(), drafts->end(), [](const TicketDraft& one) {
    return one.text.request == QStringLiteral("还没写完");
  }));
  second.backend->lock();
  CHECK(await(second.backend->signIn(QStringLiteral("8021"), QStringLiteral("246810"))));

  // The old journal tells the whole of the former seat's story.
  const QTemporaryDir elsewhere;
  REQUIRE(QFile::copy(change->evidence, Journal::fileIn(elsewhere.path())));
  SeededRandom random(1);
  const auto evidence = Journal::open(elsewhere.path(), *second.clock, random);
  REQUIRE(evidence);
  CHECK((*evidence)->lastSequence() == change->known + change->reissued - 1);
  CHECK((*evidence)->verify()->broken.isEmpty());

  // It stays so.
  second.reopen();
  second.backend->enter(agent);
  waitFor(*second.backend, [&] { return isLiveAndSent(*second.backend); });
  CHECK(requested(second, mine.ticket.id).ticket.number == mine.ticket.number);
  CHECK(await(second.backend->verify())->broken.isEmpty());
}

TEST_CASE("what others wrote at a copied store is taken when somebody else takes the new seat",
          "[floor]") {
  Floor floor;
  TempStore first(63);
  TempStore second(64);
  first.signIn();
  const auto supervisor = QStringLiteral("supervisor");
  const auto li = floor.person(QStringLiteral("li"), supervisor);
  const auto zhang = floor.person(QStringLiteral("zhang"), supervisor);
  const QString zhangNumber = QStringLiteral("8001");
  REQUIRE(await(first.backend->joinServer(li)));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  REQUIRE(await(first.backend->signIn(zhangNumber, zhang.password)));
  ticketOn(*first.backend, QStringLiteral("厨房漏水"));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  first.close();
  copyStore(first, second);
  first.reopen();
  REQUIRE(await(first.backend->signIn(zhangNumber, zhang.password)));
  ticketOn(*first.backend, QStringLiteral("电梯有异响"));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  // She writes at the copy, and goes; the seat speaks as who joined it when it is found out.
  second.reopen();
  REQUIRE(await(second.backend->signIn(zhangNumber, zhang.password)));
  const TicketId hers = ticketOn(*second.backend, QStringLiteral("地库积水")).ticket.id;
  second.reopen();
  waitForStop(second);
  REQUIRE(await(second.backend->takeNewSeat()));
  waitFor(*second.backend, [&] { return isLiveAndSent(*second.backend); });
  CHECK(second.backend->sync().refusals == 0);
  CHECK(seen(*first.backend, hers).text.request == QStringLiteral("地库积水"));
  CHECK(sentTwice(floor) == u"0");
}

TEST_CASE("another window of the store follows to the new seat", "[floor]") {
  Floor floor;
  TempStore first(65);
  TempStore second(66);
  const Agent agent = first.signIn();
  REQUIRE(await(
      first.backend->joinServer(floor.person(QStringLiteral("li"), QStringLiteral("supervisor")))));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  first.close();
  copyStore(first, second);
  first.reopen();
  first.backend->enter(agent);
  ticketOn(*first.backend, QStringLiteral("厨房漏水"));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  second.reopen();
  second.backend->enter(agent);
  ticketOn(*second.backend, QStringLiteral("地库积水"));
  waitForStop(second);
  BackendOptions options;
  options.folder = second.folder();
  options.clock = second.clock;
  auto window = Backend::open(options);
  REQUIRE(window);
  (*window)->enter(agent);
  // Only who has the floor may do it.
  const auto elsewhere = await((*window)->takeNewSeat());
  REQUIRE_FALSE(elsewhere);
  CHECK(elsewhere.error().code == ErrorCode::Busy);
  const auto change = await(second.backend->takeNewSeat());
  REQUIRE(change);
  // A save in the moment between is told; a little later it goes to the new journal.
  std::optional<TicketId> late;
  TicketDraft draft = *await(second.backend->newDraft({}, second.clock->now()));
  draft.text.request = QStringLiteral("路灯不亮");
  draft.text.place = QStringLiteral("3-2-1502");
  const bool isSaved = QTest::qWaitFor(
      [&] {
        const auto saved = await((*window)->save(draft, SaveIntent::Save));
        if (saved) late = saved->view.ticket.id;
        return saved.operator bool();
      },
      60'000);
  REQUIRE(isSaved);
  CHECK(seen(*first.backend, *late).text.request == QStringLiteral("路灯不亮"));
}
