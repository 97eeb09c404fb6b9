// SPDX-License-Identifier: GPL-3.0-or-later
// Which acts the life of a ticket allows now, with their words and keys; pure.
#pragma once

#include <QString>
#include <vector>

#include "core/domain/authority.h"
#include "core/domain/starter.h"
#include "core/service/views.h"

namespace yingda::ui {

/// An act with its word, and the verb of the key table that opens it.
struct ActOffer {
  Deed kind = Deed::Urge;
  QString text;
  QString keyId;
  bool isImmediate = false;  ///< needs no panel: asked for by its key alone
  bool isNext = false;       ///< the one that brings the ticket on
  friend bool operator==(const ActOffer&, const ActOffer&) = default;
};

/// The recommended act first, then in the order of a ticket's life. What the role may not do is
/// not among them.
std::vector<ActOffer> availableActs(const TicketView& view, Role role = Role::Agent);
/// The word for one of `ticketActs`.
QString actText(Deed act);
/// The verb of the key table that opens it.
QString actKeyId(Deed act);
bool isPaused(const TicketView& view);

/// 规程 of the ticket's stage and matter, in one line; empty once it is archived.
QString sopText(const Starter& starter, const Ticket& ticket);

}  // namespace yingda::ui
