// SPDX-License-Identifier: GPL-3.0-or-later
// Moves values between the draft and the fields, and proposes what a category knows.
#include "ui/desk/form_fields.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <algorithm>
#include <utility>

#include "core/base/clock.h"
#include "core/domain/script_keys.h"
#include "core/text/spoken_time.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/form_phone.h"
#include "ui/kit/form_field.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int lineLengthMax = 500;
constexpr int gap = 8;

void put(LineBox* line, const QString& text) {
  line->setText(text);
  line->setCursorPosition(0);
}

}  // namespace

FormFields::FormFields(const Starter& starter, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_starter(starter),
      m_clock(clock),
      m_category(new CategoryPicker(starter)),
      m_level(new FormChooser(FormChooser::Look::Field)),
      m_department(new FormChooser(FormChooser::Look::Field)),
      m_kind(new FormChooser(FormChooser::Look::Pill)),
      m_equipment(new FormChooser(FormChooser::Look::Field)),
      m_placeKind(new FormChooser(FormChooser::Look::Pill)),
      m_reach(new FormChooser(FormChooser::Look::Pill)),
      m_place(new LineBox),
      m_occurred(new LineBox),
      m_name(new LineBox),
      m_phone(new FormPhone) {
  build();
  for (LineBox* line : {m_place, m_occurred, m_name}) {
    line->setLengthLimit(lineLengthMax);
    line->installEventFilter(this);
    connect(line, &LineBox::contentChanged, this, [this, line] {
      if (m_isOurs) return;
      if (line == m_occurred) readOccurred(false);
      if (line == m_place) m_placeField->setError({});
      Q_EMIT edited();
    });
  }
  connect(m_phone, &FormPhone::edited, this, &FormFields::edited);
  connect(m_category, &CategoryPicker::chosen, this, [this](const QString& id) {
    if (id.isEmpty()) follow();
    propose(id);
    Q_EMIT categoryChosen(id);
    Q_EMIT edited();
  });
  const auto touch = [this](FormChooser* chooser, bool FormFields::*flag) {
    connect(chooser, &FormChooser::chosen, this, [this, flag] {
      this->*flag = true;
      showReasons();
      Q_EMIT edited();
    });
  };
  touch(m_level, &FormFields::m_levelTouched);
  touch(m_department, &FormFields::m_departmentTouched);
  touch(m_kind, &FormFields::m_kindTouched);
  for (FormChooser* chooser : {m_equipment, m_placeKind, m_reach}) {
    connect(chooser, &FormChooser::chosen, this, &FormFields::edited);
  }
}

FormField* FormFields::field(const QString& label, QWidget* editor) {
  return new FormField(label, editor, this);
}

void FormFields::build() {
  m_level->setOptions(levelOptions());
  m_kind->setOptions(kindOptions());
  m_kind->setAccessibleName(tr("类型"));
  std::vector<FormOption> departments;
  for (const Department& department : m_starter.departments) {
    departments.push_back({department.id, department.name});
  }
  m_department->setOptions(departments);
  m_department->setPlaceholder(tr("未选"));
  m_department->setClearable(true);
  m_equipment->setClearable(true);
  m_equipment->setAccessibleName(tr("设备"));
  m_equipment->setPlaceholder(tr("哪台设备"));
  m_equipment->hide();
  const QStringList parts = scriptKeyWords(ScriptKey::PlaceKind);
  m_placeKind->setOptions({{parts.value(0), tr("户内")}, {parts.value(1), tr("公共部位")}});
  m_placeKind->setAccessibleName(tr("户内还是公共部位"));
  //: A home or a part that all share: not asked yet.
  m_placeKind->setPlaceholder(tr("户内/公共"));
  m_reach->setOptions(
      {{QStringLiteral("phone"), tr("打电话")}, {QStringLiteral("message"), tr("发消息")}});
  m_reach->setAccessibleName(tr("有进展怎么告诉业主"));
  //: How the owner wants to hear of it: not asked yet.
  m_reach->setPlaceholder(tr("回复"));
  for (FormChooser* chooser : {m_placeKind, m_reach}) chooser->setClearable(true);
  m_levelField = field(tr("级别"), m_level);
  m_departmentField = field(tr("责任部门"), m_department);
  m_placeField = field(tr("地点"), m_place);
  // Inside the line: in the label's place it would push the line below its neighbours.
  m_placeField->setTrailing(m_placeKind);
  m_occurredField = field(tr("发生时间"), m_occurred);
  m_occurred->setPlaceholderText(tr("刚才、昨晚 8 点、23:35"));
  m_nameField = field(tr("联系人"), m_name);
  m_grid = new QGridLayout(this);
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(gap);
  m_contact = new QHBoxLayout;
  m_contact->setSpacing(4);
  m_contact->addWidget(m_nameField, 10);
  m_contact->addWidget(m_phone, 17);
  for (QWidget* narrow : {static_cast<QWidget*>(m_nameField), static_cast<QWidget*>(m_phone)}) {
    narrow->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  }
  m_grid->addWidget(m_category, 0, 0);
  m_grid->addWidget(m_levelField, 0, 1);
  m_grid->addWidget(m_departmentField, 0, 2);
  m_grid->addWidget(m_placeField, 1, 0);
  m_grid->addWidget(m_occurredField, 1, 1);
  m_grid->addLayout(m_contact, 1, 2);
  for (int column = 0; column < 3; ++column) {
    for (int row = 0; row < 2; ++row) {
      if (QWidget* widget = m_grid->itemAtPosition(row, column)->widget()) {
        widget->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
      }
    }
  }
  setShort(false);
}

void FormFields::set(const TicketDraft& draft) {
  m_isOurs = true;
  m_levelTouched = draft.levelTouched;
  m_kindTouched = draft.kindTouched;
  m_triage = TriageAnswer();
  m_category->setTriage(m_triage);
  m_category->setRequest(draft.text.request);
  m_category->setMissing({});
  m_category->setCategory(draft.ticket.category);
  fillEquipment(draft.ticket.category);
  m_equipment->setCurrent(draft.ticket.equipment);
  m_level->setCurrent(optionId(draft.ticket.level));
  m_kind->setCurrent(optionId(draft.ticket.kind));
  m_department->setCurrent(draft.ticket.department);
  // What was only suggested goes with the next word, and level and kind with it.
  m_followed = draft.ticket.category.isEmpty() ? draft.suggested : QString();
  const Ticket fresh;
  m_ourLevel = optionId(m_followed.isEmpty() ? fresh.level : draft.ticket.level);
  m_ourKind = optionId(m_followed.isEmpty() ? fresh.kind : draft.ticket.kind);
  m_ourDepartment = draft.ticket.department;
  const Category* category =
      m_starter.category(m_followed.isEmpty() ? draft.ticket.category : m_followed);
  m_departmentTouched = !draft.ticket.department.isEmpty() &&
                        !(category && category->department == draft.ticket.department);
  put(m_place, draft.text.place);
  put(m_name, draft.text.contactName);
  m_occurredAt = draft.ticket.occurredAt;
  m_occurredShown = m_occurredAt ? occurredText(*m_occurredAt, m_clock.now()) : QString();
  put(m_occurred, m_occurredAt ? m_occurredShown : draft.occurredWords);
  m_occurredSaid.clear();
  m_placeKind->setCurrent(draft.ticket.placeKind);
  m_reach->setCurrent(draft.ticket.reach);
  m_occurredField->setError({});
  m_placeField->setError({});
  m_phone->setMissing({});
  m_phone->setRefused(draft.text.phoneRefused);
  m_phone->setNumber(draft.text.contactPhone);
  m_isOurs = false;
  showReasons();
}

void FormFields::store(TicketDraft& draft) const {
  draft.ticket.category = m_category->category();
  draft.suggested = m_category->suggested();
  draft.suggestedSure = m_category->suggestedSure();
  draft.ticket.level = levelFromText(m_level->current()).value_or(draft.ticket.level);
  draft.ticket.kind = kindFromText(m_kind->current()).value_or(draft.ticket.kind);
  draft.ticket.department = m_department->current();
  draft.ticket.equipment = m_equipment->current();
  draft.ticket.placeKind = m_placeKind->current();
  draft.ticket.reach = m_reach->current();
  draft.ticket.occurredAt = m_occurredAt;
  const bool isUnread = !m_occurredAt && !m_occurred->text().trimmed().isEmpty();
  draft.occurredWords = isUnread ? m_occurred->text() : QString();
  draft.levelTouched = m_levelTouched;
  draft.kindTouched = m_kindTouched;
  draft.text.place = m_place->text();
  draft.text.contactName = m_name->text();
  draft.text.contactPhone = m_phone->number();
  draft.text.phoneRefused = m_phone->isRefused();
}

void FormFields::chooseCategory(const QString& id) {
  m_category->setCategory(id);
  propose(id);
  Q_EMIT categoryChosen(id);
  Q_EMIT edited();
}

void FormFields::setTriage(const TriageAnswer& answer) {
  m_triage = answer;
  m_category->setTriage(answer);
  follow();
}

void FormFields::follow() {
  if (!m_category->category().isEmpty()) {
    m_followed.clear();
    return;
  }
  const QString suggested = m_category->suggested();
  if (suggested.isEmpty() && m_followed.isEmpty()) return;
  m_followed = suggested;
  const Ticket fresh;
  const bool isSure = !suggested.isEmpty();
  const QString level = optionId(isSure ? m_triage.level : fresh.level);
  const QString kind = optionId(isSure ? m_triage.kind : fresh.kind);
  // What an answer of the script has set is nobody's touch, and yet no suggestion's to change.
  if (m_level->current() == m_ourLevel && !m_levelTouched) m_level->setCurrent(m_ourLevel = level);
  if (m_kind->current() == m_ourKind && !m_kindTouched) m_kind->setCurrent(m_ourKind = kind);
  if (m_department->current() == m_ourDepartment && !m_departmentTouched) {
    m_department->setCurrent(m_ourDepartment = isSure ? m_triage.department : QString());
  }
  showReasons();
}

void FormFields::fixLevel(Level level) {
  m_level->setCurrent(optionId(level));
  m_levelTouched = true;
  showReasons();
}

void FormFields::freeLevel() {
  m_levelTouched = false;
  const Category* category = m_starter.category(m_category->category());
  m_level->setCurrent(category ? optionId(category->level) : m_ourLevel);
  showReasons();
}

void FormFields::setShort(bool isShort) {
  m_isShort = isShort;
  for (QWidget* widget :
       {static_cast<QWidget*>(m_category), static_cast<QWidget*>(m_levelField),
        static_cast<QWidget*>(m_departmentField), static_cast<QWidget*>(m_occurredField),
        static_cast<QWidget*>(m_nameField)}) {
    widget->setVisible(!isShort);
  }
  if (m_isNarrow) {
    for (int column = 0; column < 3; ++column) m_grid->setColumnStretch(column, column < 2);
    fillEquipment(m_category->category());
    return;
  }
  // The picture's columns; the third holds a name and a number.
  const int whole[] = {38, 20, 24};
  const int few[] = {44, 0, 38};
  for (int column = 0; column < 3; ++column) {
    m_grid->setColumnStretch(column, isShort ? few[column] : whole[column]);
  }
  fillEquipment(m_category->category());
}

void FormFields::setNarrow() {
  m_isNarrow = true;
  for (QWidget* widget :
       {static_cast<QWidget*>(m_category), static_cast<QWidget*>(m_levelField),
        static_cast<QWidget*>(m_departmentField), static_cast<QWidget*>(m_placeField),
        static_cast<QWidget*>(m_occurredField)}) {
    m_grid->removeWidget(widget);
  }
  m_contact->removeWidget(m_nameField);
  m_contact->removeWidget(m_phone);
  m_grid->removeItem(m_contact);
  delete std::exchange(m_contact, nullptr);
  m_grid->addWidget(m_category, 0, 0, 1, 2);
  m_grid->addWidget(m_levelField, 1, 0);
  m_grid->addWidget(m_departmentField, 1, 1);
  m_grid->addWidget(m_placeField, 2, 0, 1, 2);
  m_grid->addWidget(m_occurredField, 3, 0, 1, 2);
  m_grid->addWidget(m_nameField, 4, 0);
  m_grid->addWidget(m_phone, 4, 1);
  setShort(m_isShort);
}

void FormFields::showStanding(const QString& categoryId) {
  if (!m_category->category().isEmpty()) return;
  m_category->setCategory(categoryId);
  m_followed.clear();
  fillEquipment(categoryId);
  showReasons();
}

void FormFields::propose(const QString& categoryId) {
  const Category* category = m_starter.category(categoryId);
  if (category) {
    m_followed.clear();
    m_ourLevel = optionId(category->level);
    m_ourKind = optionId(category->kind);
    m_ourDepartment = category->department;
    if (!m_levelTouched) m_level->setCurrent(m_ourLevel);
    if (!m_kindTouched) m_kind->setCurrent(m_ourKind);
    if (!m_departmentTouched) m_department->setCurrent(m_ourDepartment);
  }
  m_departmentField->setError({});
  fillEquipment(categoryId);
  showReasons();
}

void FormFields::showReasons() {
  const Category* category = m_starter.category(m_category->category());
  const bool isProposed = category || !m_followed.isEmpty();
  const QString level = category ? optionId(category->level) : m_ourLevel;
  const QString department = category ? category->department : m_ourDepartment;
  const QString reason = tr("按类别建议");
  const auto show = [&](FormChooser* chooser, bool isTouched, const QString& proposed) {
    const bool isOurs = isProposed && !isTouched && chooser->current() == proposed;
    chooser->setReason(isOurs ? reason : QString());
  };
  show(m_level, m_levelTouched, level);
  show(m_department, m_departmentTouched, department);
}

void FormFields::fillEquipment(const QString& categoryId) {
  std::vector<FormOption> options;
  for (const Equipment& equipment : m_starter.equipment) {
    for (const QString& prefix : equipment.categories) {
      const bool isIn = categoryId == prefix || categoryId.startsWith(prefix + QLatin1Char('.'));
      if (!isIn || categoryId.isEmpty()) continue;
      options.push_back({equipment.id, equipment.name});
      break;
    }
  }
  const auto offers = [&](const QString& id) {
    return std::any_of(options.begin(), options.end(),
                       [&](const FormOption& option) { return option.id == id; });
  };
  // What another category's equipment was chosen for is no longer meant.
  if (!m_isOurs && !offers(m_equipment->current())) m_equipment->setCurrent({});
  m_equipment->setOptions(options);
  m_equipment->setVisible(!options.empty() && !m_isShort);
}

void FormFields::setRequest(const QString& request) {
  m_category->setRequest(request);
  // Until the next answer is there, nothing is told by words that are gone.
  const QString text = triageText(request, m_place->text()).simplified();
  const auto stands = [&text](const QString& word) { return text.contains(word); };
  if (!std::all_of(m_triage.evidence.begin(), m_triage.evidence.end(), stands)) {
    setTriage(TriageAnswer());
  }
}

void FormFields::readOccurred(bool settle) {
  const Instant now = m_clock.now();
  const QString text = m_occurred->text();
  if (!m_occurredAt && !m_occurredSaid.isEmpty() && text == m_occurredSaid) return;
  // What the form wrote itself is exact; read again after midnight it would be another day.
  if (m_occurredAt && text == m_occurredShown) return;
  m_occurredAt = parseOccurred(text, now);
  if (!settle || text.trimmed().isEmpty()) {
    m_occurredField->setError({});
  } else if (m_occurredAt) {
    m_isOurs = true;
    m_occurredShown = occurredText(*m_occurredAt, now);
    put(m_occurred, m_occurredShown);
    m_isOurs = false;
  } else {
    m_occurredField->setError(tr("看不懂，例：昨晚 8 点"));
  }
}

void FormFields::sayOccurred(const QString& word) {
  const QString present = m_occurred->text();
  if (!present.trimmed().isEmpty() && present != m_occurredSaid) return;
  const Instant now = m_clock.now();
  m_occurredAt.reset();
  m_occurredShown.clear();
  if (word == u"now") {
    m_occurredAt = std::chrono::floor<std::chrono::minutes>(now);
  } else if (word == u"today") {
    m_occurredAt = instantAt(localDayOf(now), Milliseconds{0});
  }
  if (m_occurredAt) m_occurredShown = occurredText(*m_occurredAt, now);
  // Which day it was nobody has said: the words stay words.
  m_occurredSaid = m_occurredAt ? m_occurredShown : tr("今天以前");
  m_isOurs = true;
  put(m_occurred, m_occurredSaid);
  m_isOurs = false;
  m_occurredField->setError({});
  Q_EMIT edited();
}

void FormFields::chooseReach(const QString& word, const QString& caller) {
  const bool isRefused = word == u"refused";
  m_reach->setCurrent(isRefused ? QString() : word);
  m_phone->setRefused(isRefused);
  if (!isRefused && m_phone->number().trimmed().isEmpty()) m_phone->setNumber(caller);
  Q_EMIT edited();
}

void FormFields::choosePlaceKind(const QString& word) {
  m_placeKind->setCurrent(word);
  Q_EMIT edited();
}

void FormFields::takeBack(const TicketDraft& before, const TicketDraft& after) {
  TicketDraft now = after;
  store(now);
  const auto isOurs = [&](auto value) {
    return value(now) == value(after) && value(before) != value(after);
  };
  if (isOurs([](const TicketDraft& one) { return one.ticket.category; })) {
    chooseCategory(before.ticket.category);
  }
  if (!m_levelTouched && isOurs([](const TicketDraft& one) { return one.ticket.level; })) {
    m_level->setCurrent(m_ourLevel = optionId(before.ticket.level));
  }
  if (!m_kindTouched && isOurs([](const TicketDraft& one) { return one.ticket.kind; })) {
    m_kind->setCurrent(m_ourKind = optionId(before.ticket.kind));
  }
  const auto department = [](const TicketDraft& one) { return one.ticket.department; };
  if (!m_departmentTouched && isOurs(department)) {
    m_department->setCurrent(m_ourDepartment = before.ticket.department);
  }
  if (isOurs([](const TicketDraft& one) { return one.ticket.placeKind; })) {
    m_placeKind->setCurrent(before.ticket.placeKind);
  }
  if (isOurs([](const TicketDraft& one) { return one.ticket.reach; })) {
    m_reach->setCurrent(before.ticket.reach);
  }
  if (isOurs([](const TicketDraft& one) { return one.text.phoneRefused; })) {
    m_phone->setRefused(before.text.phoneRefused);
  }
  if (isOurs([](const TicketDraft& one) { return one.text.contactPhone; })) {
    m_phone->setNumber(before.text.contactPhone);
  }
  // A time of an answer goes; one that was typed was never taken.
  const bool isTimeOurs = !m_occurredSaid.isEmpty() && m_occurred->text() == m_occurredSaid;
  const bool wasEmpty = !before.ticket.occurredAt && before.occurredWords.isEmpty();
  if (isTimeOurs && wasEmpty) {
    m_occurredAt.reset();
    m_occurredShown.clear();
    m_occurredSaid.clear();
    m_isOurs = true;
    put(m_occurred, {});
    m_isOurs = false;
  }
  showReasons();
}

void FormFields::showMissing(const QList<Missing>& missing) {
  const auto sentence = [&](Missing what, const QString& text) {
    return missing.contains(what) ? text : QString();
  };
  m_category->setMissing(sentence(Missing::Matter, tr("派单前要有诉求或类别")));
  m_placeField->setError(sentence(Missing::Place, tr("派单前要有地点")));
  m_departmentField->setError(sentence(Missing::Department, tr("派给哪个部门？")));
  m_phone->setMissing(sentence(Missing::Phone, tr("留电话，或点拒留")));
}

bool FormFields::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_occurred && event->type() == QEvent::FocusOut) readOccurred(true);
  // A key that the pill in the line has no use for is not typed into the line.
  if (watched == m_place && event->type() == QEvent::KeyPress && !m_place->hasFocus()) {
    event->ignore();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
