// SPDX-License-Identifier: GPL-3.0-or-later
// Offers the codes of 小结 and takes one digit.
#include "ui/desk/wrapup_panel.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

constexpr int columns = 4;
constexpr int lineLengthMax = 500;

}  // namespace

WrapUpPanel::WrapUpPanel(const Starter& starter, QWidget* parent)
    : QWidget(parent),
      m_starter(starter),
      m_text(new LineBox),
      m_problem(new Label({}, FontRole::Small12, Token::Text2)) {
  setObjectName(QStringLiteral("wrapUpPanel"));
  setAccessibleName(tr("小结"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(13, 11, 13, 12);
  column->setSpacing(8);
  auto* head = new QHBoxLayout;
  auto* title = new Label(tr("小结：这通电话是什么"), FontRole::Title15);
  auto* fold = new HintButton(tr("收起"), QStringLiteral("Esc"));
  fold->setLook(HintButton::Look::Quiet);
  fold->setObjectName(QStringLiteral("wrapUpPanel.fold"));
  head->addWidget(title, 1);
  head->addWidget(fold);
  column->addLayout(head);
  auto* grid = new QGridLayout;
  grid->setSpacing(8);
  for (const WrapUpCode& code : starter.wrapUpCodes) {
    auto* button = new HintButton(code.name, QString::number(code.digit));
    button->setObjectName(QStringLiteral("wrapUpPanel.code%1").arg(code.digit));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, digit = code.digit] { choose(digit); });
    const int at = static_cast<int>(m_buttons.size());
    grid->addWidget(button, at / columns, at % columns);
    m_buttons.push_back(button);
  }
  column->addLayout(grid);
  m_text->setObjectName(QStringLiteral("wrapUpPanel.text"));
  m_text->setAccessibleName(tr("补一句"));
  m_text->setPlaceholderText(tr("补一句，可不填"));
  m_text->setLengthLimit(lineLengthMax);
  column->addWidget(m_text);
  m_problem->setObjectName(QStringLiteral("wrapUpPanel.problem"));
  column->addWidget(m_problem);
  connect(fold, &QAbstractButton::clicked, this, &WrapUpPanel::fold);
  hide();
}

void WrapUpPanel::open(bool hasTicket) {
  m_hasTicket = hasTicket;
  if (!m_isOpen) m_focusBefore = QApplication::focusWidget();
  m_isOpen = true;
  m_problem->setToken(Token::Text2);
  const KeyTable keys = KeyTable::builtIn();
  m_problem->setText(tr("3 到 8 不用建单；通话不会断，挂机另按 %1")
                         .arg(keys.hintOf(QStringLiteral("call.hangup"))));
  for (size_t i = 0; i < m_buttons.size(); ++i) {
    m_buttons[i]->setEnabled(hasTicket || !m_starter.wrapUpCodes[i].needsTicket);
  }
  show();
  setFocus(Qt::ShortcutFocusReason);
}

void WrapUpPanel::fold() {
  if (!m_isOpen) return;
  m_isOpen = false;
  hide();
  if (m_focusBefore && m_focusBefore->isVisible()) {
    m_focusBefore->setFocus(Qt::OtherFocusReason);
  }
  Q_EMIT folded();
}

bool WrapUpPanel::choose(int digit) {
  for (const WrapUpCode& code : m_starter.wrapUpCodes) {
    if (code.digit != digit || !m_isOpen) continue;
    if (code.needsTicket && !m_hasTicket) {
      m_problem->setToken(Token::Red);
      m_problem->setText(
          tr("「%1」要先有工单：%2 保存后再小结")
              .arg(code.name, KeyTable::builtIn().hintOf(QStringLiteral("ticket.save"))));
      return false;
    }
    const QString text = m_text->text().trimmed();
    m_text->clear();
    m_isOpen = false;
    hide();
    Q_EMIT chosen(code.id, text);
    return true;
  }
  return false;
}

void WrapUpPanel::keyPressEvent(QKeyEvent* event) {
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  const int key = event->key();
  if (modifiers == Qt::NoModifier && key >= Qt::Key_1 && key <= Qt::Key_9) {
    choose(key - Qt::Key_0);
  } else if (modifiers == Qt::NoModifier && key == Qt::Key_Escape) {
    fold();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void WrapUpPanel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Token edge = hasFocus() ? Token::Accent : Token::BorderStrong;
  paintBox(painter, rect(), {color(Token::Surface), color(edge), 1.0, 8.0, false});
}

}  // namespace yingda::ui
