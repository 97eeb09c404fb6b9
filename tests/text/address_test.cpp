// SPDX-License-Identifier: GPL-3.0-or-later
// House addresses: every written form of one home has one key, and places outside a home are told
// apart.
#include "core/text/address.h"

#include <rapidcheck.h>

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

/// What the canonical text can carry: community and rest are not part of the key.
Address keyOf(Address address) {
  address.community.clear();
  address.rest.clear();
  if (address.place == Address::Place::Home) {
    address.spot.clear();
    if (!address.room.isEmpty()) address.side.clear();
  }
  return address;
}

bool isFixedPoint(QStringView written) {
  const Address address = parseAddress(written);
  const QString canonical = canonicalAddress(address);
  if (canonical.isEmpty()) return true;
  const Address again = parseAddress(canonical);
  return again == keyOf(address) && canonicalAddress(again) == canonical;
}

/// Field by field on one line, so that a table row can hold it.
QString fields(const Address& address) {
  static const char* const places[] = {"home", "parking", "shop", "common", "unknown"};
  const QStringList parts = {address.community,
                             address.building,
                             address.unit,
                             address.room,
                             address.floor == 0 ? QString() : QString::number(address.floor),
                             address.side,
                             text(places[static_cast<int>(address.place)]),
                             address.spot,
                             address.rest};
  return parts.join(u'|');
}

}  // namespace

TEST_CASE("every written form of one home has one key", "[text][address]") {
  const char* form = GENERATE(
      "3栋2单元1502", "3栋2单元1502室", "3栋2单元1502号", "3栋2单元1502房", "3幢2单元1502",
      "3座2单元1502", "3号楼2单元1502", "3号楼2单元1502室", "3#楼2单元1502", "3#2单元1502",
      "3#2-1502", "3#-2-1502", "3-2-1502", "3 - 2 - 1502", "3/2/1502", "3.2.1502", "3 2 1502",
      "3—2—1502", "３－２－１５０２", "３栋２单元１５０２", "3栋-2单元-1502", "3栋 2单元 1502",
      "3 栋 2 单元 1502 室", "3栋,2单元,1502", "3栋、2单元、1502", "03栋02单元1502",
      "三栋二单元一五〇二", "三栋二单元一五零二", "三栋二单元一千五百零二", "三栋二单元十五零二",
      "三栋二门一五〇二", "三栋二门十五楼零二", "3栋2门1502", "3栋2梯1502", "3栋2单元15楼1502",
      "3栋2单元15楼02室", "3栋2单元15楼2号", "3栋2单元十五层02", "3栋2-1502", "3栋2单元15层1502室",
      "三杠二杠一五零二", "3杠2杠1502", "3-2-15-02", "3-2-15-2", "3楼2单元1502",
      "云杉府3栋2单元1502", "云杉府二期3-2-1502", "您好,我是云杉府3栋2单元1502的业主",
      "我家3栋2单元1502漏水", "3棟2單元1502", "3栋的2单元的1502", "3号楼2门1502", "3栋2座1502",
      "云杉路16号云杉府3栋2单元1502", "\u200b3栋\u200b2单元1502", "3栋2单元1502左手边",
      "3栋2单元1502门口", "3栋楼2单元1502", "3栋2单元 1502,电梯坏了", "3-2-1502号",
      "3栋2单元15F1502");
  INFO(form);
  const Address address = parseAddress(text(form));
  CHECK(canonicalAddress(address) == QStringLiteral("3栋2单元1502"));
  CHECK(address.floor == 15);
  CHECK(address.place == Address::Place::Home);
  CHECK(isFixedPoint(text(form)));
}

