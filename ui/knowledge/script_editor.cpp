// SPDX-License-Identifier: GPL-3.0-or-later
// Edits one step at a time in a script that is kept whole, and looks at it after every key.
#include "ui/knowledge/script_editor.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/domain/script_condition.h"
#include "core/domain/starter_reader.h"
#include "core/domain/twee.h"
#include "ui/desk/knowledge_list.h"
#include "ui/desk/script_run.h"
#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/knowledge/answer_rows.h"
#include "ui/knowledge/diff_view.h"
#include "ui/knowledge/piece_bar.h"
#include "ui/knowledge/piece_editor.h"
#include "ui/knowledge/script_graph_view.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

constexpr int stepsWidth = 216;
constexpr int rightWidth = 264;
constexpr int graphHeight = 168;
const auto confirmedMark = QStringLiteral("confirmed");
const auto toldMark = QStringLiteral("told");

/// Others that stand there stay where they are: the check tells of them.
void takeMark(QStringList& marks, const QString& mark, bool isSet) {
  if (isSet == marks.contains(mark)) return;
  if (isSet) {
    marks << mark;
  } else {
    marks.removeAll(mark);
  }
}

LineBox* boxNamed(const char* name) {
  auto* box = new LineBox;
  box->setObjectName(QLatin1String(name));
  return box;
}

}  // namespace

ScriptEditor::ScriptEditor(const Starter& starter, const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_starter(starter) {
  setObjectName(QStringLiteral("knowledge.script"));
  m_bar = new PieceBar(keys);
  auto* middle = new QScrollArea;
  middle->setWidgetResizable(true);
  middle->setFrameShape(QFrame::NoFrame);
  middle->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  middle->setFocusPolicy(Qt::NoFocus);
  middle->setWidget(makeMiddle());
  middle->viewport()->setAutoFillBackground(false);
  middle->widget()->setAutoFillBackground(false);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(makeLeft(keys));
  row->addWidget(middle, 1);
  row->addWidget(makeRight(keys));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(10);
  column->addWidget(m_bar);
  column->addLayout(row, 1);
  const auto changed = [this] { takeStep(); };
  for (LineBox* box :
       {m_title, m_name, m_field, m_next, m_hint, m_when, m_categories, m_levels, m_kinds}) {
    connect(box, &LineBox::contentChanged, this, changed);
  }
  connect(m_say, &TextBox::contentChanged, this, changed);
  connect(m_sayVerified, &TextBox::contentChanged, this, changed);
  connect(m_confirms, &QCheckBox::toggled, this, changed);
  connect(m_tells, &QCheckBox::toggled, this, changed);
  connect(m_answers, &AnswerRows::edited, this, changed);
  connect(m_night, &QCheckBox::toggled, this, changed);
  connect(m_graph, &ScriptGraphView::chosen, this, &ScriptEditor::chooseStep);
  connect(m_steps->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            if (!m_isPutting && current.isValid() && current.row() != m_step) {
              chooseStep(current.row());
            }
          });
}

QWidget* ScriptEditor::makeLeft(const KeyTable& keys) {
  auto* card = new Card;
  card->setFixedWidth(stepsWidth);
  card->body()->setContentsMargins(1, 8, 1, 8);
  m_title = boxNamed("script.title");
  m_title->setAccessibleName(tr("话术的名字"));
  m_title->setLengthLimit(static_cast<int>(pieceTitleMax));
  m_count = new Label({}, FontRole::Small12, Token::Text2);
  m_count->setObjectName(QStringLiteral("script.count"));
  m_steps = new KnowledgeList(KnowledgeList::Extent::Scrolling);
  m_steps->setObjectName(QStringLiteral("script.steps"));
  m_steps->setAccessibleName(tr("步骤"));
  m_steps->installEventFilter(this);
  auto* add = new HintButton(tr("加一步"), keys.hintOf(QStringLiteral("page.new")));
  add->setObjectName(QStringLiteral("script.add"));
  auto* head = new QWidget;
  auto* headColumn = new QVBoxLayout(head);
  headColumn->setContentsMargins(10, 0, 10, 0);
  headColumn->addWidget(m_title);
  headColumn->addWidget(m_count);
  auto* foot = new QWidget;
  auto* footRow = new QHBoxLayout(foot);
  footRow->setContentsMargins(10, 0, 10, 0);
  footRow->addWidget(add, 1);
  auto* files = new QWidget;
  auto* filesRow = new QHBoxLayout(files);
  filesRow->setContentsMargins(10, 0, 10, 0);
  filesRow->setSpacing(6);
  const auto fileButton = [&](const QString& text, const char* verb, void (ScriptEditor::*act)()) {
    auto* button = new HintButton(text);
    button->setSize(HintButton::Size::Small);
    button->setObjectName(QLatin1String(verb));
    button->setToolTip(tr("%1，%2").arg(text, keys.hintOf(QLatin1String(verb))));
    filesRow->addWidget(button, 1);
    connect(button, &HintButton::clicked, this, act);
  };
  fileButton(tr("导入 Twee"), "script.import", &ScriptEditor::askImport);
  fileButton(tr("导出 Twee"), "script.export", &ScriptEditor::askExport);
  card->body()->addWidget(head);
  card->body()->addWidget(m_steps, 1);
  card->body()->addWidget(foot);
  card->body()->addWidget(files);
  connect(add, &HintButton::clicked, this, &ScriptEditor::addStep);
  return card;
}

