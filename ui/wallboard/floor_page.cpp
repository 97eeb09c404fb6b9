// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the floor out, keeps it fresh, and does what is asked on a ticket through the services.
#include "ui/wallboard/floor_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "core/domain/authority.h"
#include "core/domain/ticket_number.h"
#include "ui/desk/reason_bar.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/parts/agent_state.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/error_text.h"
#include "ui/parts/words_text.h"
#include "ui/wallboard/arrivals_chart.h"
#include "ui/wallboard/figure_list.h"
#include "ui/wallboard/floor_bars.h"
#include "ui/wallboard/floor_rows.h"
#include "ui/wallboard/floor_tile.h"
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

QString numberOf(const FloorRow& row) {
  const auto number = TicketNumber::parse(row.number);
  return number ? number->text() : row.number;
}

Label* natural(const QString& text, FontRole role, Token token = Token::Text) {
  auto* label = new Label(text, role, token);
  label->setElides(false);
  return label;
}

}  // namespace

FloorPage::FloorPage(Backend& backend, Actions& actions, QWidget* parent)
    : Page(parent), m_backend(backend), m_model(new FloorModel(this)) {
  setObjectName(QStringLiteral("floorPage"));
  m_delegate = new FloorDelegate(backend.starter(), this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(8);
  column->addWidget(makeTiles());
  m_acts = new FloorActs(actions);
  m_left = makeLeft();
  m_right = makeRight();
  auto* halves = new QHBoxLayout;
  halves->setSpacing(8);
  halves->addWidget(m_left, 1);
  halves->addWidget(m_right);
  column->addLayout(halves, 1);
  setFocusProxy(m_view);
  m_soon.setSingleShot(true);
  connect(&m_soon, &QTimer::timeout, this, &FloorPage::refresh);
  connect(&m_backend, &Backend::changed, this, [this] {
    if (isVisible() && !m_soon.isActive()) m_soon.start(soonAfter);
  });
  addVerbs(actions);
  refreshTiles();
  refreshList();
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
            [this](int digit) { setTab(static_cast<FloorTab>(digit)); });
    row->addWidget(m_tiles[i], 1);
  }
  return tiles;
}

Card* FloorPage::makeListCard() {
  m_listTitle = natural({}, FontRole::Title15);
  m_listTitle->setObjectName(QStringLiteral("floor.listTitle"));
  m_listNote = new Label({}, FontRole::Small12, Token::Text2);
  m_listNote->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_view = new QListView;
  m_view->setObjectName(QStringLiteral("floor.list"));
  m_view->setAccessibleName(tr("清单"));
  m_view->setModel(m_model);
  m_view->setItemDelegate(m_delegate);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setMouseTracking(true);
  m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->installEventFilter(this);
  m_view->viewport()->installEventFilter(this);
  m_acts->setParent(m_view->viewport());
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this] { placeActs(); });
  connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { placeActs(); });
  connect(m_view, &QListView::doubleClicked, this, [this] { openCurrent(); });
  m_empty = new RichLabel(FontRole::Body13, Token::Text2);
  m_empty->setObjectName(QStringLiteral("floor.empty"));
  auto* nothing = new QWidget;
  auto* inner = new QVBoxLayout(nothing);
  inner->setContentsMargins(12, 12, 12, 12);
  inner->addWidget(m_empty);
  inner->addStretch(1);
  m_room = new QWidget;
  auto* room = new QVBoxLayout(m_room);
  room->setContentsMargins(0, 0, 0, 0);
  room->addWidget(m_view, 1);
  room->addStretch(0);
  m_room->installEventFilter(this);
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_room);
  m_stack->addWidget(nothing);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(12, 10, 12, 8);
  head->addWidget(m_listTitle);
  head->addWidget(m_listNote, 1);
  auto* card = new Card;
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->setSpacing(0);
  card->body()->addLayout(head);
  card->body()->addWidget(new Separator);
  card->body()->addWidget(m_stack, 1);
  return card;
}

QWidget* FloorPage::makeLeft() {
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  m_departments = new DepartmentBar(m_backend.starter());
  m_takeOver = new ReasonBar(QStringLiteral("takeOver"), takeOverReasons());
  connect(m_departments, &DepartmentBar::chosen, this, &FloorPage::send);
  connect(m_departments, &DepartmentBar::folded, this, [this] { m_view->setFocus(); });
  connect(m_takeOver, &ReasonBar::chosen, this, &FloorPage::takeOver);
  column->addWidget(m_departments);
  column->addWidget(m_takeOver);
  column->addWidget(makeListCard(), 5);
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
  figures->body()->addLayout(head);
  m_figures = new FigureList;
  connect(m_figures, &FigureList::chosen, this, &FloorPage::openFigure);
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
  connect(m_acts, &FloorActs::asked, this, &FloorPage::act);
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
  if (m_readAt - m_figuresAt >= figuresEvery) readFigures();
}

