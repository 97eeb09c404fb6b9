// SPDX-License-Identifier: GPL-3.0-or-later
// Reading operations back, and proving that none was changed.
#include <QSet>
#include <QtEndian>
#include <algorithm>
#include <optional>

#include "core/store/journal.h"
#include "core/store/journal_chain.h"

namespace yingda {

namespace {

constexpr qsizetype payloadBytesMax = 16 * 1024 * 1024;
constexpr qsizetype brokenMax = 1'000;

enum Column { Sequence, Header, Commitment, Hash, IsPacked, Salt, Payload };

/// A row as it stands in the file; nothing in it is trusted yet.
struct Row {
  qint64 sequence = 0;
  QByteArray header;
  QByteArray commitment;
  QByteArray hash;
  QByteArray salt;
  std::optional<QByteArray> payload;  ///< plain; nothing when it does not unpack
  bool isErased = false;
};

std::optional<QByteArray> unpacked(const QByteArray& small) {
  // The size stands in front; a damaged one must not cost gigabytes.
  if (small.size() < 4 || qFromBigEndian<quint32>(small.constData()) > payloadBytesMax) {
    return std::nullopt;
  }
  QByteArray plain = qUncompress(small);
  if (plain.isEmpty()) return std::nullopt;
  return plain;
}

Row rowOf(const Statement& statement) {
  Row row;
  row.sequence = statement.int64(Sequence);
  row.header = statement.bytes(Header);
  row.commitment = statement.bytes(Commitment);
  row.hash = statement.bytes(Hash);
  row.salt = statement.bytes(Salt);
  row.isErased = statement.isNull(Salt) && statement.isNull(Payload);
  const QByteArray stored = statement.bytes(Payload);
  row.payload = statement.int64(IsPacked) != 0 ? unpacked(stored) : stored;
  return row;
}

Statement& selectAfter(Database& database, qint64 sequence, int limit) {
  return database
      .prepared("read operations",
                QStringLiteral("SELECT sequence, header, commitment, hash, is_packed, salt, payload"
                               " FROM operation WHERE sequence > ?1 ORDER BY sequence LIMIT ?2"))
      .bindAll(sequence, limit);
}

Result<Operation> operationFrom(const Row& row) {
  const QString number = QString::number(row.sequence);
  auto header = headerFrom(row.header);
  if (!header || header->sequence != row.sequence) {
    return Error{ErrorCode::Corrupt, QStringLiteral("header of operation ") % number};
  }
  if (!row.payload) {
    return Error{ErrorCode::Corrupt, QStringLiteral("payload of operation ") % number};
  }
  return Operation{std::move(*header), row.salt,       *row.payload, row.hash,
                   row.header,         row.commitment, row.isErased};
}

/// Walks the rows in order and names each that does not hold.
class ChainWalk {
 public:
  explicit ChainWalk(WorkstationId workstation) : m_workstation(workstation) {}

  void take(const Row& row) {
    ++m_report.operations;
    const bool isFollowing = row.sequence == m_sequence + 1;
    if (!isFollowing) {
      settleDoubt(false);
      tell(m_sequence + 1,
           QStringLiteral("operations are missing before ") % QString::number(row.sequence));
    }
    checkChain(row, isFollowing);
    checkContent(row);
    checkHeader(row);
    m_sequence = row.sequence;
  }

  VerifyReport finish() {
    settleDoubt(false);
    for (const qint64 sequence : m_blank) {
      tell(sequence, QStringLiteral("blank without an erasure"));
    }
    std::sort(m_report.broken.begin(), m_report.broken.end(),
              [](const Broken& a, const Broken& b) { return a.sequence < b.sequence; });
    return std::move(m_report);
  }

 private:
  void tell(qint64 sequence, const QString& reason) {
    if (m_report.broken.size() < brokenMax) m_report.broken.append({sequence, reason});
  }

  /// A row whose hash does not come out: the next row tells whether the hash or the rest changed.
  void settleDoubt(bool nextHangsOnComputed) {
    if (m_doubtful == 0) return;
    tell(m_doubtful, nextHangsOnComputed ? QStringLiteral("hash changed")
                                         : QStringLiteral("header or commitment changed"));
    m_doubtful = 0;
  }

