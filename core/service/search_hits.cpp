// SPDX-License-Identifier: GPL-3.0-or-later
// Asks each hit again.
#include "core/service/search_hits.h"

#include "core/text/pinyin.h"
#include "core/text/tokens.h"

namespace yingda {

SearchAnswer stillFitting(const SearchAnswer& answer, const QString& text) {
  const QString wanted = text.trimmed();
  if (answer.query.trimmed() == wanted) return answer;
  SearchAnswer fitting{answer.query, {}, answer.milliseconds};
  if (wanted.isEmpty()) return fitting;
  const QueryMatcher matcher(wanted);
  const auto marks = [&matcher](const QString& words) {
    std::vector<std::pair<int, int>> found;
    for (const TextRange& one : matcher.ranges(words)) found.emplace_back(one.start, one.length);
    return found;
  };
  for (const SearchHit& hit : answer.hits) {
    SearchHit again = hit;
    again.marks = marks(hit.title);
    again.detailMarks = marks(hit.detail);
    const auto sound = pinyinMatch(hit.title, wanted);
    if (sound && again.marks.empty()) again.marks.emplace_back(sound->start, sound->length);
    const bool holds =
        !matcher.isEmpty() && matcher.matches(QString(hit.title % u'\n' % hit.detail));
    if (holds || sound) fitting.hits.push_back(std::move(again));
  }
  return fitting;
}

}  // namespace yingda
