// SPDX-License-Identifier: GPL-3.0-or-later
// Each part is a list of words, of which one has to stand.
#include "core/domain/script_condition.h"

#include <QJsonArray>
#include <QStringBuilder>
#include <algorithm>

#include "core/domain/script_keys.h"
#include "core/domain/starter.h"

namespace yingda {

namespace {

const QString night = QStringLiteral("night");
const QString has = QStringLiteral("has");
const QString lacks = QStringLiteral("lacks");
const QString yes = QStringLiteral("true");

QString wordOf(const QJsonValue& value) {
  if (value.isBool()) return value.toBool() ? yes : QStringLiteral("false");
  return value.toString();
}

QStringList wordsOf(const QJsonValue& value) {
  if (!value.isArray()) return {wordOf(value)};
  QStringList words;
  for (const QJsonValue& each : value.toArray()) words << wordOf(each);
  return words;
}

bool isBelow(const QString& category, const QString& prefix) {
  return category == prefix || category.startsWith(QString(prefix % u'.'));
}

bool stands(const QString& name, const QString& word, const ScriptStand& stand) {
  if (name == has) return stand.filled.contains(word);
  if (name == lacks) return !stand.filled.contains(word);
  const QString said = stand.words.value(name);
  if (name == scriptKeyText(ScriptKey::Category)) return isBelow(said, word);
  return word == u"false" ? said != yes : said == word;
}

bool share(const QStringList& asked, const QStringList& allowed) {
  return allowed.isEmpty() || std::any_of(asked.begin(), asked.end(), [&](const QString& word) {
           return allowed.contains(word);
         });
}

/// True when an answer of the script changes one of these keys.
bool isSetSomewhere(const Script& script, const QStringList& keys) {
  for (const ScriptStep& step : script.steps) {
    for (const ScriptAnswer& answer : step.answers) {
      const QStringList set = answer.set.keys();
      if (share(set, keys)) return true;
    }
  }
  return false;
}

}  // namespace

bool conditionHolds(const QJsonObject& when, const ScriptStand& stand) {
  for (auto part = when.begin(); part != when.end(); ++part) {
    const QStringList words = wordsOf(part.value());
    const bool holds = std::any_of(words.begin(), words.end(), [&](const QString& word) {
      return stands(part.key(), word, stand);
    });
    if (!holds) return false;
  }
  return true;
}

const QStringList& conditionNames() {
  static const QStringList names = QStringList{night, has, lacks} + scriptKeyNames();
  return names;
}

bool mayBeAsked(const QString& name, const QJsonValue& value) {
  if (value.isArray()) {
    const QJsonArray list = value.toArray();
    return !list.isEmpty() && std::all_of(list.begin(), list.end(), [&](const QJsonValue& each) {
      return !each.isArray() && mayBeAsked(name, each);
    });
  }
  if (name == night) return value.isBool();
  if (name == has || name == lacks) return scriptFieldNames().contains(value.toString());
  const auto key = scriptKeyFromText(name);
  return key && mayBeSet(*key, value);
}

bool neverHolds(const Script& script, const ScriptStep& step) {
  const QJsonObject& when = step.when;
  if (script.night && when.value(night) == QJsonValue(false)) return true;
  const QStringList wanted = wordsOf(when.value(has));
  if (when.contains(has) && when.contains(lacks) && wanted == wordsOf(when.value(lacks)) &&
      wanted.size() == 1) {
    return true;
  }
  const QString level = scriptKeyText(ScriptKey::Level);
  const QString kind = scriptKeyText(ScriptKey::Kind);
  if (when.contains(level) && !share(wordsOf(when.value(level)), script.levels) &&
      !isSetSomewhere(script, {level, scriptKeyText(ScriptKey::Danger)})) {
    return true;
  }
  return when.contains(kind) && !share(wordsOf(when.value(kind)), script.kinds) &&
         !isSetSomewhere(script, {kind});
}

QString conditionText(const QJsonObject& when) {
  QStringList parts;
  for (auto part = when.begin(); part != when.end(); ++part) {
    parts << part.key() % u'=' % wordsOf(part.value()).join(u'|');
  }
  return parts.join(QStringLiteral("; "));
}

QJsonObject conditionFromText(const QString& text) {
  QJsonObject when;
  QString plain = text;
  plain.replace(u'；', u';').replace(u'｜', u'|').replace(u'＝', u'=');
  for (const QString& part : plain.split(u';', Qt::SkipEmptyParts)) {
    const QString name = part.section(u'=', 0, 0).trimmed();
    if (name.isEmpty()) continue;
    QJsonArray words;
    for (const QString& piece : part.section(u'=', 1).split(u'|')) {
      const QString word = piece.trimmed();
      const bool isFlag = word == yes || word == u"false";
      words.append(isFlag ? QJsonValue(word == yes) : QJsonValue(word));
    }
    when.insert(name, words.size() == 1 ? words.first() : QJsonValue(words));
  }
  return when;
}

}  // namespace yingda
