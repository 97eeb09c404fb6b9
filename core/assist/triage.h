// SPDX-License-Identifier: GPL-3.0-or-later
// What a call is about: emergency first, then category, kind, level and department, each with its
// words.
#pragma once

#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "core/assist/emergency_rules.h"
#include "core/assist/leaf_rules.h"
#include "core/assist/softmax_learner.h"

namespace yingda {

/// The proposal for one text. Nothing of it is chosen until a person takes it.
struct TriageAnswer {
  Kind kind = Kind::Repair;
  Level level = Level::Yellow;
  /// True exactly when the level is red: a situation of safety.json, or a red category decided.
  bool isEmergency = false;
  /// The situation of safety.json; empty without an emergency.
  QString situation;
  /// Id of the leaf; empty when nothing speaks for any.
  QString category;
  /// 维修 环境卫生 安全管理 费用 邻里公德 服务态度 咨询.
  QString top;
  QString department;  ///< id
  /// Of the category, calibrated: of the answers told with 0.9, nine in ten are right.
  float probability = 0;
  /// False is 不确定: show the candidates.
  bool isDecided = false;
  /// At most three leaves, best first; the category is the first.
  QStringList candidates;
  /// Words of the text that say so, at most five, in its order.
  QStringList evidence;
};

/// What is read of a report: the owner's words and the place, in one text. Learning and telling use
/// the same.
QString triageText(const QString& request, const QString& place);

/// The words of the six kinds of complaint and 咨询 for a category; empty for none.
QString topWord(const QString& category);

/// Rules that hold from the first call, mixed with what was learned since: the more labels are
/// confirmed, the less the rules count. Emergencies are the rules' alone.
/// Thread: any, after construction. Limits: reads the first 20,000 characters.
class Triage {
 public:
  /// `starter` is borrowed for as long as this lives. Errors: Invalid, with the line of a file.
  static Result<Triage> make(const Starter& starter);

  /// `learned` may be null: the cold start. Labels may be leaves (id, name, code), tops or kinds;
  /// when none of them is, the label is told as category and top.
  TriageAnswer answer(QStringView text, const SoftmaxLearner* learned) const;
  TriageAnswer answer(QStringView text, const Features& features,
                      const SoftmaxLearner* learned) const;

  /// How probable each of these labels is; all 0 when none is of the tree or was learned.
  std::vector<float> labelShares(QStringView text, const Features& features,
                                 const SoftmaxLearner* learned, const QStringList& labels) const;
  bool knows(const QString& label) const { return !leavesOf(label).empty(); }
  /// From which probability on a category is decided.
  static float threshold(const SoftmaxLearner* learned);

 private:
  struct Ranked {
    int leaf = 0;
    float probability = 0;
    int phrase = -1;
  };
  Triage(EmergencyRules emergencies, LeafRules leaves)
      : m_emergencies(std::move(emergencies)), m_leaves(std::move(leaves)) {}
  std::vector<int> leavesOf(const QString& label) const { return m_leavesOf.value(label); }
  bool isForeign(const SoftmaxLearner& learned) const;
  std::vector<Ranked> ranked(QStringView text) const;
  void mix(std::vector<Ranked>& all, const Features& features, const SoftmaxLearner& learned) const;
  void tellForeign(TriageAnswer& answer, const Features& features,
                   const SoftmaxLearner& learned) const;
  void doubtRed(std::vector<Ranked>& all) const;
  void tellEmergency(TriageAnswer& answer, QStringView text, const std::vector<EmergencyHit>& hits,
                     const std::vector<Ranked>& all) const;
  void tellLeaf(TriageAnswer& answer, int leaf) const;

  EmergencyRules m_emergencies;
  LeafRules m_leaves;
  QHash<QString, std::vector<int>> m_leavesOf;
  const Starter* m_starter = nullptr;
};

/// Words of the text that speak most for a learned label, merged where they touch, in its order.
QStringList learnedEvidence(QStringView text, const SoftmaxLearner& learned, int label, int limit);

}  // namespace yingda
