// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an operation that are hashed, and how each hash hangs on the one before.
#pragma once

#include <QByteArray>
#include <QStringView>

#include "core/base/result.h"
#include "core/store/journal.h"

namespace yingda {

/// The hash before the first operation.
QByteArray genesisHash();

/// SHA-256 of salt and payload.
QByteArray commitmentOf(const QByteArray& salt, const QByteArray& payload);

/// SHA-256 of the previous hash, the header's bytes and the commitment.
QByteArray chainHash(const QByteArray& previous, const QByteArray& headerBytes,
                     const QByteArray& commitment);

/// What stands in the header bytes of that kind and of no other.
QByteArray headerMarkOf(const QString& kind);
/// One JSON text for one header: fixed order of keys, no spaces, what is false or empty left out.
QByteArray headerBytesOf(const OperationHeader& header);

/// Reads it back; keys of newer programs are passed over. Corrupt when it is no header.
Result<OperationHeader> headerFrom(const QByteArray& bytes);

/// 1 to 40 of a-z 0-9 _ . - : nothing that JSON would have to escape.
bool isOperationKind(QStringView kind);

/// The kind of the operations whose content never leaves the workstation: of those a server gets
/// header and commitment only.
QString secretKind();

/// The kind of the operations that name what was blanked.
QString erasureKind();

}  // namespace yingda
