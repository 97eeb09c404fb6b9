// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the parts side by side, asks the backend, and keeps the way back.
#include "ui/knowledge/knowledge_page.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "ui/desk/knowledge_list.h"
#include "ui/desk/side_query.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/knowledge/fact_editor.h"
#include "ui/knowledge/knowledge_rows.h"
#include "ui/knowledge/piece_bar.h"
#include "ui/knowledge/piece_editor.h"
#include "ui/knowledge/piece_groups.h"
#include "ui/knowledge/piece_reader.h"
#include "ui/knowledge/piece_side.h"
#include "ui/knowledge/script_editor.h"
#include "ui/parts/error_text.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

constexpr int leftWidth = 192;
constexpr int listWidth = 336;
constexpr int sideWidth = 264;
constexpr int narrow = 1200;
constexpr int hitsMost = 50;
/// Whoever is still typing has not searched in vain yet.
constexpr std::chrono::milliseconds missPause{1500};

QString troubleOf(const Error& error) {
  const QString own = knowledgeTrouble(error);
  return own.isEmpty() ? errorText(error) : own;
}

}  // namespace

KnowledgePage::KnowledgePage(Backend& backend, const KeyTable& keys, QWidget* parent)
    : Page(parent), m_backend(backend) {
  setObjectName(QStringLiteral("knowledgePage"));
  m_reader = new PieceReader(backend.starter(), keys);
  m_editor = new PieceEditor(backend.starter(), keys);
  m_script = new ScriptEditor(backend.starter(), keys);
  connect(m_script, &ScriptEditor::said, this, &KnowledgePage::said);
  m_fact = new FactEditor(keys);
  m_side = new PieceSide;
  auto* side = new Pane(Token::Surface);
  side->setLines(Qt::LeftEdge);
  side->setFixedWidth(sideWidth);
  auto* sideColumn = new QVBoxLayout(side);
  sideColumn->setContentsMargins(1, 0, 0, 0);
  sideColumn->addWidget(m_side);
  m_sidePart = side;
  m_empty = new RichLabel(FontRole::Body13, Token::Text2);
  auto* empty = new QWidget;
  auto* emptyColumn = new QVBoxLayout(empty);
  emptyColumn->setContentsMargins(48, 96, 48, 0);
  emptyColumn->addWidget(m_empty);
  emptyColumn->addStretch(1);
  m_empty->setText(tr("左边选一篇，或按 F4 搜。"));
  m_centre = new QStackedWidget;
  m_centre->addWidget(empty);
  m_centre->addWidget(m_reader);
  m_centre->addWidget(m_editor);
  m_centre->addWidget(m_script);
  m_centre->addWidget(m_fact);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  m_left = makeLeft(keys);
  row->addWidget(m_left);
  row->addWidget(makeMiddle(keys));
  row->addWidget(m_centre, 1);
  row->addWidget(m_sidePart);
  m_missPause.setSingleShot(true);
  m_missPause.setInterval(missPause);
  connectParts();
  connectBars();
  setFocusProxy(m_search);
  show(empty);
}

QString KnowledgePage::id() const { return QStringLiteral("knowledge"); }

QString KnowledgePage::title() const { return tr("知识库"); }

QString KnowledgePage::keyId() const { return QStringLiteral("library.open"); }

QWidget* KnowledgePage::makeLeft(const KeyTable& keys) {
  auto* left = new Pane(Token::Surface);
  left->setLines(Qt::RightEdge);
  left->setFixedWidth(leftWidth);
  m_groups = new PieceGroups;
  auto* add = new HintButton(tr("新建"), keys.hintOf(QStringLiteral("page.new")));
  add->setObjectName(QStringLiteral("knowledge.new"));
  auto* foot = new QWidget;
  auto* footRow = new QHBoxLayout(foot);
  footRow->setContentsMargins(12, 8, 12, 8);
  footRow->addWidget(add, 1);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 1, 0);
  column->setSpacing(0);
  column->addWidget(m_groups, 1);
  column->addWidget(new Separator);
  column->addWidget(foot);
  connect(add, &HintButton::clicked, this, [this] { startNew(); });
  return left;
}

