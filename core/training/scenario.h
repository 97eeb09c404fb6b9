// SPDX-License-Identifier: GPL-3.0-or-later
// A role-play scenario as a value: who calls, what she knows, how the talk may go and how it ends.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

#include "core/assist/emotion.h"
#include "core/base/local_time.h"
#include "core/domain/sla_policy.h"
#include "core/domain/words.h"

namespace yingda {

/// How a drill is over. Unfinished: the trainee hung up, or stopped, before any of the others.
enum class DrillEnd { Satisfied, Accepted, Escalated, HungUp, Unfinished };
inline constexpr std::array allDrillEnds{DrillEnd::Satisfied, DrillEnd::Accepted,
                                         DrillEnd::Escalated, DrillEnd::HungUp,
                                         DrillEnd::Unfinished};
QString drillEndCode(DrillEnd end);  ///< satisfied accepted escalated hung_up unfinished
QString drillEndWord(DrillEnd end);  ///< 满意 接受 升级 挂断 未完
std::optional<DrillEnd> drillEndFromText(QStringView text);
/// The owner goes away with what she needs.
inline bool isGood(DrillEnd end) { return end == DrillEnd::Satisfied || end == DrillEnd::Accepted; }

/// What one sentence of the trainee shows, as far as it moves the owner.
enum class TurnSign {
  Greeting,       ///< 开场: 您好, company, staff number, offer
  Empathy,        ///< 共情
  Promise,        ///< 承诺: somebody, a time, nothing vague beside it
  Recap,          ///< 复述: the matter and the promise once more
  Closing,        ///< 结束语
  Question,       ///< 提问
  QuestionFirst,  ///< 先问: a question to an angry owner before any empathy
  Vague,          ///< 含糊: classes F and V of the wording lint
  Blame,          ///< 推责: B
  Rude,           ///< 顶撞: Q and E
  Unlawful,       ///< 违规: what blocks hard in L, P, R, and M
  ReadOut,        ///< 念出: the caller's name or home before she has said it
  TooMuch,        ///< 话长: more than an old person follows
  Silence         ///< 沉默: longer than six seconds
};
inline constexpr int turnSignCount = 14;
inline constexpr std::array allTurnSigns{
    TurnSign::Greeting, TurnSign::Empathy,  TurnSign::Promise,       TurnSign::Recap,
    TurnSign::Closing,  TurnSign::Question, TurnSign::QuestionFirst, TurnSign::Vague,
    TurnSign::Blame,    TurnSign::Rude,     TurnSign::Unlawful,      TurnSign::ReadOut,
    TurnSign::TooMuch,  TurnSign::Silence};
QString turnSignCode(TurnSign sign);  ///< greeting empathy promise … silence
QString turnSignWord(TurnSign sign);  ///< 开场 共情 承诺 …
std::optional<TurnSign> turnSignFromWord(QStringView word);

/// Which signs a turn shows.
class TurnSigns {
 public:
  void add(TurnSign sign) { m_has[static_cast<size_t>(sign)] = true; }
  bool has(TurnSign sign) const { return m_has[static_cast<size_t>(sign)]; }
  friend bool operator==(const TurnSigns&, const TurnSigns&) = default;

