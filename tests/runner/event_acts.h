// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on group events as the tests do them: what must be done, and what must be refused.
#pragma once

#include "core/service/event_views.h"
#include "tests/runner/temp_store.h"

namespace yingda::test {

inline EventView acted(TempStore& store, const EventId& id, const event_act::Any& what) {
  const auto view = await(store.backend->actOnEvent(id, what));
  REQUIRE(view);
  return *view;
}

inline Error refusal(TempStore& store, const EventId& id, const event_act::Any& what) {
  const auto view = await(store.backend->actOnEvent(id, what));
  REQUIRE_FALSE(view);
  return view.error();
}

}  // namespace yingda::test
