// SPDX-License-Identifier: GPL-3.0-or-later
// Writing an article or a bulletin: its words, what they say against the fact cards, and what they
// change in the version that is in effect.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/domain/starter.h"
#include "core/service/knowledge_views.h"

namespace yingda::ui {

class DiffView;
class FormField;
class KeyTable;
class Label;
class LineBox;
class PieceBar;
class RichLabel;
class Segmented;
class TextBox;

/// Names of categories as they are typed, and back; a name that is not there is told by nothing.
QString categoryNames(const Starter& starter, const QStringList& ids);
std::optional<QStringList> categoryIds(const Starter& starter, const QString& names);

/// Keeps what is typed until it is saved; a newer view of the same piece does not overwrite it.
class PieceEditor final : public QWidget {
  Q_OBJECT
 public:
  PieceEditor(const Starter& starter, const KeyTable& keys, QWidget* parent = nullptr);
  void begin(PieceForm form, LocalDay today, const QString& title = {});
  void set(const PieceView& view);
  /// Its words are stored now; what was typed meanwhile stays.
  void noteSaved(const PieceView& view);
  /// The answer to wordsChanged.
  void setRemarks(const std::vector<FactRemark>& remarks);
  PieceBar* bar() const { return m_bar; }
  QString id() const { return m_view.id; }
  PieceForm form() const { return m_form; }
  ArticleText text() const;
  /// True when a category is none: then there is nothing to save yet.
  bool hasFault();
  bool isDirty() const;
  void focusBody();

 Q_SIGNALS:
  /// A while after the last key.
  void wordsChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build(const KeyTable& keys);
  void put(const ArticleText& text);
  void note();
  void showDiff();

  const Starter& m_starter;
  PieceView m_view;
  PieceForm m_form = PieceForm::Article;
  ArticleText m_saved;
  bool m_isPutting = false;
  QTimer m_pause;
  PieceBar* m_bar = nullptr;
  LineBox* m_title = nullptr;
  Segmented* m_layer = nullptr;
  LineBox* m_categories = nullptr;
  FormField* m_categoryField = nullptr;
  LineBox* m_keywords = nullptr;
  TextBox* m_body = nullptr;
  Label* m_count = nullptr;
  RichLabel* m_remarks = nullptr;
  Label* m_diffTitle = nullptr;
  DiffView* m_diff = nullptr;
};

}  // namespace yingda::ui
