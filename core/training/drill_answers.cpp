// SPDX-License-Identifier: GPL-3.0-or-later
// The clock moves by what is said and by silence, as it would on the telephone.
#include "core/training/drill_answers.h"

#include <QStringDecoder>

#include "core/base/invariant.h"
#include "core/text/phone.h"
#include "core/text/spoken_time.h"
#include "core/training/drill_bot.h"
#include "core/training/scenario_condition.h"
#include "core/training/scenario_reader.h"

namespace yingda {

namespace {

using Problem = ScenarioProblem::Kind;
using Act = DrillAnswerLine::Kind;

std::optional<Act> actOf(QStringView word) {
  if (word == u"说") return Act::Say;
  if (word == u"静") return Act::Wait;
  if (word == u"勾") return Act::Tick;
  if (word == u"派单") return Act::Dispatch;
  if (word == u"承诺") return Act::Promise;
  if (word.startsWith(u"填")) return Act::Fill;
  return std::nullopt;
}

/// Does the lines before a 说, and says it.
class Player {
 public:
  Player(const Scenario& scenario, const DrillRules& rules, quint64 seed)
      : m_rules(rules),
        m_clock(scenario.calledAt),
        m_random(seed),
        m_drill(Drill::start(scenario, rules, {}, m_clock, m_random)) {
    YINGDA_INVARIANT(m_drill.has_value(), "a scenario that cannot be started");
    m_clock.advance(spokenLength(m_drill->opening()));
  }
  AnsweredDrill play(const DrillAnswers& answers);

 private:
  void refuse(const DrillAnswerLine& line) {
    m_problems.push_back({Problem::BadValue, line.line, 0, line.value.left(40)});
  }
  void say(const DrillAnswerLine& line);
  void wait(const DrillAnswerLine& line);
  void fill(const DrillAnswerLine& line);
  void fillChoice(const DrillAnswerLine& line);
  void tick(const DrillAnswerLine& line);
  void dispatch(const DrillAnswerLine& line);
  void promise(const DrillAnswerLine& line);

