// SPDX-License-Identifier: GPL-3.0-or-later
// Appending, numbering, drafts and facts: every write is one transaction and one fsync.
#include "core/store/journal.h"

#include <algorithm>

#include "core/base/invariant.h"
#include "core/base/planted.h"
#include "core/store/draft_table.h"
#include "core/store/journal_chain.h"

namespace yingda {

namespace {

constexpr qsizetype payloadBytesMax = 16 * 1024 * 1024;
constexpr qsizetype packFromBytes =
    4096;  // below, packing costs a save more than it spares the disk
constexpr size_t operationsMax = 10'000;
constexpr int numbersMax = 100'000;
constexpr qsizetype erasesMax = 1'000;
constexpr qint64 counterMax = 999'999'999'999;
constexpr int hashBytes = 32;
constexpr int leasedCodeMin = 100;
constexpr int leasedCodeMax = 899;

Result<void> check(const NewOperation& operation) {
  if (!isOperationKind(operation.kind)) {
    return Error{ErrorCode::Invalid, QStringLiteral("kind of operation")};
  }
  if (operation.payload.size() > payloadBytesMax) {
    return Error{ErrorCode::Invalid, QStringLiteral("payload over 16 MiB")};
  }
  return {};
}

Result<void> check(std::span<const NewOperation> operations) {
  if (operations.empty() || operations.size() > operationsMax) {
    return Error{ErrorCode::Invalid, QStringLiteral("number of operations")};
  }
  for (const NewOperation& operation : operations) {
    if (const auto checked = check(operation); !checked) return checked;
    // Only `erase` may say that something was erased.
    if (operation.kind == erasureKind()) {
      return Error{ErrorCode::Invalid, QStringLiteral("an erasure is not appended")};
    }
  }
  return {};
}

/// Empty when packing does not pay. Level 1: the caller waits.
QByteArray packed(const QByteArray& payload) {
  if (payload.size() <= packFromBytes) return {};
  QByteArray result = qCompress(payload, 1);
  if (result.size() > payload.size() - payload.size() / 8) result.clear();
  return result;
}

}  // namespace

/// The end of the chain, as the open transaction sees it.
struct Journal::Head {
  qint64 sequence = 0;
  qint64 hlc = 0;
  QByteArray hash = genesisHash();
};

Journal::Journal(std::unique_ptr<Database> database, const Clock& clock, Random& random)
    : m_database(std::move(database)),
      m_clock(clock),
      m_random(random),
      m_isReadOnly(m_database->isReadOnly()) {}

Journal::~Journal() = default;

Result<void> Journal::readSeat() {
  if (!m_isReadOnly) {
    // What was erased, or typed and thrown away, must not linger in free pages.
    const auto set =
        m_database->runScript("secure delete", QStringLiteral("PRAGMA secure_delete=ON"));
    if (!set) return set.error();
  }
  Statement& statement =
      m_database->prepared("read seat", QStringLiteral("SELECT workstation, code FROM seat"));
  const auto row = statement.step();
  if (!row) return row.error();
  if (*row) {
    m_workstation = WorkstationId::fromBytes(statement.bytes(0));
    m_code = static_cast<int>(statement.int64(1));
  }
  statement.reset();
  if (m_workstation.isNull()) return Error{ErrorCode::Corrupt, QStringLiteral("no seat")};
  const auto head = readHead();
  if (!head) return head.error();
  m_lastSequence = head->sequence;
  return {};
}

Result<Transaction> Journal::beginWriting() {
  if (m_isReadOnly)
    return Error{ErrorCode::ReadOnly, QStringLiteral("journal is open for reading")};
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  // What is written into a file that was set aside nobody would find again.
  if (transaction && isReplaced()) {
    return Error{ErrorCode::Busy, QStringLiteral("journal of a former seat")};
  }
  return transaction;
}

Result<Journal::Head> Journal::readHead() {
  Statement& statement = m_database->prepared(
      "read head",
      QStringLiteral("SELECT sequence, hlc, hash FROM operation ORDER BY sequence DESC LIMIT 1"));
  const auto row = statement.step();
  if (!row) return row.error();
  Head head;
  if (*row) head = {statement.int64(0), statement.int64(1), statement.bytes(2)};
  statement.reset();
  if (head.hash.size() != hashBytes) {
    return Error{ErrorCode::Corrupt, QStringLiteral("hash of the last operation")};
  }
  return head;
}

Result<OperationHeader> Journal::appendOne(const NewOperation& operation,
                                           const QList<qint64>& erases, Head& head) {
  OperationHeader header;
  header.sequence = head.sequence + 1;
  header.workstation = m_workstation;
  header.madeAt = m_clock.now();
  // A clock that was set back must not let a later word look older.
  header.hlc = std::max(toMs(header.madeAt) << 16, head.hlc + 1);
  if (isPlanted(Plant::WallClock)) header.hlc = toMs(header.madeAt) << 16;
  header.by = operation.by;
  header.kind = operation.kind;
  header.version = operation.version;
  header.bulk = operation.bulk;
  header.erases = erases;
  const auto written = write(header, m_random.bytes(16), operation.payload, head);
  if (!written) return written.error();
  return header;
}

Result<void> Journal::appendCarried(std::span<const Operation> operations) {
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  auto head = readHead();
  if (!head) return head.error();
  for (const Operation& operation : operations) {
    OperationHeader header = operation.header;
    header.sequence = head->sequence + 1;
    header.workstation = m_workstation;
    header.hlc = std::max(header.hlc, head->hlc + 1);
    const auto written = write(header, operation.salt, operation.payload, *head);
    if (!written) return written;
  }
  if (const auto committed = transaction->commit(); !committed) return committed;
  m_lastSequence = head->sequence;
  return {};
}

Result<void> Journal::write(const OperationHeader& header, const QByteArray& salt,
                            const QByteArray& payload, Head& head) {
  const QByteArray bytes = headerBytesOf(header);
  const QByteArray commitment = commitmentOf(salt, payload);
  const QByteArray hash = chainHash(head.hash, bytes, commitment);
  const QByteArray small = packed(payload);
  const bool isPacked = !small.isEmpty();
  const auto written =
      m_database
          ->prepared(
              "append operation",
              QStringLiteral("INSERT INTO operation (sequence, hlc, header, commitment, hash,"
                             " is_packed, salt, payload)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))
          .bindAll(header.sequence, header.hlc, bytes, commitment, hash, isPacked, salt,
                   isPacked ? small : payload)
          .run();
  if (!written) return written;
  head = {header.sequence, header.hlc, hash};
  return {};
}

Result<std::vector<OperationHeader>> Journal::appendInside(std::span<const NewOperation> operations,
                                                           const QList<qint64>& erases) {
  auto head = readHead();
  if (!head) return head.error();
  std::vector<OperationHeader> headers;
  headers.reserve(operations.size());
  for (const NewOperation& operation : operations) {
    auto header = appendOne(operation, erases, *head);
    if (!header) return header.error();
    headers.push_back(std::move(*header));
  }
  return headers;
}

Result<std::vector<OperationHeader>> Journal::append(std::span<const NewOperation> operations) {
  if (const auto checked = check(operations); !checked) return checked.error();
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  auto headers = appendInside(operations, {});
  if (!headers) return headers.error();
  if (const auto committed = transaction->commit(); !committed) return committed.error();
  m_lastSequence = headers->back().sequence;
  return headers;
}

Result<AppendAndDrop> Journal::appendAndRemoveDraft(std::span<const NewOperation> operations,
                                                    DraftId draft) {
  if (const auto checked = check(operations); !checked) return checked.error();
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  auto headers = appendInside(operations, {});
  if (!headers) return headers.error();
  const auto removed = DraftTable(*m_database).remove(draft);
  if (!removed) return removed.error();
  if (const auto committed = transaction->commit(); !committed) return committed.error();
  m_lastSequence = headers->back().sequence;
  return AppendAndDrop{std::move(*headers), *removed};
}

Result<void> Journal::blank(qint64 sequence) {
  Statement& found = m_database->prepared(
      "find operation", QStringLiteral("SELECT header FROM operation WHERE sequence = ?1"));
  const auto row = found.bindAll(sequence).step();
  if (!row) return row.error();
  if (!*row) return Error{ErrorCode::NotFound, QStringLiteral("operation to erase")};
  const auto header = headerFrom(found.bytes(0));
  found.reset();
  if (!header) return header.error();
  if (header->kind == erasureKind()) {
    return Error{ErrorCode::Refused, QStringLiteral("an erasure is not erased")};
  }
  return m_database
      ->prepared("blank operation",
                 QStringLiteral("UPDATE operation SET salt = NULL, payload = NULL,"
                                " is_packed = 0 WHERE sequence = ?1"))
      .bindAll(sequence)
      .run();
}

Result<OperationHeader> Journal::erase(const NewOperation& erasure,
                                       std::span<const qint64> sequences) {
  if (const auto checked = check(erasure); !checked) return checked.error();
  QList<qint64> named(sequences.begin(), sequences.end());
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  if (erasure.kind != erasureKind() || named.isEmpty() || named.size() > erasesMax) {
    return Error{ErrorCode::Invalid, QStringLiteral("erasure")};
  }
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  for (const qint64 sequence : named) {
    if (const auto blanked = blank(sequence); !blanked) return blanked.error();
  }
  auto headers = appendInside({&erasure, 1}, named);
  if (!headers) return headers.error();
  if (const auto committed = transaction->commit(); !committed) return committed.error();
  m_lastSequence = headers->back().sequence;
  // The WAL still holds the old pages. A reader may be in the way; the next erasure or the last
  // close empties it then.
  (void)m_database->checkpoint();
  return headers->front();
}

Result<TicketNumber> Journal::takeNumber() {
  const auto numbers = takeNumbers(1);
  if (!numbers) return numbers.error();
  return numbers->front();
}

Result<std::vector<TicketNumber>> Journal::takeNumbers(int count) {
  if (count < 1 || count > numbersMax) {
    return Error{ErrorCode::Invalid, QStringLiteral("count of numbers")};
  }
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  Statement& statement = m_database->prepared(
      "take numbers", QStringLiteral("UPDATE seat SET next_number = next_number + ?1"
                                     " WHERE next_number + ?1 <= ?2 RETURNING next_number, code"));
  const auto row = statement.bindAll(count, counterMax + 1).step();
  if (!row) return row.error();
  if (!*row) return Error{ErrorCode::Refused, QStringLiteral("no ticket numbers left")};
  const qint64 next = statement.int64(0);
  const int code = static_cast<int>(statement.int64(1));
  if (const auto updated = statement.run(); !updated) return updated.error();
  if (const auto committed = transaction->commit(); !committed) return committed.error();
  std::vector<TicketNumber> numbers;
  numbers.reserve(static_cast<size_t>(count));
  for (qint64 counter = next - count; counter < next; ++counter) numbers.push_back({code, counter});
  return numbers;
}

Result<void> Journal::leaseCode(int code) {
  if (code < leasedCodeMin || code > leasedCodeMax) {
    return Error{ErrorCode::Invalid, QStringLiteral("leased code")};
  }
  if (code == m_code) return {};
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  const auto written =
      m_database->prepared("lease code", QStringLiteral("UPDATE seat SET code = ?1"))
          .bindAll(code)
          .run();
  if (!written) return written.error();
  if (const auto committed = transaction->commit(); !committed) return committed.error();
  m_code = code;
  return {};
}

Result<void> Journal::saveDraft(const Draft& draft) {
  if (draft.id.isNull() || draft.body.size() > payloadBytesMax) {
    return Error{ErrorCode::Invalid, QStringLiteral("draft")};
  }
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  if (const auto saved = DraftTable(*m_database).save(draft); !saved) return saved.error();
  return transaction->commit();
}

Result<void> Journal::removeDraft(DraftId draft) {
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  if (const auto removed = DraftTable(*m_database).remove(draft); !removed) return removed.error();
  return transaction->commit();
}

Result<std::vector<Draft>> Journal::drafts(std::optional<AgentId> owner) {
  return DraftTable(*m_database).load(owner);
}

qint64 Journal::lastSequence() {
  if (const auto head = readHead()) m_lastSequence = head->sequence;
  return m_lastSequence;
}

Result<QByteArray> Journal::meta(const QString& key) {
  Statement& statement = m_database->prepared(
      "read fact", QStringLiteral("SELECT value FROM fact WHERE fact_key = ?1"));
  const auto row = statement.bindAll(key).step();
  if (!row) return row.error();
  if (!*row) return QByteArray();
  QByteArray value = statement.bytes(0);
  statement.reset();
  // Set to nothing is not the same as never set.
  return value.isNull() ? QByteArray("") : value;
}

Result<void> Journal::setMeta(const QString& key, const QByteArray& value) {
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  const auto written =
      m_database
          ->prepared("write fact",
                     QStringLiteral("INSERT INTO fact (fact_key, value) VALUES (?1, ?2)"
                                    " ON CONFLICT (fact_key) DO UPDATE SET"
                                    " value = excluded.value"))
          .bindAll(key, value)
          .run();
  if (!written) return written.error();
  return transaction->commit();
}

}  // namespace yingda