QWidget* KnowledgePage::makeMiddle(const KeyTable& keys) {
  auto* middle = new Pane(Token::Surface);
  middle->setLines(Qt::RightEdge);
  middle->setFixedWidth(listWidth);
  m_search = new LineBox;
  m_search->setObjectName(QStringLiteral("knowledge.find"));
  m_search->setAccessibleName(tr("搜知识"));
  m_search->setPlaceholderText(
      tr("搜知识，汉字、拼音、首字母都行 (%1)").arg(keys.hintOf(QStringLiteral("knowledge.open"))));
  m_found = new Label({}, FontRole::Small12, Token::Text2);
  m_found->setObjectName(QStringLiteral("knowledge.found"));
  m_sideToggle = new HintButton(tr("版本和引用"));
  m_sideToggle->setLook(HintButton::Look::Link);
  m_sideToggle->setSize(HintButton::Size::Small);
  m_sideToggle->setObjectName(QStringLiteral("knowledge.sideToggle"));
  m_list = new KnowledgeList(KnowledgeList::Extent::Scrolling);
  m_list->setObjectName(QStringLiteral("knowledge.list"));
  m_nothing = new RichLabel(FontRole::Body13, Token::Text2);
  m_nothing->setObjectName(QStringLiteral("knowledge.nothing"));
  auto* head = new QWidget;
  auto* headColumn = new QVBoxLayout(head);
  headColumn->setContentsMargins(12, 10, 12, 6);
  headColumn->setSpacing(6);
  headColumn->addWidget(m_search);
  auto* words = new QHBoxLayout;
  words->addWidget(m_found, 1);
  words->addWidget(m_sideToggle);
  headColumn->addLayout(words);
  auto* nothing = new QWidget;
  auto* nothingColumn = new QVBoxLayout(nothing);
  nothingColumn->setContentsMargins(12, 12, 12, 12);
  nothingColumn->addWidget(m_nothing);
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 1, 0);
  column->setSpacing(0);
  column->addWidget(head);
  column->addWidget(new Separator);
  column->addWidget(nothing);
  column->addWidget(m_list, 1);
  m_search->installEventFilter(this);
  m_list->installEventFilter(this);
  return middle;
}

void KnowledgePage::connectParts() {
  connect(&m_backend, &Backend::knowledgeChanged, this, [this] {
    if (isVisible()) reload();
  });
  connect(m_search, &LineBox::contentChanged, this, &KnowledgePage::noteQuery);
  connect(m_search, &LineBox::composingChanged, this, &KnowledgePage::noteQuery);
  connect(m_groups, &PieceGroups::chosen, this, [this] {
    // Chosen by a person, and not because the list has come: what she types meanwhile stays.
    if (m_groups->hasFocus() && !m_search->text().isEmpty()) m_search->clear();
    showRows();
  });
  connect(m_list, &KnowledgeList::openAsked, this, [this](const QString& id) {
    if (id.startsWith(u"miss:")) {
      startNew(id.mid(5));
      return;
    }
    openPiece(id);
    m_isEntering = true;
  });
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            const QString id = current.data(Qt::UserRole).toString();
            if (m_list->hasFocus() && isReadable(id)) openPiece(id);
          });
  connect(m_reader, &PieceReader::editAsked, this, &KnowledgePage::edit);
  connect(m_reader, &PieceReader::insertAsked, this, &KnowledgePage::insertReply);
  connect(m_reader, &PieceReader::usefulAsked, this, [this] { judge(std::nullopt); });
  connect(m_reader, &PieceReader::notUsefulAsked, this,
          [this](NotUsefulReason reason) { judge(reason); });
  connect(m_reader, &PieceReader::readAsked, this, [this] {
    deliver(m_backend.readBulletin(m_piece.id), this, [this](const Result<void>& done) {
      if (!done) Q_EMIT said(troubleOf(done.error()));
    });
  });
  connect(m_side, &PieceSide::ticketAsked, this, &KnowledgePage::ticketAsked);
  connect(m_side, &PieceSide::versionAsked, m_reader, [this](int number) {
    if (m_piece.form == PieceForm::Script || m_piece.form == PieceForm::Fact) return;
    show(m_reader);
    m_reader->showVersion(number);
  });
  connect(m_sideToggle, &HintButton::clicked, this, [this] {
    m_isSideShown = !m_isSideShown;
    placePanes();
  });
  connect(&m_missPause, &QTimer::timeout, this, [this] {
    const bool isInVain = m_answer.query == m_query && m_answer.hits.empty();
    if (!isInVain || m_query.isEmpty() || m_search->composing()) return;
    deliver(m_backend.noteMiss(m_query), this, [](const Result<void>&) {});
  });
}

