// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and matching patterns. Backtracking is bounded: a pattern has a handful of parts, a gap
// at most 40 characters.
#include "core/assist/wording_pattern.h"

#include "core/text/chinese_number.h"
#include "core/text/fold.h"

namespace yingda {

namespace {

constexpr int gapLimit = 40;

bool isNumeral(QChar c) {
  return (c >= u'0' && c <= u'9') || isChineseNumeral(c.unicode()) || c == u'两' || c == u'半';
}

}  // namespace

Result<WordingPattern> WordingPattern::compile(const QString& source) {
  const Error refused{ErrorCode::Invalid, source};
  const QString pattern = fold(source);
  WordingPattern compiled;
  qsizetype at = 0;
  if (pattern.startsWith(u'^')) {
    compiled.m_isOpening = true;
    at = 1;
  }
  std::vector<Part> parts;
  while (at < pattern.size()) {
    const QChar c = pattern[at];
    Part part;
    if (c == u'(') {
      const qsizetype close = pattern.indexOf(u')', at);
      if (close < 0) return refused;
      part.words = pattern.mid(at + 1, close - at - 1).split(u'|');
      at = close + 1;
    } else if (c == u'~' || c == u'_') {
      qsizetype digit = at + 1;
      while (digit < pattern.size() && pattern[digit].isDigit()) ++digit;
      part.sort = Part::Sort::Gap;
      part.isWithinClause = c == u'_';
      part.gapMax = QStringView(pattern).mid(at + 1, digit - at - 1).toInt();
      if (part.gapMax < 1 || part.gapMax > gapLimit) return refused;
      at = digit;
    } else if (c == u'#') {
      part.sort = Part::Sort::Number;
      ++at;
    } else if (c == u'$') {
      part.sort = Part::Sort::End;
      if (++at != pattern.size()) return refused;
    } else if (c == u')' || c == u'|' || c == u'^') {
      return refused;
    } else {
      const qsizetype start = at;
      while (at < pattern.size() && !QStringView(u"(|)~_#$^").contains(pattern[at])) ++at;
      part.words = QStringList{pattern.mid(start, at - start)};
    }

    parts.push_back(std::move(part));
  }
  if (parts.empty() || parts.front().sort != Part::Sort::Words) return refused;
  compiled.m_beginnings = parts.front().words;
  if (compiled.m_beginnings.contains(QString()) ||
      compiled.m_beginnings.contains(QStringLiteral("$")) ||
      compiled.m_beginnings.contains(QStringLiteral("#"))) {
    return refused;
  }
  compiled.m_parts.assign(parts.begin() + 1, parts.end());
  return compiled;
}

std::optional<int> WordingPattern::endOfMatch(QStringView sentence, int at, int bodyEnd) const {
  return matchFrom(sentence, at, bodyEnd, 0);
}

std::optional<int> WordingPattern::matchFrom(QStringView text, int at, int bodyEnd,
                                             size_t index) const {
  const int end = static_cast<int>(text.size());
  if (at > end) return std::nullopt;
  if (index == m_parts.size()) return at;
  const Part& part = m_parts[index];
  const auto number = [&](int from) {
    int to = from;
    while (to < end && isNumeral(text[to])) ++to;
    return to;
  };
  switch (part.sort) {
    case Part::Sort::End:
      return at == bodyEnd ? std::optional(at) : std::nullopt;
    case Part::Sort::Number: {
      const int behind = number(at);
      return behind > at ? matchFrom(text, behind, bodyEnd, index + 1) : std::nullopt;
    }
    case Part::Sort::Gap:
      for (int skipped = 0; skipped <= part.gapMax && at + skipped <= end; ++skipped) {
        if (const auto found = matchFrom(text, at + skipped, bodyEnd, index + 1)) return found;
        if (part.isWithinClause && at + skipped < end && text[at + skipped] == u',') break;
      }
      return std::nullopt;
    case Part::Sort::Words:
      for (const QString& word : part.words) {
        int behind = at + static_cast<int>(word.size());
        if (word == u"$") {
          if (at != bodyEnd) continue;
          behind = at;
        } else if (word == u"#") {
          behind = number(at);
          if (behind == at) continue;
        } else if (behind > end || text.mid(at, word.size()) != word) {
          continue;
        }
        if (const auto found = matchFrom(text, behind, bodyEnd, index + 1)) return found;
      }
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace yingda
