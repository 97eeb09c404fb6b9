// SPDX-License-Identifier: GPL-3.0-or-later
// Steers the sheet by keys; what is chosen here is written only when the shift is handed over.
#include "ui/shell/handover_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

#include "core/text/pinyin.h"
#include "ui/kit/card.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/shell/handover_rows.h"

namespace yingda::ui {

namespace {

constexpr int widthMost = 1080;
constexpr int peopleWidth = 260;
constexpr int digitsMost = 9;
// Whoever comes next.
constexpr int nextShift = -1;

bool isEnter(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; }

QString labelOf(const Agent& agent) {
  return cleanText(agent.staffNumber % u' ' % agent.outsideName, Lines::Join);
}

}  // namespace

HandoverPage::HandoverPage(QWidget* parent)
    : QWidget(parent),
      m_title(new Label(QString(), FontRole::Big20)),
      m_intro(new RichLabel(FontRole::Body13, Token::Text2)),
      m_model(new HandoverModel(this)),
      m_delegate(new HandoverDelegate(this)),
      m_view(new QListView),
      m_people(new Card),
      m_find(new LineBox),
      m_names(new RichLabel),
      m_note(new RichLabel(FontRole::Small12, Token::Text2)),
      m_back(new HintButton(QString(), QStringLiteral("Esc"))),
      m_one(new HintButton(QString(), QStringLiteral("↵"))),
      m_done(new HintButton(QString(), QStringLiteral("Ctrl ↵"))) {
  setObjectName(QStringLiteral("handover"));
  setFocusProxy(m_view);
  build();
  m_view->installEventFilter(this);
  m_find->installEventFilter(this);
  connect(m_find, &LineBox::contentChanged, this, &HandoverPage::findPeople);
  connect(m_back, &HintButton::clicked, this, &HandoverPage::closed);
  connect(m_one, &HintButton::clicked, this, [this] {
    if (m_isGiving) {
      assign(m_last);
    } else {
      take(chosen());
    }
  });
  connect(m_done, &HintButton::clicked, this, &HandoverPage::finish);
}

void HandoverPage::build() {
  m_view->setObjectName(QStringLiteral("handover.lines"));
  m_view->setAccessibleName(tr("要交接的工单"));
  m_view->setModel(m_model);
  m_view->setItemDelegate(m_delegate);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setUniformItemSizes(true);
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setMouseTracking(true);
  m_done->setObjectName(QStringLiteral("handover.done"));
  m_done->setLook(HintButton::Look::Filled);
  m_one->setObjectName(QStringLiteral("handover.one"));
  m_back->setObjectName(QStringLiteral("handover.back"));
  m_back->setLook(HintButton::Look::Quiet);
  m_names->setObjectName(QStringLiteral("handover.names"));
  m_note->setObjectName(QStringLiteral("handover.note"));
  auto* list = new Card;
  list->body()->setContentsMargins(1, 1, 1, 1);
  list->body()->addWidget(m_view);
  m_people->setFixedWidth(peopleWidth);
  m_people->body()->addWidget(new Label(tr("交给谁"), FontRole::Strong13));
  m_find->setObjectName(QStringLiteral("handover.find"));
  m_find->setPlaceholderText(tr("工号、姓名或拼音"));
  m_find->setAccessibleName(tr("找同事"));
  m_people->body()->addWidget(m_find);
  m_people->body()->addWidget(m_names);
  m_people->body()->addStretch(1);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(12);
  middle->addWidget(list, 1);
  middle->addWidget(m_people);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  buttons->addWidget(m_note, 1);
  buttons->addWidget(m_back);
  buttons->addWidget(m_one);
  buttons->addWidget(m_done);
  auto* inner = new QWidget;
  inner->setMaximumWidth(widthMost);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(12);
  column->addWidget(m_title);
  column->addWidget(m_intro);
  column->addLayout(middle, 1);
  column->addLayout(buttons);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addStretch(1);
  row->addWidget(inner, 100);
  row->addStretch(1);
}

void HandoverPage::showSheet(const HandoverSheet& sheet, qint64 unsent, Instant now) {
  m_isGiving = true;
  m_lines = sheet.lines;
  m_colleagues = sheet.colleagues;
  m_stays = sheet.stays;
  m_unsent = unsent;
  m_now = now;
  m_delegate->setNow(now);
  m_last = m_colleagues.empty() ? nextShift : 0;
  m_chosen.clear();
  m_find->clear();
  findPeople();
  refreshRows();
  m_view->setCurrentIndex(m_model->index(0, 0));
  m_view->setFocus(Qt::OtherFocusReason);
}

void HandoverPage::showWaiting(const std::vector<HandoverLine>& lines, Instant now) {
  m_isGiving = false;
  m_lines = lines;
  m_colleagues.clear();
  m_now = now;
  m_delegate->setNow(now);
  const int row = std::max(0, current());
  refreshRows();
  m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
  m_view->setFocus(Qt::OtherFocusReason);
}

int HandoverPage::current() const {
  const QModelIndex index = m_view->currentIndex();
  return index.isValid() ? index.row() : -1;
}

QString HandoverPage::nameOf(int colleague) const {
  return colleague == nextShift ? tr("下一班")
                                : labelOf(m_colleagues[static_cast<size_t>(colleague)]);
}

int HandoverPage::unassigned() const {
  return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [&](const auto& line) {
    return !line.isDraft() && !line.isGiven && !m_chosen.contains(line.id());
  }));
}

