// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences about who looks at a ticket and who has it in hand; pure.
#pragma once

#include <QString>
#include <vector>

#include "core/service/sync_views.h"
#include "core/service/views.h"

namespace yingda::ui {

/// 李工正在看; 李工、王蕾正在看; 李工正在处理，王蕾正在看. Empty when nobody does.
QString lookersText(const std::vector<PresenceView>& here);
/// 您已认领, 王蕾已认领; a wish is told as one, and otherwise while the server is away. Empty when
/// nobody has it.
QString handText(const HandView& hand, bool isLive);
/// Why a ticket was taken over, by a code of claimReasons.
QString claimReasonText(const QString& reason);
/// 王蕾已先认领 207-4213-1.
QString lossText(const ClaimLoss& loss);

}  // namespace yingda::ui
