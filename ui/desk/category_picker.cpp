// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the line, its suggestions and the chosen category in step.
#include "ui/desk/category_picker.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/badge.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/form_field.h"
#include "ui/kit/text_box.h"
#include "ui/kit/theme.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int suggestionsMax = 8;
constexpr int lineLengthMax = 200;

}  // namespace

CategoryPicker::CategoryPicker(const Starter& starter, QWidget* parent)
    : QWidget(parent),
      m_starter(starter),
      m_line(new LineBox),
      m_field(new FormField(tr("类别"), m_line, this)),
      m_list(new ChoiceList(m_line)),
      m_reason(new Badge({}, Tone::Accent)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_field);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_line->setLengthLimit(lineLengthMax);
  m_field->setTrailing(m_reason);
  m_reason->hide();
  m_list->setMaxVisibleRows(suggestionsMax);
  m_line->installEventFilter(this);
  connect(m_line, &LineBox::contentChanged, this, [this] {
    if (m_isOurs) return;
    m_field->setError({});
    m_reason->hide();
    if (m_line->text().isEmpty() && !m_category.isEmpty()) {
      m_isRejected = true;
      choose({});
    }
    suggest();
    if (m_line->text().isEmpty()) showSuggestion();
  });
  connect(m_list, &ChoiceList::chosen, this,
          [this](const QVariant& choice) { choose(choice.toString()); });
  showSuggestion();
}

void CategoryPicker::setCategory(const QString& id) {
  m_category = id;
  const Category* category = m_starter.category(id);
  m_isOurs = true;
  m_line->setText(category ? category->path : id);
  m_line->setCursorPosition(0);
  m_isOurs = false;
  m_isRejected = false;
  m_field->setError(id.isEmpty() ? m_missing : QString());
  showSuggestion();
}

void CategoryPicker::setRequest(const QString& request) {
  if (m_request == request) return;
  m_request = request;
  if (m_line->hasFocus() && m_line->text().isEmpty()) suggest();
  showSuggestion();
}

void CategoryPicker::setMissing(const QString& sentence) {
  m_missing = sentence;
  m_field->setError(m_category.isEmpty() ? sentence : QString());
}

void CategoryPicker::setTriage(const TriageAnswer& answer) {
  m_triage = answer;
  showSuggestion();
  // The list follows, but what she has closed stays closed.
  const bool isOffering = m_line->hasFocus() && m_line->text().isEmpty();
  if (isOffering && (m_list->isOpen() || m_list->rows().isEmpty())) suggest();
}

const TriageAnswer* CategoryPicker::shownTriage() const {
  const bool isFree = m_category.isEmpty() && m_line->text().isEmpty() && !m_isRejected;
  return isFree && !m_triage.category.isEmpty() ? &m_triage : nullptr;
}

QString CategoryPicker::suggested() const {
  const TriageAnswer* shown = shownTriage();
  return shown && shown->isDecided ? shown->category : QString();
}

int CategoryPicker::suggestedSure() const {
  constexpr int surest = 99;
  return suggested().isEmpty() ? 0 : std::min(surest, qRound(m_triage.probability * 100));
}

bool CategoryPicker::acceptSuggested() {
  const QString id = suggested();
  if (id.isEmpty()) return false;
  m_list->dismiss();
  choose(id);
  return true;
}

void CategoryPicker::showSuggestion() {
  const TriageAnswer* shown = shownTriage();
  const Category* category = m_starter.category(suggested());
  // The words of a category that stands there until something else is chosen are no hint.
  QPalette palette = m_line->palette();
  palette.setColor(QPalette::PlaceholderText, color(category ? Token::Text : Token::Text3));
  m_line->setPalette(palette);
  m_line->setPlaceholderText(category ? category->path : tr("字、拼音首字母或编码"));
  if (!shown) {
    showReason();
    return;
  }
  const QStringList& words = m_triage.evidence;
  QString word;
  for (const QString& one : words) {
    if (one.size() > word.size()) word = one;
  }
  const QString sure = tr("%1%").arg(suggestedSure());
  m_reason->setTone(category ? Tone::Green : Tone::Dashed);
  m_reason->setText(!category        ? tr("不确定")
                    : word.isEmpty() ? sure
                                     : tr("%1 · %2").arg(sure, word));
  const QString because =
      words.isEmpty() ? QString() : tr("诉求里说到「%1」").arg(words.join(tr("」「")));
  m_reason->setToolTip(because);
  m_reason->show();
  m_line->setAccessibleDescription(
      category ? tr("系统建议 %1，%2").arg(category->path, m_reason->text()) : m_reason->text());
}

