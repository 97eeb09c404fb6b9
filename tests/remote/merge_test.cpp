// SPDX-License-Identifier: GPL-3.0-or-later
// How changes of several seats meet in one row.
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("a field set on what its author saw applies, set beside it, the later clock wins",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  li.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.water")}}));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket");
  SECTION("seen, although the clock of the later one is behind") {
    zhang.clock.advance(-std::chrono::hours{5});
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}, seen));
    zhang.send();
    CHECK(bodyOf(li.pull(), "ticket")[u"category"] == QStringLiteral("repair.power"));
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  }
  SECTION("beside it and later: it wins, and the loser is kept") {
    zhang.clock.advance(std::chrono::hours{1});
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}));
    zhang.send();
    const auto rows = li.pull();
    CHECK(bodyOf(rows, "ticket")[u"category"] == QStringLiteral("repair.power"));
    const RemoteRow* lost = rowOf(rows, RemoteRow::What::Conflict, "ticket");
    REQUIRE(lost != nullptr);
    const QJsonObject conflict = QJsonDocument::fromJson(lost->body).object();
    CHECK(conflict[u"lost"] == QStringLiteral("repair.water"));
    CHECK(conflict[u"kept"] == QStringLiteral("repair.power"));
    CHECK(conflict[u"lostBy"].toString() == li.id().text());
  }
  SECTION("beside it and earlier: it loses and is kept") {
    zhang.clock.advance(-std::chrono::hours{1});
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}));
    zhang.send();
    CHECK(bodyOf(zhang.pull(), "ticket")[u"category"] == QStringLiteral("repair.water"));
    CHECK(floor.value(QStringLiteral("SELECT lost #>> '{}' FROM yingda.conflict")) ==
          u"repair.power");
  }
  SECTION("beside it and equal is no conflict") {
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.water")}}));
    zhang.send();
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  }
}

TEST_CASE("a stage goes forward or into a new cycle, never back", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  const auto stage = [&] { return bodyOf(li.pull(), "ticket"); };
  li.append(ticket({{QStringLiteral("stage"), 3}, {QStringLiteral("cycle"), 1}}));
  li.append(ticket({{QStringLiteral("stage"), 1}}));
  li.send();
  CHECK(stage()[u"stage"].toInt() == 3);
  li.append(ticket({{QStringLiteral("stage"), 0}, {QStringLiteral("cycle"), 2}}));
  li.append(ticket({{QStringLiteral("stage"), 5}, {QStringLiteral("cycle"), 1}}));
  li.send();
  const QJsonObject after = stage();
  CHECK(after[u"stage"].toInt() == 0);
  CHECK(after[u"cycle"].toInt() == 2);
}

TEST_CASE("holder and department move together, and the first to move has them", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  li.append(ticket({{QStringLiteral("department"), QStringLiteral("engineering")},
                    {QStringLiteral("holder_name"), QStringLiteral("张工")}}));
  li.send();
  zhang.clock.advance(std::chrono::hours{9});
  QJsonObject other = ticket({{QStringLiteral("department"), QStringLiteral("cleaning")},
                              {QStringLiteral("holder_name"), QStringLiteral("何姐")}});
  other.insert(QStringLiteral("a"),
               QJsonArray{QJsonObject{{QStringLiteral("i"), ticketId},
                                      {QStringLiteral("t"), ticketId},
                                      {QStringLiteral("k"), QStringLiteral("holder")},
                                      {QStringLiteral("at"), 5}}});
  zhang.append(other);
  zhang.send();
  const auto rows = zhang.pull();
  CHECK(bodyOf(rows, "ticket")[u"department"] == QStringLiteral("engineering"));
  CHECK(bodyOf(rows, "ticket")[u"holder_name"] == QStringLiteral("张工"));
  // What it tells stays in the history, and moves nothing.
  const RemoteRow* told = rowOf(rows, RemoteRow::What::Activity, "holder");
  REQUIRE(told != nullptr);
  CHECK(told->version == 1);
  const RemoteRow* lost = rowOf(rows, RemoteRow::What::Conflict, "ticket");
  REQUIRE(lost != nullptr);
  CHECK(QJsonDocument::fromJson(lost->body)[u"lost"][u"holder_name"] == QStringLiteral("何姐"));
}

TEST_CASE("two edits of one text meet line by line, and keep the loser where they overlap",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  const QString base = QStringLiteral("水管井爆了\n老人在家\n电梯停了");
  li.append(words(base));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket_text");
  li.append(words(QStringLiteral("三楼水管井爆了\n老人在家\n电梯停了"), seen, base));
  li.send();
  const auto merged = [&](const QString& theirs) {
    zhang.clock.advance(std::chrono::hours{1});
    zhang.append(words(theirs, seen, base));
    zhang.send();
    return bodyOf(zhang.pull(), "ticket_text")[u"request"].toString();
  };
  SECTION("apart") {
    CHECK(merged(QStringLiteral("水管井爆了\n老人在家\n电梯停了\n请快")) ==
          QStringLiteral("三楼水管井爆了\n老人在家\n电梯停了\n请快"));
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  }
  SECTION("on one line") {
    CHECK(merged(QStringLiteral("五楼水管井爆了\n老人在家\n电梯停了")) ==
          QStringLiteral("五楼水管井爆了\n老人在家\n电梯停了"));
    CHECK(floor.value(QStringLiteral("SELECT lost #>> '{}' FROM yingda.conflict"))
              .startsWith(QStringLiteral("三楼")));
  }
}

