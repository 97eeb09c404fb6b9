// SPDX-License-Identifier: GPL-3.0-or-later
// Library at the left, the chosen scenario and the people in the middle, what goes on at the right.
#include "ui/training/trainer_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/deliver.h"
#include "core/domain/authority.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/error_text.h"
#include "ui/parts/words_text.h"
#include "ui/training/debrief_of.h"
#include "ui/training/row_list.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int leftWidth = 372;
constexpr int rightWidth = 364;
constexpr std::chrono::hours recently{30 * 24};
// Days that can be chosen, from today.
constexpr int dueDays[] = {0, 3, 7, -1};

Label* natural(const QString& text, FontRole role, Token token = Token::Text) {
  auto* label = new Label(text, role, token);
  label->setElides(false);
  return label;
}

Card* listCard(QLayout* head, QWidget* list) {
  auto* card = new Card;
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->setSpacing(0);
  head->setContentsMargins(12, 8, 12, 8);
  head->setSpacing(12);
  card->body()->addLayout(qobject_cast<QBoxLayout*>(head));
  card->body()->addWidget(new Separator);
  card->body()->addWidget(list, 1);
  return card;
}

/// How often, how well on the average, and when last.
struct Tally {
  int count = 0;
  int sum = 0;
  int best = 0;
  Instant last{};
  void add(const DrillResult& drill) {
    ++count;
    sum += drill.score;
    best = std::max(best, drill.score);
    last = std::max(last, drill.startedAt);
  }
  int mean() const { return count > 0 ? (sum + count / 2) / count : 0; }
};

}  // namespace

TrainerPage::TrainerPage(Backend& backend, Actions& actions, QWidget* parent)
    : Page(parent), m_backend(backend) {
  setObjectName(QStringLiteral("trainerPage"));
  m_desk = new QWidget;
  auto* row = new QHBoxLayout(m_desk);
  row->setContentsMargins(12, 12, 12, 12);
  row->setSpacing(8);
  row->addWidget(makeLeft());
  row->addWidget(makeMiddle(), 1);
  m_right = makeRight();
  row->addWidget(m_right);
  m_debrief = new DebriefView(actions.keys());
  m_debrief->setAgainOffered(false);
  m_whole = new QStackedWidget;
  m_whole->addWidget(m_desk);
  m_whole->addWidget(m_debrief);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->addWidget(m_whole);
  setFocusProxy(m_library);
  connect(m_debrief, &DebriefView::leaveAsked, this, [this] {
    m_whole->setCurrentWidget(m_desk);
    m_drillList->setFocus();
  });
  connect(&m_backend, &Backend::practiceChanged, this, [this] {
    if (isVisible()) refresh();
  });
  refreshLibrary();
  refreshRunning();
  refreshAssignments();
}

QString TrainerPage::id() const { return QStringLiteral("trainer"); }

QString TrainerPage::title() const { return tr("培训台"); }

QString TrainerPage::keyId() const { return QStringLiteral("trainer.open"); }

QStringList TrainerPage::hints() const {
  return {QStringLiteral("training.open"), QStringLiteral("palette")};
}

bool TrainerPage::mayTrain() const {
  const auto me = m_backend.session();
  return me && mayDo(me->role, Deed::Train);
}

QString TrainerPage::whyNot() const { return tr("培训台是培训师、班长和管理员的，您的岗位不能看"); }

bool TrainerPage::showsDebrief() const { return m_whole->currentWidget() == m_debrief; }

QWidget* TrainerPage::makeLeft() {
  auto* head = new QHBoxLayout;
  head->addWidget(natural(tr("场景库"), FontRole::Title15));
  m_libraryNote = new Label({}, FontRole::Small12, Token::Text2);
  m_libraryNote->setObjectName(QStringLiteral("trainer.note"));
  m_libraryNote->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  head->addWidget(m_libraryNote, 1);
  m_library = new RowList;
  m_library->setObjectName(QStringLiteral("trainer.library"));
  m_library->setAccessibleName(tr("场景库"));
  connect(m_library, &RowList::currentKeyChanged, this, &TrainerPage::refreshScenario);
  connect(m_library, &RowList::chosen, this, [this] { m_people->setFocus(Qt::TabFocusReason); });
  Card* card = listCard(head, m_library);
  card->setFixedWidth(leftWidth);
  return card;
}

