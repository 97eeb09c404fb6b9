// SPDX-License-Identifier: GPL-3.0-or-later
// Word lists and small grammars of places outside a home.
#include "core/text/place_part.h"

#include <initializer_list>
#include <utility>

#include "core/text/chinese_number.h"
#include "core/text/house_part.h"

namespace yingda {
namespace {

using Word = std::u32string_view;

/// What is said and what we call it.
struct NamedWord {
  Word said;
  const char* name;
};

// Longer words stand before the shorter ones they begin with.
constexpr NamedWord sides[] = {
    {U"左手边", "左手"}, {U"左手", "左手"},   {U"左边", "左手"},   {U"左侧", "左手"},
    {U"左户", "左手"},   {U"右手边", "右手"}, {U"右手", "右手"},   {U"右边", "右手"},
    {U"右侧", "右手"},   {U"右户", "右手"},   {U"中间户", "中户"}, {U"中间那户", "中户"},
    {U"中户", "中户"},   {U"中间", "中户"},   {U"东边户", "东户"}, {U"东户", "东户"},
    {U"西边户", "西户"}, {U"西户", "西户"},   {U"南边户", "南户"}, {U"南户", "南户"},
    {U"北边户", "北户"}, {U"北户", "北户"},
};

constexpr NamedWord commonParts[] = {
    {U"地下车库入口", "车库入口"},
    {U"地下车库出口", "车库出口"},
    {U"地下停车场", "地库"},
    {U"地下车库", "地库"},
    {U"车库出入口", "车库出入口"},
    {U"车库入口", "车库入口"},
    {U"车库出口", "车库出口"},
    {U"地库出入口", "车库出入口"},
    {U"地库入口", "车库入口"},
    {U"地库出口", "车库出口"},
    {U"非机动车库", "非机动车库"},
    {U"自行车棚", "自行车棚"},
    {U"地下室", "地下室"},
    {U"停车场", "停车场"},
    {U"车库", "地库"},
    {U"地库", "地库"},
    {U"电梯机房", "电梯机房"},
    {U"电梯前室", "电梯前室"},
    {U"电梯厅", "电梯厅"},
    {U"电梯间", "电梯厅"},
    {U"电梯口", "电梯厅"},
    {U"电梯井", "电梯井"},
    {U"电梯", "电梯"},
    {U"消防通道", "消防通道"},
    {U"消防楼梯", "消防楼梯"},
    {U"消防栓", "消防栓"},
    {U"楼梯间", "楼梯间"},
    {U"楼梯", "楼梯间"},
    {U"水管井", "水管井"},
    {U"管道井", "管道井"},
    {U"水井", "水管井"},
    {U"强电井", "强电井"},
    {U"弱电井", "弱电井"},
    {U"电井", "电井"},
    {U"配电房", "配电房"},
    {U"配电室", "配电房"},
    {U"配电间", "配电房"},
    {U"水泵房", "水泵房"},
    {U"泵房", "水泵房"},
    {U"监控室", "监控室"},
    {U"值班室", "值班室"},
    {U"垃圾房", "垃圾房"},
    {U"垃圾站", "垃圾站"},
    {U"垃圾桶", "垃圾桶"},
    {U"天台", "天台"},
    {U"楼顶", "楼顶"},
    {U"屋顶", "楼顶"},
    {U"屋面", "楼顶"},
    {U"大堂", "大堂"},
    {U"大厅", "大堂"},
    {U"门厅", "门厅"},
    {U"单元门口", "单元门"},
    {U"单元门", "单元门"},
    {U"楼道", "楼道"},
    {U"走廊", "走廊"},
    {U"过道", "过道"},
    {U"连廊", "连廊"},
    {U"架空层", "架空层"},
    {U"避难层", "避难层"},
    {U"花园", "花园"},
    {U"绿化带", "绿化带"},
    {U"草坪", "草坪"},
    {U"游泳池", "泳池"},
    {U"泳池", "泳池"},
    {U"儿童乐园", "儿童乐园"},
    {U"游乐场", "儿童乐园"},
    {U"健身区", "健身区"},
    {U"篮球场", "篮球场"},
    {U"会所", "会所"},
    {U"岗亭", "岗亭"},
    {U"门岗", "岗亭"},
    {U"大门", "大门"},
    {U"东门", "东门"},
    {U"南门", "南门"},
    {U"西门", "西门"},
    {U"北门", "北门"},
    {U"正门", "正门"},
    {U"后门", "后门"},
    {U"快递柜", "快递柜"},
    {U"充电桩", "充电桩"},
    {U"充电棚", "充电棚"},
    {U"外墙", "外墙"},
    {U"化粪池", "化粪池"},
    {U"污水井", "污水井"},
    {U"井盖", "井盖"},
    {U"围墙", "围墙"},
    {U"中庭", "中庭"},
    {U"喷泉", "喷泉"},
    {U"人工湖", "人工湖"},
};

constexpr Word parkingCues[] = {U"地下停车场", U"地下停车位", U"地下车库", U"地下车位", U"停车场",
                                U"停车位",     U"地库",       U"车库",     U"车位",     U"泊位"};
constexpr Word shopCues[] = {U"沿街商铺", U"临街商铺", U"底商商铺", U"门面房", U"门市房",
                             U"底商",     U"商铺",     U"门面",     U"门市",   U"店铺",
                             U"铺面",     U"铺位",     U"铺"};
constexpr Word fillers[] = {U"旁边的", U"附近的", U"楼下的", U"门口的", U"外面的", U"前面的",
                            U"后面的", U"旁边",   U"附近",   U"楼下",   U"门口",   U"外面",
                            U"前面",   U"后面",   U"里的",   U"里",     U"内",     U"那个",
                            U"下面的", U"下面",   U"下的"};

template <size_t count>
int wordAt(const FoldedScalars& text, int at, const Word (&words)[count]) {
  for (const Word word : words) {
    if (text.startsWith(at, word)) return static_cast<int>(word.size());
  }
  return 0;
}

template <size_t count>
const NamedWord* namedWordAt(const FoldedScalars& text, int at, const NamedWord (&words)[count]) {
  for (const NamedWord& word : words) {
    if (text.startsWith(at, word.said)) return &word;
  }
  return nullptr;
}

bool isAnyOf(char32_t c, Word set) { return c != 0 && set.find(c) != Word::npos; }

/// True when 楼 at `at` belongs to another word (楼道) and marks no floor.
bool isFloorMark(const FoldedScalars& text, int at) {
  if (text.at(at) == U'层') return true;
  if (text.at(at) == U'楼') return !isAnyOf(text.at(at + 1), U"道梯顶栋盘房宇");
  return text.at(at) == U'f' && !isLowerLetter(text.at(at + 1));
}

/// The minus of a floor below ground: 负一, -1, b1, 地下一. Length of the sign, or 0.
int belowSign(const FoldedScalars& text, int at) {
  if (text.startsWith(at, U"地下")) return 2;
  const char32_t c = text.at(at);
  if (c == U'负' || (isDash(c) && isDigit(text.at(at + 1)))) return 1;
  if (c == U'b' && isDigit(text.at(at + 1)) && isLabelStart(text, at)) return 1;
  return 0;
}

std::optional<int> smallNumber(const NumberText& number, int largest) {
  const int value = number.digits.toInt();
  if (number.digits.size() > 3 || value < 1 || value > largest) return std::nullopt;
  return value;
}

std::optional<FloorPart> readBelow(const FoldedScalars& text, int at) {
  const int sign = belowSign(text, at);
  if (sign == 0) return std::nullopt;
  const auto number = readNumber(text, at + sign);
  const auto floor = number ? smallNumber(*number, 9) : std::nullopt;
  if (!floor) return std::nullopt;
  return FloorPart{-*floor, number->end};
}

/// Reads the pieces of a parking space in any order until one does not fit.
class ParkingReader {
 public:
  ParkingReader(const FoldedScalars& text, int at) : m_text(text), m_at(at) {}

