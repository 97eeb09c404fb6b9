// SPDX-License-Identifier: GPL-3.0-or-later
// Contents get their name when they are whole, and keep it only while they are what it says.
#include "core/store/blob_folder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <atomic>

#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/base/whole_file.h"
#include "core/domain/attachment.h"

namespace yingda {

namespace {

constexpr auto copiesIn = "in";
constexpr auto owes = "owed";
constexpr auto sends = "sent";

QString hexOf(const QByteArray& sha256) { return QString::fromLatin1(sha256.toHex()); }

Error damaged() { return {ErrorCode::Corrupt, QStringLiteral("attachment")}; }
Error notHere() { return {ErrorCode::NotYet, QStringLiteral("attachment")}; }
Error unreadable() { return {ErrorCode::Io, QStringLiteral("attachment read")}; }

QString markOf(const OwedBlob& owed) {
  return hexOf(owed.blob.sha256) % u'.' % owed.ticket.toString(QUuid::WithoutBraces);
}

Result<void> touch(const QString& path) {
  auto file = WholeFile::open(path);
  if (!file) return file.error();
  return syncFolder(QFileInfo(path).path());
}

/// Every piece of a device; false when it cannot be read to its end.
template <class F>
Result<bool> eachPiece(QIODevice& device, F piece) {
  for (;;) {
    QByteArray bytes(BlobFolder::chunkBytes, Qt::Uninitialized);
    const qint64 got = device.read(bytes.data(), bytes.size());
    if (got < 0) return false;
    if (got == 0) return true;
    bytes.truncate(got);
    if (auto done = piece(bytes); !done) return done.error();
  }
}

Result<QByteArray> hashOf(QFile& file) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto isRead = eachPiece(file, [&hash](const QByteArray& bytes) -> Result<void> {
    hash.addData(bytes);
    return {};
  });
  if (!isRead) return isRead.error();
  if (!*isRead) return unreadable();
  return hash.result();
}

}  // namespace

QString BlobFolder::pathOf(const QByteArray& sha256) const {
  const QString hex = hexOf(sha256);
  return sub(hex.left(2)) % u'/' % hex.mid(2);
}

QString BlobFolder::partOf(const QByteArray& sha256) const {
  return pathOf(sha256) % QStringLiteral(".part");
}

Result<void> BlobFolder::prepare(const QString& folder) const {
  if (QFileInfo(folder).isDir()) return {};
  if (auto made = makePrivateFolder(m_folder); !made) return made;
  if (auto made = makePrivateFolder(folder); !made) return made;
  // The folders' own names must outlast a power cut too.
  if (auto synced = syncFolder(QFileInfo(m_folder).path()); !synced) return synced;
  return syncFolder(QFileInfo(folder).path());
}

Result<Blob> BlobFolder::add(QIODevice& content) {
  const QString in = sub(QLatin1String(copiesIn));
  if (auto ready = prepare(in); !ready) return ready.error();
  // Its own in this process and beside others; one that somebody left behind is written over.
  static std::atomic<int> count = 0;
  const QString temporary = in % u'/' % QString::number(QCoreApplication::applicationPid()) % u'-' %
                            QString::number(++count);
  Blob blob;
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto copy = [&]() -> Result<void> {
    auto file = WholeFile::open(temporary);
    if (!file) return file.error();
    const auto isRead = eachPiece(content, [&](const QByteArray& bytes) -> Result<void> {
      blob.bytes += bytes.size();
      if (blob.bytes > attachmentBytesMost) {
        return Error{ErrorCode::Invalid, QStringLiteral("attachment size")};
      }
      hash.addData(bytes);
      return file->write(bytes);
    });
    if (!isRead) return isRead.error();
    if (!*isRead) return Error{ErrorCode::Invalid, QStringLiteral("attachment file")};
    if (blob.bytes == 0) return Error{ErrorCode::Invalid, QStringLiteral("attachment empty")};
    blob.sha256 = hash.result();
    const QString path = pathOf(blob.sha256);
    if (has(blob.sha256) && check(blob.sha256)) {
      QFile::remove(temporary);
      return {};
    }
    if (auto ready = prepare(QFileInfo(path).path()); !ready) return ready;
    return file->nameIt(path);
  };
  if (const auto done = copy(); !done) {
    QFile::remove(temporary);
    return done.error();
  }
  return blob;
}

