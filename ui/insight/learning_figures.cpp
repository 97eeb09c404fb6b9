// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out figures and confusions.
#include "ui/insight/learning_figures.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/kit/rich_label.h"

namespace yingda::ui {

LearningFigure::LearningFigure(const QString& name, const QString& meaning, QWidget* parent)
    : QWidget(parent), m_number(new Label({}, FontRole::Big20)), m_name(name) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(new Label(name, FontRole::Small12, Token::Text2));
  column->addWidget(m_number);
  auto* note = new Label(meaning, FontRole::Small12, Token::Text2);
  column->addWidget(note);
}

void LearningFigure::setText(const QString& text) {
  m_number->setText(text);
  setAccessibleName(tr("%1：%2").arg(m_name, text));
}

QString LearningFigure::text() const { return m_number->text(); }

ConfusionList::ConfusionList(const Starter& starter, QWidget* parent)
    : QWidget(parent), m_starter(starter), m_rows(new QVBoxLayout(this)) {
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(8);
}

QString ConfusionList::nameOf(const QString& category) const {
  const Category* found = m_starter.category(category);
  return found ? found->name : category;
}

void ConfusionList::set(const std::vector<LearningConfusion>& confusions) {
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const LearningConfusion& pair : confusions) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new Label(tr("判成「%1」").arg(nameOf(pair.told))), 1);
    row->addWidget(new Label(tr("应为「%1」").arg(nameOf(pair.label))), 1);
    auto* count = new Label(tr("%1 次").arg(pair.count), FontRole::Strong13);
    count->setElides(false);
    row->addWidget(count);
    m_rows->addWidget(line);
  }
  if (confusions.empty()) {
    m_rows->addWidget(new Label(tr("留出的标签里没有判错的"), FontRole::Body13, Token::Text2));
  }
}

int ConfusionList::count() const { return m_rows->count(); }

}  // namespace yingda::ui
