// SPDX-License-Identifier: GPL-3.0-or-later
// The way of attachments' bytes: slow, resumable, and never before anything else.
#pragma once

#include <QHash>
#include <QSet>
#include <algorithm>
#include <functional>
#include <optional>

#include "core/remote/gateway.h"
#include "core/store/blob_folder.h"

namespace yingda {

/// A content that somebody here wants to see.
struct WantedBlob {
  Blob blob;
  QUuid ticket;
};

/// What the lane asks of a store.
struct BlobNeeds {
  /// In the order of need; what is here already may be among them.
  std::function<Result<std::vector<WantedBlob>>()> wanted;
  /// Something of that ticket's attachments has moved on; may be empty.
  std::function<void(const QUuid& ticket)> onMoved;
};

/// Does one thing at a time, at most one chunk a step: own contents go up first, wanted ones come
/// down then. What it knows of the server is what the server last answered; after an unknown
/// outcome it asks again.
/// Thread: the sync thread. Owner: SyncService, or a simulation.
class BlobLane {
 public:
  BlobLane(Gateway& gateway, BlobFolder& folder, BlobNeeds needs);

  /// Called while the engine rests, so that nothing waits behind more than one chunk. Returns how
  /// long nothing needs to be done; zero: there is more. A standby takes nothing.
  Milliseconds step(const QUuid& epoch, bool isStandby);
  /// Something was attached or is wanted: what is waited for is tried now.
  void wake();
  /// Something came that may name attachments.
  void look() { m_due = std::min(m_due, m_retry); }
  /// The last question had no answer.
  bool hasFailed() const { return m_hasFailed; }
  void setSteadyClock(std::function<Milliseconds()> steady) { m_steady = std::move(steady); }
  /// Nothing is owed, and nothing that is wanted was to be had.
  bool isQuiet() const { return m_isQuiet; }
  qint64 chunksSent() const { return m_chunksSent; }
  qint64 chunksFetched() const { return m_chunksFetched; }

 private:
  struct Sending {
    OwedBlob owed;
    QSet<int> have;
    bool isKnown = false;  ///< the server has said what it has
  };
  struct Wait {
    Milliseconds until{};
    Milliseconds length{};
  };
  /// Nothing: there was nothing to send, or to fetch.
  std::optional<Milliseconds> send();
  std::optional<Milliseconds> fetch();
  Milliseconds takePut(const BlobAnswer& answer);
  Milliseconds takeWhole(const WantedBlob& wanted);
  Milliseconds failed(const Error& error, const QByteArray& sha256);
  void putOff(const QByteArray& sha256, Milliseconds first);
  bool isPutOff(const QByteArray& sha256) const;
  void tell(const QUuid& ticket);

  Gateway& m_gateway;
  BlobFolder& m_folder;
  BlobNeeds m_needs;
  std::function<Milliseconds()> m_steady;
  QUuid m_epoch;
  std::optional<Sending> m_sending;
  std::optional<WantedBlob> m_fetching;
  QHash<QByteArray, Wait> m_waits;
  Milliseconds m_due{};
  Milliseconds m_retry{};  ///< not before this is the server asked again
  bool m_hasFailed = false;
  bool m_isQuiet = false;
  qint64 m_chunksSent = 0;
  qint64 m_chunksFetched = 0;
};

}  // namespace yingda
