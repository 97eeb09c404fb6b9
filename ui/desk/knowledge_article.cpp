// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the Markdown of an article in the colours and sizes of the program.
#include "ui/desk/knowledge_article.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextList>
#include <QVBoxLayout>

#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

constexpr int lineHeight = 21;
constexpr int listIndent = 22;

/// The sentence that can be said, on weak accent like that of a script.
class ReplyBox final : public QWidget {
 public:
  explicit ReplyBox(RichLabel* text) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->addWidget(text);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintBox(painter, rect(), {color(Token::AccentWeak), std::nullopt, 1.0, 6.0, false});
  }
};

void spreadBlocks(QTextDocument& document) {
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(lineHeight, QTextBlockFormat::FixedHeight);
    const bool isItem = block.textList() != nullptr;
    format.setTopMargin(0);
    format.setBottomMargin(isItem ? 4 : 8);
    cursor.setBlockFormat(format);
  }
}

}  // namespace

QString articleBody(const Article& article) {
  QString body = article.body;
  if (article.reply.isEmpty()) return body;
  // The starter's articles open with the sentence as a paragraph of its own.
  const QString first = body.section(u'\n', 0, 0);
  if (first.contains(article.reply)) body = body.mid(first.size()).trimmed();
  return body;
}

KnowledgeArticle::KnowledgeArticle(const KeyTable& keys, QWidget* parent)
    : QWidget(parent),
      m_back(new HintButton(tr("返回"), tr("Esc"))),
      m_title(new RichLabel(FontRole::Title15)),
      m_version(new Badge),
      m_transfer(new Badge(tr("转专人"), Tone::Orange)),
      m_text(new QTextBrowser) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 4, 12, 0);
  column->setSpacing(8);
  auto* head = new QHBoxLayout;
  m_back->setLook(HintButton::Look::Link);
  m_back->setSize(HintButton::Size::Small);
  m_back->setObjectName(QStringLiteral("knowledge.back"));
  head->setContentsMargins(0, 0, 0, 0);
  head->addWidget(m_back);
  head->addStretch(1);
  head->addWidget(m_transfer);
  head->addWidget(m_version);
  column->addLayout(head);
  column->addWidget(m_title);
  column->addWidget(makeReply(keys));
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setOpenLinks(false);
  m_text->setAccessibleName(tr("知识正文"));
  m_text->setObjectName(QStringLiteral("knowledge.text"));
  m_text->setTabChangesFocus(true);
  m_text->document()->setDocumentMargin(0);
  m_text->document()->setIndentWidth(listIndent);
  m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addWidget(m_text, 1);
  connect(m_back, &HintButton::clicked, this, &KnowledgeArticle::backAsked);
}

QWidget* KnowledgeArticle::makeReply(const KeyTable& keys) {
  m_replyPart = new QWidget;
  auto* column = new QVBoxLayout(m_replyPart);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->addWidget(new Label(tr("答复业主"), FontRole::Small12, Token::Text2), 1);
  m_insert = new HintButton(tr("插入"), keys.hintOf(QStringLiteral("sentence.insert.1")));
  m_insert->setLook(HintButton::Look::Quiet);
  m_insert->setSize(HintButton::Size::Small);
  m_insert->setObjectName(QStringLiteral("knowledge.insert"));
  head->addWidget(m_insert);
  column->addLayout(head);
  m_reply = new RichLabel(FontRole::Body13);
  m_reply->setLineSpacing(1.6);
  column->addWidget(new ReplyBox(m_reply));
  m_blank = new RichLabel(FontRole::Small12, Token::Orange);
  m_blank->setObjectName(QStringLiteral("knowledge.blank"));
  m_blank->setText(blankTrouble());
  column->addWidget(m_blank);
  connect(m_insert, &HintButton::clicked, this, &KnowledgeArticle::insertAsked);
  return m_replyPart;
}

void KnowledgeArticle::set(const Article& article) {
  m_article = article;
  m_title->setText(article.title);
  m_version->setText(tr("第 %1 版").arg(article.version));
  m_transfer->setVisible(!article.direct);
  m_reply->setText(article.reply);
  m_replyPart->setVisible(!article.reply.isEmpty());
  m_blank->setVisible(saysBlank(article.reply));
  m_insert->setEnabled(!saysBlank(article.reply));
  render();
}

void KnowledgeArticle::render() {
  m_text->document()->setDefaultFont(ui::font(FontRole::Body13));
  QPalette colours = m_text->palette();
  colours.setColor(QPalette::Base, Qt::transparent);
  colours.setColor(QPalette::Text, color(Token::Text));
  m_text->setPalette(colours);
  m_text->document()->setMarkdown(articleBody(m_article), QTextDocument::MarkdownNoHTML);
  spreadBlocks(*m_text->document());
  m_text->moveCursor(QTextCursor::Start);
}

void KnowledgeArticle::focusText() { m_text->setFocus(Qt::OtherFocusReason); }

void KnowledgeArticle::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // The text keeps the colours it was rendered with.
  if (event->type() == QEvent::StyleChange && m_text != nullptr) render();
}

void KnowledgeArticle::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Surface));
}

}  // namespace yingda::ui
