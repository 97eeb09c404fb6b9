// SPDX-License-Identifier: GPL-3.0-or-later
// Why a deadline is when it is: opens in place under the strip.
#pragma once

#include <QWidget>

#include "core/domain/milestones.h"

namespace yingda::ui {

class HintButton;
class Label;
class RichLabel;
class WhyModel;
class WhyView;

/// Question, sentence, table, sum, calendar, and the words for the owner to copy.
/// Right and Left or Enter open and close a folded row; Esc closes the whole.
class WhyTable final : public QWidget {
  Q_OBJECT
 public:
  explicit WhyTable(QWidget* parent = nullptr);
  /// An empty owner's sentence takes the copy button away.
  void set(const Account& account, const Milestone& milestone, const QString& ownerSentence,
           Instant now);
  QString milestoneId() const { return m_milestoneId; }
  QString ownerSentence() const { return m_ownerSentence; }
  /// Where the pointer at the upper edge stands, in this widget; negative hides it.
  void setPointer(int x);
  const WhyModel& model() const { return *m_model; }

 Q_SIGNALS:
  /// The person wants the owner's sentence on the clipboard.
  void copyAsked(const QString& ownerSentence);
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* makeHead();
  QWidget* makeSum();
  QWidget* makeFoot();
  void copy();

  QString m_milestoneId;
  QString m_ownerSentence;
  int m_pointer = -1;
  WhyModel* m_model;
  WhyView* m_view = nullptr;
  Label* m_question = nullptr;
  RichLabel* m_sentence = nullptr;
  Label* m_sum = nullptr;
  Label* m_left = nullptr;
  Label* m_share = nullptr;
  Label* m_calendar = nullptr;
  HintButton* m_close = nullptr;
  HintButton* m_copy = nullptr;
};

}  // namespace yingda::ui
