// SPDX-License-Identifier: GPL-3.0-or-later
// 交接班: what stands on the sheet, who has it in between, and who has it afterwards.
#include "core/domain/handover.h"

#include <catch2/catch.hpp>

#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

Agent colleague(TempStore& store, const QString& number, const QString& name,
                Role role = Role::Agent) {
  Agent agent;
  agent.staffNumber = number;
  agent.name = name;
  agent.role = role;
  agent.department = QStringLiteral("service");
  const auto added = await(store.backend->addAgent(agent, QStringLiteral("135790")));
  REQUIRE(added);
  return *added;
}

TicketView ticket(TempStore& store, const QString& request, Level level) {
  TicketDraft draft = *await(store.backend->newDraft(QString(), store.clock->now()));
  draft.text.request = request;
  draft.text.place = QStringLiteral("3-2-1502");
  draft.ticket.level = level;
  draft.levelTouched = true;
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view;
}

QList<TicketId> idsOf(const std::vector<HandoverLine>& lines) {
  QList<TicketId> ids;
  for (const HandoverLine& line : lines) ids << line.ticket.id;
  return ids;
}

qsizetype draftsOn(TempStore& store) {
  const auto sheet = await(store.backend->handoverSheet());
  REQUIRE(sheet);
  return std::count_if(sheet->lines.begin(), sheet->lines.end(),
                       [](const HandoverLine& line) { return line.isDraft(); });
}

int mineOf(TempStore& store) { return await(store.backend->queue(QueueKind::Mine, 10))->mine; }

}  // namespace

TEST_CASE("what cannot wait is told by level, callback and what is due within a day",
          "[service][handover]") {
  const Instant now = *instantFromIso(u"2026-03-10T23:40:00");
  Ticket one;
  one.level = Level::Yellow;
  using What = HandoverWhat;
  CHECK_FALSE(handoverWhatOf(one, std::nullopt, now));
  CHECK(handoverWhatOf(one, now + std::chrono::hours(24), now) == What::FollowUp);
  CHECK_FALSE(handoverWhatOf(one, now + std::chrono::hours(24) + Milliseconds(1), now));
  CHECK(handoverWhatOf(one, now - std::chrono::hours(3), now) == What::FollowUp);
  one.stage = Stage::AwaitingCallback;
  CHECK(handoverWhatOf(one, std::nullopt, now) == What::Callback);
  one.level = Level::Orange;
  CHECK(handoverWhatOf(one, std::nullopt, now) == What::Urgent);
  one.stage = Stage::Archived;
  CHECK_FALSE(handoverWhatOf(one, now, now));
  for (const What what : {What::Urgent, What::Callback, What::FollowUp}) {
    CHECK(handoverWhatFromCode(handoverWhatCode(what)) == what);
  }
}

TEST_CASE("a line stays with its keeper until the colleague has taken it", "[service][handover]") {
  TempStore store;
  const Agent li = store.signIn();
  const Agent zhao = colleague(store, QStringLiteral("8022"), QStringLiteral("赵青"));
  const Agent coach =
      colleague(store, QStringLiteral("8030"), QStringLiteral("孙梅"), Role::Trainer);
  const TicketView burst = ticket(store, QStringLiteral("水管爆了"), Level::Red);
  const TicketView lamp = ticket(store, QStringLiteral("路灯不亮"), Level::Yellow);

  const auto sheet = await(store.backend->handoverSheet());
  REQUIRE(sheet);
  REQUIRE(sheet->lines.size() == 2);
  CHECK(sheet->lines[0].ticket.id == burst.ticket.id);
  CHECK(sheet->lines[0].what == HandoverWhat::Urgent);
  CHECK(sheet->lines[1].what == HandoverWhat::FollowUp);
  // Whoever takes no calls takes no promises.
  REQUIRE(sheet->colleagues.size() == 1);
  CHECK(sheet->colleagues[0].id == zhao.id);
  CHECK(await(store.backend->giveHandover({{burst.ticket.id, li.id, false}})).error().code ==
        ErrorCode::Invalid);

  const auto given = await(
      store.backend->giveHandover({{burst.ticket.id, zhao.id, false}, {lamp.ticket.id, {}, true}}));
  REQUIRE(given);
  CHECK(given->lines[0].isGiven);
  CHECK(given->lines[0].toName.startsWith(QStringLiteral("8022")));
  CHECK(mineOf(store) == 2);
  CHECK(await(store.backend->handoversToMe())->empty());

  store.backend->enter(coach);
  CHECK(await(store.backend->handoversToMe())->empty());
  CHECK(await(store.backend->takeHandovers({burst.ticket.id})).error().code ==
        ErrorCode::Forbidden);
  store.backend->enter(zhao);
  CHECK(mineOf(store) == 0);
  const auto waiting = await(store.backend->handoversToMe());
  REQUIRE(waiting);
  CHECK(idsOf(*waiting) == QList<TicketId>{burst.ticket.id, lamp.ticket.id});
  CHECK_FALSE(waiting->at(0).isLeft);
  CHECK(waiting->at(1).isLeft);
  REQUIRE(await(store.backend->takeHandovers({burst.ticket.id})));
  CHECK(mineOf(store) == 1);
  CHECK(idsOf(*await(store.backend->handoversToMe())) == QList<TicketId>{lamp.ticket.id});

  // The first receiver never disappears, and the timeline tells both steps.
  const auto after = await(store.backend->ticket(burst.ticket.id));
  REQUIRE(after);
  CHECK(after->ticket.firstReceiver == li.id);
  CHECK(after->ticket.keeper == zhao.id);
  QStringList steps;
  for (const Activity& activity : after->activities) {
    if (activity.kind == ActivityKind::HandedOver) {
      steps << activity.data[u"step"].toString();
    }
  }
  steps.sort();
  CHECK(steps == QStringList{QStringLiteral("offered"), QStringLiteral("taken")});
  store.backend->enter(li);
  CHECK(mineOf(store) == 1);
  // Taken is taken: a second time changes nothing.
  REQUIRE(await(store.backend->takeHandovers({burst.ticket.id})));
  CHECK(await(store.backend->ticket(burst.ticket.id))->ticket.keeper == zhao.id);
  // And it can go back, by another handover of the same ticket.
  store.backend->enter(zhao);
  REQUIRE(await(store.backend->giveHandover({{burst.ticket.id, li.id, false}})));
  store.backend->enter(li);
  CHECK(idsOf(*await(store.backend->handoversToMe())).contains(burst.ticket.id));
}

