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

}  // namespace yingda
