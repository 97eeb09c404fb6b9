// SPDX-License-Identifier: GPL-3.0-or-later
// One line on the page of a ticket that belongs to a group event: what all its owners are told.
#pragma once

#include "core/service/views.h"
#include "ui/kit/message_bar.h"

namespace yingda::ui {

/// Hidden without an event. The act opens it. Owner: the ticket's page.
class EventBar final : public MessageBar {
  Q_OBJECT
 public:
  explicit EventBar(QWidget* parent = nullptr);
  void set(const std::optional<EventBrief>& event, Instant now);
  /// 快录: a call is being written down for it.
  void setQuick(const EventBrief& event, Instant now);
  /// After `set`: what quick entry left out of this ticket, as codes; the key that completes it.
  void addLacks(const QStringList& lacks);

 Q_SIGNALS:
  void openAsked(const yingda::EventId& event);

 private:
  EventId m_event;
};

/// 3栋2单元 停梯 · 4 张工单 · 口径：维保已到现场 · 下次通报 09:30
QString eventText(const EventBrief& event, Instant now);

}  // namespace yingda::ui
