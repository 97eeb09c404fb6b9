// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the comparison piece by piece into one document.
#include "ui/knowledge/diff_view.h"

#include <QEvent>
#include <QTextCursor>

#include "core/domain/article_diff.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

QTextCharFormat formatOf(DiffPiece::Kind kind) {
  QTextCharFormat format;
  format.setFont(font(FontRole::Body13));
  format.setForeground(color(kind == DiffPiece::Kind::Removed ? Token::Text3 : Token::Text));
  if (kind == DiffPiece::Kind::Removed) format.setFontStrikeOut(true);
  if (kind == DiffPiece::Kind::Added) {
    format.setFontUnderline(true);
    format.setUnderlineColor(color(Token::Accent));
    format.setBackground(color(Token::AccentWeak));
  }
  return format;
}

}  // namespace

DiffView::DiffView(QWidget* parent) : QTextBrowser(parent) {
  setObjectName(QStringLiteral("knowledge.diff"));
  setAccessibleName(tr("和上一版的不同"));
  setFrameShape(QFrame::NoFrame);
  setOpenLinks(false);
  setTabChangesFocus(true);
  document()->setDocumentMargin(0);
}

void DiffView::set(const QString& before, const QString& after) {
  const bool isSame = before == m_before && after == m_after && m_isDark == isDark();
  if (isSame && !document()->isEmpty()) return;
  m_before = before;
  m_after = after;
  render();
}

void DiffView::render() {
  m_isDark = isDark();
  const auto lines = diffOf(m_before, m_after);
  m_changes = changesIn(lines);
  QPalette colours = palette();
  colours.setColor(QPalette::Base, Qt::transparent);
  setPalette(colours);
  clear();
  QTextCursor cursor(document());
  QTextBlockFormat block;
  block.setLineHeight(21, QTextBlockFormat::FixedHeight);
  bool isFirst = true;
  for (const DiffLine& line : lines) {
    if (!isFirst) cursor.insertBlock();
    isFirst = false;
    cursor.setBlockFormat(block);
    switch (line.kind) {
      case DiffLine::Kind::Same:
        cursor.insertText(line.after, formatOf(DiffPiece::Kind::Same));
        break;
      case DiffLine::Kind::Removed:
        cursor.insertText(line.before, formatOf(DiffPiece::Kind::Removed));
        break;
      case DiffLine::Kind::Added:
        cursor.insertText(line.after, formatOf(DiffPiece::Kind::Added));
        break;
      case DiffLine::Kind::Changed:
        for (const DiffPiece& piece : line.pieces) {
          cursor.insertText(piece.text, formatOf(piece.kind));
        }
        break;
    }
  }
  moveCursor(QTextCursor::Start);
}

void DiffView::changeEvent(QEvent* event) {
  QTextBrowser::changeEvent(event);
  // The text keeps the colours it was written with.
  if (event->type() == QEvent::StyleChange && !document()->isEmpty()) render();
}

void DiffView::showEvent(QShowEvent* event) {
  QTextBrowser::showEvent(event);
  // What was hidden is not told of another style.
  if (m_isDark != isDark() && !document()->isEmpty()) render();
}

}  // namespace yingda::ui
