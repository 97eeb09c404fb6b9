// SPDX-License-Identifier: GPL-3.0-or-later
// Photos, recordings and papers on a ticket: what the records say of them.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/ticket.h"

namespace yingda {

/// An attachment larger than this is refused; the server's door has the same limit.
inline constexpr qint64 attachmentBytesMost = 256 * 1024 * 1024;

enum class AttachmentKind { Photo, Recording, Paper };
QString attachmentKindCode(AttachmentKind kind);  ///< the stored word: photo recording paper

/// What a record of ActivityKind::Attached says.
struct Attachment {
  ActivityId id;      ///< of the record
  QByteArray sha256;  ///< 32 bytes; the content's name in blobs/ and at the server
  QString name;       ///< of the file, clean enough to be written to a disk
  qint64 bytes = 0;
  QString mime;
  AttachmentKind kind = AttachmentKind::Paper;
  QString seat;  ///< the number code of the workstation that attached it
  Instant at{};
  QString byName;
  friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// Nothing when it is no such record, or one that cannot be right: then it is not shown.
std::optional<Attachment> attachmentOf(const Activity& activity);
QJsonObject attachmentRecord(const Attachment& attachment);
/// In the order of the records, without those that were taken off later or never took effect.
std::vector<Attachment> attachmentsOf(const std::vector<Activity>& activities);
/// The record that takes one off.
QJsonObject detachRecord(const Attachment& attachment);

/// The last part of a path without what a file system, a terminal or a list could take amiss; at
/// most 80 characters, the suffix kept. Never empty.
QString cleanFileName(const QString& name);
/// Content type and kind by the name alone: the content may come from anybody.
QString mimeOfName(const QString& name);
AttachmentKind kindOfMime(const QString& mime);
/// Whether a desktop may be asked to open a file of this name. Programs, scripts and links to them
/// are none of it: they are kept, and copied out, and never started from here.
bool isSafeToOpen(const QString& name);

}  // namespace yingda
