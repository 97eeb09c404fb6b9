// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the merge once more, written from their description and not from the SQL, so that
// the two can be held against each other.
#include "tests/sim/model_server.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>

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

HelloAnswer ModelServer::hello(const QUuid& seat) const {
  HelloAnswer answer;
  answer.epoch = state.epoch;
  answer.ceiling = ceiling();
  answer.serverTime = instantFromMs(nowMs);
  const auto known = state.seats.find(seat);
  if (known == state.seats.end()) return answer;
  answer.isEnrolled = true;
  answer.code = known->second.code;
  answer.lastSequence = static_cast<qint64>(known->second.ledger.size());
  answer.lastHash = known->second.hash;
  answer.lastTransaction = known->second.lastTransaction;
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

void ModelServer::keepConflict(const QUuid& seat, qint64 sequence, const EntityKey& key,
                               const QString& field, const QJsonValue& kept, const QJsonValue& lost,
                               const QUuid& keptBy, const QUuid& lostBy) {
  state.conflicts.try_emplace(
      conflictId(seat, sequence, key, field),
      ModelConflict{key.first, key.second, field, kept, lost, keptBy, lostBy, sequence, m_xid});
}

Result<void> ModelServer::merge(const QUuid& seat, qint64 sequence, qint64 hlc, bool isSameEpoch,
                                const QJsonObject& change, QSet<QString>& lost) {
  const EntityKey key{change[u"k"].toString().toLatin1(),
                      QUuid::fromString(change[u"i"].toString())};
  if (key.first.isEmpty() || key.second.isNull() || !change[u"f"].isObject()) {
    return Error{ErrorCode::Invalid, QStringLiteral("a change without kind, id or fields")};
  }
  const qint64 base = isSameEpoch ? change[u"b"].toInteger() : 0;
  ModelEntity& row = state.entities[key];
  const ModelVersion stamp{hlc, seat, row.row + 1};
  const QJsonObject fields = change[u"f"].toObject();
  const auto currentOf = [&row](const QString& field) {
    return row.body.value(field, QJsonValue(QJsonValue::Null));
  };
  const auto isNewer = [&](const QString& field) {
    const auto version = row.versions.constFind(field);
    return version == row.versions.constEnd() || version->row <= base ||
           version->workstation == seat;
  };
  const auto set = [&](const QString& field, const QJsonValue& value, const QUuid& by) {
    row.body[field] = value;
    row.versions[field] = {hlc, by, stamp.row};
  };
  QJsonObject group;
  for (auto it = fields.begin(); it != fields.end(); ++it) {
    const QString field = it.key();
    const QJsonValue value = it.value();
    const QJsonValue current = currentOf(field);
    const MergeRule rule = ruleOf(key.first, field);
    if (rule == MergeRule::Lattice) continue;
    if (rule == MergeRule::Coupled) {
      group.insert(field, value);
      continue;
    }
    if (current == value) continue;
    const ModelVersion version = row.versions.value(field);
    if (rule == MergeRule::WriteOnce) {
      if (!row.versions.contains(field)) {
        set(field, value, seat);
      } else {
        keepConflict(seat, sequence, key, field, current, value, version.workstation, seat);
        lost.insert(textOf(key.second) + u'/' + field);
      }
      continue;
    }
    if (isNewer(field)) {
      set(field, value, seat);
      continue;
    }
    const QJsonObject seen = change[u"o"].toObject();
    if (rule == MergeRule::Text && seen.contains(field)) {
      const auto merged = mergedLines(seen[field].toString(), value.toString(), current.toString());
      if (merged) {
        // Nobody wrote the whole of it, so nobody's next edit may count as knowing it.
        set(field, *merged, QUuid());
        continue;
      }
    }
    const bool wins = std::pair(hlc, seat) > std::pair(version.hlc, version.workstation);
    if (wins) {
      keepConflict(seat, sequence, key, field, value, current, seat, version.workstation);
      set(field, value, seat);
    } else {
      keepConflict(seat, sequence, key, field, current, value, version.workstation, seat);
      lost.insert(textOf(key.second) + u'/' + field);
    }
  }
  if (!group.isEmpty()) {
    bool isSame = true;
    for (auto it = group.begin(); it != group.end(); ++it) {
      isSame = isSame && row.body.contains(it.key()) && row.body[it.key()] == it.value();
    }
    bool knowsAll = true;
    for (const KindRow::Column& column : findKindRow(key.first)->columns) {
      if (column.merge == MergeRule::Coupled) {
        knowsAll = knowsAll && isNewer(QString::fromLatin1(column.name));
      }
    }
    if (!isSame && knowsAll) {
      for (auto it = group.begin(); it != group.end(); ++it) set(it.key(), it.value(), seat);
    } else if (!isSame) {
      QJsonObject kept;
      for (auto it = group.begin(); it != group.end(); ++it) {
        kept.insert(it.key(), currentOf(it.key()));
      }
      keepConflict(seat, sequence, key, QStringLiteral("holder"), kept, group,
                   row.versions.value(QStringLiteral("holder")).workstation, seat);
      lost.insert(textOf(key.second) + QStringLiteral("/holder"));
    }
  }
  if (fields.contains(u"stage") || fields.contains(u"cycle")) {
    const std::pair now{currentOf(QStringLiteral("cycle")).toInteger(0),
                        currentOf(QStringLiteral("stage")).toInteger(-1)};
    const std::pair wanted{fields[u"cycle"].toInteger(now.first),
                           fields[u"stage"].toInteger(now.second)};
    if (wanted > now) {
      set(QStringLiteral("cycle"), wanted.first, seat);
      set(QStringLiteral("stage"), wanted.second, seat);
    } else if (wanted < now) {
      lost.insert(textOf(key.second) + QStringLiteral("/stage"));
    }
  }
  row.row = stamp.row;
  row.xid = m_xid;
  return {};
}

Result<void> ModelServer::applyPayload(const QUuid& seat, qint64 sequence, qint64 hlc,
                                       const QJsonObject& json) {
  const QString epoch = json[u"e"].toString();
  const bool isSameEpoch = !epoch.isEmpty() && QUuid::fromString(epoch) == state.epoch;
  const qint64 clamped = std::min(hlc, (nowMs + hlcAheadMaxMs) << 16);
  QSet<QString> lost;
  const auto order = [](const QString& kind) {
    if (kind == u"community") return 0;
    return kind == u"household" || kind == u"ticket" ? 1 : 2;
  };
  std::vector<QJsonObject> changes;
  for (const QJsonValue& value : json[u"f"].toArray()) changes.push_back(value.toObject());
  std::stable_sort(changes.begin(), changes.end(), [&](const auto& a, const auto& b) {
    return order(a[u"k"].toString()) < order(b[u"k"].toString());
  });
  for (const QJsonObject& change : changes) {
    if (change[u"k"].toString() == u"agent_secret") continue;
    if (auto done = merge(seat, sequence, clamped, isSameEpoch, change, lost); !done) return done;
  }
  for (const QJsonValue& value : json[u"a"].toArray()) {
    const QJsonObject content = value.toObject();
    const QUuid id = QUuid::fromString(content[u"i"].toString());
    const QUuid ticket = QUuid::fromString(content[u"t"].toString());
    if (id.isNull() || ticket.isNull()) {
      return Error{ErrorCode::Invalid, QStringLiteral("an activity without id or ticket")};
    }
    const auto stub = state.entities.try_emplace(EntityKey{"ticket", ticket});
    if (stub.second) stub.first->second.xid = m_xid;
    const bool isVoid = lost.contains(textOf(ticket) + u'/' + content[u"k"].toString());
    state.activities.try_emplace(id, ModelActivity{ticket, seat, sequence, content, isVoid, m_xid});
  }
  return {};
}

void ModelServer::sendBack(const QJsonObject& json) {
  for (const QJsonValue& value : json[u"f"].toArray()) {
    const EntityKey key{value[u"k"].toString().toLatin1(),
                        QUuid::fromString(value[u"i"].toString())};
    const auto found = state.entities.find(key);
    if (found == state.entities.end()) {
      if (!key.second.isNull()) state.exits.push_back({key.first, key.second, m_xid});
      continue;
    }
    ++found->second.row;
    found->second.xid = m_xid;
  }
}

Result<ApplyAnswer> ModelServer::apply(const QUuid& seat, const QUuid& epoch,
                                       std::span<const SentOperation> operations,
                                       const QString& reject, quint64 xid) {
  ApplyAnswer answer;
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
    if (operation.sequence <= last) {
      const ModelOperation& taken = one.ledger[static_cast<size_t>(operation.sequence - 1)];
      if (taken.sent.hash != operation.hash) {
        answer.stopped = Stopped::Clone;
        break;
      }
      if (taken.result == Taken::Rejected || taken.result == Taken::Parked) {
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
    ModelOperation taken{operation, Taken::Applied, {}};
    const QJsonObject payload = QJsonDocument::fromJson(operation.payload).object();
    if (operation.payload.isEmpty()) {
      taken.result = Taken::Withheld;
    } else if (!reject.isEmpty()) {
      taken.result = Taken::Rejected;
      taken.reason = reject;
      sendBack(payload);
    } else if (header[u"kv"].toInt() > 1) {
      taken.result = Taken::Parked;
      taken.reason = QStringLiteral("version");
    } else {
      const auto done =
          applyPayload(seat, operation.sequence, header[u"hlc"].toString().toLongLong(), payload);
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

PullAnswer ModelServer::pull(const QUuid& epoch, quint64 cursor, int limit) const {
  PullAnswer answer;
  if (epoch != state.epoch || cursor > state.nextXid) {
    answer.refusal = Refusal::Epoch;
    return answer;
  }
  std::multimap<quint64, RemoteRow> found;
  const quint64 top = ceiling();
  const auto isNew = [&](quint64 xid) { return xid >= cursor && xid < top; };
  for (const auto& [key, entity] : state.entities) {
    if (isNew(entity.xid)) found.emplace(entity.xid, rowOf(key, entity));
  }
  for (const auto& [id, activity] : state.activities) {
    if (isNew(activity.xid)) found.emplace(activity.xid, rowOf(id, activity));
  }
  for (const auto& [id, conflict] : state.conflicts) {
    if (isNew(conflict.xid)) found.emplace(conflict.xid, rowOf(id, conflict));
  }
  for (const ModelExit& exit : state.exits) {
    const bool isBack = state.entities.contains(EntityKey{exit.kind, exit.id});
    if (isNew(exit.xid) && !isBack) {
      found.emplace(exit.xid, RemoteRow{RemoteRow::What::Exit, exit.kind, exit.id, 0, "{}"});
    }
  }
  answer.isWhole = true;
  answer.next = std::max(top, cursor);
  quint64 last = 0;
  for (const auto& [xid, row] : found) {
    // Whole transactions only.
    if (static_cast<int>(answer.rows.size()) >= limit && xid != last) {
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
                                int limit) const {
  PullAnswer answer;
  if (epoch != state.epoch) {
    answer.refusal = Refusal::Epoch;
    return answer;
  }
  if (part == "conflict") {
    answer.isWhole = true;
    for (const auto& [id, conflict] : state.conflicts) answer.rows.push_back(rowOf(id, conflict));
    return answer;
  }
  const bool isTickets = part == "open" || part == "ticket";
  const QByteArray kind = isTickets ? QByteArray("ticket") : part;
  // Bytes in their order, as PostgreSQL compares.
  std::map<QByteArray, const ModelEntity*> sorted;
  for (const auto& [key, entity] : state.entities) {
    if (key.first != kind || key.second.toRfc4122() <= after.toRfc4122()) continue;
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
    if (text != state.entities.end()) answer.rows.push_back(rowOf(text->first, text->second));
  }
  if (isTickets) {
    for (const auto& [id, activity] : state.activities) {
      if (taken.contains(activity.ticket)) answer.rows.push_back(rowOf(id, activity));
    }
  }
  return answer;
}

}  // namespace yingda::sim
