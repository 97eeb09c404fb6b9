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
