// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the key table and refuses doubles.
#include "ui/kit/key_table.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/base/invariant.h"

namespace yingda::ui {

namespace {

Error invalid(const QString& detail) { return {ErrorCode::Invalid, detail}; }

Result<KeyRow> readRow(const QJsonObject& object) {
  KeyRow row;
  row.id = object.value(u"id").toString();
  row.textZh = object.value(u"zh").toString();
  row.textEn = object.value(u"en").toString();
  row.pinyin = object.value(u"pinyin").toString();
  if (row.id.isEmpty()) return invalid(QStringLiteral("a row without id"));
  if (row.textZh.isEmpty() || row.textEn.isEmpty()) {
    return invalid(row.id + QStringLiteral(": a text is missing"));
  }
  const QString scope = object.value(u"scope").toString();
  if (scope != u"program" && scope != u"page") {
    return invalid(row.id + QStringLiteral(": unknown scope ") + scope);
  }
  row.scope = scope == u"page" ? KeyScope::Page : KeyScope::Program;
  const QJsonArray keys = object.value(u"keys").toArray();
  for (const QJsonValue& value : keys) {
    const QKeySequence key = QKeySequence::fromString(value.toString(), QKeySequence::PortableText);
    if (key.count() != 1 || key[0].key() == Qt::Key_unknown) {
      return invalid(row.id + QStringLiteral(": not a key: ") + value.toString());
    }
    row.keys.append(key);
  }
  if (row.keys.isEmpty()) return invalid(row.id + QStringLiteral(": no key"));
  return row;
}

QString keyName(Qt::Key key) {
  switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return QStringLiteral("↵");
    case Qt::Key_Escape:
      return QStringLiteral("Esc");
    case Qt::Key_PageUp:
      return QStringLiteral("PgUp");
    case Qt::Key_PageDown:
      return QStringLiteral("PgDn");
    case Qt::Key_Insert:
      return QStringLiteral("Ins");
    default:
      return QKeySequence(key).toString(QKeySequence::PortableText);
  }
}

}  // namespace

QString keyHintText(const QKeySequence& key) {
  if (key.isEmpty()) return {};
  QStringList parts;
  const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
  if (modifiers.testFlag(Qt::ControlModifier)) parts += QStringLiteral("Ctrl");
  if (modifiers.testFlag(Qt::AltModifier)) parts += QStringLiteral("Alt");
  if (modifiers.testFlag(Qt::ShiftModifier)) parts += QStringLiteral("Shift");
  parts += keyName(key[0].key());
  return parts.join(u' ');
}

Result<KeyTable> KeyTable::load(const QByteArray& json) {
  QJsonParseError parse;
  const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
  if (parse.error != QJsonParseError::NoError) return invalid(parse.errorString());
  KeyTable table;
  QHash<QString, QString> idOfKey;
  const QJsonArray rows = document.object().value(u"keys").toArray();
  for (const QJsonValue& value : rows) {
    Result<KeyRow> row = readRow(value.toObject());
    if (!row) return row.error();
    if (table.m_indexOfId.contains(row->id)) {
      return invalid(QStringLiteral("id stands twice: ") + row->id);
    }
    for (const QKeySequence& key : std::as_const(row->keys)) {
      const QString name = key.toString(QKeySequence::PortableText);
      const auto other = idOfKey.constFind(name);
      if (other != idOfKey.constEnd()) {
        return invalid(QStringLiteral("%1 stands twice: %2 and %3").arg(name, *other, row->id));
      }
      idOfKey.insert(name, row->id);
    }
    table.m_indexOfId.insert(row->id, table.m_rows.size());
    table.m_rows.push_back(std::move(*row));
  }
  if (table.m_rows.empty()) return invalid(QStringLiteral("no keys"));
  return table;
}

KeyTable KeyTable::builtIn() {
  QFile file(QStringLiteral(":/kit/keys.json"));
  const bool isOpen = file.open(QIODevice::ReadOnly);
  YINGDA_INVARIANT(isOpen, "the key table is built in");
  Result<KeyTable> table = load(file.readAll());
  YINGDA_INVARIANT(table.has_value(), "the built-in key table is valid");
  return std::move(*table);
}

const KeyRow* KeyTable::rowOrNull(const QString& id) const {
  const auto found = m_indexOfId.constFind(id);
  return found == m_indexOfId.constEnd() ? nullptr : &m_rows[*found];
}

const KeyRow& KeyTable::row(const QString& id) const {
  const KeyRow* found = rowOrNull(id);
  YINGDA_INVARIANT(found != nullptr, "the id stands in the key table");
  return *found;
}

QKeySequence KeyTable::keyOf(const QString& id) const { return row(id).keys.constFirst(); }

QList<QKeySequence> KeyTable::keysOf(const QString& id) const { return row(id).keys; }

QString KeyTable::hintOf(const QString& id) const { return keyHintText(keyOf(id)); }

QString KeyTable::textOf(const QString& id) const {
  const KeyRow& found = row(id);
  return m_language == KeyLanguage::Chinese ? found.textZh : found.textEn;
}

}  // namespace yingda::ui
