// SPDX-License-Identifier: GPL-3.0-or-later
// Opens one act at a time and hands its value on.
#include "ui/desk/act_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/desk/act_pages.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

ActPanel::ActPanel(const Starter& starter, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_starter(starter), m_clock(clock) {
  setObjectName(QStringLiteral("actPanel"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  build();
  hide();
}

void ActPanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(13, 11, 13, 12);
  column->setSpacing(8);
  m_title = new Label({}, FontRole::Title15);
  auto* fold = new HintButton(tr("收起"), QStringLiteral("Esc"));
  fold->setLook(HintButton::Look::Quiet);
  fold->setObjectName(QStringLiteral("actPanel.fold"));
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(fold);
  column->addLayout(head);
  m_sop = new Label({}, FontRole::Small12, Token::Text2);
  m_sop->setObjectName(QStringLiteral("actPanel.sop"));
  column->addWidget(m_sop);
  m_body = new QVBoxLayout;
  column->addLayout(m_body);
  m_problem = new Label({}, FontRole::Small12, Token::Red);
  m_problem->setObjectName(QStringLiteral("actPanel.problem"));
  m_submit = new HintButton({}, KeyTable::builtIn().hintOf(QStringLiteral("ticket.save")));
  m_submit->setLook(HintButton::Look::Filled);
  m_submit->setObjectName(QStringLiteral("actPanel.submit"));
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_problem, 1);
  foot->addWidget(m_submit);
  column->addLayout(foot);
  connect(fold, &QAbstractButton::clicked, this, &ActPanel::fold);
  connect(m_submit, &QAbstractButton::clicked, this, &ActPanel::submit);
}

void ActPanel::open(Deed kind, const TicketView& view) {
  delete m_page;
  m_page = nullptr;
  m_kind = kind;
  setProblem({});
  switch (kind) {
    case Deed::Confirm:
      Q_EMIT asked(act::Confirm{});
      return;
    case Deed::Tell:
      Q_EMIT asked(act::Tell{});
      return;
    case Deed::Arrive:
      Q_EMIT asked(act::Arrive{});
      return;
    case Deed::Resume:
      Q_EMIT asked(act::Resume{});
      return;
    default:
      break;
  }
  m_page = makeActPage(kind, {view, m_starter, m_clock}, this);
  if (!m_page) return;
  m_body->addWidget(m_page);
  // A layout shows what is added to it later; the focus cannot wait.
  m_page->show();
  QWidget* last = m_page;
  for (QWidget* child : m_page->findChildren<QWidget*>()) {
    if (!(child->focusPolicy() & Qt::TabFocus)) continue;
    setTabOrder(last, child);
    last = child;
  }
  setTabOrder(last, m_submit);
  m_title->setText(actText(kind));
  m_sop->setText(sopText(m_starter, view.ticket));
  m_sop->setToolTip(m_sop->text());
  m_sop->setVisible(!m_sop->text().isEmpty());
  setAccessibleName(actText(kind));
  m_submit->setText(m_page->result());
  m_submit->updateGeometry();
  connect(m_page, &ActPage::resultChanged, this, [this] {
    m_submit->setText(m_page->result());
    m_submit->updateGeometry();
  });
  show();
  m_page->first()->setFocus(Qt::ShortcutFocusReason);
}

void ActPanel::fold() {
  if (!m_page) return;
  // The page may be folding itself away from inside its own key press.
  m_page->hide();
  m_page->deleteLater();
  m_page = nullptr;
  hide();
  Q_EMIT folded();
}

void ActPanel::setProblem(const QString& sentence) { m_problem->setText(sentence); }

bool ActPanel::submit() {
  if (!m_page) return false;
  setProblem({});
  const auto what = m_page->read();
  if (!what) return false;
  Q_EMIT asked(*what);
  return true;
}

void ActPanel::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  if (isEnter && modifiers == Qt::ControlModifier) {
    submit();
  } else if (event->key() == Qt::Key_Escape && modifiers == Qt::NoModifier) {
    fold();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void ActPanel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, 8.0, false});
}

}  // namespace yingda::ui
