// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a card's value, the placeholders in texts, and what a card may lack.
#include "core/domain/fact_card.h"

#include <QRegularExpression>
#include <QSet>
#include <array>

#include "core/domain/starter.h"

namespace yingda {

namespace {

constexpr std::array sourceTypes{u"law",    u"standard", u"contract", u"policy",
                                 u"tariff", u"sla",      u"number",   u"project"};

/// As many decimals as it has: a price says 2.85.
QString figure(double number) {
  constexpr int digits = 12;
  return QString::number(number, 'g', digits);
}

bool isKnownSource(const QString& type) {
  return std::any_of(sourceTypes.begin(), sourceTypes.end(),
                     [&](const char16_t* known) { return type == QStringView(known); });
}

/// Gathers the faults of one card after another.
class CardCheck {
 public:
  explicit CardCheck(const Starter& starter) : m_starter(starter) {}

  void check(const FactCard& card) {
    static const QRegularExpression idShape(QStringLiteral("^[a-z0-9][a-z0-9._-]*$"));
    m_card = card.id;
    need(idShape.match(card.id).hasMatch(), FactCardFault::BadId);
    need(!m_seen.contains(card.id), FactCardFault::DoubleId);
    m_seen.insert(card.id);
    need(!card.title.isEmpty(), FactCardFault::NoTitle);
    need(!card.statement.isEmpty(), FactCardFault::NoStatement);
    need(card.statement.contains(u"{value}"), FactCardFault::ValueNotSaid);
    need(card.scope == u"all" || card.scope == u"project", FactCardFault::BadScope, card.scope);
    checkSource(card);
    checkValue(card);
    checkDays(card);
    for (const QString& category : card.categories) {
      need(m_starter.category(category), FactCardFault::UnknownCategory, category);
    }
    need(!card.categories.isEmpty(), FactCardFault::UnknownCategory);
    need(m_starter.department(card.owner), FactCardFault::UnknownOwner, card.owner);
  }
  std::vector<FactCardProblem> take() { return std::move(m_problems); }

 private:
  void need(bool isRight, FactCardFault fault, const QString& detail = {}) {
    if (!isRight) m_problems.push_back({m_card, fault, detail});
  }
  void checkSource(const FactCard& card) {
    need(isKnownSource(card.source.type) && !card.source.name.isEmpty(), FactCardFault::NoSource,
         card.source.type);
    // Whoever is asked for the law has to find the line, and know since when it holds.
    const bool isLaw = card.source.type == u"law";
    need(!isLaw || (!card.source.article.isEmpty() && card.effectiveFrom),
         FactCardFault::NoLawArticle);
  }
  void checkValue(const FactCard& card) {
    if (card.awaitsValue()) {
      need(card.filledBy == u"project" || card.filledBy == u"city", FactCardFault::NoValue,
           card.filledBy);
      return;
    }
    const bool isText = card.kind == FactValueKind::Text;
    need(isText ? !card.text.isEmpty() : card.amount.has_value(), FactCardFault::NoValue);
    if (card.amount) {
      need(card.amount->low >= 0 && card.amount->high >= card.amount->low,
           FactCardFault::BadAmount);
      need(!card.amount->unit.isEmpty(), FactCardFault::BadAmount);
    }
  }
  void checkDays(const FactCard& card) {
    const bool isReversed =
        card.effectiveFrom && card.effectiveTo && *card.effectiveTo < *card.effectiveFrom;
    need(!isReversed, FactCardFault::DatesReversed);
    const bool isReviewed =
        card.reviewOn && (!card.effectiveFrom || *card.reviewOn >= *card.effectiveFrom);
    need(isReviewed, FactCardFault::NoReview);
  }

