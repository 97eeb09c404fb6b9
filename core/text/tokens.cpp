// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts folded text into index terms: Chinese runs, letter and digit runs, houses, telephone
// numbers.
#include "core/text/tokens.h"

#include <QSet>
#include <algorithm>
#include <string>

#include "core/text/chinese_number.h"
#include "core/text/folded_scalars.h"
#include "core/text/house_part.h"

namespace yingda {
namespace {

constexpr int letterRunMax = 64;
constexpr int suffixFrom = 7;
constexpr int suffixLength = 4;

/// A term found by the cutter: a stretch of the text, or words of its own for it.
struct Term {
  int from = 0;
  int to = 0;
  bool colocated = false;
  /// Left out of a query that has other terms.
  bool isOptional = false;
  /// Empty: the stretch itself.
  QString words;
};

bool isOtherLetter(char32_t c) { return c >= 0x80 && QChar::isLetterOrNumber(c) && !isCjk(c); }
bool isLetter(char32_t c) { return isLowerLetter(c) || isOtherLetter(c); }

bool mayBeginHouse(char32_t c) {
  return isDigit(c) || isLowerLetter(c) || isChineseNumeral(c) ||
         std::u32string_view(U"甲乙丙丁戊东西南北").find(c) != std::u32string_view::npos;
}

/// Walks once over the text and hands each term to `sink(const Term&)`, which returns 0 to go on.
template <class Sink>
class Cutter {
 public:
  Cutter(const FoldedScalars& text, TokenPurpose purpose, Sink& sink)
      : m_text(text), m_isQuery(purpose == TokenPurpose::Query), m_sink(sink) {}

  int run() {
    while (m_stop == 0 && m_at < m_text.size()) step();
    return m_stop;
  }

 private:
  void step() {
    const char32_t c = m_text.at(m_at);
    if (mayBeginHouse(c) && (cutMobile() || cutHouse())) return;
    if (isDigit(c)) {
      cutDigits();
    } else if (isLetter(c)) {
      cutLetters();
    } else if (isCjk(c)) {
      cutCjk();
    } else {
      ++m_at;
    }
  }

  void emit(const Term& term) {
    if (m_stop == 0) m_stop = m_sink(term);
  }

  bool digitsAt(int at, int count) const {
    for (int i = 0; i < count; ++i) {
      if (!isDigit(m_text.at(at + i))) return false;
    }
    return true;
  }

  bool isGap(int at) const { return m_text.at(at) == U'-' || m_text.at(at) == U' '; }

  /// 138-1234-5678 and 138 1234 5678 are found by the whole number.
  bool cutMobile() {
    const bool isGrouped = m_text.at(m_at) == U'1' && m_text.at(m_at + 1) >= U'3' &&
                           digitsAt(m_at, 3) && isGap(m_at + 3) && digitsAt(m_at + 4, 4) &&
                           isGap(m_at + 8) && digitsAt(m_at + 9, 4) &&
                           !isDigit(m_text.at(m_at + 13)) && isLabelStart(m_text, m_at);
    if (!isGrouped) return false;
    emitNumber(m_at, m_at + 13,
               m_text.slice(m_at, m_at + 3) + m_text.slice(m_at + 4, m_at + 8) +
                   m_text.slice(m_at + 9, m_at + 13));
    m_at += 13;
    return true;
  }

  void emitNumber(int from, int to, const QString& digits) {
    emit({from, to, false, false, digits});
    if (m_isQuery || digits.size() < suffixFrom) return;
    emit({to - suffixLength, to, true, false, digits.last(suffixLength)});
  }

  bool cutHouse() {
    const std::optional<House> house = readHouse(m_text, m_at);
    if (!house) return false;
    const bool hasBuilding = !house->building.isEmpty();
    const bool hasUnit = !house->unit.isEmpty();
    const QString building =
        hasBuilding ? buildingName(house->building.value).toLower() : QString();
    const QString unit = hasUnit ? unitName(house->unit.value, hasBuilding).toLower() : QString();
    const int from = hasBuilding ? house->building.begin : house->unit.begin;
    int end = hasUnit ? house->unit.end : house->building.end;
    if (hasBuilding && hasUnit && m_isQuery) {
      emit({from, end, false, false, building + unit});
    } else {
      if (hasBuilding) emit({from, house->building.end, false, false, building});
      if (hasBuilding && hasUnit) emit({from, end, true, false, building + unit});
      if (hasUnit) emit({house->unit.begin, end, false, false, unit});
    }
    end = cutRoom(*house, end);
    m_at = end;
    if (m_isQuery && hasBuilding && !hasUnit && house->room.isEmpty()) cutUnfinishedUnit();
    return true;
  }

