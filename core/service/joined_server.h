// SPDX-License-Identifier: GPL-3.0-or-later
// Which shared floor a store belongs to: facts of its journal.
#pragma once

#include <optional>

#include "core/domain/server_address.h"
#include "core/service/workplace.h"

namespace yingda {

struct JoinedServer {
  ServerAddress address;  ///< login and password of who joined: the seat speaks so before a sign-in
  QString company;
};

/// Absent: the store stands alone. Thread: any but the journal's own is waited for.
Result<std::optional<JoinedServer>> joinedServer(Workplace& workplace);
/// From now on the store belongs to that floor. Thread: the journal thread.
Result<void> noteJoined(Workplace& workplace, const JoinedServer& server);
/// It belongs to none. Thread: the journal thread.
Result<void> noteAlone(Workplace& workplace);
/// The name under which a journal keeps it.
QString seatSecretFact();
/// The secret of this seat, made when there is none yet. Thread: any.
Result<QByteArray> seatSecret(Workplace& workplace);

}  // namespace yingda
