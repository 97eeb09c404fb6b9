// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers: every written form of one number is the same number, and nothing else is one.
#include "core/text/phone.h"

#include <rapidcheck.h>

#include <chrono>

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QString canonicalOf(QStringView text) {
  const auto number = parsePhone(text);
  return number ? number->canonical : QStringLiteral("none");
}

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

}  // namespace

TEST_CASE("every written form of a mobile number is one number", "[text][phone]") {
  const char* form = GENERATE(
      "13812345678", "138 1234 5678", "138-1234-5678", "1381234 5678", "138 12345678",
      "+8613812345678", "+86 13812345678", "+86 138 1234 5678", "+86-138-1234-5678",
      "(+86)13812345678", "(+86) 138-1234-5678", "+(86)13812345678", "008613812345678",
      "0086 138 1234 5678", "0086-13812345678", "8613812345678", "86-13812345678",
      "86 138 1234 5678", "(86)13812345678", "013812345678", "0 138 1234 5678", "9013812345678",
      "9,013812345678", "913812345678", "9-13812345678", "0013812345678", "1795113812345678",
      "138/1234/5678", "138.1234.5678", "138·1234·5678", "138_1234_5678", "138–1234–5678",
      "138—1234—5678", "１３８１２３４５６７８", "１３８－１２３４－５６７８",
      "＋８６　１３８１２３４５６７８", "138  1234  5678", " 13812345678 ", "\t138\t1234\t5678\n",
      "1 3 8 1 2 3 4 5 6 7 8", "一三八一二三四五六七八", "幺三八 幺二三四 五六七八",
      "一 三 八 一 二 三 四 五 六 七 八", "138一二三四5678", "tel:13812345678",
      "tel:+8613812345678", "tel:+86-138-1234-5678", "TEL://13812345678", "Tel: 138 1234 5678",
      "Mobile:13812345678", "电话:13812345678", "电话：138-1234-5678", "联系电话 13812345678",
      "手机13812345678", "手机号码:１３８ 1234 5678", "张三 13812345678", "王女士(13812345678)",
      "13812345678(王女士)", "13812345678 业主本人", "【13812345678】", "<13812345678>",
      "\"13812345678\"", "'13812345678", "📱13812345678", "13812345678📞", "☎ 138 1234 5678 ☎",
      "\u200b138\u200b12345678", "\u202a13812345678\u202c", "\u200e138\u200f1234\u200e5678",
      "\ufeff13812345678", "138\u00a01234\u00a05678", "138\u20111234\u20115678", "①③⑧12345678",
      "13812345678.0", "13812345678,", "13812345678。", "[138][1234][5678]", "138)1234-5678",
      "138-1234-5678-");
  INFO(form);
  const auto number = parsePhone(text(form));
  REQUIRE(number.has_value());
  CHECK(number->canonical == QStringLiteral("13812345678"));
  CHECK(number->extension.isEmpty());
  CHECK(number->sort == PhoneNumber::Sort::Mobile);
}

TEST_CASE("a NUL inside a number separates like a space", "[text][phone]") {
  const QString withNuls = QStringLiteral("138") + QChar(u'\0') + QStringLiteral("12345678");
  CHECK(canonicalOf(withNuls) == QStringLiteral("13812345678"));
  const QString ended = withNuls + QChar(u'\0');
  CHECK(canonicalOf(ended) == QStringLiteral("13812345678"));
}

