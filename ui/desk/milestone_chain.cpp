// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the nodes and says each in the words of the screen.
#include "ui/desk/milestone_chain.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

using Look = MilestoneNode::Look;

constexpr size_t shownMax = 5;
constexpr qsizetype ruleLengthMax = 6;     // longer ones are for the account, not for the chain
constexpr qsizetype verdictLengthMax = 6;  // a longer one takes the room of the date
constexpr qsizetype missingLengthMax = 4;  // a longer one takes the room of the due
constexpr qint64 sameClockSlackSeconds = 1;

constexpr std::array orderOfRed{"M1", "M2",      "onsite", "progress", "M3",
                                "M4", "resolve", "plan",   "transfer", "callback"};
constexpr std::array orderOfOthers{"M1",   "M2",       "M3",      "M4",       "onsite",
                                   "plan", "progress", "resolve", "transfer", "callback"};

bool isOneOf(const QString& id, std::initializer_list<const char*> ids) {
  return std::any_of(ids.begin(), ids.end(),
                     [&id](const char* one) { return id == QLatin1String(one); });
}

/// Seconds left on the milestone's own clock at `now`. A clock that agreed with the wall when it
/// was read goes on with the wall; one on service time stands until it is read again.
std::optional<qint64> leftAt(const Milestone& milestone, const ChainInput& input) {
  if (!milestone.remainingSeconds || !milestone.due) return milestone.remainingSeconds;
  const qint64 wall = (*milestone.due - input.setAt).count() / 1000;
  if (std::abs(wall - *milestone.remainingSeconds) > sameClockSlackSeconds) {
    return milestone.remainingSeconds;
  }
  const auto left = *milestone.due - input.now;
  return std::chrono::floor<std::chrono::seconds>(left).count();
}

bool isLate(const Milestone& milestone, Instant now) {
  return milestone.isUnmet() && milestone.state != MilestoneState::Paused &&
         (milestone.state == MilestoneState::Breached || (milestone.due && *milestone.due < now));
}

QString dotted(const QStringList& parts) {
  QStringList said;
  for (const QString& part : parts) {
    if (!part.isEmpty()) said.append(part);
  }
  return said.join(QCoreApplication::translate("MilestoneStrip", " · "));
}

/// What is left; calmly without the seconds that would run before her eyes.
QString leftOf(qint64 seconds, bool isCalm) {
  constexpr qint64 minute = 60;
  if (!isCalm || seconds >= 60 * minute) return leftText(seconds);
  if (seconds < minute) return QCoreApplication::translate("MilestoneStrip", "不到 1 分钟");
  return QCoreApplication::translate("MilestoneStrip", "%1 分钟").arg(seconds / minute);
}

QString dueOf(const Milestone& milestone, Instant now, bool isCalm) {
  if (!milestone.due) return {};
  if (!isCalm && isOneOf(milestone.id, {"M1"})) return clockTextWithSeconds(*milestone.due);
  const auto left = *milestone.due - now;
  const bool isNear = left > -nightShift && left < nightShift;
  return isNear ? clockText(*milestone.due) : dueText(*milestone.due, now);
}

/// Without the day of the week: a late one needs the room for its words.
QString missedDueOf(const Milestone& milestone, Instant now) {
  if (!milestone.due) return {};
  const QString clock = clockText(*milestone.due);
  if (localDayOf(*milestone.due) == localDayOf(now)) return clock;
  return toIso(localDayOf(*milestone.due)).mid(5) + QLatin1Char(' ') + clock;
}