  /// Rooms with letters are left to the runs of letters and digits, as whoever types them may leave
  /// a gap.
  int cutRoom(const House& house, int end) {
    const QString& room = house.room.value;
    const bool isPlain = !room.isEmpty() &&
                         std::all_of(room.begin(), room.end(), [](QChar c) { return c.isDigit(); });
    if (!isPlain) return end;
    // 3栋2 and 3栋2单元1 on the way to 3栋2单元1502 must not empty the list of hits.
    const bool isUnfinished = m_isQuery && room.size() <= 2 && house.room.end == m_text.size() &&
                              isDigit(m_text.at(house.room.end - 1));
    emit({house.room.begin, house.room.end, false, isUnfinished, room});
    return house.end;
  }

  /// 3栋2单 is on the way to 3栋2单元.
  void cutUnfinishedUnit() {
    int at = m_at;
    while (isDigit(m_text.at(at)) && at < m_at + 3) ++at;
    const int digitsEnd = at;
    if (m_text.at(at) == U'单') ++at;
    if (digitsEnd == m_at || digitsEnd - m_at > 2 || at != m_text.size()) return;
    emit({m_at, digitsEnd, false, true, {}});
    if (at > digitsEnd) emit({digitsEnd, at, false, true, {}});
    m_at = at;
  }

  void cutDigits() {
    const int from = m_at;
    while (isDigit(m_text.at(m_at))) ++m_at;
    const int length = m_at - from;
    int begin = from;
    // The country code and the outside-line zero belong to the call, not to the number.
    if (length == 13 && m_text.startsWith(from, U"861")) begin = from + 2;
    if (length == 12 && m_text.startsWith(from, U"01")) begin = from + 1;
    if (length < suffixFrom) {
      emit({from, m_at, false, false, {}});
    } else {
      emitNumber(from, m_at, m_text.slice(begin, m_at));
    }
  }

  void cutLetters() {
    const int from = m_at;
    while (m_at < m_text.size() && isLetter(m_text.at(m_at)) && m_at - from < letterRunMax) ++m_at;
    emit({from, m_at, false, false, {}});
  }

  void cutCjk() {
    const int from = m_at;
    ++m_at;
    while (isCjk(m_text.at(m_at)) && !(mayBeginHouse(m_text.at(m_at)) && readHouse(m_text, m_at))) {
      ++m_at;
    }
    const bool isBare = m_isQuery && isBareMarker(from, m_at);
    if (m_isQuery && m_at - from == 1) emit({from, m_at, false, isBare, {}});
    for (int i = from; m_stop == 0 && i < m_at; ++i) {
      if (!m_isQuery) emit({i, i + 1, false, false, {}});
      if (i + 1 < m_at && !(m_isQuery && isHousePair(i))) {
        emit({i, i + 2, !m_isQuery, isBare, {}});
      }
    }
  }

  /// 十栋 inside 十十栋: no house here, but one when the pair is cut by itself.
  bool isHousePair(int at) const {
    const char32_t marker = m_text.at(at + 1);
    return mayBeginHouse(m_text.at(at)) && (marker == U'栋' || marker == U'幢' || marker == U'座');
  }

  bool isBareMarker(int from, int to) const {
    const auto run =
        std::u32string_view(m_text.text).substr(size_t(from), size_t(to) - size_t(from));
    return run == U"栋" || run == U"幢" || run == U"座" || run == U"号楼" || run == U"单元";
  }

