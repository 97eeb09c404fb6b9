// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the parts of the household's editor.
#include "ui/desk/household_editor.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QGridLayout>
#include <QVBoxLayout>

#include "core/text/address.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/household_people.h"
#include "ui/desk/household_warranties.h"
#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int lineLengthMax = 500;
constexpr int tagColumns = 5;

LineBox* makeLine(const char* name, const QString& hint) {
  auto* line = new LineBox;
  line->setObjectName(QLatin1String(name));
  line->setPlaceholderText(hint);
  line->setLengthLimit(lineLengthMax);
  return line;
}

}  // namespace

HouseholdEditor::HouseholdEditor(QWidget* parent)
    : EditorPage(QStringLiteral("householdEditor"), parent) {
  setObjectName(QStringLiteral("householdEditor"));
  setAccessibleName(tr("住户登记"));
  build();
}

void HouseholdEditor::build() {
  m_people = new HouseholdPeople;
  m_warranties = new HouseholdWarranties;
  body()->addWidget(makeHouse());
  body()->addWidget(new Separator);
  body()->addWidget(m_people);
  body()->addWidget(new Separator);
  body()->addWidget(makeTags());
  body()->addWidget(new Separator);
  body()->addWidget(m_warranties);
  body()->addStretch(1);
  connect(m_people, &HouseholdPeople::saved, this, &HouseholdEditor::personSaved);
  connect(m_people, &HouseholdPeople::movedOut, this, &HouseholdEditor::personMovedOut);
  connect(m_people, &HouseholdPeople::merged, this, &HouseholdEditor::peopleMerged);
  connect(m_warranties, &HouseholdWarranties::saved, this, &HouseholdEditor::warrantySaved);
}

QWidget* HouseholdEditor::makeHouse() {
  auto* house = new QWidget;
  auto* grid = new QGridLayout(house);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(8);
  m_community = makeLine("householdEditor.community", tr("云杉府"));
  m_address = makeLine("householdEditor.address", tr("3 栋 2 单元 1502，怎么写都行"));
  m_careful = makeLine("householdEditor.careful", tr("上门先电话；不写对人的评价"));
  m_status = new FormChooser(FormChooser::Look::Field);
  m_status->setObjectName(QStringLiteral("householdEditor.status"));
  const QStringList shown{tr("入住"), tr("出租"), tr("空置"), tr("装修"), tr("交付")};
  std::vector<FormOption> options;
  for (qsizetype i = 0; i < shown.size(); ++i)
    options.push_back({householdStatuses()[i], shown[i]});
  m_status->setOptions(options);
  m_status->setPlaceholder(tr("不清楚"));
  m_status->setClearable(true);
  m_communityField = new FormField(tr("小区"), m_community);
  m_addressField = new FormField(tr("房号"), m_address);
  m_save = new HintButton({}, QStringLiteral("↵"));
  m_save->setObjectName(QStringLiteral("householdEditor.save"));
  m_save->setLook(HintButton::Look::Filled);
  grid->addWidget(m_communityField, 0, 0);
  grid->addWidget(m_addressField, 0, 1);
  grid->addWidget(new FormField(tr("房屋状态"), m_status), 0, 2);
  grid->addWidget(new FormField(tr("留意"), m_careful), 1, 0, 1, 2);
  grid->addWidget(m_save, 1, 2, Qt::AlignRight | Qt::AlignBottom);
  grid->setColumnStretch(0, 3);
  grid->setColumnStretch(1, 5);
  grid->setColumnStretch(2, 3);
  setTabOrder(m_community, m_address);
  setTabOrder(m_address, m_status);
  setTabOrder(m_status, m_careful);
  setTabOrder(m_careful, m_save);
  connect(m_save, &QAbstractButton::clicked, this, &HouseholdEditor::saveHouse);
  for (LineBox* line : {m_community, m_address, m_careful}) {
    connect(line, &QLineEdit::returnPressed, this, &HouseholdEditor::saveHouse);
  }
  connect(m_community, &LineBox::contentChanged, this, [this] { m_communityField->setError({}); });
  connect(m_address, &LineBox::contentChanged, this, [this] { m_addressField->setError({}); });
  return house;
}

