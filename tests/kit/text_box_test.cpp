// SPDX-License-Identifier: GPL-3.0-or-later
// The editors against hostile input, their limits, and what they say while composing.
#include "ui/kit/text_box.h"

#include <rapidcheck/catch.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "tests/kit/kit_fixture.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/form_field.h"

using namespace yingda::ui;

namespace {

const QString family = QString::fromUtf8("👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿");

QString hostile() {
  return u"漏"_qs + QChar(u'\0') + QChar(char16_t{0x202E}) + u"水"_qs + QChar(char16_t{0x2066}) +
         QChar(char16_t{0xD800}) + QChar(char16_t{0x200B}) + QChar(char16_t{7}) + family;
}

void compose(QWidget* editor, const QString& preedit, const QString& commit = {}) {
  QInputMethodEvent event(preedit, {});
  event.setCommitString(commit);
  QCoreApplication::sendEvent(editor, &event);
}

}  // namespace

TEST_CASE("clean text loses controls, bidi controls and broken surrogates and keeps emoji") {
  CHECK(cleanText(hostile(), Lines::Keep) == u"漏水"_qs + family);
  CHECK(cleanText(u"a\r\nb\rc\td"_qs, Lines::Keep) == u"a\nb\nc\td"_qs);
  CHECK(cleanText(u"a\r\nb\tc"_qs, Lines::Join) == u"a b c"_qs);
  const QString zalgo = u"a"_qs + QString(100, QChar(char16_t{0x0301}));
  CHECK(cleanText(zalgo, Lines::Keep).size() == 9);
}

TEST_CASE("cut text never cuts a visible character") {
  CHECK(cutText(u"漏水了"_qs, 2) == u"漏水"_qs);
  CHECK(cutText(family, 3).isEmpty());
  CHECK(cutText(u"a"_qs + family, 2) == u"a"_qs);
  CHECK(cutText(u"abc"_qs, 0).isEmpty());
}

TEST_CASE("cleaning is idempotent and never grows the text") {
  rc::prop("any units", [](const std::vector<char16_t>& units) {
    const QString text = QString::fromUtf16(units.data(), static_cast<qsizetype>(units.size()));
    const QString once = cleanText(text, Lines::Keep);
    RC_ASSERT(cleanText(once, Lines::Keep) == once);
    RC_ASSERT(once.size() <= text.size());
    RC_ASSERT(!once.contains(QChar(u'\0')));
    RC_ASSERT(once.isValidUtf16());
  });
}

TEST_CASE("pasted, set, typed and committed text is cleaned in both editors") {
  theTheme();
  TextBox box;
  LineBox line;
  QGuiApplication::clipboard()->setText(hostile());
  box.paste();
  line.paste();
  CHECK(box.text() == u"漏水"_qs + family);
  CHECK(line.text() == u"漏水"_qs + family);
  box.setText(hostile());
  line.setText(hostile());
  CHECK(box.text() == u"漏水"_qs + family);
  CHECK(line.text() == u"漏水"_qs + family);
  box.clear();
  line.clear();
  compose(&box, {}, u"水"_qs + QChar(char16_t{0x202E}));
  compose(&line, {}, u"水"_qs + QChar(char16_t{0x202E}));
  CHECK(box.text() == u"水"_qs);
  CHECK(line.text() == u"水"_qs);
}

TEST_CASE("the length limit refuses keys, cuts pastes and says so") {
  theTheme();
  TextBox box;
  box.setLengthLimit(4);
  QSignalSpy hits(&box, &TextBox::limitHit);
  QTest::keyClicks(&box, u"abcdef"_qs);
  CHECK(box.text() == u"abcd"_qs);
  CHECK(hits.count() == 2);
  QTest::keyClick(&box, Qt::Key_Return);
  CHECK(hits.count() == 3);
  box.setText(u"ab"_qs);
  box.insertText(u"cdef"_qs);
  CHECK(box.text() == u"abcd"_qs);
  box.selectAll();
  QTest::keyClicks(&box, u"x"_qs);
  CHECK(box.text() == u"x"_qs);
  compose(&box, {}, u"水管爆了"_qs);
  CHECK(box.text() == u"x水管爆"_qs);
  LineBox line;
  line.setLengthLimit(3);
  QSignalSpy lineHits(&line, &LineBox::limitHit);
  QTest::keyClicks(&line, u"abcd"_qs);
  CHECK(line.text() == u"abc"_qs);
  CHECK(lineHits.count() == 1);
}

TEST_CASE("the content changes with the commit, not with the preedit") {
  theTheme();
  TextBox box;
  box.show();
  QSignalSpy changes(&box, &TextBox::contentChanged);
  QSignalSpy states(&box, &TextBox::composingChanged);
  compose(&box, u"lou"_qs);
  CHECK(box.composing());
  CHECK(box.preeditText() == u"lou"_qs);
  CHECK(changes.isEmpty());
  compose(&box, u"lou shui"_qs);
  compose(&box, {}, u"漏水"_qs);
  CHECK_FALSE(box.composing());
  CHECK(box.preeditText().isEmpty());
  CHECK(changes.count() == 1);
  CHECK(states.count() == 2);
}

TEST_CASE("Tab leaves the editor and the box grows with its lines") {
  theTheme();
  QWidget window;
  window.resize(400, 300);
  auto* column = new QVBoxLayout(&window);
  auto* box = new TextBox;
  auto* next = new LineBox;
  column->addWidget(new FormField(u"业主诉求"_qs, box));
  column->addWidget(next);
  column->addStretch(1);
  showActive(window);
  box->setFocus();
  const int least = box->height();
  QTest::keyClicks(box, u"a"_qs);
  QTest::keyClick(box, Qt::Key_Return);
  CHECK(box->height() == least);
  for (int i = 0; i < 3; ++i) QTest::keyClick(box, Qt::Key_Return);
  CHECK(box->height() > least);
  const int grown = box->height();
  for (int i = 0; i < 30; ++i) QTest::keyClick(box, Qt::Key_Return);
  CHECK(box->height() >= grown);
  CHECK(box->height() < 8 * least);
  QTest::keyClick(box, Qt::Key_Tab);
  CHECK(next->hasFocus());
  CHECK(box->accessibleName() == u"业主诉求"_qs);
}

TEST_CASE("an error of a field is shown, told and taken away") {
  theTheme();
  QWidget window;
  auto* column = new QVBoxLayout(&window);
  auto* line = new LineBox;
  auto* field = new FormField(u"地点"_qs, line);
  column->addWidget(field);
  showActive(window);
  const int plain = field->sizeHint().height();
  field->setError(u"派单前请填写地点。"_qs);
  CHECK(field->sizeHint().height() > plain);
  CHECK(line->accessibleDescription() == u"派单前请填写地点。"_qs);
  field->setError({});
  CHECK(field->sizeHint().height() == plain);
}
