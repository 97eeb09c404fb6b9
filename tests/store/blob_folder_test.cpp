// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of attachments: kept once, whole or not at all, and never shown when they are others.
#include "core/store/blob_folder.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/base/random.h"
#include "core/domain/attachment.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QByteArray bytesOf(qsizetype size, quint64 seed) {
  return SeededRandom(seed).bytes(static_cast<int>(size));
}

QUuid newId() {
  static SystemRandom random;
  return ActivityId::make(SystemClock(), random).uuid();
}

QByteArray sha256(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<Blob> add(BlobFolder& folder, QByteArray bytes) {
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::ReadOnly);
  return folder.add(buffer);
}

QStringList filesUnder(const QString& folder) {
  QStringList names;
  QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (each.hasNext()) names << QDir(folder).relativeFilePath(each.next());
  names.sort();
  return names;
}

void overwrite(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

}  // namespace

TEST_CASE("a content is kept once, under its hash, for its owner alone", "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  const QByteArray bytes = bytesOf(3 * BlobFolder::chunkBytes + 5, 1);
  const auto first = add(folder, bytes);
  REQUIRE(first);
  CHECK(first->sha256 == sha256(bytes));
  CHECK(first->bytes == bytes.size());
  REQUIRE(add(folder, bytes));
  const QString hex = QString::fromLatin1(first->sha256.toHex());
  CHECK(filesUnder(store.path()) ==
        QStringList{QStringLiteral("blobs/") + hex.left(2) + QLatin1Char('/') + hex.mid(2)});
  CHECK(QFile(folder.pathOf(first->sha256)).permissions() ==
        (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
  CHECK(*folder.chunk(first->sha256, 3) == bytes.right(5));
  CHECK(folder.check(first->sha256));
}

TEST_CASE("nothing and too much are refused, and leave nothing", "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  CHECK(add(folder, {}).error().detail == QStringLiteral("attachment empty"));
  QFile big(store.filePath(QStringLiteral("big")));
  REQUIRE(big.open(QIODevice::ReadWrite));
  REQUIRE(big.resize(attachmentBytesMost + 1));
  CHECK(folder.add(big).error().detail == QStringLiteral("attachment size"));
  CHECK(filesUnder(store.path() + QStringLiteral("/blobs")).isEmpty());
}

TEST_CASE("a damaged content is told and set aside, and can be brought anew", "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  const QByteArray bytes = bytesOf(100'000, 2);
  const Blob blob = *add(folder, bytes);
  QByteArray other = bytes;
  other[77] = static_cast<char>(other[77] ^ 1);
  overwrite(folder.pathOf(blob.sha256), other);
  const QString out = store.filePath(QStringLiteral("out.jpg"));
  CHECK(folder.copyTo(blob.sha256, out).error().code == ErrorCode::Corrupt);
  CHECK_FALSE(QFile::exists(out));
  CHECK_FALSE(folder.has(blob.sha256));
  CHECK(folder.isDamaged(blob.sha256));
  // Asked again it is still told, and the bytes are not gone.
  CHECK(folder.copyTo(blob.sha256, out).error().code == ErrorCode::Corrupt);
  REQUIRE(folder.take(blob, 0, bytes));
  CHECK(*folder.finish(blob));
  REQUIRE(folder.copyTo(blob.sha256, out));
  QFile copy(out);
  REQUIRE(copy.open(QIODevice::ReadOnly));
  CHECK(copy.readAll() == bytes);
  CHECK_FALSE(folder.isDamaged(blob.sha256));
}

TEST_CASE("the same content added over a damaged one heals it", "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  const QByteArray bytes = bytesOf(1000, 3);
  const Blob blob = *add(folder, bytes);
  overwrite(folder.pathOf(blob.sha256), "other");
  REQUIRE(add(folder, bytes));
  CHECK(folder.check(blob.sha256));
}

TEST_CASE("a fetch goes on where it was, whatever a crash left of the last chunk", "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  const QByteArray bytes = bytesOf(2 * BlobFolder::chunkBytes + 9, 4);
  const Blob blob{sha256(bytes), bytes.size()};
  const auto chunk = [&](int n) {
    return bytes.mid(n * BlobFolder::chunkBytes, BlobFolder::chunkBytes);
  };
  CHECK(folder.received(blob.sha256) == 0);
  CHECK_FALSE(folder.take(blob, 1, chunk(1)));
  CHECK_FALSE(folder.take(blob, 0, "short"));
  REQUIRE(folder.take(blob, 0, chunk(0)));
  // The machine went down inside the second chunk.
  QFile part(folder.pathOf(blob.sha256) + QStringLiteral(".part"));
  REQUIRE(part.open(QIODevice::Append));
  part.write("half of a chunk");
  part.close();
  CHECK(BlobFolder(store.path()).received(blob.sha256) == 1);
  REQUIRE(folder.take(blob, 1, chunk(1)));
  CHECK_FALSE(folder.has(blob.sha256));
  REQUIRE(folder.take(blob, 2, chunk(2)));
  CHECK(*folder.finish(blob));
  CHECK(folder.check(blob.sha256));
  CHECK_FALSE(part.exists());
}

TEST_CASE("fetched bytes that are others than asked for are dropped", "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  const Blob blob{sha256("what was meant"), 14};
  REQUIRE(folder.take(blob, 0, "what was sent!"));
  CHECK_FALSE(*folder.finish(blob));
  CHECK_FALSE(folder.has(blob.sha256));
  CHECK(folder.received(blob.sha256) == 0);
}

TEST_CASE("what the server is owed is known until it has it, and again in another life",
          "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  const Blob blob = *add(folder, bytesOf(50, 5));
  const QUuid ticket = newId();
  const QUuid life = newId();
  CHECK(folder.owed(9).isEmpty());
  REQUIRE(folder.owe(blob, ticket));
  REQUIRE(folder.owed(9) == QList<OwedBlob>{{blob, ticket}});
  CHECK(folder.isOwed(blob.sha256));
  REQUIRE(folder.noteSent({blob, ticket}, life));
  CHECK(folder.owed(9).isEmpty());
  REQUIRE(folder.oweAgain(life));
  CHECK(folder.owed(9).isEmpty());
  REQUIRE(folder.oweAgain(newId()));
  REQUIRE(folder.owed(9) == QList<OwedBlob>{{blob, ticket}});
  REQUIRE(folder.forgive({blob, ticket}));
  CHECK(folder.owed(9).isEmpty());
}

TEST_CASE("what died while it was copied in is swept a day later", "[store]") {
  QTemporaryDir store;
  BlobFolder folder(store.path());
  REQUIRE(add(folder, "whole"));
  overwrite(store.filePath(QStringLiteral("blobs/in/left")), "half");
  const Instant now = SystemClock().now();
  folder.sweep(now);
  CHECK(filesUnder(store.path()).size() == 2);
  folder.sweep(now + std::chrono::hours{25});
  CHECK(filesUnder(store.path()).size() == 1);
}

TEST_CASE("killed at any moment: what was reported is there, and nothing is half", "[store]") {
  SeededRandom chance(9);
  for (int round = 0; round < 12; ++round) {
    QTemporaryDir store;
    int pipes[2];
    REQUIRE(pipe(pipes) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      BlobFolder folder(store.path());
      for (quint64 n = 0; n < 10'000; ++n) {
        const auto blob = add(folder, bytesOf(300'000, n));
        if (!blob || !folder.owe(*blob, newId())) _exit(1);
        if (write(pipes[1], blob->sha256.constData(), 32) != 32) _exit(1);
      }
      _exit(0);
    }
    close(pipes[1]);
    // It has said something, and is killed somewhere behind that.
    QByteArray reported(32, '\0');
    REQUIRE(read(pipes[0], reported.data(), 32) == 32);
    usleep(static_cast<useconds_t>(chance.below(20'000)));
    REQUIRE(kill(child, SIGKILL) == 0);
    REQUIRE(waitpid(child, nullptr, 0) == child);
    for (;;) {
      QByteArray more(32, '\0');
      if (read(pipes[0], more.data(), 32) != 32) break;
      reported += more;
    }
    close(pipes[0]);
    BlobFolder folder(store.path());
    CAPTURE(round, reported.size() / 32);
    for (qsizetype at = 0; at < reported.size(); at += 32) {
      const QByteArray sha = reported.mid(at, 32);
      CHECK(folder.check(sha));
      CHECK(folder.isOwed(sha));
    }
    for (const QString& name : filesUnder(store.path() + QStringLiteral("/blobs"))) {
      if (name.startsWith(u"in/") || name.startsWith(u"owed/")) continue;
      const QString hex = QString(name).remove(u'/');
      CHECK(folder.check(QByteArray::fromHex(hex.toLatin1())));
    }
  }
}
