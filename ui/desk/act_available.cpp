// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the stage, and what was done in this cycle, into the acts that are open now.
#include "ui/desk/act_available.h"

#include <QCoreApplication>
#include <algorithm>

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

bool isImmediate(ActKind kind) {
  return kind == ActKind::Confirm || kind == ActKind::Tell || kind == ActKind::Arrive ||
         kind == ActKind::Resume;
}

class Offers {
 public:
  explicit Offers(Role role) : m_role(role) {}
  void add(ActKind kind) {
    if (!mayDo(m_role, deedOf(kind))) return;
    m_offers.push_back({kind, actText(kind), actKeyId(kind), isImmediate(kind), false});
  }
  void recommend(ActKind kind) { m_next = kind; }
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
  std::optional<ActKind> m_next;
};

void offerActive(const TicketView& view, Offers& offers) {
  const Stage stage = view.ticket.stage;
  const bool paused = isPaused(view);
  const bool isOut = stage != Stage::Accepted;
  if (!happened(view, ActivityKind::Confirmed)) offers.add(ActKind::Confirm);
  if (!happened(view, ActivityKind::Told)) offers.add(ActKind::Tell);
  offers.add(ActKind::Dispatch);
  if (isOut && !happened(view, ActivityKind::Arrived)) offers.add(ActKind::Arrive);
  if (!happened(view, ActivityKind::Diagnosed)) offers.add(ActKind::Diagnose);
  offers.add(ActKind::Inform);
  offers.add(ActKind::Progress);
  offers.add(ActKind::Urge);
  offers.add(paused ? ActKind::Resume : ActKind::Pause);
  offers.add(ActKind::Solve);
  if (isOut && !view.ticket.department.isEmpty()) offers.add(ActKind::Return);
  offers.add(ActKind::ChangeLevel);
  offers.add(ActKind::ChangeKind);
  offers.add(ActKind::ChangeCategory);
  if (paused) {
    offers.recommend(ActKind::Resume);
  } else if (!isOut || view.ticket.department.isEmpty()) {
    offers.recommend(ActKind::Dispatch);
  } else if (stage == Stage::Dispatched && !happened(view, ActivityKind::Arrived)) {
    offers.recommend(ActKind::Arrive);
  } else {
    offers.recommend(happened(view, ActivityKind::Informed) ? ActKind::Solve : ActKind::Inform);
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
  switch (view.ticket.stage) {
    case Stage::Accepted:
    case Stage::Dispatched:
    case Stage::InProgress:
      offerActive(view, offers);
      break;
    case Stage::AwaitingCallback:
    case Stage::Callback: {
      const bool confirmed = ownerConfirmed(view);
      offers.add(ActKind::CallBack);
      if (confirmed) offers.add(ActKind::Archive);
      offers.add(ActKind::Urge);
      offers.add(ActKind::Reopen);
      offers.recommend(view.ticket.stage == Stage::Callback && confirmed ? ActKind::Archive
                                                                         : ActKind::CallBack);
      break;
    }
    case Stage::Archived:
      offers.add(ActKind::Reopen);
      break;
  }
  return offers.finish();
}

Deed deedOf(ActKind kind) {
  switch (kind) {
    case ActKind::Confirm:
      return Deed::Confirm;
    case ActKind::Tell:
      return Deed::Tell;
    case ActKind::Dispatch:
      return Deed::Dispatch;
    case ActKind::Return:
      return Deed::Return;
    case ActKind::Diagnose:
      return Deed::Diagnose;
    case ActKind::Inform:
      return Deed::Inform;
    case ActKind::Arrive:
      return Deed::Arrive;
    case ActKind::Progress:
      return Deed::Progress;
    case ActKind::Pause:
      return Deed::Pause;
    case ActKind::Resume:
      return Deed::Resume;
    case ActKind::Solve:
      return Deed::Solve;
    case ActKind::CallBack:
      return Deed::CallBack;
    case ActKind::Archive:
      return Deed::Archive;
    case ActKind::Reopen:
      return Deed::Reopen;
    case ActKind::Urge:
      return Deed::Urge;
    case ActKind::ChangeLevel:
      return Deed::ChangeLevel;
    case ActKind::ChangeKind:
      return Deed::ChangeKind;
    case ActKind::ChangeCategory:
      return Deed::ChangeCategory;
  }
  return Deed::AddAgent;
}

QString actText(ActKind kind) {
  switch (kind) {
    case ActKind::Confirm:
      return Acts::tr("受理确认");
    case ActKind::Tell:
      return Acts::tr("流程告知");
    case ActKind::Dispatch:
      return Acts::tr("派单");
    case ActKind::Return:
      return Acts::tr("退单");
    case ActKind::Diagnose:
      return Acts::tr("初步诊断");
    case ActKind::Inform:
      return Acts::tr("方案通报");
    case ActKind::Arrive:
      return Acts::tr("到场");
    case ActKind::Progress:
      return Acts::tr("记进展");
    case ActKind::Pause:
      return Acts::tr("暂停");
    case ActKind::Resume:
      return Acts::tr("恢复计时");
    case ActKind::Solve:
      return Acts::tr("办结");
    case ActKind::CallBack:
      return Acts::tr("回访");
    case ActKind::Archive:
      return Acts::tr("归档");
    case ActKind::Reopen:
      return Acts::tr("重开");
    case ActKind::Urge:
      return Acts::tr("催办 / 补充");
    case ActKind::ChangeLevel:
      return Acts::tr("改级别");
    case ActKind::ChangeKind:
      return Acts::tr("改类型");
    case ActKind::ChangeCategory:
      return Acts::tr("改类别");
  }
  return {};
}

QString actKeyId(ActKind kind) {
  switch (kind) {
    case ActKind::Confirm:
      return QStringLiteral("tick.confirmed");
    case ActKind::Tell:
      return QStringLiteral("tick.told");
    case ActKind::Dispatch:
      return QStringLiteral("ticket.dispatch");
    case ActKind::Progress:
      return QStringLiteral("progress.note");
    case ActKind::Pause:
    case ActKind::Resume:
      return QStringLiteral("ticket.pause");
    case ActKind::Solve:
      return QStringLiteral("ticket.solve");
    case ActKind::CallBack:
      return QStringLiteral("ticket.callback");
    case ActKind::Archive:
      return QStringLiteral("ticket.archive");
    case ActKind::Reopen:
      return QStringLiteral("ticket.reopen");
    case ActKind::Urge:
      return QStringLiteral("ticket.urge");
    case ActKind::ChangeLevel:
      return QStringLiteral("focus.level");
    case ActKind::ChangeKind:
      return QStringLiteral("focus.kind");
    case ActKind::ChangeCategory:
      return QStringLiteral("focus.category");
    case ActKind::Return:
      return QStringLiteral("ticket.return");
    case ActKind::Diagnose:
      return QStringLiteral("ticket.diagnose");
    case ActKind::Inform:
      return QStringLiteral("ticket.inform");
    case ActKind::Arrive:
      return QStringLiteral("ticket.arrive");
  }
  return {};
}

}  // namespace yingda::ui
