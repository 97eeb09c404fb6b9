// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks commands by how they were typed and puts the groups of hits under their headings.
#include "ui/shell/palette_rows.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/service/search_hits.h"
#include "core/text/pinyin.h"

namespace yingda::ui {

namespace {

constexpr int commandsMost = 3;
constexpr int hitsMost = 3;
constexpr int aloneMost = 12;
constexpr int idleMost = 12;

struct Fit {
  int rank = 0;  ///< smaller is better
  QList<QPair<int, int>> marks;
};

/// How the typed text fits a command; nothing when it does not.
std::optional<Fit> fitOf(const PaletteCommand& command, const QString& text) {
  if (const auto found = pinyinMatch(command.text, text)) {
    return Fit{found->start == 0 ? 0 : 2, {{found->start, found->length}}};
  }
  const QString letters = text.toLower();
  if (!command.pinyin.isEmpty() && command.pinyin.startsWith(letters)) return Fit{1, {}};
  const qsizetype at = command.text.indexOf(text, 0, Qt::CaseInsensitive);
  if (at >= 0) return Fit{3, {{static_cast<int>(at), static_cast<int>(text.size())}}};
  if (command.other.contains(text, Qt::CaseInsensitive)) return Fit{4, {}};
  return std::nullopt;
}

PaletteRow rowOf(const PaletteCommand& command, const QList<QPair<int, int>>& marks) {
  PaletteRow row;
  row.id = command.id;
  row.title = command.text;
  row.detail = command.detail;
  row.trailing = command.hint;
  row.marks = marks;
  return row;
}

QList<QPair<int, int>> pairsOf(const std::vector<std::pair<int, int>>& ranges) {
  QList<QPair<int, int>> pairs;
  for (const auto& [start, length] : ranges) pairs.append({start, length});
  return pairs;
}

PaletteGroup groupOf(SearchHit::Kind kind) {
  switch (kind) {
    case SearchHit::Kind::Household:
      return PaletteGroup::Households;
    case SearchHit::Kind::Ticket:
      return PaletteGroup::Tickets;
    case SearchHit::Kind::Article:
      return PaletteGroup::Articles;
    case SearchHit::Kind::Script:
    case SearchHit::Kind::Phrase:
      return PaletteGroup::Sayings;
  }
  return PaletteGroup::Tickets;
}

PaletteRow rowOf(const SearchHit& hit) {
  PaletteRow row;
  row.group = groupOf(hit.kind);
  row.id = hit.id;
  row.title = hit.title;
  row.detail = hit.detail;
  row.trailing = hit.trailing;
  if (hit.kind == SearchHit::Kind::Ticket) {
    row.level = hit.level;
    // A number may be found by whoever may not read what is behind it.
    if (row.title.isEmpty()) row.title = QCoreApplication::translate("CommandPalette", "未填事项");
  }
  if (hit.kind == SearchHit::Kind::Script) row.id.prepend(QStringLiteral("script:"));
  if (hit.kind == SearchHit::Kind::Phrase) row.id.prepend(QStringLiteral("phrase:"));
  row.marks = pairsOf(hit.marks);
  row.detailMarks = pairsOf(hit.detailMarks);
  return row;
}

PaletteRow headingOf(PaletteGroup group) {
  PaletteRow row;
  row.group = group;
  row.isHeading = true;
  switch (group) {
    case PaletteGroup::Commands:
      row.title = QCoreApplication::translate("CommandPalette", "命令");
      break;
    case PaletteGroup::Households:
      row.title = QCoreApplication::translate("CommandPalette", "房屋和业主");
      break;
    case PaletteGroup::Tickets:
      row.title = QCoreApplication::translate("CommandPalette", "工单");
      break;
    case PaletteGroup::Articles:
      row.title = QCoreApplication::translate("CommandPalette", "知识");
      break;
    case PaletteGroup::Sayings:
      row.title = QCoreApplication::translate("CommandPalette", "话术");
      break;
  }
  return row;
}

}  // namespace

PaletteQuery paletteQuery(const QString& typed) {
  const QString text = typed.trimmed();
  if (text.isEmpty()) return {};
  PaletteQuery query{std::nullopt, text};
  switch (text.front().unicode()) {
    case u'>':
    case u'＞':
    case u'》':  // the same key while an input method writes Chinese signs
      query.only = PaletteGroup::Commands;
      break;
    case u'@':
    case u'＠':
      query.only = PaletteGroup::Households;
      break;
    case u'#':
    case u'＃':
      query.only = PaletteGroup::Tickets;
      break;
    case u'?':
    case u'？':
      query.only = PaletteGroup::Articles;
      break;
    case u'!':
    case u'！':
      query.only = PaletteGroup::Sayings;
      break;
    default:
      return query;
  }
  query.text = text.mid(1).trimmed();
  return query;
}

std::vector<PaletteRow> commandRows(const std::vector<PaletteCommand>& commands,
                                    const QString& text, int limit) {
  std::vector<std::pair<int, PaletteRow>> fitting;
  for (const PaletteCommand& command : commands) {
    if (text.isEmpty()) {
      fitting.emplace_back(0, rowOf(command, {}));
    } else if (const auto fit = fitOf(command, text)) {
      fitting.emplace_back(fit->rank, rowOf(command, fit->marks));
    }
  }
  std::stable_sort(fitting.begin(), fitting.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<PaletteRow> rows;
  for (const auto& [rank, row] : fitting) {
    if (static_cast<int>(rows.size()) == limit) break;
    rows.push_back(row);
  }
  return rows;
}

std::vector<PaletteRow> paletteRows(const PaletteQuery& query,
                                    const std::vector<PaletteCommand>& commands,
                                    const SearchAnswer& answer) {
  const bool isIdle = !query.only && query.text.isEmpty();
  const SearchAnswer fitting = stillFitting(answer, query.text);
  std::vector<PaletteRow> rows;
  for (const PaletteGroup group :
       {PaletteGroup::Commands, PaletteGroup::Households, PaletteGroup::Tickets,
        PaletteGroup::Articles, PaletteGroup::Sayings}) {
    if (query.only && *query.only != group) continue;
    std::vector<PaletteRow> found;
    if (group == PaletteGroup::Commands) {
      const int most = isIdle ? idleMost : query.only ? 100 : commandsMost;
      found = commandRows(commands, query.text, most);
    } else if (!query.text.isEmpty()) {
      for (const SearchHit& hit : fitting.hits) {
        if (static_cast<int>(found.size()) == (query.only ? aloneMost : hitsMost)) break;
        if (groupOf(hit.kind) == group) found.push_back(rowOf(hit));
      }
    }
    if (found.empty()) continue;
    rows.push_back(headingOf(group));
    rows.insert(rows.end(), found.begin(), found.end());
  }
  return rows;
}

QString filterText(const SearchFilter& filter) {
  const auto day = [](LocalDay at) {
    const std::chrono::year_month_day date{std::chrono::sys_days{at.time_since_epoch()}};
    return QCoreApplication::translate("CommandPalette", "%1月%2日")
        .arg(static_cast<unsigned>(date.month()))
        .arg(static_cast<unsigned>(date.day()));
  };
  switch (filter.kind) {
    case SearchFilter::Kind::Open:
      return QCoreApplication::translate("CommandPalette", "未结");
    case SearchFilter::Kind::Mine:
      return QCoreApplication::translate("CommandPalette", "我的");
    case SearchFilter::Kind::Community:
      return filter.name;
    case SearchFilter::Kind::Days:
      break;
  }
  if (filter.from == filter.to) return day(filter.from);
  //: The first and the last day of a span.
  return QCoreApplication::translate("CommandPalette", "%1 至 %2")
      .arg(day(filter.from), day(filter.to));
}

std::optional<SearchQuery> searchQueryOf(const PaletteQuery& query) {
  if (query.text.isEmpty() || query.only == PaletteGroup::Commands) return std::nullopt;
  SearchQuery search;
  search.text = query.text;
  search.households = !query.only || query.only == PaletteGroup::Households;
  search.tickets = !query.only || query.only == PaletteGroup::Tickets;
  search.articles = !query.only || query.only == PaletteGroup::Articles;
  search.scripts = !query.only || query.only == PaletteGroup::Sayings;
  search.limit = query.only ? aloneMost : hitsMost;
  return search;
}

}  // namespace yingda::ui
