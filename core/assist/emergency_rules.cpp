// SPDX-License-Identifier: GPL-3.0-or-later
// Sentence by sentence: words found, masked, negated; columns of rules filled by words that are
// near.
#include "core/assist/emergency_rules.h"

#include <algorithm>
#include <array>

#include "core/text/folded_scalars.h"

namespace yingda {
namespace {

constexpr qsizetype lengthMax = 20'000;
/// Code points from the first to the last word of a rule.
constexpr int spanMax = 26;
constexpr int beforeMax = 14;
constexpr int afterMax = 8;
constexpr int forbiddenMax = 14;
/// Speech without a full stop is read in pieces that overlap by more than any rule reaches.
constexpr int pieceMax = 400;
constexpr int pieceOverlap = 60;

bool endsSentence(char32_t c) {
  constexpr std::u32string_view ends = U"。！？!?;；\n\r…";
  return ends.find(c) != ends.npos;
}

/// 没, 没有, 没有人, 没人被 and the like end right before `at`; 有没有 asks and does not deny.
bool isDenied(std::u32string_view text, int at) {
  static constexpr std::array<std::u32string_view, 5> links{U"被", U"闻到", U"发现", U"看到",
                                                            U"发生"};
  static constexpr std::array<std::u32string_view, 14> denials{
      U"并没有", U"没有什么", U"没有人", U"没有任何", U"没有", U"没人", U"没得",
      U"无人",   U"不是",     U"并未",   U"未",       U"没",   U"无",   U"不"};
  std::u32string_view before = text.substr(0, static_cast<size_t>(at));
  for (const std::u32string_view link : links) {
    if (before.ends_with(link)) {
      before.remove_suffix(link.size());
      break;
    }
  }
  for (const std::u32string_view denial : denials) {
    if (!before.ends_with(denial)) continue;
    before.remove_suffix(denial.size());
    static constexpr std::array<std::u32string_view, 5> takenBack{U"有", U"是", U"能", U"差",
                                                                  U"从"};
    return std::none_of(takenBack.begin(), takenBack.end(),
                        [before](std::u32string_view word) { return before.ends_with(word); });
  }
  return false;
}

bool covers(const WordHit& wide, const WordHit& narrow) {
  return wide.begin <= narrow.begin && narrow.end <= wide.end &&
         wide.end - wide.begin > narrow.end - narrow.begin;
}

}  // namespace

/// The words of one sentence by id, without those that mean nothing there.
struct EmergencyRules::Sentence {
  QHash<int, std::vector<WordHit>> hits;
  std::vector<WordHit> guardsBefore;
  std::vector<WordHit> guardsAfter;
  std::vector<WordHit> nows;