QWidget* TrainerPage::makeMiddle() {
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  auto* about = new Card;
  m_title = new Label({}, FontRole::Title15);
  m_title->setObjectName(QStringLiteral("trainer.title"));
  m_background = new RichLabel(FontRole::Body13, Token::Text2);
  m_background->setMaxLines(3);
  m_check = new Label({}, FontRole::Strong13);
  m_check->setObjectName(QStringLiteral("trainer.check"));
  m_problems = new RowList;
  m_problems->setObjectName(QStringLiteral("trainer.problems"));
  m_problems->setAccessibleName(tr("要改的地方"));
  m_problems->setFixedHeight(3 * 48);
  about->body()->addWidget(m_title);
  about->body()->addWidget(m_background);
  about->body()->addWidget(m_check);
  about->body()->addWidget(m_problems);
  column->addWidget(about);

  auto* head = new QHBoxLayout;
  head->addWidget(natural(tr("指派给"), FontRole::Title15));
  auto* note = new Label(tr("空格勾选，Enter 指派"), FontRole::Small12, Token::Text2);
  head->addWidget(note, 1);
  m_due = new Segmented({tr("今天"), tr("3 天内"), tr("一周内"), tr("不限")});
  m_due->setObjectName(QStringLiteral("trainer.due"));
  m_due->setAccessibleName(tr("练完的日子"));
  m_due->setCurrent(2);
  head->addWidget(m_due);
  m_assign = new HintButton(tr("指派"), QStringLiteral("↵"));
  m_assign->setObjectName(QStringLiteral("trainer.assign"));
  m_assign->setLook(HintButton::Look::Filled);
  connect(m_assign, &HintButton::clicked, this, &TrainerPage::assign);
  head->addWidget(m_assign);
  m_people = new RowList;
  m_people->setObjectName(QStringLiteral("trainer.people"));
  m_people->setAccessibleName(tr("人员"));
  m_people->setCheckable(true);
  connect(m_people, &RowList::chosen, this, &TrainerPage::assign);
  connect(m_people, &RowList::currentKeyChanged, this, &TrainerPage::refreshPerson);
  column->addWidget(listCard(head, m_people), 1);
  m_told = new RichLabel(FontRole::Body13, Token::Text2);
  m_told->setObjectName(QStringLiteral("trainer.told"));
  m_told->hide();
  column->addWidget(m_told);
  return middle;
}

QWidget* TrainerPage::makeRight() {
  auto* right = new QWidget;
  right->setFixedWidth(rightWidth);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  auto* now = new QHBoxLayout;
  m_runningTitle = new Label({}, FontRole::Title15);
  now->addWidget(m_runningTitle, 1);
  auto* inner = new QWidget;
  auto* stack = new QVBoxLayout(inner);
  stack->setContentsMargins(0, 0, 0, 0);
  stack->setSpacing(0);
  m_running = new RowList;
  m_running->setObjectName(QStringLiteral("trainer.running"));
  m_running->setAccessibleName(tr("正在练习"));
  m_runningNote = new RichLabel(FontRole::Small12, Token::Text2);
  m_runningNote->setObjectName(QStringLiteral("trainer.runningNote"));
  auto* noteRow = new QVBoxLayout;
  noteRow->setContentsMargins(12, 6, 12, 8);
  noteRow->addWidget(m_runningNote);
  stack->addWidget(m_running, 1);
  stack->addLayout(noteRow);
  column->addWidget(listCard(now, inner), 3);

  auto* due = new QHBoxLayout;
  m_assignmentTitle = new Label({}, FontRole::Title15);
  due->addWidget(m_assignmentTitle, 1);
  due->addWidget(natural(tr("Del 收回"), FontRole::Small12, Token::Text2));
  m_assignmentList = new RowList;
  m_assignmentList->setObjectName(QStringLiteral("trainer.assignments"));
  m_assignmentList->setAccessibleName(tr("指派"));
  m_assignmentList->installEventFilter(this);
  column->addWidget(listCard(due, m_assignmentList), 4);

  auto* person = new QHBoxLayout;
  m_personTitle = new Label({}, FontRole::Title15);
  person->addWidget(m_personTitle, 1);
  person->addWidget(natural(tr("Enter 看复盘"), FontRole::Small12, Token::Text2));
  m_drillList = new RowList;
  m_drillList->setObjectName(QStringLiteral("trainer.drills"));
  m_drillList->setAccessibleName(tr("这个人的练习"));
  m_drillList->setLeadWidth(34);
  connect(m_drillList, &RowList::chosen, this, &TrainerPage::openDrill);
  column->addWidget(listCard(person, m_drillList), 4);
  return right;
}

