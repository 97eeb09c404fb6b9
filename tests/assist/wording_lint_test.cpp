// SPDX-License-Identifier: GPL-3.0-or-later
// What the lint remarks and what it leaves alone; where, and what it offers instead.
#include "core/assist/wording_lint.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "core/assist/lint_rewrite.h"
#include "core/text/spoken_time.h"
#include "tests/assist/random_text.h"
#include "tests/runner/printers.h"

using namespace yingda;
using namespace yingda::test;

namespace {

Instant at(const char* iso) { return *instantFromIso(QString::fromLatin1(iso)); }

LintContext afternoon() {
  LintContext context;
  context.now = at("2026-03-11T15:07:00+08:00");
  return context;
}

std::vector<Remark> lint(const QString& text, WordingField field = WordingField::Reply,
                         const LintContext& context = afternoon()) {
  return WordingLint::builtIn().lint(text, field, context);
}
std::vector<Remark> lint(const char* text, WordingField field = WordingField::Reply,
                         const LintContext& context = afternoon()) {
  return lint(QString::fromUtf8(text), field, context);
}

/// The classes of the remarks, in order: "FV".
QString classesIn(const char* text, WordingField field = WordingField::Reply,
                  const LintContext& context = afternoon()) {
  QString letters;
  for (const Remark& remark : lint(text, field, context))
    letters += wordingClassLetter(remark.wordingClass);
  return letters;
}

bool cutsCharacter(const QString& text, int offset) {
  return offset > 0 && offset < text.size() && text[offset].isLowSurrogate() &&
         text[offset - 1].isHighSurrogate();
}

}  // namespace

TEST_CASE("the owner's own words are never remarked", "[assist][lint]") {
  const char* said = "你们尽快来，可能是楼上张先生家漏的，不来我就投诉！";
  CHECK(lint(said, WordingField::Request).empty());
  CHECK(classesIn("业主说师傅可能尽快过去。").isEmpty());
  CHECK(classesIn("业主反映楼上1602那家天天吵。").isEmpty());
  CHECK(classesIn("您说可能是阀门坏了。").isEmpty());
  CHECK(classesIn("「随便你」这句话我记下了。").isEmpty());
  CHECK(classesIn("“你去告吧。尽快！”这是他的原话。").isEmpty());
  CHECK(classesIn("\"随便你\"是他说的。").isEmpty());
}

TEST_CASE("behind the owner's words our own sentence counts again", "[assist][lint]") {
  CHECK(classesIn("业主说很急。我们会尽快处理。") == u"V");
  CHECK(classesIn("我刚才不是跟您说了吗？") == u"Q");
  CHECK(classesIn("您反映的问题已收到，具体安排稍后通知。") == u"V");
  CHECK(classesIn("“你们快来”，我们会尽快处理。") == u"V");
  // A mark that nobody closes quotes nothing.
  CHECK(classesIn("“我们会尽快处理。") == u"V");
}

TEST_CASE("a note is free to guess, but not to insult or to tell on others", "[assist][lint]") {
  const auto note = WordingField::Note;
  CHECK(classesIn("可能是三楼角阀，尽快看。", note).isEmpty());
  CHECK(classesIn("不归我们管，泵组切换后复查。", note).isEmpty());
  CHECK(classesIn("这户是刁民。", note) == u"E");
  CHECK(classesIn("楼上李先生不开门。", note) == u"P");
  CHECK(classesIn("联系 13912345678。", note) == u"P");
  const auto remarks = lint("这户是刁民。", note);
  REQUIRE(remarks.size() == 1);
  CHECK_FALSE(remarks[0].rewrite.contains(QStringLiteral("您")));
}

TEST_CASE("spoken words are read as an answer is", "[assist][lint]") {
  CHECK(classesIn("那我催一下他们尽快过去", WordingField::Spoken) == u"V");
  CHECK(classesIn("喂你好", WordingField::Spoken) == u"E");
}

