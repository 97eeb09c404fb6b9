// SPDX-License-Identifier: GPL-3.0-or-later
// UUIDv7 as RFC 9562 lays out its bits.
#include "core/base/ids.h"

namespace yingda {

QUuid makeUuid7(Instant at, Random& random) {
  QByteArray bytes = random.bytes(16);
  quint64 ms = static_cast<quint64>(toMs(at));
  for (int i = 5; i >= 0; --i, ms >>= 8) bytes[i] = static_cast<char>(ms & 0xff);
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
  return QUuid::fromRfc4122(bytes);
}

}  // namespace yingda
