// SPDX-License-Identifier: GPL-3.0-or-later
// Composes the question, the rows and the sum; every number comes from the account.
#include "ui/desk/why_table.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "ui/desk/why_model.h"
#include "ui/desk/why_view.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int notch = 8;      // the pointer above the card
constexpr int notchHalf = 9;  // half of its width
constexpr int padding = 16;

QKeySequence copyKey() { return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C); }

qint64 usedMinutes(const Account& account) {
  qint64 seconds = 0;
  for (const Segment& segment : account.segments) {
    if (!segment.isFuture) seconds += segment.countedSeconds;
  }
  return seconds / 60;
}

}  // namespace

WhyTable::WhyTable(QWidget* parent) : QWidget(parent), m_model(new WhyModel(this)) {
  setObjectName(QStringLiteral("whyTable"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  build();
}

void WhyTable::build() {
  m_view = new WhyView(m_model, this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, notch + 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(makeHead());
  column->addWidget(m_view, 1);
  column->addWidget(makeSum());
  column->addWidget(new Separator(Qt::Horizontal, this));
  column->addWidget(makeFoot());
  column->addStretch(0);
  connect(m_close, &QPushButton::clicked, this, &WhyTable::closed);
  connect(m_copy, &QPushButton::clicked, this, &WhyTable::copy);
  setFocusProxy(m_view);
}

QWidget* WhyTable::makeHead() {
  auto* head = new QWidget(this);
  m_question = new Label({}, FontRole::Title15, Token::Text, head);
  m_sentence = new RichLabel(FontRole::Small12, Token::Text2, head);
  m_close = new HintButton(tr("收起"), QStringLiteral("Esc"), head);
  m_close->setLook(HintButton::Look::Quiet);
  m_close->setObjectName(QStringLiteral("whyTable.close"));
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(m_question);
  words->addWidget(m_sentence);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(padding, 10, padding, 10);
  row->setSpacing(12);
  row->addLayout(words, 1);
  row->addWidget(m_close, 0, Qt::AlignVCenter);
  return head;
}

QWidget* WhyTable::makeSum() {
  auto* sum = new QWidget(this);
  m_sum = new Label({}, FontRole::Title15, Token::Text, sum);
  m_sum->setElides(false);
  m_left = new Label({}, FontRole::Body13, Token::Text, sum);
  m_share = new Label({}, FontRole::Small12, Token::Text2, sum);
  m_share->setElides(false);
  m_share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(sum);
  row->setContentsMargins(padding, 8, padding, 8);
  row->setSpacing(6);
  row->addWidget(m_sum);
  row->addWidget(m_left, 1);
  row->addWidget(m_share);
  return sum;
}

QWidget* WhyTable::makeFoot() {
  auto* foot = new QWidget(this);
  m_calendar = new Label({}, FontRole::Small12, Token::Text2, foot);
  m_copy = new HintButton(tr("复制给业主的说法"), keyHintText(copyKey()), foot);
  m_copy->setLook(HintButton::Look::Quiet);
  m_copy->setObjectName(QStringLiteral("whyTable.copy"));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(padding, 6, padding, 6);
  row->setSpacing(12);
  row->addWidget(m_calendar, 1);
  row->addWidget(m_copy);
  return foot;
}

void WhyTable::set(const Account& account, const Milestone& milestone, const QString& ownerSentence,
                   Instant now) {
  // Another question begins at its own row.
  if (milestone.id != m_milestoneId) m_view->setCurrentIndex({});
  m_milestoneId = milestone.id;
  m_ownerSentence = ownerSentence;
  m_model->set(account, now);
  m_question->setText(milestone.due ? tr("为什么是 %1？")
                                          .arg(dayText(*milestone.due) + QLatin1Char(' ') +
                                               clockText(*milestone.due))
                                    : tr("为什么现在没有到期时间？"));
  setAccessibleName(m_question->text());
  m_sentence->setText(whySentence(account));
  const qint64 total = account.countedSeconds / 60;
  const qint64 used = usedMinutes(account);
  const qint64 left = total - used;
  m_sum->setText(tr("计入 %1 分").arg(total));
  if (!milestone.due) {
    m_left->setText(tr("= %1，都已用").arg(spanText(account.countedSeconds)));
  } else if (left > 0) {
    m_left->setText(tr("= %1，已用 %2，剩 %3（%4）")
                        .arg(spanText(account.countedSeconds))
                        .arg(used)
                        .arg(left)
                        .arg(spanText(left * 60)));
  } else {
    m_left->setText(tr("= %1，已用完").arg(spanText(account.countedSeconds)));
  }
  QStringList shares{whyNightText(account)};
  if (account.pausedShare >= 0.005) {
    shares.append(tr("暂停占 %1%").arg(qRound(account.pausedShare * 100)));
  }
  shares.removeAll(QString());
  m_share->setText(shares.join(tr(" · ")));
  m_calendar->setText(calendarText(account.calendarText));
  m_copy->setVisible(!ownerSentence.isEmpty());
  m_copy->setToolTip(ownerSentence);
  m_copy->setAccessibleDescription(ownerSentence);
}

void WhyTable::setPointer(int x) {
  if (x == m_pointer) return;
  m_pointer = x;
  update();
}

void WhyTable::copy() {
  if (!m_ownerSentence.isEmpty()) Q_EMIT copyAsked(m_ownerSentence);
}

void WhyTable::keyPressEvent(QKeyEvent* event) {
  const QKeySequence pressed(event->keyCombination());
  if (event->key() == Qt::Key_Escape) {
    Q_EMIT closed();
  } else if (pressed == copyKey()) {
    copy();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void WhyTable::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF card = QRectF(rect()).adjusted(0, notch, 0, 0);
  paintBox(painter, card, {color(Token::Surface), color(Token::BorderStrong), 1.0, 8.0, false});
  if (m_pointer < notchHalf + 8 || m_pointer > width() - notchHalf - 8) return;
  const QPointF tip(m_pointer, 1);
  const QPointF left(m_pointer - notchHalf, notch + 1);
  const QPointF right(m_pointer + notchHalf, notch + 1);
  QPainterPath triangle(left);
  triangle.lineTo(tip);
  triangle.lineTo(right);
  painter.fillPath(triangle, color(Token::Surface));
  painter.setPen(QPen(color(Token::BorderStrong), 1));
  painter.drawPolyline(QPolygonF({left, tip, right}));
}

}  // namespace yingda::ui
