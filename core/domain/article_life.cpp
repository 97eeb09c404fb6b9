// SPDX-License-Identifier: GPL-3.0-or-later
// One function a step. Each looks at the role first, then at the stage, then at what is given.
#include "core/domain/article_life.h"

#include <algorithm>

#include "core/domain/authority.h"

namespace yingda {

namespace {

Error refused(const char* why) { return {ErrorCode::Refused, QString::fromLatin1(why)}; }
Error forbidden(const char* why) { return {ErrorCode::Forbidden, QString::fromLatin1(why)}; }
Error invalid(const char* why) { return {ErrorCode::Invalid, QString::fromLatin1(why)}; }

ArticleVersion* inWorkOf(ArticleHistory& history) {
  if (history.versions.empty()) return nullptr;
  ArticleVersion& last = history.versions.back();
  const bool isInWork = last.stage == ArticleStage::Draft || last.stage == ArticleStage::Reviewed;
  return isInWork ? &last : nullptr;
}

/// The version that stands; a later draft may lie behind it.
ArticleVersion* standingOf(ArticleHistory& history) {
  const auto found = std::find_if(
      history.versions.rbegin(), history.versions.rend(),
      [](const ArticleVersion& each) { return each.stage == ArticleStage::Published; });
  return found == history.versions.rend() ? nullptr : &*found;
}

Result<void> write(ArticleHistory& history, const ArticleDeed& deed) {
  if (!deed.text || deed.text->title.trimmed().isEmpty() || deed.text->body.trimmed().isEmpty()) {
    return invalid("an article needs a title and a text");
  }
  ArticleVersion* open = inWorkOf(history);
  if (open && open->stage == ArticleStage::Reviewed) return refused("send it back first");
  if (!open) {
    ArticleVersion next;
    next.number = history.versions.empty() ? 1 : history.versions.back().number + 1;
    history.versions.push_back(next);
    open = &history.versions.back();
  }
  open->text = *deed.text;
  open->author = deed.by;
  if (!open->writers.contains(deed.by)) open->writers << deed.by;
  return {};
}

Result<void> review(ArticleHistory& history, const ArticleDeed& deed) {
  ArticleVersion* open = inWorkOf(history);
  if (!open || open->stage != ArticleStage::Draft) return refused("no draft to review");
  if (open->writers.contains(deed.by)) return forbidden("nobody approves their own words");
  open->stage = ArticleStage::Reviewed;
  open->approver = deed.by;
  return {};
}

Result<void> sendBack(ArticleHistory& history) {
  ArticleVersion* open = inWorkOf(history);
  if (!open || open->stage != ArticleStage::Reviewed) return refused("nothing reviewed");
  open->stage = ArticleStage::Draft;
  open->approver = AgentId();
  return {};
}

/// The last day of what stood before, so that two versions are never in effect on one day.
void supersede(ArticleHistory& history, LocalDay from) {
  ArticleVersion* standing = standingOf(history);
  if (!standing) return;
  standing->stage = ArticleStage::Superseded;
  standing->effectiveTo = from - std::chrono::days{1};
}

Result<void> publish(ArticleHistory& history, const ArticleDeed& deed) {
  ArticleVersion* open = inWorkOf(history);
  if (!open || open->stage != ArticleStage::Reviewed) return refused("publish what was reviewed");
  const LocalDay from = deed.effectiveFrom.value_or(deed.today);
  if (from < deed.today) return invalid("takes effect on a day gone by");
  if (!deed.reviewOn || *deed.reviewOn <= from) return invalid("needs a review day behind it");
  const ArticleVersion* standing = standingOf(history);
  if (standing && standing->effectiveFrom && *standing->effectiveFrom > from) {
    return invalid("takes effect before the version that waits to");
  }
  supersede(history, from);
  open->stage = ArticleStage::Published;
  open->effectiveFrom = from;
  open->reviewOn = deed.reviewOn;
  return {};
}

Result<void> confirm(ArticleHistory& history, const ArticleDeed& deed) {
  ArticleVersion* standing = standingOf(history);
  if (!standing) return refused("nothing published");
  if (standing->writers.contains(deed.by)) return forbidden("nobody approves their own words");
  if (!deed.reviewOn || *deed.reviewOn <= deed.today) return invalid("needs a later review day");
  standing->reviewOn = deed.reviewOn;
  standing->approver = deed.by;
  return {};
}

Result<void> withdraw(ArticleHistory& history, const ArticleDeed& deed) {
  ArticleVersion* standing = standingOf(history);
  if (!standing) return refused("nothing published");
  standing->stage = ArticleStage::Withdrawn;
  standing->effectiveTo = deed.today - std::chrono::days{1};
  return {};
}

Result<void> perform(ArticleHistory& history, const ArticleDeed& deed) {
  switch (deed.step) {
    case ArticleStep::Write:
      return write(history, deed);
    case ArticleStep::Review:
      return review(history, deed);
    case ArticleStep::SendBack:
      return sendBack(history);
    case ArticleStep::Publish:
      return publish(history, deed);
    case ArticleStep::Confirm:
      return confirm(history, deed);
    case ArticleStep::Withdraw:
      return withdraw(history, deed);
  }
  return refused("no such step");
}

Deed rightFor(ArticleStep step) {
  switch (step) {
    case ArticleStep::Write:
      return Deed::WriteArticle;
    case ArticleStep::Review:
    case ArticleStep::SendBack:
    case ArticleStep::Confirm:
      return Deed::ReviewArticle;
    case ArticleStep::Publish:
    case ArticleStep::Withdraw:
      return Deed::PublishArticle;
  }
  return Deed::PublishArticle;
}

}  // namespace

QString articleStageCode(ArticleStage stage) {
  switch (stage) {
    case ArticleStage::Draft:
      return QStringLiteral("draft");
    case ArticleStage::Reviewed:
      return QStringLiteral("reviewed");
    case ArticleStage::Published:
      return QStringLiteral("published");
    case ArticleStage::DueForReview:
      return QStringLiteral("due");
    case ArticleStage::Superseded:
      return QStringLiteral("superseded");
    case ArticleStage::Withdrawn:
      return QStringLiteral("withdrawn");
  }
  return {};
}

std::optional<ArticleStage> articleStageFromCode(QStringView code) {
  for (const ArticleStage stage : allArticleStages) {
    if (articleStageCode(stage) == code) return stage;
  }
  return std::nullopt;
}

QString articleStepCode(ArticleStep step) {
  switch (step) {
    case ArticleStep::Write:
      return QStringLiteral("write");
    case ArticleStep::Review:
      return QStringLiteral("review");
    case ArticleStep::SendBack:
      return QStringLiteral("send_back");
    case ArticleStep::Publish:
      return QStringLiteral("publish");
    case ArticleStep::Confirm:
      return QStringLiteral("confirm");
    case ArticleStep::Withdraw:
      return QStringLiteral("withdraw");
  }
  return {};
}

ArticleStage ArticleHistory::stageOn(const ArticleVersion& version, LocalDay day) {
  const bool isDue =
      version.stage == ArticleStage::Published && version.reviewOn && *version.reviewOn <= day;
  return isDue ? ArticleStage::DueForReview : version.stage;
}

const ArticleVersion* ArticleHistory::inEffect(LocalDay day) const {
  const auto holds = [&](const ArticleVersion& each) {
    // A day in effect is what makes a version quotable; a draft never had one.
    return each.effectiveFrom && *each.effectiveFrom <= day &&
           (!each.effectiveTo || day <= *each.effectiveTo);
  };
  const auto found = std::find_if(versions.rbegin(), versions.rend(), holds);
  return found == versions.rend() ? nullptr : &*found;
}

const ArticleVersion* ArticleHistory::version(int number) const {
  const auto found =
      std::find_if(versions.begin(), versions.end(),
                   [&](const ArticleVersion& each) { return each.number == number; });
  return found == versions.end() ? nullptr : &*found;
}

const ArticleVersion* ArticleHistory::inWork() const {
  if (versions.empty()) return nullptr;
  const ArticleVersion& last = versions.back();
  const bool isInWork = last.stage == ArticleStage::Draft || last.stage == ArticleStage::Reviewed;
  return isInWork ? &last : nullptr;
}

bool mayDoStep(Role role, ArticleStep step) { return mayDo(role, rightFor(step)); }

Result<ArticleHistory> withDeed(const ArticleHistory& history, const ArticleDeed& deed) {
  if (!mayDoStep(deed.role, deed.step)) return forbidden("this role does not do this");
  if (deed.by.isNull()) return invalid("nobody does it");
  ArticleHistory after = history;
  const auto done = perform(after, deed);
  if (!done) return done.error();
  YINGDA_INVARIANT(after.versions.size() >= history.versions.size(), "an old version was lost");
  return after;
}

std::vector<ArticleStep> possibleSteps(const ArticleHistory& history, const AgentId& by, Role role,
                                       LocalDay today) {
  std::vector<ArticleStep> steps;
  for (const ArticleStep step : allArticleSteps) {
    // Tried with everything that could be asked for: only role, person and stage decide.
    ArticleDeed deed{step, by, role, today, {}, {}, {}};
    deed.text = ArticleText{QStringLiteral("-"), QStringLiteral("-"), {}, {}, true};
    deed.effectiveFrom = today;
    for (const ArticleVersion& each : history.versions) {
      if (each.effectiveFrom)
        deed.effectiveFrom = std::max(*deed.effectiveFrom, *each.effectiveFrom);
    }
    deed.reviewOn = *deed.effectiveFrom + std::chrono::days{1};
    if (withDeed(history, deed)) steps.push_back(step);
  }
  return steps;
}

}  // namespace yingda
