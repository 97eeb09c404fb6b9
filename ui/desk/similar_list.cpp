// SPDX-License-Identifier: GPL-3.0-or-later
// Two lines a case: what it was, and how it ended.
#include "ui/desk/similar_list.h"

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"

namespace yingda::ui {

namespace {

constexpr int rowHeight = 56;

QString shownNumber(const QString& digits) {
  const auto number = TicketNumber::parse(digits);
  return number ? number->text() : digits;
}

}  // namespace

QString similarText(const SimilarCase& one) {
  QStringList ended{one.solution};
  const QString outcome = cleanText(one.outcome, Lines::Join);
  if (!outcome.isEmpty()) ended << outcome;
  QStringList parts{ended.join(SimilarList::tr("："))};
  //: Days from receipt to the archive.
  parts << SimilarList::tr("%1 天").arg(QString::number(one.days, 'f', 1));
  if (one.owner > 0) parts << SimilarList::tr("业主 %1 分").arg(one.owner);
  return cleanText(one.row.title, Lines::Join) % u'\n' % parts.join(QStringLiteral(" · "));
}

SimilarList::SimilarList(QWidget* parent) : QuietList(parent) {
  setObjectName(QStringLiteral("side.similar"));
  setAccessibleName(tr("相似的已办结工单"));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextElideMode(Qt::ElideRight);
  connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto index = static_cast<size_t>(row(item));
    if (index < m_cases.size()) Q_EMIT openAsked(m_cases[index].row.id);
  });
}

void SimilarList::set(const std::vector<SimilarCase>& cases) {
  m_cases = cases;
  setRowCount(static_cast<int>(cases.size()));
  for (int i = 0; i < count(); ++i) {
    const SimilarCase& one = cases[static_cast<size_t>(i)];
    item(i)->setText(similarText(one));
    //: Number of the ticket, the words that both have, what the owner was told.
    item(i)->setToolTip(tr("%1 · 都说到 %2\n%3")
                            .arg(shownNumber(one.row.number), one.evidence.join(tr("、")),
                                 cleanText(one.reply, Lines::Join)));
    item(i)->setSizeHint({0, rowHeight});
  }
}

}  // namespace yingda::ui
