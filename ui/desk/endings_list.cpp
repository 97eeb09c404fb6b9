// SPDX-License-Identifier: GPL-3.0-or-later
// Ways in bold, their tickets indented.
#include "ui/desk/endings_list.h"

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int rowHeight = 28;

QString ticketText(const QueueRow& row) {
  const auto number = TicketNumber::parse(row.number);
  return QStringLiteral("    ") % (number ? number->text() : row.number) % QStringLiteral("  ") %
         cleanText(row.title, Lines::Join);
}

}  // namespace

QString endingsText(const EndingsView& view) {
  if (view.tickets < endingsLeast) return {};
  const int percent = qRound(view.share * 100);
  //: How many tickets of this category were closed in a year, the share of the commonest way.
  return EndingsList::tr("这一类近一年办结 %1 件，%2% 是同一种办法").arg(view.tickets).arg(percent);
}

QString endingText(const EndingFamily& family) {
  return EndingsList::tr("%1 件 · %2：%3")
      .arg(family.tickets)
      .arg(family.solution, cleanText(family.outcome, Lines::Join));
}

EndingsList::EndingsList(QWidget* parent) : QuietList(parent) {
  setObjectName(QStringLiteral("side.endings"));
  setAccessibleName(tr("同类工单怎么办结的"));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextElideMode(Qt::ElideRight);
  connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto index = static_cast<size_t>(row(item));
    if (index < m_tickets.size() && !m_tickets[index].isNull()) Q_EMIT openAsked(m_tickets[index]);
  });
}

void EndingsList::set(const EndingsView& view) {
  m_tickets.clear();
  QStringList texts;
  QStringList tips;
  const bool saysSomething = view.tickets >= endingsLeast;
  for (const EndingFamily& family : view.families) {
    if (!saysSomething) break;
    m_tickets.emplace_back();
    texts << endingText(family);
    tips << cleanText(family.outcome, Lines::Join);
    for (const QueueRow& row : family.newest) {
      m_tickets.push_back(row.id);
      texts << ticketText(row);
      tips << cleanText(row.title, Lines::Join);
    }
  }
  setRowCount(static_cast<int>(texts.size()));
  for (int i = 0; i < count(); ++i) {
    const bool isWay = m_tickets[static_cast<size_t>(i)].isNull();
    item(i)->setText(texts[i]);
    item(i)->setToolTip(tips[i]);
    item(i)->setFont(ui::font(isWay ? FontRole::Strong13 : FontRole::Body13));
    item(i)->setSizeHint({0, rowHeight});
  }
}

}  // namespace yingda::ui
