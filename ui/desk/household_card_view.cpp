// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one of four states in two lines and asks for the purpose of a number.
#include "ui/desk/household_card_view.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <chrono>

#include "core/text/phone.h"
#include "ui/desk/household_badges.h"
#include "ui/desk/household_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr std::chrono::seconds revealedFor{60};
constexpr int cardHeight = 64;
constexpr int addressWidthMax = 240;

Label* still(Label* label) {
  label->setElides(false);
  return label;
}

}  // namespace

HouseholdCardView::HouseholdCardView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("householdCard"));
  setAccessibleName(tr("住户"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setFixedHeight(cardHeight);
  m_unmask.setSingleShot(true);
  m_unmask.setInterval(revealedFor);
  connect(&m_unmask, &QTimer::timeout, this, &HouseholdCardView::refresh);
  build();
  refresh();
}

void HouseholdCardView::build() {
  const KeyTable keys = KeyTable::builtIn();
  m_address = new Label({}, FontRole::Title15);
  m_address->setObjectName(QStringLiteral("householdCard.address"));
  m_line = new Label({}, FontRole::Small12, Token::Text2);
  m_line->setObjectName(QStringLiteral("householdCard.line"));
  m_salutation = still(new Label({}, FontRole::Small12, Token::Orange));
  m_verify = new HintButton(tr("核对"));
  m_verify->setObjectName(QStringLiteral("householdCard.verify"));
  m_urge = new HintButton(tr("催办 / 补充"), keys.hintOf(QStringLiteral("ticket.urge")));
  m_urge->setObjectName(QStringLiteral("householdCard.urge"));
  m_reveal = new HintButton(tr("看号码"), keys.hintOf(QStringLiteral("mask.reveal")));
  m_reveal->setLook(HintButton::Look::Quiet);
  m_reveal->setObjectName(QStringLiteral("householdCard.reveal"));
  m_edit = new HintButton(tr("登记房号"));
  m_edit->setObjectName(QStringLiteral("householdCard.edit"));
  m_badges = new HouseholdBadges;
  auto* first = new QHBoxLayout;
  first->setSpacing(8);
  first->addWidget(m_address);
  first->addWidget(m_badges, 1);
  auto* second = new QHBoxLayout;
  second->setSpacing(0);
  second->addWidget(m_line);
  second->addWidget(m_salutation);
  second->addStretch(1);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addStretch(1);
  words->addLayout(first);
  words->addLayout(second);
  words->addStretch(1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(13, 0, 13, 0);
  row->setSpacing(8);
  row->addLayout(words, 1);
  m_purposes = makePurposes();
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_verify, m_urge, m_reveal, m_edit, m_purposes}) {
    row->addWidget(widget);
  }
  connect(m_verify, &QAbstractButton::clicked, this, &HouseholdCardView::verifyAsked);
  connect(m_urge, &QAbstractButton::clicked, this, &HouseholdCardView::urgeAsked);
  connect(m_reveal, &QAbstractButton::clicked, this, &HouseholdCardView::askPurpose);
  connect(m_edit, &QAbstractButton::clicked, this, &HouseholdCardView::editAsked);
}

