// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of a queue from prepared texts.
#pragma once

#include <QHash>
#include <QStaticText>
#include <QStyledItemDelegate>

#include "core/service/views.h"

namespace yingda::ui {

class QueueModel;

/// Two lines a ticket, one a heading. Elided texts are kept by ticket and width.
/// Limits: keeps 256 rows, then starts anew.
class QueueDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int headingHeight = 32;
  static constexpr int ticketHeight = 57;

  explicit QueueDelegate(const QueueModel& model, QObject* parent = nullptr);
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  /// How many ticket rows were painted so far; tests count with it.
  qint64 paintedTickets() const { return m_painted; }
  /// Forget prepared texts: the font or the language changed.
  void forget() { m_texts.clear(); }

 private:
  struct Texts {
    int width = 0;
    int clockWidth = 0;
    QString title, detail, milestone;  // the sources the prepared texts were made from
    QStaticText titleText, detailText, milestoneText;
    int milestoneWidth = 0;
  };
  const Texts& textsOf(const QueueRow& row, int width, int clockWidth) const;
  void paintHeading(QPainter& painter, const QRect& rect, int row) const;
  /// Who has it in hand, and that somebody else has it open.
  void paintHands(QPainter& painter, const QRect& rect, const QueueRow& ticket) const;
  void paintTicket(QPainter& painter, const QStyleOptionViewItem& option, int row) const;

  const QueueModel& m_model;
  mutable QHash<QUuid, Texts> m_texts;
  mutable qint64 m_painted = 0;
};

}  // namespace yingda::ui
