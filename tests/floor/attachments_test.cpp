// SPDX-License-Identifier: GPL-3.0-or-later
// A photo from one workstation to another, with the cable cut in between.
#include <catch2/catch.hpp>

#include "tests/floor/joined_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

constexpr int chunks = 24;

AttachmentView shownOn(TempStore& store, const TicketId& id) {
  const auto view = await(store.backend->ticket(id));
  return view && !view->attachments.empty() ? view->attachments.front() : AttachmentView();
}

}  // namespace

TEST_CASE("bytes go on where they were cut off, and nothing waits for them", "[floor]") {
  using Way = AttachmentView::Way;
  Floor floor;
  TempStore first(31);
  TempStore second(32);
  first.signIn();
  second.signIn();
  for (auto* one : {&first, &second}) {
    REQUIRE(await(one->backend->joinServer(
        floor.person(one == &first ? QStringLiteral("li") : QStringLiteral("zhang"),
                     QStringLiteral("supervisor")))));
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  const TicketId id = ticketOn(*first.backend, QStringLiteral("厨房漏水")).ticket.id;
  seen(*second.backend, id);

  const QByteArray bytes =
      SeededRandom(5).bytes(static_cast<int>((chunks - 1) * bytesPerChunk + 77));
  const auto stored = [&] {
    return floor.value(QStringLiteral("SELECT count(*) FROM yingda.blob_chunk")).toInt();
  };
  REQUIRE(await(first.backend->attachBytes(id, bytes, QStringLiteral("现场.jpg"))));
  CHECK(shownOn(first, id).way == Way::Waiting);
  // The record comes before the bytes, and a ticket that is saved meanwhile too.
  const TicketId later = ticketOn(*first.backend, QStringLiteral("电梯异响")).ticket.id;
  REQUIRE(QTest::qWaitFor([&] { return stored() >= 1; }, 120'000));
  floor.bar();
  waitFor(*first.backend, [&] { return first.backend->sync().state == SyncView::State::Offline; });
  CHECK(shownOn(first, id).way == Way::Waiting);
  floor.unbar();
  const int before = stored();
  CHECK(before >= 1);
  CHECK(before < chunks);
  seen(*second.backend, later);
  waitFor(*second.backend, [&] { return shownOn(second, id).attachment.bytes == bytes.size(); });
  CHECK(stored() < chunks);
  CHECK(shownOn(second, id).way != Way::Here);

  waitFor(*first.backend, [&] { return shownOn(first, id).way == Way::Here; });
  // Each chunk once; of the one under the cut nobody knows whether it was counted here.
  const qint64 sent = first.backend->sync().chunksSent;
  CHECK(sent >= chunks - 1);
  CHECK(sent <= chunks + 1);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.blob")) == u"1");

  // The other asked for nothing: it is an open ticket of its site.
  waitFor(*second.backend, [&] { return shownOn(second, id).way == Way::Here; });
  // The count comes with the next word of the sync thread, after the bytes.
  waitFor(*second.backend, [&] { return second.backend->sync().chunksFetched >= chunks; });
  CHECK(second.backend->sync().chunksFetched == chunks);
  const auto opened = await(second.backend->openAttachment(id, shownOn(second, id).attachment));
  REQUIRE(opened);
  QFile file(*opened);
  REQUIRE(file.open(QIODevice::ReadOnly));
  CHECK(file.readAll() == bytes);
}
