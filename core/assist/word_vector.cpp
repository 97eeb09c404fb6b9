// SPDX-License-Identifier: GPL-3.0-or-later
// Terms are kept as hashes: two that meet by chance move a cosine by less than it is read for.
#include "core/assist/word_vector.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/text/fold.h"
#include "core/text/lexicon.h"

namespace yingda {

namespace {

constexpr qsizetype unitsMost = 2000;
constexpr float singleWeight = 0.5F;
// Beside the particles: said in every call, of whatever matter.
constexpr QStringView common = u"呀哦嗯个一下上跟去来说要想能会什怎样时候现好多";

bool isWord(char16_t unit) {
  return isCjk(unit) && !isParticle(QChar(unit)) && !common.contains(QChar(unit));
}

uint32_t codeOf(char16_t first, char16_t second) {
  uint32_t code = (static_cast<uint32_t>(first) << 16U) | second;
  // Spread, so that neighbours in the alphabet do not stay neighbours.
  code *= 2654435769U;
  return code ^ (code >> 15U);
}

}  // namespace

WordVector::WordVector(QStringView text) {
  const QString folded = fold(text.left(unitsMost));
  std::unordered_map<uint32_t, float> counts;
  for (qsizetype i = 0; i < folded.size(); ++i) {
    const char16_t here = folded[i].unicode();
    if (!isWord(here)) continue;
    counts[codeOf(here, 0)] += 1;
    if (i + 1 < folded.size() && isWord(folded[i + 1].unicode())) {
      counts[codeOf(here, folded[i + 1].unicode())] += 1;
    }
  }
  double squares = 0;
  m_terms.reserve(counts.size());
  for (qsizetype i = 0; i < folded.size(); ++i) {
    const char16_t here = folded[i].unicode();
    if (!isWord(here)) continue;
    const auto take = [&](uint32_t code, float weight) {
      const auto found = counts.find(code);
      if (found == counts.end()) return;
      const float value = weight * (1.0F + std::log(found->second));
      counts.erase(found);
      m_terms.push_back({code, value});
      squares += static_cast<double>(value * value);
    };
    take(codeOf(here, 0), singleWeight);
    if (i + 1 < folded.size() && isWord(folded[i + 1].unicode())) {
      take(codeOf(here, folded[i + 1].unicode()), 1.0F);
    }
  }
  const auto length = static_cast<float>(std::sqrt(squares));
  for (Term& term : m_terms) term.weight /= length;
  std::sort(m_terms.begin(), m_terms.end(),
            [](const Term& a, const Term& b) { return a.code < b.code; });
}

double WordVector::likeness(const WordVector& other) const {
  double sum = 0;
  auto a = m_terms.begin();
  auto b = other.m_terms.begin();
  while (a != m_terms.end() && b != other.m_terms.end()) {
    if (a->code < b->code) {
      ++a;
    } else if (b->code < a->code) {
      ++b;
    } else {
      sum += static_cast<double>(a->weight * b->weight);
      ++a;
      ++b;
    }
  }
  return std::min(sum, 1.0);
}

}  // namespace yingda
