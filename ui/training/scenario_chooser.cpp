// SPDX-License-Identifier: GPL-3.0-or-later
// The list at the left, the chosen one at the right.
#include "ui/training/scenario_chooser.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "core/training/drill_record.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/parts/level_chip.h"
#include "ui/training/row_list.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int listWidth = 420;

Label* natural(const QString& text, FontRole role, Token token = Token::Text) {
  auto* label = new Label(text, role, token);
  label->setElides(false);
  return label;
}

bool isOpenFor(const AssignmentView& one, const QString& scenario) {
  return one.isMine && !one.isDone() && one.assignment.scenario == scenario;
}

}  // namespace

ScenarioChooser::ScenarioChooser(const KeyTable& keys, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("practice.chooser"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 12, 12, 12);
  row->setSpacing(12);
  row->addWidget(makeLeft());
  row->addWidget(makeRight(keys), 1);
  setFocusProxy(m_list);
}

QWidget* ScenarioChooser::makeLeft() {
  auto* card = new Card;
  card->setFixedWidth(listWidth);
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(12, 10, 12, 10);
  head->addWidget(natural(tr("选一个场景"), FontRole::Title15));
  m_count = new Label({}, FontRole::Small12, Token::Text2);
  m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  head->addWidget(m_count, 1);
  m_list = new RowList;
  m_list->setObjectName(QStringLiteral("practice.scenarios"));
  m_list->setAccessibleName(tr("场景"));
  connect(m_list, &RowList::chosen, this, &ScenarioChooser::startAsked);
  connect(m_list, &RowList::currentKeyChanged, this, &ScenarioChooser::refreshRight);
  card->body()->addLayout(head);
  card->body()->addWidget(new Separator);
  card->body()->addWidget(m_list, 1);
  return card;
}

QWidget* ScenarioChooser::makeRight(const KeyTable& keys) {
  auto* card = new Card;
  QVBoxLayout* column = card->body();
  auto* head = new QHBoxLayout;
  head->setSpacing(10);
  m_level = new LevelChip;
  m_title = new Label({}, FontRole::Big20);
  m_title->setObjectName(QStringLiteral("practice.title"));
  head->addWidget(m_level);
  head->addWidget(m_title, 1);
  m_trainer = new HintButton(tr("培训台"), keys.hintOf(QStringLiteral("trainer.open")));
  m_trainer->setSize(HintButton::Size::Small);
  m_trainer->hide();
  connect(m_trainer, &HintButton::clicked, this, &ScenarioChooser::trainerAsked);
  head->addWidget(m_trainer);
  column->addLayout(head);
  m_meta = new Label({}, FontRole::Small12, Token::Text2);
  column->addWidget(m_meta);
  m_background = new RichLabel(FontRole::Body13);
  column->addWidget(m_background);
  m_assigned = new RichLabel(FontRole::Body13, Token::Orange);
  m_assigned->setObjectName(QStringLiteral("practice.assigned"));
  column->addWidget(m_assigned);
  column->addWidget(new Separator);
  auto* how = new QHBoxLayout;
  how->setSpacing(12);
  m_mode =
      new Segmented({drillModeText(DrillMode::Practice), drillModeText(DrillMode::Assessment)});
  m_mode->setObjectName(QStringLiteral("practice.mode"));
  m_mode->setAccessibleName(tr("方式"));
  m_mode->setCurrent(0);
  m_hint = new Segmented({drillHintText(DrillHint::Off), drillHintText(DrillHint::Points),
                          drillHintText(DrillHint::Sentence)});
  m_hint->setObjectName(QStringLiteral("practice.hint"));
  m_hint->setAccessibleName(tr("提示"));
  m_hint->setCurrent(1);
  m_hintNote = new Label({}, FontRole::Small12, Token::Text2);
  how->addWidget(natural(tr("方式"), FontRole::Body13));
  how->addWidget(m_mode);
  how->addWidget(natural(tr("提示"), FontRole::Body13));
  how->addWidget(m_hint);
  how->addWidget(m_hintNote, 1);
  column->addLayout(how);
  // In an assessment nothing is offered; the choice comes back with the practice.
  connect(m_mode, &Segmented::currentChanged, this, &ScenarioChooser::refreshRight);
  connect(m_hint, &Segmented::currentChanged, this, &ScenarioChooser::refreshRight);
  auto* act = new QHBoxLayout;
  m_start = new HintButton(tr("开始"), QStringLiteral("↵"));
  m_start->setObjectName(QStringLiteral("practice.start"));
  m_start->setLook(HintButton::Look::Filled);
  m_start->setSize(HintButton::Size::Large);
  connect(m_start, &HintButton::clicked, this, &ScenarioChooser::startAsked);
  act->addWidget(m_start);
  m_trouble = new RichLabel(FontRole::Body13, Token::Red);
  m_trouble->setObjectName(QStringLiteral("practice.trouble"));
  act->addWidget(m_trouble, 1);
  column->addLayout(act);
  m_sound = new Label({}, FontRole::Small12, Token::Text2);
  m_sound->setObjectName(QStringLiteral("practice.sound"));
  m_sound->hide();
  column->addWidget(m_sound);
  column->addWidget(new Separator);
  m_ownTitle = new Label({}, FontRole::Strong13);
  column->addWidget(m_ownTitle);
  m_own = new RowList;
  m_own->setObjectName(QStringLiteral("practice.own"));
  m_own->setAccessibleName(tr("我的练习"));
  connect(m_own, &RowList::chosen, this,
          [this](const QString& key) { Q_EMIT drillChosen(DrillId::fromText(key)); });
  column->addWidget(m_own, 1);
  return card;
}

