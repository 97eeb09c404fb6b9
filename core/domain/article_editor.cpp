// SPDX-License-Identifier: GPL-3.0-or-later
// The weights of the list. An article that is quoted often and wrong stands above one that nobody
// opens.
#include "core/domain/article_editor.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>

#include "core/text/fold.h"

namespace yingda {

namespace {

constexpr int dueSoonDays = 30;
constexpr int staleDays = 365;
constexpr int zeroHitDays = 90;
constexpr int marksMin = 3;
constexpr double helpShareMin = 0.7;
constexpr int peopleMin = 2;

int daysBetween(LocalDay from, LocalDay to) { return static_cast<int>((to - from).count()); }

/// Grows with use and never outruns the kind: 1 for a page that nobody quotes, below 2 always.
double useFactor(int quoted) { return 1 + quoted / (quoted + 10.0); }

struct Opinion {
  int useful = 0;
  int notUseful = 0;
  QHash<int, int> reasons;
};

using Readers = std::map<std::pair<QString, AgentId>, ArticleMark>;

/// What each reader said last of the version that is in effect.
Readers lastMarks(const EditorInput& input) {
  QHash<QString, int> versions;
  for (const ArticleStanding& each : input.articles) versions.insert(each.article, each.version);
  Readers last;
  for (const ArticleMark& mark : input.marks) {
    if (versions.value(mark.article, -1) != mark.version || !isComplete(mark)) continue;
    const auto [at, isNew] = last.try_emplace({mark.article, mark.by}, mark);
    if (!isNew && at->second.at < mark.at) at->second = mark;
  }
  return last;
}

QHash<QString, Opinion> opinions(const EditorInput& input) {
  QHash<QString, Opinion> all;
  for (const auto& [key, mark] : lastMarks(input)) {
    Opinion& opinion = all[mark.article];
    (mark.isUseful ? opinion.useful : opinion.notUseful) += 1;
    if (mark.reason) ++opinion.reasons[static_cast<int>(*mark.reason)];
  }
  return all;
}

NotUsefulReason commonestReason(const Opinion& opinion) {
  NotUsefulReason commonest = NotUsefulReason::Unclear;
  int most = 0;
  for (const NotUsefulReason reason : allNotUsefulReasons) {
    const int count = opinion.reasons.value(static_cast<int>(reason));
    if (count > most) {
      most = count;
      commonest = reason;
    }
  }
  return commonest;
}

std::optional<EditorRow> notUsefulRow(const ArticleStanding& article, const Opinion& opinion) {
  const int readers = opinion.useful + opinion.notUseful;
  if (readers < marksMin || opinion.useful >= helpShareMin * readers) return std::nullopt;
  EditorRow row{EditorRow::Kind::NotUseful, article.article, {}, opinion.notUseful, 0,
                commonestReason(opinion)};
  row.weight = (40 + 10.0 * opinion.notUseful / readers) * useFactor(article.quotedLately);
  return row;
}

std::optional<EditorRow> reviewRow(const ArticleStanding& article, LocalDay today) {
  if (!article.reviewOn) return std::nullopt;
  const int left = daysBetween(today, *article.reviewOn);
  if (left > dueSoonDays) return std::nullopt;
  const double use = useFactor(article.quotedLately);
  if (left > 0) {
    return EditorRow{EditorRow::Kind::DueSoon,
                     article.article,
                     {},
                     left,
                     (20 - 10.0 * left / dueSoonDays) * use,
                     {}};
  }
  const double late = std::min(-left, 180) / 180.0;
  return EditorRow{
      EditorRow::Kind::Overdue, article.article, {}, -left, (45 + 10 * late) * use, {}};
}

void addArticle(const ArticleStanding& article, const Opinion& opinion, LocalDay today,
                std::vector<EditorRow>& rows) {
  if (const auto row = notUsefulRow(article, opinion)) rows.push_back(*row);
  if (const auto row = reviewRow(article, today)) rows.push_back(*row);
  const double use = useFactor(article.quotedLately);
  if (article.awaitsFact) {
    rows.push_back({EditorRow::Kind::Unfilled, article.article, {}, 1, 15 * use, {}});
  }
  const int unchanged = article.changedOn ? daysBetween(*article.changedOn, today) : 0;
  if (unchanged >= staleDays) {
    rows.push_back({EditorRow::Kind::Stale, article.article, {}, unchanged, 5 * use, {}});
  }
}

struct Search {
  QSet<AgentId> people;
  int times = 0;
};

void addZeroHits(const std::vector<ZeroHit>& hits, LocalDay today, std::vector<EditorRow>& rows) {
  std::map<QString, Search> searches;
  for (const ZeroHit& hit : hits) {
    const int age = daysBetween(localDayOf(hit.at), today);
    const QString words = fold(hit.words).simplified();
    if (words.isEmpty() || age < 0 || age > zeroHitDays) continue;
    searches[words].people.insert(hit.by);
    ++searches[words].times;
  }
  for (const auto& [words, search] : searches) {
    const auto people = static_cast<int>(search.people.size());
    if (people < peopleMin) continue;
    rows.push_back(
        {EditorRow::Kind::ZeroHit, {}, words, search.times, 30 + std::min(people, 20) * 1.5, {}});
  }
}

}  // namespace

QString notUsefulReasonCode(NotUsefulReason reason) {
  switch (reason) {
    case NotUsefulReason::Outdated:
      return QStringLiteral("outdated");
    case NotUsefulReason::Wrong:
      return QStringLiteral("wrong");
    case NotUsefulReason::Unclear:
      return QStringLiteral("unclear");
    case NotUsefulReason::TooLong:
      return QStringLiteral("too_long");
    case NotUsefulReason::NotFoundInIt:
      return QStringLiteral("not_found_in_it");
    case NotUsefulReason::OtherMatter:
      return QStringLiteral("other_matter");
  }
  return {};
}

std::optional<NotUsefulReason> notUsefulReasonFromCode(QStringView code) {
  for (const NotUsefulReason reason : allNotUsefulReasons) {
    if (notUsefulReasonCode(reason) == code) return reason;
  }
  return std::nullopt;
}

QString editorRowCode(EditorRow::Kind kind) {
  switch (kind) {
    case EditorRow::Kind::Overdue:
      return QStringLiteral("overdue");
    case EditorRow::Kind::NotUseful:
      return QStringLiteral("not_useful");
    case EditorRow::Kind::ZeroHit:
      return QStringLiteral("zero_hit");
    case EditorRow::Kind::DueSoon:
      return QStringLiteral("due_soon");
    case EditorRow::Kind::Unfilled:
      return QStringLiteral("unfilled");
    case EditorRow::Kind::Stale:
      return QStringLiteral("stale");
  }
  return {};
}

bool isComplete(const ArticleMark& mark) {
  const bool isSigned = !mark.article.isEmpty() && !mark.by.isNull() && mark.version >= 1;
  // Praise needs no reason, and a reason on it would count against the article.
  return isSigned && mark.isUseful != mark.reason.has_value();
}

std::vector<EditorRow> editorList(const EditorInput& input, LocalDay today) {
  std::vector<EditorRow> rows;
  const QHash<QString, Opinion> said = opinions(input);
  for (const ArticleStanding& article : input.articles) {
    addArticle(article, said.value(article.article), today, rows);
  }
  addZeroHits(input.zeroHits, today, rows);
  std::sort(rows.begin(), rows.end(), [](const EditorRow& left, const EditorRow& right) {
    if (left.weight != right.weight) return left.weight > right.weight;
    if (left.kind != right.kind) return left.kind < right.kind;
    return std::tie(left.article, left.words) < std::tie(right.article, right.words);
  });
  return rows;
}

}  // namespace yingda
