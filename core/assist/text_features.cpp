// SPDX-License-Identifier: GPL-3.0-or-later
// Folding, classes of numbers, hashing and counting.
#include "core/assist/text_features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text/fold.h"

namespace yingda {
namespace {

constexpr qsizetype lengthMax = 20'000;
constexpr int gramMax = 3;
constexpr size_t openingLength = 16;
/// Stands for a gap between words; n-grams end at it.
constexpr char32_t gap = 0;

/// A scalar of the text as the learner sees it, with its place in the source.
struct Unit {
  char32_t symbol = gap;
  int begin = 0;
  int end = 0;
};

/// Classes of numbers take symbols that no text holds.
enum class NumberClass : char32_t { Phone = 0xE000, Sum, Time, House, Short, Long };

NumberClass numberClass(int digits, char32_t next) {
  constexpr int phoneDigitsMin = 7;
  constexpr int phoneDigitsMax = 12;
  if (digits >= phoneDigitsMin && digits <= phoneDigitsMax) return NumberClass::Phone;
  constexpr std::u32string_view sums = U"元块万毛角%度吨平";
  constexpr std::u32string_view times = U"年月日号点时分秒天周:";
  constexpr std::u32string_view houses = U"栋幢座单楼层室房门";
  if (next != 0 && sums.find(next) != sums.npos) return NumberClass::Sum;
  if (next != 0 && times.find(next) != times.npos) return NumberClass::Time;
  if (next != 0 && houses.find(next) != houses.npos) return NumberClass::House;
  return digits <= 2 ? NumberClass::Short : NumberClass::Long;
}

bool isWordScalar(char32_t c) { return isCjk(c) || isLowerLetter(c) || c >= 0x10000; }

std::vector<Unit> unitsOf(QStringView text) {
  const FoldedScalars scalars = foldScalars(text.left(lengthMax));
  std::vector<Unit> units;
  units.reserve(static_cast<size_t>(scalars.size()) + 1);
  for (int at = 0; at < scalars.size();) {
    const char32_t c = scalars.at(at);
    int end = at + 1;
    char32_t symbol = gap;
    if (isDigit(c)) {
      while (isDigit(scalars.at(end))) ++end;
      symbol = static_cast<char32_t>(numberClass(end - at, scalars.at(end)));
    } else if (isWordScalar(c)) {
      symbol = c;
    }
    if (symbol != gap || (!units.empty() && units.back().symbol != gap)) {
      units.push_back({symbol, scalars.beginOf(at), scalars.endOf(end - 1)});
    }
    at = end;
  }
  return units;
}

/// Mixes one more scalar into the hash (the finaliser of a 64-bit multiply-xorshift hash).
constexpr quint64 mixed(quint64 hash, quint64 scalar) {
  hash ^= scalar + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2);
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93ULL;
  hash ^= hash >> 32;
  return hash;
}

quint32 bucketOf(quint64 hash) {
  return static_cast<quint32>(hash >> 20) & ((1U << featureBitsMax) - 1);
}

/// Calls `visit(bucket, first unit, length)` for each n-gram.
template <class Visit>
void eachGram(const std::vector<Unit>& units, quint64 seed, size_t count, Visit visit) {
  for (size_t at = 0; at < std::min(count, units.size()); ++at) {
    quint64 hash = seed;
    for (size_t length = 1; length <= gramMax && at + length <= units.size(); ++length) {
      const char32_t symbol = units[at + length - 1].symbol;
      if (symbol == gap) break;
      hash = mixed(hash, symbol);
      visit(bucketOf(hash), at, length);
    }
  }
}

constexpr quint64 bodySeed = 0x59696E67;
constexpr quint64 openingSeed = 0x64614F70;

}  // namespace

Features textFeatures(QStringView text) {
  const std::vector<Unit> units = unitsOf(text);
  std::vector<quint32> body;
  body.reserve(units.size() * gramMax);
  eachGram(units, bodySeed, units.size(),
           [&body](quint32 bucket, size_t, size_t) { body.push_back(bucket); });
  std::vector<quint32> opening;
  eachGram(units, openingSeed, openingLength,
           [&opening](quint32 bucket, size_t, size_t) { opening.push_back(bucket); });
  std::sort(body.begin(), body.end());
  std::sort(opening.begin(), opening.end());
  Features features;
  const auto count = [&features](const std::vector<quint32>& buckets, float factor) {
    for (size_t from = 0; from < buckets.size();) {
      size_t to = from;
      while (to < buckets.size() && buckets[to] == buckets[from]) ++to;
      const float dampened = 1.0f + std::log(static_cast<float>(to - from));
      features.push_back({buckets[from], factor * dampened});
      from = to;
    }
  };
  count(body, 1.0f);
  count(opening, 1.0f);
  std::sort(features.begin(), features.end(),
            [](const Feature& a, const Feature& b) { return a.bucket < b.bucket; });
  Features merged;
  merged.reserve(features.size());
  for (const Feature& feature : features) {
    if (!merged.empty() && merged.back().bucket == feature.bucket) {
      merged.back().weight += feature.weight;
    } else {
      merged.push_back(feature);
    }
  }
  return merged;
}

std::vector<FeaturePlace> featurePlaces(QStringView text) {
  const std::vector<Unit> units = unitsOf(text);
  std::vector<FeaturePlace> places;
  eachGram(units, bodySeed, units.size(), [&](quint32 bucket, size_t at, size_t length) {
    if (length < 2) return;
    const int begin = units[at].begin;
    places.push_back({bucket, {begin, units[at + length - 1].end - begin}});
  });
  return places;
}

}  // namespace yingda