QWidget* ScriptEditor::makeMiddle() {
  m_name = boxNamed("step.name");
  m_say = new TextBox;
  m_say->setObjectName(QStringLiteral("step.say"));
  m_say->setLineRange(2, 5);
  m_sayVerified = new TextBox;
  m_sayVerified->setObjectName(QStringLiteral("step.sayVerified"));
  m_sayVerified->setLineRange(1, 3);
  m_confirms = new QCheckBox(tr("说了就算确认"));
  m_confirms->setObjectName(QStringLiteral("step.confirmed"));
  m_tells = new QCheckBox(tr("说了就算告知"));
  m_tells->setObjectName(QStringLiteral("step.told"));
  m_field = boxNamed("step.field");
  m_next = boxNamed("step.next");
  m_hint = boxNamed("step.hint");
  m_when = boxNamed("step.when");
  m_answers = new AnswerRows;
  m_categories = boxNamed("script.categories");
  m_levels = boxNamed("script.levels");
  m_kinds = boxNamed("script.kinds");
  m_night = new QCheckBox(tr("只在夜里"));
  m_night->setObjectName(QStringLiteral("script.night"));
  m_graph = new ScriptGraphView;
  m_paths = new Label({}, FontRole::Small12, Token::Text2);
  m_paths->setObjectName(QStringLiteral("script.paths"));
  auto* step = new Card;
  auto* say = new FormField(tr("坐席念的话"), m_say);
  say->setSuffix(tr("{owner} 称呼，{place} 地点，{arrive_by} 几点到"));
  step->body()->addWidget(say);
  auto* verified = new FormField(tr("核对过身份以后念"), m_sayVerified);
  verified->setSuffix(tr("空着就念上面的；只有这里能带称呼和房号"));
  step->body()->addWidget(verified);
  auto* ticks = new QHBoxLayout;
  ticks->setSpacing(16);
  ticks->addWidget(m_confirms);
  ticks->addWidget(m_tells);
  ticks->addStretch(1);
  step->body()->addLayout(ticks);
  auto* fields = new QHBoxLayout;
  fields->setSpacing(8);
  fields->addWidget(new FormField(tr("这一步的名字"), m_name), 1);
  fields->addWidget(new FormField(tr("填到字段"), m_field), 1);
  fields->addWidget(new FormField(tr("没有回答时的下一步"), m_next), 1);
  step->body()->addLayout(fields);
  auto* only = new FormField(tr("只在这时候念"), m_when);
  only->setSuffix(tr("night=true; level=红|橙; has=place；不成立就念下一步"));
  step->body()->addWidget(only);
  step->body()->addWidget(new FormField(tr("给坐席的提示"), m_hint));
  auto* answers = new Card;
  auto* head = new QHBoxLayout;
  auto* add = new HintButton(tr("加一个回答"));
  add->setSize(HintButton::Size::Small);
  add->setObjectName(QStringLiteral("script.addAnswer"));
  head->addWidget(new Label(tr("回答和去向"), FontRole::Strong13), 1);
  head->addWidget(add);
  answers->body()->addLayout(head);
  answers->body()->addWidget(m_answers);
  connect(add, &HintButton::clicked, this, [this] { m_answers->addRow(); });
  auto* when = new Card;
  when->body()->addWidget(new Label(tr("什么时候出现"), FontRole::Strong13));
  auto* conditions = new QHBoxLayout;
  conditions->setSpacing(8);
  conditions->addWidget(new FormField(tr("类别"), m_categories), 2);
  conditions->addWidget(new FormField(tr("级别"), m_levels), 1);
  conditions->addWidget(new FormField(tr("类型"), m_kinds), 1);
  conditions->addWidget(m_night);
  when->body()->addLayout(conditions);
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(step);
  column->addWidget(answers);
  column->addWidget(when);
  column->addWidget(makeWays(), 1);
  return part;
}

