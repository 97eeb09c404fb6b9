// SPDX-License-Identifier: GPL-3.0-or-later
// Puts script, knowledge and household under one row of tabs.
#include "ui/desk/side_pane.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/desk/endings_list.h"
#include "ui/desk/knowledge_list.h"
#include "ui/desk/knowledge_pane.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_household.h"
#include "ui/desk/similar_list.h"
#include "ui/kit/card.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/tab_strip.h"

namespace yingda::ui {

namespace {

constexpr int widthLeast = 304;
constexpr int widthMost = 328;
/// As a tab of the centre the lines would get too long to be read aloud.
constexpr int readableWidth = 720;
constexpr int suggestionsMost = 4;

/// A scrolling column as wide as its view.
QScrollArea* scrolling(QWidget* content) {
  auto* area = new QScrollArea;
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  area->viewport()->setAutoFillBackground(false);
  area->setWidget(content);
  content->setAutoFillBackground(false);  // setWidget has switched it on
  return area;
}

}  // namespace

SidePane::SidePane(const Starter& starter, const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_tabs(new TabStrip), m_stack(new QStackedWidget) {
  setObjectName(QStringLiteral("sidePane"));
  m_tabs->setObjectName(QStringLiteral("side.tabs"));
  m_tabs->setAccessibleName(tr("话术、知识、业主、相似"));
  m_tabs->addTab(tr("话术"));
  m_tabs->addTab(tr("知识"));
  m_tabs->addTab(tr("业主"));
  m_tabs->addTab(tr("相似"));
  m_knowledge = new KnowledgePane(starter, keys);
  m_household = new SideHousehold;
  m_stack->addWidget(makeScriptTab(starter, keys));
  m_stack->addWidget(m_knowledge);
  m_stack->addWidget(scrolling(m_household));
  m_stack->addWidget(makeSimilarTab());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(6, 0, 6, 0);
  head->addWidget(m_tabs);
  head->addStretch(1);
  column->addLayout(head);
  column->addWidget(new Separator);
  column->addWidget(m_stack, 1);
  connect(m_tabs, &TabStrip::currentChanged, this, [this](int index) {
    m_stack->setCurrentIndex(index);
    Q_EMIT tabChanged(index);
  });
  applyWidth();
}

QWidget* SidePane::makeScriptTab(const Starter& starter, const KeyTable& keys) {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 12);
  column->setSpacing(0);
  m_script = new ScriptPane(starter, keys);
  column->addWidget(m_script);
  column->addWidget(makeSuggested());
  column->addStretch(1);
  return scrolling(content);
}

QWidget* SidePane::makeSuggested() {
  m_suggestedPart = new QWidget;
  auto* column = new QVBoxLayout(m_suggestedPart);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(new Separator);
  auto* heading = new Label(tr("知识 · 按正在输入的内容"), FontRole::Small12, Token::Text2);
  auto* row = new QVBoxLayout;
  row->setContentsMargins(12, 12, 12, 4);
  row->addWidget(heading);
  column->addLayout(row);
  m_suggested = new KnowledgeList(KnowledgeList::Extent::Whole);
  m_suggested->setObjectName(QStringLiteral("side.suggestions"));
  column->addWidget(m_suggested);
  connect(m_suggested, &KnowledgeList::openAsked, this,
          [this](const QString& id) { openArticle(id); });
  m_suggestedPart->hide();
  return m_suggestedPart;
}

QWidget* SidePane::makeSimilarTab() {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_similar = new SimilarList;
  column->addWidget(m_similar, 1);
  m_endingsPart = new QWidget;
  auto* endings = new QVBoxLayout(m_endingsPart);
  endings->setContentsMargins(0, 0, 0, 0);
  endings->setSpacing(0);
  endings->addWidget(new Separator);
  m_endingsText = new Label({}, FontRole::Small12, Token::Text2);
  m_endingsText->setObjectName(QStringLiteral("side.endingsText"));
  auto* head = new QVBoxLayout;
  head->setContentsMargins(12, 10, 12, 4);
  head->addWidget(m_endingsText);
  endings->addLayout(head);
  m_endings = new EndingsList;
  endings->addWidget(m_endings, 1);
  column->addWidget(m_endingsPart, 1);
  m_endingsPart->hide();
  // Such a list waits to be shown; here both stand for as long as the tab does.
  for (QuietList* list : {static_cast<QuietList*>(m_similar), static_cast<QuietList*>(m_endings)}) {
    list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    list->show();
  }
  return content;
}

void SidePane::setEndings(const EndingsView& view) {
  m_endings->set(view);
  m_endingsText->setText(endingsText(view));
  m_endingsPart->setVisible(view.tickets >= endingsLeast);
}

SidePane::Tab SidePane::tab() const { return static_cast<Tab>(m_tabs->currentIndex()); }

void SidePane::setTab(Tab tab) {
  const QSignalBlocker quiet(m_tabs);
  m_tabs->setCurrentIndex(tab);
  m_stack->setCurrentIndex(tab);
}

void SidePane::nextTab() { m_tabs->setCurrentIndex((tab() + 1) % TabCount); }

void SidePane::previousTab() { m_tabs->setCurrentIndex((tab() + TabCount - 1) % TabCount); }

void SidePane::setCompact(bool compact) {
  if (compact == m_isCompact) return;
  m_isCompact = compact;
  applyWidth();
  update();
}

void SidePane::applyWidth() {
  setMinimumWidth(m_isCompact ? 0 : widthLeast);
  setMaximumWidth(m_isCompact ? QWIDGETSIZE_MAX : widthMost);
  m_stack->setMaximumWidth(m_isCompact ? readableWidth : QWIDGETSIZE_MAX);
  setSizePolicy(m_isCompact ? QSizePolicy::Expanding : QSizePolicy::Preferred,
                QSizePolicy::Expanding);
  updateGeometry();
}

void SidePane::setSuggestions(const SearchAnswer& answer) {
  m_knowledge->setSuggestions(answer);
  m_suggested->setRows(knowledgeRows(answer, suggestionsMost));
  m_suggestedPart->setVisible(!m_suggested->rows().empty());
}

void SidePane::setSimilar(const std::vector<SimilarCase>& cases) {
  m_similar->set(cases);
  m_tabs->setCount(Similar, cases.empty() ? -1 : static_cast<int>(cases.size()));
}

bool SidePane::openArticle(const QString& articleId) {
  if (!m_knowledge->open(articleId)) return false;
  m_tabs->setCurrentIndex(Knowledge);
  return true;
}

bool SidePane::insertSentence(int digit) {
  if (tab() == Knowledge && !m_knowledge->openedArticle().isEmpty()) {
    return m_knowledge->insertSentence(digit);
  }
  return m_script->insertPhrase(digit);
}

QSize SidePane::sizeHint() const { return {m_isCompact ? readableWidth : widthMost, 600}; }

void SidePane::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Surface));
  if (!m_isCompact) paintLine(painter, rect(), Qt::LeftEdge, color(Token::Border));
}

}  // namespace yingda::ui
