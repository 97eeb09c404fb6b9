// SPDX-License-Identifier: GPL-3.0-or-later
// Feelings first, then what happens by itself, then the ways on.
#include "core/training/drill.h"

#include <algorithm>

#include "core/base/invariant.h"
#include "core/domain/ticket_milestones.h"

namespace yingda {

namespace {

constexpr int turnsMax = 60;
constexpr size_t answersPerTurn = 3;

/// What makes the owner answer back, the gravest first.
constexpr std::array badSigns{TurnSign::Rude,    TurnSign::Unlawful, TurnSign::Blame,
                              TurnSign::Silence, TurnSign::Vague,    TurnSign::TooMuch,
                              TurnSign::ReadOut};

int clamped(int value) { return std::clamp(value, 0, 100); }

}  // namespace

Result<Drill> Drill::start(Scenario scenario, const DrillRules& rules, const DrillSetting& setting,
                           const Clock& clock, Random& random) {
  if (setting.mode == DrillMode::Assessment && setting.hint != DrillHint::Off) {
    return Error{ErrorCode::Refused, QStringLiteral("hints in an assessment")};
  }
  if (scenario.nodes.empty()) return Error{ErrorCode::Invalid, QStringLiteral("no parts")};
  return Drill(std::move(scenario), rules, setting, clock, random);
}

Drill::Drill(Scenario scenario, const DrillRules& rules, const DrillSetting& setting,
             const Clock& clock, Random& random)
    : m_scenario(std::move(scenario)),
      m_rules(&rules),
      m_setting(setting),
      m_clock(&clock),
      m_random(&random),
      m_startedAt(clock.now()),
      m_anger(m_scenario.persona.anger),
      m_trust(m_scenario.persona.trust) {
  m_opening = draw(node().lines);
  for (const QString& fact : node().tells) m_facts.insert(fact, 0);
}

EmotionLevel Drill::moodOf(int anger) {
  if (anger < 40) return EmotionLevel::Calm;
  if (anger < 65) return EmotionLevel::Displeased;
  return anger < 85 ? EmotionLevel::Angry : EmotionLevel::Threatening;
}

QString Drill::draw(const std::vector<ScenarioLine>& lines) {
  std::vector<const ScenarioLine*> fitting;
  const auto collect = [&](const std::optional<EmotionLevel>& mood) {
    for (const ScenarioLine& line : lines) {
      if (line.mood == mood) fitting.push_back(&line);
    }
  };
  collect(mood());
  if (fitting.empty()) collect(std::nullopt);
  if (fitting.empty() && !lines.empty()) fitting.push_back(&lines.front());
  if (fitting.empty()) return {};
  return fitting[static_cast<size_t>(m_random->below(fitting.size()))]->text;
}

bool Drill::knowsAll() const {
  return std::all_of(
      m_scenario.facts.begin(), m_scenario.facts.end(),
      [this](const ScenarioFact& fact) { return fact.askedBy.isEmpty() || knows(fact.name); });
}

bool Drill::isFilled(const QString& word) const {
  if (word == u"类别") return !m_form.ticket.category.isEmpty();
  if (word == u"级别") return m_form.levelTouched;
  if (word == u"承诺") return !m_form.promises.empty();
  if (word == u"派单") return m_form.has(ActivityKind::Dispatched);
  const Elements elements = elementsOf(m_form.ticket, m_form.text);
  if (word == u"时") return elements.time;
  if (word == u"地") return elements.place;
  if (word == u"事") return elements.matter;
  if (word == u"人") return elements.person;
  return word == u"话" && elements.phone;
}

bool Drill::holdsAsSaid(const ScenarioCondition& condition, const DrillTurn& turn) const {
  using When = ScenarioCondition::Kind;
  const auto isSaid = [&](const QString& word) { return turn.reading.folded.contains(fold(word)); };
  switch (condition.kind) {
    case When::Says:
      return std::any_of(condition.words.begin(), condition.words.end(), isSaid);
    case When::Sign:
      return turn.reading.signs.has(condition.sign);
    case When::AngerFrom:
      return m_anger >= condition.number;
    case When::AngerBelow:
      return m_anger < condition.number;
    case When::TrustFrom:
      return m_trust >= condition.number;
    case When::TrustBelow:
      return m_trust < condition.number;
    case When::Knows:
      return std::all_of(condition.words.begin(), condition.words.end(),
                         [this](const QString& fact) { return knows(fact); });
    case When::KnowsAll:
      return knowsAll();
    case When::SafetySaid:
      return m_safety.size() == static_cast<qsizetype>(m_scenario.safety.size());
    case When::TurnsHere:
      return m_turnsHere >= condition.number;
    case When::Turns:
      return turn.number >= condition.number;
    case When::Seconds:
      return turn.at >= std::chrono::seconds{condition.number};
    case When::Filled:
      return std::all_of(condition.words.begin(), condition.words.end(),
                         [this](const QString& word) { return isFilled(word); });
  }
  return false;
}

bool Drill::holds(const ScenarioCondition& condition, const DrillTurn& turn) const {
  return holdsAsSaid(condition, turn) != condition.isNegated;
}

void Drill::tell(const QStringList& facts, DrillTurn& turn) {
  for (const QString& fact : facts) {
    if (knows(fact)) continue;
    m_facts.insert(fact, turn.number);
    turn.facts << fact;
  }
}

void Drill::moveFeelings(DrillTurn& turn) {
  for (const TurnSign sign : allTurnSigns) {
    if (!turn.reading.signs.has(sign)) continue;
    const SignMove& rule = m_rules->card.move(sign);
    DrillMove move{sign, m_scenario.moves.value(sign, rule.anger), rule.trust};
    // The same kind word soothes half as much each time.
    const int used = m_used[sign]++;
    if (move.anger < 0) move.anger /= 1 << std::min(used, 4);
    if (move.trust > 0) move.trust /= 1 << std::min(used, 4);
    m_anger = clamped(m_anger + move.anger);
    m_trust = clamped(m_trust + move.trust);
    if (move.anger != 0 || move.trust != 0) turn.moves.push_back(move);
  }
  const bool isBad = std::any_of(badSigns.begin(), badSigns.end(),
                                 [&](TurnSign sign) { return turn.reading.signs.has(sign); });
  m_badTurns += isBad;
}

void Drill::hearSafety(DrillTurn& turn) {
  for (const SafetySentence& each : m_scenario.safety) {
    if (m_safety.contains(each.name)) continue;
    const bool isSaid = std::any_of(each.words.begin(), each.words.end(), [&](const QString& word) {
      return turn.reading.folded.contains(fold(word));
    });
    if (!isSaid) continue;
    m_safety << each.name;
    turn.safety << each.name;
  }
}

QString Drill::react(const DrillTurn& turn) {
  for (const TurnSign sign : badSigns) {
    if (turn.reading.signs.has(sign) && m_scenario.reactions.contains(sign)) {
      return draw(m_scenario.reactions[sign]);
    }
  }
  return {};
}

QString Drill::answerAsked(DrillTurn& turn) {
  QString answer;
  size_t told = 0;
  for (const ScenarioFact& fact : m_scenario.facts) {
    if (told == answersPerTurn) break;
    if (knows(fact.name) || m_trust < fact.trustNeeded) continue;
    const bool isAsked =
        std::any_of(fact.askedBy.begin(), fact.askedBy.end(),
                    [&](const QString& word) { return turn.reading.folded.contains(fold(word)); });
    if (!isAsked) continue;
    tell({fact.name}, turn);
    answer += draw(fact.lines);
    ++told;
  }
  return answer;
}

QString Drill::finish(DrillEnd end) {
  m_end = end;
  const ScenarioEnd* known = m_scenario.endOf(end);
  return known ? draw(known->lines) : QString();
}

QString Drill::enter(const ScenarioTarget& target, DrillTurn& turn) {
  if (target.end) return finish(*target.end);
  const auto at = std::find_if(m_scenario.nodes.begin(), m_scenario.nodes.end(),
                               [&](const ScenarioNode& each) { return each.name == target.node; });
  if (at == m_scenario.nodes.end()) return {};
  m_isMovedOn = true;
  m_node = static_cast<int>(at - m_scenario.nodes.begin());
  m_turnsHere = 0;
  tell(node().tells, turn);
  return draw(node().lines);
}

QString Drill::happen(DrillTurn& turn) {
  QString said;
  for (const ScenarioEvent& event : m_scenario.events) {
    if (isOver() || m_happened.contains(event.name)) continue;
    const bool isNow =
        std::all_of(event.when.begin(), event.when.end(),
                    [&](const ScenarioCondition& each) { return holds(each, turn); });
    if (!isNow) continue;
    m_happened << event.name;
    turn.events << event.name;
    m_anger = clamped(m_anger + event.anger);
    tell(event.tells, turn);
    said += draw(event.lines);
    if (event.target.isSet()) said += enter(event.target, turn);
  }
  return said;
}

QString Drill::goOn(DrillTurn& turn, bool hasSpoken) {
  for (const ScenarioBranch& branch : node().branches) {
    const bool isOpen =
        std::all_of(branch.all.begin(), branch.all.end(),
                    [&](const ScenarioCondition& each) { return holds(each, turn); });
    if (!isOpen) continue;
    if (branch.target.end || branch.target.node != node().name) return enter(branch.target, turn);
    break;
  }
  if (hasSpoken) return {};
  return draw(node().again.empty() ? node().lines : node().again);
}

const DrillTurn& Drill::answer(const DrillInput& input) {
  YINGDA_INVARIANT(!isOver(), "an answer after the end of a drill");
  DrillTurn turn;
  turn.number = static_cast<int>(m_turns.size()) + 1;
  turn.at = m_clock->now() - m_startedAt;
  turn.said = input.said.trimmed();
  turn.silence = input.silence;
  turn.node = node().name;
  turn.angerBefore = m_anger;
  m_form = input.form;
  turn.elements = elementsOf(m_form.ticket, m_form.text).count();
  const auto knowsElement = [this](ReportElement element) {
    return std::any_of(
        m_scenario.facts.begin(), m_scenario.facts.end(),
        [&](const ScenarioFact& fact) { return fact.element == element && knows(fact.name); });
  };
  TurnContext context;
  context.now = m_clock->now();
  context.seat = m_setting.seat;
  context.isFirst = m_turns.empty();
  context.knowsName = knowsElement(ReportElement::Person);
  context.knowsHome = knowsElement(ReportElement::Place);
  context.isAngry = m_anger >= m_rules->card.angryFrom;
  context.hadEmpathy = m_used.value(TurnSign::Empathy) > 0;
  context.silence = input.silence;
  turn.reading = readTurn(turn.said, m_scenario, *m_rules, context);
  ++m_turnsHere;
  m_isMovedOn = false;
  moveFeelings(turn);
  hearSafety(turn);
  QString said;
  if (m_anger >= 100 || m_badTurns > m_scenario.persona.patience || turn.number >= turnsMax) {
    said = react(turn) + finish(turn.number >= turnsMax ? DrillEnd::Unfinished : DrillEnd::HungUp);
  } else {
    said = react(turn);
    said += answerAsked(turn);
    said += happen(turn);
    if (!isOver() && !m_isMovedOn) said += goOn(turn, !said.isEmpty());
  }
  turn.answer = said;
  turn.angerAfter = m_anger;
  turn.trustAfter = m_trust;
  m_turns.push_back(std::move(turn));
  return m_turns.back();
}

void Drill::hangUp(const TicketDraft& form) {
  m_form = form;
  if (!m_end) m_end = DrillEnd::Unfinished;
}

DrillTimes Drill::times() const {
  const auto traits = traitsOf(m_rules->starter, m_scenario.category);
  return drillTimes(m_scenario, m_rules->engine, traits, m_startedAt, now());
}

QString Drill::filled(const QString& sentence) const {
  if (!sentence.contains(u'{')) return sentence;
  return fillDrillSentence(sentence, m_scenario, m_setting.seat, times(), now());
}

QString Drill::modelSource() const {
  const QStringList& sentences = node().sentences;
  if (sentences.isEmpty()) return {};
  return sentences[std::min<qsizetype>(m_turnsHere, sentences.size() - 1)];
}

QString Drill::modelSentence() const { return filled(modelSource()); }

QString Drill::hint() const {
  if (isOver() || m_setting.hint == DrillHint::Off) return {};
  return m_setting.hint == DrillHint::Points ? node().points : modelSentence();
}

MilestoneInput Drill::milestoneInput() const {
  const CategoryTraits traits = traitsOf(m_rules->starter, m_scenario.category);
  TicketDraft draft = m_form;
  draft.ticket.level = m_scenario.level;
  draft.ticket.category = m_scenario.category;
  draft.ticket.channel = Channel::Phone;
  draft.ticket.receivedAt = m_startedAt;
  MilestoneInput input = milestoneInputOf(draft, m_rules->starter);
  input.attitude = traits.attitude;
  input.repair = traits.repair;
  return input;
}

std::vector<DrillGoal> Drill::goals() const {
  DrillGoal told{DrillGoal::Kind::ToldInTime, 0, false};
  for (const Milestone& milestone : m_rules->engine.milestones(milestoneInput(), now())) {
    if (milestone.id != milestoneCode(MilestoneId::M1)) continue;
    told.number = static_cast<int>(milestone.totalSeconds / 60);
    told.isReached = milestone.state == MilestoneState::Met;
  }
  return {told,
          {DrillGoal::Kind::PromiseSaid, 0, m_used.value(TurnSign::Promise) > 0},
          {DrillGoal::Kind::AngerBelow, m_scenario.angerGoal,
           !m_turns.empty() && m_anger <= m_scenario.angerGoal}};
}

}  // namespace yingda
