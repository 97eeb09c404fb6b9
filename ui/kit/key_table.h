// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of keys: it feeds actions, hints, the palette and the help page.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <vector>

#include "core/base/result.h"

namespace yingda::ui {

enum class KeyScope { Program, Page };
enum class KeyLanguage { Chinese, English };

/// A verb of the program and the keys that do it.
struct KeyRow {
  QString id;
  QList<QKeySequence> keys;
  QString textZh;
  QString textEn;
  KeyScope scope = KeyScope::Program;
  QString pinyin;  ///< initials for the palette; may be empty
  friend bool operator==(const KeyRow&, const KeyRow&) = default;
};

/// "Ctrl K", "Alt ↵", "Shift F5": a key as it stands on its cap.
QString keyHintText(const QKeySequence& key);

/// Every key of the program; a key has one meaning.
class KeyTable {
 public:
  /// Refuses a key or an id that stands twice (the error names both rows) and a row without texts.
  static Result<KeyTable> load(const QByteArray& json);
  /// The table that is built into the program; a damaged one is our own bug.
  static KeyTable builtIn();

  const std::vector<KeyRow>& rows() const { return m_rows; }
  const KeyRow* rowOrNull(const QString& id) const;
  /// The first key of the verb; asking for an unknown id is a broken invariant.
  QKeySequence keyOf(const QString& id) const;
  QList<QKeySequence> keysOf(const QString& id) const;
  QString hintOf(const QString& id) const;
  QString textOf(const QString& id) const;

  KeyLanguage language() const { return m_language; }
  void setLanguage(KeyLanguage language) { m_language = language; }

 private:
  const KeyRow& row(const QString& id) const;

  std::vector<KeyRow> m_rows;
  QHash<QString, size_t> m_indexOfId;
  KeyLanguage m_language = KeyLanguage::Chinese;
};

}  // namespace yingda::ui