QString metDetail(const Milestone& milestone, Instant now) {
  QString verdict = QCoreApplication::translate("MilestoneStrip", "按时");
  if (milestone.state == MilestoneState::MetLate) {
    qint64 late = milestone.usedSeconds - milestone.totalSeconds;
    if (late <= 0 && milestone.due && milestone.metAt) {
      late = (*milestone.metAt - *milestone.due).count() / 1000;
    }
    verdict = QCoreApplication::translate("MilestoneStrip", "晚 %1").arg(spanText(late));
  }
  const bool isToday = !milestone.metAt || localDayOf(*milestone.metAt) == localDayOf(now);
  if (isToday || verdict.size() > verdictLengthMax) return verdict;
  return dotted({verdict, toIso(localDayOf(*milestone.metAt)).mid(5) + QLatin1Char(' ') +
                              clockText(*milestone.metAt)});
}

/// What the reader of the node wants beside the time: what is missing, or how often.
QString remarkOf(const Milestone& milestone, const QString& missingForGolden) {
  if (isOneOf(milestone.id, {"M1"})) return missingForGolden;
  if (isOneOf(milestone.id, {"progress"})) {
    return QCoreApplication::translate("MilestoneStrip", "每 %1")
        .arg(spanText(milestone.totalSeconds));
  }
  const bool isShort = milestone.rule.size() <= ruleLengthMax;
  return isShort && isOneOf(milestone.id, {"onsite"}) ? ruleText(milestone.rule) : QString();
}

void sayUnmet(MilestoneNode& node, const Milestone& milestone, const ChainInput& input) {
  const QString remark = remarkOf(milestone, input.missingForGolden);
  const auto left = leftAt(milestone, input);
  const bool isGolden = isOneOf(milestone.id, {"M1"});
  if (milestone.state == MilestoneState::Paused) {
    node.look = Look::Paused;
    node.tone = ClockText::Tone::Paused;
    node.value = QCoreApplication::translate("MilestoneStrip", "暂停中");
    node.detail = left && *left > 0 ? QCoreApplication::translate("MilestoneStrip", "剩 %1")
                                          .arg(leftOf(*left, input.isCalm))
                                    : QString();
  } else if (isLate(milestone, input.now)) {
    node.look = Look::Late;
    node.tone = ClockText::Tone::Late;
    node.value = clockText(milestone.due,
                           std::max(input.now, milestone.due.value_or(input.now) + Milliseconds(1)))
                     .text;
    node.detail = isGolden && !remark.isEmpty()
                      ? remark
                      : QCoreApplication::translate("MilestoneStrip", "应 %1 前")
                            .arg(missedDueOf(milestone, input.now));
  } else {
    node.value =
        left ? leftOf(*left, input.isCalm) : QCoreApplication::translate("MilestoneStrip", "—");
    const bool isWordy = isGolden && remark.size() > missingLengthMax;
    node.detail = isWordy ? remark : dotted({dueOf(milestone, input.now, input.isCalm), remark});
  }
}

double shareOf(const Milestone& milestone, const ChainInput& input) {
  if (!milestone.isUnmet()) return 1;
  if (milestone.totalSeconds <= 0) return 0;
  const qint64 before = milestone.remainingSeconds.value_or(0);
  const qint64 used = milestone.usedSeconds + before - leftAt(milestone, input).value_or(before);
  return std::clamp(static_cast<double>(used) / static_cast<double>(milestone.totalSeconds), 0.0,
                    1.0);
}

MilestoneNode nodeOf(const Milestone& milestone, const ChainInput& input) {
  MilestoneNode node;
  node.id = milestone.id;
  node.name = milestoneText(milestone.id, input.level);
  node.canExplain = milestone.due.has_value() || milestone.state == MilestoneState::Paused;
  node.share = shareOf(milestone, input);
  if (milestone.isUnmet()) {
    sayUnmet(node, milestone, input);
  } else {
    const bool isMetLate = milestone.state == MilestoneState::MetLate;
    node.look = isMetLate ? Look::MetLate : Look::Met;
    node.tone = ClockText::Tone::Met;
    node.value =
        QCoreApplication::translate("MilestoneStrip", "✓ %1").arg(spentText(milestone.usedSeconds));
    node.detail = metDetail(milestone, input.now);
  }
  return node;
}

