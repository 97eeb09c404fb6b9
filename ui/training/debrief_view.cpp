// SPDX-License-Identifier: GPL-3.0-or-later
// Lays a debrief out. The list of evidence and the marks over the time choose each other.
#include "ui/training/debrief_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "core/training/drill_bot.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/training/debrief_parts.h"
#include "ui/training/row_list.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int leftWidth = 264;
constexpr int rightWidth = 316;

Label* natural(FontRole role, Token token = Token::Text) {
  auto* label = new Label({}, role, token);
  label->setElides(false);
  return label;
}

QString pointsText(int points) {
  return points < 0 ? QStringLiteral("−%1").arg(-points) : QStringLiteral("+%1").arg(points);
}

/// Only her own words stand in quotes.
QString citedText(const DrillEvidence& row) {
  return row.isSaid ? u'“' % row.quote % u'”' : row.quote;
}

bool isShown(const DrillEvidence& row, int filter) {
  // What is given back stands beside what was lost, so that the list adds up.
  if (filter == 0) return row.points < 0 || row.isReturn;
  return filter == 2 || row.points >= 0;
}

}  // namespace

DebriefView::DebriefView(const KeyTable& keys, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("practice.debrief"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(makeLeft(keys));
  row->addWidget(makeMiddle(), 1);
  row->addWidget(makeRight(keys));
  setFocusProxy(m_evidence);
}

QWidget* DebriefView::makeLeft(const KeyTable&) {
  auto* pane = new Pane(Token::Surface);
  pane->setLines(Qt::RightEdge);
  pane->setFixedWidth(leftWidth);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(6);
  column->addWidget(new Label(tr("练习 / 复盘"), FontRole::Small12, Token::Text2));
  m_title = new Label({}, FontRole::Title15);
  m_meta = new Label({}, FontRole::Small12, Token::Text2);
  column->addWidget(m_title);
  column->addWidget(m_meta);
  column->addWidget(new Separator);
  auto* big = new QHBoxLayout;
  big->setSpacing(12);
  m_score = natural(FontRole::Numeral44);
  m_score->setObjectName(QStringLiteral("debrief.score"));
  m_end = new Label({}, FontRole::Strong13);
  m_change = new Label({}, FontRole::Small12, Token::Text2);
  auto* beside = new QVBoxLayout;
  beside->addStretch(1);
  beside->addWidget(m_end);
  beside->addWidget(m_change);
  beside->addStretch(1);
  big->addWidget(m_score);
  big->addLayout(beside, 1);
  column->addLayout(big);
  m_fatal = new RichLabel(FontRole::Body13, Token::Red);
  column->addWidget(m_fatal);
  column->addWidget(new Separator);
  auto* head = new QHBoxLayout;
  auto* title = natural(FontRole::Strong13);
  title->setText(tr("各项得分"));
  head->addWidget(title);
  auto* tick = new Label(tr("竖线为上次"), FontRole::Small12, Token::Text2);
  tick->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  head->addWidget(tick, 1);
  column->addLayout(head);
  m_bars = new DimensionBars;
  column->addWidget(m_bars);
  m_note = new RichLabel(FontRole::Small12, Token::Text2);
  m_note->setObjectName(QStringLiteral("debrief.note"));
  column->addWidget(m_note);
  column->addStretch(1);
  return pane;
}

QWidget* DebriefView::makeMiddle() {
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  auto* time = new Card;
  m_timeline = new DrillTimeline;
  time->body()->addWidget(m_timeline);
  column->addWidget(time, 2);
  auto* list = new Card;
  list->body()->setContentsMargins(1, 1, 1, 1);
  list->body()->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(12, 8, 12, 8);
  m_evidenceTitle = new Label({}, FontRole::Title15);
  m_filter = new Segmented({tr("扣分"), tr("得分"), tr("全部")});
  m_filter->setObjectName(QStringLiteral("debrief.filter"));
  m_filter->setCurrent(0);
  connect(m_filter, &Segmented::currentChanged, this, &DebriefView::refreshEvidence);
  head->addWidget(m_evidenceTitle, 1);
  head->addWidget(m_filter);
  m_evidence = new RowList;
  m_evidence->setObjectName(QStringLiteral("debrief.evidence"));
  m_evidence->setAccessibleName(tr("扣分和得分"));
  m_evidence->setLeadWidth(34);
  connect(m_evidence, &RowList::currentKeyChanged, this, &DebriefView::showEvidence);
  connect(m_evidence, &RowList::chosen, this, [this](const QString& key) {
    const int turn = m_debrief.score.evidence[key.toULongLong()].turn;
    Q_EMIT voiceAsked(turn);
  });
  connect(m_timeline, &DrillTimeline::markChosen, this, [this](int mark) {
    m_evidence->choose(QString::number(m_marked[static_cast<size_t>(mark)]));
  });
  list->body()->addLayout(head);
  list->body()->addWidget(new Separator);
  list->body()->addWidget(m_evidence, 1);
  column->addWidget(list, 3);
  return middle;
}

QWidget* DebriefView::makeRight(const KeyTable& keys) {
  auto* pane = new Pane(Token::Surface);
  pane->setLines(Qt::LeftEdge);
  pane->setFixedWidth(rightWidth);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(6);
  m_which = new Label({}, FontRole::Small12, Token::Text2);
  m_reason = new RichLabel(FontRole::Strong13);
  m_said = new RichLabel(FontRole::Body13);
  m_said->setObjectName(QStringLiteral("debrief.said"));
  m_insteadTitle = new Label(tr("可以这样说"), FontRole::Small12, Token::Text2);
  auto* box = new Card;
  box->setColors(Token::AccentWeak, Token::AccentWeak);
  m_instead = new RichLabel(FontRole::Body13);
  m_instead->setObjectName(QStringLiteral("debrief.instead"));
  m_instead->setLineSpacing(1.6);
  box->body()->addWidget(m_instead);
  column->addWidget(m_which);
  column->addWidget(m_reason);
  column->addWidget(m_said);
  column->addWidget(m_insteadTitle);
  column->addWidget(box);
  column->addWidget(new Separator);
  m_lastTitle = new Label({}, FontRole::Strong13);
  column->addWidget(m_lastTitle);
  m_measures = new MeasureTable;
  column->addWidget(m_measures);
  column->addStretch(1);
  m_keepVoices = new HintButton(tr("保留录音"));
  m_keepVoices->setObjectName(QStringLiteral("debrief.keepVoices"));
  m_keepVoices->hide();
  connect(m_keepVoices, &HintButton::clicked, this, &DebriefView::keepVoicesAsked);
  column->addWidget(m_keepVoices);
  m_again = new HintButton(tr("再来一次"), keys.hintOf(QStringLiteral("drill.again")));
  m_again->setObjectName(QStringLiteral("debrief.again"));
  m_again->setLook(HintButton::Look::Filled);
  m_sameSeed = new HintButton(tr("一模一样再来"));
  m_sameSeed->setObjectName(QStringLiteral("debrief.same"));
  m_leave = new HintButton(tr("回练习室"), QStringLiteral("Esc"));
  connect(m_again, &HintButton::clicked, this, [this] { Q_EMIT againAsked(false); });
  connect(m_sameSeed, &HintButton::clicked, this, [this] { Q_EMIT againAsked(true); });
  connect(m_leave, &HintButton::clicked, this, &DebriefView::leaveAsked);
  column->addWidget(m_again);
  column->addWidget(m_sameSeed);
  column->addWidget(m_leave);
  return pane;
}

void DebriefView::show(const Debrief& debrief) {
  m_debrief = debrief;
  const DrillScore& score = debrief.score;
  m_title->setText(debrief.title);
  QStringList meta;
  if (!debrief.who.isEmpty()) meta << debrief.who;
  meta << tr("第 %1 次").arg(debrief.attempt) << drillModeText(debrief.mode)
       << tr("提示%1").arg(drillHintText(debrief.hint)) << drillDayText(debrief.startedAt);
  m_meta->setText(meta.join(QStringLiteral(" · ")));
  m_score->setText(QString::number(score.score));
  m_end->setText(drillEndText(score.end));
  m_end->setToken(isGood(score.end) ? Token::Green : Token::Orange);
  if (debrief.last) {
    const int change = score.score - debrief.last->score;
    m_change->setText(change == 0  ? tr("和上次一样")
                      : change > 0 ? tr("比上次多 %1 分").arg(change)
                                   : tr("比上次少 %1 分").arg(-change));
  } else {
    m_change->setText(tr("第一次，还没有上次可比"));
  }
  m_fatal->setText(score.fatal.isEmpty() ? QString() : tr("说了一票否决的话，这次记 0 分。"));
  m_fatal->setVisible(!score.fatal.isEmpty());
  m_bars->set(score.dimensions,
              debrief.last ? debrief.last->dimensions : std::vector<DimensionScore>());
  m_note->setText(debrief.note);
  m_note->setVisible(!debrief.note.isEmpty());
  m_lastTitle->setText(debrief.last
                           ? tr("和自己上次比 · %1").arg(drillDayText(debrief.last->startedAt))
                           : tr("下次在这里和自己比"));
  m_measures->set(score.measures,
                  debrief.last ? std::optional(debrief.last->measures) : std::nullopt);
  m_timeline->set(timelineWords());
  m_filter->setCurrent(0);
  setVoicesKept(false);
  refreshEvidence();
}

DrillTimelineWords DebriefView::timelineWords() const {
  DrillTimelineWords words;
  words.length = std::max(m_debrief.score.measures.length, Milliseconds{1000});
  words.angerGoal = m_debrief.angerGoal;
  words.anger.push_back({Milliseconds{}, m_debrief.angerAtStart});
  // Without sound it is only known how long it takes to say it.
  const auto hear = [&](int turn, Milliseconds from, const QString& said) {
    const auto heard = m_debrief.customer.find(turn);
    if (heard != m_debrief.customer.end()) {
      words.customer.push_back(heard->second);
    } else if (!said.isEmpty()) {
      words.customer.push_back({from, spokenLength(said), {}});
    }
  };
  hear(0, {}, m_debrief.opening);
  Milliseconds heard = spokenLength(m_debrief.opening);
  for (const DrillTurn& turn : m_debrief.turns) {
    const auto recorded = m_debrief.voices.find(turn.number);
    // Typed words took from the first key to Enter.
    const Milliseconds begun = std::min(heard + turn.silence, turn.at);
    words.own.push_back(recorded != m_debrief.voices.end()
                            ? recorded->second
                            : SpeechSpan{begun, std::max(turn.at - begun, Milliseconds{500}), {}});
    words.anger.push_back({turn.at, turn.angerAfter});
    hear(turn.number, turn.at, turn.answer);
    heard = turn.at + spokenLength(turn.answer);
  }
  return words;
}

void DebriefView::setVoicesKept(bool isKept) {
  const bool hasVoices = !m_debrief.voices.empty();
  m_keepVoices->setVisible(hasVoices);
  m_keepVoices->setEnabled(!isKept);
  m_keepVoices->setText(isKept ? tr("录音已存在本机") : tr("保留录音"));
}

void DebriefView::setAgainOffered(bool isOffered) {
  m_again->setVisible(isOffered);
  m_sameSeed->setVisible(isOffered);
}

void DebriefView::setFilter(int filter) {
  m_filter->setCurrent(filter);
  refreshEvidence();
}

void DebriefView::refreshEvidence() {
  const auto& evidence = m_debrief.score.evidence;
  std::vector<ListRow> rows;
  DrillTimelineWords words = m_timeline->words();
  words.marks.clear();
  m_marked.clear();
  int lost = 0;
  int returned = 0;
  int count = 0;
  for (size_t i = 0; i < evidence.size(); ++i) {
    const DrillEvidence& one = evidence[i];
    if (one.points < 0) {
      lost -= one.points;
      ++count;
    }
    if (one.isReturn) returned += one.points;
    if (!isShown(one, m_filter->current())) continue;
    ListRow row;
    row.key = QString::number(i);
    row.lead = pointsText(one.points);
    row.leadInk = one.points < 0 ? Token::Orange : Token::Green;
    row.title = one.reason;
    QString dimension = one.dimension;
    for (const DimensionScore& each : m_debrief.score.dimensions) {
      if (each.id == one.dimension) dimension = each.name;
    }
    row.detail =
        one.quote.isEmpty() ? dimension : dimension % QStringLiteral("　") % citedText(one);
    row.badge = drillTurnText(one.turn, one.at);
    rows.push_back(row);
    // What is missing in the whole has no moment.
    if (one.turn == 0) continue;
    words.marks.push_back({one.at, one.points});
    m_marked.push_back(static_cast<int>(i));
  }
  const QString title =
      returned == 0
          ? tr("扣分 %1 处，共 %2 分").arg(count).arg(lost)
          : tr("扣分 %1 处，补回 %2 分，净扣 %3 分").arg(count).arg(returned).arg(lost - returned);
  m_evidenceTitle->setText(m_debrief.voices.empty() ? title
                                                    : title % u' ' % tr("Enter 听那一轮的录音"));
  m_timeline->set(words);
  m_evidence->setRows(rows);
  showEvidence(m_evidence->currentKey());
}

QString DebriefView::saidText(const DrillEvidence& row) {
  if (row.quote.isEmpty()) return row.points < 0 ? tr("整通没有说到") : QString();
  return row.isSaid ? tr("您说的：%1").arg(row.quote) : row.quote;
}

void DebriefView::showEvidence(const QString& key) {
  const bool hasOne = !key.isEmpty();
  for (QWidget* part : {static_cast<QWidget*>(m_reason), static_cast<QWidget*>(m_said)}) {
    part->setVisible(hasOne);
  }
  m_instead->parentWidget()->hide();
  m_insteadTitle->hide();
  if (!hasOne) {
    m_which->setText(m_debrief.score.evidence.empty() ? tr("这次没有逐条的依据")
                                                      : tr("这一类一条也没有"));
    m_timeline->setCurrentMark(-1);
    return;
  }
  const DrillEvidence& one = m_debrief.score.evidence[key.toULongLong()];
  m_which->setText(drillTurnText(one.turn, one.at) % u' ' % pointsText(one.points));
  m_reason->setText(one.reason);
  m_said->setText(saidText(one));
  const bool hasInstead = !one.instead.isEmpty();
  m_instead->setText(one.instead);
  m_instead->parentWidget()->setVisible(hasInstead);
  m_insteadTitle->setVisible(hasInstead);
  m_said->setVisible(!m_said->text().isEmpty());
  const auto mark = std::find(m_marked.begin(), m_marked.end(), key.toInt());
  m_timeline->setCurrentMark(mark == m_marked.end() ? -1
                                                    : static_cast<int>(mark - m_marked.begin()));
}

void DebriefView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
    Q_EMIT leaveAsked();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void DebriefView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // In a narrow window the words of the list come first.
  m_instead->parentWidget()->parentWidget()->setFixedWidth(width() < 1150 ? 264 : rightWidth);
}

}  // namespace yingda::ui