TEST_CASE("a person and a time in the same sentence make a promise of it", "[assist][lint]") {
  CHECK(classesIn("我们会抓紧处理。") == u"V");
  CHECK(classesIn("张师傅 15:30 前到，我让他抓紧。").isEmpty());
  CHECK(classesIn("工程部明天上午安排一下。").isEmpty());
  CHECK(classesIn("工程部会安排一下。") == u"V");
  CHECK(classesIn("明天我们安排一下。") == u"V");
  CHECK(classesIn("我 16:00 前到。我们会抓紧。") == u"V");
  CHECK(classesIn("师傅过两天抓紧去。") == u"V");
  CHECK(classesIn("8021 号为您服务，我们会尽快处理。") == u"V");
  CHECK(classesIn("师傅快一点，尽快去。") == u"V");
  CHECK(classesIn("师傅两三天内尽快去。") == u"V");
  // The bad example of the source text: somebody and a day do not mend it.
  CHECK(classesIn("工程部明天开会，具体安排稍后通知。") == u"V");
}

TEST_CASE("each sentence has one remark at most, the gravest", "[assist][lint]") {
  const auto remarks = lint("可能尽快吧，随便你。师傅可能尽快过去！泵组切换，可能停水");
  REQUIRE(remarks.size() == 3);
  CHECK(remarks[0].wordingClass == WordingClass::E);
  CHECK(remarks[0].severity == RemarkSeverity::Hard);
  CHECK(remarks[1].wordingClass == WordingClass::V);
  CHECK(remarks[1].severity == RemarkSeverity::Soft);
  CHECK(remarks[2].wordingClass == WordingClass::F);
  CHECK(remarks[0].sentenceTo <= remarks[1].sentenceFrom);
}

TEST_CASE("offsets are those of what was typed", "[assist][lint]") {
  const QString text = QStringLiteral("　😀您好！ 師傅\u200b可能下午到。好的。");
  const auto remarks = lint(text);
  REQUIRE(remarks.size() == 1);
  const Remark& remark = remarks[0];
  CHECK(remark.text == QStringLiteral("可能"));
  CHECK(text.mid(remark.from, remark.to - remark.from) == remark.text);
  CHECK(text.mid(remark.sentenceFrom, remark.sentenceTo - remark.sentenceFrom) ==
        QStringLiteral("師傅\u200b可能下午到。"));
  CHECK(rewritten(text, remarks) ==
        QStringLiteral("　😀您好！ 我核实后 15:40 前给您回电答复。好的。"));
}

TEST_CASE("a sentence that the script offered is not remarked", "[assist][lint]") {
  LintContext context = afternoon();
  const char* text = "师傅可能尽快过去。我们会抓紧的！";
  CHECK(classesIn(text, WordingField::Reply, context) == u"VV");
  context.offered = offeredSentences({QStringLiteral("您好。師傅可能尽快过去！")});
  CHECK(classesIn(text, WordingField::Reply, context) == u"V");
  CHECK(lint(text, WordingField::Reply, context)[0].text.startsWith(QStringLiteral("抓紧")));
}

TEST_CASE("a rewrite promises a call back when no arrival is known", "[assist][lint]") {
  const auto remarks = lint("师傅会尽快过去。");
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].rewrite == QStringLiteral("我 15:40 前先给您回电说明进展。"));
  CHECK(remarks[0].promise == Remark::Promise::Callback);
  CHECK(remarks[0].promisedAt == at("2026-03-11T15:40:00+08:00"));
  LintContext late = afternoon();
  late.now = at("2026-03-11T23:41:00+08:00");
  CHECK(lint("尽快过去。", WordingField::Reply, late)[0].rewrite.contains(
      QStringLiteral("明天 00:15 前")));
}

