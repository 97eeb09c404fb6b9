// SPDX-License-Identifier: GPL-3.0-or-later
// Draws and steers the closed choices of the form.
#include "ui/desk/form_chooser.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "core/text/pinyin.h"
#include "ui/kit/choice_list.h"
#include "ui/kit/glyph.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int fieldHeight = 30;
constexpr int pillHeight = 22;
constexpr int fieldPadding = 11;
constexpr int pillPadding = 6;
constexpr int gap = 8;
constexpr int chevron = 10;

bool hasNoVerb(const QKeyEvent& event) {
  return (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
}

}  // namespace

FormChooser::FormChooser(Look look, QWidget* parent)
    : QWidget(parent), m_look(look), m_list(new ChoiceList(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setFont(ui::font(look == Look::Field ? FontRole::Body13 : FontRole::Small12));
  setSizePolicy(look == Look::Field ? QSizePolicy::Expanding : QSizePolicy::Fixed,
                QSizePolicy::Fixed);
  m_list->setPreselect(true);
  connect(m_list, &ChoiceList::chosen, this,
          [this](const QVariant& choice) { pick(choice.toString()); });
}

void FormChooser::setOptions(const std::vector<FormOption>& options) {
  m_options = options;
  describe();
  updateGeometry();
  update();
}

const FormOption* FormChooser::find(const QString& id) const {
  for (const FormOption& option : m_options) {
    if (option.id == id) return &option;
  }
  return nullptr;
}

QString FormChooser::currentText() const {
  const FormOption* option = find(m_current);
  return option ? option->text : QString();
}

void FormChooser::setCurrent(const QString& id) {
  m_current = id;
  describe();
  updateGeometry();
  update();
}

void FormChooser::setPlaceholder(const QString& text) {
  m_placeholder = text;
  updateGeometry();
  update();
}

void FormChooser::setReason(const QString& reason) {
  m_reason = reason;
  describe();
  update();
}

void FormChooser::describe() {
  const QString reason = m_reason.isEmpty() ? QString() : tr("，%1").arg(m_reason);
  setAccessibleDescription(currentText() + reason);
  if (m_look == Look::Pill && accessibleName().isEmpty()) setAccessibleName(m_placeholder);
}

QSize FormChooser::sizeHint() const {
  const QFontMetrics metrics(font());
  if (m_look == Look::Field) return {140, fieldHeight};
  const QString shown = m_current.isEmpty() ? m_placeholder : currentText();
  return {metrics.horizontalAdvance(shown) + 2 * pillPadding + 4 + chevron, pillHeight};
}

QSize FormChooser::minimumSizeHint() const {
  return m_look == Look::Field ? QSize(96, fieldHeight) : sizeHint();
}

QRect FormChooser::paintLead(QPainter& painter, const QRect& area) const {
  const FormOption* option = find(m_current);
  if (!option || !option->level) return area;
  LevelChip::paint(painter, {area.left(), area.center().y() - LevelChip::side / 2 + 1},
                   *option->level);
  return area.adjusted(LevelChip::side + gap, 0, 0, 0);
}

void FormChooser::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isField = m_look == Look::Field;
  if (isField) {
    paintField(painter, rect(), {isEnabled(), hasFocus(), property("isWrong").toBool()});
  } else if (hasFocus() || underMouse()) {
    paintBox(painter, rect(),
             {color(underMouse() ? Token::Sunken : Token::Surface),
              hasFocus() ? std::optional(color(Token::Accent)) : std::nullopt,
              hasFocus() ? 2.0 : 1.0, 5.0, false});
  }
  const int padding = isField ? fieldPadding : pillPadding;
  QRect area = rect().adjusted(padding, 0, -padding, 0);
  const QRect arrow(area.right() - chevron + 1, area.center().y() - chevron / 2 + 1, chevron,
                    chevron);
  const bool showsReason = isField && !m_reason.isEmpty();
  if (showsReason) {
    painter.setFont(ui::font(FontRole::Small12));
    painter.setPen(color(Token::Text3));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_reason);
    area.setRight(area.right() - QFontMetrics(painter.font()).horizontalAdvance(m_reason) - gap);
  } else {
    paintGlyph(painter, arrow, Glyph::ChevronDown, color(Token::Text3));
    area.setRight(arrow.left() - 4);
  }
  area = paintLead(painter, area);
  const bool isEmpty = currentText().isEmpty();
  painter.setFont(font());
  painter.setPen(color(isEmpty ? Token::Text3 : isField ? Token::Text : Token::Text2));
  const QString shown = isEmpty ? m_placeholder : currentText();
  painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(shown, Qt::ElideRight, area.width()));
}

