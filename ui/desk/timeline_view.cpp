// SPDX-License-Identifier: GPL-3.0-or-later
// Heading, filters and rows.
#include "ui/desk/timeline_view.h"

#include <QVBoxLayout>

#include "ui/desk/timeline_list.h"
#include "ui/desk/timeline_model.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_model(new TimelineModel(this)),
      m_chips(new FilterChips({tr("全部"), tr("沟通"), tr("流转"), tr("系统")}, this)),
      m_list(new TimelineList(m_model, this)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setObjectName(QStringLiteral("timeline"));
  auto* head = new QHBoxLayout;
  head->addWidget(new Label(tr("记录"), FontRole::Strong13, Token::Text, this));
  head->addStretch(1);
  head->addWidget(m_chips);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(m_list, 1);
  connect(m_chips, &FilterChips::currentChanged, this, &TimelineView::showGroup);
}

void TimelineView::set(const std::vector<Activity>& activities, const ActivityNames& names,
                       Instant now) {
  const bool wasAtNewest = m_list->isAtNewest();
  m_model->set(activities, names, now);
  if (wasAtNewest) m_list->scrollToBottom();
}

void TimelineView::setFilter(int chip) { m_chips->setCurrent(chip); }

void TimelineView::showGroup(int chip) {
  if (chip <= 0) {
    m_model->setFilter(std::nullopt);
  } else {
    m_model->setFilter(static_cast<ActivityGroup>(chip - 1));
  }
  m_list->scrollToBottom();
}

QSize TimelineView::sizeHint() const { return {600, 28 + 5 * TimelineDelegate::rowHeight}; }

QSize TimelineView::minimumSizeHint() const { return {320, 28 + TimelineDelegate::rowHeight}; }

}  // namespace yingda::ui
