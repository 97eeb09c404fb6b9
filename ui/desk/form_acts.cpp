// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out marks and acts with their keys.
#include "ui/desk/form_acts.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/desk/form_mark.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int ring = 3;

}  // namespace

FormActs::FormActs(QWidget* parent) : QWidget(parent) {
  const KeyTable keys = KeyTable::builtIn();
  m_confirmed = new FormMark(tr("受理已确认"), tr("受理待确认"),
                             keys.hintOf(QStringLiteral("tick.confirmed")));
  m_told =
      new FormMark(tr("流程已告知"), tr("流程待告知"), keys.hintOf(QStringLiteral("tick.told")));
  m_promise = new HintButton(tr("承诺"), keys.hintOf(QStringLiteral("promise.record")));
  m_early = new HintButton(tr("先派后补"), keys.hintOf(QStringLiteral("dispatch.early")));
  m_early->setLook(HintButton::Look::Danger);
  m_dispatch = new HintButton(tr("派单"), keys.hintOf(QStringLiteral("ticket.dispatch")));
  m_save = new HintButton(tr("保存"), keys.hintOf(QStringLiteral("ticket.save")));
  m_save->setLook(HintButton::Look::Filled);
  m_rows = new QHBoxLayout(this);
  m_rows->setContentsMargins(0, ring, 0, ring);
  m_rows->setSpacing(8);
  auto* marks = new QHBoxLayout;
  marks->setSpacing(8);
  marks->addWidget(m_confirmed);
  marks->addWidget(m_told);
  marks->addStretch(1);
  auto* acts = new QHBoxLayout;
  acts->setSpacing(8);
  acts->addStretch(1);
  for (HintButton* act : {m_promise, m_early, m_dispatch, m_save}) acts->addWidget(act);
  m_rows->addLayout(marks);
  m_rows->addLayout(acts);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  // The draft says what is ticked, not the button.
  connect(m_confirmed, &QAbstractButton::clicked, this, &FormActs::confirmedAsked);
  connect(m_told, &QAbstractButton::clicked, this, &FormActs::toldAsked);
  connect(m_promise, &QAbstractButton::clicked, this, &FormActs::promiseAsked);
  connect(m_early, &QAbstractButton::clicked, this, &FormActs::earlyAsked);
  connect(m_dispatch, &QAbstractButton::clicked, this, &FormActs::dispatchAsked);
  connect(m_save, &QAbstractButton::clicked, this, &FormActs::saveAsked);
}

void FormActs::setNarrow() { m_rows->setDirection(QBoxLayout::TopToBottom); }

void FormActs::setMarks(bool confirmed, bool told) {
  m_confirmed->setChecked(confirmed);
  m_told->setChecked(told);
  m_confirmed->updateGeometry();
  m_told->updateGeometry();
}

void FormActs::setEmergency(bool isEmergency) {
  m_isEmergency = isEmergency;
  update();
}

void FormActs::setEarlyOpen(bool isOpen) {
  m_save->setLook(isOpen ? HintButton::Look::Outlined : HintButton::Look::Filled);
}

void FormActs::setShort(bool isShort) {
  for (QWidget* widget : {static_cast<QWidget*>(m_confirmed), static_cast<QWidget*>(m_told),
                          static_cast<QWidget*>(m_promise), static_cast<QWidget*>(m_dispatch)}) {
    widget->setVisible(!isShort);
  }
  m_save->setHint(isShort ? QStringLiteral("↵")
                          : KeyTable::builtIn().hintOf(QStringLiteral("ticket.save")));
}

void FormActs::paintEvent(QPaintEvent*) {
  if (!m_isEmergency) return;
  QPainter painter(this);
  const QRectF around = QRectF(m_early->geometry()).adjusted(-ring, -ring, ring, ring);
  paintBox(painter, around, {color(Token::RedWeak), std::nullopt, 1.0, 9.0, false});
}

}  // namespace yingda::ui
