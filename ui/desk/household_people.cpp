// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and form of the people of a household.
#include "ui/desk/household_people.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "core/text/phone.h"
#include "ui/desk/form_chooser.h"
#include "ui/kit/badge.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int lineLengthMax = 500;

LineBox* makeLine(const char* name, const QString& hint) {
  auto* line = new LineBox;
  line->setObjectName(QLatin1String(name));
  line->setPlaceholderText(hint);
  line->setLengthLimit(lineLengthMax);
  return line;
}

HintButton* makeSmall(const QString& text) {
  auto* button = new HintButton(text);
  button->setSize(HintButton::Size::Small);
  button->setLook(HintButton::Look::Quiet);
  return button;
}

void emptyLayout(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    // A row may be emptied away by its own button.
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
}

}  // namespace

HouseholdPeople::HouseholdPeople(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout) {
  setObjectName(QStringLiteral("householdPeople"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(new Label(tr("人员"), FontRole::Strong13));
  m_rows->setSpacing(0);
  column->addLayout(m_rows);
  column->addWidget(makeForm());
}

QWidget* HouseholdPeople::makeForm() {
  auto* form = new QWidget;
  auto* grid = new QGridLayout(form);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(8);
  m_name = makeLine("householdPeople.name", tr("王秀兰"));
  m_salutation = makeLine("householdPeople.salutation", tr("王老师"));
  m_numbers = makeLine("householdPeople.numbers", tr("怎么写都行，几个号码用顿号隔开"));
  m_relation = new FormChooser(FormChooser::Look::Field);
  m_relation->setObjectName(QStringLiteral("householdPeople.relation"));
  std::vector<FormOption> relations;
  for (const Relation relation : allRelations) {
    relations.push_back({relationWord(relation), relationText(relation)});
  }
  m_relation->setOptions(relations);
  m_results = new HintButton(tr("可告知结果"));
  m_results->setCheckable(true);
  m_results->setObjectName(QStringLiteral("householdPeople.results"));
  m_save = new HintButton({});
  m_save->setObjectName(QStringLiteral("householdPeople.save"));
  m_cancel = new HintButton(tr("不改了"));
  m_cancel->setLook(HintButton::Look::Quiet);
  m_cancel->setObjectName(QStringLiteral("householdPeople.cancel"));
  m_nameField = new FormField(tr("姓名"), m_name);
  m_numbersField = new FormField(tr("电话"), m_numbers);
  grid->addWidget(m_nameField, 0, 0);
  grid->addWidget(new FormField(tr("称呼"), m_salutation), 0, 1);
  grid->addWidget(new FormField(tr("关系"), m_relation), 0, 2);
  grid->addWidget(m_numbersField, 1, 0, 1, 2);
  auto* acts = new QHBoxLayout;
  acts->setSpacing(8);
  acts->addWidget(m_results);
  acts->addStretch(1);
  acts->addWidget(m_cancel);
  acts->addWidget(m_save);
  grid->addLayout(acts, 1, 2, Qt::AlignBottom);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  connect(m_save, &QAbstractButton::clicked, this, &HouseholdPeople::save);
  connect(m_cancel, &QAbstractButton::clicked, this, &HouseholdPeople::clearForm);
  for (LineBox* line : {m_name, m_salutation, m_numbers}) {
    connect(line, &QLineEdit::returnPressed, this, &HouseholdPeople::save);
  }
  connect(m_name, &LineBox::contentChanged, this, [this] { m_nameField->setError({}); });
  connect(m_numbers, &LineBox::contentChanged, this, [this] { m_numbersField->setError({}); });
  clearForm();
  return form;
}

void HouseholdPeople::set(const HouseholdCard& card) {
  const bool isSame = m_household == card.household.id || m_household.isNull();
  m_household = card.household.id;
  m_people = card.people;
  m_double = {};
  showRows();
  // What was typed for another household is not meant for this one; the saved person is done with.
  bool isSaved = false;
  for (const PersonCard& person : m_people) {
    isSaved = isSaved || (person.person.id == m_edited && !m_edited.isNull()) ||
              (!m_name->text().isEmpty() && person.person.name == m_name->text().trimmed());
  }
  if (!isSame || isSaved) clearForm();
}

void HouseholdPeople::propose(const QString& number) {
  if (m_numbers->text().isEmpty()) m_numbers->setText(number);
}

void HouseholdPeople::showRows() {
  emptyLayout(m_rows);
  for (const PersonCard& person : m_people) {
    if (person.person.mergedInto.isNull()) m_rows->addWidget(makeRow(person));
  }
}

QWidget* HouseholdPeople::makeRow(const PersonCard& card) {
  const Person& person = card.person;
  auto* widget = new QWidget;
  widget->setFixedHeight(32);
  auto* row = new QHBoxLayout(widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  QStringList masked;
  for (const QString& number : card.numbers) masked << maskPhone(number);
  QStringList words{relationText(person.relation)};
  if (!person.salutation.isEmpty()) words << tr("称呼%1").arg(person.salutation);
  if (!masked.isEmpty()) words << masked.join(tr("、"));
  if (!person.mayReceiveResults) words << tr("不告知结果");
  auto* name = new Label(person.name.isEmpty() ? tr("未留姓名") : person.name, FontRole::Strong13);
  row->addWidget(name);
  row->addWidget(new Label(words.join(QStringLiteral(" · ")), FontRole::Small12, Token::Text2), 1);
  if (person.movedOutAt) {
    row->addWidget(new Badge(tr("已搬离"), Tone::Dashed));
    return widget;
  }
  if (!m_double.isNull() && !(m_double == person.id)) {
    auto* keep = makeSmall(tr("并到他名下"));
    keep->setObjectName(QStringLiteral("householdPeople.keep"));
    connect(keep, &QAbstractButton::clicked, this,
            [this, id = person.id] { Q_EMIT merged(id, m_double); });
    row->addWidget(keep);
    return widget;
  }
  auto* edit = makeSmall(tr("改"));
  edit->setObjectName(QStringLiteral("householdPeople.edit"));
  auto* out = makeSmall(tr("搬离"));
  out->setObjectName(QStringLiteral("householdPeople.out"));
  auto* merge = makeSmall(m_double == person.id ? tr("不合并") : tr("合并"));
  merge->setObjectName(QStringLiteral("householdPeople.merge"));
  connect(edit, &QAbstractButton::clicked, this, [this, card] { this->edit(card); });
  connect(out, &QAbstractButton::clicked, this, [this, id = person.id] { Q_EMIT movedOut(id); });
  connect(merge, &QAbstractButton::clicked, this, [this, id = person.id] {
    m_double = m_double == id ? PersonId() : id;
    showRows();
  });
  for (HintButton* button : {edit, out, merge}) row->addWidget(button);
  if (m_people.size() < 2) merge->hide();
  return widget;
}

void HouseholdPeople::edit(const PersonCard& card) {
  m_edited = card.person.id;
  m_name->setText(card.person.name);
  m_salutation->setText(card.person.salutation);
  m_relation->setCurrent(relationWord(card.person.relation));
  m_numbers->setText(card.numbers.join(tr("、")));
  m_results->setChecked(card.person.mayReceiveResults);
  m_save->setText(tr("保存人员"));
  m_save->updateGeometry();
  m_cancel->show();
  m_name->setFocus();
}

void HouseholdPeople::clearForm() {
  m_edited = {};
  m_name->clear();
  m_salutation->clear();
  m_numbers->clear();
  m_relation->setCurrent(relationWord(Relation::Owner));
  m_results->setChecked(true);
  m_save->setText(tr("添加人员"));
  m_save->updateGeometry();
  m_cancel->hide();
  m_nameField->setError({});
  m_numbersField->setError({});
}

bool HouseholdPeople::readNumbers(QStringList& numbers) {
  static const QRegularExpression between(QStringLiteral("[、,，;；\\n]"));
  for (const QString& part : m_numbers->text().split(between, Qt::SkipEmptyParts)) {
    const QString written = part.trimmed();
    if (written.isEmpty()) continue;
    if (!parsePhone(written)) {
      m_numbersField->setError(tr("「%1」看不出是电话").arg(written.left(20)));
      m_numbers->setFocus();
      return false;
    }
    numbers << written;
  }
  return true;
}

void HouseholdPeople::save() {
  PersonEdit edit;
  if (!readNumbers(edit.numbers)) return;
  edit.id = m_edited;
  edit.household = m_household;
  edit.name = m_name->text().trimmed();
  edit.salutation = m_salutation->text().trimmed();
  if (edit.name.isEmpty() && edit.salutation.isEmpty()) {
    m_nameField->setError(tr("姓名或称呼写一个"));
    m_name->setFocus();
    return;
  }
  edit.relation = relationFromText(m_relation->current()).value_or(Relation::Owner);
  edit.mayReceiveResults = m_results->isChecked();
  Q_EMIT saved(edit);
}

}  // namespace yingda::ui