  void checkChain(const Row& row, bool isFollowing) {
    const QByteArray onStored = chainHash(m_storedHash, row.header, row.commitment);
    const QByteArray onComputed = chainHash(m_computedHash, row.header, row.commitment);
    const bool holdsOnComputed = row.hash == onComputed;
    settleDoubt(holdsOnComputed);
    m_storedHash = row.hash;
    m_computedHash = holdsOnComputed ? onComputed : onStored;
    // What hung between the two rows is gone; the gap has been told already.
    if (isFollowing && !holdsOnComputed && row.hash != onStored) m_doubtful = row.sequence;
    if (!isFollowing) m_computedHash = row.hash;
  }

  void checkContent(const Row& row) {
    if (row.isErased) {
      m_blank.insert(row.sequence);
    } else if (!row.payload || commitmentOf(row.salt, *row.payload) != row.commitment) {
      tell(row.sequence, QStringLiteral("salt or payload changed"));
    }
  }

  void checkHeader(const Row& row) {
    const auto header = headerFrom(row.header);
    if (!header) {
      tell(row.sequence, QStringLiteral("header unreadable"));
      return;
    }
    if (header->sequence != row.sequence) {
      tell(row.sequence, QStringLiteral("header of another operation"));
    }
    if (header->workstation != m_workstation) {
      tell(row.sequence, QStringLiteral("header of another workstation"));
    }
    for (const qint64 sequence : header->erases) {
      if (m_blank.remove(sequence)) {
        ++m_report.erased;
        m_matched.insert(sequence);
      } else if (!m_matched.contains(sequence)) {
        tell(sequence, QStringLiteral("named by an erasure, but not blank"));
      }
    }
  }

  WorkstationId m_workstation;
  VerifyReport m_report;
  qint64 m_sequence = 0;
  qint64 m_doubtful = 0;
  QByteArray m_storedHash = genesisHash();
  QByteArray m_computedHash = genesisHash();
  QSet<qint64> m_blank;
  QSet<qint64> m_matched;
};

}  // namespace

Result<std::vector<Operation>> Journal::read(qint64 afterSequence, int limit) {
  if (limit <= 0) return std::vector<Operation>();
  return readAll(selectAfter(*m_database, afterSequence, limit));
}

Result<std::vector<Operation>> Journal::readAll(Statement& statement) {
  std::vector<Operation> operations;
  for (;;) {
    const auto row = statement.step();
    if (!row) return row.error();
    if (!*row) return operations;
    auto operation = operationFrom(rowOf(statement));
    if (!operation) {
      statement.reset();
      return operation.error();
    }
    operations.push_back(std::move(*operation));
  }
}

Result<std::vector<Operation>> Journal::readKind(const QString& kind, qint64 afterSequence,
                                                 qint64 lastSequence) {
  std::vector<Operation> operations;
  Statement& statement =
      m_database
          ->prepared(
              "read operations of a kind",
              QStringLiteral("SELECT sequence, header, commitment, hash, is_packed, salt, payload"
                             " FROM operation WHERE sequence > ?1 AND sequence <= ?2"
                             " AND instr(header, ?3) > 0 ORDER BY sequence"))
          .bindAll(afterSequence, lastSequence, headerMarkOf(kind));
  for (;;) {
    const auto row = statement.step();
    if (!row) return row.error();
    if (!*row) return operations;
    auto operation = operationFrom(rowOf(statement));
    if (!operation) {
      statement.reset();
      return operation.error();
    }
    if (operation->header.kind == kind) operations.push_back(std::move(*operation));
  }
}

Result<VerifyReport> Journal::verify() {
  ChainWalk walk(m_workstation);
  Statement& statement = selectAfter(*m_database, 0, -1);
  for (;;) {
    const auto row = statement.step();
    if (!row) return row.error();
    if (!*row) return walk.finish();
    walk.take(rowOf(statement));
  }
}

}  // namespace yingda
