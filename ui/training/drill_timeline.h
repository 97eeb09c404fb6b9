// SPDX-License-Identifier: GPL-3.0-or-later
// A drill over its time: who spoke when, how angry the customer was, and where points were lost.
#pragma once

#include <QWidget>
#include <vector>

#include "core/base/local_time.h"

namespace yingda::ui {

/// Speech of one side. Without peaks it is only known when it was, and a bar stands for it.
struct SpeechSpan {
  Milliseconds from{};
  Milliseconds length{};
  std::vector<float> peaks;  ///< 0 to 1, evenly over the span
};

struct TimelineMark {
  Milliseconds at{};
  int points = 0;  ///< below zero
};

struct TimelinePoint {
  Milliseconds at{};
  int anger = 0;
};

struct DrillTimelineWords {
  Milliseconds length{};
  std::vector<SpeechSpan> own;
  std::vector<SpeechSpan> customer;
  std::vector<TimelinePoint> anger;
  int angerGoal = 0;
  std::vector<TimelineMark> marks;
};

/// Owner: the debrief.
class DrillTimeline final : public QWidget {
  Q_OBJECT
 public:
  explicit DrillTimeline(QWidget* parent = nullptr);
  void set(const DrillTimelineWords& words);
  const DrillTimelineWords& words() const { return m_words; }
  /// The mark that is told beside it; -1 for none.
  void setCurrentMark(int mark);
  int currentMark() const { return m_current; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {320, 190}; }

 Q_SIGNALS:
  void markChosen(int mark);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  int xOf(Milliseconds at) const;
  void paintLane(QPainter& painter, int top, const QString& name,
                 const std::vector<SpeechSpan>& spans, bool isOwn);
  void paintAnger(QPainter& painter);
  void paintMarks(QPainter& painter);

  DrillTimelineWords m_words;
  int m_current = -1;
};

}  // namespace yingda::ui
