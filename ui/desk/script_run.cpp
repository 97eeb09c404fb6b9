// SPDX-License-Identifier: GPL-3.0-or-later
// Skips what is known, says a step, follows an answer, and counts the way that is left.
#include "ui/desk/script_run.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace yingda::ui {

namespace {

QString textOf(const char* source) { return QCoreApplication::translate("ScriptRun", source); }

/// The value as it is said; nothing means that it reads as a blank.
QString valueOf(const QString& name, const QHash<QString, QString>& variables) {
  const QString value = variables.value(name).trimmed();
  if (value.isEmpty() && name == u"place") {
    return QCoreApplication::translate("ScriptRun", "您说的地方");
  }
  return value;
}

bool leadsOneWay(const ScriptStep& step) {
  return std::all_of(step.answers.begin(), step.answers.end(), [&step](const ScriptAnswer& answer) {
    return answer.next == step.answers.front().next;
  });
}

/// Its answers fill nothing but the step's own field.
bool asksOnlyForItsField(const ScriptStep& step) {
  for (const ScriptAnswer& answer : step.answers) {
    for (const QString& key : answer.set.keys()) {
      if (key != step.field) return false;
    }
  }
  return true;
}

/// The form says already what the answer would fill in, its field among it.
bool isWhatStands(const ScriptAnswer& answer, const QString& field,
                  const QHash<QString, QString>& chosen) {
  if (!answer.set.contains(field)) return false;
  for (auto it = answer.set.begin(); it != answer.set.end(); ++it) {
    const auto stands = chosen.constFind(it.key());
    if (stands == chosen.constEnd() || *stands != it->toString()) return false;
  }
  return true;
}

/// The marks that the answer leaves standing. A mark that some answer sets by itself belongs to
/// that answer: 要更正 after the read-back confirms nothing.
QStringList marksAfter(const ScriptStep& step, const ScriptAnswer* answer) {
  if (answer == nullptr) return step.marks;
  QStringList marks;
  for (const QString& mark : step.marks) {
    const bool isOwned =
        std::any_of(step.answers.begin(), step.answers.end(),
                    [&mark](const ScriptAnswer& one) { return one.set.contains(mark); });
    if (!isOwned || answer->set.value(mark).toBool()) marks << mark;
  }
  return marks;
}

/// The places one step may lead to, each once.
QStringList waysFrom(const ScriptStep& step) {
  QStringList ways{step.next};
  for (const ScriptAnswer& answer : step.answers) ways << answer.next;
  ways.removeDuplicates();
  return ways;
}

}  // namespace

QStringList shortSentences(const QString& text) {
  constexpr qsizetype shortMost = 14;
  QStringList pieces;
  QString piece;
  for (const QChar c : text) {
    piece += c;
    const bool isEnd = QStringView(u"。！？；").contains(c);
    const bool isBreath = QStringView(u"，：").contains(c) && piece.size() > shortMost;
    if (!isEnd && !isBreath) continue;
    pieces << piece.trimmed();
    piece.clear();
  }
  if (!piece.trimmed().isEmpty()) pieces << piece.trimmed();
  return pieces;
}

ScriptSentence filledSentence(const QString& sentence, const QHash<QString, QString>& variables) {
  static const QRegularExpression variable(QStringLiteral("\\{([a-z0-9_]+)\\}"));
  ScriptSentence result;
  qsizetype from = 0;
  auto matches = variable.globalMatch(sentence);
  while (matches.hasNext()) {
    const auto match = matches.next();
    result.text += QStringView(sentence).mid(from, match.capturedStart() - from);
    from = match.capturedEnd();
    const QString value = valueOf(match.captured(1), variables);
    if (value.isEmpty() && match.captured(1) == u"engineer") continue;
    const QString said = fillSentence(match.captured(0), {{match.captured(1), value}});
    if (value.isEmpty()) {
      result.hasBlanks = true;
    } else {
      result.values.append({static_cast<int>(result.text.size()), static_cast<int>(said.size())});
    }
    result.text += said;
  }
  result.text += QStringView(sentence).mid(from);
  return result;
}

ScriptRun::ScriptRun(Script script) : m_script(std::move(script)) { restart(); }

ScriptRun ScriptRun::restored(Script script, const QString& stepId, const QStringList& trail) {
  ScriptRun run(std::move(script));
  for (const QString& id : trail) {
    if (run.m_script.find(id) != nullptr && !run.m_trail.contains(id)) run.m_trail << id;
  }
  if (run.m_script.find(stepId) != nullptr) {
    run.m_trail.removeAll(stepId);
    run.m_step = stepId;
  } else if (!run.m_trail.isEmpty()) {
    run.m_step.clear();
  }
  return run;
}

const ScriptStep* ScriptRun::step() const { return m_script.find(m_step); }

