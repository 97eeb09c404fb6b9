// SPDX-License-Identifier: GPL-3.0-or-later
// A muted title, the sentence, and the key that says it.
#include "ui/desk/calm_line.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

QString rungText(const QString& id) {
  if (id == u"listen") return QCoreApplication::translate("CalmLine", "先听完");
  if (id == u"name") return QCoreApplication::translate("CalmLine", "说出感受");
  if (id == u"own") return QCoreApplication::translate("CalmLine", "揽下来");
  if (id == u"promise") return QCoreApplication::translate("CalmLine", "给准时间");
  if (id == u"senior") return QCoreApplication::translate("CalmLine", "请班长");
  return id;
}

CalmLine::CalmLine(const char* verb, const KeyTable& keys, QWidget* parent)
    : QWidget(parent),
      m_title(new Label({}, FontRole::Small12, Token::Text2)),
      m_words(new RichLabel(FontRole::Body13, Token::Text)),
      m_act(new HintButton({}, keys.hintOf(QLatin1String(verb)))) {
  m_act->setObjectName(QLatin1String("calm.") + QLatin1String(verb));
  m_act->setLook(HintButton::Look::Quiet);
  m_act->setSize(HintButton::Size::Small);
  m_act->setFocusPolicy(Qt::NoFocus);
  m_words->setLineSpacing(1.5);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 2);
  column->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(m_title, 1);
  head->addWidget(m_act);
  column->addLayout(head);
  column->addWidget(m_words);
  connect(m_act, &QAbstractButton::clicked, this, [this] { act(); });
  hide();
}

void CalmLine::set(const QString& title, const QString& sentence, const QString& act) {
  m_title->setText(title);
  m_words->setText(sentence);
  m_act->setText(act);
  setAccessibleName(QString(title + QLatin1Char(' ') + sentence));
  setVisible(!sentence.isEmpty());
}

QString CalmLine::sentence() const { return m_words->text(); }

bool CalmLine::act() {
  if (isHidden()) return false;
  Q_EMIT acted(m_words->text());
  return true;
}

}  // namespace yingda::ui
