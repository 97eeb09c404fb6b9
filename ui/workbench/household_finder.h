// SPDX-License-Identifier: GPL-3.0-or-later
// F3: finds a household by room, name, initials or the last digits of a number.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/service/backend.h"

namespace yingda::ui {

class ChoiceList;
class LineBox;

/// A line with hits under it; Enter takes the chosen one, Esc folds. Stale answers are dropped.
/// Owner: the workbench. Limits: 8 hits.
class HouseholdFinder final : public QWidget {
  Q_OBJECT
 public:
  explicit HouseholdFinder(Backend& backend, QWidget* parent = nullptr);
  void open(const QString& text = {});
  void fold();

 Q_SIGNALS:
  void chosen(const yingda::HouseholdId& id);
  /// Nothing fits: a new household is to be written down.
  void newAsked(const QString& text);
  void folded();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void search();

  Backend& m_backend;
  LineBox* m_line;
  ChoiceList* m_list;
  int m_question = 0;
};

}  // namespace yingda::ui
