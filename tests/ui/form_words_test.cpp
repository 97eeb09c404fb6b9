// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks while she types: they mark and advise, and nothing happens by itself.
#include <QInputMethodEvent>
#include <QSignalSpy>

#include "tests/ui/form_desk.h"
#include "ui/desk/emotion_chip.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/remark_line.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

/// The form with somebody behind it who lints at once, or later.
struct WordsDesk : FormDesk {
  struct Asked {
    WordingField field;
    QString text;
    int generation;
  };
  std::vector<Asked> asked;
  bool isPrompt = true;
  LintContext context;

  WordsDesk() {
    context.now = sample::now();
    QObject::connect(&form, &TicketForm::remarksAsked, &form,
                     [this](WordingField field, const QString& text, int generation) {
                       asked.push_back({field, text, generation});
                       if (isPrompt) answer(asked.back());
                     });
    form.focusField(QStringLiteral("reply"));
  }
  void answer(const Asked& question) {
    LintContext present = context;
    present.offered = offeredSentences(form.draft().offered);
    form.setRemarks(question.field, question.generation,
                    WordingLint::builtIn().lint(question.text, question.field, present));
  }
  void type(const char* text) {
    for (const QChar c : QString::fromUtf8(text)) {
      QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
      QCoreApplication::sendEvent(form.focusWidget(), &key);
    }
  }
  TextBox* box(const char* name) { return named<TextBox>(name); }
  TextBox* reply() { return box("reply"); }
  RemarkLine* line() { return named<RemarkLine>("remark"); }
  bool isShown() { return line()->isVisible(); }
  QString marked() {
    QStringList words;
    for (const TextWave& wave : reply()->waves()) words << wave.range.selectedText();
    return words.join(u' ');
  }
  void compose(const char* preedit, const char* commit = "") {
    QInputMethodEvent event(QString::fromUtf8(preedit), {});
    event.setCommitString(QString::fromUtf8(commit));
    QCoreApplication::sendEvent(form.focusWidget(), &event);
  }
  std::vector<DraftFact> edits() {
    std::vector<DraftFact> found;
    for (const DraftFact& fact : form.draft().facts) {
      if (fact.kind == ActivityKind::Edited) found.push_back(fact);
    }
    return found;
  }
};

constexpr const char* vague = "师傅可能尽快过去";

}  // namespace

TEST_CASE("a vague sentence gets a wave and one line, and stays as it is", "[form][words]") {
  WordsDesk desk;
  CHECK_FALSE(desk.isShown());
  desk.type(vague);
  CHECK(desk.isShown());
  CHECK_FALSE(desk.marked().isEmpty());
  CHECK(desk.line()->text().contains(QStringLiteral("给您回电")));
  CHECK(desk.reply()->text() == QString::fromUtf8(vague));
  CHECK(desk.reply()->textCursor().position() == 8);
  CHECK(desk.focused() == QStringLiteral("reply"));
  REQUIRE_FALSE(desk.reply()->waves().empty());
  CHECK(desk.reply()->waves().front().ink == Token::Orange);
}

TEST_CASE("the wave is painted under the words and nowhere else", "[form][words]") {
  WordsDesk desk;
  desk.isPrompt = false;
  desk.type(vague);
  const QImage before = desk.reply()->grab().toImage();
  desk.answer(desk.asked.back());
  const QImage after = desk.reply()->grab().toImage();
  int top = after.height();
  int changed = 0;
  for (int y = 0; y < after.height(); ++y) {
    for (int x = 0; x < after.width(); ++x) {
      if (before.pixel(x, y) == after.pixel(x, y)) continue;
      ++changed;
      top = qMin(top, y);
    }
  }
  CHECK(changed > 20);
  // Below the middle of the first line: the strokes are not crossed out.
  CHECK(top > 9 + desk.reply()->fontMetrics().ascent() - 2);
}

TEST_CASE("what the owner said is never asked about", "[form][words]") {
  WordsDesk desk;
  desk.form.focusField(QStringLiteral("request"));
  desk.asked.clear();
  desk.type("你们尽快来，可能是楼上漏的");
  CHECK(desk.asked.empty());
  CHECK_FALSE(desk.isShown());
}

TEST_CASE("a note may be vague and may not be rude", "[form][words]") {
  WordsDesk desk;
  desk.form.focusField(QStringLiteral("note"));
  desk.type("可能是三楼角阀，尽快看");
  CHECK_FALSE(desk.isShown());
  desk.type("。这人神经病");
  CHECK(desk.isShown());
  // Under the note, not under the reply.
  CHECK(desk.line()->y() > desk.box("note")->y());
}

