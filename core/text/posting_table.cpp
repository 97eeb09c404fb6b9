// SPDX-License-Identifier: GPL-3.0-or-later
// Gap-coded postings: one to five bytes a gap, one byte a weight.
#include "core/text/posting_table.h"

#include <algorithm>

#include "core/base/invariant.h"

namespace yingda {

quint64 PostingTable::nameOf(const char* term, int bytes) {
  quint64 name = 0xCBF29CE484222325ULL;
  for (int i = 0; i < bytes; ++i) {
    name = (name ^ static_cast<quint8>(term[i])) * 0x100000001B3ULL;
  }
  // The multiplication leaves the low bits of short terms alike; mix the high ones in.
  return name ^ (name >> 32);
}

int PostingTable::find(quint64 name) const {
  const auto found = m_ids.find(name);
  return found == m_ids.end() ? absent : found->second;
}

int PostingTable::findOrAdd(quint64 name, const char* term, int bytes) {
  const auto [place, isNew] = m_ids.try_emplace(name, termCount());
  if (!isNew) return place->second;
  Entry& fresh = m_entries.emplace_back();
  if (bytes <= textMax) {
    std::copy(term, term + bytes, fresh.text);
    fresh.textLength = static_cast<quint8>(bytes);
  }
  return place->second;
}

void PostingTable::append(int term, int document, int weight) {
  Entry& target = m_entries[static_cast<size_t>(term)];
  YINGDA_INVARIANT(document > target.last, "documents come in rising order");
  auto gap = static_cast<quint32>(document - target.last);
  for (; gap >= 0x80; gap >>= 7) target.bytes.push_back(static_cast<quint8>(gap | 0x80));
  target.bytes.push_back(static_cast<quint8>(gap));
  target.bytes.push_back(static_cast<quint8>(std::clamp(weight, 1, 255)));
  target.last = document;
  ++target.count;
}

void PostingTable::shrink() {
  for (Entry& term : m_entries) term.bytes.shrink_to_fit();
}

QString PostingTable::text(int term) const {
  const Entry& wanted = entry(term);
  return QString::fromUtf8(wanted.text, wanted.textLength);
}

}  // namespace yingda
