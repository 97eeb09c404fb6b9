// SPDX-License-Identifier: GPL-3.0-or-later
// The stages' rules: which act from which stage, and what it leaves behind.
#include "core/service/ticket_rules.h"

#include "core/domain/handover.h"
#include "core/domain/sensitive.h"

namespace yingda {

namespace {

Error refused(const QString& why) { return {ErrorCode::Refused, why}; }
Error invalid(const QString& what) { return {ErrorCode::Invalid, what}; }

/// Collects the changes of one act.
class Recorder {
 public:
  explicit Recorder(const ActContext& context)
      : m_context(context), m_ticket(context.ticket), m_text(context.text) {}

  Ticket& ticket() { return m_ticket; }
  TicketText& text() { return m_text; }

  void record(ActivityKind kind, const QJsonObject& data = {}) {
    Activity activity;
    activity.ticket = m_context.ticket.id;
    activity.kind = kind;
    activity.at = m_context.now;
    activity.by = m_context.actor.id;
    activity.byName = staffLabel(m_context.actor);
    activity.data = data;
    m_changes.activities.push_back(std::move(activity));
  }
  /// Stages only rise within a cycle.
  void raiseStage(Stage stage) {
    if (m_ticket.stage < stage) m_ticket.stage = stage;
  }
  ChangeSet finish() {
    if (m_ticket.stage != m_context.ticket.stage || m_ticket.cycle != m_context.ticket.cycle) {
      record(ActivityKind::StageChanged,
             {{QStringLiteral("from"), stageWord(m_context.ticket.stage)},
              {QStringLiteral("to"), stageWord(m_ticket.stage)},
              {QStringLiteral("cycle"), m_ticket.cycle}});
    }
    m_changes.update(ticketFields(), m_ticket.id, m_context.ticket, m_ticket);
    m_changes.update(ticketTextFields(), m_ticket.id, m_context.text, m_text);
    return std::move(m_changes);
  }

 private:
  const ActContext& m_context;
  Ticket m_ticket;
  TicketText m_text;
  ChangeSet m_changes;
};

bool isActive(Stage stage) { return stage < Stage::AwaitingCallback; }

QJsonObject textData(const QString& text) {
  return text.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("text"), text}};
}

/// One overload an act; each answers nothing, or why it may not happen.
struct Acting {
  const ActContext& context;
  Recorder& recorder;

  std::optional<Error> active() const {
    if (isActive(context.ticket.stage)) return std::nullopt;
    return refused(QStringLiteral("stage ") % stageWord(context.ticket.stage));
  }
  std::optional<Error> needText(const QString& text, const char* what) const {
    if (!text.trimmed().isEmpty()) return std::nullopt;
    return invalid(QLatin1String(what));
  }

