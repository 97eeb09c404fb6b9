// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the bottom: whether everything is safe, and the keys that help now.
#pragma once

#include <QStringList>
#include <QWidget>

#include "ui/kit/key_table.h"
#include "ui/shell/sync_chip.h"

class QPainter;

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
  /// The shared floor: 离线 · 14:02 起, then counts in bold. It stands in place of a store that is
  /// well, and after trouble of the store; empty parts say nothing.
  void setSync(SyncShape shape, const QStringList& parts);
  /// The words about the floor as one line; empty when nothing is said.
  QString syncSentence() const { return m_syncParts.join(QStringLiteral(" · ")); }
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
  bool saysStore() const;
  /// Where the words at the left end.
  int wordsWidth() const;
  int paintStore(QPainter& painter, int left) const;
  void paintSync(QPainter& painter, int left) const;
  void describe();

  const KeyTable& m_keys;
  StoreHealth m_health = StoreHealth::Saved;
  QString m_sentence;
  SyncShape m_shape = SyncShape::Disc;
  QStringList m_syncParts;
  QStringList m_verbs;
};

}  // namespace yingda::ui
