// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments: whole or not at all, and only for tickets for which somebody brought all their
// bytes.
#include <QCryptographicHash>

#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

namespace {

QByteArray sha256(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Two chunks and a bit.
QByteArray content() {
  QByteArray bytes(2 * bytesPerChunk + 77, Qt::Uninitialized);
  for (qsizetype i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<char>((i * 31) ^ (i >> 9) ^ (i >> 20));
  return bytes;
}

BlobAnswer put(Seat& seat, const QByteArray& whole, const QUuid& ticket, int number,
               const QByteArray& chunk) {
  const auto answer = seat.gateway->blobPut(sha256(whole), whole.size(), ticket, number, chunk);
  REQUIRE(answer);
  return *answer;
}

QByteArray chunkOf(const QByteArray& whole, int number) {
  return whole.mid(number * bytesPerChunk, bytesPerChunk);
}

/// Tells of something attached to a ticket of that site.
void attach(Seat& seat, const QUuid& site = {}, const QString& told = ticketId) {
  const QJsonValue community = site.isNull() ? QJsonValue() : QJsonValue(textOf(site));
  seat.append(payload(
      {change(QStringLiteral("ticket"), ticketId, {{QStringLiteral("community"), community}})},
      {activityOf(QStringLiteral("attached"), told)}));
  CHECK(seat.send().exceptions.empty());
}

const QUuid leak = QUuid::fromString(ticketId);

QByteArray read(Seat& seat, const QByteArray& whole, int number) {
  const auto chunk = seat.gateway->blobGet(sha256(whole), number);
  REQUIRE(chunk);
  return *chunk;
}

}  // namespace

TEST_CASE("a blob comes in chunks, in any order, and is there when the last one is", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  const QByteArray whole = content();
  CHECK(put(li, whole, leak, 0, {}) == BlobAnswer{});
  CHECK(put(li, whole, leak, 2, chunkOf(whole, 2)).have == std::vector<int>{2});
  CHECK(put(li, whole, leak, 0, chunkOf(whole, 0)).have == std::vector<int>{0, 2});
  CHECK(read(li, whole, 0).isEmpty());
  CHECK(put(li, whole, leak, 1, chunkOf(whole, 1)).isComplete);
  // It may come before what tells of it, and waits for that.
  CHECK(read(li, whole, 0).isEmpty());
  attach(li);
  for (int n = 0; n < 3; ++n) CHECK(read(li, whole, n) == chunkOf(whole, n));
  CHECK(read(li, whole, 3).isEmpty());
  CHECK(put(li, whole, leak, 0, {}).isComplete);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.blob_upload")) == u"0");
  // Nothing is something too.
  CHECK(put(li, QByteArray(), leak, 0, {}).isComplete);
}

TEST_CASE("sizes that are wrong or too large are refused, and a false content is dropped",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  const QByteArray whole = content();
  const QByteArray hash = sha256(whole);
  const auto refusal = [&](qint64 size, int number, const QByteArray& chunk) {
    const auto answer = li.gateway->blobPut(hash, size, leak, number, chunk);
    REQUIRE(answer);
    return answer->refusal;
  };
  CHECK(refusal(bytesPerBlob + 1, 0, {}) == Refusal::Size);
  CHECK(refusal(-1, 0, {}) == Refusal::Size);
  CHECK(refusal(whole.size(), 3, "x") == Refusal::Size);
  CHECK(refusal(whole.size(), -1, "x") == Refusal::Size);
  CHECK(refusal(whole.size(), 0, "short") == Refusal::Size);
  CHECK(refusal(whole.size(), 0, chunkOf(whole, 0)) == Refusal::None);
  CHECK(refusal(whole.size() + 1, 0, {}) == Refusal::Size);
  CHECK(refusal(whole.size(), 1, chunkOf(whole, 0)) == Refusal::None);
  CHECK(refusal(whole.size(), 2, chunkOf(whole, 2)) == Refusal::Content);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.blob_chunk")) == u"0");
}

TEST_CASE("a hash alone opens nothing: each ticket gets the bytes, each person brings their own",
          "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 1);
  Seat near(floor.person(QStringLiteral("near"), QStringLiteral("agent"), {here}), 2);
  Seat far(floor.person(QStringLiteral("far"), QStringLiteral("agent"), {there}), 3);
  for (Seat* seat : {&li, &near, &far}) seat->enter();
  const QByteArray whole = content();
  attach(li, here);
  for (int n = 0; n < 2; ++n) put(li, whole, leak, n, chunkOf(whole, n));
  // Another's half is neither shown nor spoiled.
  CHECK(put(near, whole, leak, 0, {}).have.empty());
  put(near, whole, leak, 0, QByteArray(bytesPerChunk, 'x'));
  CHECK(put(li, whole, leak, 2, chunkOf(whole, 2)).isComplete);
  CHECK(read(near, whole, 0) == chunkOf(whole, 0));
  CHECK(put(near, whole, leak, 0, {}).isComplete);
  // Who does not see the ticket neither reads it nor learns that it is there; bringing it all opens
  // nothing either.
  CHECK(read(far, whole, 0).isEmpty());
  CHECK_FALSE(put(far, whole, leak, 0, {}).isComplete);
  for (int n = 0; n < 3; ++n) put(far, whole, leak, n, chunkOf(whole, n));
  CHECK(read(far, whole, 0).isEmpty());
  // Attached to a ticket of one's own it is.
  const QString own = idNumber(2);
  far.append(payload(
      {change(QStringLiteral("ticket"), own, {{QStringLiteral("community"), textOf(there)}})},
      {activityOf(QStringLiteral("attached"), idNumber(3), own)}));
  REQUIRE(far.send().exceptions.empty());
  CHECK(read(far, whole, 2).isEmpty());
  for (int n = 0; n < 3; ++n) put(far, whole, QUuid::fromString(own), n, chunkOf(whole, n));
  CHECK(read(far, whole, 2) == chunkOf(whole, 2));
  // Kept once, however many tickets have it.
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.blob")) == u"1");
  CHECK(floor.value(QStringLiteral("SELECT count(DISTINCT upload) FROM yingda.blob_chunk")) ==
        u"2");
}

TEST_CASE("what is attached goes with its ticket to another site", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat all(floor.person(QStringLiteral("all")), 1);
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 2);
  Seat far(floor.person(QStringLiteral("far"), QStringLiteral("agent"), {there}), 3);
  for (Seat* seat : {&all, &li, &far}) seat->enter();
  const QByteArray whole = content();
  attach(li, here);
  all.append(
      ticket({{QStringLiteral("community"), textOf(there)}}, versionOf(all.pull(), "ticket")));
  REQUIRE(all.send().exceptions.empty());
  // Her bytes were still on their way: they arrive, for those who have the ticket now.
  for (int n = 0; n < 3; ++n) put(li, whole, leak, n, chunkOf(whole, n));
  CHECK(put(li, whole, leak, 0, {}).isComplete);
  CHECK(read(far, whole, 1) == chunkOf(whole, 1));
  CHECK(read(li, whole, 1).isEmpty());
}

TEST_CASE("an upload that stood still for a week is swept out", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  const QByteArray whole = content();
  put(li, whole, leak, 0, chunkOf(whole, 0));
  const auto chunks = [&] {
    return floor.value(QStringLiteral("SELECT count(*) FROM yingda.blob_chunk"));
  };
  const auto age = [&](const char* days) {
    REQUIRE(floor.admin->run(QStringLiteral("UPDATE yingda.blob_upload SET touched_at = now() -"
                                            " interval '%1 days'")
                                 .arg(QLatin1String(days))));
  };
  age("6.9");
  REQUIRE(li.gateway->beat(li.id(), beatOf(QStringLiteral("idle"))));
  CHECK(chunks() == u"1");
  age("7.1");
  SECTION("by anybody's heartbeat") {
    REQUIRE(li.gateway->beat(li.id(), beatOf(QStringLiteral("idle"))));
  }
  SECTION("by a migration") { REQUIRE(FloorAdmin(*floor.admin).migrate()); }
  CHECK(chunks() == u"0");
}

TEST_CASE("what one person begins and does not finish is bounded", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  const auto begin = [](Seat& seat, int number, qint64 size) {
    const QByteArray hash = sha256(QByteArray::number(number));
    const auto answer = seat.gateway->blobPut(hash, size, leak, 0, {});
    REQUIRE(answer);
    return answer->refusal;
  };
  for (int n = 0; n < 4; ++n) CHECK(begin(li, n, bytesPerBlob) == Refusal::None);
  // A gibibyte is on its way: nothing more begins, what was begun goes on, and others may.
  CHECK(begin(li, 4, 1) == Refusal::Size);
  CHECK(begin(li, 3, bytesPerBlob) == Refusal::None);
  CHECK(begin(zhang, 4, bytesPerBlob) == Refusal::None);
  for (int n = 5; n < 68; ++n) CHECK(begin(zhang, n, 1) == Refusal::None);
  CHECK(begin(zhang, 68, 1) == Refusal::Size);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.blob_upload")) == u"68");
}
