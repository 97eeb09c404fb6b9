// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided here is written at once, and can be taken back on either ticket.
#include "ui/shell/doubles_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/card.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/tie_text.h"
#include "ui/shell/doubles_rows.h"

namespace yingda::ui {

namespace {

constexpr int widthMost = 1080;
constexpr int detailHeight = 132;

struct Choice {
  int key;
  TieKind kind;
};

constexpr Choice choices[] = {{Qt::Key_1, TieKind::Same},
                              {Qt::Key_2, TieKind::Cause},
                              {Qt::Key_3, TieKind::Related},
                              {Qt::Key_0, TieKind::Apart}};

}  // namespace

DoublesPage::DoublesPage(QWidget* parent)
    : QWidget(parent),
      m_title(new Label(QString(), FontRole::Big20)),
      m_model(new DoublesModel(this)),
      m_view(new QListView),
      m_mine(new RichLabel),
      m_other(new RichLabel),
      m_accept(new HintButton(QString(), QStringLiteral("↵"))) {
  setObjectName(QStringLiteral("doubles"));
  setFocusProxy(m_view);
  build();
  m_view->installEventFilter(this);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this] { showDetails(); });
}

void DoublesPage::build() {
  m_view->setObjectName(QStringLiteral("doubles.lines"));
  m_view->setAccessibleName(tr("可能重复的工单"));
  m_view->setModel(m_model);
  m_view->setItemDelegate(new DoublesDelegate(this));
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setUniformItemSizes(true);
  m_view->setMouseTracking(true);
  auto* list = new Card;
  list->body()->setContentsMargins(1, 1, 1, 1);
  list->body()->addWidget(m_view);
  auto* details = new QHBoxLayout;
  details->setSpacing(12);
  const std::pair<QString, RichLabel*> sides[] = {{tr("这里写的"), m_mine},
                                                  {tr("别处写的"), m_other}};
  for (const auto& [head, text] : sides) {
    auto* card = new Card;
    card->setFixedHeight(detailHeight);
    card->body()->addWidget(new Label(head, FontRole::Strong13));
    card->body()->addWidget(text);
    card->body()->addStretch(1);
    details->addWidget(card, 1);
  }
  m_mine->setObjectName(QStringLiteral("doubles.mine"));
  m_other->setObjectName(QStringLiteral("doubles.other"));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  auto* back = new HintButton(tr("先去工作"), QStringLiteral("Esc"));
  back->setLook(HintButton::Look::Quiet);
  connect(back, &HintButton::clicked, this, &DoublesPage::closed);
  buttons->addWidget(back);
  buttons->addStretch(1);
  for (const Choice& choice : choices) {
    auto* button =
        new HintButton(tieKindText(choice.kind), QString(QChar(static_cast<char16_t>(choice.key))));
    connect(button, &HintButton::clicked, this, [this, kind = choice.kind] { decide(kind); });
    buttons->addWidget(button);
  }
  m_accept->setObjectName(QStringLiteral("doubles.accept"));
  m_accept->setLook(HintButton::Look::Filled);
  connect(m_accept, &HintButton::clicked, this, [this] {
    if (const DoubleView* pair = current()) decide(pair->likeness.kind);
  });
  buttons->addWidget(m_accept);
  auto* inner = new QWidget;
  inner->setMaximumWidth(widthMost);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(12);
  column->addWidget(m_title);
  auto* intro = new RichLabel(FontRole::Body13, Token::Text2);
  intro->setText(tr(
      "断线时各处互相看不见，这些像是同一件事。按数字定下来，在工单上随时可以取消；没定的照常各办各"
      "的。"));
  column->addWidget(intro);
  column->addWidget(list, 1);
  column->addLayout(details);
  column->addLayout(buttons);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addStretch(1);
  row->addWidget(inner, 100);
  row->addStretch(1);
}

void DoublesPage::show(const std::vector<DoubleView>& doubles) {
  const int row = std::max(0, m_view->currentIndex().row());
  m_title->setText(tr("断线期间可能重复的 %1 件").arg(doubles.size()));
  m_model->setRows(doubles, [](const DoubleView& pair) { return pair.mine.id; });
  m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
  m_view->setFocus(Qt::OtherFocusReason);
  showDetails();
}

const DoubleView* DoublesPage::current() const {
  const QModelIndex index = m_view->currentIndex();
  return index.isValid() ? &m_model->rowAt(index.row()) : nullptr;
}

void DoublesPage::showDetails() {
  const DoubleView* pair = current();
  m_accept->setEnabled(pair != nullptr);
  m_mine->setText(pair ? cleanText(pair->mineRequest, Lines::Keep) : QString());
  m_other->setText(pair ? cleanText(pair->otherRequest, Lines::Keep) : QString());
  if (pair) m_accept->setText(tieKindText(pair->likeness.kind));
}

void DoublesPage::decide(TieKind kind) {
  if (const DoubleView* pair = current()) Q_EMIT decided(pair->mine.id, pair->other.id, kind);
}

bool DoublesPage::takeKey(const QKeyEvent& event) {
  if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
  if (event.key() == Qt::Key_Escape) {
    Q_EMIT closed();
    return true;
  }
  if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
    m_accept->click();
    return true;
  }
  for (const Choice& choice : choices) {
    if (event.key() != choice.key) continue;
    decide(choice.kind);
    return true;
  }
  return false;
}

void DoublesPage::keyPressEvent(QKeyEvent* event) {
  if (!takeKey(*event)) QWidget::keyPressEvent(event);
}

bool DoublesPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view && event->type() == QEvent::KeyPress) {
    if (takeKey(*static_cast<QKeyEvent*>(event))) return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
