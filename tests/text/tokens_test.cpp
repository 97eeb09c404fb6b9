// SPDX-License-Identifier: GPL-3.0-or-later
// The search tokenizer: exact terms, their places, and laws that hold for any bytes.
#include "core/text/tokens.h"

#include <rapidcheck.h>

#include "core/text/address.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

/// Terms with a + in front of colocated ones.
QString listed(QStringView source, TokenPurpose purpose) {
  QStringList terms;
  for (const Token& token : tokens(source, purpose)) {
    terms.append((token.colocated ? QStringLiteral("+") : QString()) + token.text);
  }
  return terms.join(u' ');
}

struct ByteToken {
  std::string term;
  int start = 0;
  int end = 0;
  bool colocated = false;
};

std::vector<ByteToken> byteTokens(const std::string& bytes, TokenPurpose purpose) {
  std::vector<ByteToken> found;
  const auto take = [](void* context, const char* term, int size, int start, int end,
                       bool colocated) {
    static_cast<std::vector<ByteToken>*>(context)->push_back(
        {std::string(term, static_cast<size_t>(size)), start, end, colocated});
    return 0;
  };
  tokenizeUtf8(bytes.data(), static_cast<int>(bytes.size()), purpose, &found, take);
  return found;
}

bool isOrdered(const std::string& bytes, TokenPurpose purpose) {
  int last = 0;
  bool isFirst = true;
  for (const ByteToken& token : byteTokens(bytes, purpose)) {
    const bool isInside =
        token.start >= 0 && token.start < token.end && token.end <= static_cast<int>(bytes.size());
    if (!isInside || token.term.empty() || token.start < last) return false;
    // The very first term of a text has nothing to be colocated with.
    if (isFirst && token.colocated) return false;
    isFirst = false;
    if (!token.colocated) last = token.start;
  }
  return true;
}

/// Text made of what callers and lists write, far likelier to meet a rule than noise.
QString composed() {
  static const QStringList pieces = {
      QStringLiteral("3"),    QStringLiteral("25"),       QStringLiteral("1502"),
      QStringLiteral("栋"),   QStringLiteral("单元"),     QStringLiteral("号楼"),
      QStringLiteral("座"),   QStringLiteral("A"),        QStringLiteral("b"),
      QStringLiteral("-"),    QStringLiteral("#"),        QStringLiteral(" "),
      QStringLiteral("三"),   QStringLiteral("十"),       QStringLiteral("漏水"),
      QStringLiteral("电梯"), QStringLiteral("138"),      QStringLiteral("13812345678"),
      QStringLiteral("的"),   QStringLiteral("，"),       QStringLiteral("门"),
      QStringLiteral("東"),   QStringLiteral("ｗｉｆｉ"), QStringLiteral("é")};
  const auto choices =
      *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(pieces.size())));
  QString written;
  for (const int choice : choices) written += pieces[choice];
  return written;
}

}  // namespace

TEST_CASE("a document gives characters, pairs, runs and houses", "[text][tokens]") {
  const auto [source, expected] = GENERATE(table<const char*, const char*>({
      {"漏水", "漏 +漏水 水"},
      {"厨房漏水", "厨 +厨房 房 +房漏 漏 +漏水 水"},
      {"漏 水", "漏 水"},
      {"电梯,漏水", "电 +电梯 梯 漏 +漏水 水"},
      {"WiFi6坏了", "wifi 6 坏 +坏了 了"},
      {"ＡＢＣ", "abc"},
      {"電梯", "电 +电梯 梯"},
      {"25栋4单元", "25栋 +25栋4单元 4单元"},
      {"25号楼4单元漏水", "25栋 +25栋4单元 4单元 漏 +漏水 水"},
      {"3栋2单元1502", "3栋 +3栋2单元 2单元 1502"},
      {"3-2-1502", "3栋 +3栋2单元 2单元 1502"},
      {"3#2-1502", "3栋 +3栋2单元 2单元 1502"},
      {"三栋二单元一五零二", "3栋 +3栋2单元 2单元 1502"},
      {"三栋二门", "3栋 +3栋2单元 2单元"},
      {"16号楼B座1502", "16栋 +16栋b座 b座 1502"},
      {"A座1502", "a座 1502"},
      {"25 栋 4 单元", "25栋 +25栋4单元 4单元"},
      {"3栋1502A", "3栋 1502 a"},
      {"4单元", "4单元"},
      {"单元楼", "单 +单元 元 +元楼 楼"},
      {"13812345678", "13812345678 +5678"},
      {"138-1234-5678", "13812345678 +5678"},
      {"138 1234 5678", "13812345678 +5678"},
      {"+8613812345678", "13812345678 +5678"},
      {"013812345678", "13812345678 +5678"},
      {"0755-88888866", "0755 88888866 +8866"},
      {"123456", "123456"},
      {"1234567", "1234567 +4567"},
      {"2-3天", "2 3 天"},
      {"2026-02-13", "2026 02 13"},
      {"漏\u200b水", "漏 +漏水 水"},
      {"𠮷田", "𠮷 +𠮷田 田"},
      {"café", "café"},
      {"😀漏", "漏"},
      {"，。！", ""},
      {"", ""},
  }));
  INFO(source);
  CHECK(listed(text(source), TokenPurpose::Document) == text(expected));
}

