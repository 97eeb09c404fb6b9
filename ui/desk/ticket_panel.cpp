// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out an existing ticket for reading.
#include "ui/desk/ticket_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/domain/ticket_number.h"
#include "ui/desk/act_row.h"
#include "ui/desk/hand_text.h"
#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int linesMax = 8;

}  // namespace

TicketPanel::TicketPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("ticketPanel"));
  build();
}

void TicketPanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(9);
  column->addWidget(makeHead());
  auto* card = new Card;
  m_texts = new QVBoxLayout;
  m_texts->setSpacing(8);
  m_acts = new ActRow;
  card->body()->addLayout(m_texts);
  m_sop = new Label({}, FontRole::Small12, Token::Text3);
  m_sop->setObjectName(QStringLiteral("ticketPanel.sop"));
  m_sop->hide();
  card->body()->addWidget(m_sop);
  card->body()->addWidget(m_acts);
  column->addWidget(card);
  connect(m_acts, &ActRow::asked, this, &TicketPanel::actAsked);
}

QWidget* TicketPanel::makeHead() {
  auto* card = new Card;
  card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_level = new LevelChip;
  m_title = new Label({}, FontRole::Title15);
  m_title->setObjectName(QStringLiteral("ticketPanel.title"));
  m_number = new Label({}, FontRole::Body13, Token::Text2);
  m_number->setObjectName(QStringLiteral("ticketPanel.number"));
  m_number->setElides(false);
  m_stage = new Badge;
  m_stage->setObjectName(QStringLiteral("ticketPanel.stage"));
  m_kind = new Badge;
  m_kind->setObjectName(QStringLiteral("ticketPanel.kind"));
  m_line = new Label({}, FontRole::Small12, Token::Text2);
  m_line->setObjectName(QStringLiteral("ticketPanel.line"));
  m_hand = new Badge;
  m_hand->setObjectName(QStringLiteral("ticketPanel.hand"));
  m_hand->hide();
  // Who else is here: calm, and in nobody's way.
  m_lookers = new Label({}, FontRole::Small12, Token::Accent);
  m_lookers->setElides(false);
  m_lookers->setObjectName(QStringLiteral("ticketPanel.lookers"));
  m_lookers->hide();
  m_claim = new HintButton({}, KeyTable::builtIn().hintOf(QStringLiteral("ticket.claim")));
  m_claim->setObjectName(QStringLiteral("ticketPanel.claim"));
  m_claim->hide();
  connect(m_claim, &QAbstractButton::clicked, this, &TicketPanel::claimAsked);
  m_urge = new HintButton(actText(Deed::Urge),
                          KeyTable::builtIn().hintOf(QStringLiteral("ticket.urge")));
  m_urge->setObjectName(QStringLiteral("ticketPanel.urge"));
  connect(m_urge, &QAbstractButton::clicked, this, [this] { Q_EMIT actAsked(Deed::Urge); });
  auto* first = new QHBoxLayout;
  first->setSpacing(8);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_title, m_number, m_stage, m_kind, m_hand}) {
    first->addWidget(widget);
  }
  first->addStretch(1);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addLayout(first);
  // On the line that is there anyway: nothing below it moves when somebody comes or goes.
  auto* second = new QHBoxLayout;
  second->setSpacing(12);
  second->addWidget(m_line);
  second->addWidget(m_lookers);
  second->addStretch(1);
  words->addLayout(second);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(m_level);
  row->addLayout(words, 1);
  row->addWidget(m_claim);
  row->addWidget(m_urge);
  card->body()->addLayout(row);
  return card;
}