QWidget* ScriptEditor::makeWays() {
  auto* graph = new Card;
  auto* graphHead = new QHBoxLayout;
  graphHead->addWidget(new Label(tr("路径图"), FontRole::Strong13), 1);
  graphHead->addWidget(m_paths);
  m_compare = new HintButton(tr("和现行版对比"));
  m_compare->setSize(HintButton::Size::Small);
  m_compare->setCheckable(true);
  m_compare->setObjectName(QStringLiteral("script.compare"));
  graphHead->addWidget(m_compare);
  graph->body()->addLayout(graphHead);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(m_graph);
  m_graph->setAutoFillBackground(false);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setMinimumHeight(graphHeight);
  scroll->viewport()->setAutoFillBackground(false);
  m_diff = new DiffView;
  m_ways = new QStackedWidget;
  m_ways->addWidget(scroll);
  m_ways->addWidget(m_diff);
  graph->body()->addWidget(m_ways, 1);
  connect(m_compare, &HintButton::toggled, this, [this](bool isCompared) {
    m_ways->setCurrentIndex(isCompared ? 1 : 0);
    showChanges();
  });
  return graph;
}

void ScriptEditor::showChanges() {
  const ArticleVersion* standing = m_view.history.inEffect(m_view.today);
  m_compare->setVisible(standing != nullptr);
  if (!standing || m_ways->currentIndex() == 0) return;
  m_diff->set(standing->text.body, toTwee(m_script));
}

QWidget* ScriptEditor::makeRight(const KeyTable& keys) {
  auto* part = new QWidget;
  part->setFixedWidth(rightWidth);
  auto* checks = new Card;
  checks->body()->setContentsMargins(1, 10, 1, 6);
  m_problemTitle = new Label({}, FontRole::Strong13);
  m_problemTitle->setObjectName(QStringLiteral("script.problemTitle"));
  m_problemList = new KnowledgeList(KnowledgeList::Extent::Scrolling);
  m_problemList->setObjectName(QStringLiteral("script.problems"));
  m_problemList->setAccessibleName(tr("要改的地方"));
  auto* head = new QWidget;
  auto* headRow = new QHBoxLayout(head);
  headRow->setContentsMargins(12, 0, 12, 0);
  headRow->addWidget(m_problemTitle, 1);
  headRow->addWidget(new KeyHint(keys.hintOf(QStringLiteral("next.thing"))));
  checks->body()->addWidget(head);
  checks->body()->addWidget(m_problemList, 1);
  auto* preview = new Card;
  preview->body()->addWidget(new Label(tr("坐席看到的样子"), FontRole::Strong13));
  m_preview = new RichLabel(FontRole::Title15);
  m_preview->setObjectName(QStringLiteral("script.preview"));
  m_preview->setLineSpacing(1.6);
  auto* box = new Card;
  box->setColors(Token::AccentWeak, Token::AccentWeak);
  box->body()->addWidget(m_preview);
  preview->body()->addWidget(box);
  m_previewAnswers = new RichLabel(FontRole::Body13, Token::Text2);
  preview->body()->addWidget(m_previewAnswers);
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(checks, 1);
  column->addWidget(preview);
  connect(m_problemList, &KnowledgeList::openAsked, this, [this](const QString& id) {
    const auto index = static_cast<size_t>(id.toInt());
    if (index < m_problems.size()) jump(m_problems[index]);
  });
  return part;
}

void ScriptEditor::begin(LocalDay today) {
  m_view = {};
  m_bar->setNew(PieceForm::Script, today);
  Script script;
  script.title = tr("新话术");
  script.start = tr("开场");
  ScriptStep first;
  first.id = script.start;
  script.steps.push_back(first);
  take(script);
  m_say->setFocus(Qt::OtherFocusReason);
}

void ScriptEditor::set(const PieceView& view) {
  const bool keepsTyped = view.id == m_view.id && isDirty();
  const bool isSame = view.id == m_view.id;
  m_view = view;
  m_bar->set(view);
  if (keepsTyped) return;
  const ArticleVersion* open = view.history.inWork();
  const ArticleVersion* source = open ? open : view.history.inEffect(view.today);
  if (!source && !view.history.versions.empty()) source = &view.history.versions.back();
  if (!source) return;
  auto script = fromTwee(source->text.body);
  if (!script) {
    m_bar->setTrouble(tr("这份话术读不出来：%1").arg(script.error().detail));
    return;
  }
  script->title = source->text.title;
  const int before = m_step;
  take(*script);
  if (isSame && before >= 0) chooseStep(before);
}