TEST_CASE("an answer to an older text is dropped", "[form][words]") {
  WordsDesk desk;
  desk.isPrompt = false;
  desk.type(vague);
  const WordsDesk::Asked old = desk.asked.back();
  desk.type("了");
  desk.answer(old);
  CHECK_FALSE(desk.isShown());
  CHECK(desk.reply()->waves().empty());
  desk.answer(desk.asked.back());
  CHECK(desk.isShown());
}

TEST_CASE("while an input method composes nothing is marked, moved or taken", "[form][words]") {
  WordsDesk desk;
  desk.isPrompt = false;
  desk.type(vague);
  const size_t asked = desk.asked.size();
  desk.compose("ma'shang");
  CHECK(desk.asked.size() == asked);
  desk.answer(desk.asked.back());
  CHECK_FALSE(desk.isShown());
  CHECK_FALSE(desk.form.acceptRemark());
  CHECK(desk.reply()->preeditText() == QStringLiteral("ma'shang"));
  // Given up: what waited is shown now.
  desk.compose("");
  CHECK(desk.isShown());
  desk.compose("ma");
  desk.compose("", "马上");
  CHECK(desk.asked.back().text == QString::fromUtf8("师傅可能尽快过去马上"));
}

TEST_CASE("accepting puts the rewrite in place of the sentence, and one undo brings hers back",
          "[form][words]") {
  WordsDesk desk;
  desk.type("您好。");
  desk.type(vague);
  desk.type("。谢谢您。");
  const QString hers = desk.reply()->text();
  QTextCursor caret = desk.reply()->textCursor();
  caret.setPosition(6);
  desk.reply()->setTextCursor(caret);
  QSignalSpy accepted(&desk.form, &TicketForm::remarkAccepted);
  REQUIRE(desk.form.acceptRemark());
  const QString now = desk.reply()->text();
  CHECK(now.startsWith(QStringLiteral("您好。")));
  CHECK(now.endsWith(QStringLiteral("谢谢您。")));
  CHECK_FALSE(now.contains(QStringLiteral("尽快")));
  CHECK(desk.reply()->textCursor().position() == now.size() - 4);
  REQUIRE(accepted.count() == 1);
  CHECK(accepted[0][0].value<Remark>().promise == Remark::Promise::Callback);
  CHECK_FALSE(desk.isShown());
  desk.reply()->undo();
  CHECK(desk.reply()->text() == hers);
  CHECK(desk.isShown());
  desk.reply()->redo();
  CHECK(desk.reply()->text() == now);
}

TEST_CASE("neither Tab nor Enter accepts a remark, and its buttons are passed by",
          "[form][words]") {
  WordsDesk desk;
  desk.type(vague);
  desk.press(Qt::Key_Tab);
  CHECK(desk.focused() == QStringLiteral("category"));
  CHECK(desk.reply()->text() == QString::fromUtf8(vague));
  desk.form.focusField(QStringLiteral("reply"));
  desk.press(Qt::Key_Return);
  CHECK(desk.reply()->text() == QString::fromUtf8(vague) + u'\n');
  CHECK(desk.isShown());
}

TEST_CASE("the mouse accepts and ignores without taking the caret away", "[form][words]") {
  WordsDesk desk;
  desk.type(vague);
  auto* snooze = desk.form.findChild<HintButton*>(QStringLiteral("remark.snooze"));
  auto* accept = desk.form.findChild<HintButton*>(QStringLiteral("remark.accept"));
  QTest::mouseClick(snooze, Qt::LeftButton);
  CHECK_FALSE(desk.isShown());
  CHECK(desk.reply()->text() == QString::fromUtf8(vague));
  desk.type("。我们尽量");
  CHECK(desk.isShown());
  QTest::mouseClick(accept, Qt::LeftButton);
  CHECK_FALSE(desk.reply()->text().contains(QStringLiteral("尽量")));
  CHECK(desk.focused() == QStringLiteral("reply"));
}