void TrainerPage::refresh() {
  if (!mayTrain()) return;
  deliver(m_backend.scenarios(), this, [this](const std::vector<LibraryScenario>& library) {
    m_scenarios = library;
    refreshLibrary();
    refreshAssignments();
    refreshRunning();
  });
  deliver(m_backend.agents(), this, [this](const Result<std::vector<Agent>>& agents) {
    if (agents) m_agents = *agents;
    refreshPeople();
  });
  deliver(m_backend.drills(), this, [this](const Result<std::vector<DrillView>>& drills) {
    if (drills) m_drills = *drills;
    refreshLibrary();
    refreshPeople();
  });
  deliver(m_backend.assignments(), this, [this](const Result<std::vector<AssignmentView>>& rows) {
    if (rows) m_assignments = *rows;
    refreshAssignments();
  });
}

void TrainerPage::tick() {
  if (isVisible()) refreshRunning();
}

void TrainerPage::setPresence(const std::vector<PresenceView>& others) {
  m_others = others;
  noteStates();
  if (isVisible()) refreshRunning();
}

// Presence tells since when a ticket is open, not since when somebody is in this state.
void TrainerPage::noteStates() {
  const Instant now = m_backend.clock().now();
  QHash<AgentId, SeenState> seen;
  for (const PresenceView& one : m_others) {
    const auto before = m_seen.find(one.agent);
    const bool isSame = before != m_seen.end() && before->state == one.state;
    seen.insert(one.agent, isSame ? *before : SeenState{one.state, now});
  }
  m_seen = std::move(seen);
}

const LibraryScenario* TrainerPage::current() const {
  for (const LibraryScenario& one : m_scenarios) {
    if (one.id % u'\n' % one.file == m_library->currentKey()) return &one;
  }
  return nullptr;
}

QString TrainerPage::titleOf(const QString& scenario) const {
  for (const LibraryScenario& one : m_scenarios) {
    if (one.id == scenario && one.isPlayable()) return one.scenario.title;
  }
  return scenario;
}

QString TrainerPage::titleOf(int number) const {
  QString title;
  for (const LibraryScenario& one : m_scenarios) {
    if (!one.isPlayable() || scenarioNumber(one.id) != number) continue;
    if (!title.isEmpty()) return {};
    title = one.scenario.title;
  }
  return title;
}

void TrainerPage::refreshLibrary() {
  const Instant now = m_backend.clock().now();
  std::vector<ListRow> rows;
  int broken = 0;
  // What has to be mended stands first.
  for (const bool isWhole : {false, true}) {
    for (const LibraryScenario& one : m_scenarios) {
      if (one.isPlayable() != isWhole) continue;
      Tally lately;
      for (const DrillView& view : m_drills) {
        const bool isLately = now - view.drill.startedAt <= recently;
        if (isLately && view.drill.scenario == one.id) lately.add(view.drill);
      }
      ListRow row;
      row.key = one.id % u'\n' % one.file;
      row.level = one.scenario.level;
      row.title = one.scenario.title.isEmpty() ? one.id : one.scenario.title;
      QStringList detail{one.scenario.top, drillGradeText(one.scenario.grade),
                         one.file.isEmpty() ? tr("随程序") : one.file};
      detail.removeAll(QString());
      row.detail = detail.join(QStringLiteral(" · "));
      if (!isWhole) {
        ++broken;
        row.badge = tr("%1 处要改").arg(one.problems.size());
        row.tone = Tone::Red;
      } else if (lately.count > 0) {
        row.trailing = tr("平均 %1").arg(lately.mean());
        row.badge = tr("30 天 %1 次").arg(lately.count);
      }
      rows.push_back(row);
    }
  }
  m_libraryNote->setText(broken > 0 ? tr("%1 个，%2 个没过检查").arg(rows.size()).arg(broken)
                                    : tr("%1 个，都通过检查").arg(rows.size()));
  m_library->setRows(rows);
  refreshScenario();
}

