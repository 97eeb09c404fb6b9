// SPDX-License-Identifier: GPL-3.0-or-later
// F1: all keys of the program on one sheet.
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <vector>

#include "ui/kit/key_table.h"

class QScrollArea;

namespace yingda::ui {

class Actions;

/// The rows of one heading of the sheet.
struct KeyGroup {
  QString title;
  struct Row {
    QString hint;  ///< caps apart by '\n'
    QString text;
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;
};

/// The verbs that are there, in groups; rows that differ by a digit only become one: Ctrl 1–9.
std::vector<KeyGroup> keyGroups(const KeyTable& keys,
                                const std::function<bool(const QString&)>& isThere);

/// A sheet over the window without scrim; Esc or F1 closes it and gives the focus back.
/// Owner: the window.
class KeyHelp final : public QWidget {
  Q_OBJECT
 public:
  KeyHelp(const Actions& actions, QWidget* window);
  void open();
  void close();
  bool isOpen() const { return isVisible(); }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void fill();
  void place();

  const Actions& m_actions;
  QScrollArea* m_scroll;
  QPointer<QWidget> m_focusBefore;
};

}  // namespace yingda::ui
