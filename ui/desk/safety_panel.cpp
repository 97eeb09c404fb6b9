// SPDX-License-Identifier: GPL-3.0-or-later
// Leads through the questions of an emergency and hands the dispatch over.
#include "ui/desk/safety_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/clock.h"
#include "core/text/phone.h"
#include "ui/desk/safety_rows.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

constexpr int lineLengthMax = 500;

void emptyLayout(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    // A button may be emptied away by its own click.
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
}

}  // namespace

QWidget* SafetyPanel::chainTabs(QWidget* before) {
  std::vector<QWidget*> order{m_fold, m_dispatch};
  for (QWidget* rows : {m_answers, m_numbers}) {
    for (int i = 0; i < rows->layout()->count(); ++i) {
      QWidget* row = rows->layout()->itemAt(i)->widget();
      if (!row) continue;
      auto* button = qobject_cast<HintButton*>(row);
      order.push_back(button ? button : row->findChild<HintButton*>());
    }
  }
  order.push_back(m_dutyText);
  order.push_back(m_dutyTold);
  order.push_back(m_dutyEdit);
  for (QWidget* widget : order) {
    if (before) setTabOrder(before, widget);
    before = widget;
  }
  return before;
}

SafetyPanel::SafetyPanel(const Starter& starter, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_starter(starter), m_clock(clock), m_outside(starter.outsideNumbers) {
  setObjectName(QStringLiteral("safetyPanel"));
  setAccessibleName(tr("先派后补"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(13, 10, 13, 12);
  column->setSpacing(8);
  column->addWidget(makeHead());
  m_ask = new RichLabel(FontRole::Title15, Token::Text);
  m_ask->setObjectName(QStringLiteral("safetyPanel.ask"));
  column->addWidget(m_ask);
  m_answers = new QWidget;
  m_answers->setLayout(new QHBoxLayout);
  m_answers->layout()->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_answers);
  m_do = new RichLabel(FontRole::Title15, Token::Text);
  m_do->setObjectName(QStringLiteral("safetyPanel.do"));
  m_do->setLineSpacing(1.6);
  column->addWidget(m_do);
  m_never = new SafetyNever;
  m_never->setObjectName(QStringLiteral("safetyPanel.never"));
  column->addWidget(m_never);
  m_numbers = new QWidget;
  m_numbers->setLayout(new QVBoxLayout);
  m_numbers->layout()->setContentsMargins(0, 0, 0, 0);
  m_numbers->layout()->setSpacing(4);
  column->addWidget(m_numbers);
  m_dutyRow = makeDuty();
  column->addWidget(m_dutyRow);
  hide();
}

QWidget* SafetyPanel::makeHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_title = new Label({}, FontRole::Strong13);
  m_step = new Label({}, FontRole::Small12, Token::Text2);
  m_dispatch = new HintButton(tr("立即派单"), QStringLiteral("↵"));
  m_dispatch->setLook(HintButton::Look::Filled);
  m_dispatch->setObjectName(QStringLiteral("safetyPanel.dispatch"));
  m_fold = new HintButton(tr("收起"), QStringLiteral("Esc"));
  m_fold->setLook(HintButton::Look::Quiet);
  m_fold->setObjectName(QStringLiteral("safetyPanel.fold"));
  row->addWidget(m_title);
  row->addWidget(m_step, 1);
  row->addWidget(m_fold);
  row->addWidget(m_dispatch);
  connect(m_dispatch, &QAbstractButton::clicked, this, &SafetyPanel::dispatchAsked);
  connect(m_fold, &QAbstractButton::clicked, this, &SafetyPanel::fold);
  return head;
}

QWidget* SafetyPanel::makeDuty() {
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_dutyName = new Label;
  m_dutyName->setElides(false);
  m_dutyText = new LineBox;
  m_dutyText->setObjectName(QStringLiteral("safetyPanel.dutyText"));
  m_dutyText->setAccessibleName(tr("他怎么说"));
  m_dutyText->setPlaceholderText(tr("他怎么说，可不填"));
  m_dutyText->setLengthLimit(lineLengthMax);
  m_dutyTold = new HintButton(tr("已电话通知"));
  m_dutyTold->setObjectName(QStringLiteral("safetyPanel.dutyTold"));
  row->addWidget(m_dutyName);
  row->addWidget(m_dutyText, 1);
  row->addWidget(m_dutyTold);
  m_dutyEdit = new HintButton(tr("登记"), KeyTable::builtIn().hintOf(QStringLiteral("duty.open")));
  m_dutyEdit->setLook(HintButton::Look::Quiet);
  m_dutyEdit->setObjectName(QStringLiteral("safetyPanel.dutyEdit"));
  m_dutyEdit->hide();
  row->addWidget(m_dutyEdit);
  connect(m_dutyEdit, &QAbstractButton::clicked, this, &SafetyPanel::dutyEditAsked);
  connect(m_dutyTold, &QAbstractButton::clicked, this, &SafetyPanel::tellDuty);
  connect(m_dutyText, &QLineEdit::returnPressed, this, &SafetyPanel::tellDuty);
  return line;
}

void SafetyPanel::open(const SafetySituation* situation) {
  m_situation = situation;
  m_asked.clear();
  m_call = situation ? situation->call : QStringList();
  m_isOpen = true;
  showQuestion();
  showNumbers();
  showDuty();
  show();
}

void SafetyPanel::changeTo(const SafetySituation* situation) {
  if (!m_isOpen || situation == m_situation) return;
  m_situation = situation;
  if (situation) {
    for (const QString& id : situation->call) {
      if (!m_call.contains(id)) m_call << id;
    }
  }
  showQuestion();
  showNumbers();
}

void SafetyPanel::setDuty(const DutyEngineer& duty) {
  m_duty = duty;
  showDuty();
}

void SafetyPanel::setNumbers(const std::vector<OutsideNumber>& numbers) {
  m_outside = numbers;
  showNumbers();
}

void SafetyPanel::setDutyEditable(bool editable) { m_dutyEdit->setVisible(editable); }

void SafetyPanel::setCalled(const QHash<QString, Instant>& called) {
  m_called = called;
  const auto told = called.constFind(QStringLiteral("duty"));
  m_toldAt = told == called.constEnd() ? std::nullopt : std::optional(*told);
  showNumbers();
  showDuty();
}

void SafetyPanel::fold() {
  if (!m_isOpen) return;
  m_isOpen = false;
  hide();
  Q_EMIT folded();
}

int SafetyPanel::question() const {
  if (!m_situation) return -1;
  for (size_t i = 0; i < m_situation->questions.size(); ++i) {
    if (!m_asked.contains(m_situation->questions[i].ask)) return static_cast<int>(i);
  }
  return -1;
}

bool SafetyPanel::answerByIndex(int digit) {
  const int index = m_isOpen ? question() : -1;
  if (index < 0) return false;
  const SafetyQuestion asked = m_situation->questions[static_cast<size_t>(index)];
  if (digit < 1 || digit > static_cast<int>(asked.answers.size())) return false;
  const SafetyAnswer answer = asked.answers[static_cast<size_t>(digit - 1)];
  m_asked << asked.ask;
  for (const QString& id : answer.call) {
    if (!m_call.contains(id)) m_call << id;
  }
  Q_EMIT answered(asked.ask, answer.label, answer.set);
  showQuestion();
  showNumbers();
  return true;
}

void SafetyPanel::showQuestion() {
  const int index = question();
  const int count = m_situation ? static_cast<int>(m_situation->questions.size()) : 0;
  m_title->setText(m_situation ? tr("先派后补 · %1").arg(m_situation->title) : tr("先派后补"));
  m_step->setText(index >= 0 ? tr("第 %1 问，共 %2 问").arg(index + 1).arg(count)
                             : tr("先派出去，其余边说边补"));
  emptyLayout(m_answers->layout());
  m_ask->setVisible(index >= 0);
  m_answers->setVisible(index >= 0);
  if (index >= 0) {
    const SafetyQuestion& asked = m_situation->questions[static_cast<size_t>(index)];
    m_ask->setText(asked.ask);
    auto* row = qobject_cast<QHBoxLayout*>(m_answers->layout());
    row->setSpacing(8);
    const KeyTable keys = KeyTable::builtIn();
    for (int i = 0; i < static_cast<int>(asked.answers.size()); ++i) {
      const QString verb = QStringLiteral("script.answer.%1").arg(i + 1);
      auto* button = new HintButton(asked.answers[static_cast<size_t>(i)].label,
                                    keys.rowOrNull(verb) ? keys.hintOf(verb) : QString());
      button->setObjectName(QStringLiteral("safetyPanel.answer%1").arg(i + 1));
      connect(button, &QAbstractButton::clicked, this, [this, i] { answerByIndex(i + 1); });
      row->addWidget(button);
    }
    row->addStretch(1);
  }
  m_do->setVisible(m_situation != nullptr);
  m_never->setVisible(m_situation != nullptr);
  if (m_situation) {
    const QString head = tr("请这样说：");
    m_do->setText(head + m_situation->doText,
                  {{static_cast<int>(head.size()), static_cast<int>(m_situation->doText.size()),
                    MarkKind::Strong}});
    m_never->setText(m_situation->neverText);
  }
  chainTabs(nullptr);
  updateGeometry();
}

void SafetyPanel::showNumbers() {
  auto* column = qobject_cast<QVBoxLayout*>(m_numbers->layout());
  emptyLayout(column);
  for (const QString& id : m_call) {
    const auto number = std::find_if(m_outside.begin(), m_outside.end(),
                                     [&id](const OutsideNumber& one) { return one.id == id; });
    if (number == m_outside.end()) continue;
    auto* row = new SafetyNumberRow(*number);
    row->setObjectName(QStringLiteral("safetyPanel.number.%1").arg(id));
    if (m_called.contains(id)) row->setCalled(m_called.value(id));
    connect(row, &SafetyNumberRow::called, this, [this, id] {
      if (m_called.contains(id)) return;
      m_called.insert(id, m_clock.now());
      Q_EMIT outsideCalled(id);
      showNumbers();
    });
    column->addWidget(row);
  }
  m_numbers->setVisible(column->count() > 0);
  chainTabs(nullptr);
  updateGeometry();
}

void SafetyPanel::showDuty() {
  const bool isKnown = !m_duty.name.isEmpty() || !m_duty.number.isEmpty();
  m_dutyName->setText(isKnown ? tr("值班 %1 %2").arg(m_duty.name, m_duty.number).trimmed()
                              : tr("值班工程师（未登记）"));
  m_dutyText->setVisible(!m_toldAt);
  m_dutyTold->setEnabled(!m_toldAt);
  m_dutyTold->setText(m_toldAt ? tr("已通知 %1").arg(clockText(*m_toldAt)) : tr("已电话通知"));
  m_dutyTold->updateGeometry();
}

void SafetyPanel::tellDuty() {
  if (m_toldAt || m_dutyText->composing()) return;
  m_toldAt = m_clock.now();
  const QString said = m_dutyText->text().trimmed();
  m_dutyText->clear();
  showDuty();
  Q_EMIT dutyTold(said);
}

void SafetyPanel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::Red), 1.0, 6.0, false});
}

void SafetyPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
    fold();
    return;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace yingda::ui
