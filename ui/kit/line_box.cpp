// SPDX-License-Identifier: GPL-3.0-or-later
// The one-line editor.
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QValidator>

#include "ui/kit/clean_text.h"
#include "ui/kit/text_box.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

/// Rewrites what is typed, pasted or set by program; it never refuses.
class CleaningValidator final : public QValidator {
 public:
  using QValidator::QValidator;
  State validate(QString& input, int& position) const override {
    const QString head = cleanText(input.left(position), Lines::Join);
    const QString clean = cleanText(input, Lines::Join);
    if (clean != input) {
      input = clean;
      position = static_cast<int>(qMin(head.size(), clean.size()));
    }
    return Acceptable;
  }
};

/// Keys that QLineEdit takes under X11 only; they would delete a line on one desk and nothing on
/// the next.
bool isEmacsKey(const QKeyEvent& event) {
  return event.modifiers() == Qt::ControlModifier &&
         (event.key() == Qt::Key_E || event.key() == Qt::Key_U);
}

}  // namespace

LineBox::LineBox(QWidget* parent) : QLineEdit(parent) {
  setFont(ui::font(FontRole::Body13));
  setValidator(new CleaningValidator(this));
  connect(this, &QLineEdit::textChanged, this, [this] {
    // What is set by program is read from its beginning.
    if (!hasFocus() && !isModified()) setCursorPosition(0);
    Q_EMIT contentChanged();
  });
  connect(this, &QLineEdit::inputRejected, this, &LineBox::limitHit);
}

void LineBox::setLengthLimit(int limit) { setMaxLength(limit > 0 ? limit : 32767); }

QSize LineBox::sizeHint() const { return {160, QLineEdit::sizeHint().height()}; }

bool LineBox::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride &&
      isEmacsKey(*static_cast<const QKeyEvent*>(event))) {
    event->ignore();
    return true;
  }
  return QLineEdit::event(event);
}

void LineBox::keyPressEvent(QKeyEvent* event) {
  const bool isAltText = event->modifiers().testFlag(Qt::AltModifier) &&
                         !event->modifiers().testFlag(Qt::ControlModifier) &&
                         !event->text().isEmpty() && event->text().at(0).isPrint();
  if (isEmacsKey(*event) || isAltText) {
    event->ignore();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

void LineBox::inputMethodEvent(QInputMethodEvent* event) {
  const bool wasComposing = composing();
  QLineEdit::inputMethodEvent(event);
  m_composition.note(this, *event);
  noteComposition(wasComposing);
}

void LineBox::focusOutEvent(QFocusEvent* event) {
  const bool wasComposing = composing();
  m_composition.note(this, *event);
  QLineEdit::focusOutEvent(event);
  if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
      event->reason() == Qt::MouseFocusReason) {
    setCursorPosition(0);
  }
  noteComposition(wasComposing);
}

void LineBox::noteComposition(bool wasComposing) {
  if (wasComposing != composing()) Q_EMIT composingChanged(composing());
}

}  // namespace yingda::ui