void ScriptEditor::noteSaved(const PieceView& view) {
  m_view = view;
  m_saved = toTwee(m_script);
  m_bar->setDirty(false);
  m_bar->set(view);
}

void ScriptEditor::take(const Script& script) {
  m_beforeImport.reset();
  m_saved = toTwee(script);
  put(script);
}

void ScriptEditor::put(const Script& script) {
  m_script = script;
  m_problem = -1;
  m_isPutting = true;
  m_title->setText(script.title);
  m_categories->setText(categoryNames(m_starter, script.categories));
  m_levels->setText(script.levels.join(u' '));
  m_kinds->setText(script.kinds.join(u' '));
  m_night->setChecked(script.night);
  m_isPutting = false;
  m_step = -1;
  m_bar->setDirty(isDirty());
  showAll();
  if (!script.steps.empty()) chooseStep(0);
}

ArticleText ScriptEditor::text() const {
  return {m_script.title, toTwee(m_script), m_script.categories, {}, true};
}

bool ScriptEditor::isDirty() const { return toTwee(m_script) != m_saved; }

QStringList ScriptEditor::stepNames() const {
  QStringList names;
  for (const ScriptStep& step : m_script.steps) names << step.id;
  return names;
}

void ScriptEditor::chooseStep(int index) {
  if (index < 0 || index >= static_cast<int>(m_script.steps.size())) return;
  m_step = index;
  showStep();
  showAll();
}

void ScriptEditor::showStep() {
  const ScriptStep& step = m_script.steps[static_cast<size_t>(m_step)];
  m_isPutting = true;
  m_name->setText(step.id);
  if (m_say->text() != step.say) m_say->setText(step.say);
  if (m_sayVerified->text() != step.sayVerified) m_sayVerified->setText(step.sayVerified);
  m_confirms->setChecked(step.marks.contains(confirmedMark));
  m_tells->setChecked(step.marks.contains(toldMark));
  m_field->setText(step.field);
  m_next->setText(step.next);
  m_hint->setText(step.hint);
  m_when->setText(conditionText(step.when));
  m_answers->set(step.answers, stepNames());
  m_isPutting = false;
}

void ScriptEditor::takeStep() {
  if (m_isPutting) return;
  m_script.title = m_title->text().simplified();
  m_script.categories = categoryIds(m_starter, m_categories->text()).value_or(m_script.categories);
  m_script.levels = listOfWords(m_levels->text());
  m_script.kinds = listOfWords(m_kinds->text());
  m_script.night = m_night->isChecked();
  if (m_step >= 0) {
    ScriptStep& step = m_script.steps[static_cast<size_t>(m_step)];
    const QString before = step.id;
    step.id = m_name->text().trimmed();
    step.say = m_say->text();
    step.sayVerified = m_sayVerified->text();
    takeMark(step.marks, confirmedMark, m_confirms->isChecked());
    takeMark(step.marks, toldMark, m_tells->isChecked());
    step.field = m_field->text().trimmed();
    step.next = m_next->text().trimmed();
    step.hint = m_hint->text();
    step.when = conditionFromText(m_when->text());
    step.answers = m_answers->answers();
    // Whoever led to it leads to it by its new name; a name that two have is left alone.
    const bool isMoved = before != step.id && !before.isEmpty() && !stepNames().contains(before);
    if (isMoved) {
      for (ScriptStep& other : m_script.steps) {
        if (other.next == before) other.next = step.id;
        for (ScriptAnswer& answer : other.answers) {
          if (answer.next == before) answer.next = step.id;
        }
      }
      if (m_script.start == before) m_script.start = step.id;
    }
  }
  m_bar->setDirty(isDirty());
  showAll();
}

