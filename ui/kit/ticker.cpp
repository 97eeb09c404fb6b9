// SPDX-License-Identifier: GPL-3.0-or-later
// Aims the timer at the next full second, again and again, while somebody can see the result.
#include "ui/kit/ticker.h"

#include <QEvent>
#include <algorithm>

namespace yingda::ui {

Ticker::Ticker(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &Ticker::fire);
}

void Ticker::watch(QWidget* window) {
  m_windows.append(window);
  window->installEventFilter(this);
  review();
}

void Ticker::start() {
  m_isRunning = true;
  review();
}

void Ticker::stop() {
  m_isRunning = false;
  m_timer.stop();
}

bool Ticker::isSeen() const {
  return m_windows.isEmpty() ||
         std::any_of(m_windows.begin(), m_windows.end(), [](const QPointer<QWidget>& window) {
           return window && window->isVisible() && !window->isMinimized();
         });
}

void Ticker::review() {
  const bool wanted = m_isRunning && isSeen();
  if (wanted == m_timer.isActive()) return;
  if (!wanted) {
    m_timer.stop();
    return;
  }
  // What was hidden shows old numbers: do not wait for the next second.
  Q_EMIT tick();
  aim();
}

void Ticker::aim() {
  const int past = static_cast<int>(toMs(m_clock.now()) % 1000);
  m_timer.start(1000 - past);
}

void Ticker::fire() {
  aim();
  Q_EMIT tick();
}

bool Ticker::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
      review();
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace yingda::ui