  std::optional<Error> operator()(const act::Dispatch& dispatch) {
    if (auto error = active()) return error;
    const Department* department = context.starter.department(dispatch.department);
    if (!department) return invalid(QStringLiteral("department"));
    const auto missing = missingToDispatch(context.ticket, context.text);
    if (!missing.isEmpty()) return invalid(QStringLiteral("missing to dispatch"));
    recorder.ticket().department = dispatch.department;
    recorder.ticket().holderName = dispatch.person.trimmed();
    recorder.ticket().holder = AgentId();
    recorder.raiseStage(Stage::Dispatched);
    QJsonObject data{{QStringLiteral("department"), department->name}};
    if (!dispatch.person.trimmed().isEmpty()) {
      data.insert(QStringLiteral("person"), dispatch.person.trimmed());
    }
    recorder.record(ActivityKind::Dispatched, data);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Return& back) {
    if (auto error = active()) return error;
    if (context.ticket.stage == Stage::Accepted) return refused(QStringLiteral("stage 受理"));
    if (auto error = needText(back.reason, "reason")) return error;
    recorder.record(ActivityKind::Returned,
                    {{QStringLiteral("reason"), back.reason},
                     {QStringLiteral("department"), context.ticket.department}});
    // Whoever received it first holds it again: a ticket is never without a holder.
    recorder.ticket().department.clear();
    recorder.ticket().holderName.clear();
    recorder.ticket().holder = keeperOf(context.ticket);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Confirm&) {
    if (auto error = active()) return error;
    recorder.record(ActivityKind::Confirmed);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Tell&) {
    if (auto error = active()) return error;
    recorder.record(ActivityKind::Told);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Diagnose& diagnose) {
    if (auto error = active()) return error;
    if (auto error = needText(diagnose.text, "text")) return error;
    recorder.raiseStage(Stage::InProgress);
    recorder.record(ActivityKind::Diagnosed, textData(diagnose.text));
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Inform& inform) {
    if (auto error = active()) return error;
    if (auto error = needText(inform.text, "text")) return error;
    recorder.record(ActivityKind::Informed, textData(inform.text));
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Arrive&) {
    if (auto error = active()) return error;
    recorder.raiseStage(Stage::InProgress);
    recorder.record(ActivityKind::Arrived);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Progress& progress) {
    if (auto error = active()) return error;
    if (auto error = needText(progress.text, "text")) return error;
    if (context.ticket.stage == Stage::Dispatched) recorder.raiseStage(Stage::InProgress);
    recorder.record(ActivityKind::Progress, textData(progress.text));
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Urge& urge) {
    if (context.ticket.stage == Stage::Archived) return refused(QStringLiteral("stage 归档"));
    QJsonObject data = textData(urge.text);
    if (urge.isOurs) {
      if (!mayDo(context.actor.role, Deed::TakeOver)) {
        return Error{ErrorCode::Forbidden, QStringLiteral("role")};
      }
      data.insert(QStringLiteral("urge"), true);
      recorder.record(ActivityKind::Progress, data);
      return std::nullopt;
    }
    data.insert(QStringLiteral("channel"), channelWord(urge.channel));
    data.insert(QStringLiteral("urge"), true);
    recorder.record(ActivityKind::Contact, data);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Pause& pause) {
    if (auto error = active()) return error;
    if (auto error = needText(pause.reason, "reason")) return error;
    if (pause.until && *pause.until <= context.now) return invalid(QStringLiteral("until"));
    QJsonObject data{{QStringLiteral("reason"), pause.reason}};
    if (const auto known = pauseReasonFromText(pause.reason)) {
      data.insert(QStringLiteral("reason"), pauseReasonCode(*known));
    }
    if (!pause.text.trimmed().isEmpty()) data.insert(QStringLiteral("text"), pause.text.trimmed());
    if (pause.until) data.insert(QStringLiteral("until"), toMs(*pause.until));
    recorder.record(ActivityKind::Pause, data);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Resume&) {
    if (auto error = active()) return error;
    recorder.record(ActivityKind::Resume);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Solve& solve) {
    if (auto error = active()) return error;
    if (auto error = needText(solve.cause, "cause")) return error;
    if (auto error = needText(solve.outcome, "outcome")) return error;
    recorder.text().cause = solve.cause.trimmed();
    recorder.text().outcome = solve.outcome.trimmed();
    recorder.ticket().solution =
        solve.solution.isEmpty() ? QStringLiteral("已解决") : solve.solution;
    recorder.raiseStage(Stage::AwaitingCallback);
    recorder.record(ActivityKind::Solved, {{QStringLiteral("result"), recorder.ticket().solution},
                                           {QStringLiteral("text"), solve.outcome.trimmed()},
                                           {QStringLiteral("confirmed"), solve.ownerConfirmed}});
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::CallBack& call) {
    if (context.ticket.stage != Stage::AwaitingCallback &&
        context.ticket.stage != Stage::Callback) {
      return refused(QStringLiteral("stage ") % stageWord(context.ticket.stage));
    }
    if (call.score && (*call.score < 1 || *call.score > 5)) return invalid(QStringLiteral("score"));
    if (call.nps && (*call.nps < 0 || *call.nps > 10)) return invalid(QStringLiteral("nps"));
    static constexpr const char* words[] = {"solved", "unsolved", "unreachable", "declined"};
    QJsonObject data = textData(call.text);
    data.insert(QStringLiteral("result"), QLatin1String(words[static_cast<int>(call.result)]));
    if (call.score) data.insert(QStringLiteral("score"), *call.score);
    if (call.nps) data.insert(QStringLiteral("nps"), *call.nps);
    recorder.record(ActivityKind::CallbackAttempt, data);
    if (call.result == act::CallBack::Result::Unsolved) {
      reopen(QStringLiteral("回访未解决"));
    } else if (call.result != act::CallBack::Result::Unreachable) {
      recorder.raiseStage(Stage::Callback);
    }
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Archive&) {
    if (context.ticket.stage != Stage::Callback &&
        context.ticket.stage != Stage::AwaitingCallback) {
      return refused(QStringLiteral("stage ") % stageWord(context.ticket.stage));
    }
    if (!isOwnerConfirmed(context.ticket, context.activities)) {
      return refused(QStringLiteral("confirmation"));
    }
    recorder.raiseStage(Stage::Archived);
    recorder.record(ActivityKind::Archived);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Reopen& again) {
    if (isActive(context.ticket.stage)) {
      return refused(QStringLiteral("stage ") % stageWord(context.ticket.stage));
    }
    if (auto error = needText(again.reason, "reason")) return error;
    reopen(again.reason);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::ChangeLevel& change) {
    if (auto error = active()) return error;
    if (change.level == context.ticket.level) return std::nullopt;
    // Making a ticket less urgent slows its clocks, so it needs a reason.
    if (change.level > context.ticket.level) {
      if (auto error = needText(change.reason, "reason")) return error;
    }
    recorder.record(ActivityKind::LevelChanged,
                    {{QStringLiteral("from"), levelColour(context.ticket.level)},
                     {QStringLiteral("to"), levelColour(change.level)},
                     {QStringLiteral("reason"), change.reason}});
    recorder.ticket().level = change.level;
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::ChangeKind& change) {
    if (auto error = active()) return error;
    if (change.kind == context.ticket.kind) return std::nullopt;
    // Turning complaints into repairs is how complaint figures are made to fall.
    if (context.ticket.kind == Kind::Complaint && change.kind == Kind::Repair) {
      if (auto error = needText(change.reason, "reason")) return error;
    }
    recorder.record(ActivityKind::KindChanged,
                    {{QStringLiteral("from"), kindWord(context.ticket.kind)},
                     {QStringLiteral("to"), kindWord(change.kind)},
                     {QStringLiteral("reason"), change.reason}});
    recorder.ticket().kind = change.kind;
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::ChangeCategory& change) {
    if (auto error = active()) return error;
    const Category* category = context.starter.category(change.category);
    if (!category || !category->isLeaf) return invalid(QStringLiteral("category"));
    if (change.category == context.ticket.category) return std::nullopt;
    recorder.record(ActivityKind::CategoryChanged,
                    {{QStringLiteral("from"), context.ticket.category},
                     {QStringLiteral("to"), change.category},
                     {QStringLiteral("name"), category->path}});
    recorder.ticket().category = change.category;
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::OutsideCall& call) {
    const OutsideNumber* number = context.starter.outsideNumber(call.outsideNumber);
    if (!number && call.outsideNumber != u"duty") return invalid(QStringLiteral("number"));
    QJsonObject data = textData(call.text);
    data.insert(QStringLiteral("number"), call.outsideNumber);
    data.insert(QStringLiteral("name"), number ? number->name : QStringLiteral("值班工程师"));
    recorder.record(ActivityKind::OutsideCalled, data);
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::MarkSensitive& mark) {
    if (auto error = active()) return error;
    if (!sensitiveReasons().contains(mark.reason)) return invalid(QStringLiteral("reason"));
    if (mark.reason == context.ticket.sensitive) return std::nullopt;
    recorder.ticket().sensitive = mark.reason;
    recorder.record(ActivityKind::Sensitive, {{QStringLiteral("sensitive"), mark.reason}});
    if (context.ticket.level > Level::Orange) {
      recorder.record(ActivityKind::LevelChanged,
                      {{QStringLiteral("from"), levelColour(context.ticket.level)},
                       {QStringLiteral("to"), levelColour(Level::Orange)}});
      recorder.ticket().level = Level::Orange;
    }
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::LiftSensitive& lift) {
    if (context.ticket.sensitive.isEmpty()) return refused(QStringLiteral("sensitive"));
    if (auto error = needText(lift.reason, "reason")) return error;
    recorder.record(ActivityKind::Sensitive, {{QStringLiteral("was"), context.ticket.sensitive},
                                              {QStringLiteral("reason"), lift.reason.trimmed()}});
    recorder.ticket().sensitive.clear();
    return std::nullopt;
  }
  std::optional<Error> operator()(const act::Reveal& reveal) {
    if (auto error = needText(reveal.purpose, "purpose")) return error;
    recorder.record(ActivityKind::Revealed, {{QStringLiteral("purpose"), reveal.purpose}});
    return std::nullopt;
  }

