// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the stage, and what was done in this cycle, into the acts that are open now.
#include "ui/desk/act_available.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/invariant.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

/// The context of the translations.
struct Acts {
  Q_DECLARE_TR_FUNCTIONS(Acts)
};

/// Whether it happened since the ticket was last opened.
bool happened(const TicketView& view, ActivityKind kind) {
  bool found = false;
  for (const Activity& activity : view.activities) {
    if (activity.kind == ActivityKind::Reopened) found = false;
    if (activity.kind == kind) found = true;
  }
  return found;
}

/// The owner said so on the spot or in a callback of this cycle.
bool ownerConfirmed(const TicketView& view) {
  bool confirmed = false;
  for (const Activity& activity : view.activities) {
    if (activity.kind == ActivityKind::Reopened) confirmed = false;
    const QString result = activity.data.value(u"result").toString();
    if (activity.kind == ActivityKind::Solved && activity.data.value(u"confirmed").toBool()) {
      confirmed = true;
    }
    if (activity.kind == ActivityKind::CallbackAttempt &&
        (result == u"solved" || result == u"declined")) {
      confirmed = true;
    }
  }
  return confirmed;
}

struct Row {
  Deed act;
  const char* text;
  const char* keyId;
  bool isImmediate;
};

constexpr Row rows[] = {
    {Deed::Confirm, QT_TRANSLATE_NOOP("Acts", "受理确认"), "tick.confirmed", true},
    {Deed::Tell, QT_TRANSLATE_NOOP("Acts", "流程告知"), "tick.told", true},
    {Deed::Dispatch, QT_TRANSLATE_NOOP("Acts", "派单"), "ticket.dispatch", false},
    {Deed::Return, QT_TRANSLATE_NOOP("Acts", "退单"), "ticket.return", false},
    {Deed::Diagnose, QT_TRANSLATE_NOOP("Acts", "初步诊断"), "ticket.diagnose", false},
    {Deed::Inform, QT_TRANSLATE_NOOP("Acts", "方案通报"), "ticket.inform", false},
    {Deed::Arrive, QT_TRANSLATE_NOOP("Acts", "到场"), "ticket.arrive", true},
    {Deed::Progress, QT_TRANSLATE_NOOP("Acts", "记进展"), "progress.note", false},
    {Deed::Pause, QT_TRANSLATE_NOOP("Acts", "暂停"), "ticket.pause", false},
    {Deed::Resume, QT_TRANSLATE_NOOP("Acts", "恢复计时"), "ticket.pause", true},
    {Deed::Solve, QT_TRANSLATE_NOOP("Acts", "办结"), "ticket.solve", false},
    {Deed::CallBack, QT_TRANSLATE_NOOP("Acts", "回访"), "ticket.callback", false},
    {Deed::Archive, QT_TRANSLATE_NOOP("Acts", "归档"), "ticket.archive", false},
    {Deed::Reopen, QT_TRANSLATE_NOOP("Acts", "重开"), "ticket.reopen", false},
    {Deed::Urge, QT_TRANSLATE_NOOP("Acts", "催办 / 补充"), "ticket.urge", false},
    {Deed::ChangeLevel, QT_TRANSLATE_NOOP("Acts", "改级别"), "focus.level", false},
    {Deed::ChangeKind, QT_TRANSLATE_NOOP("Acts", "改类型"), "focus.kind", false},
    {Deed::ChangeCategory, QT_TRANSLATE_NOOP("Acts", "改类别"), "focus.category", false},
};
static_assert(std::size(rows) == ticketActs.size());

const Row& rowOf(Deed act) {
  for (const Row& row : rows) {
    if (row.act == act) return row;
  }
  failInvariant("row exists", "no act on a ticket", __FILE__, __LINE__);
}

class Offers {
 public:
  explicit Offers(Role role) : m_role(role) {}
  void add(Deed act) {
    if (!mayDo(m_role, act)) return;
    m_offers.push_back({act, actText(act), actKeyId(act), rowOf(act).isImmediate, false});
  }
  void recommend(Deed act) { m_next = act; }
  std::vector<ActOffer> finish() {
    const auto next = std::find_if(m_offers.begin(), m_offers.end(),
                                   [this](const ActOffer& offer) { return offer.kind == m_next; });
    if (next != m_offers.end()) {
      next->isNext = true;
      std::rotate(m_offers.begin(), next, next + 1);
    }
    return std::move(m_offers);
  }