TEST_CASE("an address falls into its fields", "[text][address]") {
  const auto [form, expected] = GENERATE(table<const char*, const char*>({
      {"A座15F", "|A|||15||unknown||"},
      {"A座1502", "|A||1502|15||home||"},
      {"A栋1502", "|A||1502|15||home||"},
      {"A-1502", "|A||1502|15||home||"},
      {"A1502", "|A||1502|15||home||"},
      {"16号楼B座", "|16|B||||unknown||"},
      {"16号楼B座1502", "|16|B|1502|15||home||"},
      {"16-B-1502", "|16|B|1502|15||home||"},
      {"16栋B1502", "|16|B|1502|15||home||"},
      {"A3栋1单元302", "|A3|1|302|3||home||"},
      {"3A栋1单元302", "|3A|1|302|3||home||"},
      {"甲座301", "|甲||301|3||home||"},
      {"三栋二门十五楼", "|3|2||15||unknown||"},
      {"三栋二门十五楼左手边", "|3|2||15|左手|home||"},
      {"3栋2单元15楼右户", "|3|2||15|右手|home||"},
      {"3栋2单元15楼中间户", "|3|2||15|中户|home||"},
      {"3栋2单元15楼东户", "|3|2||15|东户|home||"},
      {"3栋2单元302", "|3|2|302|3||home||"},
      {"3栋2单元0302", "|3|2|302|3||home||"},
      {"3栋2单元1502A", "|3|2|1502A|15||home||"},
      {"3栋2单元15A", "|3|2|15A|15||home||"},
      {"3栋12A02", "|3||12A02|12||home||"},
      {"3-1502", "|3||1502|15||home||"},
      {"3栋1502", "|3||1502|15||home||"},
      {"3#1502", "|3||1502|15||home||"},
      {"3-2", "|3|2||||unknown||"},
      {"3-2-5", "|3|2|5|||home||"},
      {"3栋2单元5室", "|3|2|5|||home||"},
      {"3栋2单元", "|3|2||||unknown||"},
      {"3栋", "|3|||||unknown||"},
      {"2单元1502", "||2|1502|15||home||"},
      {"1502", "|||1502|15||home||"},
      {"1502室", "|||1502|15||home||"},
      {"12号302室", "|12||302|3||home||"},
      {"云杉路88弄12号302室", "云杉路88弄|12||302|3||home||"},
      {"一百二十栋九十九单元1502", "|120|99|1502|15||home||"},
      {"二十三栋一单元二三零一", "|23|1|2301|23||home||"},
      {"云杉府二期3栋", "云杉府二期|3|||||unknown||"},
      {"云杉府 3栋2单元1502 漏水三天了", "云杉府|3|2|1502|15||home||漏水三天了"},
      {"地库B1-127", "||||-1||parking|B1-127|"},
      {"B1车位127", "||||-1||parking|B1-127|"},
      {"车位B1-127", "||||-1||parking|B1-127|"},
      {"B1-127车位", "||||-1||parking|B1-127|"},
      {"B1层127号车位", "||||-1||parking|B1-127|"},
      {"负一层127号车位", "||||-1||parking|B1-127|"},
      {"地下一层车位127", "||||-1||parking|B1-127|"},
      {"地下车库B1层127号车位被占", "||||-1||parking|B1-127|被占"},
      {"127号车位", "||||||parking|127|"},
      {"车位一百二十七", "||||||parking|127|"},
      {"地库A区127", "||||||parking|A127|"},
      {"地库A-127", "||||||parking|A127|"},
      {"3栋地库B2-015", "|3|||-2||parking|B2-15|"},
      {"底商8号", "||||||shop|8|"},
      {"底商 8 号", "||||||shop|8|"},
      {"16 号楼 B 座", "|16|B||||unknown||"},
      {"地库 B1-127", "||||-1||parking|B1-127|"},
      {"127 号车位", "||||||parking|127|"},
      {"3 栋 2 单元 1502 室", "|3|2|1502|15||home||"},
      {"三栋 二门 十五楼 左手边", "|3|2||15|左手|home||"},
      {"8号底商", "||||||shop|8|"},
      {"商铺12", "||||||shop|12|"},
      {"商铺A-12", "||||||shop|A12|"},
      {"沿街商铺1-12", "||||||shop|1-12|"},
      {"3栋底商8号漏水", "|3|||||shop|8|漏水"},
      {"3栋底商", "|3|||||shop||"},
      {"3栋2单元电梯厅", "|3|2||||common|电梯厅|"},
      {"3栋2单元15楼电梯厅", "|3|2||15||common|电梯厅|"},
      {"3栋大堂", "|3|||||common|大堂|"},
      {"3栋天台", "|3|||||common|天台|"},
      {"3栋2单元水管井漏水", "|3|2||||common|水管井|漏水"},
      {"3栋楼下的花园", "|3|||||common|花园|"},
      {"3栋2号电梯困人", "|3|||||common|2号电梯|困人"},
      {"3栋15楼楼道灯不亮", "|3|||15||common|楼道|灯不亮"},
      {"3栋15层消防通道", "|3|||15||common|消防通道|"},
      {"3栋东门", "|3|||||common|东门|"},
      {"车库入口", "||||||common|车库入口|"},
      {"地库", "||||||common|地库|"},
      {"地库漏水", "||||||common|地库|漏水"},
      {"泳池", "||||||common|泳池|"},
      {"1号门", "||||||common|1号门|"},
      {"北门", "||||||common|北门|"},
      {"3栋-1层", "|3|||-1||unknown||"},
      {"3栋负一楼大堂", "|3|||-1||common|大堂|"},
      {"3栋2单元1502门口楼道", "|3|2|1502|15||home|楼道|"},
      {"3栋21502", "|3|||||unknown||21502"},
      {"电梯坏了,3栋2单元", "|3|2||||unknown||电梯坏了"},
      {"云杉府", "||||||unknown||云杉府"},
      {"138-1234-5678", "||||||unknown||138-1234-5678"},
      {"2026-02-13", "||||||unknown||2026-02-13"},
      {"漏水2-3天了", "||||||unknown||漏水2-3天了"},
      {"", "||||||unknown||"},
  }));
  INFO(form);
  CHECK(fields(parseAddress(text(form))) == text(expected));
  CHECK(isFixedPoint(text(form)));
}

