// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the list of a household anew when another card comes.
#include "ui/desk/side_household.h"

#include <QVBoxLayout>
#include <algorithm>

#include "core/domain/ticket_number.h"
#include "core/text/phone.h"
#include "ui/desk/script_parts.h"
#include "ui/desk/side_rows.h"
#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;

QString numbersText(const PersonCard& person) {
  QStringList masked;
  for (const QString& number : person.numbers) masked << maskPhone(number);
  return masked.join(QStringLiteral("  "));
}

QString numberText(const QString& digits) {
  const auto number = TicketNumber::parse(digits);
  return number ? number->text() : digits;
}

}  // namespace

SideHousehold::SideHousehold(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("sideHousehold"));
  m_column->setContentsMargins(0, 0, 0, padding);
  m_column->setSpacing(0);
  showNone();
}

/// Everything that the list shows, as one text.
QString SideHousehold::fingerprint(const HouseholdCard& card, bool verified, Instant now) {
  QStringList all{card.address,
                  card.household.status,
                  card.household.carefulWith,
                  QString::number(card.caller),
                  QString::number(card.contacts90Days),
                  verified ? QStringLiteral("v") : QString(),
                  toIso(localDayOf(now))};
  for (const PersonCard& one : card.people) {
    all << one.politeName << relationWord(one.person.relation) << one.numbers;
    if (one.person.movedOutAt) all << toIso(*one.person.movedOutAt);
  }
  for (const Welfare& care : card.welfare) {
    if (!care.removed) all << careTagWord(care.tag);
  }
  for (const Warranty& one : card.warranties) {
    all << one.part << QString::number(one.years)
        << (one.startsAt ? toIso(*one.startsAt) : QString());
  }
  for (const QueueRow& ticket : card.openTickets) {
    all << ticket.number << ticket.title << levelColour(ticket.level) << stageWord(ticket.stage)
        << clockText(ticket.nextDue, now).text;
  }
  for (const RecentContact& contact : card.recent) {
    all << toIso(contact.at) << contact.kind << contact.text;
  }
  return all.join(QChar(0x1f));
}

void SideHousehold::set(const std::optional<HouseholdCard>& card, bool verified, Instant now) {
  const bool isThere = card && !card->address.isEmpty();
  const QString shown = isThere ? fingerprint(*card, verified, now) : QString();
  if (shown == m_shown) return;
  m_shown = shown;
  if (m_content != nullptr) {
    m_content->hide();
    m_content->deleteLater();
    m_content = nullptr;
  }
  if (isThere) {
    showCard(*card, verified, now);
  } else {
    showNone();
  }
}

void SideHousehold::showNone() {
  m_content = new QWidget;
  auto* column = new QVBoxLayout(m_content);
  column->setContentsMargins(padding, padding, padding, padding);
  auto* words = new RichLabel(FontRole::Body13, Token::Text2);
  words->setText(tr("还没有选住户。按 F3，用房号、姓氏或电话后四位查找。"));
  column->addWidget(words);
  m_column->addWidget(m_content, 0, Qt::AlignTop);
}

