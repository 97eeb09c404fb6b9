// SPDX-License-Identifier: GPL-3.0-or-later
// Times are rounded up, never down: a promise must not be earlier than what was signed.
#include "core/assist/lint_rewrite.h"

namespace yingda {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr minutes callbackAfter{30};

std::optional<Instant> arrivalIn(const LintContext& context) {
  const auto named = context.signedArrival ? context.signedArrival : context.standingArrival;
  if (!named || *named <= context.now) return std::nullopt;
  return upToFiveMinutes(*named);
}

}  // namespace

Instant upToFiveMinutes(Instant at) {
  using FiveMinutes = std::chrono::duration<qint64, std::ratio<300>>;
  return std::chrono::ceil<FiveMinutes>(at);
}

QString spokenClock(Instant at, Instant now) {
  const LocalDay day = localDayOf(at);
  const LocalDay today = localDayOf(now);
  const QString clock = clockText(at);
  if (day == today) return clock;
  if (day == today + days{1}) return QStringLiteral("明天 ") + clock;
  const std::chrono::year_month_day date{day};
  return QStringLiteral("%1 月 %2 日 %3")
      .arg(static_cast<unsigned>(date.month()))
      .arg(static_cast<unsigned>(date.day()))
      .arg(clock);
}

void fillRewrite(Remark& remark, const LintRule& rule, WordingField field,
                 const LintContext& context, const RewritePieces& pieces) {
  const auto arrival = arrivalIn(context);
  QString sentence = rule.rewrite;
  if (field == WordingField::Note && !rule.rewriteNote.isEmpty()) {
    sentence = rule.rewriteNote;
  } else if (arrival && !rule.rewriteArrival.isEmpty()) {
    sentence = rule.rewriteArrival;
  }
  const auto fill = [&sentence](const char* name, const QString& value) {
    sentence.replace(QLatin1String(name), value);
  };
  if (sentence.contains(QLatin1String("{arrive}"))) {
    remark.promise = Remark::Promise::Arrival;
    remark.promisedAt = arrival;
    fill("{arrive}", spokenClock(*arrival, context.now));
    fill("{who}", context.engineer.isEmpty() ? QStringLiteral("师傅") : context.engineer);
  } else if (sentence.contains(QLatin1String("{call}"))) {
    const Instant call = upToFiveMinutes(context.now + callbackAfter);
    remark.promise = Remark::Promise::Callback;
    remark.promisedAt = call;
    fill("{call}", spokenClock(call, context.now));
  }
  // What the agent typed comes last, so that braces in it stay what they are.
  if (sentence.contains(QLatin1String("{after}"))) {
    const qsizetype match = sentence.indexOf(QLatin1String("{match}"));
    if (match >= 0) {
      sentence = pieces.before + pieces.match + QStringLiteral("（") + pieces.gloss +
                 QStringLiteral("）") + pieces.after;
    } else {
      sentence = sentence.left(sentence.indexOf(QLatin1String("{after}"))) + pieces.after;
    }
  }
  remark.rewrite = sentence;
}

}  // namespace yingda