ScriptSentence ScriptRun::sentence() const {
  const ScriptStep* here = step();
  if (here == nullptr) return {};
  QHash<QString, QString> variables = m_facts.variables;
  if (m_facts.verified && !here->sayVerified.isEmpty()) {
    const ScriptSentence known = filledSentence(here->sayVerified, variables);
    if (!known.hasBlanks || here->say.isEmpty()) return known;
    // Without a name to say, the sentence that names nobody reads better than a blank.
    const ScriptSentence plain = filledSentence(here->say, variables);
    return plain.hasBlanks ? known : plain;
  }
  variables.remove(QStringLiteral("owner"));
  variables.remove(QStringLiteral("room"));
  return filledSentence(here->say, variables);
}

ScriptMove ScriptRun::next() {
  const ScriptStep* here = step();
  return here == nullptr ? ScriptMove{} : leave(*here, nullptr);
}

ScriptMove ScriptRun::answer(int index) {
  const ScriptStep* here = step();
  if (here == nullptr || index < 0 || index >= static_cast<int>(here->answers.size())) return {};
  return leave(*here, &here->answers[static_cast<size_t>(index)]);
}

ScriptMove ScriptRun::leave(const ScriptStep& step, const ScriptAnswer* answer) {
  ScriptMove move;
  move.stepId = step.id;
  move.sentence = sentence().text;
  move.marks = marksAfter(step, answer);
  if (answer != nullptr) {
    move.label = answer->label;
    move.set = answer->set;
  }
  const QString goal = answer != nullptr ? answer->next : step.next;
  m_trail << step.id;
  m_step = landing(goal, {m_trail.begin(), m_trail.end()});
  return move;
}

bool ScriptRun::back() {
  if (m_trail.isEmpty()) return false;
  m_step = m_trail.takeLast();
  return true;
}

void ScriptRun::restart() {
  m_trail.clear();
  m_step = landing(m_script.start, {});
}

bool ScriptRun::takeFacts(const ScriptFacts& facts) {
  const bool wasAnswered = isAnswered(step());
  m_facts = facts;
  if (wasAnswered || !isAnswered(step())) return false;
  m_step = landing(m_step, {m_trail.begin(), m_trail.end()});
  return true;
}

bool ScriptRun::isAnswered(const ScriptStep* step) const {
  if (step == nullptr) return false;
  if (!conditionHolds(step->when, {m_facts.stands, m_facts.filled})) return true;
  return step->field != m_facts.open && wayPast(*step).has_value();
}

std::optional<QString> ScriptRun::wayPast(const ScriptStep& step) const {
  if (!conditionHolds(step.when, {m_facts.stands, m_facts.filled})) return step.next;
  if (step.field.isEmpty() || !m_facts.filled.contains(step.field)) return std::nullopt;
  // The two texts grow during the whole call: having words in them answers no question.
  if (step.field == u"request" || step.field == u"reply") return std::nullopt;
  if (!step.marks.isEmpty()) return std::nullopt;
  if (step.answers.empty()) return step.next;
  if (leadsOneWay(step) && asksOnlyForItsField(step)) return step.answers.front().next;
  // Ways that part are taken only where the form says which one it is, and all that it fills in.
  std::optional<QString> way;
  for (const ScriptAnswer& answer : step.answers) {
    if (!isWhatStands(answer, step.field, m_facts.chosen)) continue;
    if (way) return std::nullopt;
    way = answer.next;
  }
  return way;
}

QString ScriptRun::landing(const QString& stepId, const QSet<QString>& behind) const {
  QString at = stepId;
  QSet<QString> met = behind;
  while (true) {
    const ScriptStep* there = m_script.find(at);
    if (there == nullptr || met.contains(at)) return {};
    const std::optional<QString> past = wayPast(*there);
    if (!past) return at;
    met.insert(at);
    at = *past;
  }
}

int ScriptRun::longestFrom(const QString& stepId, QSet<QString>& behind) const {
  const ScriptStep* here = m_script.find(stepId);
  if (here == nullptr) return 0;
  behind.insert(stepId);
  int longest = 0;
  for (const QString& way : waysFrom(*here)) {
    longest = std::max(longest, longestFrom(landing(way, behind), behind));
  }
  behind.remove(stepId);
  return 1 + longest;
}

int ScriptRun::length() const {
  QSet<QString> behind(m_trail.begin(), m_trail.end());
  return static_cast<int>(m_trail.size()) + longestFrom(m_step, behind);
}

QString ScriptRun::progressText() const {
  if (isEmpty()) return {};
  if (isAtEnd()) return textOf(QT_TRANSLATE_NOOP("ScriptRun", "已念完"));
  return textOf(QT_TRANSLATE_NOOP("ScriptRun", "第 %1 步，共 %2 步")).arg(position()).arg(length());
}

}  // namespace yingda::ui
