// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the merge once more, written from their description and not from the SQL, so that
// the two can be held against each other.
#include "tests/runner/sim/model_server.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>

#include "core/base/planted.h"
#include "core/domain/claim.h"
#include "core/domain/field_table.h"

namespace yingda::sim {

namespace {

constexpr qint64 hlcAheadMaxMs = 60'000;

QString textOf(const QUuid& id) { return id.toString(QUuid::WithoutBraces); }

MergeRule ruleOf(const QByteArray& kind, const QString& field) {
  const KindRow* row = findKindRow(kind);
  const int column = row ? row->columnIndex(field.toLatin1()) : -1;
  return column < 0 ? MergeRule::LastWriter : row->columns[static_cast<size_t>(column)].merge;
}

QByteArray sha256(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Error foreign() { return {ErrorCode::Invalid, QStringLiteral("of another site")}; }

QUuid conflictId(const QUuid& seat, qint64 sequence, const EntityKey& key, const QString& field) {
  const QByteArray text = textOf(seat).toLatin1() + QByteArray::number(sequence) + key.first +
                          textOf(key.second).toLatin1() + field.toUtf8();
  return QUuid::fromRfc4122(QCryptographicHash::hash(text, QCryptographicHash::Md5));
}

}  // namespace

std::optional<QString> mergedLines(const QString& base, const QString& ours,
                                   const QString& theirs) {
  const auto lines = [](const QString& text) {
    return text.isEmpty() ? QStringList() : text.split(u'\n');
  };
  struct Edit {
    qsizetype begin = 0;  ///< lines of the base that are kept in front
    qsizetype end = 0;    ///< the base goes on here
    QStringList put;
  };
  const QStringList from = lines(base);
  const auto editOf = [&from](const QStringList& to) {
    const qsizetype most = std::min(from.size(), to.size());
    Edit edit;
    while (edit.begin < most && from[edit.begin] == to[edit.begin]) ++edit.begin;
    qsizetype tail = 0;
    while (tail < most - edit.begin && from[from.size() - 1 - tail] == to[to.size() - 1 - tail]) {
      ++tail;
    }
    edit.end = from.size() - tail;
    edit.put = to.mid(edit.begin, to.size() - tail - edit.begin);
    return edit;
  };
  Edit first = editOf(lines(ours));
  Edit second = editOf(lines(theirs));
  if (second.end < first.begin) std::swap(first, second);
  if (first.end >= second.begin) return std::nullopt;
  const QStringList joined = from.mid(0, first.begin) + first.put +
                             from.mid(first.end, second.begin - first.end) + second.put +
                             from.mid(second.end);
  return joined.join(u'\n');
}

QByteArray ModelServer::bodyText(const QMap<QString, QJsonValue>& body) {
  QJsonObject json;
  for (auto it = body.begin(); it != body.end(); ++it) json.insert(it.key(), it.value());
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

quint64 ModelServer::open() {
  const quint64 xid = state.nextXid++;
  m_open.insert(xid);
  return xid;
}

quint64 ModelServer::ceiling() const { return m_open.empty() ? state.nextXid : *m_open.begin(); }

QByteArray ModelServer::position() const {
  return QByteArray::number(state.nextXid, 16).rightJustified(24, '0');
}

HelloAnswer ModelServer::hello(const QUuid& seat, const QUuid& epoch, quint64 seen,
                               const QByteArray& position) {
  // A copy shows more than the watermark with which it began.
  seen = std::max(seen, position.toULongLong(nullptr, 16));
  if (epoch == state.epoch && seen > state.nextXid) {
    state.epoch = QUuid::createUuidV5(state.epoch, QString::number(seen));
  }
  HelloAnswer answer;
  answer.epoch = state.epoch;
  answer.sites = sites.value(seat).values();
  answer.position = this->position();
  answer.ceiling = ceiling();
  answer.serverTime = instantFromMs(nowMs);
  const auto known = state.seats.find(seat);
  if (known == state.seats.end()) return answer;
  answer.isEnrolled = true;
  answer.code = known->second.code;
  answer.lastSequence = static_cast<qint64>(known->second.ledger.size());
  answer.lastHash = known->second.hash;
  answer.lastTransaction = known->second.lastTransaction;
  for (const ModelOperation& one : known->second.ledger) {
    const bool isException = one.result == Taken::Rejected || one.result == Taken::Parked;
    if (isException && !isPlanted(Plant::ServerMuteRepeat)) {
      answer.exceptions.push_back({one.sent.sequence, one.result == Taken::Parked, one.reason});
    }
  }
  return answer;
}

EnrolAnswer ModelServer::enrol(const QUuid& seat, const QByteArray& secret) {
  EnrolAnswer answer;
  const auto known = state.seats.find(seat);
  if (known != state.seats.end()) {
    if (known->second.secret != secret) answer.refusal = Refusal::Workstation;
    answer.code = known->second.code;
    return answer;
  }
  ModelSeat one;
  one.code = 100 + static_cast<int>(state.seats.size());
  one.secret = secret;
  answer.code = one.code;
  state.seats.emplace(seat, std::move(one));
  return answer;
}

EnrolAnswer ModelServer::succeed(const QUuid& seat, const QByteArray& secret, const QUuid& former,
                                 const QByteArray& formerSecret) {
  const auto known = state.seats.find(former);
  if (known == state.seats.end() || known->second.secret != formerSecret) {
    EnrolAnswer answer;
    answer.refusal = Refusal::Workstation;
    return answer;
  }
  if (!state.seats.contains(seat)) sites[seat] = sites.value(former);
  return enrol(seat, secret);
}

QString ModelServer::Author::origin() const {
  return textOf(seat) % u':' % QString::number(sequence);
}

QJsonValue ModelServer::Hand::current(const QString& field) const {
  return row.body.value(field, QJsonValue(QJsonValue::Null));
}

bool ModelServer::Hand::hasSeen(const QString& field) const {
  const auto version = row.versions.constFind(field);
  return version == row.versions.constEnd() || version->row <= base ||
         version->workstation == author.seat;
}

bool ModelServer::Hand::isLater(const QString& field) const {
  const auto version = row.versions.constFind(field);
  return version == row.versions.constEnd() ||
         std::pair(author.hlc, author.seat.toRfc4122()) >
             std::pair(version->hlc, version->workstation.toRfc4122());
}

void ModelServer::Hand::set(const QString& field, const QJsonValue& value) {
  row.body[field] = value;
  row.versions[field] = {author.hlc, author.seat, row.row + 1, {author.origin()}};
}

void ModelServer::keepConflict(const Author& author, const EntityKey& key, const QString& field,
                               const QJsonValue& kept, const QJsonValue& lost, const QUuid& keptBy,
                               const QUuid& lostBy, const QUuid& site) {
  state.conflicts.try_emplace(conflictId(author.seat, author.sequence, key, field),
                              ModelConflict{key.first, key.second, field, kept, lost, keptBy,
                                            lostBy, author.sequence, m_xid, site});
}

void ModelServer::lose(Hand& hand, const QString& field, const QJsonValue& kept,
                       const QJsonValue& lost) {
  keepConflict(hand.author, hand.key, field, kept, lost, hand.row.versions[field].workstation,
               hand.author.seat, hand.row.site);
  hand.lost.insert(textOf(hand.key.second) % u'/' % field);
}

void ModelServer::voidRecords(const QUuid& ticket, const QString& field,
                              const QStringList& origins) {
  for (auto& [id, activity] : state.activities) {
    const QString origin = textOf(activity.workstation) % u':' % QString::number(activity.sequence);
    const bool tells = activity.ticket == ticket && activity.content[u"k"].toString() == field;
    if (!tells || activity.isVoid || !origins.contains(origin)) continue;
    activity.isVoid = true;
    if (!isPlanted(Plant::ServerSilentVoid)) activity.xid = m_xid;
  }
}

void ModelServer::mergeField(Hand& hand, const QString& field, const QJsonValue& value,
                             MergeRule rule) {
  const QJsonValue current = hand.current(field);
  const bool isSet = hand.row.versions.contains(field);
  const ModelVersion version = hand.row.versions.value(field);
  if (rule == MergeRule::WriteOnce) {
    if (!isSet && !value.isNull()) hand.set(field, value);
    if (isSet && current != value) lose(hand, field, current, value);
    return;
  }
  if (isSet && current == value) {
    ModelVersion& stamp = hand.row.versions[field];
    if (hand.isLater(field)) {
      stamp.hlc = hand.author.hlc;
      stamp.workstation = hand.author.seat;
    }
    stamp.origins << hand.author.origin();
    return;
  }
  if (hand.hasSeen(field)) return hand.set(field, value);
  const QJsonObject seen = hand.change[u"o"].toObject();
  if (rule == MergeRule::Text && seen.contains(field)) {
    const auto merged = mergedLines(seen[field].toString(), value.toString(), current.toString());
    if (merged) {
      // Nobody wrote the whole of it, so nobody's next edit counts as knowing it.
      hand.row.body[field] = *merged;
      hand.row.versions[field] = {std::max(hand.author.hlc, version.hlc), QUuid(), hand.row.row + 1,
                                  version.origins + QStringList(hand.author.origin())};
      return;
    }
  }
  if (!hand.isLater(field)) return lose(hand, field, current, value);
  keepConflict(hand.author, hand.key, field, value, current, hand.author.seat, version.workstation,
               hand.row.site);
  if (hand.key.first == "ticket") voidRecords(hand.key.second, field, version.origins);
  hand.set(field, value);
}

void ModelServer::mergeGroup(Hand& hand, const QJsonObject& group) {
  QJsonObject now;
  bool hasSeen = true;
  QUuid by;
  for (const KindRow::Column& column : findKindRow(hand.key.first)->columns) {
    if (column.merge != MergeRule::Coupled) continue;
    const QString field = QString::fromLatin1(column.name);
    now.insert(field, hand.current(field));
  }
  bool isSame = true;
  for (auto it = now.begin(); it != now.end(); ++it) {
    hasSeen = hasSeen && hand.hasSeen(it.key());
    const QUuid writer = hand.row.versions.value(it.key()).workstation;
    if (!writer.isNull()) by = writer;
    isSame = isSame && (!group.contains(it.key()) || group[it.key()] == it.value());
  }
  if (isSame) return;
  if (hasSeen) {
    for (auto it = group.begin(); it != group.end(); ++it) hand.set(it.key(), it.value());
    return;
  }
  const QString holder = QStringLiteral("holder");
  keepConflict(hand.author, hand.key, holder, now, group, by, hand.author.seat, hand.row.site);
  hand.lost.insert(textOf(hand.key.second) % u'/' % holder);
}

void ModelServer::mergeStage(Hand& hand) {
  const QString cycle = QStringLiteral("cycle");
  const QString stage = QStringLiteral("stage");
  const QJsonObject fields = hand.change[u"f"].toObject();
  if (!fields.contains(cycle) && !fields.contains(stage)) return;
  const QString stamped = hand.row.versions.contains(cycle) ? cycle : stage;
  const bool isSet = hand.row.versions.contains(stamped);
  const bool hasSeen =
      (isSet && hand.hasSeen(stamped)) || (!hand.author.epochHolds && hand.change.contains(u"b"));
  const ModelVersion version = hand.row.versions.value(stamped);
  const std::pair now{hand.current(cycle).toInteger(0), hand.current(stage).toInteger(-1)};
  const std::pair wanted{fields[cycle].toInteger(hasSeen ? now.first : 1),
                         fields[stage].toInteger(hasSeen ? std::max<qint64>(now.second, 0) : 0)};
  if (wanted > now || (wanted < now && isPlanted(Plant::ServerStageBack))) {
    if (isSet && !hasSeen && hand.key.first == "ticket") {
      voidRecords(hand.key.second, stage, version.origins);
    }
    hand.set(cycle, wanted.first);
    hand.set(stage, wanted.second);
  } else if (wanted < now) {
    hand.lost.insert(textOf(hand.key.second) % u'/' % stage);
  } else {
    ModelVersion both = version;
    both.origins << hand.author.origin();
    hand.row.versions[cycle] = both;
    hand.row.versions[stage] = both;
  }
}

void ModelServer::mergeClaim(Hand& hand) {
  const QJsonObject wish = hand.change[u"f"].toObject();
  const auto now = [&hand](const char* field) { return hand.current(QLatin1String(field)); };
  const QJsonValue before = hand.row.body.value(QStringLiteral("agent"), QJsonValue::Undefined);
  const bool isForced = wish[u"force"].toInteger() == 1;
  const bool isOwn = now("agent").toString() == hand.author.by && !hand.author.by.isEmpty();
  const bool isHeld = now("agent").isString() && now("until").toInteger() > nowMs &&
                      now("epoch").toString() == textOf(state.epoch);
  const QJsonValue nothing(QJsonValue::Null);
  QMap<QString, QJsonValue> after = hand.row.body;
  const auto put = [&after](const char* field, const QJsonValue& value) {
    after[QLatin1String(field)] = value;
  };
  if (!wish[u"agent"].isString()) {
    if (!isOwn && !isForced) return;
    for (const char* field : {"agent", "workstation", "since", "until", "epoch"}) {
      put(field, nothing);
    }
    put("reason", isOwn ? nothing : wish[u"reason"]);
    put("token", now("token").toInteger(0) + (isOwn ? 0 : 1));
  } else {
    if (isHeld && !isOwn && !isForced && !isPlanted(Plant::ServerClaimBlind)) return;
    put("since", isOwn && isHeld ? now("since") : QJsonValue(nowMs));
    put("agent", wish[u"agent"]);
    put("workstation", textOf(hand.author.seat));
    put("until", nowMs + claimLease.count());
    put("token", now("token").toInteger(0) + (isOwn ? 0 : 1));
    put("epoch", textOf(state.epoch));
    put("reason", isForced && !isOwn ? wish[u"reason"] : nothing);
  }
  if (after[QStringLiteral("agent")] != before) {
    hand.row.versions[QStringLiteral("agent")] = {
        hand.author.hlc, hand.author.seat, hand.row.row + 1, {hand.author.origin()}};
  }
  hand.row.body = after;
  if (isForced && !isOwn) forced[hand.key.second] = after[QStringLiteral("token")].toInteger();
}

void ModelServer::tellStaleClaims(const Author& author, const QJsonObject& json) {
  for (const QJsonValue& value : json[u"c"].toArray()) {
    const QUuid ticket = QUuid::fromString(value[u"t"].toString());
    const auto found = state.entities.find(EntityKey{"claim", ticket});
    if (found == state.entities.end()) continue;
    if (!sees(sites.value(author.seat), found->second.site)) continue;
    const auto& body = found->second.body;
    const QJsonValue holder = body.value(QStringLiteral("agent"));
    if (!holder.isString() || holder.toString() == author.by) continue;
    const bool isNewest =
        body.value(QStringLiteral("epoch")) == value[u"e"] &&
        body.value(QStringLiteral("token")).toInteger() <= value[u"n"].toInteger();
    if (isNewest) continue;
    keepConflict(author, EntityKey{"ticket", ticket}, QStringLiteral("claim"), holder, author.by,
                 found->second.versions.value(QStringLiteral("agent")).workstation, author.seat,
                 found->second.site);
  }
}

QUuid ModelServer::siteOf(const EntityKey& key, const QMap<QString, QJsonValue>& body) const {
  if (key.first == "community") return key.second;
  const auto idIn = [&body](const char* field) {
    return QUuid::fromString(body.value(QLatin1String(field)).toString());
  };
  const QUuid own = idIn("community");
  if (!own.isNull()) return own;
  QUuid ticket;
  if (key.first == "ticket_text" || key.first == "claim") ticket = key.second;
  if (key.first == "tie") ticket = idIn("other");
  if (key.first == "promise") ticket = idIn("ticket");
  const auto parent = state.entities.find(EntityKey{"ticket", ticket});
  return parent == state.entities.end() ? QUuid() : parent->second.site;
}

void ModelServer::move(const EntityKey& key, ModelEntity& row, const QUuid& site) {
  if (row.site == site) return;
  if (!isPlanted(Plant::ServerSilentMove)) {
    state.exits.push_back({key.first, key.second, m_xid, row.site});
  }
  row.site = site;
  ++row.row;
  row.xid = m_xid;
}

void ModelServer::follow(const EntityKey& key, const QUuid& site) {
  const auto moved = [&](auto& record) {
    if (record.site == site) return;
    record.site = site;
    record.xid = m_xid;
  };
  for (auto& [id, conflict] : state.conflicts) {
    if (conflict.entity == key.second && conflict.kind == key.first) moved(conflict);
  }
  if (key.first != "ticket") return;
  const QString ticket = textOf(key.second);
  for (auto& [other, row] : state.entities) {
    const bool isOwn =
        (other.first == "ticket_text" || other.first == "claim") && other.second == key.second;
    const bool hangs = (other.first == "tie" && row.body[QStringLiteral("other")] == ticket) ||
                       (other.first == "promise" && row.body[QStringLiteral("ticket")] == ticket);
    if (!(isOwn || hangs) || row.site == site) continue;
    move(other, row, site);
    follow(other, site);
  }
  for (auto& [id, activity] : state.activities) {
    if (activity.ticket == key.second) moved(activity);
  }
}

QUuid ModelServer::holderOf(const QUuid& ticket) const {
  const auto found = state.entities.find(EntityKey{"claim", ticket});
  if (found == state.entities.end()) return {};
  const auto& body = found->second.body;
  const bool isHeld = body.value(QStringLiteral("until")).toInteger() > nowMs &&
                      body.value(QStringLiteral("epoch")).toString() == textOf(state.epoch);
  return isHeld ? QUuid::fromString(body.value(QStringLiteral("agent")).toString()) : QUuid();
}

BlobAnswer ModelServer::blobPut(int uploader, const QByteArray& sha256, qint64 size,
                                const QUuid& ticket, int number, const QByteArray& content) {
  BlobAnswer answer;
  const auto whole = state.blobs.find(sha256);
  if (whole != state.blobs.end() && whole->second.tickets.contains(ticket)) {
    answer.isComplete = true;
    return answer;
  }
  const int count = static_cast<int>((size + blobChunk - 1) / blobChunk);
  auto& chunks = state.uploads[{uploader, sha256, ticket}];
  if (!content.isEmpty()) {
    if (number < 0 || number >= count ||
        content.size() != std::min<qint64>(blobChunk, size - number * qint64{blobChunk})) {
      answer.refusal = Refusal::Size;
      return answer;
    }
    chunks[number] = content;
  }
  for (const auto& [n, chunk] : chunks) answer.have.push_back(n);
  if (static_cast<int>(chunks.size()) < count) return answer;
  QByteArray all;
  for (const auto& [n, chunk] : chunks) all += chunk;
  state.uploads.erase({uploader, sha256, ticket});
  if (QCryptographicHash::hash(all, QCryptographicHash::Sha256) != sha256) {
    answer.refusal = Refusal::Content;
    answer.have.clear();
    return answer;
  }
  ModelBlob& blob = state.blobs[sha256];
  if (blob.content.isEmpty()) ++blob.stored;
  blob.content = all;
  blob.tickets.insert(ticket);
  answer.isComplete = true;
  return answer;
}

QByteArray ModelServer::blobGet(const QByteArray& sha256, int number, const QUuid& seat) const {
  const auto whole = state.blobs.find(sha256);
  if (whole == state.blobs.end()) return {};
  const Sites seen = sites.value(seat);
  const bool isSeen =
      std::any_of(state.activities.begin(), state.activities.end(), [&](const auto& told) {
        return whole->second.tickets.contains(told.second.ticket) && sees(seen, told.second.site);
      });
  return isSeen ? whole->second.content.mid(number * blobChunk, blobChunk) : QByteArray();
}

BeatAnswer ModelServer::beat(const QUuid& seat, const Beat& beat) {
  BeatAnswer answer;
  answer.epoch = state.epoch;
  quint64 xid = 0;
  for (const TicketId& ticket : beat.claims) {
    const auto found = state.entities.find(EntityKey{"claim", ticket.uuid()});
    if (found == state.entities.end()) continue;
    ModelEntity& row = found->second;
    if (!sees(sites.value(seat), row.site)) continue;
    if (row.body.value(QStringLiteral("agent")).toString() != beat.agent.text()) continue;
    const qint64 until = row.body.value(QStringLiteral("until")).toInteger();
    const bool isVoid = row.body.value(QStringLiteral("epoch")).toString() != textOf(state.epoch);
    if (isVoid || until <= nowMs + (claimLease - claimRenewAfter).count()) {
      if (xid == 0) xid = state.nextXid++;
      row.body[QStringLiteral("until")] = nowMs + claimLease.count();
      row.body[QStringLiteral("epoch")] = textOf(state.epoch);
      row.body[QStringLiteral("workstation")] = textOf(seat);
      ++row.row;
      row.xid = xid;
    }
    answer.held.push_back(
        {ticket, row.body.value(QStringLiteral("token")).toInteger(),
         Milliseconds(row.body.value(QStringLiteral("until")).toInteger() - nowMs)});
  }
  return answer;
}

Result<void> ModelServer::merge(const Author& author, const QJsonObject& change,
                                QSet<QString>& lost) {
  const EntityKey key{change[u"k"].toString().toLatin1(),
                      QUuid::fromString(change[u"i"].toString())};
  if (key.first.isEmpty() || key.second.isNull() || !change[u"f"].isObject()) {
    return Error{ErrorCode::Invalid, QStringLiteral("a change without kind, id or fields")};
  }
  const bool isNew = !state.entities.contains(key);
  ModelEntity& row = state.entities[key];
  const Sites& seen = sites.value(author.seat);
  if (!sees(seen, row.site)) return foreign();
  qint64 base = author.epochHolds ? change[u"b"].toInteger() : 0;
  // Nobody saw a version that does not exist yet.
  if (base > row.row) base = 0;
  Hand hand{key, row, author, change, base, lost};
  QJsonObject group;
  const QJsonObject fields = change[u"f"].toObject();
  for (auto it = fields.begin(); it != fields.end(); ++it) {
    const MergeRule rule = ruleOf(key.first, it.key());
    if (rule == MergeRule::Lattice || rule == MergeRule::Claim) continue;
    if (rule == MergeRule::Coupled) {
      group.insert(it.key(), it.value());
    } else {
      mergeField(hand, it.key(), it.value(), rule);
    }
  }
  if (!group.isEmpty()) mergeGroup(hand, group);
  mergeStage(hand);
  if (key.first == "claim") mergeClaim(hand);
  ++row.row;
  row.xid = m_xid;
  QUuid site = siteOf(key, row.body);
  // What has lost its place stays where it is.
  if (site.isNull()) site = row.site;
  const bool isMoved = site != row.site;
  if (isMoved && !isNew && !isPlanted(Plant::ServerSilentMove)) {
    state.exits.push_back({key.first, key.second, m_xid, row.site});
  }
  row.site = site;
  if (!sees(seen, site)) return foreign();
  if (isNew || isMoved) follow(key, site);
  return {};
}

Result<void> ModelServer::applyPayload(Author author, const QJsonObject& json) {
  const QString epoch = json[u"e"].toString();
  author.epochHolds = !epoch.isEmpty() && QUuid::fromString(epoch) == state.epoch;
  if (author.hlc > (nowMs + hlcAheadMaxMs) << 16) author.hlc = nowMs << 16;
  QSet<QString> lost;
  const auto order = [](const QString& kind) {
    if (kind == u"community") return 0;
    if (kind == u"household") return 1;
    return kind == u"ticket" || kind == u"person" ? 2 : 3;
  };
  std::vector<QJsonObject> changes;
  for (const QJsonValue& value : json[u"f"].toArray()) changes.push_back(value.toObject());
  std::stable_sort(changes.begin(), changes.end(), [&](const auto& a, const auto& b) {
    return order(a[u"k"].toString()) < order(b[u"k"].toString());
  });
  for (const QJsonObject& change : changes) {
    if (change[u"k"].toString() == u"agent_secret") continue;
    if (auto done = merge(author, change, lost); !done) return done;
  }
  for (const QJsonValue& value : json[u"a"].toArray()) {
    const QJsonObject content = value.toObject();
    const QUuid id = QUuid::fromString(content[u"i"].toString());
    const QUuid ticket = QUuid::fromString(content[u"t"].toString());
    if (id.isNull() || ticket.isNull()) {
      return Error{ErrorCode::Invalid, QStringLiteral("an activity without id or ticket")};
    }
    if (isPlanted(Plant::ServerDropsOrphans) &&
        !state.entities.contains(EntityKey{"ticket", ticket})) {
      continue;
    }
    const auto stub = state.entities.try_emplace(EntityKey{"ticket", ticket});
    if (stub.second) stub.first->second.xid = m_xid;
    const QUuid site = stub.first->second.site;
    if (!sees(sites.value(author.seat), site)) return foreign();
    const bool isVoid = lost.contains(textOf(ticket) % u'/' % content[u"k"].toString());
    state.activities.try_emplace(
        id, ModelActivity{ticket, author.seat, author.sequence, content, isVoid, m_xid, site});
  }
  tellStaleClaims(author, json);
  return {};
}

void ModelServer::sendBack(const QUuid& seat, const QJsonObject& json) {
  for (const QJsonValue& value : json[u"f"].toArray()) {
    const EntityKey key{value[u"k"].toString().toLatin1(),
                        QUuid::fromString(value[u"i"].toString())};
    const auto found = state.entities.find(key);
    if (found == state.entities.end() || !sees(sites.value(seat), found->second.site)) {
      if (!key.second.isNull()) state.exits.push_back({key.first, key.second, m_xid, QUuid()});
      continue;
    }
    ++found->second.row;
    found->second.xid = m_xid;
  }
}

Result<ApplyAnswer> ModelServer::apply(const QUuid& seat, const QUuid& epoch,
                                       std::span<const SentOperation> operations,
                                       const QString& reject, quint64 xid,
                                       const std::optional<Sites>& rights) {
  ApplyAnswer answer;
  const bool isLenient = isPlanted(Plant::ServerIgnoresRights);
  if (rights && *rights != sites.value(seat) && !isLenient) answer.refusal = Refusal::Rights;
  if (epoch != state.epoch) answer.refusal = Refusal::Epoch;
  const auto known = state.seats.find(seat);
  if (answer.refusal == Refusal::None && known == state.seats.end()) {
    answer.refusal = Refusal::Workstation;
  }
  if (answer.refusal != Refusal::None) {
    if (xid != 0) end(xid);
    return answer;
  }
  const ModelState before = state;
  m_xid = xid != 0 ? xid : state.nextXid++;
  ModelSeat& one = state.seats[seat];
  for (const SentOperation& operation : operations) {
    const qint64 last = static_cast<qint64>(one.ledger.size());
    const bool forgets = isPlanted(Plant::ServerForgetsLedger) && m_xid % 3 == 0;
    if (operation.sequence <= last && forgets) {
      one.ledger.push_back({operation, Taken::Applied, {}, m_xid});
      continue;
    }
    if (operation.sequence <= last) {
      const ModelOperation& taken = one.ledger[static_cast<size_t>(operation.sequence - 1)];
      if (taken.sent.hash != operation.hash) {
        answer.stopped = Stopped::Clone;
        break;
      }
      const bool isException = taken.result == Taken::Rejected || taken.result == Taken::Parked;
      if (isException && !isPlanted(Plant::ServerMuteRepeat)) {
        answer.exceptions.push_back(
            {operation.sequence, taken.result == Taken::Parked, taken.reason});
      }
      continue;
    }
    if (operation.sequence != last + 1) {
      answer.stopped = Stopped::Gap;
      break;
    }
    const QByteArray hash = sha256(one.hash + operation.header + operation.commitment);
    if (hash != operation.hash) {
      answer.stopped = Stopped::Chain;
      break;
    }
    const QJsonObject header = QJsonDocument::fromJson(operation.header).object();
    ModelOperation taken{operation, Taken::Applied, {}, m_xid};
    const QJsonObject payload = QJsonDocument::fromJson(operation.payload).object();
    if (!reject.isEmpty()) {
      taken.result = Taken::Rejected;
      taken.reason = reject;
      sendBack(seat, payload);
    } else if (operation.payload.isEmpty()) {
      taken.result = Taken::Withheld;
    } else if (header[u"kv"].toInt() > 1) {
      taken.result = Taken::Parked;
      taken.reason = QStringLiteral("version");
    } else if (state.brought.contains(operation.commitment)) {
      taken.result = Taken::Repeated;
    } else {
      state.brought.insert(operation.commitment);
      const auto done =
          applyPayload({seat, operation.sequence, header[u"hlc"].toString().toLongLong(), false,
                        header[u"by"].toString()},
                       payload);
      if (!done) {
        state = before;
        if (xid != 0) end(xid);
        return done.error();
      }
    }
    if (taken.result == Taken::Rejected || taken.result == Taken::Parked) {
      answer.exceptions.push_back(
          {operation.sequence, taken.result == Taken::Parked, taken.reason});
    }
    one.ledger.push_back(std::move(taken));
    one.hash = hash;
  }
  if (carried)
    carried->push_back({seat, {operations.begin(), operations.end()}, reject, answer.exceptions});
  one.lastTransaction = std::max(one.lastTransaction, m_xid);
  answer.acknowledged = static_cast<qint64>(one.ledger.size());
  answer.transaction = m_xid;
  if (xid != 0) end(xid);
  return answer;
}

RemoteRow ModelServer::rowOf(const EntityKey& key, const ModelEntity& entity) const {
  return {RemoteRow::What::Entity, key.first, key.second, entity.row, bodyText(entity.body)};
}

RemoteRow ModelServer::rowOf(const QUuid& id, const ModelActivity& activity) const {
  return {RemoteRow::What::Activity, activity.content[u"k"].toString().toLatin1(), id,
          activity.isVoid ? 1 : 0, QJsonDocument(activity.content).toJson(QJsonDocument::Compact)};
}

RemoteRow ModelServer::rowOf(const QUuid& id, const ModelConflict& conflict) const {
  const QJsonObject body{{QStringLiteral("entity"), textOf(conflict.entity)},
                         {QStringLiteral("field"), conflict.field},
                         {QStringLiteral("kept"), conflict.kept},
                         {QStringLiteral("lost"), conflict.lost},
                         {QStringLiteral("keptBy"), textOf(conflict.keptBy)},
                         {QStringLiteral("lostBy"), textOf(conflict.lostBy)},
                         {QStringLiteral("at"), 0}};
  return {RemoteRow::What::Conflict, conflict.kind, id, conflict.sequence,
          QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

PullAnswer ModelServer::pull(const QUuid& epoch, quint64 cursor, int limit, const QUuid& seat,
                             const std::optional<Sites>& rights) const {
  const Sites seen = sites.value(seat);
  PullAnswer answer;
  if (epoch != state.epoch || cursor > state.nextXid) {
    answer.refusal = Refusal::Epoch;
    return answer;
  }
  if (rights && *rights != seen && !isPlanted(Plant::ServerIgnoresRights)) {
    answer.refusal = Refusal::Rights;
    return answer;
  }
  answer.position = position();
  std::multimap<quint64, RemoteRow> found;
  const quint64 top = isPlanted(Plant::ServerIgnoresWriters) ? state.nextXid : ceiling();
  const auto isNew = [&](quint64 xid) { return xid >= cursor && xid < top; };
  for (const auto& [key, entity] : state.entities) {
    if (isNew(entity.xid) && sees(seen, entity.site)) found.emplace(entity.xid, rowOf(key, entity));
  }
  for (const auto& [id, activity] : state.activities) {
    if (isNew(activity.xid) && sees(seen, activity.site))
      found.emplace(activity.xid, rowOf(id, activity));
  }
  for (const auto& [id, conflict] : state.conflicts) {
    if (isNew(conflict.xid) && sees(seen, conflict.site))
      found.emplace(conflict.xid, rowOf(id, conflict));
  }
  for (const ModelExit& exit : state.exits) {
    const auto there = state.entities.find(EntityKey{exit.kind, exit.id});
    const bool isBack = there != state.entities.end() && sees(seen, there->second.site);
    if (isNew(exit.xid) && sees(seen, exit.site) && !isBack) {
      found.emplace(exit.xid, RemoteRow{RemoteRow::What::Exit, exit.kind, exit.id, 0, "{}"});
    }
  }
  answer.isWhole = true;
  answer.next = std::max(top, cursor);
  quint64 last = 0;
  for (const auto& [xid, row] : found) {
    // Whole transactions only.
    if (static_cast<int>(answer.rows.size()) >= limit &&
        (xid != last || isPlanted(Plant::ServerSplitsPage))) {
      answer.isWhole = false;
      answer.next = last + 1;
      break;
    }
    last = xid;
    answer.rows.push_back(row);
  }
  return answer;
}

PullAnswer ModelServer::hydrate(const QUuid& epoch, const QByteArray& part, const QUuid& after,
                                int limit, const QUuid& seat,
                                const std::optional<Sites>& rights) const {
  const Sites seen = sites.value(seat);
  PullAnswer answer;
  if (epoch != state.epoch) {
    answer.refusal = Refusal::Epoch;
    return answer;
  }
  if (rights && *rights != seen && !isPlanted(Plant::ServerIgnoresRights)) {
    answer.refusal = Refusal::Rights;
    return answer;
  }
  answer.position = position();
  if (part == "conflict") {
    answer.isWhole = true;
    for (const auto& [id, conflict] : state.conflicts) {
      if (sees(seen, conflict.site)) answer.rows.push_back(rowOf(id, conflict));
    }
    return answer;
  }
  const bool isTickets = part == "open" || part == "ticket";
  const QByteArray kind = isTickets ? QByteArray("ticket") : part;
  // Bytes in their order, as PostgreSQL compares.
  std::map<QByteArray, const ModelEntity*> sorted;
  for (const auto& [key, entity] : state.entities) {
    if (key.first != kind || key.second.toRfc4122() <= after.toRfc4122()) continue;
    if (!sees(seen, entity.site)) continue;
    const bool isOpen = entity.body.value(QStringLiteral("stage")).toInteger(0) < 5;
    if (part == "open" && !isOpen) continue;
    sorted.emplace(key.second.toRfc4122(), &entity);
  }
  answer.isWhole = static_cast<int>(sorted.size()) < limit;
  QSet<QUuid> taken;
  for (const auto& [bytes, entity] : sorted) {
    if (taken.size() == limit) break;
    const QUuid id = QUuid::fromRfc4122(bytes);
    taken.insert(id);
    answer.nextId = id;
    answer.rows.push_back(rowOf({kind, id}, *entity));
    if (!isTickets) continue;
    const auto text = state.entities.find(EntityKey{"ticket_text", id});
    if (text != state.entities.end() && sees(seen, text->second.site))
      answer.rows.push_back(rowOf(text->first, text->second));
  }
  if (isTickets) {
    for (const auto& [id, activity] : state.activities) {
      if (taken.contains(activity.ticket) && sees(seen, activity.site))
        answer.rows.push_back(rowOf(id, activity));
    }
  }
  return answer;
}

}  // namespace yingda::sim