void TrainerPage::refreshScenario() {
  const LibraryScenario* one = current();
  m_assign->setEnabled(one && one->isPlayable());
  m_problems->setVisible(one && !one->isPlayable());
  if (!one) {
    m_title->setText(tr("还没有场景"));
    m_background->setText({});
    m_check->setText({});
    return;
  }
  m_title->setText(one->scenario.title.isEmpty() ? one->id : one->scenario.title);
  m_background->setText(one->scenario.background);
  m_check->setText(one->isPlayable() ? tr("检查通过，可以指派")
                                     : tr("%1 处要改，改好前不能练").arg(one->problems.size()));
  m_check->setToken(one->isPlayable() ? Token::Green : Token::Red);
  std::vector<ListRow> rows;
  for (size_t i = 0; i < one->problems.size(); ++i) {
    ListRow row;
    row.key = QString::number(i);
    row.title = scenarioProblemText(one->problems[i]);
    row.detail = one->file;
    rows.push_back(row);
  }
  m_problems->setRows(rows);
}

void TrainerPage::refreshPeople() {
  std::vector<ListRow> rows;
  for (const Agent& agent : m_agents) {
    if (!agent.active || !mayDo(agent.role, Deed::Practise) || !agent.aliasOf.isNull()) continue;
    Tally all;
    for (const DrillView& view : m_drills) {
      if (view.drill.agent == agent.id) all.add(view.drill);
    }
    ListRow row;
    row.key = agent.id.text();
    row.title = agent.staffNumber % u' ' % (agent.name.isEmpty() ? agent.outsideName : agent.name);
    row.detail = all.count == 0 ? tr("%1 · 还没有练过").arg(roleText(agent.role))
                                : tr("%1 · 练了 %2 次，最好 %3，最近 %4")
                                      .arg(roleText(agent.role))
                                      .arg(all.count)
                                      .arg(all.best)
                                      .arg(drillDayText(all.last));
    if (all.count > 0) row.trailing = tr("平均 %1").arg(all.mean());
    rows.push_back(row);
  }
  m_people->setRows(rows);
  refreshPerson();
}

void TrainerPage::refreshPerson() {
  const QString who = m_people->currentKey();
  std::vector<ListRow> rows;
  for (const DrillView& view : m_drills) {
    if (view.drill.agent.text() != who) continue;
    const auto end = drillEndFromCode(view.drill.end);
    ListRow row;
    row.key = view.drill.id.text();
    row.lead = QString::number(view.drill.score);
    row.title = view.drill.title;
    row.detail =
        drillDayText(view.drill.startedAt) % QStringLiteral(" · ") %
        drillModeText(view.drill.isAssessment ? DrillMode::Assessment : DrillMode::Practice) %
        QStringLiteral(" · ") % (end ? drillEndText(*end) : QString());
    rows.push_back(row);
  }
  QString name;
  for (const Agent& agent : m_agents) {
    if (agent.id.text() == who) {
      name = agent.name.isEmpty() ? agent.outsideName : agent.name;
    }
  }
  m_personTitle->setText(rows.empty() ? tr("%1 还没有练过").arg(name)
                                      : tr("%1 的练习 %2 次").arg(name).arg(rows.size()));
  m_drillList->setRows(rows);
}

void TrainerPage::refreshAssignments() {
  const LocalDay today = localDayOf(m_backend.clock().now());
  std::vector<ListRow> rows;
  int done = 0;
  for (const bool isDone : {false, true}) {
    for (const AssignmentView& one : m_assignments) {
      if (one.isDone() != isDone) continue;
      done += isDone;
      const auto due = localDayFromIso(one.assignment.dueOn);
      ListRow row;
      row.key = one.assignment.id.text();
      row.title = titleOf(one.assignment.scenario);
      row.detail = one.name % QStringLiteral(" · ") % drillDayText(one.assignment.madeAt);
      row.isDim = isDone;
      row.badge = isDone          ? tr("练了 %1 分").arg(*one.best)
                  : !due          ? tr("不限日子")
                  : *due < today  ? tr("过期 %1").arg(one.assignment.dueOn.mid(5))
                  : *due == today ? tr("今天到期")
                                  : tr("%1 到期").arg(one.assignment.dueOn.mid(5));
      row.tone = isDone ? Tone::Green : due && *due <= today ? Tone::Orange : Tone::Neutral;
      rows.push_back(row);
    }
  }
  m_assignmentTitle->setText(rows.empty() ? tr("还没有指派")
                                          : tr("指派 %1 项，完成 %2").arg(rows.size()).arg(done));
  m_assignmentList->setRows(rows);
}