  /// Past, feared, asked or practised, unless something says that it is now.
  bool isTakenBack(int begin, int end) const {
    const auto isNowIn = [this](int from, int to) {
      return std::any_of(nows.begin(), nows.end(), [from, to](const WordHit& now) {
        return now.begin >= from && now.end <= to;
      });
    };
    for (const WordHit& guard : guardsBefore) {
      if (guard.end <= end && begin - guard.end <= beforeMax && !isNowIn(guard.end, end)) {
        return true;
      }
    }
    return std::any_of(guardsAfter.begin(), guardsAfter.end(), [end](const WordHit& guard) {
      return guard.begin >= end && guard.begin - end <= afterMax;
    });
  }
};

Result<EmergencyRules> EmergencyRules::read(const QByteArray& tsv) {
  EmergencyRules rules;
  int number = 0;
  const QStringList lines = QString::fromUtf8(tsv).split(u'\n');
  for (const QString& line : lines) {
    ++number;
    if (line.isEmpty() || line.startsWith(u'#')) continue;
    const QStringList columns = line.split(u'\t');
    if (columns.size() < 2) {
      return Error{ErrorCode::Invalid, QStringLiteral("emergency.tsv, line %1").arg(number)};
    }
    static const QStringList names{QStringLiteral("mask"), QStringLiteral("before"),
                                   QStringLiteral("after"), QStringLiteral("now")};
    if (columns.front().startsWith(u'@')) {
      rules.m_named.insert(columns.front(), rules.slotOf(columns[1]));
      continue;
    }
    const qsizetype list = names.indexOf(columns.front());
    Rule rule{columns.front(), {}, {}};
    for (const QString& column : columns.mid(1)) {
      if (list >= 0) {
        Slot& all = rules.m_lists[static_cast<size_t>(list)];
        const Slot more = rules.slotOf(column);
        all.insert(all.end(), more.begin(), more.end());
      } else if (column.startsWith(u'!')) {
        rule.forbidden = rules.slotOf(column.mid(1));
      } else {
        rule.columns.push_back(rules.slotOf(column));
      }
    }
    if (list < 0) rules.m_rules.push_back(std::move(rule));
  }
  return rules;
}

void EmergencyRules::addWord(const QString& situation, const QString& word) {
  m_rules.push_back({situation, {{m_scanner.add(fold(word), false)}}, {}});
}

void EmergencyRules::finish() {
  m_scanner.finish();
  const auto marked = [this](const Slot& words) {
    std::vector<char> marks(static_cast<size_t>(m_scanner.size()), 0);
    for (const int word : words) marks[static_cast<size_t>(word)] = 1;
    return marks;
  };
  m_isMask = marked(m_lists[0]);
  m_isBefore = marked(m_lists[1]);
  m_isAfter = marked(m_lists[2]);
  m_isNow = marked(m_lists[3]);
}

EmergencyRules::Slot EmergencyRules::slotOf(const QString& column) {
  Slot slot;
  const QStringList words = column.split(u'|', Qt::SkipEmptyParts);
  for (const QString& word : words) {
    if (word.startsWith(u'@')) {
      const Slot named = m_named.value(word);
      slot.insert(slot.end(), named.begin(), named.end());
      continue;
    }
    const bool bySound = word.startsWith(u'~');
    slot.push_back(m_scanner.add(fold(bySound ? word.mid(1) : word), bySound));
  }
  return slot;
}

void EmergencyRules::matchSlots(const Sentence& sentence, const Rule& rule,
                                std::vector<WordHit>& chosen, std::vector<WordHit>& best) const {
  if (chosen.size() == rule.columns.size()) {
    int begin = chosen.front().begin;
    int end = chosen.front().end;
    for (const WordHit& hit : chosen) {
      begin = std::min(begin, hit.begin);
      end = std::max(end, hit.end);
    }
    for (const int word : rule.forbidden) {
      for (const WordHit& hit : sentence.hits.value(word)) {
        if (hit.end >= begin - forbiddenMax && hit.begin <= end + forbiddenMax) return;
      }
    }
    if (!sentence.isTakenBack(begin, end)) best = chosen;
    return;
  }
  for (const int word : rule.columns[chosen.size()]) {
    const auto hits = sentence.hits.constFind(word);
    if (hits == sentence.hits.cend()) continue;
    for (const WordHit& hit : *hits) {
      const bool fits = std::all_of(chosen.begin(), chosen.end(), [&hit](const WordHit& other) {
        const bool isApart = hit.end <= other.begin || other.end <= hit.begin;
        return isApart &&
               std::max(hit.end, other.end) - std::min(hit.begin, other.begin) <= spanMax;
      });
      if (!fits) continue;
      chosen.push_back(hit);
      matchSlots(sentence, rule, chosen, best);
      chosen.pop_back();
      if (!best.empty()) return;
    }
  }
}

std::vector<EmergencyHit> EmergencyRules::find(QStringView text) const {
  const FoldedScalars folded = foldScalars(text.left(lengthMax));
  std::vector<EmergencyHit> found;
  for (int from = 0; from < folded.size();) {
    int to = from;
    while (to < folded.size() && to - from < pieceMax && !endsSentence(folded.at(to))) ++to;
    const bool isWhole = to == folded.size() || to - from < pieceMax;
    const std::u32string_view view =
        std::u32string_view(folded.text)
            .substr(static_cast<size_t>(from), static_cast<size_t>(to - from));
    const std::vector<WordHit> all = m_scanner.scan(view);
    Sentence sentence;
    const auto is = [](const std::vector<char>& marks, const WordHit& hit) {
      return marks[static_cast<size_t>(hit.word)] != 0;
    };
    std::vector<WordHit> masks;
    for (const WordHit& hit : all) {
      if (is(m_isMask, hit)) masks.push_back(hit);
      if (is(m_isBefore, hit)) sentence.guardsBefore.push_back(hit);
      if (is(m_isAfter, hit)) sentence.guardsAfter.push_back(hit);
      if (is(m_isNow, hit)) sentence.nows.push_back(hit);
    }
    // What is denied as a whole is denied in its parts: 没有泄漏 also denies 漏.
    for (const WordHit& hit : all) {
      if (isDenied(view, hit.begin)) masks.push_back({hit.word, hit.begin - 1, hit.end});
    }
    for (const WordHit& hit : all) {
      const bool isMasked = std::any_of(masks.begin(), masks.end(),
                                        [&hit](const WordHit& mask) { return covers(mask, hit); });
      if (!isMasked) sentence.hits[hit.word].push_back(hit);
    }
    for (const Rule& rule : m_rules) {
      std::vector<WordHit> chosen;
      std::vector<WordHit> best;
      matchSlots(sentence, rule, chosen, best);
      if (best.empty()) continue;
      EmergencyHit hit{rule.situation, 0, {}};
      std::sort(best.begin(), best.end(),
                [](const WordHit& a, const WordHit& b) { return a.begin < b.begin; });
      for (const WordHit& word : best) {
        hit.strength += word.end - word.begin;
        const int begin = folded.beginOf(from + word.begin);
        hit.words.push_back({begin, folded.endOf(from + word.end - 1) - begin});
      }
      const auto known = std::find_if(
          found.begin(), found.end(),
          [&hit](const EmergencyHit& other) { return other.situation == hit.situation; });
      if (known == found.end()) {
        found.push_back(std::move(hit));
      } else if (known->strength < hit.strength) {
        *known = std::move(hit);
      }
    }
    from = isWhole ? to + 1 : to - pieceOverlap;
  }
  std::stable_sort(found.begin(), found.end(), [](const EmergencyHit& a, const EmergencyHit& b) {
    return a.strength > b.strength;
  });
  return found;
}

}  // namespace yingda
