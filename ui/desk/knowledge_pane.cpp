// SPDX-License-Identifier: GPL-3.0-or-later
// Asks while somebody types, drops late answers, and opens articles in place.
#include "ui/desk/knowledge_pane.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "core/service/search_hits.h"
#include "ui/desk/knowledge_article.h"
#include "ui/desk/knowledge_list.h"
#include "ui/desk/side_query.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"

namespace yingda::ui {

namespace {

constexpr int hitsMost = 20;

}  // namespace

KnowledgePane::KnowledgePane(const Starter& starter, const KeyTable& keys, QWidget* parent)
    : QWidget(parent),
      m_starter(starter),
      m_search(new LineBox),
      m_heading(new Label(QString(), FontRole::Small12, Token::Text2)),
      m_list(new KnowledgeList(KnowledgeList::Extent::Scrolling)),
      m_article(new KnowledgeArticle(keys)),
      m_stack(new QStackedLayout) {
  setObjectName(QStringLiteral("knowledgePane"));
  m_search->setObjectName(QStringLiteral("knowledge.search"));
  m_search->setPlaceholderText(tr("搜知识，汉字或拼音首字母"));
  m_search->setAccessibleName(tr("搜知识"));
  m_search->setLengthLimit(200);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 12, 0, 0);
  column->setSpacing(8);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(12, 0, 12, 0);
  top->addWidget(m_search);
  m_searchHint = new KeyHint(keys.hintOf(QStringLiteral("knowledge.open")), m_search);
  m_search->setTextMargins(0, 0, m_searchHint->sizeHint().width() + 8, 0);
  column->addLayout(top);
  auto* hits = new QWidget;
  auto* hitColumn = new QVBoxLayout(hits);
  hitColumn->setContentsMargins(0, 0, 0, 0);
  hitColumn->setSpacing(4);
  auto* headingRow = new QVBoxLayout;
  headingRow->setContentsMargins(12, 0, 12, 0);
  headingRow->addWidget(m_heading);
  hitColumn->addLayout(headingRow);
  hitColumn->addWidget(m_list, 1);
  m_stack->addWidget(hits);
  m_stack->addWidget(m_article);
  column->addLayout(m_stack, 1);
  m_search->installEventFilter(this);
  connect(m_search, &LineBox::contentChanged, this, &KnowledgePane::noteQuery);
  connect(m_list, &KnowledgeList::openAsked, this, [this](const QString& id) { open(id); });
  connect(m_article, &KnowledgeArticle::backAsked, this, [this] { back(); });
  connect(m_article, &KnowledgeArticle::insertAsked, this, [this] { insertSentence(1); });
  showHits();
}

QString KnowledgePane::query() const { return composedText(*m_search).trimmed(); }

void KnowledgePane::noteQuery() {
  const QString now = query();
  if (now == m_lastQuery) return;
  m_lastQuery = now;
  m_failure.clear();
  if (now.isEmpty()) m_hits = {};
  m_stack->setCurrentIndex(0);
  showHits();
  Q_EMIT queryChanged(now);
}

void KnowledgePane::set(const SearchAnswer& answer) {
  if (answer.query.trimmed() != query()) return;
  m_hits = answer;
  m_failure.clear();
  showHits();
}

void KnowledgePane::setSuggestions(const SearchAnswer& answer) {
  m_suggestions = answer;
  if (query().isEmpty()) showHits();
}

void KnowledgePane::setFailed(const QString& sentence) {
  m_failure = sentence;
  m_hits = {};
  showHits();
}

QString KnowledgePane::headingText() const {
  if (!m_failure.isEmpty()) return m_failure;
  const int count = static_cast<int>(m_list->rows().size());
  if (query().isEmpty()) {
    return count > 0 ? tr("知识 · 按正在输入的内容") : tr("边输入边找，也可以直接搜。");
  }
  if (m_hits.query.trimmed() != query()) return tr("正在找…");
  if (count == 0) return tr("没有找到“%1”，换个词，或用拼音首字母。").arg(query());
  //: Number of articles, and how long the search took.
  return tr("%1 条 · %2 毫秒").arg(count).arg(qMax(1, qRound(m_hits.milliseconds)));
}

void KnowledgePane::showHits() {
  // Of older hits those stay that fit what stands there now, until the newer ones are there.
  const QString text = query();
  m_list->setRows(
      knowledgeRows(text.isEmpty() ? m_suggestions : stillFitting(m_hits, text), hitsMost));
  m_heading->setText(headingText());
}

bool KnowledgePane::open(const QString& articleId) {
  const Article* article = m_starter.article(articleId);
  if (article == nullptr) return false;
  const bool hadFocus = m_list->hasFocus();
  m_article->set(*article);
  m_stack->setCurrentIndex(1);
  if (hadFocus) m_article->focusText();
  Q_EMIT opened(articleId);
  return true;
}

bool KnowledgePane::back() {
  if (m_stack->currentIndex() == 1) {
    const QWidget* focused = QApplication::focusWidget();
    const bool hadFocus = focused != nullptr && m_article->isAncestorOf(focused);
    m_stack->setCurrentIndex(0);
    if (hadFocus) m_list->setFocus(Qt::OtherFocusReason);
    return true;
  }
  if (m_search->text().isEmpty()) return false;
  m_search->clear();
  return true;
}

QString KnowledgePane::openedArticle() const {
  return m_stack->currentIndex() == 1 ? m_article->article().id : QString();
}

void KnowledgePane::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

bool KnowledgePane::insertSentence(int digit) {
  const Article& article = m_article->article();
  if (digit != 1 || openedArticle().isEmpty() || article.reply.isEmpty()) return false;
  if (saysBlank(article.reply)) return false;
  Q_EMIT insertAsked(article.id, article.version, article.reply);
  return true;
}

bool KnowledgePane::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_search) return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::Resize) {
    const QSize size = m_searchHint->sizeHint();
    m_searchHint->setGeometry(
        {{m_search->width() - size.width() - 11, (m_search->height() - size.height()) / 2}, size});
  }
  if (event->type() == QEvent::InputMethod) {
    // The line has not seen the event yet; what it composes is known a moment later.
    QMetaObject::invokeMethod(this, &KnowledgePane::noteQuery, Qt::QueuedConnection);
  }
  if (event->type() == QEvent::KeyPress && !m_search->composing()) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isPlain && key->key() == Qt::Key_Down && m_stack->currentIndex() == 0) {
      m_list->setFocus(Qt::TabFocusReason);
      return true;
    }
    if (isPlain && isEnter && m_stack->currentIndex() == 0 && !m_list->rows().empty()) {
      open(m_list->rows().front().id);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void KnowledgePane::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier && back()) return;
  QWidget::keyPressEvent(event);
}

}  // namespace yingda::ui
