// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the list out and keeps its choice.
#include "ui/wallboard/floor_list_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/wallboard/floor_bars.h"

namespace yingda::ui {

namespace {

QString keyOf(const FloorRow& row) {
  return row.promise.isNull() ? row.id.text() : row.promise.text();
}

}  // namespace

FloorListCard::FloorListCard(const Starter& starter, const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_model(new FloorModel(this)),
      m_delegate(new FloorDelegate(starter, this)),
      m_view(new QListView),
      m_room(new QWidget),
      m_stack(new QStackedWidget),
      m_empty(new RichLabel(FontRole::Body13, Token::Text2)),
      m_acts(new FloorActs(actions)),
      m_title(new Label({}, FontRole::Title15)),
      m_note(new Label({}, FontRole::Small12, Token::Text2)),
      m_partKey(new KeyHint(QStringLiteral("9"))),
      m_parts(new Segmented) {
  m_title->setElides(false);
  m_title->setObjectName(QStringLiteral("floor.listTitle"));
  m_note->setObjectName(QStringLiteral("floor.listNote"));
  m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_parts->setObjectName(QStringLiteral("floor.parts"));
  m_parts->setAccessibleName(tr("未做到的、全部或对照"));
  connect(m_parts, &Segmented::currentChanged, this, &FloorListCard::partChosen);
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
  connect(m_acts, &FloorActs::asked, this, &FloorListCard::asked);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this] { noteChoice(); });
  connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
    placeActs();
    const bool isEnd = value > 0 && value == m_view->verticalScrollBar()->maximum();
    if (isEnd && !m_isSetting && m_count > m_model->rowCount()) Q_EMIT moreWanted();
  });
  connect(m_view, &QListView::doubleClicked, this, &FloorListCard::opened);
  m_empty->setObjectName(QStringLiteral("floor.empty"));
  m_empty->setText(tr("这里现在没有工单。数字键 1–6 换清单。"));
  auto* nothing = new QWidget;
  auto* inner = new QVBoxLayout(nothing);
  inner->setContentsMargins(12, 12, 12, 12);
  inner->addWidget(m_empty);
  inner->addStretch(1);
  auto* room = new QVBoxLayout(m_room);
  room->setContentsMargins(0, 0, 0, 0);
  room->addWidget(m_view, 1);
  room->addStretch(0);
  m_room->installEventFilter(this);
  m_stack->addWidget(m_room);
  m_stack->addWidget(nothing);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(12, 10, 12, 8);
  head->setSpacing(8);
  head->addWidget(m_title);
  head->addWidget(m_note, 1);
  head->addWidget(m_partKey);
  head->addWidget(m_parts);
  auto* card = new Card;
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->setSpacing(0);
  card->body()->addLayout(head);
  card->body()->addWidget(new Separator);
  card->body()->addWidget(m_stack, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(card);
  setFocusProxy(m_view);
  setParts({}, 0);
}

void FloorListCard::set(const FloorList& list, const QString& title, bool isOther) {
  m_isSetting = true;
  if (isOther) {
    m_chosen.clear();
    m_isLost = false;
  }
  m_model->setRows(list.rows, keyOf);
  m_count = list.count;
  int row = m_chosen.isEmpty() && !m_isLost ? 0 : -1;
  for (int i = 0; i < m_model->rowCount() && !m_isLost; ++i) {
    if (keyOf(m_model->rowAt(i)) == m_chosen) row = i;
  }
  if (row < 0) m_isLost = true;
  const QModelIndex wanted = m_isLost ? QModelIndex() : m_model->index(row, 0);
  if (m_isLost) m_view->clearSelection();
  m_view->setCurrentIndex(wanted);
  m_isSetting = false;
  noteChoice();
  m_stack->setCurrentIndex(list.rows.empty() ? 1 : 0);
  m_title->setText(tr("%1　%2").arg(title).arg(list.count));
  sayHow();
}

void FloorListCard::sayHow() {
  const int listed = m_model->rowCount();
  if (m_isLost) {
    m_note->setText(tr("刚才那条已不在列表，请用 ↑↓ 重新选"));
  } else if (m_count > listed) {
    m_note->setText(tr("前 %1 条，共 %2 条　0 再列出一些").arg(listed).arg(m_count));
  } else {
    m_note->setText(tr("按先后　1–6 换清单　Enter 打开"));
  }
}

void FloorListCard::setParts(const QStringList& parts, int current) {
  const bool isShown = parts.size() > 1;
  m_partKey->setVisible(isShown);
  m_parts->setVisible(isShown);
  if (!isShown) return;
  const QSignalBlocker quiet(m_parts);
  if (parts != m_parts->choices()) m_parts->setChoices(parts);
  m_parts->setCurrent(current);
}

void FloorListCard::setNow(Instant now) {
  m_now = now;
  m_delegate->setNow(now);
  m_view->viewport()->update();
  placeActs();
}

const FloorRow* FloorListCard::currentRow() const {
  const QModelIndex index = m_view->currentIndex();
  return index.isValid() && !m_isLost ? &m_model->rowAt(index.row()) : nullptr;
}

void FloorListCard::noteChoice() {
  // What the view chooses by itself while rows come and go is nobody's choice.
  if (m_isSetting) return;
  const QModelIndex index = m_view->currentIndex();
  if (index.isValid()) {
    m_chosen = keyOf(m_model->rowAt(index.row()));
    m_row = index.row();
    m_isLost = false;
    sayHow();
  }
  placeActs();
}

bool FloorListCard::chooseNearby(int key) {
  const bool isUp = key == Qt::Key_Up;
  if (!m_isLost || m_model->rowCount() == 0 || (!isUp && key != Qt::Key_Down)) return false;
  const int row = std::clamp(m_row - (isUp ? 1 : 0), 0, m_model->rowCount() - 1);
  m_view->setCurrentIndex(m_model->index(row, 0));
  return true;
}

void FloorListCard::placeActs() {
  const QModelIndex index = m_view->currentIndex();
  m_delegate->setChosen(index);
  m_view->doItemsLayout();
  const FloorRow* row = currentRow();
  if (!row) {
    m_acts->hide();
    return;
  }
  m_acts->set(advisedAct(*row, m_now), !row->department.isEmpty(), reasonText(*row, m_now));
  const QRect area = m_view->visualRect(index);
  constexpr int left = 42;
  m_acts->setGeometry(area.left() + left, area.top() + FloorDelegate::rowHeight,
                      area.width() - left, FloorDelegate::actsHeight);
  m_acts->show();
}

bool FloorListCard::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_room && event->type() == QEvent::Resize) {
    // Whole rows only: half a row reads like the end of the list.
    const int rows = std::max(2, m_room->height() / FloorDelegate::rowHeight);
    m_view->setMaximumHeight(rows * FloorDelegate::rowHeight);
  }
  if (watched == m_view->viewport() && event->type() == QEvent::Resize) placeActs();
  if (watched == m_view && event->type() == QEvent::FocusIn && m_isLost) {
    // A list without a current row makes its first one current as soon as it has the focus.
    m_isSetting = true;
    static_cast<QObject*>(m_view)->event(event);
    m_view->setCurrentIndex({});
    m_isSetting = false;
    return true;
  }
  if (watched == m_view && event->type() == QEvent::KeyPress) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      Q_EMIT opened();
      return true;
    }
    if (chooseNearby(key->key())) return true;
    // A list looks for rows that begin with what is typed; here digits are the page's.
    if (!key->text().isEmpty() && key->key() != Qt::Key_Tab && key->key() != Qt::Key_Backtab) {
      key->ignore();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