QWidget* HouseholdCardView::makePurposes() {
  auto* widget = new QWidget;
  widget->setObjectName(QStringLiteral("householdCard.purposes"));
  widget->setAccessibleName(tr("看号码的用途"));
  widget->setFocusPolicy(Qt::StrongFocus);
  auto* row = new QHBoxLayout(widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(still(new Label(tr("用途"), FontRole::Small12, Token::Text2)));
  for (int i = 0; i < 3; ++i) {
    auto* button = new HintButton(purposeText(revealPurposes()[i]), QString::number(i + 1));
    button->setObjectName(QStringLiteral("householdCard.purpose%1").arg(i + 1));
    connect(button, &QAbstractButton::clicked, this, [this, i] { choosePurpose(i); });
    row->addWidget(button);
  }
  widget->hide();
  return widget;
}

void HouseholdCardView::set(const HouseholdCard& card, bool verified, Instant now) {
  if (card.household.id != m_card.household.id) m_unmask.stop();
  m_state = State::Household;
  m_card = card;
  m_isVerified = verified;
  m_now = now;
  refresh();
}

void HouseholdCardView::setMatter(const QString& categoryId, Instant now) {
  m_matter = categoryId;
  m_now = now;
  refresh();
}

void HouseholdCardView::setUnknown(const QString& canonicalNumber) {
  m_state = State::Unknown;
  m_unmask.stop();
  m_number = canonicalNumber;
  m_card = {};
  refresh();
}

void HouseholdCardView::setCommonPart(const QString& place) {
  m_state = State::CommonPart;
  m_unmask.stop();
  m_place = place;
  m_card = {};
  refresh();
}

void HouseholdCardView::setNothing() {
  m_state = State::Nothing;
  m_unmask.stop();
  m_card = {};
  refresh();
}

QString HouseholdCardView::numbersLine() const {
  QStringList parts;
  for (const PersonCard& person : m_card.people) {
    if (person.person.movedOutAt || person.numbers.isEmpty()) continue;
    const QString name =
        person.politeName.isEmpty() ? politeName(person.person) : person.politeName;
    parts << name + QLatin1Char(' ') + person.numbers.join(QLatin1Char(' '));
  }
  if (parts.isEmpty() && !m_number.isEmpty()) parts << m_number;
  return parts.isEmpty() ? tr("没有登记号码") : parts.join(QStringLiteral(" · "));
}

QString HouseholdCardView::secondLine() const {
  if (isRevealed()) return numbersLine();
  switch (m_state) {
    case State::Nothing:
      return tr("F2 登记来电，F3 查业主或房号");
    case State::Unknown:
      return m_number.isEmpty() ? tr("号码未送达 · 先记事，房号随后补")
                                : tr("%1 · 先记事，房号随后补").arg(maskPhone(m_number));
    case State::CommonPart:
      return tr("公共部位 · 不属于哪一户");
    case State::Household:
      break;
  }
  QStringList parts = historyParts(m_card, m_now);
  if (!m_card.household.carefulWith.isEmpty()) {
    parts.prepend(tr("留意：%1").arg(m_card.household.carefulWith));
  }
  return parts.join(QStringLiteral(" · "));
}

void HouseholdCardView::showBadges() {
  std::vector<HouseholdBadge> badges;
  if (m_state == State::Household) {
    if (!m_isVerified) badges.push_back({tr("未核对"), Tone::Dashed, 0});
    badges.push_back({peopleText(m_card), Tone::Neutral, 2});
    for (const Welfare& welfare : m_card.welfare) {
      if (!welfare.removed) badges.push_back({careTagText(welfare.tag), Tone::Orange, 1});
    }
    badges.push_back({warrantyBadge(m_card, m_matter, m_now), Tone::Neutral, 3});
  }
  m_badges->set(badges);
}

void HouseholdCardView::showButtons() {
  const bool isHousehold = m_state == State::Household;
  const bool isAsking = isAskingPurpose();
  m_verify->setVisible(isHousehold && !m_isVerified && !isAsking);
  m_urge->setVisible(isHousehold && !m_card.openTickets.empty() && !isAsking);
  m_reveal->setVisible((isHousehold || m_state == State::Unknown) && !isAsking);
  m_edit->setVisible(m_state == State::Unknown && !isAsking);
}

void HouseholdCardView::refresh() {
  QString address;
  Token token = Token::Text;
  switch (m_state) {
    case State::Nothing:
      address = tr("没有来电");
      token = Token::Text2;
      break;
    case State::Household:
      address = m_card.address;
      break;
    case State::Unknown:
      address = tr("首次来电，没有登记");
      break;
    case State::CommonPart:
      address = m_place;
      break;
  }
  m_address->setText(address);
  // The address gives way last of all, and only when it is absurdly long.
  m_address->setMinimumWidth(qMin(m_address->sizeHint().width(), addressWidthMax));
  m_address->setToken(token);
  showBadges();
  m_line->setText(secondLine());
  m_line->setToken(isRevealed() ? Token::Text : Token::Text2);
  const QString wish =
      m_state == State::Household && !isRevealed() ? salutationText(m_card) : QString();
  m_salutation->setText(wish.isEmpty() ? wish : tr(" · %1").arg(wish));
  showButtons();
  setAccessibleDescription(sentence());
}

QString HouseholdCardView::sentence() const {
  QStringList words{m_address->text()};
  words << m_badges->texts();
  words << m_line->text() + m_salutation->text();
  return words.join(tr("，"));
}

bool HouseholdCardView::isAskingPurpose() const { return !m_purposes->isHidden(); }

void HouseholdCardView::askPurpose() {
  if (m_state != State::Household && m_state != State::Unknown) return;
  if (isAskingPurpose()) return;
  m_focusBefore = QApplication::focusWidget();
  m_purposes->show();
  m_purposes->setFocus(Qt::ShortcutFocusReason);
  showButtons();
}

void HouseholdCardView::choosePurpose(int index) {
  const QString purpose = revealPurposes()[index];
  leavePurpose();
  Q_EMIT revealAsked(purpose);
}

void HouseholdCardView::leavePurpose() {
  m_purposes->hide();
  showButtons();
  if (m_focusBefore && m_focusBefore->isVisible()) {
    m_focusBefore->setFocus(Qt::OtherFocusReason);
  }
}

void HouseholdCardView::reveal() {
  m_unmask.start();
  refresh();
}

void HouseholdCardView::keyPressEvent(QKeyEvent* event) {
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  const int index = event->key() - Qt::Key_1;
  if (isAskingPurpose() && modifiers == Qt::NoModifier) {
    if (index >= 0 && index < 3) {
      choosePurpose(index);
      return;
    }
    if (event->key() == Qt::Key_Escape) {
      leavePurpose();
      return;
    }
  }
  QWidget::keyPressEvent(event);
}

void HouseholdCardView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::Border), 1.0, 8.0, false});
}

}  // namespace yingda::ui