std::vector<const Milestone*> inOrder(const ChainInput& input) {
  std::vector<const Milestone*> ordered;
  const auto& order = input.level == Level::Red ? orderOfRed : orderOfOthers;
  for (const char* id : order) {
    for (const Milestone& milestone : input.milestones) {
      const bool isMine = milestone.id == QLatin1String(id);
      if (isMine && milestone.state != MilestoneState::NotApplicable) ordered.push_back(&milestone);
    }
  }
  return ordered;
}

bool foldsFirst(const Milestone& milestone, Level level) {
  return level == Level::Red ? isOneOf(milestone.id, {"M3", "M4"})
                             : isOneOf(milestone.id, {"progress"});
}

const Milestone* nextDueOf(const std::vector<const Milestone*>& milestones) {
  const Milestone* next = nullptr;
  for (const Milestone* one : milestones) {
    const bool counts = one->isUnmet() && one->due;
    if (counts && (next == nullptr || *one->due < *next->due)) next = one;
  }
  return next;
}

/// Which of the shown ones gives way: the oldest met, else the farthest that is not the end.
std::vector<const Milestone*>::iterator leastNeeded(std::vector<const Milestone*>& shown,
                                                    Instant now) {
  const auto met = std::find_if(shown.begin(), shown.end(),
                                [](const Milestone* one) { return !one->isUnmet(); });
  if (met != shown.end()) return met;
  auto farthest = shown.end();
  for (auto it = shown.begin(); it != shown.end(); ++it) {
    if (isLate(**it, now) || isOneOf((*it)->id, {"resolve", "callback"})) continue;
    const bool isFarther = farthest == shown.end() || (*it)->due.value_or(Instant::max()) >
                                                          (*farthest)->due.value_or(Instant::max());
    if (isFarther) farthest = it;
  }
  return farthest;
}

void sayCurrent(MilestoneChain& chain, const Milestone* next, Instant now) {
  if (next == nullptr) return;
  for (MilestoneNode& node : chain.shown) {
    if (node.id != next->id || node.look != Look::Waiting) continue;
    node.look = Look::Running;
    node.tone = clockText(next->due, now).tone;
    node.value = QCoreApplication::translate("MilestoneStrip", "剩 %1").arg(node.value);
  }
}

void saySpoken(MilestoneNode& node) {
  QStringList parts{node.name, node.value, node.detail};
  parts.removeAll(QString());
  node.spoken = parts.join(QCoreApplication::translate("MilestoneStrip", "，"));
}

}  // namespace

MilestoneChain milestoneChain(const ChainInput& input) {
  std::vector<const Milestone*> shown;
  std::vector<const Milestone*> folded;
  for (const Milestone* milestone : inOrder(input)) {
    const bool folds = foldsFirst(*milestone, input.level) && !isLate(*milestone, input.now);
    (folds ? folded : shown).push_back(milestone);
  }
  while (shown.size() > shownMax) {
    const auto it = leastNeeded(shown, input.now);
    if (it == shown.end()) break;
    folded.push_back(*it);
    shown.erase(it);
  }
  MilestoneChain chain;
  for (const Milestone* milestone : shown) chain.shown.push_back(nodeOf(*milestone, input));
  for (const Milestone* milestone : folded) chain.folded.push_back(nodeOf(*milestone, input));
  const Milestone* next = nextDueOf(shown);
  sayCurrent(chain, next, input.now);
  for (MilestoneNode& node : chain.shown) saySpoken(node);
  for (MilestoneNode& node : chain.folded) saySpoken(node);
  for (const Milestone* milestone : shown) {
    if (isOneOf(milestone->id, {"resolve"}) && milestone->isUnmet()) chain.asked = milestone->id;
  }
  if (chain.asked.isEmpty() && next != nullptr) chain.asked = next->id;
  if (chain.asked.isEmpty() && !shown.empty()) chain.asked = shown.back()->id;
  return chain;
}

}  // namespace yingda::ui
