// SPDX-License-Identifier: GPL-3.0-or-later
// The small forms of the acts: each reads its fields into one value, or says what is missing.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "core/domain/starter.h"
#include "core/service/ticket_acts.h"
#include "core/service/views.h"
#include "ui/desk/act_available.h"

namespace yingda {
class Clock;
}

namespace yingda::ui {

/// One act's form. Its widgets say inline what is missing.
class ActPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  /// Nothing when something is missing; then it is said in place and the first such field has the
  /// focus.
  virtual std::optional<act::Any> read() = 0;
  /// Where typing begins.
  virtual QWidget* first() = 0;
  /// The result, as the button names it: 派单, 重开, 记下.
  virtual QString result() const = 0;

 Q_SIGNALS:
  /// The page's result has another name now.
  void resultChanged();
};

/// What pages need to know besides the ticket.
struct ActSetting {
  const TicketView& view;
  const Starter& starter;
  const Clock& clock;
};

/// Null for acts that need no page.
ActPage* makeActPage(Deed kind, const ActSetting& setting, QWidget* parent);

}  // namespace yingda::ui