Result<void> BlobFolder::owe(const Blob& blob, const QUuid& ticket) {
  const QString folder = sub(QLatin1String(owes));
  if (auto ready = prepare(folder); !ready) return ready;
  return touch(folder % u'/' % markOf({blob, ticket}));
}

bool BlobFolder::has(const QByteArray& sha256) const { return QFile::exists(pathOf(sha256)); }

std::optional<qint64> BlobFolder::sizeOf(const QByteArray& sha256) const {
  const QFileInfo file(pathOf(sha256));
  return file.isFile() ? std::optional(file.size()) : std::nullopt;
}

bool BlobFolder::isDamaged(const QByteArray& sha256) const {
  return !has(sha256) && QFile::exists(pathOf(sha256) % QStringLiteral(".damaged"));
}

Result<void> BlobFolder::setAside(const QByteArray& sha256) {
  const QString path = pathOf(sha256);
  qCWarning(logStore) << "an attachment is damaged and set aside:" << hexOf(sha256);
  return renameDurably(path, path % QStringLiteral(".damaged"));
}

Result<void> BlobFolder::check(const QByteArray& sha256) {
  QFile file(pathOf(sha256));
  if (!file.exists()) return notHere();
  if (!file.open(QIODevice::ReadOnly)) return unreadable();
  const auto hash = hashOf(file);
  if (!hash) return hash.error();
  if (*hash == sha256) return {};
  if (auto aside = setAside(sha256); !aside) return aside;
  return damaged();
}

Result<void> BlobFolder::copyTo(const QByteArray& sha256, const QString& path) {
  QFile file(pathOf(sha256));
  if (!file.exists()) return isDamaged(sha256) ? damaged() : notHere();
  if (!file.open(QIODevice::ReadOnly)) return unreadable();
  const QString temporary = path % QStringLiteral(".copy");
  auto copy = WholeFile::open(temporary);
  if (!copy) return copy.error();
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto isRead = eachPiece(file, [&](const QByteArray& bytes) -> Result<void> {
    hash.addData(bytes);
    return copy->write(bytes);
  });
  const bool isSame = isRead && *isRead && hash.result() == sha256;
  if (isSame) return copy->nameIt(path);
  QFile::remove(temporary);
  if (!isRead) return isRead.error();
  if (!*isRead) return unreadable();
  if (auto aside = setAside(sha256); !aside) return aside;
  return damaged();
}

Result<QByteArray> BlobFolder::chunk(const QByteArray& sha256, int number) {
  QFile file(pathOf(sha256));
  if (!file.exists()) return notHere();
  if (!file.open(QIODevice::ReadOnly) || !file.seek(number * qint64{m_chunk})) {
    return unreadable();
  }
  return file.read(m_chunk);
}

int BlobFolder::received(const QByteArray& sha256) const {
  const QFileInfo part(partOf(sha256));
  if (!part.isFile()) return 0;
  // Half a chunk at the end was cut off by a crash: it comes again.
  return static_cast<int>(part.size() / m_chunk);
}

Result<void> BlobFolder::take(const Blob& blob, int number, const QByteArray& chunk) {
  const qint64 start = number * qint64{m_chunk};
  const bool isNext = number == received(blob.sha256) && start < blob.bytes;
  if (!isNext || chunk.size() != std::min<qint64>(m_chunk, blob.bytes - start)) {
    return Error{ErrorCode::Invalid, QStringLiteral("attachment chunk")};
  }
  const QString path = partOf(blob.sha256);
  if (auto ready = prepare(QFileInfo(path).path()); !ready) return ready;
  auto file = WholeFile::open(path, true);
  if (!file) return file.error();
  if (auto cut = file->cutTo(start); !cut) return cut;
  return file->write(chunk);
}

