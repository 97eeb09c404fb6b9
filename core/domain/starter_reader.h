// SPDX-License-Identifier: GPL-3.0-or-later
// How each file of the starter organisation becomes its rows.
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include "core/base/result.h"
#include "core/domain/starter.h"

namespace yingda {

/// One article: front matter between two lines of ---, then Markdown. Invalid names the missing
/// key.
Result<Article> readArticle(const QString& fileName, const QByteArray& bytes);

/// The starter organisation as it is written, placeholders and all: for whoever checks it.
Result<Starter> readStarterAsWritten(const StarterFiles& files);
/// Replaces every {card:ID} by the value of the card; what no card has stays.
void fillFacts(Starter& starter);
/// What opens the line of an article that is the sentence for the owner: **答复业主**.
QString replyMark();
/// Sets the text of one article: its reply is read from the first line, placeholders are replaced.
void fillBody(Article& article, const QString& body, const std::vector<FactCard>& cards);
/// The same for what a script says.
void fillScript(Script& script, const std::vector<FactCard>& cards);

}  // namespace yingda
