// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the lines and reads them back.
#include "ui/desk/duty_editor.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/desk/form_chooser.h"
#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

constexpr int engineerLines = 3;
constexpr int numberColumns = 3;
constexpr int lineLengthMax = 60;
constexpr int minutesOfHour = 60;
constexpr int hoursOfDay = 24;

LineBox* makeLine(const QString& name, const QString& hint) {
  auto* line = new LineBox;
  line->setObjectName(QStringLiteral("dutyEditor.") + name);
  line->setPlaceholderText(hint);
  line->setLengthLimit(lineLengthMax);
  return line;
}

/// 8, 8:30, 08：30, 0830; 24:00 is midnight.
std::optional<int> minuteOf(const QString& written) {
  QString text = written.trimmed();
  text.replace(QChar(0xff1a), QLatin1Char(':'));
  if (!text.contains(QLatin1Char(':')) && text.size() > 2) {
    text.insert(text.size() - 2, QLatin1Char(':'));
  }
  const QStringList parts = text.split(QLatin1Char(':'));
  if (parts.size() > 2) return std::nullopt;
  bool isHour = false;
  bool isMinute = true;
  const int hour = parts.front().toInt(&isHour);
  const int minute = parts.size() == 2 ? parts.back().toInt(&isMinute) : 0;
  const bool fits = isHour && isMinute && hour >= 0 && hour <= hoursOfDay && minute >= 0 &&
                    minute < minutesOfHour && (hour < hoursOfDay || minute == 0);
  if (!fits) return std::nullopt;
  return hour % hoursOfDay * minutesOfHour + minute;
}

QString minuteShown(int minute) {
  return QStringLiteral("%1:%2")
      .arg(minute / minutesOfHour, 2, 10, QLatin1Char('0'))
      .arg(minute % minutesOfHour, 2, 10, QLatin1Char('0'));
}

}  // namespace

DutyEditor::DutyEditor(const Starter& starter, QWidget* parent)
    : EditorPage(QStringLiteral("dutyEditor"), parent), m_starter(starter) {
  setAccessibleName(tr("值班和外部电话"));
  setTitle(tr("值班和外部电话"));
  fillHead();
  body()->addWidget(makeEngineers());
  body()->addWidget(new Separator);
  body()->addWidget(makeNumbers());
  body()->addStretch(1);
  QWidget* before = m_community;
  const auto chain = [&before](QWidget* next) {
    setTabOrder(before, next);
    before = next;
  };
  for (const Engineer& engineer : m_engineers) {
    for (LineBox* line : {engineer.name, engineer.number, engineer.from, engineer.to}) chain(line);
  }
  for (const Outside& outside : m_numbers) chain(outside.number);
  chain(m_save);
}

void DutyEditor::fillHead() {
  m_community = new FormChooser(FormChooser::Look::Field);
  m_community->setObjectName(QStringLiteral("dutyEditor.community"));
  m_community->setAccessibleName(tr("小区"));
  m_community->setMinimumWidth(180);
  m_save = new HintButton(tr("保存"), KeyTable::builtIn().hintOf(QStringLiteral("ticket.save")));
  m_save->setLook(HintButton::Look::Filled);
  m_save->setObjectName(QStringLiteral("dutyEditor.save"));
  addBesideTitle(m_community);
  addToHead(m_save);
  connect(m_save, &QAbstractButton::clicked, this, &DutyEditor::submit);
  connect(m_community, &FormChooser::chosen, this, &DutyEditor::fill);
}

QWidget* DutyEditor::makeEngineers() {
  auto* widget = new QWidget;
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(new Label(tr("值班工程师：紧急派单时打给谁；不写时间就是全天"),
                              FontRole::Small12, Token::Text2));
  for (int slot = 0; slot < engineerLines; ++slot) {
    const QString place = QString::number(slot + 1);
    Engineer one{};
    one.name = makeLine(QStringLiteral("name") + place, tr("张师傅"));
    one.number = makeLine(QStringLiteral("number") + place, tr("手机或座机"));
    one.from = makeLine(QStringLiteral("from") + place, tr("18:00"));
    one.to = makeLine(QStringLiteral("to") + place, tr("08:00"));
    one.numberField = new FormField(tr("电话"), one.number);
    one.fromField = new FormField(tr("从几点"), one.from);
    one.toField = new FormField(tr("到几点"), one.to);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new FormField(tr("称呼"), one.name), 3, Qt::AlignTop);
    row->addWidget(one.numberField, 4, Qt::AlignTop);
    row->addWidget(one.fromField, 2, Qt::AlignTop);
    row->addWidget(one.toField, 2, Qt::AlignTop);
    column->addLayout(row);
    m_engineers.push_back(one);
  }
  return widget;
}

