// SPDX-License-Identifier: GPL-3.0-or-later
// Every script by its title, found by typing.
#pragma once

#include <QList>
#include <QWidget>

#include "core/domain/starter.h"
#include "ui/kit/choice_list.h"

namespace yingda::ui {

class LineBox;

/// Scripts whose title fits by Chinese, initials or full pinyin; all of them for no text.
QList<ChoiceRow> scriptRows(const std::vector<Script>& scripts, const QString& query);

/// A line with the scripts under it; opens in place of the pane's title.
class ScriptChooser final : public QWidget {
  Q_OBJECT
 public:
  explicit ScriptChooser(const Starter& starter, QWidget* parent = nullptr);
  void open();
  LineBox* line() const { return m_line; }

 Q_SIGNALS:
  void chosen(const QString& scriptId);
  void closed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void filter();

  const Starter& m_starter;
  LineBox* m_line;
  ChoiceList* m_list;
};

}  // namespace yingda::ui
