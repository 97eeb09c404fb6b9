// SPDX-License-Identifier: GPL-3.0-or-later
// The longest common subsequence, once over lines and once over the words of a changed line.
#include "core/domain/article_diff.h"

#include <QStringList>
#include <algorithm>

#include "core/base/invariant.h"

namespace yingda {

namespace {

constexpr qsizetype itemsMax = 2'000;

/// One step of the way from one list to the other.
struct Move {
  DiffPiece::Kind kind = DiffPiece::Kind::Same;
  QString item;
};

/// Lengths of the longest common subsequences of all tails; row by row.
class CommonLengths {
 public:
  CommonLengths(const QStringList& before, const QStringList& after)
      : m_width(after.size() + 1),
        m_lengths(static_cast<size_t>((before.size() + 1) * m_width), 0) {
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
      for (qsizetype j = after.size() - 1; j >= 0; --j) {
        cell(i, j) = before[i] == after[j] ? cell(i + 1, j + 1) + 1
                                           : std::max(cell(i + 1, j), cell(i, j + 1));
      }
    }
  }
  int at(qsizetype i, qsizetype j) const { return m_lengths[static_cast<size_t>(i * m_width + j)]; }

 private:
  int& cell(qsizetype i, qsizetype j) { return m_lengths[static_cast<size_t>(i * m_width + j)]; }
  qsizetype m_width;
  std::vector<int> m_lengths;
};

std::vector<Move> wholeBlock(const QStringList& before, const QStringList& after) {
  std::vector<Move> moves;
  for (const QString& item : before) moves.push_back({DiffPiece::Kind::Removed, item});
  for (const QString& item : after) moves.push_back({DiffPiece::Kind::Added, item});
  return moves;
}

std::vector<Move> movesBetween(const QStringList& before, const QStringList& after) {
  if (before.size() > itemsMax || after.size() > itemsMax) return wholeBlock(before, after);
  const CommonLengths lengths(before, after);
  std::vector<Move> moves;
  qsizetype i = 0;
  qsizetype j = 0;
  while (i < before.size() && j < after.size()) {
    if (before[i] == after[j]) {
      moves.push_back({DiffPiece::Kind::Same, before[i]});
      ++i;
      ++j;
    } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
      moves.push_back({DiffPiece::Kind::Removed, before[i++]});
    } else {
      moves.push_back({DiffPiece::Kind::Added, after[j++]});
    }
  }
  for (; i < before.size(); ++i) moves.push_back({DiffPiece::Kind::Removed, before[i]});
  for (; j < after.size(); ++j) moves.push_back({DiffPiece::Kind::Added, after[j]});
  return moves;
}

bool isWordCharacter(QChar character) {
  return character.unicode() < 0x2e80 && (character.isLetterOrNumber() || character == u'_');
}

/// 30 分钟 is "30", " ", "分", "钟": a figure that changed is marked whole.
QStringList wordsOf(const QString& line) {
  QStringList words;
  QString open;
  for (qsizetype at = 0; at < line.size(); ++at) {
    if (isWordCharacter(line[at])) {
      open += line[at];
      continue;
    }
    if (!open.isEmpty()) words << open;
    open.clear();
    const bool isPair = line[at].isHighSurrogate() && at + 1 < line.size();
    words << line.mid(at, isPair ? 2 : 1);
    if (isPair) ++at;
  }
  if (!open.isEmpty()) words << open;
  return words;
}

/// Neighbours of one kind become one piece; within a stretch that differs, what went stands before
/// what came.
class PieceList {
 public:
  void add(const Move& move) {
    if (move.kind == DiffPiece::Kind::Removed) {
      m_removed += move.item;
    } else if (move.kind == DiffPiece::Kind::Added) {
      m_added += move.item;
    } else {
      addSame(move.item);
    }
  }
  std::vector<DiffPiece> take() {
    flush();
    return std::move(m_pieces);
  }

