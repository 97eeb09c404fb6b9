// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out a piece and renders its Markdown in the colours of the program.
#include "ui/knowledge/piece_reader.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextList>
#include <QVBoxLayout>

#include "core/domain/starter_reader.h"
#include "ui/desk/knowledge_article.h"
#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/knowledge/diff_view.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

constexpr int lineHeight = 22;
constexpr int factsMost = 4;

void spreadBlocks(QTextDocument& document) {
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(lineHeight, QTextBlockFormat::FixedHeight);
    format.setTopMargin(0);
    format.setBottomMargin(block.textList() ? 4 : 8);
    cursor.setBlockFormat(format);
  }
}

Article articleOf(const PieceView& view, const ArticleVersion& version,
                  const std::vector<FactCard>& cards) {
  Article article;
  article.id = view.id;
  article.title = version.text.title;
  article.version = version.number;
  article.direct = version.text.direct;
  fillBody(article, version.text.body, cards);
  return article;
}

Tone toneOf(ArticleStage stage) {
  if (stage == ArticleStage::Published) return Tone::Green;
  return stage == ArticleStage::DueForReview ? Tone::Yellow : Tone::Neutral;
}

}  // namespace

PieceReader::PieceReader(const Starter& starter, const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_starter(starter) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 0);
  column->setSpacing(10);
  column->addWidget(makeHead(keys));
  m_work = new MessageBar(Tone::Accent);
  m_work->setClosable(false);
  m_work->setObjectName(QStringLiteral("knowledge.work"));
  column->addWidget(m_work);
  m_factRow = new QWidget;
  m_factCards = new QHBoxLayout(m_factRow);
  m_factCards->setContentsMargins(0, 0, 0, 0);
  m_factCards->setSpacing(8);
  column->addWidget(m_factRow);
  column->addWidget(makeReply(keys));
  auto* bodyHead = new QHBoxLayout;
  bodyHead->addWidget(new Label(tr("正文"), FontRole::Strong13), 1);
  m_mode = new Segmented;
  m_mode->setObjectName(QStringLiteral("knowledge.mode"));
  m_mode->setAccessibleName(tr("只看这一版，或对比上一版"));
  bodyHead->addWidget(m_mode);
  column->addLayout(bodyHead);
  m_text = new QTextBrowser;
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setOpenLinks(false);
  m_text->setTabChangesFocus(true);
  m_text->setAccessibleName(tr("知识正文"));
  m_text->setObjectName(QStringLiteral("knowledge.body"));
  m_text->document()->setDocumentMargin(0);
  m_text->document()->setIndentWidth(22);
  m_diff = new DiffView;
  m_bodies = new QStackedWidget;
  m_bodies->addWidget(m_text);
  m_bodies->addWidget(m_diff);
  column->addWidget(m_bodies, 1);
  column->addWidget(makeOpinion(keys));
  connect(m_mode, &Segmented::currentChanged, m_bodies, &QStackedWidget::setCurrentIndex);
  connect(m_work, &MessageBar::acted, this, &PieceReader::editAsked);
}

QWidget* PieceReader::makeHead(const KeyTable& keys) {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout;
  m_title = new Label({}, FontRole::Big20);
  m_title->setObjectName(QStringLiteral("knowledge.title"));
  m_stage = new Badge;
  m_transfer = new Badge(tr("转专人"), Tone::Orange);
  m_edit = new HintButton(tr("编辑"), keys.hintOf(QStringLiteral("article.edit")));
  m_edit->setObjectName(QStringLiteral("knowledge.edit"));
  m_insert = new HintButton(tr("插入答复"), keys.hintOf(QStringLiteral("sentence.insert.1")));
  m_insert->setLook(HintButton::Look::Filled);
  m_insert->setObjectName(QStringLiteral("knowledge.insertReply"));
  row->setSpacing(8);
  row->addWidget(m_title);
  row->addWidget(m_stage);
  row->addWidget(m_transfer);
  row->addStretch(1);
  row->addWidget(m_edit);
  row->addWidget(m_insert);
  m_meta = new Label({}, FontRole::Small12, Token::Text2);
  m_meta->setObjectName(QStringLiteral("knowledge.meta"));
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(m_meta);
  connect(m_edit, &HintButton::clicked, this, &PieceReader::editAsked);
  connect(m_insert, &HintButton::clicked, this, &PieceReader::insertAsked);
  return head;
}

QWidget* PieceReader::makeReply(const KeyTable&) {
  m_replyPart = new QWidget;
  auto* column = new QVBoxLayout(m_replyPart);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(new Label(tr("给业主的一句话"), FontRole::Strong13));
  m_reply = new RichLabel(FontRole::Title15);
  m_reply->setLineSpacing(1.6);
  m_reply->setObjectName(QStringLiteral("knowledge.reply"));
  auto* box = new Card;
  box->setColors(Token::AccentWeak, Token::AccentWeak);
  box->body()->addWidget(m_reply);
  column->addWidget(box);
  m_blank = new RichLabel(FontRole::Small12, Token::Orange);
  m_blank->setObjectName(QStringLiteral("knowledge.blank"));
  m_blank->setText(blankTrouble());
  column->addWidget(m_blank);
  return m_replyPart;
}

