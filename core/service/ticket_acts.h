// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of a ticket's life, each a value: the screens, the headless companion and the tests send
// the same.
#pragma once

#include <QString>
#include <optional>
#include <variant>

#include "core/base/local_time.h"
#include "core/domain/domain_ids.h"
#include "core/domain/words.h"

namespace yingda::act {

struct Dispatch {
  QString department;
  QString person;  ///< the field staff's name as spoken, or empty
};
struct Return {
  QString reason;
};
struct Confirm {};  ///< 受理已确认, the number given to the owner
struct Tell {};     ///< 流程已告知
struct Diagnose {
  QString text;
};
struct Inform {  ///< 方案通报: what the owner was told
  QString text;
};
struct Arrive {};
struct Progress {
  QString text;
};
struct Urge {  ///< 催办/补充: the owner reached us again
  QString text;
  Channel channel = Channel::Phone;
  /// 班长催办: who leads the floor urges whoever has it; no word of the owner, so no clock takes
  /// note.
  bool isOurs = false;
};
struct Pause {
  QString reason;  ///< a code of PauseReason, or words
  std::optional<Instant> until;
  QString text = {};  ///< what there is to add to a reason of the list
};
struct Resume {};
struct Solve {
  QString cause;
  QString outcome;
  QString solution;  ///< outcome code; empty is 已解决
  bool ownerConfirmed = false;
};
struct CallBack {
  enum class Result { Solved, Unsolved, Unreachable, Declined };
  Result result = Result::Solved;
  std::optional<int> score;  ///< 1 to 5
  std::optional<int> nps;    ///< 0 to 10
  QString text;
};
struct Archive {};
struct Reopen {
  QString reason;
};
struct ChangeLevel {
  Level level = Level::Yellow;
  QString reason;
};
struct ChangeKind {
  Kind kind = Kind::Repair;
  QString reason;
};
struct ChangeCategory {
  QString category;
};
struct OutsideCall {
  QString outsideNumber;  ///< id of an outside number, or "duty" for the duty engineer told by
                          ///< telephone
  QString text;
};
struct MarkSensitive {  ///< 敏感来电; raises the level to 重大 at least
  QString reason;       ///< a code of sensitiveReasons
};
struct LiftSensitive {
  QString reason;  ///< why it is none, in words
};
struct Reveal {  ///< 看号码, with its purpose
  QString purpose;
};

using Any = std::variant<Dispatch, Return, Confirm, Tell, Diagnose, Inform, Arrive, Progress, Urge,
                         Pause, Resume, Solve, CallBack, Archive, Reopen, ChangeLevel, ChangeKind,
                         ChangeCategory, OutsideCall, Reveal, MarkSensitive, LiftSensitive>;

}  // namespace yingda::act
