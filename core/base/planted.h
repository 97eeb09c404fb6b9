// SPDX-License-Identifier: GPL-3.0-or-later
// Bugs on purpose: a test plants one at a time and sees whether the simulation finds it.
#pragma once

namespace yingda {

/// Where the program can be made wrong. Each names what it does then.
enum class Plant {
  None,
  IgnoreRestore,         ///< a restored server is taken for the old one
  TrustOwnPosition,      ///< what was acknowledged once is never sent again
  ForgetShadow,          ///< a server's row under own work is not kept
  CoverAtReceipt,        ///< own work is taken off the screen before the server's row is there
  ForgetPending,         ///< own work is not laid over at all
  ProjectCovered,        ///< after a first copy the whole journal is laid over it again
  LateCeiling,           ///< pulling goes on where the copy ended, not where it began
  SkipConflicts,         ///< a first copy without the values that lost
  PoisonBlocks,          ///< an operation that cannot be taken is tried for ever
  HideRefusal,           ///< nobody is told of a refused operation
  KeepRefused,           ///< a refused operation's records stay on the screen
  WallClock,             ///< an operation is stamped with the clock as it is
  SendSecrets,           ///< secrets leave the workstation
  ServerForgetsLedger,   ///< an operation that comes again is carried out again
  ServerSplitsPage,      ///< a page of a pull ends inside a transaction
  ServerIgnoresWriters,  ///< a pull reaches beyond transactions that are still open
  ServerStageBack,       ///< the last writer sets the stage
  ServerDropsOrphans,    ///< a record of an unknown ticket is dropped
  ServerSilentVoid,      ///< a record that becomes void is not told again
  ServerMuteRepeat,      ///< a repeated answer leaves out what was refused
  ServerClaimBlind,      ///< a claim goes to whoever asks last
  BeliefOutlivesLease,   ///< a claim is believed longer than the server grants it
  CountChunkEarly,       ///< a chunk counts as brought before the server has said that it has it
  KeepForeign,           ///< a row that went to another site is not forgotten
  KeepScope,             ///< other rights than at the last greeting are not noticed
  ServerIgnoresRights,   ///< a page or a batch is taken though the rights were changed meanwhile
  ReissueAll,            ///< a new seat also sends what the former one had sent
  ReissueNothing,        ///< a new seat sends nothing of what the former one had not
  ServerSilentMove,      ///< a row goes to another site, and nobody is told to forget it
};

#ifdef YINGDA_PLANT
inline Plant plantedBug = Plant::None;
inline bool isPlanted(Plant plant) { return plant == plantedBug; }
#else
constexpr bool isPlanted(Plant /*plant*/) { return false; }
#endif

}  // namespace yingda
