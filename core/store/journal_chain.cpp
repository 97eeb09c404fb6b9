// SPDX-License-Identifier: GPL-3.0-or-later
// Canonical headers, commitments and chain hashes.
#include "core/store/journal_chain.h"

#include <sodium.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace yingda {

namespace {

QByteArray sha256(std::initializer_list<const QByteArray*> parts) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const QByteArray* part : parts) {
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part->constData()),
                              static_cast<unsigned long long>(part->size()));
  }
  QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
  crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
  return hash;
}

Error noHeader() { return {ErrorCode::Corrupt, QStringLiteral("no operation header")}; }

}  // namespace

QByteArray genesisHash() { return QByteArray(crypto_hash_sha256_BYTES, '\0'); }

QByteArray commitmentOf(const QByteArray& salt, const QByteArray& payload) {
  return sha256({&salt, &payload});
}

QByteArray chainHash(const QByteArray& previous, const QByteArray& headerBytes,
                     const QByteArray& commitment) {
  return sha256({&previous, &headerBytes, &commitment});
}

QByteArray headerMarkOf(const QString& kind) { return R"("k":")" + kind.toLatin1() + '"'; }

QByteArray headerBytesOf(const OperationHeader& header) {
  QByteArray json;
  json.reserve(224 + 12 * header.erases.size());
  json += R"({"v":1,"ws":")" + header.workstation.text().toLatin1();
  json += R"(","seq":)" + QByteArray::number(header.sequence);
  json += R"(,"at":)" + QByteArray::number(toMs(header.madeAt));
  // As text: it is larger than the integers that every JSON reader keeps exact.
  json += R"(,"hlc":")" + QByteArray::number(header.hlc);
  json += R"(","by":")" + header.by.text().toLatin1();
  json += "\"," + headerMarkOf(header.kind) + ',';
  json += R"("kv":)" + QByteArray::number(header.version);
  if (header.bulk) json += R"(,"bulk":true)";
  if (!header.erases.isEmpty()) {
    json += R"(,"erases":[)";
    for (qsizetype i = 0; i < header.erases.size(); ++i) {
      if (i > 0) json += ',';
      json += QByteArray::number(header.erases[i]);
    }
    json += ']';
  }
  json += '}';
  return json;
}

Result<OperationHeader> headerFrom(const QByteArray& bytes) {
  const QJsonDocument document = QJsonDocument::fromJson(bytes);
  if (!document.isObject()) return noHeader();
  const QJsonObject object = document.object();
  OperationHeader header;
  header.sequence = object.value(QStringLiteral("seq")).toInteger();
  header.workstation = WorkstationId::fromText(object.value(QStringLiteral("ws")).toString());
  header.madeAt = instantFromMs(object.value(QStringLiteral("at")).toInteger());
  header.hlc = object.value(QStringLiteral("hlc")).toString().toLongLong();
  header.by = AgentId::fromText(object.value(QStringLiteral("by")).toString());
  header.kind = object.value(QStringLiteral("k")).toString();
  header.version = object.value(QStringLiteral("kv")).toInt();
  header.bulk = object.value(QStringLiteral("bulk")).toBool();
  const QJsonArray erases = object.value(QStringLiteral("erases")).toArray();
  for (const auto& sequence : erases) header.erases << sequence.toInteger();
  if (header.sequence < 1 || header.workstation.isNull() || !isOperationKind(header.kind)) {
    return noHeader();
  }
  return header;
}

bool isOperationKind(QStringView kind) {
  const auto isAllowed = [](QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.' ||
           c == u'-';
  };
  return !kind.isEmpty() && kind.size() <= 40 && std::all_of(kind.begin(), kind.end(), isAllowed);
}

QString secretKind() { return QStringLiteral("secret"); }

QString erasureKind() { return QStringLiteral("erasure"); }

}  // namespace yingda