ChoiceRow CategoryPicker::rowOf(const Category& category) const {
  ChoiceRow row;
  row.title = category.name;
  row.detail = category.path.left(category.path.lastIndexOf(QStringLiteral(" / ")));
  const Department* department = m_starter.department(category.department);
  row.trailing = levelText(category.level);
  if (department) row.trailing += tr(" · %1").arg(department->name);
  row.data = category.id;
  return row;
}

QList<ChoiceRow> CategoryPicker::triageRows() const {
  QList<ChoiceRow> rows;
  const TriageAnswer* shown = shownTriage();
  if (!shown) return rows;
  for (const QString& id : shown->candidates) {
    const Category* category = m_starter.category(id);
    if (!category) continue;
    ChoiceRow row = rowOf(*category);
    // A decided one is taken by Enter; digits go on to mean codes.
    if (!shown->isDecided) row.trailing += tr(" · %1").arg(rows.size() + 1);
    rows.append(row);
  }
  return rows;
}

void CategoryPicker::suggest() {
  const QString query = m_line->text();
  const bool isOffer = query.isEmpty();
  const std::vector<CategoryHit> hits =
      isOffer ? suggestCategories(m_starter.categories, m_request, suggestionsMax)
              : rankCategories(m_starter.categories, query, suggestionsMax);
  QList<ChoiceRow> rows = isOffer ? triageRows() : QList<ChoiceRow>();
  for (const CategoryHit& hit : hits) {
    const bool isThere = std::any_of(rows.begin(), rows.end(), [&hit](const ChoiceRow& row) {
      return row.data.toString() == hit.category->id;
    });
    if (isThere || rows.size() >= suggestionsMax) continue;
    ChoiceRow row = rowOf(*hit.category);
    row.marks = hit.marks;
    if (!hit.keyword.isEmpty()) {
      row.detail =
          (isOffer ? tr("按诉求「%1」 · %2") : tr("「%1」 · %2")).arg(hit.keyword, row.detail);
    }
    rows.append(row);
  }
  // What was marked among the old rows is not what the new query means.
  m_list->dismiss();
  m_list->setPreselect(!isOffer || !suggested().isEmpty());
  m_list->setRows(rows);
}

void CategoryPicker::choose(const QString& id) {
  m_missing.clear();
  m_category = id;
  if (!id.isEmpty()) setCategory(id);
  m_line->selectAll();
  Q_EMIT chosen(id);
}

void CategoryPicker::showReason() {
  // What the owner said stands behind the category only when it is the reason to believe it.
  const Category* category = m_starter.category(m_category);
  QString found;
  if (category) {
    for (const QString& keyword : category->keywords) {
      if (keyword.size() > found.size() && m_request.contains(keyword)) found = keyword;
    }
  }
  m_reason->setTone(Tone::Accent);
  m_reason->setText(found);
  m_reason->setToolTip(found.isEmpty() ? QString() : tr("诉求里说到「%1」").arg(found));
  m_reason->setVisible(!found.isEmpty());
}

void CategoryPicker::leave() {
  const Category* category = m_starter.category(m_category);
  const QString shown = category ? category->path : m_category;
  if (m_line->text() == shown) return;
  // What was typed stays: it may be the only thing that was written down.
  m_field->setError(tr("还没选类别：按 ↓ 选一项，再按 Enter"));
}

bool CategoryPicker::takeKey(const QKeyEvent& event) {
  if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier || m_line->composing()) {
    return false;
  }
  const TriageAnswer* shown = shownTriage();
  const int digit = event.key() - Qt::Key_1;
  if (shown && !shown->isDecided && m_list->isOpen() && digit >= 0 &&
      digit < shown->candidates.size()) {
    const QString id = shown->candidates[digit];
    m_list->dismiss();
    choose(id);
    return true;
  }
  const bool isErasing = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
  if (shown && isErasing) {
    // Nothing was typed: what is to go is the suggestion.
    m_isRejected = true;
    m_list->dismiss();
    showSuggestion();
    Q_EMIT chosen({});
    return true;
  }
  if (event.key() == Qt::Key_Down && !m_list->isOpen()) {
    suggest();
    return true;
  }
  if (event.key() == Qt::Key_Escape && !m_list->isOpen()) {
    const Category* category = m_starter.category(m_category);
    const bool isTyped = m_line->text() != (category ? category->path : QString());
    const bool wasRejected = m_isRejected;
    setCategory(m_category);
    m_isRejected = wasRejected;
    showSuggestion();
    return isTyped;
  }
  return false;
}

void CategoryPicker::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // The suggestion is written in a colour of the theme that was.
  if (event->type() == QEvent::PaletteChange) showSuggestion();
}

bool CategoryPicker::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_line) return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::FocusIn) {
    if (m_line->text().isEmpty()) suggest();
  } else if (event->type() == QEvent::FocusOut) {
    leave();
  } else if (event->type() == QEvent::KeyPress) {
    if (takeKey(*static_cast<const QKeyEvent*>(event))) return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
