// SPDX-License-Identifier: GPL-3.0-or-later
// What is whole in a damaged journal goes on in a new one: operations, drafts and facts.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "core/store/journal.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

struct FullJournal {
  QTemporaryDir folder;
  ManualClock clock{instantFromMs(1'770'000'000'000)};
  SeededRandom random{11};
  std::vector<Draft> drafts;

  explicit FullJournal(int draftCount) {
    auto journal = open();
    for (int i = 0; i < 60; ++i) {
      const NewOperation one{AgentId(), QStringLiteral("ticket.new"), 1, false, random.bytes(900)};
      REQUIRE((*journal)->append({&one, 1}));
    }
    for (int i = 0; i < draftCount; ++i) {
      Draft draft;
      draft.id = DraftId::make(clock, random);
      draft.owner = AgentId::make(clock, random);
      draft.touchedAt = instantFromMs(1'770'000'000'000 + i);
      draft.body = QByteArray::number(i) + random.bytes(700);
      REQUIRE((*journal)->saveDraft(draft));
      drafts.push_back(draft);
    }
    REQUIRE((*journal)->setMeta(QStringLiteral("company"), "yunshan"));
  }
  Result<std::unique_ptr<Journal>> open() {
    auto journal = Journal::open(folder.path(), clock, random);
    REQUIRE(journal);
    return journal;
  }
  void spoil(qint64 offset, const QByteArray& bytes) const {
    QFile file(Journal::fileIn(folder.path()));
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(bytes) == bytes.size());
  }
  qint64 pageOf(const QByteArray& bytes) const {
    QFile file(Journal::fileIn(folder.path()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const qsizetype found = file.readAll().indexOf(bytes);
    REQUIRE(found > 0);
    return found / 4096 * 4096;
  }
};

}  // namespace

TEST_CASE("a salvaged journal keeps every draft and fact", "[store]") {
  FullJournal full(3);
  // The head claims more pages than there are, as after a cut of the file's end.
  full.spoil(28, QByteArray("\x00\x0f\xff\xff", 4));
  const auto salvage = Journal::salvage(full.folder.path(), full.clock, full.random);
  REQUIRE(salvage);
  CHECK(salvage->carriedOver == 60);
  auto journal = full.open();
  const auto drafts = (*journal)->drafts(std::nullopt);
  REQUIRE(drafts);
  CHECK(*drafts == full.drafts);
  CHECK(*(*journal)->meta(QStringLiteral("company")) == "yunshan");
  CHECK((*journal)->verify()->broken.isEmpty());
}

TEST_CASE("what a salvage carries over keeps the times it had", "[store]") {
  FullJournal full(0);
  {
    auto journal = full.open();
    // The clock is set back on the way: the order of words goes on rising.
    for (const int minutes : {90, 5, -60, 30}) {
      full.clock.advance(std::chrono::minutes{minutes});
      const NewOperation one{AgentId(), QStringLiteral("ticket"), 1, false, full.random.bytes(900)};
      REQUIRE((*journal)->append({&one, 1}));
    }
  }
  const auto before = *(*full.open())->read(0, 100);
  REQUIRE(before.size() == 64);
  full.clock.advance(std::chrono::hours{24 * 30});
  full.spoil(28, QByteArray("\x00\x0f\xff\xff", 4));
  REQUIRE(Journal::salvage(full.folder.path(), full.clock, full.random));
  auto journal = full.open();
  const auto after = *(*journal)->read(0, 100);
  REQUIRE(after.size() == before.size());
  for (size_t i = 0; i < after.size(); ++i) {
    CHECK(after[i].header.hlc == before[i].header.hlc);
    CHECK(after[i].header.madeAt == before[i].header.madeAt);
    CHECK(after[i].header.workstation != before[i].header.workstation);
  }
  const NewOperation next{AgentId(), QStringLiteral("ticket"), 1, false, "{}"};
  const auto appended = (*journal)->append({&next, 1});
  REQUIRE(appended);
  CHECK(appended->front().madeAt == full.clock.now());
  CHECK(appended->front().hlc > after.back().header.hlc);
  CHECK((*journal)->verify()->broken.isEmpty());
}

TEST_CASE("a damaged header moves no later time ahead, and times rise strictly", "[store]") {
  FullJournal full(0);
  const auto before = *(*full.open())->read(0, 100);
  const QByteArray word = "\"hlc\":\"" + QByteArray::number(before[20].header.hlc);
  QFile file(Journal::fileIn(full.folder.path()));
  REQUIRE(file.open(QIODevice::ReadOnly));
  const qsizetype found = file.readAll().indexOf(word);
  file.close();
  REQUIRE(found > 0);
  full.spoil(found + 7, "9");
  full.clock.advance(std::chrono::hours{1});
  const auto salvage = Journal::salvage(full.folder.path(), full.clock, full.random);
  REQUIRE(salvage);
  CHECK(salvage->carriedOver == 60);
  const auto after = *(*full.open())->read(0, 100);
  REQUIRE(after.size() == 60);
  CHECK(after[19].header.hlc == before[19].header.hlc);
  for (size_t i = 1; i < after.size(); ++i) CHECK(after[i].header.hlc > after[i - 1].header.hlc);
  for (size_t i = 22; i < after.size(); ++i) CHECK(after[i].header.hlc == before[i].header.hlc);
  CHECK(after.back().header.hlc < toMs(full.clock.now() + std::chrono::seconds{1}) << 16);
  CHECK((*full.open())->verify()->broken.isEmpty());
}

TEST_CASE("one unreadable page costs the drafts on it and no other", "[store]") {
  FullJournal full(40);
  full.spoil(full.pageOf(full.drafts[20].body), QByteArray(4096, 'x'));
  const auto salvage = Journal::salvage(full.folder.path(), full.clock, full.random);
  REQUIRE(salvage);
  CHECK(salvage->carriedOver == 60);
  const auto drafts = (*full.open())->drafts(std::nullopt);
  REQUIRE(drafts);
  CHECK(drafts->size() >= 30);
  CHECK(drafts->size() < 40);
  for (const Draft& draft : *drafts) {
    CHECK(std::find(full.drafts.begin(), full.drafts.end(), draft) != full.drafts.end());
  }
}

TEST_CASE("whoever dies between the two names of a salvage finds all of it at the next start",
          "[store]") {
  FullJournal full(3);
  const QString folder = full.folder.path();
  full.spoil(28, QByteArray("\x00\x0f\xff\xff", 4));
  REQUIRE(Journal::salvage(folder, full.clock, full.random));
  // As if it had been killed after setting the damaged one aside: whole, and not yet named.
  REQUIRE(QDir(folder).mkdir(QStringLiteral("salvage")));
  REQUIRE(
      QFile::rename(Journal::fileIn(folder), folder % QStringLiteral("/salvage/journal.ready")));
  QFile left(Journal::fileIn(folder) % QStringLiteral("-wal"));
  REQUIRE(left.open(QIODevice::WriteOnly));
  left.write("of the damaged one");
  left.close();
  auto journal = full.open();
  CHECK((*journal)->lastSequence() == 60);
  CHECK((*journal)->drafts(std::nullopt)->size() == 3);
  CHECK_FALSE(QDir(folder).exists(QStringLiteral("salvage")));
  CHECK(QFile::exists(Journal::fileIn(folder) % QStringLiteral(".aside-rest-wal")));
}
