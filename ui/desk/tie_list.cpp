// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence a tie, and two keys.
#include "ui/desk/tie_list.h"

#include <QKeyEvent>
#include <array>

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/theme.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int lineHeight = 26;
constexpr int linesMost = 4;
constexpr std::array relations{TieKind::Same, TieKind::Cause, TieKind::Related};

QString sentenceOf(const TieView& tie, const QString& number) {
  switch (tie.kind) {
    case TieKind::Same:
      //: The other ticket's number.
      return tie.isOriginal ? TieList::tr("%1 与本单重复").arg(number)
                            : TieList::tr("与 %1 重复，时限跟那张走").arg(number);
    case TieKind::Cause:
      return TieList::tr("与 %1 同因").arg(number);
    case TieKind::Related:
    case TieKind::Apart:
    case TieKind::None:
      break;
  }
  return TieList::tr("与 %1 相关").arg(number);
}

}  // namespace

QString tieText(const TieView& tie) {
  const auto parsed = TicketNumber::parse(tie.number);
  const QString number = parsed ? parsed->text() : TieList::tr("还没有到的一张");
  QStringList what;
  for (const QString& part : {tie.title, tie.place}) {
    if (!part.isEmpty()) what << cleanText(part, Lines::Join);
  }
  const QString sentence = sentenceOf(tie, number);
  return what.isEmpty() ? sentence
                        : TieList::tr("%1：%2").arg(sentence, what.join(QStringLiteral(" · ")));
}

TieList::TieList(QWidget* parent) : QuietList(parent) {
  setObjectName(QStringLiteral("ties"));
  setAccessibleName(tr("关联的工单"));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextElideMode(Qt::ElideRight);
  connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto index = static_cast<size_t>(row(item));
    if (index < m_ties.size()) Q_EMIT openAsked(m_ties[index].ticket);
  });
}

void TieList::set(const std::vector<TieView>& ties, Instant now) {
  m_ties = ties;
  setRowCount(static_cast<int>(ties.size()));
  for (int i = 0; i < count(); ++i) {
    const TieView& tie = ties[static_cast<size_t>(i)];
    item(i)->setText(tieText(tie));
    item(i)->setToolTip(tr("%1 %2 关联；回车打开，1 重复 2 同因 3 相关，Delete 取消关联")
                            .arg(dueText(tie.at, now), tie.byName));
    item(i)->setSizeHint({0, lineHeight});
  }
  updateGeometry();
  setVisible(count() > 0);
}

QSize TieList::sizeHint() const {
  return {200, lineHeight * std::clamp(count(), 1, linesMost) + 4};
}
QSize TieList::minimumSizeHint() const { return sizeHint(); }

void TieList::keyPressEvent(QKeyEvent* event) {
  const auto index = static_cast<size_t>(std::max(0, currentRow()));
  if (event->key() == Qt::Key_Delete && index < m_ties.size()) {
    Q_EMIT untieAsked(m_ties[index].ticket);
    return;
  }
  const int digit = event->key() - Qt::Key_1;
  if (digit >= 0 && digit < static_cast<int>(relations.size()) && index < m_ties.size()) {
    const TieKind kind = relations[static_cast<size_t>(digit)];
    if (kind != m_ties[index].kind) Q_EMIT kindAsked(m_ties[index].ticket, kind);
    return;
  }
  QuietList::keyPressEvent(event);
}

}  // namespace yingda::ui
