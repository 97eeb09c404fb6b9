// SPDX-License-Identifier: GPL-3.0-or-later
// Class, rewrite and reason in one bar, with the two keys.
#include "ui/desk/remark_line.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/desk/remark_text.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

Token fillOf(RemarkSeverity severity) {
  switch (remarkTone(severity)) {
    case Tone::Red:
      return Token::RedWeak;
    case Tone::Orange:
      return Token::OrangeWeak;
    default:
      return Token::Sunken;
  }
}

HintButton* makeButton(const QString& text, const char* verb, const char* name) {
  auto* button = new HintButton(text, KeyTable::builtIn().hintOf(QLatin1String(verb)));
  button->setObjectName(QLatin1String(name));
  button->setSize(HintButton::Size::Small);
  button->setFocusPolicy(Qt::NoFocus);
  return button;
}

}  // namespace

RemarkLine::RemarkLine(QWidget* parent)
    : QWidget(parent),
      m_class(new Label({}, FontRole::Small12, Token::Orange)),
      m_text(new RichLabel(FontRole::Body13, Token::Text)),
      m_accept(makeButton(tr("采用"), "wording.accept", "remark.accept")),
      m_snooze(makeButton(tr("忽略"), "wording.snooze", "remark.snooze")) {
  setObjectName(QStringLiteral("ticketForm.remark"));
  m_class->setElides(false);
  // The rewrite comes first and must be read whole; a long reason ends in the tool tip.
  m_text->setMaxLines(2);
  m_snooze->setLook(HintButton::Look::Quiet);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(10, 4, 6, 4);
  row->setSpacing(10);
  row->addWidget(m_class);
  row->addWidget(m_text, 1);
  row->addWidget(m_accept);
  row->addWidget(m_snooze);
  setMinimumHeight(32);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(m_accept, &QPushButton::clicked, this, &RemarkLine::acceptAsked);
  connect(m_snooze, &QPushButton::clicked, this, &RemarkLine::snoozeAsked);
  hide();
}

void RemarkLine::show(const StandingRemark* standing) {
  setVisible(standing != nullptr);
  if (!standing) return;
  const Remark& remark = standing->remark;
  m_severity = remark.severity;
  m_class->setText(wordingClassText(remark.wordingClass));
  m_class->setToken(remarkInk(remark.severity));
  QString text;
  QList<Mark> marks;
  if (remark.rewrite.isEmpty()) {
    text = remark.reason;
  } else {
    //: The sentence to say instead, then why.
    text = tr("改为「%1」 %2").arg(remark.rewrite, remark.reason);
    const auto from = static_cast<int>(text.indexOf(remark.rewrite));
    marks << Mark{from, static_cast<int>(remark.rewrite.size()), MarkKind::Strong};
  }
  m_text->setText(text, marks);
  m_text->setToolTip(text);
  m_accept->setVisible(!remark.rewrite.isEmpty());
  setAccessibleName(tr("%1：%2").arg(m_class->text(), text));
  update();
}

QString RemarkLine::text() const { return m_text->text(); }

void RemarkLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(fillOf(m_severity)), std::nullopt, 1.0, 6.0, false});
}

}  // namespace yingda::ui