TEST_CASE("the canonical address names the place", "[text][address]") {
  const auto [form, canonical] = GENERATE(table<const char*, const char*>({
      {"16-B-1502", "16栋B座1502"},
      {"A15F", ""},
      {"A栋15F", "A座15楼"},
      {"地库B1-127", "车位B1-127"},
      {"三栋二门十五楼左手边", "3栋2单元15楼左手"},
      {"底商8号", "商铺8"},
      {"3栋大厅", "3栋大堂"},
      {"3栋地下车库", "3栋地库"},
      {"3-2-5", "3栋2单元5室"},
      {"随便说说", ""},
  }));
  INFO(form);
  if (*canonical != '\0') CHECK(canonicalAddress(parseAddress(text(form))) == text(canonical));
}

TEST_CASE("an address gives the terms of the index", "[text][address]") {
  CHECK(addressTokens(parseAddress(u"云杉府3号楼2单元1502")).join(u' ') ==
        QStringLiteral("3栋 3栋2单元 2单元 1502"));
  CHECK(addressTokens(parseAddress(u"A座15F")).contains(QStringLiteral("a座")));
  CHECK(addressTokens(parseAddress(u"3栋大堂")).join(u' ') == QStringLiteral("3栋 大堂"));
  CHECK(addressTokens(Address()).isEmpty());
}

TEST_CASE("parsing the canonical address changes nothing", "[text][address]") {
  REQUIRE(rc::check("parse(canonical(parse(x))) == parse(x)", [] {
    const QStringList pieces = {
        QStringLiteral("3"),    QStringLiteral("15"),   QStringLiteral("1502"),
        QStringLiteral("0"),    QStringLiteral("栋"),   QStringLiteral("单元"),
        QStringLiteral("号楼"), QStringLiteral("座"),   QStringLiteral("A"),
        QStringLiteral("b"),    QStringLiteral("-"),    QStringLiteral("#"),
        QStringLiteral("楼"),   QStringLiteral("层"),   QStringLiteral("F"),
        QStringLiteral("门"),   QStringLiteral("三"),   QStringLiteral("十"),
        QStringLiteral("二"),   QStringLiteral("室"),   QStringLiteral("号"),
        QStringLiteral("左手"), QStringLiteral("地库"), QStringLiteral("车位"),
        QStringLiteral("B1"),   QStringLiteral("底商"), QStringLiteral("铺"),
        QStringLiteral("大堂"), QStringLiteral("东"),   QStringLiteral("电梯"),
        QStringLiteral(" "),    QStringLiteral("负"),   QStringLiteral("云杉府"),
        QStringLiteral("漏水"), QStringLiteral(","),    QStringLiteral("中户")};
    const auto choices =
        *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(pieces.size())));
    QString written;
    for (const int choice : choices) written += pieces[choice];
    const bool holds = isFixedPoint(written);
    if (!holds) {
      const Address address = parseAddress(written);
      UNSCOPED_INFO(written.toStdString() << " -> " << fields(address).toStdString() << " -> "
                                          << canonicalAddress(address).toStdString());
    }
    return holds;
  }));
}

TEST_CASE("random and long text never breaks the reading of addresses", "[text][address]") {
  REQUIRE(rc::check("any UTF-16", [] {
    const auto units = *rc::gen::container<std::vector<char16_t>>(rc::gen::arbitrary<char16_t>());
    const QString noise(reinterpret_cast<const QChar*>(units.data()),
                        static_cast<qsizetype>(units.size()));
    return isFixedPoint(noise);
  }));
  const QString longText = QStringLiteral("3栋2单元1502") + QString(1'000'000, u'水');
  const Address address = parseAddress(longText);
  CHECK(address.room == QStringLiteral("1502"));
  CHECK(address.rest.size() == 1'000'000);
}
