// SPDX-License-Identifier: GPL-3.0-or-later
// The wire form of a batch.
#include "core/remote/gateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yingda {

QByteArray batchJson(std::span<const SentOperation> operations) {
  QJsonArray batch;
  for (const SentOperation& operation : operations) {
    QJsonObject json{{QStringLiteral("s"), operation.sequence},
                     {QStringLiteral("h"), QString::fromUtf8(operation.header)},
                     {QStringLiteral("c"), QString::fromLatin1(operation.commitment.toHex())},
                     {QStringLiteral("x"), QString::fromLatin1(operation.hash.toHex())}};
    if (!operation.payload.isEmpty()) {
      json.insert(QStringLiteral("z"), QString::fromLatin1(operation.salt.toHex()));
      json.insert(QStringLiteral("p"), QString::fromUtf8(operation.payload));
    }
    batch.append(json);
  }
  return QJsonDocument(batch).toJson(QJsonDocument::Compact);
}

Refusal refusalFrom(QStringView word) {
  if (word.isEmpty()) return Refusal::None;
  if (word == u"epoch") return Refusal::Epoch;
  if (word == u"rights") return Refusal::Rights;
  if (word == u"batch") return Refusal::Batch;
  if (word == u"role") return Refusal::Role;
  if (word == u"author") return Refusal::Author;
  if (word == u"adopt") return Refusal::Adopt;
  if (word == u"client_old") return Refusal::ClientOld;
  // Too much that was begun and not finished: what waits comes when that is done.
  if (word == u"quota") return Refusal::Size;
  if (word == u"size") return Refusal::Size;
  if (word == u"content") return Refusal::Content;
  if (word == u"server_old") return Refusal::ServerOld;
  return Refusal::Workstation;
}

}  // namespace yingda
