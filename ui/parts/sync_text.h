// SPDX-License-Identifier: GPL-3.0-or-later
// The words about the shared floor: how this workstation stands to it, what is wrong and what to
// do.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/local_time.h"

namespace yingda::ui {

/// 离线 18 分钟; without an answer ever, or below a minute, 离线 alone. `seen` is the epoch for
/// never.
QString offlineText(Instant seen, Instant now);
/// 14:02 起离线, with the day when it is not today; 还没有连上 when there never was an answer.
QString offlineSinceText(Instant seen, Instant now);
/// 14:02 起, for the status strip; empty when there never was an answer.
QString sinceText(Instant seen, Instant now);
QString offlineWord();     ///< 离线
QString connectingText();  ///< 正在连接
QString syncedText();      ///< 已同步
QString connectedWord();   ///< 已连接
QString unsentText(qint64 operations);
QString conflictsText(int count);
QString refusalsText(int count);
/// The work of before the join on its way up: what is still to go, as operations.
QString pushingText(qint64 operations);
/// The first copy on its way down: what has come, as rows.
QString copyingText(qint64 rows);
/// 备机，至多 12 秒前: where the rows come from that cannot be changed now, and how old they may
/// be.
QString standbyText(Milliseconds age);
/// What a person should know while only a standby answers.
QString standbyAdvice();
/// What a person should know while the server does not answer.
QString offlineCalmText();
/// 12,300: a count as screens show it.
QString countText(qint64 count);

/// A code of SyncView::reason or JoinTest::fault in a few words; unknown codes are an error of the
/// server.
QString troubleText(const QString& reason);
/// What happened and what to do, as whole sentences.
QString troubleAdvice(const QString& reason);
/// False when waiting is enough and the next try may do.
bool needsPerson(const QString& reason);

/// Beyond this the clocks of seat and server are said to differ.
inline constexpr std::chrono::minutes clockOffsetMost{2};
/// `offset` is server minus ours; empty within clockOffsetMost.
QString clockOffsetText(Milliseconds offset);

/// The name of a field of the field table; "holder" names its whole group. An unknown one stays.
QString fieldText(const QByteArray& kind, const QByteArray& field);
/// Why the server did not carry out an operation; other words than our codes are the server's own.
QString refusalText(const QString& reason, bool isParked);

}  // namespace yingda::ui
