// SPDX-License-Identifier: GPL-3.0-or-later
// From the starter's form to the stored one and back.
#include "core/service/piece_words.h"

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

std::optional<ShippedPiece> shippedPiece(const Starter& asWritten, const QString& id) {
  if (const Article* article = asWritten.article(id)) {
    return ShippedPiece{PieceForm::Article, shippedVersion(*article)};
  }
  if (const Script* script = asWritten.script(scriptIdOf(id))) {
    return ShippedPiece{PieceForm::Script, shippedVersion(*script)};
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
