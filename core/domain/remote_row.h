// SPDX-License-Identifier: GPL-3.0-or-later
// A row as the shared floor hands it down.
#pragma once

#include <QByteArray>
#include <QUuid>

namespace yingda {

/// What the server says of one thing; it is the whole of it, and it is the truth.
struct RemoteRow {
  enum class What {
    Entity,
    Activity,
    Conflict,  ///< a value that lost against another
    Exit,      ///< a thing that is not, or no longer, for this person's eyes
  };
  What what = What::Entity;
  QByteArray kind;
  QUuid id;
  qint64 version = 0;  ///< of an entity; of an activity 1 when it is 未生效
  QByteArray body;     ///< JSON
  friend bool operator==(const RemoteRow&, const RemoteRow&) = default;
};

}  // namespace yingda