TEST_CASE("a query asks for as few terms as possible", "[text][tokens]") {
  const auto [source, expected] = GENERATE(table<const char*, const char*>({
      {"漏", "漏"},
      {"漏水", "漏水"},
      {"厨房漏水", "厨房 房漏 漏水"},
      {"漏水 电梯", "漏水 电梯"},
      {"25栋4单元漏水", "25栋4单元 漏水"},
      {"25 栋 4 单元 漏水", "25栋4单元 漏水"},
      {"25栋漏水", "25栋 漏水"},
      {"3-2-1502", "3栋2单元 1502"},
      {"3栋2", "3栋"},
      {"3栋2单", "3栋"},
      {"3栋2单元", "3栋2单元"},
      {"3栋 漏水 单元", "3栋 漏水"},
      {"单元", "单元"},
      {"单元门", "单元 元门"},
      {"13812345678", "13812345678"},
      {"5678", "5678"},
      {"15", "15"},
      {"ls", "ls"},
      {"漏水 漏水", "漏水"},
      {"   ", ""},
  }));
  INFO(source);
  CHECK(searchTerms(text(source)).join(u' ') == text(expected));
}

TEST_CASE("places are bytes of the source", "[text][tokens]") {
  const auto found = byteTokens("\xEF\xBC\xA1\xE5\xBA\xA7 x", TokenPurpose::Document);
  REQUIRE(found.size() == 2);
  CHECK(found[0].term == "a座");
  CHECK(found[0].start == 0);
  CHECK(found[0].end == 6);
  CHECK(found[1].start == 7);
  const auto phone = byteTokens("\xE7\x94\xB5 13812345678", TokenPurpose::Document);
  REQUIRE(phone.size() == 3);
  CHECK(phone[2].start == 11);
  CHECK(phone[2].end == 15);
}

TEST_CASE("broken bytes separate and break nothing", "[text][tokens]") {
  using namespace std::string_literals;
  const auto terms = [](const std::string& bytes) {
    std::string all;
    for (const ByteToken& token : byteTokens(bytes, TokenPurpose::Document)) {
      all += token.term + "|";
    }
    return all;
  };
  CHECK(terms("ab\0cd"s) == "ab|cd|");
  CHECK(terms("ab\xFF\xFE cd"s) == "ab|cd|");
  CHECK(terms("\xE6\xBC"s) == "");
  CHECK(terms("a\xE6\xBC"s) == "a|");
  CHECK(terms("\xC0\xAF\xED\xA0\x80\xF5\x80\x80\x80x"s) == "x|");
  CHECK(tokenizeUtf8(nullptr, 0, TokenPurpose::Query, nullptr, nullptr) == 0);
  CHECK(terms(std::string(130, 'a')) == std::string(64, 'a') + "|" + std::string(64, 'a') + "|aa|");
}

TEST_CASE("a callback can stop the work", "[text][tokens]") {
  int calls = 0;
  const auto stop = [](void* context, const char*, int, int, int, bool) {
    return ++*static_cast<int*>(context) == 3 ? 42 : 0;
  };
  const std::string source = "漏水漏水漏水";
  const auto size = static_cast<int>(source.size());
  CHECK(tokenizeUtf8(source.data(), size, TokenPurpose::Document, &calls, stop) == 42);
  CHECK(calls == 3);
  calls = 0;
  CHECK(tokenizeUtf8(source.data(), size, TokenPurpose::Query, &calls, stop) == 42);
}

