// SPDX-License-Identifier: GPL-3.0-or-later
// What the comparison of two versions shows, and that it always holds both texts.
#include "core/domain/article_diff.h"

#include <rapidcheck.h>

#include <QStringList>
#include <algorithm>

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

/// "=same -went +came" a line; a changed one as ~ with its pieces.
QString drawn(const char* before, const char* after) {
  QStringList lines;
  for (const DiffLine& line : diffOf(QString::fromUtf8(before), QString::fromUtf8(after))) {
    QString text;
    for (const DiffPiece& piece : line.pieces) {
      if (piece.kind == DiffPiece::Kind::Removed) text += u'[' + piece.text + u']';
      if (piece.kind == DiffPiece::Kind::Added) text += u'{' + piece.text + u'}';
      if (piece.kind == DiffPiece::Kind::Same) text += piece.text;
    }
    if (line.kind == DiffLine::Kind::Same) lines << u'=' + line.before;
    if (line.kind == DiffLine::Kind::Removed) lines << u'-' + line.before;
    if (line.kind == DiffLine::Kind::Added) lines << u'+' + line.after;
    if (line.kind == DiffLine::Kind::Changed) lines << u'~' + text;
  }
  return lines.join(u'|');
}

QString anyText() {
  const auto anyLine = rc::gen::exec([] {
    QString line;
    const int count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
      line += *rc::gen::element(QStringLiteral("阀"), QStringLiteral("门"), QStringLiteral("30"),
                                QStringLiteral(" 分钟"), QStringLiteral("，"), QStringLiteral("bg"),
                                QStringLiteral("𠮷"));
    }
    return line;
  });
  QStringList lines;
  const int count = *rc::gen::inRange(0, 7);
  for (int i = 0; i < count; ++i) lines << *anyLine;
  return lines.join(u'\n');
}

}  // namespace

TEST_CASE("changed words are marked within their line") {
  CHECK(drawn("请业主关阀门；别硬拧。", "请业主关户内总阀；别硬拧。") ==
        u"~请业主关{户内总}阀[门]；别硬拧。");
  CHECK(drawn("工程夜班 1 小时内到场", "工程夜班 30 分钟内到场") ==
        u"~工程夜班 [1]{30} [小时]{分钟}内到场");
  CHECK(drawn("a\n二\nc", "a\nc") == u"=a|-二|=c");
  CHECK(drawn("a\nc", "a\n二\nc") == u"=a|+二|=c");
  CHECK(drawn("", "") == u"=");
  CHECK(drawn("一模一样", "一模一样") == u"=一模一样");
  // Two lines without much in common are no changed line.
  CHECK(drawn("先问人是否安全", "告知下次通报钟点") == u"-先问人是否安全|+告知下次通报钟点");
  CHECK(drawn("第一句话在这里\n第二句话", "新来的一行\n第一句话在那里\n第二句话") ==
        u"+新来的一行|~第一句话在[这]{那}里|=第二句话");
}

TEST_CASE("places that changed are counted once") {
  const auto count = [](const char* before, const char* after) {
    return changesIn(diffOf(QString::fromUtf8(before), QString::fromUtf8(after)));
  };
  CHECK(count("a\nb\nc", "a\nb\nc") == 0);
  CHECK(count("a\nb\nc", "a\nx\ny\nc") == 1);
  CHECK(count("a\nb\nc", "x\nb\ny") == 2);
}

TEST_CASE("a comparison holds both texts and its pieces make up their lines") {
  CHECK(rc::check([] {
    const QString before = anyText();
    const QString after = anyText();
    const auto lines = diffOf(before, after);
    RC_ASSERT(textBefore(lines) == before);
    RC_ASSERT(textAfter(lines) == after);
    for (const DiffLine& line : lines) {
      if (line.kind == DiffLine::Kind::Same) RC_ASSERT(line.before == line.after);
      RC_ASSERT((line.kind == DiffLine::Kind::Changed) == !line.pieces.empty());
      if (line.pieces.empty()) continue;
      RC_ASSERT(line.before != line.after);
      QString left;
      QString right;
      for (const DiffPiece& piece : line.pieces) {
        RC_ASSERT(!piece.text.isEmpty());
        RC_ASSERT(!piece.text.front().isLowSurrogate());
        if (piece.kind != DiffPiece::Kind::Added) left += piece.text;
        if (piece.kind != DiffPiece::Kind::Removed) right += piece.text;
      }
      RC_ASSERT(left == line.before);
      RC_ASSERT(right == line.after);
    }
    RC_ASSERT((changesIn(lines) == 0) == (before == after));
    RC_ASSERT(diffOf(before, before).size() == static_cast<size_t>(before.count(u'\n')) + 1);
  }));
}

TEST_CASE("a very long text is still compared") {
  const QString before = QStringLiteral("行\n").repeated(2'500);
  const QString after = before + QStringLiteral("末");
  const auto lines = diffOf(before, after);
  CHECK(textBefore(lines) == before);
  CHECK(textAfter(lines) == after);
  const QString wide = QStringLiteral("字").repeated(3'000);
  CHECK(textAfter(diffOf(wide, wide + u'尾')) == wide + u'尾');
}