TEST_CASE("an ignored remark stays away from its sentence in this draft, and is remembered",
          "[form][words]") {
  WordsDesk desk;
  desk.type(vague);
  REQUIRE(desk.form.snoozeRemark());
  CHECK_FALSE(desk.isShown());
  REQUIRE(desk.edits().size() == 1);
  const QJsonObject trace = desk.edits().front().data;
  CHECK(trace[u"wording"].toString() == QStringLiteral("snoozed"));
  CHECK(trace[u"sentence"].toString() == QString::fromUtf8(vague));
  CHECK_FALSE(trace[u"rule"].toString().isEmpty());
  // The draft goes away and comes back.
  const auto kept = decodeDraft(encode(desk.form.draft()));
  REQUIRE(kept);
  desk.form.show(sample::draft());
  desk.form.show(*kept);
  CHECK_FALSE(desk.isShown());
  // Another sentence is remarked again.
  desk.form.focusField(QStringLiteral("reply"));
  desk.press(Qt::Key_End);
  desk.type("，我们尽量");
  CHECK(desk.isShown());
}

TEST_CASE("of two remarks the one at the caret is on the line", "[form][words]") {
  WordsDesk desk;
  desk.type("师傅可能尽快过去。交清物业费才给修。");
  const auto go = [&](int place) {
    QTextCursor caret = desk.reply()->textCursor();
    caret.setPosition(place);
    desk.reply()->setTextCursor(caret);
    return desk.line()->text();
  };
  const QString first = go(2);
  const QString second = go(12);
  CHECK(first != second);
  CHECK(go(1) == first);
  CHECK(desk.reply()->waves().size() == 2);
  CHECK(desk.reply()->waves()[1].ink == Token::Red);
}

TEST_CASE("what a phrase or the script has put in is not remarked", "[form][words]") {
  WordsDesk desk;
  desk.form.insertIntoReply(QString::fromUtf8(vague) + u'。');
  CHECK_FALSE(desk.isShown());
  const auto kept = decodeDraft(encode(desk.form.draft()));
  REQUIRE(kept);
  desk.form.show(*kept);
  CHECK_FALSE(desk.isShown());
  // Her own change of it is hers.
  desk.form.focusField(QStringLiteral("reply"));
  desk.press(Qt::Key_End, Qt::ControlModifier);
  desk.type("我们尽量。");
  CHECK(desk.isShown());
}

TEST_CASE("words that may not be said hold dispatching up once and saving never", "[form][words]") {
  WordsDesk desk;
  TicketDraft draft = sample::draft();
  draft.text.request = QStringLiteral("漏水");
  draft.text.place = QStringLiteral("3栋2单元1502");
  draft.text.contactPhone = QStringLiteral("13812341234");
  draft.text.reply = QStringLiteral("交清物业费才给修。");
  desk.form.show(draft);
  REQUIRE(desk.isShown());
  QSignalSpy saves(&desk.form, &TicketForm::saveAsked);
  QSignalSpy dispatches(&desk.form, &TicketForm::dispatchAsked);
  desk.form.askSave();
  CHECK(saves.count() == 1);
  desk.form.askDispatch();
  CHECK(dispatches.count() == 0);
  CHECK(desk.named<Label>("missing")->isVisible());
  CHECK(desk.named<Label>("missing")->text().contains(QStringLiteral("F6")));
  // An edit in between asks anew.
  desk.form.focusField(QStringLiteral("reply"));
  desk.type("真的");
  CHECK_FALSE(desk.named<Label>("missing")->isVisible());
  desk.form.askDispatch();
  CHECK(dispatches.count() == 0);
  CHECK(desk.edits().empty());
  desk.form.askDispatch();
  CHECK(dispatches.count() == 1);
  REQUIRE(desk.edits().size() == 1);
  CHECK(desk.edits().front().data[u"wording"].toString() == QStringLiteral("kept"));
}

TEST_CASE("a rewrite with a time opens the promise, which exists only after F7 or Enter there",
          "[form][promise]") {
  WordsDesk desk;
  QSignalSpy asked(&desk.form, &TicketForm::promiseAsked);
  PromiseLine* line = desk.form.promiseLine();
  desk.type(vague);
  REQUIRE(desk.form.acceptRemark());
  REQUIRE(line->isOpen());
  // The caret stays in her words, and Enter there is a new line.
  CHECK(desk.focused() == QStringLiteral("reply"));
  desk.press(Qt::Key_Return);
  CHECK(asked.count() == 0);
  CHECK(line->when()->text().contains(u':'));
  CHECK_FALSE(line->what()->text().isEmpty());
  CHECK(desk.form.draft().promises.empty());
  desk.form.askPromise();
  REQUIRE(asked.count() == 1);
  const auto wish = asked[0][0].value<PromiseWish>();
  CHECK(wish.dueAt > sample::now());
  CHECK(wish.dueAt <= sample::now() + std::chrono::minutes(35));
  // It is in the draft when it was made, not when it was asked for.
  CHECK(desk.form.draft().promises.empty());
  Promise promise;
  promise.what = wish.what;
  promise.dueAt = wish.dueAt;
  promise.madeAt = sample::now();
  desk.form.addPromise(promise);
  CHECK_FALSE(line->isOpen());
  REQUIRE(desk.form.draft().promises.size() == 1);
  CHECK(desk.named<Label>("promised")->text().contains(wish.what));
  const auto kept = decodeDraft(encode(desk.form.draft()));
  REQUIRE(kept);
  CHECK(*kept == desk.form.draft());
}

