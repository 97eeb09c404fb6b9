// SPDX-License-Identifier: GPL-3.0-or-later
// The last contacts of a household in three columns.
#pragma once

#include <QWidget>
#include <vector>

#include "core/service/views.h"

namespace yingda::ui {

/// When, what kind, and the text; whole rows only.
class RingingContacts final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 22;
  explicit RingingContacts(QWidget* parent = nullptr);
  void set(const std::vector<RecentContact>& contacts, Instant now);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<RecentContact> m_contacts;
  Instant m_now{};
};

}  // namespace yingda::ui
