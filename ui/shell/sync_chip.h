// SPDX-License-Identifier: GPL-3.0-or-later
// The chip at the right of the top bar: how this workstation stands to the shared floor.
#pragma once

#include <QAbstractButton>

#include "core/service/sync_views.h"

class QPainter;

namespace yingda::ui {

/// One shape a mood, so that no colour is needed: a disc is up to date, a ring is away, an arrow is
/// on its way up or down, a triangle needs a person.
enum class SyncShape { Disc, Ring, Up, Down, Triangle };

/// The shape of a state; unsent work of a live floor is on its way up.
SyncShape syncShape(const SyncView& view);
/// Draws the shape into the square, at any scale.
void paintSyncShape(QPainter& painter, const QRectF& square, SyncShape shape);

/// What the chip says; `brief` is for narrow windows. Both are empty when the store stands alone.
struct SyncWords {
  QString text;
  QString brief;
  /// Whole sentences for the tool tip and for a reader of the screen.
  QString detail;
  friend bool operator==(const SyncWords&, const SyncWords&) = default;
};
SyncWords syncWords(const SyncView& view, Instant now);

/// Shape and words on a pill of 20; a click asks for the inbox. Hidden while the store is alone.
class SyncChip final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit SyncChip(QWidget* parent = nullptr);
  void set(SyncShape shape, const SyncWords& words);
  SyncShape shape() const { return m_shape; }
  const SyncWords& words() const { return m_words; }
  /// What the chip wants with its whole words, whichever it shows.
  int wholeWidth() const;
  /// True shows the brief words.
  void setBrief(bool isBrief);
  /// The verb's key, told in the tool tip.
  void setHint(const QString& hint);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString shown() const { return m_isBrief ? m_words.brief : m_words.text; }
  void refresh();

  SyncShape m_shape = SyncShape::Disc;
  SyncWords m_words;
  QString m_hint;
  bool m_isBrief = false;
};

}  // namespace yingda::ui
