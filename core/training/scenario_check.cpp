// SPDX-License-Identifier: GPL-3.0-or-later
// The talk as a graph, walked with a list of its own: the depth of a file never becomes depth of
// the stack.
#include "core/training/scenario_check.h"

#include <QSet>
#include <algorithm>

#include "core/assist/fact_check.h"
#include "core/assist/triage.h"
#include "core/assist/wording_lint.h"
#include "core/training/drill_words.h"

namespace yingda {

namespace {

using Problem = ScenarioProblem::Kind;

class Check {
 public:
  Check(const Scenario& scenario, const Starter& starter, std::vector<ScenarioProblem>& problems)
      : m_scenario(scenario), m_starter(starter), m_problems(problems) {
    for (size_t i = 0; i < scenario.nodes.size(); ++i) {
      m_index.insert(scenario.nodes[i].name, static_cast<int>(i));
    }
  }
  void run() {
    checkHead();
    checkTargets();
    checkWays();
    checkExits();
    checkFacts();
    checkConditions();
    checkWording();
  }

 private:
  void say(Problem kind, int line, int column, const QString& word) {
    m_problems.push_back({kind, line, column, word.left(40)});
  }
  int indexOf(const ScenarioTarget& target) const { return m_index.value(target.node, -1); }
  /// Calls `use` with every condition of the scenario.
  template <class Use>
  void eachCondition(Use&& use) const {
    for (const ScenarioNode& node : m_scenario.nodes) {
      for (const ScenarioBranch& branch : node.branches) {
        for (const ScenarioCondition& each : branch.all) use(each);
      }
    }
    for (const ScenarioEvent& event : m_scenario.events) {
      for (const ScenarioCondition& each : event.when) use(each);
    }
  }

  void checkHead();
  void checkTargets();
  void checkTarget(const ScenarioTarget& target, int line);
  void checkWays();
  void checkExits();
  void checkFacts();
  void checkConditions();
  void checkWording();
  void checkSentence(const QString& sentence, int line);

