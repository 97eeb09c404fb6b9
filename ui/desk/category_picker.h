// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a category while an agent types.
#pragma once

#include <QList>
#include <QWidget>

#include "core/assist/triage.h"
#include "core/domain/starter.h"
#include "ui/desk/category_ranking.h"

namespace yingda::ui {

class Badge;
class ChoiceList;
struct ChoiceRow;
class FormField;
class LineBox;

/// A line with suggestions under it: Chinese, initials, full pinyin, code and the owner's words.
/// While it is empty it offers what the request says, and shows what the triage is sure of in the
/// place of the text; nothing is chosen by itself.
/// Owner: the form. Limits: 8 suggestions; the starter outlives it.
class CategoryPicker final : public QWidget {
  Q_OBJECT
 public:
  explicit CategoryPicker(const Starter& starter, QWidget* parent = nullptr);
  QString category() const { return m_category; }
  /// Shows the category without telling anybody.
  void setCategory(const QString& id);
  /// The words to suggest by.
  void setRequest(const QString& request);
  /// What the triage says now. Decided: shown as if it stood there, with probability and evidence.
  /// Not decided: 不确定, and three candidates by digit while the line has the focus.
  void setTriage(const TriageAnswer& answer);
  /// The answer that is shown; null once something was typed, chosen or rejected.
  const TriageAnswer* shownTriage() const;
  /// The decided category that is shown and chosen by nobody; empty otherwise.
  QString suggested() const;
  /// In percent, at most 99: no model is certain.
  int suggestedSure() const;
  /// As if the suggested one had been chosen; false when there is none.
  bool acceptSuggested();
  /// A line under the field, until something is chosen.
  void setMissing(const QString& sentence);
  FormField* field() const { return m_field; }
  LineBox* line() const { return m_line; }
  ChoiceList* list() const { return m_list; }

 Q_SIGNALS:
  /// A person has chosen it; empty when the field was cleared.
  void chosen(const QString& categoryId);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void suggest();
  void choose(const QString& id);
  void leave();
  void showReason();
  void showSuggestion();
  QList<ChoiceRow> triageRows() const;
  ChoiceRow rowOf(const Category& category) const;
  bool takeKey(const QKeyEvent& event);

  const Starter& m_starter;
  QString m_category;
  QString m_request;
  QString m_missing;
  TriageAnswer m_triage;
  bool m_isRejected = false;  // a person has emptied the field, or said no
  bool m_isOurs = false;      // we set the text, nobody typed
  LineBox* m_line;
  FormField* m_field;
  ChoiceList* m_list;
  Badge* m_reason;
};

}  // namespace yingda::ui
