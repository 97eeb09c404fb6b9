// SPDX-License-Identifier: GPL-3.0-or-later
// Halves the way between what is surely the same and what surely is not.
#include "core/sync/fork.h"

#include <QCryptographicHash>
#include <algorithm>

#include "core/base/planted.h"

namespace yingda {

namespace {

/// The ledger has this very operation. A hash hangs on all before it, so that they are the same
/// too.
Result<bool> isKnown(Gateway& gateway, SyncStore& store, const HelloAnswer& hello,
                     qint64 sequence) {
  if (sequence == hello.lastSequence) {
    const auto hash = store.hashAt(sequence);
    return hash ? Result<bool>(*hash == hello.lastHash) : Result<bool>(hash.error());
  }
  auto operation = store.read(sequence - 1, 1, bytesPerBatch);
  if (!operation) return operation.error();
  if (operation->empty()) return false;
  // Nothing is done for an operation whose place in the ledger is taken; its content is not needed.
  operation->front().salt.clear();
  operation->front().payload.clear();
  const auto answer = gateway.apply(store.seat(), hello.epoch, *operation);
  if (!answer) return answer.error();
  const bool isAnswered = answer->refusal == Refusal::None &&
                          (answer->stopped == Stopped::No || answer->stopped == Stopped::Clone);
  if (!isAnswered) return Error{ErrorCode::Busy, QStringLiteral("rights changed")};
  return answer->stopped == Stopped::No;
}

Result<qint64> lastKnown(Gateway& gateway, SyncStore& store, const HelloAnswer& hello,
                         qint64 last) {
  qint64 same = 0;
  qint64 other = std::min(last, hello.lastSequence) + 1;
  // Most often all of the shorter one is known, or all but its end.
  for (qint64 probe = other - 1; other - same > 1; probe = same + (other - same) / 2) {
    const auto known = isKnown(gateway, store, hello, probe);
    if (!known) return known.error();
    (*known ? same : other) = probe;
  }
  return same;
}

}  // namespace

Result<Fork> forkOf(Gateway& gateway, SyncStore& store) {
  const auto hello = gateway.hello(store.seat());
  if (!hello) return hello.error();
  Fork fork;
  fork.refusal = hello->refusal;
  if (fork.refusal != Refusal::None || !hello->isEnrolled) return fork;
  if (hello->isStandby) return Error{ErrorCode::Offline, QStringLiteral("standby")};
  const auto last = store.lastSequence();
  if (!last) return last.error();
  const auto known = lastKnown(gateway, store, *hello, *last);
  if (!known) return known.error();
  fork.known = *known;
  fork.isThere = *known < hello->lastSequence;
  const auto next = store.hashAt(*known + 1);
  if (!next) return next.error();
  fork.next = *next;
  if (isPlanted(Plant::ReissueAll)) fork.known = 0;
  if (isPlanted(Plant::ReissueNothing)) fork.known = *last;
  return fork;
}

WorkstationId successorOf(const WorkstationId& former, const Fork& fork, const Clock& clock,
                          Random& random) {
  if (fork.next.isEmpty()) return WorkstationId::make(clock, random);
  return WorkstationId::named(former.uuid(), QString::fromLatin1(fork.next.toHex()));
}

QByteArray successorSecret(const QByteArray& formerSecret, const WorkstationId& successor) {
  const QByteArray both = formerSecret + successor.bytes();
  return QCryptographicHash::hash(both, QCryptographicHash::Sha256);
}

}  // namespace yingda
