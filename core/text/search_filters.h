// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a search that narrow it instead of being looked for: 未结 我的 云杉府 昨天.
#pragma once

#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/text/fold.h"

namespace yingda {

/// A word that is understood as a filter.
struct SearchFilter {
  enum class Kind { Open, Mine, Community, Days };
  Kind kind = Kind::Open;
  TextRange range;  ///< in the typed text
  QString name;     ///< of the community
  LocalDay from{};  ///< Days: the first and the last day
  LocalDay to{};
  friend bool operator==(const SearchFilter&, const SearchFilter&) = default;
};

struct SearchFilters {
  std::vector<SearchFilter> filters;  ///< in the order of the text, each kind once
  QString rest;                       ///< what is looked for
  const SearchFilter* find(SearchFilter::Kind kind) const;
};

/// Only whole words between blanks are filters, in simplified or traditional script: 未结 未办结
/// 没办完; 我的 我办的; 今天 昨天 前天 本周 上周 本月 上月 近7天 3月10日 3月10日-12日 2026-03-10;
/// a community by its name or by its first two characters, when these belong to no other. A second
/// word of one kind, and a word in quotation marks, is looked for. Pure; any thread.
SearchFilters readSearchFilters(const QString& typed, const QStringList& communities, Instant now);

/// `typed` without the filter that ends before `caret` (blanks between are passed over), and where
/// the caret stands then; nothing when no filter ends there.
struct FilterTaken {
  QString text;
  int caret = 0;
};
std::optional<FilterTaken> withoutFilterBefore(const QString& typed, int caret,
                                               const SearchFilters& filters);

}  // namespace yingda
