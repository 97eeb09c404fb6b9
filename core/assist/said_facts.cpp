// SPDX-License-Identifier: GPL-3.0-or-later
// Scanners by hand: they look only at the few sentences in which a rule has already matched.
#include "core/assist/said_facts.h"

#include <algorithm>

#include "core/text/address.h"
#include "core/text/chinese_number.h"
#include "core/text/folded_scalars.h"

namespace yingda {

namespace {

bool isAnyOf(QChar c, QStringView set) { return !c.isNull() && set.contains(c); }
bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isNumeral(QChar c) {
  return isAsciiDigit(c) || c == u'两' || c == u'半' || isChineseNumeral(c.unicode());
}
QChar charAt(QStringView text, qsizetype at) {
  return at >= 0 && at < text.size() ? text[at] : QChar();
}

struct NumeralRun {
  int from = 0;
  int to = 0;
};

/// The next run of numerals from `at` on; empty at the end.
NumeralRun nextRun(QStringView text, int at) {
  const int size = static_cast<int>(text.size());
  while (at < size && !isNumeral(text[at])) ++at;
  int to = at;
  while (to < size && isNumeral(text[to])) ++to;
  return {at, to};
}

int behindBlanks(QStringView text, int at) {
  while (at < text.size() && text[at].isSpace()) ++at;
  return at;
}

/// "一点" is a little; an hour needs a part of the day in front or its own tail.
bool isHour(QStringView text, NumeralRun run, int unitEnd) {
  if (run.to - run.from > 1 || isAsciiDigit(text[run.from])) return true;
  if (text[run.from] != u'一' && text[run.from] != u'两' && text[run.from] != u'三') return true;
  if (isAnyOf(charAt(text, unitEnd), u"前半钟整到左之")) return true;
  return isAnyOf(charAt(text, run.from - 1), u"午晚晨早上天");
}

bool isSpanKept(QStringView text, NumeralRun run, int unitEnd) {
  if (isAnyOf(charAt(text, run.from - 1), u"过这等近多几头前")) return false;
  // 两三天 and 一两天 are no number.
  const bool isVague = run.to - run.from == 2 && chineseDigit(text[run.from].unicode()) > 0 &&
                       !isAsciiDigit(text[run.from]) &&
                       chineseDigit(text[run.to - 1].unicode()) > 0;
  if (isVague || (text[run.from] == u'两' && run.to - run.from == 2) ||
      (text[run.to - 1] == u'两' && run.to - run.from == 2)) {
    return false;
  }
  const int next = behindBlanks(text, unitEnd);
  if (isAnyOf(charAt(text, next), u"内后前到上之")) return true;
  return text.mid(next, 2) == u"以内" || text.mid(next, 2) == u"给您";
}

bool isTimeWithUnit(QStringView text, NumeralRun run) {
  const int unit = behindBlanks(text, run.to);
  const QStringView rest = text.mid(unit);
  if (rest.startsWith(u"点")) return isHour(text, run, unit + 1);
  if (rest.startsWith(u':')) return isAsciiDigit(charAt(text, unit + 1));
  if (rest.startsWith(u"时") && !rest.startsWith(u"时候")) return isAsciiDigit(text[run.from]);
  for (const QStringView span :
       {QStringView(u"分钟"), QStringView(u"个小时"), QStringView(u"小时"),
        QStringView(u"个工作日"), QStringView(u"刻钟"), QStringView(u"天")}) {
    if (rest.startsWith(span)) {
      return isSpanKept(text, run, unit + static_cast<int>(span.size()));
    }
  }
  const bool isDay = rest.startsWith(u"号") || rest.startsWith(u"日");
  if (!isDay || run.to - run.from > 2) return false;
  const QChar after = charAt(text, unit + 1);
  return !isAnyOf(after, u"楼线门员为院地车坐席机");
}

}  // namespace

bool saysAny(QStringView text, const QStringList& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](const QString& word) { return text.contains(word); });
}