  void reopen(const QString& reason) {
    recorder.record(ActivityKind::Reopened, {{QStringLiteral("reason"), reason},
                                             {QStringLiteral("cycle"), context.ticket.cycle + 1}});
    Ticket& ticket = recorder.ticket();
    ticket.cycle = context.ticket.cycle + 1;
    ticket.stage = Stage::Accepted;
    ticket.solution.clear();
    ticket.department.clear();
    ticket.holderName.clear();
    ticket.holder = context.actor.id;
  }
};

}  // namespace

QString staffLabel(const Agent& agent) {
  return agent.outsideName.isEmpty() ? agent.staffNumber
                                     : QString(agent.staffNumber % u' ' % agent.outsideName);
}

bool isOwnerConfirmed(const Ticket& ticket, const std::vector<Activity>& activities) {
  Instant cycleStart = ticket.receivedAt;
  for (const Activity& activity : activities) {
    if (activity.kind == ActivityKind::Reopened) cycleStart = std::max(cycleStart, activity.at);
  }
  for (const Activity& activity : activities) {
    if (activity.at < cycleStart) continue;
    const QString result = activity.data[u"result"].toString();
    if (activity.kind == ActivityKind::Solved && activity.data[u"confirmed"].toBool()) return true;
    if (activity.kind == ActivityKind::CallbackAttempt &&
        (result == u"solved" || result == u"declined")) {
      return true;
    }
  }
  return false;
}

