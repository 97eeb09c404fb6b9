// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks scripts and phrases by how near they are to the matter.
#include "ui/desk/script_choice.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <tuple>

#include "core/assist/kind_words.h"

namespace yingda::ui {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds nightFrom = 21h;
constexpr Milliseconds nightTo = 8h + 30min;
constexpr Milliseconds fiveMinutes = 5min;

/// Emotions as the phrases spell them.
const QString anxious = QStringLiteral("\u7126\u6025");
const QString unhappy = QStringLiteral("\u4e0d\u6ee1");
const QString calm = QStringLiteral("\u5e73\u9759");

/// The longest prefix that covers the id; 0 for "any", -1 for none.
int nearness(const QStringList& prefixes, const QString& id) {
  if (prefixes.isEmpty()) return 0;
  qsizetype best = -1;
  for (const QString& prefix : prefixes) {
    if (prefix == u"*") {
      best = std::max(best, qsizetype{0});
    } else if (id == prefix || id.startsWith(QString(prefix % u'.'))) {
      best = std::max(best, prefix.size());
    }
  }
  return static_cast<int>(best);
}

/// Verification, callbacks, closing and calming are chosen by a person.
bool isAutomatic(const Script& script) {
  static const std::array kinds{QStringLiteral("emergency"), QStringLiteral("category"),
                                QStringLiteral("enquiry"), QStringLiteral("night")};
  return std::find(kinds.begin(), kinds.end(), script.kind) != kinds.end();
}

bool allows(const Script& script, const ScriptWish& wish) {
  if (script.night && !wish.isNight) return false;
  if (!script.levels.isEmpty() && !script.levels.contains(levelColour(wish.level))) return false;
  return script.kinds.isEmpty() || script.kinds.contains(kindWord(wish.kind));
}

const Script* openingOf(const Starter& starter, const ScriptWish& wish) {
  const Script* best = nullptr;
  for (const Script& script : starter.scripts) {
    if (script.kind != u"opening" || !script.categories.isEmpty() || !allows(script, wish)) {
      continue;
    }
    if (best == nullptr || (script.night && !best->night)) best = &script;
  }
  return best;
}

Instant roundedUp(Instant at) {
  const auto ms = toMs(at);
  const auto step = fiveMinutes.count();
  return instantFromMs((ms + step - 1) / step * step);
}

/// 00:10 of today or of the coming night, else with its day.
QString saidTime(Instant at, Instant now) {
  const LocalDay day = localDayOf(at);
  const LocalDay today = localDayOf(now);
  const bool isNear = at - now < 12h;
  if (day == today || (day == today + std::chrono::days(1) && isNear && timeOfDay(at) < 6h)) {
    return clockText(at);
  }
  if (day == today + std::chrono::days(1)) {
    return QCoreApplication::translate("ScriptChoice", "明天 %1").arg(clockText(at));
  }
  const std::chrono::year_month_day date{std::chrono::sys_days{day.time_since_epoch()}};
  return QCoreApplication::translate("ScriptChoice", "%1 月 %2 日 %3")
      .arg(static_cast<unsigned>(date.month()))
      .arg(static_cast<unsigned>(date.day()))
      .arg(clockText(at));
}

}  // namespace

bool isNight(Instant at) {
  const Milliseconds time = timeOfDay(at);
  return time >= nightFrom || time < nightTo;
}

const Script* chooseScript(const Starter& starter, const ScriptWish& wish) {
  if (wish.category.isEmpty() && wish.level != Level::Red) {
    if (const Script* opening = openingOf(starter, wish)) return opening;
  }
  using Rank = std::tuple<int, bool, bool, bool>;
  const Script* best = nullptr;
  Rank bestRank{-1, false, false, false};
  for (const Script& script : starter.scripts) {
    if (!isAutomatic(script) || !allows(script, wish)) continue;
    const int prefix = nearness(script.categories, wish.category);
    if (prefix < 0) continue;
    const Rank rank{prefix, !script.levels.isEmpty(), !script.kinds.isEmpty(), script.night};
    if (rank > bestRank) {
      best = &script;
      bestRank = rank;
    }
  }
  return best;
}

std::vector<const Phrase*> choosePhrases(const Starter& starter, const QString& category,
                                         const QString& emotion, const QStringList& used,
                                         int limit) {
  return chooseKindWords(starter, {category, emotion, used, limit}, {}).fitting;
}

QString usualEmotion(Level level, Kind kind) {
  if (level == Level::Red || level == Level::Orange) return anxious;
  return kind == Kind::Complaint ? unhappy : calm;
}

QHash<QString, QString> scriptVariables(const ScriptWords& words) {
  QHash<QString, QString> variables{
      {QStringLiteral("company"), words.company},
      {QStringLiteral("staff"), words.staff},
      {QStringLiteral("owner"), words.owner},
      {QStringLiteral("room"), words.room},
      {QStringLiteral("engineer"), words.engineer},
      {QStringLiteral("department"), words.department},
      {QStringLiteral("place"), words.place},
      {QStringLiteral("number"), words.number},
  };
  const std::optional<Instant> arrival = std::max(words.signedEta, words.standing);
  // A time that has passed promises nothing; the blank tells the agent to promise a call instead.
  if (arrival && *arrival > words.now) {
    variables[QStringLiteral("arrive_by")] = saidTime(roundedUp(*arrival), words.now);
  }
  if (words.resolveBy) {
    variables[QStringLiteral("resolve_by")] = saidTime(*words.resolveBy, words.now);
  }
  const Instant callAgain = roundedUp(words.now + std::chrono::minutes(15));
  variables[QStringLiteral("now_plus_15")] = saidTime(callAgain, words.now);
  return variables;
}

}  // namespace yingda::ui
