// SPDX-License-Identifier: GPL-3.0-or-later
// The parked drafts under the queue, one pill each.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/ticket_draft.h"

class QPushButton;

namespace yingda::ui {

/// 挂起的草稿 [张先生 · 3 分钟前]. What does not fit folds into +n, which opens in place.
/// Hidden while there is no draft.
class QueueDrafts final : public QWidget {
  Q_OBJECT
 public:
  explicit QueueDrafts(QWidget* parent = nullptr);
  void setDrafts(const std::vector<TicketDraft>& drafts, Instant now);
  void tick(Instant now);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void draftChosen(const yingda::DraftId& id);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Parked {
    DraftId id;
    QString who;
    Instant touchedAt{};
    QPushButton* pill = nullptr;
  };
  void place();

  std::vector<Parked> m_parked;
  QPushButton* m_more;
  bool m_isOpen = false;
  int m_height = 36;
};

/// Whom the draft is about: the contact's name, else the masked number, else 未留姓名.
QString draftLabel(const TicketDraft& draft);
/// 刚刚, 3 分钟前, 2 小时前, 昨天, 10-08.
QString agoText(Instant at, Instant now);

}  // namespace yingda::ui