TEST_CASE("the promise line takes the keyboard by F7, gives it back by Esc, and wants a time",
          "[form][promise]") {
  WordsDesk desk;
  QSignalSpy asked(&desk.form, &TicketForm::promiseAsked);
  PromiseLine* line = desk.form.promiseLine();
  desk.form.askPromise();
  REQUIRE(line->isOpen());
  CHECK(desk.focused() == QStringLiteral("promiseWhen"));
  desk.press(Qt::Key_Tab);
  CHECK(desk.focused() == QStringLiteral("promiseWho"));
  desk.press(Qt::Key_Tab);
  CHECK(desk.focused() == QStringLiteral("promiseWhat"));
  desk.press(Qt::Key_Escape);
  CHECK_FALSE(line->isOpen());
  CHECK(desk.focused() == QStringLiteral("reply"));
  CHECK(asked.count() == 0);
  desk.form.askPromise();
  line->when()->setText(QStringLiteral("尽快"));
  desk.press(Qt::Key_Return);
  CHECK(asked.count() == 0);
  CHECK(desk.form.findChild<Label*>(QStringLiteral("promise.problem"))->isVisible());
  line->when()->setText(QStringLiteral("明天 10:00"));
  CHECK_FALSE(desk.form.findChild<Label*>(QStringLiteral("promise.problem"))->isVisible());
  desk.press(Qt::Key_Return);
  CHECK(asked.count() == 1);
}

TEST_CASE("how the owner feels is read, shown with its words, and corrected by hand for good",
          "[form][emotion]") {
  WordsDesk desk;
  int generation = 0;
  QObject::connect(&desk.form, &TicketForm::feelingAsked, &desk.form,
                   [&](const QString& request, int number) {
                     generation = number;
                     desk.form.setFeeling(number, EmotionMeter::builtIn().read(request));
                   });
  QSignalSpy changed(&desk.form, &TicketForm::emotionChanged);
  auto* chip = desk.named<EmotionChip>("emotion");
  CHECK_FALSE(chip->isVisible());
  desk.form.focusField(QStringLiteral("request"));
  desk.type("再不来修我就打12345投诉你们");
  CHECK(desk.form.emotion() == EmotionLevel::Threatening);
  CHECK(chip->isVisible());
  CHECK(chip->toolTip().contains(QStringLiteral("12345")));
  CHECK(chip->accessibleName().contains(QStringLiteral("威胁升级")));
  CHECK(changed.count() >= 1);
  CHECK(desk.form.draft().emotion.isEmpty());
  // An answer about older words is dropped.
  desk.form.setFeeling(generation - 1, EmotionReading());
  CHECK(desk.form.emotion() == EmotionLevel::Threatening);
  QTest::mouseClick(chip, Qt::LeftButton);
  CHECK(desk.form.emotion() == EmotionLevel::Calm);
  CHECK(desk.focused() == QStringLiteral("request"));
  // What a person chose is shown, calm too, and is never written over.
  CHECK(chip->isVisible());
  desk.type("！我要去告你们");
  CHECK(desk.form.emotion() == EmotionLevel::Calm);
  const auto kept = decodeDraft(encode(desk.form.draft()));
  REQUIRE(kept);
  desk.form.show(sample::draft());
  CHECK(desk.form.emotion() == EmotionLevel::Calm);
  CHECK_FALSE(chip->isVisible());
  desk.form.show(*kept);
  CHECK(chip->chosen() == EmotionLevel::Calm);
  desk.form.nextEmotion();
  CHECK(desk.form.emotion() == EmotionLevel::Displeased);
  // It moves nothing else.
  CHECK(desk.form.draft().ticket.level == kept->ticket.level);
  CHECK(desk.form.draft().ticket.kind == kept->ticket.kind);
}
