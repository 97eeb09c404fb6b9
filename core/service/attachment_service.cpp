// SPDX-License-Identifier: GPL-3.0-or-later
// An operation never names bytes that are not on this disk yet.
#include "core/service/attachment_service.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include "core/domain/authority.h"
#include "core/service/ticket_rules.h"

namespace yingda {

namespace {

constexpr int newestMost = 2000;

Error badFile() { return {ErrorCode::Invalid, QStringLiteral("attachment file")}; }

}  // namespace

QString attachmentsAheadFact() { return QStringLiteral("attachments.ahead"); }

Result<Blob> AttachmentService::bring(BlobFolder& blobs, const QString& path) {
  const QFileInfo found(path);
  // A pipe or a device would be read for ever.
  if (!found.isFile()) return badFile();
  if (found.size() == 0) return Error{ErrorCode::Invalid, QStringLiteral("attachment empty")};
  if (found.size() > attachmentBytesMost) {
    return Error{ErrorCode::Invalid, QStringLiteral("attachment size")};
  }
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return badFile();
  return blobs.add(file);
}

Result<Blob> AttachmentService::bring(BlobFolder& blobs, const QByteArray& bytes) {
  QByteArray copy = bytes;
  QBuffer buffer(&copy);
  if (!buffer.open(QIODevice::ReadOnly)) return badFile();
  return blobs.add(buffer);
}

Result<void> AttachmentService::commit(const TicketId& id, ActivityKind kind,
                                       const QJsonObject& record) {
  Activity activity;
  activity.ticket = id;
  activity.kind = kind;
  activity.at = m_workplace.now();
  activity.by = m_actor.id;
  activity.byName = staffLabel(m_actor);
  activity.data = record;
  ChangeSet changes;
  changes.activities.push_back(std::move(activity));
  return m_workplace.commit(m_actor.id, QStringLiteral("ticket"), std::move(changes));
}

Result<void> AttachmentService::attach(const TicketId& id, const Blob& blob, const QString& name) {
  if (!mayDo(m_actor.role, Deed::Attach)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  if (auto done = m_workplace.reach(id); !done) return done;
  const auto stored = TicketQueries(m_workplace.cacheDatabase()).byId(id);
  if (!stored) return stored.error();
  Attachment attachment;
  attachment.sha256 = blob.sha256;
  attachment.bytes = blob.bytes;
  attachment.name = cleanFileName(name);
  attachment.mime = mimeOfName(attachment.name);
  attachment.kind = kindOfMime(attachment.mime);
  const auto code =
      m_workplace.journalThread().runAndWait([this] { return m_workplace.journal().code(); });
  attachment.seat = QString::number(code);
  // Before the record: who dies in between owes bytes that nobody asks for, and nothing is missing.
  if (auto owed = m_workplace.blobs.owe(blob, id.uuid()); !owed) return owed;
  return commit(id, ActivityKind::Attached, attachmentRecord(attachment));
}

Result<void> AttachmentService::detach(const TicketId& id, const ActivityId& attachment) {
  if (!mayDo(m_actor.role, Deed::Attach)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  if (auto done = m_workplace.reach(id); !done) return done;
  TicketQueries queries(m_workplace.cacheDatabase());
  const auto stored = queries.byId(id);
  if (!stored) return stored.error();
  const auto activities = queries.activities(stored->row);
  if (!activities) return activities.error();
  for (const Attachment& one : attachmentsOf(*activities)) {
    if (one.id == attachment) return commit(id, ActivityKind::Detached, detachRecord(one));
  }
  return Error{ErrorCode::NotFound, QStringLiteral("attachment")};
}

Result<std::vector<WantedBlob>> wantedBlobs(Workplace& workplace, const QList<TicketId>& asked,
                                            qint64 bytesAhead) {
  std::vector<WantedBlob> wanted;
  TicketQueries queries(workplace.cacheDatabase());
  const auto shownOf = [&queries](qint64 row) {
    const auto activities = queries.activities(row);
    return activities ? attachmentsOf(*activities) : std::vector<Attachment>();
  };
  for (const TicketId& id : asked) {
    const auto stored = queries.byId(id);
    if (!stored) continue;
    for (const Attachment& one : shownOf(stored->row)) {
      wanted.push_back({{one.sha256, one.bytes}, id.uuid()});
    }
  }
  if (bytesAhead <= 0) return wanted;
  const auto newest = queries.newestAttached(newestMost);
  if (!newest) return newest.error();
  qint64 bytes = 0;
  for (const AttachedRecord& record : *newest) {
    if (!record.isOpen) continue;
    const auto one = attachmentOf(record.activity);
    if (!one) continue;
    bytes += one->bytes;
    if (bytes > bytesAhead) break;
    if (workplace.blobs.has(one->sha256)) continue;
    // What was taken off is fetched for nobody.
    const auto shown = shownOf(record.ticketRow);
    const bool isShown = std::any_of(shown.begin(), shown.end(), [&one](const Attachment& other) {
      return other.id == one->id;
    });
    if (isShown) wanted.push_back({{one->sha256, one->bytes}, record.activity.ticket.uuid()});
  }
  return wanted;
}

}  // namespace yingda
