// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of the knowledge say about it, and the editor's list that follows from it.
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/domain/domain_ids.h"

namespace yingda {

/// Why an article did not help.
enum class NotUsefulReason { Outdated, Wrong, Unclear, TooLong, NotFoundInIt, OtherMatter };
inline constexpr std::array allNotUsefulReasons{
    NotUsefulReason::Outdated, NotUsefulReason::Wrong,        NotUsefulReason::Unclear,
    NotUsefulReason::TooLong,  NotUsefulReason::NotFoundInIt, NotUsefulReason::OtherMatter};
/// outdated wrong unclear too_long not_found_in_it other_matter.
QString notUsefulReasonCode(NotUsefulReason reason);
std::optional<NotUsefulReason> notUsefulReasonFromCode(QStringView code);

/// One reader's word on one version; the last one of a reader on a version counts.
struct ArticleMark {
  QString article;
  int version = 1;
  AgentId by;
  Instant at{};
  bool isUseful = true;
  std::optional<NotUsefulReason> reason;  ///< needed when it did not help
  friend bool operator==(const ArticleMark&, const ArticleMark&) = default;
};
/// True when the mark says what it has to.
bool isComplete(const ArticleMark& mark);

/// A search that found nothing.
struct ZeroHit {
  QString words;  ///< as typed
  AgentId by;
  Instant at{};
  friend bool operator==(const ZeroHit&, const ZeroHit&) = default;
};

/// How an article stands, as far as the list asks.
struct ArticleStanding {
  QString article;
  int version = 1;  ///< the one in effect
  std::optional<LocalDay> changedOn;
  std::optional<LocalDay> reviewOn;
  bool awaitsFact = false;
  int quotedLately = 0;  ///< times quoted on tickets in the last 90 days
};

/// One line of the editor's list: something to do, the most pressing first.
struct EditorRow {
  enum class Kind {
    Overdue,    ///< its review day has passed
    NotUseful,  ///< readers say that it does not help
    ZeroHit,    ///< people look for something that is not there
    DueSoon,    ///< its review day comes within 30 days
    Unfilled,   ///< a fact is still to be filled in
    Stale       ///< unchanged for a year
  };
  Kind kind = Kind::Stale;
  QString article;  ///< empty for ZeroHit
  QString words;    ///< ZeroHit only: folded
  int count = 0;    ///< days overdue or left, readers, searches, days unchanged
  double weight = 0;
  std::optional<NotUsefulReason> reason;  ///< NotUseful: what most of them say
  friend bool operator==(const EditorRow&, const EditorRow&) = default;
};
QString editorRowCode(EditorRow::Kind kind);  ///< overdue not_useful zero_hit due_soon …

struct EditorInput {
  std::vector<ArticleStanding> articles;
  std::vector<ArticleMark> marks;
  std::vector<ZeroHit> zeroHits;
};
/// The list of `today`: by weight, then kind, then name, so that it is the same on every machine.
/// Marks of other versions than the one in effect, and zero hits of one person alone, are no work.
/// Searches count by the people who made them within 90 days.
std::vector<EditorRow> editorList(const EditorInput& input, LocalDay today);

}  // namespace yingda