TEST_CASE("a rewrite names no arrival earlier than the signed one", "[assist][lint]") {
  LintContext context = afternoon();
  context.engineer = QStringLiteral("张师傅");
  context.standingArrival = at("2026-03-11T17:00:00+08:00");
  const auto rewrite = [&context] {
    return lint("师傅会尽快过去。", WordingField::Reply, context).at(0);
  };
  CHECK(rewrite().rewrite == QStringLiteral("张师傅 17:00 前到，到之前先给您打电话。"));
  context.signedArrival = at("2026-03-11T15:41:20+08:00");
  CHECK(rewrite().rewrite == QStringLiteral("张师傅 15:45 前到，到之前先给您打电话。"));
  CHECK(rewrite().promise == Remark::Promise::Arrival);
  CHECK(rewrite().promisedAt == at("2026-03-11T15:45:00+08:00"));
  // One that is over promises nothing.
  context.signedArrival = at("2026-03-11T15:00:00+08:00");
  CHECK(rewrite().promise == Remark::Promise::Callback);
  context.signedArrival = at("2026-03-13T09:01:00+08:00");
  CHECK(rewrite().rewrite.startsWith(QStringLiteral("张师傅 3 月 13 日 09:05 前到")));
  REQUIRE(rc::check("never earlier, never later than the next five minutes", [&] {
    context.signedArrival = context.now + std::chrono::seconds{*rc::gen::inRange(1, 100'000)};
    const auto promised = rewrite().promisedAt;
    RC_ASSERT(*promised >= *context.signedArrival);
    RC_ASSERT(*promised < *context.signedArrival + std::chrono::minutes{5});
  }));
}

TEST_CASE("the promise line can read the time of a rewrite", "[assist][lint]") {
  for (const char* iso :
       {"2026-03-11T15:45:00+08:00", "2026-03-12T09:00:00+08:00", "2026-03-15T18:05:00+08:00"}) {
    const LintContext context = afternoon();
    const QString spoken = spokenClock(at(iso), context.now);
    INFO(spoken.toStdString());
    CHECK(parseComing(spoken, context.now) == at(iso));
  }
}

TEST_CASE("the caller's own home and name are no secret from the caller", "[assist][lint]") {
  LintContext context = afternoon();
  CHECK(classesIn("您家 3栋2单元1502 我记下了。").isEmpty());
  CHECK(classesIn("是邻居 3栋2单元1502 漏的。") == u"P");
  context.householdAddress = QStringLiteral("云杉府3栋2单元1502");
  context.householdNames = QStringList{QStringLiteral("王秀兰")};
  context.householdPhones = QStringList{QStringLiteral("13812341234")};
  const auto field = WordingField::Reply;
  CHECK(classesIn("您家三栋二单元1502我记下了。", field, context).isEmpty());
  CHECK(classesIn("是 3栋2单元1602 漏的。", field, context) == u"P");
  CHECK(classesIn("楼上 1602 那家漏的。", field, context) == u"P");
  CHECK(classesIn("楼上的事我跟您 1502 的业主说过了。", field, context).isEmpty());
  CHECK(classesIn("您的号码是 138-1234-1234，对吗？", field, context).isEmpty());
  CHECK(classesIn("他的号码是 138-1234-1235。", field, context) == u"P");
  CHECK(classesIn("王女士家的事我来跟。", field, context).isEmpty());
  CHECK(classesIn("这是李女士家的事。", field, context) == u"P");
  CHECK(classesIn("李女士，您好。", field, context).isEmpty());
}

TEST_CASE("numbers for everybody may be told", "[assist][lint]") {
  CHECK(classesIn("要急救请拨打 120，报警 110。").isEmpty());
  CHECK(classesIn("热线是 400-800-1234。").isEmpty());
  CHECK(classesIn("单号是 207-4213-1，您记一下。").isEmpty());
  LintContext context = afternoon();
  CHECK(classesIn("供水公司电话 0755-82137777。", WordingField::Reply, context) == u"P");
  context.publicNumbers = QStringList{QStringLiteral("075582137777")};
  CHECK(classesIn("供水公司电话 0755-82137777。", WordingField::Reply, context).isEmpty());
}

TEST_CASE("money above the limit needs a signature, liability any sum", "[assist][lint]") {
  LintContext context = afternoon();
  const auto field = WordingField::Reply;
  CHECK(classesIn("给您补偿 200 元。", field, context).isEmpty());
  CHECK(classesIn("给您补偿 201 元。", field, context) == u"M");
  CHECK(classesIn("给您补偿两百零一块。", field, context) == u"M");
  CHECK(classesIn("给您减免 0.1 万元。", field, context) == u"M");
  CHECK(classesIn("给您减免 1,500 元。", field, context) == u"M");
  CHECK(classesIn("赔偿金额 50 元。", field, context) == u"M");
  CHECK(classesIn("材料费 1500 元。", field, context).isEmpty());
  CHECK(lint("给您补偿 500 元。", field, context)[0].severity == RemarkSeverity::Approval);
  context.goodwillLimitCents = 50'000;
  CHECK(classesIn("给您补偿 500 元。", field, context).isEmpty());
}

TEST_CASE("while the owner records, nothing is said on who is liable", "[assist][lint]") {
  LintContext context = afternoon();
  const char* text = "这确实是我们的责任，您去告吧。";
  const char* mild = "这确实是我们的责任。";
  const auto field = WordingField::Reply;
  CHECK(classesIn(text, field, context) == u"E");
  CHECK(lint(mild, field, context)[0].severity == RemarkSeverity::Warn);
  context.ownerRecords = true;
  CHECK(lint(mild, field, context)[0].severity == RemarkSeverity::Hard);
}

TEST_CASE("a term is glossed where it stands", "[assist][lint]") {
  const auto remarks = lint("今晚DTU离线了，请您看表。");
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].wordingClass == WordingClass::J);
  CHECK(remarks[0].rewrite ==
        QStringLiteral("今晚DTU（把水表读数传回来的小盒子）离线了，请您看表。"));
  CHECK(remarks[0].promise == Remark::Promise::None);
  CHECK(lint(remarks[0].rewrite).empty());
  CHECK(lint("groups of abstract steps").empty());
}

