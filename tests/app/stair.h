// SPDX-License-Identifier: GPL-3.0-or-later
// Four homes of a stair that tell of one lift within half an hour.
#pragma once

#include <QTest>

#include "core/service/backend.h"

namespace yingda::test {

/// Saves the tickets, the last one received a minute before `now`; empty when one was not saved.
inline QList<TicketId> stairOfOneLift(Backend& backend, Instant now) {
  QList<TicketId> ids;
  const auto waited = [](const auto& future) {
    return QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000);
  };
  const char16_t* places[] = {u"云杉府 3-2-1502", u"云杉府 3-2-801", u"云杉府 3-2-2204",
                              u"云杉府 3-2-604"};
  int minute = 36;
  for (const char16_t* place : places) {
    minute -= 8;
    const auto made = backend.newDraft(QStringLiteral("139000011%1").arg(minute + 60),
                                       now - std::chrono::minutes(minute));
    if (!waited(made) || !made.result()) return {};
    TicketDraft draft = *made.result();
    draft.text.request = QStringLiteral("电梯停了，按了没反应");
    draft.text.place = QString::fromUtf16(place);
    draft.ticket.category = QStringLiteral("repair.lift.stopped");
    const auto saved = backend.save(draft, SaveIntent::Save);
    if (!waited(saved) || !saved.result()) return {};
    ids << saved.result()->view.ticket.id;
  }
  return ids;
}

}  // namespace yingda::test
