// SPDX-License-Identifier: GPL-3.0-or-later
// Says in bars and strips how the store is.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

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
  /// The bar above the first page and the sign-in, where the other one is not seen.
  MessageBar* door = nullptr;
  StatusStrip* status = nullptr;
  Toast* toast = nullptr;
};

/// Turns notices into words: short ones in the strip, whole sentences in the bar. What stops saving
/// goes before damage, damage before a missing calendar; a rebuild hides none of them.
/// Owner: the window, whose parts it borrows.
class StoreState {
 public:
  /// `where` is 单机 or 演示.
  StoreState(const StorePlaces& places, const QString& where) : m_places(places), m_where(where) {}
  /// Nothing is wrong; what was said before is over.
  void showSaved();
  void showTrouble(const QString& brief, const QString& sentence);
  void show(const StoreNotice& notice);
  /// The person has read the sentence and closed its bar.
  void noteClosed();
  /// The sentence is shown at the door instead of above the pages.
  void setAtDoor(bool isAtDoor);
  /// On a shared floor the chip of the floor says that all is well; here only trouble is said.
  void setJoined(bool isJoined);

 private:
  struct Said {
    QString brief;
    QString sentence;
  };
  void refresh();
  void noteDamage(const StoreNotice& notice);

  StorePlaces m_places;
  QString m_where;
  bool m_isAtDoor = false;
  bool m_isJoined = false;
  std::optional<Said> m_trouble;  ///< nothing can be saved, or the store cannot be read
  std::optional<Said> m_damage;
  bool m_isDamageRead = false;
  QString m_progress;
  QStringList m_years;  ///< without a calendar, not closed yet
};

}  // namespace yingda::ui
