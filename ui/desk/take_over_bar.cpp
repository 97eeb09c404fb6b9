// SPDX-License-Identifier: GPL-3.0-or-later
// A row of reasons with their digits.
#include "ui/desk/take_over_bar.h"

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

TakeOverBar::TakeOverBar(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("takeOver"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(13, 10, 13, 11);
  column->setSpacing(8);
  m_title = new Label({}, FontRole::Strong13);
  m_title->setObjectName(QStringLiteral("takeOver.title"));
  column->addWidget(m_title);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  for (int i = 0; i < claimReasons().size(); ++i) {
    auto* button = new HintButton(claimReasonText(claimReasons()[i]), QString::number(i + 1));
    button->setObjectName(QStringLiteral("takeOver.%1").arg(claimReasons()[i]));
    connect(button, &QAbstractButton::clicked, this, [this, i] { choose(i); });
    row->addWidget(button);
  }
  row->addStretch(1);
  auto* fold = new HintButton(tr("收起"), QStringLiteral("Esc"));
  fold->setLook(HintButton::Look::Quiet);
  connect(fold, &QAbstractButton::clicked, this, &TakeOverBar::fold);
  row->addWidget(fold);
  column->addLayout(row);
  hide();
}

void TakeOverBar::open(const QString& holder) {
  const QString title = tr("接手%1认领的工单，为什么？").arg(holder);
  m_title->setText(title);
  setAccessibleName(title);
  show();
  setFocus(Qt::ShortcutFocusReason);
}

void TakeOverBar::fold() { hide(); }

void TakeOverBar::choose(int index) {
  fold();
  Q_EMIT chosen(claimReasons()[index]);
}

void TakeOverBar::keyPressEvent(QKeyEvent* event) {
  const int index = event->key() - Qt::Key_1;
  if (index >= 0 && index < claimReasons().size()) {
    choose(index);
  } else if (event->key() == Qt::Key_Escape) {
    fold();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void TakeOverBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, 8.0, false});
}

}  // namespace yingda::ui