TEST_CASE("laws of the tokenizer", "[text][tokens]") {
  REQUIRE(rc::check("places lie inside the text and rise, any bytes", [] {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    return isOrdered(bytes, TokenPurpose::Document) && isOrdered(bytes, TokenPurpose::Query);
  }));
  REQUIRE(rc::check("places lie inside the text and rise, composed text", [] {
    const std::string bytes = composed().toStdString();
    return isOrdered(bytes, TokenPurpose::Document) && isOrdered(bytes, TokenPurpose::Query);
  }));
  REQUIRE(rc::check("a term of a query cut again gives itself alone", [] {
    for (const QString& term : searchTerms(composed())) {
      const auto again = tokens(term, TokenPurpose::Query);
      if (again.size() != 1 || again.front().text != term) return false;
    }
    return true;
  }));
  REQUIRE(rc::check("a text is found by itself", [] {
    const QString source = composed();
    const auto all = tokens(source, TokenPurpose::Document);
    for (const QString& term : searchTerms(source)) {
      const bool isThere =
          std::any_of(all.begin(), all.end(), [&term](const Token& t) { return t.text == term; });
      if (!isThere) return false;
    }
    return QueryMatcher(source).matches(source);
  }));
}

TEST_CASE("the terms of an address are those of a document", "[text][tokens]") {
  for (const char* form : {"3栋2单元1502", "3-2-1502", "三栋二单元一五零二", "3#2-1502"}) {
    const QStringList terms = addressTokens(parseAddress(text(form)));
    QStringList found;
    for (const Token& token : tokens(text(form), TokenPurpose::Document)) found.append(token.text);
    CHECK(found == terms);
  }
}

TEST_CASE("candidates are verified", "[text][tokens]") {
  const auto [source, query, fits] = GENERATE(table<const char*, const char*, bool>({
      {"厨房漏水管老化", "漏水管", true},
      {"漏水了，水管老化", "漏水管", false},
      {"3号楼2单元1502漏水", "3-2-1502", true},
      {"3号楼1单元1502漏水", "3-2-1502", false},
      {"13号楼2单元1502漏水", "3栋2单元", false},
      {"電梯困人", "电梯", true},
      {"来电138-1234-5678", "13812345678", true},
      {"来电138-1234-5678", "5678", true},
      {"来电138-1234-5678", "56", false},
      {"来电13812345678", "1381", true},
      {"甲栋漏水", "甲座", true},
      {"任何", "", true},
  }));
  INFO(source << " ? " << query);
  CHECK(QueryMatcher(text(query)).matches(text(source)) == fits);
}

TEST_CASE("words of a query are highlighted in the source", "[text][tokens]") {
  using Ranges = std::vector<TextRange>;
  CHECK(matchRanges(u"厨房漏水，又漏水", u"漏水") == Ranges{{2, 2}, {6, 2}});
  CHECK(matchRanges(u"電梯漏水", u"电梯 漏水") == Ranges{{0, 4}});
  CHECK(matchRanges(u"在3号楼2单元1502", u"3-2-1502") == Ranges{{1, 10}});
  CHECK(matchRanges(u"电话13812345678", u"5678") == Ranges{{9, 4}});
  CHECK(matchRanges(u"WiFi 坏了", u"wifi") == Ranges{{0, 4}});
  CHECK(matchRanges(u"漏水", u"").empty());
  CHECK(matchRanges(u"", u"漏水").empty());
}

TEST_CASE("a number is found however it is written, and only where it stands", "[text]") {
  const auto [text, query, isThere] = GENERATE(table<const char*, const char*, bool>({
      {"电话 138-1234-1234 请回电", "13812341234", true},
      {"电话 138 1234 1234 请回电", "1234", true},
      {"三栋二单元1502 漏水", "3栋2单元", true},
      {"3栋2单元一五〇二", "3栋2单元", true},
      {"住在1502的业主", "1502", true},
      {"住在1503的业主", "1502", false},
      {"A座电梯", "a座", true},
      {"车牌粤B12345挡了门", "b12345", true},
      {"车牌挡了门", "b12345", false},
      {"来电 0755-8888 1234", "1234", true},
  }));
  INFO(text << " / " << query);
  const QueryMatcher matcher(QString::fromUtf8(query));
  CHECK(matcher.matches(QString::fromUtf8(text)) == isThere);
  CHECK(!matcher.ranges(QString::fromUtf8(text)).empty() == isThere);
}
