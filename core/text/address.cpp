// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the parts of an address together, first to last, and stops at the first thing it does not
// know.
#include "core/text/address.h"

#include <algorithm>

#include "core/text/chinese_number.h"
#include "core/text/house_part.h"
#include "core/text/place_part.h"
#include "core/text/tokens.h"

namespace yingda {
namespace {

constexpr qsizetype lengthMax = 500;
constexpr qsizetype communityMax = 24;

/// 1502 is on floor 15, 12A02 on 12, 15A on 15; 0 for shorter rooms.
int floorOfRoom(const QString& room) {
  qsizetype digits = 0;
  while (digits < room.size() && room[digits].isDigit()) ++digits;
  if (digits >= 3) return room.first(digits - 2).toInt();
  return digits < room.size() ? room.first(digits).toInt() : 0;
}

/// Walks over the folded text and fills the address.
/// Owner: parseAddress.
class AddressReader {
 public:
  explicit AddressReader(QStringView source) : m_source(source), m_text(foldScalars(source)) {}

  Address read() {
    const int start = findStart();
    if (start < 0) {
      m_address.rest = m_source.trimmed().toString();
      return m_address;
    }
    m_at = start;
    while (m_at < m_text.size() && readNext()) {
    }
    takePrefix(start);
    takeRest();
    settle();
    return m_address;
  }

 private:
  /// The first strong part (house, parking, shop); else the first floor, common part or marked
  /// room.
  int findStart() const {
    for (int at = 0; at < m_text.size(); ++at) {
      if (isStrongStart(at)) return at;
    }
    for (int at = 0; at < m_text.size(); ++at) {
      if (isWeakStart(at)) return at;
    }
    return isBareRoom() ? 0 : -1;
  }

  bool isStrongStart(int at) const {
    return readParking(m_text, at) || readHouse(m_text, at) || isNumberedShop(at) ||
           readNumberedHouse(at);
  }

  bool isNumberedShop(int at) const {
    const auto shop = readShop(m_text, at);
    return shop && !shop->spot.isEmpty();
  }

  bool isWeakStart(int at) const {
    return readFloor(m_text, at) || readShop(m_text, at) || readCommonPart(m_text, at) ||
           isMarkedRoom(at);
  }

  bool isMarkedRoom(int at) const {
    const auto room = isLabelStart(m_text, at) ? readRoom(m_text, at) : std::nullopt;
    if (!room || room->value.size() < 3) return false;
    const char32_t last = m_text.at(room->end - 1);
    return last == U'室' || last == U'房' || last == U'户';
  }

  bool isBareRoom() const {
    const auto room = readRoom(m_text, 0);
    return room && room->end == m_text.size() && room->value.size() >= 3;
  }

  /// 12号302室: without 楼 only in front of a unit or room, because streets have numbers too.
  std::optional<House> readNumberedHouse(int at) const {
    const auto label = readLabel(m_text, at);
    if (!label || m_text.at(label->end) != U'号' || m_text.at(at - 1) == U'月') return std::nullopt;
    const int behind = skipJoiners(m_text, label->end + 1);
    House house;
    house.building = {label->value, at, label->end + 1};
    if (const auto unit = readUnit(m_text, behind, false)) {
      house.unit = *unit;
      house.end = unit->end;
      if (const auto room = readRoom(m_text, skipJoiners(m_text, unit->end))) {
        house.room = *room;
        house.end = room->end;
      }
      return house;
    }
    const auto room = readRoom(m_text, behind);
    if (!room || room->value.size() < 3) return std::nullopt;
    house.room = *room;
    house.end = room->end;
    return house;
  }

  bool readNext() {
    // A minus belongs to its floor (-1层), so the place itself comes before the joiners.
    if (takeParkingOrShop() || takeHouse() || takeFloor()) return true;
    const int at = m_at;
    m_at = skipJoiners(m_text, m_at);
    if (takeParkingOrShop() || takeHouse() || takeFloor() || takeRoom() || takeSide() ||
        takeCommonPart()) {
      return true;
    }
    m_at = at;
    return false;
  }

  bool takeFloor() {
    if (m_address.floor != 0 || !m_address.room.isEmpty()) return false;
    const auto floor = readFloor(m_text, m_at);
    if (!floor) return false;
    m_address.floor = floor->floor;
    m_at = floor->end;
    return true;
  }

