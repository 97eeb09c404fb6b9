// SPDX-License-Identifier: GPL-3.0-or-later
// Quotation marks are paired first, because a full stop inside a quotation ends nothing.
#include "core/assist/said_sentences.h"

namespace yingda {

namespace {

bool isClosingMark(QChar c) { return QStringView(u"。!?;｡").contains(c); }
bool isLineBreak(QChar c) {
  return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029);
}
bool isTrailing(QChar c) { return isClosingMark(c) || QStringView(u"」』”\"')】").contains(c); }

QChar closerOf(QChar c) {
  switch (c.unicode()) {
    case u'「':
      return u'」';
    case u'『':
      return u'』';
    case u'“':
      return u'”';
    case u'"':
      return u'"';
    default:
      return {};
  }
}

}  // namespace

std::vector<TextRange> quotedSpeech(QStringView folded) {
  std::vector<TextRange> ranges;
  for (qsizetype at = 0; at < folded.size(); ++at) {
    const QChar closer = closerOf(folded[at]);
    if (closer.isNull()) continue;
    const qsizetype end = folded.indexOf(closer, at + 1);
    // An opening mark that nobody closes quotes nothing: the rest would never be looked at.
    if (end < 0) continue;
    ranges.push_back({static_cast<int>(at), static_cast<int>(end - at + 1)});
    at = end;
  }
  return ranges;
}

std::vector<SaidSentence> sentencesIn(QStringView folded, const std::vector<TextRange>& quoted) {
  std::vector<SaidSentence> sentences;
  const int size = static_cast<int>(folded.size());
  size_t quote = 0;
  int from = 0;
  const auto close = [&](int bodyEnd, int to) {
    while (from < bodyEnd && folded[from].isSpace()) ++from;
    while (bodyEnd > from && folded[bodyEnd - 1].isSpace()) --bodyEnd;
    bool isSaid = false;
    for (int i = from; i < bodyEnd && !isSaid; ++i) {
      isSaid = folded[i].isLetterOrNumber() || folded[i].isSurrogate();
    }
    if (isSaid) sentences.push_back({from, bodyEnd, to, sentences.empty()});
    from = to;
  };
  for (int at = 0; at < size; ++at) {
    if (quote < quoted.size() && at == quoted[quote].start) {
      at += quoted[quote].length - 1;
      ++quote;
      continue;
    }
    if (isLineBreak(folded[at])) {
      close(at, at);
      from = at + 1;
      continue;
    }
    if (!isClosingMark(folded[at])) continue;
    const int bodyEnd = at;
    while (at + 1 < size && isTrailing(folded[at + 1]) && closerOf(folded[at + 1]).isNull()) ++at;
    close(bodyEnd, at + 1);
  }
  close(size, size);
  return sentences;
}

int ownersWordsFrom(QStringView folded, const SaidSentence& sentence, const QStringList& markers) {
  int first = -1;
  const QStringView said = folded.mid(sentence.from, sentence.to - sentence.from);
  for (const QString& marker : markers) {
    const qsizetype at = said.indexOf(marker);
    if (at < 0) continue;
    const qsizetype behind = at + marker.size();
    const QChar before = at > 0 ? said[at - 1] : QChar();
    const QChar after = behind < said.size() ? said[behind] : QChar();
    if (QStringView(u"跟和给对向与同其替帮请为听").contains(before) && !before.isNull()) continue;
    if (QStringView(u"的得了再什到怎").contains(after) && !after.isNull()) continue;
    const int place = sentence.from + static_cast<int>(behind);
    if (first < 0 || place < first) first = place;
  }
  return first;
}

}  // namespace yingda
