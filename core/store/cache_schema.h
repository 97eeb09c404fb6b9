// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of cache.db, made from the field tables: a new field is a new column after a rebuild.
#pragma once

#include <QByteArray>
#include <QString>

namespace yingda {

/// Marks the file as ours ("YDC1").
inline constexpr int cacheApplicationId = 0x59444331;
/// The SQL that makes an empty cache.
QString cacheSchema();
/// Changes whenever the schema does; a cache with another hash is rebuilt.
QByteArray cacheSchemaHash();

}  // namespace yingda
