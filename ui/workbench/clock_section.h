// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of milestones, and under it either the record or the account of one deadline.
#pragma once

#include <QWidget>
#include <functional>

#include "core/domain/starter.h"
#include "core/service/views.h"

class QStackedLayout;

namespace yingda::ui {

class MilestoneStrip;
class TimelineView;
class WhyTable;

/// Owner: the draft or the open ticket. The account is asked for by id and set when it comes.
class ClockSection final : public QWidget {
  Q_OBJECT
 public:
  explicit ClockSection(const Starter& starter, QWidget* parent = nullptr);
  void setMilestones(const std::vector<Milestone>& milestones, Level level, Instant now);
  void setActivities(const std::vector<Activity>& activities, Instant now);
  void setMissingForGolden(const QString& missing);
  void tick(Instant now);
  /// Alt+W: explains the chosen milestone, or folds the account.
  void toggleWhy();
  void setAccount(const Account& account, const QString& ownerAddress, Instant now);
  /// Hides the record when there is no room for it; an open account stays.
  void setRecordVisible(bool visible);
  /// The least height in which the record shows whole rows.
  int recordHeightLeast() const;
  bool isWhyOpen() const;
  void foldWhy();
  /// The sentence for the owner of the open account; empty without one.
  QString ownerSentence() const;
  MilestoneStrip* strip() const { return m_strip; }

 Q_SIGNALS:
  void whyAsked(const QString& milestoneId);

 private:
  void copy(const QString& sentence);
  void showBelow(int index);

  const Starter& m_starter;
  std::vector<Milestone> m_milestones;
  MilestoneStrip* m_strip;
  WhyTable* m_why;
  TimelineView* m_timeline;
  QWidget* m_belowPane;
  QStackedLayout* m_below;
  bool m_hasRoom = true;
};

}  // namespace yingda::ui