 private:
  void addSame(const QString& item) {
    flush();
    if (m_pieces.empty() || m_pieces.back().kind != DiffPiece::Kind::Same) {
      m_pieces.push_back({DiffPiece::Kind::Same, {}});
    }
    m_pieces.back().text += item;
  }
  void flush() {
    if (!m_removed.isEmpty()) m_pieces.push_back({DiffPiece::Kind::Removed, m_removed});
    if (!m_added.isEmpty()) m_pieces.push_back({DiffPiece::Kind::Added, m_added});
    m_removed.clear();
    m_added.clear();
  }
  QString m_removed;
  QString m_added;
  std::vector<DiffPiece> m_pieces;
};

std::vector<DiffPiece> piecesBetween(const QString& before, const QString& after) {
  PieceList pieces;
  for (const Move& move : movesBetween(wordsOf(before), wordsOf(after))) pieces.add(move);
  return pieces.take();
}

/// Two lines are one changed line when at least a third of the longer one stayed; else one went
/// and another came, and marks within would only confuse.
bool isChangedLine(const QString& before, const QString& after,
                   const std::vector<DiffPiece>& pieces) {
  qsizetype same = 0;
  for (const DiffPiece& piece : pieces) {
    if (piece.kind == DiffPiece::Kind::Same) same += piece.text.size();
  }
  return same * 3 >= std::max(before.size(), after.size());
}

/// Lines that went and came between two that stayed.
struct Block {
  QStringList removed;
  QStringList added;
};

void closeBlock(Block& block, std::vector<DiffLine>& lines) {
  qsizetype from = 0;
  for (const QString& before : std::as_const(block.removed)) {
    bool isPaired = false;
    for (qsizetype at = from; at < block.added.size() && !isPaired; ++at) {
      std::vector<DiffPiece> pieces = piecesBetween(before, block.added[at]);
      if (!isChangedLine(before, block.added[at], pieces)) continue;
      for (; from < at; ++from) {
        lines.push_back({DiffLine::Kind::Added, {}, block.added[from], {}});
      }
      lines.push_back({DiffLine::Kind::Changed, before, block.added[from++], std::move(pieces)});
      isPaired = true;
    }
    if (!isPaired) lines.push_back({DiffLine::Kind::Removed, before, {}, {}});
  }
  for (; from < block.added.size(); ++from) {
    lines.push_back({DiffLine::Kind::Added, {}, block.added[from], {}});
  }
  block = {};
}

}  // namespace

std::vector<DiffLine> diffOf(const QString& before, const QString& after) {
  std::vector<DiffLine> lines;
  Block block;
  for (const Move& move : movesBetween(before.split(u'\n'), after.split(u'\n'))) {
    if (move.kind == DiffPiece::Kind::Removed) {
      block.removed << move.item;
    } else if (move.kind == DiffPiece::Kind::Added) {
      block.added << move.item;
    } else {
      closeBlock(block, lines);
      lines.push_back({DiffLine::Kind::Same, move.item, move.item, {}});
    }
  }
  closeBlock(block, lines);
  YINGDA_INVARIANT(textAfter(lines) == after, "a comparison lost words of the new text");
  YINGDA_INVARIANT(textBefore(lines) == before, "a comparison lost words of the old text");
  return lines;
}

QString textBefore(const std::vector<DiffLine>& lines) {
  QStringList texts;
  for (const DiffLine& line : lines) {
    if (line.kind != DiffLine::Kind::Added) texts << line.before;
  }
  return texts.join(u'\n');
}

QString textAfter(const std::vector<DiffLine>& lines) {
  QStringList texts;
  for (const DiffLine& line : lines) {
    if (line.kind != DiffLine::Kind::Removed) texts << line.after;
  }
  return texts.join(u'\n');
}

int changesIn(const std::vector<DiffLine>& lines) {
  int changes = 0;
  bool isInside = false;
  for (const DiffLine& line : lines) {
    const bool differs = line.kind != DiffLine::Kind::Same;
    if (differs && !isInside) ++changes;
    isInside = differs;
  }
  return changes;
}

}  // namespace yingda
