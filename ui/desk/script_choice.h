// SPDX-License-Identifier: GPL-3.0-or-later
// Which script and which kind words fit the call, and the values that a script may say.
#pragma once

#include <QHash>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/domain/starter.h"

namespace yingda::ui {

/// What a script is chosen by.
struct ScriptWish {
  QString category;  ///< empty: none chosen yet
  Level level = Level::Yellow;
  Kind kind = Kind::Repair;
  bool isNight = false;
};

/// 21:00 to 08:30 in Asia/Shanghai.
bool isNight(Instant at);

/// The longest category prefix, then a script that names the level, then one that names the kind,
/// then one for the night; the first in the file among equals. Without a category the opening,
/// unless the level is 紧急 already. Null only when the starter has no script that fits.
const Script* chooseScript(const Starter& starter, const ScriptWish& wish);

/// At most `limit` phrases that fit category and emotion and were not used in this call. The
/// nearest category comes first; an empty emotion takes the usual one of the level.
std::vector<const Phrase*> choosePhrases(const Starter& starter, const QString& category,
                                         const QString& emotion, const QStringList& used,
                                         int limit);
/// 焦急 for 紧急 and 重大, 不满 for complaints, else 平静.
QString usualEmotion(Level level, Kind kind);

/// What the sentences of a call may name.
struct ScriptWords {
  QString company;
  QString staff;  ///< 工号
  QString owner;  ///< 王女士, or as they like to be called
  QString room;   ///< 3栋2单元1502
  QString department;
  QString engineer;  ///< may be empty
  QString place;
  QString number;                   ///< of the ticket, in its groups
  std::optional<Instant> standing;  ///< the department's standing commitment to arrive
  std::optional<Instant> signedEta;
  std::optional<Instant> resolveBy;
  Instant now{};
};

/// The variables of fillSentence. {arrive_by} is never earlier than the standing commitment nor
/// than the signed arrival, rounded up to five minutes; without either, or after it, it is a blank.
QHash<QString, QString> scriptVariables(const ScriptWords& words);

}  // namespace yingda::ui
