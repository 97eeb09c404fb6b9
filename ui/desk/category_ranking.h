// SPDX-License-Identifier: GPL-3.0-or-later
// Which categories fit what an agent types, and which what an owner says; pure.
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <vector>

#include "core/domain/starter.h"

namespace yingda::ui {

/// A leaf that fits, the reason, and the characters of its name that were found.
struct CategoryHit {
  /// The better reason comes first.
  enum class Why { Code, NamePrefix, Name, Path, Initials, Pinyin, Keyword };
  const Category* category = nullptr;
  Why why = Why::Code;
  QString keyword;  ///< the owner's word that was found; empty otherwise
  QList<QPair<int, int>> marks;
};

/// Leaves only, best first, in tree order among equals. An empty query finds nothing.
std::vector<CategoryHit> rankCategories(const std::vector<Category>& categories,
                                        const QString& query, int limit);

/// Leaves whose keywords or name stand in the request: the more and the longer, the earlier.
std::vector<CategoryHit> suggestCategories(const std::vector<Category>& categories,
                                           const QString& request, int limit);

}  // namespace yingda::ui
