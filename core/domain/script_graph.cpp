// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the script from its start and back from its ends.
#include "core/domain/script_graph.h"

#include <QHash>
#include <QSet>
#include <QStringBuilder>
#include <algorithm>

#include "core/domain/script_condition.h"
#include "core/domain/script_keys.h"

namespace yingda {

namespace {

using Fault = ScriptProblem::Kind;

constexpr int pathsMost = 999;

/// The first step of each name; a second one of that name is never met.
QHash<QString, int> indexOf(const Script& script) {
  QHash<QString, int> index;
  for (size_t i = 0; i < script.steps.size(); ++i) {
    if (!index.contains(script.steps[i].id)) index.insert(script.steps[i].id, static_cast<int>(i));
  }
  return index;
}

std::vector<ScriptWay> waysOf(const Script& script, const QHash<QString, int>& index) {
  std::vector<ScriptWay> ways;
  for (size_t i = 0; i < script.steps.size(); ++i) {
    const ScriptStep& step = script.steps[i];
    const int from = static_cast<int>(i);
    const bool isSaid = !neverHolds(script, step);
    for (const ScriptAnswer& answer : step.answers) {
      if (!isSaid) break;
      ways.push_back({from, index.value(answer.next, ScriptWay::deadEnd), answer.label});
    }
    if (!step.next.isEmpty()) {
      ways.push_back({from, index.value(step.next, ScriptWay::deadEnd), {}});
    } else if (step.answers.empty()) {
      ways.push_back({from, ScriptWay::theEnd, {}});
    }
  }
  return ways;
}

QSet<int> reachedFrom(int start, const std::vector<ScriptWay>& ways) {
  QSet<int> reached{start};
  std::vector<int> open{start};
  while (!open.empty()) {
    const int here = open.back();
    open.pop_back();
    for (const ScriptWay& way : ways) {
      if (way.from != here || way.to < 0 || reached.contains(way.to)) continue;
      reached.insert(way.to);
      open.push_back(way.to);
    }
  }
  return reached;
}

/// The steps from which an end, or a dead end, can be reached.
QSet<int> thatEnd(const std::vector<ScriptWay>& ways) {
  QSet<int> ends;
  bool hasGrown = true;
  while (hasGrown) {
    hasGrown = false;
    for (const ScriptWay& way : ways) {
      const bool leadsOut = way.to < 0 || ends.contains(way.to);
      if (!leadsOut || ends.contains(way.from)) continue;
      ends.insert(way.from);
      hasGrown = true;
    }
  }
  return ends;
}

/// What the form would drop without a word is a fault of the script.
void checkSet(const ScriptStep& step, int answer, std::vector<ScriptProblem>& problems) {
  const QJsonObject& set = step.answers[static_cast<size_t>(answer)].set;
  for (auto it = set.begin(); it != set.end(); ++it) {
    const auto key = scriptKeyFromText(it.key());
    if (!key) {
      problems.push_back({Fault::UnknownKey, step.id, answer, it.key()});
    } else if (!mayBeSet(*key, it.value())) {
      const QString value = it->toVariant().toString();
      problems.push_back({Fault::UnknownValue, step.id, answer, it.key() % u'=' % value});
    }
  }
}

void checkCondition(const Script& script, const ScriptStep& step,
                    std::vector<ScriptProblem>& problems) {
  for (auto part = step.when.begin(); part != step.when.end(); ++part) {
    if (mayBeAsked(part.key(), part.value())) continue;
    const QString said = conditionText({{part.key(), part.value()}});
    problems.push_back({Fault::UnknownCondition, step.id, -1, said});
  }
  if (neverHolds(script, step)) {
    problems.push_back({Fault::NeverHolds, step.id, -1, conditionText(step.when)});
  }
  if (!step.when.isEmpty() && !step.answers.empty() && step.next.isEmpty()) {
    problems.push_back({Fault::DeadEnd, step.id, -1, conditionText(step.when)});
  }
}

void checkStep(const ScriptStep& step, const QHash<QString, int>& index,
               std::vector<ScriptProblem>& problems) {
  if (step.id.trimmed().isEmpty()) problems.push_back({Fault::NoName, step.id, -1, {}});
  if (step.say.trimmed().isEmpty()) problems.push_back({Fault::NoSentence, step.id, -1, {}});
  if (step.answers.size() > scriptAnswersMax) {
    problems.push_back({Fault::TooManyAnswers, step.id, -1, QString::number(step.answers.size())});
  }
  if (!step.field.isEmpty() && !scriptFieldNames().contains(step.field)) {
    problems.push_back({Fault::UnknownField, step.id, -1, step.field});
  }
  for (const QString& mark : step.marks) {
    if (!scriptMarkNames().contains(mark)) {
      problems.push_back({Fault::UnknownMark, step.id, -1, mark});
    }
  }
  for (size_t i = 0; i < step.answers.size(); ++i) {
    const ScriptAnswer& answer = step.answers[i];
    const int at = static_cast<int>(i);
    if (answer.label.trimmed().isEmpty()) {
      problems.push_back({Fault::NoLabel, step.id, at, {}});
    }
    if (!index.contains(answer.next)) {
      problems.push_back({Fault::DeadEnd, step.id, at, answer.label});
    }
    checkSet(step, at, problems);
  }
  if (!step.next.isEmpty() && !index.contains(step.next)) {
    problems.push_back({Fault::DeadEnd, step.id, -1, step.next});
  }
}

/// Ways that lead back are left out, so that what is left has an order.
void dropWaysBack(int here, std::vector<ScriptWay>& ways, QSet<int>& behind, QSet<int>& done) {
  behind.insert(here);
  for (ScriptWay& way : ways) {
    if (way.from != here || way.to < 0) continue;
    if (behind.contains(way.to)) {
      way.to = ScriptWay::theEnd;
    } else if (!done.contains(way.to)) {
      dropWaysBack(way.to, ways, behind, done);
    }
  }
  behind.remove(here);
  done.insert(here);
}

int countFrom(int here, const std::vector<ScriptWay>& ways, QSet<int>& behind, int& budget) {
  if (--budget < 0) return pathsMost;
  int paths = 0;
  behind.insert(here);
  for (const ScriptWay& way : ways) {
    if (way.from != here || paths >= pathsMost) continue;
    if (way.to == ScriptWay::theEnd) ++paths;
    if (way.to >= 0 && !behind.contains(way.to)) paths += countFrom(way.to, ways, behind, budget);
  }
  behind.remove(here);
  return std::min(paths, pathsMost);
}

}  // namespace

QString scriptProblemCode(ScriptProblem::Kind kind) {
  switch (kind) {
    case Fault::NoSteps:
      return QStringLiteral("no_steps");
    case Fault::NoStart:
      return QStringLiteral("no_start");
    case Fault::DoubleId:
      return QStringLiteral("double_id");
    case Fault::NoName:
      return QStringLiteral("no_name");
    case Fault::NoSentence:
      return QStringLiteral("no_sentence");
    case Fault::NoLabel:
      return QStringLiteral("no_label");
    case Fault::TooManyAnswers:
      return QStringLiteral("too_many_answers");
    case Fault::DeadEnd:
      return QStringLiteral("dead_end");
    case Fault::Unreachable:
      return QStringLiteral("unreachable");
    case Fault::NeverEnds:
      return QStringLiteral("never_ends");
    case Fault::UnknownKey:
      return QStringLiteral("unknown_key");
    case Fault::UnknownValue:
      return QStringLiteral("unknown_value");
    case Fault::UnknownField:
      return QStringLiteral("unknown_field");
    case Fault::UnknownMark:
      return QStringLiteral("unknown_mark");
    case Fault::UnknownCondition:
      return QStringLiteral("unknown_condition");
    case Fault::NeverHolds:
      return QStringLiteral("never_holds");
  }
  return {};
}

std::vector<ScriptProblem> checkScript(const Script& script) {
  std::vector<ScriptProblem> problems;
  if (script.steps.empty()) return {{Fault::NoSteps, {}, -1, {}}};
  const QHash<QString, int> index = indexOf(script);
  const std::vector<ScriptWay> ways = waysOf(script, index);
  const int start = index.value(script.start, ScriptWay::deadEnd);
  if (start < 0) problems.push_back({Fault::NoStart, {}, -1, script.start});
  const QSet<int> reached = start < 0 ? QSet<int>() : reachedFrom(start, ways);
  const QSet<int> ends = thatEnd(ways);
  for (size_t i = 0; i < script.steps.size(); ++i) {
    const ScriptStep& step = script.steps[i];
    const int at = static_cast<int>(i);
    checkStep(step, index, problems);
    checkCondition(script, step, problems);
    if (index.value(step.id) != at) {
      problems.push_back({Fault::DoubleId, step.id, -1, step.id});
    } else if (start >= 0 && !reached.contains(at)) {
      problems.push_back({Fault::Unreachable, step.id, -1, {}});
    } else if (!ends.contains(at)) {
      problems.push_back({Fault::NeverEnds, step.id, -1, {}});
    }
  }
  return problems;
}

ScriptDrawing drawingOf(const Script& script) {
  ScriptDrawing drawing;
  const QHash<QString, int> index = indexOf(script);
  drawing.ways = waysOf(script, index);
  std::vector<ScriptWay> forward = drawing.ways;
  QSet<int> behind;
  QSet<int> done;
  const int start = index.value(script.start, ScriptWay::deadEnd);
  if (start >= 0) dropWaysBack(start, forward, behind, done);
  const auto count = static_cast<int>(script.steps.size());
  for (int i = 0; i < count; ++i) {
    if (!done.contains(i)) dropWaysBack(i, forward, behind, done);
  }
  std::vector<int> columns(script.steps.size(), 0);
  // As many rounds as there are steps: the longest way has no more.
  for (int round = 0; round < count; ++round) {
    for (const ScriptWay& way : forward) {
      if (way.to < 0) continue;
      int& column = columns[static_cast<size_t>(way.to)];
      column = std::max(column, columns[static_cast<size_t>(way.from)] + 1);
    }
  }
  QHash<int, int> used;
  for (int i = 0; i < count; ++i) {
    const int column = columns[static_cast<size_t>(i)];
    const int row = used[column]++;
    drawing.places.push_back({i, column, row});
    drawing.columns = std::max(drawing.columns, column + 1);
    drawing.rows = std::max(drawing.rows, row + 1);
  }
  return drawing;
}

int scriptPaths(const Script& script) {
  const QHash<QString, int> index = indexOf(script);
  const int start = index.value(script.start, ScriptWay::deadEnd);
  if (start < 0) return 0;
  QSet<int> behind;
  // A web of steps has more ways than anybody counts.
  int budget = 20'000;
  return countFrom(start, waysOf(script, index), behind, budget);
}

}  // namespace yingda