void KnowledgePage::connectBars() {
  for (PieceBar* bar : {m_editor->bar(), m_script->bar(), m_fact->bar()}) {
    connect(bar, &PieceBar::saveAsked, this, &KnowledgePage::save);
    connect(bar, &PieceBar::stepAsked, this, &KnowledgePage::step);
    connect(bar, &PieceBar::leaveAsked, this, [this] { leaveEditor(); });
  }
  connect(m_editor, &PieceEditor::wordsChanged, this, [this] {
    deliver(m_backend.checkWords(m_editor->form(), m_editor->text()), this,
            [this](const Result<std::vector<FactRemark>>& remarks) {
              if (remarks) m_editor->setRemarks(*remarks);
            });
  });
}

void KnowledgePage::addVerbs(Actions& actions) {
  const auto add = [&](const char* verb, auto act) { actions.add(QLatin1String(verb), this, act); };
  add("knowledge.open", [this] { focusSearch(); });
  add("article.edit", [this] { edit(); });
  add("article.useful", [this] {
    if (centre() == u"reader") judge(std::nullopt);
  });
  add("article.unhelpful", [this] {
    if (centre() == u"reader") m_reader->askReason();
  });
  add("page.new", [this] { centre() == u"script" ? m_script->addStep() : startNew(); });
  add("script.import", [this] {
    if (centre() == u"script") m_script->askImport();
  });
  add("script.export", [this] {
    if (centre() == u"script") m_script->askExport();
  });
  add("value.restore", [this] {
    if (centre() == u"script") m_script->undoImport();
  });
  add("ticket.save", [this] { save(); });
  add("approve", [this] {
    if (PieceBar* bar = barOrNull()) bar->doNext();
  });
  add("sentence.insert.1", [this] { insertReply(); });
  add("next.thing", [this] {
    const bool isScript = centre() == u"script";
    if (!isScript || !m_script->goToProblem()) {
      Q_EMIT deskVerbAsked(QStringLiteral("next.thing"));
    }
  });
}

QString KnowledgePage::centre() const {
  if (m_centre->currentWidget() == m_reader) return QStringLiteral("reader");
  if (m_centre->currentWidget() == m_editor) return QStringLiteral("editor");
  if (m_centre->currentWidget() == m_fact) return QStringLiteral("fact");
  return m_centre->currentWidget() == m_script ? QStringLiteral("script") : QStringLiteral("empty");
}

PieceBar* KnowledgePage::barOrNull() const {
  if (m_centre->currentWidget() == m_editor) return m_editor->bar();
  if (m_centre->currentWidget() == m_fact) return m_fact->bar();
  return m_centre->currentWidget() == m_script ? m_script->bar() : nullptr;
}

void KnowledgePage::show(QWidget* part) {
  m_centre->setCurrentWidget(part);
  placePanes();
}

void KnowledgePage::placePanes() {
  const bool isReading = m_centre->currentWidget() == m_reader;
  const bool isNarrow = width() < narrow;
  m_sideToggle->setVisible(isNarrow && isReading);
  m_sidePart->setVisible(isReading && (!isNarrow || m_isSideShown));
  m_left->setVisible(isReading || m_centre->currentIndex() == 0
                         ? !isNarrow || !m_isSideShown || !isReading
                         : !isNarrow);
  // Whoever writes needs the room; the list is a step back.
  m_search->parentWidget()->parentWidget()->setVisible(isReading || m_centre->currentIndex() == 0 ||
                                                       width() >= 1600);
}

void KnowledgePage::load() {
  deliver(m_backend.knowledge(), this, [this](const Result<KnowledgeView>& view) {
    if (view) {
      take(*view);
    } else {
      m_empty->setText(troubleOf(view.error()));
    }
  });
}

void KnowledgePage::reload() {
  load();
  if (!m_query.isEmpty()) ask();
  const QString open = m_piece.id;
  if (open.isEmpty()) return;
  deliver(m_backend.piece(open), this, [this, open](const Result<PieceView>& view) {
    if (view && m_piece.id == open) takePiece(*view);
  });
}

void KnowledgePage::take(const KnowledgeView& view) {
  m_view = view;
  const auto me = m_backend.session();
  m_groups->setRows(groupRows(view, m_backend.starter(), me ? me->id : AgentId()));
  if (m_groups->current().isEmpty()) m_groups->choose(QStringLiteral("all"));
  showRows();
}

