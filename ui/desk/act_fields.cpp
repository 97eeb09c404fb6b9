// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the fields of the acts and says what is missing in them.
#include "ui/desk/act_fields.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/kit/form_field.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

constexpr int lineLengthMax = 500;
constexpr qsizetype textLengthMax = 200'000;

}  // namespace

QString ActText::text() const { return editor->text().trimmed(); }

QVBoxLayout* makeActColumn(QWidget* page) {
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  return column;
}

QHBoxLayout* addActRow(QVBoxLayout* column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  column->addLayout(row);
  return row;
}

ActText addActText(QVBoxLayout* column, const QString& label, const QString& hint,
                   const char* name) {
  ActText text;
  text.editor = new TextBox;
  text.editor->setObjectName(QLatin1String(name));
  text.editor->setPlaceholderText(hint);
  text.editor->setLengthLimit(textLengthMax);
  text.editor->setLineRange(2, 6);
  text.field = new FormField(label, text.editor);
  column->addWidget(text.field);
  QObject::connect(text.editor, &TextBox::contentChanged, text.field,
                   [field = text.field] { field->setError({}); });
  return text;
}

ActLine addActLine(QHBoxLayout* row, const QString& label, const QString& hint, const char* name) {
  ActLine line;
  line.line = new LineBox;
  line.line->setObjectName(QLatin1String(name));
  line.line->setPlaceholderText(hint);
  line.line->setLengthLimit(lineLengthMax);
  line.field = new FormField(label, line.line);
  row->addWidget(line.field, 1);
  QObject::connect(line.line, &LineBox::contentChanged, line.field,
                   [field = line.field] { field->setError({}); });
  return line;
}

QStringList numbered(const QStringList& words) {
  QStringList result;
  for (const QString& word : words) {
    result << QStringLiteral("%1 %2").arg(result.size() + 1).arg(word);
  }
  return result;
}

bool isMissing(const ActText& text, const QString& sentence) {
  if (!text.text().isEmpty()) return false;
  text.field->setError(sentence);
  text.editor->setFocus();
  return true;
}

bool isMissing(const ActLine& line, const QString& sentence) {
  if (!line.line->text().trimmed().isEmpty()) return false;
  line.field->setError(sentence);
  line.line->setFocus();
  return true;
}

}  // namespace yingda::ui
