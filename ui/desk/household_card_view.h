// SPDX-License-Identifier: GPL-3.0-or-later
// The household that is on the telephone, in two lines.
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "core/service/views.h"

namespace yingda::ui {

class HintButton;
class HouseholdBadges;
class Label;

/// What the agent may know of the household before she speaks. F8 asks what the number is for, in
/// place, by digit. Owner: the workbench. Limits: numbers stand in full for 60 s.
class HouseholdCardView final : public QWidget {
  Q_OBJECT
 public:
  explicit HouseholdCardView(QWidget* parent = nullptr);
  /// Not verified: the household is a candidate, dashed.
  void set(const HouseholdCard& card, bool verified, Instant now);
  /// The matter at hand, for the warranty; empty when unknown.
  void setMatter(const QString& categoryId, Instant now);
  /// A caller whom nobody has on record; the number is shown masked.
  void setUnknown(const QString& canonicalNumber);
  /// A matter of a common part: no household.
  void setCommonPart(const QString& place);
  void setNothing();
  /// Asks for the purpose; the digits 1 to 3 answer, Esc takes it back.
  void askPurpose();
  bool isAskingPurpose() const;
  /// Shows the numbers of these people for 60 s.
  void reveal();
  bool isRevealed() const { return m_unmask.isActive(); }
  /// The words on the screen, for tests and for reading out.
  QString sentence() const;

 Q_SIGNALS:
  void urgeAsked();
  /// 回拨, 上门 or 核实.
  void revealAsked(const QString& purpose);
  /// Surname and room were confirmed.
  void verifyAsked();
  /// Open the editor: of this household, or of a new one for an unknown caller.
  void editAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class State { Nothing, Household, Unknown, CommonPart };
  void build();
  QWidget* makePurposes();
  void refresh();
  void showBadges();
  void showButtons();
  QString secondLine() const;
  QString numbersLine() const;
  void choosePurpose(int index);
  void leavePurpose();

  State m_state = State::Nothing;
  HouseholdCard m_card;
  bool m_isVerified = false;
  QString m_number;
  QString m_place;
  QString m_matter;
  Instant m_now{};
  QTimer m_unmask;
  QPointer<QWidget> m_focusBefore;
  Label* m_address = nullptr;
  HouseholdBadges* m_badges = nullptr;
  Label* m_line = nullptr;
  Label* m_salutation = nullptr;
  HintButton* m_verify = nullptr;
  HintButton* m_urge = nullptr;
  HintButton* m_reveal = nullptr;
  HintButton* m_edit = nullptr;
  QWidget* m_purposes = nullptr;
};

}  // namespace yingda::ui
