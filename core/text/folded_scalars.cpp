// SPDX-License-Identifier: GPL-3.0-or-later
// The folding table: filled once from ICU, one entry a code point.
#include "core/text/folded_scalars.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <unordered_map>

#include "core/base/invariant.h"

namespace yingda {
namespace {

constexpr char32_t planesFolded = 0x30000;

std::u32string toScalars(const icu::UnicodeString& text) {
  std::u32string scalars;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    scalars.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return scalars;
}

/// Traditional to simplified, character by character: a phrase rule would make offsets depend on
/// neighbours.
class Simplifier {
 public:
  Simplifier() {
    UErrorCode status = U_ZERO_ERROR;
    m_transliterator.reset(icu::Transliterator::createInstance(
        icu::UnicodeString(u"Traditional-Simplified"), UTRANS_FORWARD, status));
    YINGDA_INVARIANT(U_SUCCESS(status), "ICU has no Traditional-Simplified");
  }

  /// Fills `simplified[i]` for the code points first + i.
  std::vector<char32_t> simplify(char32_t first, char32_t last) const {
    icu::UnicodeString text;
    for (char32_t c = first; c <= last; ++c) {
      text.append(static_cast<UChar32>(c)).append(u'\n');
    }
    m_transliterator->transliterate(text);
    std::vector<char32_t> simplified;
    const std::u32string scalars = toScalars(text);
    char32_t source = first;
    for (size_t at = 0; at < scalars.size() && source <= last; ++source) {
      const size_t end = scalars.find(U'\n', at);
      simplified.push_back(end == at + 1 ? scalars[at] : source);
      at = end + 1;
    }
    return simplified;
  }

 private:
  std::unique_ptr<icu::Transliterator> m_transliterator;
};

class FoldTable {
 public:
  FoldTable() : m_single(planesFolded) {
    UErrorCode status = U_ZERO_ERROR;
    m_nfkc = icu::Normalizer2::getNFKCInstance(status);
    YINGDA_INVARIANT(U_SUCCESS(status), "ICU has no NFKC");
    for (char32_t c = 0; c < planesFolded; ++c) m_single[c] = c;
    simplify();
    for (char32_t c = 0; c < planesFolded; ++c) fillOne(c);
    for (char32_t c = 0; c < planesFolded; ++c) settle(c);
    m_simplified.clear();
  }

  std::u32string_view folded(char32_t c) const {
    if (c >= planesFolded) return isHidden(c) ? std::u32string_view{} : identity(c);
    const char32_t& single = m_single[c];
    if (single != manyMark) return {&single, 1};
    return m_several.at(c);
  }

 private:
  static constexpr char32_t manyMark = 0xFFFFFFFF;

  static bool isHidden(char32_t c) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
  }

  // Planes above 2 hold a few rare ideographs only; each thread keeps the last one asked for.
  static std::u32string_view identity(char32_t c) {
    thread_local char32_t last;
    last = c;
    return {&last, 1};
  }

  void simplify() {
    const Simplifier simplifier;
    m_simplified.resize(planesFolded);
    for (char32_t c = 0; c < planesFolded; ++c) m_simplified[c] = c;
    for (char32_t first = 0x3400; first < 0xA000; first += 0x400) {
      const std::vector<char32_t> part = simplifier.simplify(first, first + 0x3FF);
      std::copy(part.begin(), part.end(), m_simplified.begin() + static_cast<int>(first));
    }
  }

  // One step: compatibility form, then simplified, then lower case, for each resulting character.
  std::u32string step(char32_t c) const {
    if (isHidden(c)) return {};
    std::u32string result(1, c);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString source(static_cast<UChar32>(c));
    if (!m_nfkc->isNormalized(source, status)) {
      result = toScalars(m_nfkc->normalize(source, status));
    }
    for (char32_t& scalar : result) {
      if (scalar < planesFolded) scalar = m_simplified[scalar];
      scalar = static_cast<char32_t>(u_tolower(static_cast<UChar32>(scalar)));
    }
    return result;
  }

