// SPDX-License-Identifier: GPL-3.0-or-later
// What a joined store has open towards its server.
#pragma once

#include <QLockFile>
#include <memory>

#include "core/base/random.h"
#include "core/service/claim_service.h"
#include "core/service/sync_service.h"
#include "core/service/workplace.h"

namespace yingda {

/// Everything that lives on the sync thread.
struct SyncService::Session {
  Session(Workplace& workplace, const ServerAddress& wanted, SeatCard card, BlobNeeds needs)
      : request(wanted),
        gateway(wanted, *workplace.clock),
        store(workplace),
        engine(gateway, store, *workplace.clock, random, std::move(card)),
        lane(gateway, workplace.blobs, std::move(needs)) {
    store.onTaken = [this] { lane.look(); };
  }
  ServerAddress request;
  QString company;
  HeardGateway gateway;
  WorkplaceStore store;
  SystemRandom random;
  SyncEngine engine;
  BlobLane lane;
  std::unique_ptr<QLockFile> lock;  ///< never null once the session is open
  bool isElsewhere = false;
  bool mayCancel = true;           ///< nothing of the floor is known to be in use here
  Milliseconds primaryLookedAt{};  ///< of the steady clock
  FloorTimes times;
  int refusals = 0;
  int conflicts = 0;
  ClaimWatch claims;
  std::vector<Present> others;
  Milliseconds othersAt{-1};
};

/// A drill's store speaks with nobody, whoever opens it.
inline Error practising() { return {ErrorCode::Refused, QStringLiteral("drill")}; }

}  // namespace yingda
