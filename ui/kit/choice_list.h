// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions under an editor that never take the focus.
#pragma once

#include <QFrame>
#include <QList>
#include <QPair>
#include <QPointer>
#include <QVariant>

#include "ui/kit/composition.h"

class QListView;

namespace yingda::ui {

class ChoiceModel;

/// One suggestion. `marks` are (start, length) of the words found in the title.
struct ChoiceRow {
  QString title;
  QString detail;
  QString trailing;
  QVariant data;
  QList<QPair<int, int>> marks;
  friend bool operator==(const ChoiceRow&, const ChoiceRow&) = default;
};

/// A list under its editor, a child of the editor's window and no popup: typing goes on
/// undisturbed. Up, Down, PageUp, PageDown, Enter and Esc work in the editor while it is open,
/// never while composing. Nothing is chosen beforehand: Enter chooses only after Up or Down, unless
/// `setPreselect(true)`. Owner: the editor's window; goes with the editor.
class ChoiceList final : public QFrame {
  Q_OBJECT
 public:
  explicit ChoiceList(QWidget* editor);

  /// Opens when there are rows and the editor has the focus, closes when there are none.
  void setRows(const QList<ChoiceRow>& rows);
  QList<ChoiceRow> rows() const;
  bool isOpen() const { return isVisible(); }
  /// Closes without choosing; the rows stay and `reopen` shows them again.
  void dismiss();
  void reopen();
  int currentRow() const;
  void setPreselect(bool preselect) { m_preselect = preselect; }
  void setMaxVisibleRows(int rows) { m_maxVisibleRows = rows; }

 Q_SIGNALS:
  void chosen(const QVariant& data);
  void dismissed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  bool takesKey(int key, Qt::KeyboardModifiers modifiers) const;
  void press(int key);
  void step(int by);
  void choose(int row);
  void place();
  bool editorWantsList() const;
  void keepCurrent(const ChoiceRow& row);

  QPointer<QWidget> m_editor;
  ChoiceModel* m_model;
  QListView* m_view;
  Composition m_composition;
  bool m_preselect = false;
  bool m_isSteered = false;  // the person has moved in the rows that are shown
  int m_maxVisibleRows = 8;
};

}  // namespace yingda::ui
