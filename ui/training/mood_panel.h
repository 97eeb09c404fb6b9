// SPDX-License-Identifier: GPL-3.0-or-later
// How the customer feels: anger and trust as bars, and the way of the anger through the turns.
#pragma once

#include <QWidget>
#include <vector>

namespace yingda::ui {

/// Owner: the practice room, in practice only. Anger and trust are 0 to 100.
class MoodPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit MoodPanel(QWidget* parent = nullptr);
  /// `anger` holds the beginning and then one value a turn.
  void set(const std::vector<int>& anger, int trust);
  int anger() const { return m_anger.empty() ? 0 : m_anger.back(); }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<int> m_anger;
  int m_trust = 0;
};

}  // namespace yingda::ui
