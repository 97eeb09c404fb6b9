// SPDX-License-Identifier: GPL-3.0-or-later
// Stores on a floor: waiting for what comes, and tickets to look for.
#pragma once

#include <QTest>
#include <catch2/catch.hpp>

#include "tests/remote/floor_fixture.h"
#include "tests/runner/temp_store.h"

namespace yingda::test {

inline bool isLiveAndSent(const Backend& backend) {
  const SyncView view = backend.sync();
  return view.state == SyncView::State::Live && view.unsent == 0;
}

/// Waits until a store shows what is asked for; the floor tells by itself.
template <class F>
void waitFor(Backend& backend, F isThere) {
  const bool came = QTest::qWaitFor(
      [&] {
        backend.syncNow();
        return isThere();
      },
      120'000);
  REQUIRE(came);
}

inline TicketView ticketOn(Backend& backend, const QString& request) {
  TicketDraft draft =
      *await(backend.newDraft(QStringLiteral("13812341234"), backend.clock().now()));
  draft.text.request = request;
  draft.text.place = QStringLiteral("3-2-1502");
  const auto saved = await(backend.save(draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view;
}

inline TicketView seen(Backend& backend, const TicketId& id) {
  std::optional<TicketView> view;
  waitFor(backend, [&] {
    const auto found = await(backend.ticket(id));
    if (found) view = *found;
    return found.operator bool();
  });
  return *view;
}

}  // namespace yingda::test