void TicketPanel::set(const TicketView& view, Instant now) {
  m_view = view;
  m_now = now;
  const Ticket& ticket = view.ticket;
  m_level->setLevel(ticket.level);
  const QString title = view.text.title.isEmpty() ? titleFrom(view.text.request) : view.text.title;
  const bool isClosed = view.reading == Reading::Closed;
  const QString empty = isClosed ? tr("敏感来电，只有经办人和班长能看") : tr("没写诉求的工单");
  const QString shown = title.isEmpty() ? empty : title;
  const bool isMarked = !ticket.sensitive.isEmpty() && !isClosed;
  m_title->setText(isMarked ? tr("敏感·%1 ｜ %2").arg(sensitiveText(ticket.sensitive), shown)
                            : shown);
  const auto number = TicketNumber::parse(ticket.number);
  m_number->setText(number ? number->text() : ticket.number);
  QString stage = isPaused(view) ? tr("暂停中") : stageText(ticket.stage);
  if (ticket.cycle > 1) stage = tr("%1 · 第 %2 次").arg(stage).arg(ticket.cycle);
  m_stage->setText(stage);
  const QString leaf = view.categoryPath.section(QStringLiteral(" / "), -1);
  m_kind->setText(leaf.isEmpty() ? kindText(ticket.kind)
                                 : tr("%1 · %2").arg(kindText(ticket.kind), leaf));
  const QString where = view.householdAddress.isEmpty() ? view.text.place : view.householdAddress;
  QString whom = view.departmentName;
  if (!view.holderLabel.isEmpty() && view.holderLabel != whom) {
    whom = QString(whom + QLatin1Char(' ') + view.holderLabel).trimmed();
  }
  QStringList parts{QString(where + QLatin1Char(' ') + view.text.contactName).trimmed(), whom,
                    tr("%1 受理").arg(dayText(ticket.receivedAt) + QLatin1Char(' ') +
                                      clockText(ticket.receivedAt))};
  parts.removeAll(QString());
  m_line->setText(parts.join(QStringLiteral(" · ")));
  m_urge->setVisible(ticket.stage != Stage::Archived);
  showTexts();
  showActs();
  showHand();
}

void TicketPanel::setLookers(const std::vector<PresenceView>& here) {
  const QString text = lookersText(here);
  m_lookers->setText(text);
  m_lookers->setAccessibleName(text);
  m_lookers->setVisible(!text.isEmpty());
}

void TicketPanel::setSop(const QString& text) {
  m_sop->setText(text);
  m_sop->setToolTip(text);
  m_sop->setVisible(!text.isEmpty());
}

void TicketPanel::setFloor(bool isJoined, bool isLive) {
  m_isJoined = isJoined;
  m_isLive = isLive;
  showHand();
}

void TicketPanel::showHand() {
  using State = HandView::State;
  const HandView& hand = m_view.hand;
  const QString text = m_isJoined ? handText(hand, m_isLive) : QString();
  m_hand->setText(text);
  m_hand->setAccessibleName(text);
  m_hand->setTone(hand.state == State::Mine     ? Tone::Green
                  : hand.state == State::Wanted ? Tone::Dashed
                                                : Tone::Accent);
  m_hand->setVisible(!text.isEmpty());
  const bool isTheirs = hand.state == State::Theirs;
  const bool mayAsk = mayDo(m_role, isTheirs ? Deed::TakeOver : Deed::Claim);
  const bool isOver = m_view.ticket.stage == Stage::Archived && hand.state == State::Free;
  m_claim->setText(isTheirs ? tr("接手") : hand.state == State::Free ? tr("认领") : tr("放手"));
  m_claim->setVisible(m_isJoined && mayAsk && !isOver && !m_view.ticket.id.isNull());
}

void TicketPanel::addText(const QString& label, const QString& text, const QString& name) {
  if (text.trimmed().isEmpty()) return;
  auto* line = new RichLabel(FontRole::Body13, Token::Text);
  line->setObjectName(QStringLiteral("ticketPanel.") + name);
  line->setMaxLines(linesMax);
  const QString head = tr("%1  ").arg(label);
  // A megabyte that somebody pasted is not laid out line by line for eight of them.
  line->setText(head + text.left(4000), {{0, static_cast<int>(head.size()), MarkKind::Strong}});
  m_texts->addWidget(line);
}

void TicketPanel::showTexts() {
  while (QLayoutItem* item = m_texts->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  addText(tr("业主诉求"), m_view.text.request, QStringLiteral("request"));
  addText(tr("答复业主"), m_view.text.reply, QStringLiteral("reply"));
  addText(tr("内部备注"), m_view.text.note, QStringLiteral("note"));
  addText(tr("原因"), m_view.text.cause, QStringLiteral("cause"));
  addText(tr("处理结果"), m_view.text.outcome, QStringLiteral("outcome"));
}

void TicketPanel::showActs() { m_acts->set(availableActs(m_view, m_role)); }

bool TicketPanel::askAct(Deed kind) {
  for (const ActOffer& offer : availableActs(m_view, m_role)) {
    if (offer.kind != kind) continue;
    Q_EMIT actAsked(kind);
    return true;
  }
  return false;
}

}  // namespace yingda::ui
