// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of milestones of a ticket, with what is left on each clock.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/milestones.h"
#include "ui/desk/milestone_chain.h"
#include "ui/desk/milestone_paint.h"

namespace yingda::ui {

/// Nodes on a line; under each its name, what is left, and when. Left and Right choose a node,
/// Enter or Alt+W asks why. 更多 opens the folded ones as a second row, in place. Stands in a card;
/// it has no ground and no padding of its own.
class MilestoneStrip final : public QWidget {
  Q_OBJECT
 public:
  explicit MilestoneStrip(QWidget* parent = nullptr);
  void set(const std::vector<Milestone>& milestones, Level level, Instant now);
  /// Once a second; repaints only the nodes that read differently. Clocks that run on service time
  /// are counted anew by whoever calls set().
  void tick(Instant now);
  /// What the golden five minutes still lack: 还差告知. Empty: nothing.
  void setMissingForGolden(const QString& missing);
  /// 慢一点: the clocks say minutes, and nothing moves every second.
  void setCalm(bool isCalm);

  /// The id of the node that Enter would explain; empty without nodes.
  QString chosen() const;
  void choose(const QString& milestoneId);
  bool isUnfolded() const { return m_isUnfolded; }
  void setUnfolded(bool unfolded);
  /// Where the node stands, for the pointer of what opens below; -1 when it is not shown.
  int nodeX(const QString& milestoneId) const;
  /// The words on the screen, in order; for tests.
  const MilestoneChain& chain() const { return m_chain; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void whyAsked(const QString& milestoneId);
  void chosenChanged(const QString& milestoneId);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void refresh();
  void describe();
  int nodeCount() const;
  const MilestoneNode& nodeAt(int index) const;
  QRect nodeRect(int index) const;
  MilestoneBox boxOf(int index) const;
  QString moreText() const;
  QRect moreRect() const;
  int indexAt(const QPoint& at) const;
  int chosenIndex() const;
  void step(int by);
  void askWhy(int index);

  std::vector<Milestone> m_milestones;
  Level m_level = Level::Yellow;
  Instant m_setAt{};
  Instant m_now{};
  QString m_missing;
  QString m_chosen;
  MilestoneChain m_chain;
  bool m_isUnfolded = false;
  bool m_isCalm = false;
};

}  // namespace yingda::ui