QWidget* PieceReader::makeOpinion(const KeyTable& keys) {
  auto* pane = new Pane(Token::Surface);
  pane->setLines(Qt::TopEdge);
  m_opinion = pane;
  auto* row = new QHBoxLayout(m_opinion);
  row->setContentsMargins(0, 10, 0, 10);
  row->setSpacing(8);
  auto* asked = new Label(tr("这篇有帮助吗？"));
  asked->setElides(false);
  m_useful = new HintButton(tr("有帮助"), keys.hintOf(QStringLiteral("article.useful")));
  m_useful->setObjectName(QStringLiteral("knowledge.useful"));
  m_notUseful = new HintButton(tr("没帮上"), keys.hintOf(QStringLiteral("article.unhelpful")));
  m_notUseful->setObjectName(QStringLiteral("knowledge.notUseful"));
  m_read = new HintButton(tr("已读"), keys.hintOf(QStringLiteral("bulletin.read")));
  m_read->setObjectName(QStringLiteral("knowledge.read"));
  QStringList reasons;
  for (const NotUsefulReason reason : allNotUsefulReasons) reasons << reasonText(reason);
  m_reasons = new Segmented(reasons);
  m_reasons->setObjectName(QStringLiteral("knowledge.reasons"));
  m_reasons->setAccessibleName(tr("为什么没帮上，按数字"));
  m_reasons->hide();
  m_said = new Label({}, FontRole::Small12, Token::Text2);
  m_said->setObjectName(QStringLiteral("knowledge.said"));
  for (QWidget* one : {static_cast<QWidget*>(asked), static_cast<QWidget*>(m_useful),
                       static_cast<QWidget*>(m_notUseful), static_cast<QWidget*>(m_read),
                       static_cast<QWidget*>(m_reasons)}) {
    row->addWidget(one);
  }
  row->addWidget(m_said, 1);
  connect(m_useful, &HintButton::clicked, this, &PieceReader::usefulAsked);
  connect(m_notUseful, &HintButton::clicked, this, &PieceReader::askReason);
  connect(m_read, &HintButton::clicked, this, &PieceReader::readAsked);
  connect(m_reasons, &Segmented::currentChanged, this, [this](int index) {
    if (index < 0 || m_reasons->isHidden()) return;
    stopAsking();
    Q_EMIT notUsefulAsked(allNotUsefulReasons[static_cast<size_t>(index)]);
  });
  return m_opinion;
}

const ArticleVersion* PieceReader::shown() const {
  if (m_number > 0) return m_view.history.version(m_number);
  if (const ArticleVersion* standing = m_view.history.inEffect(m_view.today)) return standing;
  return m_view.history.versions.empty() ? nullptr : &m_view.history.versions.back();
}

void PieceReader::set(const PieceView& view) {
  if (view.id != m_view.id) {
    m_number = 0;
    m_mode->setCurrent(0);
    stopAsking();
  }
  m_view = view;
  render();
}

void PieceReader::showVersion(int number) {
  m_number = number;
  render();
}

void PieceReader::render() {
  const ArticleVersion* version = shown();
  if (!version) return;
  const Article article = articleOf(m_view, *version, m_starter.factCards);
  m_title->setText(article.title);
  const ArticleStage stage = ArticleHistory::stageOn(*version, m_view.today);
  m_stage->setText(stageText(stage));
  m_stage->setTone(toneOf(stage));
  m_transfer->setVisible(!article.direct);
  m_insert->setVisible(!reply().isEmpty() && m_number == 0);
  showMeta(*version);
  showFacts(article);
  m_reply->setText(article.reply);
  m_replyPart->setVisible(!article.reply.isEmpty());
  m_blank->setVisible(saysBlank(article.reply));
  m_insert->setEnabled(!saysBlank(article.reply));
  showBody(article);
  showOpinion();
}