bool saysTime(QStringView sentence, const LintWords& words) {
  if (saysAny(sentence, words.days)) return true;
  for (NumeralRun run = nextRun(sentence, 0); run.from < run.to; run = nextRun(sentence, run.to)) {
    if (isTimeWithUnit(sentence, run)) return true;
  }
  return false;
}

bool saysPerson(QStringView sentence, const LintWords& words) {
  for (const QString& person : words.persons) {
    for (qsizetype at = sentence.indexOf(person); at >= 0;
         at = sentence.indexOf(person, at + person.size())) {
      // 我们, 我方 and 我家 name nobody who could be asked.
      if (!isAnyOf(charAt(sentence, at + person.size()), u"们方家司") || person != u"我")
        return true;
    }
  }
  for (const QString& title : words.titlesAtWork) {
    const qsizetype at = sentence.indexOf(title);
    if (at > 0 && words.surnames.contains(sentence[at - 1])) return true;
  }
  return false;
}

std::vector<SaidAmount> amountsIn(QStringView sentence, const LintWords& words) {
  std::vector<SaidAmount> amounts;
  FoldedScalars scalars = foldScalars(sentence);
  for (char32_t& c : scalars.text) {
    if (c == U'两') c = U'二';
  }
  for (int at = 0; at < scalars.size(); ++at) {
    const auto number = readNumber(scalars, at);
    if (!number) continue;
    const int from = scalars.beginOf(at);
    double value = number->digits.toDouble();
    int next = number->end;
    double digitWorth = 0.1;
    if (scalars.at(next) == U'.' && isDigit(scalars.at(next + 1))) {
      for (++next; isDigit(scalars.at(next)); ++next, digitWorth /= 10) {
        value += digitWorth * static_cast<double>(scalars.at(next) - U'0');
      }
    } else {
      // 1,500 is one number.
      while (scalars.at(next) == U',' && isDigit(scalars.at(next + 1)) &&
             isDigit(scalars.at(next + 3)) && !isDigit(scalars.at(next + 4))) {
        value = value * 1000 + scalars.slice(next + 1, next + 4).toDouble();
        next += 4;
      }
    }
    while (scalars.at(next) == U' ') ++next;
    for (const QString& unit : words.moneyUnits) {
      if (scalars.slice(next, std::min(next + static_cast<int>(unit.size()), scalars.size())) !=
          unit)
        continue;
      const double factor = unit.startsWith(u'万') ? 1e6 : 1e2;
      const int to = next + static_cast<int>(unit.size());
      constexpr double centsMax = 1e15;
      amounts.push_back({static_cast<qint64>(std::min(value * factor, centsMax)),
                         {from, scalars.endOf(to - 1) - from}});
      break;
    }
    at = std::max(at, number->end - 1);
  }
  return amounts;
}