  const FoldedScalars& m_text;
  const bool m_isQuery;
  Sink& m_sink;
  int m_at = 0;
  int m_stop = 0;
};

/// Queries are short: collect first, then leave out what is optional beside other terms.
template <class Sink>
int cut(const FoldedScalars& text, TokenPurpose purpose, Sink sink) {
  if (purpose == TokenPurpose::Document) return Cutter<Sink>(text, purpose, sink).run();
  std::vector<Term> terms;
  auto collect = [&terms](const Term& term) {
    terms.push_back(term);
    return 0;
  };
  Cutter<decltype(collect)>(text, purpose, collect).run();
  const bool hasNeeded =
      std::any_of(terms.begin(), terms.end(), [](const Term& term) { return !term.isOptional; });
  for (const Term& term : terms) {
    if (term.isOptional && hasNeeded) continue;
    if (const int stop = sink(term); stop != 0) return stop;
  }
  return 0;
}

void appendUtf8(std::string& bytes, char32_t c) {
  const auto tail = [&bytes, c](int shift) {
    bytes.push_back(static_cast<char>(0x80 | ((c >> shift) & 0x3F)));
  };
  if (c < 0x80) {
    bytes.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    bytes.push_back(static_cast<char>(0xC0 | (c >> 6)));
    tail(0);
  } else if (c < 0x10000) {
    bytes.push_back(static_cast<char>(0xE0 | (c >> 12)));
    tail(6);
    tail(0);
  } else {
    bytes.push_back(static_cast<char>(0xF0 | (c >> 18)));
    tail(12);
    tail(6);
    tail(0);
  }
}

/// Letters and digits without a sign of a house.
bool isPlainRun(const QString& term) {
  return std::all_of(term.begin(), term.end(),
                     [](QChar c) { return c.isLetterOrNumber() && c < u'\x80'; });
}

/// The letters and digits of a text, told sooner than by cutting it into terms.
class PlainText {
 public:
  explicit PlainText(const QString& folded) {
    for (const QChar c : folded) {
      // A number may be written in Chinese digits, and is then none of the letters.
      if (QStringView(u"〇零一二两三四五六七八九十百").contains(c)) m_hasChineseDigits = true;
      if (c.isLetterOrNumber() && c < u'\x80') m_plain += c;
    }
  }
  /// Surely none of its terms, nor the beginning of one.
  bool lacks(const QString& term) const {
    return !m_hasChineseDigits && isPlainRun(term) && !m_plain.contains(term);
  }

 private:
  QString m_plain;  // without what stands between them: numbers are told with and without gaps
  bool m_hasChineseDigits = false;
};

/// Digits of three or more and letters also fit the beginning of a longer run, as the index may be
/// asked for.
bool fits(const QString& documentTerm, const QString& queryTerm) {
  const bool isLongEnough = queryTerm.size() >= 3 || !queryTerm.front().isDigit();
  return documentTerm == queryTerm ||
         (isLongEnough && isPlainRun(queryTerm) && documentTerm.startsWith(queryTerm));
}

void addRun(std::vector<TextRange>& ranges, const FoldedText& folded, const QString& run) {
  for (qsizetype at = folded.text.indexOf(run); at >= 0; at = folded.text.indexOf(run, at + 1)) {
    ranges.push_back(folded.sourceRange(static_cast<int>(at), static_cast<int>(run.size())));
  }
}

std::vector<TextRange> merged(std::vector<TextRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TextRange& a, const TextRange& b) { return a.start < b.start; });
  std::vector<TextRange> result;
  for (const TextRange& range : ranges) {
    if (!result.empty() && range.start <= result.back().start + result.back().length) {
      const int end =
          std::max(result.back().start + result.back().length, range.start + range.length);
      result.back().length = end - result.back().start;
    } else {
      result.push_back(range);
    }
  }
  return result;
}

}  // namespace

int tokenizeUtf8(const char* text, int bytes, TokenPurpose purpose, void* context,
                 TokenCallback callback) {
  const FoldedScalars folded = foldScalarsUtf8(text, bytes);
  std::string term;
  return cut(folded, purpose, [&](const Term& found) {
    if (found.words.isEmpty()) {
      term.clear();
      for (int i = found.from; i < found.to; ++i) appendUtf8(term, folded.at(i));
    } else {
      term = found.words.toStdString();
    }
    return callback(context, term.data(), static_cast<int>(term.size()), folded.beginOf(found.from),
                    folded.endOf(found.to - 1), found.colocated);
  });
}

