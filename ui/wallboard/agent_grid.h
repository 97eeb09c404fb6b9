// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at work, how each is occupied and since when; a limit that is passed reminds, and nothing
// switches by itself.
#pragma once

#include <QHash>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/service/sync_views.h"

namespace yingda::ui {

/// An agent as the floor shows them.
struct AgentCell {
  AgentId agent;
  QString name;
  QString code;  ///< how they are occupied, as their seat says it
  Instant since{};
  TicketId ticket;  ///< what is open there; null: nothing
  bool isWriting = false;
  std::optional<Instant> helpSince;  ///< asks for help since then
  friend bool operator==(const AgentCell&, const AgentCell&) = default;
};

/// Remembers since when each is occupied as they are: their seats tell when a ticket was opened,
/// and a call may end while it stays open.
class AgentWatch {
 public:
  /// Whoever asks for help first, then who passed a limit, then by how long.
  std::vector<AgentCell> look(const std::vector<PresenceView>& others, Instant now);

 private:
  struct Seen {
    QString state;
    Instant since{};
    std::optional<Instant> helpSince;
  };
  QHash<AgentId, Seen> m_seen;
};

/// Three in a row, arrows move, Enter opens what they have open. Owner: the page.
class AgentGrid final : public QWidget {
  Q_OBJECT
 public:
  explicit AgentGrid(QWidget* parent = nullptr);
  /// `isAlone`: the store is joined to no floor, so nobody else can be seen.
  void set(const std::vector<AgentCell>& cells, Instant now, bool isAlone);
  const std::vector<AgentCell>& cells() const { return m_cells; }
  int current() const { return m_current; }
  QSize sizeHint() const override { return {320, 260}; }
  QSize minimumSizeHint() const override { return {240, 72}; }

 Q_SIGNALS:
  void ticketWanted(const yingda::TicketId& ticket);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  int columns() const;
  QRect cellRect(int index) const;
  void paintCell(QPainter& painter, int index) const;

  std::vector<AgentCell> m_cells;
  Instant m_now{};
  bool m_isAlone = true;
  int m_current = 0;
};

/// ● 通话 9　◐ 话后 3　○ 空闲 2　■ 示忙 1
QString agentCounts(const std::vector<AgentCell>& cells);

}  // namespace yingda::ui