TEST_CASE("a greeting is mended, its sentence kept", "[assist][lint]") {
  const auto remarks = lint("喂，哪一栋？");
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].rewrite == QStringLiteral("您好，哪一栋？"));
  CHECK(lint("流浪猫要喂吗？").empty());
  CHECK(lint("您好。喂猫的地方我登记。").empty());
}

TEST_CASE("no rewrite is itself remarked", "[assist][lint]") {
  LintContext arriving = afternoon();
  arriving.signedArrival = at("2026-03-11T15:41:00+08:00");
  for (const LintContext& context : {afternoon(), arriving}) {
    for (const LintRule& rule : WordingLint::builtIn().rules()) {
      for (const QString& bad : rule.bad) {
        for (const WordingField field : {WordingField::Reply, WordingField::Note}) {
          const QString mended = rewritten(bad, lint(bad, field, context));
          INFO(rule.id.toStdString() << ": " << mended.toStdString());
          for (const Remark& again : lint(mended, field, context)) {
            FAIL(again.rule.toStdString());
          }
        }
      }
    }
  }
}

TEST_CASE("remarks on any text lie inside it, on whole characters, in order", "[assist][lint]") {
  REQUIRE(rc::check("offsets", [] {
    const QString text = *anyText();
    const auto field = *rc::gen::elementOf(allWordingFields);
    int behind = 0;
    for (const Remark& remark : lint(text, field)) {
      RC_ASSERT(behind <= remark.sentenceFrom);
      RC_ASSERT(remark.sentenceFrom <= remark.from);
      RC_ASSERT(remark.from < remark.to);
      RC_ASSERT(remark.to <= remark.sentenceTo);
      RC_ASSERT(remark.sentenceTo <= text.size());
      RC_ASSERT(remark.text == text.mid(remark.from, remark.to - remark.from));
      for (const int offset : {remark.from, remark.to, remark.sentenceFrom, remark.sentenceTo})
        RC_ASSERT(!cutsCharacter(text, offset));
      RC_ASSERT(!remark.rewrite.isEmpty());
      RC_ASSERT(remark.promisedAt.has_value() == (remark.promise != Remark::Promise::None));
      behind = remark.sentenceTo;
    }
  }));
}

TEST_CASE("with every rewrite taken over nothing may-not-be-said of the same rule is left",
          "[assist][lint]") {
  REQUIRE(rc::check("rewrites", [] {
    const QString text = *anyText();
    const auto field = *rc::gen::elementOf(allWordingFields);
    QSet<QString> rules;
    const auto remarks = lint(text, field);
    for (const Remark& remark : remarks) {
      if (remark.severity == RemarkSeverity::Hard) rules.insert(remark.rule);
    }
    const QString mended = rewritten(text, remarks);
    for (const Remark& again : lint(mended, field)) {
      if (again.severity != RemarkSeverity::Hard) continue;
      RC_LOG() << text.toStdString() << " => " << mended.toStdString() << '\n';
      RC_ASSERT(!rules.contains(again.rule));
    }
  }));
}

TEST_CASE("how long a reply of 500 characters takes is told", "[assist][lint]") {
  QString reply;
  while (reply.size() < 500) {
    reply += QStringLiteral("王老师您好，师傅可能尽快过去，我们尽量安排，您先别着急。");
  }
  reply.truncate(500);
  const LintContext context = afternoon();
  REQUIRE_FALSE(lint(reply, WordingField::Reply, context).empty());
  std::vector<double> spent;
  for (int i = 0; i < 51; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const auto remarks = lint(reply, WordingField::Reply, context);
    spent.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count());
    REQUIRE_FALSE(remarks.empty());
  }
  std::sort(spent.begin(), spent.end());
  std::printf("lint of 500 characters: median %.3f ms, slowest %.3f ms\n", spent[25], spent.back());
}