void SideHousehold::showCard(const HouseholdCard& card, bool verified, Instant now) {
  m_content = new QWidget;
  auto* column = new QVBoxLayout(m_content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  addHead(card, verified);
  addPeople(card);
  addWarranties(card, now);
  addTickets(card, now);
  addRecent(card, now);
  column->addStretch(1);
  m_column->addWidget(m_content, 1);
}

QVBoxLayout* SideHousehold::newSection(const QString& heading) {
  auto* content = static_cast<QVBoxLayout*>(m_content->layout());
  content->addWidget(new Separator);
  auto* column = new QVBoxLayout;
  column->setContentsMargins(0, 10, 0, 8);
  column->setSpacing(0);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(padding, 0, padding, 2);
  head->addWidget(new Label(heading, FontRole::Small12, Token::Text2));
  column->addLayout(head);
  content->addLayout(column);
  return column;
}

void SideHousehold::addHead(const HouseholdCard& card, bool verified) {
  auto* content = static_cast<QVBoxLayout*>(m_content->layout());
  auto* column = new QVBoxLayout;
  column->setContentsMargins(padding, padding, padding, padding);
  column->setSpacing(6);
  auto* address = new RichLabel(FontRole::Strong13);
  address->setText(card.address);
  column->addWidget(address);
  auto* badges = new QWidget;
  auto* flow = new FlowLayout(badges, 6);
  flow->addWidget(verified ? new Badge(tr("已核对"), Tone::Green)
                           : new Badge(tr("未核对"), Tone::Dashed));
  if (!card.household.status.isEmpty()) flow->addWidget(new Badge(card.household.status));
  for (const Welfare& care : card.welfare) {
    if (!care.removed) flow->addWidget(new Badge(careTagText(care.tag), Tone::Orange));
  }
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  badges->setSizePolicy(policy);
  column->addWidget(badges);
  if (!card.household.carefulWith.isEmpty()) {
    auto* careful = new RichLabel(FontRole::Small12, Token::Orange);
    //: What must not be said to this household; for the agent's eyes only.
    careful->setText(tr("留意：%1").arg(card.household.carefulWith));
    column->addWidget(careful);
  }
  content->addLayout(column);
}

void SideHousehold::addPeople(const HouseholdCard& card) {
  auto* section = newSection(tr("家里的人"));
  int shown = 0;
  for (size_t i = 0; i < card.people.size(); ++i) {
    const PersonCard& one = card.people[i];
    if (one.person.movedOutAt) continue;
    QString title =
        QString(one.politeName % QStringLiteral(" · ") % relationText(one.person.relation));
    const bool isCaller = static_cast<int>(i) == card.caller;
    section->addWidget(new SideRow({std::nullopt, title, numbersText(one),
                                    isCaller ? tr("本次来电") : QString(), Token::Accent},
                                   false));
    ++shown;
  }
  if (shown == 0) section->addWidget(new SideRow({std::nullopt, tr("还没有登记人")}, false));
}

void SideHousehold::addWarranties(const HouseholdCard& card, Instant now) {
  QStringList parts;
  for (const Warranty& one : card.warranties) {
    if (!parts.contains(one.part)) parts << one.part;
  }
  if (parts.isEmpty()) return;
  auto* section = newSection(tr("质保"));
  for (const QString& part : parts) {
    section->addWidget(
        new SideRow({std::nullopt, part, {}, warrantyText(card.warranties, part, now)}, false));
  }
}

void SideHousehold::addTickets(const HouseholdCard& card, Instant now) {
  auto* section = newSection(
      tr("未结工单 %1 · 90 天来电 %2 次").arg(card.openTickets.size()).arg(card.contacts90Days));
  for (const QueueRow& ticket : card.openTickets) {
    const ClockText clock = clockText(ticket.nextDue, now);
    const QString detail =
        QString(numberText(ticket.number) % QStringLiteral(" · ") % stageText(ticket.stage));
    auto* row =
        new SideRow({ticket.level, ticket.title, detail, clock.text, clockToken(clock.tone)}, true);
    section->addWidget(row);
    connect(row, &SideRow::clicked, this, [this, id = ticket.id] { Q_EMIT ticketChosen(id); });
  }
  if (card.openTickets.empty()) {
    section->addWidget(new SideRow({std::nullopt, tr("没有未结工单")}, false));
  }
}

void SideHousehold::addRecent(const HouseholdCard& card, Instant now) {
  if (card.recent.empty()) return;
  auto* section = newSection(tr("最近联系"));
  for (const RecentContact& contact : card.recent) {
    section->addWidget(
        new SideRow({std::nullopt, contact.text,
                     QString(contactKindText(contact.kind) % u' ' % dueText(contact.at, now))},
                    false));
  }
}

}  // namespace yingda::ui
