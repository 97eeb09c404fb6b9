// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette lists for a text: commands by Chinese or pinyin, then the hits of the search.
#pragma once

#include <QHash>
#include <QList>
#include <QPair>
#include <QString>
#include <optional>
#include <vector>

#include "core/service/views.h"
#include "core/text/search_filters.h"
#include "ui/kit/key_table.h"

namespace yingda::ui {

/// Sayings: call scripts and kind words.
enum class PaletteGroup { Commands, Households, Tickets, Articles, Sayings };

/// One line, or the heading of a group.
struct PaletteRow {
  PaletteGroup group = PaletteGroup::Commands;
  bool isHeading = false;
  QString id;  ///< of the verb, household, ticket or article; script:ID or phrase:ID
  QString title;
  QString detail;
  QString trailing;  ///< a key hint for commands, else words
  std::optional<Level> level;
  QList<QPair<int, int>> marks;
  QList<QPair<int, int>> detailMarks;
  friend bool operator==(const PaletteRow&, const PaletteRow&) = default;
};

/// The typed text taken apart: > commands, @ households, # tickets, ? articles, ! scripts and kind
/// words. Full-width signs count too.
struct PaletteQuery {
  std::optional<PaletteGroup> only;
  QString text;
};
PaletteQuery paletteQuery(const QString& typed);

/// A verb that can be run now.
struct PaletteCommand {
  QString id;
  QString text;
  QString other;   ///< the word in the other language
  QString pinyin;  ///< initials, when the table gives them
  QString hint;
  QString detail;
};

/// Commands whose words fit, the better fit first; all of them for an empty text.
std::vector<PaletteRow> commandRows(const std::vector<PaletteCommand>& commands,
                                    const QString& text, int limit);

/// Groups with their headings, in the order of the enumeration; empty groups are left out.
std::vector<PaletteRow> paletteRows(const PaletteQuery& query,
                                    const std::vector<PaletteCommand>& commands,
                                    const SearchAnswer& answer);

/// The words of a filter, as a chip shows it: 未结, 我的, 云杉府, 3月10日.
QString filterText(const SearchFilter& filter);

/// What may be asked of the search for this text; nothing for commands and for an empty text.
std::optional<SearchQuery> searchQueryOf(const PaletteQuery& query);

}  // namespace yingda::ui
