// SPDX-License-Identifier: GPL-3.0-or-later
// blobs/: the bytes of attachments beside the journal, each under the hash of its content.
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QString>
#include <QUuid>
#include <optional>

#include "core/base/local_time.h"
#include "core/base/result.h"

namespace yingda {

/// A content that lies here, or is to.
struct Blob {
  QByteArray sha256;  ///< 32 bytes
  qint64 bytes = 0;
  friend bool operator==(const Blob&, const Blob&) = default;
};

/// A content of one's own that the server is owed, for that ticket.
struct OwedBlob {
  Blob blob;
  QUuid ticket;
  friend bool operator==(const OwedBlob&, const OwedBlob&) = default;
};

/// The layout, all of it private to its owner:
///   blobs/ab/cdef…            a whole content; its name is its SHA-256
///   blobs/ab/cdef….part       one that is being fetched, whole chunks from its beginning
///   blobs/ab/cdef….damaged    one whose bytes were found to be others; set aside, never deleted
///   blobs/in/…                being copied in; swept when a day old
///   blobs/owed/hash.ticket    an empty file: this store owes that content to the server
///   blobs/sent/epoch/…        the same when the server of that epoch has re-hashed it
/// Holds no state: several processes may use one folder.
/// Thread: any one that may wait for the disk. Errors: those of WholeFile; Corrupt; Invalid
/// "attachment empty" "attachment size"; NotYet "attachment" for a content that is not here.
class BlobFolder {
 public:
  /// Chunks are what travels; the same size as at the server.
  static constexpr qsizetype chunkBytes = 1024 * 1024;

  /// `chunk` is another than the server's in a simulation only.
  explicit BlobFolder(const QString& storeFolder, qsizetype chunk = chunkBytes)
      : m_folder(storeFolder % QStringLiteral("/blobs")), m_chunk(chunk) {}

  /// Copies what `content` still has to give. The same content twice is one file. On the disk when
  /// this returns.
  Result<Blob> add(QIODevice& content);
  /// From now on the server is owed it; before the operation that names it is appended.
  Result<void> owe(const Blob& blob, const QUuid& ticket);

  bool has(const QByteArray& sha256) const;
  /// The size of what lies here; nothing when it is not here.
  std::optional<qint64> sizeOf(const QByteArray& sha256) const;
  QString pathOf(const QByteArray& sha256) const;
  /// Reads all of it. Corrupt, and set aside, when the bytes are others than its name says.
  Result<void> check(const QByteArray& sha256);
  bool isDamaged(const QByteArray& sha256) const;
  /// Copies it to `path` and hashes it on the way: Corrupt, and nothing there, when it is damaged.
  Result<void> copyTo(const QByteArray& sha256, const QString& path);
  /// One chunk, unhashed; the server hashes what it gets.
  Result<QByteArray> chunk(const QByteArray& sha256, int number);

  /// How many chunks a content has.
  int chunksOf(const Blob& blob) const {
    return static_cast<int>((blob.bytes + m_chunk - 1) / m_chunk);
  }
  /// Whole chunks of a content that is being fetched.
  int received(const QByteArray& sha256) const;
  /// The next of them. Invalid when it is not the next or has another size.
  Result<void> take(const Blob& blob, int number, const QByteArray& chunk);
  /// All of them are here: true when they hash to the name, which they get; else they are dropped.
  Result<bool> finish(const Blob& blob);

  /// At most `limit`, oldest first.
  QList<OwedBlob> owed(int limit) const;
  bool isOwed(const QByteArray& sha256) const;
  Result<void> noteSent(const OwedBlob& owed, const QUuid& epoch);
  /// Another life of the server may have lost what an earlier one had: all of it is owed again.
  Result<void> oweAgain(const QUuid& epoch);
  /// Nothing can be sent of a content that is not here: its mark goes.
  Result<void> forgive(const OwedBlob& owed);
  /// Removes what died while it was copied in, a day ago or more.
  void sweep(Instant now);

 private:
  QString sub(const QString& name) const { return m_folder % u'/' % name; }
  QString partOf(const QByteArray& sha256) const;
  Result<void> prepare(const QString& folder) const;
  Result<void> setAside(const QByteArray& sha256);

  QString m_folder;
  qsizetype m_chunk;
};

}  // namespace yingda