  const DrillRules& m_rules;
  ManualClock m_clock;
  SeededRandom m_random;
  Result<Drill> m_drill;
  TicketDraft m_form;
  Milliseconds m_silence{};
  std::vector<ScenarioProblem> m_problems;
};

void Player::say(const DrillAnswerLine& line) {
  if (m_drill->isOver()) return;
  DrillInput input{m_drill->filled(line.value), m_silence, m_form};
  m_clock.advance(m_silence + spokenLength(input.said));
  m_clock.advance(spokenLength(m_drill->answer(input).answer));
  m_silence = {};
}

void Player::wait(const DrillAnswerLine& line) {
  bool isNumber = false;
  const double seconds = line.value.toDouble(&isNumber);
  if (!isNumber || !(seconds >= 0 && seconds <= 600)) return refuse(line);
  m_silence += Milliseconds{static_cast<qint64>(seconds * 1000)};
}

void Player::fillChoice(const DrillAnswerLine& line) {
  if (line.field == u"类别") {
    const Category* category = m_rules.starter.category(line.value);
    if (!category || !category->isLeaf) return refuse(line);
    m_form.ticket.category = line.value;
  } else if (line.field == u"级别") {
    const auto level = levelFromText(line.value);
    if (!level) return refuse(line);
    m_form.ticket.level = *level;
    m_form.levelTouched = true;
  } else if (line.field == u"电话") {
    const auto phone = parsePhone(line.value);
    m_form.text.phoneRefused = line.value == u"拒留";
    if (!phone && !m_form.text.phoneRefused) return refuse(line);
    m_form.text.contactPhone = phone ? phone->canonical : QString();
  } else {
    m_problems.push_back({Problem::UnknownField, line.line, 0, line.field});
  }
}

void Player::fill(const DrillAnswerLine& line) {
  if (line.field == u"诉求") {
    m_form.text.request = line.value;
  } else if (line.field == u"地点") {
    m_form.text.place = line.value;
  } else if (line.field == u"联系人") {
    m_form.text.contactName = line.value;
  } else if (line.field == u"时间") {
    const auto at = parseOccurred(line.value, m_clock.now());
    if (!at) return refuse(line);
    m_form.ticket.occurredAt = at;
  } else {
    fillChoice(line);
  }
}

void Player::tick(const DrillAnswerLine& line) {
  for (const QString& word : scenarioList(line.value)) {
    if (word == u"受理") {
      m_form.mark(ActivityKind::Confirmed, m_clock.now());
    } else if (word == u"告知") {
      m_form.mark(ActivityKind::Told, m_clock.now());
    } else {
      refuse(line);
    }
  }
}

void Player::dispatch(const DrillAnswerLine& line) {
  if (!m_rules.starter.department(line.value)) return refuse(line);
  m_form.ticket.department = line.value;
  m_form.mark(ActivityKind::Dispatched, m_clock.now());
}

void Player::promise(const DrillAnswerLine& line) {
  const QStringList parts = m_drill->filled(line.value).split(u' ', Qt::SkipEmptyParts);
  // The time may have a blank of its own: 明天 9:30.
  for (qsizetype count = parts.size() - 1; count >= 1; --count) {
    const auto due = parseComing(parts.mid(1, count).join(u' '), m_clock.now());
    if (!due) continue;
    DraftPromise made;
    made.promise.what = parts.front();
    made.promise.dueAt = *due;
    made.promise.who = parts.mid(1 + count).join(u' ');
    made.promise.madeAt = m_clock.now();
    m_form.promises.push_back(std::move(made));
    return;
  }
  refuse(line);
}

AnsweredDrill Player::play(const DrillAnswers& answers) {
  for (const DrillAnswerLine& line : answers.lines) {
    switch (line.kind) {
      case Act::Say:
        say(line);
        break;
      case Act::Wait:
        wait(line);
        break;
      case Act::Fill:
        fill(line);
        break;
      case Act::Tick:
        tick(line);
        break;
      case Act::Dispatch:
        dispatch(line);
        break;
      case Act::Promise:
        promise(line);
        break;
    }
  }
  m_drill->hangUp(m_form);
  return {scoreDrill(*m_drill), m_drill->turns(), m_drill->opening(), std::move(m_problems)};
}

}  // namespace

DrillAnswers readDrillAnswers(const QByteArray& bytes) {
  DrillAnswers answers;
  const auto refuse = [&answers](Problem kind, int line, const QString& word) {
    if (answers.problems.size() < size_t(scenarioProblemsMax)) {
      answers.problems.push_back({kind, line, 0, word.left(40)});
    }
  };
  QStringDecoder decoder(QStringConverter::Utf8);
  const QString text = bytes.size() > scenarioBytesMax ? QString() : QString(decoder(bytes));
  const QStringList lines = text.split(u'\n');
  if (bytes.size() > scenarioBytesMax || lines.size() > scenarioLinesMax) {
    refuse(Problem::TooLarge, 0, {});
    return answers;
  }
  if (decoder.hasError() || text.contains(QChar::Null)) {
    refuse(Problem::NotText, 0, {});
    return answers;
  }
  int number = 0;
  for (const QString& raw : lines) {
    ++number;
    QStringView line = QStringView(raw).trimmed();
    if (number == 1 && line.startsWith(QChar(0xFEFF))) line = line.mid(1);
    if (line.isEmpty() || line.startsWith(u'#')) continue;
    qsizetype colon = 0;
    while (colon < line.size() && line[colon] != u'：' && line[colon] != u':') ++colon;
    const QStringView word = line.left(colon).trimmed();
    const auto kind = actOf(word);
    if (colon == line.size() || !kind) {
      refuse(Problem::NotUnderstood, number, line.toString());
      continue;
    }
    answers.lines.push_back({*kind,
                             *kind == Act::Fill ? word.mid(1).trimmed().toString() : QString(),
                             line.mid(colon + 1).trimmed().toString(), number});
  }
  return answers;
}

AnsweredDrill playAnswers(const Scenario& scenario, const DrillRules& rules,
                          const DrillAnswers& answers, quint64 seed) {
  return Player(scenario, rules, seed).play(answers);
}

}  // namespace yingda
