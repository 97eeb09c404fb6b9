// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the bottom: whether everything is safe, and the keys that help now.
#pragma once

#include <QStringList>
#include <QWidget>

#include "ui/kit/key_table.h"

namespace yingda::ui {

/// How the store is; shape and words, never colour alone.
enum class StoreHealth { Saved, Working, Trouble };

/// 28 high. The sentence keeps its room, the hints that do not fit are left out from the left.
class StatusStrip final : public QWidget {
  Q_OBJECT
 public:
  explicit StatusStrip(const KeyTable& keys, QWidget* parent = nullptr);
  /// 内容都已保存 / 正在整理索引 42 % / 磁盘已满 …
  void setStore(StoreHealth health, const QString& sentence);
  QString sentence() const { return m_sentence; }
  StoreHealth health() const { return m_health; }
  /// Verbs of the key table, in order.
  void setHints(const QStringList& verbs);
  /// The hints that fit now, as they stand there.
  QStringList shownHints() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QString hintText(const QString& verb) const;

  const KeyTable& m_keys;
  StoreHealth m_health = StoreHealth::Saved;
  QString m_sentence;
  QStringList m_verbs;
};

}  // namespace yingda::ui