void PieceReader::showMeta(const ArticleVersion& version) {
  QStringList words{tr("第 %1 版").arg(version.number)};
  const auto nameOf = [this](const AgentId& id) { return m_view.names.value(id); };
  if (!version.author.isNull()) words << tr("%1 写").arg(nameOf(version.author));
  if (!version.approver.isNull()) words << tr("%1 审批").arg(nameOf(version.approver));
  const QString from = dayText(version.effectiveFrom);
  words << (from.isEmpty() && version.effectiveFrom ? tr("随程序出厂")
            : from.isEmpty()                        ? tr("还没有生效")
                                                    : tr("%1 生效").arg(from));
  if (version.effectiveTo) words << tr("到 %1 止").arg(dayText(version.effectiveTo));
  if (version.reviewOn) words << tr("%1 复核").arg(dayText(version.reviewOn));
  m_meta->setText(words.join(QStringLiteral("  ·  ")));
  const ArticleVersion* open = m_view.history.inWork();
  m_work->setVisible(open != nullptr && open != &version);
  if (!open) return;
  m_work->setTitle(stageText(open->stage));
  m_work->setText(open->stage == ArticleStage::Reviewed
                      ? tr("第 %1 版审过了，等发布").arg(open->number)
                      : tr("第 %1 版在改，%2 写").arg(open->number).arg(nameOf(open->author)));
  m_work->setAct(tr("打开"), m_edit->hint());
}

QStringList PieceReader::facts() const {
  const ArticleVersion* version = shown();
  QStringList words;
  if (!version) return words;
  for (const QString& id : articleOf(m_view, *version, m_starter.factCards).factCards) {
    if (const FactCard* card = m_starter.factCard(id)) {
      words << card->title % u' ' % card->valueText();
    }
  }
  return words;
}

void PieceReader::showFacts(const Article& article) {
  while (QLayoutItem* item = m_factCards->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const QString& id : article.factCards) {
    const FactCard* card = m_starter.factCard(id);
    if (!card || m_factCards->count() == factsMost) continue;
    auto* box = new Card;
    box->body()->setContentsMargins(10, 6, 10, 6);
    box->body()->setSpacing(2);
    box->body()->addWidget(new Label(card->title, FontRole::Small12, Token::Text2));
    box->body()->addWidget(new Label(card->valueText(), FontRole::Strong13,
                                     card->awaitsValue() ? Token::Orange : Token::Text));
    m_factCards->addWidget(box, 1);
  }
  m_factRow->setVisible(m_factCards->count() > 0);
}

void PieceReader::showBody(const Article& article) {
  const int number = article.version;
  const ArticleVersion* before = nullptr;
  for (const ArticleVersion& each : m_view.history.versions) {
    if (each.number < number) before = &each;
  }
  const ArticleVersion* own = m_view.history.version(number);
  m_diff->set(before ? before->text.body : own->text.body, own->text.body);
  m_mode->setVisible(before != nullptr);
  if (before) {
    m_mode->setChoices({tr("只看这一版"),
                        tr("对比第 %1 版，改 %2 处").arg(before->number).arg(m_diff->changes())});
    m_mode->setCurrent(m_bodies->currentIndex());
  } else {
    m_bodies->setCurrentIndex(0);
  }
  m_text->document()->setDefaultFont(ui::font(FontRole::Body13));
  QPalette colours = m_text->palette();
  colours.setColor(QPalette::Base, Qt::transparent);
  colours.setColor(QPalette::Text, color(Token::Text));
  m_text->setPalette(colours);
  m_text->document()->setMarkdown(articleBody(article), QTextDocument::MarkdownNoHTML);
  spreadBlocks(*m_text->document());
  m_text->moveCursor(QTextCursor::Start);
}

void PieceReader::showOpinion() {
  const bool isInEffect = m_view.history.inEffect(m_view.today) != nullptr && m_number == 0;
  const bool isBulletin = m_view.form == PieceForm::Bulletin;
  m_opinion->setVisible(isInEffect);
  m_read->setVisible(isBulletin);
  m_useful->setVisible(!isBulletin);
  m_notUseful->setVisible(!isBulletin);
  QStringList counts;
  if (m_view.useful > 0) counts << tr("有帮助 %1 人").arg(m_view.useful);
  if (m_view.notUseful > 0) counts << tr("没帮上 %1 人").arg(m_view.notUseful);
  if (m_view.mine) counts << (*m_view.mine ? tr("您说有帮助") : tr("您说没帮上，已告诉编辑"));
  m_said->setText(counts.join(QStringLiteral(" · ")));
}

void PieceReader::askReason() {
  if (m_opinion->isHidden() || m_notUseful->isHidden()) return;
  m_reasons->setCurrent(-1);
  m_reasons->show();
  m_useful->hide();
  m_notUseful->hide();
  m_reasons->setFocus(Qt::OtherFocusReason);
}

bool PieceReader::isAsking() const { return !m_reasons->isHidden(); }

void PieceReader::stopAsking() {
  if (!isAsking()) return;
  m_reasons->hide();
  m_text->setFocus(Qt::OtherFocusReason);
  showOpinion();
}

QString PieceReader::reply() const { return m_view.shown ? m_view.shown->reply : QString(); }

void PieceReader::focusText() { m_bodies->currentWidget()->setFocus(Qt::OtherFocusReason); }

void PieceReader::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // The text keeps the colours it was rendered with.
  if (event->type() == QEvent::StyleChange && !m_view.id.isEmpty()) render();
}

void PieceReader::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Surface));
}

}  // namespace yingda::ui