void FloorPage::readFigures() {
  const Instant now = m_backend.clock().now();
  m_figuresAt = now;
  const KpiSpan today{instantAt(localDayOf(now), {}), now, now};
  deliver(m_backend.figures(todaysFigures(), today), this,
          [this](const Result<std::vector<KpiFigure>>& figures) {
            if (figures) show(*figures);
          });
}

void FloorPage::show(const FloorSnapshot& snapshot) {
  m_snapshot = snapshot;
  refreshTiles();
  refreshList();
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
    (isQueue ? static_cast<QWidget*>(m_queue) : m_view)->setFocus(Qt::ShortcutFocusReason);
}

void FloorPage::choose(const QString& title, std::function<QFuture<Result<FloorList>>()> tickets) {
  m_chosenTitle = title;
  m_askChosen = std::move(tickets);
  m_chosen = {};
  setTab(FloorTab::Chosen);
  readChosen();
}

void FloorPage::readChosen() {
  deliver(m_askChosen(), this, [this, title = m_chosenTitle](const Result<FloorList>& list) {
    if (title != m_chosenTitle) return;
    if (!list) {
      Q_EMIT said(errorText(list.error()));
      return;
    }
    m_chosen = *list;
    if (m_tab == FloorTab::Chosen) refreshList();
  });
}

void FloorPage::openFigure(int line) {
  const KpiFigure& figure = m_shownFigures[static_cast<size_t>(line)];
  // Where there is something to look after, that; else all that it counts.
  const bool hasBad = !figure.tickets().against.isEmpty();
  const QString name = m_figures->nameAt(line);
  choose(hasBad ? tr("%1：未做到的").arg(name) : name,
         [this, tickets = hasBad ? figure.tickets().against : figure.tickets().all] {
           return m_backend.floorList(tickets);
         });
}

void FloorPage::openCell(Level level, Stage stage) {
  choose(tr("%1 · %2").arg(levelText(level), stageText(stage)),
         [this, level, stage] { return m_backend.floorCell(level, stage); });
}

void FloorPage::show(const std::vector<KpiFigure>& figures) {
  m_shownFigures = figures;
  m_figures->set(figures, m_backend.kpis());
}

void FloorPage::tick() {
  if (!isVisible() || !mayLook()) return;
  const Instant now = m_backend.clock().now();
  m_delegate->setNow(now);
  m_view->viewport()->update();
  setPresence(m_others);
  refreshTiles();
  placeActs();
  if (now - m_readAt >= readEvery) refresh();
}

void FloorPage::setPresence(const std::vector<PresenceView>& others) {
  m_others = others;
  const Instant now = m_backend.clock().now();
  const std::vector<AgentCell> cells = m_watch.look(others, now);
  m_agents->set(cells, now, m_isAlone);
  m_agentsNote->setText(agentCounts(cells));
  refreshTiles();
}

void FloorPage::setAlone(bool isAlone) {
  m_isAlone = isAlone;
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
      return m_chosen;
    case FloorTab::AtRisk:
    case FloorTab::Agents:
      break;
  }
  return m_snapshot.atRisk;
}

