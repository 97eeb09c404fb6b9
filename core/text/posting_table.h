// SPDX-License-Identifier: GPL-3.0-or-later
// Terms and the documents they stand in, packed: the heart of the in-memory index.
#pragma once

#include <QByteArray>
#include <QString>
#include <unordered_map>
#include <vector>

namespace yingda {

/// Term ids with their postings. Documents come in rising order, so that gaps stay small.
/// Thread: append from one; read from any when it ended.
class PostingTable {
 public:
  static constexpr int absent = -1;

  /// The 64-bit name of a term; equal names for different terms are too rare to matter.
  static quint64 nameOf(const char* term, int bytes);

  int find(quint64 name) const;
  int findOrAdd(quint64 name, const char* term, int bytes);
  /// `weight` is how often the term stands in the document, the title counted three times.
  void append(int term, int document, int weight);
  void shrink();

  int termCount() const { return static_cast<int>(m_entries.size()); }
  int documentFrequency(int term) const { return entry(term).count; }
  /// The term when it is short (two characters); else empty.
  QString text(int term) const;

  /// Calls use(document, weight) in rising order of documents.
  template <class Use>
  void forEach(int term, Use use) const {
    const std::vector<quint8>& bytes = entry(term).bytes;
    int document = -1;
    for (size_t at = 0; at < bytes.size();) {
      quint32 gap = 0;
      int shift = 0;
      while (bytes[at] & 0x80) {
        gap |= quint32(bytes[at++] & 0x7F) << shift;
        shift += 7;
      }
      gap |= quint32(bytes[at++]) << shift;
      document += static_cast<int>(gap);
      use(document, int(bytes[at++]));
    }
  }

 private:
  static constexpr int textMax = 7;

  struct Entry {
    std::vector<quint8> bytes;
    int last = -1;
    int count = 0;
    char text[textMax] = {};
    quint8 textLength = 0;
  };

  const Entry& entry(int term) const { return m_entries[static_cast<size_t>(term)]; }

  std::unordered_map<quint64, int> m_ids;
  std::vector<Entry> m_entries;
};

}  // namespace yingda
