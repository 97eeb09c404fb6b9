// SPDX-License-Identifier: GPL-3.0-or-later
// From the starter's form to the stored one and back.
#include "core/service/piece_words.h"

#include <map>

#include "core/domain/fact_fill.h"
#include "core/domain/starter_reader.h"
#include "core/domain/twee.h"
#include "core/store/household_queries.h"

namespace yingda {

namespace {

ArticleVersion shipped(int number, ArticleText text) {
  ArticleVersion version;
  version.number = number;
  version.text = std::move(text);
  version.stage = ArticleStage::Published;
  version.effectiveFrom = LocalDay{};
  return version;
}

}  // namespace

ArticleVersion shippedVersion(const Article& article) {
  ArticleVersion version =
      shipped(article.version,
              {article.title, article.body, article.categories, article.keywords, article.direct});
  version.reviewOn = article.reviewOn;
  return version;
}

ArticleVersion shippedVersion(const Script& script) {
  return shipped(script.version, {script.title, toTwee(script), script.categories, {}, true});
}

ArticleVersion shippedVersion(const FactCard& card) {
  ArticleVersion version =
      shipped(1, {card.title, textOfFill(fillOf(card)), card.categories, card.keywords, true});
  version.reviewOn = card.reviewOn;
  return version;
}

std::vector<FactCard> cardsOn(LocalDay day, const std::vector<FactCard>& shipped,
                              const std::vector<PublishedArticle>& versions) {
  std::map<QString, PieceRows> own;
  for (const PublishedArticle& row : versions) {
    if (row.form == PieceForm::Fact) own[factCardIdOf(row.article)].versions.push_back(row);
  }
  std::vector<FactCard> cards = shipped;
  for (FactCard& card : cards) {
    const auto found = own.find(card.id);
    if (found == own.end() || !mayBeFilled(card)) continue;
    const ArticleHistory history = historyOf(found->second);
    const ArticleVersion* standing = history.inEffect(day);
    if (!standing) continue;
    // It was looked at before it was published; what cannot be read is not said.
    auto filled = filledCard(card, fillInText(standing->text.body));
    if (!filled) continue;
    filled->effectiveFrom = standing->effectiveFrom;
    filled->reviewOn = standing->reviewOn;
    card = std::move(*filled);
  }
  return cards;
}

Starter withCards(const Starter& asWritten, std::vector<FactCard> cards) {
  Starter said = asWritten;
  said.factCards = std::move(cards);
  for (OutsideNumber& number : said.outsideNumbers) {
    for (const FactCard& card : said.factCards) {
      const bool isIts = card.reference == QString(QStringLiteral("number/") % number.id);
      if (isIts && !card.awaitsValue()) number.number = card.text;
    }
  }
  fillFacts(said);
  return said;
}

std::optional<ShippedPiece> shippedPiece(const Starter& asWritten, const QString& id) {
  if (const Article* article = asWritten.article(id)) {
    return ShippedPiece{PieceForm::Article, shippedVersion(*article)};
  }
  if (const Script* script = asWritten.script(scriptIdOf(id))) {
    return ShippedPiece{PieceForm::Script, shippedVersion(*script)};
  }
  const FactCard* card = asWritten.factCard(factCardIdOf(id));
  if (card && id == factPieceId(card->id) && mayBeFilled(*card)) {
    return ShippedPiece{PieceForm::Fact, shippedVersion(*card)};
  }
  return std::nullopt;
}

AgentId personOf(const AgentId& id, const std::vector<Agent>& people) {
  for (const Agent& agent : people) {
    if (agent.id == id && !agent.aliasOf.isNull()) return agent.aliasOf;
  }
  return id;
}

AgentId personOf(const AgentId& id, Database& database) {
  const auto people = HouseholdQueries(database).agents();
  return people ? personOf(id, *people) : id;
}

void nameByPerson(PieceRows& rows, const std::vector<Agent>& people) {
  if (rows.draft) rows.draft->author = personOf(rows.draft->author, people);
  for (MarkRow& mark : rows.marks) mark.by = personOf(mark.by, people);
  for (ArticleCheck& check : rows.checks) check.approver = personOf(check.approver, people);
}

Article articleFrom(const QString& id, const ArticleVersion& version,
                    const std::vector<FactCard>& cards) {
  Article article;
  article.id = id;
  article.title = version.text.title;
  article.version = version.number;
  article.direct = version.text.direct;
  article.categories = version.text.categories;
  article.keywords = version.text.keywords;
  article.reviewOn = version.reviewOn;
  fillBody(article, version.text.body, cards);
  return article;
}

Result<Script> scriptFrom(const QString& id, const ArticleVersion& version) {
  auto script = fromTwee(version.text.body);
  if (!script) return script;
  script->id = scriptIdOf(id);
  script->title = version.text.title;
  script->version = version.number;
  return script;
}

std::vector<FactRemark> factRemarks(const QString& id, PieceForm form,
                                    const ArticleVersion& version,
                                    const std::vector<FactCard>& cards) {
  if (form == PieceForm::Fact) return {};
  if (form != PieceForm::Script) {
    return checkFacts(QStringLiteral("articles/") % id, version.text.body, cards);
  }
  std::vector<FactRemark> remarks;
  const auto script = scriptFrom(id, version);
  if (!script) return remarks;
  for (const ScriptStep& step : script->steps) {
    for (const QString* text : {&step.say, &step.sayVerified, &step.hint}) {
      const auto found = checkFacts(step.id, *text, cards);
      remarks.insert(remarks.end(), found.begin(), found.end());
    }
  }
  return remarks;
}

}  // namespace yingda