QWidget* HouseholdEditor::makeTags() {
  auto* widget = new QWidget;
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(
      new Label(tr("关怀标签：写服务需要，不写对人的评价"), FontRole::Small12, Token::Text2));
  auto* grid = new QGridLayout;
  grid->setSpacing(8);
  m_tags = new QButtonGroup(this);
  m_tags->setExclusive(false);
  for (size_t i = 0; i < allCareTags.size(); ++i) {
    auto* tag = new HintButton(careTagText(allCareTags[i]));
    tag->setCheckable(true);
    tag->setObjectName(QStringLiteral("householdEditor.tag%1").arg(i));
    tag->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_tags->addButton(tag, static_cast<int>(i));
    grid->addWidget(tag, static_cast<int>(i) / tagColumns, static_cast<int>(i) % tagColumns);
  }
  column->addLayout(grid);
  connect(m_tags, &QButtonGroup::idClicked, this, [this] {
    QList<CareTag> tags;
    for (size_t i = 0; i < allCareTags.size(); ++i) {
      if (m_tags->button(static_cast<int>(i))->isChecked()) tags << allCareTags[i];
    }
    Q_EMIT careTagsSaved(tags);
  });
  return widget;
}

void HouseholdEditor::setCommunities(const std::vector<Community>& communities) {
  m_communities = communities;
  if (m_community->text().isEmpty() && !communities.empty()) {
    m_community->setText(communities.front().name);
  }
}

void HouseholdEditor::openNew(const QString& callerNumber, Instant now) {
  m_card = {};
  m_isNew = true;
  m_now = now;
  fill(m_card);
  if (!m_communities.empty()) m_community->setText(m_communities.front().name);
  m_people->propose(callerNumber);
  m_address->setFocus(Qt::ShortcutFocusReason);
}

void HouseholdEditor::open(const HouseholdCard& card, Instant now) {
  m_card = card;
  m_isNew = false;
  m_now = now;
  fill(card);
  m_people->propose({});
  m_address->setFocus(Qt::ShortcutFocusReason);
}

void HouseholdEditor::refresh(const HouseholdCard& card, Instant now) {
  const bool wasNew = m_isNew;
  m_card = card;
  m_isNew = false;
  m_now = now;
  setProblem({});
  setTitle(card.address);
  m_save->setText(tr("保存房屋"));
  m_save->updateGeometry();
  if (wasNew) m_address->setText(card.household.address);
  m_people->set(card);
  m_people->setEnabled(true);
  m_warranties->set(card, now);
  m_warranties->setEnabled(true);
  for (QAbstractButton* tag : m_tags->buttons()) tag->setEnabled(true);
}

void HouseholdEditor::fill(const HouseholdCard& card) {
  setProblem({});
  setTitle(m_isNew ? tr("登记房号") : card.address);
  m_save->setText(m_isNew ? tr("登记") : tr("保存房屋"));
  m_save->updateGeometry();
  m_community->setText(card.communityName);
  m_address->setText(card.household.address);
  m_careful->setText(card.household.carefulWith);
  m_status->setCurrent(card.household.status);
  for (size_t i = 0; i < allCareTags.size(); ++i) {
    bool isSet = false;
    for (const Welfare& welfare : card.welfare) {
      isSet = isSet || (!welfare.removed && welfare.tag == allCareTags[i]);
    }
    m_tags->button(static_cast<int>(i))->setChecked(isSet);
    m_tags->button(static_cast<int>(i))->setEnabled(!m_isNew);
  }
  m_people->clearForm();
  m_people->set(card);
  m_people->setEnabled(!m_isNew);
  m_warranties->set(card, m_now);
  m_warranties->setEnabled(!m_isNew);
}

void HouseholdEditor::saveHouse() {
  const QString address = m_address->text().trimmed();
  if (canonicalAddress(parseAddress(address)).isEmpty()) {
    m_addressField->setError(address.isEmpty() ? tr("房号还没写")
                                               : tr("看不出房号，例：3栋2单元1502"));
    m_address->setFocus();
    return;
  }
  HouseholdEdit edit;
  edit.id = m_card.household.id;
  edit.communityName = m_community->text().trimmed();
  if (edit.communityName.isEmpty()) edit.communityName = parseAddress(address).community;
  if (edit.communityName.isEmpty()) {
    m_communityField->setError(tr("哪个小区？"));
    m_community->setFocus();
    return;
  }
  for (const Community& community : m_communities) {
    if (community.name == edit.communityName) edit.community = community.id;
  }
  edit.address = address;
  edit.carefulWith = m_careful->text().trimmed();
  edit.status = m_status->current();
  setProblem({});
  Q_EMIT householdSaved(edit);
}

}  // namespace yingda::ui
