// SPDX-License-Identifier: GPL-3.0-or-later
// The call in the window's bar.
#pragma once

#include <QWidget>

#include "core/base/local_time.h"

namespace yingda::ui {

class HintButton;
class Label;

/// Nothing, ringing, talking or wrapping up. 小结 keeps the call; 挂机 stands apart.
/// Owner: the window. It has no key of its own.
class CallBar final : public QWidget {
  Q_OBJECT
 public:
  enum class State { None, Ringing, Talking, WrapUp };
  explicit CallBar(QWidget* parent = nullptr);
  State state() const { return m_state; }
  void setNone();
  void setRinging(const QString& canonicalNumber, Instant since, Instant now);
  /// The name only when the caller is verified; else empty.
  void setTalking(const QString& canonicalNumber, const QString& name, Instant since, Instant now);
  void setWrapUp(Instant since, Instant now);
  /// Once a second.
  void tick(Instant now);
  /// 慢一点: minutes instead of seconds; nothing hurries.
  void setCalm(bool calm);
  /// "通话 04:16 王女士 138****1234".
  QString sentence() const;

 Q_SIGNALS:
  void wrapUpAsked();
  void hangUpAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();

  State m_state = State::None;
  QString m_number;
  QString m_name;
  Instant m_since{};
  Instant m_now{};
  bool m_isCalm = false;
  Label* m_word;
  Label* m_who;
  HintButton* m_wrapUp;
  HintButton* m_hangUp;
  QWidget* m_apart = nullptr;
};

}  // namespace yingda::ui
