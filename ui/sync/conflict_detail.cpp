// SPDX-License-Identifier: GPL-3.0-or-later
// Says what stands now, what would stand after a restore, and offers both acts.
#include "ui/sync/conflict_detail.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/kit/card.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/sync_text.h"
#include "ui/sync/inbox_model.h"
#include "ui/sync/value_table.h"

namespace yingda::ui {

namespace {

/// Longer values stand whole in the table above the consequence.
constexpr qsizetype quotedMost = 40;

bool isDerived(const ConflictView& conflict) {
  return conflict.field == "stage" || conflict.field == "cycle" || conflict.field == "due";
}

QString quoted(const QString& value) {
  const QString line = cleanText(value, Lines::Join).simplified();
  const QString cut = cutText(line, quotedMost);
  return cut.size() < line.size() ? QString(cut % QChar(0x2026)) : cut;
}

}  // namespace

bool mayRestore(const ConflictView& conflict) {
  return conflict.mayRestore && !isDerived(conflict);
}

ConflictDetail::ConflictDetail(const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_keys(keys) {
  setObjectName(QStringLiteral("conflict"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  column->addWidget(makeHead());
  column->addWidget(makeCard());
  column->addStretch(1);
  refreshHints();
}

QWidget* ConflictDetail::makeHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  m_title = new Label({}, FontRole::Big20);
  m_title->setObjectName(QStringLiteral("conflict.title"));
  m_about = new Label({}, FontRole::Small12, Token::Text2);
  m_about->setObjectName(QStringLiteral("conflict.about"));
  words->addWidget(m_title);
  words->addWidget(m_about);
  m_open = new HintButton({}, QStringLiteral("↵"));
  m_open->setObjectName(QStringLiteral("conflict.open"));
  m_open->setLook(HintButton::Look::Quiet);
  row->addLayout(words, 1);
  row->addWidget(m_open);
  connect(m_open, &HintButton::clicked, this, &ConflictDetail::openAsked);
  return head;
}

QWidget* ConflictDetail::makeCard() {
  auto* card = new Card;
  QVBoxLayout* body = card->body();
  body->setContentsMargins(1, 0, 1, 0);
  body->setSpacing(0);
  m_question = new Label({}, FontRole::Title15);
  m_question->setObjectName(QStringLiteral("conflict.question"));
  m_question->setContentsMargins(16, 0, 16, 0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 11, 16, 11);
  head->addWidget(m_question, 1);
  m_values = new ValueTable;
  auto* well = new Pane(Token::Bg);
  well->setLines(Qt::TopEdge | Qt::BottomEdge);
  auto* facts = new QHBoxLayout(well);
  facts->setContentsMargins(16, 10, 16, 10);
  facts->setSpacing(24);
  m_afterTitle = new Label({}, FontRole::Strong13);
  m_afterTitle->setElides(false);
  m_after = new RichLabel(FontRole::Body13, Token::Text);
  m_after->setObjectName(QStringLiteral("conflict.after"));
  m_after->setLineSpacing(1.6);
  facts->addWidget(m_afterTitle, 0, Qt::AlignTop);
  facts->addWidget(m_after, 1);
  m_promise = new Label({}, FontRole::Small12, Token::Text2);
  m_seen = new HintButton({});
  m_seen->setObjectName(QStringLiteral("conflict.seen"));
  m_restore = new HintButton({});
  m_restore->setObjectName(QStringLiteral("conflict.restore"));
  m_restore->setLook(HintButton::Look::Filled);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, 12, 16, 12);
  foot->setSpacing(8);
  foot->addWidget(m_promise, 1);
  foot->addWidget(m_seen);
  foot->addWidget(m_restore);
  body->addLayout(head);
  body->addWidget(new Separator);
  body->addWidget(m_values);
  body->addWidget(well);
  body->addLayout(foot);
  connect(m_seen, &HintButton::clicked, this, &ConflictDetail::seenAsked);
  connect(m_restore, &HintButton::clicked, this, &ConflictDetail::restoreAsked);
  return card;
}

void ConflictDetail::refreshHints() {
  m_open->setText(tr("打开工单"));
  m_seen->setHint(m_keys.hintOf(QStringLiteral("conflict.seen")));
  m_restore->setHint(m_keys.hintOf(QStringLiteral("value.restore")));
}

void ConflictDetail::setConflict(const ConflictView& conflict, Instant now, bool isAsked) {
  const QString field = fieldText(conflict.kind, conflict.field);
  m_title->setText(conflict.ticketTitle.isEmpty() ? field : conflict.ticketTitle);
  QStringList about;
  if (!conflict.ticketNumber.isEmpty()) about << ticketNumberText(conflict.ticketNumber);
  about << field;
  const QString& other = conflict.isMine ? conflict.keptByName : conflict.lostByName;
  if (conflict.isMine) {
    about << (other.isEmpty() ? tr("您和另一席位都改了它") : tr("您和 %1 都改了它").arg(other));
  } else if (!other.isEmpty()) {
    about << tr("%1的值没有被采用").arg(other);
  }
  m_about->setText(about.join(QStringLiteral(" · ")));
  m_open->setVisible(!conflict.ticket.isNull());
  const bool isOffered = mayRestore(conflict);
  m_question->setText(!isOffered ? tr("没有被采用的值") : tr("以哪份为准？"));
  m_values->setConflict(conflict, now);
  const QString whose = conflict.isMine || conflict.lostByName.isEmpty()
                            ? tr("我的值")
                            : tr("%1的值").arg(conflict.lostByName);
  m_afterTitle->setText(isOffered ? tr("还原以后") : tr("为什么不用选"));
  if (isDerived(conflict)) {
    m_after->setText(tr("进度和时限由系统算出，两份里走得更远的算数。"));
  } else if (!isOffered) {
    m_after->setText(tr("这一项只能写一次，先写下的算数；另一份留在记录里。"));
  } else {
    const QString value = quoted(conflict.lost);
    const QString set =
        value.isEmpty() ? tr("%1改为没有填。").arg(field) : tr("%1改为“%2”。").arg(field, value);
    m_after->setText(
        conflict.field == "holder" ? QString(set % tr("进度和时限由系统重算，不用选。")) : set);
  }
  m_promise->setText(isOffered ? tr("没选的那份留在记录里，随时能还原")
                               : tr("没有被采用的那份留在记录里"));
  m_restore->setVisible(isOffered);
  m_restore->setEnabled(!isAsked);
  m_restore->setText(isAsked           ? tr("正在办…")
                     : conflict.isMine ? tr("还原我的值")
                                       : tr("改用 %1").arg(whose));
  m_seen->setVisible(!conflict.isSeen);
  m_seen->setEnabled(!isAsked);
  m_seen->setText(isOffered ? tr("保持现在的，已看过") : tr("已看过"));
  m_seen->setLook(isOffered ? HintButton::Look::Outlined : HintButton::Look::Filled);
}

}  // namespace yingda::ui
