// SPDX-License-Identifier: GPL-3.0-or-later
// Fills in whom to telephone: the duty engineers by hours, and a community's outside numbers.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/duty.h"
#include "core/domain/household.h"

class QVBoxLayout;

namespace yingda::ui {

class FormChooser;
class FormField;
class HintButton;
class Label;
class LineBox;

/// One page of lines, saved together. A line without a number is taken away. Bad input gets a
/// sentence under its field and stays as typed. Esc leaves.
/// Owner: the workbench. Limits: the starter outlives it; three engineers a community.
class DutyEditor final : public QWidget {
  Q_OBJECT
 public:
  explicit DutyEditor(const Starter& starter, QWidget* parent = nullptr);
  /// Shows the lines of that community; null: those that hold for all.
  void open(const std::vector<DutyContact>& contacts, const std::vector<Community>& communities,
            const CommunityId& community);
  /// What is stored now; the lines stay as they are typed.
  void setContacts(const std::vector<DutyContact>& contacts) { m_contacts = contacts; }
  /// Why the saving was refused, as a sentence; empty takes it away.
  void setProblem(const QString& sentence);
  /// Hands the lines over; false when one of them cannot be read.
  bool submit();
  CommunityId community() const;
  QSize minimumSizeHint() const override { return {480, 240}; }

 Q_SIGNALS:
  void saved(const std::vector<yingda::DutyContact>& rows);
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

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
  QWidget* makeHead();
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
  Label* m_problem = nullptr;
  HintButton* m_save = nullptr;
};

}  // namespace yingda::ui
