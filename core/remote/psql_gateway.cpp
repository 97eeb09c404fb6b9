// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the server functions and the reading of their answers.
#include "core/remote/psql_gateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/remote/door_bell.h"

namespace yingda {

namespace {

QString text(const QUuid& id) { return id.toString(QUuid::WithoutBraces); }

/// Bytes travel as hex: the driver's own form of them depends on a setting of the server.
QString hex(const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); }

QUuid idIn(const QJsonValue& value) { return QUuid::fromString(value.toString()); }

Stopped stoppedFrom(QStringView word) {
  if (word == u"gap") return Stopped::Gap;
  if (word == u"clone") return Stopped::Clone;
  return word.isEmpty() ? Stopped::No : Stopped::Chain;
}

std::vector<OperationException> exceptionsIn(const QJsonValue& json) {
  std::vector<OperationException> exceptions;
  for (const auto& value : json.toArray()) {
    exceptions.push_back(
        {value[u"s"].toInteger(), value[u"r"].toString() == u"parked", value[u"why"].toString()});
  }
  return exceptions;
}

EnrolAnswer enrolAnswerIn(const QJsonObject& json) {
  EnrolAnswer answer;
  answer.refusal = refusalFrom(json[u"refused"].toString());
  answer.code = json[u"code"].toInt();
  return answer;
}

// Two signs of life may be lost before the bell counts as gone.
constexpr Milliseconds bellTrust = bellAliveEvery * 5 / 2;

std::optional<RemoteRow::What> whatFrom(QStringView word) {
  if (word == u"entity") return RemoteRow::What::Entity;
  if (word == u"activity") return RemoteRow::What::Activity;
  if (word == u"conflict") return RemoteRow::What::Conflict;
  if (word == u"exit") return RemoteRow::What::Exit;
  return std::nullopt;
}

}  // namespace

Result<QJsonObject> PsqlGateway::object(const QString& sql, const QVariantList& values) {
  auto query = m_link.ask(sql, values);
  if (!query) return query.error();
  std::optional<QByteArray> text;
  while (query->next()) text = query->value(0).toString().toUtf8();
  // An error may come after the first row; only a result read to its end says what was done.
  if (auto whole = m_link.finished(*query); !whole) return whole.error();
  const QJsonDocument answer = QJsonDocument::fromJson(text.value_or(QByteArray()));
  if (!answer.isObject()) return Error{ErrorCode::Offline, QStringLiteral("no answer")};
  return answer.object();
}

Result<HelloAnswer> PsqlGateway::hello(const WorkstationId& seat, const QUuid& epoch, quint64 seen,
                                       const QByteArray& position) {
  const auto json = object(QStringLiteral("SELECT yingda.hello(?, ?, ?, ?::text::xid8, ?)"),
                           {wireProtocol, seat.text(), text(epoch), QString::number(seen),
                            QString::fromLatin1(position)});
  if (!json) return json.error();
  HelloAnswer answer;
  answer.refusal = refusalFrom((*json)[u"refused"].toString());
  answer.epoch = idIn((*json)[u"epoch"]);
  answer.company = (*json)[u"company"].toString();
  answer.agent = AgentId(idIn((*json)[u"agent"]));
  answer.role = (*json)[u"role"].toString();
  m_rights = (*json)[u"rights"].toString();
  for (const auto& site : (*json)[u"sites"].toArray()) answer.sites << idIn(site);
  answer.code = (*json)[u"code"].toInt();
  answer.isEnrolled = json->contains(u"lastSequence");
  answer.lastSequence = (*json)[u"lastSequence"].toInteger();
  answer.lastHash = QByteArray::fromHex((*json)[u"lastHash"].toString().toLatin1());
  answer.lastTransaction = (*json)[u"lastXid"].toString().toULongLong();
  answer.exceptions = exceptionsIn((*json)[u"exceptions"]);
  answer.ceiling = (*json)[u"ceiling"].toString().toULongLong();
  answer.isStandby = (*json)[u"isStandby"].toBool();
  m_isStandby = answer.isStandby;
  if (answer.isStandby) answer.standbyAge = Milliseconds((*json)[u"standbyMs"].toInteger());
  answer.position = (*json)[u"position"].toString().toLatin1();
  answer.serverTime = instantFromMs((*json)[u"serverMs"].toInteger());
  return answer;
}