void KnowledgePage::showRows() {
  std::vector<KnowledgeRow> rows;
  const auto me = m_backend.session();
  if (m_query.isEmpty()) {
    rows = rowsOfGroup(m_view, m_groups->current(), me ? me->id : AgentId());
    m_found->setText(tr("%1 篇").arg(rows.size()));
  } else {
    rows = knowledgeRows(m_answer, hitsMost);
    m_found->setText(
        tr("%1 条 · %2 毫秒").arg(rows.size()).arg(std::max(1, qRound(m_answer.milliseconds))));
  }
  const bool isInVain = rows.empty();
  m_nothing->parentWidget()->setVisible(isInVain);
  if (isInVain) {
    m_nothing->setText(
        m_query.isEmpty()
            ? tr("这一组现在没有。")
            : tr("没有找到“%1”。换个说法再搜；同事也搜不到的，会列给编辑去写。").arg(m_query));
  }
  m_list->setRows(rows);
}

void KnowledgePage::noteQuery() {
  const QString typed = composedText(*m_search).trimmed();
  if (typed == m_query) return;
  m_query = typed;
  m_missPause.start();
  if (m_query.isEmpty()) {
    showRows();
  } else {
    ask();
  }
}

void KnowledgePage::ask() {
  SearchQuery query;
  query.text = m_query;
  query.tickets = false;
  query.households = false;
  query.limit = hitsMost;
  deliver(m_backend.search(query), this,
          [this, text = m_query](const Result<SearchAnswer>& answer) {
            if (text != m_query || !answer) return;
            m_answer = *answer;
            showRows();
          });
}

void KnowledgePage::openPiece(const QString& id) {
  // What cannot be kept yet says why at its field, and stays.
  if (!save()) return;
  ++m_turn;
  m_wanted = id;
  deliver(m_backend.piece(id), this, [this, id](const Result<PieceView>& view) {
    if (id != m_wanted) return;
    if (!view) {
      Q_EMIT said(troubleOf(view.error()));
      return;
    }
    m_isSideShown = false;
    m_piece = {};
    const bool isEntering = std::exchange(m_isEntering, false);
    QWidget* part = partFor(*view);
    show(part);
    takePiece(*view);
    if (part == m_script) m_script->focusSteps();
    if (part == m_editor) m_editor->focusBody();
    if (part == m_fact) m_fact->focusValue();
    if (part == m_reader && isEntering) m_reader->focusText();
  });
}

QWidget* KnowledgePage::partFor(const PieceView& view) const {
  if (view.form == PieceForm::Script) return m_script;
  if (view.form == PieceForm::Fact) return m_fact;
  // A draft that was never published has nothing to read yet.
  const bool isDraft = !view.history.inEffect(view.today) && view.history.inWork() != nullptr;
  return isDraft ? static_cast<QWidget*>(m_editor) : m_reader;
}

bool KnowledgePage::isReadable(const QString& id) const {
  return std::any_of(m_view.pieces.begin(), m_view.pieces.end(), [&](const PieceLine& line) {
    const bool isEdited = line.form == PieceForm::Script || line.form == PieceForm::Fact;
    return line.id == id && !isEdited && line.number > 0;
  });
}

void KnowledgePage::takePiece(const PieceView& view) {
  m_piece = view;
  m_side->set(view);
  if (view.form == PieceForm::Script) {
    m_script->set(view);
    return;
  }
  if (view.form == PieceForm::Fact) {
    m_fact->set(view);
    return;
  }
  if (!view.history.versions.empty()) m_reader->set(view);
  if (m_centre->currentWidget() == m_editor) m_editor->set(view);
}

void KnowledgePage::edit() {
  if (m_centre->currentWidget() != m_reader || m_piece.id.isEmpty()) return;
  m_editor->set(m_piece);
  show(m_editor);
  m_editor->focusBody();
}

void KnowledgePage::startNew(const QString& title) {
  if (!save()) return;
  ++m_turn;
  const QString group = m_groups->current();
  m_piece = {};
  m_wanted.clear();
  const LocalDay today = localDayOf(m_backend.clock().now());
  if (group == u"form:script") {
    show(m_script);
    m_script->begin(today);
    return;
  }
  show(m_editor);
  m_editor->begin(group == u"form:bulletin" ? PieceForm::Bulletin : PieceForm::Article, today,
                  title);
}

bool KnowledgePage::save() {
  PieceBar* bar = barOrNull();
  if (!bar || !bar->isDirty()) return true;
  const bool hasFault = (bar == m_fact->bar() && m_fact->hasFault()) ||
                        (bar == m_editor->bar() && m_editor->hasFault());
  if (hasFault) {
    m_isLeaving = false;
    return false;
  }
  const auto take = [this, bar, turn = m_turn](const Result<PieceView>& written) {
    takeWritten(*bar, turn, written);
  };
  if (bar == m_fact->bar()) {
    deliver(m_backend.writePiece(m_fact->id(), PieceForm::Fact, m_fact->text()), this, take);
  } else if (bar == m_editor->bar()) {
    deliver(m_backend.writePiece(m_editor->id(), m_editor->form(), m_editor->text()), this, take);
  } else {
    deliver(m_backend.writePiece(m_script->id(), PieceForm::Script, m_script->text()), this, take);
  }
  return true;
}

