// SPDX-License-Identifier: GPL-3.0-or-later
// The whole table of roles and deeds, each cell written down once more.
#include "core/domain/authority.h"

#include <QSet>

#include "tests/runner/printers.h"

using namespace yingda;

TEST_CASE("every role may do exactly what the table says") {
  // What the clerk of a department may do; everything else on a ticket is the desk's.
  const QSet<int> clerk = [] {
    QSet<int> set;
    for (const Deed deed :
         {Deed::Return, Deed::Diagnose, Deed::Inform, Deed::Arrive, Deed::Progress, Deed::Urge,
          Deed::Pause, Deed::Resume, Deed::Solve, Deed::OutsideCall, Deed::Reveal, Deed::Claim,
          Deed::Attach, Deed::MarkSensitive, Deed::WriteArticle, Deed::Practise}) {
      set.insert(static_cast<int>(deed));
    }
    return set;
  }();
  for (const Deed deed : allDeeds) {
    INFO(static_cast<int>(deed));
    const bool leads = deed == Deed::EditDuty || deed == Deed::TakeOver || deed == Deed::AddAgent ||
                       deed == Deed::LiftSensitive || deed == Deed::ReadSensitive ||
                       deed == Deed::ReviewArticle || deed == Deed::PublishArticle ||
                       deed == Deed::ApproveStatement || deed == Deed::SwitchQuickEntry ||
                       deed == Deed::Train;
    // Who trains or checks quality reads tickets, and has a word in what is taught.
    const bool teaches = deed == Deed::WriteArticle || deed == Deed::ReviewArticle;
    CHECK(mayDo(Role::Agent, deed) == !leads);
    CHECK(mayDo(Role::Handler, deed) == clerk.contains(static_cast<int>(deed)));
    CHECK(mayDo(Role::Supervisor, deed));
    CHECK(mayDo(Role::Administrator, deed));
    const bool trains = deed == Deed::Practise || deed == Deed::Train;
    CHECK(mayDo(Role::Trainer, deed) == (teaches || trains));
    const bool checks = deed == Deed::ReadSensitive;
    CHECK(mayDo(Role::Quality, deed) == (teaches || checks));
  }
  QSet<int> listed;
  for (const Deed deed : allDeeds) listed.insert(static_cast<int>(deed));
  CHECK(listed.size() == static_cast<int>(Deed::Train) + 1);
}
