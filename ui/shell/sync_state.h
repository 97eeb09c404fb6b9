// SPDX-License-Identifier: GPL-3.0-or-later
// Says in chip, bar and strip how this workstation stands to the shared floor.
#pragma once

#include "core/service/sync_views.h"

namespace yingda::ui {

class OfflineBar;
class StatusStrip;
class StoreState;
class TopBar;

/// The places of the words about the floor; borrowed from the window.
struct SyncPlaces {
  TopBar* top = nullptr;
  OfflineBar* bar = nullptr;
  StatusStrip* status = nullptr;
  StoreState* store = nullptr;
};

/// Owner: the window, whose parts it borrows. Thread: UI.
class SyncState {
 public:
  explicit SyncState(const SyncPlaces& places) : m_places(places) {}
  void set(const SyncView& view, Instant now);
  /// The words that count the minutes.
  void tick(Instant now);
  const SyncView& view() const { return m_view; }

 private:
  SyncPlaces m_places;
  SyncView m_view;
};

}  // namespace yingda::ui