TEST_CASE("drafts are lines, blank ones are not, a cache drawn anew tells the same",
          "[service][handover]") {
  TempStore store;
  store.signIn();
  TicketDraft draft = *await(store.backend->newDraft(QString(), store.clock->now()));
  CHECK(draftsOn(store) == 0);
  draft.text.request = QStringLiteral("还没写完");
  REQUIRE(await(store.backend->saveDraft(draft)));
  CHECK(draftsOn(store) == 1);
  const TicketView burst = ticket(store, QStringLiteral("水管爆了"), Level::Red);
  REQUIRE(await(store.backend->giveHandover({{burst.ticket.id, {}, false}})));
  store.close();
  for (const char* name : {"cache.db", "cache.db-wal", "cache.db-shm"}) {
    QFile::remove(store.folder() % u'/' % QLatin1String(name));
  }
  store.reopen();
  const auto back = await(store.backend->signIn(QStringLiteral("8021"), QStringLiteral("246810")));
  REQUIRE(back);
  REQUIRE(await(store.backend->verify()));
  const auto sheet = await(store.backend->handoverSheet());
  REQUIRE(sheet);
  REQUIRE(sheet->lines.size() == 2);
  CHECK(sheet->lines[0].isGiven);
}

TEST_CASE("a draft changes hands at its workstation, and is its writer's until it is taken",
          "[service][handover]") {
  TempStore store;
  const Agent li = store.signIn();
  const Agent zhao = colleague(store, u"8022"_qs, u"赵青"_qs);
  const Agent qian = colleague(store, u"8023"_qs, u"钱进"_qs);
  const auto begun = [&](const QString& request) {
    TicketDraft draft = *await(store.backend->newDraft(QString(), store.clock->now()));
    draft.text.request = request;
    REQUIRE(await(store.backend->saveDraft(draft)));
    return draft.id;
  };
  const DraftId leak = begun(u"厨房漏水，没说完就断线了"_qs);
  const DraftId lamp = begun(u"楼道灯不亮"_qs);
  const DraftId noise = begun(u"楼上装修"_qs);
  (void)await(store.backend->newDraft(QString(), store.clock->now()));  // blank
  const auto requests = [&] {
    QStringList texts;
    const auto drafts = await(store.backend->drafts());
    REQUIRE(drafts);
    for (const TicketDraft& one : *drafts) texts << one.text.request;
    texts.sort();
    return texts;
  };
  const auto waiting = [&] {
    QList<DraftId> ids;
    const auto lines = await(store.backend->handoversToMe());
    REQUIRE(lines);
    for (const HandoverLine& line : *lines) ids << line.draft;
    return ids;
  };

  const auto sheet = await(store.backend->handoverSheet());
  REQUIRE(sheet);
  REQUIRE(sheet->lines.size() == 3);
  CHECK(sheet->lines[0].isDraft());
  CHECK_FALSE(sheet->lines[0].isGiven);
  // To oneself is no handing over.
  CHECK(await(store.backend->giveHandover({{{}, li.id, false, leak}})).error().code ==
        ErrorCode::Invalid);
  const auto given =
      await(store.backend->giveHandover({{{}, zhao.id, false, leak}, {{}, {}, false, lamp}}));
  REQUIRE(given);
  for (const HandoverLine& line : given->lines) {
    CHECK(line.isGiven == (line.draft != noise));
    if (line.draft == leak) CHECK(line.toName.contains(u"8022"_qs));
  }
  // It is in my list until somebody has taken it.
  CHECK(requests().contains(u"厨房漏水，没说完就断线了"_qs));
  CHECK(waiting().isEmpty());

  // Nobody is shown what was handed to somebody else.
  store.backend->enter(qian);
  CHECK(waiting() == QList<DraftId>{lamp});
  store.backend->enter(zhao);
  REQUIRE(waiting().size() == 2);
  CHECK(await(store.backend->handoversToMe())->front().fromName.contains(u"8021"_qs));
  REQUIRE(await(store.backend->takeHandovers({}, {leak, noise})));
  CHECK(requests() == QStringList{u"厨房漏水，没说完就断线了"_qs});
  CHECK(waiting() == QList<DraftId>{lamp});
  store.backend->enter(qian);
  REQUIRE(await(store.backend->takeHandovers({}, {lamp})));
  CHECK(waiting().isEmpty());
  CHECK(requests() == QStringList{u"楼道灯不亮"_qs});
  store.backend->enter(li);
  CHECK(requests() == QStringList{QString(), u"楼上装修"_qs});
  // It stays so, and what is finished needs nobody.
  store.reopen();
  store.backend->enter(zhao);
  CHECK(requests() == QStringList{u"厨房漏水，没说完就断线了"_qs});
  CHECK(waiting().isEmpty());
}