  std::optional<SpotPart> read() {
    int end = m_at;
    while (readCue() || readZone() || readNumberPiece()) {
      end = m_at;
      if (m_hasCue && !m_number.isEmpty() && wordAt(m_text, m_at, parkingCues) == 0) break;
      while (isSpace(m_text.at(m_at)) || isDash(m_text.at(m_at)) || m_text.at(m_at) == U'的')
        ++m_at;
    }
    if (!m_hasCue || m_number.isEmpty()) return std::nullopt;
    QString spot = m_letter + m_number;
    if (m_floor < 0) spot = QStringLiteral("B%1-").arg(-m_floor) + spot;
    return SpotPart{spot, m_floor, end};
  }

 private:
  bool readCue() {
    const int length = wordAt(m_text, m_at, parkingCues);
    if (length == 0) return false;
    m_hasCue = true;
    m_at += length;
    return true;
  }

  bool readZone() {
    if (m_floor != 0) return false;
    const auto below = readBelow(m_text, m_at);
    const auto isZoneEnd = [this](int end) {
      return isDash(m_text.at(end)) || isSpace(m_text.at(end)) ||
             isAnyOf(m_text.at(end), U"层楼区") || wordAt(m_text, end, parkingCues) > 0 ||
             isLowerLetter(m_text.at(end));
    };
    if (!below || !isZoneEnd(below->end)) return false;
    m_floor = below->floor;
    m_at = below->end;
    if (isAnyOf(m_text.at(m_at), U"层楼区")) ++m_at;
    return true;
  }

  bool readNumberPiece() {
    if (!m_number.isEmpty() || !isLabelStart(m_text, m_at)) return false;
    int at = m_at;
    QString letter;
    if (isLowerLetter(m_text.at(at))) {
      letter = m_text.slice(at, at + 1).toUpper();
      ++at;
      if (m_text.at(at) == U'区') ++at;
      if (isDash(m_text.at(at))) ++at;
    }
    const auto number = readNumber(m_text, at);
    if (!number || number->digits.size() > 4) return false;
    const int markAt = skipSpaces(m_text, number->end);
    const char32_t behind = m_text.at(markAt);
    if (isMeasure(behind) || isLowerLetter(behind) || isAnyOf(behind, U"栋幢座单#")) return false;
    if (m_text.startsWith(markAt, U"号楼")) return false;
    m_letter = letter;
    m_number = withoutLeadingZeros(number->digits);
    m_at = behind == U'号' ? markAt + 1 : number->end;
    return true;
  }