void ScriptEditor::showAll() {
  m_problems = checkScript(m_script);
  std::vector<KnowledgeRow> rows;
  int number = 0;
  for (const ScriptStep& step : m_script.steps) {
    ++number;
    const auto wrong = std::count_if(m_problems.begin(), m_problems.end(),
                                     [&](const auto& one) { return one.step == step.id; });
    KnowledgeRow row{QString::number(number),
                     QString::number(number) % u' ' % step.id,
                     step.say,
                     wrong > 0 ? tr("%1 处").arg(wrong) : QString(),
                     {},
                     {}};
    if (!step.answers.empty() && wrong == 0) row.badge = tr("问");
    if (!step.when.isEmpty() && wrong == 0) row.badge = tr("有条件");
    rows.push_back(row);
  }
  m_isPutting = true;
  m_steps->setRows(rows);
  if (m_step >= 0) m_steps->setCurrentIndex(m_steps->model()->index(m_step, 0));
  m_isPutting = false;
  m_count->setText(tr("%1 步").arg(m_script.steps.size()));
  const int paths = scriptPaths(m_script);
  m_paths->setText(tr("%1 条路走得完").arg(paths));
  m_graph->set(m_script, m_step >= 0 ? m_script.steps[static_cast<size_t>(m_step)].id : QString());
  showProblems();
  showPreview();
  showChanges();
}

void ScriptEditor::showProblems() {
  std::vector<KnowledgeRow> rows;
  for (size_t i = 0; i < m_problems.size(); ++i) {
    rows.push_back({QString::number(i), problemText(m_problems[i]), {}, {}, {}, {}});
  }
  const size_t structural = rows.size();
  for (const FactRemark& remark : m_view.remarks) {
    rows.push_back({QStringLiteral("-1"),
                    tr("口径：写的是“%1”，卡上是“%2”").arg(remark.said, remark.cardSays),
                    remark.sentence,
                    {},
                    {},
                    {}});
  }
  m_problemList->setRows(rows);
  m_problemTitle->setText(rows.empty() ? tr("检查：每步走得到，每条路走得完")
                                       : tr("要改 %1 处").arg(rows.size()));
  m_bar->setHindrance(structural == 0 ? QString() : tr("改好 %1 处才能发布").arg(structural));
}

void ScriptEditor::showPreview() {
  if (m_step < 0) return;
  const ScriptStep& step = m_script.steps[static_cast<size_t>(m_step)];
  const QHash<QString, QString> sample{{QStringLiteral("owner"), tr("王女士")},
                                       {QStringLiteral("place"), tr("3 栋 2 单元 1502")},
                                       {QStringLiteral("staff"), QStringLiteral("8021")},
                                       {QStringLiteral("arrive_by"), QStringLiteral("00:10")}};
  Script filled = m_script;
  fillScript(filled, m_starter.factCards);
  const ScriptSentence said = filledSentence(filled.steps[static_cast<size_t>(m_step)].say, sample);
  m_preview->setText(said.text, marksOf(said.values, MarkKind::Strong));
  QStringList answers;
  if (!step.when.isEmpty()) answers << tr("只在：%1").arg(conditionText(step.when));
  for (size_t i = 0; i < step.answers.size() && i < scriptAnswersMax; ++i) {
    answers << QStringLiteral("Ctrl %1  %2").arg(QString::number(i + 1), step.answers[i].label);
  }
  m_previewAnswers->setText(answers.join(u'\n'));
}

