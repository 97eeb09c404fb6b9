// SPDX-License-Identifier: GPL-3.0-or-later
// The one clock tick of the process, so that a thousand counting rows cost one wake-up a second.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "core/base/clock.h"

namespace yingda::ui {

/// Ticks at each full second of the wall clock while a watched window can be seen; at once when one
/// comes back. Without watched windows it ticks while it is running.
/// Thread: UI. Owner: the application.
class Ticker final : public QObject {
  Q_OBJECT
 public:
  explicit Ticker(const Clock& clock, QObject* parent = nullptr);
  void watch(QWidget* window);
  void start();
  void stop();
  bool isTicking() const { return m_timer.isActive(); }

 Q_SIGNALS:
  void tick();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool isSeen() const;
  void review();
  void aim();
  void fire();

  const Clock& m_clock;
  QTimer m_timer;
  QList<QPointer<QWidget>> m_windows;
  bool m_isRunning = false;
};

}  // namespace yingda::ui
