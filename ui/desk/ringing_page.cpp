// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the ringing page from the caller's card.
#include "ui/desk/ringing_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/domain/ticket_number.h"
#include "core/text/phone.h"
#include "ui/desk/household_text.h"
#include "ui/desk/ringing_contacts.h"
#include "ui/desk/ringing_list.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int presetMax = 9;
constexpr int ticketsMax = 3;
constexpr int padding = 13;

/// A card whose lists run to its edges.
Card* makeCard() {
  auto* card = new Card;
  card->body()->setContentsMargins(0, 0, 0, 1);
  card->body()->setSpacing(0);
  card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  return card;
}

QHBoxLayout* makeHead(Card* card, QWidget* title) {
  auto* head = new QHBoxLayout;
  head->setContentsMargins(padding, 6, padding, 6);
  head->setSpacing(8);
  head->addWidget(title);
  head->addStretch(1);
  card->body()->addLayout(head);
  return head;
}

}  // namespace

RingingPage::RingingPage(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("ringingPage"));
  build();
}

void RingingPage::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(9);
  column->addWidget(makeBar());
  column->addWidget(makeHouseholds());
  column->addWidget(makeTickets());
  column->addWidget(makeContacts(), 1);
  for (QWidget* widget : findChildren<HintButton*>()) widget->setFocusPolicy(Qt::TabFocus);
}

QWidget* RingingPage::makeBar() {
  const KeyTable keys = KeyTable::builtIn();
  auto* card = new Card;
  card->setColors(Token::AccentWeak, Token::Accent);
  card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  card->body()->setContentsMargins(17, 11, 17, 11);
  m_number = new Label({}, FontRole::Big20);
  m_number->setObjectName(QStringLiteral("ringingPage.number"));
  m_number->setElides(false);
  m_ringing = new Label({}, FontRole::Strong13);
  m_ringing->setObjectName(QStringLiteral("ringingPage.ringing"));
  m_detail = new Label({}, FontRole::Small12, Token::Text2);
  m_reject = new HintButton(tr("拒接"), keys.hintOf(QStringLiteral("call.reject")));
  m_reject->setLook(HintButton::Look::Quiet);
  m_reject->setObjectName(QStringLiteral("ringingPage.reject"));
  m_take = new HintButton(tr("接听"), keys.hintOf(QStringLiteral("call.take")));
  m_take->setLook(HintButton::Look::Filled);
  m_take->setSize(HintButton::Size::Large);
  m_take->setObjectName(QStringLiteral("ringingPage.take"));
  auto* upper = new QHBoxLayout;
  upper->setSpacing(16);
  upper->addWidget(m_number);
  upper->addWidget(m_ringing, 1);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addLayout(upper);
  words->addWidget(m_detail);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addLayout(words, 1);
  row->addWidget(m_reject);
  row->addWidget(m_take);
  card->body()->addLayout(row);
  connect(m_take, &QAbstractButton::clicked, this, &RingingPage::take);
  connect(m_reject, &QAbstractButton::clicked, this, &RingingPage::reject);
  return card;
}

QWidget* RingingPage::makeHouseholds() {
  m_householdCard = makeCard();
  m_householdTitle = new Label({}, FontRole::Title15);
  m_householdTitle->setObjectName(QStringLiteral("ringingPage.households.title"));
  m_householdTitle->setElides(false);
  QHBoxLayout* head = makeHead(m_householdCard, m_householdTitle);
  head->setContentsMargins(padding, 9, padding, 9);
  m_householdNote = new Label({}, FontRole::Small12, Token::Text2);
  head->addWidget(m_householdNote);
  m_households = new RingingList;
  m_households->setObjectName(QStringLiteral("ringingPage.households"));
  m_households->setAccessibleName(tr("这个号码的房屋"));
  m_householdCard->body()->addWidget(m_households);
  m_householdCard->body()->addWidget(new Separator);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(1, 4, padding, 3);
  m_other = new HintButton({}, KeyTable::builtIn().hintOf(QStringLiteral("household.find")));
  m_other->setLook(HintButton::Look::Quiet);
  m_other->setSize(HintButton::Size::Small);
  m_other->setObjectName(QStringLiteral("ringingPage.other"));
  m_otherNote = new Label({}, FontRole::Small12, Token::Text2);
  foot->addWidget(m_other);
  foot->addWidget(m_otherNote, 1);
  m_householdCard->body()->addLayout(foot);
  connect(m_households, &RingingList::clicked, this, &RingingPage::choose);
  connect(m_other, &QAbstractButton::clicked, this, &RingingPage::otherAsked);
  return m_householdCard;
}

