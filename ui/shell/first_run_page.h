// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: how this computer is used, and who sits at it.
#pragma once

#include <QWidget>

#include "core/service/backend.h"

class QStackedLayout;

namespace yingda::ui {

class ChoiceCard;
class FormField;
class HintButton;
class KeyTable;
class Label;
class LineBox;
class MessageBar;
class PinEdit;
class RichLabel;
class Segmented;

/// Three ways: on this computer alone, on a shared server, or the demonstration. Says all mistakes
/// at once, each under its field. Keys: 1 to 3 choose, Enter goes on.
class FirstRunPage final : public QWidget {
  Q_OBJECT
 public:
  /// Where the content will lie, as it is; and the version of the program.
  FirstRunPage(const QString& storeFolder, const QString& version, const KeyTable& keys,
               QWidget* parent = nullptr);

  bool isJoinChosen() const;
  void chooseJoin();
  bool isDemoChosen() const;
  void chooseDemo(bool demo);
  /// "zh_CN" or "en"; tells nobody.
  void setLanguage(const QString& language);
  /// While the store is being made: nothing can be pressed.
  void setBusy(bool busy);
  void showFailure(const QString& sentence);
  /// What was typed, with the outside name filled in.
  FirstRun typed() const;

 Q_SIGNALS:
  void standAlone(const yingda::FirstRun& first);
  void demoAsked();
  /// The page of the server's address is wanted; nothing was made yet.
  void joinAsked();
  void languageChosen(const QString& language);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeChoices();
  QWidget* makePerson();
  QWidget* makeNote(const QString& name, Label*& title, RichLabel*& text, HintButton*& start);
  QWidget* makeFoot();
  void connectParts();
  void retranslate();
  void submit();
  bool showMistakes();
  void suggestOutsideName();
  void showChoice();
  /// The path as far as there is room for it, whole in the tooltip.
  void showPlace();

  QString m_storeFolder;
  QString m_version;
  const KeyTable& m_keys;
  bool m_isBusy = false;
  bool m_isOutsideNameTouched = false;
  Label* m_subtitle = nullptr;
  Label* m_question = nullptr;
  Label* m_reassurance = nullptr;
  ChoiceCard* m_alone = nullptr;
  ChoiceCard* m_join = nullptr;
  ChoiceCard* m_demo = nullptr;
  Label* m_after = nullptr;
  QStackedLayout* m_side = nullptr;
  Label* m_personTitle = nullptr;
  LineBox* m_name = nullptr;
  LineBox* m_staff = nullptr;
  LineBox* m_outside = nullptr;
  Segmented* m_days = nullptr;
  PinEdit* m_pin = nullptr;
  FormField* m_nameField = nullptr;
  FormField* m_staffField = nullptr;
  FormField* m_outsideField = nullptr;
  FormField* m_daysField = nullptr;
  FormField* m_pinField = nullptr;
  Label* m_pinUse = nullptr;
  HintButton* m_start = nullptr;
  Label* m_joinTitle = nullptr;
  RichLabel* m_joinText = nullptr;
  HintButton* m_startJoin = nullptr;
  Label* m_demoTitle = nullptr;
  RichLabel* m_demoText = nullptr;
  HintButton* m_startDemo = nullptr;
  MessageBar* m_failure = nullptr;
  Segmented* m_language = nullptr;
  Label* m_place = nullptr;
  Label* m_versionLabel = nullptr;
};

}  // namespace yingda::ui
