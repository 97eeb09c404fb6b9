// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the top bar out and lets its parts give way in a fixed order.
#include "ui/shell/top_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <algorithm>

#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/tab_strip.h"
#include "ui/kit/theme.h"
#include "ui/shell/search_button.h"

namespace yingda::ui {

namespace {

constexpr int barHeight = 44;
constexpr int sideMargin = 12;
constexpr int gap = 12;
/// What the search box would like to keep before the words of the state are cut.
constexpr int searchComfort = 150;

}  // namespace

TopBar::TopBar(const KeyTable& keys, QWidget* parent)
    : QWidget(parent),
      m_wordmark(new Label(QString(), FontRole::Title15, Token::Accent)),
      m_tabs(new TabStrip),
      m_search(new SearchButton(keys.hintOf(QStringLiteral("palette")))),
      m_sync(new SyncChip),
      m_store(new Badge(QString(), Tone::Green)),
      m_person(new HintButton(QString())),
      m_row(new QHBoxLayout(this)) {
  setObjectName(QStringLiteral("topBar"));
  setFixedHeight(barHeight);
  m_wordmark->setElides(false);
  m_tabs->setBarHeight(barHeight);
  m_tabs->setObjectName(QStringLiteral("topBar.pages"));
  m_search->setObjectName(QStringLiteral("topBar.search"));
  m_store->setObjectName(QStringLiteral("topBar.store"));
  m_person->setObjectName(QStringLiteral("topBar.person"));
  m_person->setLook(HintButton::Look::Quiet);
  m_person->setSize(HintButton::Size::Small);
  m_person->setFont(ui::font(FontRole::Small12));
  m_person->setFocusPolicy(Qt::TabFocus);
  m_person->hide();
  m_row->setContentsMargins(sideMargin, 0, sideMargin - 4, 0);
  m_row->setSpacing(gap);
  m_row->addWidget(m_wordmark);
  m_row->addWidget(m_tabs);
  m_row->addWidget(m_search, 2);
  m_row->addStretch(1);
  m_row->addWidget(m_store);
  m_row->addWidget(m_sync);
  m_row->addWidget(m_person);
  connect(m_tabs, &TabStrip::currentChanged, this,
          [this](int index) { Q_EMIT pageChosen(m_tabs->tabData(index).toString()); });
  connect(m_search, &SearchButton::clicked, this, &TopBar::paletteAsked);
  m_sync->setHint(keys.hintOf(QStringLiteral("sync.open")));
  connect(m_sync, &SyncChip::clicked, this, &TopBar::syncClicked);
  connect(m_person, &HintButton::clicked, this, &TopBar::personClicked);
  retranslate();
}

void TopBar::retranslate() {
  m_wordmark->setText(tr("应答"));
  m_search->setText(tr("搜索或输入命令"));
  m_person->setToolTip(tr("锁屏或换人"));
  m_tabs->setAccessibleName(tr("页面"));
}

void TopBar::addPage(const QString& id, const QString& title) {
  const QSignalBlocker quiet(m_tabs);
  const int index = m_tabs->addTab(title);
  m_tabs->setTabData(index, id);
  // While it is hidden QTabBar does not tell its layout that it has grown.
  m_tabs->updateGeometry();
  fit();
}

void TopBar::setCurrentPage(const QString& id) {
  const QSignalBlocker quiet(m_tabs);
  for (int i = 0; i < m_tabs->QTabBar::count(); ++i) {
    if (m_tabs->tabData(i).toString() == id) m_tabs->setCurrentIndex(i);
  }
}

void TopBar::setPageCount(const QString& id, int count) {
  for (int i = 0; i < m_tabs->QTabBar::count(); ++i) {
    if (m_tabs->tabData(i).toString() == id) m_tabs->setCount(i, count);
  }
}

void TopBar::setCallBar(QWidget* bar) {
  if (bar == m_callBar) return;
  if (m_callBar != nullptr) {
    m_callBar->removeEventFilter(this);
    m_callBar->hide();
    m_callBar->deleteLater();
  }
  m_callBar = bar;
  if (bar != nullptr) {
    m_row->insertWidget(m_row->indexOf(m_store), bar);
    bar->installEventFilter(this);
  }
  fit();
}

void TopBar::setStore(const QString& sentence, const QString& brief, Tone tone) {
  m_storeSentence = sentence;
  m_storeBrief = brief;
  m_store->setTone(tone);
  m_store->setToolTip(sentence);
  fit();
}

void TopBar::setSync(SyncShape shape, const SyncWords& words) {
  if (shape == m_sync->shape() && words == m_sync->words()) return;
  m_sync->set(shape, words);
  fit();
}

void TopBar::setPageShown(const QString& id, bool isShown) {
  for (int i = 0; i < m_tabs->QTabBar::count(); ++i) {
    if (m_tabs->tabData(i).toString() == id) m_tabs->setTabVisible(i, isShown);
  }
  m_tabs->updateGeometry();
  fit();
}

void TopBar::setPerson(const QString& text) {
  m_person->setText(text);
  m_person->setVisible(!text.isEmpty());
  fit();
}

void TopBar::fit() {
  const bool hasCall = m_callBar != nullptr && !m_callBar->isHidden();
  int others = 2 * sideMargin + 6 * gap + m_wordmark->sizeHint().width() +
               m_tabs->sizeHint().width() + searchComfort;
  if (hasCall) {
    others += std::max(m_callBar->sizeHint().width(), m_callBar->minimumWidth()) + gap;
  }
  if (!m_person->isHidden()) others += m_person->sizeHint().width();
  // The floor's words give way before the store's, which are there in trouble only.
  const bool hasSync = !m_sync->words().text.isEmpty();
  if (hasSync) {
    const int badge = m_storeBrief.isEmpty() ? 0 : badgeSize(m_storeBrief).width() + gap;
    m_sync->setBrief(others + badge + m_sync->wholeWidth() + gap > width());
    others += m_sync->sizeHint().width() + gap;
  }
  const bool isRoomy = others + badgeSize(m_storeSentence).width() <= width();
  m_store->setText(isRoomy ? m_storeSentence : m_storeBrief);
  m_store->setVisible(!m_store->text().isEmpty());
}

bool TopBar::eventFilter(QObject* watched, QEvent* event) {
  // The call bar grows and shrinks with the call.
  if (watched == m_callBar &&
      (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent ||
       event->type() == QEvent::LayoutRequest)) {
    fit();
  }
  return QWidget::eventFilter(watched, event);
}

QSize TopBar::sizeHint() const { return {1200, barHeight}; }

QSize TopBar::minimumSizeHint() const { return {640, barHeight}; }

void TopBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Surface));
  paintLine(painter, rect(), Qt::BottomEdge, color(Token::Border));
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void TopBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace yingda::ui