QWidget* RingingPage::makeTickets() {
  const KeyTable keys = KeyTable::builtIn();
  m_ticketCard = makeCard();
  m_ticketTitle = new Label({}, FontRole::Title15);
  m_ticketTitle->setObjectName(QStringLiteral("ringingPage.tickets.title"));
  m_ticketTitle->setElides(false);
  QHBoxLayout* head = makeHead(m_ticketCard, m_ticketTitle);
  head->setContentsMargins(padding, 9, padding, 9);
  m_new = new HintButton(tr("新建"), keys.hintOf(QStringLiteral("draft.new")));
  m_new->setSize(HintButton::Size::Small);
  m_new->setObjectName(QStringLiteral("ringingPage.new"));
  m_urge = new HintButton(tr("催办 / 补充"), keys.hintOf(QStringLiteral("ticket.urge")));
  m_urge->setSize(HintButton::Size::Small);
  m_urge->setObjectName(QStringLiteral("ringingPage.urge"));
  head->addWidget(m_new);
  head->addWidget(m_urge);
  m_tickets = new RingingList;
  m_tickets->setObjectName(QStringLiteral("ringingPage.tickets"));
  m_tickets->setAccessibleName(tr("未结工单"));
  m_ticketCard->body()->addWidget(m_tickets);
  connect(m_new, &QAbstractButton::clicked, this, &RingingPage::newChosen);
  connect(m_urge, &QAbstractButton::clicked, this, &RingingPage::urge);
  connect(m_tickets, &RingingList::clicked, this, [this](int row) {
    if (const HouseholdCard* card = chosen()) {
      Q_EMIT urgeChosen(card->openTickets[static_cast<size_t>(row)].id);
    }
  });
  return m_ticketCard;
}

QWidget* RingingPage::makeContacts() {
  m_contactCard = new Card;
  m_contactTitle = new Label({}, FontRole::Strong13);
  m_contactTitle->setObjectName(QStringLiteral("ringingPage.contacts.title"));
  m_contacts = new RingingContacts;
  m_contactCard->body()->addWidget(m_contactTitle);
  m_contactCard->body()->addWidget(m_contacts);
  m_contactCard->body()->addStretch(1);
  return m_contactCard;
}

void RingingPage::set(const CallerCard& card, Instant rangAt, Instant now) {
  m_caller = card;
  m_rangAt = rangAt;
  m_chosen = card.households.empty() ? -1 : 0;
  const QString number = card.understood ? maskPhone(card.canonical) : card.asWritten;
  m_number->setText(number.isEmpty() ? tr("号码未送达") : number);
  tick(now);
  showHouseholds();
  showTickets();
  showContacts();
}

void RingingPage::tick(Instant now) {
  m_now = now;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - m_rangAt).count();
  m_ringing->setText(tr("来电 · 已响 %1 秒").arg(qMax<qint64>(0, seconds)));
  const HouseholdCard* card = chosen();
  m_detail->setText(!m_caller.understood ? tr("没有可用的号码，先问称呼和房号")
                    : card && !card->communityName.isEmpty()
                        ? tr("%1项目线 · 核对前不提姓名和事由").arg(card->communityName)
                        : tr("首次来电 · 先问称呼和房号"));
}

