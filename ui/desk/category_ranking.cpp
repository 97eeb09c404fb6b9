// SPDX-License-Identifier: GPL-3.0-or-later
// Weighs the leaves of the category tree against a query and against an owner's words.
#include "ui/desk/category_ranking.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/pinyin.h"

namespace yingda::ui {

namespace {

struct Weighed {
  CategoryHit hit;
  int nuance = 0;  ///< smaller is better among hits with the same reason
};

bool isDigits(const QString& text) {
  return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isLetters(const QString& text) {
  return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

int whole(qsizetype number) { return static_cast<int>(number); }

/// Where the folded query stands in the name, in characters of the name.
QList<QPair<int, int>> marksIn(const QString& name, const QString& query) {
  const FoldedText folded = foldWithOrigins(name);
  const qsizetype at = folded.text.indexOf(query);
  if (at < 0) return {};
  const TextRange range = folded.sourceRange(whole(at), whole(query.size()));
  return {{range.start, range.length}};
}

std::optional<Weighed> byCode(const Category& category, const QString& query) {
  if (!isDigits(query) || !category.code.startsWith(query)) return std::nullopt;
  const int rest = whole(category.code.size() - query.size());
  return Weighed{{&category, CategoryHit::Why::Code, {}, {}}, rest};
}

std::optional<Weighed> byName(const Category& category, const QString& query) {
  const QString name = fold(category.name);
  const qsizetype at = name.indexOf(query);
  if (at >= 0) {
    const auto why = at == 0 ? CategoryHit::Why::NamePrefix : CategoryHit::Why::Name;
    return Weighed{{&category, why, {}, marksIn(category.name, query)}, whole(at)};
  }
  if (query.size() >= 2 && fold(category.path).contains(query)) {
    return Weighed{{&category, CategoryHit::Why::Path, {}, {}}, 0};
  }
  return std::nullopt;
}

std::optional<Weighed> byLetters(const Category& category, const QString& query) {
  if (!isLetters(query)) return std::nullopt;
  const auto range = pinyinMatch(category.name, query);
  if (range) {
    const bool isInitials = initials(category.name).contains(query);
    const auto why = isInitials ? CategoryHit::Why::Initials : CategoryHit::Why::Pinyin;
    return Weighed{{&category, why, {}, {{range->start, range->length}}}, range->start};
  }
  // Two letters fit nearly every word that an owner may say.
  if (query.size() < 3) return std::nullopt;
  for (const QString& keyword : category.keywords) {
    if (pinyinMatches(keyword, query)) {
      return Weighed{{&category, CategoryHit::Why::Keyword, keyword, {}}, 500};
    }
  }
  return std::nullopt;
}

std::optional<Weighed> byKeyword(const Category& category, const QString& query) {
  std::optional<Weighed> best;
  for (const QString& keyword : category.keywords) {
    const QString folded = fold(keyword);
    if (!folded.contains(query)) continue;
    const int nuance = whole(folded.size() - query.size());
    if (best && best->nuance <= nuance) continue;
    best = Weighed{{&category, CategoryHit::Why::Keyword, keyword, {}}, nuance};
  }
  return best;
}

std::optional<Weighed> weigh(const Category& category, const QString& query) {
  if (auto hit = byCode(category, query)) return hit;
  if (auto hit = byName(category, query)) return hit;
  if (auto hit = byLetters(category, query)) return hit;
  return byKeyword(category, query);
}

std::vector<CategoryHit> best(std::vector<Weighed> hits, int limit) {
  std::stable_sort(hits.begin(), hits.end(), [](const Weighed& a, const Weighed& b) {
    return std::pair(a.hit.why, a.nuance) < std::pair(b.hit.why, b.nuance);
  });
  std::vector<CategoryHit> result;
  for (Weighed& hit : hits) {
    if (whole(static_cast<qsizetype>(result.size())) >= limit) break;
    result.push_back(std::move(hit.hit));
  }
  return result;
}

}  // namespace

std::vector<CategoryHit> rankCategories(const std::vector<Category>& categories,
                                        const QString& query, int limit) {
  QString wanted = fold(query.left(40));
  wanted.remove(u' ');
  if (wanted.isEmpty()) return {};
  std::vector<Weighed> hits;
  for (const Category& category : categories) {
    if (!category.isLeaf) continue;
    if (auto hit = weigh(category, wanted)) hits.push_back(std::move(*hit));
  }
  // A whole sentence fits no name; the words in it may.
  if (hits.empty()) return suggestCategories(categories, query, limit);
  return best(std::move(hits), limit);
}

std::vector<CategoryHit> suggestCategories(const std::vector<Category>& categories,
                                           const QString& request, int limit) {
  const QString said = fold(request.left(2000));
  if (said.size() < 2) return {};
  std::vector<Weighed> hits;
  for (const Category& category : categories) {
    if (!category.isLeaf) continue;
    QString longest;
    int weight = 0;
    for (const QString& keyword : category.keywords) {
      if (!said.contains(fold(keyword))) continue;
      weight += whole(keyword.size());
      if (keyword.size() > longest.size()) longest = keyword;
    }
    if (longest.isEmpty() && said.contains(fold(category.name))) longest = category.name;
    if (longest.isEmpty()) continue;
    const int nuance = -(whole(longest.size()) * 100 + weight);
    hits.push_back({{&category, CategoryHit::Why::Keyword, longest, {}}, nuance});
  }
  return best(std::move(hits), limit);
}

}  // namespace yingda::ui
