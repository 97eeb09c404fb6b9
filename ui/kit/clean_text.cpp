// SPDX-License-Identifier: GPL-3.0-or-later
// The list of characters that no text of ours needs.
#include "ui/kit/clean_text.h"

#include <QTextBoundaryFinder>

namespace yingda::ui {

namespace {

constexpr char32_t blackFlag = 0x1F3F4;
constexpr int marksMax = 8;  // more marks on one letter only smear over the lines around it

bool isTag(char32_t code) { return code >= 0xE0020 && code <= 0xE007F; }

bool isNonCharacter(char32_t code) {
  return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

bool isBidiControl(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

/// Invisible characters that carry no meaning in Chinese text; joiners and variation selectors
/// stay.
bool isInvisible(char32_t code) {
  return code == 0x00AD || code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0xFFFC ||
         (code >= 0x206A && code <= 0x206F) || (code >= 0xFFF9 && code <= 0xFFFB) ||
         code == 0xE0001;
}

bool isControl(char32_t code) {
  return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code <= 0x9F);
}

bool isMark(char32_t code) {
  const QChar::Category category = QChar::category(code);
  return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

class Cleaner {
 public:
  explicit Cleaner(Lines lines) : m_lines(lines) {}
  void take(char32_t code);
  QString result;

 private:
  Lines m_lines;
  int m_marks = 0;
  bool m_isAfterFlag = false;
};

void Cleaner::take(char32_t code) {
  if (isTag(code) && !m_isAfterFlag) return;
  if (!isTag(code)) m_isAfterFlag = code == blackFlag;
  if (code == 0x2028 || code == 0x2029) code = '\n';
  if (isControl(code) || isBidiControl(code) || isInvisible(code) || isNonCharacter(code)) return;
  m_marks = isMark(code) ? m_marks + 1 : 0;
  if (m_marks > marksMax) return;
  if (m_lines == Lines::Join && (code == '\n' || code == '\t')) code = ' ';
  result += QStringView(QChar::fromUcs4(code));
}

}  // namespace

QString cleanText(const QString& text, Lines lines) {
  Cleaner cleaner(lines);
  cleaner.result.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar unit = text.at(i);
    if (unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
      cleaner.take(QChar::surrogateToUcs4(unit, text.at(i + 1)));
      ++i;
    } else if (unit == u'\r') {
      if (i + 1 >= text.size() || text.at(i + 1) != u'\n') cleaner.take('\n');
    } else if (!unit.isSurrogate()) {
      cleaner.take(unit.unicode());
    }
  }
  return std::move(cleaner.result);
}

QString cutText(const QString& text, qsizetype limit) {
  if (limit <= 0) return {};
  if (text.size() <= limit) return text;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  finder.setPosition(limit);
  const qsizetype cut = finder.isAtBoundary() ? limit : finder.toPreviousBoundary();
  return text.left(cut < 0 ? 0 : cut);
}

}  // namespace yingda::ui