void TrainerPage::refreshRunning() {
  const Instant now = m_backend.clock().now();
  std::vector<ListRow> rows;
  for (const PresenceView& one : m_others) {
    const auto glance = drillGlance(one.state);
    if (!glance) continue;
    ListRow row;
    row.key = one.agent.text();
    row.title = one.staffNumber % u' ' % one.name;
    const QString title = titleOf(glance->scenario);
    if (!title.isEmpty()) row.title += QStringLiteral(" · ") % title;
    const Milliseconds here = std::max(Milliseconds{}, now - m_seen.value(one.agent).at);
    row.trailing = drillClockText(glance->sinceCall + here);
    row.detail = tr("第 %1 轮，这一轮已 %2").arg(glance->turn).arg(spentText(here.count() / 1000));
    row.badge = drillMoodText(Drill::moodOf(glance->anger)) % u' ' % QString::number(glance->anger);
    row.tone = glance->anger < 40   ? Tone::Green
               : glance->anger < 65 ? Tone::Yellow
               : glance->anger < 85 ? Tone::Orange
                                    : Tone::Red;
    rows.push_back(row);
  }
  m_runningTitle->setText(rows.empty() ? tr("现在没有人在练")
                                       : tr("正在练习 %1 人").arg(rows.size()));
  m_running->setRows(rows);
  m_runningNote->setText(rows.empty() && m_backend.sync().state == SyncView::State::Alone
                             ? tr("单机：别的席位在练什么，这里看不到。")
                             : tr("只看得到场景、用时、轮次和情绪，听不到说的话；练完才有复盘。"));
}

void TrainerPage::setDue(int choice) { m_due->setCurrent(choice); }

void TrainerPage::assign() {
  const LibraryScenario* one = current();
  const auto tell = [this](const QString& sentence) {
    m_told->setText(sentence);
    m_told->show();
  };
  if (!one || !one->isPlayable()) return tell(tr("没过检查的场景不能指派"));
  QList<AgentId> people;
  for (const QString& key : m_people->checkedKeys()) people << AgentId::fromText(key);
  if (people.isEmpty()) return tell(tr("先用空格勾选要练的人"));
  const int days = dueDays[std::clamp(m_due->current(), 0, 3)];
  const LocalDay today = localDayOf(m_backend.clock().now());
  const QString due = days < 0 ? QString() : toIso(today + std::chrono::days{days});
  const QString title = one->scenario.title;
  deliver(m_backend.assign(one->id, people, due), this,
          [tell, title, due, count = people.size()](const Result<void>& done) {
            if (!done) return tell(errorText(done.error()));
            tell(due.isEmpty()
                     ? tr("已把「%1」指派给 %2 人").arg(title).arg(count)
                     : tr("已把「%1」指派给 %2 人，%3 前练完").arg(title).arg(count).arg(due));
          });
}

void TrainerPage::withdraw() {
  const AssignmentId id = AssignmentId::fromText(m_assignmentList->currentKey());
  if (id.isNull()) return;
  deliver(m_backend.withdrawAssignment(id), this, [this](const Result<void>& done) {
    if (!done) Q_EMIT said(errorText(done.error()));
  });
}

void TrainerPage::openDrill(const QString& key) {
  deliver(m_backend.drill(DrillId::fromText(key)), this, [this](const Result<DrillView>& view) {
    if (!view) {
      Q_EMIT said(errorText(view.error()));
      return;
    }
    const LibraryScenario* scenario = nullptr;
    for (const LibraryScenario& one : m_scenarios) {
      if (one.id == view->drill.scenario && one.isPlayable()) scenario = &one;
    }
    m_debrief->show(replayedDebrief(*view, scenario, m_backend, m_drills));
    m_whole->setCurrentWidget(m_debrief);
    m_debrief->setFocus(Qt::OtherFocusReason);
  });
}

bool TrainerPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_assignmentList && event->type() == QEvent::KeyPress &&
      static_cast<const QKeyEvent&>(*event).key() == Qt::Key_Delete) {
    withdraw();
    return true;
  }
  return Page::eventFilter(watched, event);
}

void TrainerPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
    Q_EMIT leaveAsked();
  } else {
    Page::keyPressEvent(event);
  }
}

void TrainerPage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
}

void TrainerPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  m_right->setFixedWidth(width() < 1200 ? 300 : rightWidth);
  m_library->parentWidget()->setFixedWidth(width() < 1200 ? 300 : leftWidth);
}

void TrainerPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  refresh();
  refreshRunning();
  if (!showsDebrief()) m_library->setFocus(Qt::OtherFocusReason);
}

}  // namespace yingda::ui
