// SPDX-License-Identifier: GPL-3.0-or-later
// Tells who leads the desk what has newly come to need them, whatever page is shown.
#pragma once

#include <QObject>
#include <QSet>

#include "core/insight/floor_alerts.h"
#include "core/service/backend.h"

namespace yingda {

/// Looks every five seconds while such a person is signed in. Owner: the workstation.
class AlertDesk final : public QObject {
  Q_OBJECT
 public:
  explicit AlertDesk(Backend& backend, QObject* parent = nullptr);
  /// Once a second.
  void tick();
  /// Somebody who newly asks for help is told at once.
  void notePresence(const std::vector<PresenceView>& others);
  /// Silent for half an hour; once more: heard again. What is told is told all the same.
  void toggleMute();

 Q_SIGNALS:
  void told(const QString& sentence);
  /// It is to be heard as well; urgent: of a red ticket, or somebody asks for help.
  void rung(bool isUrgent);

 private:
  void take(const FloorSnapshot& floor);
  void tell(const std::vector<FloorAlert>& news);

  Backend& m_backend;
  AlertWatch m_watch;
  AgentId m_leader;
  QSet<AgentId> m_helping;  ///< who asked for help when last seen
  Instant m_readAt{};
  bool m_isReading = false;
};

}  // namespace yingda
