// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a knowledge article: draft, reviewed, published, due for review, and back. Old
// versions stay readable, because tickets quote the version that was true that day.
#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/base/result.h"
#include "core/domain/domain_ids.h"
#include "core/domain/words.h"

namespace yingda {

/// Where one version stands. Due is never stored: it is Published whose review day has come.
enum class ArticleStage { Draft, Reviewed, Published, DueForReview, Superseded, Withdrawn };
inline constexpr std::array allArticleStages{ArticleStage::Draft,      ArticleStage::Reviewed,
                                             ArticleStage::Published,  ArticleStage::DueForReview,
                                             ArticleStage::Superseded, ArticleStage::Withdrawn};
QString articleStageCode(
    ArticleStage stage);  ///< draft reviewed published due superseded withdrawn
std::optional<ArticleStage> articleStageFromCode(QStringView code);

/// What somebody does to an article.
enum class ArticleStep {
  Write,     ///< changes the draft; on an article without one, opens the draft of the next version
  Review,    ///< another person has read the draft and answers for it
  SendBack,  ///< a reviewed version is a draft again
  Publish,   ///< takes effect; the version before is superseded
  Confirm,   ///< still right: a new review day for the published version
  Withdraw   ///< nobody is to say this any more
};
inline constexpr std::array allArticleSteps{ArticleStep::Write,    ArticleStep::Review,
                                            ArticleStep::SendBack, ArticleStep::Publish,
                                            ArticleStep::Confirm,  ArticleStep::Withdraw};
QString articleStepCode(ArticleStep step);  ///< write review send_back publish confirm withdraw

/// The words of one version.
struct ArticleText {
  QString title;
  QString body;  ///< Markdown, placeholders as written
  QStringList categories;
  QStringList keywords;
  bool direct = true;  ///< answered by the agent; else transferred to an expert
  friend bool operator==(const ArticleText&, const ArticleText&) = default;
};

struct ArticleVersion {
  int number = 1;  ///< 1 and up; final once it is published
  ArticleText text;
  ArticleStage stage = ArticleStage::Draft;
  AgentId author;          ///< who wrote the words last
  QList<AgentId> writers;  ///< everybody who wrote in this version
  AgentId approver;        ///< null until reviewed
  std::optional<LocalDay> effectiveFrom;
  std::optional<LocalDay> effectiveTo;  ///< last day; set when superseded or withdrawn
  std::optional<LocalDay> reviewOn;
  friend bool operator==(const ArticleVersion&, const ArticleVersion&) = default;
};

/// All versions of one article, oldest first; at most the last one is a draft or reviewed.
struct ArticleHistory {
  QString id;
  std::vector<ArticleVersion> versions;

  /// The stage of a version on that day; Published turns into DueForReview by itself.
  static ArticleStage stageOn(const ArticleVersion& version, LocalDay day);
  /// What may be quoted on that day; null when nothing is in effect.
  const ArticleVersion* inEffect(LocalDay day) const;
  /// The version a ticket quotes, whatever became of it since; null when there is none.
  const ArticleVersion* version(int number) const;
  /// The draft or the reviewed version; null when there is none.
  const ArticleVersion* inWork() const;
  friend bool operator==(const ArticleHistory&, const ArticleHistory&) = default;
};

/// Who does a step, on which day, with what.
struct ArticleDeed {
  ArticleStep step = ArticleStep::Write;
  AgentId by;
  Role role = Role::Agent;
  LocalDay today{};
  std::optional<ArticleText> text;        ///< needed by Write
  std::optional<LocalDay> effectiveFrom;  ///< Publish: today when missing; never a day gone by
  std::optional<LocalDay> reviewOn;       ///< needed by Publish and Confirm; after today
};

/// True when the role does such a step at all. Roles of core/domain/words.h.
bool mayDoStep(Role role, ArticleStep step);
/// The steps that this person may do now, in the order of allArticleSteps.
std::vector<ArticleStep> possibleSteps(const ArticleHistory& history, const AgentId& by, Role role,
                                       LocalDay today);

/// The history after the deed. Forbidden: the role, or an approver who wrote in it.
/// Refused: the stage does not allow it. Invalid: a text or a day is missing or impossible.
Result<ArticleHistory> withDeed(const ArticleHistory& history, const ArticleDeed& deed);

}  // namespace yingda
