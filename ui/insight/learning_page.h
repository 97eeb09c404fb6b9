// SPDX-License-Identifier: GPL-3.0-or-later
// 学习与误差: what the triage learned from confirmed labels, and how wrong it is.
#pragma once

#include "core/domain/starter.h"
#include "core/service/learning_view.h"
#include "ui/kit/page.h"

class QStackedWidget;

namespace yingda::ui {

class ConfusionList;
class HintButton;
class Label;
class LearningChart;
class LearningFigure;
class RichLabel;

/// Takes figures and says what the person wants; it learns nothing itself. The button has the
/// focus, so that Enter learns anew; Esc leaves. Owner: the window. Limits: the starter outlives
/// it.
class LearningPage final : public Page {
  Q_OBJECT
 public:
  explicit LearningPage(const Starter& starter, QWidget* parent = nullptr);
  QString id() const override;
  QString title() const override;
  QString keyId() const override;

  void set(const LearningView& view);
  /// Learning runs; the figures stay as they are.
  void setLearning(bool isLearning);
  /// The last try came to nothing; the sentence says why.
  void setTrouble(const QString& sentence);

 Q_SIGNALS:
  void relearnAsked();
  void leaveAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makeFigures();
  QWidget* makeCharts();
  QWidget* makeEmpty();

  const Starter& m_starter;
  bool m_isLearning = false;
  Label* m_state = nullptr;
  HintButton* m_relearn = nullptr;
  LearningFigure* m_labels = nullptr;
  LearningFigure* m_accuracy = nullptr;
  LearningFigure* m_decided = nullptr;
  LearningFigure* m_coverage = nullptr;
  LearningFigure* m_threshold = nullptr;
  LearningFigure* m_error = nullptr;
  LearningChart* m_chart = nullptr;
  ConfusionList* m_confusions = nullptr;
  QStackedWidget* m_whole = nullptr;
  RichLabel* m_empty = nullptr;
};

}  // namespace yingda::ui
