// SPDX-License-Identifier: GPL-3.0-or-later
// Ticket numbers: the published check digit, and that no slip of the tongue passes.
#include "core/domain/ticket_number.h"

#include <rapidcheck.h>

#include "tests/runner/printers.h"

using namespace yingda;

TEST_CASE("a ticket number carries Damm's check digit", "[domain]") {
  CHECK(dammDigit(u"572") == 4);
  CHECK(TicketNumber{207, 4213}.text() == QStringLiteral("207-4213-1"));
  CHECK(TicketNumber::parse(u"20742131") == TicketNumber{207, 4213});
  CHECK(TicketNumber::parse(u"２０７－４２１３－１") == TicketNumber{207, 4213});
  CHECK_FALSE(TicketNumber::parse(u"207-4213-2").has_value());
  CHECK_FALSE(TicketNumber::parse(u"K7Q-4213-1").has_value());
  CHECK_FALSE(TicketNumber::parse(u"").has_value());
}

TEST_CASE("every wrong digit and every swap of neighbours is caught", "[domain]") {
  REQUIRE(rc::check([] {
    const TicketNumber number{*rc::gen::element(207, 899, 90017, 99999),
                              *rc::gen::inRange<qint64>(1, 100'000'000)};
    const QString digits = number.digits();
    RC_ASSERT(TicketNumber::parse(digits) == number);
    const int at = *rc::gen::inRange(0, static_cast<int>(digits.size()));
    const int to = *rc::gen::inRange(0, 10);
    QString wrong = digits;
    wrong[at] = QChar(u'0' + to);
    RC_ASSERT(wrong == digits || !TicketNumber::parse(wrong).has_value());
    if (at + 1 < digits.size() && digits[at] != digits[at + 1]) {
      QString swapped = digits;
      std::swap(swapped[at], swapped[at + 1]);
      RC_ASSERT(!TicketNumber::parse(swapped).has_value());
    }
  }));
}
