// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the line, its suggestions and the chosen category in step.
#include "ui/desk/category_picker.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/kit/badge.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/form_field.h"
#include "ui/kit/text_box.h"
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
  m_line->setPlaceholderText(tr("字、拼音首字母或编码"));
  m_field->setTrailing(m_reason);
  m_reason->hide();
  m_list->setMaxVisibleRows(suggestionsMax);
  m_line->installEventFilter(this);
  connect(m_line, &LineBox::contentChanged, this, [this] {
    if (m_isOurs) return;
    m_field->setError({});
    m_reason->hide();
    suggest();
    if (m_line->text().isEmpty() && !m_category.isEmpty()) choose({});
  });
  connect(m_list, &ChoiceList::chosen, this,
          [this](const QVariant& choice) { choose(choice.toString()); });
}

void CategoryPicker::setCategory(const QString& id) {
  m_category = id;
  const Category* category = m_starter.category(id);
  m_isOurs = true;
  m_line->setText(category ? category->path : id);
  m_line->setCursorPosition(0);
  m_isOurs = false;
  m_field->setError(id.isEmpty() ? m_missing : QString());
  showReason();
}

void CategoryPicker::setRequest(const QString& request) {
  if (m_request == request) return;
  m_request = request;
  if (m_line->hasFocus() && m_line->text().isEmpty()) suggest();
  showReason();
}

void CategoryPicker::setMissing(const QString& sentence) {
  m_missing = sentence;
  m_field->setError(m_category.isEmpty() ? sentence : QString());
}

void CategoryPicker::suggest() {
  const QString query = m_line->text();
  const bool isOffer = query.isEmpty();
  const std::vector<CategoryHit> hits =
      isOffer ? suggestCategories(m_starter.categories, m_request, suggestionsMax)
              : rankCategories(m_starter.categories, query, suggestionsMax);
  QList<ChoiceRow> rows;
  for (const CategoryHit& hit : hits) {
    const Category& category = *hit.category;
    ChoiceRow row;
    row.title = category.name;
    row.marks = hit.marks;
    row.detail = category.path.left(category.path.lastIndexOf(QStringLiteral(" / ")));
    if (!hit.keyword.isEmpty()) {
      row.detail =
          (isOffer ? tr("按诉求「%1」 · %2") : tr("「%1」 · %2")).arg(hit.keyword, row.detail);
    }
    const Department* department = m_starter.department(category.department);
    row.trailing = levelText(category.level);
    if (department) row.trailing += tr(" · %1").arg(department->name);
    row.data = category.id;
    rows.append(row);
  }
  // What was marked among the old rows is not what the new query means.
  m_list->dismiss();
  m_list->setPreselect(!isOffer);
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

bool CategoryPicker::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_line) return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::FocusIn) {
    if (m_line->text().isEmpty()) suggest();
  } else if (event->type() == QEvent::FocusOut) {
    leave();
  } else if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::NoModifier && !m_line->composing()) {
      if (key->key() == Qt::Key_Down && !m_list->isOpen()) {
        suggest();
        return true;
      }
      if (key->key() == Qt::Key_Escape && !m_list->isOpen()) {
        const Category* category = m_starter.category(m_category);
        const bool isTyped = m_line->text() != (category ? category->path : QString());
        setCategory(m_category);
        return isTyped;
      }
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
