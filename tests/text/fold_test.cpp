// SPDX-License-Identifier: GPL-3.0-or-later
// Folding: one spelling for every way of typing, and the way back to the source.
#include "core/text/fold.h"

#include <rapidcheck.h>

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

QString randomText() {
  const auto units = *rc::gen::container<std::vector<char16_t>>(rc::gen::oneOf(
      rc::gen::arbitrary<char16_t>(), rc::gen::inRange<char16_t>(0x4E00, 0x9FFF),
      rc::gen::inRange<char16_t>(0xFE00, 0xFFFF), rc::gen::inRange<char16_t>(0x2000, 0x33FF)));
  return QString(reinterpret_cast<const QChar*>(units.data()),
                 static_cast<qsizetype>(units.size()));
}

}  // namespace

TEST_CASE("folding gives one spelling", "[text][fold]") {
  const auto [source, expected] = GENERATE(table<const char*, const char*>({
      {"ＡＢＣ１２３", "abc123"},
      {"３栋２单元１５０２", "3栋2单元1502"},
      {"電梯漏水", "电梯漏水"},
      {"單元門禁壞了", "单元门禁坏了"},
      {"臺灣", "台湾"},
      {"樓頂滲水", "楼顶渗水"},
      {"Hello World", "hello world"},
      {"①②③", "123"},
      {"Ⅲ期", "iii期"},
      {"50㎡", "50m2"},
      {"㍿", "株式会社"},
      {"（0755）", "(0755)"},
      {"，。！？", ",。!?"},
      {"a\u200bb\u200e\ufeffc", "abc"},
      {"漏\u00ad水", "漏水"},
      {"全\u3000角", "全 角"},
      {"ｶﾀｶﾅ", "カタカナ"},
      {"\U0001D7CF\U0001D7D0", "12"},
      {"😀", "😀"},
      {"𨋢", "𨋢"},
      {"", ""},
  }));
  INFO(source);
  CHECK(fold(text(source)) == text(expected));
}

TEST_CASE("folding keeps a NUL and mends a lone surrogate", "[text][fold]") {
  const QString source = QStringLiteral("A") + QChar(u'\0') + QChar(0xD800) + QStringLiteral("B");
  const QString expected = QStringLiteral("a") + QChar(u'\0') + QChar(0xFFFD) + QStringLiteral("b");
  CHECK(fold(source) == expected);
}

TEST_CASE("every folded unit knows its source", "[text][fold]") {
  const FoldedText folded = foldWithOrigins(u"50㎡\u200b電梯");
  CHECK(folded.text == QStringLiteral("50m2电梯"));
  CHECK(folded.origin == std::vector<int>{0, 1, 2, 2, 4, 5, 6});
  CHECK(folded.sourceRange(4, 2) == TextRange{4, 2});
  // Half of ㎡ is all of it, and the invisible character behind it belongs to it.
  CHECK(folded.sourceRange(2, 1) == TextRange{2, 2});
  CHECK(folded.sourceRange(0, 100) == TextRange{0, 6});
  CHECK(folded.sourceRange(-5, 2).length == 0);
  CHECK(foldWithOrigins(u"").origin == std::vector<int>{0});
}

TEST_CASE("folding holds for any text", "[text][fold]") {
  REQUIRE(rc::check("fold is idempotent", [] {
    const QString source = randomText();
    return fold(fold(source)) == fold(source);
  }));
  REQUIRE(rc::check("origins rise and lie inside the source", [] {
    const QString source = randomText();
    const FoldedText folded = foldWithOrigins(source);
    const auto size = static_cast<size_t>(folded.text.size());
    return folded.text == fold(source) && folded.origin.size() == size + 1 &&
           folded.origin.back() == source.size() &&
           std::is_sorted(folded.origin.begin(), folded.origin.end());
  }));
  for (char32_t c = 0; c < 0x30000; ++c) {
    if (QChar::isSurrogate(c)) continue;
    const QString once = fold(QString::fromUcs4(&c, 1));
    if (fold(once) != once) FAIL_CHECK("U+" << std::hex << uint32_t(c));
  }
}

TEST_CASE("folding a hundred characters costs microseconds", "[text][fold]") {
  const QString sentence = QStringLiteral("電梯漏水，请尽快处理！").repeated(10);
  fold(sentence);
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 1000; ++i) REQUIRE(fold(sentence).size() == 110);
  const auto each = (std::chrono::steady_clock::now() - start) / 1000;
  CHECK(each < std::chrono::microseconds(100));
}
