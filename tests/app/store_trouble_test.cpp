// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent sees when the disk is full, the folder read-only, a file damaged or a calendar
// missing: one calm sentence, nothing typed lost, and saving again as soon as it can be.
#include <QFile>
#include <QRegularExpression>

#include "core/store/cache.h"
#include "core/store/journal.h"
#include "tests/app/desk_fixture.h"
#include "tests/runner/troubled_disk.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/message_bar.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/status_strip.h"

using namespace yingda;
using namespace yingda::test;
using ui::StoreHealth;

namespace {

/// Pictures for people, where the environment names a folder.
void picture(const Desk& desk, const char* name) {
  const QString folder = qEnvironmentVariable("YINGDA_PICTURES");
  if (!folder.isEmpty()) CHECK(desk.robot->picture(folder % u'/' % QLatin1String(name)));
}

void startDraft(Desk& desk, const QString& words) {
  desk.robot->press(Qt::Key_F2);
  desk.robot->press(Qt::Key_Return);
  REQUIRE(desk.centreBecomes("draft"));
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.robot->target()->objectName() == u"ticketForm.request"; }));
  desk.robot->type(words);
}

bool becomes(Desk& desk, StoreHealth health) {
  return desk.robot->waitFor(
      [&] { return desk.station->window().statusStrip()->health() == health; });
}

bool isOnDisk(Desk& desk, const QString& words) {
  return desk.robot->waitFor([&] {
    const auto drafts = Desk::await(desk.station->backend().drafts());
    return drafts && !drafts->empty() && drafts->back().text.request == words;
  });
}

QString sentence(Desk& desk) { return desk.station->window().messages()->text(); }

/// Writes over a part of a closed file.
void spoil(const QString& path, qint64 offset, const QByteArray& bytes) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadWrite));
  REQUIRE(file.seek(offset));
  REQUIRE(file.write(bytes) == bytes.size());
}

}  // namespace

TEST_CASE("a full disk is said once, keeps what is typed and saves it when there is room",
          "[app][trouble]") {
  Desk desk;
  TroubledDisk disk;
  startDraft(desk, QStringLiteral("厨房"));
  REQUIRE(isOnDisk(desk, QStringLiteral("厨房")));
  disk.set(DiskFault::Full);
  desk.robot->type(QStringLiteral("漏水"));
  REQUIRE(becomes(desk, StoreHealth::Trouble));
  CHECK(desk.station->window().messages()->isVisible());
  CHECK(sentence(desk).contains(QStringLiteral("磁盘已满")));
  QString said;
  QObject::connect(&desk.page(), &ui::WorkbenchPage::said, &desk.page(),
                   [&said](const QString& text) { said = text; });
  desk.draftView().save(SaveIntent::Save);
  REQUIRE(desk.robot->waitFor([&] { return !said.isEmpty(); }));
  CHECK(said.contains(QStringLiteral("磁盘已满")));
  CHECK(desk.draftView().draft().text.request == QStringLiteral("厨房漏水"));
  picture(desk, "disk-full.png");
  disk.set(DiskFault::None);
  REQUIRE(becomes(desk, StoreHealth::Saved));
  CHECK_FALSE(desk.station->window().messages()->isVisible());
  CHECK(isOnDisk(desk, QStringLiteral("厨房漏水")));
}

TEST_CASE("after a full disk saving is tried without anybody typing", "[app][trouble]") {
  Desk desk;
  TroubledDisk disk(DiskFault::Full);
  const auto page = Desk::await(desk.station->backend().queue(QueueKind::AllOpen, 1));
  REQUIRE(page);
  const TicketId id = page->rows.front().id;
  const auto acted =
      Desk::await(desk.station->backend().act(id, act::Progress{QStringLiteral("到了")}));
  CHECK(acted.error().code == ErrorCode::DiskFull);
  REQUIRE(becomes(desk, StoreHealth::Trouble));
  disk.set(DiskFault::None);
  CHECK(becomes(desk, StoreHealth::Saved));
  CHECK(Desk::await(desk.station->backend().act(id, act::Progress{QStringLiteral("到了")})));
}

TEST_CASE("a folder that cannot be written opens for reading and is written as soon as it can be",
          "[app][trouble]") {
  Desk desk;
  TroubledDisk disk;
  const QString folder = desk.station->backend().folder();
  desk.station.reset();
  SECTION("with its cache") {}
  SECTION("without a cache") { REQUIRE(QFile::remove(Cache::fileIn(folder))); }
  disk.set(DiskFault::ReadOnly, folder);
  desk.open();
  REQUIRE(becomes(desk, StoreHealth::Trouble));
  CHECK(sentence(desk).contains(QStringLiteral("不能写入")));
  CHECK_FALSE(Desk::await(desk.station->backend().queue(QueueKind::AllOpen, 5))->rows.empty());
  picture(desk, "read-only.png");
  CHECK(Desk::await(desk.station->backend().newDraft(QString(), desk.clock->now())).error().code ==
        ErrorCode::ReadOnly);
  disk.set(DiskFault::None);
  REQUIRE(becomes(desk, StoreHealth::Saved));
  startDraft(desk, QStringLiteral("又能写了"));
  CHECK(isOnDisk(desk, QStringLiteral("又能写了")));
}

