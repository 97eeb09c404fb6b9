// SPDX-License-Identifier: GPL-3.0-or-later
// The editors of free text: many lines and one line, safe against hostile input and beside an IME.
#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>
#include <vector>

#include "ui/kit/composition.h"
#include "ui/kit/text_wave.h"

namespace yingda::ui {

/// A multi-line editor that grows with its text. Tab leaves it, Enter is a new line, never a
/// command. Limits: `setLengthLimit` in UTF-16 units; typing beyond is refused, pasted text is cut.
class TextBox final : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit TextBox(QWidget* parent = nullptr);
  /// Committed text only, cleaned.
  QString text() const { return toPlainText(); }
  /// Replaces everything (undo is kept only within later edits).
  void setText(const QString& text);
  /// Inserts at the cursor as if typed: undoable, cleaned, cut to the limit.
  void insertText(const QString& text);
  /// Puts `text` in place of [from, to) as one step of undo, with the caret at its end; false, and
  /// nothing done, when it would not fit or while an input method composes.
  bool replaceText(int from, int to, const QString& text);
  /// Wavy lines under ranges, in place of those before.
  void setWaves(std::vector<TextWave> waves);
  const std::vector<TextWave>& waves() const { return m_waves; }
  /// Height for at least `least` and at most `most` lines; then it scrolls.
  void setLineRange(int least, int most);
  /// 0 means no limit.
  void setLengthLimit(qsizetype limit);
  qsizetype lengthLimit() const { return m_limit; }
  bool composing() const { return m_composition.isActive(); }
  QString preeditText() const { return m_composition.preedit(); }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The committed text has changed.
  void contentChanged();
  void composingChanged(bool composing);
  /// Something was refused or cut because the limit was reached.
  void limitHit();

 protected:
  void insertFromMimeData(const QMimeData* source) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void inputMethodEvent(QInputMethodEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  qsizetype room() const;
  QString fitted(const QString& text);
  void noteContent();
  void fitHeight();

  Composition m_composition;
  QString m_lastText;
  std::vector<TextWave> m_waves;
  qsizetype m_limit = 0;
  int m_leastLines = 2;
  int m_mostLines = 6;
};

/// A one-line editor with the same promises. Ctrl+E and Ctrl+U do nothing, on every platform.
class LineBox final : public QLineEdit {
  Q_OBJECT
 public:
  explicit LineBox(QWidget* parent = nullptr);
  void setLengthLimit(int limit);
  bool composing() const { return m_composition.isActive(); }
  QString preeditText() const { return m_composition.preedit(); }

  QSize sizeHint() const override;

 Q_SIGNALS:
  /// The committed text has changed, by hand or by program.
  void contentChanged();
  void composingChanged(bool composing);
  void limitHit();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void inputMethodEvent(QInputMethodEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void noteComposition(bool wasComposing);

  Composition m_composition;
};

}  // namespace yingda::ui