void KnowledgePage::takeWritten(PieceBar& bar, int turn, const Result<PieceView>& written) {
  const bool leaves = std::exchange(m_isLeaving, false);
  if (!written) {
    bar.setTrouble(troubleOf(written.error()));
    Q_EMIT said(troubleOf(written.error()));
    return;
  }
  Q_EMIT said(tr("草稿存好了，现行版不受影响"));
  // Whoever has gone on to another piece meanwhile stays there.
  if (turn != m_turn) return;
  if (&bar == m_editor->bar()) m_editor->noteSaved(*written);
  if (&bar == m_script->bar()) m_script->noteSaved(*written);
  if (&bar == m_fact->bar()) m_fact->noteSaved(*written);
  m_wanted = written->id;
  takePiece(*written);
  if (leaves) leaveEditor();
}

void KnowledgePage::step(ArticleStep step, const PieceDays& days) {
  if (m_piece.id.isEmpty()) return;
  deliver(m_backend.stepPiece(m_piece.id, step, days), this,
          [this, step](const Result<PieceView>& done) {
            if (!done) {
              if (PieceBar* bar = barOrNull()) bar->setTrouble(troubleOf(done.error()));
              return;
            }
            takePiece(*done);
            Q_EMIT said(tr("%1：%2").arg(stepText(step), done->history.versions.back().text.title));
          });
}

void KnowledgePage::judge(std::optional<NotUsefulReason> reason) {
  if (m_piece.id.isEmpty()) return;
  const QString id = m_piece.id;
  deliver(m_backend.judgePiece(id, reason), this, [this, reason](const Result<void>& done) {
    if (!done) {
      Q_EMIT said(troubleOf(done.error()));
    } else {
      Q_EMIT said(reason ? tr("记下了：%1，编辑会看到").arg(reasonText(*reason))
                         : tr("记下了：有帮助"));
    }
  });
}

void KnowledgePage::insertReply() {
  if (m_centre->currentWidget() != m_reader || !m_piece.shown) return;
  const QString sentence = m_reader->reply();
  if (sentence.isEmpty()) return;
  if (saysBlank(sentence)) {
    Q_EMIT said(blankTrouble());
    return;
  }
  Q_EMIT insertAsked(m_piece.id, m_piece.shown->version, sentence);
}

bool KnowledgePage::leaveEditor() {
  PieceBar* bar = barOrNull();
  if (!bar) return false;
  if (bar->isDirty()) {
    m_isLeaving = true;
    save();
    return true;
  }
  const bool isText = m_piece.form == PieceForm::Article || m_piece.form == PieceForm::Bulletin;
  const bool canRead =
      isText && !m_piece.history.versions.empty() && m_piece.history.inEffect(m_piece.today);
  show(canRead ? static_cast<QWidget*>(m_reader) : m_centre->widget(0));
  m_list->setFocus(Qt::OtherFocusReason);
  return true;
}

bool KnowledgePage::goBack() {
  if (m_reader->isVisible() && m_reader->isAsking()) {
    m_reader->stopAsking();
    return true;
  }
  if (leaveEditor()) return true;
  if (!m_search->text().isEmpty()) {
    m_search->clear();
    focusSearch();
    return true;
  }
  if (!m_search->hasFocus()) {
    focusSearch();
    return true;
  }
  return false;
}

void KnowledgePage::focusSearch() {
  if (barOrNull()) leaveEditor();
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

bool KnowledgePage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && watched == m_search && !m_search->composing()) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isDown = key->key() == Qt::Key_Down;
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if ((isDown || isEnter) && key->modifiers() == Qt::NoModifier && !m_list->rows().empty()) {
      m_list->setFocus(Qt::OtherFocusReason);
      m_list->setCurrentIndex(m_list->model()->index(0, 0));
      if (isEnter) Q_EMIT m_list->openAsked(m_list->rows().front().id);
      return true;
    }
  }
  return Page::eventFilter(watched, event);
}

void KnowledgePage::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier) {
    Page::keyPressEvent(event);
  } else if (!goBack()) {
    Q_EMIT leaveAsked();
  }
}

void KnowledgePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  reload();
}

void KnowledgePage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  placePanes();
}

void KnowledgePage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Surface));
}

}  // namespace yingda::ui