  const FoldedScalars& m_text;
  int m_at;
  int m_floor = 0;
  bool m_hasCue = false;
  QString m_letter;
  QString m_number;
};

/// 8, A12, 1-12, with 号 behind.
std::optional<SpotPart> readShopNumber(const FoldedScalars& text, int at) {
  if (!isLabelStart(text, at)) return std::nullopt;
  QString value;
  if (isLowerLetter(text.at(at))) value = text.slice(at, at + 1).toUpper();
  at += static_cast<int>(value.size());
  if (!value.isEmpty() && isDash(text.at(at))) ++at;
  const auto first = readNumber(text, at);
  if (!first || first->digits.size() > 4) return std::nullopt;
  value += withoutLeadingZeros(first->digits);
  int end = first->end;
  if (isDash(text.at(end))) {
    const auto second = readNumber(text, end + 1);
    if (second && second->digits.size() <= 4) {
      value += u'-' + withoutLeadingZeros(second->digits);
      end = second->end;
    }
  }
  if (isMeasure(text.at(end)) || isLowerLetter(text.at(end))) return std::nullopt;
  const int markAt = skipSpaces(text, end);
  if (text.at(markAt) == U'号' && text.at(markAt + 1) != U'楼') end = markAt + 1;
  return SpotPart{value, 0, end};
}

}  // namespace

std::optional<FloorPart> readFloor(const FoldedScalars& text, int at) {
  if (const auto below = readBelow(text, at)) {
    if (isFloorMark(text, below->end)) return FloorPart{below->floor, below->end + 1};
    return std::nullopt;
  }
  const bool isLeading = text.at(at) == U'f' && isDigit(text.at(at + 1)) && isLabelStart(text, at);
  if (text.at(at) == U'第' || isLeading) ++at;
  if (!isLeading && !isLabelStart(text, at)) return std::nullopt;
  const auto number = readNumber(text, at);
  const auto floor = number ? smallNumber(*number, 199) : std::nullopt;
  if (!floor) return std::nullopt;
  if (isLeading) {
    const char32_t behind = text.at(number->end);
    if (isLowerLetter(behind)) return std::nullopt;
    return FloorPart{*floor, number->end};
  }
  const int markAt = isSpace(text.at(number->end)) ? number->end + 1 : number->end;
  if (!isFloorMark(text, markAt)) return std::nullopt;
  return FloorPart{*floor, markAt + 1};
}

std::optional<SpotPart> readSide(const FoldedScalars& text, int at) {
  const NamedWord* side = namedWordAt(text, at, sides);
  if (side == nullptr) return std::nullopt;
  return SpotPart{QString::fromUtf8(side->name), 0, at + static_cast<int>(side->said.size())};
}

std::optional<SpotPart> readParking(const FoldedScalars& text, int at) {
  return ParkingReader(text, at).read();
}

std::optional<SpotPart> readShop(const FoldedScalars& text, int at) {
  const int cue = wordAt(text, at, shopCues);
  if (cue > 0) {
    const int numberAt = skipJoiners(text, at + cue);
    if (const auto number = readShopNumber(text, numberAt)) return number;
    if (cue < 2) return std::nullopt;
    return SpotPart{QString(), 0, at + cue};
  }
  auto number = readShopNumber(text, at);
  if (!number) return std::nullopt;
  const int behind = wordAt(text, number->end, shopCues);
  if (behind == 0) return std::nullopt;
  number->end += behind;
  return number;
}

std::optional<SpotPart> readCommonPart(const FoldedScalars& text, int at) {
  if (const int filler = wordAt(text, at, fillers); filler > 0) {
    const int behind = skipJoiners(text, at + filler);
    const NamedWord* word = namedWordAt(text, behind, commonParts);
    if (word != nullptr) at = behind;
  }
  QString number;
  if (isLabelStart(text, at)) {
    const auto digits = readNumber(text, at);
    const bool isNumbered = digits && digits->digits.size() <= 2 && text.at(digits->end) == U'号';
    if (isNumbered) {
      number = withoutLeadingZeros(digits->digits) + QStringLiteral("号");
      at = digits->end + 1;
      if (text.at(at) == U'门' && !isAnyOf(text.at(at + 1), U"厅禁牌面")) {
        return SpotPart{number + QStringLiteral("门"), 0, at + 1};
      }
    }
  }
  const NamedWord* word = namedWordAt(text, at, commonParts);
  if (word == nullptr) return std::nullopt;
  return SpotPart{number + QString::fromUtf8(word->name), 0,
                  at + static_cast<int>(word->said.size())};
}

}  // namespace yingda
