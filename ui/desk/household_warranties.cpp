// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and form of the warranties of a building.
#include "ui/desk/household_warranties.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "core/text/spoken_time.h"
#include "ui/desk/form_chooser.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int lineLengthMax = 500;
constexpr int yearsMax = 99;

}  // namespace

HouseholdWarranties::HouseholdWarranties(QWidget* parent)
    : QWidget(parent),
      m_rows(new QVBoxLayout),
      m_part(new FormChooser(FormChooser::Look::Field)),
      m_start(new LineBox),
      m_years(new LineBox),
      m_source(new LineBox),
      m_startField(new FormField(tr("从哪天起"), m_start)),
      m_yearsField(new FormField(tr("几年"), m_years)) {
  setObjectName(QStringLiteral("householdWarranties"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(new Label(tr("质保"), FontRole::Strong13));
  m_rows->setSpacing(4);
  column->addLayout(m_rows);
  std::vector<FormOption> options;
  for (const WarrantyPart& part : warrantyParts()) {
    const QString name = part.name;
    options.push_back({name, name});
  }
  m_part->setOptions(options);
  m_part->setPlaceholder(tr("选部位"));
  m_part->setObjectName(QStringLiteral("householdWarranties.part"));
  m_start->setObjectName(QStringLiteral("householdWarranties.start"));
  m_start->setPlaceholderText(QStringLiteral("2021-06-30"));
  m_years->setObjectName(QStringLiteral("householdWarranties.years"));
  m_source->setObjectName(QStringLiteral("householdWarranties.source"));
  m_source->setPlaceholderText(tr("质量保证书"));
  for (LineBox* line : {m_start, m_years, m_source}) line->setLengthLimit(lineLengthMax);
  auto* save = new HintButton(tr("登记质保"));
  save->setObjectName(QStringLiteral("householdWarranties.save"));
  auto* grid = new QGridLayout;
  grid->setSpacing(8);
  grid->addWidget(new FormField(tr("部位"), m_part), 0, 0);
  grid->addWidget(m_startField, 0, 1);
  grid->addWidget(m_yearsField, 0, 2);
  grid->addWidget(new FormField(tr("凭据"), m_source), 0, 3);
  grid->addWidget(save, 0, 4, Qt::AlignBottom);
  const int shares[] = {4, 4, 2, 5, 0};
  for (int i = 0; i < 5; ++i) grid->setColumnStretch(i, shares[i]);
  column->addLayout(grid);
  connect(save, &QAbstractButton::clicked, this, &HouseholdWarranties::save);
  for (LineBox* line : {m_start, m_years, m_source}) {
    connect(line, &QLineEdit::returnPressed, this, &HouseholdWarranties::save);
  }
  connect(m_part, &FormChooser::chosen, this, [this](const QString& name) {
    for (const WarrantyPart& part : warrantyParts()) {
      const bool isIt = name == QStringView(part.name);
      if (isIt && m_years->text().isEmpty()) m_years->setText(QString::number(part.years));
    }
  });
  connect(m_start, &LineBox::contentChanged, this, [this] { m_startField->setError({}); });
  connect(m_years, &LineBox::contentChanged, this, [this] { m_yearsField->setError({}); });
}

void HouseholdWarranties::set(const HouseholdCard& card, Instant now) {
  m_card = card;
  m_now = now;
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  for (const Warranty& warranty : card.warranties) {
    QStringList words{warrantyText({warranty}, warranty.part, now)};
    if (warranty.startsAt) words << tr("从 %1 起").arg(toIso(localDayOf(*warranty.startsAt)));
    if (!warranty.source.isEmpty()) words << warranty.source;
    m_rows->addWidget(new Label(tr("%1  %2").arg(warranty.part, words.join(QStringLiteral(" · "))),
                                FontRole::Body13));
  }
  if (card.warranties.empty()) {
    m_rows->addWidget(
        new Label(tr("没有登记；卡片上写「不确定，待工程核实」"), FontRole::Small12, Token::Text2));
  }
}

void HouseholdWarranties::save() {
  if (m_part->current().isEmpty()) {
    m_startField->setError(tr("先选部位"));
    m_part->setFocus();
    return;
  }
  Warranty warranty;
  warranty.startsAt = parseOccurred(m_start->text(), m_now);
  if (!warranty.startsAt) {
    m_startField->setError(tr("看不懂，例：2021-06-30"));
    m_start->setFocus();
    return;
  }
  bool isNumber = false;
  warranty.years = m_years->text().trimmed().toInt(&isNumber);
  if (!isNumber || warranty.years < 1 || warranty.years > yearsMax) {
    m_yearsField->setError(tr("1 到 99"));
    m_years->setFocus();
    return;
  }
  warranty.community = m_card.household.community;
  warranty.building = m_card.household.building;
  warranty.part = m_part->current();
  warranty.source = m_source->text().trimmed();
  for (const Warranty& known : m_card.warranties) {
    if (known.part == warranty.part) warranty.id = known.id;
  }
  Q_EMIT saved(warranty);
}

}  // namespace yingda::ui
