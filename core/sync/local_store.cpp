// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the journal for the wire, and putting what comes down into the right cache.
#include "core/sync/local_store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/base/planted.h"
#include "core/store/journal_chain.h"

namespace yingda {

namespace {

constexpr qsizetype attentionMax = 1000;

}  // namespace

LocalStore::LocalStore(QString folder, const Clock& clock, DueOf dueOf, Journal& reader,
                       SeatFacts& facts, Cache& cache, CacheOptions options)
    : m_folder(std::move(folder)),
      m_clock(clock),
      m_dueOf(std::move(dueOf)),
      m_reader(reader),
      m_facts(facts),
      m_cache(cache),
      m_options(std::move(options)) {
  m_options.isNext = true;
}

Result<qint64> LocalStore::lastSequence() { return m_reader.lastSequence(); }

Result<QByteArray> LocalStore::hashAt(qint64 sequence) {
  const auto operations = m_reader.read(sequence - 1, 1);
  if (!operations) return operations.error();
  const bool isThere = !operations->empty() && operations->front().header.sequence == sequence;
  return isThere ? operations->front().hash : QByteArray();
}

Result<std::vector<SentOperation>> LocalStore::read(qint64 after, int operations, qsizetype bytes) {
  auto found = m_reader.read(after, operations);
  if (!found) return found.error();
  std::vector<SentOperation> batch;
  qsizetype size = 0;
  for (Operation& operation : *found) {
    if (operation.header.sequence != after + 1 + static_cast<qint64>(batch.size())) break;
    size += operation.payload.size() + operation.headerBytes.size();
    if (!batch.empty() && size > bytes) break;
    SentOperation sent{operation.header.sequence,
                       operation.headerBytes,
                       operation.commitment,
                       operation.hash,
                       {},
                       {}};
    const bool stays = operation.header.kind == secretKind() && !isPlanted(Plant::SendSecrets);
    if (!stays && !operation.isErased) {
      sent.salt = operation.salt;
      sent.payload = operation.payload;
    }
    batch.push_back(std::move(sent));
  }
  return batch;
}

Result<void> LocalStore::leaseCode(int code) { return m_facts.leaseCode(code); }

Result<ServerLayer> LocalStore::layer() { return m_cache.layer(); }

Result<Cache*> LocalStore::nextOrNull() {
  if (m_next) return m_next.get();
  if (!QFile::exists(Cache::fileIn(m_folder, true))) return static_cast<Cache*>(nullptr);
  auto opened = Cache::open(m_folder, m_clock, m_dueOf, m_options);
  if (!opened) return opened.error();
  // One that was damaged or made by another program is begun again.
  if ((*opened)->state() != CacheState::Ready) return static_cast<Cache*>(nullptr);
  m_next = std::move(*opened);
  return m_next.get();
}

Result<std::optional<Hydration>> LocalStore::hydration() {
  const auto next = nextOrNull();
  if (!next) return next.error();
  if (!*next) return m_cache.hydration();
  auto beside = (*next)->hydration();
  if (beside && *beside) (*beside)->isBeside = true;
  return beside;
}

void LocalStore::removeNext() {
  if (m_next) m_next->close();
  m_next.reset();
  Cache::removeNext(m_folder);
}

Result<void> LocalStore::beginHydration(const Hydration& hydration) {
  removeNext();
  auto opened = Cache::open(m_folder, m_clock, m_dueOf, m_options);
  if (!opened) return opened.error();
  m_next = std::move(*opened);
  return m_next->beginHydration(m_reader, hydration);
}

void LocalStore::forgetFloor() { removeNext(); }

void LocalStore::tell(const Touched& touched) {
  if (onChanged && !touched.isEmpty()) onChanged(touched);
}

Result<void> LocalStore::take(std::span<const RemoteRow> rows, const ServerLayer& next) {
  Touched touched;
  const auto taken = m_cache.take(m_reader, rows, next, touched);
  if (taken) tell(touched);
  return taken;
}

Result<void> LocalStore::take(std::span<const RemoteRow> rows,
                              const std::optional<Hydration>& next) {
  const auto beside = nextOrNull();
  if (!beside) return beside.error();
  Touched touched;
  if (*beside) return (*beside)->take(m_reader, rows, next, touched);
  const auto taken = m_cache.take(m_reader, rows, next, touched);
  if (taken) tell(touched);
  return taken;
}

Result<void> LocalStore::useHydrated() {
  const auto beside = nextOrNull();
  if (!beside) return beside.error();
  if (!*beside) return {};
  // What was done here meanwhile is laid over it before anybody looks.
  Touched touched;
  for (bool isDone = false; !isDone;) {
    const auto done = m_next->catchUp(m_reader, Milliseconds(1000), touched);
    if (!done) return done.error();
    isDone = *done;
  }
  m_next->close();
  m_next.reset();
  return m_cache.replaceByNext();
}

Result<QList<TicketId>> LocalStore::inHand(const AgentId& agent, Instant now) {
  return m_cache.inHand(agent, now);
}

Result<void> LocalStore::withdraw(const OperationException& exception, Touched& touched) {
  const auto operations = m_reader.read(exception.sequence - 1, 1);
  if (!operations) return operations.error();
  if (operations->empty() || operations->front().payload.isEmpty()) return {};
  const auto decoded = decodeChangeSet(operations->front().payload);
  const ChangeSet changes = decoded ? *decoded : ChangeSet();
  const auto beside = nextOrNull();
  if (!beside) return beside.error();
  Touched unseen;
  if (*beside) {
    if (auto done = (*beside)->withdraw(exception.sequence, changes, unseen); !done) return done;
  }
  return m_cache.withdraw(exception.sequence, changes, touched);
}

QString attentionFact() { return QStringLiteral("attention"); }

std::vector<Attention> attentionIn(const QByteArray& fact) {
  std::vector<Attention> list;
  for (const QJsonValue& value : QJsonDocument::fromJson(fact).array()) {
    list.push_back({value[u"s"].toInteger(), value[u"parked"].toBool(), value[u"why"].toString()});
  }
  return list;
}

Result<std::vector<Attention>> LocalStore::attention() {
  const auto fact = m_facts.meta(attentionFact());
  if (!fact) return fact.error();
  return attentionIn(*fact);
}

Result<void> LocalStore::acknowledge(const ServerLayer& next,
                                     std::span<const OperationException> exceptions) {
  if (!exceptions.empty() && !isPlanted(Plant::HideRefusal)) {
    const auto known = attention();
    if (!known) return known.error();
    QMap<qint64, QJsonObject> bySequence;
    const auto note = [&bySequence](qint64 sequence, bool isParked, const QString& reason) {
      bySequence[sequence] = {{QStringLiteral("s"), sequence},
                              {QStringLiteral("parked"), isParked},
                              {QStringLiteral("why"), reason}};
    };
    for (const Attention& one : *known) note(one.sequence, one.isParked, one.reason);
    Touched touched;
    for (const OperationException& one : exceptions) {
      note(one.sequence, one.isParked, one.reason);
      if (one.isParked) continue;
      if (auto done = withdraw(one, touched); !done) return done;
    }
    tell(touched);
    QJsonArray list;
    for (const QJsonObject& one : std::as_const(bySequence)) list.append(one);
    while (list.size() > attentionMax) list.removeFirst();
    const QByteArray text = QJsonDocument(list).toJson(QJsonDocument::Compact);
    if (auto done = m_facts.setMeta(attentionFact(), text); !done) return done;
  }
  // Before the first copy there is no layer to write into.
  return next.epoch.isNull() ? Result<void>() : take({}, next);
}

}  // namespace yingda