void ScenarioChooser::setScenarios(const std::vector<LibraryScenario>& scenarios) {
  m_scenarios.clear();
  for (const LibraryScenario& one : scenarios) {
    if (one.isPlayable()) m_scenarios.push_back(one);
  }
  std::stable_sort(m_scenarios.begin(), m_scenarios.end(),
                   [](const LibraryScenario& a, const LibraryScenario& b) {
                     return a.scenario.grade < b.scenario.grade;
                   });
  refreshList();
}

void ScenarioChooser::setDrills(const std::vector<DrillView>& drills) {
  m_drills = drills;
  std::erase_if(m_drills, [](const DrillView& one) { return !one.isMine; });
  refreshList();
}

void ScenarioChooser::setAssignments(const std::vector<AssignmentView>& assignments,
                                     LocalDay today) {
  m_assignments = assignments;
  m_today = today;
  refreshList();
}

void ScenarioChooser::setTrouble(const QString& sentence) { m_trouble->setText(sentence); }

void ScenarioChooser::setSound(const QString& sentence) {
  m_sound->setText(sentence);
  m_sound->setVisible(!sentence.isEmpty());
}

void ScenarioChooser::setTrainerOffered(bool isOffered) { m_trainer->setVisible(isOffered); }

QString ScenarioChooser::currentScenario() const { return m_list->currentKey(); }

void ScenarioChooser::choose(const QString& scenario) { m_list->choose(scenario); }

DrillMode ScenarioChooser::mode() const {
  return m_mode->current() == 1 ? DrillMode::Assessment : DrillMode::Practice;
}

DrillHint ScenarioChooser::hint() const {
  if (mode() == DrillMode::Assessment) return DrillHint::Off;
  return static_cast<DrillHint>(std::clamp(m_hint->current(), 0, 2));
}

void ScenarioChooser::setMode(DrillMode mode) {
  m_mode->setCurrent(mode == DrillMode::Assessment ? 1 : 0);
  refreshRight();
}

void ScenarioChooser::setHint(DrillHint hint) {
  m_hint->setCurrent(static_cast<int>(hint));
  refreshRight();
}

const LibraryScenario* ScenarioChooser::current() const {
  for (const LibraryScenario& one : m_scenarios) {
    if (one.id == currentScenario()) return &one;
  }
  return nullptr;
}

