// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments by the use cases: what is kept, what is refused, and what the ticket shows.
#include <QFile>
#include <QTemporaryDir>

#include "core/domain/authority.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketId savedTicket(TempStore& store) {
  auto draft = await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("厨房漏水");
  const auto saved = await(store.backend->save(*draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view.ticket.id;
}

QString fileWith(const QTemporaryDir& folder, const char* name, const QByteArray& bytes) {
  const QString path = folder.filePath(QString::fromUtf8(name));
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(bytes);
  return path;
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

}  // namespace

TEST_CASE("a file is attached, shown, opened from a copy, and there after a restart", "[service]") {
  TempStore store;
  store.signIn();
  QTemporaryDir files;
  const TicketId id = savedTicket(store);
  const QByteArray bytes(300'000, 'x');
  const QString path = fileWith(files, "现场.jpg", bytes);
  const auto view = await(store.backend->attach(id, path));
  REQUIRE(view);
  REQUIRE(view->attachments.size() == 1);
  const Attachment attachment = view->attachments[0].attachment;
  CHECK(attachment.name == QStringLiteral("现场.jpg"));
  CHECK(attachment.bytes == bytes.size());
  CHECK(attachment.kind == AttachmentKind::Photo);
  CHECK_FALSE(attachment.seat.isEmpty());
  CHECK(std::any_of(view->activities.begin(), view->activities.end(),
                    [](const Activity& one) { return one.kind == ActivityKind::Attached; }));
  // The file itself may go.
  QFile::remove(path);
  store.reopen();
  store.backend->enter(await(store.backend->agents())->front());
  const auto again = await(store.backend->ticket(id));
  REQUIRE(again);
  REQUIRE(again->attachments.size() == 1);
  const auto opened = await(store.backend->openAttachment(id, attachment));
  REQUIRE(opened);
  CHECK(opened->endsWith(QStringLiteral("/现场.jpg")));
  CHECK(contentOf(*opened) == bytes);
  CHECK_FALSE(QFile::permissions(*opened).testFlag(QFile::WriteOwner));
  const QString copy = *opened;
  store.close();
  CHECK_FALSE(QFile::exists(copy));
}

TEST_CASE("what is empty, too large, unreadable or not a file is refused in words", "[service]") {
  TempStore store;
  const Agent agent = store.signIn();
  QTemporaryDir files;
  const TicketId id = savedTicket(store);
  const auto refusal = [&](const QString& path) {
    const auto view = await(store.backend->attach(id, path));
    REQUIRE_FALSE(view);
    return view.error();
  };
  const QString big = fileWith(files, "big", "");
  REQUIRE(QFile::resize(big, attachmentBytesMost + 1));
  const Error empty{ErrorCode::Invalid, QStringLiteral("attachment empty")};
  const Error size{ErrorCode::Invalid, QStringLiteral("attachment size")};
  const Error file{ErrorCode::Invalid, QStringLiteral("attachment file")};
  CHECK(refusal(fileWith(files, "empty", "")) == empty);
  CHECK(refusal(big) == size);
  CHECK(refusal(files.filePath(QStringLiteral("none"))) == file);
  CHECK(refusal(files.path()) == file);
  CHECK(refusal(QStringLiteral("/dev/zero")) == file);
  CHECK(await(store.backend->attachBytes(id, {}, QStringLiteral("a.png"))).error() == empty);
  Agent trainer = agent;
  trainer.role = Role::Trainer;
  store.backend->enter(trainer);
  CHECK(refusal(fileWith(files, "a.txt", "a")).code == ErrorCode::Forbidden);
  CHECK(await(store.backend->ticket(id))->attachments.empty());
  store.backend->lock();
  CHECK(refusal(fileWith(files, "a.txt", "a")).code == ErrorCode::Refused);
}

TEST_CASE("an attachment taken off leaves the page, never the record", "[service]") {
  TempStore store;
  store.signIn();
  const TicketId id = savedTicket(store);
  const auto view =
      await(store.backend->attachBytes(id, "png", QStringLiteral("../../x/粘贴.png")));
  REQUIRE(view);
  REQUIRE(view->attachments.size() == 1);
  const Attachment attachment = view->attachments[0].attachment;
  CHECK(attachment.name == QStringLiteral("粘贴.png"));
  const auto without = await(store.backend->detach(id, attachment.id));
  REQUIRE(without);
  CHECK(without->attachments.empty());
  CHECK(without->activities.size() == view->activities.size() + 1);
  CHECK(await(store.backend->detach(id, attachment.id)).error().code == ErrorCode::NotFound);
  CHECK(await(store.backend->openAttachment(id, attachment)));
}

TEST_CASE("a damaged attachment is told and never shown", "[service]") {
  TempStore store;
  store.signIn();
  const TicketId id = savedTicket(store);
  const auto view = await(store.backend->attachBytes(id, "whole", QStringLiteral("a.txt")));
  REQUIRE(view);
  const Attachment attachment = view->attachments[0].attachment;
  const QString hex = QString::fromLatin1(attachment.sha256.toHex());
  QFile blob(store.folder() + QStringLiteral("/blobs/") + hex.left(2) + QLatin1Char('/') +
             hex.mid(2));
  REQUIRE(blob.open(QIODevice::WriteOnly));
  blob.write("other");
  blob.close();
  CHECK(await(store.backend->openAttachment(id, attachment)).error().code == ErrorCode::Corrupt);
  CHECK(await(store.backend->ticket(id))->attachments[0].way == AttachmentView::Way::Damaged);
}
