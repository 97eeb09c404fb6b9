// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the floor out, keeps it fresh, and does what is asked on a ticket through the services.
#include "ui/wallboard/floor_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "core/domain/authority.h"
#include "ui/desk/reason_bar.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/parts/error_text.h"
#include "ui/parts/words_text.h"
#include "ui/wallboard/arrivals_chart.h"
#include "ui/wallboard/figure_list.h"
#include "ui/wallboard/figure_table.h"
#include "ui/wallboard/floor_bars.h"
#include "ui/wallboard/floor_list_card.h"
#include "ui/wallboard/floor_tiles.h"
#include "ui/wallboard/stage_table.h"

namespace yingda::ui {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int margin = 12;
constexpr int rightWidth = 460;
/// Below it the right half becomes a tab (Ctrl PgDn).
constexpr int wideLeast = 1200;
/// Below it there is room for the list or the hours, not for both with whole rows.
constexpr int tallLeast = 560;
// Changes come in bursts: one reading answers all of them, well within the second.
constexpr milliseconds soonAfter{200};
// What runs out by itself changes without an operation.
constexpr seconds readEvery{5};
constexpr seconds figuresEvery{60};

const QStringList& todaysFigures() {
  static const QStringList ids{QStringLiteral("ontime_response"), QStringLiteral("onsite_ontime"),
                               QStringLiteral("promise_kept"), QStringLiteral("callback_ontime"),
                               QStringLiteral("reopen_rate")};
  return ids;
}

Label* natural(const QString& text, FontRole role, Token token = Token::Text) {
  auto* label = new Label(text, role, token);
  label->setElides(false);
  return label;
}

}  // namespace