  bool takeParkingOrShop() {
    if (m_isPlaced || !m_address.room.isEmpty()) return false;
    if (const auto parking = readParking(m_text, m_at)) {
      place(Address::Place::ParkingSpace, *parking);
      m_spotFloor = parking->floor;
      return true;
    }
    if (const auto shop = readShop(m_text, m_at)) {
      place(Address::Place::Shop, *shop);
      return true;
    }
    return false;
  }

  void place(Address::Place kind, const SpotPart& part) {
    m_address.place = kind;
    m_address.spot = part.spot;
    m_isPlaced = true;
    m_at = part.end;
  }

  bool takeHouse() {
    if (!m_address.room.isEmpty() || m_isPlaced) return false;
    std::optional<House> house = readHouse(m_text, m_at);
    if (!house && m_address.building.isEmpty()) house = readNumberedHouse(m_at);
    if (!house) {
      const auto unit = readUnit(m_text, m_at, !m_address.building.isEmpty());
      if (!unit || !m_address.unit.isEmpty()) return false;
      m_address.unit = unit->value;
      m_at = unit->end;
      return true;
    }
    const bool isSecond = (!house->building.isEmpty() && !m_address.building.isEmpty()) ||
                          (!house->unit.isEmpty() && !m_address.unit.isEmpty());
    if (isSecond) return false;
    if (!house->building.isEmpty()) m_address.building = house->building.value;
    if (!house->unit.isEmpty()) m_address.unit = house->unit.value;
    m_address.room = house->room.value;
    m_at = house->end;
    return true;
  }

  /// A room behind a building, unit or floor.
  bool takeRoom() {
    const bool hasHouse = !m_address.building.isEmpty() || !m_address.unit.isEmpty();
    if (!m_address.room.isEmpty() || m_isPlaced) return false;
    const auto room = readRoom(m_text, m_at);
    if (!room) return false;
    if (!hasHouse && m_address.floor == 0 && room->value.size() < 3) return false;
    m_address.room = room->value;
    m_at = room->end;
    return true;
  }

  bool takeSide() {
    const bool hasPlace = !m_address.building.isEmpty() || !m_address.unit.isEmpty() ||
                          m_address.floor != 0 || !m_address.room.isEmpty();
    if (!hasPlace || !m_address.side.isEmpty() || m_isPlaced) return false;
    const auto side = readSide(m_text, m_at);
    if (!side) return false;
    m_address.side = side->spot;
    m_at = side->end;
    return true;
  }

  bool takeCommonPart() {
    if (!m_address.spot.isEmpty() || m_isPlaced) return false;
    const auto part = readCommonPart(m_text, m_at);
    if (!part) return false;
    m_address.spot = part->spot;
    m_at = part->end;
    return true;
  }

  QString sourceBetween(int from, int to) const {
    const qsizetype begin = from < m_text.size() ? m_text.beginOf(from) : m_source.size();
    const qsizetype end = to > 0 ? m_text.endOf(to - 1) : 0;
    return end > begin ? m_source.sliced(begin, end - begin).toString() : QString();
  }

  /// The community is the last word before the first part; earlier sentences and greetings are not.
  void takePrefix(int start) {
    int end = start;
    while (end > 0 && isEdge(m_text.at(end - 1))) --end;
    int begin = end;
    while (begin > 0 && !isEdge(m_text.at(begin - 1))) --begin;
    begin = skipGreeting(begin, end);
    if (end < start && isReport(begin, end)) begin = end;
    m_address.community = sourceBetween(begin, end).trimmed();
    const bool isNumber = m_address.community.toInt() > 0;
    if (isNumber || m_address.community.size() > communityMax) {
      m_address.community.clear();
      begin = end;
    }
    m_before = sourceBetween(0, begin).trimmed();
  }

  /// 电梯坏了 in front of an address tells what happened, not where.
  bool isReport(int begin, int end) const {
    if (readCommonPart(m_text, begin)) return true;
    const auto words = std::u32string_view(m_text.text).substr(size_t(begin), size_t(end - begin));
    return words.find_first_of(U"了坏漏没不堵停吗呢修") != words.npos;
  }

  static bool isEdge(char32_t c) {
    return isSpace(c) ||
           std::u32string_view(U",。;:!?、-—()[]【】\"'“”").find(c) != std::u32string_view::npos;
  }

