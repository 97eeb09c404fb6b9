// SPDX-License-Identifier: GPL-3.0-or-later
// Files on a ticket: the bytes first, then the record that names them; and who needs which bytes.
#pragma once

#include "core/service/workplace.h"
#include "core/sync/blob_lane.h"

namespace yingda {

/// Attachments of open tickets are fetched before anybody asks, up to this many bytes in all.
inline constexpr qint64 attachmentBytesAhead = 200LL * 1024 * 1024;
/// The journal's fact that holds another number of bytes; 0 fetches nothing ahead.
QString attachmentsAheadFact();

/// Thread: the cache thread, except what says otherwise.
class AttachmentService {
 public:
  AttachmentService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}

  /// Copies a file in; any thread that may wait for the disk.
  static Result<Blob> bring(BlobFolder& blobs, const QString& path);
  static Result<Blob> bring(BlobFolder& blobs, const QByteArray& bytes);
  /// Forbidden "role"; NotFound; else one operation.
  Result<void> attach(const TicketId& id, const Blob& blob, const QString& name);
  Result<void> detach(const TicketId& id, const ActivityId& attachment);

 private:
  Result<void> commit(const TicketId& id, ActivityKind kind, const QJsonObject& record);

  Workplace& m_workplace;
  Agent m_actor;
};

/// What is fetched, first come first: all of `asked`, then the newest of open tickets while all of
/// them together have at most `bytesAhead` bytes. Cache thread.
Result<std::vector<WantedBlob>> wantedBlobs(Workplace& workplace, const QList<TicketId>& asked,
                                            qint64 bytesAhead);

}  // namespace yingda
