// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the triage reads, as they change under her fingers.
#pragma once

#include <QObject>
#include <QTimer>

namespace yingda::ui {

class LineBox;
class TextBox;

/// Request and place with what an input method is still composing, told once an event loop's turn.
/// Owner: the form. Limits: both editors outlive it.
class TriageFeed final : public QObject {
  Q_OBJECT
 public:
  TriageFeed(TextBox* request, LineBox* place, QObject* parent = nullptr);
  /// See triageText; blank when nothing is written.
  QString text() const;

 Q_SIGNALS:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  TextBox* m_request;
  LineBox* m_place;
  QTimer m_turn;
  QString m_told;
};

}  // namespace yingda::ui
