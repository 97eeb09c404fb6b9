// SPDX-License-Identifier: GPL-3.0-or-later
// What ships, as the first version of a piece; and rows that name a person by one id.
#pragma once

#include "core/domain/agent.h"
#include "core/domain/starter.h"
#include "core/service/knowledge_views.h"
#include "core/store/database.h"

namespace yingda {

struct ShippedPiece {
  PieceForm form = PieceForm::Article;
  ArticleVersion version;
};
/// Nothing when the starter has no article and no script of that id. A shipped version was always
/// in effect. `asWritten` has its placeholders still.
std::optional<ShippedPiece> shippedPiece(const Starter& asWritten, const QString& id);
ArticleVersion shippedVersion(const Article& article);
ArticleVersion shippedVersion(const Script& script);
ArticleVersion shippedVersion(const FactCard& card);

/// The cards as the house says them on that day. `versions`: of fact cards, by article and number;
/// others are passed over.
std::vector<FactCard> cardsOn(LocalDay day, const std::vector<FactCard>& shipped,
                              const std::vector<PublishedArticle>& versions);
/// What ships with those cards in it: sentences, scripts and telephone numbers.
Starter withCards(const Starter& asWritten, std::vector<FactCard> cards);

/// Whoever joined the floor may have written here by an older id: nobody approves their own words
/// by having two.
void nameByPerson(PieceRows& rows, const std::vector<Agent>& people);
AgentId personOf(const AgentId& id, const std::vector<Agent>& people);
AgentId personOf(const AgentId& id, Database& database);

/// The piece as it is read, facts filled in.
Article articleFrom(const QString& id, const ArticleVersion& version,
                    const std::vector<FactCard>& cards);
/// Invalid as in fromTwee. Id, title and number are the piece's.
Result<Script> scriptFrom(const QString& id, const ArticleVersion& version);
/// What the words say against the cards; of a script step by step.
std::vector<FactRemark> factRemarks(const QString& id, PieceForm form,
                                    const ArticleVersion& version,
                                    const std::vector<FactCard>& cards);

}  // namespace yingda
