// SPDX-License-Identifier: GPL-3.0-or-later
// The few kinds of fields that the pages of the acts are made of.
#pragma once

#include <QStringList>

class QHBoxLayout;
class QVBoxLayout;
class QWidget;

namespace yingda::ui {

class FormField;
class LineBox;
class TextBox;

/// A labelled text of some lines.
struct ActText {
  TextBox* editor = nullptr;
  FormField* field = nullptr;
  QString text() const;
};

/// A labelled line.
struct ActLine {
  LineBox* line = nullptr;
  FormField* field = nullptr;
};

QVBoxLayout* makeActColumn(QWidget* page);
QHBoxLayout* addActRow(QVBoxLayout* column);
ActText addActText(QVBoxLayout* column, const QString& label, const QString& hint,
                   const char* name = "actPanel.text");
ActLine addActLine(QHBoxLayout* row, const QString& label, const QString& hint, const char* name);
/// "1 等配件": the digit that chooses stands before the word.
QStringList numbered(const QStringList& words);
/// True when nothing is written; then the sentence stands under it and it has the focus.
bool isMissing(const ActText& text, const QString& sentence);
bool isMissing(const ActLine& line, const QString& sentence);

}  // namespace yingda::ui
