// SPDX-License-Identifier: GPL-3.0-or-later
// The form under hostile input, and beside those who put texts in.
#include "tests/ui/form_desk.h"

using namespace yingda;
using namespace yingda::ui;

TEST_CASE("hostile input is cleaned, bounded and never stops the form", "[form][hostile]") {
  FormDesk desk;
  const QString huge(1 << 20, u'水');
  const QString strange =
      QStringLiteral("a") + QChar(0) + QStringLiteral("\u202e反\u2066😀👨‍👩‍👧");
  desk.form.insertIntoReply(huge);
  desk.form.appendToRequest(strange);
  const TicketDraft draft = desk.form.draft();
  CHECK(draft.text.reply.size() == 200'000);
  CHECK_FALSE(draft.text.request.contains(QChar(0)));
  CHECK_FALSE(draft.text.request.contains(QChar(0x202e)));
  CHECK(draft.text.request.contains(QStringLiteral("😀")));
  desk.form.setVerifiedName(QString(500, u'王'));
  CHECK(desk.form.draft().text.contactName.size() == 500);
  TicketDraft odd = sample::draft();
  odd.text.request = huge.left(200'000);
  odd.text.place = QString(500, u'楼');
  odd.ticket.number = QStringLiteral("not a number");
  odd.ticket.category = QStringLiteral("gone.category");
  odd.ticket.department = QStringLiteral("gone");
  odd.focusField = QStringLiteral("ticketForm.gone");
  odd.caret = -7;
  desk.form.show(odd);
  CHECK(desk.form.draft().ticket.category == QStringLiteral("gone.category"));
  CHECK(desk.form.draft().ticket.department == QStringLiteral("gone"));
  CHECK_FALSE(desk.form.grab().isNull());
}

TEST_CASE("texts are put in without taking what was typed", "[form]") {
  FormDesk desk;
  sample::commit(desk.form.focusWidget(), QStringLiteral("漏水"));
  desk.form.appendToRequest(QStringLiteral("还有异响"));
  CHECK(desk.form.draft().text.request == QStringLiteral("漏水\n还有异响"));
  desk.form.insertIntoReply(QStringLiteral("好的"));
  CHECK(desk.form.draft().text.reply == QStringLiteral("好的"));
  desk.form.setVerifiedName(QStringLiteral("王女士"));
  desk.form.setVerifiedName(QStringLiteral("李先生"));
  CHECK(desk.form.draft().text.contactName == QStringLiteral("王女士"));
  TicketDraft other = desk.form.draft();
  other.text.request = QStringLiteral("旧的");
  other.scriptStep = QStringLiteral("3");
  other.verified = true;
  desk.form.adopt(other);
  CHECK(desk.form.draft().text.request == QStringLiteral("漏水\n还有异响"));
  CHECK(desk.form.draft().scriptStep == QStringLiteral("3"));
  CHECK(desk.form.draft().verified);
}
