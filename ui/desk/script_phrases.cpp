// SPDX-License-Identifier: GPL-3.0-or-later
// One row a phrase: the words, what kind they are, and the key that inserts them.
#include "ui/desk/script_phrases.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

PhraseList::PhraseList(const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_keys(keys), m_rows(new QVBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(6);
  column->addWidget(new Label(tr("此刻可以说"), FontRole::Small12, Token::Text2));
  m_rows->setSpacing(12);
  column->addLayout(m_rows);
  m_passed = new Label({}, FontRole::Small12, Token::Text2);
  m_passed->setObjectName(QStringLiteral("script.passed"));
  m_passed->hide();
  column->addWidget(m_passed);
  hide();
}

void PhraseList::set(const std::vector<const Phrase*>& phrases,
                     const std::vector<PassedOver>& passed) {
  showPassed(passed);
  QStringList before;
  for (const Phrase& phrase : m_phrases) before << phrase.id;
  m_phrases.clear();
  QStringList after;
  for (const Phrase* phrase : phrases) {
    if (count() == most) break;
    m_phrases.push_back(*phrase);
    after << phrase->id;
  }
  if (after == before) return;
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  for (int i = 0; i < count(); ++i) {
    m_rows->addWidget(makeRow(m_phrases[static_cast<size_t>(i)], i + 1));
  }
  setVisible(!m_phrases.empty());
}

void PhraseList::showPassed(const std::vector<PassedOver>& passed) {
  int now = 0;
  int before = 0;
  for (const PassedOver& one : passed) {
    const bool isNow = one.why == Repeat::Now || one.why == Repeat::AlikeNow;
    ++(isNow ? now : before);
  }
  QStringList words;
  if (now > 0) words << tr("%1 句这通说过").arg(now);
  if (before > 0) words << tr("%1 句上次对这位业主说过").arg(before);
  m_passed->setText(words.isEmpty() ? QString() : tr("换开了：%1").arg(words.join(tr("，"))));
  m_passed->setVisible(!words.isEmpty());
}

QWidget* PhraseList::makeRow(const Phrase& phrase, int digit) {
  auto* row = new QWidget(this);
  auto* column = new QVBoxLayout(row);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* words = new RichLabel(FontRole::Body13, Token::Text);
  words->setLineSpacing(1.5);
  words->setText(phrase.text);
  column->addWidget(words);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(4);
  //: What kind of words these are, and that the caller has not heard them yet.
  foot->addWidget(new Badge(tr("共情 · 本通未用")));
  const QString verb = QStringLiteral("sentence.insert.%1").arg(digit);
  auto* insertButton = new HintButton(tr("插入"), m_keys.hintOf(verb));
  insertButton->setLook(HintButton::Look::Quiet);
  insertButton->setSize(HintButton::Size::Small);
  insertButton->setObjectName(QStringLiteral("script.phrase.%1").arg(digit));
  connect(insertButton, &HintButton::clicked, this, [this, digit] { insert(digit); });
  foot->addWidget(insertButton);
  foot->addStretch(1);
  column->addLayout(foot);
  return row;
}

bool PhraseList::insert(int digit) {
  if (digit < 1 || digit > count()) return false;
  const Phrase phrase = m_phrases[static_cast<size_t>(digit - 1)];
  Q_EMIT inserted(phrase.id, phrase.text);
  return true;
}

}  // namespace yingda::ui
