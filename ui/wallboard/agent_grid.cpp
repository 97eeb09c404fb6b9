// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells; state is a shape and a word.
#include "ui/wallboard/agent_grid.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/kit/paint.h"
#include "ui/parts/agent_state.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

namespace {

constexpr int cellHeight = 60;
constexpr int cellLeast = 130;
constexpr int padding = 12;

QString shapeOf(AgentState state) {
  switch (state) {
    case AgentState::Idle:
      return QStringLiteral("○");
    case AgentState::Call:
    case AgentState::Out:
      return QStringLiteral("●");
    case AgentState::WrapUp:
      return QStringLiteral("◐");
    case AgentState::Busy:
    case AgentState::Other:
      break;
  }
  return QStringLiteral("■");
}

QString clockOf(Instant since, Instant now) {
  return spentText(std::max<qint64>(0, (toMs(now) - toMs(since)) / 1000));
}

bool isOver(const AgentCell& cell, Instant now) {
  const auto limit = agentLimit(cell.code);
  return limit && now - cell.since > *limit;
}

}  // namespace

std::vector<AgentCell> AgentWatch::look(const std::vector<PresenceView>& others, Instant now) {
  QHash<AgentId, Seen> seen;
  std::vector<AgentCell> cells;
  for (const PresenceView& one : others) {
    const auto before = m_seen.constFind(one.agent);
    // Who practises tells the turn as well, and is busy with it all the same.
    Seen state{withHelp(one.state, false).section(u'.', 0, 1), one.since, std::nullopt};
    if (before != m_seen.constEnd()) {
      state.since = before->state == state.state ? before->since : now;
      state.helpSince = before->helpSince;
    }
    if (!asksForHelp(one.state)) {
      state.helpSince.reset();
    } else if (!state.helpSince) {
      state.helpSince = now;
    }
    seen.insert(one.agent, state);
    cells.push_back(
        {one.agent, one.name, one.state, state.since, one.ticket, one.isWriting, state.helpSince});
  }
  m_seen = std::move(seen);
  std::stable_sort(cells.begin(), cells.end(), [now](const AgentCell& a, const AgentCell& b) {
    if (a.helpSince.has_value() != b.helpSince.has_value()) return a.helpSince.has_value();
    if (isOver(a, now) != isOver(b, now)) return isOver(a, now);
    return a.since < b.since;
  });
  return cells;
}

QString agentCounts(const std::vector<AgentCell>& cells) {
  QStringList words;
  for (const AgentState state : {AgentState::Call, AgentState::Out, AgentState::WrapUp,
                                 AgentState::Idle, AgentState::Busy}) {
    QString code;
    const auto count = std::count_if(cells.begin(), cells.end(), [&](const AgentCell& cell) {
      if (agentStateOf(cell.code) != state) return false;
      code = cell.code.section(u'.', 0, 0);
      return true;
    });
    if (count == 0) continue;
    words << shapeOf(state) % u' ' % agentStateText(code) % u' ' % QString::number(count);
  }
  return words.join(QStringLiteral("　"));
}

AgentGrid::AgentGrid(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("floor.agents"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("坐席"));
}

void AgentGrid::set(const std::vector<AgentCell>& cells, Instant now, bool isAlone) {
  m_cells = cells;
  m_now = now;
  m_isAlone = isAlone;
  m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(cells.size()) - 1));
  QStringList words;
  for (const AgentCell& cell : cells) {
    const QString asks = cell.helpSince ? tr("，求助") : QString();
    words << cell.name % u' ' % agentStateText(cell.code) % asks;
  }
  setAccessibleDescription(words.join(QStringLiteral("，")));
  update();
}

int AgentGrid::columns() const { return std::clamp(width() / cellLeast, 1, 3); }

QRect AgentGrid::cellRect(int index) const {
  const int wide = width() / columns();
  return {index % columns() * wide, index / columns() * cellHeight, wide, cellHeight};
}

void AgentGrid::paintCell(QPainter& painter, int index) const {
  const AgentCell& cell = m_cells[static_cast<size_t>(index)];
  const QRect area = cellRect(index);
  const bool isLong = isOver(cell, m_now);
  const bool isAsking = cell.helpSince.has_value();
  if (isLong || isAsking) painter.fillRect(area, color(Token::OrangeWeak));
  painter.setPen(QPen(color(Token::Border), 1));
  painter.drawLine(area.bottomLeft(), area.bottomRight());
  if ((index + 1) % columns() != 0) painter.drawLine(area.topRight(), area.bottomRight());
  if (hasFocus() && index == m_current) {
    paintBox(painter, QRectF(area).adjusted(2, 2, -2, -2),
             {std::nullopt, color(Token::Accent), 2.0, 4.0, false});
  }
  const QRect inner = area.adjusted(padding, 8, -padding, -8);
  const int clock = isAsking ? 84 : 64;
  const QString time = clockOf(isAsking ? *cell.helpSince : cell.since, m_now);
  paintText(painter, QRect(inner.left(), inner.top(), inner.width() - clock, 20), Qt::AlignLeft,
            cell.name, FontRole::Strong13, Token::Text);
  paintText(painter, QRect(inner.right() - clock, inner.top(), clock, 20), Qt::AlignRight,
            isAsking ? tr("求助 %1").arg(time) : time, FontRole::Strong13,
            isLong || isAsking ? Token::Orange : Token::Text);
  QString below = shapeOf(agentStateOf(cell.code)) % u' ' % agentStateText(cell.code);
  if (const auto limit = agentLimit(cell.code); isLong && limit) {
    //: A reminder: this state takes longer than usual. %1 is the usual length in minutes.
    below = tr("%1，已超 %2 分").arg(below).arg(limit->count());
  } else if (cell.isWriting) {
    below = tr("%1，正在写").arg(below);
  }
  paintText(painter, QRect(inner.left(), inner.top() + 22, inner.width(), 18), Qt::AlignLeft, below,
            FontRole::Small12, Token::Text2);
}

void AgentGrid::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (int i = 0; i < static_cast<int>(m_cells.size()); ++i) paintCell(painter, i);
  if (!m_cells.empty()) return;
  const QString words =
      m_isAlone ? tr("单机没有别的坐席，加入服务器后在这里看全班") : tr("现在没有别的坐席在线");
  painter.setFont(ui::font(FontRole::Body13));
  painter.setPen(color(Token::Text2));
  painter.drawText(rect().adjusted(padding, 12, -padding, -12),
                   Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
}

void AgentGrid::keyPressEvent(QKeyEvent* event) {
  const int count = static_cast<int>(m_cells.size());
  int to = m_current;
  switch (event->key()) {
    case Qt::Key_Left:
      to -= 1;
      break;
    case Qt::Key_Right:
      to += 1;
      break;
    case Qt::Key_Up:
      to -= columns();
      break;
    case Qt::Key_Down:
      to += columns();
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (m_current < count && !m_cells[static_cast<size_t>(m_current)].ticket.isNull()) {
        Q_EMIT ticketWanted(m_cells[static_cast<size_t>(m_current)].ticket);
      }
      return;
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  if (to >= 0 && to < count) m_current = to;
  update();
}

void AgentGrid::mouseReleaseEvent(QMouseEvent* event) {
  for (int i = 0; i < static_cast<int>(m_cells.size()); ++i) {
    if (!cellRect(i).contains(event->pos())) continue;
    m_current = i;
    setFocus(Qt::MouseFocusReason);
    update();
  }
}

}  // namespace yingda::ui
