// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill shows without words: the form beside what it should hold, the clock, the mood, the
// end. In the words of the score card.
#pragma once

#include "core/training/drill.h"

namespace yingda {

/// Everything in it is a sentence for the debrief. Thread: any; pure. Limits: the drill outlives
/// it.
class ScoreEvidence {
 public:
  explicit ScoreEvidence(const Drill& drill) : m_drill(drill) {}

  /// Whether the form holds what the scenario's facts say of this element.
  bool isRight(ReportElement element) const;
  /// 地点：3栋2单元1602，应为 3栋2单元1502
  QString element(ReportElement element) const;
  QString category() const;
  QString level() const;
  QString department() const;
  QString asked() const;   ///< 没有问到：称呼
  QString anger() const;   ///< 挂机时情绪 62，目标 40 以下；结果：未完
  QString calm() const;    ///< nobody was angry when the call came
  QString end() const;     ///< 结果：满意
  QString golden() const;  ///< 受理 00:41，告知 没有勾，时限 05:00
  QString never() const;   ///< 8 句话里都没有
  QString noSafety() const { return word("safety_free"); }
  QString noTalk() const { return word("no_talk"); }
  QString silence(Milliseconds silence) const;
  /// The recorded promise that is due after this.
  QString late(const Promise& promise, Instant due) const;

 private:
  struct Place {
    const char* name;
    QString value;
  };
  QString word(const char* name) const;
  QString told(const char* name, std::initializer_list<Place> places) const;
  QString field(const char* name, const QString& value, const QString& right, bool isRight) const;
  QString valueOf(ReportElement element) const;
  QStringList rightOf(ReportElement element) const;
  bool agrees(ReportElement element, const QString& value) const;
  QString since(std::optional<Instant> at) const;

  const Drill& m_drill;
};

}  // namespace yingda
