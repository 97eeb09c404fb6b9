// SPDX-License-Identifier: GPL-3.0-or-later
// What a child does between two kills, known to the child and to the test that judges it.
#pragma once

#include <QByteArray>
#include <QUuid>

#include "core/domain/domain_ids.h"

namespace yingda::test {

inline const AgentId childAgent{QUuid(QStringLiteral("{00000000-0000-7000-8000-0000000000c1}"))};
inline const DraftId childDraft{QUuid(QStringLiteral("{00000000-0000-7000-8000-0000000000d1}"))};

/// Most steps are keystrokes; now and then a number is taken or a ticket saved.
enum class ChildStep { Keystrokes, Number, Save };

inline ChildStep childStep(int index) {
  if (index % 7 == 6) return ChildStep::Save;
  if (index % 7 == 3) return ChildStep::Number;
  return ChildStep::Keystrokes;
}

/// The draft or payload of a step: its name, then typing of 0 to 9 KiB.
inline QByteArray childText(const QByteArray& life, int index) {
  return life + '/' + QByteArray::number(index) + ' ' + QByteArray((index * 337) % 9000, 'y');
}

}  // namespace yingda::test
