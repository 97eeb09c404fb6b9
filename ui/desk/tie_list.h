// SPDX-License-Identifier: GPL-3.0-or-later
// What a ticket is to others, a line each.
#pragma once

#include "core/service/views.h"
#include "ui/kit/quiet_list.h"

namespace yingda::ui {

/// Hidden without ties. Enter opens the other ticket, Delete takes the tie back; 1, 2 and 3 make it
/// 重复, 同因 or 相关.
/// Owner: the ticket's page.
class TieList final : public QuietList {
  Q_OBJECT
 public:
  explicit TieList(QWidget* parent = nullptr);
  void set(const std::vector<TieView>& ties, Instant now);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void openAsked(const yingda::TicketId& other);
  void untieAsked(const yingda::TicketId& other);
  void kindAsked(const yingda::TicketId& other, yingda::TieKind kind);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::vector<TieView> m_ties;
};

/// 与 207-4213-1 重复，时限跟那张走：水管爆裂 · 3栋2单元1502
QString tieText(const TieView& tie);

}  // namespace yingda::ui