 private:
  std::array<bool, turnSignCount> m_has{};
};

/// The five elements of a report, as a scenario names them.
enum class ReportElement { Time, Place, Matter, Person, Phone };
inline constexpr std::array allReportElements{ReportElement::Time, ReportElement::Place,
                                              ReportElement::Matter, ReportElement::Person,
                                              ReportElement::Phone};
QString reportElementWord(ReportElement element);  ///< 时 地 事 人 话
std::optional<ReportElement> reportElementFromWord(QStringView word);

/// Something that the customer says; with a mood only while she is in it.
struct ScenarioLine {
  std::optional<EmotionLevel> mood;
  QString text;
  friend bool operator==(const ScenarioLine&, const ScenarioLine&) = default;
};

/// The caller of a scenario; made up, every bit of her.
struct Persona {
  QString callName;  ///< 王女士, as she calls herself
  QString home;      ///< 3栋2单元1502
  QString phone;     ///< as the telephone shows it; may be empty
  int age = 40;
  bool isFemale = true;
  int pace = 0;  ///< -1 speaks slowly and wants it slow, 0, 1 fast
  int anger = 50;
  int trust = 40;
  int patience = 8;  ///< how many bad turns she bears
  friend bool operator==(const Persona&, const Persona&) = default;
};

/// What the customer knows. Without `askedBy` it is told by a part or an event.
struct ScenarioFact {
  QString name;
  QStringList askedBy;  ///< any of these words in what the trainee says asks for it
  int trustNeeded = 0;
  std::vector<ScenarioLine> lines;
  std::optional<ReportElement> element;
  QString value;  ///< what the ticket has to hold then
  int line = 0;   ///< of its heading, from 1
  friend bool operator==(const ScenarioFact&, const ScenarioFact&) = default;
};

/// A sentence that must have been said before the end.
struct SafetySentence {
  QString name;
  QStringList words;  ///< any of them says it
  QString sentence;   ///< how it may be said
  int line = 0;
  friend bool operator==(const SafetySentence&, const SafetySentence&) = default;
};

/// One thing that has to hold; several are joined by 且.
struct ScenarioCondition {
  enum class Kind {
    Says,        ///< 说到 any of `words`, in this turn
    Sign,        ///< `sign`, in this turn
    AngerFrom,   ///< 火气到 `number`
    AngerBelow,  ///< 火气低于
    TrustFrom,   ///< 信任到
    TrustBelow,  ///< 信任低于
    Knows,       ///< 知道 the facts `words`
    KnowsAll,    ///< 问全: every fact that is asked for
    SafetySaid,  ///< 安全话说全
    TurnsHere,   ///< 本段第 `number` 句 of the trainee
    Turns,       ///< 全程第 `number` 句
    Seconds,     ///< 第 `number` 秒 of the call
    Filled,      ///< 填好 `words`: 类别 级别 时 地 事 人 话 承诺 派单
  };
  Kind kind = Kind::Sign;
  bool isNegated = false;
  QStringList words;
  TurnSign sign = TurnSign::Empathy;
  int number = 0;
  int line = 0;
  int column = 0;
  friend bool operator==(const ScenarioCondition&, const ScenarioCondition&) = default;
};

/// Where the talk goes on: to a part, or to an end. Both empty: nowhere.
struct ScenarioTarget {
  QString node;
  std::optional<DrillEnd> end;
  int line = 0;
  int column = 0;
  bool isSet() const { return end || !node.isEmpty(); }
  friend bool operator==(const ScenarioTarget&, const ScenarioTarget&) = default;
};

/// 如果 … 转到 …; without conditions it is 否则.
struct ScenarioBranch {
  std::vector<ScenarioCondition> all;
  ScenarioTarget target;
  friend bool operator==(const ScenarioBranch&, const ScenarioBranch&) = default;
};

/// A part of the talk: what the customer says on coming to it, and the ways on, tried in order.
struct ScenarioNode {
  QString name;
  std::vector<ScenarioLine> lines;
  std::vector<ScenarioLine> again;  ///< while it goes on; empty: `lines` once more
  QStringList tells;                ///< facts that its lines tell
  QString points;                   ///< hint 要点
  QStringList sentences;            ///< hint 整句, in their order; the last one stands
  std::vector<ScenarioBranch> branches;
  int line = 0;
  friend bool operator==(const ScenarioNode&, const ScenarioNode&) = default;
};

/// Something that happens once, wherever the talk is.
struct ScenarioEvent {
  QString name;
  std::vector<ScenarioCondition> when;
  std::vector<ScenarioLine> lines;
  int anger = 0;  ///< added
  QStringList tells;
  ScenarioTarget target;
  int line = 0;
  friend bool operator==(const ScenarioEvent&, const ScenarioEvent&) = default;
};

struct ScenarioEnd {
  DrillEnd end = DrillEnd::Satisfied;
  std::vector<ScenarioLine> lines;
  int line = 0;
  friend bool operator==(const ScenarioEnd&, const ScenarioEnd&) = default;
};

/// A whole scenario. The first part is the beginning.
struct Scenario {
  QString id;
  QString title;
  int version = 1;
  QString top;       ///< 大类, as written: 维修 … 咨询
  QString category;  ///< id of a leaf
  Level level = Level::Yellow;
  std::optional<Kind> kind;  ///< nothing: the category's
  int grade = 1;             ///< 1 新人, 2 熟手, 3 资深
  Instant calledAt{};
  QString background;
  int minutes = 8;     ///< how long it should take at most
  int angerGoal = 40;  ///< the owner's anger at the end
  std::vector<ReportElement> elements{allReportElements.begin(), allReportElements.end()};
  std::vector<MilestoneId> milestones;  ///< that must be kept: M1 in the call, others by promise
  QString department;                   ///< id; empty: no dispatch is needed
  int arrivalMinutes = 30;              ///< how soon somebody can honestly be there
  int callbackMinutes = 60;             ///< how soon there is something to say
  Persona persona;
  QHash<TurnSign, int> moves;  ///< what a sign adds to the anger, where it differs from the card
  std::vector<ScenarioFact> facts;
  std::vector<SafetySentence> safety;
  QHash<TurnSign, std::vector<ScenarioLine>> reactions;
  std::vector<ScenarioNode> nodes;
  std::vector<ScenarioEvent> events;
  std::vector<ScenarioEnd> ends;

  const ScenarioNode* node(const QString& name) const;
  const ScenarioFact* fact(const QString& name) const;
  const ScenarioEnd* endOf(DrillEnd end) const;
};

inline size_t qHash(TurnSign sign, size_t seed = 0) {
  return ::qHash(static_cast<int>(sign), seed);
}

}  // namespace yingda
