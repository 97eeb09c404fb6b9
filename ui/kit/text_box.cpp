// SPDX-License-Identifier: GPL-3.0-or-later
// The many-line editor.
#include "ui/kit/text_box.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>

#include "ui/kit/clean_text.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int paddingX = 11;
constexpr int paddingY = 9;

/// Text that the key would insert; empty for commands, and for Alt with a letter or digit, which is
/// a verb.
QString typedText(const QKeyEvent& event) {
  const bool isVerb = event.modifiers().testFlag(Qt::AltModifier) !=
                      event.modifiers().testFlag(Qt::ControlModifier);
  if (isVerb) return {};
  if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) return QStringLiteral("\n");
  const QString text = event.text();
  return !text.isEmpty() && text.at(0).isPrint() ? text : QString();
}

bool isAltVerb(const QKeyEvent& event) {
  return event.modifiers().testFlag(Qt::AltModifier) &&
         !event.modifiers().testFlag(Qt::ControlModifier) && !event.text().isEmpty() &&
         event.text().at(0).isPrint();
}

}  // namespace

TextBox::TextBox(QWidget* parent) : QPlainTextEdit(parent) {
  QFont face = ui::font(FontRole::Body13);
  face.setPixelSize(15);
  setFont(face);
  setTabChangesFocus(true);
  document()->setDocumentMargin(0);
  setViewportMargins(paddingX - 1, paddingY - 1, paddingX - 1, paddingY - 1);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(this, &QPlainTextEdit::textChanged, this, &TextBox::noteContent);
  fitHeight();
}

void TextBox::setText(const QString& text) {
  const QString clean = cleanText(text, Lines::Keep);
  setPlainText(m_limit > 0 ? cutText(clean, m_limit) : clean);
  moveCursor(QTextCursor::End);
}

void TextBox::insertText(const QString& text) {
  textCursor().insertText(fitted(cleanText(text, Lines::Keep)));
  ensureCursorVisible();
}

bool TextBox::replaceText(int from, int to, const QString& text) {
  const QString clean = cleanText(text, Lines::Keep);
  const qsizetype size = document()->characterCount() - 1;
  if (composing() || isReadOnly() || from < 0 || to < from || to > size) return false;
  if (m_limit > 0 && size - (to - from) + clean.size() > m_limit) {
    Q_EMIT limitHit();
    return false;
  }
  QTextCursor cursor(document());
  cursor.beginEditBlock();
  cursor.setPosition(from);
  cursor.setPosition(to, QTextCursor::KeepAnchor);
  cursor.insertText(clean);
  cursor.endEditBlock();
  setTextCursor(cursor);
  return true;
}

void TextBox::setWaves(std::vector<TextWave> waves) {
  m_waves = std::move(waves);
  viewport()->update();
}

void TextBox::setLineRange(int least, int most) {
  m_leastLines = qMax(1, least);
  m_mostLines = qMax(m_leastLines, most);
  fitHeight();
}

void TextBox::setLengthLimit(qsizetype limit) { m_limit = qMax(qsizetype{0}, limit); }

QSize TextBox::sizeHint() const { return {240, height()}; }

QSize TextBox::minimumSizeHint() const { return {120, minimumHeight()}; }

qsizetype TextBox::room() const {
  const QTextCursor cursor = textCursor();
  const qsizetype selected = cursor.selectionEnd() - cursor.selectionStart();
  return m_limit - (document()->characterCount() - 1) + selected;
}

QString TextBox::fitted(const QString& text) {
  if (m_limit <= 0 || text.size() <= room()) return text;
  Q_EMIT limitHit();
  return cutText(text, room());
}

void TextBox::insertFromMimeData(const QMimeData* source) {
  if (source->hasText()) insertText(source->text());
}

void TextBox::paintEvent(QPaintEvent* event) {
  QPlainTextEdit::paintEvent(event);
  if (m_waves.empty()) return;
  QPainter painter(viewport());
  QPointF at = contentOffset();
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    if (at.y() > event->rect().bottom()) break;
    for (const TextWave& wave : m_waves) {
      for (const QLineF& underline : underlinesIn(block, wave.range)) {
        paintWave(painter, underline.translated(at), color(wave.ink));
      }
    }
    at.ry() += blockBoundingRect(block).height();
  }
}

void TextBox::keyPressEvent(QKeyEvent* event) {
  if (isAltVerb(*event)) {
    event->ignore();
    return;
  }
  const QString typed = typedText(*event);
  if (!typed.isEmpty() && !isReadOnly()) {
    if (m_limit > 0 && typed.size() > room()) {
      Q_EMIT limitHit();
      event->accept();
      return;
    }
    if (cleanText(typed, Lines::Keep) != typed) {
      event->accept();
      return;
    }
  }
  QPlainTextEdit::keyPressEvent(event);
}

void TextBox::inputMethodEvent(QInputMethodEvent* event) {
  const bool wasComposing = composing();
  const QString commit = event->commitString();
  // The base class replaces the selection and the given range by the commit, then shows the
  // preedit.
  const QString kept = fitted(cleanText(commit, Lines::Keep));
  if (kept == commit) {
    QPlainTextEdit::inputMethodEvent(event);
  } else {
    QInputMethodEvent cleaned(event->preeditString(), event->attributes());
    cleaned.setCommitString(kept, event->replacementStart(), event->replacementLength());
    QPlainTextEdit::inputMethodEvent(&cleaned);
    event->accept();
  }
  m_composition.note(this, *event);
  if (wasComposing != composing()) Q_EMIT composingChanged(composing());
}

void TextBox::focusOutEvent(QFocusEvent* event) {
  const bool wasComposing = composing();
  m_composition.note(this, *event);
  QPlainTextEdit::focusOutEvent(event);
  update();
  if (wasComposing) Q_EMIT composingChanged(false);
}

void TextBox::wheelEvent(QWheelEvent* event) {
  QPlainTextEdit::wheelEvent(event);
  event->accept();
}

void TextBox::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) fitHeight();
}

void TextBox::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange) fitHeight();
}

void TextBox::noteContent() {
  fitHeight();
  const QString now = toPlainText();
  if (now == m_lastText) return;
  m_lastText = now;
  Q_EMIT contentChanged();
}

void TextBox::fitHeight() {
  int lines = 0;
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    lines += qMax(1, block.lineCount());
    if (lines >= m_mostLines) break;
  }
  const int line = fontMetrics().lineSpacing();
  // The layout rounds each line up; without the slack the editor would scroll its first line away.
  const int slack = 4;
  const int wanted = qBound(m_leastLines, lines, m_mostLines) * line + 2 * paddingY + slack;
  if (wanted != height() || wanted != minimumHeight()) setFixedHeight(wanted);
}

}  // namespace yingda::ui
