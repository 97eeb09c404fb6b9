// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the figures of the triage and says when they were measured.
#include "ui/insight/learning_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/insight/learning_chart.h"
#include "ui/insight/learning_figures.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

namespace {

constexpr int margin = 16;

QString percent(double share) {
  return LearningPage::tr("%1%").arg(QString::number(share * 100, 'f', 1));
}

Card* cardOf(const QString& title, QWidget* content) {
  auto* card = new Card;
  card->body()->addWidget(new Label(title, FontRole::Strong13));
  card->body()->addWidget(content, 1);
  return card;
}

}  // namespace

LearningPage::LearningPage(const Starter& starter, QWidget* parent)
    : Page(parent), m_starter(starter) {
  setObjectName(QStringLiteral("learningPage"));
  auto* full = new QWidget;
  auto* column = new QVBoxLayout(full);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(makeFigures());
  column->addWidget(makeCharts(), 1);
  m_whole = new QStackedWidget;
  m_whole->addWidget(full);
  m_whole->addWidget(makeEmpty());
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(margin, margin, margin, margin);
  page->setSpacing(12);
  page->addWidget(makeHead());
  page->addWidget(m_whole, 1);
  setFocusProxy(m_relearn);
  set({});
}

QString LearningPage::id() const { return QStringLiteral("learning"); }

QString LearningPage::title() const { return tr("学习与误差"); }

QString LearningPage::keyId() const { return QStringLiteral("learning.open"); }

QWidget* LearningPage::makeHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  auto* name = new Label(tr("分类建议的学习与误差"), FontRole::Title15);
  name->setElides(false);
  m_state = new Label({}, FontRole::Small12, Token::Text2);
  m_state->setObjectName(QStringLiteral("learning.state"));
  m_relearn = new HintButton(tr("重新学习"), QStringLiteral("↵"));
  m_relearn->setObjectName(QStringLiteral("learning.relearn"));
  row->addWidget(name);
  row->addWidget(m_state, 1);
  row->addWidget(m_relearn);
  // It keeps the focus while learning runs, so that Esc still leaves.
  connect(m_relearn, &HintButton::clicked, this, [this] {
    if (!m_isLearning) Q_EMIT relearnAsked();
  });
  return head;
}

QWidget* LearningPage::makeFigures() {
  m_labels = new LearningFigure(tr("已确认的标签"), tr("人选的、采用的和没改的类别"));
  m_accuracy = new LearningFigure(tr("准确率"), tr("第一个建议就对"));
  m_decided = new LearningFigure(tr("敢说的占比"), tr("到阈值的，和其中对的"));
  m_coverage = new LearningFigure(tr("95% 精度的覆盖"), tr("按把握从高到低最多能说多少"));
  m_threshold = new LearningFigure(tr("阈值"), tr("不到就说不确定"));
  m_error = new LearningFigure(tr("校准误差"), tr("说的把握和实际差多少"));
  auto* card = new Card;
  auto* row = new QHBoxLayout;
  row->setSpacing(24);
  for (LearningFigure* figure :
       {m_labels, m_accuracy, m_decided, m_coverage, m_threshold, m_error}) {
    row->addWidget(figure, 1);
  }
  card->body()->addLayout(row);
  return card;
}

QWidget* LearningPage::makeCharts() {
  m_chart = new LearningChart;
  m_confusions = new ConfusionList(m_starter);
  auto* list = new QWidget;
  auto* column = new QVBoxLayout(list);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_confusions);
  column->addStretch(1);
  auto* both = new QWidget;
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(cardOf(tr("留出的标签上，按学过的标签数"), m_chart), 3);
  row->addWidget(cardOf(tr("最容易混的类别"), list), 2);
  return both;
}

QWidget* LearningPage::makeEmpty() {
  m_empty = new RichLabel(FontRole::Body13, Token::Text2);
  m_empty->setObjectName(QStringLiteral("learning.empty"));
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->addStretch(2);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_empty, 3);
  row->addStretch(1);
  column->addLayout(row);
  column->addStretch(3);
  return part;
}

void LearningPage::set(const LearningView& view) {
  const bool isEmpty = view.curve.empty();
  m_whole->setCurrentIndex(isEmpty ? 1 : 0);
  m_empty->setText(
      tr("还没有学过：有 30 张带类别的工单派出或归档后开始学，现在有 %1 张新的；在那之前按"
         "规则给建议。")
          .arg(view.labels));
  m_labels->setText(QString::number(view.labels));
  setLearning(view.isLearning);
  if (isEmpty) return;
  const QString when = toIso(localDayOf(view.fittedAt)) % u' ' % clockText(view.fittedAt);
  if (!view.isLearning)
    m_state->setText(tr("%1 学的，留出 %2 个标签来量").arg(when).arg(view.heldBack));
  m_accuracy->setText(percent(view.curve.back().accuracy));
  m_decided->setText(tr("%1，对 %2").arg(percent(view.decided), percent(view.decidedRight)));
  m_coverage->setText(percent(view.coverageAt95));
  m_threshold->setText(percent(view.threshold));
  m_error->setText(QString::number(view.calibrationError, 'f', 3));
  m_chart->setCurve(view.curve);
  m_confusions->set(view.confusions);
}

void LearningPage::setLearning(bool isLearning) {
  m_isLearning = isLearning;
  if (isLearning) m_state->setText(tr("正在学习，照常工作"));
  if (!isLearning && m_whole->currentIndex() == 1) m_state->setText({});
}

void LearningPage::setTrouble(const QString& sentence) {
  setLearning(false);
  m_state->setText(sentence);
}

void LearningPage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
}

void LearningPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  setFocus(Qt::OtherFocusReason);
}

void LearningPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
    Q_EMIT leaveAsked();
  } else {
    Page::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