  void store(char32_t c, std::u32string folded) {
    if (folded.size() == 1) {
      m_single[c] = folded.front();
      m_several.erase(c);
    } else {
      m_single[c] = manyMark;
      m_several[c] = std::move(folded);
    }
  }

  void fillOne(char32_t c) {
    const bool changes =
        u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_CHANGES_WHEN_NFKC_CASEFOLDED) != 0;
    if (changes || m_simplified[c] != c) store(c, step(c));
  }

  // A result may fold again (a squared word gives capitals); follow it until nothing changes.
  void settle(char32_t c) {
    for (int round = 0; round < 4; ++round) {
      const std::u32string before(folded(c));
      std::u32string after;
      for (const char32_t scalar : before) after += folded(scalar);
      if (after == before) return;
      store(c, std::move(after));
    }
  }

  const icu::Normalizer2* m_nfkc = nullptr;
  std::vector<char32_t> m_single;
  std::vector<char32_t> m_simplified;
  std::unordered_map<char32_t, std::u32string> m_several;
};

const FoldTable& foldTable() {
  static const FoldTable table;
  return table;
}

void append(FoldedScalars& folded, const FoldTable& table, char32_t c, int begin, int end) {
  for (const char32_t scalar : table.folded(c)) {
    folded.text.push_back(scalar);
    folded.begin.push_back(begin);
    folded.end.push_back(end);
  }
}

void reserve(FoldedScalars& folded, size_t count) {
  folded.text.reserve(count);
  folded.begin.reserve(count);
  folded.end.reserve(count);
}

struct Decoded {
  char32_t character = 0xFFFD;
  int bytes = 1;
};

// Strict UTF-8: overlong forms, surrogates and cut sequences are one U+FFFD for their first byte.
Decoded decodeUtf8(const char* text, int left) {
  const auto byte = [text](int i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || length > left) return {};
  char32_t c = lead & (0xFFU >> (length + 1));
  for (int i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    c = (c << 6) | (byte(i) & 0x3FU);
  }
  const bool isOverlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
  if (isOverlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return {};
  return {c, length};
}

}  // namespace

QString FoldedScalars::slice(int from, int to) const {
  if (from >= to) return {};
  return QString::fromUcs4(text.data() + from, to - from);
}

bool FoldedScalars::startsWith(int index, std::u32string_view word) const {
  if (index < 0 || index > size()) return false;
  return std::u32string_view(text).substr(static_cast<size_t>(index)).starts_with(word);
}

FoldedScalars foldScalars(QStringView text) {
  const FoldTable& table = foldTable();
  FoldedScalars folded;
  reserve(folded, static_cast<size_t>(text.size()));
  const int size = static_cast<int>(text.size());
  for (int i = 0; i < size;) {
    const QChar unit = text[i];
    const bool isPair = unit.isHighSurrogate() && i + 1 < size && text[i + 1].isLowSurrogate();
    const int units = isPair ? 2 : 1;
    char32_t c = isPair ? QChar::surrogateToUcs4(unit, text[i + 1]) : unit.unicode();
    if (!isPair && unit.isSurrogate()) c = 0xFFFD;
    append(folded, table, c, i, i + units);
    i += units;
  }
  return folded;
}

FoldedScalars foldScalarsUtf8(const char* text, int bytes) {
  const FoldTable& table = foldTable();
  FoldedScalars folded;
  reserve(folded, static_cast<size_t>(bytes < 0 ? 0 : bytes));
  for (int i = 0; i < bytes;) {
    const Decoded decoded = decodeUtf8(text + i, bytes - i);
    append(folded, table, decoded.character, i, i + decoded.bytes);
    i += decoded.bytes;
  }
  return folded;
}

int wordAt(const FoldedScalars& text, int at, std::initializer_list<std::u32string_view> words) {
  for (const std::u32string_view word : words) {
    if (text.startsWith(at, word)) return static_cast<int>(word.size());
  }
  return 0;
}

std::u32string_view foldedScalar(char32_t character) { return foldTable().folded(character); }

}  // namespace yingda
