// SPDX-License-Identifier: GPL-3.0-or-later
// The warranties of a building in the household's editor.
#pragma once

#include <QWidget>

#include "core/service/views.h"

class QVBoxLayout;

namespace yingda::ui {

class FormChooser;
class FormField;
class LineBox;

/// One line a part with what it means today, and a form: part, start, years, source.
class HouseholdWarranties final : public QWidget {
  Q_OBJECT
 public:
  explicit HouseholdWarranties(QWidget* parent = nullptr);
  void set(const HouseholdCard& card, Instant now);

 Q_SIGNALS:
  void saved(const yingda::Warranty& warranty);

 private:
  void save();

  HouseholdCard m_card;
  Instant m_now{};
  QVBoxLayout* m_rows;
  FormChooser* m_part;
  LineBox* m_start;
  LineBox* m_years;
  LineBox* m_source;
  FormField* m_startField;
  FormField* m_yearsField;
};

}  // namespace yingda::ui
