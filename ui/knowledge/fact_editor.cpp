// SPDX-License-Identifier: GPL-3.0-or-later
// Says the sentence with the value in it while it is typed.
#include "ui/knowledge/fact_editor.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/knowledge/piece_bar.h"
#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

FactEditor::FactEditor(const KeyTable& keys, QWidget* parent)
    : QWidget(parent),
      m_bar(new PieceBar(keys)),
      m_title(new Label({}, FontRole::Big20)),
      m_waits(new Badge({}, Tone::Orange)),
      m_sentence(new RichLabel(FontRole::Title15)),
      m_value(new LineBox),
      m_source(new LineBox),
      m_valueField(new FormField(tr("值"), m_value)),
      m_sourceField(new FormField(tr("依据"), m_source)),
      m_quotedIn(new RichLabel(FontRole::Body13, Token::Text2)) {
  setObjectName(QStringLiteral("knowledge.fact"));
  m_waits->setObjectName(QStringLiteral("fact.waits"));
  m_sentence->setObjectName(QStringLiteral("fact.sentence"));
  m_sentence->setLineSpacing(1.6);
  m_value->setObjectName(QStringLiteral("fact.value"));
  m_value->setLengthLimit(static_cast<int>(factValueMax));
  m_source->setObjectName(QStringLiteral("fact.source"));
  m_source->setLengthLimit(static_cast<int>(factSourceMax));
  m_sourceField->setSuffix(tr("写在哪份合同、公示、通知里"));
  m_quotedIn->setObjectName(QStringLiteral("fact.quotedIn"));
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(m_title);
  head->addWidget(m_waits);
  head->addStretch(1);
  auto* said = new Card;
  said->setColors(Token::AccentWeak, Token::AccentWeak);
  said->body()->addWidget(m_sentence);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(10);
  column->addWidget(m_bar);
  column->addLayout(head);
  column->addWidget(said);
  column->addWidget(m_valueField);
  column->addWidget(m_sourceField);
  column->addWidget(m_quotedIn);
  column->addStretch(1);
  for (LineBox* box : {m_value, m_source}) {
    connect(box, &LineBox::contentChanged, this, &FactEditor::note);
  }
}

FactFill FactEditor::typed() const {
  return {m_value->text().simplified(), m_source->text().simplified()};
}

FactFill FactEditor::stored() const {
  const ArticleVersion* open = m_view.history.inWork();
  const ArticleVersion* read = open ? open : m_view.history.inEffect(m_view.today);
  return read ? fillInText(read->text.body) : FactFill();
}

void FactEditor::set(const PieceView& view) {
  const bool keepsTyped = view.id == m_view.id && isDirty();
  m_view = view;
  m_bar->set(view);
  if (!view.card) return;
  m_title->setText(view.card->title);
  m_valueField->setSuffix(factValueHint(view.card->kind));
  m_waits->setText(view.card->filledBy == u"city" ? tr("还没填：由城市填写")
                                                  : tr("还没填：由项目填写"));
  m_waits->setVisible(view.card->awaitsValue());
  m_quotedIn->setText(view.quotedIn.isEmpty()
                          ? tr("还没有知识引用它。")
                          : tr("引用它的知识：%1").arg(view.quotedIn.join(tr("、"))));
  if (!keepsTyped) {
    m_isPutting = true;
    const FactFill fill = stored();
    m_value->setText(fill.value);
    m_source->setText(fill.source);
    m_saved = typed();
    m_valueField->setError({});
    m_sourceField->setError({});
    m_isPutting = false;
  }
  note();
}

void FactEditor::noteSaved(const PieceView& view) {
  const FactFill before = m_saved;
  m_view = view;
  m_saved = stored();
  // The stored value is written in one way; the box shows that one unless more was typed.
  const auto meant = view.card ? filledCard(*view.card, typed()) : Error{};
  if (meant && meant->valueText() == m_saved.value && m_saved != before) {
    m_value->setText(m_saved.value);
  }
  m_bar->setDirty(isDirty());
  m_bar->set(view);
}

ArticleText FactEditor::text() const {
  ArticleText text;
  text.title = m_view.card ? m_view.card->title : QString();
  text.body = textOfFill(typed());
  return text;
}

bool FactEditor::hasFault() {
  if (!m_view.card) return true;
  const auto filled = filledCard(*m_view.card, typed());
  const bool isSource = !filled && filled.error().detail == u"fact source";
  const QString words = filled ? QString() : knowledgeTrouble(filled.error());
  m_valueField->setError(isSource ? QString() : words);
  m_sourceField->setError(isSource ? words : QString());
  if (!filled) (isSource ? m_source : m_value)->setFocus(Qt::OtherFocusReason);
  return !filled;
}

void FactEditor::note() {
  if (m_isPutting) return;
  m_bar->setDirty(isDirty());
  showSentence();
}

void FactEditor::showSentence() {
  if (!m_view.card) return;
  FactCard card = *m_view.card;
  if (const auto filled = filledCard(card, typed())) card = *filled;
  const QString value = card.valueText();
  const QString sentence = card.statementText();
  const auto at = static_cast<int>(sentence.indexOf(value));
  m_sentence->setText(sentence, {{at, static_cast<int>(value.size()), MarkKind::Strong}});
}

void FactEditor::focusValue() { m_value->setFocus(Qt::OtherFocusReason); }

void FactEditor::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
}

}  // namespace yingda::ui
