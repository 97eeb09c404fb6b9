// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture of a picture that may come from anybody.
#pragma once

#include <QImage>
#include <QString>

namespace yingda::ui {

/// Decodes at most what fits `box`, upright. Null for what is no photo format, claims more than 100
/// million points, or would need more than 64 MiB while it is read.
/// Thread: any but the UI's; it reads the disk.
QImage thumbnailOf(const QString& path, const QSize& box);

}  // namespace yingda::ui
