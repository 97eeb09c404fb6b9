// SPDX-License-Identifier: GPL-3.0-or-later
// What is whole in a damaged journal, or unsent in that of a former seat, goes on in a new one; the
// old file is kept as it is.
#include <QDir>
#include <QFile>
#include <QtEndian>
#include <filesystem>

#include "core/base/log.h"
#include "core/base/whole_file.h"
#include "core/store/draft_table.h"
#include "core/store/journal.h"
#include "core/store/journal_chain.h"

namespace yingda {

namespace {

constexpr size_t operationsPerAppend = 500;
// So many numbers in a row that cannot be read are taken for the end. A damaged page holds fewer.
constexpr int gapMax = 5'000;
constexpr qint64 sqliteHeaderBytes = 100;

/// True when content and commitment agree, so that nothing invented is carried over.
bool isWhole(const Operation& operation) {
  return !operation.isErased && operation.header.kind != erasureKind() &&
         commitmentOf(operation.salt, operation.payload) == operation.commitment;
}

/// The header belongs to the chain as it stands behind the operation before it.
bool isProven(const Operation& operation, qint64 knownSequence, const QByteArray& knownHash) {
  return operation.header.sequence == knownSequence + 1 &&
         chainHash(knownHash, operation.headerBytes, operation.commitment) == operation.hash;
}

/// A header that nothing proves may hold any time. One that lies ahead would push the times of all
/// later operations ahead as well: the next one that is proven bounds it, and now.
void boundTimes(std::vector<Operation>& operations, const std::vector<bool>& proven, Instant now) {
  Instant latest = now;
  qint64 next = toMs(now) << 16;
  for (size_t i = operations.size(); i-- > 0;) {
    OperationHeader& header = operations[i].header;
    if (!proven[i]) {
      header.madeAt = std::min(header.madeAt, latest);
      header.hlc = std::min(header.hlc, next - 1);
    }
    // The wall clock may have been set back; only the order never is.
    latest = std::min(now, instantFromMs(header.hlc >> 16));
    next = header.hlc;
  }
}

/// The facts of the seat, as far as they can be read.
std::vector<std::pair<QString, QByteArray>> factsIn(Database& database) {
  std::vector<std::pair<QString, QByteArray>> facts;
  Statement& read =
      database.prepared("salvage facts", QStringLiteral("SELECT fact_key, value FROM fact"));
  for (;;) {
    const auto row = read.step();
    if (!row || !*row) return facts;
    facts.emplace_back(read.text(0), read.bytes(1));
  }
}

/// The whole new journal's name until the damaged one has made room.
QString readyIn(const QString& folder) { return folder % QStringLiteral("/salvage/journal.ready"); }

Result<void> rename(const QString& from, const QString& to) {
  std::error_code failure;
  std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), failure);
  if (failure) return Error{ErrorCode::Io, QStringLiteral("name the salvaged journal")};
  return {};
}

/// Copies the damaged file and its WAL. In the copy the head tells as many pages as there are: of
/// a file that was cut off SQLite reads nothing at all otherwise.
Result<QString> readableCopy(const QString& file, const QDir& workshop) {
  const QString copy = workshop.filePath(QStringLiteral("damaged.db"));
  if (!QFile::copy(file, copy)) return Error{ErrorCode::Io, QStringLiteral("copy for salvage")};
  QFile::copy(file % QStringLiteral("-wal"), copy % QStringLiteral("-wal"));
  QFile head(copy);
  head.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  if (!head.open(QIODevice::ReadWrite)) {
    return Error{ErrorCode::Io, QStringLiteral("copy for salvage")};
  }
  QByteArray header = head.read(sqliteHeaderBytes);
  if (header.size() < sqliteHeaderBytes) return copy;
  // The format of SQLite's first hundred bytes (sqlite.org/fileformat2.html, 1.3).
  const int storedSize = qFromBigEndian<quint16>(header.constData() + 16);
  const qint64 pageSize = storedSize == 1 ? 65'536 : storedSize;
  if (pageSize < 512) return copy;
  char pages[4];
  qToBigEndian(static_cast<quint32>(head.size() / pageSize), pages);
  head.seek(28);
  head.write(pages, sizeof pages);
  // The change counter once more, which says that the page count is a current one.
  head.seek(92);
  head.write(header.mid(24, 4));
  return copy;
}

}  // namespace

