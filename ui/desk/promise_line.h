// SPDX-License-Identifier: GPL-3.0-or-later
// One line that writes a promise down: what, by when, who.
#pragma once

#include <QPointer>
#include <QWidget>

#include "core/service/backend.h"

namespace yingda {
class Clock;
}

namespace yingda::ui {

class HintButton;
class Label;
class LineBox;

/// Hidden until opened. Enter in it, or the verb's key from anywhere, asks for the promise; Esc
/// folds it and gives the focus back. Until then nothing is promised.
/// Owner: a form or a ticket's page. Limits: the clock outlives it.
class PromiseLine final : public QWidget {
  Q_OBJECT
 public:
  enum class Focus { Taken, Left };

  explicit PromiseLine(const Clock& clock, QWidget* parent = nullptr);
  /// Left: the caret stays where she types; the key registers what stands here.
  void open(const PromiseWish& prefilled, Focus focus);
  /// A call back in half an hour, by whoever is signed in.
  void openOwn();
  bool isOpen() const { return !isHidden(); }
  void fold();
  /// Reads the line and asks, or says under it what is missing. A time is a time: 尽快 is none.
  void submit();
  /// Why the promise was not made.
  void setProblem(const QString& sentence);
  LineBox* what() const { return m_what; }
  LineBox* when() const { return m_when; }
  LineBox* who() const { return m_who; }

 Q_SIGNALS:
  void asked(const yingda::PromiseWish& wish);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  const Clock& m_clock;
  LineBox* m_what;
  LineBox* m_when;
  LineBox* m_who;
  HintButton* m_make;
  Label* m_problem;
  QPointer<QWidget> m_before;
};

/// Why a promise could not be made, in one sentence.
QString promiseTrouble(const Error& error);

}  // namespace yingda::ui