  const Scenario& m_scenario;
  const Starter& m_starter;
  std::vector<ScenarioProblem>& m_problems;
  QHash<QString, int> m_index;
};

void Check::checkHead() {
  if (!m_scenario.category.isEmpty()) {
    const Category* category = m_starter.category(m_scenario.category);
    if (!category || !category->isLeaf) {
      say(Problem::UnknownCategory, 0, 0, m_scenario.category);
    } else if (!m_scenario.top.isEmpty() && topWord(category->id) != m_scenario.top) {
      say(Problem::WrongTop, 0, 0, m_scenario.top);
    }
  }
  if (!m_scenario.department.isEmpty() && !m_starter.department(m_scenario.department)) {
    say(Problem::UnknownDepartment, 0, 0, m_scenario.department);
  }
}

void Check::checkTarget(const ScenarioTarget& target, int line) {
  const int at = target.line ? target.line : line;
  if (target.end) {
    if (!m_scenario.endOf(*target.end)) {
      say(Problem::UnknownEnd, at, target.column, drillEndWord(*target.end));
    }
  } else if (!target.node.isEmpty() && indexOf(target) < 0) {
    say(Problem::UnknownNode, at, target.column, target.node);
  }
}

void Check::checkTargets() {
  for (const ScenarioNode& node : m_scenario.nodes) {
    for (size_t i = 0; i < node.branches.size(); ++i) {
      const ScenarioBranch& branch = node.branches[i];
      checkTarget(branch.target, node.line);
      const bool isHidden = i > 0 && node.branches[i - 1].all.empty();
      if (isHidden) {
        say(Problem::Unreachable, branch.target.line, branch.target.column,
            branch.target.end ? drillEndWord(*branch.target.end) : branch.target.node);
      }
    }
  }
  for (const ScenarioEvent& event : m_scenario.events) checkTarget(event.target, event.line);
}

void Check::checkWays() {
  if (m_scenario.nodes.empty()) return;
  std::vector<char> isReached(m_scenario.nodes.size(), 0);
  // An owner may hang up whatever the file says.
  QSet<int> ends{static_cast<int>(DrillEnd::HungUp)};
  std::vector<int> open;
  const auto reach = [&](const ScenarioTarget& target) {
    if (target.end) ends.insert(static_cast<int>(*target.end));
    const int at = indexOf(target);
    if (target.end || at < 0 || isReached[static_cast<size_t>(at)]) return;
    isReached[static_cast<size_t>(at)] = 1;
    open.push_back(at);
  };
  isReached[0] = 1;
  open.push_back(0);
  for (const ScenarioEvent& event : m_scenario.events) {
    if (event.target.isSet()) reach(event.target);
  }
  while (!open.empty()) {
    const ScenarioNode& node = m_scenario.nodes[static_cast<size_t>(open.back())];
    open.pop_back();
    for (const ScenarioBranch& branch : node.branches) {
      reach(branch.target);
      if (branch.all.empty()) break;
    }
  }
  for (size_t i = 0; i < m_scenario.nodes.size(); ++i) {
    if (isReached[i]) continue;
    say(Problem::Unreachable, m_scenario.nodes[i].line, 0, m_scenario.nodes[i].name);
  }
  bool hasGoodEnd = false;
  for (const ScenarioEnd& end : m_scenario.ends) {
    const bool isThere = ends.contains(static_cast<int>(end.end));
    if (!isThere) say(Problem::Unreachable, end.line, 0, drillEndWord(end.end));
    hasGoodEnd = hasGoodEnd || (isThere && isGood(end.end));
  }
  if (!hasGoodEnd) say(Problem::NoGoodEnd, 0, 0, {});
}

void Check::checkExits() {
  const size_t count = m_scenario.nodes.size();
  // Backwards from the ends: whatever does not come to one goes round for ever.
  std::vector<std::vector<int>> from(count);
  std::vector<char> comesOut(count, 0);
  std::vector<int> open;
  for (size_t i = 0; i < count; ++i) {
    const ScenarioNode& node = m_scenario.nodes[i];
    if (node.branches.empty()) {
      say(Problem::DeadEnd, node.line, 0, node.name);
      comesOut[i] = 1;  // said once, not again for each part before it
      open.push_back(static_cast<int>(i));
    }
    for (const ScenarioBranch& branch : node.branches) {
      const int to = branch.target.end ? -1 : indexOf(branch.target);
      if (to >= 0) from[static_cast<size_t>(to)].push_back(static_cast<int>(i));
      if (branch.target.end && !comesOut[i]) {
        comesOut[i] = 1;
        open.push_back(static_cast<int>(i));
      }
    }
  }
  while (!open.empty()) {
    const int at = open.back();
    open.pop_back();
    for (const int before : from[static_cast<size_t>(at)]) {
      if (comesOut[static_cast<size_t>(before)]) continue;
      comesOut[static_cast<size_t>(before)] = 1;
      open.push_back(before);
    }
  }
  for (size_t i = 0; i < count; ++i) {
    if (!comesOut[i]) say(Problem::NoExit, m_scenario.nodes[i].line, 0, m_scenario.nodes[i].name);
  }
}

void Check::checkFacts() {
  QSet<QString> told;
  const auto tell = [&](const QStringList& facts, int line) {
    for (const QString& fact : facts) {
      told.insert(fact);
      if (!m_scenario.fact(fact)) say(Problem::UnknownFact, line, 0, fact);
    }
  };
  for (const ScenarioNode& node : m_scenario.nodes) tell(node.tells, node.line);
  for (const ScenarioEvent& event : m_scenario.events) tell(event.tells, event.line);
  for (const ScenarioFact& fact : m_scenario.facts) {
    if (fact.askedBy.isEmpty() && !told.contains(fact.name)) {
      say(Problem::NeverTold, fact.line, 0, fact.name);
    }
  }
  for (const ReportElement element : m_scenario.elements) {
    // The telephone shows a number; what the matter is, the whole talk says.
    if (element == ReportElement::Matter) continue;
    if (element == ReportElement::Phone && !m_scenario.persona.phone.isEmpty()) continue;
    const bool isThere =
        std::any_of(m_scenario.facts.begin(), m_scenario.facts.end(),
                    [&](const ScenarioFact& fact) { return fact.element == element; });
    if (!isThere) say(Problem::NoFactFor, 0, 0, reportElementWord(element));
  }
}

void Check::checkConditions() {
  static const QStringList fields{
      QStringLiteral("类别"), QStringLiteral("级别"), QStringLiteral("承诺"),
      QStringLiteral("派单"), QStringLiteral("时"),   QStringLiteral("地"),
      QStringLiteral("事"),   QStringLiteral("人"),   QStringLiteral("话")};
  eachCondition([this](const ScenarioCondition& condition) {
    for (const QString& word : condition.words) {
      if (condition.kind == ScenarioCondition::Kind::Knows && !m_scenario.fact(word)) {
        say(Problem::UnknownFact, condition.line, condition.column, word);
      }
      if (condition.kind == ScenarioCondition::Kind::Filled && !fields.contains(word)) {
        say(Problem::BadValue, condition.line, condition.column, word);
      }
    }
  });
}

void Check::checkSentence(const QString& sentence, int line) {
  // Half past three on a Tuesday afternoon: any moment shows whether the words are right.
  const Instant now = instantAt(localDay(2026, 3, 10), std::chrono::minutes{15 * 60 + 30});
  const DrillTimes times{now + std::chrono::minutes{20}, now + std::chrono::minutes{30},
                         now + std::chrono::hours{24}};
  const QString said = fillDrillSentence(sentence, m_scenario, {}, times, now);
  LintContext context;
  context.now = now;
  context.householdAddress = m_scenario.persona.home;
  context.householdNames = {m_scenario.persona.callName};
  for (const Remark& remark : WordingLint::builtIn().lint(said, WordingField::Spoken, context)) {
    say(Problem::Wording, line, 0, remark.text);
  }
  for (const FactRemark& remark : yingda::checkFacts({}, said, m_starter.factCards)) {
    say(Problem::Wording, line, 0, remark.said);
  }
}

void Check::checkWording() {
  for (const ScenarioNode& node : m_scenario.nodes) {
    for (const QString& sentence : node.sentences) checkSentence(sentence, node.line);
  }
  for (const SafetySentence& each : m_scenario.safety) checkSentence(each.sentence, each.line);
}

}  // namespace

CheckedScenario checkScenario(const QByteArray& bytes, const Starter& starter) {
  ScenarioReading reading = readScenario(bytes);
  CheckedScenario checked{std::move(reading.scenario), std::move(reading.problems)};
  // What was left out would look like parts that nobody comes to.
  const bool isRead =
      std::none_of(checked.problems.begin(), checked.problems.end(), [](const auto& problem) {
        return problem.kind == Problem::TooMany ||
               (problem.kind == Problem::TooLarge && problem.line == 0);
      });
  if (isRead) Check(checked.scenario, starter, checked.problems).run();
  std::stable_sort(checked.problems.begin(), checked.problems.end(),
                   [](const ScenarioProblem& a, const ScenarioProblem& b) {
                     return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                   });
  if (checked.problems.size() > size_t(scenarioProblemsMax)) {
    checked.problems.resize(size_t(scenarioProblemsMax));
  }
  return checked;
}

}  // namespace yingda
