// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of one step: what is answered, what it fills in, and which step follows.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/starter.h"

class QGridLayout;

namespace yingda::ui {

class LineBox;

/// What an answer fills in, as it is typed: danger=true, place_kind=户内.
QString setText(const QJsonObject& set);
QJsonObject setFromText(const QString& text);

/// Nine rows at most; a row without words, target and values is no answer.
class AnswerRows final : public QWidget {
  Q_OBJECT
 public:
  explicit AnswerRows(QWidget* parent = nullptr);
  /// `targets`: the steps of the script, offered while a target is typed.
  void set(const std::vector<ScriptAnswer>& answers, const QStringList& targets);
  std::vector<ScriptAnswer> answers() const;
  /// One more row, with the focus in it; false when there are nine.
  bool addRow();
  void focusTarget(int row);

 Q_SIGNALS:
  void edited();

 private:
  struct Row {
    QWidget* key = nullptr;
    LineBox* label = nullptr;
    LineBox* values = nullptr;
    LineBox* target = nullptr;
  };
  void makeRow();
  void showRows(size_t count);
  void offer(LineBox* target);

  QGridLayout* m_grid;
  std::vector<Row> m_rows;
  size_t m_shown = 0;
  QStringList m_targets;
  bool m_isPutting = false;
};

}  // namespace yingda::ui