FloorPage::FloorPage(Backend& backend, Actions& actions, QWidget* parent)
    : Page(parent),
      m_backend(backend),
      m_list(new FloorListCard(backend.starter(), actions)),
      m_table(new FigureTable) {
  setObjectName(QStringLiteral("floorPage"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(8);
  column->addWidget(makeTiles());
  m_left = makeLeft();
  m_right = makeRight();
  auto* now = new QWidget;
  auto* halves = new QHBoxLayout(now);
  halves->setContentsMargins(0, 0, 0, 0);
  halves->setSpacing(8);
  halves->addWidget(m_left, 1);
  halves->addWidget(m_right);
  m_sheets = new QStackedWidget;
  m_sheets->addWidget(now);
  m_sheets->addWidget(m_table);
  column->addWidget(m_sheets, 1);
  setFocusProxy(m_list);
  connect(m_list, &FloorListCard::opened, this, &FloorPage::openCurrent);
  connect(m_list, &FloorListCard::partChosen, this, &FloorPage::showPart);
  connect(m_list, &FloorListCard::moreWanted, this, &FloorPage::showMore);
  connect(m_table, &FigureTable::spanChanged, this, &FloorPage::readTable);
  connect(m_table, &FigureTable::chosen, this, [this](int figure) {
    chooseFigure(m_table->figures()[static_cast<size_t>(figure)], m_table->span(), true);
  });
  m_soon.setSingleShot(true);
  connect(&m_soon, &QTimer::timeout, this, &FloorPage::refresh);
  connect(&m_backend, &Backend::changed, this, [this] {
    if (isVisible() && !m_soon.isActive()) m_soon.start(soonAfter);
  });
  addVerbs(actions);
  refreshTiles();
  refreshList(true);
}

QString FloorPage::id() const { return QStringLiteral("floor"); }

QString FloorPage::title() const { return tr("看板"); }

QString FloorPage::keyId() const { return QStringLiteral("board.open"); }

QStringList FloorPage::hints() const {
  return {QStringLiteral("ticket.urge"), QStringLiteral("ticket.dispatch"),
          QStringLiteral("ticket.step_in"), QStringLiteral("board.tv"),
          QStringLiteral("next.thing")};
}

bool FloorPage::mayLook() const {
  const auto me = m_backend.session();
  return me && mayDo(me->role, Deed::TakeOver);
}

QString FloorPage::whyNot() const { return tr("看板是班长和管理员的，您的岗位不能看"); }

QWidget* FloorPage::makeTiles() {
  auto* tiles = new QWidget;
  auto* row = new QHBoxLayout(tiles);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  for (size_t i = 0; i < m_tiles.size(); ++i) {
    m_tiles[i] = new FloorTile(static_cast<int>(i) + 1);
    connect(m_tiles[i], &FloorTile::chosen, this,
            [this](int digit) { press(static_cast<FloorTab>(digit)); });
    row->addWidget(m_tiles[i], 1);
  }
  return tiles;
}

QWidget* FloorPage::makeLeft() {
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  m_departments = new DepartmentBar(m_backend.starter());
  m_takeOver = new ReasonBar(QStringLiteral("takeOver"), takeOverReasons());
  connect(m_departments, &DepartmentBar::chosen, this, &FloorPage::send);
  connect(m_departments, &DepartmentBar::folded, this, [this] { m_list->setFocus(); });
  connect(m_takeOver, &ReasonBar::chosen, this, &FloorPage::takeOver);
  column->addWidget(m_departments);
  column->addWidget(m_takeOver);
  column->addWidget(m_list, 5);
  m_arrivalsCard = makeLowerCard();
  column->addWidget(m_arrivalsCard, 5);
  return left;
}

Card* FloorPage::makeLowerCard() {
  auto* card = new Card;
  m_arrivalsTitle = new Label({}, FontRole::Title15);
  m_arrivalsTitle->setObjectName(QStringLiteral("floor.arrivalsTitle"));
  m_lowerNote = natural(tr("— 来件　- - 预期　阴影 10–90% 区间"), FontRole::Small12, Token::Text2);
  m_lowerChoice = new Segmented({tr("来件"), tr("队列")});
  m_lowerChoice->setObjectName(QStringLiteral("floor.lower"));
  m_lowerChoice->setAccessibleName(tr("来件或队列"));
  m_lowerChoice->setToolTip(tr("7 换一个看"));
  m_lowerChoice->setCurrent(0);
  connect(m_lowerChoice, &Segmented::currentChanged, this,
          [this](int index) { showLower(index, false); });
  auto* head = new QHBoxLayout;
  head->setSpacing(12);
  head->addWidget(m_arrivalsTitle, 1);
  head->addWidget(m_lowerNote);
  head->addWidget(new KeyHint(QStringLiteral("7")));
  head->addWidget(m_lowerChoice);
  card->body()->addLayout(head);
  m_arrivals = new ArrivalsChart;
  m_queue = new StageTable;
  connect(m_queue, &StageTable::chosen, this, &FloorPage::openCell);
  m_lower = new QStackedWidget;
  m_lower->addWidget(m_arrivals);
  m_lower->addWidget(m_queue);
  card->body()->addWidget(m_lower, 1);
  return card;
}

QWidget* FloorPage::makeRight() {
  auto* right = new QWidget;
  right->setFixedWidth(rightWidth);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  auto* figures = new Card;
  auto* head = new QHBoxLayout;
  head->addWidget(natural(tr("今日指标"), FontRole::Title15));
  auto* note =
      new Label(tr("样本不足 %1 的为灰色").arg(kpiCasesLeast), FontRole::Small12, Token::Text2);
  note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  head->addWidget(note, 1);
  auto* all = new HintButton(tr("全部指标"), QStringLiteral("8"));
  all->setObjectName(QStringLiteral("floor.allFigures"));
  all->setLook(HintButton::Look::Quiet);
  all->setSize(HintButton::Size::Small);
  all->setFocusPolicy(Qt::NoFocus);
  connect(all, &HintButton::clicked, this, [this] { showTable(true); });
  head->addWidget(all);
  figures->body()->addLayout(head);
  m_figures = new FigureList;
  connect(m_figures, &FigureList::chosen, this, [this](int line) {
    chooseFigure(m_shownFigures[static_cast<size_t>(line)], FigureSpan::Today, false);
  });
  figures->body()->addWidget(m_figures);
  m_figuresCard = figures;
  column->addWidget(figures);
  auto* agents = new Card;
  agents->body()->setContentsMargins(1, 1, 1, 1);
  agents->body()->setSpacing(0);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(12, 10, 12, 8);
  top->setSpacing(12);
  top->addWidget(natural(tr("坐席"), FontRole::Title15));
  m_agentsNote = new Label({}, FontRole::Body13, Token::Text2);
  m_agentsNote->setObjectName(QStringLiteral("floor.agentsNote"));
  top->addWidget(m_agentsNote, 1);
  agents->body()->addLayout(top);
  agents->body()->addWidget(new Separator);
  m_agents = new AgentGrid;
  agents->body()->addWidget(m_agents, 1);
  connect(m_agents, &AgentGrid::ticketWanted, this, &FloorPage::ticketWanted);
  column->addWidget(agents, 1);
  return right;
}

void FloorPage::addVerbs(Actions& actions) {
  connect(m_list, &FloorListCard::asked, this, &FloorPage::act);
  actions.add(QStringLiteral("ticket.urge"), this, [this] { act(FloorAct::Urge); });
  actions.add(QStringLiteral("ticket.dispatch"), this, [this] { act(FloorAct::Send); });
  actions.add(QStringLiteral("ticket.step_in"), this, [this] { act(FloorAct::StepIn); });
  for (const char* verb : {"tab.next", "tab.previous"}) {
    actions.add(QLatin1String(verb), this, [this] {
      m_showsRight = !m_showsRight;
      arrange();
    });
  }
}

// Reading.

void FloorPage::refresh() {
  if (m_isReading) {
    m_isStale = true;
    return;
  }
  m_isReading = true;
  m_isStale = false;
  m_readAt = m_backend.clock().now();
  deliver(m_backend.floorNow(), this, [this](const Result<FloorSnapshot>& taken) {
    m_isReading = false;
    if (taken) show(*taken);
    if (m_isStale && isVisible() && !m_soon.isActive()) m_soon.start(soonAfter);
  });
  if (m_tab == FloorTab::Chosen) readChosen();
  if (m_readAt - m_figuresAt < figuresEvery) return;
  readFigures();
  if (isTableShown()) readTable();
}

void FloorPage::readFigures() {
  const Instant now = m_backend.clock().now();
  m_figuresAt = now;
  deliver(m_backend.figures(todaysFigures(), kpiSpanOf(FigureSpan::Today, now)), this,
          [this](const Result<std::vector<KpiFigure>>& figures) {
            if (figures) show(*figures);
          });
}

void FloorPage::readTable() {
  const FigureSpan span = m_table->span();
  QStringList ids;
  for (const KpiDefinition& kpi : m_backend.kpis().all()) ids << kpi.id;
  deliver(m_backend.figures(ids, kpiSpanOf(span, m_backend.clock().now())), this,
          [this, span](Result<std::vector<KpiFigure>> figures) {
            if (!figures) Q_EMIT said(errorText(figures.error()));
            // Meanwhile another span may have been asked for.
            if (!figures || span != m_table->span()) return;
            m_table->set(std::move(*figures), m_backend.kpis());
          });
}

bool FloorPage::isTableShown() const { return m_sheets->currentWidget() == m_table; }

void FloorPage::showTable(bool isShown) {
  m_sheets->setCurrentIndex(isShown ? 1 : 0);
  if (isShown) {
    readTable();
    m_table->setFocus(Qt::ShortcutFocusReason);
  } else {
    m_list->setFocus(Qt::ShortcutFocusReason);
  }
}

void FloorPage::show(const FloorSnapshot& snapshot) {
  const FloorPromises before = m_snapshot.promises;
  const bool isFirst = m_snapshot.takenAt == Instant{};
  m_snapshot = snapshot;
  // The tile tells the figure; what settles a promise changes both at once.
  const bool isSettled =
      before.over != snapshot.promises.over || before.kept != snapshot.promises.kept;
  if (!isFirst && isSettled && isVisible()) readFigures();
  refreshTiles();
  refreshList(false);
  m_arrivals->set(snapshot.arrivals, m_backend.clock().now());
  m_queue->set(snapshot.matrix);
  showLower(m_lower->currentIndex(), false);
}

void FloorPage::showLower(int index, bool isAsked) {
  const bool isQueue = index == 1;
  m_lowerChoice->setCurrent(index);
  m_lower->setCurrentIndex(index);
  m_lowerNote->setText(isQueue ? tr("级别 × 环节，回车看名单")
                               : tr("— 来件　- - 预期　阴影 10–90% 区间"));
  m_arrivalsTitle->setText(isQueue
                               ? tr("未结 %1，超时 %2").arg(m_snapshot.open).arg(m_snapshot.late)
                               : arrivalsTitle(m_snapshot.arrivals));
  if (isAsked)
    (isQueue ? static_cast<QWidget*>(m_queue) : m_list)->setFocus(Qt::ShortcutFocusReason);
}

void FloorPage::choose(ChosenList chosen) {
  m_chosen = std::move(chosen);
  setTab(FloorTab::Chosen);
  readChosen();
}

void FloorPage::readChosen() {
  const int serial = ++m_chosenSerial;
  deliver(m_chosen.read(m_chosen.most), this, [this, serial](const Result<FloorList>& list) {
    if (serial != m_chosenSerial) return;
    if (!list) {
      Q_EMIT said(errorText(list.error()));
      return;
    }
    m_chosen.list = *list;
    if (m_tab == FloorTab::Chosen) refreshList(false);
  });
}

void FloorPage::chooseFigure(const KpiFigure& figure, FigureSpan span, bool isFromTable) {
  const KpiTickets& tickets = figure.tickets();
  ChosenList chosen;
  chosen.name = tr("%1 · %2").arg(figureName(figure.definition()), figureSpanText(span));
  chosen.parts = {tickets.against, tickets.all, tickets.beside};
  chosen.isFigure = true;
  chosen.isFromTable = isFromTable;
  m_chosen = std::move(chosen);
  // Where there is something to look after, that; else all that it counts.
  showPart(tickets.against.isEmpty() ? 1 : 0);
}

QStringList FloorPage::partNames() const {
  if (!m_chosen.isFigure) return {};
  return {tr("未做到 %1").arg(m_chosen.parts[0].size()),
          tr("全部 %1").arg(m_chosen.parts[1].size()), tr("对照 %1").arg(m_chosen.parts[2].size())};
}

void FloorPage::showPart(int part) {
  ChosenList chosen = m_chosen;
  const auto at = static_cast<size_t>(part);
  chosen.part = part;
  chosen.most = floorListMost;
  chosen.list = {};
  chosen.title = chosen.name;
  if (part == 0) chosen.title = tr("%1：未做到的").arg(chosen.name);
  if (part == 2) chosen.title = tr("%1：对照的").arg(chosen.name);
  chosen.read = [this, tickets = chosen.parts[at]](int most) {
    return m_backend.floorList(tickets, most);
  };
  choose(std::move(chosen));
}

void FloorPage::showMore() {
  if (m_tab != FloorTab::Chosen || m_chosen.list.count <= m_chosen.most) return;
  m_chosen.most += floorListMost;
  readChosen();
}

void FloorPage::openCell(Level level, Stage stage) {
  ChosenList chosen;
  chosen.title = tr("%1 · %2").arg(levelText(level), stageText(stage));
  chosen.read = [this, level, stage](int most) { return m_backend.floorCell(level, stage, most); };
  choose(std::move(chosen));
}

void FloorPage::show(const std::vector<KpiFigure>& figures) {
  m_shownFigures = figures;
  m_figures->set(figures, m_backend.kpis());
  refreshTiles();
}

void FloorPage::tick() {
  if (!isVisible() || !mayLook()) return;
  const Instant now = m_backend.clock().now();
  m_list->setNow(now);
  setPresence(m_others);
  if (now - m_readAt >= readEvery) refresh();
}

void FloorPage::setPresence(const std::vector<PresenceView>& others) {
  m_others = others;
  const Instant now = m_backend.clock().now();
  const std::vector<AgentCell> cells = m_watch.look(others, now);
  m_people.note(others, now);
  m_agents->set(cells, now, m_people.people().isAlone);
  m_agentsNote->setText(m_people.people().isHeard ? agentCounts(cells)
                                                  : tr("未知：服务器没有回应"));
  refreshTiles();
}

void FloorPage::setAlone(bool isAlone) {
  m_people.setAlone(isAlone);
  setPresence(m_others);
}

void FloorPage::setServer(bool isHeard) {
  m_people.setServer(isHeard);
  setPresence(m_others);
}

// Tiles and lists.

const FloorList& FloorPage::listOf(FloorTab tab) const {
  switch (tab) {
    case FloorTab::NotTaken:
      return m_snapshot.notTaken;
    case FloorTab::Urgent:
      return m_snapshot.urgent;
    case FloorTab::Promised:
      return m_snapshot.promised;
    case FloorTab::Groups:
      return m_snapshot.groups;
    case FloorTab::Chosen:
      return m_chosen.list;
    case FloorTab::AtRisk:
    case FloorTab::Agents:
      break;
  }
  return m_snapshot.atRisk;
}

void FloorPage::refreshTiles() {
  const auto promises =
      std::find_if(m_shownFigures.begin(), m_shownFigures.end(),
                   [](const KpiFigure& one) { return one.own().id == u"promise_kept"; });
  const FloorTileWords words =
      floorTileWords(m_snapshot, promises == m_shownFigures.end() ? nullptr : &promises->own(),
                     m_backend.kpis(), m_people.people(), m_backend.clock().now());
  for (size_t i = 0; i < m_tiles.size(); ++i) {
    m_tiles[i]->set(words[i]);
    m_tiles[i]->setChosen(static_cast<int>(i) + 1 == static_cast<int>(m_tab));
  }
}

void FloorPage::setTab(FloorTab tab) {
  m_sheets->setCurrentIndex(0);
  if (tab == FloorTab::Agents) {
    m_showsRight = true;
    arrange();
    m_agents->setFocus(Qt::ShortcutFocusReason);
    return;
  }
  m_tab = tab;
  m_showsRight = false;
  arrange();
  refreshTiles();
  refreshList(true);
  m_list->setFocus(Qt::ShortcutFocusReason);
}

void FloorPage::press(FloorTab tab) {
  const bool isAgain = tab == m_tab && m_sheets->currentIndex() == 0;
  if (tab == FloorTab::AtRisk && isAgain) return chooseLate();
  setTab(tab);
}

void FloorPage::chooseLate() {
  ChosenList chosen;
  chosen.title = tr("已超时");
  chosen.read = [this](int most) { return m_backend.floorLate(most); };
  choose(std::move(chosen));
}

void FloorPage::refreshList(bool isOther) {
  const bool isChosen = m_tab == FloorTab::Chosen;
  m_list->setNow(m_backend.clock().now());
  m_list->setParts(isChosen ? partNames() : QStringList(), m_chosen.part);
  m_list->set(listOf(m_tab),
              isChosen ? m_chosen.title : m_tiles[static_cast<size_t>(m_tab) - 1]->words().title,
              isOther);
}

void FloorPage::openCurrent() {
  const FloorRow* row = m_list->currentRow();
  if (!row) return;
  if (m_tab == FloorTab::Groups && !row->event.isNull()) {
    Q_EMIT eventWanted(row->event);
  } else {
    Q_EMIT ticketWanted(row->id);
  }
}

TicketId FloorPage::currentTicket() const {
  const FloorRow* row = m_list->currentRow();
  return row ? row->id : TicketId();
}

const FloorModel& FloorPage::model() const { return m_list->model(); }

void FloorPage::arrange() {
  const bool isWide = width() >= wideLeast;
  m_left->setVisible(isWide || !m_showsRight);
  m_right->setVisible(isWide || m_showsRight);
  isWide ? m_right->setFixedWidth(rightWidth) : m_right->setFixedWidth(width() - 2 * margin);
  m_arrivalsCard->setVisible(height() >= tallLeast);
}

void FloorPage::lookOtherwise() {
  if (isTableShown()) {
    m_table->nextSpan();
  } else if (m_tab == FloorTab::Chosen && m_chosen.isFigure) {
    showPart((m_chosen.part + 1) % static_cast<int>(m_chosen.parts.size()));
  }
}

// Events.

void FloorPage::keyPressEvent(QKeyEvent* event) {
  const int digit = event->key() - Qt::Key_0;
  if (event->modifiers() == Qt::NoModifier && digit >= 1 &&
      digit <= static_cast<int>(m_tiles.size())) {
    press(static_cast<FloorTab>(digit));
  } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_7) {
    m_sheets->setCurrentIndex(0);
    showLower(1 - m_lower->currentIndex(), true);
  } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_8) {
    showTable(!isTableShown());
  } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_9) {
    lookOtherwise();
  } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_0) {
    showMore();
  } else if (event->key() == Qt::Key_Escape && isTableShown()) {
    showTable(false);
  } else if (event->key() == Qt::Key_Escape && m_tab == FloorTab::Chosen) {
    const bool isFromTable = m_chosen.isFromTable;
    setTab(FloorTab::AtRisk);
    if (isFromTable) showTable(true);
  } else if (event->key() == Qt::Key_Escape) {
    Q_EMIT leaveAsked();
  } else {
    Page::keyPressEvent(event);
  }
}

void FloorPage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
}

void FloorPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
}

void FloorPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_figuresAt = {};
  isTableShown() ? m_table->setFocus(Qt::OtherFocusReason) : m_list->setFocus(Qt::OtherFocusReason);
  if (mayLook()) refresh();
}

}  // namespace yingda::ui
