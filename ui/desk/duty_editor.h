// SPDX-License-Identifier: GPL-3.0-or-later
// Fills in whom to telephone: the duty engineers by hours, and a community's outside numbers.
#pragma once

#include <vector>

#include "core/domain/duty.h"
#include "core/domain/household.h"
#include "ui/desk/editor_page.h"

namespace yingda::ui {

class FormChooser;
class FormField;
class HintButton;
class LineBox;

/// One page of lines, saved together. A line without a number is taken away. Bad input gets a
/// sentence under its field and stays as typed.
/// Owner: the workbench. Limits: the starter outlives it; three engineers a community.
class DutyEditor final : public EditorPage {
  Q_OBJECT
 public:
  explicit DutyEditor(const Starter& starter, QWidget* parent = nullptr);
  /// Shows the lines of that community; null: those that hold for all.
  void open(const std::vector<DutyContact>& contacts, const std::vector<Community>& communities,
            const CommunityId& community);
  /// What is stored now; the lines stay as they are typed.
  void setContacts(const std::vector<DutyContact>& contacts) { m_contacts = contacts; }
  /// Hands the lines over; false when one of them cannot be read.
  bool submit();
  CommunityId community() const;

 Q_SIGNALS:
  void saved(const std::vector<yingda::DutyContact>& rows);

 private:
  struct Engineer {
    LineBox* name;
    LineBox* number;
    LineBox* from;
    LineBox* to;
    FormField* numberField;
    FormField* fromField;
    FormField* toField;
  };
  struct Outside {
    QString kind;
    LineBox* number;
    FormField* field;
  };
  void fillHead();
  QWidget* makeEngineers();
  QWidget* makeNumbers();
  void fill();
  bool readEngineer(size_t slot, DutyContact& row);

  const Starter& m_starter;
  std::vector<DutyContact> m_contacts;
  std::vector<Community> m_communities;
  FormChooser* m_community = nullptr;
  std::vector<Engineer> m_engineers;
  std::vector<Outside> m_numbers;
  HintButton* m_save = nullptr;
};

}  // namespace yingda::ui
