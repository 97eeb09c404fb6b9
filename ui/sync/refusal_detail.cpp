// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out what it would have set and the sentence about the refusal.
#include "ui/sync/refusal_detail.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/sync_text.h"
#include "ui/parts/words_text.h"
#include "ui/sync/inbox_model.h"

namespace yingda::ui {

RefusalDetail::RefusalDetail(QWidget* parent)
    : QWidget(parent),
      m_title(new Label({}, FontRole::Big20)),
      m_about(new Label({}, FontRole::Small12, Token::Text2)),
      m_open(new HintButton({}, QStringLiteral("↵"))),
      m_summary(new RichLabel),
      m_reason(new RichLabel),
      m_promise(new Label({}, FontRole::Small12, Token::Text2)) {
  setObjectName(QStringLiteral("refusal"));
  m_reason->setObjectName(QStringLiteral("refusal.reason"));
  m_open->setObjectName(QStringLiteral("refusal.open"));
  m_open->setLook(HintButton::Look::Quiet);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(m_title);
  words->addWidget(m_about);
  auto* head = new QHBoxLayout;
  head->addLayout(words, 1);
  head->addWidget(m_open);
  auto* card = new Card;
  auto* facts = new QGridLayout;
  facts->setContentsMargins(0, 0, 0, 0);
  facts->setHorizontalSpacing(24);
  facts->setVerticalSpacing(8);
  for (RichLabel* label : {m_summary, m_reason}) label->setLineSpacing(1.6);
  auto* what = new Label(tr("要办的"), FontRole::Body13, Token::Text2);
  auto* why = new Label(tr("为什么"), FontRole::Body13, Token::Text2);
  what->setElides(false);
  why->setElides(false);
  facts->addWidget(what, 0, 0, Qt::AlignTop);
  facts->addWidget(m_summary, 0, 1);
  facts->addWidget(why, 1, 0, Qt::AlignTop);
  facts->addWidget(m_reason, 1, 1);
  facts->setColumnStretch(1, 1);
  card->body()->addLayout(facts);
  card->body()->addWidget(new Separator);
  card->body()->addWidget(m_promise);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  column->addLayout(head);
  column->addWidget(card);
  column->addStretch(1);
  connect(m_open, &HintButton::clicked, this, &RefusalDetail::openAsked);
}

void RefusalDetail::setRefusal(const RefusalView& refusal, Instant now) {
  m_title->setText(refusal.isParked ? tr("等服务器升级后执行") : tr("服务器没有执行"));
  const QString at = tr("写于 %1").arg(occurredText(refusal.at, now));
  m_about->setText(refusal.ticketNumber.isEmpty() ? at
                                                  : QString(ticketNumberText(refusal.ticketNumber) %
                                                            QStringLiteral(" · ") % at));
  m_open->setText(tr("打开工单"));
  m_open->setVisible(!refusal.ticketNumber.isEmpty());
  m_summary->setText(refusal.summary);
  m_reason->setText(refusalText(refusal.reason, refusal.isParked));
  m_promise->setText(tr("原样留在这台电脑的日志里，没有删除"));
}

}  // namespace yingda::ui
