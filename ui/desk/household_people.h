// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a household in its editor.
#pragma once

#include <QWidget>

#include "core/service/backend.h"
#include "core/service/views.h"

class QVBoxLayout;

namespace yingda::ui {

class FormChooser;
class FormField;
class HintButton;
class LineBox;

/// One row a person, and one form that adds or corrects. Merging: choose 合并 on the double, then
/// the one who stays.
class HouseholdPeople final : public QWidget {
  Q_OBJECT
 public:
  explicit HouseholdPeople(QWidget* parent = nullptr);
  void set(const HouseholdCard& card);
  /// Puts a number into the empty form.
  void propose(const QString& number);
  /// Empties the form.
  void clearForm();

 Q_SIGNALS:
  void saved(const yingda::PersonEdit& edit);
  void movedOut(const yingda::PersonId& person);
  void merged(const yingda::PersonId& keep, const yingda::PersonId& duplicate);

 private:
  QWidget* makeForm();
  void showRows();
  QWidget* makeRow(const PersonCard& person);
  void edit(const PersonCard& person);
  void save();
  bool readNumbers(QStringList& numbers);

  HouseholdId m_household;
  std::vector<PersonCard> m_people;
  PersonId m_edited;
  PersonId m_double;
  QVBoxLayout* m_rows;
  LineBox* m_name = nullptr;
  LineBox* m_salutation = nullptr;
  FormChooser* m_relation = nullptr;
  LineBox* m_numbers = nullptr;
  FormField* m_nameField = nullptr;
  FormField* m_numbersField = nullptr;
  HintButton* m_results = nullptr;
  HintButton* m_save = nullptr;
  HintButton* m_cancel = nullptr;
};

}  // namespace yingda::ui
