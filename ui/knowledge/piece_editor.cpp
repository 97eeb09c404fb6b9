// SPDX-License-Identifier: GPL-3.0-or-later
// Fields at the left, what follows from them at the right.
#include "ui/knowledge/piece_editor.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "core/domain/starter_reader.h"
#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/text_box.h"
#include "ui/knowledge/diff_view.h"
#include "ui/knowledge/piece_bar.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

constexpr int checkWidth = 320;
constexpr std::chrono::milliseconds pause{400};

bool isUnique(const Starter& starter, const QString& name) {
  return std::count_if(starter.categories.begin(), starter.categories.end(),
                       [&](const Category& one) { return one.name == name; }) == 1;
}

}  // namespace

QString categoryNames(const Starter& starter, const QStringList& ids) {
  QStringList names;
  for (const QString& id : ids) {
    const Category* category = starter.category(id);
    if (!category) {
      names << id;
    } else {
      names << (isUnique(starter, category->name) ? category->name : category->id);
    }
  }
  return names.join(PieceEditor::tr("、"));
}

std::optional<QStringList> categoryIds(const Starter& starter, const QString& names) {
  QStringList ids;
  for (const QString& word : listOfWords(names)) {
    const auto found =
        std::find_if(starter.categories.begin(), starter.categories.end(),
                     [&](const Category& one) { return one.id == word || one.name == word; });
    if (found == starter.categories.end()) return std::nullopt;
    ids << found->id;
  }
  ids.removeDuplicates();
  return ids;
}

