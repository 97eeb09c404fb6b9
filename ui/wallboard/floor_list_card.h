// SPDX-License-Identifier: GPL-3.0-or-later
// The list behind a tile, a figure or a part of the queue, with the acts on its chosen row.
#pragma once

#include <QWidget>

#include "ui/wallboard/floor_rows.h"
#include "ui/wallboard/floor_text.h"

class QListView;
class QStackedWidget;

namespace yingda::ui {

class Actions;
class FloorActs;
class KeyHint;
class Label;
class RichLabel;
class Segmented;

/// Which row is chosen goes with the row, wherever it moves: two promises of one ticket are two
/// rows. When the row goes, nothing is chosen until a key or the mouse chooses: an act that was
/// meant for it must not fall on its neighbour. Owner: the page.
class FloorListCard final : public QWidget {
  Q_OBJECT
 public:
  FloorListCard(const Starter& starter, const Actions& actions, QWidget* parent = nullptr);
  /// The same list as it is now; `isOther`: another one, and its first row is chosen.
  void set(const FloorList& list, const QString& title, bool isOther);
  /// Ways to look at it, of which `current` is shown; fewer than two: none.
  void setParts(const QStringList& parts, int current);
  void setNow(Instant now);
  /// Null: the list is empty, or the chosen row has gone.
  const FloorRow* currentRow() const;
  /// The chosen row has gone, and nobody has chosen another yet.
  bool isLost() const { return m_isLost; }
  const FloorModel& model() const { return *m_model; }

 Q_SIGNALS:
  void opened();
  void asked(yingda::ui::FloorAct act);
  void partChosen(int part);
  /// The end was reached, and there is more than is listed.
  void moreWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void noteChoice();
  void placeActs();
  void sayHow();
  /// After a loss: the row nearest to where the lost one stood.
  bool chooseNearby(int key);

  FloorModel* m_model;
  FloorDelegate* m_delegate;
  QListView* m_view;
  QWidget* m_room;  ///< holds the list, which is as high as whole rows
  QStackedWidget* m_stack;
  RichLabel* m_empty;
  FloorActs* m_acts;
  Label* m_title;
  Label* m_note;
  KeyHint* m_partKey;
  Segmented* m_parts;
  QString m_chosen;  ///< key of the chosen row; empty: none was
  int m_row = 0;     ///< where it stood
  int m_count = 0;
  Instant m_now{};
  bool m_isLost = false;
  bool m_isSetting = false;
};

}  // namespace yingda::ui
