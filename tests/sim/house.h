// SPDX-License-Identifier: GPL-3.0-or-later
// A model server, a way to it, and what seats need to live there without chance.
#pragma once

#include <QTemporaryDir>

#include "tests/runner/sim/faulty_gateway.h"
#include "tests/runner/sim/sim_seat.h"

namespace yingda::sim {

struct House {
  QTemporaryDir folder;
  ManualClock clock{instantFromMs(1'773'000'000'000)};
  SeededRandom random{1};
  Weather weather;
  std::vector<LateRequest> late;
  ModelServer server{QUuid::createUuidV5(QUuid(), QStringLiteral("house"))};
  FaultyGateway way{server, random, weather, late};

  House() { server.nowMs = toMs(clock.now()); }
  QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
};

inline ChangeSet ticket(int number, Instant now) {
  Ticket one;
  one.id = TicketId(QUuid::createUuidV5(QUuid(), QStringLiteral("ticket %1").arg(number)));
  one.number = QString::number(number);
  one.receivedAt = now;
  ChangeSet changes;
  changes.create(ticketFields(), one.id, one);
  return changes;
}

inline void goOn(SyncEngine& engine, int steps = 200) {
  for (int i = 0; i < steps; ++i) (void)engine.step();
}

}  // namespace yingda::sim
