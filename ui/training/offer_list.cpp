// SPDX-License-Identifier: GPL-3.0-or-later
// One row a sentence, with its key before it.
#include "ui/training/offer_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

OfferList::OfferList(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("practice.offers"));
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(6);
  hide();
}

void OfferList::set(const QStringList& sentences) {
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_count = static_cast<int>(std::min<qsizetype>(9, sentences.size()));
  for (int i = 0; i < m_count; ++i) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new KeyHint(QString::number(i + 1)), 0, Qt::AlignTop);
    auto* text = new RichLabel(FontRole::Body13);
    text->setText(sentences[i]);
    text->setMaxLines(2);
    row->addWidget(text, 1);
    line->setProperty("number", i + 1);
    line->setToolTip(sentences[i]);
    line->setAccessibleName(sentences[i]);
    line->installEventFilter(this);
    m_rows->addWidget(line);
  }
  setVisible(m_count > 0);
}

bool OfferList::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonRelease) {
    Q_EMIT picked(watched->property("number").toInt());
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
