// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what may come from anywhere: a browser, a PBX, a script.
#include "app/call_link.h"

#include <QUrl>
#include <QUrlQuery>

namespace yingda {

namespace {

std::optional<QString> cleaned(const QString& text) {
  QString number;
  for (const QChar c : text) {
    if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format) number += c;
  }
  number = number.trimmed();
  if (number.isEmpty() || number.size() > callNumberLengthMax) return std::nullopt;
  return number;
}

}  // namespace

std::optional<QString> numberOfCall(const QString& text) {
  if (text.size() > 4 * callNumberLengthMax) return std::nullopt;
  if (!text.contains(u"://")) return cleaned(text);
  const QUrl url(text, QUrl::StrictMode);
  if (!url.isValid() || url.scheme() != u"yingda" || url.host() != u"call") return std::nullopt;
  QString query = url.query(QUrl::FullyEncoded);
  // A plus sign in a telephone number is meant as one, not as a blank.
  query.replace(u'+', QStringLiteral("%2B"));
  return cleaned(QUrlQuery(query).queryItemValue(QStringLiteral("number"), QUrl::FullyDecoded));
}

}  // namespace yingda
