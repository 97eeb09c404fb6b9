// SPDX-License-Identifier: GPL-3.0-or-later
// One calm line beside the call: the next thing to say when it heats up.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace yingda::ui {

class HintButton;
class KeyTable;
class Label;
class RichLabel;

/// Words of a rung by its id: 先听完 说出感受 揽下来 给准时间 请班长.
QString rungText(const QString& id);

/// Hidden while there is nothing to say. Neither colour nor motion adds to the heat. Its button
/// takes no focus.
class CalmLine final : public QWidget {
  Q_OBJECT
 public:
  /// `verb` of the key table does what the button does.
  CalmLine(const char* verb, const KeyTable& keys, QWidget* parent = nullptr);
  /// An empty sentence hides it.
  void set(const QString& title, const QString& sentence, const QString& act);
  QString sentence() const;
  /// As if the button were pressed; false while it is hidden.
  bool act();

 Q_SIGNALS:
  void acted(const QString& sentence);

 private:
  Label* m_title;
  RichLabel* m_words;
  HintButton* m_act;
};

}  // namespace yingda::ui
