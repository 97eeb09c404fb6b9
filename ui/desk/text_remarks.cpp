// SPDX-License-Identifier: GPL-3.0-or-later
// Places remarks by cursors, so that what is typed before them moves them along.
#include "ui/desk/text_remarks.h"

#include <algorithm>

#include "ui/desk/remark_text.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

QTextCursor rangeIn(const TextBox& box, int from, int to) {
  QTextCursor cursor(box.document());
  cursor.setPosition(from);
  cursor.setPosition(to, QTextCursor::KeepAnchor);
  return cursor;
}

}  // namespace

TextRemarks::TextRemarks(TextBox* box, WordingField field)
    : QObject(box), m_box(box), m_field(field) {
  connect(box, &TextBox::contentChanged, this, &TextRemarks::ask);
  connect(box, &TextBox::cursorPositionChanged, this, [this] {
    if (m_placed.size() > 1) Q_EMIT changed();
  });
  connect(box, &TextBox::composingChanged, this, [this](bool composing) {
    if (!composing && m_isHeld) place();
  });
}

void TextRemarks::ask() {
  ++m_generation;
  m_isHeld = false;
  dropGone();
  const QString text = m_box->text();
  if (!text.trimmed().isEmpty()) {
    Q_EMIT asked(text, m_generation);
    return;
  }
  take(m_generation, {});
}

void TextRemarks::dropGone() {
  // While the newer answer is on its way, a word that stands there no more is not remarked on.
  const auto count = std::erase_if(m_placed, [](const Placed& one) {
    return one.word.selectedText() != one.standing.remark.text;
  });
  if (count == 0) return;
  showWaves();
  Q_EMIT changed();
}

void TextRemarks::showWaves() {
  std::vector<TextWave> waves;
  waves.reserve(m_placed.size());
  for (const Placed& one : m_placed) {
    waves.push_back({one.word, remarkInk(one.standing.remark.severity)});
  }
  m_box->setWaves(waves);
}

void TextRemarks::take(int generation, const std::vector<Remark>& remarks) {
  if (generation != m_generation) return;
  m_answer = remarks;
  m_isHeld = m_box->composing();
  if (!m_isHeld) place();
}

void TextRemarks::setSnoozed(const QSet<QString>& keys) {
  if (keys == m_snoozed) return;
  m_snoozed = keys;
  if (m_placed.empty()) return;
  std::erase_if(m_placed,
                [this](const Placed& one) { return m_snoozed.contains(one.standing.key()); });
  showWaves();
  Q_EMIT changed();
}

void TextRemarks::place() {
  m_isHeld = false;
  const QString text = m_box->text();
  m_placed.clear();
  for (const Remark& remark : m_answer) {
    if (remark.sentenceTo > text.size() || remark.to > text.size()) continue;
    const StandingRemark standing{
        remark, text.mid(remark.sentenceFrom, remark.sentenceTo - remark.sentenceFrom)};
    if (m_snoozed.contains(standing.key())) continue;
    m_placed.push_back({standing, rangeIn(*m_box, remark.from, remark.to),
                        rangeIn(*m_box, remark.sentenceFrom, remark.sentenceTo)});
  }
  showWaves();
  Q_EMIT changed();
}

const TextRemarks::Placed* TextRemarks::nearestPlaced() const {
  const int caret = m_box->textCursor().position();
  const auto distance = [caret](const Placed& one) {
    const int from = one.sentence.selectionStart();
    const int to = one.sentence.selectionEnd();
    return caret < from ? from - caret : caret > to ? caret - to : 0;
  };
  const auto found =
      std::min_element(m_placed.begin(), m_placed.end(),
                       [&](const Placed& a, const Placed& b) { return distance(a) < distance(b); });
  return found == m_placed.end() ? nullptr : &*found;
}

const StandingRemark* TextRemarks::nearest() const {
  const Placed* placed = nearestPlaced();
  return placed ? &placed->standing : nullptr;
}

std::vector<StandingRemark> TextRemarks::standing() const {
  std::vector<StandingRemark> all;
  for (const Placed& one : m_placed) all.push_back(one.standing);
  return all;
}

std::optional<StandingRemark> TextRemarks::accept() {
  const Placed* placed = nearestPlaced();
  if (!placed || m_box->composing() || placed->standing.remark.rewrite.isEmpty()) {
    return std::nullopt;
  }
  const int from = placed->sentence.selectionStart();
  const int to = placed->sentence.selectionEnd();
  // She may have typed on while the answer was on its way.
  if (m_box->text().mid(from, to - from) != placed->standing.sentence) return std::nullopt;
  const StandingRemark accepted = placed->standing;
  if (!m_box->replaceText(from, to, accepted.remark.rewrite)) return std::nullopt;
  return accepted;
}

}  // namespace yingda::ui