TEST_CASE("a folder that turns read-only keeps what is typed", "[app][trouble]") {
  Desk desk;
  TroubledDisk disk;
  startDraft(desk, QStringLiteral("电梯"));
  REQUIRE(isOnDisk(desk, QStringLiteral("电梯")));
  disk.set(DiskFault::ReadOnly);
  desk.robot->type(QStringLiteral("异响"));
  REQUIRE(becomes(desk, StoreHealth::Trouble));
  CHECK(sentence(desk).contains(QStringLiteral("只能查看")));
  disk.set(DiskFault::None);
  REQUIRE(becomes(desk, StoreHealth::Saved));
  CHECK(isOnDisk(desk, QStringLiteral("电梯异响")));
}

TEST_CASE("a journal that cannot be opened is set aside, said, and work goes on",
          "[app][trouble]") {
  Desk desk;
  startDraft(desk, QStringLiteral("没存完的话"));
  REQUIRE(isOnDisk(desk, QStringLiteral("没存完的话")));
  const QString folder = desk.station->backend().folder();
  const QString journal = Journal::fileIn(folder);
  desk.station.reset();
  // The head claims more pages than there are, as after a cut of the file's end.
  spoil(journal, 28, QByteArray("\x00\x0f\xff\xff", 4));
  desk.open();
  REQUIRE(becomes(desk, StoreHealth::Trouble));
  const QStringList aside = QDir(folder)
                                .entryList({QStringLiteral("journal.db.aside-*")})
                                .filter(QRegularExpression(QStringLiteral("\\d$")));
  REQUIRE(aside.size() == 1);
  CHECK(sentence(desk).contains(aside.front()));
  CHECK(sentence(desk).contains(QStringLiteral("可以照常登记")));
  // The people and the tickets whose records are whole are there.
  CHECK(desk.station->backend().session());
  CHECK_FALSE(Desk::await(desk.station->backend().queue(QueueKind::AllOpen, 5))->rows.empty());
  // So is what she had not saved.
  CHECK(isOnDisk(desk, QStringLiteral("没存完的话")));
  picture(desk, "journal-damaged.png");
}

TEST_CASE("of a journal without a readable word, the first page says where it lies",
          "[app][trouble]") {
  QTemporaryDir folder;
  BackendOptions options;
  options.folder = folder.filePath(QStringLiteral("store"));
  REQUIRE(Backend::open(options));
  spoil(Journal::fileIn(options.folder), 0, QByteArray(4096, '?'));
  auto backend = Backend::open(options);
  REQUIRE(backend);
  Workstation station(std::move(*backend), theme());
  station.window().resize(1440, 900);
  station.window().show();
  station.begin();
  Robot robot(station.window());
  const auto* door = station.window().findChild<ui::MessageBar*>(QStringLiteral("doorMessages"));
  REQUIRE(door != nullptr);
  REQUIRE(robot.waitFor([&] { return door->isVisible(); }));
  CHECK(door->text().contains(QStringLiteral("journal.db.aside-")));
  CHECK(station.window().findChild<ui::FirstRunPage*>() != nullptr);
  const QString pictures = qEnvironmentVariable("YINGDA_PICTURES");
  if (!pictures.isEmpty())
    CHECK(robot.picture(pictures % QStringLiteral("/first-run-damaged.png")));
}

TEST_CASE(
    "a journal found damaged while working is changed for a whole one under the agent's hands",
    "[app][trouble]") {
  Desk desk;
  const QString folder = desk.station->backend().folder();
  desk.station.reset();
  // A page in the middle: opening does not read it, a rebuild does.
  const qint64 size = QFileInfo(Journal::fileIn(folder)).size();
  spoil(Journal::fileIn(folder), size / 2 / 4096 * 4096, QByteArray(4096, 'x'));
  REQUIRE(QFile::remove(Cache::fileIn(folder)));
  desk.open();
  REQUIRE(becomes(desk, StoreHealth::Trouble));
  REQUIRE(desk.robot->waitFor(
      [&] { return sentence(desk).contains(QStringLiteral("journal.db.aside-")); }));
  startDraft(desk, QStringLiteral("照常接电话"));
  CHECK(isOnDisk(desk, QStringLiteral("照常接电话")));
  const auto verified = Desk::await(desk.station->backend().verify());
  REQUIRE(verified);
  CHECK(verified->broken.isEmpty());
  CHECK(verified->operations > 0);
}

TEST_CASE("a record that was changed is said with its number", "[app][trouble]") {
  Desk desk;
  const QString folder = desk.station->backend().folder();
  desk.station.reset();
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(QFile::encodeName(Journal::fileIn(folder)).constData(), &handle) ==
          SQLITE_OK);
  CHECK(sqlite3_exec(handle, "UPDATE operation SET salt = x'00' WHERE sequence = 2", nullptr,
                     nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
  desk.open();
  REQUIRE(Desk::await(desk.station->backend().verify())->broken.size() == 1);
  REQUIRE(becomes(desk, StoreHealth::Trouble));
  CHECK(sentence(desk).contains(QStringLiteral("第 2 条")));
}

TEST_CASE("a clock that runs into a year without a calendar says which year", "[app][trouble]") {
  Desk desk;
  desk.clock->advance(std::chrono::days{296});
  startDraft(desk, QStringLiteral("物业费说不清"));
  CHECK_FALSE(desk.station->window().messages()->isVisible());
  desk.draftView().form()->chooseLevel(Level::Orange);
  REQUIRE(desk.robot->waitFor([&] { return desk.station->window().messages()->isVisible(); }));
  CHECK(sentence(desk).contains(QStringLiteral("2027 年")));
  CHECK(desk.station->window().statusStrip()->health() == StoreHealth::Saved);
  picture(desk, "calendar-missing.png");
}
