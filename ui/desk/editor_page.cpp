// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the head, the sentence and the scrolled body.
#include "ui/desk/editor_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

// Title, what stands beside it, the gap that grows.
constexpr int besideTitle = 1;

QScrollArea* makeScroll(QWidget* content) {
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  scroll->setWidget(content);
  // The page's own ground shows through.
  scroll->viewport()->setAutoFillBackground(false);
  content->setAutoFillBackground(false);
  return scroll;
}

}  // namespace

EditorPage::EditorPage(const QString& prefix, QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(13, 11, 13, 12);
  column->setSpacing(8);
  makeHead(prefix);
  column->addLayout(m_head);
  m_problem = new Label({}, FontRole::Small12, Token::Red);
  m_problem->setObjectName(prefix + QStringLiteral(".problem"));
  m_problem->hide();
  column->addWidget(m_problem);
  auto* content = new QWidget;
  m_body = new QVBoxLayout(content);
  m_body->setContentsMargins(0, 0, 0, 0);
  m_body->setSpacing(12);
  column->addWidget(makeScroll(content), 1);
}

void EditorPage::makeHead(const QString& prefix) {
  m_head = new QHBoxLayout;
  m_head->setSpacing(8);
  m_title = new Label({}, FontRole::Title15);
  auto* close = new HintButton(tr("收起"), QStringLiteral("Esc"));
  close->setLook(HintButton::Look::Quiet);
  close->setObjectName(prefix + QStringLiteral(".close"));
  m_head->addWidget(m_title);
  m_head->addStretch(1);
  m_head->addWidget(close);
  connect(close, &QAbstractButton::clicked, this, &EditorPage::closed);
}

void EditorPage::addBesideTitle(QWidget* widget) { m_head->insertWidget(besideTitle, widget); }

void EditorPage::addToHead(QWidget* widget) { m_head->addWidget(widget); }

void EditorPage::setTitle(const QString& title) { m_title->setText(title); }

void EditorPage::setProblem(const QString& sentence) {
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
}

void EditorPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
    Q_EMIT closed();
    return;
  }
  QWidget::keyPressEvent(event);
}

void EditorPage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, 8.0, false});
}

}  // namespace yingda::ui