 private:
  Role m_role;
  std::vector<ActOffer> m_offers;
  std::optional<Deed> m_next;
};

void offerActive(const TicketView& view, Offers& offers) {
  const Stage stage = view.ticket.stage;
  const bool paused = isPaused(view);
  const bool isOut = stage != Stage::Accepted;
  if (!happened(view, ActivityKind::Confirmed)) offers.add(Deed::Confirm);
  if (!happened(view, ActivityKind::Told)) offers.add(Deed::Tell);
  offers.add(Deed::Dispatch);
  if (isOut && !happened(view, ActivityKind::Arrived)) offers.add(Deed::Arrive);
  if (!happened(view, ActivityKind::Diagnosed)) offers.add(Deed::Diagnose);
  offers.add(Deed::Inform);
  offers.add(Deed::Progress);
  offers.add(Deed::Urge);
  offers.add(paused ? Deed::Resume : Deed::Pause);
  offers.add(Deed::Solve);
  if (isOut && !view.ticket.department.isEmpty()) offers.add(Deed::Return);
  offers.add(Deed::ChangeLevel);
  offers.add(Deed::ChangeKind);
  offers.add(Deed::ChangeCategory);
  if (paused) {
    offers.recommend(Deed::Resume);
  } else if (!isOut || view.ticket.department.isEmpty()) {
    offers.recommend(Deed::Dispatch);
  } else if (stage == Stage::Dispatched && !happened(view, ActivityKind::Arrived)) {
    offers.recommend(Deed::Arrive);
  } else {
    offers.recommend(happened(view, ActivityKind::Informed) ? Deed::Solve : Deed::Inform);
  }
}

}  // namespace

bool isPaused(const TicketView& view) {
  const Activity* pause = nullptr;
  for (const Activity& activity : view.activities) {
    if (activity.kind == ActivityKind::Pause) pause = &activity;
    if (activity.kind == ActivityKind::Resume || activity.kind == ActivityKind::Reopened) {
      pause = nullptr;
    }
  }
  if (!pause) return false;
  // A pause ends by itself at its time; that end is derived, never written.
  const QJsonValue until = pause->data.value(u"until");
  return !until.isDouble() || instantFromMs(until.toInteger()) > view.computedAt;
}

std::vector<ActOffer> availableActs(const TicketView& view, Role role) {
  Offers offers(role);
  if (view.reading == Reading::Closed) {
    // Whoever may not read it can note that its owner has called again, and no more.
    if (view.ticket.stage != Stage::Archived) offers.add(Deed::Urge);
    return offers.finish();
  }
  switch (view.ticket.stage) {
    case Stage::Accepted:
    case Stage::Dispatched:
    case Stage::InProgress:
      offerActive(view, offers);
      break;
    case Stage::AwaitingCallback:
    case Stage::Callback: {
      const bool confirmed = ownerConfirmed(view);
      offers.add(Deed::CallBack);
      if (confirmed) offers.add(Deed::Archive);
      offers.add(Deed::Urge);
      offers.add(Deed::Reopen);
      offers.recommend(view.ticket.stage == Stage::Callback && confirmed ? Deed::Archive
                                                                         : Deed::CallBack);
      break;
    }
    case Stage::Archived:
      offers.add(Deed::Reopen);
      break;
  }
  return offers.finish();
}

QString actText(Deed act) {
  if (act == Deed::LiftSensitive) return Acts::tr("取消敏感来电");
  return Acts::tr(rowOf(act).text);
}

QString actKeyId(Deed act) { return QLatin1String(rowOf(act).keyId); }

QString sopText(const Starter& starter, const Ticket& ticket) {
  if (ticket.stage == Stage::Archived) return {};
  const SopStep* step = starter.sopFor(ticket.stage, ticket.category);
  if (step == nullptr) return {};
  //: The stage, and what is to be done in it.
  return Acts::tr("规程 · %1：%2").arg(stageText(ticket.stage), step->lines.join(u' '));
}

}  // namespace yingda::ui
