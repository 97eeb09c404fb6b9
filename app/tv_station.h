// SPDX-License-Identifier: GPL-3.0-or-later
// The program of the wall: its own process, reading a store that a workstation keeps.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "core/service/floor_wall.h"

namespace yingda {

namespace ui {
class TvBoard;
}

/// Reads twice a second and more, for ever; what cannot be read makes the wall stale, and is tried
/// again. Owner: main, or a test.
class TvStation final : public QObject {
  Q_OBJECT
 public:
  TvStation(const QString& folder, const std::shared_ptr<Clock>& clock, Starter starter,
            QObject* parent = nullptr);
  ~TvStation() override;
  ui::TvBoard& board() { return *m_board; }
  /// Full screen on that screen, counted from 1; on the first while there is no such screen, which
  /// the wall says in its head. It moves there as soon as that screen is there (again).
  void showOn(int screen);
  void start();
  /// What the timer does.
  void step();

 private:
  void keepAwake();
  void place();

  std::shared_ptr<Clock> m_clock;
  Starter m_starter;
  FloorReader m_reader;
  std::unique_ptr<ui::TvBoard> m_board;
  QTimer m_timer;
  int m_screen = 1;
  bool m_isReading = false;
};

}  // namespace yingda
