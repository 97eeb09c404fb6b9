// SPDX-License-Identifier: GPL-3.0-or-later
// A row of reasons with their digits.
#include "ui/desk/reason_bar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "core/domain/claim.h"
#include "ui/desk/hand_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

std::vector<Reason> takeOverReasons() {
  std::vector<Reason> reasons;
  reasons.reserve(static_cast<size_t>(claimReasons().size()));
  for (const QString& code : claimReasons()) reasons.push_back({code, claimReasonText(code)});
  return reasons;
}

QString takeOverTitle(const QString& holder) {
  return ReasonBar::tr("接手%1认领的工单，为什么？").arg(holder);
}

ReasonBar::ReasonBar(const QString& name, std::vector<Reason> reasons, QWidget* parent)
    : QWidget(parent), m_reasons(std::move(reasons)) {
  setObjectName(name);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(13, 10, 13, 11);
  column->setSpacing(8);
  m_title = new Label({}, FontRole::Strong13);
  m_title->setObjectName(name % QStringLiteral(".title"));
  column->addWidget(m_title);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  for (size_t i = 0; i < m_reasons.size(); ++i) {
    auto* button = new HintButton(m_reasons[i].text, QString::number(i + 1));
    button->setObjectName(name % u'.' % m_reasons[i].code);
    connect(button, &QAbstractButton::clicked, this, [this, i] { choose(i); });
    row->addWidget(button);
  }
  row->addStretch(1);
  auto* fold = new HintButton(tr("收起"), QStringLiteral("Esc"));
  fold->setLook(HintButton::Look::Quiet);
  connect(fold, &QAbstractButton::clicked, this, &ReasonBar::fold);
  row->addWidget(fold);
  column->addLayout(row);
  hide();
}

void ReasonBar::open(const QString& title) {
  m_title->setText(title);
  setAccessibleName(title);
  if (isHidden()) m_before = QApplication::focusWidget();
  show();
  setFocus(Qt::ShortcutFocusReason);
}

void ReasonBar::fold() {
  const bool hadFocus = hasFocus() || isAncestorOf(QApplication::focusWidget());
  hide();
  if (hadFocus && m_before && m_before->isVisible()) m_before->setFocus(Qt::OtherFocusReason);
}

void ReasonBar::choose(size_t index) {
  fold();
  Q_EMIT chosen(m_reasons[index].code);
}

void ReasonBar::keyPressEvent(QKeyEvent* event) {
  const int index = event->key() - Qt::Key_1;
  if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && index >= 0 &&
      index < static_cast<int>(m_reasons.size())) {
    choose(static_cast<size_t>(index));
  } else if (event->key() == Qt::Key_Escape) {
    fold();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void ReasonBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, 8.0, false});
}

}  // namespace yingda::ui