void ScriptEditor::askImport() {
  auto* dialog = new QFileDialog(this, tr("选择一份 Twee 话术"));
  dialog->setObjectName(QStringLiteral("script.dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Twee (*.twee *.tw *.txt)"), tr("全部文件 (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, &ScriptEditor::importFrom);
  dialog->open();
}

void ScriptEditor::askExport() {
  auto* dialog = new QFileDialog(this, tr("话术存成 Twee"));
  dialog->setObjectName(QStringLiteral("script.dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("twee"));
  const QString name = m_script.id.isEmpty() ? QStringLiteral("script") : m_script.id;
  dialog->selectFile(name % QStringLiteral(".twee"));
  connect(dialog, &QFileDialog::fileSelected, this, &ScriptEditor::exportTo);
  dialog->open();
}

bool ScriptEditor::importFrom(const QString& path) {
  QFile file(path);
  // A character of ours takes four bytes at most.
  if (!file.open(QIODevice::ReadOnly) || file.size() > 4 * tweeTextMax) {
    m_bar->setTrouble(tr("读不到这个文件，草稿没有动：%1").arg(path));
    return false;
  }
  auto read = fromTwee(QString::fromUtf8(file.readAll()));
  if (!read) {
    m_bar->setTrouble(
        tr("这份 Twee 读不出来，草稿没有动：%1").arg(tweeTrouble(read.error().detail)));
    return false;
  }
  const Script before = m_script;
  Script script = std::move(*read);
  // It is a new text of this script: whose it is and when it is offered stay as they were where the
  // file says nothing of it.
  script.id = before.id;
  if (script.title.isEmpty()) script.title = before.title;
  if (script.kind.isEmpty()) script.kind = before.kind;
  const bool isAnyCall = script.categories.isEmpty() && script.levels.isEmpty() &&
                         script.kinds.isEmpty() && !script.night;
  if (isAnyCall) {
    script.categories = before.categories;
    script.levels = before.levels;
    script.kinds = before.kinds;
    script.night = before.night;
  }
  put(script);
  m_beforeImport = before;
  const QString found =
      m_problems.empty() ? tr("检查没有问题") : tr("要改 %1 处").arg(m_problems.size());
  m_bar->setTrouble(
      tr("已导入 %1 步，%2；原来的还在，按 Alt+Z 还原").arg(script.steps.size()).arg(found));
  return true;
}

bool ScriptEditor::undoImport() {
  if (!m_beforeImport) return false;
  put(*std::exchange(m_beforeImport, std::nullopt));
  m_bar->setTrouble(tr("已还原到导入以前"));
  return true;
}

bool ScriptEditor::exportTo(const QString& path) {
  QFile file(path);
  const QByteArray bytes = toTwee(m_script).toUtf8();
  const bool isOut = file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                     file.write(bytes) == bytes.size() && file.flush();
  if (isOut) {
    Q_EMIT said(tr("话术已导出：%1").arg(path));
  } else {
    m_bar->setTrouble(tr("写不了这个文件：%1").arg(path));
  }
  return isOut;
}

void ScriptEditor::addStep() {
  ScriptStep step;
  const QStringList names = stepNames();
  for (int i = static_cast<int>(names.size()) + 1; step.id.isEmpty(); ++i) {
    const QString name = tr("第%1步").arg(i);
    if (!names.contains(name)) step.id = name;
  }
  const auto at = m_script.steps.begin() + (m_step + 1);
  m_script.steps.insert(at, step);
  if (m_script.start.isEmpty()) m_script.start = step.id;
  m_bar->setDirty(isDirty());
  chooseStep(m_step + 1);
  m_say->setFocus(Qt::OtherFocusReason);
}

void ScriptEditor::moveStep(int by) {
  const int to = m_step + by;
  if (m_step < 0 || to < 0 || to >= static_cast<int>(m_script.steps.size())) return;
  std::swap(m_script.steps[static_cast<size_t>(m_step)], m_script.steps[static_cast<size_t>(to)]);
  m_bar->setDirty(isDirty());
  chooseStep(to);
}

void ScriptEditor::removeStep() {
  if (m_step < 0 || m_script.steps.size() < 2) return;
  m_script.steps.erase(m_script.steps.begin() + m_step);
  m_bar->setDirty(isDirty());
  chooseStep(std::min(m_step, static_cast<int>(m_script.steps.size()) - 1));
}

void ScriptEditor::focusSteps() { m_steps->setFocus(Qt::OtherFocusReason); }

void ScriptEditor::jump(ScriptProblem problem) {
  const auto found = std::find_if(m_script.steps.begin(), m_script.steps.end(),
                                  [&](const ScriptStep& one) { return one.id == problem.step; });
  if (found == m_script.steps.end()) return;
  chooseStep(static_cast<int>(found - m_script.steps.begin()));
  if (problem.answer >= 0) {
    m_answers->focusTarget(problem.answer);
  } else if (problem.kind == ScriptProblem::Kind::UnknownCondition ||
             problem.kind == ScriptProblem::Kind::NeverHolds) {
    m_when->setFocus(Qt::OtherFocusReason);
  } else if (problem.kind == ScriptProblem::Kind::DeadEnd) {
    m_next->setFocus(Qt::OtherFocusReason);
  } else {
    m_say->setFocus(Qt::OtherFocusReason);
  }
}

bool ScriptEditor::goToProblem() {
  if (m_problems.empty()) return false;
  m_problem = (m_problem + 1) % static_cast<int>(m_problems.size());
  jump(m_problems[static_cast<size_t>(m_problem)]);
  return true;
}

bool ScriptEditor::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_steps && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isAlt = key->modifiers() == Qt::AltModifier;
    const bool isPlain = key->modifiers() == Qt::NoModifier;
    if (isAlt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
      moveStep(key->key() == Qt::Key_Up ? -1 : 1);
      return true;
    }
    if (isPlain && key->key() == Qt::Key_Delete) {
      removeStep();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void ScriptEditor::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
}

}  // namespace yingda::ui