void FormChooser::open() {
  QList<ChoiceRow> rows;
  for (size_t i = 0; i < m_options.size(); ++i) {
    ChoiceRow row;
    row.title = m_options[i].text;
    row.data = m_options[i].id;
    if (i < 9) row.trailing = QString::number(i + 1);
    rows.append(row);
  }
  m_list->setRows(rows);
}

void FormChooser::pick(const QString& id) {
  m_list->dismiss();
  m_letters.clear();
  setCurrent(id);
  Q_EMIT chosen(id);
}

bool FormChooser::pickByLetters(const QString& typed) {
  for (const QString& wanted : {QString(m_letters + typed), typed}) {
    // The option after the chosen one comes first, so that the same letter walks on.
    size_t start = 0;
    for (size_t i = 0; i < m_options.size(); ++i) {
      if (m_options[i].id == m_current && wanted.size() == 1) start = i + 1;
    }
    for (size_t n = 0; n < m_options.size(); ++n) {
      FormOption& option = m_options[(start + n) % m_options.size()];
      if (option.letters.isEmpty()) option.letters = initials(option.text);
      if (!option.letters.startsWith(wanted)) continue;
      const QString kept = wanted;
      pick(option.id);
      m_letters = kept;
      return true;
    }
  }
  m_letters.clear();
  return false;
}

void FormChooser::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (!hasNoVerb(*event)) {
    QWidget::keyPressEvent(event);
    return;
  }
  const int index = key == Qt::Key_0 ? 9 : key - Qt::Key_1;
  const bool isDigit = key >= Qt::Key_0 && key <= Qt::Key_9;
  if (isDigit && index < static_cast<int>(m_options.size())) {
    pick(m_options[static_cast<size_t>(index)].id);
  } else if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_Space) {
    open();
  } else if (key >= Qt::Key_A && key <= Qt::Key_Z) {
    pickByLetters(QString(QLatin1Char(static_cast<char>('a' + key - Qt::Key_A))));
  } else if (m_isClearable && (key == Qt::Key_Backspace || key == Qt::Key_Delete)) {
    pick({});
  } else {
    QWidget::keyPressEvent(event);
  }
}

void FormChooser::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  setFocus(Qt::MouseFocusReason);
  if (m_list->isOpen()) {
    m_list->dismiss();
  } else {
    open();
  }
}

void FormChooser::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void FormChooser::focusOutEvent(QFocusEvent* event) {
  m_letters.clear();
  QWidget::focusOutEvent(event);
  update();
}

QString optionId(Level level) { return levelColour(level); }
QString optionId(Kind kind) { return kindWord(kind); }
QString optionId(Channel channel) { return channelWord(channel); }

std::vector<FormOption> levelOptions() {
  std::vector<FormOption> options;
  for (const Level level : allLevels) {
    options.push_back({optionId(level), levelText(level), {}, level});
  }
  return options;
}

std::vector<FormOption> kindOptions() {
  std::vector<FormOption> options;
  for (const Kind kind : allKinds) options.push_back({optionId(kind), kindText(kind)});
  return options;
}

std::vector<FormOption> channelOptions() {
  std::vector<FormOption> options;
  for (const Channel channel : allChannels) {
    options.push_back({optionId(channel), channelText(channel)});
  }
  return options;
}

}  // namespace yingda::ui
