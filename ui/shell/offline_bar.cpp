// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the calm words of the bar and lays it out.
#include "ui/shell/offline_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"
#include "ui/parts/sync_text.h"
#include "ui/shell/sync_chip.h"

namespace yingda::ui {

namespace {

constexpr int barHeight = 44;
constexpr int sideMargin = 12;
constexpr double shapeSide = 10.0;

struct Said {
  QString title;
  QString sentence;
};

Said saidOf(const SyncView& view, Instant now) {
  using State = SyncView::State;
  const QString skew = clockOffsetText(view.clockOffset);
  Said said;
  switch (view.state) {
    case State::Offline: {
      said.title = offlineSinceText(view.seenAt, now);
      said.sentence = offlineCalmText();
      // What passes by itself needs no instruction; a wrong password does.
      if (needsPerson(view.reason)) said.sentence += troubleAdvice(view.reason);
      break;
    }
    case State::Refused:
    case State::Stopped:
      said.title = troubleText(view.reason);
      said.sentence = troubleAdvice(view.reason);
      break;
    case State::Connecting:
    case State::Pushing:
    case State::Copying:
    case State::Live:
      if (!skew.isEmpty()) said.sentence = skew;
      return said;
    case State::Alone:
      return said;
  }
  said.sentence += skew;
  return said;
}

}  // namespace

bool needsNewSeat(const SyncView& view) {
  return view.state == SyncView::State::Stopped &&
         (view.reason == u"clone" || view.reason == u"chain");
}

OfflineBar::OfflineBar(const KeyTable& keys, QWidget* parent)
    : QWidget(parent),
      m_keys(keys),
      m_title(new Label(QString(), FontRole::Strong13)),
      m_sentence(new RichLabel),
      m_unsent(new HintButton(QString())),
      m_newSeat(new HintButton(QString())),
      m_retry(new HintButton(QString())) {
  setObjectName(QStringLiteral("offlineBar"));
  m_title->setElides(false);
  m_unsent->setObjectName(QStringLiteral("offlineBar.unsent"));
  m_retry->setObjectName(QStringLiteral("offlineBar.retry"));
  m_newSeat->setObjectName(QStringLiteral("offlineBar.newSeat"));
  for (HintButton* button : {m_unsent, m_newSeat, m_retry}) {
    button->setSize(HintButton::Size::Small);
    button->setFocusPolicy(Qt::TabFocus);
  }
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(sideMargin + static_cast<int>(shapeSide) + 14, 6, sideMargin, 7);
  row->setSpacing(16);
  row->addWidget(m_title);
  row->addWidget(m_sentence, 1);
  row->addWidget(m_unsent);
  row->addWidget(m_newSeat);
  row->addWidget(m_retry);
  setMinimumHeight(barHeight);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(m_unsent, &HintButton::clicked, this, &OfflineBar::unsentAsked);
  connect(m_newSeat, &HintButton::clicked, this, &OfflineBar::wishNewSeat);
  connect(m_retry, &HintButton::clicked, this, &OfflineBar::retryAsked);
  refreshHints();
  hide();
}

void OfflineBar::setSync(const SyncView& view, Instant now) {
  m_view = view;
  m_now = now;
  m_isAsking = m_isAsking && needsNewSeat(view);
  refresh();
}

void OfflineBar::wishNewSeat() {
  if (!needsNewSeat(m_view)) return;
  const bool isConfirmed = m_isAsking;
  m_isAsking = !isConfirmed;
  refresh();
  if (m_isAsking) m_newSeat->setFocus(Qt::OtherFocusReason);
  if (isConfirmed) Q_EMIT newSeatAsked();
}

void OfflineBar::keyPressEvent(QKeyEvent* event) {
  const bool isConfirm = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (m_isAsking && isConfirm) {
    wishNewSeat();
  } else if (m_isAsking && event->key() == Qt::Key_Escape) {
    m_isAsking = false;
    refresh();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void OfflineBar::setInboxShown(bool isShown) {
  m_isInboxShown = isShown;
  refresh();
}

QString OfflineBar::title() const { return m_title->text(); }

QString OfflineBar::sentence() const { return m_sentence->text(); }

void OfflineBar::refreshHints() {
  m_retry->setText(tr("现在重试"));
  m_retry->setHint(m_keys.hintOf(QStringLiteral("sync.now")));
  refresh();
}

void OfflineBar::refresh() {
  using State = SyncView::State;
  Said said = saidOf(m_view, m_now);
  if (m_isAsking) {
    said.sentence = tr(
        "这台电脑换一个新席位：服务器上没有的重新发出，不会重复；草稿不变，以后的工单号换新开头。"
        "旧日志改名留在本机，什么都不删。按 ↵ 换，Esc 不换。");
  }
  m_title->setText(said.title);
  m_title->setVisible(!said.title.isEmpty());
  m_sentence->setText(said.sentence);
  const bool isAway = m_view.state == State::Offline || m_view.state == State::Refused ||
                      m_view.state == State::Stopped;
  m_retry->setVisible(isAway && !m_isAsking);
  m_newSeat->setVisible(needsNewSeat(m_view));
  m_newSeat->setText(m_isAsking ? tr("确认换席位") : tr("换新席位"));
  m_newSeat->setHint(m_isAsking ? QStringLiteral("↵")
                                : m_keys.hintOf(QStringLiteral("seat.renew")));
  //: %1 is "unsent 7".
  m_unsent->setText(tr("看%1").arg(unsentText(m_view.unsent)));
  m_unsent->setVisible(isAway && m_view.unsent > 0 && !m_isInboxShown && !m_isAsking);
  setAccessibleName(said.title.isEmpty() ? said.sentence
                                         : tr("%1。%2").arg(said.title, said.sentence));
  setVisible(!said.sentence.isEmpty());
  update();
}

void OfflineBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Sunken));
  paintLine(painter, rect(), Qt::BottomEdge, color(Token::BorderStrong));
  paintSyncShape(painter, {1.0 * sideMargin, (height() - shapeSide) / 2, shapeSide, shapeSide},
                 syncShape(m_view));
}

void OfflineBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) refreshHints();
}

}  // namespace yingda::ui
