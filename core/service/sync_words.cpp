// SPDX-License-Identifier: GPL-3.0-or-later
// One word for each reason.
#include "core/service/sync_words.h"

namespace yingda {

QString wordOf(Refusal refusal) {
  switch (refusal) {
    case Refusal::None:
    case Refusal::Epoch:
    case Refusal::Rights:
    case Refusal::Batch:
    case Refusal::Size:
    case Refusal::Content:
      break;
    case Refusal::Workstation:
      return QStringLiteral("workstation");
    case Refusal::Role:
      return QStringLiteral("role");
    case Refusal::Author:
      return QStringLiteral("author");
    case Refusal::Adopt:
      return QStringLiteral("adopt");
    case Refusal::ClientOld:
      return QStringLiteral("client_old");
    case Refusal::ServerOld:
      return QStringLiteral("server_old");
  }
  return QStringLiteral("other");
}

QString wordOf(SyncStop stop) {
  switch (stop) {
    case SyncStop::None:
    case SyncStop::Store:
      break;
    case SyncStop::Clone:
      return QStringLiteral("clone");
    case SyncStop::Chain:
      return QStringLiteral("chain");
  }
  return QStringLiteral("store");
}

}  // namespace yingda
