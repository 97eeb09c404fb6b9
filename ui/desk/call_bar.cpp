// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the call's state and its two buttons.
#include "ui/desk/call_bar.h"

#include <QHBoxLayout>
#include <QPainter>

#include "core/text/phone.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

constexpr int barHeight = 32;
constexpr int dot = 8;
constexpr int apart = 16;

QString spent(Instant since, Instant now) {
  const auto whole = std::chrono::duration_cast<std::chrono::seconds>(now - since).count();
  const qint64 seconds = qMax<qint64>(0, whole);
  const QLatin1Char zero('0');
  const QString tail =
      QStringLiteral("%1:%2").arg(seconds / 60 % 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
  return seconds < 3600 ? tail : QStringLiteral("%1:%2").arg(seconds / 3600).arg(tail);
}

}  // namespace

CallBar::CallBar(QWidget* parent)
    : QWidget(parent),
      m_word(new Label({}, FontRole::Strong13)),
      m_who(new Label({}, FontRole::Body13)) {
  setObjectName(QStringLiteral("callBar"));
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  setFixedHeight(barHeight);
  const KeyTable keys = KeyTable::builtIn();
  m_wrapUp = new HintButton(tr("小结"), keys.hintOf(QStringLiteral("wrapup.open")));
  m_wrapUp->setSize(HintButton::Size::Small);
  m_wrapUp->setObjectName(QStringLiteral("callBar.wrapUp"));
  m_hangUp = new HintButton(tr("挂机"), keys.hintOf(QStringLiteral("call.hangup")));
  m_hangUp->setSize(HintButton::Size::Small);
  m_hangUp->setLook(HintButton::Look::Danger);
  m_hangUp->setObjectName(QStringLiteral("callBar.hangUp"));
  m_back = new HintButton(tr("回到空闲"), keys.hintOf(QStringLiteral("agent.away")));
  m_back->setSize(HintButton::Size::Small);
  m_back->setObjectName(QStringLiteral("callBar.back"));
  m_word->setElides(false);
  for (HintButton* button : {m_wrapUp, m_hangUp, m_back}) button->setFocusPolicy(Qt::TabFocus);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(11 + dot + 8, 0, 6, 0);
  row->setSpacing(8);
  row->addWidget(m_word);
  row->addWidget(m_who);
  row->addWidget(m_wrapUp);
  // One slip must not hang up on a furious owner.
  m_apart = new QWidget;
  m_apart->setFixedWidth(apart);
  row->addWidget(m_apart);
  row->addWidget(m_hangUp);
  row->addWidget(m_back);
  connect(m_wrapUp, &QAbstractButton::clicked, this, &CallBar::wrapUpAsked);
  connect(m_hangUp, &QAbstractButton::clicked, this, &CallBar::hangUpAsked);
  connect(m_back, &QAbstractButton::clicked, this, &CallBar::backAsked);
  refresh();
}

void CallBar::setNone() {
  m_state = State::None;
  refresh();
}

void CallBar::setRinging(const QString& canonicalNumber, Instant since, Instant now) {
  m_state = State::Ringing;
  m_number = canonicalNumber;
  m_name.clear();
  m_since = since;
  tick(now);
}

void CallBar::setTalking(const QString& canonicalNumber, const QString& name, Instant since,
                         Instant now) {
  m_state = State::Talking;
  m_number = canonicalNumber;
  m_name = name;
  m_since = since;
  tick(now);
}

void CallBar::setWrapUp(Instant since, Instant now) {
  m_state = State::WrapUp;
  m_since = since;
  tick(now);
}

void CallBar::setAway(const QString& text, Instant since, std::optional<std::chrono::minutes> limit,
                      Instant now) {
  m_state = State::Away;
  m_away = text;
  m_since = since;
  m_limit = limit;
  tick(now);
}

void CallBar::setHelp(bool isAsked) {
  if (isAsked == m_isHelpAsked) return;
  m_isHelpAsked = isAsked;
  refresh();
}

bool CallBar::isOverLimit() const {
  return m_state == State::Away && m_limit && m_now - m_since > *m_limit;
}

void CallBar::tick(Instant now) {
  m_now = now;
  refresh();
}

void CallBar::setCalm(bool calm) {
  if (calm == m_isCalm) return;
  m_isCalm = calm;
  refresh();
}

void CallBar::refresh() {
  setVisible(m_state != State::None || m_isHelpAsked);
  const QString time = spent(m_since, m_now);
  QString number = m_number.isEmpty() ? tr("号码未送达") : maskPhone(m_number);
  Token token = Token::Green;
  switch (m_state) {
    case State::None:
      token = Token::Text2;
      m_word->setText({});
      number.clear();
      break;
    case State::Ringing:
      token = Token::Accent;
      m_word->setText(tr("来电 %1").arg(time));
      break;
    case State::Talking:
      m_word->setText(m_isCalm ? tr("通话中，不赶时间") : tr("通话 %1").arg(time));
      if (!m_name.isEmpty()) number = tr("%1 %2").arg(m_name, number);
      break;
    case State::WrapUp:
      token = Token::Text2;
      m_word->setText(tr("话后 %1").arg(time));
      number = tr("对方已挂机，按小结收尾");
      break;
    case State::Away:
      token = isOverLimit() ? Token::Orange : Token::Text2;
      m_word->setText(tr("%1 %2").arg(m_away, time));
      //: A reminder that a break takes longer than usual. %1 is the usual length in minutes.
      number = isOverLimit() ? tr("已超 %1 分").arg(m_limit->count()) : QString();
      break;
  }
  if (m_isHelpAsked) {
    //: Added to the call's state once the agent has asked the supervisor for help.
    const QString asked = tr("已求助");
    number = number.isEmpty() ? asked : number % tr("，") % asked;
  }
  m_word->setToken(token);
  m_who->setToken(token == Token::Text2 ? Token::Text2 : token);
  m_who->setText(number);
  m_who->setVisible(!number.isEmpty());
  m_wrapUp->setVisible(m_state == State::Talking || m_state == State::WrapUp);
  m_hangUp->setVisible(m_state == State::Talking);
  m_apart->setVisible(m_state == State::Talking);
  m_back->setVisible(m_state == State::Away);
  setAccessibleName(tr("通话"));
  setAccessibleDescription(sentence());
  update();
}

QString CallBar::sentence() const {
  return QString(m_word->text() + QLatin1Char(' ') + m_who->text()).trimmed();
}

void CallBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  Token fill = Token::GreenWeak;
  Token ink = Token::Green;
  if (m_state == State::Ringing) {
    fill = Token::AccentWeak;
    ink = Token::Accent;
  } else if (isOverLimit()) {
    fill = Token::OrangeWeak;
    ink = Token::Orange;
  } else if (m_state != State::Talking) {
    fill = Token::Sunken;
    ink = Token::Text2;
  }
  paintBox(painter, rect(), {color(fill), std::nullopt, 1.0, 8.0, false});
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color(ink));
  painter.drawEllipse(QRectF(11, (height() - dot) / 2.0, dot, dot));
}

}  // namespace yingda::ui