TEST_CASE("landlines and service numbers have one spelling", "[text][phone]") {
  using Sort = PhoneNumber::Sort;
  const auto [form, canonical, extension, sort] =
      GENERATE(table<const char*, const char*, const char*, Sort>({
          {"0755-88888888", "0755-88888888", "", Sort::Landline},
          {"075588888888", "0755-88888888", "", Sort::Landline},
          {"(0755)8888 8888", "0755-88888888", "", Sort::Landline},
          {"（0755）88888888", "0755-88888888", "", Sort::Landline},
          {"0755 8888 8888", "0755-88888888", "", Sort::Landline},
          {"0755/88888888", "0755-88888888", "", Sort::Landline},
          {"0755.8888.8888", "0755-88888888", "", Sort::Landline},
          {"+86 755 8888 8888", "0755-88888888", "", Sort::Landline},
          {"+86-0755-88888888", "0755-88888888", "", Sort::Landline},
          {"+86 (0)755 88888888", "0755-88888888", "", Sort::Landline},
          {"8675588888888", "0755-88888888", "", Sort::Landline},
          {"75588888888", "0755-88888888", "", Sort::Landline},
          {"9 0755-88888888", "0755-88888888", "", Sort::Landline},
          {"零七五五八八八八八八八八", "0755-88888888", "", Sort::Landline},
          {"0755-88888888转801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888 转 801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888转八零一", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888分机801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888 分机号:801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888 ext 801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888 Ext. 801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888x801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888#801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888-801", "0755-88888888", "801", Sort::Landline},
          {"0755-88888888,801", "0755-88888888", "801", Sort::Landline},
          {"tel:+86-755-88888888;ext=801", "0755-88888888", "801", Sort::Landline},
          {"010-62345678", "010-62345678", "", Sort::Landline},
          {"01062345678", "010-62345678", "", Sort::Landline},
          {"1062345678", "010-62345678", "", Sort::Landline},
          {"021 6234 5678", "021-62345678", "", Sort::Landline},
          {"0571-8765432", "0571-8765432", "", Sort::Landline},
          {"0951-4123456", "0951-4123456", "", Sort::Landline},
          {"88888888", "88888888", "", Sort::Landline},
          {"8888-8888", "88888888", "", Sort::Landline},
          {"8888 8888", "88888888", "", Sort::Landline},
          {"8765432", "8765432", "", Sort::Landline},
          {"876-5432", "8765432", "", Sort::Landline},
          {"88888888转801", "88888888", "801", Sort::Landline},
          {"026-88888888", "02688888888", "", Sort::Unknown},
          {"+852 9876 5432", "+85298765432", "", Sort::Unknown},
          {"00852-98765432", "+85298765432", "", Sort::Unknown},
          {"+1 (415) 555-2671", "+14155552671", "", Sort::Unknown},
          {"400-800-1234", "4008001234", "", Sort::Service},
          {"4008001234", "4008001234", "", Sort::Service},
          {"400 8001234", "4008001234", "", Sort::Service},
          {"400 800 1234 转 2", "4008001234", "2", Sort::Service},
          {"86-400-800-1234", "4008001234", "", Sort::Service},
          {"800-810-8888", "8008108888", "", Sort::Service},
          {"9 400 800 1234", "4008001234", "", Sort::Service},
          {"95588", "95588", "", Sort::Service},
          {"95105105", "95105105", "", Sort::Service},
          {"12345", "12345", "", Sort::Service},
          {"一二三四五", "12345", "", Sort::Service},
          {"0755-12345", "0755-12345", "", Sort::Service},
          {"96110", "96110", "", Sort::Service},
          {"10086", "10086", "", Sort::Service},
          {"110", "110", "", Sort::Service},
          {"119", "119", "", Sort::Service},
          {"13812345678转1234", "13812345678", "1234", Sort::Mobile},
          {"13812345678-1234", "13812345678", "1234", Sort::Mobile},
          {"19912345678", "19912345678", "", Sort::Mobile},
          {"17012345678", "17012345678", "", Sort::Mobile},
      }));
  INFO(form);
  const auto number = parsePhone(text(form));
  REQUIRE(number.has_value());
  CHECK(number->canonical == text(canonical));
  CHECK(number->extension == text(extension));
  CHECK(number->sort == sort);
}

TEST_CASE("what is no telephone number is refused", "[text][phone]") {
  const char* form = GENERATE(
      "", " ", "abc", "电话", "-13812345678", "=13812345678;", "010-12345678-1", "1502", "3-2-1502",
      "2026-02-13", "12012345678", "1381234567", "138123456789", "https://example.com/13812345678",
      "http://13812345678", "www.13812345678.com", "13812345678@139.com", "abc13812345678",
      "13812345678abc", "¥88888888", "88888888元", "1234567890123456789012345678901234567890",
      "13812345678 13912345678", "13812345678/0755-88888888", "440301199001011234", "0", "00", "+",
      "+86", "转801", "1.38123E+10", "张三", "一二三", "3栋2单元1502 13812345678", "🙂", "()()()",
      "8888888888888", "01234", "06543");
  INFO(form);
  CHECK(canonicalOf(text(form)) == QStringLiteral("none"));
}

TEST_CASE("hostile input is refused quickly", "[text][phone]") {
  const auto before = std::chrono::steady_clock::now();
  CHECK_FALSE(parsePhone(QString(1'000'000, u'1')).has_value());
  CHECK_FALSE(parsePhone(QString(1'000'000, u'-')).has_value());
  const QString late = QString(201, u' ') + QStringLiteral("13812345678");
  CHECK_FALSE(parsePhone(late).has_value());
  CHECK(phonesIn(QString(1'000'000, u'1')).isEmpty());
  CHECK(phonesIn(QString(1'000'000, u'-')).isEmpty());
  CHECK(phonesIn(QStringLiteral("1-").repeated(500'000)).isEmpty());
  CHECK(phonesIn(QStringLiteral("一").repeated(1'000'000)).isEmpty());
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(2));
}

TEST_CASE("numbers are masked by their kind", "[text][phone]") {
  CHECK(maskPhone(QStringLiteral("13812345678")) == QStringLiteral("138****5678"));
  CHECK(maskPhone(QStringLiteral("13812341234")) == QStringLiteral("138****1234"));
  CHECK(maskPhone(QStringLiteral("0755-88888866")) == QStringLiteral("0755-******66"));
  CHECK(maskPhone(QStringLiteral("010-62345678")) == QStringLiteral("010-******78"));
  CHECK(maskPhone(QStringLiteral("88888866")) == QStringLiteral("******66"));
  CHECK(maskPhone(QStringLiteral("4008001234")) == QStringLiteral("4008001234"));
  CHECK(maskPhone(QStringLiteral("12345")) == QStringLiteral("12345"));
  CHECK(maskPhone(QStringLiteral("0755-12345")) == QStringLiteral("0755-12345"));
  CHECK(maskPhone(QStringLiteral("+85298765432")) == QStringLiteral("+85*******32"));
  CHECK(maskPhone(QString()) == QString());
}

TEST_CASE("the suffix of a number has digits only", "[text][phone]") {
  CHECK(phoneSuffix(QStringLiteral("13812345678"), 4) == QStringLiteral("5678"));
  CHECK(phoneSuffix(QStringLiteral("0755-8888"), 5) == QStringLiteral("58888"));
  CHECK(phoneSuffix(QStringLiteral("110"), 4) == QStringLiteral("110"));
  CHECK(phoneSuffix(QStringLiteral("110"), -1).isEmpty());
}

TEST_CASE("numbers are found inside running text", "[text][phone]") {
  const auto [source, expected] = GENERATE(table<const char*, const char*>({
      {"请回电13812345678或0755-88888888转801", "13812345678 0755-88888888"},
      {"3栋2单元1502 138 1234 5678 王女士", "13812345678"},
      {"3-2-1502,138-1234-5678", "13812345678"},
      {"13812345678/13912345678", "13812345678 13912345678"},
      {"13812345678,13812345678", "13812345678"},
      {"业主已打12345投诉，也打过110", "12345 110"},
      {"停车费12345元，面积110平", ""},
      {"拨打4008001234或400-800-1235", "4008001234 4008001235"},
      {"座机88888888无人接", "88888888"},
      {"水表读数88888888", ""},
      {"+86 138 1234 5678 / (0571)8765 4321", "13812345678 0571-87654321"},
      {"身份证440301199001011234", ""},
      {"卡号6222 0212 3456 7890 123", ""},
      {"工单20260213-0042", ""},
      {"一三八一二三四五六七八是我手机", "13812345678"},
      {"SN13812345678", ""},
      {"+852 9876 5432 是香港号", "+85298765432"},
      {"2026-02-13 10:30 来电", ""},
  }));
  INFO(source);
  CHECK(phonesIn(text(source)).join(u' ') == text(expected));
}

TEST_CASE("a canonical number is a fixed point", "[text][phone]") {
  REQUIRE(rc::check("parsePhone(canonical).canonical == canonical", [] {
    const auto alphabet = QStringLiteral("0123456789 -()+转/一三八幺９8x#.");
    const auto letters = *rc::gen::container<std::vector<int>>(
        rc::gen::inRange(0, static_cast<int>(alphabet.size())));
    QString written;
    for (const int letter : letters) written += alphabet[letter];
    const auto number = parsePhone(written);
    if (!number) return true;
    const auto again = parsePhone(number->canonical);
    return again && again->canonical == number->canonical && again->sort == number->sort &&
           again->extension.isEmpty();
  }));
  REQUIRE(rc::check("generated numbers survive random separators", [] {
    QString digits = QStringLiteral("1%1").arg(*rc::gen::inRange(30, 100));
    for (int i = 0; i < 8; ++i) digits += QString::number(*rc::gen::inRange(0, 10));
    QString written;
    for (const QChar digit : digits) {
      written += digit;
      const int gap = *rc::gen::inRange(0, 6);
      if (gap < 3) written += QStringLiteral(" -.")[gap];
    }
    return canonicalOf(written) == digits;
  }));
}

TEST_CASE("random text never breaks the reading of numbers", "[text][phone]") {
  REQUIRE(rc::check("any UTF-16", [] {
    const auto units = *rc::gen::container<std::vector<char16_t>>(rc::gen::arbitrary<char16_t>());
    const QString noise(reinterpret_cast<const QChar*>(units.data()),
                        static_cast<qsizetype>(units.size()));
    const auto number = parsePhone(noise);
    return (!number || !number->canonical.isEmpty()) && phonesIn(noise).size() < 100;
  }));
}