void HandoverPage::refreshRows() {
  std::vector<HandoverRow> rows;
  for (const HandoverLine& line : m_lines) {
    HandoverRow row{line, handoverWhatText(line, m_now), {}, false};
    if (!m_isGiving) {
      //: From whom a ticket was handed over.
      row.side =
          line.isLeft ? tr("%1 没有交").arg(line.fromName) : tr("%1 交来").arg(line.fromName);
      row.isSettled = true;
    } else if (m_chosen.contains(line.id())) {
      row.side = tr("→ %1").arg(nameOf(m_chosen.value(line.id())));
      row.isSettled = true;
    } else if (line.isGiven) {
      row.side = tr("→ %1，待接").arg(line.toName.isEmpty() ? tr("下一班") : line.toName);
    } else {
      row.side = line.isDraft() ? tr("留给自己") : tr("还没有人");
    }
    rows.push_back(std::move(row));
  }
  m_model->setRows(rows, [](const HandoverRow& row) { return row.line.id().toString(); });
  refreshWords();
}

void HandoverPage::refreshWords() {
  const int count = static_cast<int>(m_lines.size());
  m_people->setVisible(m_isGiving);
  m_one->setEnabled(count > 0);
  if (!m_isGiving) {
    m_title->setText(tr("上一班交给您 %1 件").arg(count));
    m_intro->setText(tr("接下以后，业主由您联系；没接的仍归原来的人，列表里一直都在。"));
    m_note->setText({});
    m_back->setText(tr("先去工作"));
    m_one->setText(tr("接下"));
    m_done->setText(tr("全部接下"));
    return;
  }
  m_title->setText(tr("交接班"));
  m_intro->setText(
      count > 0
          ? tr("这些等不到您下次上班。按数字交给一个人，Ctrl+A 全选一起交；对方接下以前，仍归您。")
          : tr("没有要交的：没有未结的紧急工单、待回访和草稿，一天内也没有到期的。"));
  QStringList names;
  const auto shown = std::min<size_t>(m_found.size(), digitsMost);
  for (size_t i = 0; i < shown; ++i) {
    names << QStringLiteral("%1　%2").arg(QString::number(i + 1), nameOf(m_found[i]));
  }
  if (m_found.empty() && !m_find->text().isEmpty()) names << tr("没有找到");
  if (m_found.size() > shown) {
    names << tr("另有 %1 人，按 / 找").arg(static_cast<int>(m_found.size() - shown));
  }
  names << QStringLiteral("0　%1").arg(tr("下一班，谁来谁接"));
  m_names->setText(names.join(u'\n'));
  QStringList notes;
  if (const int open = unassigned(); open > 0) {
    notes << tr("还有 %1 件没有人，会留给下一班和班长").arg(open);
  }
  if (m_unsent > 0) notes << tr("%1 条没发，连上自动发").arg(m_unsent);
  if (m_stays > 0) notes << tr("另有 %1 张不急，仍归您").arg(m_stays);
  m_note->setText(notes.join(QStringLiteral(" · ")));
  m_back->setText(tr("回去工作"));
  m_one->setText(tr("交给%1").arg(nameOf(m_last)));
  m_done->setText(tr("交班签退"));
}

void HandoverPage::assign(int colleague) {
  const std::vector<size_t> places = chosen();
  if (places.empty()) return;
  m_last = colleague;
  for (const size_t place : places) m_chosen.insert(m_lines[place].id(), colleague);
  refreshRows();
  if (places.size() == 1) step(1);
}

void HandoverPage::findPeople() {
  const QString wanted = m_find->text().trimmed();
  m_found.clear();
  for (size_t i = 0; i < m_colleagues.size(); ++i) {
    const Agent& one = m_colleagues[i];
    const bool isMeant = wanted.isEmpty() || one.staffNumber.contains(wanted) ||
                         pinyinMatches(one.name, wanted) || pinyinMatches(one.outsideName, wanted);
    if (isMeant) m_found.push_back(static_cast<int>(i));
  }
  refreshWords();
}