void RingingPage::showHouseholds() {
  const KeyTable keys = KeyTable::builtIn();
  std::vector<RingingRow> rows;
  for (size_t i = 0; i < m_caller.households.size() && i < presetMax; ++i) {
    const HouseholdCard& card = m_caller.households[i];
    RingingRow row;
    row.cap = keys.hintOf(QStringLiteral("script.answer.%1").arg(i + 1));
    row.title = card.address;
    if (static_cast<int>(i) == m_chosen) row.badge = tr("未核对");
    QStringList words{peopleText(card)};
    if (!card.household.status.isEmpty() && card.household.status != householdStatuses().front()) {
      words << card.household.status;
    }
    words << lastContactText(card, m_now);
    words.removeAll(QString());
    row.detail = words.join(QStringLiteral(" · "));
    row.middle = tr("未结 %1").arg(card.openTickets.size());
    row.isMiddleStrong = !card.openTickets.empty();
    if (!card.openTickets.empty() && card.openTickets.front().nextDue) {
      const QueueRow& next = card.openTickets.front();
      const ClockText clock = clockText(next.nextDue, m_now);
      row.right = clock.text;
      row.rightToken = clockToken(clock.tone);
      row.rightDetail = milestoneText(next.nextMilestone, next.level);
    }
    rows.push_back(row);
  }
  const auto count = m_caller.households.size();
  m_householdTitle->setText(count == 0   ? tr("这个号码没有登记过")
                            : count == 1 ? tr("这个号码有 1 户")
                                         : tr("这个号码有 %1 户").arg(count));
  m_householdNote->setText(count == 0 ? QString() : tr("先选只是预备，姓氏和房号核对后才算"));
  m_other->setText(count == 0 ? tr("按房号查") : tr("都不是，查其他房屋"));
  m_other->updateGeometry();
  m_otherNote->setText(count == 0 ? tr("接听后先记事，房号随时可以补")
                                  : tr("接听后换一户，已写的内容一起带过去"));
  m_households->setRows(rows);
  m_households->setChosen(m_chosen);
}

void RingingPage::showTickets() {
  const HouseholdCard* card = chosen();
  std::vector<RingingRow> rows;
  for (size_t i = 0; card && i < card->openTickets.size() && i < ticketsMax; ++i) {
    const QueueRow& ticket = card->openTickets[i];
    RingingRow row;
    row.level = ticket.level;
    row.title = ticket.title;
    const auto number = TicketNumber::parse(ticket.number);
    QStringList words{number ? number->text() : ticket.number, ticket.holder};
    words.removeAll(QString());
    row.detail = words.join(QStringLiteral(" · "));
    row.middle = stageText(ticket.stage);
    const ClockText clock = clockText(ticket.nextDue, m_now);
    row.right = clock.text;
    row.rightToken = clockToken(clock.tone);
    row.rightDetail = milestoneText(ticket.nextMilestone, ticket.level);
    rows.push_back(row);
  }
  const auto count = card ? card->openTickets.size() : 0;
  m_ticketTitle->setText(count == 0   ? tr("没有未结的事，接起来是新建")
                         : count == 1 ? tr("可能为这件事来电")
                         : count == 2 ? tr("可能为这两件事来电")
                                      : tr("可能为这 %1 件事来电").arg(count));
  m_urge->setVisible(count > 0);
  m_tickets->setRows(rows);
}

void RingingPage::showContacts() {
  const HouseholdCard* card = chosen();
  const bool hasAny = card && !card->recent.empty();
  m_contactTitle->setText(hasAny ? tr("最近 %1 次联系").arg(card->recent.size())
                                 : tr("没有联系过"));
  m_contacts->set(hasAny ? card->recent : std::vector<RecentContact>(), m_now);
}

const HouseholdCard* RingingPage::chosen() const {
  if (m_chosen < 0 || m_chosen >= static_cast<int>(m_caller.households.size())) return nullptr;
  return &m_caller.households[static_cast<size_t>(m_chosen)];
}

void RingingPage::choose(int row) {
  m_chosen = row;
  tick(m_now);
  showHouseholds();
  showTickets();
  showContacts();
  Q_EMIT preselectedChanged(preselected());
}

bool RingingPage::preselect(int digit) {
  const auto most = qMin<size_t>(m_caller.households.size(), presetMax);
  if (digit < 1 || static_cast<size_t>(digit) > most) return false;
  choose(digit - 1);
  return true;
}

HouseholdId RingingPage::preselected() const {
  const HouseholdCard* card = chosen();
  return card ? card->household.id : HouseholdId();
}

TicketId RingingPage::likelyTicket() const {
  const HouseholdCard* card = chosen();
  return card && !card->openTickets.empty() ? card->openTickets.front().id : TicketId();
}

void RingingPage::take() { Q_EMIT taken(preselected()); }

void RingingPage::reject() { Q_EMIT rejected(); }

void RingingPage::urge() {
  if (!likelyTicket().isNull()) Q_EMIT urgeChosen(likelyTicket());
}

}  // namespace yingda::ui
