// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a query word by word.
#include "core/text/search_filters.h"

#include <QRegularExpression>
#include <algorithm>

namespace yingda {

namespace {

using std::chrono::days;

constexpr int lastDaysMost = 365;

struct Word {
  QString text;  ///< folded
  TextRange range;
};

std::vector<Word> wordsOf(const QString& typed) {
  std::vector<Word> words;
  int at = 0;
  const auto end = static_cast<int>(typed.size());
  while (at < end) {
    while (at < end && typed[at].isSpace()) ++at;
    const int from = at;
    while (at < end && !typed[at].isSpace()) ++at;
    if (at > from)
      words.push_back({fold(QStringView(typed).mid(from, at - from)), {from, at - from}});
  }
  return words;
}

bool isOneOf(const QString& word, std::initializer_list<const char16_t*> list) {
  return std::any_of(list.begin(), list.end(),
                     [&word](const char16_t* one) { return word == QStringView(one); });
}

struct Days {
  LocalDay from{};
  LocalDay to{};
};

std::optional<LocalDay> dayOf(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return localDay(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::chrono::year_month_day dateOf(LocalDay day) {
  return std::chrono::year_month_day{std::chrono::sys_days{day.time_since_epoch()}};
}

/// 3月10日: of this year, or of the last one when it is still to come.
std::optional<Days> writtenDays(const QString& word, LocalDay today) {
  static const QRegularExpression pattern(QStringLiteral(
      "^(\\d{1,2})月(\\d{1,2})[日号](?:[-到至~](?:(\\d{1,2})月)?(\\d{1,2})[日号])?$"));
  static const QRegularExpression iso(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}$"));
  if (iso.match(word).hasMatch()) {
    const auto day = localDayFromIso(word);
    return day ? std::optional(Days{*day, *day}) : std::nullopt;
  }
  const auto match = pattern.match(word);
  if (!match.hasMatch()) return std::nullopt;
  int year = static_cast<int>(dateOf(today).year());
  const int month = match.captured(1).toInt();
  const auto first = dayOf(year, month, match.captured(2).toInt());
  if (first && *first > today) --year;
  const auto from = dayOf(year, month, match.captured(2).toInt());
  if (!from) return std::nullopt;
  if (match.captured(4).isEmpty()) return Days{*from, *from};
  const int lastMonth = match.captured(3).isEmpty() ? month : match.captured(3).toInt();
  const auto to = dayOf(year, lastMonth, match.captured(4).toInt());
  return to && *to >= *from ? std::optional(Days{*from, *to}) : std::nullopt;
}

std::optional<Days> daysOf(const QString& word, LocalDay today) {
  if (word == u"今天" || word == u"今日") return Days{today, today};
  if (word == u"昨天" || word == u"昨日") return Days{today - days{1}, today - days{1}};
  if (word == u"前天") return Days{today - days{2}, today - days{2}};
  const LocalDay monday = today - days{isoWeekday(today) - 1};
  if (isOneOf(word, {u"本周", u"这周", u"这星期"})) return Days{monday, today};
  if (isOneOf(word, {u"上周", u"上星期"})) return Days{monday - days{7}, monday - days{1}};
  const auto date = dateOf(today);
  const LocalDay first = today - days{static_cast<int>(static_cast<unsigned>(date.day())) - 1};
  if (isOneOf(word, {u"本月", u"这个月"})) return Days{first, today};
  if (isOneOf(word, {u"上月", u"上个月"})) {
    const LocalDay last = first - days{1};
    return Days{last - days{static_cast<int>(static_cast<unsigned>(dateOf(last).day())) - 1}, last};
  }
  static const QRegularExpression span(QStringLiteral("^最?近(\\d{1,3})天$"));
  if (const auto match = span.match(word); match.hasMatch()) {
    const int count = std::clamp(match.captured(1).toInt(), 1, lastDaysMost);
    return Days{today - days{count - 1}, today};
  }
  return writtenDays(word, today);
}

/// By the whole name, or by a beginning of two and more characters that is nobody else's.
QString communityOf(const QString& word, const QStringList& communities) {
  QString found;
  for (const QString& name : communities) {
    const QString folded = fold(name);
    if (folded == word) return name;
    const bool begins = word.size() >= 2 && isCjk(word[0].unicode()) && folded.startsWith(word);
    if (!begins) continue;
    if (!found.isEmpty()) return {};
    found = name;
  }
  return found;
}

std::optional<SearchFilter> filterOf(const Word& word, const QStringList& communities,
                                     Instant now) {
  SearchFilter filter;
  filter.range = word.range;
  if (isOneOf(word.text, {u"未结", u"未办结", u"没办完", u"没办结", u"未完成", u"在办"})) {
    return filter;
  }
  if (isOneOf(word.text, {u"我的", u"我办的", u"我接的"})) {
    filter.kind = SearchFilter::Kind::Mine;
    return filter;
  }
  if (const auto span = daysOf(word.text, localDayOf(now))) {
    filter.kind = SearchFilter::Kind::Days;
    filter.from = span->from;
    filter.to = span->to;
    return filter;
  }
  if (const QString name = communityOf(word.text, communities); !name.isEmpty()) {
    filter.kind = SearchFilter::Kind::Community;
    filter.name = name;
    return filter;
  }
  return std::nullopt;
}

}  // namespace

const SearchFilter* SearchFilters::find(SearchFilter::Kind kind) const {
  for (const SearchFilter& one : filters) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

SearchFilters readSearchFilters(const QString& typed, const QStringList& communities, Instant now) {
  SearchFilters read;
  QStringList rest;
  for (const Word& word : wordsOf(typed)) {
    const auto filter = filterOf(word, communities, now);
    if (filter && !read.find(filter->kind)) {
      read.filters.push_back(*filter);
      continue;
    }
    QString text = typed.mid(word.range.start, word.range.length);
    const bool isQuoted = text.size() > 2 && QStringView(u"\"“「").contains(text.front()) &&
                          QStringView(u"\"”」").contains(text.back());
    rest << (isQuoted ? text.mid(1, text.size() - 2) : text);
  }
  read.rest = rest.join(u' ');
  return read;
}

std::optional<FilterTaken> withoutFilterBefore(const QString& typed, int caret,
                                               const SearchFilters& filters) {
  int behind = std::min(caret, static_cast<int>(typed.size()));
  while (behind > 0 && typed[behind - 1].isSpace()) --behind;
  for (const SearchFilter& one : filters.filters) {
    if (one.range.start + one.range.length != behind) continue;
    return FilterTaken{typed.left(one.range.start) + typed.mid(caret), one.range.start};
  }
  return std::nullopt;
}

}  // namespace yingda
