// SPDX-License-Identifier: GPL-3.0-or-later
// A bot sees what a trainee sees, and the model sentences besides.
#include "core/training/drill_bot.h"

#include "core/base/invariant.h"

namespace yingda {

namespace {

constexpr int turnsMax = 30;
constexpr std::array<QStringView, 5> names{u"perfect", u"ordinary", u"vague", u"silent", u"rude"};

/// Without its last sentence, when there are several.
QString beginning(const QString& sentences) {
  const qsizetype end = sentences.chopped(1).lastIndexOf(u'。');
  return end < 0 ? sentences : sentences.left(end + 1);
}

/// Writes the form and speaks, turn by turn.
class BotTrainee {
 public:
  BotTrainee(DrillBot bot, Random& random) : m_bot(bot), m_random(random) {}
  DrillInput next(const Drill& drill);

 private:
  bool chance(double share) { return m_random.unit() < share; }
  const QString& any(const QStringList& of) {
    return of[static_cast<qsizetype>(m_random.below(static_cast<quint64>(of.size())))];
  }
  QString words(const Drill& drill);
  void writeDown(const Drill& drill);
  void writeFact(const Drill& drill, const ScenarioFact& fact);
  void keepPromises(const Drill& drill, const QString& source);
  void promise(const Drill& drill, QStringView what, Instant due);

  DrillBot m_bot;
  Random& m_random;
  TicketDraft m_form;
  int m_turn = 0;
};

void BotTrainee::writeFact(const Drill& drill, const ScenarioFact& fact) {
  if (!fact.element || !drill.knows(fact.name)) return;
  switch (*fact.element) {
    case ReportElement::Time:
      m_form.ticket.occurredAt = instantFromIso(QString(fact.value).replace(u' ', u'T'));
      break;
    case ReportElement::Place:
      m_form.text.place = fact.value;
      break;
    case ReportElement::Person:
      m_form.text.contactName = fact.value;
      break;
    case ReportElement::Phone:
      m_form.text.contactPhone = fact.value;
      break;
    case ReportElement::Matter:
      if (!m_form.text.request.contains(fact.value)) m_form.text.request += fact.value + u'。';
      break;
  }
}

void BotTrainee::writeDown(const Drill& drill) {
  const Scenario& scenario = drill.scenario();
  for (const ScenarioFact& fact : scenario.facts) writeFact(drill, fact);
  if (m_form.text.request.isEmpty()) m_form.text.request = drill.opening();
  if (m_form.text.contactPhone.isEmpty()) m_form.text.contactPhone = scenario.persona.phone;
  m_form.ticket.category = scenario.category;
  m_form.ticket.level = scenario.level;
  m_form.levelTouched = true;
  if (!scenario.department.isEmpty() && m_turn >= 2) {
    m_form.ticket.department = scenario.department;
    m_form.mark(ActivityKind::Dispatched, drill.now());
  }
}

void BotTrainee::promise(const Drill& drill, QStringView what, Instant due) {
  for (const DraftPromise& made : m_form.promises) {
    if (made.promise.what == what) return;
  }
  DraftPromise made;
  made.promise.what = what.toString();
  made.promise.dueAt = due;
  made.promise.madeAt = drill.now();
  m_form.promises.push_back(std::move(made));
}

void BotTrainee::keepPromises(const Drill& drill, const QString& source) {
  const DrillTimes times = drill.times();
  const bool saysArrival = source.contains(u"{到场}");
  const bool saysPlan = source.contains(u"{方案}");
  const bool saysCallback = source.contains(u"{回电}");
  if (saysArrival) promise(drill, u"到场", times.arrival);
  if (saysPlan) promise(drill, u"给方案", times.plan);
  if (saysCallback) promise(drill, u"回电", times.callback);
  if (!saysArrival && !saysPlan && !saysCallback) return;
  m_form.mark(ActivityKind::Confirmed, drill.now());
  m_form.mark(ActivityKind::Told, drill.now());
}

QString BotTrainee::words(const Drill& drill) {
  const BotSayings& sayings = drill.rules().card.bots;
  switch (m_bot) {
    case DrillBot::Perfect:
      return drill.modelSentence();
    case DrillBot::Ordinary: {
      // Now and then it leaves off before the last question.
      const bool leavesOff = m_turn > 1 && chance(0.2);
      const QString model = leavesOff ? beginning(drill.modelSentence()) : drill.modelSentence();
      // It slips once for certain, in the second turn, so that it is never perfect.
      if (m_turn == 2 || chance(0.15)) return model + any(sayings.slips);
      return chance(0.12) ? any(sayings.plain) : model;
    }
    case DrillBot::Vague:
      return m_turn == 1 ? sayings.vague.front() : any(sayings.vague);
    case DrillBot::Silent:
      return m_turn == 1 ? sayings.silent.front() : any(sayings.silent);
    case DrillBot::Rude:
      return m_turn == 1 ? sayings.rude.front() : any(sayings.rude);
  }
  return {};
}

DrillInput BotTrainee::next(const Drill& drill) {
  ++m_turn;
  DrillInput input;
  input.said = words(drill);
  const bool isHelpful = m_bot == DrillBot::Perfect || m_bot == DrillBot::Ordinary;
  if (isHelpful) {
    writeDown(drill);
    const bool forgets = m_bot == DrillBot::Ordinary && chance(0.3);
    if (!forgets) keepPromises(drill, drill.modelSource());
  }
  const quint64 pauseMs = m_bot == DrillBot::Silent     ? 7'000 + m_random.below(8'000)
                          : m_bot == DrillBot::Ordinary ? 1'000 + m_random.below(5'500)
                                                        : 500 + m_random.below(2'500);
  input.silence = Milliseconds{static_cast<qint64>(pauseMs)};
  input.form = m_form;
  return input;
}

}  // namespace

QString drillBotName(DrillBot bot) { return names[static_cast<size_t>(bot)].toString(); }

std::optional<DrillBot> drillBotFromName(QStringView name) {
  for (const DrillBot bot : allDrillBots) {
    if (name == names[static_cast<size_t>(bot)]) return bot;
  }
  return std::nullopt;
}

Milliseconds spokenLength(const QString& text) {
  // Four and a half characters a second: somebody who speaks clearly on the telephone.
  return Milliseconds{static_cast<qint64>(text.size()) * 222};
}

BotDrill playDrill(const Scenario& scenario, const DrillRules& rules, DrillBot bot, quint64 seed) {
  ManualClock clock(scenario.calledAt);
  SeededRandom customer(seed);
  // Chance of its own, so that the bot's slips do not depend on how much the customer draws.
  SeededRandom trainee(seed ^ 0x9E3779B97F4A7C15ULL);
  auto started = Drill::start(scenario, rules, {}, clock, customer);
  YINGDA_INVARIANT(started.has_value(), "a scenario that cannot be started");
  Drill& drill = *started;
  BotTrainee player(bot, trainee);
  BotDrill played;
  played.nodes << drill.node().name;
  clock.advance(spokenLength(drill.opening()));
  while (!drill.isOver() && drill.turns().size() < size_t(turnsMax)) {
    const DrillInput input = player.next(drill);
    clock.advance(input.silence + spokenLength(input.said));
    const DrillTurn& turn = drill.answer(input);
    clock.advance(spokenLength(turn.answer));
    played.events << turn.events;
    if (!drill.isOver()) played.nodes << drill.node().name;
  }
  if (!drill.isOver()) drill.hangUp(drill.form());
  played.facts = drill.facts().keys();
  played.opening = drill.opening();
  played.turns = drill.turns();
  played.score = scoreDrill(drill);
  return played;
}

}  // namespace yingda
