// SPDX-License-Identifier: GPL-3.0-or-later
// How large an attachment is, how far its bytes are, and why one could not be added.
#pragma once

#include <QString>

#include "core/base/error.h"

namespace yingda::ui {

/// Where an attachment's bytes are, for a sentence; the same words as the services' views.
enum class ByteWay { Here, Waiting, Away, Coming, Damaged };

/// "3.2 MB", in the language of the screen.
QString byteText(qint64 bytes);
/// Empty when there is nothing to say. `seat` is the number code that attached it; `percent` 0–99.
QString wayText(ByteWay way, const QString& seat, int percent, bool isJoined);
/// Nothing when the error is not about an attachment; errorText has the sentence then.
QString attachmentTrouble(const Error& error);

}  // namespace yingda::ui
