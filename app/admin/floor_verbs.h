// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that speak to a shared database.
#pragma once

#include "app/admin/verb.h"
#include "core/remote/server_link.h"

namespace yingda::admin {

/// What to mend, as a clause for people.
QString faultText(LinkFault fault);
/// Exit 1 with what is wrong with the server, in one sentence.
Exit refuseFor(const Session& session, const ServerLink& link, const Error& error);
/// --server, --database, --login, --ssl, and PGPASSWORD.
ServerAddress serverAddressOf(const Session& session);

/// db init|migrate|status|adopt
Exit runDb(Session& session);
/// bell: rings until the process is told to end
Exit runBell(Session& session);
/// user add|role|password|disable|list with --server
Exit runFloorUser(Session& session);

/// verify with --server
Exit runFloorVerify(Session& session);

}  // namespace yingda::admin
