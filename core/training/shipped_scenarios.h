// SPDX-License-Identifier: GPL-3.0-or-later
// The scenarios that the program brings along.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace yingda {

/// Their texts by id, as they lie in the resources; ids are the names of the files.
QMap<QString, QByteArray> shippedScenarios();

}  // namespace yingda
