// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway of a seat, which remembers as of when the server's last answers are true.
#pragma once

#include "core/base/clock.h"
#include "core/remote/psql_gateway.h"

namespace yingda {

/// As of when what this store has of the floor is true, by our clock.
struct FloorTimes {
  /// All that was complete on the floor at this moment is here, less what a standby may lack; the
  /// epoch: never yet.
  Instant floorAt{};
  /// How the others are occupied is known as of this moment: the last answered heartbeat, and on
  /// from there while the server is heard and the next one is not overdue. The epoch: nobody knows.
  Instant othersAt{};
  bool isStandby = false;  ///< a standby is read
};

/// Thread: the sync thread. Owner: a session.
class HeardGateway final : public PsqlGateway {
 public:
  /// A whole page of changes, which counts once its rows are in the store.
  struct Page {
    Instant at{};  ///< when it was asked for, less what a standby may lack
    quint64 next = 0;
    bool isStandby = false;
  };
  HeardGateway(const ServerAddress& address, const Clock& clock)
      : PsqlGateway(address), m_clock(clock) {}

  Result<PullAnswer> pull(const QUuid& epoch, quint64 cursor, int limit) override {
    const Instant asked = m_clock.now();
    auto answer = PsqlGateway::pull(epoch, cursor, limit);
    page.reset();
    if (!answer || answer->refusal != Refusal::None) return answer;
    heardAt = asked;
    if (answer->isWhole) {
      const bool isStandby = answer->standbyAge.has_value();
      page = Page{asked - answer->standbyAge.value_or(Milliseconds(0)), answer->next, isStandby};
    }
    return answer;
  }
  Result<BeatAnswer> beat(const WorkstationId& seat, const Beat& said) override {
    const Instant asked = m_clock.now();
    auto answer = PsqlGateway::beat(seat, said);
    toldAt = answer ? asked : Instant{};
    others = answer ? answer->others.size() : 0;
    if (answer) heardAt = asked;
    return answer;
  }

  std::optional<Page> page;  ///< of the last pull
  Instant heardAt{};         ///< when the last answered question was asked
  Instant toldAt{};          ///< when the last heartbeat was sent; the epoch: it was not answered
  size_t others = 0;         ///< how many it told of

 private:
  const Clock& m_clock;
};

}  // namespace yingda