TEST_CASE("a second edit that waited does not overwrite what was merged", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  const QString base = QStringLiteral("水管井爆了\n老人在家\n电梯停了");
  li.append(words(base));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket_text");
  zhang.append(words(base % QStringLiteral("\n请快"), seen, base));
  zhang.send();
  const QString first = QStringLiteral("三楼水管井爆了\n老人在家\n电梯停了");
  const QString second = QStringLiteral("五楼水管井爆了\n老人在家\n电梯停了");
  li.append(words(first, seen, base));
  li.append(words(second, seen, first));
  li.send();
  CHECK(bodyOf(li.pull(), "ticket_text")[u"request"].toString() ==
        QString(second % QStringLiteral("\n请快")));
}

TEST_CASE("who saw only the old holder does not change the department beside the new one",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  li.append(ticket({{QStringLiteral("department"), QStringLiteral("engineering")},
                    {QStringLiteral("holder_name"), QStringLiteral("张工")}}));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket");
  li.append(ticket({{QStringLiteral("holder_name"), QStringLiteral("王工")}}, seen));
  li.send();
  zhang.append(ticket({{QStringLiteral("department"), QStringLiteral("cleaning")}}, seen));
  zhang.send();
  const QJsonObject body = bodyOf(li.pull(), "ticket");
  CHECK(body[u"department"] == QStringLiteral("engineering"));
  CHECK(body[u"holder_name"] == QStringLiteral("王工"));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"1");
}

TEST_CASE("the record of a change that lost is void, whichever arrived first", "[remote]") {
  Floor floor;
  Seat early(floor.person(QStringLiteral("early")), 1);
  Seat late(floor.person(QStringLiteral("late")), 2);
  early.enter();
  late.enter();
  late.clock.advance(std::chrono::hours{1});
  const bool lateFirst = GENERATE(false, true);
  const QString other = idNumber(2);
  // The early one also changes another ticket, where nobody disputes it.
  early.append(payload({change(QStringLiteral("ticket"), ticketId, {{QStringLiteral("level"), 1}}),
                        change(QStringLiteral("ticket"), other, {{QStringLiteral("level"), 1}})},
                       {activityOf(QStringLiteral("level"), idNumber(11)),
                        activityOf(QStringLiteral("level"), idNumber(12), other)}));
  late.append(payload({change(QStringLiteral("ticket"), ticketId, {{QStringLiteral("level"), 0}})},
                      {activityOf(QStringLiteral("level"), idNumber(13))}));
  Seat& first = lateFirst ? late : early;
  Seat& second = lateFirst ? early : late;
  first.send();
  (void)first.pull();
  second.send();
  const auto isVoid = [&](int number) {
    return floor.value(
        QStringLiteral("SELECT is_void::integer FROM yingda.activity WHERE id = '%1'")
            .arg(idNumber(number)));
  };
  CHECK(isVoid(11) == u"1");
  CHECK(isVoid(12) == u"0");
  CHECK(isVoid(13) == u"0");
  // Who had the record before hears of it.
  const auto rows = first.pull();
  const bool told = std::any_of(rows.begin(), rows.end(), [](const RemoteRow& row) {
    return row.id == QUuid::fromString(idNumber(11)) && row.version == 1;
  });
  CHECK(told);
  CHECK(floor.value(QStringLiteral("SELECT body ->> 'level' FROM yingda.entity WHERE id = '%1'")
                        .arg(ticketId)) == u"0");
}

TEST_CASE("a stage that was overtaken unseen is void in both orders, and a new cycle stays",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  li.append(ticket({{QStringLiteral("stage"), 3}, {QStringLiteral("cycle"), 1}}));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket");
  // Reopened by one, archived by the other who had not seen it.
  li.append(ticket({{QStringLiteral("stage"), 0}, {QStringLiteral("cycle"), 2}}, seen));
  li.send();
  QJsonObject archived = ticket({{QStringLiteral("stage"), 5}}, seen);
  archived.insert(QStringLiteral("a"),
                  QJsonArray{activityOf(QStringLiteral("stage"), idNumber(11))});
  zhang.append(archived);
  zhang.send();
  const QJsonObject body = bodyOf(li.pull(), "ticket");
  CHECK(body[u"cycle"].toInt() == 2);
  CHECK(body[u"stage"].toInt() == 0);
  CHECK(floor.value(QStringLiteral("SELECT is_void::integer FROM yingda.activity")) == u"1");
}

