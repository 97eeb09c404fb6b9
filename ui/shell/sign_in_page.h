// SPDX-License-Identifier: GPL-3.0-or-later
// Lock and switch of persons: who goes on working here.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/agent.h"

class QListView;

namespace yingda::ui {

class Card;
class FormField;
class HintButton;
class Label;
class LineBox;
class PersonModel;
class PinEdit;

/// People by staff number, a PIN or a password, and one sentence that says nothing is lost.
/// Keys: arrows choose, digits go to the PIN, Enter signs in.
class SignInPage final : public QWidget {
  Q_OBJECT
 public:
  explicit SignInPage(QWidget* parent = nullptr);
  /// Active people in order of their staff numbers; `current` is chosen beforehand.
  void setPeople(const std::vector<Agent>& people, const AgentId& current);
  /// The company, or empty.
  void setCompany(const QString& name);
  void setBusy(bool busy);
  /// The secret was wrong or the sign-in failed; empties it.
  void showFailure(const QString& sentence);
  void focusSecret();
  QString chosenStaffNumber() const;
  /// The chosen person is known to the server, and signs in with the password there.
  bool asksPassword() const;

 Q_SIGNALS:
  void signInAsked(const QString& staffNumber, const QString& secret);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void submit();
  void showChosen();
  bool moveBy(int key);

  PersonModel* m_model;
  QListView* m_view;
  PinEdit* m_pin;
  FormField* m_pinField;
  LineBox* m_password;
  FormField* m_passwordField;
  HintButton* m_enter;
  Label* m_company;
  bool m_isBusy = false;
};

}  // namespace yingda::ui