Result<qint64> Journal::carryOver(Journal& damaged) {
  qint64 carried = 0;
  std::vector<Operation> waiting;
  std::vector<bool> proven;
  qint64 knownSequence = 0;
  QByteArray knownHash = genesisHash();
  const auto flush = [&]() -> Result<void> {
    if (waiting.empty()) return {};
    boundTimes(waiting, proven, m_clock.now());
    if (const auto done = appendCarried(waiting); !done) return done.error();
    carried += static_cast<qint64>(waiting.size());
    waiting.clear();
    proven.clear();
    return {};
  };
  qint64 after = 0;
  for (int gap = 0; gap < gapMax;) {
    const auto read = damaged.read(after, 1);
    if (!read) {
      ++after;
      ++gap;
      continue;
    }
    if (read->empty()) break;
    Operation operation = read->front();
    after = operation.header.sequence;
    gap = 0;
    const bool isSure = isProven(operation, knownSequence, knownHash);
    knownSequence = after;
    knownHash = operation.hash;
    if (!isWhole(operation)) continue;
    waiting.push_back(std::move(operation));
    proven.push_back(isSure);
    if (!isSure) continue;
    if (waiting.size() < operationsPerAppend) continue;
    if (const auto done = flush(); !done) return done.error();
  }
  if (const auto done = flush(); !done) return done.error();
  DraftTable drafts(*damaged.m_database);
  qint64 row = 0;
  for (int gap = 0; gap < gapMax;) {
    const auto draft = drafts.next(row);
    if (!draft) {
      ++row;
      ++gap;
      continue;
    }
    if (!*draft) break;
    gap = 0;
    const auto done = saveDraft(**draft);
    // What damage made of a draft may be no draft any more; one is not worth all others.
    if (!done && done.error().code != ErrorCode::Invalid) return done.error();
  }
  for (const auto& [key, value] : factsIn(*damaged.m_database)) {
    if (const auto done = setMeta(key, value); !done) return done.error();
  }
  return carried;
}

Result<void> Journal::finishSalvage(const QString& folder) {
  if (!QFile::exists(readyIn(folder)) || QFile::exists(fileIn(folder))) return {};
  // The damaged journal's WAL, when only the file itself had been renamed.
  for (const auto* part : {"-wal", "-shm"}) {
    const QString left = fileIn(folder) % QLatin1String(part);
    if (!QFile::exists(left)) continue;
    const QString aside = fileIn(folder) % QStringLiteral(".aside-rest") % QLatin1String(part);
    if (const auto named = rename(left, aside); !named) return named;
  }
  if (const auto named = rename(readyIn(folder), fileIn(folder)); !named) return named;
  QDir(folder % QStringLiteral("/salvage")).removeRecursively();
  return {};
}

Result<Salvage> Journal::salvage(const QString& folder, const Clock& clock, Random& random) {
  // Beside the store until it is whole: whoever dies before begins anew with the damaged file.
  QDir workshop(folder % QStringLiteral("/salvage"));
  workshop.removeRecursively();
  Salvage salvage;
  {
    auto fresh = open(workshop.path(), clock, random);
    if (!fresh) return fresh.error();
    DatabaseOptions wanted;
    const auto copy = readableCopy(fileIn(folder), workshop);
    if (!copy) return copy.error();
    wanted.file = *copy;
    wanted.readOnly = true;
    wanted.isDamaged = true;
    if (auto opened = Database::open(wanted)) {
      Journal damaged(std::move(*opened), clock, random);
      const auto carried = (*fresh)->carryOver(damaged);
      if (!carried) return carried.error();
      salvage.carriedOver = *carried;
    }
    if (const auto done = (*fresh)->m_database->checkpoint(); !done) return done.error();
  }
  // From here on it counts: whoever dies later finds it under this name and goes on with it.
  if (const auto named = rename(fileIn(workshop.path()), readyIn(folder)); !named)
    return named.error();
  auto aside = setAside(folder, clock);
  if (!aside) return aside.error();
  salvage.aside = std::move(*aside);
  if (const auto done = finishSalvage(folder); !done) return done.error();
  qCWarning(logStore) << "operations carried over:" << salvage.carriedOver;
  return salvage;
}

