// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the three texts and folds the note while nobody needs it.
#include "ui/desk/form_texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "ui/desk/remark_line.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/text_box.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

// The same bound as the store's; more is refused while typing.
constexpr qsizetype lengthMax = 200'000;
constexpr int linesMax = 6;
constexpr int hintMargin = 10;

/// A box that still grows shows no scroll bar.
void fitScrollBar(TextBox* box) {
  const bool isFull = box->document()->size().height() > linesMax;
  box->setVerticalScrollBarPolicy(isFull ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

TextBox* makeBox(const char* name) {
  auto* box = new TextBox;
  box->setObjectName(QLatin1String(name));
  box->setLengthLimit(lengthMax);
  box->setLineRange(2, linesMax);
  return box;
}

}  // namespace

FormTexts::FormTexts(QWidget* parent)
    : QWidget(parent),
      m_request(makeBox("ticketForm.request")),
      m_reply(makeBox("ticketForm.reply")),
      m_note(makeBox("ticketForm.note")),
      m_requestField(new FormField(tr("业主诉求"), m_request)),
      m_replyField(new FormField(tr("答复业主"), m_reply)),
      m_noteHint(new KeyHint(KeyTable::builtIn().hintOf(QStringLiteral("focus.note")), m_note)),
      m_pair(new QHBoxLayout),
      m_noteRow(new QHBoxLayout),
      m_replyRemarks(new TextRemarks(m_reply, WordingField::Reply)),
      m_noteRemarks(new TextRemarks(m_note, WordingField::Note)),
      m_remark(new RemarkLine),
      m_column(new QVBoxLayout(this)) {
  m_requestField->setSuffix(tr("原话，不检查用语"));
  m_replyField->setSuffix(tr("说出口的话"));
  m_note->setFont(ui::font(FontRole::Body13));
  m_note->setPlaceholderText(tr("内部备注，业主看不到"));
  m_note->setAccessibleName(tr("内部备注"));
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(8);
  m_pair->setSpacing(8);
  m_pair->addWidget(m_requestField, 1, Qt::AlignTop);
  m_pair->addWidget(m_replyField, 1, Qt::AlignTop);
  m_column->addLayout(m_pair);
  m_column->addWidget(m_remark);
  m_noteRow->setSpacing(8);
  m_noteRow->addWidget(m_note, 1);
  m_column->addLayout(m_noteRow);
  for (TextBox* box : {m_request, m_reply, m_note}) {
    box->installEventFilter(this);
    fitScrollBar(box);
    connect(box, &TextBox::contentChanged, this, [this, box] {
      fitScrollBar(box);
      if (box == m_note) foldNote();
      if (m_isOurs) return;
      if (box == m_request) Q_EMIT requestEdited();
      Q_EMIT edited();
    });
  }
  watchWords();
  foldNote();
}

void FormTexts::watchWords() {
  for (TextRemarks* remarks : {m_replyRemarks, m_noteRemarks}) {
    connect(remarks, &TextRemarks::changed, this, &FormTexts::showRemark);
    connect(remarks, &TextRemarks::asked, this, [this, remarks](const QString& text, int number) {
      Q_EMIT remarksAsked(remarks->field(), text, number);
    });
  }
  connect(m_remark, &RemarkLine::acceptAsked, this, &FormTexts::acceptAsked);
  connect(m_remark, &RemarkLine::snoozeAsked, this, &FormTexts::snoozeAsked);
}

TextRemarks* FormTexts::shownText() const {
  TextRemarks* last = m_isNoteLast ? m_noteRemarks : m_replyRemarks;
  TextRemarks* other = m_isNoteLast ? m_replyRemarks : m_noteRemarks;
  return last->nearest() || !other->nearest() ? last : other;
}

void FormTexts::showRemark() {
  const TextRemarks* text = shownText();
  // Under the text that it speaks of.
  const int place = text == m_noteRemarks ? 2 : 1;
  if (m_column->indexOf(m_remark) != place) {
    m_column->removeWidget(m_remark);
    m_column->insertWidget(place, m_remark);
  }
  m_remark->show(text->nearest());
}

void FormTexts::setRemarks(WordingField field, int generation, const std::vector<Remark>& remarks) {
  TextRemarks* text = field == WordingField::Note ? m_noteRemarks : m_replyRemarks;
  text->take(generation, remarks);
}

void FormTexts::setSnoozed(const QSet<QString>& keys) {
  m_replyRemarks->setSnoozed(keys);
  m_noteRemarks->setSnoozed(keys);
}

void FormTexts::askRemarks() {
  m_replyRemarks->ask();
  m_noteRemarks->ask();
}

const StandingRemark* FormTexts::shownRemark() const { return shownText()->nearest(); }

std::optional<StandingRemark> FormTexts::acceptRemark() { return shownText()->accept(); }

std::vector<StandingRemark> FormTexts::hardRemarks() const {
  std::vector<StandingRemark> hard;
  for (const TextRemarks* text : {m_replyRemarks, m_noteRemarks}) {
    for (const StandingRemark& one : text->standing()) {
      if (one.remark.severity == RemarkSeverity::Hard) hard.push_back(one);
    }
  }
  return hard;
}

void FormTexts::set(const TicketText& text) {
  m_isOurs = true;
  m_request->setText(text.request);
  m_reply->setText(text.reply);
  m_note->setText(text.note);
  m_isOurs = false;
  foldNote();
}

void FormTexts::store(TicketText& text) const {
  text.request = m_request->text();
  text.reply = m_reply->text();
  text.note = m_note->text();
}

void FormTexts::setRequestError(const QString& sentence) { m_requestField->setError(sentence); }

void FormTexts::setShort(bool isShort) {
  m_replyField->setVisible(!isShort);
  m_note->setVisible(!isShort);
  m_request->setLineRange(isShort ? 1 : 2, linesMax);
}

void FormTexts::setNarrow() { m_pair->setDirection(QBoxLayout::TopToBottom); }

void FormTexts::setBeside(QWidget* widget) {
  widget->setFixedHeight(m_note->minimumHeight());
  m_noteRow->addWidget(widget, 0, Qt::AlignTop);
}

void FormTexts::foldNote() {
  const bool isUsed = m_note->hasFocus() || !m_note->document()->isEmpty();
  m_note->setLineRange(1, isUsed ? linesMax : 1);
  m_noteHint->setVisible(!isUsed);
}

bool FormTexts::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn && watched != m_request) {
    const bool wasNote = std::exchange(m_isNoteLast, watched == m_note);
    if (wasNote != m_isNoteLast) showRemark();
  }
  if (watched == m_note) {
    const QEvent::Type type = event->type();
    if (type == QEvent::FocusIn || type == QEvent::FocusOut) foldNote();
    if (type == QEvent::Resize || type == QEvent::Show) {
      const QSize size = m_noteHint->sizeHint();
      m_noteHint->setGeometry(m_note->width() - size.width() - hintMargin,
                              (m_note->height() - size.height()) / 2, size.width(), size.height());
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
