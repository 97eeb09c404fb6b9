// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what is typed: a figure with its unit where the card counts something, words elsewhere.
#include "core/domain/fact_fill.h"

#include <QRegularExpression>

namespace yingda {

namespace {

const QString valueMark = QStringLiteral("值：");
const QString sourceMark = QStringLiteral("依据：");
/// What ships in place of a source that only the project knows.
const QString noSource = QStringLiteral("由项目填写");

Error invalid(const char* what) { return {ErrorCode::Invalid, QLatin1String(what)}; }

QString lineBehind(const QString& text, const QString& mark) {
  for (const QString& line : text.split(u'\n')) {
    if (line.startsWith(mark)) return line.mid(mark.size()).trimmed();
  }
  return {};
}

/// A value goes into sentences: what makes a placeholder or another line of it does not.
bool isPlain(const QString& words, qsizetype most) {
  static const QRegularExpression marks(QStringLiteral("[\\n\\r{}【】]"));
  return !words.isEmpty() && words.size() <= most && !words.contains(marks);
}

bool isUnitOf(FactValueKind kind, const QString& unit) {
  static const QRegularExpression time(QStringLiteral("[年月周日天时分秒期]"));
  switch (kind) {
    case FactValueKind::Text:
    case FactValueKind::Number:
      return !unit.isEmpty();
    case FactValueKind::Span:
      return unit.contains(time);
    case FactValueKind::Money:
      return unit.contains(u'元');
    case FactValueKind::Percent:
      return unit == u"%";
  }
  return false;
}

Result<FactAmount> amountIn(const QString& words, FactValueKind kind) {
  static const QRegularExpression shape(QStringLiteral(
      "^(\\d+(?:\\.\\d+)?)\\s*(?:(?:至|到|-|–|—|~)\\s*(\\d+(?:\\.\\d+)?))?\\s*([^\\d\\s].*)?$"));
  static const QRegularExpression thousands(QStringLiteral("(?<=\\d),(?=\\d{3})"));
  QString plain = words.normalized(QString::NormalizationForm_KC);
  const auto match = shape.match(plain.remove(thousands));
  if (!match.hasMatch()) return invalid("fact amount");
  FactAmount amount;
  amount.low = match.captured(1).toDouble();
  amount.high = match.captured(2).isEmpty() ? amount.low : match.captured(2).toDouble();
  amount.unit = match.captured(3).trimmed();
  if (amount.unit.isEmpty() && kind == FactValueKind::Percent) amount.unit = QStringLiteral("%");
  if (!isUnitOf(kind, amount.unit)) return invalid("fact unit");
  if (amount.high < amount.low) return invalid("fact range");
  return amount;
}

}  // namespace

bool mayBeFilled(const FactCard& card) {
  const QString& type = card.source.type;
  return type != u"law" && type != u"standard" && type != u"sla";
}

FactFill fillOf(const FactCard& card) {
  return {card.awaitsValue() ? QString() : card.valueText(),
          card.source.name == noSource ? QString() : card.source.name};
}

QString textOfFill(const FactFill& fill) {
  return valueMark % fill.value.simplified() % u'\n' % sourceMark % fill.source.simplified();
}

FactFill fillInText(const QString& text) {
  return {lineBehind(text, valueMark), lineBehind(text, sourceMark)};
}

Result<FactCard> filledCard(const FactCard& card, const FactFill& fill) {
  FactCard filled = card;
  if (!isPlain(fill.value, factValueMax)) return invalid("fact value");
  if (!isPlain(fill.source, factSourceMax) || fill.source == noSource) {
    return invalid("fact source");
  }
  if (card.kind == FactValueKind::Text) {
    filled.text = fill.value;
  } else {
    auto amount = amountIn(fill.value, card.kind);
    if (!amount) return amount.error();
    filled.amount = *amount;
  }
  filled.filledBy.clear();
  filled.source.name = fill.source;
  return filled;
}

}  // namespace yingda
