// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and words are shown from what the window was told; every act is asked of it.
#include "ui/shell/event_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/kit/card.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/shell/event_rows.h"

namespace yingda::ui {

namespace {

constexpr int listWidth = 420;
constexpr int rowHeight = 30;
constexpr std::chrono::minutes noticeStep{30};
constexpr const char16_t* markSign = u"✓ ";

enum ActKey { SplitKey = 1, OutKey, ApproveKey, CloseKey, NoticeKey, QuickKey, BareKey };

QListWidget* listNamed(const char* name, const QString& spoken) {
  auto* list = new QListWidget;
  list->setFrameShape(QFrame::NoFrame);
  list->setUniformItemSizes(true);
  list->setObjectName(QLatin1String(name));
  list->setAccessibleName(spoken);
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list->setTextElideMode(Qt::ElideRight);
  return list;
}

/// Rows are added and removed at the end; those that stay keep their choice.
void fitRows(QListWidget& list, int rows) {
  while (list.count() < rows) list.addItem(QString());
  while (list.count() > rows) delete list.takeItem(list.count() - 1);
}

}  // namespace

EventPage::EventPage(QWidget* parent)
    : QWidget(parent),
      m_list(listNamed("events.list", tr("雷达的提议和群诉"))),
      m_members(listNamed("events.members", tr("群诉里的工单"))),
      m_title(new Label(QString(), FontRole::Big20)),
      m_head(new RichLabel(FontRole::Body13, Token::Text2)),
      m_words(new TextBox),
      m_remarks(new RichLabel(FontRole::Small12, Token::Orange)),
      m_empty(new Label(tr("现在没有群诉，雷达也没有发现"), FontRole::Body13, Token::Text2)) {
  setObjectName(QStringLiteral("events"));
  setFocusProxy(m_list);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(24, 24, 24, 16);
  row->setSpacing(16);
  row->addWidget(makeLists());
  row->addWidget(makeEvent(), 1);
  for (QObject* watched : {static_cast<QObject*>(m_list), static_cast<QObject*>(m_members),
                           static_cast<QObject*>(m_words)}) {
    watched->installEventFilter(this);
  }
  connect(m_list, &QListWidget::itemActivated, this, [this] { take(); });
  connect(m_members, &QListWidget::itemActivated, this, [this] {
    const auto index = static_cast<size_t>(m_members->currentRow());
    if (index >= m_shown.size()) return;
    if (m_isBareOnly) {
      Q_EMIT completeWanted(m_shown[index].row.id);
    } else {
      Q_EMIT ticketWanted(m_shown[index].row.id);
    }
  });
  connect(m_words, &TextBox::contentChanged, this,
          [this] { Q_EMIT wordsWritten(m_words->text()); });
  connect(m_list, &QListWidget::currentRowChanged, this, [this](int current) {
    const auto at = static_cast<size_t>(current) - m_proposals.size();
    showActs();
    if (current >= static_cast<int>(m_proposals.size()) && at < m_events.size()) {
      Q_EMIT eventWanted(m_events[at].event.id);
    }
  });
}

QWidget* EventPage::makeLists() {
  auto* left = new QWidget;
  left->setFixedWidth(listWidth);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(new Label(tr("群诉"), FontRole::Big20));
  auto* intro = new RichLabel(FontRole::Body13, Token::Text2);
  intro->setText(
      tr("雷达按地点、事项和平时的数量提议；回车建群诉，各户的工单、回访和满意度不变。"));
  column->addWidget(intro);
  auto* card = new Card;
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->addWidget(m_list);
  m_empty->setObjectName(QStringLiteral("events.empty"));
  card->body()->addWidget(m_empty);
  column->addWidget(card, 1);
  auto* back = new HintButton(tr("先去工作"), QStringLiteral("Esc"));
  back->setLook(HintButton::Look::Quiet);
  connect(back, &HintButton::clicked, this, &EventPage::closed);
  m_dismiss = new HintButton(tr("不是一件事"), QStringLiteral("Del"));
  m_dismiss->setObjectName(QStringLiteral("events.dismiss"));
  m_dismiss->setLook(HintButton::Look::Quiet);
  connect(m_dismiss, &HintButton::clicked, this, &EventPage::dismiss);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(back);
  buttons->addStretch(1);
  buttons->addWidget(m_dismiss);
  column->addLayout(buttons);
  return left;
}

QWidget* EventPage::makeEvent() {
  m_right = new QWidget;
  auto* column = new QVBoxLayout(m_right);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  m_title->setObjectName(QStringLiteral("events.title"));
  m_head->setObjectName(QStringLiteral("events.head"));
  m_words->setObjectName(QStringLiteral("events.words"));
  m_words->setAccessibleName(tr("统一口径"));
  m_words->setPlaceholderText(tr("统一口径：出了什么事、在做什么、什么时候再通报；不写原因和责任"));
  m_words->setLineRange(3, 6);
  m_words->setLengthLimit(eventStatementMax);
  m_remarks->setObjectName(QStringLiteral("events.remarks"));
  m_remarks->hide();
  column->addWidget(m_title);
  column->addWidget(m_head);
  column->addWidget(m_words);
  column->addWidget(m_remarks);
  auto* card = new Card;
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->addWidget(m_members);
  column->addWidget(card, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  const auto add = [&](const QString& text, const QString& hint, const char* name, auto act) {
    auto* button = new HintButton(text, hint);
    button->setObjectName(QLatin1String(name));
    connect(button, &HintButton::clicked, this, act);
    buttons->addWidget(button);
    return button;
  };
  add(tr("保存口径"), QStringLiteral("Ctrl ↵"), "events.save", [this] {
    save(m_view.event.nextNotice);
  })->setLook(HintButton::Look::Filled);
  add(tr("拆成另一件"), QStringLiteral("1"), "events.split", [this] { actMarked(SplitKey); });
  add(tr("移出"), QStringLiteral("2"), "events.out", [this] { actMarked(OutKey); });
  add(tr("批准口径"), QStringLiteral("3"), "events.approve", [this] { actMarked(ApproveKey); });
  m_close = add(tr("结群诉"), QStringLiteral("4"), "events.close", [this] { actMarked(CloseKey); });
  add(tr("30 分钟后通报"), QStringLiteral("5"), "events.notice", [this] { actMarked(NoticeKey); });
  m_back = add(tr("撤销"), QStringLiteral("0"), "events.undo", [this] { actMarked(0); });
  buttons->addStretch(1);
  column->addLayout(buttons);
  buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  m_quick = add(tr("开快录"), QStringLiteral("6"), "events.quick", [this] { actMarked(QuickKey); });
  m_bare = add(tr("待补全"), QStringLiteral("7"), "events.bare", [this] { actMarked(BareKey); });
  buttons->addStretch(1);
  column->addLayout(buttons);
  m_right->hide();
  return m_right;
}

void EventPage::setLists(const std::vector<EventProposal>& proposals,
                         const std::vector<EventView>& events) {
  m_proposals = proposals;
  // What was dismissed stays within reach, after what still asks for something.
  std::stable_partition(m_proposals.begin(), m_proposals.end(),
                        [](const EventProposal& one) { return !one.isDismissed; });
  m_events = events;
  fillList();
}

void EventPage::setCommunities(const std::vector<Community>& communities) {
  m_communities = communities;
  fillList();
}

void EventPage::fillList() {
  m_opens.clear();
  for (const Community& one : m_communities) {
    const bool isThere =
        std::any_of(m_events.begin(), m_events.end(), [&one](const EventView& view) {
          const bool isQuick = view.event.isQuick() || view.event.isQuickProposed();
          return isQuick && view.event.community == one.id;
        });
    if (!isThere) m_opens.push_back(one);
  }
  QStringList lines;
  for (const EventProposal& one : m_proposals) {
    lines << (one.isDismissed ? tr("已忽略：%1") : tr("雷达：%1")).arg(proposalText(one));
  }
  const auto firstEvent = static_cast<int>(lines.size());
  for (const EventView& one : m_events) lines << eventLineText(one);
  for (const Community& one : m_opens) lines << tr("开暴雨/台风快录：%1").arg(one.name);
  const QSignalBlocker quiet(m_list);
  int current = m_list->currentRow();
  fitRows(*m_list, static_cast<int>(lines.size()));
  for (int i = 0; i < m_list->count(); ++i) {
    m_list->item(i)->setText(lines[i]);
    m_list->item(i)->setSizeHint({0, rowHeight});
    const auto at = static_cast<size_t>(i - firstEvent);
    const bool isEvent = i >= firstEvent && at < m_events.size();
    if (isEvent && m_events[at].event.id == m_view.event.id) current = i;
  }
  // What opens something new is never chosen by itself.
  const bool hasWork = !m_proposals.empty() || !m_events.empty();
  if (current < 0 || current >= m_list->count()) current = hasWork ? 0 : -1;
  m_list->setCurrentRow(current);
  m_empty->setVisible(m_proposals.empty() && m_events.empty());
  showActs();
}

void EventPage::setEvent(const EventView& view, Instant now) {
  const bool isOther = view.event.id != m_view.event.id;
  const bool isWriting = !isOther && m_words->text() != m_view.event.statement;
  m_view = view;
  m_now = now;
  if (isOther) m_isBareOnly = false;
  if (!view.undo.isEmpty()) m_undo = view.undo;
  m_title->setText(QString(view.communityName % u' ' % cleanText(view.event.title, Lines::Join)));
  m_head->setText(eventHeadText(view, now));
  if (!isWriting) {
    const QSignalBlocker quiet(m_words);
    m_words->setText(view.event.statement);
  }
  fillMembers();
  m_right->show();
  showActs();
}

void EventPage::fillMembers() {
  m_shown = m_view.members;
  if (m_isBareOnly) {
    std::erase_if(m_shown, [](const EventMember& member) { return member.lacks.isEmpty(); });
  }
  // What was marked has been acted on.
  fitRows(*m_members, static_cast<int>(m_shown.size()));
  for (int i = 0; i < m_members->count(); ++i) {
    m_members->item(i)->setText(memberText(m_shown[static_cast<size_t>(i)]));
    m_members->item(i)->setData(Qt::UserRole, false);
    m_members->item(i)->setSizeHint({0, rowHeight});
  }
  if (m_members->currentRow() < 0 && m_members->count() > 0) m_members->setCurrentRow(0);
}

const EventProposal* EventPage::currentProposal() const {
  const int current = m_list->currentRow();
  const bool isProposal = current >= 0 && static_cast<size_t>(current) < m_proposals.size();
  return isProposal ? &m_proposals[static_cast<size_t>(current)] : nullptr;
}

void EventPage::dismiss() {
  if (const EventProposal* one = currentProposal()) Q_EMIT dismissAsked(*one, !one->isDismissed);
}

void EventPage::showActs() {
  const GroupEvent& event = m_view.event;
  const EventProposal* proposal = currentProposal();
  m_dismiss->setEnabled(proposal != nullptr);
  m_dismiss->setText(proposal && proposal->isDismissed ? tr("恢复提议") : tr("不是一件事"));
  if (!m_close) return;
  m_close->setText(event.isOpen() ? tr("结群诉") : tr("重新打开"));
  m_back->setEnabled(!m_undo.isEmpty());
  const bool isMine = event.isQuickProposed() && event.quickBy == m_me;
  m_quick->setText(event.isQuick()           ? tr("关快录")
                   : isMine                  ? tr("撤回快录提议")
                   : event.isQuickProposed() ? tr("确认开快录")
                                             : tr("开快录"));
  m_quick->setEnabled(event.isOpen());
  m_bare->setText(m_isBareOnly ? tr("看全部工单") : tr("待补全 %1 张").arg(m_view.bare));
}

void EventPage::toggleQuick() {
  const GroupEvent& event = m_view.event;
  const bool isMine = event.isQuickProposed() && event.quickBy == m_me;
  Q_EMIT actAsked(event.id, event_act::Quick{!event.isQuick() && !isMine});
}

void EventPage::setRemarks(const QStringList& remarks) {
  m_remarks->setText(remarks.join(u'\n'));
  m_remarks->setVisible(!remarks.isEmpty());
}

QList<TicketId> EventPage::marked() const {
  QList<TicketId> ids;
  for (int i = 0; i < m_members->count(); ++i) {
    const auto index = static_cast<size_t>(i);
    if (index < m_shown.size() && m_members->item(i)->data(Qt::UserRole).toBool()) {
      ids << m_shown[index].row.id;
    }
  }
  const auto current = static_cast<size_t>(std::max(0, m_members->currentRow()));
  if (ids.isEmpty() && current < m_shown.size()) ids << m_shown[current].row.id;
  return ids;
}

void EventPage::take() {
  const int current = m_list->currentRow();
  if (current < 0) return;
  const auto index = static_cast<size_t>(current);
  if (index < m_proposals.size()) {
    const EventProposal& proposal = m_proposals[index];
    if (proposal.into.isNull()) {
      Q_EMIT actAsked(EventId(), event_act::Make{proposal.tickets, {}});
    } else {
      Q_EMIT actAsked(proposal.into, event_act::Put{proposal.tickets});
    }
    return;
  }
  const size_t open = index - m_proposals.size() - m_events.size();
  if (index >= m_proposals.size() + m_events.size() && open < m_opens.size()) {
    Q_EMIT actAsked(EventId(), event_act::OpenQuick{m_opens[open].id, tr("暴雨/台风")});
    return;
  }
  m_members->setFocus(Qt::OtherFocusReason);
}

void EventPage::save(std::optional<Instant> notice) {
  if (m_view.event.id.isNull()) return;
  Q_EMIT actAsked(m_view.event.id, event_act::Write{m_view.event.title, m_words->text(), notice});
}

void EventPage::actMarked(int key) {
  const EventId id = m_view.event.id;
  if (id.isNull()) return;
  switch (key) {
    case SplitKey:
      Q_EMIT actAsked(id, event_act::Split{marked()});
      break;
    case OutKey:
      Q_EMIT actAsked(id, event_act::TakeOut{marked()});
      break;
    case ApproveKey:
      Q_EMIT actAsked(id, event_act::Approve{});
      break;
    case CloseKey:
      if (m_view.event.isOpen()) {
        Q_EMIT actAsked(id, event_act::Close{});
      } else {
        Q_EMIT actAsked(id, event_act::Reopen{});
      }
      break;
    case NoticeKey:
      save(std::max(m_now, m_view.event.nextNotice.value_or(m_now)) + noticeStep);
      break;
    case QuickKey:
      toggleQuick();
      break;
    case BareKey:
      m_isBareOnly = !m_isBareOnly;
      fillMembers();
      showActs();
      m_members->setFocus(Qt::OtherFocusReason);
      break;
    default:
      if (!m_undo.isEmpty()) Q_EMIT actAsked(id, event_act::Undo{std::exchange(m_undo, {})});
      break;
  }
}

bool EventPage::takeKey(const QKeyEvent& event) {
  if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
  if (event.key() == Qt::Key_Escape) {
    Q_EMIT closed();
    return true;
  }
  if (m_members->hasFocus() && event.key() == Qt::Key_Space) {
    if (QListWidgetItem* item = m_members->currentItem()) {
      const bool isMarked = !item->data(Qt::UserRole).toBool();
      const auto index = static_cast<size_t>(m_members->currentRow());
      const QString line = memberText(m_shown[index]);
      item->setData(Qt::UserRole, isMarked);
      item->setText(isMarked ? QString(QStringView(markSign) % line) : line);
    }
    return true;
  }
  if (m_list->hasFocus() && event.key() == Qt::Key_Delete) {
    dismiss();
    return true;
  }
  const int digit = event.key() - Qt::Key_0;
  if (digit < 0 || digit > BareKey) return false;
  actMarked(digit);
  return true;
}

void EventPage::keyPressEvent(QKeyEvent* event) {
  if (!takeKey(*event)) QWidget::keyPressEvent(event);
}

bool EventPage::eventFilter(QObject* watched, QEvent* event) {
  const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
  if (!isKey) return QWidget::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  if (watched == m_words) {
    // Elsewhere these keys save a ticket; here they save the words.
    const bool isSave = isEnter && key->modifiers() == Qt::ControlModifier;
    const bool isLeave = key->key() == Qt::Key_Escape && !m_words->composing();
    if (!isSave && !isLeave) return QWidget::eventFilter(watched, event);
    key->accept();
    if (event->type() == QEvent::ShortcutOverride) return true;
    if (isSave) {
      save(m_view.event.nextNotice);
    } else {
      m_members->setFocus(Qt::OtherFocusReason);
    }
    return true;
  }
  if (event->type() == QEvent::KeyPress && takeKey(*key)) return true;
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