namespace {

/// A home with its building that begins at the run, read by the address parser.
std::optional<SaidHome> wholeHomeAt(QStringView sentence, NumeralRun run) {
  const int unit = behindBlanks(sentence, run.to);
  const QStringView rest = sentence.mid(unit);
  const bool isBuilding = rest.startsWith(u"栋") || rest.startsWith(u"幢") ||
                          rest.startsWith(u"号楼") || rest.startsWith(u"座") ||
                          (rest.startsWith(u'-') && isAsciiDigit(charAt(rest, 1)));
  if (!isBuilding || run.to - run.from > 3) return std::nullopt;
  constexpr int addressMax = 24;
  const QStringView candidate = sentence.mid(run.from, addressMax);
  const Address address = parseAddress(candidate);
  if (address.place != Address::Place::Home || address.room.isEmpty() || address.building.isEmpty())
    return std::nullopt;
  const auto length = static_cast<int>(candidate.size() - address.rest.size());
  return SaidHome{
      canonicalAddress(address),
      address.room,
      {run.from, std::clamp(length, run.to - run.from, static_cast<int>(candidate.size()))},
      true};
}

/// 楼上 1602, 1602 室, 一七零二那家.
std::optional<SaidHome> roomAt(QStringView sentence, NumeralRun run, const LintWords& words) {
  const FoldedScalars scalars = foldScalars(sentence.mid(run.from, run.to - run.from));
  const auto number = readNumber(scalars, 0);
  if (!number || number->end != scalars.size()) return std::nullopt;
  if (number->digits.size() < 3 || number->digits.size() > 4) return std::nullopt;
  const QStringView behind = sentence.mid(behindBlanks(sentence, run.to));
  const QStringView before = sentence.left(run.from).trimmed();
  const auto isBehind = [behind](const QString& word) { return behind.startsWith(word); };
  const auto isBefore = [before](const QString& word) {
    return before.endsWith(word) || before.endsWith(QString(word % QStringLiteral("的")));
  };
  const bool isNamed = std::any_of(words.homeNouns.begin(), words.homeNouns.end(), isBehind) ||
                       std::any_of(words.thirdParty.begin(), words.thirdParty.end(), isBefore) ||
                       before.endsWith(u"单元");
  if (!isNamed) return std::nullopt;
  return SaidHome{number->digits, number->digits, {run.from, run.to - run.from}, false};
}

}  // namespace

std::vector<SaidHome> homesIn(QStringView sentence, const LintWords& words) {
  std::vector<SaidHome> homes;
  int at = 0;
  while (true) {
    const NumeralRun run = nextRun(sentence, at);
    if (run.from == run.to) return homes;
    at = run.to;
    auto home = wholeHomeAt(sentence, run);
    if (!home) home = roomAt(sentence, run, words);
    if (!home) continue;
    at = std::max(at, home->range.start + home->range.length);
    homes.push_back(std::move(*home));
  }
}

std::vector<SaidName> titledNamesIn(QStringView sentence, const LintWords& words) {
  std::vector<SaidName> names;
  for (const QString& title : words.personTitles) {
    for (qsizetype at = sentence.indexOf(title); at >= 0; at = sentence.indexOf(title, at + 1)) {
      constexpr int nameMax = 3;
      for (int length = 1; length <= nameMax && length <= at; ++length) {
        const QChar first = sentence[at - length];
        // 单元的先生 and 高龄的阿姨 have no name.
        if (!isCjk(first.unicode()) || isAnyOf(first, u"的是位个家元号户楼龄了个")) break;
        if (!words.surnames.contains(first)) continue;
        names.push_back({QString(first),
                         {static_cast<int>(at) - length, length + static_cast<int>(title.size())}});
        break;
      }
    }
  }
  return names;
}

TextRange longestNumberIn(QStringView sentence) {
  constexpr int phoneDigitsMin = 7;
  TextRange longest;
  int digitsOfLongest = 0;
  const int size = static_cast<int>(sentence.size());
  for (int at = 0; at < size;) {
    const NumeralRun run = nextRun(sentence, at);
    if (run.from == run.to) break;
    int digits = run.to - run.from;
    int to = run.to;
    while (true) {
      int next = to;
      while (next < size && isAnyOf(sentence[next], u" -,、.·")) ++next;
      const NumeralRun more = nextRun(sentence, next);
      if (next == to || more.from != next || more.to == next) break;
      digits += more.to - more.from;
      to = more.to;
    }
    if (digits > digitsOfLongest) {
      digitsOfLongest = digits;
      longest = {run.from, to - run.from};
    }
    at = to;
  }
  return digitsOfLongest >= phoneDigitsMin ? longest : TextRange{};
}

QString digitsOf(QStringView run) {
  QString digits;
  for (const QChar c : run) {
    const int value = isAsciiDigit(c) ? c.unicode() - u'0' : chineseDigit(c.unicode());
    if (c == u'幺') {
      digits += u'1';
    } else if (value >= 0) {
      digits += QChar(u'0' + value);
    }
  }
  return digits;
}

}  // namespace yingda