Result<bool> BlobFolder::finish(const Blob& blob) {
  const QString path = partOf(blob.sha256);
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return unreadable();
  const auto hash = hashOf(file);
  if (!hash) return hash.error();
  if (file.size() != blob.bytes || *hash != blob.sha256) {
    qCWarning(logStore) << "a fetched attachment is not what was asked for:" << hexOf(blob.sha256);
    file.remove();
    return false;
  }
  auto whole = WholeFile::open(path, true);
  if (!whole) return whole.error();
  if (auto named = whole->nameIt(pathOf(blob.sha256)); !named) return named.error();
  return true;
}

QList<OwedBlob> BlobFolder::owed(int limit) const {
  QList<OwedBlob> list;
  const QDir folder(sub(QLatin1String(owes)));
  const auto marks = folder.entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
  for (const QFileInfo& mark : marks) {
    if (list.size() >= limit) break;
    OwedBlob owed;
    owed.blob.sha256 = QByteArray::fromHex(mark.fileName().section(u'.', 0, 0).toLatin1());
    owed.ticket = QUuid::fromString(mark.fileName().section(u'.', 1));
    if (owed.blob.sha256.size() != 32 || owed.ticket.isNull()) continue;
    owed.blob.bytes = sizeOf(owed.blob.sha256).value_or(0);
    list << owed;
  }
  return list;
}

bool BlobFolder::isOwed(const QByteArray& sha256) const {
  const QDir folder(sub(QLatin1String(owes)));
  return !folder.entryList({hexOf(sha256) % QStringLiteral(".*")}, QDir::Files).isEmpty();
}

Result<void> BlobFolder::noteSent(const OwedBlob& owed, const QUuid& epoch) {
  const QString folder = sub(QLatin1String(sends)) % u'/' % epoch.toString(QUuid::WithoutBraces);
  if (auto made = makePrivateFolder(sub(QLatin1String(sends))); !made) return made;
  if (auto ready = prepare(folder); !ready) return ready;
  return renameDurably(sub(QLatin1String(owes)) % u'/' % markOf(owed),
                       folder % u'/' % markOf(owed));
}

Result<void> BlobFolder::oweAgain(const QUuid& epoch) {
  const QString now = epoch.toString(QUuid::WithoutBraces);
  const QDir sent(sub(QLatin1String(sends)));
  const auto lives = sent.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
  for (const QString& life : lives) {
    if (life == now) continue;
    const QString owing = sub(QLatin1String(owes));
    if (auto ready = prepare(owing); !ready) return ready;
    const auto marks = QDir(sent.filePath(life)).entryList(QDir::Files);
    for (const QString& mark : marks) {
      if (auto moved = renameDurably(sent.filePath(life) % u'/' % mark, owing % u'/' % mark);
          !moved) {
        return moved;
      }
    }
    sent.rmdir(life);
  }
  return {};
}

Result<void> BlobFolder::forgive(const OwedBlob& owed) {
  const QString folder = sub(QLatin1String(owes));
  QFile::remove(folder % u'/' % markOf(owed));
  return syncFolder(folder);
}

void BlobFolder::sweep(Instant now) {
  const auto files = QDir(sub(QLatin1String(copiesIn))).entryInfoList(QDir::Files);
  for (const QFileInfo& file : files) {
    const qint64 age = toMs(now) - file.lastModified().toMSecsSinceEpoch();
    if (age > std::chrono::milliseconds(std::chrono::days{1}).count()) {
      QFile::remove(file.filePath());
    }
  }
}

}  // namespace yingda
