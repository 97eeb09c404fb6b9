// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments by their records, and what a name may look like.
#include "core/domain/attachment.h"

#include <QSet>

namespace yingda {

namespace {

constexpr qsizetype shaBytes = 32;
constexpr qsizetype nameMost = 80;
constexpr qsizetype suffixMost = 12;

struct TypeRow {
  const char* suffix;
  const char* mime;
};

// Only what a desktop opens by looking at it is listed: anything else is bytes.
constexpr TypeRow typeRows[] = {
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"png", "image/png"},
    {"gif", "image/gif"},
    {"bmp", "image/bmp"},
    {"webp", "image/webp"},
    {"heic", "image/heic"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"wav", "audio/wav"},
    {"mp3", "audio/mpeg"},
    {"m4a", "audio/mp4"},
    {"aac", "audio/aac"},
    {"ogg", "audio/ogg"},
    {"opus", "audio/ogg"},
    {"amr", "audio/amr"},
    {"flac", "audio/flac"},
    {"mp4", "video/mp4"},
    {"mov", "video/quicktime"},
    {"webm", "video/webm"},
    {"pdf", "application/pdf"},
    {"txt", "text/plain"},
    {"csv", "text/csv"},
    {"doc", "application/msword"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xls", "application/vnd.ms-excel"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
};

const TypeRow* rowOfName(const QString& name) {
  const QString suffix = name.section(u'.', -1).toLower();
  if (suffix.size() == name.size()) return nullptr;
  for (const TypeRow& row : typeRows) {
    if (suffix == QLatin1String(row.suffix)) return &row;
  }
  return nullptr;
}

bool isKept(QChar c) {
  // A name that reads backwards, or has a line break in it, is not what it looks like.
  const auto category = c.category();
  const bool isUnseen = category == QChar::Other_Control || category == QChar::Other_Format ||
                        category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
  return !isUnseen && !QStringView(u"/\\:*?\"<>|").contains(c);
}

std::optional<AttachmentKind> kindFromCode(const QString& code) {
  for (const auto kind :
       {AttachmentKind::Photo, AttachmentKind::Recording, AttachmentKind::Paper}) {
    if (code == attachmentKindCode(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace

QString attachmentKindCode(AttachmentKind kind) {
  switch (kind) {
    case AttachmentKind::Photo:
      return QStringLiteral("photo");
    case AttachmentKind::Recording:
      return QStringLiteral("recording");
    case AttachmentKind::Paper:
      return QStringLiteral("paper");
  }
  return {};
}

std::optional<Attachment> attachmentOf(const Activity& activity) {
  if (activity.kind != ActivityKind::Attached) return std::nullopt;
  Attachment found;
  found.id = activity.id;
  found.sha256 = QByteArray::fromHex(activity.data[u"sha256"].toString().toLatin1());
  found.bytes = activity.data[u"bytes"].toInteger();
  if (found.sha256.size() != shaBytes || found.bytes < 1 || found.bytes > attachmentBytesMost) {
    return std::nullopt;
  }
  // Another seat wrote it: what is said there is cleaned here once more.
  found.name = cleanFileName(activity.data[u"name"].toString());
  found.mime = activity.data[u"mime"].toString().left(100);
  found.kind =
      kindFromCode(activity.data[u"kind"].toString()).value_or(kindOfMime(mimeOfName(found.name)));
  found.seat = activity.data[u"seat"].toString().left(12);
  found.at = activity.at;
  found.byName = activity.byName;
  return found;
}

QJsonObject attachmentRecord(const Attachment& attachment) {
  return {{QStringLiteral("sha256"), QString::fromLatin1(attachment.sha256.toHex())},
          {QStringLiteral("name"), attachment.name},
          {QStringLiteral("bytes"), attachment.bytes},
          {QStringLiteral("mime"), attachment.mime},
          {QStringLiteral("kind"), attachmentKindCode(attachment.kind)},
          {QStringLiteral("seat"), attachment.seat}};
}

std::vector<Attachment> attachmentsOf(const std::vector<Activity>& activities) {
  QSet<QString> off;
  for (const Activity& activity : activities) {
    if (activity.kind == ActivityKind::Detached && !activity.isVoid) {
      off.insert(activity.data[u"of"].toString());
    }
  }
  std::vector<Attachment> list;
  for (const Activity& activity : activities) {
    if (activity.isVoid || off.contains(activity.id.text())) continue;
    if (auto found = attachmentOf(activity)) list.push_back(std::move(*found));
  }
  return list;
}

QJsonObject detachRecord(const Attachment& attachment) {
  return {{QStringLiteral("of"), attachment.id.text()}, {QStringLiteral("name"), attachment.name}};
}

QString cleanFileName(const QString& name) {
  QString clean;
  for (const QChar c : name.section(u'/', -1).section(u'\\', -1)) {
    if (isKept(c)) clean += c;
  }
  clean = clean.simplified();
  while (clean.startsWith(u'.')) clean.remove(0, 1);
  if (clean.size() > nameMost) {
    const QString suffix = clean.section(u'.', -1);
    const bool hasSuffix = suffix.size() <= suffixMost;
    clean = hasSuffix ? QString(clean.left(nameMost - suffix.size() - 1) % u'.' % suffix)
                      : clean.left(nameMost);
  }
  // Half a character is none.
  if (!clean.isEmpty() && clean.back().isHighSurrogate()) clean.chop(1);
  return clean.isEmpty() ? QStringLiteral("file") : clean;
}

QString mimeOfName(const QString& name) {
  const TypeRow* row = rowOfName(name);
  return row ? QLatin1String(row->mime) : QStringLiteral("application/octet-stream");
}

AttachmentKind kindOfMime(const QString& mime) {
  if (mime.startsWith(u"image/")) return AttachmentKind::Photo;
  if (mime.startsWith(u"audio/") || mime.startsWith(u"video/")) return AttachmentKind::Recording;
  return AttachmentKind::Paper;
}

bool isSafeToOpen(const QString& name) { return rowOfName(name) != nullptr; }

}  // namespace yingda
