// SPDX-License-Identifier: GPL-3.0-or-later
// Ask what is there, bring what is missing; ask for what is wanted, take what comes.
#include "core/sync/blob_lane.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/base/planted.h"
#include "core/sync/sync_engine.h"

namespace yingda {

namespace {

constexpr Milliseconds atOnce{0};
constexpr Milliseconds idleWait{15'000};
constexpr Milliseconds offlineWait{2'000};
// Its seat may be off until tomorrow.
constexpr Milliseconds absentFirst{2'000};
constexpr Milliseconds waitMost{60'000};
// A refused or unreadable content stays so until a person does something.
constexpr Milliseconds refusedWait{60'000};
constexpr int owedMost = 1000;

}  // namespace

BlobLane::BlobLane(Gateway& gateway, BlobFolder& folder, BlobNeeds needs)
    : m_gateway(gateway), m_folder(folder), m_needs(std::move(needs)), m_steady(steadyNow) {}

void BlobLane::wake() {
  m_retry = m_due = {};
  m_waits.clear();
  m_isQuiet = false;
}

bool BlobLane::isPutOff(const QByteArray& sha256) const {
  const auto wait = m_waits.find(sha256);
  return wait != m_waits.end() && m_steady() < wait->until;
}

void BlobLane::putOff(const QByteArray& sha256, Milliseconds first) {
  Wait& wait = m_waits[sha256];
  wait.length = std::min(std::max(first, wait.length * 2), waitMost);
  wait.until = m_steady() + wait.length;
}

void BlobLane::tell(const QUuid& ticket) {
  if (m_needs.onMoved) m_needs.onMoved(ticket);
}

Milliseconds BlobLane::failed(const Error& error, const QByteArray& sha256) {
  // What the server has now is not known: it is asked when it is heard again.
  m_sending.reset();
  m_fetching.reset();
  if (error.code == ErrorCode::Offline) {
    m_hasFailed = true;
    m_retry = m_due = m_steady() + offlineWait;
    return offlineWait;
  }
  qCInfo(logStore) << "an attachment waits:" << errorCodeName(error.code) << error.detail;
  putOff(sha256, refusedWait);
  return atOnce;
}

Milliseconds BlobLane::step(const QUuid& epoch, bool isStandby) {
  if (epoch != m_epoch) {
    m_sending.reset();
    m_fetching.reset();
    if (const auto owed = m_folder.oweAgain(epoch); !owed) {
      qCWarning(logStore) << "attachments:" << owed.error().detail;
      return idleWait;
    }
    m_epoch = epoch;
    wake();
  }
  const Milliseconds now = m_steady();
  if (now < m_due) return m_due - now;
  m_isQuiet = false;
  m_hasFailed = false;
  if (!isStandby) {
    if (const auto wait = send()) return *wait;
  }
  if (const auto wait = fetch()) return *wait;
  m_isQuiet = true;
  m_due = now + idleWait;
  for (const Wait& wait : std::as_const(m_waits)) {
    if (wait.until > now) m_due = std::min(m_due, wait.until);
  }
  return m_due - now;
}

std::optional<Milliseconds> BlobLane::send() {
  if (!m_sending) {
    for (const OwedBlob& owed : m_folder.owed(owedMost)) {
      // Of one whose bytes are damaged or gone there is nothing to send; its page tells it.
      if (owed.blob.bytes == 0 || isPutOff(owed.blob.sha256)) continue;
      m_sending = Sending{owed, {}, false};
      break;
    }
    if (!m_sending) return std::nullopt;
  }
  const Blob blob = m_sending->owed.blob;
  if (!m_sending->isKnown) {
    const auto answer = m_gateway.blobPut(blob.sha256, blob.bytes, m_sending->owed.ticket, 0, {});
    return answer ? takePut(*answer) : failed(answer.error(), blob.sha256);
  }
  int number = 0;
  while (m_sending->have.contains(number)) ++number;
  if (isPlanted(Plant::CountChunkEarly)) m_sending->have.insert(number);
  const auto chunk = m_folder.chunk(blob.sha256, number);
  if (!chunk) return failed(chunk.error(), blob.sha256);
  const auto answer =
      m_gateway.blobPut(blob.sha256, blob.bytes, m_sending->owed.ticket, number, *chunk);
  if (isPlanted(Plant::CountChunkEarly) && m_sending->have.size() >= m_folder.chunksOf(blob)) {
    BlobAnswer early;
    early.isComplete = true;
    return takePut(early);
  }
  if (!answer && isPlanted(Plant::CountChunkEarly)) return atOnce;
  if (!answer) return failed(answer.error(), blob.sha256);
  ++m_chunksSent;
  return takePut(*answer);
}

Milliseconds BlobLane::takePut(const BlobAnswer& answer) {
  const OwedBlob owed = m_sending->owed;
  if (answer.refusal == Refusal::Content) {
    // Either the way was bad, and it is brought again, or the bytes here are others by now.
    m_sending.reset();
    if (const auto whole = m_folder.check(owed.blob.sha256); !whole) tell(owed.ticket);
    putOff(owed.blob.sha256, absentFirst);
    return atOnce;
  }
  if (answer.refusal != Refusal::None) {
    return failed(Error{ErrorCode::Refused, QStringLiteral("attachment refused")},
                  owed.blob.sha256);
  }
  if (answer.isComplete) {
    m_sending.reset();
    if (const auto noted = m_folder.noteSent(owed, m_epoch); !noted) {
      return failed(noted.error(), owed.blob.sha256);
    }
    m_waits.remove(owed.blob.sha256);
    tell(owed.ticket);
    return atOnce;
  }
  m_sending->isKnown = true;
  if (!isPlanted(Plant::CountChunkEarly)) m_sending->have.clear();
  for (const int number : answer.have) m_sending->have.insert(number);
  return atOnce;
}

std::optional<Milliseconds> BlobLane::fetch() {
  if (!m_fetching) {
    const auto wanted = m_needs.wanted();
    if (!wanted) {
      m_due = m_steady() + offlineWait;
      return offlineWait;
    }
    for (const WantedBlob& one : *wanted) {
      if (m_folder.has(one.blob.sha256) || isPutOff(one.blob.sha256)) continue;
      m_fetching = one;
      break;
    }
    if (!m_fetching) return std::nullopt;
  }
  const WantedBlob wanted = *m_fetching;
  const int number = m_folder.received(wanted.blob.sha256);
  if (number >= m_folder.chunksOf(wanted.blob)) return takeWhole(wanted);
  const auto chunk = m_gateway.blobGet(wanted.blob.sha256, number);
  if (!chunk) return failed(chunk.error(), wanted.blob.sha256);
  if (chunk->isEmpty()) {
    m_fetching.reset();
    putOff(wanted.blob.sha256, absentFirst);
    return atOnce;
  }
  if (const auto taken = m_folder.take(wanted.blob, number, *chunk); !taken) {
    return failed(taken.error(), wanted.blob.sha256);
  }
  ++m_chunksFetched;
  if (number + 1 == m_folder.chunksOf(wanted.blob)) return takeWhole(wanted);
  tell(wanted.ticket);
  return atOnce;
}

Milliseconds BlobLane::takeWhole(const WantedBlob& wanted) {
  m_fetching.reset();
  const auto whole = m_folder.finish(wanted.blob);
  if (!whole) return failed(whole.error(), wanted.blob.sha256);
  if (*whole) {
    m_waits.remove(wanted.blob.sha256);
  } else {
    putOff(wanted.blob.sha256, refusedWait);
  }
  tell(wanted.ticket);
  return atOnce;
}

}  // namespace yingda
