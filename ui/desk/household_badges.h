// SPDX-License-Identifier: GPL-3.0-or-later
// The badges of the household card: as many as fit, the rest behind +n.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/kit/badge.h"

namespace yingda::ui {

/// One badge to be shown. When there is no room, the greatest rank goes first.
struct HouseholdBadge {
  QString text;
  Tone tone = Tone::Neutral;
  int rank = 0;
};

/// Whole badges only; +n names the others in its tool tip.
class HouseholdBadges final : public QWidget {
  Q_OBJECT
 public:
  explicit HouseholdBadges(QWidget* parent = nullptr);
  void set(const std::vector<HouseholdBadge>& badges);
  QStringList texts() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  std::vector<bool> fitting(int width) const;

  std::vector<HouseholdBadge> m_badges;
};

}  // namespace yingda::ui