  int skipGreeting(int begin, int end) const {
    static constexpr std::u32string_view greetings[] = {
        U"你好", U"您好", U"我们", U"我家", U"我是", U"我住", U"这里", U"这边", U"咱们",
        U"地址", U"我",   U"喂",   U"住",   U"在",   U"是",   U"的",   U"家"};
    for (bool isSkipped = true; isSkipped && begin < end;) {
      isSkipped = false;
      for (const std::u32string_view word : greetings) {
        const int length = static_cast<int>(word.size());
        if (begin + length > end || !m_text.startsWith(begin, word)) continue;
        begin += length;
        isSkipped = true;
        break;
      }
    }
    return begin;
  }

  void takeRest() {
    int from = m_at;
    while (from < m_text.size() && (isEdge(m_text.at(from)) || m_text.at(from) == U'的')) ++from;
    m_address.rest = sourceBetween(from, m_text.size()).trimmed();
    if (m_before.isEmpty()) return;
    m_address.rest = m_address.rest.isEmpty() ? m_before : m_before + u' ' + m_address.rest;
  }

  void settle() {
    const bool isDoor =
        !m_address.room.isEmpty() && m_address.room.size() <= 2 && m_address.room.back().isDigit();
    if (isDoor && m_address.floor > 0) {
      // 15楼2号 is 1502.
      m_address.room = QString::number(m_address.floor) + m_address.room.rightJustified(2, u'0');
    }
    if (const int floor = floorOfRoom(m_address.room); floor > 0) m_address.floor = floor;
    if (m_isPlaced) {
      // Sides and floors of a building say nothing about a shop or parking space with a number.
      m_address.side.clear();
      m_address.floor = m_spotFloor;
      return;
    }
    if (!m_address.room.isEmpty() || !m_address.side.isEmpty()) {
      m_address.place = Address::Place::Home;
    } else if (!m_address.spot.isEmpty()) {
      m_address.place = Address::Place::CommonPart;
    }
  }

  QStringView m_source;
  FoldedScalars m_text;
  Address m_address;
  QString m_before;
  int m_at = 0;
  int m_spotFloor = 0;
  bool m_isPlaced = false;
};

QString floorName(int floor) {
  if (floor == 0) return {};
  if (floor < 0) return QStringLiteral("负%1楼").arg(-floor);
  return QStringLiteral("%1楼").arg(floor);
}

QString roomName(const QString& room) {
  const bool isPlain = room.size() >= 3 &&
                       std::all_of(room.begin(), room.end(), [](QChar c) { return c.isDigit(); });
  return isPlain || room.isEmpty() ? room : room + QStringLiteral("室");
}

QString houseName(const Address& address) {
  QString name;
  if (!address.building.isEmpty()) name = buildingName(address.building);
  if (!address.unit.isEmpty()) name += unitName(address.unit, !address.building.isEmpty());
  return name;
}

}  // namespace

Address parseAddress(QStringView text) {
  Address address = AddressReader(text.first(std::min(text.size(), lengthMax))).read();
  if (text.size() > lengthMax) address.rest += text.sliced(lengthMax);
  return address;
}

QString canonicalAddress(const Address& address) {
  const QString house = houseName(address);
  switch (address.place) {
    case Address::Place::ParkingSpace:
      return house + QStringLiteral("车位") + address.spot;
    case Address::Place::Shop:
      return house + QStringLiteral("商铺") + address.spot;
    case Address::Place::Home:
      if (!address.room.isEmpty()) {
        return house + (address.floor < 0 ? floorName(address.floor) : QString()) +
               roomName(address.room);
      }
      return house + floorName(address.floor) + address.side;
    case Address::Place::CommonPart:
      return house + floorName(address.floor) + address.spot;
    case Address::Place::Unknown:
      return house + floorName(address.floor);
  }
  return house;
}

QStringList addressTokens(const Address& address) {
  const std::vector<Token> all = tokens(canonicalAddress(address), TokenPurpose::Document);
  QStringList terms;
  for (const Token& token : all) {
    const bool isSingleCharacter = token.text.size() == 1 && isCjk(token.text.front().unicode());
    if (!isSingleCharacter && !terms.contains(token.text)) terms.append(token.text);
  }
  return terms;
}

}  // namespace yingda