QWidget* DutyEditor::makeNumbers() {
  auto* widget = new QWidget;
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(new Label(tr("外部电话：没有填的按灰色的打"), FontRole::Small12, Token::Text2));
  auto* grid = new QGridLayout;
  grid->setSpacing(8);
  for (const OutsideNumber& number : m_starter.outsideNumbers) {
    const int index = static_cast<int>(m_numbers.size());
    LineBox* line = makeLine(QStringLiteral("outside.") + number.id,
                             number.number.isEmpty() ? tr("未登记") : number.number);
    line->setToolTip(number.when);
    auto* field = new FormField(number.name, line);
    grid->addWidget(field, index / numberColumns, index % numberColumns, Qt::AlignTop);
    m_numbers.push_back({number.id, line, field});
  }
  for (int i = 0; i < numberColumns; ++i) grid->setColumnStretch(i, 1);
  column->addLayout(grid);
  return widget;
}

CommunityId DutyEditor::community() const {
  for (const Community& one : m_communities) {
    if (one.id.text() == m_community->current()) return one.id;
  }
  return {};
}

void DutyEditor::open(const std::vector<DutyContact>& contacts,
                      const std::vector<Community>& communities, const CommunityId& community) {
  m_contacts = contacts;
  m_communities = communities;
  std::vector<FormOption> options{{QStringLiteral("all"), tr("所有小区")}};
  for (const Community& one : communities) options.push_back({one.id.text(), one.name});
  m_community->setOptions(options);
  m_community->setCurrent(community.isNull() ? QStringLiteral("all") : community.text());
  fill();
  m_engineers.front().name->setFocus(Qt::ShortcutFocusReason);
}

void DutyEditor::fill() {
  setProblem({});
  const CommunityId wanted = community();
  const auto rowOf = [&](const QString& kind, int slot) -> const DutyContact* {
    for (const DutyContact& row : m_contacts) {
      if (row.community == wanted && row.kind == kind && row.slot == slot) return &row;
    }
    return nullptr;
  };
  for (size_t slot = 0; slot < m_engineers.size(); ++slot) {
    const Engineer& line = m_engineers[slot];
    const DutyContact* row = rowOf(dutyKind(), static_cast<int>(slot));
    const bool hasHours = row && row->fromMinute != row->toMinute;
    line.name->setText(row ? row->name : QString());
    line.number->setText(row ? row->number : QString());
    line.from->setText(hasHours ? minuteShown(row->fromMinute) : QString());
    line.to->setText(hasHours ? minuteShown(row->toMinute) : QString());
    for (FormField* field : {line.numberField, line.fromField, line.toField}) field->setError({});
  }
  for (const Outside& line : m_numbers) {
    const DutyContact* row = rowOf(line.kind, 0);
    line.number->setText(row ? row->number : QString());
    line.field->setError({});
  }
}

bool DutyEditor::readEngineer(size_t slot, DutyContact& row) {
  const Engineer& line = m_engineers[slot];
  row.kind = dutyKind();
  row.slot = static_cast<int>(slot);
  row.name = line.name->text().trimmed();
  row.number = line.number->text().trimmed();
  for (FormField* field : {line.numberField, line.fromField, line.toField}) field->setError({});
  LineBox* wrong = nullptr;
  const bool needsNumber = row.number.isEmpty() && !row.name.isEmpty();
  if (needsNumber || (!row.number.isEmpty() && dialled(row.number).isEmpty())) {
    line.numberField->setError(needsNumber ? tr("写电话，或把称呼也删掉") : tr("看不出是号码"));
    wrong = line.number;
  }
  const bool hasHours =
      !line.from->text().trimmed().isEmpty() || !line.to->text().trimmed().isEmpty();
  if (hasHours) {
    const auto from = minuteOf(line.from->text());
    const auto to = minuteOf(line.to->text());
    if (!from) line.fromField->setError(tr("例：18:00"));
    if (!to) line.toField->setError(tr("例：08:00"));
    if (!wrong && (!from || !to)) wrong = from ? line.to : line.from;
    row.fromMinute = from.value_or(0);
    row.toMinute = to.value_or(0);
  }
  if (wrong) wrong->setFocus(Qt::OtherFocusReason);
  return !wrong;
}

bool DutyEditor::submit() {
  setProblem({});
  const CommunityId wanted = community();
  std::vector<DutyContact> rows;
  for (size_t slot = 0; slot < m_engineers.size(); ++slot) {
    DutyContact row;
    row.community = wanted;
    if (!readEngineer(slot, row)) return false;
    rows.push_back(row);
  }
  for (const Outside& line : m_numbers) {
    DutyContact row;
    row.community = wanted;
    row.kind = line.kind;
    row.number = line.number->text().trimmed();
    const bool isWrong = !row.number.isEmpty() && dialled(row.number).isEmpty();
    line.field->setError(isWrong ? tr("看不出是号码") : QString());
    if (isWrong) {
      line.number->setFocus(Qt::OtherFocusReason);
      return false;
    }
    rows.push_back(row);
  }
  Q_EMIT saved(rows);
  return true;
}

}  // namespace yingda::ui