Result<EnrolAnswer> PsqlGateway::enrol(const WorkstationId& seat, const QByteArray& secret,
                                       const QString& label, const QList<QUuid>& localAgents) {
  QStringList agents;
  for (const QUuid& agent : localAgents) agents << text(agent);
  const auto json =
      object(QStringLiteral("SELECT yingda.enrol(?, decode(?, 'hex'), ?, ?::text::uuid[])"),
             {seat.text(), hex(secret), label, QString(u'{' % agents.join(u',') % u'}')});
  if (!json) return json.error();
  return enrolAnswerIn(*json);
}

Result<EnrolAnswer> PsqlGateway::succeed(const WorkstationId& seat, const QByteArray& secret,
                                         const QString& label, const FormerSeat& former) {
  const auto json =
      object(QStringLiteral("SELECT yingda.succeed(?, decode(?, 'hex'), ?, ?, decode(?, 'hex'))"),
             {seat.text(), hex(secret), label, former.workstation.text(), hex(former.secret)});
  if (!json) return json.error();
  return enrolAnswerIn(*json);
}

Result<ApplyAnswer> PsqlGateway::apply(const WorkstationId& seat, const QUuid& epoch,
                                       std::span<const SentOperation> operations,
                                       const QString& reject) {
  const auto json = object(QStringLiteral("SELECT yingda.apply_ops(?, ?, ?::text::jsonb, ?, ?)"),
                           {seat.text(), text(epoch), QString::fromUtf8(batchJson(operations)),
                            reject.isEmpty() ? QVariant() : QVariant(reject), rights()});
  if (!json) return json.error();
  ApplyAnswer answer;
  answer.refusal = refusalFrom((*json)[u"refused"].toString());
  answer.stopped = stoppedFrom((*json)[u"stopped"].toString());
  answer.acknowledged = (*json)[u"acked"].toInteger();
  answer.transaction = (*json)[u"xid"].toString().toULongLong();
  answer.exceptions = exceptionsIn((*json)[u"exceptions"]);
  return answer;
}

QVariant PsqlGateway::rights() const {
  return m_rights.isEmpty() ? QVariant() : QVariant(m_rights);
}

Result<PullAnswer> PsqlGateway::rows(const QString& sql, const QVariantList& values) {
  auto query = m_link.ask(sql, values);
  if (!query) return query.error();
  PullAnswer answer;
  bool hasMark = false;
  while (query->next()) {
    const QString word = query->value(0).toString();
    if (word == u"mark") {
      hasMark = true;
      answer.refusal = refusalFrom(query->value(1).toString());
      // Where to go on, how far these rows could reach, and from a standby its age.
      const QStringList mark = query->value(4).toString().split(u' ');
      answer.next = mark[0].toULongLong();
      answer.position = mark.value(1).toLatin1();
      if (mark.size() > 2) answer.standbyAge = Milliseconds(mark[2].toLongLong());
      answer.nextId = query->value(2).toUuid();
      answer.isWhole = query->value(3).toLongLong() != 0;
      continue;
    }
    const auto what = whatFrom(word);
    if (!what) continue;
    answer.rows.push_back({*what, query->value(1).toString().toLatin1(), query->value(2).toUuid(),
                           query->value(3).toLongLong(), query->value(4).toString().toUtf8()});
  }
  if (auto whole = m_link.finished(*query); !whole) return whole.error();
  // Without its last row the answer was cut off, and nothing of it may count.
  if (!hasMark) return Error{ErrorCode::Offline, QStringLiteral("the answer was cut off")};
  return answer;
}

Result<PullAnswer> PsqlGateway::pull(const QUuid& epoch, quint64 cursor, int limit) {
  return rows(QStringLiteral("SELECT * FROM yingda.pull(?, ?::text::xid8, ?, ?)"),
              {text(epoch), QString::number(cursor), limit, rights()});
}

Result<PullAnswer> PsqlGateway::hydrate(const QUuid& epoch, const QByteArray& part,
                                        const QUuid& after, int limit) {
  return rows(QStringLiteral("SELECT * FROM yingda.hydrate(?, ?, ?, ?, ?)"),
              {text(epoch), QString::fromLatin1(part), text(after), limit, rights()});
}

