// SPDX-License-Identifier: GPL-3.0-or-later
// Wires the reader to the board, and keeps the screen awake where the desktop listens.
#include "app/tv_station.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QScreen>

#include "core/base/deliver.h"
#include "ui/wallboard/tv_board.h"

namespace yingda {

namespace {

// What happens is to be seen within a second, by nearly everybody who looks.
constexpr std::chrono::milliseconds readEvery{400};

}  // namespace

TvStation::TvStation(const QString& folder, const std::shared_ptr<Clock>& clock, Starter starter,
                     QObject* parent)
    : QObject(parent),
      m_clock(clock),
      m_starter(std::move(starter)),
      m_reader(folder, clock),
      m_board(std::make_unique<ui::TvBoard>(m_starter)) {
  m_timer.setInterval(readEvery);
  connect(&m_timer, &QTimer::timeout, this, &TvStation::step);
  connect(m_board.get(), &ui::TvBoard::leaveAsked, m_board.get(), &QWidget::close);
}

TvStation::~TvStation() = default;

void TvStation::showOn(int screen) {
  m_screen = screen;
  // A television that is switched off at night is a screen that goes and comes back.
  auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance());
  connect(application, &QGuiApplication::screenAdded, this, &TvStation::place);
  connect(application, &QGuiApplication::screenRemoved, this, &TvStation::place,
          Qt::QueuedConnection);
  place();
}

void TvStation::place() {
  const QList<QScreen*> screens = QGuiApplication::screens();
  QScreen* chosen = screens.value(m_screen - 1, QGuiApplication::primaryScreen());
  if (!chosen) return;
  m_board->setMissingScreen(m_screen > screens.size() ? m_screen : 0);
  m_board->setScreen(chosen);
  m_board->setGeometry(chosen->geometry());
  m_board->showFullScreen();
}

void TvStation::start() {
  keepAwake();
  step();
  m_timer.start();
}

void TvStation::step() {
  m_board->tick(m_clock->now());
  // A reading that hangs makes the wall stale; a second one would only wait behind it.
  if (m_isReading) return;
  m_isReading = true;
  deliver(m_reader.read(), this, [this](const Result<FloorWall>& wall) {
    m_isReading = false;
    if (wall) m_board->set(*wall);
    m_board->tick(m_clock->now());
  });
}

void TvStation::keepAwake() {
  // GNOME, KDE and Xfce listen to this; the inhibition ends with our connection to the bus. A bare
  // X server or a kiosk without a session bus has to be told by whoever sets it up.
  auto ask = QDBusMessage::createMethodCall(
      QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/org/freedesktop/ScreenSaver"),
      QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("Inhibit"));
  ask << QCoreApplication::applicationName() << m_board->windowTitle();
  QDBusConnection::sessionBus().send(ask);
}

}  // namespace yingda
