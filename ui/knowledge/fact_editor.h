// SPDX-License-Identifier: GPL-3.0-or-later
// A fact card: the sentence it says, the value and where it stands written, and who quotes it.
#pragma once

#include <QWidget>

#include "core/domain/fact_fill.h"
#include "core/service/knowledge_views.h"

namespace yingda::ui {

class Badge;
class FormField;
class KeyTable;
class Label;
class LineBox;
class PieceBar;
class RichLabel;

/// Keeps what is typed until it is saved; a newer view of the same card does not overwrite it.
class FactEditor final : public QWidget {
  Q_OBJECT
 public:
  explicit FactEditor(const KeyTable& keys, QWidget* parent = nullptr);
  void set(const PieceView& view);
  /// Its value is stored now; what was typed meanwhile stays.
  void noteSaved(const PieceView& view);
  PieceBar* bar() const { return m_bar; }
  QString id() const { return m_view.id; }
  ArticleText text() const;
  /// True, with a sentence at the field, when there is nothing to save yet.
  bool hasFault();
  bool isDirty() const { return typed() != m_saved; }
  void focusValue();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  FactFill typed() const;
  FactFill stored() const;
  void note();
  void showSentence();

  PieceView m_view;
  FactFill m_saved;
  bool m_isPutting = false;
  PieceBar* m_bar;
  Label* m_title;
  Badge* m_waits;
  RichLabel* m_sentence;
  LineBox* m_value;
  LineBox* m_source;
  FormField* m_valueField;
  FormField* m_sourceField;
  RichLabel* m_quotedIn;
};

}  // namespace yingda::ui