Result<BeatAnswer> PsqlGateway::beat(const WorkstationId& seat, const Beat& beat) {
  QJsonArray claims;
  for (const TicketId& ticket : beat.claims) claims.append(ticket.text());
  const QJsonObject said{
      {QStringLiteral("agent"), beat.agent.text()},   {QStringLiteral("state"), beat.state},
      {QStringLiteral("ticket"), beat.ticket.text()}, {QStringLiteral("writing"), beat.isWriting},
      {QStringLiteral("since"), toMs(beat.since)},    {QStringLiteral("claims"), claims}};
  const auto json =
      object(QStringLiteral("SELECT yingda.beat(?, ?::text::jsonb)"),
             {seat.text(), QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact))});
  if (!json) return json.error();
  BeatAnswer answer;
  answer.epoch = idIn((*json)[u"epoch"]);
  for (const auto& one : (*json)[u"others"].toArray()) {
    answer.others.push_back({WorkstationId(idIn(one[u"workstation"])), AgentId(idIn(one[u"agent"])),
                             one[u"state"].toString(), TicketId(idIn(one[u"ticket"])),
                             one[u"writing"].toBool(), instantFromMs(one[u"since"].toInteger()),
                             Milliseconds(one[u"age"].toInteger())});
  }
  for (const auto& one : (*json)[u"held"].toArray()) {
    answer.held.push_back({TicketId(idIn(one[u"ticket"])), one[u"token"].toInteger(),
                           Milliseconds(one[u"left"].toInteger())});
  }
  return answer;
}

Result<BlobAnswer> PsqlGateway::blobPut(const QByteArray& sha256, qint64 size, const QUuid& ticket,
                                        int number, const QByteArray& content) {
  const auto json =
      object(QStringLiteral("SELECT yingda.blob_put(decode(?, 'hex'), ?, ?, ?, decode(?, 'hex'))"),
             {hex(sha256), size, text(ticket), number,
              content.isEmpty() ? QVariant() : QVariant(hex(content))});
  if (!json) return json.error();
  BlobAnswer answer;
  answer.refusal = refusalFrom((*json)[u"refused"].toString());
  answer.isComplete = (*json)[u"complete"].toBool();
  for (const auto& have : (*json)[u"have"].toArray()) answer.have.push_back(have.toInt());
  return answer;
}

Result<QByteArray> PsqlGateway::blobGet(const QByteArray& sha256, int number) {
  auto query =
      m_link.ask(QStringLiteral("SELECT encode(yingda.blob_get(decode(?, 'hex'), ?), 'hex')"),
                 {hex(sha256), number});
  if (!query) return query.error();
  QByteArray content;
  while (query->next()) content = QByteArray::fromHex(query->value(0).toString().toLatin1());
  if (auto whole = m_link.finished(*query); !whole) return whole.error();
  return content;
}

void PsqlGateway::leaveForPrimary() {
  ServerAddress primary = m_address;
  primary.standbyWillDo = false;
  if (ServerLink(primary).open()) m_link.close();
}

bool PsqlGateway::takeBell() {
  bool isNews = false;
  for (const QByteArray& word : m_link.heard()) {
    m_heardAt = std::chrono::steady_clock::now();
    isNews = isNews || word == bellNews;
  }
  return isNews;
}

Roused PsqlGateway::rest(WakeUp& wakeUp, Milliseconds most, Milliseconds mostWithBell) {
  using Steady = std::chrono::steady_clock;
  // A standby rings no bell, and would end the connection over the wish.
  if (m_link.isOpen() && m_listening != m_link.generation() && !m_isStandby) {
    // What came before this moment no ring tells of: the next question finds it, and comes soon,
    // even if the bell is heard before it.
    m_heardAt.reset();
    mostWithBell = most;
    if (m_link.run(QStringLiteral("LISTEN ") % QLatin1String(bellChannel))) {
      m_listening = m_link.generation();
    }
  }
  const auto start = Steady::now();
  for (;;) {
    const bool wasOpen = m_link.isOpen();
    if (takeBell()) return Roused::Bell;
    if (wasOpen && !m_link.isOpen()) return Roused::Time;
    const auto now = Steady::now();
    const bool isThere = m_heardAt && now - *m_heardAt < bellTrust;
    const auto end = start + (isThere ? std::max(most, mostWithBell) : most);
    if (now >= end) return Roused::Time;
    const auto until = isThere ? std::min(end, *m_heardAt + bellTrust) : end;
    const auto cause = wakeUp.wait(std::chrono::ceil<Milliseconds>(until - now), m_link.socket());
    if (cause == WakeUp::Cause::Asked) return Roused::Asked;
  }
}

}  // namespace yingda
