// SPDX-License-Identifier: GPL-3.0-or-later
// The call in the window's bar.
#pragma once

#include <QWidget>
#include <optional>

#include "core/base/local_time.h"

namespace yingda::ui {

class HintButton;
class Label;

/// Nothing, ringing, talking, wrapping up, or away from the phone. 小结 keeps the call; 挂机 stands
/// apart.
/// Owner: the window. It has no key of its own.
class CallBar final : public QWidget {
  Q_OBJECT
 public:
  enum class State { None, Ringing, Talking, WrapUp, Away };
  explicit CallBar(QWidget* parent = nullptr);
  State state() const { return m_state; }
  void setNone();
  void setRinging(const QString& canonicalNumber, Instant since, Instant now);
  /// The name only when the caller is verified; else empty.
  void setTalking(const QString& canonicalNumber, const QString& name, Instant since, Instant now);
  void setWrapUp(Instant since, Instant now);
  /// What she said of herself, and how long that is usual; a limit that is passed reminds.
  void setAway(const QString& text, Instant since, std::optional<std::chrono::minutes> limit,
               Instant now);
  /// That help was asked for stands beside whatever else is so.
  void setHelp(bool isAsked);
  /// Once a second.
  void tick(Instant now);
  /// 慢一点: minutes instead of seconds; nothing hurries.
  void setCalm(bool calm);
  /// "通话 04:16 王女士 138****1234".
  QString sentence() const;

 Q_SIGNALS:
  void wrapUpAsked();
  void hangUpAsked();
  /// She is there again.
  void backAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();
  bool isOverLimit() const;

  State m_state = State::None;
  QString m_number;
  QString m_name;
  Instant m_since{};
  Instant m_now{};
  bool m_isCalm = false;
  bool m_isHelpAsked = false;
  QString m_away;
  std::optional<std::chrono::minutes> m_limit;
  Label* m_word;
  Label* m_who;
  HintButton* m_wrapUp;
  HintButton* m_hangUp;
  HintButton* m_back;
  QWidget* m_apart = nullptr;
};

}  // namespace yingda::ui