void ScenarioChooser::refreshList() {
  std::vector<ListRow> rows;
  int open = 0;
  // What is to be done comes first.
  for (const bool isWanted : {true, false}) {
    for (const LibraryScenario& one : m_scenarios) {
      const auto wanted =
          std::find_if(m_assignments.begin(), m_assignments.end(),
                       [&](const AssignmentView& each) { return isOpenFor(each, one.id); });
      if ((wanted != m_assignments.end()) != isWanted) continue;
      ListRow row;
      row.key = one.id;
      row.level = one.scenario.level;
      row.title = one.scenario.title;
      row.detail = one.scenario.top % QStringLiteral(" · ") % drillGradeText(one.scenario.grade) %
                   QStringLiteral(" · ") % tr("%1 分钟").arg(one.scenario.minutes);
      int best = -1;
      for (const DrillView& drill : m_drills) {
        if (drill.drill.scenario == one.id) best = std::max(best, drill.drill.score);
      }
      row.trailing = best < 0 ? QString() : tr("最好 %1").arg(best);
      if (isWanted) {
        ++open;
        const auto due = localDayFromIso(wanted->assignment.dueOn);
        const bool isLate = due && *due < m_today;
        row.badge = !due              ? tr("指派")
                    : isLate          ? tr("过期 %1").arg(wanted->assignment.dueOn.mid(5))
                    : *due == m_today ? tr("今天到期")
                                      : tr("%1 到期").arg(wanted->assignment.dueOn.mid(5));
        row.tone = due && *due <= m_today ? Tone::Orange : Tone::Accent;
      }
      rows.push_back(row);
    }
  }
  m_count->setText(open > 0 ? tr("%1 个，指派给您 %2 个").arg(m_scenarios.size()).arg(open)
                            : tr("%1 个").arg(m_scenarios.size()));
  m_list->setRows(rows);
  refreshRight();
}

void ScenarioChooser::refreshRight() {
  const LibraryScenario* one = current();
  m_start->setEnabled(one != nullptr);
  m_level->setVisible(one != nullptr);
  m_hint->setEnabled(mode() == DrillMode::Practice);
  m_hintNote->setText(mode() == DrillMode::Assessment ? tr("考核时提示一定是关，情绪也不显示")
                                                      : QString());
  if (!one) {
    m_title->setText(m_scenarios.empty() ? tr("这里还没有能练的场景") : QString());
    m_meta->setText({});
    m_background->setText({});
    m_assigned->hide();
    m_own->setRows({});
    m_ownTitle->setText({});
    return;
  }
  const Scenario& scenario = one->scenario;
  m_level->setLevel(scenario.level);
  m_title->setText(scenario.title);
  m_meta->setText(QStringList{scenario.top, drillGradeText(scenario.grade),
                              tr("最多 %1 分钟").arg(scenario.minutes),
                              tr("目标：情绪降到 %1 以下").arg(scenario.angerGoal),
                              one->file.isEmpty() ? tr("随程序") : one->file}
                      .join(QStringLiteral(" · ")));
  m_background->setText(scenario.background);
  const auto wanted =
      std::find_if(m_assignments.begin(), m_assignments.end(),
                   [&](const AssignmentView& each) { return isOpenFor(each, one->id); });
  m_assigned->setVisible(wanted != m_assignments.end());
  if (wanted != m_assignments.end()) {
    m_assigned->setText(
        wanted->assignment.dueOn.isEmpty()
            ? tr("%1 指派给您").arg(wanted->byName)
            : tr("%1 指派给您，%2 前练完").arg(wanted->byName, wanted->assignment.dueOn));
  }
  std::vector<ListRow> rows;
  for (const DrillView& view : m_drills) {
    const DrillResult& drill = view.drill;
    if (drill.scenario != one->id) continue;
    const auto end = drillEndFromCode(drill.end);
    ListRow row;
    row.key = drill.id.text();
    row.lead = QString::number(drill.score);
    row.title = end ? drillEndText(*end) : QString();
    row.detail = drillDayText(drill.startedAt) % QStringLiteral(" · ") %
                 drillModeText(drill.isAssessment ? DrillMode::Assessment : DrillMode::Practice) %
                 QStringLiteral(" · ") % drillClockText(drill.length);
    row.badge = tr("看复盘");
    rows.push_back(row);
  }
  m_own->setLeadWidth(34);
  m_own->setRows(rows);
  m_ownTitle->setText(rows.empty() ? tr("这个场景您还没有练过")
                                   : tr("我的练习 %1 次").arg(rows.size()));
}

void ScenarioChooser::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
    Q_EMIT leaveAsked();
  } else if (isEnter && event->modifiers() == Qt::NoModifier && m_start->isEnabled()) {
    // From wherever the way was chosen; lists take their own.
    Q_EMIT startAsked();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
