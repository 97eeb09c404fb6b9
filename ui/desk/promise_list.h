// SPDX-License-Identifier: GPL-3.0-or-later
// The promises of a ticket, each with its clock.
#pragma once

#include <vector>

#include "core/service/views.h"
#include "ui/kit/quiet_list.h"

namespace yingda::ui {

/// Hidden without promises. On an open one Enter says that it was kept, Delete that it was not.
/// Owner: the ticket's page.
class PromiseList final : public QuietList {
  Q_OBJECT
 public:
  explicit PromiseList(QWidget* parent = nullptr);
  void set(const std::vector<PromiseView>& promises, Instant now);
  void tick(Instant now);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void settled(const yingda::PromiseId& promise, bool isKept);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void settle(bool isKept);
  std::vector<PromiseView> m_promises;
};

/// 承诺 00:15 前 张师傅 到场 · 剩 12 分 · 8021
QString promiseText(const PromiseView& view, Instant now);

}  // namespace yingda::ui
