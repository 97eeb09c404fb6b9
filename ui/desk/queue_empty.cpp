// SPDX-License-Identifier: GPL-3.0-or-later
// Words for each of the four queues.
#include "ui/desk/queue_empty.h"

#include <QPainter>

#include "ui/kit/theme.h"

namespace yingda::ui {

QueueEmpty::QueueEmpty(QWidget* parent) : QWidget(parent) {
  set(QueueKind::NextThing, Reason::Reading);
}

void QueueEmpty::set(QueueKind kind, Reason reason) {
  m_advice.clear();
  if (reason == Reason::Reading) {
    m_title = tr("正在读取队列…");
  } else {
    switch (kind) {
      case QueueKind::NextThing:
        m_title = tr("今天没有待办");
        m_advice = tr("有来电按 F2 登记；到期的事会排到这里。");
        break;
      case QueueKind::Mine:
        m_title = tr("您名下没有未结工单");
        m_advice = tr("看看本组有没有要帮忙的。");
        break;
      case QueueKind::Team:
        m_title = tr("本组没有未结工单");
        m_advice = tr("新来电按 F2 登记。");
        break;
      case QueueKind::AllOpen:
        m_title = tr("没有未结工单");
        m_advice = tr("已归档的工单按 Ctrl K 查找。");
        break;
    }
  }
  setAccessibleName(m_advice.isEmpty() ? m_title : tr("%1。%2").arg(m_title, m_advice));
  update();
}

void QueueEmpty::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect inner = rect().adjusted(24, 0, -24, 0);
  painter.setFont(ui::font(FontRole::Strong13));
  painter.setPen(color(Token::Text2));
  painter.drawText(QRect(inner.left(), 96, inner.width(), 24), Qt::AlignCenter, m_title);
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text3));
  painter.drawText(QRect(inner.left(), 124, inner.width(), 48),
                   Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_advice);
}

}  // namespace yingda::ui