PieceEditor::PieceEditor(const Starter& starter, const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_starter(starter) {
  setObjectName(QStringLiteral("knowledge.editor"));
  build(keys);
  m_pause.setSingleShot(true);
  m_pause.setInterval(pause);
  connect(&m_pause, &QTimer::timeout, this, [this] {
    showDiff();
    Q_EMIT wordsChanged();
  });
  for (LineBox* box : {m_title, m_categories, m_keywords}) {
    connect(box, &LineBox::contentChanged, this, &PieceEditor::note);
  }
  connect(m_body, &TextBox::contentChanged, this, &PieceEditor::note);
  connect(m_layer, &Segmented::currentChanged, this, &PieceEditor::note);
}

void PieceEditor::build(const KeyTable& keys) {
  m_bar = new PieceBar(keys);
  m_title = new LineBox;
  m_title->setLengthLimit(static_cast<int>(pieceTitleMax));
  m_title->setObjectName(QStringLiteral("piece.title"));
  m_layer = new Segmented({tr("直接答复"), tr("转专人")});
  m_layer->setObjectName(QStringLiteral("piece.layer"));
  m_categories = new LineBox;
  m_categories->setObjectName(QStringLiteral("piece.categories"));
  m_keywords = new LineBox;
  m_keywords->setObjectName(QStringLiteral("piece.keywords"));
  m_body = new TextBox;
  m_body->setObjectName(QStringLiteral("piece.body"));
  m_body->setLengthLimit(pieceTextMax);
  auto* title = new FormField(tr("标题"), m_title);
  m_categoryField = new FormField(tr("类别"), m_categories);
  m_categoryField->setSuffix(tr("名称，用顿号隔开"));
  auto* keywords = new FormField(tr("关键词"), m_keywords);
  keywords->setSuffix(tr("业主会怎么说，用空格隔开"));
  auto* body = new FormField(tr("正文"), m_body);
  body->setSuffix(tr("第一行“%1 ……”是给业主的一句话；{card:编号} 换成口径卡的值").arg(replyMark()));
  m_count = new Label({}, FontRole::Small12, Token::Text3);
  body->setCorner(m_count);
  auto* first = new QHBoxLayout;
  first->setSpacing(12);
  first->addWidget(title, 1);
  first->addWidget(new FormField(tr("分层"), m_layer));
  auto* second = new QHBoxLayout;
  second->setSpacing(12);
  second->addWidget(m_categoryField, 1);
  second->addWidget(keywords, 1);
  auto* left = new QVBoxLayout;
  left->setSpacing(10);
  left->addLayout(first);
  left->addLayout(second);
  left->addWidget(body);
  left->addStretch(1);
  m_remarks = new RichLabel(FontRole::Body13);
  m_remarks->setObjectName(QStringLiteral("piece.remarks"));
  auto* facts = new Card;
  facts->body()->addWidget(new Label(tr("和口径卡核对"), FontRole::Strong13));
  facts->body()->addWidget(m_remarks);
  m_diffTitle = new Label({}, FontRole::Strong13);
  m_diffTitle->setObjectName(QStringLiteral("piece.diffTitle"));
  m_diff = new DiffView;
  auto* changes = new Card;
  changes->body()->addWidget(m_diffTitle);
  changes->body()->addWidget(m_diff, 1);
  auto* right = new QVBoxLayout;
  right->setSpacing(10);
  right->addWidget(facts);
  right->addWidget(changes, 1);
  auto* rightPart = new QWidget;
  rightPart->setFixedWidth(checkWidth);
  right->setContentsMargins(0, 0, 0, 0);
  rightPart->setLayout(right);
  auto* both = new QHBoxLayout;
  both->setSpacing(16);
  both->addLayout(left, 1);
  both->addWidget(rightPart);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(10);
  column->addWidget(m_bar);
  column->addLayout(both, 1);
}

void PieceEditor::put(const ArticleText& text) {
  m_isPutting = true;
  m_title->setText(text.title);
  m_layer->setCurrent(text.direct ? 0 : 1);
  m_categories->setText(categoryNames(m_starter, text.categories));
  m_keywords->setText(text.keywords.join(u' '));
  if (m_body->text() != text.body) m_body->setText(text.body);
  m_isPutting = false;
  m_saved = this->text();
  m_bar->setDirty(false);
  note();
  showDiff();
}

void PieceEditor::begin(PieceForm form, LocalDay today, const QString& title) {
  m_view = {};
  m_form = form;
  m_bar->setNew(form, today);
  put({title, {}, {}, {}, true});
  setRemarks({});
  m_title->setFocus(Qt::OtherFocusReason);
}

void PieceEditor::set(const PieceView& view) {
  const bool isSame = view.id == m_view.id;
  const bool keepsTyped = isSame && isDirty();
  m_view = view;
  m_form = view.form;
  m_bar->set(view);
  if (keepsTyped) return;
  const ArticleVersion* open = view.history.inWork();
  const ArticleVersion* source = open ? open : view.history.inEffect(view.today);
  if (!source && !view.history.versions.empty()) source = &view.history.versions.back();
  put(source ? source->text : ArticleText());
  setRemarks(view.remarks);
}

void PieceEditor::noteSaved(const PieceView& view) {
  m_view = view;
  m_form = view.form;
  if (const ArticleVersion* open = view.history.inWork()) m_saved = open->text;
  m_bar->setDirty(isDirty());
  m_bar->set(view);
  setRemarks(view.remarks);
}

ArticleText PieceEditor::text() const {
  ArticleText text;
  text.title = m_title->text().simplified();
  text.body = m_body->text();
  text.direct = m_layer->current() != 1;
  text.categories =
      categoryIds(m_starter, m_categories->text()).value_or(listOfWords(m_categories->text()));
  text.keywords = listOfWords(m_keywords->text());
  return text;
}

bool PieceEditor::hasFault() {
  const bool isKnown = categoryIds(m_starter, m_categories->text()).has_value();
  m_categoryField->setError(isKnown ? QString() : tr("有一个类别没有，请照类别表写"));
  if (!isKnown) m_categories->setFocus(Qt::OtherFocusReason);
  return !isKnown;
}

bool PieceEditor::isDirty() const { return !(text() == m_saved); }

void PieceEditor::note() {
  m_count->setText(tr("%1 字").arg(m_body->text().size()));
  if (m_isPutting) return;
  m_bar->setDirty(isDirty());
  m_pause.start();
}

void PieceEditor::showDiff() {
  const ArticleVersion* standing = m_view.history.inEffect(m_view.today);
  if (!standing) {
    m_diffTitle->setText(tr("还没有现行版可比"));
    m_diff->set({}, {});
    m_diff->hide();
    return;
  }
  m_diff->show();
  m_diff->set(standing->text.body, m_body->text());
  m_diffTitle->setText(m_diff->changes() == 0
                           ? tr("和第 %1 版一样").arg(standing->number)
                           : tr("比第 %1 版改 %2 处").arg(standing->number).arg(m_diff->changes()));
}

void PieceEditor::setRemarks(const std::vector<FactRemark>& remarks) {
  QStringList lines;
  for (const FactRemark& remark : remarks) {
    const FactCard* card = m_starter.factCard(remark.card);
    if (remark.kind == FactRemark::Kind::UnknownCard) {
      lines << tr("没有这张口径卡：%1").arg(remark.card);
    } else {
      lines << tr("写的是“%1”，口径卡“%2”是“%3”")
                   .arg(remark.said, card ? card->title : remark.card, remark.cardSays);
    }
  }
  m_remarks->setText(lines.isEmpty() ? tr("没有和口径卡相反的说法。")
                                     : lines.join(QStringLiteral("\n")));
  m_remarks->setToken(lines.isEmpty() ? Token::Text2 : Token::Red);
  m_bar->setHindrance(lines.isEmpty() ? QString() : tr("改好 %1 处才能发布").arg(lines.size()));
}

void PieceEditor::focusBody() { m_body->setFocus(Qt::OtherFocusReason); }

void PieceEditor::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // The text takes what the head and the fields above it leave, and scrolls within it.
  constexpr int above = 244;
  constexpr int lineHeight = 22;
  const int lines = std::max(6, (height() - above) / lineHeight);
  m_body->setLineRange(lines, lines);
}

void PieceEditor::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
}

}  // namespace yingda::ui
