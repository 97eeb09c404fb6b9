// SPDX-License-Identifier: GPL-3.0-or-later
// Says in bars and strips how the store is.
#pragma once

#include <QString>

#include "core/service/backend.h"

namespace yingda::ui {

class MessageBar;
class StatusStrip;
class Toast;
class TopBar;

/// The places where the state of the store is shown; borrowed from the window.
struct StorePlaces {
  TopBar* top = nullptr;
  MessageBar* messages = nullptr;
  StatusStrip* status = nullptr;
  Toast* toast = nullptr;
};

/// Turns notices into words: short ones in the strip, whole sentences in the bar.
/// Owner: the window, whose parts it borrows.
class StoreState {
 public:
  /// `where` is 单机 or 演示.
  StoreState(const StorePlaces& places, const QString& where) : m_places(places), m_where(where) {}
  void showSaved();
  void showTrouble(const QString& brief, const QString& sentence);
  void show(const StoreNotice& notice);

 private:
  StorePlaces m_places;
  QString m_where;
};

}  // namespace yingda::ui
