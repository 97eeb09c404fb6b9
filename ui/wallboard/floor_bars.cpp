// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the acts and the departments.
#include "ui/wallboard/floor_bars.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/kit/actions.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

constexpr std::array acts{FloorAct::Urge, FloorAct::Send, FloorAct::StepIn};
constexpr int departmentsMost = 9;

const char* verbOf(FloorAct act) {
  switch (act) {
    case FloorAct::Urge:
      return "ticket.urge";
    case FloorAct::Send:
      return "ticket.dispatch";
    case FloorAct::StepIn:
      break;
  }
  return "ticket.step_in";
}

}  // namespace

FloorActs::FloorActs(const Actions& actions, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_reason(new Label) {
  m_row->setContentsMargins(0, 0, 12, 6);
  m_row->setSpacing(8);
  for (size_t i = 0; i < acts.size(); ++i) {
    const FloorAct act = acts[i];
    m_buttons[i] =
        new HintButton(floorActText(act), actions.keys().hintOf(QLatin1String(verbOf(act))));
    m_buttons[i]->setObjectName(QStringLiteral("floor.") % QLatin1String(verbOf(act)));
    // The list keeps the focus: its arrows go on to the next ticket.
    m_buttons[i]->setFocusPolicy(Qt::NoFocus);
    connect(m_buttons[i], &HintButton::clicked, this, [this, act] { Q_EMIT asked(act); });
    m_row->addWidget(m_buttons[i]);
  }
  m_reason->setToken(Token::Text2);
  m_reason->setRole(FontRole::Small12);
  m_row->addWidget(m_reason, 1);
  hide();
}

void FloorActs::set(FloorAct advised, bool isSent, const QString& reason) {
  m_advised = advised;
  QString words;
  for (size_t i = 0; i < acts.size(); ++i) {
    const bool isFirst = acts[i] == advised;
    m_buttons[i]->setText(floorActText(acts[i], isSent));
    m_buttons[i]->setLook(isFirst ? HintButton::Look::Filled : HintButton::Look::Outlined);
    if (!isFirst) continue;
    words = m_buttons[i]->text();
    m_row->removeWidget(m_buttons[i]);
    m_row->insertWidget(0, m_buttons[i]);
  }
  //: The act that helps most, and why.
  m_reason->setText(tr("建议%1：%2").arg(words, reason));
}

QString FloorActs::reason() const { return m_reason->text(); }

DepartmentBar::DepartmentBar(const Starter& starter, QWidget* parent)
    : QWidget(parent), m_starter(starter), m_title(new Label({}, FontRole::Strong13)) {
  setObjectName(QStringLiteral("floor.departments"));
  setFocusPolicy(Qt::StrongFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(13, 10, 13, 11);
  column->setSpacing(8);
  column->addWidget(m_title);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  const auto count = std::min<size_t>(starter.departments.size(), departmentsMost);
  for (size_t i = 0; i < count; ++i) {
    const int index = static_cast<int>(i);
    auto* button = new HintButton(starter.departments[i].name, QString::number(index + 1));
    connect(button, &HintButton::clicked, this, [this, index] { choose(index); });
    row->addWidget(button);
  }
  row->addStretch(1);
  auto* fold = new HintButton(tr("收起"), QStringLiteral("Esc"));
  fold->setLook(HintButton::Look::Quiet);
  connect(fold, &HintButton::clicked, this, [this] { this->fold(); });
  row->addWidget(fold);
  column->addLayout(row);
  hide();
}

void DepartmentBar::open(const QString& title) {
  m_title->setText(tr("%1 改派给哪个部门？").arg(title));
  setAccessibleName(m_title->text());
  show();
  setFocus(Qt::ShortcutFocusReason);
}

void DepartmentBar::fold() {
  if (isHidden()) return;
  hide();
  Q_EMIT folded();
}

void DepartmentBar::choose(int index) {
  fold();
  Q_EMIT chosen(m_starter.departments[static_cast<size_t>(index)].id);
}

void DepartmentBar::keyPressEvent(QKeyEvent* event) {
  const int index = event->key() - Qt::Key_1;
  const auto count = std::min<int>(static_cast<int>(m_starter.departments.size()), departmentsMost);
  if (index >= 0 && index < count) {
    choose(index);
  } else if (event->key() == Qt::Key_Escape) {
    fold();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void DepartmentBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, 8.0, false});
}

}  // namespace yingda::ui