std::vector<Token> tokens(QStringView text, TokenPurpose purpose) {
  const FoldedScalars folded = foldScalars(text);
  std::vector<Token> result;
  cut(folded, purpose, [&](const Term& found) {
    const int begin = folded.beginOf(found.from);
    const int end = folded.endOf(found.to - 1);
    const QString words = found.words.isEmpty() ? folded.slice(found.from, found.to) : found.words;
    result.push_back({words, {begin, end - begin}, found.colocated});
    return 0;
  });
  return result;
}

QStringList searchTerms(QStringView query) {
  QStringList terms;
  for (const Token& token : tokens(query, TokenPurpose::Query)) {
    if (!terms.contains(token.text)) terms.append(token.text);
  }
  return terms;
}

QueryMatcher::QueryMatcher(QStringView query) {
  const FoldedScalars folded = foldScalars(query);
  int runEnd = -1;
  cut(folded, TokenPurpose::Query, [&](const Term& found) {
    const bool isChinese = found.words.isEmpty() && isCjk(folded.at(found.from));
    if (!isChinese) {
      const QString term = found.words.isEmpty() ? folded.slice(found.from, found.to) : found.words;
      if (!m_terms.contains(term)) m_terms.append(term);
    } else if (found.from < runEnd) {
      // Pairs overlap by one character: the run grows by the second one.
      m_runs.last() += folded.slice(found.to - 1, found.to);
    } else {
      m_runs.append(folded.slice(found.from, found.to));
    }
    if (isChinese) runEnd = found.to;
    return 0;
  });
}

bool QueryMatcher::matches(QStringView text) const {
  const QString folded = fold(text);
  for (const QString& run : m_runs) {
    if (!folded.contains(run)) return false;
  }
  if (m_terms.isEmpty()) return true;
  const PlainText plain(folded);
  for (const QString& term : m_terms) {
    if (plain.lacks(term)) return false;
  }
  const std::vector<Token> found = tokens(text, TokenPurpose::Document);
  return std::all_of(m_terms.begin(), m_terms.end(), [&found](const QString& term) {
    return std::any_of(found.begin(), found.end(),
                       [&term](const Token& token) { return fits(token.text, term); });
  });
}

bool QueryMatcher::isToldByTerms() const {
  return std::all_of(m_runs.begin(), m_runs.end(),
                     [](const QString& run) { return run.size() <= 2; });
}

bool QueryMatcher::matchesIndexed(QStringView text) const {
  if (isToldByTerms()) return true;
  const QString folded = fold(text);
  return std::all_of(m_runs.begin(), m_runs.end(),
                     [&](const QString& run) { return run.size() <= 2 || folded.contains(run); });
}

std::vector<TextRange> QueryMatcher::termsIn(QStringView text, const QString& folded) const {
  std::vector<TextRange> found;
  const PlainText plain(folded);
  const bool mayStand = std::any_of(m_terms.begin(), m_terms.end(),
                                    [&](const QString& term) { return !plain.lacks(term); });
  if (!mayStand) return found;
  for (const Token& token : tokens(text, TokenPurpose::Document)) {
    const bool isWanted =
        std::any_of(m_terms.begin(), m_terms.end(),
                    [&token](const QString& term) { return fits(token.text, term); });
    if (isWanted) found.push_back(token.range);
  }
  return found;
}

bool QueryMatcher::standsIn(QStringView text) const {
  const QString folded = fold(text);
  return std::any_of(m_runs.begin(), m_runs.end(),
                     [&folded](const QString& run) { return folded.contains(run); }) ||
         !termsIn(text, folded).empty();
}

std::vector<TextRange> QueryMatcher::ranges(QStringView text) const {
  const FoldedText folded = foldWithOrigins(text);
  std::vector<TextRange> found = termsIn(text, folded.text);
  for (const QString& run : m_runs) addRun(found, folded, run);
  return merged(std::move(found));
}

std::vector<TextRange> matchRanges(QStringView text, QStringView query) {
  return QueryMatcher(query).ranges(text);
}

}  // namespace yingda
