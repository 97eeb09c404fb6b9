// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a category while an agent types.
#pragma once

#include <QWidget>

#include "core/domain/starter.h"
#include "ui/desk/category_ranking.h"

namespace yingda::ui {

class Badge;
class ChoiceList;
class FormField;
class LineBox;

/// A line with suggestions under it: Chinese, initials, full pinyin, code and the owner's words.
/// While it is empty it offers what the request says; nothing is chosen by itself.
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

 private:
  void suggest();
  void choose(const QString& id);
  void leave();
  void showReason();

  const Starter& m_starter;
  QString m_category;
  QString m_request;
  QString m_missing;
  bool m_isOurs = false;  // we set the text, nobody typed
  LineBox* m_line;
  FormField* m_field;
  ChoiceList* m_list;
  Badge* m_reason;
};

}  // namespace yingda::ui