TEST_CASE("a clock far ahead counts as the server's own", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  const auto behind = SystemClock().now() - li.clock.now();
  zhang.clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(behind) +
                      std::chrono::hours{240});
  zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}));
  zhang.send();
  li.clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(behind) +
                   std::chrono::seconds{50});
  li.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.water")}}));
  li.send();
  CHECK(bodyOf(li.pull(), "ticket")[u"category"] == QStringLiteral("repair.water"));
  // The ledger has what it said.
  CHECK(floor.value(QStringLiteral("SELECT (convert_from(header, 'UTF8')::jsonb ->> 'hlc')::bigint"
                                   " > (extract(epoch FROM now()) * 1000 + 86400000)::bigint << 16"
                                   " FROM yingda.op WHERE workstation = '%1'")
                        .arg(zhang.id().text())) == u"true");
}

TEST_CASE("what was seen under another epoch, or cannot have been seen, is not seen", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  li.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.water")}}));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket");
  zhang.clock.advance(-std::chrono::hours{1});
  QJsonObject said = ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}, seen);
  SECTION("another epoch") { said.insert(QStringLiteral("e"), textOf(floor.newId())); }
  SECTION("no epoch, and a base") { said.insert(QStringLiteral("e"), QJsonValue::Null); }
  SECTION("a version that does not exist yet") {
    said = ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}, seen + 1'000);
  }
  zhang.append(said);
  zhang.send();
  CHECK(bodyOf(zhang.pull(), "ticket")[u"category"] == QStringLiteral("repair.water"));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"1");
}

namespace {

/// What one seat says of a ticket; the same words are said of another ticket in another order.
struct Said {
  size_t seat;
  int rank;  ///< of its clock; equal ranks are decided by the workstation
  QJsonObject fields;
};

std::vector<Said> randomSayings(SeededRandom& random, size_t seats) {
  std::vector<Said> all;
  for (size_t seat = 0; seat < seats; ++seat) {
    int rank = static_cast<int>(random.below(4));
    for (int i = 0; i < 2; ++i, rank += 1 + static_cast<int>(random.below(4))) {
      QJsonObject fields;
      for (const char* name : {"category", "equipment", "solution"}) {
        if (random.below(2) == 0) continue;
        const auto value = random.below(3);
        fields.insert(QLatin1String(name), value == 0 ? QJsonValue() : QString::number(value));
      }
      if (random.below(2) == 0) {
        fields.insert(QStringLiteral("level"), static_cast<int>(random.below(4)));
      }
      if (random.below(2) == 0) {
        fields.insert(QStringLiteral("stage"), static_cast<int>(random.below(6)));
        fields.insert(QStringLiteral("cycle"), 1 + static_cast<int>(random.below(2)));
      }
      all.push_back({seat, rank, fields});
    }
  }
  return all;
}

/// One of the orders in which they may arrive: each seat's own order is kept.
std::vector<size_t> randomArrival(SeededRandom& random, const std::vector<Said>& all) {
  std::vector<size_t> order;
  std::vector<bool> isGone(all.size());
  while (order.size() < all.size()) {
    size_t next = random.below(static_cast<quint32>(all.size()));
    if (isGone[next]) continue;
    if (next % 2 == 1 && !isGone[next - 1]) --next;
    isGone[next] = true;
    order.push_back(next);
  }
  return order;
}

}  // namespace

TEST_CASE("what nobody had seen comes to the same, in whatever order it arrives", "[remote]") {
  Floor floor;
  std::vector<std::unique_ptr<Seat>> seats;
  for (quint64 i = 0; i < 4; ++i) {
    seats.push_back(
        std::make_unique<Seat>(floor.person(QStringLiteral("p") % QString::number(i)), i + 1));
    seats.back()->enter();
  }
  const Instant start = seats.front()->clock.now();
  int place = 1;
  int differing = 0;
  for (quint64 seed = 1; seed <= 30; ++seed) {
    SeededRandom random(seed);
    const auto all = randomSayings(random, seats.size());
    QStringList bodies;
    for (int turn = 0; turn < 2; ++turn, ++place) {
      for (const size_t index : randomArrival(random, all)) {
        const Said& said = all[index];
        Seat& seat = *seats[said.seat];
        // Ten milliseconds before: an append lets them pass.
        const Instant at = start + std::chrono::hours{place} + std::chrono::seconds{said.rank};
        seat.clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(
            at - seat.clock.now() - std::chrono::milliseconds{10}));
        seat.append(payload({change(QStringLiteral("ticket"), idNumber(place), said.fields)}));
        seat.send();
      }
      bodies << floor.value(QStringLiteral("SELECT jsonb_strip_nulls(body) FROM yingda.entity"
                                           " WHERE kind = 'ticket' AND id = '%1'")
                                .arg(idNumber(place)));
    }
    INFO("seed " << seed);
    CHECK(bodies.first() == bodies.last());
    differing += bodies.first() != QLatin1String("{}") ? 1 : 0;
  }
  CHECK(differing > 20);
}