void HandoverPage::leaveFinding() {
  m_find->clear();
  m_view->setFocus(Qt::OtherFocusReason);
}

bool HandoverPage::takeFindKey(QKeyEvent& event) {
  if (m_find->composing()) return false;
  const auto held = event.modifiers() & ~Qt::KeypadModifier;
  if (held == Qt::NoModifier && event.key() == Qt::Key_Escape) {
    leaveFinding();
    return true;
  }
  if (held == Qt::NoModifier && isEnter(event.key())) {
    if (m_found.empty()) return true;
    const int colleague = m_found.front();
    leaveFinding();
    assign(colleague);
    return true;
  }
  // Digits are part of a staff number here; the list has them as keys.
  if (held == Qt::NoModifier && event.key() == Qt::Key_Down) {
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
  }
  return false;
}

std::vector<size_t> HandoverPage::chosen() const {
  std::vector<size_t> places;
  for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) {
    places.push_back(static_cast<size_t>(index.row()));
  }
  return places;
}

void HandoverPage::take(const std::vector<size_t>& places) {
  QList<TicketId> tickets;
  QList<DraftId> drafts;
  for (const size_t place : places) {
    const HandoverLine& line = m_lines[place];
    if (line.isDraft()) {
      drafts << line.draft;
    } else {
      tickets << line.ticket.id;
    }
  }
  if (!tickets.isEmpty() || !drafts.isEmpty()) Q_EMIT takeAsked(tickets, drafts);
}

void HandoverPage::step(int by) {
  const int last = m_model->rowCount() - 1;
  if (last < 0) return;
  m_view->setCurrentIndex(m_model->index(std::clamp(current() + by, 0, last), 0));
}

void HandoverPage::finish() {
  if (m_isGiving) {
    std::vector<HandoverGift> gifts;
    for (const HandoverLine& line : m_lines) {
      if (!m_chosen.contains(line.id())) {
        if (!line.isGiven && !line.isDraft()) {
          gifts.push_back({line.ticket.id, AgentId(), true, {}});
        }
        continue;
      }
      const int to = m_chosen.value(line.id());
      gifts.push_back({line.ticket.id,
                       to == nextShift ? AgentId() : m_colleagues[static_cast<size_t>(to)].id,
                       false, line.draft});
    }
    Q_EMIT giveAsked(gifts);
    return;
  }
  std::vector<size_t> all(m_lines.size());
  std::iota(all.begin(), all.end(), size_t{0});
  take(all);
}

bool HandoverPage::takeKey(QKeyEvent& event) {
  const auto held = event.modifiers() & ~Qt::KeypadModifier;
  if (held == Qt::NoModifier && event.key() == Qt::Key_Escape) {
    Q_EMIT closed();
    return true;
  }
  if (isEnter(event.key()) && held == Qt::ControlModifier) {
    finish();
    return true;
  }
  if (isEnter(event.key()) && held == Qt::NoModifier) {
    m_one->click();
    return true;
  }
  const int digit = event.key() - Qt::Key_0;
  if (m_isGiving && held == Qt::NoModifier && digit >= 0 && digit <= digitsMost) {
    if (digit > static_cast<int>(m_found.size())) return true;
    assign(digit == 0 ? nextShift : m_found[static_cast<size_t>(digit - 1)]);
    return true;
  }
  const QString typed = event.text();
  const bool isLetter = typed.size() == 1 && typed.front().isLetter();
  if (m_isGiving && (held == Qt::NoModifier || held == Qt::ShiftModifier) &&
      (isLetter || typed == u"/")) {
    m_find->setFocus(Qt::OtherFocusReason);
    if (isLetter) m_find->insert(typed);
    return true;
  }
  return false;
}

bool HandoverPage::event(QEvent* event) {
  // The desk's save has the same key; while the sheet is up, it is the sheet's.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto held = key->modifiers() & ~Qt::KeypadModifier;
    if (isEnter(key->key()) && held == Qt::ControlModifier) {
      event->accept();
      return true;
    }
  }
  return QWidget::event(event);
}

void HandoverPage::keyPressEvent(QKeyEvent* event) {
  if (!takeKey(*event)) QWidget::keyPressEvent(event);
}

bool HandoverPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view && event->type() == QEvent::KeyPress) {
    if (takeKey(*static_cast<QKeyEvent*>(event))) return true;
  }
  if (watched == m_find && event->type() == QEvent::KeyPress) {
    if (takeFindKey(*static_cast<QKeyEvent*>(event))) return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