  const Starter& m_starter;
  QSet<QString> m_seen;
  QString m_card;
  std::vector<FactCardProblem> m_problems;
};

}  // namespace

std::optional<FactValueKind> factValueKindFromCode(QStringView code) {
  if (code == u"text") return FactValueKind::Text;
  if (code == u"number") return FactValueKind::Number;
  if (code == u"span") return FactValueKind::Span;
  if (code == u"money") return FactValueKind::Money;
  if (code == u"percent") return FactValueKind::Percent;
  return std::nullopt;
}

QString FactCard::valueText() const {
  if (filledBy == u"city") return QStringLiteral("【由城市填写】");
  if (awaitsValue()) return QStringLiteral("【由项目填写】");
  if (!amount) return text;
  const QString number =
      amount->low == amount->high
          ? figure(amount->low)
          : QString(figure(amount->low) % QStringLiteral(" 至 ") % figure(amount->high));
  return amount->unit == u"%" ? QString(number % amount->unit)
                              : QString(number % QLatin1Char(' ') % amount->unit);
}

QString FactCard::statementText() const {
  return QString(statement).replace(QStringLiteral("{value}"), valueText());
}

bool FactCard::isInEffect(LocalDay day) const {
  return (!effectiveFrom || *effectiveFrom <= day) && (!effectiveTo || day <= *effectiveTo);
}

bool FactCard::isDueForReview(LocalDay day) const { return reviewOn && *reviewOn <= day; }

const FactCard* findFactCard(const std::vector<FactCard>& cards, QStringView id) {
  for (const FactCard& card : cards) {
    if (card.id == id) return &card;
  }
  return nullptr;
}

bool saysBlank(QStringView sentence) { return sentence.contains(u"填写】"); }

FilledFacts withFacts(const QString& text, const std::vector<FactCard>& cards) {
  static const QRegularExpression placeholder(QStringLiteral("\\{card:([^{}]*)\\}"));
  FilledFacts filled;
  if (!text.contains(u"{card:")) {
    filled.text = text;
    return filled;
  }
  qsizetype from = 0;
  auto matches = placeholder.globalMatch(text);
  while (matches.hasNext()) {
    const auto match = matches.next();
    filled.text += QStringView(text).mid(from, match.capturedStart() - from);
    from = match.capturedEnd();
    const QString id = match.captured(1);
    const FactCard* card = findFactCard(cards, id);
    QStringList& ids = card ? filled.cards : filled.unknown;
    if (!ids.contains(id)) ids << id;
    filled.awaitsValue = filled.awaitsValue || (card && card->awaitsValue());
    filled.text += card ? card->valueText() : match.captured(0);
  }
  filled.text += QStringView(text).mid(from);
  return filled;
}

QString factCardFaultCode(FactCardFault fault) {
  switch (fault) {
    case FactCardFault::DoubleId:
      return QStringLiteral("double_id");
    case FactCardFault::BadId:
      return QStringLiteral("bad_id");
    case FactCardFault::NoTitle:
      return QStringLiteral("no_title");
    case FactCardFault::NoStatement:
      return QStringLiteral("no_statement");
    case FactCardFault::ValueNotSaid:
      return QStringLiteral("value_not_said");
    case FactCardFault::NoSource:
      return QStringLiteral("no_source");
    case FactCardFault::NoLawArticle:
      return QStringLiteral("no_law_article");
    case FactCardFault::NoValue:
      return QStringLiteral("no_value");
    case FactCardFault::BadAmount:
      return QStringLiteral("bad_amount");
    case FactCardFault::DatesReversed:
      return QStringLiteral("dates_reversed");
    case FactCardFault::NoReview:
      return QStringLiteral("no_review");
    case FactCardFault::UnknownCategory:
      return QStringLiteral("unknown_category");
    case FactCardFault::UnknownOwner:
      return QStringLiteral("unknown_owner");
    case FactCardFault::BadScope:
      return QStringLiteral("bad_scope");
  }
  return {};
}

std::vector<FactCardProblem> checkFactCards(const std::vector<FactCard>& cards,
                                            const Starter& starter) {
  CardCheck check(starter);
  for (const FactCard& card : cards) check.check(card);
  return check.take();
}

}  // namespace yingda