namespace {

/// One overload an act: an act without a right does not compile.
struct Needs {
  Deed operator()(const act::Dispatch&) const { return Deed::Dispatch; }
  Deed operator()(const act::Return&) const { return Deed::Return; }
  Deed operator()(const act::Confirm&) const { return Deed::Confirm; }
  Deed operator()(const act::Tell&) const { return Deed::Tell; }
  Deed operator()(const act::Diagnose&) const { return Deed::Diagnose; }
  Deed operator()(const act::Inform&) const { return Deed::Inform; }
  Deed operator()(const act::Arrive&) const { return Deed::Arrive; }
  Deed operator()(const act::Progress&) const { return Deed::Progress; }
  Deed operator()(const act::Urge&) const { return Deed::Urge; }
  Deed operator()(const act::Pause&) const { return Deed::Pause; }
  Deed operator()(const act::Resume&) const { return Deed::Resume; }
  Deed operator()(const act::Solve&) const { return Deed::Solve; }
  Deed operator()(const act::CallBack&) const { return Deed::CallBack; }
  Deed operator()(const act::Archive&) const { return Deed::Archive; }
  Deed operator()(const act::Reopen&) const { return Deed::Reopen; }
  Deed operator()(const act::ChangeLevel&) const { return Deed::ChangeLevel; }
  Deed operator()(const act::ChangeKind&) const { return Deed::ChangeKind; }
  Deed operator()(const act::ChangeCategory&) const { return Deed::ChangeCategory; }
  Deed operator()(const act::OutsideCall&) const { return Deed::OutsideCall; }
  Deed operator()(const act::Reveal&) const { return Deed::Reveal; }
  Deed operator()(const act::MarkSensitive&) const { return Deed::MarkSensitive; }
  Deed operator()(const act::LiftSensitive&) const { return Deed::LiftSensitive; }
};

}  // namespace

Deed deedOf(const act::Any& what) { return std::visit(Needs{}, what); }

Result<ChangeSet> changesOf(const ActContext& context, const act::Any& what) {
  if (!mayDo(context.actor.role, deedOf(what))) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  Recorder recorder(context);
  Acting acting{context, recorder};
  if (const auto error = std::visit(acting, what)) return *error;
  return recorder.finish();
}

}  // namespace yingda
