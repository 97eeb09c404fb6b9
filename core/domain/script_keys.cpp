// SPDX-License-Identifier: GPL-3.0-or-later
// The list itself. scripts/check_resources.py reads these rows, too: one row a line.
#include "core/domain/script_keys.h"

namespace yingda {

namespace {

struct KeyRow {
  ScriptKey key;
  const char* name;
  const char* values;  ///< words, or <flag>, or <category>
};

constexpr KeyRow keyRows[] = {
    {ScriptKey::Category, "category", "<category>"},
    {ScriptKey::Kind, "kind", "报修 投诉 咨询 建议 表扬 求助 议事"},
    {ScriptKey::Level, "level", "红 橙 黄 绿"},
    {ScriptKey::Danger, "danger", "<flag>"},
    {ScriptKey::Verified, "verified", "<flag>"},
    {ScriptKey::Sensitive, "sensitive", "call recording live press lawyer injury life"},
    {ScriptKey::Confirmed, "confirmed", "<flag>"},
    {ScriptKey::Told, "told", "<flag>"},
    {ScriptKey::Occurred, "occurred", "now today earlier"},
    {ScriptKey::Reach, "reach", "phone message refused"},
    {ScriptKey::PlaceKind, "place_kind", "户内 公共部位"},
};

constexpr auto fieldNames =
    "request place contact_name contact_phone occurred reply reach place_kind";
constexpr auto markNames = "confirmed told";

QStringList words(const char* text) { return QString::fromUtf8(text).split(u' '); }

const KeyRow& rowOf(ScriptKey key) { return keyRows[static_cast<size_t>(key)]; }

}  // namespace

std::optional<ScriptKey> scriptKeyFromText(QStringView text) {
  for (const KeyRow& row : keyRows) {
    if (text == QLatin1String(row.name)) return row.key;
  }
  return std::nullopt;
}

QString scriptKeyText(ScriptKey key) { return QLatin1String(rowOf(key).name); }

bool mayBeSet(ScriptKey key, const QJsonValue& value) {
  const QLatin1String values(rowOf(key).values);
  if (values == QLatin1String("<flag>")) return value.isBool();
  if (values == QLatin1String("<category>")) return !value.toString().isEmpty();
  return words(rowOf(key).values).contains(value.toString());
}

QStringList scriptKeyWords(ScriptKey key) {
  const char* values = rowOf(key).values;
  return values[0] == '<' ? QStringList() : words(values);
}

const QStringList& scriptKeyNames() {
  static const QStringList names = [] {
    QStringList list;
    for (const KeyRow& row : keyRows) list << QLatin1String(row.name);
    return list;
  }();
  return names;
}

const QStringList& scriptFieldNames() {
  static const QStringList names = words(fieldNames);
  return names;
}

const QStringList& scriptMarkNames() {
  static const QStringList names = words(markNames);
  return names;
}

}  // namespace yingda
