// SPDX-License-Identifier: GPL-3.0-or-later
// The size is read and judged before a single point is decoded.
#include "ui/desk/thumbnail.h"

#include <QImageReader>
#include <QList>

namespace yingda::ui {

namespace {

constexpr qint64 pointsMost = 100'000'000;
constexpr int mebibytesMost = 64;

}  // namespace

QImage thumbnailOf(const QString& path, const QSize& box) {
  QImageReader::setAllocationLimit(mebibytesMost);
  QImageReader reader(path);
  reader.setAutoTransform(true);
  static const QList<QByteArray> formats{"jpeg", "jpg", "png", "gif", "bmp", "webp", "tiff"};
  // Drawings are programs in disguise, and are read as anything but small.
  if (!reader.canRead() || !formats.contains(reader.format())) return {};
  const QSize size = reader.size();
  if (size.isEmpty() || qint64{size.width()} * size.height() > pointsMost) return {};
  if (size.width() > box.width() || size.height() > box.height()) {
    reader.setScaledSize(size.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1}));
  }
  return reader.read();
}

}  // namespace yingda::ui
