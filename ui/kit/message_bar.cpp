// SPDX-License-Identifier: GPL-3.0-or-later
// The bar in the page.
#include "ui/kit/message_bar.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/tone_inks.h"

namespace yingda::ui {

MessageBar::MessageBar(Tone tone, QWidget* parent)
    : QFrame(parent),
      m_tone(tone),
      m_title(new Label({}, FontRole::Small12, inksOf(tone).text, this)),
      m_text(new RichLabel(FontRole::Body13, Token::Text, this)),
      m_act(new HintButton({}, {}, this)),
      m_close(new HintButton(tr("关闭"), {}, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(10, 4, 10, 4);
  row->setSpacing(10);
  m_title->setElides(false);
  row->addWidget(m_title);
  row->addWidget(m_text, 1);
  row->addWidget(m_act);
  row->addWidget(m_close);
  m_act->setSize(HintButton::Size::Small);
  m_close->setSize(HintButton::Size::Small);
  m_close->setLook(HintButton::Look::Quiet);
  m_title->hide();
  m_act->hide();
  m_close->hide();
  setMinimumHeight(32);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(m_act, &QPushButton::clicked, this, &MessageBar::acted);
  connect(m_close, &QPushButton::clicked, this, [this] {
    hide();
    Q_EMIT closed();
  });
}

void MessageBar::setTone(Tone tone) {
  m_tone = tone;
  m_title->setToken(inksOf(tone).text);
  update();
}

void MessageBar::setTitle(const QString& title) {
  m_title->setText(title);
  m_title->setVisible(!title.isEmpty());
}

void MessageBar::setText(const QString& text, const QList<Mark>& marks) {
  m_text->setText(text, marks);
  setAccessibleName(text);
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::setAct(const QString& text, const QString& hint) {
  m_act->setText(text);
  m_act->setHint(hint);
  m_act->setVisible(!text.isEmpty());
}

void MessageBar::setBeside(QWidget* widget) {
  auto* row = static_cast<QHBoxLayout*>(layout());
  row->insertWidget(row->indexOf(m_act), widget);
}

void MessageBar::setClosable(bool closable) { m_close->setVisible(closable); }

void MessageBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(inksOf(m_tone).fill), std::nullopt, 1.0, 6.0, false});
}

}  // namespace yingda::ui