void FloorPage::refreshTiles() {
  const Instant now = m_backend.clock().now();
  const auto number = [](int count) { return QString::number(count); };
  const FloorSnapshot& floor = m_snapshot;
  m_tiles[0]->set({tr("30 分钟内将超时"), number(floor.atRisk.count),
                   floor.atRisk.count > 0 ? Token::Red : Token::Text, tr("目标 0"),
                   tr("已超时 %1").arg(floor.late)});
  QString oldest = tr("都有人签收");
  if (!floor.notTaken.rows.empty()) {
    const qint64 waited = (toMs(now) - toMs(floor.notTaken.rows.front().reasonSince)) / 1000;
    oldest = tr("最久 %1 无人签收").arg(spentText(std::max<qint64>(0, waited)));
  }
  m_tiles[1]->set({tr("待签收"), number(floor.notTaken.count),
                   floor.notTaken.count > unsignedMost ? Token::Orange : Token::Text,
                   tr("目标 ≤ %1").arg(unsignedMost), oldest});
  m_tiles[2]->set({tr("紧急工单"), number(floor.urgent.count),
                   floor.urgent.count > 0 ? Token::Red : Token::Text,
                   tr("超时 %1 · 目标 0").arg(floor.urgentLate),
                   floor.sensitive > 0 ? tr("其中敏感来电 %1").arg(floor.sensitive)
                                       : tr("未结工单共 %1").arg(floor.open)});
  const FloorPromises& promises = floor.promises;
  m_tiles[3]->set(
      {tr("今日承诺到期"), number(floor.promised.count),
       promises.kept < promises.over ? Token::Orange : Token::Text,
       tr("承诺兑现 %1/%2 · 目标 ≥95%").arg(promises.kept).arg(promises.over),
       promises.next ? tr("下一条 %1").arg(clockText(*promises.next)) : tr("今天没有下一条")});
  QString largest = tr("近三天没有同因的");
  if (!floor.groups.rows.empty()) {
    const FloorRow& first = floor.groups.rows.front();
    largest = tr("%1 户 %2").arg(first.note, cleanText(first.title, Lines::Join));
  }
  m_tiles[4]->set({tr("群诉雷达"), number(floor.groups.count),
                   floor.groups.count > 0 ? Token::Orange : Token::Text, tr("已并为同因，未结"),
                   largest});
  const auto idle = std::count_if(m_others.begin(), m_others.end(), [](const PresenceView& one) {
    return agentStateOf(one.state) == AgentState::Idle;
  });
  m_tiles[5]->set({tr("坐席空闲"), m_isAlone ? QStringLiteral("—") : number(static_cast<int>(idle)),
                   Token::Text, tr("在线 %1").arg(m_others.size()),
                   m_isAlone ? tr("单机，没有别的坐席") : tr("不含本机")});
  for (size_t i = 0; i < m_tiles.size(); ++i) {
    m_tiles[i]->setChosen(static_cast<int>(i) + 1 == static_cast<int>(m_tab));
  }
}

void FloorPage::setTab(FloorTab tab) {
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
  refreshList();
  m_view->setCurrentIndex(m_model->index(0, 0));
  m_view->setFocus(Qt::ShortcutFocusReason);
}

void FloorPage::refreshList() {
  const FloorList& list = listOf(m_tab);
  const TicketId before = currentTicket();
  m_delegate->setNow(m_backend.clock().now());
  // Two promises of one ticket are two rows.
  m_model->setRows(list.rows, [](const FloorRow& row) -> QString {
    return row.id.text() % row.note % (row.due ? QString::number(toMs(*row.due)) : QString());
  });
  int row = 0;
  for (int i = 0; i < m_model->rowCount(); ++i) {
    if (m_model->rowAt(i).id == before) row = i;
  }
  if (m_model->rowCount() > 0 && m_view->currentIndex().row() != row) {
    m_view->setCurrentIndex(m_model->index(row, 0));
  }
  m_stack->setCurrentIndex(list.rows.empty() ? 1 : 0);
  const QString title = m_tab == FloorTab::Chosen
                            ? m_chosenTitle
                            : m_tiles[static_cast<size_t>(m_tab) - 1]->words().title;
  m_listTitle->setText(tr("%1　%2").arg(title).arg(list.count));
  const int hidden = list.count - static_cast<int>(list.rows.size());
  m_listNote->setText(hidden > 0 ? tr("按先后，另有 %1 张没有列出").arg(hidden) : tr("按先后"));
  m_empty->setText(tr("这里现在没有工单。数字键 1–6 换清单。"));
  placeActs();
}

const FloorRow* FloorPage::currentRow() const {
  const QModelIndex index = m_view->currentIndex();
  return index.isValid() ? &m_model->rowAt(index.row()) : nullptr;
}

void FloorPage::openCurrent() {
  const FloorRow* row = currentRow();
  if (!row) return;
  if (m_tab == FloorTab::Groups && !row->event.isNull()) {
    Q_EMIT eventWanted(row->event);
  } else {
    Q_EMIT ticketWanted(row->id);
  }
}

TicketId FloorPage::currentTicket() const {
  const FloorRow* row = currentRow();
  return row ? row->id : TicketId();
}

void FloorPage::placeActs() {
  const QModelIndex index = m_view->currentIndex();
  m_delegate->setChosen(index);
  m_view->doItemsLayout();
  const FloorRow* row = currentRow();
  if (!row) {
    m_acts->hide();
    return;
  }
  const Instant now = m_backend.clock().now();
  m_acts->set(advisedAct(*row, now), !row->department.isEmpty(), reasonText(*row, now));
  const QRect area = m_view->visualRect(index);
  constexpr int left = 42;
  m_acts->setGeometry(area.left() + left, area.top() + FloorDelegate::rowHeight,
                      area.width() - left, FloorDelegate::actsHeight);
  m_acts->show();
}

void FloorPage::arrange() {
  const bool isWide = width() >= wideLeast;
  m_left->setVisible(isWide || !m_showsRight);
  m_right->setVisible(isWide || m_showsRight);
  isWide ? m_right->setFixedWidth(rightWidth) : m_right->setFixedWidth(width() - 2 * margin);
  m_arrivalsCard->setVisible(height() >= tallLeast);
  placeActs();
}

