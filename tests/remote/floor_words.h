// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the floor say to it, and how they read what it answers.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "tests/remote/floor_fixture.h"

namespace yingda::test {

inline const QString ticketId = QStringLiteral("01890000-0000-7000-8000-000000000001");

inline QJsonObject change(const QString& kind, const QString& id, const QJsonObject& fields,
                          qint64 base = 0, const QJsonObject& old = {}) {
  QJsonObject json{
      {QStringLiteral("k"), kind}, {QStringLiteral("i"), id}, {QStringLiteral("f"), fields}};
  if (base > 0) json.insert(QStringLiteral("b"), base);
  if (!old.isEmpty()) json.insert(QStringLiteral("o"), old);
  return json;
}

inline QJsonObject payload(const QJsonArray& changes, const QJsonArray& activities = {}) {
  QJsonObject json{{QStringLiteral("f"), changes}};
  if (!activities.isEmpty()) json.insert(QStringLiteral("a"), activities);
  return json;
}

inline QJsonObject ticket(const QJsonObject& fields, qint64 base = 0, const QJsonObject& old = {}) {
  return payload({change(QStringLiteral("ticket"), ticketId, fields, base, old)});
}

inline QJsonObject words(const QString& request, qint64 base = 0, const QString& old = {}) {
  return payload(
      {change(QStringLiteral("ticket_text"), ticketId, {{QStringLiteral("request"), request}}, base,
              old.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("request"), old}})});
}

inline const RemoteRow* rowOf(const std::vector<RemoteRow>& rows, RemoteRow::What what,
                              const QByteArray& kind) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const RemoteRow& row) {
    return row.what == what && row.kind == kind;
  });
  return found == rows.end() ? nullptr : &*found;
}

inline QJsonObject bodyOf(const std::vector<RemoteRow>& rows, const QByteArray& kind) {
  const RemoteRow* row = rowOf(rows, RemoteRow::What::Entity, kind);
  return row ? QJsonDocument::fromJson(row->body).object() : QJsonObject();
}

inline qint64 versionOf(const std::vector<RemoteRow>& rows, const QByteArray& kind) {
  const RemoteRow* row = rowOf(rows, RemoteRow::What::Entity, kind);
  REQUIRE(row != nullptr);
  return row->version;
}

inline QJsonObject activityOf(const QString& kind, const QString& id,
                              const QString& ticket = ticketId) {
  return {{QStringLiteral("i"), id},
          {QStringLiteral("t"), ticket},
          {QStringLiteral("k"), kind},
          {QStringLiteral("at"), 5}};
}

inline QString textOf(const QUuid& id) { return id.toString(QUuid::WithoutBraces); }

/// An id that differs from others in its last digits only.
inline QString idNumber(int number) {
  return QStringLiteral("01890000-0000-7000-8000-%1").arg(number, 12, 16, QLatin1Char('0'));
}

/// What a seat says of itself, in short.
inline Beat beatOf(const QString& state, const TicketId& ticket = {}) {
  Beat beat;
  beat.state = state;
  beat.ticket = ticket;
  return beat;
}

}  // namespace yingda::test
