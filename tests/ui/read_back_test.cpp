// SPDX-License-Identifier: GPL-3.0-or-later
// 复述: the parts, their order, and when they count as said.
#include "ui/desk/read_back.h"

#include "tests/runner/printers.h"
#include "ui/desk/script_run.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

const Instant now = *instantFromIso(u"2026-03-11T15:07:00+08:00");

TicketDraft draft() {
  TicketDraft draft;
  draft.ticket.number = QStringLiteral("20742131");
  draft.text.request = QStringLiteral("厨房下水堵了，水往外冒");
  draft.text.place = QStringLiteral("3栋2单元1502");
  draft.text.contactName = QStringLiteral("王女士");
  draft.text.contactPhone = QStringLiteral("13812341234");
  return draft;
}

ReadBackWords words() {
  return {QStringLiteral("下水堵塞"), QStringLiteral("工程部"), now + std::chrono::hours{1}, now};
}

}  // namespace

TEST_CASE("the parts come in the order of the form, with the number in groups", "[readback]") {
  using What = ReadBackPart::What;
  const auto parts = readBackParts(draft(), words());
  std::vector<What> order;
  order.reserve(parts.size());
  for (const ReadBackPart& part : parts) order.push_back(part.what);
  CHECK(order == std::vector<What>{What::Place, What::Matter, What::When, What::Who, What::Phone,
                                   What::Number});
  const QString said = readBackSentence(parts);
  CHECK(said.contains(QStringLiteral("138 1234 1234")));
  CHECK(said.contains(QStringLiteral("厨房下水堵了")));
  CHECK(said.contains(QStringLiteral("16:07 前工程部到场")));
  CHECK(readBackPart(parts[0]) == QStringLiteral("我跟您核对：地点是3栋2单元1502，对吗？"));
}

TEST_CASE("a promise wins over the standing time, and what is empty is not said", "[readback]") {
  TicketDraft made = draft();
  Promise promise;
  promise.what = QStringLiteral("回电说明进展");
  promise.who = QStringLiteral("小李");
  promise.dueAt = now + std::chrono::minutes{30};
  made.promises.push_back({promise, false});
  CHECK(
      readBackSentence(readBackParts(made, words())).contains(QStringLiteral("15:37 前小李回电")));
  TicketDraft bare;
  CHECK(readBackParts(bare, {}).empty());
  CHECK(readBackSentence({}).isEmpty());
  bare.text.phoneRefused = true;
  CHECK(readBackParts(bare, {}).size() == 1);
  ReadBackWords late = words();
  late.when = now - std::chrono::minutes{1};
  CHECK_FALSE(readBackSentence(readBackParts(draft(), late)).contains(QStringLiteral("到场")));
}

TEST_CASE("it was read back until something that was said is another", "[readback]") {
  TicketDraft made = draft();
  const auto parts = readBackParts(made, words());
  CHECK_FALSE(isReadBack(made, parts));
  made.mark(ActivityKind::Edited, now, readBackRecord(parts));
  CHECK(isReadBack(made, parts));
  made.text.place = QStringLiteral("3栋2单元1503");
  CHECK_FALSE(isReadBack(made, readBackParts(made, words())));
}

TEST_CASE("telephone numbers are said in groups", "[readback]") {
  CHECK(phoneInGroups(QStringLiteral("13812341234")) == QStringLiteral("138 1234 1234"));
  CHECK(phoneInGroups(QStringLiteral("075588991234")) == QStringLiteral("0755 8899 1234"));
  CHECK(phoneInGroups({}).isEmpty());
}

TEST_CASE("a long sentence is cut where one may breathe", "[readback]") {
  CHECK(shortSentences(QStringLiteral("您好，我是8021。您别急，我先派人，再问您几句。")) ==
        QStringList{QStringLiteral("您好，我是8021。"),
                    QStringLiteral("您别急，我先派人，再问您几句。")});
  CHECK(shortSentences(QStringLiteral("我把您说的事情都记下来了一件也没有漏，师傅四点到")) ==
        QStringList{QStringLiteral("我把您说的事情都记下来了一件也没有漏，"),
                    QStringLiteral("师傅四点到")});
  CHECK(shortSentences({}).isEmpty());
}
