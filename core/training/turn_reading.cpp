// SPDX-License-Identifier: GPL-3.0-or-later
// The lint, the fact cards and the sayings of the card, each asked once.
#include "core/training/turn_reading.h"

#include <QFile>
#include <algorithm>

#include "core/assist/said_facts.h"
#include "core/base/invariant.h"

namespace yingda {

namespace {

constexpr qsizetype saidMax = 2000;

std::optional<TurnSign> signOf(const Remark& remark) {
  // 喂 is no good opening, and no insult either.
  if (remark.rule == u"E.greeting") return std::nullopt;
  switch (remark.wordingClass) {
    case WordingClass::F:
    case WordingClass::V:
      return TurnSign::Vague;
    case WordingClass::B:
      return TurnSign::Blame;
    case WordingClass::Q:
    case WordingClass::E:
      return TurnSign::Rude;
    case WordingClass::M:
    case WordingClass::L:
    case WordingClass::P:
    case WordingClass::R:
      if (remark.severity == RemarkSeverity::Warn) return std::nullopt;
      return TurnSign::Unlawful;
    case WordingClass::J:
      return std::nullopt;
  }
  return std::nullopt;
}

LintContext lintContext(const Scenario& scenario, const TurnContext& context) {
  LintContext lint;
  lint.now = context.now;
  lint.householdAddress = scenario.persona.home;
  lint.householdNames = {scenario.persona.callName};
  if (!scenario.persona.phone.isEmpty()) lint.householdPhones = {scenario.persona.phone};
  return lint;
}

/// A sentence that says who and by when, asks nothing, and has nothing vague in it.
void findPromise(TurnReading& reading, const QString& said, const DrillRules& rules,
                 const FoldedText& folded) {
  const auto quoted = quotedSpeech(folded.text);
  for (const SaidSentence& sentence : sentencesIn(folded.text, quoted)) {
    const QStringView body =
        QStringView(folded.text).mid(sentence.from, sentence.bodyEnd - sentence.from);
    const QStringView whole =
        QStringView(folded.text).mid(sentence.from, sentence.to - sentence.from);
    if (whole.endsWith(u'?') || body.endsWith(u'吗')) continue;
    if (!saysTime(body, rules.words) || !saysPerson(body, rules.words)) continue;
    const TextRange source = folded.sourceRange(sentence.from, sentence.to - sentence.from);
    const auto isIn = [&](const Remark& remark) {
      return remark.wordingClass != WordingClass::J && remark.from < source.start + source.length &&
             remark.to > source.start;
    };
    if (std::any_of(reading.remarks.begin(), reading.remarks.end(), isIn)) continue;
    reading.signs.add(TurnSign::Promise);
    reading.quotes[TurnSign::Promise] = said.mid(source.start, source.length).trimmed();
    return;
  }
}

/// The home in the two ways in which it is read out: whole, or the room with its number.
bool namesHome(QStringView folded, const QString& home) {
  if (home.isEmpty()) return false;
  QString squeezed = folded.toString();
  squeezed.remove(u' ');
  if (squeezed.contains(fold(home))) return true;
  qsizetype from = home.size();
  while (from > 0 && home[from - 1].isDigit()) --from;
  return home.size() - from >= 3 && squeezed.contains(home.mid(from));
}

}  // namespace

const LintWords& builtInLintWords() {
  static const LintWords words = [] {
    QFile file(QStringLiteral(":/assist/lint_rules.json"));
    YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "the built-in lint rules are missing");
    auto book = readLintRules(file.readAll());
    YINGDA_INVARIANT(book.has_value(), "the built-in lint rules cannot be read");
    return std::move(book->words);
  }();
  return words;
}

TurnReading readTurn(const QString& text, const Scenario& scenario, const DrillRules& rules,
                     const TurnContext& context) {
  const QString said = text.left(saidMax).trimmed();
  TurnReading reading;
  const FoldedText folded = foldWithOrigins(said);
  reading.folded = folded.text;
  reading.remarks = rules.lint.lint(said, WordingField::Spoken, lintContext(scenario, context));
  reading.contradictions = checkFacts({}, said, rules.starter.factCards);
  for (const Remark& remark : reading.remarks) {
    const auto sign = signOf(remark);
    if (!sign || reading.signs.has(*sign)) continue;
    reading.signs.add(*sign);
    reading.quotes[*sign] = remark.text;
  }
  const auto found = rules.card.sayings.find(folded.text);
  const auto says = [&](SayingBook::Name name) { return found[name].length > 0; };
  const auto show = [&](TurnSign sign, SayingBook::Name name) {
    const TextRange range = folded.sourceRange(found[name].start, found[name].length);
    reading.signs.add(sign);
    reading.quotes[sign] = said.mid(range.start, range.length);
  };
  reading.greets = says(SayingBook::Greeting);
  reading.namesCompany = says(SayingBook::Company);
  reading.namesStaff = says(SayingBook::Staff);
  reading.offers = says(SayingBook::Offer);
  reading.tellsNumber = says(SayingBook::Number);
  if (context.isFirst && reading.greets && reading.namesCompany && reading.offers) {
    show(TurnSign::Greeting, SayingBook::Greeting);
  }
  // Nobody believes a kind word beside an insult.
  if (says(SayingBook::Empathy) && !reading.signs.has(TurnSign::Rude)) {
    show(TurnSign::Empathy, SayingBook::Empathy);
  }
  if (says(SayingBook::Closing)) show(TurnSign::Closing, SayingBook::Closing);
  findPromise(reading, said, rules, folded);
  if (says(SayingBook::Recap)) show(TurnSign::Recap, SayingBook::Recap);
  if (says(SayingBook::Question)) show(TurnSign::Question, SayingBook::Question);
  if (reading.signs.has(TurnSign::Question) && !context.isFirst && context.isAngry &&
      !context.hadEmpathy && !reading.signs.has(TurnSign::Empathy)) {
    show(TurnSign::QuestionFirst, SayingBook::Question);
  }
  const bool readsOut = (!context.knowsName && !scenario.persona.callName.isEmpty() &&
                         reading.folded.contains(fold(scenario.persona.callName))) ||
                        (!context.knowsHome && namesHome(reading.folded, scenario.persona.home));
  if (readsOut) {
    reading.signs.add(TurnSign::ReadOut);
    reading.quotes[TurnSign::ReadOut] = said;
  }
  if (scenario.persona.pace < 0 && said.size() > rules.card.tooMuchCharacters) {
    reading.signs.add(TurnSign::TooMuch);
    reading.quotes[TurnSign::TooMuch] = said;
  }
  if (context.silence > std::chrono::seconds{rules.card.silenceSeconds}) {
    reading.signs.add(TurnSign::Silence);
  }
  return reading;
}

}  // namespace yingda
