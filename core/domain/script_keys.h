// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of a script or of a safety card may fill in, what a step may ask for and what
// saying it may make true: the one list, read by the form, by the check of a script and by the
// check of the shipped data.
#pragma once

#include <QJsonValue>
#include <QStringList>
#include <optional>

namespace yingda {

enum class ScriptKey {
  Category,
  Kind,
  Level,
  Danger,     ///< somebody may be hurt: 紧急; false says that nobody is, and lowers nothing
  Verified,   ///< surname and room were confirmed
  Sensitive,  ///< 敏感来电, with its reason
  Confirmed,
  Told,
  Occurred,   ///< now, today, earlier
  Reach,      ///< how the owner wants to hear of it: phone, message, refused
  PlaceKind,  ///< 户内, 公共部位
};

std::optional<ScriptKey> scriptKeyFromText(QStringView text);
/// As stored: category, place_kind …
QString scriptKeyText(ScriptKey key);
/// Whether an answer may set it to this. A category may be any word here: whether there is such a
/// leaf is known only beside the category tree.
bool mayBeSet(ScriptKey key, const QJsonValue& value);
/// The words that it may be set to, in their order; empty for a flag and for a category.
QStringList scriptKeyWords(ScriptKey key);
const QStringList& scriptKeyNames();

/// What a step may ask for: request, place, occurred …
const QStringList& scriptFieldNames();
/// What saying a step may make true: confirmed, told.
const QStringList& scriptMarkNames();

}  // namespace yingda