// Acts.

void FloorPage::act(FloorAct what) {
  const FloorRow* row = currentRow();
  if (!row) {
    Q_EMIT said(tr("清单里没有选中的工单"));
    return;
  }
  m_acting = row->id;
  m_actingTitle = numberOf(*row) % u' ' % cleanText(row->title, Lines::Join);
  switch (what) {
    case FloorAct::Urge:
      urge();
      break;
    case FloorAct::Send:
      m_takeOver->fold();
      m_departments->open(m_actingTitle);
      break;
    case FloorAct::StepIn:
      stepIn();
      break;
  }
}

void FloorPage::tell(const Result<TicketView>& done, const QString& sentence) {
  Q_EMIT said(done ? sentence : errorText(done.error()));
  refresh();
}

void FloorPage::urge() {
  const FloorRow& row = *currentRow();
  const Instant now = m_backend.clock().now();
  const QString words = urgeText(row, m_backend.starter(), now);
  act::Urge urge;
  urge.text = reasonText(row, now);
  urge.isOurs = true;
  deliver(m_backend.act(row.id, urge), this,
          [this, words, title = m_actingTitle](const Result<TicketView>& done) {
            // Field staff have no screen here: the words go into their group.
            if (done) QGuiApplication::clipboard()->setText(words);
            tell(done, tr("已督办 %1，督办的话已复制，请发到工作群").arg(title));
          });
}

void FloorPage::send(const QString& department) {
  act::Dispatch dispatch;
  dispatch.department = department;
  const Department* found = m_backend.starter().department(department);
  const QString name = found ? found->name : department;
  deliver(m_backend.act(m_acting, dispatch), this,
          [this, name, title = m_actingTitle](const Result<TicketView>& done) {
            tell(done, tr("%1 已改派给 %2").arg(title, name));
          });
}

void FloorPage::stepIn() {
  const TicketId ticket = m_acting;
  if (m_isAlone) {
    Q_EMIT ticketWanted(ticket);
    return;
  }
  deliver(m_backend.claim(ticket, ClaimWish::Take), this,
          [this, ticket](const Result<TicketView>& done) {
            if (done) {
              Q_EMIT ticketWanted(ticket);
            } else if (done.error().detail == u"held") {
              askWhy(ticket);
            } else {
              Q_EMIT said(errorText(done.error()));
            }
          });
}

void FloorPage::askWhy(const TicketId& ticket) {
  deliver(m_backend.ticket(ticket), this, [this](const Result<TicketView>& view) {
    m_departments->fold();
    m_takeOver->open(takeOverTitle(view ? view->hand.name : QString()));
  });
}

void FloorPage::takeOver(const QString& reason) {
  const TicketId ticket = m_acting;
  deliver(m_backend.claim(ticket, ClaimWish::TakeOver, reason), this,
          [this, ticket](const Result<TicketView>& done) {
            if (done) {
              Q_EMIT ticketWanted(ticket);
            } else {
              Q_EMIT said(errorText(done.error()));
            }
          });
}

// Events.

void FloorPage::keyPressEvent(QKeyEvent* event) {
  const int digit = event->key() - Qt::Key_0;
  if (event->modifiers() == Qt::NoModifier && digit >= 1 &&
      digit <= static_cast<int>(m_tiles.size())) {
    setTab(static_cast<FloorTab>(digit));
  } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_7) {
    showLower(1 - m_lower->currentIndex(), true);
  } else if (event->key() == Qt::Key_Escape && m_tab == FloorTab::Chosen) {
    setTab(FloorTab::AtRisk);
  } else if (event->key() == Qt::Key_Escape) {
    Q_EMIT leaveAsked();
  } else {
    Page::keyPressEvent(event);
  }
}

bool FloorPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_room && event->type() == QEvent::Resize) {
    // Whole rows only: half a row reads like the end of the list.
    const int rows = std::max(2, m_room->height() / FloorDelegate::rowHeight);
    m_view->setMaximumHeight(rows * FloorDelegate::rowHeight);
  }
  if (watched == m_view->viewport() && event->type() == QEvent::Resize) placeActs();
  if (watched == m_view && event->type() == QEvent::KeyPress) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      openCurrent();
      return true;
    }
    // A list looks for rows that begin with what is typed; here digits are the tiles.
    if (!key->text().isEmpty() && key->key() != Qt::Key_Tab && key->key() != Qt::Key_Backtab) {
      keyPressEvent(key);
      return key->isAccepted();
    }
  }
  return Page::eventFilter(watched, event);
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
  m_view->setFocus(Qt::OtherFocusReason);
  if (mayLook()) refresh();
}

}  // namespace yingda::ui
