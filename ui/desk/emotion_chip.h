// SPDX-License-Identifier: GPL-3.0-or-later
// How the owner feels, as a small pill that a click corrects.
#pragma once

#include <QAbstractButton>
#include <optional>

#include "core/assist/emotion.h"

namespace yingda::ui {

QString emotionText(EmotionLevel level);  ///< in the screen's language

/// Shows what was read from the owner's words until a person has said otherwise; then that stays.
/// Calm is not shown unless a person chose it. Tab passes by: there is a key.
class EmotionChip final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit EmotionChip(QWidget* parent = nullptr);
  void setReading(const EmotionReading& reading);
  /// Times that they have called within a week, without this one: said beside the words.
  void setCallsBefore(int calls);
  /// Nothing: nobody has chosen.
  void setChosen(std::optional<EmotionLevel> level);
  std::optional<EmotionLevel> chosen() const { return m_chosen; }
  EmotionLevel level() const { return m_chosen.value_or(m_reading.level); }
  /// The level after the present one, calm after the last.
  EmotionLevel next() const;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();

  EmotionReading m_reading;
  std::optional<EmotionLevel> m_chosen;
  int m_callsBefore = 0;
};

}  // namespace yingda::ui