Result<void> Journal::sitAt(const NewSeat& seat) {
  auto transaction = beginWriting();
  if (!transaction) return transaction.error();
  const int code = seat.code == 0 ? m_code : seat.code;
  const auto written =
      m_database->prepared("sit", QStringLiteral("UPDATE seat SET workstation = ?1, code = ?2"))
          .bindAll(seat.workstation.bytes(), code)
          .run();
  if (!written) return written;
  if (const auto committed = transaction->commit(); !committed) return committed;
  m_workstation = seat.workstation;
  m_code = code;
  return {};
}

Result<void> Journal::reissue(std::span<const Operation> operations, Renewal& renewal) {
  std::vector<Operation> whole;
  for (const Operation& operation : operations) {
    // Of what was erased there is nothing to send, here or there.
    if (operation.isErased || operation.header.kind == erasureKind()) continue;
    isWhole(operation) ? whole.push_back(operation) : static_cast<void>(++renewal.left);
  }
  if (whole.empty()) return {};
  renewal.carriedOver += static_cast<qint64>(whole.size());
  return appendCarried(whole);
}

Result<void> Journal::goOnFrom(Journal& former, qint64 known, Renewal& renewal) {
  // Their content is nowhere else.
  const auto secrets = former.readKind(secretKind(), 0, known);
  if (!secrets) return secrets.error();
  if (auto done = reissue(*secrets, renewal); !done) return done;
  for (qint64 after = known;;) {
    const auto operations = former.read(after, static_cast<int>(operationsPerAppend));
    if (!operations) return operations.error();
    if (operations->empty()) break;
    after = operations->back().header.sequence;
    if (auto done = reissue(*operations, renewal); !done) return done;
  }
  const auto drafts = former.drafts(std::nullopt);
  if (!drafts) return drafts.error();
  for (const Draft& draft : *drafts) {
    if (auto done = saveDraft(draft); !done) return done;
  }
  for (const auto& [key, value] : factsIn(*former.m_database)) {
    if (auto done = setMeta(key, value); !done) return done;
  }
  return {};
}

Result<Renewal> Journal::renew(const QString& folder, const Clock& clock, Random& random,
                               const NewSeat& seat, const JournalOptions& options) {
  auto former = open(folder, clock, random, options);
  if (!former) return former.error();
  // What is set aside is one whole file, if nobody is in the way.
  (void)(*former)->m_database->checkpoint();
  // Until the end nobody else saves here.
  const auto hold = (*former)->beginWriting();
  if (!hold) return hold.error();
  QDir workshop(folder % QStringLiteral("/salvage"));
  workshop.removeRecursively();
  Renewal renewal;
  {
    auto fresh = open(workshop.path(), clock, random, options);
    if (!fresh) return fresh.error();
    if (const auto sat = (*fresh)->sitAt(seat); !sat) return sat.error();
    const auto gone = (*fresh)->goOnFrom(**former, seat.known, renewal);
    if (!gone) return gone.error();
    for (const auto& [key, value] : seat.facts) {
      if (const auto done = (*fresh)->setMeta(key, value); !done) return done.error();
    }
    if (const auto done = (*fresh)->m_database->checkpoint(); !done) return done.error();
  }
  // As a salvage: from here on it counts as soon as the former one has made room.
  if (auto done = renameDurably(fileIn(workshop.path()), readyIn(folder)); !done) {
    return done.error();
  }
  auto aside = setAside(folder, clock);
  if (!aside) return aside.error();
  renewal.aside = std::move(*aside);
  if (const auto done = finishSalvage(folder); !done) return done.error();
  // Before anything is sent: a power cut must not bring the former seat back.
  if (const auto done = syncFolder(folder); !done) return done.error();
  qCWarning(logStore) << "new seat, operations carried over:" << renewal.carriedOver;
  return renewal;
}

}  // namespace yingda
