// SPDX-License-Identifier: GPL-3.0-or-later
// Makes one bubble a sentence.
#include "ui/training/talk_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

constexpr int indent = 64;

struct BubbleWords {
  QString time;
  QString name;
  QString text;
  QString note;
  Token noteInk = Token::Text2;
  bool isOwn = false;
};

class Bubble final : public QWidget {
 public:
  explicit Bubble(const BubbleWords& words) : m_isOwn(words.isOwn) {
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* name = new Label(words.name, FontRole::Small12, Token::Text2);
    name->setElides(false);
    auto* time = new Label(words.time, FontRole::Small12, Token::Text2);
    time->setElides(false);
    head->addWidget(time);
    head->addWidget(name);
    auto* note = new Label(words.note, FontRole::Small12, words.noteInk);
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(note, 1);
    auto* text = new RichLabel(FontRole::Body13);
    text->setText(words.text);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(m_isOwn ? indent + 12 : 12, 6, m_isOwn ? 12 : indent + 12, 6);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(text);
    setAccessibleName(words.name % u' ' % words.text);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const QRect box =
        m_isOwn ? rect().adjusted(indent, 0, 0, 0) : rect().adjusted(0, 0, -indent, 0);
    paintBox(painter, box,
             {color(m_isOwn ? Token::AccentWeak : Token::Sunken), std::nullopt, 1.0, 8.0, false});
  }

 private:
  bool m_isOwn;
};

}  // namespace

TalkView::TalkView(QWidget* parent) : QScrollArea(parent) {
  setObjectName(QStringLiteral("practice.talk"));
  setAccessibleName(tr("通话"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setAutoFillBackground(false);
  auto* inner = new QWidget;
  m_rows = new QVBoxLayout(inner);
  m_rows->setContentsMargins(12, 8, 12, 8);
  m_rows->setSpacing(8);
  m_rows->addStretch(1);
  setWidget(inner);
  inner->setAutoFillBackground(false);
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
          [this](int, int most) { verticalScrollBar()->setValue(most); });
}

void TalkView::addRow(QWidget* row, const QString& spoken) {
  m_texts << spoken;
  m_rows->addWidget(row);
}

void TalkView::addCustomer(const QString& time, const QString& name, const QString& text) {
  addRow(new Bubble({time, name, text, {}, Token::Text2, false}),
         name % QStringLiteral(": ") % text);
}

void TalkView::addOwn(const QString& time, const QString& name, const QString& text,
                      const QString& note, Token noteInk) {
  addRow(new Bubble({time, name, text, note, noteInk, true}), name % QStringLiteral(": ") % text);
}

void TalkView::clear() {
  m_texts.clear();
  while (m_rows->count() > 1) {
    QLayoutItem* item = m_rows->takeAt(1);
    delete item->widget();
    delete item;
  }
}

void TalkView::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

}  // namespace yingda::ui
